from decimal import Decimal

from django.db import migrations

SOURCE = "Belastingdienst, vrijwilligersregeling 2025: vanaf 21 jaar"


def add(apps, schema_editor):
    apps.get_model("keyfigures", "AllowanceMaximum").objects.get_or_create(
        year=2025,
        defaults={"per_hour": Decimal("5.60"), "per_month": Decimal(210), "per_year": Decimal(2100), "source": SOURCE},
    )


class Migration(migrations.Migration):
    dependencies = [("keyfigures", "0010_profile_mix_and_envelopes")]

    operations = [migrations.RunPython(add, migrations.RunPython.noop)]

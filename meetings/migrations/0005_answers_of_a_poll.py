from datetime import UTC, datetime

from django.db import migrations, models
from django.db.models import Q


class Migration(migrations.Migration):
    dependencies = [("meetings", "0004_agenda_points_off_and_moved")]

    operations = [
        migrations.AddField("datepoll", "dates_changed_at", models.DateTimeField(null=True, blank=True, editable=False)),
        migrations.AddField("datepoll", "choice_owed_at", models.DateTimeField(null=True, blank=True, editable=False)),
        migrations.AddField(
            "pollinvitee", "asked_at", models.DateTimeField(editable=False, default=datetime(2026, 1, 1, tzinfo=UTC)), preserve_default=False,
        ),
        migrations.AddField("pollinvitee", "link_number", models.PositiveSmallIntegerField(default=1, editable=False)),
        migrations.AddField("pollinvitee", "link_stopped_at", models.DateTimeField(null=True, blank=True, editable=False)),
        migrations.AddIndex("datepoll", models.Index(fields=["last_day"], condition=Q(state="open"), name="poll_open_until")),
    ]

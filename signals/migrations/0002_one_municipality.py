from django.db import migrations

# Everybody in a report belongs to its municipality: Postgres refuses anything else.
# Deferred, so that a whole municipality can be loaded or removed in one transaction.
PEOPLE = ("reporter", "entered_by", "contact_person", "deputy")


class Migration(migrations.Migration):
    dependencies = [("signals", "0001_initial"), ("accounts", "0002_one_municipality")]

    operations = [
        migrations.RunSQL(
            f"ALTER TABLE signals_concernreport ADD CONSTRAINT {person}_in_same_municipality FOREIGN KEY ({person}_id, municipality_id)"
            " REFERENCES accounts_membership (id, municipality_id) DEFERRABLE INITIALLY DEFERRED",
            f"ALTER TABLE signals_concernreport DROP CONSTRAINT {person}_in_same_municipality",
        )
        for person in PEOPLE
    ]

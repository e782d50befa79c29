from django.db import migrations

# People and meetings of a row belong to the municipality of that row: Postgres refuses anything else.
# Deferred, so that a whole municipality can be loaded or removed in one transaction.
MEMBERS = {
    "meeting": ("organiser", "chair"),
    "attendee": ("member",),
    "datepoll": ("organiser", "chair"),
    "pollinvitee": ("member",),
    "independencedeclaration": ("chair",),
    "agendaitem": ("proposed_by", "answered_by"),
    "actionpoint": ("owner",),
    "correction": ("by", "decided_by"),
    "tension": ("begun_by",),
    "tensioncall": ("caller",),
}
KEYS = [(table, person, "accounts_membership") for table, people in MEMBERS.items() for person in people]
KEYS += [(table, "meeting", "meetings_meeting") for table in ("attendee", "agendaitem", "actionpoint")]
KEYS += [("pollinvitee", "poll", "meetings_datepoll"), ("tensioncall", "tension", "meetings_tension"), ("tensioncall", "key_figure", "keyfigures_keyfigure")]


class Migration(migrations.Migration):
    dependencies = [("meetings", "0001_initial"), ("accounts", "0002_one_municipality"), ("keyfigures", "0002_one_municipality")]

    operations = [
        migrations.RunSQL(
            f"ALTER TABLE meetings_{table} ADD CONSTRAINT {table}_{column}_in_same_municipality FOREIGN KEY ({column}_id, municipality_id)"
            f" REFERENCES {target} (id, municipality_id) DEFERRABLE INITIALLY DEFERRED",
            f"ALTER TABLE meetings_{table} DROP CONSTRAINT {table}_{column}_in_same_municipality",
        )
        for table, column, target in KEYS
    ]

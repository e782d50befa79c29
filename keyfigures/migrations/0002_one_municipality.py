from django.db import migrations

# People and key figures of a row belong to the municipality of that row: Postgres refuses anything else.
# Deferred, so that a whole municipality can be loaded or removed in one transaction.
MEMBERS = {
    "keyfigure": ("member", "contact_person"),
    "agreementtemplate": ("written_by",),
    "agreement": ("begun_by", "confirmed_by"),
    "contactmoment": ("official", "logged_by"),
    "helprequest": ("owner",),
    "course": ("offered_by",),
    "ask": ("asked_by",),
    "recognition": ("given_by",),
    "payment": ("proposed_by", "decided_by"),
    "personaltie": ("official",),
    "reconsideration": ("raised_by", "first_decider", "second_decider"),
    "complaint": ("handler",),
    "datarequest": ("member", "handler"),
}
KEY_FIGURES = ("agreement", "contactmoment", "helprequest", "ask", "recognition", "payment", "personaltie", "reconsideration", "complaint")
KEYS = [(table, person, "accounts_membership") for table, people in MEMBERS.items() for person in people]
KEYS += [(table, "key_figure", "keyfigures_keyfigure") for table in KEY_FIGURES]


class Migration(migrations.Migration):
    dependencies = [("keyfigures", "0001_initial"), ("accounts", "0002_one_municipality")]

    operations = [
        migrations.RunSQL(
            f"ALTER TABLE keyfigures_{table} ADD CONSTRAINT {table}_{column}_in_same_municipality FOREIGN KEY ({column}_id, municipality_id)"
            f" REFERENCES {target} (id, municipality_id) DEFERRABLE INITIALLY DEFERRED",
            f"ALTER TABLE keyfigures_{table} DROP CONSTRAINT {table}_{column}_in_same_municipality",
        )
        for table, column, target in KEYS
    ]

from django.db import migrations

# People and rows of a row belong to the municipality of that row: Postgres refuses anything else.
# Deferred, so that a whole municipality can be loaded or removed in one transaction.
MEMBERS = {"initiative": ("proposer", "owner", "answered_by"), "step": ("by",), "task": ("owner",)}
KEYS = [(table, person, "accounts_membership") for table, people in MEMBERS.items() for person in people]
KEYS += [(table, "initiative", "initiatives_initiative") for table in ("support", "step", "task")]


class Migration(migrations.Migration):
    dependencies = [("initiatives", "0001_initial"), ("accounts", "0002_one_municipality")]

    operations = [
        migrations.RunSQL(
            f"ALTER TABLE initiatives_{table} ADD CONSTRAINT {table}_{column}_in_same_municipality FOREIGN KEY ({column}_id, municipality_id)"
            f" REFERENCES {target} (id, municipality_id) DEFERRABLE INITIALLY DEFERRED",
            f"ALTER TABLE initiatives_{table} DROP CONSTRAINT {table}_{column}_in_same_municipality",
        )
        for table, column, target in KEYS
    ]

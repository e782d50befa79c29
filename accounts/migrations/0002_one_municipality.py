from django.db import migrations

# A deputy, an absence and who invites belong to the municipality of their row: Postgres refuses anything else.
# Deferred, so that a whole municipality can be loaded or removed in one transaction.
KEYS = [
    ("accounts_membership", "deputy_id", "deputy_in_same_municipality"),
    ("accounts_absence", "member_id", "absence_in_same_municipality"),
    ("accounts_absence", "deputy_id", "absence_deputy_in_same_municipality"),
    ("accounts_invitation", "invited_by_id", "inviter_in_same_municipality"),
]


class Migration(migrations.Migration):
    dependencies = [("accounts", "0001_initial")]

    operations = [
        migrations.RunSQL(
            f"ALTER TABLE {table} ADD CONSTRAINT {name} FOREIGN KEY ({column}, municipality_id)"
            " REFERENCES accounts_membership (id, municipality_id) DEFERRABLE INITIALLY DEFERRED",
            f"ALTER TABLE {table} DROP CONSTRAINT {name}",
        )
        for table, column, name in KEYS
    ]

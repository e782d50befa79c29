from django.db import migrations


class Migration(migrations.Migration):
    """Who acted belongs to the municipality in whose log it stands: Postgres refuses anything else."""

    dependencies = [("audit", "0001_initial"), ("accounts", "0002_one_municipality")]

    operations = [
        migrations.RunSQL(
            "ALTER TABLE audit_entry ADD CONSTRAINT actor_in_same_municipality FOREIGN KEY (actor_id, municipality_id)"
            " REFERENCES accounts_membership (id, municipality_id) DEFERRABLE INITIALLY DEFERRED",
            "ALTER TABLE audit_entry DROP CONSTRAINT actor_in_same_municipality",
        ),
    ]

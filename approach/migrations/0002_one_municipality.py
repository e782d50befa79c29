from django.db import migrations

# People and rows of a row belong to the municipality of that row: Postgres refuses anything else.
# Deferred, so that a whole municipality can be loaded or removed in one transaction.
MEMBERS = {
    "vision": ("written_by", "recorded_by"),
    "decision": ("written_by",),
    "moment": ("owner",),
    "councilpromise": ("owner",),
    "lessonsetting": ("decided_by",),
    "template": ("made_by",),
    "report": ("begun_by", "offered_by", "issued_by"),
    "comment": ("by",),
}
KEYS = [(table, person, "accounts_membership") for table, people in MEMBERS.items() for person in people]
KEYS += [("goal", "vision", "approach_vision"), ("councilpromise", "moment", "approach_moment")]
KEYS += [("report", "vision", "approach_vision"), ("report", "template", "approach_template")]
KEYS += [(table, "report", "approach_report") for table in ("section", "comment", "reportfile")]


class Migration(migrations.Migration):
    dependencies = [("approach", "0001_initial"), ("accounts", "0002_one_municipality")]

    operations = [
        migrations.RunSQL(
            f"ALTER TABLE approach_{table} ADD CONSTRAINT {table}_{column}_in_same_municipality FOREIGN KEY ({column}_id, municipality_id)"
            f" REFERENCES {target} (id, municipality_id) DEFERRABLE INITIALLY DEFERRED",
            f"ALTER TABLE approach_{table} DROP CONSTRAINT {table}_{column}_in_same_municipality",
        )
        for table, column, target in KEYS
    ]

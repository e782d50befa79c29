from django.db import migrations

# People and rows of a row belong to the municipality of that row: Postgres refuses anything else.
# Deferred, so that a whole municipality can be loaded or removed in one transaction.
MEMBERS = {
    "version": ("published_by",),
    "evaluation": ("owner",),
    "guest": ("member", "given_by"),
    "participant": ("member",),
    "improvement": ("owner",),
    "interviewtheme": ("written_by",),
    "planreading": ("evaluator",),
    "planoutcome": ("written_by",),
    "processstep": ("written_by",),
    "effectrequest": ("written_by",),
}
OF_AN_EVALUATION = ("guest", "participant", "sheet", "improvement", "interviewtheme", "planreading", "planoutcome", "processstep", "effectrequest")
KEYS = [(table, person, "accounts_membership") for table, people in MEMBERS.items() for person in people]
KEYS += [(table, "evaluation", "evaluations_evaluation") for table in OF_AN_EVALUATION]
KEYS += [("version", "questionnaire", "evaluations_questionnaire")]
KEYS += [("evaluation", questions, "evaluations_version") for questions in ("questions", "mirror")]


class Migration(migrations.Migration):
    dependencies = [("evaluations", "0001_initial"), ("accounts", "0002_one_municipality")]

    operations = [
        migrations.RunSQL(
            f"ALTER TABLE evaluations_{table} ADD CONSTRAINT {table}_{column}_in_same_municipality FOREIGN KEY ({column}_id, municipality_id)"
            f" REFERENCES {target} (id, municipality_id) DEFERRABLE INITIALLY DEFERRED",
            f"ALTER TABLE evaluations_{table} DROP CONSTRAINT {table}_{column}_in_same_municipality",
        )
        for table, column, target in KEYS
    ]

import django.db.models.deletion
from django.db import migrations, models

KEYS = (("course", "keyfigures_course"), ("key_figure", "keyfigures_keyfigure"))


class Migration(migrations.Migration):
    dependencies = [("keyfigures", "0008_rights_and_retention"), ("accounts", "0001_initial")]

    operations = [
        migrations.AddConstraint(
            model_name="course",
            constraint=models.UniqueConstraint(fields=("id", "municipality"), name="training_with_municipality"),
        ),
        # Nobody could sign up before this version, so there is no row to fill in.
        migrations.AddField(
            model_name="enrolment",
            name="municipality",
            field=models.ForeignKey(
                db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="accounts.municipality", default=None,
            ),
            preserve_default=False,
        ),
        *[
            migrations.RunSQL(
                f"ALTER TABLE keyfigures_enrolment ADD CONSTRAINT enrolment_{column}_in_same_municipality FOREIGN KEY ({column}_id, municipality_id)"
                f" REFERENCES {target} (id, municipality_id) DEFERRABLE INITIALLY DEFERRED",
                f"ALTER TABLE keyfigures_enrolment DROP CONSTRAINT enrolment_{column}_in_same_municipality",
            )
            for column, target in KEYS
        ],
    ]

import django.db.models.deletion
from django.db import migrations, models

OFF = models.Q(("taken_off_because", ""), ("withdrawn_at__isnull", False), _connector="OR")
MOVED = models.Q(("moved_from", None), models.Q(("moved_because", ""), _negated=True), _connector="OR")


class Migration(migrations.Migration):
    dependencies = [("meetings", "0003_link_of_an_invitation")]

    operations = [
        migrations.AddField("agendaitem", "taken_off_because", models.CharField(blank=True, max_length=300, verbose_name="why it is not on the agenda")),
        migrations.AddField("agendaitem", "moved_because", models.CharField(blank=True, max_length=300, verbose_name="why it goes to another meeting")),
        migrations.AddField(
            "agendaitem", "moved_from",
            models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name="+", to="meetings.meeting"),
        ),
        migrations.AddConstraint("agendaitem", models.CheckConstraint(condition=OFF, name="what_is_taken_off_is_not_on_the_agenda")),
        migrations.AddConstraint("agendaitem", models.CheckConstraint(condition=MOVED, name="what_is_moved_has_a_reason")),
        migrations.RunSQL(
            "ALTER TABLE meetings_agendaitem ADD CONSTRAINT agendaitem_moved_from_in_same_municipality FOREIGN KEY (moved_from_id, municipality_id)"
            " REFERENCES meetings_meeting (id, municipality_id) DEFERRABLE INITIALLY DEFERRED",
            "ALTER TABLE meetings_agendaitem DROP CONSTRAINT agendaitem_moved_from_in_same_municipality",
        ),
    ]

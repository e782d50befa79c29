
import django.contrib.postgres.fields
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('accounts', '0004_outside_evaluators'),
    ]

    operations = [
        migrations.RemoveConstraint(
            model_name='invitation',
            name='invitation_roles_are_known',
        ),
        migrations.RemoveConstraint(
            model_name='membership',
            name='member_roles_are_known',
        ),
        migrations.AlterField(
            model_name='invitation',
            name='roles',
            field=django.contrib.postgres.fields.ArrayField(base_field=models.CharField(choices=[('candidate', 'Interested person'), ('key_figure', 'Key figure'), ('coordinator', 'Coordinator'), ('report_official', 'Official of the reporting point'), ('team_lead', 'Team lead'), ('policy_adviser', 'Policy adviser'), ('board', 'Mayor or portfolio holder'), ('neutral_chair', 'Neutral chair'), ('evaluator', 'Outside evaluator'), ('privacy_officer', 'Privacy officer'), ('administrator', 'Functional administrator')], max_length=30), size=None, verbose_name='roles'),
        ),
        migrations.AlterField(
            model_name='membership',
            name='roles',
            field=django.contrib.postgres.fields.ArrayField(base_field=models.CharField(choices=[('candidate', 'Interested person'), ('key_figure', 'Key figure'), ('coordinator', 'Coordinator'), ('report_official', 'Official of the reporting point'), ('team_lead', 'Team lead'), ('policy_adviser', 'Policy adviser'), ('board', 'Mayor or portfolio holder'), ('neutral_chair', 'Neutral chair'), ('evaluator', 'Outside evaluator'), ('privacy_officer', 'Privacy officer'), ('administrator', 'Functional administrator')], max_length=30), size=None, verbose_name='roles'),
        ),
        migrations.AlterField(
            model_name='membershipevent',
            name='roles',
            field=django.contrib.postgres.fields.ArrayField(base_field=models.CharField(choices=[('candidate', 'Interested person'), ('key_figure', 'Key figure'), ('coordinator', 'Coordinator'), ('report_official', 'Official of the reporting point'), ('team_lead', 'Team lead'), ('policy_adviser', 'Policy adviser'), ('board', 'Mayor or portfolio holder'), ('neutral_chair', 'Neutral chair'), ('evaluator', 'Outside evaluator'), ('privacy_officer', 'Privacy officer'), ('administrator', 'Functional administrator')], max_length=30), size=None, verbose_name='roles'),
        ),
        migrations.AddConstraint(
            model_name='invitation',
            constraint=models.CheckConstraint(condition=models.Q(('roles__contained_by', ['candidate', 'key_figure', 'coordinator', 'report_official', 'team_lead', 'policy_adviser', 'board', 'neutral_chair', 'evaluator', 'privacy_officer', 'administrator'])), name='invitation_roles_are_known'),
        ),
        migrations.AddConstraint(
            model_name='membership',
            constraint=models.CheckConstraint(condition=models.Q(('roles__contained_by', ['candidate', 'key_figure', 'coordinator', 'report_official', 'team_lead', 'policy_adviser', 'board', 'neutral_chair', 'evaluator', 'privacy_officer', 'administrator'])), name='member_roles_are_known'),
        ),
    ]

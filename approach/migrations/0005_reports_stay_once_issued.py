
import pgtrigger.compiler
import pgtrigger.migrations
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('approach', '0004_every_decision_about_a_lesson_stays'),
    ]

    operations = [
        migrations.AddField(
            model_name='section',
            name='edits',
            field=models.PositiveIntegerField(default=1, editable=False),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='reportfile',
            trigger=pgtrigger.compiler.Trigger(name='report_file_goes_before_issue', sql=pgtrigger.compiler.UpsertTriggerSql(func="\nIF EXISTS (SELECT 1 FROM approach_report WHERE id IN (OLD.report_id) AND state = 'issued') THEN\n    RAISE EXCEPTION 'an issued report stays as it is';\nEND IF;\nRETURN OLD;\n", hash='6ebbd9e6ce3c3595050d1f04ce22a7a6d97995e6', operation='DELETE', pgid='pgtrigger_report_file_goes_before_issue_0f0a6', table='approach_reportfile', when='BEFORE')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='section',
            trigger=pgtrigger.compiler.Trigger(name='section_comes_before_issue', sql=pgtrigger.compiler.UpsertTriggerSql(func="\nIF EXISTS (SELECT 1 FROM approach_report WHERE id IN (NEW.report_id) AND state = 'issued') THEN\n    RAISE EXCEPTION 'an issued report stays as it is';\nEND IF;\nRETURN NEW;\n", hash='2a3f3581b06e4f3c19da60e26575b1c72defdd49', operation='INSERT', pgid='pgtrigger_section_comes_before_issue_063dc', table='approach_section', when='BEFORE')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='section',
            trigger=pgtrigger.compiler.Trigger(name='section_changes_before_issue', sql=pgtrigger.compiler.UpsertTriggerSql(func="\nIF EXISTS (SELECT 1 FROM approach_report WHERE id IN (OLD.report_id, NEW.report_id) AND state = 'issued') THEN\n    RAISE EXCEPTION 'an issued report stays as it is';\nEND IF;\nRETURN NEW;\n", hash='ab8a757e606822a24e7cb33ef46f674e427cd9ab', operation='UPDATE', pgid='pgtrigger_section_changes_before_issue_9d5c5', table='approach_section', when='BEFORE')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='section',
            trigger=pgtrigger.compiler.Trigger(name='section_goes_before_issue', sql=pgtrigger.compiler.UpsertTriggerSql(func="\nIF EXISTS (SELECT 1 FROM approach_report WHERE id IN (OLD.report_id) AND state = 'issued') THEN\n    RAISE EXCEPTION 'an issued report stays as it is';\nEND IF;\nRETURN OLD;\n", hash='3790a2aa9324f34e35949c9f7b4f1bdab2d5dd81', operation='DELETE', pgid='pgtrigger_section_goes_before_issue_e937d', table='approach_section', when='BEFORE')),
        ),
    ]


import django.contrib.postgres.fields
import django.db.models.deletion
import uuid
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        ('accounts', '0005_mayor_and_portfolio_holder'),
    ]

    operations = [
        migrations.CreateModel(
            name='InitiativeSettings',
            fields=[
                ('municipality', models.OneToOneField(on_delete=django.db.models.deletion.CASCADE, primary_key=True, related_name='+', serialize=False, to='accounts.municipality')),
                ('hidden_questions', models.JSONField(blank=True, default=list, verbose_name='questions of ours that are not used here')),
            ],
            options={
                'verbose_name': 'settings of initiatives',
                'verbose_name_plural': 'settings of initiatives',
            },
        ),
        migrations.CreateModel(
            name='Initiative',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('uuid', models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                ('beginning', models.CharField(choices=[('community', 'The community'), ('together', 'Community and municipality together'), ('municipality', 'The municipality')], max_length=12, verbose_name='who began')),
                ('what', models.CharField(max_length=200, verbose_name='what is the idea?')),
                ('for_whom', models.CharField(max_length=200, verbose_name='for whom is it?')),
                ('needs', models.TextField(blank=True, max_length=600, verbose_name='what do you need from us?')),
                ('question', models.CharField(blank=True, max_length=30, verbose_name='which question of the community is behind it?')),
                ('themes', django.contrib.postgres.fields.ArrayField(base_field=models.CharField(choices=[('anti_government', 'Anti-government extremism'), ('discrimination', 'Discrimination'), ('jihadism', 'Jihadism'), ('left', 'Left-wing extremism'), ('neighbourhood', 'Tension in the neighbourhood'), ('online', 'Hatred online'), ('right', 'Right-wing extremism'), ('none', 'No particular theme')], max_length=20), blank=True, default=list, size=None, verbose_name='forms of extremism that it is about')),
                ('filed_at', models.DateTimeField()),
                ('submission', models.UUIDField(editable=False, unique=True)),
                ('answer', models.CharField(blank=True, choices=[('yes', 'Yes'), ('yes_if', 'Yes, if'), ('not_by_us', 'Not by us, because')], max_length=9, verbose_name='our answer')),
                ('reason', models.TextField(blank=True, max_length=1000, verbose_name='why, or on which condition')),
                ('answered_at', models.DateTimeField(blank=True, null=True)),
                ('withdrawn_at', models.DateTimeField(blank=True, null=True)),
                ('state', models.CharField(choices=[('idea', 'Idea'), ('prepared', 'Being prepared'), ('running', 'Running'), ('done', 'Done'), ('stopped', 'Stopped')], default='idea', editable=False, max_length=8)),
                ('municipal_role', models.CharField(blank=True, choices=[('facilitates', 'Facilitates'), ('supports', 'Supports'), ('leads', 'Leads')], max_length=11, verbose_name='what the municipality does in it')),
                ('budget_asked', models.PositiveIntegerField(blank=True, null=True, verbose_name='money that was asked, in euro')),
                ('budget_granted', models.PositiveIntegerField(blank=True, null=True, verbose_name='money that was granted, in euro')),
                ('brought', models.TextField(blank=True, max_length=1000, verbose_name='what it brought')),
                ('people_reached', models.PositiveIntegerField(blank=True, null=True, verbose_name='how many people it reached')),
                ('ended_at', models.DateTimeField(blank=True, null=True)),
                ('public_title', models.CharField(blank=True, max_length=120, verbose_name='title on the public page')),
                ('public_text', models.TextField(blank=True, max_length=1500, verbose_name='text on the public page')),
                ('public_agreed_at', models.DateTimeField(blank=True, null=True)),
                ('is_public', models.BooleanField(default=False, editable=False)),
                ('edits', models.PositiveIntegerField(default=1, editable=False)),
                ('answered_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='accounts.membership')),
                ('municipality', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='accounts.municipality')),
                ('owner', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='accounts.membership', verbose_name='who answers')),
                ('proposer', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to='accounts.membership')),
            ],
            options={
                'verbose_name': 'initiative',
                'verbose_name_plural': 'initiatives',
            },
        ),
        migrations.CreateModel(
            name='Step',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('state', models.CharField(choices=[('idea', 'Idea'), ('prepared', 'Being prepared'), ('running', 'Running'), ('done', 'Done'), ('stopped', 'Stopped')], max_length=8)),
                ('text', models.TextField(blank=True, max_length=600, verbose_name='what happens')),
                ('at', models.DateTimeField()),
                ('by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='accounts.membership')),
                ('initiative', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='steps', to='initiatives.initiative')),
                ('municipality', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='accounts.municipality')),
            ],
            options={
                'verbose_name': 'step of an initiative',
                'verbose_name_plural': 'steps of initiatives',
            },
        ),
        migrations.CreateModel(
            name='Support',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('token', models.CharField(max_length=64)),
                ('initiative', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='supports', to='initiatives.initiative')),
                ('municipality', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='accounts.municipality')),
            ],
            options={
                'verbose_name': 'support of an initiative',
                'verbose_name_plural': 'support of initiatives',
            },
        ),
        migrations.CreateModel(
            name='Task',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('uuid', models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                ('what', models.CharField(max_length=200, verbose_name='what')),
                ('due_on', models.DateField(verbose_name='by when')),
                ('made_at', models.DateTimeField()),
                ('done_at', models.DateTimeField(blank=True, null=True)),
                ('dropped_at', models.DateTimeField(blank=True, null=True)),
                ('dropped_because', models.CharField(blank=True, max_length=300, verbose_name='why nobody does it')),
                ('submission', models.UUIDField(editable=False, unique=True)),
                ('initiative', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='tasks', to='initiatives.initiative')),
                ('municipality', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='accounts.municipality')),
                ('owner', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='accounts.membership', verbose_name='who')),
            ],
            options={
                'verbose_name': 'task of an initiative',
                'verbose_name_plural': 'tasks of initiatives',
            },
        ),
        migrations.CreateModel(
            name='CommunityQuestion',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('code', models.SlugField(max_length=30, verbose_name='short name')),
                ('name', models.CharField(max_length=80, verbose_name='name')),
                ('is_active', models.BooleanField(default=True, verbose_name='in use')),
                ('municipality', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='accounts.municipality')),
            ],
            options={
                'verbose_name': 'question of the community',
                'verbose_name_plural': 'questions of the community',
                'constraints': [models.UniqueConstraint(fields=('municipality', 'code'), name='community_question_once'), models.CheckConstraint(condition=models.Q(('code__in', ['children', 'discrimination', 'each_other', 'loneliness', 'online', 'safety', 'work', 'other']), _negated=True), name='own_question_is_not_one_of_ours')],
            },
        ),
        migrations.AddIndex(
            model_name='initiative',
            index=models.Index(models.F('municipality'), models.F('state'), models.OrderBy(models.F('filed_at'), descending=True), models.OrderBy(models.F('id'), descending=True), name='initiative_list'),
        ),
        migrations.AddConstraint(
            model_name='initiative',
            constraint=models.UniqueConstraint(fields=('id', 'municipality'), name='initiative_with_municipality'),
        ),
        migrations.AddConstraint(
            model_name='initiative',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('answer', ''), ('answered_at', None), ('answered_by', None), ('reason', '')), models.Q(models.Q(('answer', ''), _negated=True), models.Q(('reason', ''), _negated=True), ('answered_at__isnull', False), ('answered_by__isnull', False)), _connector='OR'), name='answer_to_an_initiative_has_a_reason'),
        ),
        migrations.AddConstraint(
            model_name='initiative',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('beginning', 'municipality'), _negated=True), models.Q(('question', ''), _negated=True), _connector='OR'), name='what_we_begin_answers_a_question'),
        ),
        migrations.AddConstraint(
            model_name='initiative',
            constraint=models.CheckConstraint(condition=models.Q(('state__in', ['idea', 'stopped']), ('answer__in', ['yes', 'yes_if']), _connector='OR'), name='only_what_got_a_yes_goes_on'),
        ),
        migrations.AddConstraint(
            model_name='initiative',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('ended_at__isnull', False), ('state__in', ['done', 'stopped'])), ('ended_at', None), _connector='OR'), name='ended_initiative_is_over'),
        ),
        migrations.AddConstraint(
            model_name='initiative',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('state', 'done'), _negated=True), models.Q(('brought', ''), _negated=True), _connector='OR'), name='done_initiative_says_what_it_brought'),
        ),
        migrations.AddConstraint(
            model_name='initiative',
            constraint=models.CheckConstraint(condition=models.Q(('is_public', False), models.Q(models.Q(('public_text', ''), _negated=True), models.Q(('public_title', ''), _negated=True)), _connector='OR'), name='public_initiative_has_a_text'),
        ),
        migrations.AddConstraint(
            model_name='initiative',
            constraint=models.CheckConstraint(condition=models.Q(('is_public', False), ('beginning', 'municipality'), ('public_agreed_at__isnull', False), _connector='OR'), name='public_only_with_consent'),
        ),
        migrations.AddIndex(
            model_name='step',
            index=models.Index(fields=['initiative', 'at', 'id'], name='step_of_initiative_list'),
        ),
        migrations.AddConstraint(
            model_name='support',
            constraint=models.UniqueConstraint(fields=('initiative', 'token'), name='support_once'),
        ),
        migrations.AddIndex(
            model_name='task',
            index=models.Index(fields=['initiative', 'due_on', 'id'], name='task_of_initiative_list'),
        ),
        migrations.AddConstraint(
            model_name='task',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('dropped_at', None), ('dropped_because', '')), models.Q(('done_at', None), ('dropped_at__isnull', False), models.Q(('dropped_because', ''), _negated=True)), _connector='OR'), name='dropped_task_says_why_and_is_not_done'),
        ),
    ]

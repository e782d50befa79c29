
import django.contrib.postgres.fields
import django.db.models.constraints
import django.db.models.deletion
import pgtrigger.compiler
import pgtrigger.migrations
import uuid
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        ('accounts', '0005_mayor_and_portfolio_holder'),
    ]

    operations = [
        migrations.CreateModel(
            name='KnownDate',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('uuid', models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                ('kind', models.CharField(choices=[('elections', 'Elections of the council'), ('portfolio', 'Another portfolio holder')], max_length=9, verbose_name='what')),
                ('on', models.DateField(verbose_name='day')),
                ('moved_from', models.DateField(blank=True, null=True)),
                ('done_at', models.DateTimeField(blank=True, null=True)),
                ('municipality', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='accounts.municipality')),
            ],
            options={
                'verbose_name': 'known date',
                'verbose_name_plural': 'known dates',
            },
        ),
        migrations.CreateModel(
            name='LessonSetting',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('lesson', models.CharField(max_length=30, verbose_name='lesson')),
                ('threshold', models.DecimalField(blank=True, decimal_places=1, max_digits=9, null=True, verbose_name='threshold')),
                ('aside_because', models.CharField(blank=True, max_length=300, verbose_name='why it is set aside')),
                ('aside_until', models.DateField(blank=True, null=True, verbose_name='looked at again on')),
                ('decided_at', models.DateTimeField()),
                ('decided_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='accounts.membership')),
                ('municipality', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.CASCADE, related_name='+', to='accounts.municipality')),
            ],
            options={
                'verbose_name': 'setting of a lesson',
                'verbose_name_plural': 'settings of lessons',
            },
        ),
        migrations.CreateModel(
            name='Moment',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('uuid', models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                ('body', models.CharField(choices=[('mayor', 'Mayor'), ('college', 'College of mayor and aldermen'), ('council', 'Council')], max_length=7, verbose_name='with whom')),
                ('title', models.CharField(max_length=120, verbose_name='what is it about?')),
                ('planned_on', models.DateField(verbose_name='day')),
                ('held_on', models.DateField(blank=True, null=True, verbose_name='held on')),
                ('asked', models.TextField(blank=True, max_length=1500, verbose_name='what was asked')),
                ('cancelled_at', models.DateTimeField(blank=True, null=True)),
                ('submission', models.UUIDField(editable=False, unique=True)),
                ('edits', models.PositiveIntegerField(default=1, editable=False)),
                ('municipality', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='accounts.municipality')),
                ('owner', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='accounts.membership')),
            ],
            options={
                'verbose_name': 'moment with college or council',
                'verbose_name_plural': 'moments with college or council',
            },
        ),
        migrations.CreateModel(
            name='CouncilPromise',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('uuid', models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                ('what', models.CharField(max_length=300, verbose_name='what was promised')),
                ('due_on', models.DateField(verbose_name='by when')),
                ('state', models.CharField(choices=[('open', 'Open'), ('kept', 'Kept'), ('dropped', 'Not done, with a reason')], default='open', editable=False, max_length=7)),
                ('outcome', models.TextField(blank=True, max_length=600, verbose_name='what became of it')),
                ('ended_at', models.DateTimeField(blank=True, null=True)),
                ('made_at', models.DateTimeField()),
                ('submission', models.UUIDField(editable=False, unique=True)),
                ('municipality', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='accounts.municipality')),
                ('owner', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='accounts.membership', verbose_name='who does it')),
                ('moment', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='promises', to='approach.moment')),
            ],
            options={
                'verbose_name': 'promise to college or council',
                'verbose_name_plural': 'promises to college or council',
            },
        ),
        migrations.CreateModel(
            name='PortfolioHolder',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('uuid', models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                ('office', models.CharField(max_length=100, verbose_name='office, such as: mayor, alderman for welfare')),
                ('since', models.DateField(verbose_name='since')),
                ('until', models.DateField(blank=True, null=True, verbose_name='until and including')),
                ('municipality', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='accounts.municipality')),
            ],
            options={
                'verbose_name': 'portfolio holder',
                'verbose_name_plural': 'portfolio holders',
            },
        ),
        migrations.CreateModel(
            name='PublicPage',
            fields=[
                ('municipality', models.OneToOneField(on_delete=django.db.models.deletion.CASCADE, primary_key=True, related_name='+', serialize=False, to='accounts.municipality')),
                ('is_open', models.BooleanField(default=False, verbose_name='the public page is open')),
                ('about', models.TextField(blank=True, max_length=3000, verbose_name='what the approach is')),
                ('shows_vision', models.BooleanField(default=True, verbose_name='show the vision')),
                ('shows_initiatives', models.BooleanField(default=True, verbose_name='show initiatives that may be shown')),
                ('shows_reports', models.BooleanField(default=True, verbose_name='show reports that were issued')),
                ('privacy_email', models.EmailField(blank=True, max_length=254, verbose_name='mail address for questions about privacy')),
                ('accessibility_status', models.CharField(blank=True, choices=[('A', 'A'), ('B', 'B'), ('C', 'C'), ('D', 'D'), ('E', 'E')], max_length=1, verbose_name='status of accessibility')),
                ('accessibility_tested_on', models.DateField(blank=True, null=True, verbose_name='accessibility was tested on')),
                ('accessibility_gaps', models.TextField(blank=True, max_length=2000, verbose_name='what is not accessible yet, and until when')),
                ('security_contact', models.CharField(blank=True, max_length=200, verbose_name='where somebody reports a weak spot: a mail address or web address')),
                ('security_policy', models.URLField(blank=True, verbose_name='web address of the rules for reporting a weak spot')),
                ('security_until', models.DateField(blank=True, null=True, verbose_name='this holds until and including')),
                ('edits', models.PositiveIntegerField(default=1, editable=False)),
            ],
            options={
                'verbose_name': 'public page',
                'verbose_name_plural': 'public pages',
                'constraints': [models.CheckConstraint(condition=models.Q(('is_open', False), models.Q(('about', ''), _negated=True), _connector='OR'), name='open_page_says_what_the_approach_is'), models.CheckConstraint(condition=models.Q(('security_contact', ''), ('security_until__isnull', False), _connector='OR'), name='security_contact_has_an_end')],
            },
        ),
        migrations.CreateModel(
            name='Report',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('uuid', models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                ('title', models.CharField(max_length=120, verbose_name='title')),
                ('first', models.DateField(verbose_name='first day')),
                ('last', models.DateField(verbose_name='last day')),
                ('state', models.CharField(choices=[('making', 'Being made'), ('failed', 'Could not be made'), ('draft', 'Draft'), ('offered', 'Waits for a second person'), ('issued', 'Issued'), ('discarded', 'Thrown away')], default='making', editable=False, max_length=9)),
                ('progress', models.PositiveSmallIntegerField(default=0, editable=False)),
                ('problem', models.CharField(blank=True, editable=False, max_length=300)),
                ('figures', models.JSONField(default=dict, editable=False)),
                ('asks', models.TextField(blank=True, max_length=1500, verbose_name='what is asked of the council')),
                ('begun_at', models.DateTimeField()),
                ('offered_at', models.DateTimeField(blank=True, null=True)),
                ('issued_at', models.DateTimeField(blank=True, null=True)),
                ('number', models.CharField(blank=True, editable=False, max_length=12)),
                ('checksum', models.CharField(blank=True, editable=False, max_length=64)),
                ('submission', models.UUIDField(editable=False, unique=True)),
                ('edits', models.PositiveIntegerField(default=1, editable=False)),
                ('begun_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='accounts.membership')),
                ('issued_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='accounts.membership')),
                ('municipality', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='accounts.municipality')),
                ('offered_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='accounts.membership')),
            ],
            options={
                'verbose_name': 'report to the council',
                'verbose_name_plural': 'reports to the council',
            },
        ),
        migrations.CreateModel(
            name='Comment',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('uuid', models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                ('section', models.CharField(blank=True, max_length=30)),
                ('text', models.TextField(max_length=1000, verbose_name='what would you change?')),
                ('at', models.DateTimeField()),
                ('done_at', models.DateTimeField(blank=True, null=True)),
                ('by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='accounts.membership')),
                ('municipality', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='accounts.municipality')),
                ('report', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='comments', to='approach.report')),
            ],
            options={
                'verbose_name': 'comment on a report',
                'verbose_name_plural': 'comments on reports',
            },
        ),
        migrations.CreateModel(
            name='ReportFile',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('kind', models.CharField(choices=[('pdf', 'PDF'), ('html', 'HTML'), ('odt', 'ODT'), ('ods', 'ODS')], max_length=4)),
                ('content', models.BinaryField()),
                ('checksum', models.CharField(max_length=64)),
                ('municipality', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='accounts.municipality')),
                ('report', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='files', to='approach.report')),
            ],
            options={
                'verbose_name': 'file of a report',
                'verbose_name_plural': 'files of reports',
            },
        ),
        migrations.CreateModel(
            name='Section',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('code', models.CharField(max_length=30)),
                ('position', models.PositiveSmallIntegerField()),
                ('title', models.CharField(max_length=120, verbose_name='title')),
                ('made', models.TextField(blank=True)),
                ('text', models.TextField(blank=True, max_length=4000, verbose_name='text')),
                ('municipality', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='accounts.municipality')),
                ('report', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='sections', to='approach.report')),
            ],
            options={
                'verbose_name': 'section of a report',
                'verbose_name_plural': 'sections of reports',
            },
        ),
        migrations.CreateModel(
            name='Template',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('uuid', models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                ('number', models.PositiveSmallIntegerField(verbose_name='version')),
                ('sections', models.JSONField(verbose_name='sections')),
                ('made_at', models.DateTimeField()),
                ('made_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='accounts.membership')),
                ('municipality', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.CASCADE, related_name='+', to='accounts.municipality')),
            ],
            options={
                'verbose_name': 'template of a report',
                'verbose_name_plural': 'templates of reports',
            },
        ),
        migrations.AddField(
            model_name='report',
            name='template',
            field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='approach.template'),
        ),
        migrations.CreateModel(
            name='Vision',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('uuid', models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                ('number', models.PositiveSmallIntegerField(verbose_name='version')),
                ('state', models.CharField(choices=[('draft', 'Draft'), ('adopted', 'Adopted')], default='draft', editable=False, max_length=7)),
                ('problem', models.TextField(blank=True, max_length=3000, verbose_name='which question or problem is it an answer to?')),
                ('goal', models.TextField(blank=True, max_length=3000, verbose_name='what do we want to reach?')),
                ('way', models.TextField(blank=True, max_length=3000, verbose_name='how do we want to reach it?')),
                ('form', models.CharField(blank=True, choices=[('structural', 'A lasting network: key figures also meet each other'), ('ad_hoc', 'A network for as long as a question lasts'), ('bilateral', 'No network: the municipality speaks with each key figure by herself'), ('none', 'No key figures, for now')], max_length=10, verbose_name='do we need a network, and which?')),
                ('form_because', models.TextField(blank=True, max_length=1000, verbose_name='why this form?')),
                ('who', models.TextField(blank=True, max_length=2000, verbose_name='which people should take part?')),
                ('organisations', django.contrib.postgres.fields.ArrayField(base_field=models.CharField(choices=[('care', 'Care and welfare'), ('education', 'Education'), ('housing', 'Housing'), ('neighbourhood', 'Work in the neighbourhood'), ('police', 'Police'), ('safety_house', 'Community safety partnership'), ('sport', 'Sport and leisure'), ('volunteers', 'Organisations of volunteers'), ('work', 'Work and income'), ('youth', 'Youth work'), ('other', 'Another organisation')], max_length=13), blank=True, default=list, size=None, verbose_name='which organisations?')),
                ('organisations_do', models.TextField(blank=True, max_length=2000, verbose_name='what do these organisations do?')),
                ('roles', django.contrib.postgres.fields.ArrayField(base_field=models.CharField(choices=[('think_along', 'Think along about policy'), ('mediate', 'Mediate when tension rises'), ('prevent', 'Activities that prevent radicalisation'), ('share_concerns', 'Share and discuss concerns')], max_length=20), blank=True, default=list, size=None, verbose_name='which roles do key figures have?')),
                ('functions', models.TextField(blank=True, max_length=2000, verbose_name='what do these roles mean here?')),
                ('limits', models.TextField(blank=True, max_length=2000, verbose_name='what will we never ask of a key figure?')),
                ('links', models.TextField(blank=True, max_length=1000, verbose_name='with which other policy does it go together?')),
                ('begun_at', models.DateTimeField()),
                ('review_on', models.DateField(blank=True, null=True, verbose_name='looked at again on')),
                ('reviewed_at', models.DateTimeField(blank=True, null=True)),
                ('adopted_by', models.CharField(blank=True, choices=[('mayor', 'Mayor'), ('college', 'College of mayor and aldermen'), ('council', 'Council')], max_length=7, verbose_name='adopted by')),
                ('adopted_on', models.DateField(blank=True, null=True, verbose_name='adopted on')),
                ('document_number', models.CharField(blank=True, max_length=60, verbose_name='number of the document')),
                ('recorded_at', models.DateTimeField(blank=True, null=True)),
                ('edits', models.PositiveIntegerField(default=1, editable=False)),
                ('municipality', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='accounts.municipality')),
                ('recorded_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='accounts.membership')),
                ('written_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='accounts.membership')),
            ],
            options={
                'verbose_name': 'vision',
                'verbose_name_plural': 'visions',
            },
        ),
        migrations.AddField(
            model_name='report',
            name='vision',
            field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='approach.vision'),
        ),
        migrations.CreateModel(
            name='Goal',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('identity', models.UUIDField(default=uuid.uuid4)),
                ('position', models.PositiveSmallIntegerField()),
                ('text', models.CharField(max_length=200, verbose_name='what do we want to see?')),
                ('indicator', models.CharField(blank=True, max_length=60, verbose_name='which figure shows it?')),
                ('target', models.DecimalField(blank=True, decimal_places=1, max_digits=9, null=True, verbose_name='which number is it then?')),
                ('measure', models.CharField(blank=True, max_length=200, verbose_name='how do we see it, when no figure shows it?')),
                ('by_date', models.DateField(blank=True, null=True, verbose_name='by when?')),
                ('municipality', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='accounts.municipality')),
                ('vision', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='goals', to='approach.vision')),
            ],
            options={
                'verbose_name': 'goal of a vision',
                'verbose_name_plural': 'goals of a vision',
            },
        ),
        migrations.CreateModel(
            name='Budget',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('uuid', models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                ('year', models.PositiveSmallIntegerField(verbose_name='year')),
                ('amount', models.PositiveIntegerField(verbose_name='money for the approach, in euro')),
                ('spent', models.PositiveIntegerField(blank=True, null=True, verbose_name='spent, in euro')),
                ('spent_until', models.DateField(blank=True, null=True, verbose_name='spent up to and including')),
                ('note', models.CharField(blank=True, max_length=300, verbose_name='for what')),
                ('edits', models.PositiveIntegerField(default=1, editable=False)),
                ('municipality', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='accounts.municipality')),
            ],
            options={
                'verbose_name': 'budget',
                'verbose_name_plural': 'budgets',
                'constraints': [models.UniqueConstraint(fields=('municipality', 'year'), name='one_budget_per_year'), models.CheckConstraint(condition=models.Q(('year__gte', 2000), ('year__lte', 2100)), name='year_of_budget_is_sensible'), models.CheckConstraint(condition=models.Q(models.Q(('spent', None), ('spent_until', None)), models.Q(('spent__isnull', False), ('spent_until__isnull', False)), _connector='OR'), name='spent_until_a_day')],
            },
        ),
        migrations.CreateModel(
            name='Decision',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('uuid', models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                ('kind', models.CharField(choices=[('mandate', 'Decision on the approach'), ('budget', 'Decision on money'), ('other', 'Another decision')], max_length=7, verbose_name='kind')),
                ('title', models.CharField(max_length=200, verbose_name='what was decided')),
                ('body', models.CharField(choices=[('mayor', 'Mayor'), ('college', 'College of mayor and aldermen'), ('council', 'Council')], max_length=7, verbose_name='by whom')),
                ('decided_on', models.DateField(verbose_name='on which day')),
                ('document_number', models.CharField(blank=True, max_length=60, verbose_name='number of the document')),
                ('until', models.DateField(blank=True, null=True, verbose_name='holds until and including')),
                ('submission', models.UUIDField(editable=False, unique=True)),
                ('municipality', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='accounts.municipality')),
                ('written_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='accounts.membership')),
            ],
            options={
                'verbose_name': 'decision',
                'verbose_name_plural': 'decisions',
                'indexes': [models.Index(models.F('municipality'), models.OrderBy(models.F('decided_on'), descending=True), models.OrderBy(models.F('id'), descending=True), name='decision_list')],
                'constraints': [models.CheckConstraint(condition=models.Q(('until', None), ('until__gte', models.F('decided_on')), _connector='OR'), name='decision_holds_after_it_was_taken')],
            },
        ),
        migrations.CreateModel(
            name='FrozenFigure',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('indicator', models.CharField(max_length=60)),
                ('quarter', models.DateField()),
                ('value', models.DecimalField(decimal_places=1, max_digits=12, null=True)),
                ('part', models.PositiveIntegerField(null=True)),
                ('of', models.PositiveIntegerField(null=True)),
                ('is_rounded', models.BooleanField(default=False)),
                ('lack', models.CharField(blank=True, max_length=11)),
                ('frozen_at', models.DateTimeField()),
                ('municipality', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.CASCADE, related_name='+', to='accounts.municipality')),
            ],
            options={
                'verbose_name': 'figure of a quarter',
                'verbose_name_plural': 'figures of quarters',
                'constraints': [models.UniqueConstraint(fields=('municipality', 'quarter', 'indicator'), name='figure_frozen_once'), models.CheckConstraint(condition=models.Q(models.Q(('value', None), models.Q(('lack', ''), _negated=True)), models.Q(('lack', ''), ('value__isnull', False)), _connector='OR'), name='frozen_figure_has_a_value_or_says_why')],
            },
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='frozenfigure',
            trigger=pgtrigger.compiler.Trigger(name='frozen_figure_stays', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update rows from % table', TG_TABLE_NAME;", hash='f0977d62422fd41f91ba0f51aa96f866a5a2a641', operation='UPDATE', pgid='pgtrigger_frozen_figure_stays_84c2f', table='approach_frozenfigure', when='BEFORE')),
        ),
        migrations.AddConstraint(
            model_name='knowndate',
            constraint=models.UniqueConstraint(fields=('municipality', 'kind', 'on'), name='known_date_once'),
        ),
        migrations.AddConstraint(
            model_name='lessonsetting',
            constraint=models.UniqueConstraint(fields=('municipality', 'lesson'), name='one_setting_per_lesson'),
        ),
        migrations.AddConstraint(
            model_name='lessonsetting',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('aside_because', ''), ('aside_until', None)), models.Q(models.Q(('aside_because', ''), _negated=True), ('aside_until__isnull', False)), _connector='OR'), name='set_aside_with_reason_and_day'),
        ),
        migrations.AddIndex(
            model_name='moment',
            index=models.Index(models.F('municipality'), models.OrderBy(models.F('planned_on'), descending=True), models.OrderBy(models.F('id'), descending=True), name='moment_list'),
        ),
        migrations.AddConstraint(
            model_name='moment',
            constraint=models.UniqueConstraint(fields=('id', 'municipality'), name='moment_with_municipality'),
        ),
        migrations.AddConstraint(
            model_name='moment',
            constraint=models.CheckConstraint(condition=models.Q(('held_on', None), ('cancelled_at', None), _connector='OR'), name='moment_is_held_or_cancelled'),
        ),
        migrations.AddIndex(
            model_name='councilpromise',
            index=models.Index(fields=['moment', 'due_on', 'id'], name='council_promise_list'),
        ),
        migrations.AddConstraint(
            model_name='councilpromise',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('ended_at', None), ('state', 'open')), models.Q(models.Q(('state', 'open'), _negated=True), ('ended_at__isnull', False), models.Q(('outcome', ''), _negated=True)), _connector='OR'), name='ended_council_promise_says_what_became_of_it'),
        ),
        migrations.AddConstraint(
            model_name='portfolioholder',
            constraint=models.CheckConstraint(condition=models.Q(('until', None), ('until__gte', models.F('since')), _connector='OR'), name='portfolio_ends_after_it_began'),
        ),
        migrations.AddConstraint(
            model_name='portfolioholder',
            constraint=models.UniqueConstraint(condition=models.Q(('until', None)), fields=('municipality',), name='one_portfolio_holder_at_a_time'),
        ),
        migrations.AddIndex(
            model_name='comment',
            index=models.Index(fields=['report', 'at', 'id'], name='comment_list'),
        ),
        migrations.AddConstraint(
            model_name='reportfile',
            constraint=models.UniqueConstraint(fields=('report', 'kind'), name='one_file_of_a_kind'),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='reportfile',
            trigger=pgtrigger.compiler.Trigger(name='report_file_stays', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update rows from % table', TG_TABLE_NAME;", hash='94478f28b8364223a86f38dad5901ed841c4ed8a', operation='UPDATE', pgid='pgtrigger_report_file_stays_e5024', table='approach_reportfile', when='BEFORE')),
        ),
        migrations.AddConstraint(
            model_name='section',
            constraint=models.UniqueConstraint(fields=('report', 'code'), name='section_once_in_a_report'),
        ),
        migrations.AddConstraint(
            model_name='template',
            constraint=models.UniqueConstraint(fields=('id', 'municipality'), name='report_template_with_municipality'),
        ),
        migrations.AddConstraint(
            model_name='template',
            constraint=models.UniqueConstraint(fields=('municipality', 'number'), name='report_template_version_once'),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='template',
            trigger=pgtrigger.compiler.Trigger(name='template_stays', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update rows from % table', TG_TABLE_NAME;", hash='7039396c9c97e7b136060a14cfd6321104acf966', operation='UPDATE', pgid='pgtrigger_template_stays_25a43', table='approach_template', when='BEFORE')),
        ),
        migrations.AddConstraint(
            model_name='vision',
            constraint=models.UniqueConstraint(fields=('id', 'municipality'), name='vision_with_municipality'),
        ),
        migrations.AddConstraint(
            model_name='vision',
            constraint=models.UniqueConstraint(fields=('municipality', 'number'), name='vision_version_once'),
        ),
        migrations.AddConstraint(
            model_name='vision',
            constraint=models.UniqueConstraint(condition=models.Q(('state', 'draft')), fields=('municipality',), name='one_draft_of_a_vision'),
        ),
        migrations.AddConstraint(
            model_name='vision',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('state', 'adopted'), _negated=True), models.Q(models.Q(('adopted_by', ''), _negated=True), ('adopted_on__isnull', False), ('recorded_at__isnull', False), ('recorded_by__isnull', False), ('review_on__isnull', False), models.Q(('problem', ''), _negated=True), models.Q(('goal', ''), _negated=True), models.Q(('way', ''), _negated=True), models.Q(('who', ''), _negated=True), models.Q(('functions', ''), _negated=True), models.Q(('form', ''), _negated=True), models.Q(('form_because', ''), _negated=True)), _connector='OR'), name='adopted_vision_is_complete'),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='vision',
            trigger=pgtrigger.compiler.Trigger(name='adopted_vision_stays', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD."adopted_by" IS DISTINCT FROM (NEW."adopted_by") OR OLD."adopted_on" IS DISTINCT FROM (NEW."adopted_on") OR OLD."begun_at" IS DISTINCT FROM (NEW."begun_at") OR OLD."document_number" IS DISTINCT FROM (NEW."document_number") OR OLD."edits" IS DISTINCT FROM (NEW."edits") OR OLD."form" IS DISTINCT FROM (NEW."form") OR OLD."form_because" IS DISTINCT FROM (NEW."form_because") OR OLD."functions" IS DISTINCT FROM (NEW."functions") OR OLD."goal" IS DISTINCT FROM (NEW."goal") OR OLD."id" IS DISTINCT FROM (NEW."id") OR OLD."limits" IS DISTINCT FROM (NEW."limits") OR OLD."links" IS DISTINCT FROM (NEW."links") OR OLD."municipality_id" IS DISTINCT FROM (NEW."municipality_id") OR OLD."number" IS DISTINCT FROM (NEW."number") OR OLD."organisations" IS DISTINCT FROM (NEW."organisations") OR OLD."organisations_do" IS DISTINCT FROM (NEW."organisations_do") OR OLD."problem" IS DISTINCT FROM (NEW."problem") OR OLD."recorded_at" IS DISTINCT FROM (NEW."recorded_at") OR OLD."recorded_by_id" IS DISTINCT FROM (NEW."recorded_by_id") OR OLD."roles" IS DISTINCT FROM (NEW."roles") OR OLD."state" IS DISTINCT FROM (NEW."state") OR OLD."uuid" IS DISTINCT FROM (NEW."uuid") OR OLD."way" IS DISTINCT FROM (NEW."way") OR OLD."who" IS DISTINCT FROM (NEW."who") OR OLD."written_by_id" IS DISTINCT FROM (NEW."written_by_id"))', func="IF OLD.state = 'adopted' THEN RAISE EXCEPTION 'an adopted vision stays as it is'; END IF; RETURN NEW;", hash='0a29343af4dd0b38cd5b6be78b64b24b59a347a8', operation='UPDATE', pgid='pgtrigger_adopted_vision_stays_727dd', table='approach_vision', when='BEFORE')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='vision',
            trigger=pgtrigger.compiler.Trigger(name='adopted_vision_is_kept', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD."state" = \'adopted\')', func="RAISE EXCEPTION 'pgtrigger: Cannot delete rows from % table', TG_TABLE_NAME;", hash='b72e212e25327e092b1727bac87e20c4166c3e8f', operation='DELETE', pgid='pgtrigger_adopted_vision_is_kept_1981c', table='approach_vision', when='BEFORE')),
        ),
        migrations.AddIndex(
            model_name='report',
            index=models.Index(models.F('municipality'), models.OrderBy(models.F('begun_at'), descending=True), models.OrderBy(models.F('id'), descending=True), name='council_report_list'),
        ),
        migrations.AddConstraint(
            model_name='report',
            constraint=models.UniqueConstraint(fields=('id', 'municipality'), name='council_report_with_municipality'),
        ),
        migrations.AddConstraint(
            model_name='report',
            constraint=models.UniqueConstraint(condition=models.Q(('number', ''), _negated=True), fields=('municipality', 'number'), name='council_report_number_once'),
        ),
        migrations.AddConstraint(
            model_name='report',
            constraint=models.CheckConstraint(condition=models.Q(('last__gt', models.F('first'))), name='report_ends_after_it_begins'),
        ),
        migrations.AddConstraint(
            model_name='report',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('state', 'offered'), _negated=True), models.Q(('offered_at__isnull', False), ('offered_by__isnull', False)), _connector='OR'), name='offered_report_was_offered'),
        ),
        migrations.AddConstraint(
            model_name='report',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('state', 'issued'), _negated=True), models.Q(('issued_at__isnull', False), ('issued_by__isnull', False), ('offered_by__isnull', False), models.Q(('checksum', ''), _negated=True), models.Q(('number', ''), _negated=True), models.Q(('issued_by', models.F('offered_by')), _negated=True)), _connector='OR'), name='issued_report_has_four_eyes'),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='report',
            trigger=pgtrigger.compiler.Trigger(name='issued_report_stays', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD."state" = \'issued\')', func="RAISE EXCEPTION 'pgtrigger: Cannot update rows from % table', TG_TABLE_NAME;", hash='19b29618890bb22f0205a1c635065a17663857bb', operation='UPDATE', pgid='pgtrigger_issued_report_stays_a6a96', table='approach_report', when='BEFORE')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='report',
            trigger=pgtrigger.compiler.Trigger(name='issued_report_is_kept', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD."state" = \'issued\')', func="RAISE EXCEPTION 'pgtrigger: Cannot delete rows from % table', TG_TABLE_NAME;", hash='25168f1dc6539135598e077606e6e474864a4a43', operation='DELETE', pgid='pgtrigger_issued_report_is_kept_d1488', table='approach_report', when='BEFORE')),
        ),
        migrations.AddConstraint(
            model_name='goal',
            constraint=models.UniqueConstraint(fields=('vision', 'identity'), name='goal_once_in_a_vision'),
        ),
        migrations.AddConstraint(
            model_name='goal',
            constraint=models.UniqueConstraint(deferrable=django.db.models.constraints.Deferrable['DEFERRED'], fields=('vision', 'position'), name='one_goal_per_position'),
        ),
        migrations.AddConstraint(
            model_name='goal',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('indicator', ''), _negated=True), models.Q(('measure', ''), _negated=True), _connector='OR'), name='goal_can_be_seen'),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='goal',
            trigger=pgtrigger.compiler.Trigger(name='goal_comes_before_adoption', sql=pgtrigger.compiler.UpsertTriggerSql(func="\nIF EXISTS (SELECT 1 FROM approach_vision WHERE id IN (NEW.vision_id) AND state = 'adopted') THEN\n    RAISE EXCEPTION 'an adopted vision stays as it is';\nEND IF;\nRETURN NEW;\n", hash='fb106d7ab070cab4b098effd177445665923247a', operation='INSERT', pgid='pgtrigger_goal_comes_before_adoption_da285', table='approach_goal', when='BEFORE')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='goal',
            trigger=pgtrigger.compiler.Trigger(name='goal_changes_before_adoption', sql=pgtrigger.compiler.UpsertTriggerSql(func="\nIF EXISTS (SELECT 1 FROM approach_vision WHERE id IN (OLD.vision_id, NEW.vision_id) AND state = 'adopted') THEN\n    RAISE EXCEPTION 'an adopted vision stays as it is';\nEND IF;\nRETURN NEW;\n", hash='14131e28300d1580b46208537734dfa3d898dc7b', operation='UPDATE', pgid='pgtrigger_goal_changes_before_adoption_36fbe', table='approach_goal', when='BEFORE')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='goal',
            trigger=pgtrigger.compiler.Trigger(name='goal_goes_before_adoption', sql=pgtrigger.compiler.UpsertTriggerSql(func="\nIF EXISTS (SELECT 1 FROM approach_vision WHERE id IN (OLD.vision_id) AND state = 'adopted') THEN\n    RAISE EXCEPTION 'an adopted vision stays as it is';\nEND IF;\nRETURN OLD;\n", hash='e26144724d2ed429a864842c12ace3f2f6792ba2', operation='DELETE', pgid='pgtrigger_goal_goes_before_adoption_09d36', table='approach_goal', when='BEFORE')),
        ),
    ]

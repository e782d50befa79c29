"""Key figures for tests. Dull by default: active since January, with a coordinator as contact person."""

from datetime import UTC, date, datetime, timedelta
from uuid import uuid4

import factory
from django.db import transaction

from keyfigures.models.agreement import Agreement, AgreementTemplate
from keyfigures.models.asking import Ask
from keyfigures.models.figure import CameBy, Interest, KeyFigure
from keyfigures.models.help import HelpRequest
from keyfigures.models.learning import Course, Enrolment
from keyfigures.models.recognition import Recognition
from keyfigures.models.settings import Area, NetworkRole, NetworkSettings
from keyfigures.models.ties import PersonalTie
from keyfigures.stages import Stage
from tests.factories.accounts import MembershipFactory, MunicipalityFactory

# Tuesday 9 June 2026, 10.00 in Amsterdam.
AT = datetime(2026, 6, 9, 8, tzinfo=UTC)
TODAY = date(2026, 6, 9)


class NetworkSettingsFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = NetworkSettings

    municipality = factory.SubFactory(MunicipalityFactory)
    join_page_is_open = True


class AreaFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = Area

    municipality = factory.SubFactory(MunicipalityFactory)
    name = factory.Sequence(lambda number: f"Wijk {number}")


class NetworkRoleFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = NetworkRole

    municipality = factory.SubFactory(MunicipalityFactory)
    code = factory.Sequence(lambda number: f"rol-{number}")
    name = factory.Sequence(lambda number: f"Rol {number}")


class KeyFigureFactory(factory.django.DjangoModelFactory):
    """`KeyFigureFactory(municipality=…, member__user__name="Robin", interested=True)`."""

    class Meta:
        model = KeyFigure
        skip_postgeneration_save = True

    municipality = factory.SubFactory(MunicipalityFactory)
    member = factory.SubFactory(MembershipFactory, key_figure=True, municipality=factory.SelfAttribute("..municipality"))
    contact_person = factory.SubFactory(MembershipFactory, coordinator=True, municipality=factory.SelfAttribute("..municipality"))
    came_by = CameBy.INVITED
    stage = Stage.ACTIVE
    stage_since = date(2026, 1, 12)
    joined_on = date(2026, 1, 12)

    class Params:
        interested = factory.Trait(stage=Stage.INTERESTED, joined_on=None, member__key_figure=False, member__candidate=True)
        introduction = factory.Trait(stage=Stage.INTRODUCTION, joined_on=None, member__key_figure=False, member__candidate=True)
        agreeing = factory.Trait(stage=Stage.AGREEMENT, joined_on=None, member__key_figure=False, member__candidate=True)
        paused = factory.Trait(stage=Stage.PAUSED)
        ended = factory.Trait(stage=Stage.ENDED, ended_on=date(2026, 5, 1), end_reason="time", member__end_date=date(2026, 5, 1))

    @classmethod
    def _generate(cls, strategy, params):
        """With her agreement in one transaction: Postgres looks at the end of it."""
        with transaction.atomic():
            return super()._generate(strategy, params)

    @factory.post_generation
    def agreement(self, create, extracted, **kwargs):
        """Who is active has an agreement that holds: Postgres asks for it."""
        if create and extracted is not False and self.stage in {Stage.ACTIVE, Stage.PAUSED}:
            AgreementFactory(key_figure=self, **kwargs)

    @factory.post_generation
    def areas(self, create, extracted, **kwargs):
        if create and extracted:
            self.areas.set(extracted)


class AgreementTemplateFactory(factory.django.DjangoModelFactory):
    """The text of a municipality, published long ago."""

    class Meta:
        model = AgreementTemplate
        django_get_or_create = ("municipality", "version")

    municipality = factory.SubFactory(MunicipalityFactory)
    version = 1
    goal = "Samen zorgen wij dat mensen hier veilig leven."
    role = "U kiest zelf wat u doet."
    expectations = "Wij doen wat wij beloven."
    concerns = "U hoort altijd iets terug."
    stopping = "U kunt altijd stoppen."
    reconsideration = "Twee ambtenaren beslissen, na een gesprek met u."
    published_at = datetime(2025, 12, 1, 9, tzinfo=UTC)


class AgreementFactory(factory.django.DjangoModelFactory):
    """Confirmed by both and holding since January; `AgreementFactory(key_figure=robin, in_preparation=True, version=2)`."""

    class Meta:
        model = Agreement

    key_figure = factory.SubFactory(KeyFigureFactory, agreement=False)
    municipality = factory.SelfAttribute("key_figure.municipality")
    template = factory.SubFactory(AgreementTemplateFactory, municipality=factory.SelfAttribute("..municipality"))
    version = 1
    her_words = "Ik wil weten wat er met mijn ideeën gebeurt."
    our_words = "Wij hopen dat u meedenkt over de wijk."
    begun_at = datetime(2026, 1, 5, 9, tzinfo=UTC)
    begun_by = factory.LazyAttribute(lambda row: row.key_figure.contact_person or row.key_figure.member)
    confirmed_by_her_at = datetime(2026, 1, 10, 19, tzinfo=UTC)
    confirmed_by_us_at = datetime(2026, 1, 12, 9, tzinfo=UTC)
    confirmed_by = factory.SelfAttribute("begun_by")
    holds_from = date(2026, 1, 12)
    review_on = date(2027, 1, 12)

    class Params:
        in_preparation = factory.Trait(holds_from=None, review_on=None, confirmed_by_her_at=None, confirmed_by_us_at=None, confirmed_by=None, begun_at=AT)


class InterestFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = Interest

    municipality = factory.SubFactory(MunicipalityFactory)
    name = factory.Sequence(lambda number: f"Belangstellende {number}")
    email = factory.Sequence(lambda number: f"belangstellende{number}@voorbeeld.example")
    at = AT
    expires_at = datetime(2026, 7, 9, 8, tzinfo=UTC)


class PersonalTieFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = PersonalTie

    key_figure = factory.SubFactory(KeyFigureFactory)
    municipality = factory.SelfAttribute("key_figure.municipality")
    official = factory.SelfAttribute("key_figure.contact_person")
    at = AT


class HelpRequestFactory(factory.django.DjangoModelFactory):
    """A row without promises; a test that needs its clocks asks with the real action."""

    class Meta:
        model = HelpRequest

    key_figure = factory.SubFactory(KeyFigureFactory)
    municipality = factory.SelfAttribute("key_figure.municipality")
    owner = factory.SelfAttribute("key_figure.contact_person")
    submission = factory.LazyFunction(uuid4)
    category = "place"
    text = "Wij zoeken een zaal voor dertig mensen."
    asked_at = AT

    class Params:
        done = factory.Trait(state="done", outcome="helped", closed_at=AT, first_answer_at=AT)


class CourseFactory(factory.django.DjangoModelFactory):
    """Two weeks from now, in the evening; `places=1` for a small one."""

    class Meta:
        model = Course

    municipality = factory.SubFactory(MunicipalityFactory)
    offered_by = factory.SubFactory(MembershipFactory, coordinator=True, municipality=factory.SelfAttribute("..municipality"))
    title = "Gesprekken voeren"
    about = "Luisteren als het spannend wordt."
    place = "Buurthuis De Sluis"
    starts_at = AT + timedelta(days=14)
    ends_at = factory.LazyAttribute(lambda row: row.starts_at + timedelta(hours=2))
    sign_up_until = factory.LazyAttribute(lambda row: row.starts_at.date() - timedelta(days=2))
    places = 12
    offered_at = AT


class EnrolmentFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = Enrolment

    key_figure = factory.SubFactory(KeyFigureFactory)
    municipality = factory.SelfAttribute("key_figure.municipality")
    course = factory.SubFactory(CourseFactory, municipality=factory.SelfAttribute("..municipality"))
    state = "place"
    signed_up_at = AT
    changed_at = AT


class AskFactory(factory.django.DjangoModelFactory):
    """A row without promises: `AskFactory(key_figure=…, done=True, hours=3)`."""

    class Meta:
        model = Ask

    key_figure = factory.SubFactory(KeyFigureFactory)
    municipality = factory.SelfAttribute("key_figure.municipality")
    asked_by = factory.SelfAttribute("key_figure.contact_person")
    kind = "think_along"
    text = "Wilt u meelezen met ons plan?"
    asked_at = AT

    class Params:
        done = factory.Trait(state="done", done_on=TODAY, answered_at=AT)


class RecognitionFactory(factory.django.DjangoModelFactory):
    """Personal thanks; `shown=True` is recognition that she chose to show to everybody."""

    class Meta:
        model = Recognition

    key_figure = factory.SubFactory(KeyFigureFactory)
    municipality = factory.SelfAttribute("key_figure.municipality")
    given_by = factory.SelfAttribute("key_figure.contact_person")
    kind = "thanks"
    text = "Dank voor je hulp bij de buurtavond."
    given_at = AT

    class Params:
        shown = factory.Trait(kind="moment", wanted="public", chosen="public", chosen_at=AT, public_name="Robin")

"""Meetings for tests. Dull by default: a network meeting in two weeks, in the evening, to which nobody is invited yet."""

from datetime import timedelta
from uuid import uuid4

import factory

from meetings.models.agenda import ActionPoint, AgendaItem
from meetings.models.attendance import Attendee
from meetings.models.independence import IndependenceDeclaration
from meetings.models.meeting import Meeting
from meetings.models.poll import DatePoll, PollInvitee, PollOption
from meetings.models.report import Correction
from meetings.models.tension import Tension, TensionCall
from tests.factories.accounts import MembershipFactory, MunicipalityFactory
from tests.factories.keyfigures import AT, TODAY, KeyFigureFactory


class MeetingFactory(factory.django.DjangoModelFactory):
    """`MeetingFactory(invited=True)` was sent; `closed=True` has a report that can be corrected; `over=True` was two weeks ago."""

    class Meta:
        model = Meeting

    municipality = factory.SubFactory(MunicipalityFactory)
    organiser = factory.SubFactory(MembershipFactory, coordinator=True, municipality=factory.SelfAttribute("..municipality"))
    kind = "network"
    title = "Netwerkbijeenkomst zomer"
    starts_at = AT + timedelta(days=14, hours=9, minutes=30)  # Tuesday 23 June 2026, 19.30 in Amsterdam
    ends_at = factory.LazyAttribute(lambda row: row.starts_at + timedelta(hours=2))
    place = "Buurthuis De Sluis"
    planned_at = AT
    submission = factory.LazyFunction(uuid4)

    class Params:
        invited = factory.Trait(invited_at=AT)
        over = factory.Trait(starts_at=AT - timedelta(days=14), planned_at=AT - timedelta(days=60), invited_at=AT - timedelta(days=40))
        closed = factory.Trait(over=True, state="closed", closed_at=AT - timedelta(days=10), correct_until=TODAY + timedelta(days=4))
        fixed = factory.Trait(closed=True, state="fixed", correct_until=TODAY - timedelta(days=1), fixed_at=AT - timedelta(hours=8))
        cancelled = factory.Trait(state="cancelled", cancelled_at=AT)


class AttendeeFactory(factory.django.DjangoModelFactory):
    """Of a key figure; `AttendeeFactory(meeting=…, member=…, comes=True)`."""

    class Meta:
        model = Attendee

    meeting = factory.SubFactory(MeetingFactory, invited=True)
    municipality = factory.SelfAttribute("meeting.municipality")
    member = factory.LazyAttribute(lambda row: KeyFigureFactory(municipality=row.municipality).member)

    class Params:
        comes = factory.Trait(answer="yes", answered_at=AT, answered_by="site", seat="place", seat_since=AT)
        waits = factory.Trait(answer="yes", answered_at=AT, answered_by="site", seat="waiting", seat_since=AT)
        declines = factory.Trait(answer="no", answered_at=AT, answered_by="site")


class DatePollFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = DatePoll

    municipality = factory.SubFactory(MunicipalityFactory)
    organiser = factory.SubFactory(MembershipFactory, coordinator=True, municipality=factory.SelfAttribute("..municipality"))
    kind = "network"
    title = "Netwerkbijeenkomst najaar"
    place = "Buurthuis De Sluis"
    last_day = TODAY + timedelta(days=7)
    made_at = AT
    submission = factory.LazyFunction(uuid4)


class PollOptionFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = PollOption

    poll = factory.SubFactory(DatePollFactory)
    starts_at = factory.Sequence(lambda number: AT + timedelta(days=21 + number, hours=9, minutes=30))
    ends_at = factory.LazyAttribute(lambda row: row.starts_at + timedelta(hours=2))


class PollInviteeFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = PollInvitee

    poll = factory.SubFactory(DatePollFactory)
    municipality = factory.SelfAttribute("poll.municipality")
    asked_at = factory.SelfAttribute("poll.made_at")
    member = factory.LazyAttribute(lambda row: KeyFigureFactory(municipality=row.municipality).member)


class IndependenceDeclarationFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = IndependenceDeclaration

    chair = factory.SubFactory(MembershipFactory, neutral_chair=True)
    municipality = factory.SelfAttribute("chair.municipality")
    year = 2026
    not_employed = True
    not_paid_otherwise = True
    no_seat = True
    own_words = "Ik leid gesprekken voor buurten en scholen."
    declared_at = AT


class AgendaItemFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = AgendaItem

    meeting = factory.SubFactory(MeetingFactory, invited=True)
    municipality = factory.SelfAttribute("meeting.municipality")
    brought_by = "key_figure"
    proposed_by = factory.LazyAttribute(lambda row: KeyFigureFactory(municipality=row.municipality).member)
    proposed_at = AT
    title = "Licht in het park"
    aim = "ask"
    submission = factory.LazyFunction(uuid4)
    position = factory.Sequence(lambda number: number + 1)


class ActionPointFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = ActionPoint

    meeting = factory.SubFactory(MeetingFactory, closed=True)
    municipality = factory.SelfAttribute("meeting.municipality")
    owner = factory.SelfAttribute("meeting.organiser")
    text = "De wijkagent vragen naar het licht."
    due_on = TODAY + timedelta(days=14)
    made_at = AT
    accepted_at = AT


class CorrectionFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = Correction

    item = factory.SubFactory(AgendaItemFactory, meeting=factory.SubFactory(MeetingFactory, closed=True))
    municipality = factory.SelfAttribute("item.municipality")
    by = factory.SelfAttribute("item.proposed_by")
    at = AT
    submission = factory.LazyFunction(uuid4)
    text = "Het ging over het hele park, niet alleen over de ingang."


class TensionFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = Tension

    municipality = factory.SubFactory(MunicipalityFactory)
    begun_by = factory.SubFactory(MembershipFactory, coordinator=True, municipality=factory.SelfAttribute("..municipality"))
    theme = "neighbourhood"
    begun_at = AT
    phase_since = AT


class TensionCallFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = TensionCall

    tension = factory.SubFactory(TensionFactory)
    municipality = factory.SelfAttribute("tension.municipality")
    key_figure = factory.SubFactory(KeyFigureFactory, municipality=factory.SelfAttribute("..municipality"), network_roles=["mediate"])
    caller = factory.SelfAttribute("tension.begun_by")

"""A point of a key figure, from her phone to "this is what was done with it": agenda, report, a correction, the answer."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from meetings.models.agenda import AgendaItem
from meetings.models.meeting import Meeting
from tests.e2e.visitors import DESK, KeyboardVisitor, ScriptlessVisitor, Visitor
from tests.factories.accounts import MembershipFactory
from tests.factories.meetings import AttendeeFactory, MeetingFactory

pytestmark = [pytest.mark.e2e, pytest.mark.django_db(transaction=True)]
POINT = "Licht in het park"


@pytest.fixture
def joris(waterveen):
    return MembershipFactory(neutral_chair=True, municipality=waterveen, user__name="Joris")


@pytest.fixture
def evening(waterveen, marieke, joris, robin):
    """Next week; Robin said that she comes."""
    at = timezone.now()
    meeting = MeetingFactory(municipality=waterveen, organiser=marieke, chair=joris, starts_at=at + timedelta(days=7), planned_at=at, invited_at=at)
    AttendeeFactory(meeting=meeting, member=robin.member, comes=True)
    return meeting


@pytest.mark.parametrize("kind", [Visitor, ScriptlessVisitor, KeyboardVisitor], ids=["phone", "no-javascript", "keyboard"])
def test_from_a_point_to_what_was_done_with_it(enter, evening, robin, marieke, joris, kind):
    at_robin, at_joris, at_marieke = enter(robin.member, kind=kind), enter(joris, kind=kind, screen=DESK), enter(marieke, kind=kind, screen=DESK)

    robin_proposes_a_point(at_robin, evening)
    the_evening_was_yesterday(evening)
    joris_writes_the_report_and_closes_it(at_joris, evening)
    robin_proposes_a_correction(at_robin, evening)
    joris_takes_it_over(at_joris)
    marieke_tells_what_was_done(at_marieke)
    robin_reads_it(at_robin, evening)


def robin_proposes_a_point(she, meeting):
    she.go(reverse("meetings:meeting_detail", args=[meeting.uuid]))
    she.link("Stel een punt voor")
    she.fill("Waar gaat het over?", POINT)
    she.choose("Iets vragen")
    she.button("Stel het punt voor")
    she.reads(POINT)


def the_evening_was_yesterday(meeting):
    begins = timezone.now() - timedelta(days=1)
    Meeting.objects.filter(pk=meeting.pk).update(starts_at=begins, ends_at=begins + timedelta(hours=2))


def joris_writes_the_report_and_closes_it(he, meeting):
    he.go(reverse("meetings:report_edit", args=[meeting.uuid]))
    he.choose("Robin")
    he.fill("Wat is er gezegd?", "Bij de ingang van het park is het donker.")
    he.fill("Wat is er afgesproken?", "De gemeente kijkt of er licht bij kan.")
    he.button("Kijk het na")
    he.reads("Klopt het verslag?")
    he.button("Sluit verslag af")
    he.reads("Bij de ingang van het park is het donker.")


def robin_proposes_a_correction(she, meeting):
    she.go(reverse("meetings:report_detail", args=[meeting.uuid]))
    she.link("Verbeter dit")
    she.fill("Wat moet er staan?", "Het hele pad is donker.")
    she.button("Verstuur verbetering")
    she.reads("Het hele pad is donker.")


def joris_takes_it_over(he):
    he.go("/")
    he.link("Bekijk het")
    he.fill("Wat is er gezegd?", "Het hele pad door het park is donker.")
    he.button("Neem over")
    he.reads("Het hele pad door het park is donker.")


def marieke_tells_what_was_done(she):
    she.go("/")
    she.link("Vertel het")
    she.fill("Wat is ermee gedaan?", "Er komen vier lampen langs het pad.")
    she.button("Vertel het")
    assert AgendaItem.objects.get().answered_at is not None


def robin_reads_it(she, meeting):
    she.go(reverse("meetings:meeting_detail", args=[meeting.uuid]))
    she.link("Lees het verslag")
    she.reads("Het hele pad door het park is donker.", "Er komen vier lampen langs het pad.", "Het hele pad is donker.")

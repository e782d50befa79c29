"""A chair opens the meetings that she leads, and nothing else: shown by going to every address that has a name."""

from datetime import date, timedelta

import pytest
from django.test import Client
from django.urls import reverse

from accounts.models import Membership, Municipality
from keyfigures.models.figure import KeyFigure
from meetings.models.rhythm import MeetingRhythm
from tests.e2e.routes import routes
from tests.factories.accounts import MembershipFactory, log_in
from tests.factories.approach import adopted_vision
from tests.factories.evaluations import learn_from_all
from tests.factories.initiatives import InitiativeFactory, TaskFactory
from tests.factories.keyfigures import AT, InterestFactory, NetworkSettingsFactory
from tests.factories.meetings import (
    ActionPointFactory,
    AgendaItemFactory,
    AttendeeFactory,
    CorrectionFactory,
    DatePollFactory,
    IndependenceDeclarationFactory,
    MeetingFactory,
    TensionFactory,
)
from tests.factories.own_data import tell_all
from tests.factories.reports import CommentFactory, ReportFactory
from tests.factories.signals import file_one
from tests.factories.support import CouncilPromiseFactory, MomentFactory, support_stands

MARK = "Kwartel"
# What everybody has: logging in and out, the own account, the own data, help, what was shared back with her, and the evaluations in which she has a part.
FOR_ALL = {
    "home", "more", "accounts:welcome", "accounts:account", "notifications:preferences", "keyfigures:own_data", "keyfigures:data_request_new",
    "meetings:meeting_list", "meetings:poll_list", "meetings:feed_page", "evaluations:evaluation_list", "evaluations:shared_list",
}
HERS = {
    "meetings:meeting_detail", "meetings:agenda_new", "meetings:point_detail", "meetings:preparation", "meetings:declaration",
    "meetings:invitee_list", "meetings:invitation_detail", "meetings:needs_list",
    "meetings:correction_decide", "meetings:pulse", "meetings:pulse_thanks",
}


@pytest.fixture(autouse=True)
def now(time_machine):
    time_machine.move_to(AT, tick=False)


@pytest.fixture
def everything(waterveen, marieke, annemarie, robin):
    """All that happens in a municipality; every text holds the mark. Another chair leads the meetings."""
    NetworkSettingsFactory(municipality=waterveen, pays_allowance=True)
    Municipality.objects.filter(pk=waterveen.pk).update(dpia_date=date(2026, 1, 5), fg_advice="positive", fg_advice_date=date(2026, 1, 12))
    robin = KeyFigure.objects.for_detail().get(pk=robin.pk)
    handler = MembershipFactory(official=True, municipality=waterveen, user__name=f"Ilse {MARK}")
    other = MembershipFactory(neutral_chair=True, municipality=waterveen, user__name=f"Ada {MARK}")
    Membership.objects.filter(pk=robin.member.pk).update(phone="06 99 88 77 66")
    tell_all(robin, official=marieke, colleague=annemarie, handler=handler, mark=MARK)
    learn_from_all(owner=marieke, interviewer=other, asked=robin.member, mark=MARK)
    meeting = MeetingFactory(municipality=waterveen, organiser=marieke, chair=other, invited=True, title=f"Bijeenkomst {MARK}")
    AttendeeFactory(meeting=meeting, member=robin.member, comes=True, food=f"eten {MARK}")
    item = AgendaItemFactory(meeting=meeting, title=f"Punt {MARK}")
    ActionPointFactory(meeting=meeting, item=item, text=f"Actie {MARK}")
    CorrectionFactory(item=item, text=f"Verbetering {MARK}")
    IndependenceDeclarationFactory(chair=other, own_words=f"Woorden {MARK}")
    DatePollFactory(municipality=waterveen, organiser=marieke, chair=other, title=f"Datum {MARK}")
    TensionFactory(municipality=waterveen, begun_by=marieke)
    MeetingRhythm.objects.create(municipality=waterveen, kind="network", per_year=4)
    InterestFactory(municipality=waterveen)
    file_one(robin.member)
    support_stands(waterveen, owner=marieke)
    CouncilPromiseFactory(moment=MomentFactory(municipality=waterveen, owner=marieke), what=f"Toezegging {MARK}")
    TaskFactory(initiative=InitiativeFactory(owner=marieke, proposer=robin.member, running=True, what=f"Idee {MARK}"), what=f"Taak {MARK}")
    adopted_vision(waterveen, goals=1, problem=f"Vraag {MARK}")
    CommentFactory(report=ReportFactory(municipality=waterveen, begun_by=marieke, title=f"Verslag {MARK}"), text=f"Opmerking {MARK}")


@pytest.fixture
def her_meeting(waterveen, marieke, joris, sam):
    """Led by Joris: Sam comes and has a point, an action and a correction."""
    Membership.objects.filter(pk=sam.member.pk).update(phone="06 11 22 33 44")
    meeting = MeetingFactory(municipality=waterveen, organiser=marieke, chair=joris, invited=True, starts_at=AT + timedelta(days=20))
    AttendeeFactory(meeting=meeting, member=sam.member, comes=True, needs=["interpreter"])
    item = AgendaItemFactory(meeting=meeting, proposed_by=sam.member)
    ActionPointFactory(meeting=meeting, item=item, owner=sam.member)
    CorrectionFactory(item=item, by=sam.member)
    return meeting


def pages_of(member):
    """Name of the address → page, of all that answer with a page that a stranger does not see as well."""
    client, stranger, pages = log_in(Client(), member), Client(), {}
    for route in routes():
        answer = client.get(route.path())
        is_page = answer.status_code == 200 and answer["Content-Type"].startswith("text/html")
        if is_page and stranger.get(route.path()).status_code != 200 and _is_of_work(route.name):
            pages[route.name] = answer.content.decode()
    return pages


def _is_of_work(name):
    """Not how she logs in: those pages are the same for everybody."""
    return not name.startswith(("account_", "mfa_", "usersessions_", "socialaccount_", "openid_"))


def test_who_leads_no_meeting_yet_finds_only_what_everybody_has(everything, joris):
    assert set(pages_of(joris)) == FOR_ALL


def test_who_leads_one_finds_that_one_and_nothing_of_all_the_rest(everything, her_meeting, joris, sam):
    pages = pages_of(joris)

    assert set(pages) == FOR_ALL | HERS
    for name, page in pages.items():
        assert MARK not in page, name
        assert "06 11 22 33 44" not in page, name
        assert sam.member.user.email not in page, name


def test_who_comes_stands_there_by_name_with_the_answer_and_what_is_needed_as_a_number(everything, her_meeting, joris, sam):
    pages = pages_of(joris)

    assert sam.member.name in pages["meetings:invitee_list"]
    assert "Komt, op deze site" in pages["meetings:invitee_list"]
    assert "Een tolk: 1" in pages["meetings:meeting_detail"]


def test_she_can_press_nothing_outside_her_meeting(everything, joris):
    client, stranger = log_in(Client(), joris), Client()
    work = [route for route in routes() if route.name.startswith(("keyfigures:", "signals:", "meetings:", "evaluations:", "audit:"))]
    of_strangers = {route.name for route in work if not _leads_to_log_in(stranger.post(route.path()))}

    opened = {route.name for route in work if client.post(route.path()).status_code not in {403, 404, 405}}

    assert opened - of_strangers == {"keyfigures:data_request_new", "meetings:feed_renew", "meetings:feed_stop"}  # her own data and calendar


def _leads_to_log_in(answer):
    return answer.status_code == 302 and answer["Location"].startswith(reverse("account_login"))

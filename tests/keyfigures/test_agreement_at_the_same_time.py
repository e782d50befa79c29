"""Two real threads, each with a connection of its own."""

from uuid import uuid4

import pytest

from keyfigures.actions import NotPossible, reconsideration, treatment
from keyfigures.actions import agreement as agreements
from keyfigures.models.agreement import Agreement
from keyfigures.models.figure import KeyFigure
from keyfigures.models.reconsideration import Reconsideration
from keyfigures.models.treatment import Complaint
from tests.factories.accounts import MembershipFactory, MunicipalityFactory
from tests.factories.keyfigures import AT, TODAY, KeyFigureFactory
from tests.threads import at_once

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def waterveen():
    return MunicipalityFactory(name="Waterveen", slug="waterveen")


@pytest.fixture
def marieke(waterveen):
    return MembershipFactory(coordinator=True, municipality=waterveen, user__name="Marieke")


@pytest.fixture
def annemarie(waterveen):
    return MembershipFactory(team_lead=True, municipality=waterveen, user__name="Anne-Marie")


@pytest.fixture
def pim(waterveen):
    return MembershipFactory(coordinator=True, municipality=waterveen, user__name="Pim")


@pytest.fixture
def robin(waterveen, marieke):
    return KeyFigureFactory(municipality=waterveen, contact_person=marieke)


def test_both_sides_confirm_at_once_and_she_is_active(waterveen, marieke):
    noor = KeyFigureFactory(municipality=waterveen, contact_person=marieke, introduction=True)
    agreement = agreements.begin(noor, by=marieke, at=AT)
    seen = Agreement.objects.get(pk=agreement.pk).mark

    results = at_once(*(lambda who=who: agreements.confirm(agreement, by=who, at=AT, seen=seen) for who in (noor.member, marieke)))

    assert [each for each in results if isinstance(each, Exception)] == []
    assert KeyFigure.objects.get(pk=noor.pk).stage == "active"
    assert Agreement.objects.holding().filter(key_figure=noor).count() == 1


def test_two_officials_begin_one_agreement(waterveen, marieke, pim):
    noor = KeyFigureFactory(municipality=waterveen, contact_person=marieke, introduction=True)

    first, second = at_once(*(lambda who=who: agreements.begin(noor, by=who, at=AT) for who in (marieke, pim)))

    assert first == second


def test_two_officials_raise_one_question(robin, marieke, pim, annemarie, waterveen):
    MembershipFactory(team_lead=True, municipality=waterveen)

    results = at_once(*(lambda who=who: reconsideration.raise_question(robin, by=who, at=AT, fact="Een feit.") for who in (marieke, pim)))

    assert sum(isinstance(each, NotPossible) for each in results) == 1
    assert Reconsideration.objects.count() == 1


def test_two_who_propose_at_once_make_one_proposal(robin, marieke, pim, annemarie):
    row = reconsideration.raise_question(robin, by=marieke, at=AT, fact="Een feit.")
    reconsideration.record_talk(row, by=marieke, at=AT, talk_on=TODAY, her_reading="Haar woorden.")

    results = at_once(*(lambda who=who: reconsideration.propose(row, by=who, at=AT, outcome="go_on", reason="x") for who in (pim, annemarie)))

    assert sum(isinstance(each, NotPossible) for each in results) == 1


def test_a_complaint_sent_twice_at_once_is_one(robin, annemarie):
    submission = uuid4()

    first, second = at_once(*(lambda: treatment.complain(robin, by=robin.member, at=AT, submission=submission, text="x") for _each in range(2)))

    assert first == second
    assert Complaint.objects.count() == 1


def test_an_answer_and_a_withdrawal_at_once_end_it_once(robin, annemarie):
    row = treatment.complain(robin, by=robin.member, at=AT, submission=uuid4(), text="x")

    results = at_once(
        lambda: treatment.answer(row, by=annemarie, at=AT, finding="founded", text="y"), lambda: treatment.withdraw(row, by=robin.member, at=AT),
    )

    assert sum(isinstance(each, NotPossible) for each in results) == 1

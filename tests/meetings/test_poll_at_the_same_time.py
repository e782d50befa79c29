"""Two real threads, each with a connection of its own, held back until both are ready."""

from uuid import uuid4

import pytest

from meetings.actions import NotPossible
from meetings.actions import poll as actions
from meetings.actions.poll import ChangedMeanwhile
from meetings.models.meeting import Meeting
from meetings.models.poll import DatePoll
from notifications.models import Message
from terms.models import Clock
from tests.factories.accounts import MembershipFactory, MunicipalityFactory
from tests.factories.keyfigures import AT, KeyFigureFactory
from tests.meetings.polls import answered, changed, made, told
from tests.threads import at_once

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def marieke():
    return MembershipFactory(coordinator=True, municipality=MunicipalityFactory(name="Waterveen", slug="waterveen"))


@pytest.fixture
def robin(marieke):
    return KeyFigureFactory(municipality=marieke.municipality, contact_person=marieke).member


@pytest.fixture
def sam(marieke):
    return KeyFigureFactory(municipality=marieke.municipality, contact_person=marieke).member


def outcome(act):
    try:
        act()
    except (ChangedMeanwhile, NotPossible):
        return "told"
    return "done"


def test_a_form_that_is_sent_twice_at_once_is_one_poll_with_one_mail_each(marieke, robin):
    number = uuid4()

    at_once(*[lambda: made(marieke, robin, submission=number)] * 2)

    assert DatePoll.objects.count() == 1
    assert Message.objects.count() == 1


def test_when_the_last_two_answer_at_once_the_organiser_hears_it_once_and_owes_one_choice(marieke, robin, sam):
    poll = made(marieke, robin, sam)

    at_once(lambda: answered(poll, robin, "yes", "no"), lambda: answered(poll, sam, "yes", "no"))

    assert told("to_organiser") == [marieke]
    assert Clock.objects.filter(subject=poll.uuid).count() == 1


def test_the_same_answer_sent_twice_at_once_is_kept_once(marieke, robin):
    poll = made(marieke, robin)

    at_once(*[lambda: answered(poll, robin, "yes", "no")] * 2)

    assert poll.invitees.get().answers.count() == 2


def test_of_two_who_choose_at_once_one_date_becomes_the_meeting(marieke, robin):
    poll = made(marieke, robin)

    def choose(option):
        return lambda: outcome(lambda: actions.choose(option, by=marieke, at=AT, place="De Sluis"))

    assert sorted(at_once(*map(choose, poll.options.all()))) == ["done", "told"]
    assert Meeting.objects.count() == 1


def test_of_two_who_change_it_at_once_one_is_told(marieke, robin):
    poll = made(marieke, robin)

    def change(title):
        return lambda: outcome(lambda: changed(poll, marieke, robin, title=title))

    assert sorted(at_once(change("Najaar"), change("Winter"))) == ["done", "told"]


def test_an_answer_and_a_choice_at_once_do_not_get_in_each_others_way(marieke, robin):
    poll = made(marieke, robin)
    option = poll.options.first()

    outcomes = at_once(
        lambda: outcome(lambda: answered(poll, robin, "yes", "no")),
        lambda: outcome(lambda: actions.choose(option, by=marieke, at=AT, place="De Sluis")),
    )

    poll.refresh_from_db()
    assert outcomes[1] == "done"
    assert poll.state == "chosen"
    assert not Clock.objects.filter(subject=poll.uuid).open().exists()

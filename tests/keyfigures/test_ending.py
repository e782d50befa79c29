"""The cooperation ends: what was promised her then rings for nobody, and what she is owed by law or by right goes on."""

from datetime import timedelta

import pytest

from keyfigures import deadlines
from keyfigures import stages as way
from keyfigures.actions import contact, learning, rights, stages
from keyfigures.models.asking import Ask
from keyfigures.models.help import HelpRequest
from keyfigures.models.learning import Course, Enrolment
from notifications.reminders import queue_clock_reminders
from sleutelfiguren import today
from terms import clocks, promises
from terms.clocks import NewPromise
from terms.models import Clock
from tests.factories.accounts import MembershipFactory
from tests.factories.keyfigures import AT, TODAY
from tests.factories.promised import CONTACT, promise_all

DAY = timedelta(days=1)
GOES_ON = {deadlines.COMPLAINT, deadlines.DATA_REQUEST, deadlines.PAYMENT}
ENDS = {
    deadlines.STAGE, deadlines.PAUSE, deadlines.CONTACT, deadlines.THANKS, deadlines.SUCCESSOR, deadlines.REVIEW_AGREEMENT,
    deadlines.AGREEMENT_TURN, deadlines.NEXT_STEP, deadlines.ASK_RESULT,
    deadlines.HELP_FIRST_ANSWER, deadlines.HELP_OUTCOME, deadlines.RECONSIDERATION_TALK,
}


@pytest.fixture
def full(robin, sam, marieke, pim, annemarie, waterveen):
    """Robin, to whom everything is promised that can be; Sam waits for her place in a training."""
    MembershipFactory(privacy_officer=True, municipality=waterveen)
    figure = promise_all(robin, by=marieke)
    learning.sign_up(Course.objects.get(), figure=sam, at=AT)
    return figure


def promised_to(figure):
    return set(Clock.objects.open().filter(waiter=figure.member).values_list("kind", flat=True))


@pytest.mark.parametrize("by_herself", [True, False])
def test_only_complaint_request_about_data_and_money_go_on(full, marieke, by_herself):
    # The decision comes in place of the talk; it ends in the same way.
    assert promised_to(full) == ENDS | GOES_ON == {kind.kind for kind in promises.all_kinds() if kind.kind.startswith("keyfigures.")} - {
        deadlines.RECONSIDERATION_DECISION, deadlines.RECONSIDERATION_SECOND,
    }

    stages.move(full, way.END, by=full.member if by_herself else marieke, at=AT + DAY, reason="own_choice")

    assert promised_to(full) == GOES_ON


def test_what_ended_rings_for_nobody_and_stands_on_no_page(full, marieke):
    stages.move(full, way.END, by=marieke, at=AT + DAY, reason="own_choice")
    Clock.objects.filter(kind__in=GOES_ON).delete()
    Clock.objects.exclude(waiter=full.member).delete()

    assert not Clock.objects.filter(look_again_at__isnull=False).exists()
    assert queue_clock_reminders(at=AT + 400 * DAY) == 0
    groups = today.today_of(marieke, at=AT + 400 * DAY).groups
    assert [*groups.now, *groups.week, *groups.later] == []


def test_her_question_is_withdrawn_what_was_asked_taken_back_and_her_place_goes_to_who_waits(full, sam, marieke):
    stages.move(full, way.END, by=marieke, at=AT + DAY, reason="own_choice")

    assert HelpRequest.objects.get(key_figure=full).state == "withdrawn"
    assert set(Ask.objects.filter(key_figure=full).values_list("text", "state")) == {("Wilt u komen?", "withdrawn"), ("Wilt u meelezen?", "done")}
    assert dict(Enrolment.objects.values_list("key_figure", "state")) == {full.pk: "cancelled", sam.pk: "place"}


def test_who_asks_to_stop_with_her_data_is_not_called_for_what_was_agreed_either(robin, marieke, waterveen):
    MembershipFactory(privacy_officer=True, municipality=waterveen)
    contact.log(robin, by=marieke, official=marieke, at=AT, on=TODAY, next_step="call_again", next_on=TODAY + 5 * DAY, **CONTACT)

    rights.ask(robin.member, right="stop", at=AT + DAY)

    assert promised_to(robin) == {deadlines.PAUSE, deadlines.DATA_REQUEST}


def test_what_is_forgotten_is_owed_to_nobody(robin, marieke):
    new = NewPromise(kind=deadlines.NEXT_STEP, subject=robin.uuid, owner=marieke, waiter=robin.member)
    clocks.start_all([new], municipality=robin.municipality, at=AT)

    clocks.forget([robin.uuid], at=AT + DAY)

    clock = Clock.objects.get()
    assert (clock.waiter, clock.is_open, clock.look_again_at) == (None, False, None)
    assert clock.subject != robin.uuid

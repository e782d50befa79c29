"""The cooperation ends: what was promised her then rings for nobody, and what she is owed by law or by right goes on."""

from datetime import date, timedelta
from decimal import Decimal
from uuid import uuid4

import pytest

from keyfigures import deadlines
from keyfigures import stages as way
from keyfigures.actions import allowance, asking, contact, learning, reconsideration, rights, stages, treatment
from keyfigures.actions import help as helping
from keyfigures.models.allowance import AllowanceMaximum
from keyfigures.models.asking import Ask
from keyfigures.models.figure import KeyFigure
from keyfigures.models.help import HelpRequest
from keyfigures.models.learning import Enrolment
from notifications.reminders import queue_clock_reminders
from sleutelfiguren import today
from terms import clocks, promises
from terms.clocks import NewPromise
from terms.models import Clock
from tests.factories.accounts import MembershipFactory
from tests.factories.keyfigures import AT, TODAY, CourseFactory, NetworkSettingsFactory

DAY = timedelta(days=1)
GOES_ON = {deadlines.COMPLAINT, deadlines.DATA_REQUEST, deadlines.PAYMENT}
ENDS = {
    deadlines.STAGE, deadlines.CONTACT, deadlines.THANKS, deadlines.SUCCESSOR, deadlines.REVIEW_AGREEMENT, deadlines.NEXT_STEP, deadlines.ASK_RESULT,
    deadlines.HELP_FIRST_ANSWER, deadlines.HELP_OUTCOME, deadlines.RECONSIDERATION_TALK,
}


@pytest.fixture
def full(robin, sam, marieke, pim, annemarie, waterveen):
    """Robin, to whom everything is promised that can be."""
    MembershipFactory(privacy_officer=True, municipality=waterveen)
    AllowanceMaximum.objects.create(year=2026, per_hour="5.60", per_month=210, per_year=2100, source="test")
    NetworkSettingsFactory(municipality=waterveen, pays_allowance=True)
    her = robin.member
    helping.ask(robin, submission=uuid4(), category="place", text="Een zaal?", by=her, at=AT)
    asking.ask(robin, kind="explain", text="Wilt u komen?", by=marieke, at=AT)
    done = asking.ask(robin, kind="think_along", text="Wilt u meelezen?", by=marieke, at=AT)
    asking.report_done(done, by=her, at=AT, done_on=TODAY, hours=Decimal(2))
    what = {"how": "call", "occasion": "quiet", "topic": "help", "theme": "none", "official": marieke}
    contact.log(robin, by=marieke, at=AT, on=TODAY, next_step="send", next_on=TODAY + 5 * DAY, **what)
    stages.expect_end(robin, on=TODAY + 90 * DAY, by=her, at=AT)
    new = [
        NewPromise(kind=deadlines.THANKS, subject=robin.uuid, owner=marieke, waiter=her),
        NewPromise(kind=deadlines.STAGE, subject=robin.uuid, owner=marieke, waiter=her),
        NewPromise(kind=deadlines.REVIEW_AGREEMENT, subject=robin.agreements.get().uuid, owner=marieke, waiter=her),
    ]
    clocks.start_all(new, municipality=waterveen, at=AT)
    course = CourseFactory(municipality=waterveen, offered_by=marieke, places=1)
    learning.sign_up(course, figure=robin, at=AT)
    learning.sign_up(course, figure=sam, at=AT)
    allowance.propose(robin, month=date(2026, 5, 1), hours=Decimal(10), amount=Decimal(50), by=marieke, at=AT)
    treatment.complain(robin, by=her, at=AT, submission=uuid4(), text="Ik werd niet teruggebeld.")
    reconsideration.raise_question(robin, by=marieke, at=AT, fact="Op 2 juni deelde u een bericht.")
    rights.ask(her, right="correct", text="Mijn naam klopt niet.", at=AT)
    return KeyFigure.objects.for_detail().get(pk=robin.pk)


def promised_to(figure):
    return set(Clock.objects.open().filter(waiter=figure.member).values_list("kind", flat=True))


@pytest.mark.parametrize("by_herself", [True, False])
def test_only_complaint_request_about_data_and_money_go_on(full, marieke, by_herself):
    # The decision comes in place of the talk; it ends in the same way.
    assert promised_to(full) == ENDS | GOES_ON == {kind.kind for kind in promises.all_kinds() if kind.kind.startswith("keyfigures.")} - {
        deadlines.RECONSIDERATION_DECISION,
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
    what = {"how": "call", "occasion": "quiet", "topic": "help", "theme": "none", "official": marieke}
    contact.log(robin, by=marieke, at=AT, on=TODAY, next_step="call_again", next_on=TODAY + 5 * DAY, **what)

    rights.ask(robin.member, right="stop", at=AT + DAY)

    assert promised_to(robin) == {deadlines.STAGE, deadlines.DATA_REQUEST}


def test_what_is_forgotten_is_owed_to_nobody(robin, marieke):
    new = NewPromise(kind=deadlines.NEXT_STEP, subject=robin.uuid, owner=marieke, waiter=robin.member)
    clocks.start_all([new], municipality=robin.municipality, at=AT)

    clocks.forget([robin.uuid], at=AT + DAY)

    clock = Clock.objects.get()
    assert (clock.waiter, clock.is_open, clock.look_again_at) == (None, False, None)
    assert clock.subject != robin.uuid

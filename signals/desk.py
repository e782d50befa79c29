"""What concern reports add to the start page: frozen rows, never a report itself."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from accounts.models import Membership
from notifications.reminders import asked_to_help
from signals import deadlines, timeline
from signals.models import ConcernReport, Feedback
from signals.notices import path_of
from signals.presentation.promises import helping_line
from signals.presentation.rows import Row, own_row, work_row
from terms.calendar import calendar_of
from terms.days import local_date
from terms.presentation import Line
from terms.standing import Promise, promise_of
from ui.phrases import Words

SHOWN = 25
FRESH = timedelta(days=28)  # that long we ask on the start page whether an answer helped; on its own page always


@dataclass(frozen=True, kw_only=True)
class Desk:
    """The work of an official, in the order in which it should be done."""

    late: list[Row]
    today: list[Row]
    week: list[Row]
    later: list[Row]

    @property
    def now(self) -> int:
        """How much cannot wait until tomorrow."""
        return len(self.late) + len(self.today)


def waits_for(member: Membership, *, at: datetime) -> Desk:
    """Open reports on which she owes somebody an answer, what is due first on top; at most 25."""
    open_reports = ConcernReport.objects.visible_to(member, at=at).open().exclude(reporter=member).for_list()
    reports = list(open_reports[:SHOWN])
    promises = timeline.next_promises(reports, at)
    today = local_date(at)
    groups: dict[str, list[Row]] = {"late": [], "today": [], "week": [], "later": []}
    for report in reports:
        promise = promises.get(report.pk)
        if promise is not None:
            groups[_group(promise, _end_of_week(today))].append(work_row(report, promise, Words(today), reader=member))
    return Desk(**groups)


def _end_of_week(today: date) -> date:
    """The Sunday of this week; on Friday and in the weekend that of the next."""
    friday = 4
    days = 6 - today.weekday() + (7 if today.weekday() >= friday else 0)
    return today + timedelta(days=days)


def _group(promise: Promise, end_of_week: date) -> str:
    if promise.state in {"late", "today"}:
        return promise.state
    return "week" if promise.due_date <= end_of_week or promise.state == "paused" else "later"


def promised_to(member: Membership, *, at: datetime) -> Sequence[Row]:
    """Her own reports, what matters most on top; at most 5."""
    mine = list(ConcernReport.objects.visible_to(member, at=at).filter(reporter=member).for_list()[:5])
    promises = timeline.next_promises(mine, at, with_asked=True)
    words = Words(local_date(at))
    return [own_row(report, promises.get(report.pk), words) for report in mine]


def asked_of(member: Membership, *, at: datetime) -> list[Line]:
    """Late promises with which she was asked to help by the ladder; she sees the clock and whom to ask, never the report."""
    if not member.may("signals.escalated"):
        return []
    clocks = [clock for clock in asked_to_help(member, at=at) if clock.kind in deadlines.WORKING_DAYS]
    calendar, words = calendar_of(member.municipality), Words(local_date(at))
    return [helping_line(promise_of(clock, calendar, at), owner=clock.owner.name, words=words) for clock in clocks]


@dataclass(frozen=True, kw_only=True)
class Question:
    """An answer of which we would like to know whether it helped."""

    number: str
    url: str


def asks_opinion(member: Membership, *, at: datetime) -> list[Question]:
    """Her reports whose newest answer she said nothing about yet, for as long as it is fresh. One statement."""
    answered = Feedback.objects.newest().filter(report__reporter=member, given_at__gt=at - FRESH, rating=None).select_related("report")
    return [Question(number=each.report.number, url=path_of(each.report)) for each in answered.order_by("-given_at")]

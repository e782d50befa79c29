"""What concern reports add to the start page: frozen rows, never a report itself."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from accounts.models import Membership
from signals import timeline
from signals.models import ConcernReport
from signals.presentation.rows import Row, own_row, paused_last, work_row
from terms.days import local_date
from terms.standing import Promise
from ui.phrases import Words

SHOWN = 25


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
    return Desk(**{name: paused_last(rows) for name, rows in groups.items()})


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

"""What concern reports add to the start page: frozen rows, never a report itself."""

from collections.abc import Iterable
from datetime import datetime, timedelta

from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from accounts.models import Membership
from notifications.reminders import asked_to_help
from signals import deadlines, timeline
from signals.models import ConcernReport, Feedback
from signals.notices import path_of
from signals.presentation.promises import helping_line
from signals.presentation.rows import Row, own_row, work_row
from terms.calendar import calendar_of
from terms.days import local_date
from terms.models import Clock
from terms.presentation import Line
from terms.standing import Promise, promise_of
from terms.tasks import TaskRow, Waiting
from ui.phrases import Words

SHOWN = 25
FRESH = timedelta(days=28)  # that long we ask on the start page whether an answer helped; on its own page always


def waits_for(member: Membership, *, at: datetime) -> list[TaskRow]:
    """Open reports on which she owes somebody an answer, what is due first on top; at most 25. The number is said, the name is not."""
    open_reports = ConcernReport.objects.visible_to(member, at=at).open().exclude(reporter=member).for_list()
    reports = list(open_reports[:SHOWN])
    promises, words = timeline.next_promises(reports, at), Words(local_date(at))
    owed = ((report, promises[report.pk]) for report in reports if report.pk in promises)
    return [_task_row(report, promise, work_row(report, promise, words, reader=member)) for report, promise in owed]


def _task_row(report: ConcernReport, promise: Promise, row: Row) -> TaskRow:
    return TaskRow(
        title=_("Report %(number)s") % {"number": row.number}, line=row.line, promise=promise, url=row.url, button=_("Open report"), about=row.number,
        waiter=report.reporter_id,
    )


def promised_to(member: Membership, *, at: datetime) -> list[TaskRow]:
    """Her own reports, what matters most on top; at most 5."""
    mine = list(ConcernReport.objects.visible_to(member, at=at).filter(reporter=member).for_list()[:5])
    promises, words = timeline.next_promises(mine, at, with_asked=True), Words(local_date(at))
    return [_own_task_row(own_row(report, promises.get(report.pk), words)) for report in mine]


def _own_task_row(row: Row) -> TaskRow:
    return TaskRow(title=_("Report %(number)s") % {"number": row.number}, line=row.line, promise=row.promise, url=row.url, about=row.number)


def asks(rows: Iterable[TaskRow]) -> list[Waiting]:
    """Those of her reports about which we asked her something."""
    text = _("Report %(number)s. Our clock stands still until you answer.")
    return [
        Waiting(
            title=_("We have a question about your report"), text=text % {"number": row.about}, link=pgettext("reporter", "Give an answer"),
            url=row.url, about=row.about,
        )
        for row in rows if row.state == "paused"
    ]


def asked_of(member: Membership, *, at: datetime) -> list[Line]:
    """Late promises with which she was asked to help by the ladder; she sees the clock and whom to ask, never the report."""
    return helping(asked_to_help(member, at=at), member, at=at) if member.may("signals.escalated") else []


def helping(clocks: Iterable[Clock], member: Membership, *, at: datetime) -> list[Line]:
    """Those of these promises that are about a report."""
    ours = [clock for clock in clocks if clock.kind in deadlines.WORKING_DAYS and member.may("signals.escalated")]
    if not ours:
        return []
    calendar, words = calendar_of(member.municipality), Words(local_date(at))
    return [helping_line(promise_of(clock, calendar, at), owner=clock.owner.name, words=words) for clock in ours]


def asks_opinion(member: Membership, *, at: datetime) -> list[Waiting]:
    """Her reports whose newest answer she said nothing about yet, for as long as it is fresh. One statement."""
    answered = Feedback.objects.newest().filter(report__reporter=member, given_at__gt=at - FRESH, rating=None).select_related("report")
    return [_opinion(each.report) for each in answered.order_by("-given_at")]


def _opinion(report: ConcernReport) -> Waiting:
    text = _("Report %(number)s. Two short questions. You may also skip them.") % {"number": report.number}
    return Waiting(title=_("Did our answer help you?"), text=text, link=_("Say what you think"), url=path_of(report), about=report.number)

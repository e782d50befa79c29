"""A concern comes in: one transaction with its number, texts, promises and messages."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

from django.core.exceptions import PermissionDenied
from django.db import IntegrityError, transaction
from django.db.models import Count, OuterRef, Q, QuerySet, Subquery
from django.db.models.functions import Coalesce
from django.utils.translation import gettext as _

from accounts.models import Membership
from accounts.prepared import Given, Prepared, PreparedInsert, prepared_by_postgres
from notifications.outbox import enqueue
from signals import deadlines, notices, sealed_texts
from signals.models import ConcernReport, Purpose, ReportEvent, SealedText, Way
from signals.sealed_texts import Content
from signals.workflow import State
from terms import clocks
from terms.calendar import Calendar, calendar_of
from terms.days import local_date

FILED = "file"


class FilingProblem(Exception):
    """Why a concern cannot come in now, in a sentence for a person."""


class TooManyReports(FilingProblem):
    """`retry_at`: from when it works again."""

    def __init__(self, retry_at: datetime) -> None:
        super().__init__()
        self.retry_at = retry_at

    def __str__(self) -> str:
        return _("You sent more reports than we can read. Please call us.")


class WritingNotAllowed(FilingProblem):
    def __str__(self) -> str:
        return _("In this municipality a concern cannot be written down. You can ask for a talk.")


class NobodyToReceive(FilingProblem):
    def __str__(self) -> str:
        return _("Nobody of the reporting point can receive this now. Please call us.")


class AnotherReport(FilingProblem):
    """The same submission came from somebody else: nothing of that report is shown."""

    def __str__(self) -> str:
        return _("This form belongs to another report. Please begin again.")


@dataclass(frozen=True)
class _Handlers:
    contact_person: Membership
    deputy: Membership | None


def file_report(
    *,
    reporter: Membership,
    submission: UUID,
    way: str,
    answers: Mapping[str, Content],
    at: datetime,
    entered_by: Membership | None = None,
) -> ConcernReport:
    """Make the report, its promises and its messages; the same submission again gives the same report.

    Raises TooManyReports (limits of the municipality per person), WritingNotAllowed (no DPIA and advice recorded),
    NobodyToReceive, AnotherReport, PermissionDenied.
    """
    _check_people(reporter, entered_by)
    if way == Way.WRITTEN and not reporter.municipality.may_store_text:
        raise WritingNotAllowed
    before = _earlier(reporter, submission, at)
    if (same := next((each for each in before if each.submission == submission), None)) is not None:
        return _same(same, reporter)
    _check_limits(before, reporter, entered_by, at)
    handlers, calendar = _handlers(reporter, at), calendar_of(reporter.municipality)
    try:
        return _file(reporter, submission, way, answers, at, entered_by, handlers, calendar)
    except IntegrityError:
        if transaction.get_connection().in_atomic_block:
            raise  # the caller's transaction is lost; she holds the draft, of which two cannot be sent
        # Sent twice at the same moment: the other one was first.
        same = ConcernReport.objects.filter(submission=submission).first()
        if same is None:
            raise
        return _same(same, reporter)


_insert_events = PreparedInsert(ReportEvent)
_insert_texts = PreparedInsert(SealedText)


@transaction.atomic(savepoint=False)
def _file(  # noqa: PLR0917  all that a report is made of
    reporter: Membership,
    submission: UUID,
    way: str,
    answers: Mapping[str, Content],
    at: datetime,
    entered_by: Membership | None,
    handlers: _Handlers,
    calendar: Calendar,
) -> ConcernReport:
    report = _create(reporter, submission, way, answers, at, entered_by, handlers, calendar)
    event = ReportEvent(report=report, step=FILED, to_state=State.RECEIVED, actor=entered_by or reporter, at=at, detail=way)
    _insert_events([event])
    _seal(report, answers, reporter, at)
    enqueue(
        notices.notice(notices.RECEIPT, report, to=reporter, because=event),
        notices.notice(notices.NEW_REPORT, report, to=handlers.contact_person, because=event),
        at=at,
    )
    return report


def _check_people(reporter: Membership, entered_by: Membership | None) -> None:
    if not reporter.may("signals.report"):
        raise PermissionDenied
    if entered_by is not None and (entered_by.municipality_id != reporter.municipality_id or not entered_by.may("signals.intake")):
        raise PermissionDenied


_earlier_reports: Prepared[ConcernReport] = Prepared(
    lambda: ConcernReport.objects.filter(Q(reporter=Given("reporter"), received_at__gt=Given("since")) | Q(submission=Given("submission"))).order_by(
        "-received_at",
    )[:1000],
)


def _earlier(reporter: Membership, submission: UUID, at: datetime) -> list[ConcernReport]:
    """Reports of this person in a day, and the one that this form made before."""
    return _earlier_reports(reporter=reporter.pk, since=at - timedelta(days=1), submission=submission)


def _same(report: ConcernReport, reporter: Membership) -> ConcernReport:
    if report.reporter_id != reporter.pk:
        raise AnotherReport
    return report


def _check_limits(before: Sequence[ConcernReport], reporter: Membership, entered_by: Membership | None, at: datetime) -> None:
    """Per person: what an official writes down for who calls does not count for her."""
    if entered_by is not None:
        return
    municipality = reporter.municipality
    own = [each for each in before if each.reporter_id == reporter.pk and each.entered_by_id is None]
    for limit, span in ((municipality.reports_per_hour, timedelta(hours=1)), (municipality.reports_per_day, timedelta(days=1))):
        recent = [each.received_at for each in own if each.received_at > at - span]
        if len(recent) >= limit:
            raise TooManyReports(retry_at=recent[limit - 1] + span)


def _officials_by_work() -> QuerySet[Membership]:
    """Who can handle what comes in now, other than the reporter: present people first, then by their open reports."""
    mine = ConcernReport.objects.open().filter(municipality=Given("municipality"), contact_person=OuterRef("pk"))
    open_reports = mine.order_by().values("contact_person").annotate(how_many=Count("pk")).values("how_many")
    officials = Membership.objects.filter(municipality=Given("municipality")).active_on(Given("day")).with_permission("signals.handle")
    absent = Membership.objects.absent_on(Given("day")).values("pk")
    return (
        officials.exclude(pk=Given("reporter"))
        .annotate(open_reports=Coalesce(Subquery(open_reports), 0), is_absent=Q(pk__in=absent))
        .select_related("message_preference")
        .order_by("is_absent", "open_reports", "pk")
    )


_officials: Prepared[Membership] = Prepared(_officials_by_work)


def _handlers(reporter: Membership, at: datetime) -> _Handlers:
    """The present official with the fewest open reports, and a deputy: whom she chose, else the next one."""
    rows = _officials(municipality=reporter.municipality_id, day=local_date(at), reporter=reporter.pk)
    if not rows:
        raise NobodyToReceive
    contact = rows[0]
    chosen = next((row for row in rows if row.pk == contact.deputy_id), None)
    return _Handlers(contact, chosen or next((row for row in rows if row.pk != contact.pk), None))


def _create(  # noqa: PLR0917  all that a report is made of
    reporter: Membership,
    submission: UUID,
    way: str,
    answers: Mapping[str, Content],
    at: datetime,
    entered_by: Membership | None,
    handlers: _Handlers,
    calendar: Calendar,
) -> ConcernReport:
    report = ConcernReport(
        municipality=reporter.municipality,
        year=local_date(at).year,
        submission=submission,
        way=way,
        reporter=reporter,
        entered_by=entered_by,
        contact_person=handlers.contact_person,
        deputy=handlers.deputy,
        name_may_be_mentioned=answers.get("name_may_be_mentioned") is True,
        received_at=at,
        counted_from=max(at, calendar.office_opens_on(calendar.counted_on(at))),
        changed_at=at,
    )
    promises = clocks.start_all(
        [clocks.NewPromise(kind=kind, subject=report.uuid, owner=handlers.contact_person, waiter=reporter) for kind in deadlines.AT_RECEIPT],
        municipality=reporter.municipality,
        at=at,
        calendar=calendar,
    )
    report.next_due_at = min(clock.due_at for clock in promises)
    with prepared_by_postgres():
        report.save(force_insert=True)
    return report


def _seal(report: ConcernReport, answers: Mapping[str, Content], author: Membership, at: datetime) -> None:
    """What was left open is not kept; whether the name may be mentioned stands on the report itself as well."""
    given = {name: content for name, content in answers.items() if content not in ("", [], None)}
    _insert_texts([sealed_texts.sealed(report, content, purpose=Purpose.ANSWER, name=name, author=author, at=at) for name, content in given.items()])

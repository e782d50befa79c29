"""A report that is made: edited, offered, taken back, thrown away; and issued by a second person, after which it stays as it is."""

from collections.abc import Mapping
from datetime import datetime
from hashlib import sha256
from uuid import UUID

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.urls import reverse
from django.utils.translation import gettext as _

from accounts.models import Membership
from approach import deadlines, log_verbs
from approach.actions import NotPossible, check_manages, lock
from approach.kinds import FileKind, ReportState
from approach.models.report import Comment, Report, ReportFile, Section
from approach.notices import TO_OFFICIAL
from approach.sealing import checksum_of
from audit import log
from notifications.telling import tell
from terms import clocks
from terms.clocks import NewPromise
from terms.days import local_date

MANAGE, ISSUE = "approach.manage", "approach.issue"


class Meanwhile(NotPossible):
    def __str__(self) -> str:
        return _("A colleague changed, offered, issued or threw away this report just before you.")


@transaction.atomic
def change(report: Report, *, title: str, asks: str, version: int, by: Membership) -> Report:
    row = _draft(report, by)
    if row.edits != version:
        raise Meanwhile
    row.title, row.asks = title, asks
    return _save(row, "title", "asks")


@transaction.atomic
def rewrite(report: Report, *, code: str, title: str, text: str, version: int, by: Membership) -> Section:
    """One section in other words."""
    row = _draft(report, by)
    section = Section.objects.select_for_update().get(report=row, code=code)
    if section.edits != version:
        raise Meanwhile
    section.title, section.text, section.edits = title, text, section.edits + 1
    section.save(update_fields=["title", "text", "edits"])
    return section


@transaction.atomic
def say(report: Report, *, section: str, text: str, submission: UUID, by: Membership, at: datetime) -> Comment:
    """A colleague says what she would change; the same form sent twice is one comment. Who made the report hears so."""
    row = _locked(report)
    _check_works(by, row)
    if row.state not in {ReportState.DRAFT, ReportState.OFFERED}:
        raise Meanwhile
    comment, is_new = Comment.objects.get_or_create(
        uuid=submission, defaults={"municipality": row.municipality, "report": row, "section": section, "text": text, "by": by, "at": at},
    )
    if comment.report_id != row.pk:
        raise PermissionDenied
    writer = row.offered_by or row.begun_by
    if is_new and writer.pk != by.pk:
        _tell(row, writer, because=f"comment-{comment.uuid}", at=at)
    return comment


@transaction.atomic
def tick(comment: Comment, *, by: Membership, at: datetime) -> Comment:
    """Done with it. Pressed twice it stays as it was."""
    row = _locked(comment.report)
    _check_works(by, row)
    if row.state not in {ReportState.DRAFT, ReportState.OFFERED}:
        raise Meanwhile
    Comment.objects.filter(pk=comment.pk, done_at=None).update(done_at=at)
    return comment


@transaction.atomic
def offer(report: Report, *, reader: Membership, version: int, by: Membership, at: datetime) -> Report:
    """To a second person, who looks at it within her term. She or any colleague who issues reports can issue it; not who offers it."""
    row = _draft(report, by)
    if not reader.may(ISSUE) or reader.municipality_id != row.municipality_id or not reader.is_active_on(local_date(at)) or reader.pk == by.pk:
        raise PermissionDenied
    if row.edits != version:
        raise Meanwhile
    row.state, row.offered_by, row.offered_at = ReportState.OFFERED, by, at
    _save(row, "state", "offered_by", "offered_at")
    clocks.start_all([NewPromise(kind=deadlines.COMMENT, subject=row.uuid, owner=reader, waiter=None)], municipality=row.municipality, at=at)
    _tell(row, reader, because=f"offered-{at.isoformat()}", at=at)
    log.record(log_verbs.REPORT_OFFERED, at=at, actor=by, kind="approach.report", subject=row.uuid)
    return row


@transaction.atomic
def take_back(report: Report, *, by: Membership, at: datetime) -> Report:
    """Back to a draft, by who works on it or who was asked to issue it. Who offered it hears so."""
    row = _locked(report)
    _check_works(by, row)
    if row.state != ReportState.OFFERED:
        raise Meanwhile
    writer = row.offered_by
    row.state, row.offered_by, row.offered_at = ReportState.DRAFT, None, None
    _save(row, "state", "offered_by", "offered_at")
    clocks.keep(row.uuid, at=at, kinds=[deadlines.COMMENT])
    if writer is not None and writer.pk != by.pk:
        _tell(row, writer, because=f"back-{at.isoformat()}", at=at)
    log.record(log_verbs.REPORT_TAKEN_BACK, at=at, actor=by, kind="approach.report", subject=row.uuid)
    return row


@transaction.atomic
def discard(report: Report, *, by: Membership, at: datetime) -> Report:
    """Nobody finds it any more; what colleagues said of it goes."""
    row = _locked(report)
    check_manages(by, row.municipality_id)
    if row.state not in {ReportState.MAKING, ReportState.FAILED, ReportState.DRAFT}:
        raise Meanwhile
    row.state = ReportState.DISCARDED
    _save(row, "state")
    row.comments.all().delete()
    log.record(log_verbs.REPORT_DISCARDED, at=at, actor=by, kind="approach.report", subject=row.uuid)
    return row


@transaction.atomic
def issue(report: Report, *, version: int, by: Membership, at: datetime) -> Report:
    """By somebody else than who offered it. From here on its figures, words and files stay; what colleagues said of it goes."""
    lock(report.municipality_id)  # two reports at once get two numbers
    row = _locked(report)
    if not by.may(ISSUE) or by.municipality_id != row.municipality_id:
        raise PermissionDenied
    if row.state != ReportState.OFFERED or row.edits != version:
        raise Meanwhile
    if row.offered_by_id == by.pk:
        raise NotPossible(_("You offered this report yourself. A colleague issues it: two people look at it."))
    row.issued_by, row.issued_at, row.number = by, at, _next_number(row, at)
    row.checksum = checksum_of(row)
    files = _files(row)
    ReportFile.objects.bulk_create(
        ReportFile(municipality=row.municipality, report=row, kind=kind, content=content, checksum=sha256(content).hexdigest())
        for kind, content in files.items()
    )
    row.comments.all().delete()
    row.state = ReportState.ISSUED
    _save(row, "state", "issued_by", "issued_at", "number", "checksum")
    clocks.keep(row.uuid, at=at, kinds=[deadlines.COMMENT])
    log.record(log_verbs.REPORT_ISSUED, at=at, actor=by, kind="approach.report", subject=row.uuid)
    return row


def _files(row: Report) -> Mapping[str, bytes]:
    from approach.report_files import files_of  # noqa: PLC0415  drawing stands above deciding; only the last step needs it

    files: dict[str, bytes] = {str(FileKind(kind)): content for kind, content in files_of(row).items()}
    return files


def _next_number(row: Report, at: datetime) -> str:
    """The year of issue, and how many of that year there are with it."""
    year = local_date(at).year
    earlier = Report.objects.filter(municipality=row.municipality_id, number__startswith=f"{year}-").values_list("number", flat=True)
    return f"{year}-{1 + max((int(each.split('-')[1]) for each in earlier), default=0)}"


def _draft(report: Report, by: Membership) -> Report:
    row = _locked(report)
    check_manages(by, row.municipality_id)
    if row.state != ReportState.DRAFT:
        raise Meanwhile
    return row


def _locked(report: Report) -> Report:
    return Report.objects.select_for_update(of=("self",)).with_all().get(pk=report.pk)


def _save(row: Report, *fields: str) -> Report:
    row.edits += 1
    row.save(update_fields=[*fields, "edits"])
    return row


def _check_works(by: Membership, row: Report) -> None:
    if not (by.may(MANAGE) or by.may(ISSUE)) or by.municipality_id != row.municipality_id:
        raise PermissionDenied


def _tell(row: Report, to: Membership, *, because: str, at: datetime) -> None:
    tell(TO_OFFICIAL, to=to, subject=row.uuid, because=because, path=reverse("approach:report_detail", args=[row.uuid]), at=at)

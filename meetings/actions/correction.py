"""What somebody who was invited reads otherwise in the report, and what the chair does with it."""

from datetime import datetime
from uuid import UUID

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.urls import reverse
from django.utils.translation import gettext as _

from accounts.models import Membership
from meetings import deadlines, reports
from meetings.actions import NotPossible
from meetings.actions.agenda import keeper_of
from meetings.actions.locks import locked
from meetings.actions.report import ReportChanged, check_leads, fix_if_done, grown
from meetings.models.agenda import AgendaItem
from meetings.models.meeting import Meeting
from meetings.models.report import Correction, CorrectionState
from meetings.notices import TO_INVITED, TO_ORGANISER
from notifications.telling import tell
from terms import clocks
from terms.clocks import NewPromise
from terms.days import local_date
from ui.phrases import Words


@transaction.atomic
def propose(item: AgendaItem, *, by: Membership, at: datetime, submission: UUID, text: str) -> Correction:
    """By who may read the report, until the last day. The same `submission` twice is one proposal. She hears what was done with it."""
    row = locked(item.meeting)
    if not Meeting.objects.visible_to(by).filter(pk=row.pk).exists() or item.withdrawn_at is not None:
        raise PermissionDenied
    known = Correction.objects.filter(submission=submission, by=by).first()
    if known is not None:
        return known
    today = local_date(at)
    if not reports.can_be_corrected(row, today):
        raise NotPossible(_closed_sentence(row, Words(today)))
    what = {"municipality": row.municipality, "item": item, "by": by, "at": at, "text": text}
    correction = Correction.objects.create(submission=submission, **what)
    owner = keeper_of(row, at)
    waiter = by if by.pk != owner.pk else None
    clocks.start_all([NewPromise(kind=deadlines.CORRECTION, subject=correction.uuid, owner=owner, waiter=waiter)], municipality=row.municipality, at=at)
    if waiter is not None:
        tell(TO_ORGANISER, to=owner, subject=correction.uuid, because="proposed", path=_path(correction), at=at)
    return correction


@transaction.atomic
def take_over(
    correction: Correction, *, by: Membership, at: datetime, version: int, said: str = "", agreed: str = "", not_taken_because: str = "",
) -> Correction:
    """The text of the point becomes what the decider makes of it, in the same step. Raises ReportChanged when it is another by now."""
    row, correction = _to_decide(correction, by)
    item = AgendaItem.objects.get(pk=correction.item_id)
    texts = {"said": said, "agreed": agreed} if item.was_taken else {"not_taken_because": not_taken_because}
    if not any(texts.values()):
        raise NotPossible(_("Something must stay written about this point."))
    if row.version != version:
        raise ReportChanged
    AgendaItem.objects.filter(pk=item.pk).update(**texts)
    grown(row)
    return _decide(row, correction, CorrectionState.TAKEN, by=by, at=at)


@transaction.atomic
def leave_out(correction: Correction, *, by: Membership, at: datetime, reply: str) -> Correction:
    """The text stays as it is; everybody who reads the report reads why."""
    row, correction = _to_decide(correction, by)
    correction.reply = reply
    return _decide(row, correction, CorrectionState.NOT_TAKEN, by=by, at=at)


def _to_decide(correction: Correction, by: Membership) -> tuple[Meeting, Correction]:
    """Both locked, the meeting first."""
    row = locked(correction.item.meeting)
    check_leads(row, by)
    fresh = Correction.objects.select_for_update(of=("self",)).with_people().get(pk=correction.pk)
    if fresh.state != CorrectionState.PROPOSED:
        raise NotPossible(_("A colleague decided about this correction just before you."))
    return row, fresh


def _decide(row: Meeting, correction: Correction, state: str, *, by: Membership, at: datetime) -> Correction:
    """Who proposed it hears so. The last one that still waited after the last day makes the report final."""
    correction.state, correction.decided_by, correction.decided_at = state, by, at
    correction.save(update_fields=["state", "decided_by", "decided_at", "reply"])
    clocks.keep(correction.uuid, at=at, kinds=[deadlines.CORRECTION])
    if correction.by_id != by.pk:
        tell(TO_INVITED, to=correction.by, subject=correction.uuid, because="decided", path=_path(correction), at=at)
    fix_if_done(row, at=at)
    return correction


def _closed_sentence(row: Meeting, words: Words) -> str:
    if row.correct_until is None:
        return _("The report is not there yet.")
    return _("The report could be corrected until %(day)s. Call %(name)s if something is really wrong.") % {
        "day": words.day(row.correct_until), "name": row.organiser.name,
    }


def _path(correction: Correction) -> str:
    return reverse("meetings:correction_decide", args=[correction.uuid])

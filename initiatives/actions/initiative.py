"""Ideas: filed, supported, taken back, and answered. Lesson: build on what people ask, and answer in time."""

from datetime import datetime
from uuid import UUID

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.urls import reverse
from django.utils.crypto import salted_hmac
from django.utils.translation import gettext as _

from accounts.models import Membership
from initiatives import deadlines
from initiatives.actions import NotPossible
from initiatives.kinds import Answer, Beginning, State
from initiatives.models.initiative import Initiative, Step, Support
from initiatives.notices import TO_NETWORK, TO_OFFICIAL
from keyfigures.models.figure import KeyFigure
from keyfigures.stages import Stage
from notifications.telling import tell
from terms import clocks
from terms.clocks import NewPromise
from terms.days import local_date

FILES, ANSWERS = "initiatives.take_part", "initiatives.handle"


class Meanwhile(NotPossible):
    def __str__(self) -> str:
        return _("This idea was answered or taken back just before you.")


@transaction.atomic
def file(*, what: str, for_whom: str, needs: str, submission: UUID, by: Membership, at: datetime) -> Initiative:
    """Her contact person, or else the coordinator, owes an answer. The same form sent twice is one idea."""
    if not by.may(FILES):
        raise PermissionDenied
    owner = who_answers(by, at=at)
    if owner is None:
        raise NotPossible(_("Nobody works on the network at the moment. Call the municipality."))
    row, is_new = Initiative.objects.get_or_create(
        submission=submission,
        defaults={
            "municipality": by.municipality, "proposer": by, "owner": owner, "beginning": Beginning.COMMUNITY,
            "what": what, "for_whom": for_whom, "needs": needs, "filed_at": at,
        },
    )
    if row.proposer_id != by.pk:
        raise PermissionDenied
    if is_new:
        clocks.start_all([NewPromise(kind=deadlines.ANSWER, subject=row.uuid, owner=owner, waiter=by)], municipality=row.municipality, at=at)
        tell(TO_OFFICIAL, to=owner, subject=row.uuid, because="filed", path=_path(row), at=at)
    return row


@transaction.atomic
def answer(row: Initiative, *, answer: str, reason: str, by: Membership, at: datetime) -> Initiative:
    """Yes, yes if, or not by us: with the reason in plain words. Once; who filed it hears that there is an answer."""
    if not by.may(ANSWERS) or by.municipality_id != row.municipality_id or by.pk == row.proposer_id:
        raise PermissionDenied
    row = _unanswered(row)
    row.answer, row.reason, row.answered_by, row.answered_at = answer, reason, by, at
    if answer == Answer.NOT_BY_US:
        row.state, row.ended_at = State.STOPPED, at
    row.edits += 1
    row.save(update_fields=["answer", "reason", "answered_by", "answered_at", "state", "ended_at", "edits"])
    Step.objects.create(municipality=row.municipality, initiative=row, state=row.state, text="", by=by, at=at)
    clocks.keep(row.uuid, at=at, kinds=[deadlines.ANSWER])
    if row.proposer is not None:
        tell(TO_NETWORK, to=row.proposer, subject=row.uuid, because="answered", path=_path(row), at=at)
    return row


@transaction.atomic
def withdraw(row: Initiative, *, by: Membership, at: datetime) -> None:
    """Hers, while it waits: nobody owes an answer any more, and what was written is erased."""
    if by.pk != row.proposer_id:
        raise PermissionDenied
    row = _unanswered(row)
    _erase(row, at=at)
    tell(TO_OFFICIAL, to=row.owner, subject=row.uuid, because="withdrawn", path=reverse("initiatives:initiative_list"), at=at)


@transaction.atomic
def support(row: Initiative, *, by: Membership) -> None:
    """Once, by who did not file it. Nobody can read who it was."""
    row = _supportable(row, by)
    Support.objects.get_or_create(initiative=row, token=token_of(row, by), defaults={"municipality": row.municipality})


@transaction.atomic
def support_no_more(row: Initiative, *, by: Membership) -> None:
    row = _supportable(row, by)
    Support.objects.filter(initiative=row, token=token_of(row, by)).delete()


def supports(row: Initiative, by: Membership) -> bool:
    """One statement."""
    return Support.objects.filter(initiative=row, token=token_of(row, by)).exists()


def token_of(row: Initiative, by: Membership) -> str:
    return salted_hmac("initiatives.support", f"{by.uuid}:{row.uuid}", algorithm="sha256").hexdigest()


def who_answers(member: Membership, *, at: datetime) -> Membership | None:
    """Her contact person when she answers ideas, else who does so here the longest. Two statements."""
    today = local_date(at)
    figure = KeyFigure.objects.filter(member=member).select_related("contact_person__user", "contact_person__municipality").first()
    contact = figure.contact_person if figure is not None else None
    if contact is not None and contact.may(ANSWERS) and contact.is_active_on(today):
        return contact
    here = Membership.objects.of_municipality(member.municipality).active_on(today).with_permission(ANSWERS).exclude(pk=member.pk)
    return here.select_related("user", "municipality").order_by("start_date", "pk").first()


def leave_all(figure: KeyFigure, *, at: datetime) -> None:
    """She ends: her ideas stay without her, off the public page, and nobody owes her an answer. Within the transaction of ending."""
    if figure.stage != Stage.ENDED or figure.member_id is None:
        return
    hers = Initiative.objects.filter(proposer=figure.member_id, municipality=figure.municipality_id)
    for row in hers.select_for_update(of=("self",)).order_by("pk"):
        if row.state == State.IDEA and not row.answer:
            _erase(row, at=at)
        row.proposer, row.public_agreed_at, row.is_public = None, None, row.is_public and row.beginning == Beginning.MUNICIPALITY
        row.save(update_fields=["proposer", "public_agreed_at", "is_public"])


def _erase(row: Initiative, *, at: datetime) -> None:
    row.what, row.for_whom, row.needs = "", "", ""
    row.state, row.withdrawn_at, row.ended_at = State.STOPPED, at, at
    row.edits += 1
    row.save(update_fields=["what", "for_whom", "needs", "state", "withdrawn_at", "ended_at", "edits"])
    Support.objects.filter(initiative=row).delete()
    clocks.end(row.uuid, at=at)


def _unanswered(row: Initiative) -> Initiative:
    """Locked, so that two colleagues do not answer the same idea."""
    row = _locked(row)
    if row.answer or row.withdrawn_at is not None:
        raise Meanwhile
    return row


def _supportable(row: Initiative, by: Membership) -> Initiative:
    if not by.may(FILES) or by.municipality_id != row.municipality_id or by.pk == row.proposer_id:
        raise PermissionDenied
    row = _locked(row)
    if row.ended_at is not None:
        raise NotPossible(_("This idea is over. You cannot support it any more."))
    return row


def _locked(row: Initiative) -> Initiative:
    return Initiative.objects.with_people().select_for_update(of=("self",)).get(pk=row.pk)


def _path(row: Initiative) -> str:
    return reverse("initiatives:initiative_detail", args=[row.uuid])

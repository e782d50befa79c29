"""Ideas: filed, begun by the municipality, taken back, and answered. Lesson: build on what people ask, and answer in time."""

from datetime import datetime
from uuid import UUID

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.urls import reverse
from django.utils.translation import gettext as _

from accounts.models import Membership
from initiatives import deadlines
from initiatives.actions import ANSWERS, FILES, Meanwhile, NotPossible, check_handles, locked, path_of, save
from initiatives.kinds import Answer, Beginning, State
from initiatives.models.initiative import Initiative, Support
from initiatives.notices import TO_NETWORK, TO_OFFICIAL
from keyfigures.models.figure import KeyFigure
from keyfigures.stages import Stage
from notifications.telling import tell
from terms import clocks
from terms.clocks import NewPromise
from terms.days import local_date


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
        tell(TO_OFFICIAL, to=owner, subject=row.uuid, because="filed", path=path_of(row), at=at)
    return row


@transaction.atomic
def begin(
    *, what: str, for_whom: str, question: str, reason: str, municipal_role: str, submission: UUID, by: Membership, at: datetime,
) -> Initiative:
    """The municipality begins it, to answer a `question` of the community; `reason` says what people asked. The same form sent twice is one.

    ValueError without a question: what nobody asked for is not begun (lesson "aansluiten op de vraag van gemeenschappen").
    """
    check_handles(by, by.municipality_id)
    if not question:
        raise ValueError("nobody asked for it")
    row, _is_new = Initiative.objects.get_or_create(
        submission=submission,
        defaults={
            "municipality": by.municipality, "proposer": None, "owner": by, "beginning": Beginning.MUNICIPALITY, "what": what, "for_whom": for_whom,
            "question": question, "municipal_role": municipal_role, "filed_at": at,
            "answer": Answer.YES, "reason": reason, "answered_by": by, "answered_at": at,
        },
    )
    if row.municipality_id != by.municipality_id or row.proposer_id is not None:
        raise PermissionDenied
    return row


@transaction.atomic
def answer(row: Initiative, *, answer: str, reason: str, by: Membership, at: datetime) -> Initiative:
    """Yes, yes if, or not by us: with the reason in plain words. Once; who filed it hears that there is an answer."""
    if by.pk == row.proposer_id:
        raise PermissionDenied
    check_handles(by, row.municipality_id)
    row = _unanswered(row)
    row.answer, row.reason, row.answered_by, row.answered_at = answer, reason, by, at
    if answer == Answer.NOT_BY_US:
        row.state, row.ended_at = State.STOPPED, at
    save(row, "answer", "reason", "answered_by", "answered_at", "state", "ended_at")
    clocks.keep(row.uuid, at=at, kinds=[deadlines.ANSWER])
    if row.proposer is not None:
        tell(TO_NETWORK, to=row.proposer, subject=row.uuid, because="answered", path=path_of(row), at=at)
    return row


@transaction.atomic
def give(row: Initiative, *, owner: Membership, by: Membership, at: datetime) -> Initiative:
    """A colleague answers it, or works on it, from now on, and hears so. The day of the answer stays."""
    row = locked(row)
    check_handles(by, row.municipality_id)
    check_handles(owner, row.municipality_id)
    if row.ended_at is not None or not owner.is_active_on(local_date(at)) or owner.pk == row.proposer_id:
        raise Meanwhile
    if owner.pk == row.owner_id:
        return row
    row.owner = owner
    save(row, "owner")
    clocks.give_to(row.uuid, owner=owner, at=at)
    if owner.pk != by.pk:
        tell(TO_OFFICIAL, to=owner, subject=row.uuid, because=f"given-{at.isoformat()}", path=path_of(row), at=at)
    return row


@transaction.atomic
def withdraw(row: Initiative, *, by: Membership, at: datetime) -> None:
    """Hers, while it waits: nobody owes an answer any more, and what was written is erased."""
    if by.pk != row.proposer_id:
        raise PermissionDenied
    row = _unanswered(row)
    row.what, row.for_whom, row.needs = "", "", ""
    row.state, row.withdrawn_at, row.ended_at = State.STOPPED, at, at
    save(row, "what", "for_whom", "needs", "state", "withdrawn_at", "ended_at")
    Support.objects.filter(initiative=row).delete()
    clocks.end(row.uuid, at=at)
    tell(TO_OFFICIAL, to=row.owner, subject=row.uuid, because="withdrawn", path=reverse("initiatives:initiative_list"), at=at)


def who_answers(member: Membership, *, at: datetime) -> Membership | None:
    """Her contact person when she answers ideas, else who does so here the longest. Two statements."""
    today = local_date(at)
    figure = KeyFigure.objects.filter(member=member).select_related("contact_person__user", "contact_person__municipality").first()
    contact = figure.contact_person if figure is not None else None
    if contact is not None and contact.may(ANSWERS) and contact.is_active_on(today):
        return contact
    here = Membership.objects.of_municipality(member.municipality).active_on(today).with_permission(ANSWERS).exclude(pk=member.pk)
    return here.select_related("user", "municipality").order_by("start_date", "pk").first()


def leave_all(figure: KeyFigure, *, at: datetime) -> None:  # noqa: ARG001  as every ending
    """She ends: her ideas stay, without her and off the public page. What waits is still answered, for the network. Within the transaction of ending."""
    if figure.stage != Stage.ENDED or figure.member_id is None:
        return
    hers = Initiative.objects.filter(proposer=figure.member_id, municipality=figure.municipality_id)
    for row in hers.select_for_update(of=("self",)).order_by("pk"):
        row.proposer, row.public_agreed_at, row.is_public = None, None, False
        row.public_title, row.public_text = "", ""
        save(row, "proposer", "public_agreed_at", "is_public", "public_title", "public_text")
        clocks.wait_no_more([row.uuid, *row.tasks.values_list("uuid", flat=True)])


def _unanswered(row: Initiative) -> Initiative:
    """Locked, so that two colleagues do not answer the same idea."""
    row = locked(row)
    if row.answer or row.withdrawn_at is not None:
        raise Meanwhile
    return row

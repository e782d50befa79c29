"""A key figure asks for help, and the municipality answers, helps, or says why it cannot."""

from datetime import datetime
from uuid import UUID

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.urls import reverse
from django.utils.translation import gettext as _

from accounts.models import Membership
from keyfigures import deadlines
from keyfigures.actions import NotPossible
from keyfigures.actions.ties import has_tie
from keyfigures.models.figure import KeyFigure
from keyfigures.models.help import HelpMessage, HelpRequest, HelpState
from keyfigures.notices import TO_KEY_FIGURE, TO_OFFICIAL
from notifications.telling import tell
from terms import clocks
from terms.clocks import NewPromise

PROMISES = (deadlines.HELP_FIRST_ANSWER, deadlines.HELP_OUTCOME)


@transaction.atomic
def ask(figure: KeyFigure, *, submission: UUID, category: str, text: str, by: Membership, at: datetime) -> HelpRequest:
    """Her contact person owes a first answer and an outcome, each by a day. The same form sent twice is one request."""
    if by.pk != figure.member_id:
        raise PermissionDenied
    if figure.contact_person is None:
        raise NotPossible(_("Nobody works on the network at the moment. Call the municipality."))
    request, is_new = HelpRequest.objects.get_or_create(
        submission=submission,
        defaults={
            "municipality": figure.municipality, "key_figure": figure, "owner": figure.contact_person, "category": category, "text": text, "asked_at": at,
        },
    )
    if request.key_figure_id != figure.pk:
        raise PermissionDenied
    if is_new:
        new = [NewPromise(kind=kind, subject=request.uuid, owner=request.owner, waiter=by) for kind in PROMISES]
        clocks.start_all(new, municipality=request.municipality, at=at)
        _tell_owner(request, because="asked", at=at)
    return request


@transaction.atomic
def say(request: HelpRequest, *, text: str, by: Membership, at: datetime) -> HelpMessage:
    """One message. The first of the municipality is the first answer."""
    request = _open_one(request)
    if by.pk == request.key_figure.member_id:
        message = HelpMessage.objects.create(request=request, author=by, text=text, at=at)
        _tell_owner(request, because=f"message-{message.pk}", at=at)
        return message
    _check_works_on(request, by)
    return _answer(request, text=text, by=by, at=at)


@transaction.atomic
def hand_over(request: HelpRequest, *, to: Membership, by: Membership, at: datetime) -> None:
    """A colleague who does not know her privately owes the answer from now on, by the same days. She sees who."""
    request = _open_one(request)
    _check_works_on(request, by)
    if not to.may("keyfigures.manage") or has_tie(to, request.key_figure):
        raise PermissionDenied
    request.owner = to
    request.save(update_fields=["owner"])
    clocks.give_to(request.uuid, owner=to, at=at)
    _tell_owner(request, because=f"owner-{at.isoformat()}", at=at)


@transaction.atomic
def finish(request: HelpRequest, *, outcome: str, text: str, by: Membership, at: datetime) -> None:
    """How it ended, in the words of the municipality. She is asked whether it helped."""
    request = _open_one(request)
    _check_works_on(request, by)
    _answer(request, text=text, by=by, at=at)
    request.state, request.outcome, request.closed_at = HelpState.DONE, outcome, at
    request.save(update_fields=["state", "outcome", "closed_at"])
    clocks.keep(request.uuid, at=at, kinds=PROMISES)


@transaction.atomic
def rate(request: HelpRequest, *, did_help: bool, by: Membership) -> None:
    """Her own answer to "did it help?"; she may change her mind."""
    request = _locked(request)
    if by.pk != request.key_figure.member_id:
        raise PermissionDenied
    if request.state != HelpState.DONE:
        raise NotPossible(_("You can say this when your question is settled."))
    request.did_help = did_help
    request.save(update_fields=["did_help"])


@transaction.atomic
def withdraw(request: HelpRequest, *, by: Membership, at: datetime) -> None:
    """She takes it back: nothing is owed any more, and what was written is erased."""
    request = _open_one(request)
    if by.pk != request.key_figure.member_id:
        raise PermissionDenied
    _withdraw(request, at=at)
    _tell_owner(request, because="withdrawn", at=at)


def withdraw_all(figure: KeyFigure, *, at: datetime) -> None:
    """She ends: nobody owes her an answer that she cannot read. Runs inside the transaction of ending."""
    for request in HelpRequest.objects.select_for_update().filter(key_figure=figure).open():
        _withdraw(request, at=at)


def _withdraw(request: HelpRequest, *, at: datetime) -> None:
    request.state, request.closed_at, request.text = HelpState.WITHDRAWN, at, ""
    request.save(update_fields=["state", "closed_at", "text"])
    HelpMessage.objects.filter(request=request).delete()
    clocks.end(request.uuid, at=at)


def _answer(request: HelpRequest, *, text: str, by: Membership, at: datetime) -> HelpMessage:
    message = HelpMessage.objects.create(request=request, author=by, text=text, at=at)
    if request.state == HelpState.ASKED:
        request.state, request.first_answer_at = HelpState.ANSWERED, at
        request.save(update_fields=["state", "first_answer_at"])
        clocks.keep(request.uuid, at=at, kinds=[deadlines.HELP_FIRST_ANSWER])
    tell(TO_KEY_FIGURE, to=request.key_figure.member, subject=request.uuid, because=f"message-{message.pk}", path=_path(request), at=at)
    return message


def _locked(request: HelpRequest) -> HelpRequest:
    return HelpRequest.objects.with_people().select_for_update(of=("self",)).get(pk=request.pk)


def _open_one(request: HelpRequest) -> HelpRequest:
    """Locked, so that two colleagues do not finish the same question."""
    request = _locked(request)
    if request.state not in {HelpState.ASKED, HelpState.ANSWERED}:
        raise NotPossible(_("This question was settled or withdrawn just before you."))
    return request


def _check_works_on(request: HelpRequest, by: Membership) -> None:
    if not by.may("keyfigures.manage") or by.municipality_id != request.municipality_id or by.pk == request.key_figure.member_id:
        raise PermissionDenied


def _tell_owner(request: HelpRequest, *, because: str, at: datetime) -> None:
    tell(TO_OFFICIAL, to=request.owner, subject=request.uuid, because=because, path=_path(request), at=at)


def _path(request: HelpRequest) -> str:
    return reverse("keyfigures:help_detail", args=[request.uuid])

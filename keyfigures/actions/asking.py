"""What the municipality asks of a key figure. She may say no without a reason; after she did it, she hears what was done with it."""

from datetime import date, datetime
from decimal import Decimal

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.urls import reverse
from django.utils.translation import gettext as _

from accounts.models import Membership
from keyfigures import deadlines
from keyfigures.actions import NotPossible
from keyfigures.actions import recognition as thanks
from keyfigures.actions.ties import check_no_tie
from keyfigures.models.asking import Ask, AskState
from keyfigures.models.figure import KeyFigure
from keyfigures.models.recognition import RecognitionKind
from keyfigures.notices import TO_KEY_FIGURE, TO_OFFICIAL
from keyfigures.stages import Stage
from notifications.telling import tell
from terms import clocks
from terms.clocks import NewPromise


@transaction.atomic
def ask(
    figure: KeyFigure, *, kind: str, text: str, by: Membership, at: datetime, theme: str = "none", wanted_on: date | None = None,
) -> Ask:
    """Only of who is active, and never by who knows her privately. The same question that is still open is not asked twice."""
    figure = _locked(figure)
    _check_works_on(figure, by)
    check_no_tie(by, figure)
    if figure.stage != Stage.ACTIVE or figure.member is None:
        raise NotPossible(_("%(name)s is not active now. You can ask nothing.") % {"name": figure.name})
    open_one = Ask.objects.of_figure(figure).filter(state=AskState.ASKED, kind=kind, text=text, wanted_on=wanted_on).first()
    if open_one is not None:
        return open_one
    row = Ask.objects.create(
        municipality=figure.municipality, key_figure=figure, asked_by=by, kind=kind, text=text, theme=theme, wanted_on=wanted_on, asked_at=at,
    )
    tell(TO_KEY_FIGURE, to=figure.member, subject=row.uuid, because="asked", path=_path(row), at=at)
    return row


@transaction.atomic
def accept(row: Ask, *, by: Membership, at: datetime) -> None:
    row = _for_her(row, by, AskState.ASKED, AskState.DECLINED)
    _answer(row, AskState.ACCEPTED, at=at)


@transaction.atomic
def decline(row: Ask, *, by: Membership, at: datetime) -> None:
    """Without a reason, also after she said yes. Nothing else changes by it."""
    row = _for_her(row, by, AskState.ASKED, AskState.ACCEPTED)
    _answer(row, AskState.DECLINED, at=at)


@transaction.atomic
def take_back(row: Ask, *, by: Membership, at: datetime) -> None:
    """The municipality does not need it any more."""
    row = _one(row, AskState.ASKED, AskState.ACCEPTED)
    _check_works_on(row.key_figure, by)
    row.state = AskState.WITHDRAWN
    row.save(update_fields=["state"])
    tell(TO_KEY_FIGURE, to=row.key_figure.member, subject=row.uuid, because="withdrawn", path=_path(row), at=at)


@transaction.atomic
def report_done(row: Ask, *, by: Membership, at: datetime, done_on: date, hours: Decimal | None = None) -> None:
    """Said by her, with the hours as she estimates them; an official can say that it is done, never how long it took."""
    row = _one(row, AskState.ASKED, AskState.ACCEPTED)
    is_hers = by.pk == row.key_figure.member_id
    if not is_hers:
        _check_works_on(row.key_figure, by)
        if hours is not None:
            raise PermissionDenied
    row.state, row.done_on, row.hours = AskState.DONE, done_on, hours
    row.answered_at = row.answered_at or at
    row.save(update_fields=["state", "done_on", "hours", "answered_at"])
    new = NewPromise(kind=deadlines.ASK_RESULT, subject=row.uuid, owner=row.asked_by, waiter=row.key_figure.member)
    clocks.start_all([new], municipality=row.municipality, at=at)
    if is_hers:
        tell(TO_OFFICIAL, to=row.asked_by, subject=row.uuid, because="done", path=_path(row), at=at)


@transaction.atomic
def estimate_hours(row: Ask, *, hours: Decimal, by: Membership) -> None:
    """Her own estimate; she can correct it."""
    row = _for_her(row, by, AskState.DONE)
    row.hours = hours
    row.save(update_fields=["hours"])


@transaction.atomic
def tell_result(row: Ask, *, thanks_text: str, result: str, by: Membership, at: datetime) -> None:
    """Thanks in person, and what was done with it: both in one step, and the promise is kept."""
    row = _one(row, AskState.DONE)
    _check_works_on(row.key_figure, by)
    if row.result_at is not None:
        raise NotPossible(_("A colleague told it just before you."))
    row.result, row.result_at = result, at
    row.save(update_fields=["result", "result_at"])
    clocks.keep(row.uuid, at=at, kinds=[deadlines.ASK_RESULT])
    if row.key_figure.stage != Stage.ENDED:
        thanks.give(row.key_figure, kind=RecognitionKind.THANKS, text=thanks_text, by=by, at=at)
        tell(TO_KEY_FIGURE, to=row.key_figure.member, subject=row.uuid, because="result", path=_path(row), at=at)


def end_open(figure: KeyFigure, *, at: datetime) -> None:
    """She pauses or ends: what was asked is taken back, and who asked it hears so. Runs inside the transaction of that step."""
    rows = Ask.objects.of_figure(figure).open().with_people().select_for_update(of=("self",))
    for row in rows.order_by("pk"):
        row.state = AskState.WITHDRAWN
        row.save(update_fields=["state"])
        tell(TO_OFFICIAL, to=row.asked_by, subject=row.uuid, because="withdrawn", path=_path(row), at=at)


def end_promises(figure: KeyFigure, *, at: datetime) -> None:
    """She ends: what was done with it cannot be told her here any more."""
    clocks.end_all(Ask.objects.of_figure(figure).without_result().values_list("uuid", flat=True), at=at)


def _answer(row: Ask, state: str, *, at: datetime) -> None:
    row.state, row.answered_at = state, at
    row.save(update_fields=["state", "answered_at"])
    tell(TO_OFFICIAL, to=row.asked_by, subject=row.uuid, because=f"{state}-{at.isoformat()}", path=_path(row), at=at)


def _locked(figure: KeyFigure) -> KeyFigure:
    return KeyFigure.objects.select_for_update(of=("self",)).for_detail().get(pk=figure.pk)


def _one(row: Ask, *states: str) -> Ask:
    """Locked, her own row first, as when she pauses or ends. NotPossible from another state than these."""
    _locked(row.key_figure)
    row = Ask.objects.with_people().select_for_update(of=("self",)).get(pk=row.pk)
    if row.state not in states:
        raise NotPossible(_("This was answered, done or taken back just before you."))
    return row


def _for_her(row: Ask, by: Membership, *states: str) -> Ask:
    if row.key_figure.member_id != by.pk:
        raise PermissionDenied
    return _one(row, *states)


def _check_works_on(figure: KeyFigure, by: Membership) -> None:
    if not by.may("keyfigures.manage") or by.municipality_id != figure.municipality_id or by.pk == figure.member_id:
        raise PermissionDenied


def _path(row: Ask) -> str:
    return reverse("keyfigures:ask_detail", args=[row.uuid])

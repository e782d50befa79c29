"""The agreement of a key figure and the municipality: begin a version, both write, both confirm, look at it again."""

from datetime import date, datetime

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.db.models import Max
from django.urls import reverse
from django.utils.translation import gettext as _

from accounts.models import Membership
from keyfigures import deadlines, notices
from keyfigures import stages as way
from keyfigures.actions import NotPossible, agreement_text, stages, ties
from keyfigures.models.agreement import Agreement, AgreementTemplate, mark_of
from keyfigures.models.figure import KeyFigure
from keyfigures.stages import Stage
from notifications import telling
from terms import clocks
from terms.clocks import NewPromise
from terms.days import local_date
from terms.models import Clock

WITH_AGREEMENT = {Stage.AGREEMENT, Stage.ACTIVE, Stage.PAUSED}


@transaction.atomic
def begin(figure: KeyFigure, *, by: Membership, at: datetime) -> Agreement:
    """Her first version, or a new one beside the one that holds. There is one in preparation at a time: beginning twice gives the same.

    An official begins it after the introductory talk; a key figure who takes part can begin a new version herself.
    """
    figure = _locked(figure)
    _check_party(figure, by)
    known = _in_preparation(figure)
    if known is not None:
        return known
    if figure.stage in way.TO_AGREEMENT.sources and by.pk != figure.member_id:
        figure = stages.move(figure, way.TO_AGREEMENT, by=by, at=at)
    if figure.stage not in WITH_AGREEMENT:
        raise NotPossible(_("An agreement begins after the introductory talk."))
    agreement = new_version(figure, agreement_text.current(figure.municipality, at=at), by=by, at=at)
    _pass_turn(agreement, by=by, because="begun", at=at)
    return agreement


@transaction.atomic
def begin_after_decision(figure: KeyFigure, *, by: Membership, at: datetime) -> Agreement:
    """Two officials decided that her role is adapted: a version in which both write how. `by` need not work on the network."""
    figure = _locked(figure)
    known = _in_preparation(figure)
    return known or new_version(figure, agreement_text.current(figure.municipality, at=at), by=by, at=at)


def new_version(figure: KeyFigure, template: AgreementTemplate, *, by: Membership, at: datetime) -> Agreement:
    """A row with the words of the version that holds. The caller holds the lock on the key figure."""
    held = Agreement.objects.of_figure(figure).holding().first()
    highest: int | None = Agreement.objects.of_figure(figure).aggregate(highest=Max("version"))["highest"]
    return Agreement.objects.create(
        municipality=figure.municipality,
        key_figure=figure,
        template=template,
        version=(highest or 0) + 1,
        her_words=held.her_words if held else "",
        our_words=held.our_words if held else "",
        begun_at=at,
        begun_by=by,
    )


@transaction.atomic
def write(agreement: Agreement, *, by: Membership, at: datetime, words: str, seen: str) -> Agreement:
    """Each side writes its own expectations. `seen`: the mark of the words that stood in the field, so that nobody writes over somebody.

    Who confirmed already is asked again: she agreed with other words.
    """
    agreement = _to_change(agreement, by)
    before = _words_of(agreement, by)
    if before == words:
        return agreement
    if mark_of(before) != seen:
        raise NotPossible(_("This text was changed meanwhile. Read it again first."))
    had_confirmed = agreement.confirmed_by_us_at if is_hers(agreement, by) else agreement.confirmed_by_her_at
    _take_words(agreement, words, by=by)
    agreement.save()
    _pass_turn(agreement, by=by, because=f"changed-{agreement.mark}" if had_confirmed else "written", at=at)
    return agreement


@transaction.atomic
def set_review(agreement: Agreement, *, by: Membership, at: datetime, on: date | None) -> Agreement:
    """The day on which both look at it again; without one it is a year after it began to hold. Officials only."""
    agreement = _to_change(agreement, by)
    if is_hers(agreement, by):
        raise PermissionDenied
    if agreement.review_on != on:
        had_confirmed, agreement.review_on = agreement.confirmed_by_her_at, on
        _ask_both_again(agreement)
        agreement.save()
        _pass_turn(agreement, by=by, because=f"changed-{agreement.mark}" if had_confirmed else "written", at=at)
    return agreement


@transaction.atomic
def confirm(agreement: Agreement, *, by: Membership, at: datetime, seen: str, words: str | None = None) -> Agreement:
    """One side agrees with what stood on the page (`seen` is its mark). Twice is once. The second of the two lets it hold from today.

    `words`: her own part as she has it in front of her; what she changed in it is saved first, and the other side confirms again.
    Raises NotPossible when the text changed meanwhile: nobody agrees with what she did not read.
    """
    figure = _locked(agreement.key_figure)
    _check_party(figure, by)
    if by.pk != figure.member_id:
        ties.check_no_tie(by, figure)
    agreement = _fresh(agreement)
    if not agreement.is_in_preparation:
        if agreement.is_confirmed:
            return agreement
        raise NotPossible(_("There is a newer version of this agreement. Look at that one."))
    if agreement.mark != seen:
        raise NotPossible(_("The text changed while you were reading. Read it again, then confirm."))
    if words is not None:
        _take_words(agreement, words, by=by)
    if not _note_confirmation(agreement, by=by, at=at):
        return agreement
    if agreement.confirmed_by_her_at and agreement.confirmed_by_us_at:
        _hold(agreement, figure, by=by, at=at)
    agreement.save()
    _pass_turn(agreement, by=by, because=f"confirmed-{agreement.mark}", at=at)
    return agreement


@transaction.atomic
def looked_again(agreement: Agreement, *, by: Membership, at: datetime, next_on: date | None) -> Agreement:
    """Both looked at it and nothing changes: the next day is `next_on`, or a year from now. She is told."""
    figure = _locked(agreement.key_figure)
    _check_party(figure, by)
    agreement = _fresh(agreement)
    if by.pk == figure.member_id:
        raise PermissionDenied
    if not agreement.is_holding:
        raise NotPossible(_("There is a newer version of this agreement. Look at that one."))
    clocks.keep(agreement.uuid, at=at, kinds=[deadlines.REVIEW_AGREEMENT])
    agreement.review_on = _promise_review(agreement, figure, on=next_on, at=at)
    agreement.save(update_fields=["review_on"])
    _pass_turn(agreement, by=by, because=f"looked-{local_date(at).isoformat()}", at=at)
    return agreement


@transaction.atomic
def drop(agreement: Agreement, *, by: Membership, at: datetime) -> Agreement:
    """A new version is not wanted after all: the one that holds stays. Not when the municipality's text is newer: that one must be confirmed."""
    agreement = _to_change(agreement, by)
    held = Agreement.objects.of_figure(agreement.key_figure).holding().first()
    if held is None or held.template_id != agreement.template_id:
        raise NotPossible(_("This version cannot be dropped: there is no other one with this text."))
    agreement.replaced_at = at
    agreement.save(update_fields=["replaced_at"])
    _pass_turn(agreement, by=by, because="dropped", at=at)
    return agreement


def is_hers(agreement: Agreement, member: Membership) -> bool:
    """She reads her own agreement as the key figure, whatever else she does for the municipality."""
    return agreement.key_figure.member_id == member.pk


def _locked(figure: KeyFigure) -> KeyFigure:
    return KeyFigure.objects.select_for_update(of=("self",)).for_detail().get(pk=figure.pk)


def _fresh(agreement: Agreement) -> Agreement:
    fresh: Agreement = Agreement.objects.select_for_update(of=("self",)).for_detail().get(pk=agreement.pk)
    return fresh


def _in_preparation(figure: KeyFigure) -> Agreement | None:
    return Agreement.objects.of_figure(figure).in_preparation().for_detail().first()


def _check_party(figure: KeyFigure, by: Membership) -> None:
    """The key figure herself, or an official of her municipality's network; one person is never both sides."""
    is_official = by.may("keyfigures.manage") and by.municipality_id == figure.municipality_id
    if by.pk != figure.member_id and not is_official:
        raise PermissionDenied


def _to_change(agreement: Agreement, by: Membership) -> Agreement:
    """The agreement, locked together with its key figure, while it is in preparation."""
    _check_party(_locked(agreement.key_figure), by)
    fresh = _fresh(agreement)
    if not fresh.is_in_preparation:
        raise NotPossible(_("This version stands. Begin a new version to change something."))
    return fresh


def _words_of(agreement: Agreement, by: Membership) -> str:
    return agreement.her_words if is_hers(agreement, by) else agreement.our_words


def _take_words(agreement: Agreement, words: str, *, by: Membership) -> None:
    if words == _words_of(agreement, by):
        return
    if is_hers(agreement, by):
        agreement.her_words = words
    else:
        agreement.our_words = words
    _ask_both_again(agreement)


def _ask_both_again(agreement: Agreement) -> None:
    """Who confirmed agreed with other words, or another day."""
    agreement.confirmed_by_her_at = agreement.confirmed_by_us_at = agreement.confirmed_by = None


def _note_confirmation(agreement: Agreement, *, by: Membership, at: datetime) -> bool:
    """False when this side confirmed before."""
    if is_hers(agreement, by):
        is_new, agreement.confirmed_by_her_at = agreement.confirmed_by_her_at is None, agreement.confirmed_by_her_at or at
        return is_new
    if agreement.confirmed_by_us_at is not None:
        return False
    agreement.confirmed_by_us_at, agreement.confirmed_by = at, by
    return True


def _hold(agreement: Agreement, figure: KeyFigure, *, by: Membership, at: datetime) -> None:
    """It holds from today, the one before it ends today, and who was making her first agreement is active."""
    today = local_date(at)
    before = list(Agreement.objects.of_figure(figure).holding().values_list("uuid", flat=True))
    Agreement.objects.of_figure(figure).holding().update(holds_until=today)
    for uuid in before:
        clocks.keep(uuid, at=at, kinds=[deadlines.REVIEW_AGREEMENT])
    agreement.holds_from = today
    agreement.review_on = _promise_review(agreement, figure, on=agreement.review_on, at=at)
    agreement.save()
    if figure.stage == Stage.AGREEMENT:
        stages.move(figure, way.ACTIVATE, by=by, at=at)


def _promise_review(agreement: Agreement, figure: KeyFigure, *, on: date | None, at: datetime) -> date:
    """The clock of the review, and its day. A day that is over already gives way to the usual term."""
    due_on = on if on is not None and on > local_date(at) else None
    new = NewPromise(
        kind=deadlines.REVIEW_AGREEMENT, subject=agreement.uuid, owner=figure.contact_person or _who_signed(agreement), waiter=figure.member, due_on=due_on,
    )
    clock = clocks.start_all([new], municipality=figure.municipality, at=at)[0]
    return local_date(clock.due_at)


def _who_signed(agreement: Agreement) -> Membership:
    """Who owes her the review when she has no contact person: who confirmed for the municipality."""
    return agreement.confirmed_by or agreement.begun_by


def _pass_turn(agreement: Agreement, *, by: Membership, because: str, at: datetime) -> None:
    """It is the other side's turn: it hears that something waits, never what; and the municipality then has a day to answer."""
    figure = agreement.key_figure
    _promise_answer(agreement, by=by, at=at)
    if is_hers(agreement, by):
        kind, to = notices.TO_OFFICIAL, figure.contact_person
    else:
        kind, to = notices.TO_KEY_FIGURE, figure.member
    if to is not None and to.pk != by.pk:
        path = reverse("keyfigures:agreement_detail", args=[agreement.uuid])
        telling.tell(kind, to=to, subject=agreement.uuid, because=because, path=path, at=at)


def _promise_answer(agreement: Agreement, *, by: Membership, at: datetime) -> None:
    """What she does to a new version asks an answer of us, with a day; what we do gives it. Her first agreement has the clock of its stage."""
    figure = agreement.key_figure
    turn = [deadlines.AGREEMENT_TURN]
    if not is_hers(agreement, by) or not agreement.is_in_preparation:
        clocks.keep(agreement.uuid, at=at, kinds=turn)
    elif figure.stage != Stage.AGREEMENT and not Clock.objects.open().about(agreement.uuid).filter(kind__in=turn).exists():
        owner = figure.contact_person or _who_signed(agreement)
        new = NewPromise(kind=deadlines.AGREEMENT_TURN, subject=agreement.uuid, owner=owner, waiter=figure.member)
        clocks.start_all([new], municipality=figure.municipality, at=at)

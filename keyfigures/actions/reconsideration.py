"""Reconsidering the cooperation, as both agreed beforehand: a question, a talk, two who decide, and she hears all of it at once."""

from datetime import date, datetime, timedelta

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.urls import reverse
from django.utils.translation import gettext as _

from accounts.models import Membership
from keyfigures import deadlines, notices, statements
from keyfigures import stages as way
from keyfigures.actions import NotPossible, stages, ties
from keyfigures.actions import agreement as agreements
from keyfigures.models.figure import KeyFigure
from keyfigures.models.reconsideration import Reconsideration, ReconsiderationOutcome, ReconsiderationState, SealedStatement
from keyfigures.models.ties import PersonalTie
from keyfigures.stages import EndReason, Stage
from notifications import telling
from terms import clocks
from terms.clocks import NewPromise
from terms.days import local_date
from terms.models import Clock

DECIDE = "keyfigures.decide"
DECIDERS = 2
OBJECTION = timedelta(weeks=6)  # Awb art. 6:7: so long she can object, and read what was decided
Purpose = SealedStatement.Purpose


@transaction.atomic
def raise_question(figure: KeyFigure, *, by: Membership, at: datetime, fact: str) -> Reconsideration:
    """What was seen, as a fact. She is told at once. Who decides is known from the first day, and is not who raises it.

    Raises NotPossible when one runs already, or when there are no two others to decide.
    """
    figure = KeyFigure.objects.select_for_update(of=("self",)).for_detail().get(pk=figure.pk)
    if not _works_here(figure, by) or by.pk == figure.member_id:
        raise PermissionDenied
    ties.check_no_tie(by, figure)
    if figure.stage not in {Stage.ACTIVE, Stage.PAUSED}:
        raise NotPossible(_("This procedure is for who takes part. She does not, at this moment."))
    running = Reconsideration.objects.of_figure(figure).running()
    if running.exists():
        # Who is not in it learns nothing by trying.
        known = running.visible_to(by).exists()
        raise NotPossible(_("A reconsideration with her runs already.") if known else _("This is not possible now. Talk with your team lead."))
    deciders = _deciders(figure, raised_by=by, on=local_date(at))
    if len(deciders) < DECIDERS:
        raise NotPossible(_("Two colleagues have to decide, and not you. There are no two. Ask your administrator for a second one."))
    row = Reconsideration.objects.create(
        municipality=figure.municipality, key_figure=figure, raised_by=by, raised_at=at, first_decider=deciders[0], second_decider=deciders[1],
    )
    statements.add(row.uuid, fact, purpose=Purpose.QUESTION, author=by, at=at)
    _promise(row, deadlines.RECONSIDERATION_TALK, owner=by, at=at)
    _tell(row, [figure.member, *deciders], by=by, because="raised", at=at)
    return row


@transaction.atomic
def write_reading(row: Reconsideration, *, by: Membership, at: datetime, text: str) -> Reconsideration:
    """Her own reading, written by herself, until it is decided. She can write more than once."""
    row = _locked(row)
    if by.pk != row.key_figure.member_id:
        raise PermissionDenied
    _check_runs(row)
    statements.add(row.uuid, text, purpose=Purpose.HER_READING, author=by, at=at)
    _tell(row, [row.raised_by, *row.deciders], by=by, because=f"reading-{at.isoformat()}", at=at)
    return row


@transaction.atomic
def record_talk(row: Reconsideration, *, by: Membership, at: datetime, talk_on: date, her_reading: str) -> Reconsideration:
    """Both sides were heard. Her reading is written down in her words, unless she wrote it herself; she reads it and can add to it."""
    row = _of_official(row, by)
    if row.state != ReconsiderationState.RAISED:
        raise NotPossible(_("The talk is recorded already."))
    if talk_on > local_date(at) or talk_on < local_date(row.raised_at):
        raise NotPossible(_("The talk was on a day from the question until today."))
    if not her_reading and not SealedStatement.objects.about(row.uuid).filter(purpose=Purpose.HER_READING).exists():
        raise NotPossible(_("Write down her reading, in her words. Without it nobody can decide."))
    if her_reading:
        statements.add(row.uuid, her_reading, purpose=Purpose.HER_READING, author=by, at=at)
    row.state, row.talk_on, row.heard_at = ReconsiderationState.HEARD, talk_on, at
    row.save()
    clocks.keep(row.uuid, at=at, kinds=[deadlines.RECONSIDERATION_TALK])
    _promise(row, deadlines.RECONSIDERATION_DECISION, owner=_first(row), at=at)
    _ask_second(row, _second(row), at=at)
    _tell(row, [row.key_figure.member, *row.deciders], by=by, because="heard", at=at)
    return row


@transaction.atomic
def propose(row: Reconsideration, *, by: Membership, at: datetime, outcome: str, reason: str) -> Reconsideration:
    """The first of the two decides, with a reason. It holds once the second agrees; she reads it at once, as a proposal."""
    row = _of_decider(row, by)
    if row.state == ReconsiderationState.RAISED:
        raise NotPossible(_("First talk with her. Nobody decides before she was heard."))
    if row.state != ReconsiderationState.HEARD:
        raise NotPossible(_("A colleague proposed an outcome already."))
    other = _other(row, by)
    row.first_decider, row.second_decider = by, other
    row.state, row.outcome = ReconsiderationState.PROPOSED, ReconsiderationOutcome(outcome)
    row.save()
    statements.add(row.uuid, reason, purpose=Purpose.REASON, author=by, at=at)
    clocks.end(row.uuid, at=at, kinds=[deadlines.RECONSIDERATION_SECOND])
    clocks.give_to(row.uuid, owner=other, at=at)
    _tell(row, [row.key_figure.member, other], by=by, because=f"proposed-{at.isoformat()}", at=at)
    return row


@transaction.atomic
def disagree(row: Reconsideration, *, by: Membership, at: datetime, reason: str) -> Reconsideration:
    """The second does not agree: back to where both can propose, and both are asked. What was proposed stays readable, as what it was."""
    row = _proposed(row, by)
    row.state, row.outcome = ReconsiderationState.HEARD, ""
    row.save()
    statements.add(row.uuid, reason, purpose=Purpose.DISAGREEMENT, author=by, at=at)
    first = _first(row)
    clocks.give_to(row.uuid, owner=first, at=at)
    _ask_second(row, by, at=at)
    _tell(row, [row.key_figure.member, first], by=by, because=f"disagreed-{at.isoformat()}", at=at)
    return row


@transaction.atomic
def agree(row: Reconsideration, *, by: Membership, at: datetime) -> Reconsideration:
    """Decided by two. What it asks for happens now: a new version of the agreement, a pause or an end. She gets the decision."""
    row = _proposed(row, by)
    row.state, row.decided_at = ReconsiderationState.DECIDED, at
    row.save()
    clocks.keep(row.uuid, at=at, kinds=[deadlines.RECONSIDERATION_DECISION])
    _carry_out(row, by=by, at=at)
    _tell(row, [row.key_figure.member, row.raised_by, _first(row)], by=by, because="decided", at=at)
    return row


def _carry_out(row: Reconsideration, *, by: Membership, at: datetime) -> None:
    figure = KeyFigure.objects.for_detail().get(pk=row.key_figure_id)
    if row.outcome == ReconsiderationOutcome.ADAPT:
        agreements.begin_after_decision(figure, by=by, at=at)
    if row.outcome == ReconsiderationOutcome.PAUSE and figure.stage == Stage.ACTIVE:
        stages.move(figure, way.PAUSE, by=by, at=at)
    if row.outcome == ReconsiderationOutcome.END and figure.stage != Stage.ENDED:
        stages.move(figure, way.END, by=by, at=at, reason=EndReason.DECISION, reads_until=local_date(at) + OBJECTION)


def may_decide(row: Reconsideration, member: Membership) -> bool:
    """One of the two, or who took over the promise of one; never who raised it and never she herself."""
    is_other = member.pk not in {row.raised_by_id, row.key_figure.member_id}
    return member.may(DECIDE) and is_other and Reconsideration.objects.visible_to(member).filter(pk=row.pk).exists()


def _works_here(figure: KeyFigure, by: Membership) -> bool:
    works = by.may("keyfigures.manage") or by.may(DECIDE)
    return works and by.municipality_id == figure.municipality_id


def _deciders(figure: KeyFigure, *, raised_by: Membership, on: date) -> list[Membership]:
    """Two who may decide and are there: no tie with her, not who raised it, and her own contact person last."""
    here = Membership.objects.of_municipality(figure.municipality).active_on(on).with_permission(DECIDE)
    others = here.exclude(pk__in=[raised_by.pk, figure.member_id]).exclude(pk__in=PersonalTie.objects.that_hold().filter(key_figure=figure).values("official"))
    absent = set(Membership.objects.absent_on(on).filter(municipality=figure.municipality_id).values_list("pk", flat=True))
    in_order = sorted(others.select_related("user", "municipality"), key=lambda each: (each.pk in absent, each.pk == figure.contact_person_id, each.pk))
    return in_order[:DECIDERS]


def _locked(row: Reconsideration) -> Reconsideration:
    """Her row first, then the procedure: the order of every step around a key figure."""
    KeyFigure.objects.select_for_update(of=("self",)).get(pk=row.key_figure_id)
    fresh: Reconsideration = Reconsideration.objects.select_for_update(of=("self",)).for_detail().get(pk=row.pk)
    return fresh


def _check_runs(row: Reconsideration) -> None:
    if row.is_over:
        raise NotPossible(_("This reconsideration is over."))


def _of_official(row: Reconsideration, by: Membership) -> Reconsideration:
    row = _locked(row)
    if by.pk == row.key_figure.member_id or not Reconsideration.objects.visible_to(by).filter(pk=row.pk).exists():
        raise PermissionDenied
    _check_runs(row)
    return row


def _of_decider(row: Reconsideration, by: Membership) -> Reconsideration:
    row = _locked(row)
    if not may_decide(row, by):
        raise PermissionDenied
    ties.check_no_tie(by, row.key_figure)
    _check_runs(row)
    return row


def _proposed(row: Reconsideration, by: Membership) -> Reconsideration:
    """While it waits for the second of the two; who proposed it cannot be the second as well."""
    row = _of_decider(row, by)
    if row.state != ReconsiderationState.PROPOSED:
        raise NotPossible(_("There is no proposal any more. A colleague took a step just before you."))
    if by.pk == row.first_decider_id:
        raise NotPossible(_("You proposed this yourself. A colleague decides with you."))
    row.second_decider = by
    return row


def _first(row: Reconsideration) -> Membership:
    assert row.first_decider is not None  # noqa: S101  known from the first day
    return row.first_decider


def _second(row: Reconsideration) -> Membership:
    assert row.second_decider is not None  # noqa: S101  known from the first day
    return row.second_decider


def _other(row: Reconsideration, by: Membership) -> Membership:
    """Who decides with `by`: who owes the other part now, also when a colleague took one over."""
    parts = Clock.objects.open().about(row.uuid).exclude(owner=by).select_related("owner__user", "owner__municipality").order_by("kind")
    owners = [clock.owner for clock in parts]
    named = [each for each in row.deciders if each.pk != by.pk]
    return next(each for each in [*(owner for owner in owners if owner in named), *owners, *named])


def _ask_second(row: Reconsideration, member: Membership, *, at: datetime) -> None:
    """The second of the two is asked as the first is, until the same day."""
    decision = Clock.objects.open().about(row.uuid).get(kind=deadlines.RECONSIDERATION_DECISION)
    new = NewPromise(
        kind=deadlines.RECONSIDERATION_SECOND, subject=row.uuid, owner=member, waiter=row.key_figure.member, due_on=local_date(decision.due_at),
    )
    clocks.start_all([new], municipality=row.municipality, at=at)


def _promise(row: Reconsideration, kind: str, *, owner: Membership, at: datetime) -> None:
    new = NewPromise(kind=kind, subject=row.uuid, owner=owner, waiter=row.key_figure.member)
    clocks.start_all([new], municipality=row.municipality, at=at)


def _tell(row: Reconsideration, people: list[Membership], *, by: Membership, because: str, at: datetime) -> None:
    """Only who is in the procedure; who stands in for somebody is not told."""
    path = reverse("keyfigures:reconsideration_detail", args=[row.uuid])
    for person in people:
        if person.pk != by.pk:
            kind = notices.TO_KEY_FIGURE if person.pk == row.key_figure.member_id else notices.TO_OFFICIAL
            telling.tell_only(kind, to=person, subject=row.uuid, because=because, path=path, at=at)

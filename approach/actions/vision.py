"""A vision: begun as a copy of the one in force, written step by step, adopted, and looked at again on its day. What was adopted stays as it is."""

from collections.abc import Mapping
from datetime import date, datetime

from django.db import transaction
from django.db.models import Max
from django.utils.translation import gettext as _

from accounts.models import Membership
from approach import deadlines, log_verbs
from approach.actions import Changed, NotPossible, check_manages, lock
from approach.kinds import VisionState
from approach.marks import mark_of
from approach.models.vision import TEXTS, Goal, Vision
from approach.steps import STEPS, missing, step
from audit import log
from terms import clocks
from terms.clocks import NewPromise
from terms.days import local_date
from terms.models import Clock

KIND = "approach.vision"
COPIED = (*TEXTS, "form", "organisations", "roles")


class NotDraft(NotPossible):
    def __str__(self) -> str:
        return _("This version was adopted just before you. What was adopted stays as it is; a new version can be begun.")


class NotInForce(NotPossible):
    def __str__(self) -> str:
        return _("A newer version of the vision was adopted. Only the version in force is looked at again.")


class Incomplete(NotPossible):
    def __init__(self, numbers: list[int]) -> None:
        super().__init__()
        self.numbers = numbers

    def __str__(self) -> str:
        told = ", ".join(str(step(each).short) for each in self.numbers)
        return _("Something is still missing, in: %(steps)s.") % {"steps": told}


@transaction.atomic
def begin(*, by: Membership, at: datetime) -> Vision:
    """The draft; there is one at a time. A new one begins as a copy of the version in force, and its sub-goals stay the same sub-goals."""
    check_manages(by, by.municipality_id)
    lock(by.municipality_id)
    known = Vision.objects.of(by.municipality).drafts().first()
    if known is not None:
        return known
    held = Vision.objects.in_force(by.municipality, on=local_date(at))
    highest: int = Vision.objects.of(by.municipality).aggregate(highest=Max("number"))["highest"] or 0
    copied = {name: getattr(held, name) for name in COPIED} if held is not None else {}
    row = Vision.objects.create(municipality=by.municipality, number=highest + 1, written_by=by, begun_at=at, **copied)
    if held is not None:
        Goal.objects.bulk_create(copy_of(each, into=row) for each in Goal.objects.of(held))
    return row


@transaction.atomic
def save(draft: Vision, *, number: int, values: Mapping[str, object], seen: str, by: Membership) -> Vision:
    """Keep what was written in step `number`. `seen`: the mark of what stood there, so that nobody writes over a colleague in the same step."""
    row = locked_draft(draft, by)
    fields = step(number).fields
    held = {name: getattr(row, name) for name in fields}
    wanted = {name: values[name] for name in fields}
    if held == wanted:
        return row
    if mark_of(held) != seen:
        raise Changed
    for name, value in wanted.items():
        setattr(row, name, value)
    row.edits += 1
    row.save(update_fields=[*fields, "edits"])
    return row


@transaction.atomic
def discard(draft: Vision, *, version: int, by: Membership) -> None:
    """The draft and its sub-goals go; what is in force stays. Raises Changed when it is another text than she read."""
    row = locked_draft(draft, by)
    if row.edits != version:
        raise Changed
    row.delete()


@transaction.atomic
def adopt(
    draft: Vision, *, adopted_by: str, adopted_on: date, document_number: str, review_on: date, version: int, by: Membership, at: datetime,
) -> Vision:
    """From its day on this is the vision. The day to look at it again is promised; that of the version before is kept by this.

    Raises Changed when the draft is another text than she read (`version`), Incomplete when something is missing.
    """
    row = locked_draft(draft, by)
    if row.edits != version:
        raise Changed
    if lacking := missing_steps(row):
        raise Incomplete(lacking)
    held = Vision.objects.in_force(row.municipality, on=local_date(at))
    _check_days(adopted_on, review_on, held=held, today=local_date(at))
    row.state, row.adopted_by, row.adopted_on, row.document_number = VisionState.ADOPTED, adopted_by, adopted_on, document_number
    row.review_on, row.recorded_by, row.recorded_at = review_on, by, at
    row.save()
    owner = _who_reviews(held, row, by, today=local_date(at))
    if held is not None:
        clocks.keep(held.uuid, at=at, kinds=[deadlines.REVIEW])
    _promise(row, owner=owner, at=at)
    log.record(log_verbs.VISION_ADOPTED, at=at, actor=by, kind=KIND, subject=row.uuid, numbers={"version": row.number})
    return row


@transaction.atomic
def keep_until(vision: Vision, *, review_on: date, seen: date, by: Membership, at: datetime) -> Vision:
    """Looked at, and it stays as it is until a new day. The promise is kept, and the next one made to the same person."""
    row = _locked_in_force(vision, seen=seen, by=by, at=at)
    owner = _who_reviews(row, row, by, today=local_date(at))
    row.reviewed_at, row.review_on = at, review_on
    row.save(update_fields=["reviewed_at", "review_on"])
    clocks.keep(row.uuid, at=at, kinds=[deadlines.REVIEW])
    _promise(row, owner=owner, at=at)
    log.record(log_verbs.VISION_LOOKED_AT, at=at, actor=by, kind=KIND, subject=row.uuid, numbers={"version": row.number})
    return row


@transaction.atomic
def move(vision: Vision, *, review_on: date, seen: date, by: Membership, at: datetime) -> Vision:
    """Another day to look at it. What was late stays late by the day that it then has."""
    row = _locked_in_force(vision, seen=seen, by=by, at=at)
    row.review_on = review_on
    row.save(update_fields=["review_on"])
    clocks.move_all({row.uuid: review_on}, kind=deadlines.REVIEW, at=at)
    log.record(log_verbs.VISION_REVIEW_MOVED, at=at, actor=by, kind=KIND, subject=row.uuid, numbers={"version": row.number})
    return row


def missing_steps(row: Vision) -> list[int]:
    """One statement."""
    needed = {name: getattr(row, name) for each in STEPS for name in each.needed}
    return missing(needed, goals=Goal.objects.of(row).count())


def first_open_step(row: Vision) -> int:
    """Where who goes on writing begins; the first step when nothing is missing."""
    return next(iter(missing_steps(row)), 1)


def locked_draft(draft: Vision, by: Membership) -> Vision:
    """The municipality first, then the row: as beginning and adopting lock them. Raises NotDraft."""
    check_manages(by, draft.municipality_id)
    lock(draft.municipality_id)
    row = Vision.objects.select_for_update(of=("self",)).select_related("municipality").filter(pk=draft.pk).first()
    if row is None or row.state != VisionState.DRAFT:
        raise NotDraft
    return row


def copy_of(goal: Goal, *, into: Vision) -> Goal:
    """The same sub-goal in another version."""
    return Goal(
        municipality=into.municipality, vision=into, identity=goal.identity, position=goal.position, text=goal.text, indicator=goal.indicator,
        target=goal.target, measure=goal.measure, by_date=goal.by_date,
    )


def _locked_in_force(vision: Vision, *, seen: date, by: Membership, at: datetime) -> Vision:
    """`seen`: the day that stood on the page; else a colleague was first."""
    check_manages(by, vision.municipality_id)
    lock(vision.municipality_id)
    row = Vision.objects.select_for_update(of=("self",)).select_related("municipality", "written_by").get(pk=vision.pk)
    held = Vision.objects.in_force(vision.municipality, on=local_date(at))
    if held is None or held.pk != row.pk:
        raise NotInForce
    if row.review_on != seen:
        raise Changed
    return row


def _check_days(adopted_on: date, review_on: date, *, held: Vision | None, today: date) -> None:
    if adopted_on > today:
        raise NotPossible(_("A vision is adopted today or before, not on a day that still comes."))
    if held is not None and held.adopted_on is not None and adopted_on < held.adopted_on:
        raise NotPossible(_("The version in force was adopted after this day. Choose the same day or a later one."))
    if review_on <= today:
        raise NotPossible(_("The day to look at it again must still come."))


def _who_reviews(held: Vision | None, row: Vision, by: Membership, *, today: date) -> Membership:
    """Who owed it for the version before, else who wrote this one, when she still may; else who does this step."""
    clock = Clock.objects.open().about(held.uuid).select_related("owner").first() if held is not None else None
    return next((each for each in ([clock.owner] if clock else [row.written_by]) if each.may("approach.manage") and each.is_active_on(today)), by)


def _promise(row: Vision, *, owner: Membership, at: datetime) -> None:
    promise = NewPromise(kind=deadlines.REVIEW, subject=row.uuid, owner=owner, waiter=None, due_on=row.review_on)
    clocks.start_all([promise], municipality=row.municipality, at=at)

"""Sub-goals of the draft of a vision: added, changed, put in another order, taken away."""

from collections.abc import Mapping
from uuid import UUID

from django.db import transaction
from django.db.models import Max
from django.utils.translation import gettext as _

from accounts.models import Membership
from approach.actions import Changed, NotPossible
from approach.actions.vision import locked_draft
from approach.marks import mark_of
from approach.models.vision import Goal, Vision
from approach.steps import MOST_GOALS

FIELDS = ("text", "indicator", "target", "measure", "by_date")


class Gone(NotPossible):
    def __str__(self) -> str:
        return _("A colleague took this sub-goal away while you were busy.")


@transaction.atomic
def add(draft: Vision, *, values: Mapping[str, object], identity: UUID, by: Membership) -> Goal:
    """At the end. The same form sent twice (`identity`) is one sub-goal."""
    row = locked_draft(draft, by)
    known = Goal.objects.of(row).filter(identity=identity).first()
    if known is not None:
        return known
    if Goal.objects.of(row).count() >= MOST_GOALS:
        raise NotPossible(_("There are %(most)d sub-goals already. Take one away first: fewer are better remembered.") % {"most": MOST_GOALS})
    last: int = Goal.objects.of(row).aggregate(last=Max("position"))["last"] or 0
    goal = Goal.objects.create(municipality=row.municipality, vision=row, identity=identity, position=last + 1, **{name: values[name] for name in FIELDS})
    _touch(row)
    return goal


@transaction.atomic
def change(draft: Vision, *, identity: UUID, values: Mapping[str, object], seen: str, by: Membership) -> Goal:
    """`seen`: the mark of the sub-goal that stood on the page. Raises Changed, Gone."""
    row = locked_draft(draft, by)
    goal = _goal(row, identity)
    wanted = {name: values[name] for name in FIELDS}
    if values_of(goal) == wanted:
        return goal
    if seen_of(goal) != seen:
        raise Changed
    for name, value in wanted.items():
        setattr(goal, name, value)
    goal.save(update_fields=list(FIELDS))
    _touch(row)
    return goal


@transaction.atomic
def remove(draft: Vision, *, identity: UUID, seen: str, by: Membership) -> None:
    """Raises Changed when it is another sub-goal than she read, Gone when somebody was first."""
    row = locked_draft(draft, by)
    goal = _goal(row, identity)
    if seen_of(goal) != seen:
        raise Changed
    goal.delete()
    _touch(row)


@transaction.atomic
def move(draft: Vision, *, identity: UUID, up: bool, by: Membership) -> None:
    """One place; the first cannot go up, nor the last down."""
    row = locked_draft(draft, by)
    order = list(Goal.objects.of(row))
    place = next((at for at, each in enumerate(order) if each.identity == identity), None)
    if place is None:
        raise Gone
    other = place - 1 if up else place + 1
    if not 0 <= other < len(order):
        return
    one, two = order[place], order[other]
    one.position, two.position = two.position, one.position
    Goal.objects.bulk_update([one, two], ["position"])
    _touch(row)


def values_of(goal: Goal) -> dict[str, object]:
    return {name: getattr(goal, name) for name in FIELDS}


def seen_of(goal: Goal) -> str:
    return mark_of(values_of(goal))


def _goal(row: Vision, identity: UUID) -> Goal:
    goal = Goal.objects.of(row).filter(identity=identity).first()
    if goal is None:
        raise Gone
    return goal


def _touch(row: Vision) -> None:
    """Who is about to adopt reads it again."""
    row.edits += 1
    row.save(update_fields=["edits"])

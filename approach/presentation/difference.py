"""What differs between two versions of a vision, field by field: texts word by word, choices as words, sub-goals by what they are."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext as _

from approach.models.vision import Goal, Vision
from approach.presentation.vision import answer_of, goal_words, label_of
from approach.steps import STEPS
from keyfigures.text_difference import Piece, pieces


@dataclass(frozen=True, kw_only=True)
class Part:
    """One field or one sub-goal that differs. `state` says of a sub-goal that it came, went, moved or changed."""

    name: str
    title: str
    pieces: Sequence[Piece]
    state: str = ""


def parts(old: Vision, new: Vision, *, old_goals: Sequence[Goal], new_goals: Sequence[Goal], today: date) -> list[Part]:
    """Only what differs, in the order of the steps. Without a statement."""
    found = [_field(old, new, name) for each in STEPS for name in each.fields if answer_of(old, name) != answer_of(new, name)]
    return [*found, *_goals(old_goals, new_goals, today)]


def _field(old: Vision, new: Vision, name: str) -> Part:
    return Part(name=name, title=label_of(name), pieces=pieces(answer_of(old, name), answer_of(new, name)))


def _goals(old_goals: Sequence[Goal], new_goals: Sequence[Goal], today: date) -> list[Part]:
    """The same sub-goal keeps its identity over versions, whatever its words became. Numbered as in the newer one; what went comes behind."""
    before = {each.identity: _told(each, today) for each in old_goals}
    after = {each.identity: _told(each, today) for each in new_goals}
    order = [*after, *(each for each in before if each not in after)]
    return [
        Part(
            name=str(identity), title=_("Sub-goal %(number)d") % {"number": number}, state=_state(identity in before, identity in after),
            pieces=pieces(before.get(identity, ""), after.get(identity, "")),
        )
        for number, identity in enumerate(order, start=1)
        if before.get(identity) != after.get(identity)
    ]


def _state(was: bool, is_now: bool) -> str:  # noqa: FBT001  a pair of the same kind
    if was and is_now:
        return _("Changed")
    return _("New") if is_now else _("Taken away")


def _told(goal: Goal, today: date) -> str:
    words = goal_words(goal, today=today)
    return f"{words.text}\n{words.line}"

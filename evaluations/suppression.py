"""What of the answers to a question may be told. Pure: no database, no clock. docs/decisions/0017.

Fewer than five answers are not kept at all (evaluations.actions.counting). From five on the numbers are exact, except where they would tell
what somebody answered: when all answered alike, or all but one or two. Then it is "8 or more of the 10", the same words for 8, 9 and 10.
So nobody's answer is certain, also not for who knows her own. Every page, file and trend is made of this and of nothing else.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from enum import Enum
from uuid import UUID

from evaluations import statistics
from evaluations.kinds import DO_NOT_KNOW, QuestionKind

HIDDEN = 2  # so many may have answered otherwise than all the others; with one, she would know what everybody else said


class Bound(Enum):
    EXACT = "exact"
    LEAST = "or more"
    MOST = "or fewer"


@dataclass(frozen=True, kw_only=True)
class Number:
    """A number of people."""

    value: int
    bound: Bound = Bound.EXACT


# What is said of a score in one word. Answers in one band say the same: what nobody may learn of a person is her band.
LOW, MIDDLE, HIGH = "low", "middle", "high"
_BANDS: Mapping[str, Mapping[str, tuple[str, ...]]] = {
    QuestionKind.SCALE: {HIGH: ("5", "4"), MIDDLE: ("3",), LOW: ("2", "1")},
    QuestionKind.TEN: {HIGH: ("10", "9", "8"), MIDDLE: ("7", "6"), LOW: ("5", "4", "3", "2", "1", "0")},
}


@dataclass(frozen=True, kw_only=True)
class Asked:
    """What must be known of a question to tell its outcome. `parent`: the question whose answer decides whether this one is asked."""

    identity: UUID
    kind: str
    parent: UUID | None = None


@dataclass(frozen=True, kw_only=True)
class Told:
    """`answered`: who answered otherwise than "do not know", `unknown`: who did not know.

    `bands` of a score, or one for each answer of a list; when nearly all are in one band only that one is there, and `codes` is empty.
    `codes`: each answer by itself. `mean` of a score; `is_about` when it leaves out the few who said otherwise, and is rounded to halves.
    """

    kind: str
    answered: int
    unknown: int = 0
    bands: Mapping[str, Number] = field(default_factory=dict)
    codes: Mapping[str, Number] = field(default_factory=dict)
    mean: float | None = None

    @property
    def is_about(self) -> bool:
        return any(each.bound is not Bound.EXACT for each in self.bands.values())


def told(kind: str, counts: Mapping[str, int], answered: int) -> Told:
    """`counts` as they are kept (evaluations.models.sheet.Outcome), of five answers or more."""
    unknown = counts.get(DO_NOT_KNOW, 0)
    known = {code: number for code, number in counts.items() if code != DO_NOT_KNOW}
    if kind == QuestionKind.SEVERAL:
        ticked = {code: _of_yes_and_no(number, answered) for code, number in known.items()}
        return Told(kind=kind, answered=answered, unknown=unknown, bands=ticked, codes=ticked)
    bands = bands_of(kind, list(known))
    numbers = {band: statistics.total(known, codes) for band, codes in bands.items()}
    crowded = next((band for band, number in numbers.items() if number >= answered - HIDDEN), None)
    if crowded is not None:
        return Told(
            kind=kind, answered=answered, unknown=unknown, bands={crowded: Number(value=answered - HIDDEN, bound=Bound.LEAST)},
            mean=_mean_about({code: known.get(code, 0) for code in bands[crowded]}) if kind == QuestionKind.SCALE else None,
        )
    return Told(
        kind=kind, answered=answered, unknown=unknown, bands={band: Number(value=number) for band, number in numbers.items()},
        codes={code: Number(value=number) for code, number in known.items()},
        mean=statistics.mean(_scores(known)) if kind in _BANDS else None,
    )


def all_told(questions: Sequence[Asked], outcomes: Mapping[UUID, tuple[Mapping[str, int], int]]) -> dict[UUID, Told]:
    """Of one group in one round; `questions` in the order of the list.

    How many were asked a question that follows from an answer tells how many gave that answer. So it is told only when that is told exactly.
    """
    found: dict[UUID, Told] = {}
    for question in questions:
        if question.identity in outcomes and may_follow(question, found):
            counts, answered = outcomes[question.identity]
            found[question.identity] = told(question.kind, counts, answered)
    return found


def may_follow(question: Asked, found: Mapping[UUID, Told]) -> bool:
    """`found`: what is told of the questions before it."""
    if question.parent is None:
        return True
    parent = found.get(question.parent)
    return parent is not None and all(each.bound is Bound.EXACT for each in parent.bands.values())


def bands_of(kind: str, codes: Sequence[str]) -> Mapping[str, Sequence[str]]:
    """Band → the answers that are in it. Each answer of a list is a band of its own."""
    return _BANDS.get(kind) or {code: (code,) for code in codes}


def _of_yes_and_no(number: int, answered: int) -> Number:
    """Ticking one of several is a yes, not ticking it a no."""
    if number >= answered - HIDDEN:
        return Number(value=answered - HIDDEN, bound=Bound.LEAST)
    return Number(value=HIDDEN, bound=Bound.MOST) if number <= HIDDEN else Number(value=number)


def _mean_about(counts: Mapping[str, int]) -> float:
    """Of who is in the crowded band. Halves, which are the same for 8, 9 and 10 people: a finer number would tell how many there are.

    A band of the numbers from 0 to 10 is so wide that halves would tell it too, to who gave an outlier; so those get no mean.
    """
    return statistics.nearest_half(statistics.mean(_scores(counts)))


def _scores(counts: Mapping[str, int]) -> dict[int, int]:
    return {int(code): number for code, number in counts.items()}

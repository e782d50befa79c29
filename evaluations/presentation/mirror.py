"""The mirror: what key figures find beside what officials find of the same, the largest difference first."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from uuid import UUID

from django.utils.translation import gettext as _

from evaluations import statistics
from evaluations.flow import Item
from evaluations.kinds import SCORES, Group, QuestionKind
from evaluations.presentation.outcome import mean_in_words
from evaluations.results import Side
from ui.components.figures import Bar

TOP = max(SCORES[QuestionKind.SCALE])


@dataclass(frozen=True, kw_only=True)
class Gap:
    """`words`: who is more positive, and by how much."""

    question: str
    words: str
    bars: Sequence[Bar]


def gaps_of(sides: Mapping[str, Side], items: Mapping[UUID, Item]) -> list[Gap]:
    """Of questions on the scale from 1 to 5 that both groups answered enough."""
    ours, theirs = sides.get(Group.KEY_FIGURES), sides.get(Group.OFFICIALS)
    if ours is None or theirs is None:
        return []
    found = statistics.gaps(ours.means, theirs.means)
    return [
        Gap(
            question=items[identity].words, words=_words(ours.means[identity], theirs.means[identity]),
            bars=[_bar(Group.KEY_FIGURES, ours, identity), _bar(Group.OFFICIALS, theirs, identity, tone="given")],
        )
        for identity, _gap in found if identity in items
    ]


def _words(ours: float, theirs: float) -> str:
    """From the means as they are shown: else the words and the numbers beside them could differ."""
    difference = round(round(theirs, 1) - round(ours, 1), 1)
    if not difference:
        return _("Both find the same of it.")
    told = {"number": mean_in_words(abs(difference))}
    return _("Officials are %(number)s more positive.") % told if difference > 0 else _("Key figures are %(number)s more positive.") % told


def _bar(group: Group, side: Side, identity: UUID, *, tone: str = "") -> Bar:
    told, mean = side.told[identity], side.means[identity]
    text = _("about %(mean)s out of %(of)d") if told.is_about else _("%(mean)s out of %(of)d")
    return Bar(label=str(group.label), value=text % {"mean": mean_in_words(mean), "of": TOP}, number=mean, whole=TOP, tone=tone)

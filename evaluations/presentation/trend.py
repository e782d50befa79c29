"""What was answered in earlier rounds to the same questions. Questions are the same by their identity, in whatever version they stand."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.utils.formats import date_format
from django.utils.translation import gettext as _

from evaluations import results
from evaluations.flow import Item
from evaluations.kinds import SCORES, Group, QuestionKind
from evaluations.presentation.outcome import mean_in_words
from evaluations.results import Round
from keyfigures.presentation.shown import words_of
from ui.components.charts import Measure
from ui.phrases import Words, names

ENDS = (min(SCORES[QuestionKind.SCALE]), max(SCORES[QuestionKind.SCALE]))


@dataclass(frozen=True, kw_only=True)
class Trust:
    """The trust index. `made_of`: its questions. `columns` are the rounds, oldest first; fewer than two are no trend."""

    now: float | None
    sentence: str
    made_of: Sequence[str]
    series: Sequence[str]
    columns: Sequence[Measure]
    words: str
    ends: tuple[int, int] = ENDS


def trust_of(items: Sequence[Item], rounds: Sequence[Round], *, today: date) -> Trust | None:
    """None when no question of this list counts for it. `rounds`: newest first."""
    questions = results.trust_questions(items)
    if not questions:
        return None
    groups = [group for group in Group if group in rounds[0].sides]
    told = [(each, [_index(each, group, questions) for group in groups]) for each in reversed(rounds)]
    told = [(each, numbers) for each, numbers in told if any(number is not None for number in numbers)]
    now = _index(rounds[0], Group.KEY_FIGURES, questions)
    return Trust(
        now=now, sentence=_sentence(now), made_of=[item.words for item in items if item.counts_for_trust], series=[str(group.label) for group in groups],
        columns=[_column(each, numbers, today) for each, numbers in told],
        words=_moved([numbers[0] for _round, numbers in told]) if Group.KEY_FIGURES in groups else "",
    )


def earlier(identity: UUID, group: str, rounds: Sequence[Round], *, today: date) -> str:
    """ "Eerder gemiddeld 3,4 op 2 juni en 3,1 op 8 januari": the mean in earlier rounds, newest first. Empty when there is none."""
    told = []
    for each in rounds[1:]:
        side = each.sides.get(group)
        found = side.told.get(identity) if side is not None else None
        if found is not None and found.mean is not None:
            told.append(_("%(mean)s on %(day)s") % {"mean": mean_in_words(found.mean), "day": Words(today).day_only(each.closed_on)})
    return _("Before, on average %(rounds)s.") % {"rounds": names(told)} if told else ""


def _index(each: Round, group: str, questions: Sequence[UUID]) -> float | None:
    side = each.sides.get(group)
    return side.index(questions) if side is not None else None


def _sentence(now: float | None) -> str:
    if now is None:
        return _("Not all questions about trust were answered by five key figures or more. So there is no number.")
    return _("%(mean)s out of 5: the mean of the questions about trust.") % {"mean": mean_in_words(now)}


def _column(each: Round, numbers: Sequence[float | None], today: date) -> Measure:
    return Measure(
        label=Words(today).day_only(each.closed_on), short=date_format(each.closed_on, "m-y"), values=tuple(numbers),
        told=tuple(words_of(None) if number is None else mean_in_words(number) for number in numbers),
    )


def _moved(numbers: Sequence[float | None]) -> str:
    """Of key figures, from the first round that tells it to the last."""
    told = [round(number, 1) for number in numbers if number is not None]
    if not told or len(told) == 1:
        return _("There is no earlier round to compare with.")
    between = {"first": mean_in_words(told[0]), "last": mean_in_words(told[-1])}
    if told[0] == told[-1]:
        return _("Trust of key figures was %(first)s and is the same now.") % between
    if told[0] < told[-1]:
        return _("Trust of key figures went up from %(first)s to %(last)s.") % between
    return _("Trust of key figures went down from %(first)s to %(last)s.") % between

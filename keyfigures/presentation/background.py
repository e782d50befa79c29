"""What may be shown of the anonymous answers of one quarter, per question."""

from dataclasses import dataclass
from random import Random

from django.utils.translation import gettext as _

from accounts.models import Municipality
from indicators.quarters import Quarter
from keyfigures import suppression
from keyfigures.background import QUESTIONS, Question
from keyfigures.models.background import BackgroundAnswer, BackgroundEnvelope
from keyfigures.presentation.shown import words_of
from keyfigures.suppression import Published
from ui.components.figures import Bar


@dataclass(frozen=True, kw_only=True)
class Result:
    question: str
    answered: str
    bars: list[Bar]


def results_of(municipality: Municipality, quarter: Quarter) -> list[Result]:
    """Empty while an envelope of that quarter is still closed, and of fewer than five answers."""
    if BackgroundEnvelope.objects.filter(municipality=municipality, year=quarter.year, quarter=quarter.number).exists():
        return []
    counts = BackgroundAnswer.objects.counts_of(municipality, quarter)
    lot = Random(BackgroundAnswer.objects.secret_of(municipality, quarter))  # noqa: S311  the seed is what nobody knows
    return [_result(question, counts[question.code], lot) for question in QUESTIONS if sum(counts.get(question.code, {}).values()) >= suppression.SMALL]


def title_of(results: list[Result]) -> str:
    return _("What key figures told without their name") if results else _("There are too few answers to show")


def period_of(quarter: Quarter) -> str:
    return _("Quarter %(number)d of %(year)d") % {"number": quarter.number, "year": quarter.year}


def _result(question: Question, counts: dict[str, int], lot: Random) -> Result:
    published = _published(question, counts, lot)
    shown = published.traits[question.code]
    bars = [Bar(label=str(text), value=words_of(shown[code]), number=shown[code] or 0, whole=published.people or 1) for code, text in question.answers.items()]
    return Result(question=str(question.text), answered=words_of(published.people), bars=bars)


def _published(question: Question, counts: dict[str, int], lot: Random) -> Published:
    answers = [frozenset({(question.code, code)}) for code in question.answers for _each in range(counts.get(code, 0))]
    return suppression.publish(answers, traits={question.code: list(question.answers)}, left_out=suppression.draw(answers, lot=lot))

"""The questions after meetings, over the last meetings: what moves, without which person said what. `meetings` asks and counts them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from django.utils.formats import date_format
from django.utils.translation import gettext as _

from accounts.models import Membership
from evaluations import statistics, suppression
from evaluations.deadlines import FEWEST_ANSWERS
from evaluations.kinds import QuestionKind
from evaluations.presentation.outcome import mean_in_words, mean_sentence
from evaluations.presentation.trend import ENDS
from evaluations.suppression import Told
from keyfigures.presentation.shown import words_of
from meetings.models.pulse import PulseAnswer, PulseQuestion
from meetings.querysets.pulse import PulseOfMeeting
from terms.days import local_date
from ui.components.charts import Measure
from ui.phrases import Words

MOST_MEETINGS = 10
_MOST_NAMES = 5  # below the chart on a phone


@dataclass(frozen=True, kw_only=True)
class PulseTrend:
    """`latest`: each question with what was found of it at the last meeting. `columns`: oldest meeting first; one is no trend."""

    words: str
    latest: Sequence[tuple[str, str]]
    series: Sequence[str]
    columns: Sequence[Measure]
    ends: tuple[int, int] = ENDS


def trend_for(reader: Membership, *, at: datetime) -> PulseTrend | None:
    """For who may see results of her municipality; None while nothing may be shown. At most one statement."""
    if not (reader.may("evaluations.manage") or reader.may("evaluations.results")):
        return None
    meetings = PulseAnswer.objects.of_last_meetings(reader.municipality, most=MOST_MEETINGS)
    told = [(each, _told(each.counts)) for each in meetings]
    if not told:
        return None
    days, numbers = Words(local_date(at)), [_mean(of_meeting) for _meeting, of_meeting in told]
    last, of_last = told[0]
    columns = [
        Measure(label=days.day_only(local_date(each.starts_at)), short=_short(each, place, len(told)), values=(number,), told=(_in_words(number),))
        for place, ((each, _of_it), number) in enumerate(zip(told, numbers, strict=True))
    ]
    return PulseTrend(
        words=_moved(numbers, days.day_only(local_date(last.starts_at))), latest=[_sentence(question, of_last) for question in PulseQuestion],
        series=[_("Mean")], columns=columns[::-1],
    )


def _told(counts: Mapping[str, Mapping[int, int]]) -> dict[str, Told]:
    """Of questions that five people or more answered, with the same care as a survey."""
    answered = {question: sum(scores.values()) for question, scores in counts.items()}
    return {
        question: suppression.told(QuestionKind.SCALE, {str(score): number for score, number in scores.items()}, answered[question])
        for question, scores in counts.items() if answered[question] >= FEWEST_ANSWERS
    }


def _mean(told: Mapping[str, Told]) -> float | None:
    """Of the five questions; none when one of them may not be told."""
    return statistics.index([told[question].mean if question in told else None for question in PulseQuestion.values])


def _sentence(question: PulseQuestion, told: Mapping[str, Told]) -> tuple[str, str]:
    found = told.get(question.value)
    return str(question.label), mean_sentence(found) if found is not None else _("Answers: %(number)s.") % {"number": words_of(None)}


def _moved(numbers: Sequence[float | None], day: str) -> str:
    """`numbers`: newest first."""
    now, *before = numbers
    if now is None:
        return _("After the meeting of %(day)s not all questions were answered by five people or more.") % {"day": day}
    sentence = _("After the meeting of %(day)s the answers were %(mean)s out of 5 on average.") % {"day": day, "mean": mean_in_words(now)}
    earlier = next((number for number in before if number is not None), None)
    if earlier is None:
        return sentence
    return " ".join([sentence, _("The time before: %(mean)s.") % {"mean": mean_in_words(earlier)}])


def _in_words(number: float | None) -> str:
    return words_of(None) if number is None else mean_in_words(number)


def _short(meeting: PulseOfMeeting, place: int, number: int) -> str:
    """Of many meetings every other one, counted from the last, so that the names stay apart on a phone."""
    return date_format(local_date(meeting.starts_at), "j-n") if number <= _MOST_NAMES or place % 2 == 0 else ""

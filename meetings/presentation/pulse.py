"""What was answered without a name after a meeting: a sentence per question, then the numbers."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from django.urls import reverse
from django.utils.formats import number_format
from django.utils.translation import gettext as _

from accounts.models import Membership
from keyfigures.presentation.shown import words_of
from keyfigures.suppression import SMALL
from meetings.actions.pulse import last_day
from meetings.models.attendance import Attendee
from meetings.models.meeting import Meeting
from meetings.models.pulse import PulseAnswer, PulseQuestion
from meetings.presentation.meeting import Step
from terms.days import local_date
from ui.components.figures import Bar
from ui.phrases import Words

AGREE, MIDDLE = (4, 5), (3,)


@dataclass(frozen=True, kw_only=True)
class Result:
    """`words`: how many agree, and the mean; without bars where too few people answered this question."""

    question: str
    words: str
    bars: Sequence[Bar] = ()


@dataclass(frozen=True, kw_only=True)
class Pulse:
    """`answer_url` for who was there and did not answer yet. `results` only when the term is over."""

    lead: str
    answer_url: str
    results: Sequence[Result]


def section(meeting: Meeting, *, reader: Membership, at: datetime) -> Pulse | None:
    """Nothing before the report. While people can still answer nobody reads how many did. At most two statements."""
    last = last_day(meeting)
    if last is None:
        return None
    if local_date(at) <= last:
        may, day = may_answer(meeting, reader), Words(local_date(at)).day(last)
        lead = _open_to_her() if may else _("Who was there can answer five questions without a name, until and including %(day)s.")
        return Pulse(lead=lead % {"day": day}, answer_url=_url(meeting) if may else "", results=[])
    results = results_of(PulseAnswer.objects.counts_of(meeting))
    lead = _("Answered without a name by who was there.") if results else _("Answers: %(number)s.") % {"number": words_of(None)}
    return Pulse(lead=lead, answer_url="", results=results)


def _open_to_her() -> str:
    return _("Five questions without a name, until and including %(day)s.")


def step(meeting: Meeting, *, reader: Membership, at: datetime) -> Step | None:
    last = last_day(meeting)
    if last is None or local_date(at) > last or not may_answer(meeting, reader):
        return None
    return Step(label=_("Answer five questions"), url=_url(meeting))


def may_answer(meeting: Meeting, reader: Membership) -> bool:
    return Attendee.objects.of(reader).may_give_pulse().filter(meeting=meeting).exists()


def results_of(counts: Mapping[str, Mapping[int, int]]) -> list[Result]:
    """Of all questions, in their own order; empty when nothing may be shown at all."""
    return [_result(str(question.label), counts.get(question.value, {})) for question in PulseQuestion] if counts else []


def _result(question: str, counts: Mapping[int, int]) -> Result:
    answered = sum(counts.values())
    if answered < SMALL:
        return Result(question=question, words=words_of(None))
    agree, middle = (sum(counts.get(score, 0) for score in scores) for scores in (AGREE, MIDDLE))
    mean = sum(score * number for score, number in counts.items()) / answered
    told = {"agree": agree, "answered": answered, "mean": number_format(round(mean, 1), decimal_pos=1)}
    groups = ((_("Fully or mostly"), agree, "kept"), (_("A bit"), middle, "middle"), (_("Hardly or not at all"), answered - agree - middle, "late"))
    return Result(
        question=question,
        words=_("%(agree)d of the %(answered)d agree. On average %(mean)s out of 5.") % told,
        bars=[Bar(label=label, value=str(number), number=number, whole=answered, tone=tone) for label, number, tone in groups],
    )


def _url(meeting: Meeting) -> str:
    return reverse("meetings:pulse", args=[meeting.uuid])

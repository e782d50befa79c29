"""What comes in the next twelve months, day by day: what is planned or open, what the rhythm expects, and the questions after each meeting."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from operator import attrgetter

from dateutil.relativedelta import relativedelta
from django.urls import reverse
from django.utils.translation import gettext as _

from accounts.models import Municipality
from evaluations import deadlines
from evaluations.actions.rounds import remind_on
from evaluations.kinds import Kind, State
from evaluations.models.evaluation import Evaluation
from evaluations.rhythm import Standing
from meetings.models.meeting import Meeting
from terms.calendar import Calendar, calendar_of
from terms.days import ONE_DAY, local_date
from ui.phrases import Words
from ui.words import month_in_words

MONTHS = 12


@dataclass(frozen=True, kw_only=True)
class Entry:
    """`url` and `title` when it leads to an evaluation. `day` is for the order only: what the rhythm expects has a month, not a day."""

    day: date
    words: str
    title: str = ""
    url: str = ""


@dataclass(frozen=True, kw_only=True)
class Month:
    name: str
    entries: Sequence[Entry]


def months_ahead(
    municipality: Municipality, coming: Iterable[Evaluation], standings: Mapping[str, Standing], *, opens: bool, ready: date, at: datetime,
) -> list[Month]:
    """`opens`: whether the reader may open what is planned. One statement, for the meetings."""
    today, calendar = local_date(at), calendar_of(municipality)
    entries = [
        *(entry for each in coming for entry in _of_evaluation(each, calendar, today, opens=opens)),
        *_expected(standings, ready), *_after_meetings(municipality, at),
    ]
    first = today.replace(day=1)
    months = [first + relativedelta(months=number) for number in range(MONTHS)]
    return [Month(name=month_in_words(month), entries=_in_month(entries, month)) for month in months]


def _in_month(entries: Iterable[Entry], month: date) -> list[Entry]:
    return sorted((each for each in entries if each.day.replace(day=1) == month), key=attrgetter("day"))


def _of_evaluation(evaluation: Evaluation, calendar: Calendar, today: date, *, opens: bool) -> Iterator[Entry]:
    """What the clock does with it, from today on. Only a survey is reminded of and closed by itself."""
    days = [(evaluation.opens_on, _("opens on %(day)s"))] if evaluation.state == State.PLANNED else []
    if evaluation.kind == Kind.SURVEY:
        shared_on = calendar.add(evaluation.closes_on + ONE_DAY, calendar.working_days(deadlines.SHARE_BACK, deadlines.WORKING_DAYS[deadlines.SHARE_BACK]))
        days += [(remind_on(evaluation, calendar), _("who did not answer is reminded on %(day)s"))] if evaluation.reminded_at is None else []
        days += [(evaluation.closes_on, _("last day to answer: %(day)s")), (shared_on, _("shared back before or on %(day)s"))]
    else:
        days += [(evaluation.closes_on, _("last day: %(day)s"))]
    url = reverse("evaluations:evaluation_detail", args=[evaluation.uuid]) if opens else ""
    for day, sentence in days:
        if day >= today:
            yield Entry(day=day, words=sentence % {"day": Words(today).day_only(day)}, title=evaluation.title, url=url)


def _expected(standings: Mapping[str, Standing], ready: date) -> Iterator[Entry]:
    """What is not planned yet. Its last day of the month: behind what has a day."""
    for kind, standing in standings.items():
        if standing.expected is not None:
            day = standing.opens_on(ready) + relativedelta(day=31)
            yield Entry(day=day, words=_("%(kind)s: planned by itself about this time") % {"kind": Kind(kind).label})


def _after_meetings(municipality: Municipality, at: datetime) -> Iterator[Entry]:
    """The pulse: five short questions to who was there."""
    words = Words(local_date(at))
    for starts_at in Meeting.objects.filter(municipality=municipality).ahead(at).order_by("starts_at").values_list("starts_at", flat=True):
        day = local_date(starts_at)
        yield Entry(day=day, words=_("Short questions after the meeting on %(day)s") % {"day": words.day_only(day)})

"""Coming and going: per year how many began and stopped and how long they took part, and who expects to stop.

Natural turnover is a lesson; numbers about few people are told as the mix tells them (keyfigures.suppression).
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from statistics import median
from typing import NamedTuple

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from accounts.models import Membership, Municipality
from keyfigures.models.figure import KeyFigure, StageStep
from keyfigures.presentation.shown import words_of
from keyfigures.stages import Stage
from keyfigures.suppression import SMALL, rounded
from terms.days import local_date
from ui.phrases import Words

YEARS = 5  # on the page at most, this year first
AHEAD = timedelta(days=365)
_DAYS_IN_HALF_A_YEAR = 183


class Time(NamedTuple):
    """One time of taking part: from the first day, until (not including) the day on which she stopped."""

    began: date
    stopped: date | None


@dataclass(frozen=True, kw_only=True)
class Year:
    year: int
    joined: str
    left: str
    how_long: str


@dataclass(frozen=True, kw_only=True)
class Leaving:
    name: str
    url: str
    when: str


@dataclass(frozen=True, kw_only=True)
class Turnover:
    """`leaving` holds names only for who works with them."""

    years: Sequence[Year]
    ahead: str
    leaving: Sequence[Leaving]


def turnover(municipality: Municipality, *, reader: Membership, today: date) -> Turnover:
    times = list(times_of(steps_of(municipality)))
    expected = KeyFigure.objects.of_municipality(municipality).not_ended().filter(expected_end__gte=today, expected_end__lt=today + AHEAD)
    people = list(expected.select_related("member__user").order_by("expected_end", "pk"))
    words, first = Words(today), min((time.began.year for time in times), default=today.year)
    named = [Leaving(name=each.name, url=reverse("keyfigures:figure_detail", args=[each.uuid]), when=words.day(each.expected_end or today)) for each in people]
    return Turnover(
        years=[_year(year, times) for year in range(today.year, max(today.year - YEARS, first - 1), -1)],
        ahead=words_of(rounded(len(people))),
        leaving=named if reader.may("keyfigures.manage") else [],
    )


def steps_of(municipality: Municipality) -> Iterable[tuple[int, str, str, datetime]]:
    """Key figure, from, to, when: the steps by which somebody begins or stops, in the order of time."""
    of_municipality = StageStep.objects.filter(key_figure__municipality=municipality, to_stage__in=[Stage.ACTIVE, Stage.ENDED])
    return of_municipality.order_by("at", "pk").values_list("key_figure_id", "from_stage", "to_stage", "at")


def times_of(steps: Iterable[tuple[int, str, str, datetime]]) -> Iterable[Time]:
    """A pause does not end a time; who came back has two. Who stopped before she began took no part."""
    began: dict[int, date] = {}
    for who, before, after, at in steps:
        if after == Stage.ACTIVE and before != Stage.PAUSED:
            began[who] = local_date(at)
        elif after == Stage.ENDED and who in began:
            yield Time(began.pop(who), local_date(at))
    for first in began.values():
        yield Time(first, None)


def _year(year: int, times: Sequence[Time]) -> Year:
    left = [time for time in times if time.stopped is not None and time.stopped.year == year]
    joined = sum(time.began.year == year for time in times)
    return Year(year=year, joined=words_of(rounded(joined)), left=words_of(rounded(len(left))), how_long=_how_long(left))


def _how_long(left: Sequence[Time]) -> str:
    """The median, in half years: half of them took part longer, half shorter. Not of fewer than five."""
    if not left:
        return "–"
    if len(left) < SMALL:
        return words_of(None)
    days = median((time.stopped - time.began).days for time in left if time.stopped is not None)
    halves = round(days / _DAYS_IN_HALF_A_YEAR)
    if not halves:
        return _("less than half a year")
    if halves == 1:
        return _("about half a year")
    return ngettext("about %(years)s year", "about %(years)s years", max(halves // 2, 1)) % {"years": f"{halves // 2}{'½' if halves % 2 else ''}"}

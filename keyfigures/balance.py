"""What was asked of key figures beside what they got, counted. Lesson "wederkerigheid".

Asked: every request of the municipality that it did not take back, also those that got a no. Given: help that was arranged or
passed on, trainings somebody was at, allowances, and personal thanks. The same for one key figure and for a network. Apps above
this one add what of theirs was asked or given.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from typing import Any

from django.db.models import Count, QuerySet, Sum
from django.utils.functional import Promise as LazyText

from accounts.models import Municipality
from keyfigures.models.allowance import Payment, PaymentState
from keyfigures.models.asking import Ask, AskState
from keyfigures.models.figure import KeyFigure
from keyfigures.models.help import HelpOutcome, HelpRequest
from keyfigures.models.learning import Enrolment, EnrolmentState
from keyfigures.models.recognition import Recognition, RecognitionKind
from terms.days import at_time

PERIOD = timedelta(days=365)
HELP, TRAINING, ALLOWANCE, THANKS = GIVEN = ("help", "training", "allowance", "thanks")


@dataclass(frozen=True, kw_only=True)
class Source:
    """What another app asked (`is_asked`) or gave, as `rows` in a time of a key figure or a municipality, with the fields `municipality` and `key_figure`.

    `label` names it, `words` says so many times of it in a sentence. A `code` that is there already (GIVEN) is counted with it.
    """

    code: str
    is_asked: bool
    label: str | LazyText
    words: Callable[[int], str]
    rows: Callable[..., QuerySet[Any]]


_sources: list[Source] = []


def register(*sources: Source) -> None:
    """At the start of the application."""
    _sources.extend(sources)


def sources(*, asked: bool) -> list[Source]:
    """Those with a name of their own."""
    return [each for each in _sources if each.is_asked == asked and each.code not in GIVEN]


@dataclass(frozen=True, kw_only=True)
class Counted:
    """How often, and with which key figures."""

    times: int = 0
    people: frozenset[int] = frozenset()


@dataclass(frozen=True, kw_only=True)
class Balance:
    """`asked` by kind of request, `given` by GIVEN, both also by what other apps add; `hours` as key figures estimate them, `estimates` of how many people."""

    asked: dict[str, Counted] = field(default_factory=dict)
    given: dict[str, Counted] = field(default_factory=dict)
    hours: Decimal = Decimal(0)
    estimates: int = 0

    @property
    def times_asked(self) -> int:
        return sum(each.times for each in self.asked.values())

    @property
    def times_given(self) -> int:
        return sum(each.times for each in self.given.values())


def last_quarter_ended(today: date) -> date:
    """The last day of the quarter before this one: a figure of the network changes once a quarter, so no two days tell what changed."""
    first_month = (today.month - 1) // 3 * 3 + 1
    return today.replace(month=first_month, day=1) - timedelta(days=1)


def of_figure(figure: KeyFigure, *, until: date) -> Balance:
    """The year up to and including `until`. Six statements, and one for each source."""
    return _balance(until, key_figure=figure)


def of_network(municipality: Municipality, *, until: date) -> Balance:
    """All of the network, exact: what of it may be shown is decided where it is shown. As many statements."""
    return _balance(until, municipality=municipality)


def _balance(until: date, **whose: Any) -> Balance:  # noqa: ANN401  a key figure or a municipality
    first = at_time(until - PERIOD, time(0))
    period = (first, at_time(until, time.max))
    asks = Ask.objects.filter(**whose, asked_at__range=period).exclude(state=AskState.WITHDRAWN)
    hours = asks.exclude(hours=None).aggregate(hours=Sum("hours"), people=Count("key_figure", distinct=True))
    return Balance(
        asked=_with_others(_counted(asks, by="kind"), whose, period, asked=True),
        given=_with_others(_given(whose, period), whose, period, asked=False),
        hours=hours["hours"] or Decimal(0),
        estimates=hours["people"],
    )


def _given(whose: dict[str, Any], period: tuple[datetime, datetime]) -> dict[str, Counted]:
    helped = HelpRequest.objects.filter(**whose, closed_at__range=period, outcome__in=[HelpOutcome.HELPED, HelpOutcome.REFERRED])
    learned = Enrolment.objects.filter(**whose, course__starts_at__range=period, state=EnrolmentState.ATTENDED, course__cancelled_at=None)
    paid = Payment.objects.filter(**whose, decided_at__range=period, state__in=[PaymentState.APPROVED, PaymentState.EXPORTED])
    thanked = Recognition.objects.filter(**whose, given_at__range=period, kind=RecognitionKind.THANKS)
    return {kind: together(_counted(rows).values()) for kind, rows in zip(GIVEN, (helped, learned, paid, thanked), strict=True)}


def _with_others(own: dict[str, Counted], whose: dict[str, Any], period: tuple[datetime, datetime], *, asked: bool) -> dict[str, Counted]:
    counted = dict(own)
    for each in (each for each in _sources if each.is_asked == asked):
        found = together([counted.get(each.code, Counted()), *_counted(each.rows(period=period, **whose)).values()])
        counted |= {each.code: found} if found.times else {}
    return counted


def together(counted: Iterable[Counted]) -> Counted:
    each = list(counted)
    return Counted(times=sum(one.times for one in each), people=frozenset().union(*(one.people for one in each)))


def _counted(rows: QuerySet[Any], *, by: str = "municipality") -> dict[Any, Counted]:
    """One statement, with a row per key figure."""
    found: dict[Any, list[Counted]] = {}
    for what, who, times in rows.order_by().values_list(by, "key_figure").annotate(times=Count("pk")):
        found.setdefault(what, []).append(Counted(times=times, people=frozenset({who})))
    return {what: together(each) for what, each in found.items()}

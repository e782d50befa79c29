"""Which data there are for who evaluates the network, generated: what was counted and since when, and what each app keeps and why.

Without persons: numbers are told as everywhere (keyfigures.suppression), and what is kept of people is named, not handed out.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from django.db.models import Count, Min, QuerySet
from django.utils.functional import Promise as LazyText
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from accounts.models import Municipality
from evaluations.kinds import Kind
from evaluations.models.evaluation import Evaluation
from evaluations.models.improvement import Improvement
from keyfigures.models.asking import Ask
from keyfigures.models.contact import ContactMoment
from keyfigures.models.help import HelpRequest
from keyfigures.models.learning import Course
from keyfigures.models.mix import FrozenMix
from keyfigures.presentation.register import processings
from keyfigures.presentation.shown import words_of
from keyfigures.suppression import rounded
from meetings.models.meeting import Meeting, MeetingState
from terms.models import Clock


@dataclass(frozen=True, kw_only=True)
class Kept:
    """`what` there is, `how_many` as it may be told, since which year (empty: nothing yet)."""

    what: str
    how_many: str
    since: str


@dataclass(frozen=True, kw_only=True)
class Register:
    """One line of the register of processing: what for, and how it is protected."""

    name: str
    goal: str
    security: str


def counted(municipality: Municipality) -> list[Kept]:
    """One statement for each kind of data."""
    return [_kept(str(label), rows, moment) for label, rows, moment in _kinds(municipality)]


def registers() -> list[Register]:
    """From what each app says it keeps of people. No statement."""
    return [
        Register(name=capfirst(str(each.processing.name)), goal=capfirst(str(each.processing.goal)), security=capfirst(str(each.processing.security)))
        for each in processings()
    ]


def never_kept() -> str:
    return _(
        "There is no field for religion, origin, nationality, political opinion, health, birth date or citizen service number."
        " No answer leads to a person.",
    )


def _kinds(municipality: Municipality) -> Iterator[tuple[str | LazyText, "QuerySet[Any]", str]]:
    here = {"municipality": municipality}
    yield gettext_lazy("Moments of contact, in quiet time or because of an incident"), ContactMoment.objects.filter(**here), "on"
    yield gettext_lazy("Meetings with a report"), Meeting.objects.filter(**here, state__in=[MeetingState.CLOSED, MeetingState.FIXED]), "starts_at"
    yield gettext_lazy("Promises, with the day on which they were kept"), Clock.objects.filter(**here), "promised_at"
    yield gettext_lazy("Requests to key figures, with their answer"), Ask.objects.filter(**here), "asked_at"
    yield gettext_lazy("Questions of key figures for help, with their outcome"), HelpRequest.objects.filter(**here), "asked_at"
    yield gettext_lazy("Trainings"), Course.objects.filter(**here), "starts_at"
    yield gettext_lazy("Quarters of which the mix of the network was counted"), FrozenMix.objects.filter(**here), "at"
    yield gettext_lazy("Rounds of questions to the network, with their results"), Evaluation.objects.filter(**here).held().of_kind(Kind.SURVEY), "closed_at"
    others = Evaluation.objects.filter(**here).held().exclude(kind=Kind.SURVEY)
    yield gettext_lazy("Evaluations of the plan and of the process"), others, "closed_at"
    yield gettext_lazy("Improvements, with what became of them"), Improvement.objects.filter(**here), "made_at"


def _kept(label: str, rows: "QuerySet[Any]", moment: str) -> Kept:
    found = rows.order_by().aggregate(number=Count("pk"), first=Min(moment))
    return Kept(what=label, how_many=words_of(rounded(found["number"])), since=_year(found["first"]) if rounded(found["number"]) else "")


def _year(first: Any) -> str:  # noqa: ANN401  a day or a moment
    return str(first.year) if first is not None else ""

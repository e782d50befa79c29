"""An evaluation in words: a row of the list, and the head of its page."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _

from accounts.models import Membership
from evaluations.kinds import Kind, State
from evaluations.models.evaluation import Evaluation
from terms.days import local_date
from ui.phrases import Words
from ui.words import leaf_of


@dataclass(frozen=True, kw_only=True)
class Row:
    """`leaf`: month, day and weekday on which it opens; `state`: how far it is."""

    title: str
    url: str
    leaf: dict[str, Any]
    kind: str
    state: str


@dataclass(frozen=True, kw_only=True)
class Head:
    """What the page begins with. `facts`: label and words of what is fixed."""

    lead: str
    facts: Collection[tuple[str, str]]


@dataclass(frozen=True, kw_only=True)
class Step:
    """A next thing to do on the page of an evaluation: a button that leads on. The first one of the page is its main button."""

    label: str
    url: str


def rows(evaluations: Iterable[Evaluation], *, at: datetime) -> list[Row]:
    """No statement."""
    today = local_date(at)
    return [
        Row(
            title=each.title, url=reverse("evaluations:evaluation_detail", args=[each.uuid]), leaf=leaf_of(each.opens_on),
            kind=str(Kind(each.kind).label), state=state(each, today),
        )
        for each in evaluations
    ]


def state(evaluation: Evaluation, today: date) -> str:
    """How far it is, in a sentence without persons."""
    words = Words(today)
    if evaluation.state == State.PLANNED:
        return _("Opens on %(day)s.") % {"day": words.day_only(evaluation.opens_on)}
    if evaluation.state == State.OPEN:
        return _("Open until and including %(day)s.") % {"day": words.day_only(evaluation.closes_on)}
    moments = {State.CLOSED: evaluation.closed_at, State.SHARED: evaluation.shared_at, State.CANCELLED: evaluation.cancelled_at}
    sentences = {
        State.CLOSED: _("Closed since %(day)s. Not shared back yet."), State.SHARED: _("Shared back on %(day)s."), State.CANCELLED: _("Cancelled on %(day)s."),
    }
    moment = moments[State(evaluation.state)]
    return sentences[State(evaluation.state)] % {"day": words.day_only(local_date(moment)) if moment is not None else ""}


def head(evaluation: Evaluation, *, reader: Membership, at: datetime) -> Head:  # noqa: ARG001  the same for everybody who sees it
    """No statement."""
    words = Words(local_date(at))
    return Head(
        lead=state(evaluation, local_date(at)),
        facts=[
            (_("Kind"), str(Kind(evaluation.kind).label)),
            (_("First day"), words.day_only(evaluation.opens_on)),
            (_("Last day"), words.day_only(evaluation.closes_on)),
            (_("Questions? Ask"), evaluation.owner.name),
        ],
    )

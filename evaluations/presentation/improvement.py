"""Improvements in words: in a list, on the page of an evaluation, to the network, and one by itself."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from django.urls import reverse
from django.utils.text import Truncator
from django.utils.translation import get_language, ngettext
from django.utils.translation import gettext as _

from accounts.models import Membership
from evaluations.actions import improvement as actions
from evaluations.deadlines import MOST_ACTIONS
from evaluations.kinds import ActionState
from evaluations.languages import DUTCH, in_language
from evaluations.models.evaluation import Evaluation
from evaluations.models.improvement import Improvement
from evaluations.models.questionnaire import Question
from terms.days import local_date
from terms.presentation import Hero, Line, Ring, Row, hero_of_task, state_of_task
from ui.phrases import Words, number

READERS = ("evaluations.manage", "evaluations.results")
SHOWN = 5  # of other evaluations, on the page of one
LONGEST_CHOICE = 90  # signs of a question in a list to choose from


@dataclass(frozen=True, kw_only=True)
class Section:
    """`before`: still open from other evaluations. `warning` when there are more than fit."""

    rows: Sequence[Row]
    before: Sequence[Row]
    new_url: str
    list_url: str
    warning: str


def section(evaluation: Evaluation, *, reader: Membership, at: datetime) -> Section | None:
    """At most three statements; None for who comes from outside, and before anything was heard."""
    if not any(reader.may(each) for each in READERS) or not actions.may_begin(evaluation):
        return None
    ours, others = Improvement.objects.of_evaluation(evaluation).for_list(), Improvement.objects.open_elsewhere(evaluation).for_list()[:SHOWN]
    return Section(
        rows=rows_of(ours, today=local_date(at)),
        before=rows_of(others, today=local_date(at)),
        new_url=reverse("evaluations:improvement_new", args=[evaluation.uuid]) if reader.may("evaluations.manage") else "",
        list_url=reverse("evaluations:improvement_list"),
        warning=too_many(open_now(reader)),
    )


def open_now(reader: Membership) -> int:
    return Improvement.objects.visible_to(reader).open().count()


def too_many(count: int) -> str:
    """Empty as long as it fits."""
    if count <= MOST_ACTIONS:
        return ""
    return _("More than %(most)d improvements at once seldom succeed. Finish some first, or drop what matters least.") % {"most": MOST_ACTIONS}


def list_title(count: int) -> str:
    return ngettext("%(number)s improvement is open", "%(number)s improvements are open", count) % {"number": number(count)}


def rows_of(rows: Iterable[Improvement], *, today: date, named: bool = False) -> list[Row]:
    """Without a statement. `named`: with the evaluation that each comes from."""
    words = Words(today)
    return [
        Row(title=each.what, line=_line(each, words, what=each.owner.name, meta=each.evaluation.title if named else ""), url=url_of(each)) for each in rows
    ]


def told_rows(rows: Iterable[Improvement], *, today: date) -> list[Row]:
    """For the network: what, by when, and what became of it. Not who does it."""
    words = Words(today)
    return [Row(title=each.what, line=_line(each, words, meta=each.outcome)) for each in rows]


def url_of(row: Improvement) -> str:
    return reverse("evaluations:improvement_detail", args=[row.uuid])


def state_of(row: Improvement, words: Words) -> tuple[str, str, str]:
    """State of the ring, the line in words, and its tone."""
    return state_of_task(row.due_on, words, ended_at=row.ended_at, is_dropped=row.state == ActionState.DROPPED)


def hero(row: Improvement, *, reader: Membership, today: date) -> Hero:
    """One improvement as a sentence, to who does it and to who reads along."""
    words, ends = Words(today), {ActionState.DONE: _("This is done"), ActionState.DROPPED: _("This is not done")}
    if row.state not in ends:
        return hero_of_task(row.due_on, words, owner=row.owner.name, is_own=reader.pk == row.owner_id)
    state, due, _tone = state_of(row, words)
    return Hero(ring=Ring(state=state), title=ends[ActionState(row.state)], sentences=[f"{due}."])


def question_words(question: Question) -> str:
    """In the language of the reader; Dutch is always there."""
    return in_language(question.words, get_language() or DUTCH)


def question_choices(evaluation: Evaluation) -> list[tuple[object, str]]:
    """What an improvement can follow from. One statement."""
    return [(each.identity, Truncator(question_words(each)).chars(LONGEST_CHOICE)) for each in actions.questions_of(evaluation)]


def question_of(row: Improvement) -> str:
    """The question that it follows from; empty when it is not about one."""
    if row.identity is None:
        return ""
    return next((question_words(each) for each in actions.questions_of(row.evaluation) if each.identity == row.identity), "")


def _line(row: Improvement, words: Words, *, what: str = "", meta: str = "") -> Line:
    state, due, tone = state_of(row, words)
    return Line(ring=Ring(state=state), what=what, due=due, tone=tone, meta=meta)

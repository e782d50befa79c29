""" "Dit hoorden wij, dit doen wij" in words: to who was asked, to who writes it, and as a row of a list.

No sentence here is about who answered; numbers are those of `Response`, which has none below five.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.urls import reverse
from django.utils.translation import gettext as _

from accounts.models import Membership
from evaluations import deadlines
from evaluations.actions import sharing as actions
from evaluations.kinds import State
from evaluations.models.evaluation import Evaluation
from evaluations.models.improvement import Improvement
from evaluations.models.sheet import Response
from evaluations.presentation.evaluation import Step
from evaluations.presentation.improvement import READERS, told_rows
from evaluations.presentation.result import response_in_words
from keyfigures.standing import promises_about
from terms.calendar import calendar_of
from terms.days import local_date
from terms.presentation import Hero, Line, Ring, Row, ring_of
from terms.standing import Promise
from ui.phrases import Words, days_ago, upper_first


@dataclass(frozen=True, kw_only=True)
class Told:
    """What stands on the page. `answered`: a sentence per group. `before`: what became of what was told the time before."""

    is_few: bool
    answered: Sequence[str]
    heard: str
    doing: str
    improvements: Sequence[Row]
    before: Sequence[Row]


@dataclass(frozen=True, kw_only=True)
class Section:
    """On the page of the evaluation. `url`: where it is written, or read when it is there; empty for who does neither now."""

    lead: str
    line: Line
    url: str


def told(evaluation: Evaluation, *, at: datetime) -> Told:
    """As it reads when it is shared. Five statements at most."""
    today, responses = local_date(at), Response.objects.filter(evaluation=evaluation).order_by("group")
    is_few = actions.too_few_answered(evaluation)
    ours = Improvement.objects.of_evaluation(evaluation).filter(is_told=True).for_list()
    return Told(
        is_few=is_few,
        answered=[] if is_few else [response_in_words(each.group, each.asked, each.answered) for each in responses],
        heard="" if is_few else evaluation.heard,
        doing=evaluation.doing,
        improvements=told_rows(ours, today=today),
        before=before(evaluation, at=at),
    )


def before(evaluation: Evaluation, *, at: datetime) -> list[Row]:
    """What was told the time before, and how it stands now. Two statements."""
    previous = Evaluation.objects.shared_before(evaluation)
    if previous is None:
        return []
    return told_rows(Improvement.objects.told_before(evaluation, previous).for_list(), today=local_date(at))


def hero(evaluation: Evaluation, *, at: datetime) -> Hero:
    """When what was heard comes, or since when it is there. Two statements at most."""
    words = Words(local_date(at))
    if evaluation.shared_at is not None:
        day = words.day(local_date(evaluation.shared_at))
        return Hero(ring=Ring(state="kept"), title=_("This is what we heard, and what we do"), sentences=[_("Shared on %(day)s.") % {"day": day}])
    promise = _promises([evaluation], at=at).get(evaluation.uuid)
    if promise is None:
        return Hero(ring=Ring(state="later"), title=_("What we heard comes after the last day"), sentences=[_ahead(evaluation, words)])
    if promise.state == "late":
        return _late(evaluation, promise, words)
    title = _("Today, what we heard and what we do with it stands here")
    if promise.state != "today":
        title = _("%(by)s, what we heard and what we do with it stands here") % {"by": upper_first(words.by(promise.due_date))}
    return Hero(ring=ring_of(promise), title=title, sentences=[_("The questions are closed. We look at all answers together.")])


def waiting_rows(evaluations: Iterable[Evaluation], *, at: datetime) -> list[Row]:
    """Rounds that are not shared yet, with the day by which they are. Two statements, none for no rows."""
    found, words = list(evaluations), Words(local_date(at))
    promises = _promises(found, at=at) if found else {}
    return [_waiting(each, promises.get(each.uuid), words) for each in found]


def shared_rows(evaluations: Iterable[Evaluation], *, at: datetime) -> list[Row]:
    words = Words(local_date(at))
    return [
        Row(title=each.title, line=Line(ring=Ring(state="kept"), what="", due=_shared_on(each, words), tone="kept"), url=url_of(each)) for each in evaluations
    ]


def section(evaluation: Evaluation, *, reader: Membership, at: datetime) -> Section | None:
    """From closing on, for who may see results. Two statements at most."""
    if evaluation.state not in {State.CLOSED, State.SHARED} or not any(reader.may(each) for each in READERS):
        return None
    words = Words(local_date(at))
    if evaluation.state == State.SHARED:
        line = Line(ring=Ring(state="kept"), what="", due=_shared_on(evaluation, words), tone="kept")
        lead = _("Everybody who was asked heard of it; all key figures can read it")
        return Section(lead=lead, line=line, url=url_of(evaluation))
    line = _waiting(evaluation, _promises([evaluation], at=at).get(evaluation.uuid), words).line
    if not actions.may_write(evaluation):
        return Section(lead=_("The answers are counted first, then it is written what was heard"), line=line, url="")
    lead = _("Everybody who was asked hears what was heard, and what is done with it")
    return Section(lead=lead, line=line, url=_write_url(evaluation) if reader.may("evaluations.manage") else "")


def step(evaluation: Evaluation, *, reader: Membership, at: datetime) -> Step | None:  # noqa: ARG001  as of every noun
    if not reader.may("evaluations.manage") or not actions.may_write(evaluation):
        return None
    return Step(label=_("Tell what you heard"), url=_write_url(evaluation))


def url_of(evaluation: Evaluation) -> str:
    return reverse("evaluations:shared_detail", args=[evaluation.uuid])


def _write_url(evaluation: Evaluation) -> str:
    return reverse("evaluations:sharing_write", args=[evaluation.uuid])


def _shared_on(evaluation: Evaluation, words: Words) -> str:
    return _("Shared on %(day)s") % {"day": words.day(local_date(evaluation.shared_at))} if evaluation.shared_at else ""


def _promises(evaluations: Iterable[Evaluation], *, at: datetime) -> Mapping[UUID, Promise]:
    """The promise to share back, of those that are closed."""
    found = list(evaluations)
    all_of_them = promises_about([each.uuid for each in found], municipality=found[0].municipality, at=at)
    return {uuid: each for uuid, promises in all_of_them.items() for each in promises if each.kind == deadlines.SHARE_BACK}


def _waiting(evaluation: Evaluation, promise: Promise | None, words: Words) -> Row:
    if promise is None:
        return Row(title=evaluation.title, line=Line(ring=Ring(state="later"), what="", due=_ahead(evaluation, words)), url=url_of(evaluation))
    due, tone = upper_first(words.by(promise.due_date)), ""
    if promise.state == "late":
        due, tone = _("Too late: promised for %(day)s") % {"day": words.day(promise.due_date)}, "late"
    elif promise.state == "today":
        due, tone = _("Promised for today"), "today"
    return Row(title=evaluation.title, line=Line(ring=ring_of(promise), what="", due=due, tone=tone), url=url_of(evaluation))


def _ahead(evaluation: Evaluation, words: Words) -> str:
    """While people can still answer the day can move; how long it takes after it cannot."""
    days = calendar_of(evaluation.municipality).working_days(deadlines.SHARE_BACK, deadlines.WORKING_DAYS[deadlines.SHARE_BACK])
    return _("Within %(days)d working days after %(day)s, the last day to answer.") % {"days": days, "day": words.day(evaluation.closes_on)}


def _late(evaluation: Evaluation, promise: Promise, words: Words) -> Hero:
    """What was promised for when, how long ago, apology, who does it now."""
    promised = _("What we heard, and what we do with it, should have stood here by %(day)s at the latest.") % {"day": words.day(promise.due_date)}
    first = " ".join([promised, days_ago(promise.working_days_late), _("We apologise.")])
    return Hero(ring=ring_of(promise), title=_("We are too late"), sentences=[first, _("%(name)s takes care of it.") % {"name": evaluation.owner.name}])

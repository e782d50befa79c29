"""Ideas in words: as a row, as the head of a page, and how it went. Who filed one is read by who answers it and by herself."""

from collections.abc import Sequence
from datetime import datetime

from django.urls import reverse
from django.utils.formats import number_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from accounts.models import Membership
from initiatives.kinds import Answer, Beginning, State
from initiatives.models.initiative import Initiative, Step
from initiatives.models.question import CommunityQuestion
from keyfigures.catalogue import Theme
from keyfigures.standing import promises_about
from terms.days import local_date
from terms.presentation import Hero, Line, Ring, Row, due_for_waiter, due_for_worker, late_hero, ring_of
from terms.standing import Promise, current
from ui.money import euros
from ui.phrases import Words, number


def rows_of(rows: Sequence[Initiative], *, reader: Membership, at: datetime) -> list[Row]:
    """Two statements for any number of rows; none for no rows."""
    if not rows:
        return []
    promises = promises_about([each.uuid for each in rows], municipality=rows[0].municipality, at=at)
    words = Words(local_date(at))
    return [_row(each, current(promises.get(each.uuid, [])), words, reader=reader) for each in rows]


def _row(row: Initiative, promise: Promise | None, words: Words, *, reader: Membership) -> Row:
    due, tone = _standing(row, promise, words, reader=reader)
    line = Line(ring=_ring(row, promise), what=row.for_whom, due=due, tone=tone, meta=_meta(row, words, reader=reader))
    return Row(title=title_of(row), url=url_of(row), line=line)


def url_of(row: Initiative) -> str:
    return reverse("initiatives:initiative_detail", args=[row.uuid])


def title_of(row: Initiative) -> str:
    return row.what or _("An idea that you took back")


def _ring(row: Initiative, promise: Promise | None) -> Ring:
    if promise is not None and not row.answer:
        return ring_of(promise)
    has_stopped = row.state == State.STOPPED and row.answer != Answer.NOT_BY_US
    return Ring(state="kept" if row.answer and not has_stopped else "later")


def _standing(row: Initiative, promise: Promise | None, words: Words, *, reader: Membership) -> tuple[str, str]:
    """How it stands in a row, and the tone of it."""
    if row.withdrawn_at is not None:
        return _("Taken back"), ""
    if row.answer:
        return _standing_after_answer(row), ""
    if promise is None:
        return _("Waits for an answer"), ""
    return due_for_worker(promise, words) if reader.may("initiatives.handle") else due_for_waiter(promise, words)


def _standing_after_answer(row: Initiative) -> str:
    if row.state == State.IDEA or row.answer == Answer.NOT_BY_US:
        short = {Answer.YES: _("yes"), Answer.YES_IF: _("yes, on a condition"), Answer.NOT_BY_US: _("not by us")}
        return _("Our answer: %(answer)s") % {"answer": short[Answer(row.answer)]}
    return str(State(row.state).label)


def _meta(row: Initiative, words: Words, *, reader: Membership) -> str:
    parts = [_filed(row, words), supported(getattr(row, "supporters", 0)), filed_by(row, reader)]
    return " ".join(part for part in parts if part)


def _filed(row: Initiative, words: Words) -> str:
    day = {"day": words.day_only(local_date(row.filed_at))}
    return _("Begun by the municipality on %(day)s.") % day if row.beginning == Beginning.MUNICIPALITY else _("Filed on %(day)s.") % day


def filed_by(row: Initiative, reader: Membership) -> str:
    """Only for who answers ideas, and for herself."""
    if row.proposer is None:
        return ""
    if row.proposer_id == reader.pk:
        return _("By you.")
    return _("By %(name)s.") % {"name": row.proposer.name} if reader.may("initiatives.handle") else ""


def supported(supporters: int) -> str:
    if not supporters:
        return ""
    return ngettext("%(number)s person supports it.", "%(number)s people support it.", supporters) % {"number": number(supporters)}


def hero(row: Initiative, promises: Sequence[Promise], steps: Sequence[Step], words: Words, *, reader: Membership) -> Hero:
    """The state as the sentence of the page. For who filed it late comes first, in four parts."""
    if row.withdrawn_at is not None:
        return Hero(ring=Ring(state="later"), title=_("You took your idea back"), sentences=[_("What was written is erased.")])
    if row.answer:
        return _hero_after_answer(row, steps)
    promise = current(promises)
    if promise is None:
        return Hero(ring=Ring(state="later"), title=_("This idea waits for an answer"), sentences=[])
    is_own, answers = row.proposer_id == reader.pk, _("%(name)s answers.") % {"name": row.owner.name}
    if is_own and promise.state == "late":
        return late_hero(promise, words=words)
    if is_own:
        return Hero(ring=ring_of(promise), title=_("You get an answer %(by)s") % {"by": words.by(promise.due_date)}, sentences=[answers])
    due, _tone = due_for_worker(promise, words) if reader.may("initiatives.handle") else due_for_waiter(promise, words)
    return Hero(ring=ring_of(promise), title=_("This idea waits for an answer"), sentences=[f"{due}.", answers])


def _hero_after_answer(row: Initiative, steps: Sequence[Step]) -> Hero:
    if row.state == State.IDEA or row.answer == Answer.NOT_BY_US:
        return Hero(ring=Ring(state="kept"), title=_answered(row), sentences=[row.reason])
    title = {
        State.PREPARED: _("This is being prepared"), State.RUNNING: _("This goes on now"), State.DONE: _("This is done"), State.STOPPED: _("This stopped"),
    }[State(row.state)]
    said = [row.brought, reached(row)] if row.state == State.DONE else [steps[-1].text if steps else ""]
    return Hero(ring=Ring(state="later" if row.state == State.STOPPED else "kept"), title=title, sentences=[each for each in said if each])


def _answered(row: Initiative) -> str:
    if row.beginning == Beginning.MUNICIPALITY:
        return _("The municipality begins this")
    return {
        Answer.YES: _("The municipality says yes"), Answer.YES_IF: _("The municipality says yes, on a condition"),
        Answer.NOT_BY_US: _("The municipality does not do this"),
    }[Answer(row.answer)]


def reached(row: Initiative) -> str:
    """Empty where nobody knows."""
    if row.people_reached is None:
        return ""
    told = {"number": number_format(row.people_reached, use_l10n=True, force_grouping=True)}
    return ngettext("It reached about %(number)s person.", "It reached about %(number)s people.", row.people_reached) % told


def path_of(row: Initiative, steps: Sequence[Step], words: Words) -> list[Line]:
    """How it went since it was filed: the answer, and each step with what was said then. Without a statement."""
    filed = [] if row.beginning == Beginning.MUNICIPALITY else [(_("Idea filed"), row.filed_at, "", "kept")]
    answered = [(_answered(row), row.answered_at or row.filed_at, row.reason, "kept")]
    told = [*filed, *answered, *((_step_words(each), each.at, _said(row, each), _ring_of(each)) for each in steps)]
    return [
        Line(ring=Ring(state=ring), what=what, due=words.day_only(local_date(at)), meta=meta, is_now=row.ended_at is None and place == len(told))
        for place, (what, at, meta, ring) in enumerate(told, start=1)
    ]


def _step_words(step: Step) -> str:
    return str(State(step.state).label)


def _said(row: Initiative, step: Step) -> str:
    return row.brought if step.state == State.DONE else step.text


def _ring_of(step: Step) -> str:
    return "later" if step.state == State.STOPPED else "kept"


def facts_of(row: Initiative) -> list[tuple[str, str]]:
    """What is known of it beside the idea: only what is filled in. One statement."""
    names = CommunityQuestion.objects.names_of(row.municipality) if row.question else {}
    told = [
        (_("Who began"), str(Beginning(row.beginning).label)),
        (_("Question behind it"), names.get(row.question, "")),
        (_("Forms of extremism"), ", ".join(str(Theme(each).label) for each in row.themes)),
        (_("The municipality"), str(row.get_municipal_role_display()) if row.municipal_role else ""),
        (_("Money that was asked"), euros(row.budget_asked) if row.budget_asked is not None else ""),
        (_("Money that we give"), euros(row.budget_granted) if row.budget_granted is not None else ""),
        (_("Who helps"), row.owner.name if row.ended_at is None else ""),
    ]
    return [(label, value) for label, value in told if value]


def as_it_is(row: Initiative) -> list[str]:
    """For who was second: what a colleague made of it."""
    return [f"{label}: {value}" for label, value in facts_of(row)]

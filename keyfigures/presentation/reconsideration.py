"""A reconsideration in words: the state as a sentence, the steps with their days, and where she can object."""

from collections.abc import Collection, Sequence
from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from accounts.models import Membership
from keyfigures import deadlines
from keyfigures.models.figure import KeyFigure
from keyfigures.models.reconsideration import Reconsideration, ReconsiderationOutcome, ReconsiderationState
from keyfigures.stages import Stage
from terms.days import local_date
from terms.presentation import Hero, Line, Ring, due_for_waiter, kept_in_words, late_hero, ring_of
from terms.standing import Promise, current
from ui.phrases import Words, names

State = ReconsiderationState
_DECIDED = {
    ReconsiderationOutcome.GO_ON: gettext_lazy("We go on together"),
    ReconsiderationOutcome.ADAPT: gettext_lazy("We go on, with another role"),
    ReconsiderationOutcome.PAUSE: gettext_lazy("We pause"),
    ReconsiderationOutcome.END: gettext_lazy("The cooperation ended"),
}


def hero(row: Reconsideration, promises: Sequence[Promise], *, is_own: bool, is_asked: bool, words: Words) -> Hero:
    """The state as the sentence of the page. `is_asked`: the reader is the one for whom a proposal waits."""
    promise = current(promises)
    if row.is_over:
        return _over(row, words)
    if promise is None:
        return Hero(ring=Ring(state="later"), title=_title(row, is_own=is_own, is_asked=is_asked), sentences=[])
    if promise.state == "late" and is_own:
        return late_hero(promise, words=words)
    return Hero(ring=ring_of(promise), title=_title(row, is_own=is_own, is_asked=is_asked), sentences=[_next(row, promise, is_own=is_own, words=words)])


def _title(row: Reconsideration, *, is_own: bool, is_asked: bool) -> str:
    name = {"name": row.key_figure.name}
    told = {
        State.RAISED: (_("We want to talk with you about the cooperation"), _("Talk with %(name)s about the cooperation") % name),
        State.HEARD: (_("You were heard. Now two officials decide"), _("%(name)s was heard and waits for a decision") % name),
        State.PROPOSED: (_("There is a proposal. It is no decision yet"), _("A proposal waits for the second of you")),
    }
    if is_asked:
        return _("A proposal about %(name)s waits for you") % name
    own, ours = told[State(row.state)]
    return own if is_own else ours


def _next(row: Reconsideration, promise: Promise, *, is_own: bool, words: Words) -> str:
    if promise.state == "late":
        return _("Promised for %(day)s.") % {"day": words.day(promise.due_date)}
    by = {"by": words.by(promise.due_date), "name": row.raised_by.name}
    if row.state == State.RAISED:
        return (_("%(name)s talks with you %(by)s.") if is_own else _("The talk is promised %(by)s.")) % by
    return (_("You hear the decision %(by)s.") if is_own else _("The decision is promised %(by)s.")) % by


def _over(row: Reconsideration, words: Words) -> Hero:
    day = _("On %(day)s.") % {"day": words.day(local_date(row.decided_at or row.raised_at))}
    if row.state == State.STOPPED:
        return Hero(ring=Ring(state="later"), title=_("The procedure stopped, because the cooperation ended"), sentences=[day])
    who = _("%(names)s decided this.") % {"names": names([each.name for each in row.deciders])}
    return Hero(ring=Ring(state="kept"), title=str(_DECIDED[ReconsiderationOutcome(row.outcome)]), sentences=[day, who])


def path(row: Reconsideration, promises: Sequence[Promise], words: Words) -> list[Line]:
    """The four steps that both agreed, with their days; what comes stands there too."""
    by_kind = {each.kind: each for each in promises}
    raised = _("By %(name)s, on %(day)s.") % {"name": row.raised_by.name, "day": words.day(local_date(row.raised_at))}
    decide = _("By %(names)s. Not by who raised the question.") % {"names": names([each.name for each in row.deciders])}
    return [
        Line(ring=Ring(state="kept"), what=_("A question was raised"), meta=raised),
        _step(_("We talk with each other"), by_kind.get(deadlines.RECONSIDERATION_TALK), words, meta=""),
        _step(_("Two officials decide"), by_kind.get(deadlines.RECONSIDERATION_DECISION), words, meta=decide),
        Line(ring=Ring(state="later"), what=_("Everything that was written is erased"), meta=_("A year after the decision.")),
    ]


def _step(what: str, promise: Promise | None, words: Words, *, meta: str) -> Line:
    if promise is None:
        return Line(ring=Ring(state="later"), what=what, meta=meta, is_ahead=True)
    if promise.kept_on is not None:
        return Line(ring=ring_of(promise), what=what, meta=" ".join(filter(None, [kept_in_words(promise, words), meta])))
    due, tone = due_for_waiter(promise, words)
    return Line(ring=ring_of(promise), what=what, due=due, tone=tone, meta=meta, is_now=True)


def proposal(row: Reconsideration) -> str:
    """What the first of the two proposes; empty while there is no proposal."""
    if row.state != State.PROPOSED or row.first_decider is None:
        return ""
    outcome = str(ReconsiderationOutcome(row.outcome).label)
    return _("%(name)s proposes: %(outcome)s.") % {"name": row.first_decider.name, "outcome": outcome}


def whose_turn(uuids: Collection[UUID], _today: date) -> dict[UUID, str]:
    """Which of the two who decide is asked for what; nothing of what was written. One statement."""
    rows = Reconsideration.objects.filter(uuid__in=uuids).select_related("first_decider__user")
    return {row.uuid: _turn(row) for row in rows}


def _turn(row: Reconsideration) -> str:
    if row.state == State.PROPOSED and row.first_decider is not None:
        return _("Reconsideration. %(name)s proposed an outcome: you agree, or not.") % {"name": row.first_decider.name}
    return _("Reconsideration. Two of you decide: one proposes an outcome, the other agrees or not.")


def section(figure: KeyFigure, *, reader: Membership, at: datetime) -> dict[str, Any] | None:  # noqa: ARG001  all sections are called alike
    """What to do in case of doubt, for both. That a procedure runs stands here only for who is in it, and they read who that is."""
    rows = Reconsideration.objects.visible_to(reader).of_figure(figure)
    row = rows.select_related("key_figure__member__user", "raised_by__user", "first_decider__user", "second_decider__user").order_by("-raised_at").first()
    is_own = reader.pk == figure.member_id
    may_raise = not is_own and figure.stage in {Stage.ACTIVE, Stage.PAUSED} and (row is None or row.is_over)
    if row is None and not may_raise and not is_own:
        return None
    people = [row.key_figure.member, row.raised_by, *row.deciders] if row else []
    return {
        "url": reverse("keyfigures:reconsideration_detail", args=[row.uuid]) if row else "",
        "is_over": row is not None and row.is_over,
        "only": _("Only %(names)s see this.") % {"names": names([each.name for each in people])} if people else "",
        "new_url": reverse("keyfigures:reconsideration_new", args=[figure.uuid]) if may_raise else "",
        "complaint_url": reverse("keyfigures:complaint_list") if is_own else "",
    }

"""The process of a concern report as data: states, steps, and from where to where. No database, no clock.

The order of the steps is the order of the process. A pause is no state of its own: the report stays where it is and
its clocks stand still.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from django.db.models import TextChoices
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy


class State(TextChoices):
    RECEIVED = "received", gettext_lazy("Received")
    TAKEN_ON = "taken_on", gettext_lazy("Taken on")
    CONTACTED = "contacted", gettext_lazy("There was contact")
    INFORMED = "informed", gettext_lazy("Answered")
    DECIDED = "decided", gettext_lazy("Outcome known")
    CLOSED = "closed", gettext_lazy("Closed")
    WITHDRAWN = "withdrawn", gettext_lazy("Withdrawn")


class Outcome(TextChoices):
    NO_FURTHER_STEP = "no_further_step", gettext_lazy("No further step")
    ADVICE_GIVEN = "advice_given", gettext_lazy("Advice given")
    SUPPORT_OFFERED = "support_offered", gettext_lazy("Support offered")
    COMMUNITY_ACTIVITY = "community_activity", gettext_lazy("An activity in the neighbourhood")
    PASSED_ON = "passed_on", gettext_lazy("Passed on to the right organisation")
    MAY_NOT_BE_TOLD = "may_not_be_told", gettext_lazy("May not be told")


class HandedTo(TextChoices):
    """In general terms only; never a name, a file number or content."""

    NEIGHBOURHOOD_TEAM = "neighbourhood_team", gettext_lazy("Neighbourhood team")
    YOUTH_CARE = "youth_care", gettext_lazy("Youth care")
    SAFETY_HOUSE = "safety_house", gettext_lazy("Reporting point of the safety house")
    POLICE = "police", gettext_lazy("Police")
    OTHER = "other", gettext_lazy("Another organisation")


OPEN = (State.RECEIVED, State.TAKEN_ON, State.CONTACTED, State.INFORMED, State.DECIDED)
IN_WORK = (State.TAKEN_ON, State.CONTACTED, State.INFORMED)
ENDED = (State.CLOSED, State.WITHDRAWN)

HANDLE, REPORT = "signals.handle", "signals.report"


def _stay(*states: State) -> dict[State, State]:
    return {state: state for state in states}


def _all_to(target: State, *sources: State) -> dict[State, State]:
    return dict.fromkeys(sources, target)


@dataclass(frozen=True, kw_only=True)
class Step:
    """`moves`: from which state to which. `pause`: "must" or "must not" stand still; empty when it does not matter.

    `needs`: a fact about the report that must be true, by its name in `Facts`.
    """

    name: str
    label: str | Promise
    moves: Mapping[State, State]
    permission: str = HANDLE
    pause: str = ""
    needs: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Facts:
    """What the process must know about a report."""

    state: str
    is_paused: bool = False
    had_final_feedback: bool = False
    was_asked_to_reopen: bool = False

    @property
    def was_not_asked_to_reopen(self) -> bool:
        return not self.was_asked_to_reopen


TAKE_ON = Step(name="take_on", label=gettext_lazy("Take on"), moves=_all_to(State.TAKEN_ON, State.RECEIVED))
CONTACT = Step(
    name="contact",
    label=gettext_lazy("Record contact"),
    moves={**_all_to(State.CONTACTED, State.RECEIVED, State.TAKEN_ON), **_stay(State.CONTACTED, State.INFORMED)},
)
GIVE_FEEDBACK = Step(
    name="give_feedback",
    label=gettext_lazy("Give an answer"),
    moves={**_all_to(State.INFORMED, *IN_WORK), **_stay(State.DECIDED)},
)
PAUSE = Step(name="pause", label=gettext_lazy("Let the clock stand still"), moves=_stay(*IN_WORK), pause="must not")
RESUME = Step(name="resume", label=gettext_lazy("Let the clock run again"), moves=_stay(*IN_WORK), pause="must")
HAND_OVER = Step(name="hand_over", label=gettext_lazy("Hand over to a colleague"), moves=_stay(*OPEN))
HAND_OVER_OUTSIDE = Step(
    name="hand_over_outside", label=gettext_lazy("Pass on outside the municipality"), moves=_all_to(State.DECIDED, *IN_WORK),
)
DECIDE = Step(name="decide", label=gettext_lazy("Record the outcome"), moves=_all_to(State.DECIDED, *IN_WORK))
CLOSE = Step(name="close", label=gettext_lazy("Close"), moves=_all_to(State.CLOSED, State.DECIDED), needs=("had_final_feedback",))
REOPEN = Step(name="reopen", label=gettext_lazy("Open again"), moves=_all_to(State.CONTACTED, State.CLOSED))
DECLINE_REOPEN = Step(
    name="decline_reopen", label=gettext_lazy("Do not open again"), moves=_stay(State.CLOSED), needs=("was_asked_to_reopen",),
)
ADD_NOTE = Step(name="note", label=gettext_lazy("Write a note"), moves=_stay(*OPEN))
MESSAGE = Step(name="message", label=gettext_lazy("Send a message"), moves=_stay(*OPEN), permission="")
ASK_REOPEN = Step(
    name="ask_reopen",
    label=gettext_lazy("Ask to open again"),
    moves=_stay(State.CLOSED),
    permission=REPORT,
    needs=("was_not_asked_to_reopen",),
)
WITHDRAW = Step(name="withdraw", label=gettext_lazy("Withdraw"), moves=_all_to(State.WITHDRAWN, *OPEN), permission=REPORT)

STEPS = (
    TAKE_ON, CONTACT, GIVE_FEEDBACK, PAUSE, RESUME, HAND_OVER, HAND_OVER_OUTSIDE, DECIDE, CLOSE, REOPEN, DECLINE_REOPEN,
    ADD_NOTE, MESSAGE, ASK_REOPEN, WITHDRAW,
)  # fmt: skip
# Steps that stand as a form of their own under "what do you do now"; the others have a place elsewhere on the page.
ON_THE_DESK = STEPS[:11]


class StepNotAllowed(Exception):
    """The step is not possible now. `by` and `at` tell who took the last step, when that is known."""

    def __init__(self, step: Step, *, state: str, sentence: str = "") -> None:
        super().__init__(step.name, state)
        self.step, self.state, self.sentence = step, state, sentence
        self.by, self.by_pk = "", 0
        self.at: datetime | None = None

    def __str__(self) -> str:
        if self.sentence:
            return self.sentence
        if self.step.pause and self.state in self.step.moves:
            return _("The clock stands still already.") if self.step.pause == "must not" else _("The clock runs already.")
        words = {"step": str(self.step.label), "state": str(State(self.state).label).lower()}
        return _("“%(step)s” is not possible now. The report is: %(state)s.") % words


def is_possible(step: Step, now: Facts) -> bool:
    stands_right = {"": True, "must": now.is_paused, "must not": not now.is_paused}[step.pause]
    return now.state in step.moves and stands_right and all(getattr(now, need) for need in step.needs)


def check(step: Step, now: Facts) -> State:
    """The state after the step; raises StepNotAllowed when it cannot be taken now."""
    if not is_possible(step, now):
        raise StepNotAllowed(step, state=now.state)
    return step.moves[State(now.state)]


def is_open(state: str) -> bool:
    return state in OPEN

"""The way of a key figure: from first contact to active, and to a good goodbye. The whole of it on one page; no database, no clock.

Lesson "werving van nieuwe sleutelfiguren, vanwege natuurlijk verloop": nobody waits in a stage without somebody being told.
"""

from dataclasses import dataclass

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class Stage(TextChoices):
    INTERESTED = "interested", _("Interested")
    INTRODUCTION = "introduction", _("Introductory talk")
    AGREEMENT = "agreement", _("Making the agreement")
    ACTIVE = "active", _("Active")
    PAUSED = "paused", _("Paused")
    ENDED = "ended", _("Ended")


class EndReason(TextChoices):
    """Neutral words: none of them judges anybody."""

    TIME = "time", _("No time any more")
    MOVED = "moved", _("Moved to another place")
    OTHER_WORK = "other_work", _("Other work")
    TERM_OVER = "term_over", _("The agreed time is over")
    NOT_STARTED = "not_started", _("It did not come to an agreement")
    OWN_CHOICE = "own_choice", _("Own choice")
    DECISION = "decision", _("Decided after a reconsideration")


@dataclass(frozen=True)
class Move:
    """One step on the way. `by_herself`: the key figure may take it; `by_officials`: who works on the network may."""

    name: str
    sources: frozenset[str]
    target: str
    by_herself: bool = False
    by_officials: bool = True


_NOT_ENDED = frozenset({Stage.INTERESTED, Stage.INTRODUCTION, Stage.AGREEMENT, Stage.ACTIVE, Stage.PAUSED})

INVITE_TO_TALK = Move("invite_to_talk", frozenset({Stage.INTERESTED}), Stage.INTRODUCTION)
TO_AGREEMENT = Move("to_agreement", frozenset({Stage.INTERESTED, Stage.INTRODUCTION}), Stage.AGREEMENT)
# Both confirmed the agreement: the last of the two confirmations takes this step.
ACTIVATE = Move("activate", frozenset({Stage.AGREEMENT}), Stage.ACTIVE, by_herself=True)
RESUME = Move("resume", frozenset({Stage.PAUSED}), Stage.ACTIVE, by_herself=True)
PAUSE = Move("pause", frozenset({Stage.ACTIVE, Stage.PAUSED}), Stage.PAUSED, by_herself=True)  # also longer than was said
END = Move("end", _NOT_ENDED, Stage.ENDED, by_herself=True)
# Nobody comes back without her own confirmation: she takes this step by accepting an invitation, or by asking herself.
BEGIN_AGAIN = Move("begin_again", frozenset({Stage.ENDED}), Stage.INTRODUCTION, by_herself=True, by_officials=False)

MOVES = {move.name: move for move in (INVITE_TO_TALK, TO_AGREEMENT, ACTIVATE, RESUME, PAUSE, END, BEGIN_AGAIN)}

# In these stages the municipality owes the next step; the term is a clock (keyfigures.stage).
WAITS_FOR_US = frozenset({Stage.INTERESTED, Stage.INTRODUCTION, Stage.AGREEMENT})


class StageNotAllowed(Exception):
    """This step cannot be taken from the stage in which she is."""

    def __str__(self) -> str:
        return str(_("This step is not possible now. Somebody may have taken one just before you."))


def check(move: Move, *, stage: str) -> None:
    """Raises StageNotAllowed."""
    if stage not in move.sources:
        raise StageNotAllowed


def available_from(stage: str, *, herself: bool = False) -> list[Move]:
    """What she (or who works with her) can do from here by a button, in the order of the way. Activating is confirming."""
    possible = [move for move in MOVES.values() if stage in move.sources and move not in {ACTIVATE, BEGIN_AGAIN}]
    return [move for move in possible if (move.by_herself if herself else move.by_officials)]

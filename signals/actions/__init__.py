"""Everything that changes a report, one function per verb: keyword-only, with who (`actor`) and when (`at`).

Each is one transaction. Where the process does not allow a step now they raise workflow.StepNotAllowed; where this
member may never take it, PermissionDenied.
"""

from accounts.models import Membership
from signals import workflow
from signals.actions.answering import approve_feedback, give_feedback, return_feedback
from signals.actions.filing import AnotherReport, FilingProblem, NobodyToReceive, TooManyReports, WritingNotAllowed, file_report
from signals.actions.handling import (
    close,
    decide,
    decline_reopen,
    hand_over,
    hand_over_outside,
    pause,
    record_contact,
    reopen,
    resume,
    take_on,
)
from signals.actions.own import ask_reopen, rate, withdraw
from signals.actions.talking import add_note, send_message
from signals.models import ConcernReport


def possible_steps(report: ConcernReport, member: Membership) -> list[str]:
    """The names of the steps that stand on the page of this official: possible now, and hers to take."""
    if report.reporter_id == member.pk or not member.may(workflow.HANDLE):
        return []
    return [step.name for step in workflow.ON_THE_DESK if workflow.is_possible(step, report.facts)]


__all__ = [
    "AnotherReport",
    "FilingProblem",
    "NobodyToReceive",
    "TooManyReports",
    "WritingNotAllowed",
    "add_note",
    "approve_feedback",
    "ask_reopen",
    "close",
    "decide",
    "decline_reopen",
    "file_report",
    "give_feedback",
    "hand_over",
    "hand_over_outside",
    "pause",
    "possible_steps",
    "rate",
    "record_contact",
    "reopen",
    "resume",
    "return_feedback",
    "send_message",
    "take_on",
    "withdraw",
]

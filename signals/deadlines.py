"""What is promised with a concern report, and in how many working days. Defaults; a municipality sets its own (terms.Term)."""

from signals.workflow import State

PERSONAL_REPLY = "signals.personal_reply"
FIRST_FEEDBACK = "signals.first_feedback"
NEXT_FEEDBACK = "signals.next_feedback"
FINAL_FEEDBACK = "signals.final_feedback"

WORKING_DAYS = {PERSONAL_REPLY: 2, FIRST_FEEDBACK: 10, NEXT_FEEDBACK: 20, FINAL_FEEDBACK: 5}
AT_RECEIPT = (PERSONAL_REPLY, FIRST_FEEDBACK)
UNTIL_DECIDED = (FIRST_FEEDBACK, NEXT_FEEDBACK)


def kept_by_feedback(state: str) -> tuple[str, ...]:
    """Which promises are kept by feedback that is given in this state."""
    return (FINAL_FEEDBACK,) if state == State.DECIDED else UNTIL_DECIDED


def started_by_feedback(state: str) -> str | None:
    """Which promise begins with feedback that is given in this state: after the last one, none."""
    return None if state == State.DECIDED else NEXT_FEEDBACK

"""What the municipality promises around a key figure, and within how many working days. Defaults; a municipality sets its own (terms.Term).

Kinds with a day of their own (a review date, an agreed next step, a legal term) start with `due_on`; their number here is only
what holds when no day was chosen.
"""

from calendar import monthrange
from datetime import date

STAGE = "keyfigures.stage"
PAUSE = "keyfigures.pause"
CONTACT = "keyfigures.contact"
NEXT_STEP = "keyfigures.next_step"
REVIEW_AGREEMENT = "keyfigures.review_agreement"
AGREEMENT_TURN = "keyfigures.agreement_turn"
SUCCESSOR = "keyfigures.successor"
HELP_FIRST_ANSWER = "keyfigures.help_first_answer"
HELP_OUTCOME = "keyfigures.help_outcome"
ASK_RESULT = "keyfigures.ask_result"
THANKS = "keyfigures.thanks"
PAYMENT = "keyfigures.payment"
RECONSIDERATION_TALK = "keyfigures.reconsideration_talk"
RECONSIDERATION_DECISION = "keyfigures.reconsideration_decision"
RECONSIDERATION_SECOND = "keyfigures.reconsideration_second"
COMPLAINT = "keyfigures.complaint"
DATA_REQUEST = "keyfigures.data_request"

MONTHS_A_YEAR = 12
ANSWER_MONTHS, LONGER_MONTHS = 1, 2  # calendar months, AVG art. 12(3)

WORKING_DAYS = {
    STAGE: 10,
    PAUSE: 10,
    CONTACT: 40,  # eight weeks: the rhythm of contact in quiet time (our proposal; the lesson gives no number)
    NEXT_STEP: 10,
    REVIEW_AGREEMENT: 250,
    AGREEMENT_TURN: 10,
    SUCCESSOR: 60,
    HELP_FIRST_ANSWER: 5,
    HELP_OUTCOME: 20,  # four weeks: after that a help request is flagged
    ASK_RESULT: 20,
    THANKS: 125,  # half a year
    PAYMENT: 10,
    RECONSIDERATION_TALK: 10,
    RECONSIDERATION_DECISION: 10,
    RECONSIDERATION_SECOND: 10,  # the day of the decision: the two owe it together
    COMPLAINT: 30,  # six weeks, Awb art. 9:11
    DATA_REQUEST: 20,  # one month, AVG art. 12(3)
}


def whole_months(first: date, last: date) -> int:
    """How many months lie whole between two days."""
    return (last.year - first.year) * MONTHS_A_YEAR + last.month - first.month - (last.day < first.day)


def months_after(day: date, months: int) -> date:
    """The same day so many months later, or the last day of that month where it has no such day."""
    years, month = divmod(day.month - 1 + months, MONTHS_A_YEAR)
    year, month = day.year + years, month + 1
    return date(year, month, min(day.day, monthrange(year, month)[1]))

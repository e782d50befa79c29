"""What is promised around initiatives, and within how many working days. Defaults; a municipality sets its own (terms.Term)."""

ANSWER = "initiatives.answer"
TASK = "initiatives.task"

WORKING_DAYS = {
    ANSWER: 15,  # yes, yes if, or not by us, because (domain I14: within three weeks)
    TASK: 20,  # only when no day was chosen
}

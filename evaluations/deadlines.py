"""What is promised around evaluations, and within how many working days. Defaults; a municipality sets its own (terms.Term).

Also the terms that are no promise: how long people can answer, from how many answers on something is shown, what is kept.
"""

PREPARE = "evaluations.prepare"
SHARE_BACK = "evaluations.share_back"
READ_PLAN = "evaluations.read_plan"
FINISH = "evaluations.finish"
IMPROVEMENT = "evaluations.improvement"

WORKING_DAYS = {
    PREPARE: 15,  # before it opens: what the coordinator needs to look at the questions
    SHARE_BACK: 15,  # after closing (lesson: terugkoppeling; the number is our proposal)
    READ_PLAN: 10,  # each evaluator reads alone
    FINISH: 40,  # a process evaluation or a request to a bureau, from its opening
    IMPROVEMENT: 60,  # only when no day was chosen
}

ANSWER_DAYS = 15  # working days in which people can answer
REMIND_DAYS = 5  # working days before the last day on which who did not answer is reminded
GRACE_HOURS = 2  # after the last day: who was answering can still send

MONTHS = {"survey": 6, "process": 12, "plan": 0, "effect": 48}  # between two of a kind; 0: only when somebody plans one (domain 3.4)

FEWEST_ANSWERS = 5  # answers from which on results are shown (domain 3.4)
FEWEST_OPEN_ANSWERS = 10  # the same for answers in own words
RAW_DAYS = 365  # calendar days after closing that answers in own words are kept
MOST_ACTIONS = 5  # open improvements; more do not fit (a warning, no limit)

"""What is promised around the approach, and within how many working days. Defaults; a municipality sets its own (terms.Term).

Also the terms that are no promise: how long before a date somebody is warned.
"""

REVIEW = "approach.review"
COUNCIL_PROMISE = "approach.council_promise"
COMMENT = "approach.comment"

WORKING_DAYS = {
    REVIEW: 40,  # only when no day was chosen; a review has its own date
    COUNCIL_PROMISE: 30,  # only when no day was chosen
    COMMENT: 10,  # a draft report that waits for a second person
}

REVIEW_MONTHS = 24  # a vision is looked at again (domain I1: younger than two years)
WARN_DAYS = 180  # calendar days before a mandate, a budget or a review ends
ELECTIONS_WARN_DAYS = 365  # calendar days before elections: a new council has to be told, and the money of the year after be arranged

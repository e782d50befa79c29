"""What is promised around meetings, and within how many working days. Defaults; a municipality sets its own (terms.Term).

Kinds with a day of their own (the rhythm of a kind of meeting, an action point) start with `due_on`; their number here is
only what holds when no day was chosen.
"""

NEXT_MEETING = "meetings.next_meeting"
TOO_LONG_AGO = "meetings.too_long_ago"
CHOOSE_DATE = "meetings.choose_date"
REPORT = "meetings.report"
CORRECTION = "meetings.correction"
POINT_ANSWER = "meetings.point_answer"
ACTION_POINT = "meetings.action_point"
ACTION_OWNER = "meetings.action_owner"
AFTERCARE = "meetings.aftercare"
DECLARATION = "meetings.declaration"
NEW_CHAIR = "meetings.new_chair"

PULSE_DAYS = 10  # working days after the report in which who was there can answer five questions
CORRECTION_DAYS = 10  # working days in which key figures can correct a report

WORKING_DAYS = {
    NEXT_MEETING: 20,
    TOO_LONG_AGO: 10,
    CHOOSE_DATE: 3,  # after the last day to answer a poll
    REPORT: 10,
    CORRECTION: 5,
    POINT_ANSWER: 20,  # "what did you do with it" (lesson: terugkoppeling; the number is our proposal)
    ACTION_POINT: 20,
    ACTION_OWNER: 5,  # until somebody does it
    AFTERCARE: 5,
    NEW_CHAIR: 5,  # the chair cannot lead the meeting any more
    DECLARATION: 5,  # only when the meeting is sooner than that is known; else the day before it
}

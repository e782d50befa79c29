"""Concern reports for tests, made by the real action, so that each has its promises, texts and messages."""

from datetime import UTC, datetime, timedelta
from uuid import uuid4

from signals import actions
from signals.models import ConcernReport

# Tuesday 9 June 2026, 10.00 in Amsterdam.
AT = datetime(2026, 6, 9, 8, tzinfo=UTC)
SECRET = "een jongen deelde stickers uit bij het sportpark"
ANSWERS = {
    "saw": SECRET,
    "worries": "hij zoekt jongere kinderen op",
    "contradicts": "",
    "since": "weeks",
    "how_often": "weekly",
    "where": "Sportpark",
    "about": "person",
    "phenomenon": ["unknown"],
    "spoke_with": "",
    "hopes": "",
    "name_may_be_mentioned": False,
    "reach_how": "phone",
    "reach_phone": "06 12 34 56 78",
    "reach_when": "",
}


def file_one(reporter, *, at=AT, way="written", answers=None, submission=None, entered_by=None) -> ConcernReport:
    return actions.file_report(
        reporter=reporter, submission=submission or uuid4(), way=way, answers=ANSWERS if answers is None else answers, at=at, entered_by=entered_by,
    )


def bring_to(report: ConcernReport, state: str, *, official, at=AT + timedelta(hours=1)) -> ConcernReport:
    """By the real steps, each an hour after the other."""
    steps = {
        "received": (),
        "taken_on": ("take_on",),
        "contacted": ("take_on", "contact"),
        "informed": ("take_on", "contact", "feedback"),
        "decided": ("take_on", "contact", "feedback", "decide"),
        "answered": ("take_on", "contact", "feedback", "decide", "feedback"),
        "closed": ("take_on", "contact", "feedback", "decide", "feedback", "close"),
        "withdrawn": ("withdraw",),
    }
    acts = {
        "take_on": lambda at: actions.take_on(report, actor=official, at=at),
        "contact": lambda at: actions.record_contact(report, actor=official, at=at, how="phone", on=at.date()),
        "feedback": lambda at: actions.give_feedback(report, actor=official, at=at, sentences=["looked_together"]),
        "decide": lambda at: actions.decide(report, actor=official, at=at, outcome="advice_given"),
        "close": lambda at: actions.close(report, actor=official, at=at),
        "withdraw": lambda at: actions.withdraw(report, actor=report.reporter, at=at),
    }
    for hours, step in enumerate(steps[state]):
        acts[step](at + timedelta(hours=hours))
    return ConcernReport.objects.for_detail().get(pk=report.pk)

"""What the tests of date polls share."""

from datetime import UTC, datetime, timedelta
from uuid import uuid4

from meetings.actions import poll as actions
from meetings.actions import poll_answer
from meetings.actions.poll import Asked
from meetings.models.poll import PollInvitee
from notifications.models import Message
from tests.factories.keyfigures import AT, TODAY

DAY, HOUR = timedelta(days=1), timedelta(hours=1)
# Evenings from 19.30 to 21.30 in Amsterdam: Tuesday 23 and 30 June, Wednesday 1 July 2026
_STARTS = (datetime(2026, 6, 23, 17, 30, tzinfo=UTC), datetime(2026, 6, 30, 17, 30, tzinfo=UTC), datetime(2026, 7, 1, 17, 30, tzinfo=UTC))
FIRST, SECOND, THIRD = ((start, start + 2 * HOUR) for start in _STARTS)
LAST_DAY = TODAY + 7 * DAY  # Tuesday 16 June


def made(by, *members, at=AT, required=(), dates=(FIRST, SECOND), **other):
    what = {"title": "Zomer", "kind": "network", "last_day": LAST_DAY, "place": "De Sluis", "submission": uuid4(), **other}
    return actions.make(by=by, at=at, dates=dates, asked=Asked(members=members, required=required), **what)


def changed(poll, by, *members, at=AT, version=None, required=(), dates=(FIRST, SECOND), **other):
    what = {name: getattr(poll, name) for name in actions.OF_THE_ROW} | other
    return actions.change(poll, by=by, at=at, version=version or poll.version, dates=dates, asked=Asked(members=members, required=required), **what)


def row(poll, member):
    return PollInvitee.objects.with_poll().get(poll=poll, member=member)


def answered(poll, member, *answers, at=AT):
    """One answer per date, in their order."""
    return poll_answer.answer_on_site(row(poll, member), by=member, answers=dict(zip(poll.options.all(), answers, strict=True)), at=at)


def answers_of(poll, member):
    return [(each.option.starts_at, each.availability) for each in row(poll, member).answers.select_related("option").order_by("option__starts_at")]


def mails(kind=None):
    """(kind, to) of what is or was to be told."""
    found = Message.objects.exclude(state="cancelled").order_by("pk")
    return [(each.kind.removeprefix("meetings."), each.recipient) for each in found if kind is None or each.kind == f"meetings.{kind}"]


def told(kind):
    return [to for _kind, to in mails(kind)]

"""What waits for a key figure and what was promised to her: her start page."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from accounts.models import Membership
from evaluations.desk import questions_for
from initiatives.desk import asks_consent
from keyfigures.desk import waits_for_her
from keyfigures.models.figure import KeyFigure
from meetings.desk import questions_after_a_meeting, waits_after_a_meeting
from signals import desk
from terms import promises, tasks
from terms.calendar import calendar_of
from terms.days import local_date
from terms.models import Clock
from terms.tasks import TaskRow, Waiting
from ui.names import called
from ui.phrases import number


@dataclass(frozen=True, kw_only=True)
class Start:
    """`waiting` waits for her; `promised` she waits for. `figure` is None for who has no row as key figure."""

    name: str
    lead: str
    waiting: Sequence[Waiting]
    promised: Sequence[TaskRow]
    has_reports: bool
    may_share: bool
    figure: KeyFigure | None


def start_of(member: Membership, *, at: datetime) -> Start:
    """A constant number of statements, whatever waits."""
    rows = desk.promised_to(member, at=at) if member.may("signals.report") else []
    after = [*waits_after_a_meeting(member, today=local_date(at)), *questions_after_a_meeting(member, at=at)]
    waiting = [*desk.asks(rows), *desk.asks_opinion(member, at=at), *waits_for_her(member), *after, *questions_for(member, at=at), *asks_consent(member)]
    return Start(
        name=called(member.name),
        lead=_lead_of(len(waiting)),
        waiting=waiting,
        promised=tasks.in_order([*rows, *_promised(member, at)]),
        has_reports=bool(rows),
        may_share=member.may("signals.report"),
        figure=KeyFigure.objects.for_detail().filter(member=member).first(),
    )


def _promised(member: Membership, at: datetime) -> list[TaskRow]:
    """What every app but that of reports promised her; those have rows of their own."""
    clocks = list(Clock.objects.open().promised_to(member).filter(kind__in=promises.with_task()).for_rows())
    return tasks.awaited(clocks, calendar_of(member.municipality), at) if clocks else []


def _lead_of(waiting: int) -> str:
    if not waiting:
        return _("Nothing waits for you.")
    return ngettext("%(number)s thing waits for you.", "%(number)s things wait for you.", waiting) % {"number": number(waiting)}

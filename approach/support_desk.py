"""What the register of support adds to the start page of who works on the approach: what ends or comes, long before."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.utils.translation import gettext as _

from accounts.models import Membership
from approach import horizon
from approach.ahead import marks_of
from approach.presentation.support import Step, step_of
from terms.presentation import Line, Ring
from ui.phrases import Words


@dataclass(frozen=True, kw_only=True)
class ComingUp:
    """A row that says what ends or comes, long before. `subject`: of which somebody may owe a promise that says the same."""

    title: str
    line: Line
    link: str
    url: str
    subject: UUID | None = None


def coming_up(member: Membership, *, today: date) -> list[ComingUp]:
    """One statement, and none for who does not work on the approach."""
    if not member.may("approach.manage"):
        return []
    words = Words(today)
    near = horizon.near(marks_of(member.municipality, today=today), today=today)
    return [_row(step_of(each, words), is_over=each.is_over(today), subject=each.subject) for each in near]


def _row(step: Step, *, is_over: bool, subject: UUID) -> ComingUp:
    line = Line(ring=Ring(state="late" if is_over else "later"), what="", due=_("Support of college and council"), tone="late" if is_over else "")
    return ComingUp(title=step.sentence, line=line, link=step.label, url=step.url, subject=subject)

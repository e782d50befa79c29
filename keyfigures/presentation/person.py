"""The head of the page of one key figure: her state in a sentence, who sees the page, and what was promised to her.

She reads the same page as who works with her. Only the buttons, and "you" in place of her name, differ.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from accounts.models import Membership
from accounts.roles import Role, permissions_of
from keyfigures.models.figure import KeyFigure
from keyfigures.stages import Stage
from terms import promises, tasks
from terms.calendar import calendar_of
from terms.days import local_date
from terms.models import Clock
from terms.tasks import TaskRow
from ui.phrases import Words, number
from ui.words import month_in_words

# What stands on her page is what every official of the network may know: no complaint, no request about her own data, no report.
OF_THE_NETWORK = permissions_of([Role.COORDINATOR])


@dataclass(frozen=True, kw_only=True)
class Person:
    """`is_own`: she looks at her own page."""

    figure: KeyFigure
    is_own: bool
    lead: str
    trust: str
    promised_title: str
    promised: Sequence[TaskRow]


def person(figure: KeyFigure, *, reader: Membership, at: datetime) -> Person:
    """Two statements: her open promises, and the calendar."""
    is_own = reader.pk == figure.member_id
    rows = promised_to(figure, is_own=is_own, at=at)
    return Person(
        figure=figure,
        is_own=is_own,
        lead=" ".join(filter(None, [stage_sentence(figure, Words(local_date(at))), _waiting(rows, figure, is_own=is_own)])),
        trust=_trust(figure, is_own=is_own),
        promised_title=_("What we promised you") if is_own else _("Promises to %(name)s") % {"name": figure.name},
        promised=rows,
    )


def promised_to(figure: KeyFigure, *, is_own: bool, at: datetime) -> list[TaskRow]:
    """Her open promises that stand on this page, for both readers the same ones."""
    clocks = Clock.objects.open().promised_to(figure.member).filter(kind__in=promises.with_task(OF_THE_NETWORK)).for_rows()
    told = tasks.awaited if is_own else tasks.owed
    return told(clocks, calendar_of(figure.municipality), at)


def stage_sentence(figure: KeyFigure, words: Words) -> str:
    """Where she is on her way, for her and about her in the same words."""
    if figure.stage == Stage.ACTIVE and figure.joined_on:
        return _("Active since %(month)s.") % {"month": month_in_words(figure.joined_on)}
    told = {
        Stage.INTERESTED: _("Showed interest on %(day)s."),
        Stage.INTRODUCTION: _("The introductory talk is the next step."),
        Stage.AGREEMENT: _("The agreement is being made."),
        Stage.PAUSED: _("Paused until %(until)s.") if figure.paused_until else _("Paused since %(day)s."),
        Stage.ENDED: _("Ended on %(day)s."),
    }
    until = words.day(figure.paused_until) if figure.paused_until else ""
    return told[Stage(figure.stage)] % {"day": words.day(figure.stage_since), "until": until}


def _waiting(rows: Sequence[TaskRow], figure: KeyFigure, *, is_own: bool) -> str:
    late = sum(row.state == "late" for row in rows)
    if late:
        return ngettext("%(number)s promise is late.", "%(number)s promises are late.", late) % {"number": number(late)}
    if any(row.state == "today" for row in rows):
        return _("You hear from us today.") if is_own else _("Today %(name)s waits for you.") % {"name": figure.name}
    return ""


def _trust(figure: KeyFigure, *, is_own: bool) -> str:
    if not is_own:
        return _("%(name)s sees exactly this page. Nothing stands here that %(name)s does not see.") % {"name": figure.name}
    if figure.contact_person is None:
        return _("The municipality sees exactly this page. Nothing stands there that you do not see.")
    return _("%(name)s sees exactly this page. Nothing stands there that you do not see.") % {"name": figure.contact_person.name}

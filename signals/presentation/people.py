"""Who opened a report, and who can: lines for the reporter and for who handles it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django.utils import formats
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from signals.access import Opening, Reader
from signals.presentation.words import day, moment, time_of, upper_first
from terms.days import local_date


@dataclass(frozen=True, kw_only=True)
class LogLine:
    who: str
    what: str


def opened_by(openings: Sequence[Opening], *, today: date) -> list[LogLine]:
    """Newest first; who opened more than once stands there once, with how often."""
    return [LogLine(who=_with_role(each), what=_opened(each, today)) for each in openings]


def _with_role(opening: Opening) -> str:
    return ", ".join([opening.name, *opening.roles])


def _opened(opening: Opening, today: date) -> str:
    when = _("Today, %(time)s") % {"time": time_of(opening.last_at)} if local_date(opening.last_at) == today else upper_first(moment(opening.last_at))
    words = {"times": opening.times, "when": formats.date_format(opening.last_at, "j F"), "time": time_of(opening.last_at)}
    often = ngettext("%(times)d time, last on %(when)s, %(time)s", "%(times)d times, last on %(when)s, %(time)s", opening.times) % words
    said = when if opening.times == 1 else often
    return _("%(said)s. Reason: “%(reason)s”") % {"said": said, "reason": opening.reason} if opening.reason else f"{said}."


@dataclass(frozen=True, kw_only=True)
class ReaderLine:
    name: str
    why: str
    is_me: bool
    grant: object = None


def can_read(readers: Sequence[Reader]) -> list[ReaderLine]:
    return [ReaderLine(name=each.name, why=_why(each), is_me=each.is_reader, grant=each.grant_id) for each in readers]


def _why(reader: Reader) -> str:
    words = {
        "contact_person": _("contact person"),
        "deputy": _("deputy"),
        "stand_in": _("stands in"),
        "granted": _("reads along"),
        "emergency": _("emergency access"),
    }
    why = words[reader.why]
    return _("%(why)s, until and including %(day)s") % {"why": why, "day": day(reader.until)} if reader.until else why

"""Who opened a report, and who can: lines for the reporter and for who handles it."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from accounts.models import Membership
from signals.access import Opening, Reader
from ui.phrases import Words, upper_first


@dataclass(frozen=True, kw_only=True)
class LogLine:
    who: str
    what: str


def opened_by(openings: Sequence[Opening], words: Words) -> list[LogLine]:
    """Newest first; who opened more than once stands there once."""
    return [LogLine(who=_with_role(each), what=opened(each, words)) for each in openings]


def _with_role(opening: Opening) -> str:
    return ", ".join([opening.name, *opening.roles])


def opened(opening: Opening, words: Words) -> str:
    """How often, when last, and the reason of the first time."""
    when = words.moment(opening.last_at)
    often = ngettext("%(times)d time, last: %(when)s", "%(times)d times, last: %(when)s", opening.times) % {"times": opening.times, "when": when}
    said = upper_first(when) if opening.times == 1 else often
    return _("%(said)s. Reason: “%(reason)s”") % {"said": said, "reason": opening.reason} if opening.reason else f"{said}."


@dataclass(frozen=True, kw_only=True)
class ReaderLine:
    name: str
    why: str
    is_me: bool
    grant: object = None


def can_read(readers: Sequence[Reader], words: Words, *, reader: Membership) -> list[ReaderLine]:
    return [ReaderLine(name=each.name, why=_why(each, words), is_me=each.member_id == reader.pk, grant=each.grant_id) for each in readers]


def _why(reader: Reader, words: Words) -> str:
    told = {
        "contact_person": _("contact person"),
        "deputy": _("deputy"),
        "stand_in": _("stands in"),
        "granted": _("reads along"),
        "emergency": _("emergency access"),
    }
    why = told[reader.why]
    return _("%(why)s, until and including %(day)s") % {"why": why, "day": words.day(reader.until)} if reader.until else why

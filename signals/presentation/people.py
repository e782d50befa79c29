"""Who can read a report: lines for who handles it."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.utils.translation import gettext as _

from accounts.models import Membership
from signals.access import Reader
from ui.phrases import Words


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

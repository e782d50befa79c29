"""The accessibility statement: a status of the Dutch government (A to E), in words of our own."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext as _

from approach.models.page import PublicPage
from ui.phrases import Words

NOTHING_SAID = "E"
_STATUSES: Mapping[str, Callable[[], str]] = {
    "A": lambda: _("Everything was tested, and it meets all requirements"),
    "B": lambda: _("Everything was tested; what does not meet the requirements yet is known and planned"),
    "C": lambda: _("It is being tested; the first improvements were made"),
    "D": lambda: _("It does not meet the requirements yet"),
    NOTHING_SAID: lambda: _("There is no statement yet"),
}


@dataclass(frozen=True, kw_only=True)
class Statement:
    """`status` is the letter; `gaps` what is not accessible yet, in the words of the municipality."""

    status: str
    words: str
    tested: str
    gaps: str


def status_choices() -> list[tuple[str, str]]:
    return [(letter, f"{letter}. {words()}") for letter, words in _STATUSES.items()]


def statement_of(page: PublicPage) -> Statement:
    """A day always with its year: who reads it may do so much later."""
    status, words = page.accessibility_status or NOTHING_SAID, Words(date.min)
    tested = words.day_only(page.accessibility_tested_on) if page.accessibility_tested_on else ""
    return Statement(status=status, words=_STATUSES[status](), tested=tested, gaps=page.accessibility_gaps)

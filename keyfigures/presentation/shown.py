"""A number that may be shown, in words: "5 or more", "none", "too few to show". The same words wherever people are counted."""

from django.utils.translation import gettext as _

from keyfigures.suppression import Shown

NONE, FEW = "none", "few"


def kind_of(shown: Shown) -> str:
    """How a cell looks: none, few, or empty for a number."""
    return NONE if shown == 0 else FEW if shown is None else ""


def words_of(shown: Shown) -> str:
    if shown is None:
        return _("too few to show")
    return _("none") if shown == 0 else _("%(number)d or more") % {"number": shown}


def short_of(shown: Shown) -> str:
    """For a narrow cell; the whole words are read aloud."""
    if shown is None:
        return _("too few")
    return _("none") if shown == 0 else f"{shown}+"

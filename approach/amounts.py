"""A number of each unit in words, wherever it is shown: in a row, in a sentence of a report, as a threshold. Pure."""

from decimal import Decimal

from django.utils.formats import number_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext, pgettext

from indicators.registry import Figure, Unit
from ui.money import euros

ALL = Decimal(100)


def number_words(value: Decimal, *, unit: Unit) -> str:
    """A number with what it counts, as a value and as a threshold read alike."""
    short = number_format(value, 1) if unit == Unit.MEAN or value % 1 else number_format(value, 0)
    whole = int(value)
    if unit == Unit.SHARE:
        return _("%(number)s percent") % {"number": short}
    if unit == Unit.MEAN:
        return _("%(mean)s out of 5") % {"mean": short}
    if unit == Unit.MONTHS:
        return ngettext("%(number)s month", "%(number)s months", whole) % {"number": short}
    if unit == Unit.EURO:
        return euros(value)
    if unit == Unit.YES:
        return pgettext("answer", "Yes") if value else pgettext("answer", "No")
    return short


def is_all(figure: Figure, *, unit: Unit) -> bool:
    """A share that cannot be more, and of which the two numbers behind it are not told."""
    return unit == Unit.SHARE and figure.value == ALL and figure.part is None


def share_words(figure: Figure, *, is_short: bool = False) -> str:
    """ "51 van de 53", "ongeveer 20 van de 40"; for a table "51 van 53". Empty where part and whole are not told."""
    if figure.part is None or figure.of is None:
        return ""
    told = {"part": number_format(figure.part), "of": number_format(figure.of)}
    if is_short:
        return (pgettext("short", "About %(part)s of %(of)s") if figure.is_rounded else pgettext("short", "%(part)s of %(of)s")) % told
    return (_("About %(part)s of %(of)s") if figure.is_rounded else _("%(part)s of %(of)s")) % told

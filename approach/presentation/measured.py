"""A measured figure in a few words, where its page explains no more."""

from django.utils.formats import number_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext, pgettext

from approach.standing import standing_of
from indicators.registry import Figure, Lack, Measured, Unit


def value_words(figure: Figure, *, unit: Unit) -> str:
    """ "51 van de 53", "86 procent", "25 of meer", "8 maanden"; without a number why there is none."""
    if figure.value is None:
        lacks = {Lack.TOO_FEW: pgettext("figure", "Too few"), Lack.FAILED: _("Could not be counted")}
        return lacks.get(figure.lack or Lack.NOTHING_YET, pgettext("figure", "Nothing yet"))
    if unit == Unit.SHARE and figure.part is not None and figure.of is not None:
        told = {"part": number_format(figure.part), "of": number_format(figure.of)}
        return (_("About %(part)s of %(of)s") if figure.is_rounded else _("%(part)s of %(of)s")) % told
    number = number_format(figure.value, 1) if unit == Unit.MEAN or figure.value % 1 else number_format(figure.value, 0)
    words = {
        Unit.SHARE: _("%(number)s percent") % {"number": number}, Unit.MEAN: _("%(mean)s out of 5") % {"mean": number},
        Unit.MONTHS: ngettext("%(number)s month", "%(number)s months", int(figure.value)) % {"number": number},
        Unit.EURO: _("€ %(number)s") % {"number": number}, Unit.YES: pgettext("answer", "Yes") if figure.value else pgettext("answer", "No"),
    }.get(unit, number)
    if not figure.is_rounded:
        return words
    return _("About %(words)s") % {"words": words} if unit in {Unit.SHARE, Unit.MEAN} else _("%(words)s or more") % {"words": words}


def line_of(measured: Measured) -> tuple[str, str]:
    """What is measured, and how it stands by our threshold."""
    each, figure = measured.indicator, measured.figure
    standing = standing_of(figure, threshold=each.threshold, direction=each.direction)
    words = value_words(figure, unit=each.unit)
    return str(each.label), f"{words}. {standing.label}." if each.threshold is not None else f"{words}."

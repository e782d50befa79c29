"""Measured figures in words: a value, its threshold, its period, its trend. For every page that shows one."""

from collections.abc import Mapping
from datetime import date
from decimal import Decimal

from django.utils.translation import gettext as _
from django.utils.translation import ngettext, pgettext

from approach.amounts import is_all, number_words, share_words
from approach.trend import Trend
from indicators.quarters import Quarter
from indicators.registry import Direction, Figure, Indicator, Lack, Unit
from ui.phrases import Words, lower_first


def value_words(figure: Figure, *, unit: Unit) -> str:
    """ "51 van de 53", "3,7 van de 5", "8 maanden", "Te weinig"."""
    if figure.value is None:
        return lack_words(figure.lack)
    if unit == Unit.SHARE and (words := share_words(figure)):
        return words
    words = number_words(figure.value, unit=unit)
    if not figure.is_rounded or is_all(figure, unit=unit):
        return words
    if unit == Unit.SHARE and not figure.value:
        return _("Few or none")  # a share of people is rounded down (keyfigures.suppression): it is not told that it is nobody
    return _("About %(words)s") % {"words": words} if unit == Unit.MEAN else _("%(words)s or more") % {"words": words}


def lack_words(lack: Lack | None) -> str:
    words = {
        Lack.NOTHING_YET: pgettext("figure", "Nothing yet"), Lack.TOO_FEW: pgettext("figure", "Too few"),
        Lack.FAILED: _("Could not be counted"),
    }
    return words[lack or Lack.NOTHING_YET]


def threshold_words(value: Decimal | None, indicator: Indicator) -> str:
    """ "Grens: 90 procent"; empty where there is none."""
    if value is None:
        return ""
    told = {"value": lower_first(number_words(value, unit=indicator.unit))}
    if indicator.direction == Direction.AT_MOST:
        return _("Threshold: at most %(value)s") % told
    return _("Threshold: %(value)s") % told


def well_words(value: Decimal | None, indicator: Indicator) -> str:
    """ "90 procent of meer", "hoogstens 24 maanden": the same after words that say that it is a threshold."""
    if value is None:
        return ""
    words = lower_first(number_words(value, unit=indicator.unit))
    if indicator.unit == Unit.YES:
        return words
    return (_("at most %(words)s") if indicator.direction == Direction.AT_MOST else _("%(words)s or more")) % {"words": words}


def period_words(last: date, *, today: date) -> str:
    return _("Year until and including %(day)s") % {"day": Words(today).day_only(last)}


def quarter_words(quarter: Quarter) -> str:
    """ "3e kwartaal 2026"."""
    return _("Quarter %(number)d of %(year)d") % {"number": quarter.number, "year": quarter.year}


def quarter_short(quarter: Quarter) -> str:
    """ "2026-3": below a drawing."""
    return _("%(year)d-Q%(number)d") % {"number": quarter.number, "year": quarter.year}


def trend_words(trend: Trend, *, quarters: int) -> str:
    """ "Stijgt, 4 kwartalen"."""
    words: Mapping[Trend, str] = {
        Trend.RISES: pgettext("trend", "Rises"), Trend.FALLS: pgettext("trend", "Falls"), Trend.STAYS: pgettext("trend", "Stays the same"),
    }
    over = ngettext("%(number)d quarter", "%(number)d quarters", quarters) % {"number": quarters}
    return f"{words[trend]}, {over}"

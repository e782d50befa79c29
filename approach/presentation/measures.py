"""Indicators in words: how a number of each unit reads, on which side it is well, and what a figure says."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal

from django.apps import apps
from django.utils.formats import number_format
from django.utils.translation import gettext as _

from approach.amounts import number_words
from indicators.registry import Direction, Indicator, Unit
from ui.phrases import lower_first, upper_first

_UNITS = {
    Unit.SHARE: lambda: _("a percentage"), Unit.NUMBER: lambda: _("a number"), Unit.MEAN: lambda: _("a mean, from 1 to 5"),
    Unit.MONTHS: lambda: _("a number of months"), Unit.EURO: lambda: _("an amount in euros"), Unit.YES: lambda: _("yes or no"),
}


@dataclass(frozen=True, kw_only=True)
class Explained:
    """An indicator to choose. `facts`: unit, direction, and where it is well by our proposal."""

    code: str
    label: str
    definition: str
    facts: str


@dataclass(frozen=True, kw_only=True)
class Group:
    title: str
    name: str
    indicators: Sequence[Explained]


def told(value: Decimal, unit: Unit) -> str:
    """ "75 procent", "4,2 op een schaal van 1 tot 5", "ja"."""
    if unit == Unit.MEAN:
        return _("%(number)s on a scale of 1 to 5") % {"number": number_format(value.normalize() + 0, use_l10n=True)}
    return lower_first(number_words(value, unit=unit))


def side(value: Decimal, indicator: Indicator) -> str:
    """ "ten minste 75 procent"."""
    if indicator.unit == Unit.YES:
        return told(value, indicator.unit)
    words = _("at least %(value)s") if indicator.direction == Direction.AT_LEAST else _("at most %(value)s")
    return words % {"value": told(value, indicator.unit)}


def unit_of(indicator: Indicator) -> str:
    return _UNITS[indicator.unit]()


def explained(indicator: Indicator) -> Explained:
    return Explained(code=indicator.code, label=str(indicator.label), definition=str(indicator.definition), facts=" ".join(_facts(indicator)))


def groups(indicators: Iterable[Indicator]) -> list[Group]:
    """By the part of the application that counts them."""
    found: dict[str, list[Explained]] = defaultdict(list)
    for each in indicators:
        found[each.code.split(".", maxsplit=1)[0]].append(explained(each))
    titles = {app: str(apps.get_app_config(app).verbose_name) if apps.is_installed(app) else app for app in found}
    return [Group(title=titles[app], name=app, indicators=found[app]) for app in sorted(found, key=lambda app: titles[app].casefold())]


def _facts(indicator: Indicator) -> list[str]:
    facts = [_("This is %(unit)s.") % {"unit": unit_of(indicator)}]
    if indicator.unit != Unit.YES:
        facts.append(_("Higher is better.") if indicator.direction == Direction.AT_LEAST else _("Lower is better."))
    if indicator.threshold is not None:
        facts.append(_("Our proposal: %(side)s.") % {"side": side(indicator.threshold, indicator)})
    if indicator.counts_people:
        facts.append(_("Counted over a year, up to the last quarter that ended."))
    return [upper_first(each) for each in facts]

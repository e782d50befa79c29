"""The mix of the network in words: first whom it misses, then the numbers."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django.utils.functional import Promise as LazyText
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from keyfigures import mix
from keyfigures.catalogue import AgeBand, KnownBefore, ProfileType, Theme
from keyfigures.mix import Figures
from keyfigures.presentation.shown import kind_of, short_of, words_of
from keyfigures.suppression import Pair, Shown
from ui.components.figures import Bar, MixCell, MixRow

Text = str | LazyText

TRAITS: dict[str, Text] = {
    mix.TYPE: gettext_lazy("Kind of person"), mix.ROLE: gettext_lazy("Role"), mix.AREA: gettext_lazy("Area"), mix.AGE: gettext_lazy("Age"),
    mix.KNOWN: gettext_lazy("Known or new"),
}
# Each as it stands in a sentence: "there are no doers in Noord".
WHO: dict[str, Text] = {
    ProfileType.CONNECTOR: gettext_lazy("connectors"),
    ProfileType.REPRESENTATIVE: gettext_lazy("representatives"),
    ProfileType.DOER: gettext_lazy("doers"),
    ProfileType.CRITICAL_THINKER: gettext_lazy("critical thinkers"),
    AgeBand.UNDER_27: gettext_lazy("people younger than 27"),
    AgeBand.TO_44: gettext_lazy("people from 27 to 44"),
    AgeBand.TO_64: gettext_lazy("people from 45 to 64"),
    AgeBand.FROM_65: gettext_lazy("people of 65 or older"),
    KnownBefore.KNOWN: gettext_lazy("people whom we knew already"),
    KnownBefore.NEW: gettext_lazy("people whom we did not know yet"),
}
LABELS: dict[str, dict[str, Text]] = {
    mix.TYPE: dict(ProfileType.choices), mix.AGE: dict(AgeBand.choices), mix.KNOWN: dict(KnownBefore.choices),
}
GAPS = 5  # that the page lists; the table has the others


@dataclass(frozen=True, kw_only=True)
class Gap:
    who: str
    how_many: str


def title_of(figures: Figures) -> str:
    """The largest gap in a sentence, or that there is none."""
    key, shown = next(figures.gaps(), (None, None))
    if key is None:
        return _("Every kind of person takes part")
    sentence = _("There are no %(who)s") if shown == 0 else _("There are few %(who)s")
    return sentence % {"who": who_of(key, figures)}


def gaps_of(figures: Figures) -> list[Gap]:
    told = [Gap(who=_upper(who_of(key, figures)), how_many=_("There is nobody.") if shown == 0 else _("Too few to show.")) for key, shown in figures.gaps()]
    return told[:GAPS]


def who_of(key: tuple[str, ...], figures: Figures) -> str:
    """ "doers", "people in Noord", "doers in Noord"."""
    if len(key) == 4:  # noqa: PLR2004  two traits and their values
        return _("%(who)s in %(area)s") % {"who": WHO[key[2]], "area": figures.names[mix.AREA][key[3]]}
    trait, value = key
    return _("people in %(area)s") % {"area": figures.names[mix.AREA][value]} if trait == mix.AREA else str(WHO[value])


def label_of(trait: str, value: str, figures: Figures) -> str:
    return str(figures.names[trait][value] if trait in figures.names else LABELS[trait][value])


def table_of(pair: Pair, figures: Figures) -> dict[str, Any] | None:
    """One cross table (down, across) with the totals of both traits; None where too few people take part for it."""
    rows, columns = pair
    cells = figures.crosses.get(pair) or {(row, column): shown for (column, row), shown in figures.crosses.get((columns, rows), {}).items()}
    if not cells:
        return None
    lines = [
        MixRow(
            label=label_of(rows, row, figures),
            cells=[*(cell_of(cells[row, column]) for column in figures.traits[columns]), cell_of(total, is_total=True)],
        )
        for row, total in figures.traits[rows].items()
    ]
    below = [*(cell_of(total, is_total=True) for total in figures.traits[columns].values()), cell_of(figures.people, is_total=True)]
    return {
        "title": _("%(rows)s by %(columns)s") % {"rows": TRAITS[rows], "columns": str(TRAITS[columns]).lower()},
        "corner": str(TRAITS[rows]),
        "columns": [*(label_of(columns, column, figures) for column in figures.traits[columns]), _("Together")],
        "rows": [*lines, MixRow(label=_("Together"), cells=below)],
    }


def cell_of(shown: Shown, *, is_total: bool = False) -> MixCell:
    return MixCell(text=short_of(shown), spoken=words_of(shown), kind=kind_of(shown), is_total=is_total)


def totals_of(figures: Figures) -> list[tuple[str, list[Bar]]]:
    """Each trait alone, beside its bar."""
    named = {trait: {label_of(trait, value, figures): shown for value, shown in values.items()} for trait, values in figures.traits.items()}
    return [(str(TRAITS[trait]), bars_of(numbers, whole=figures.people or 1)) for trait, numbers in named.items()]


def themes_of(figures: Figures) -> list[Bar]:
    """In the order of the alphabet of the screen, none first, none in a colour of its own."""
    named = {str(Theme(theme).label): shown for theme, shown in figures.themes.items()}
    return bars_of(dict(sorted(named.items())), whole=max([shown or 0 for shown in named.values()], default=0) or 1)


def bars_of(numbers: Mapping[str, Shown], *, whole: int) -> list[Bar]:
    return [Bar(label=label, value=words_of(shown), number=shown or 0, whole=whole) for label, shown in numbers.items()]


def breadth_of(figures: Figures) -> str:
    """Lesson "diversiteit": whether the work is about one form of extremism only."""
    told = [str(Theme(theme).label) for theme, shown in figures.themes.items() if shown]
    if not told:
        return _("On no theme something was done five times or more.")
    if len(told) == 1:
        return _("Almost everything is about one theme: %(theme)s. Look wider.") % {"theme": told[0]}
    return ngettext("%(number)d theme got attention.", "%(number)d themes got attention.", len(told)) % {"number": len(told)}


def turnover_of(figures: Figures) -> list[str]:
    coming = _("In 12 months joined: %(joined)s. Stopped: %(left)s.") % {"joined": words_of(figures.joined), "left": words_of(figures.left)}
    if figures.median_years is None:
        return [coming]
    half = ngettext("Half of them takes part for %(years)d year or longer.", "Half of them takes part for %(years)d years or longer.", figures.median_years)
    return [coming, half % {"years": figures.median_years} if figures.median_years else _("Half of them takes part for less than a year.")]


def risk_of(figures: Figures) -> str:
    """Turnover that is coming: who told that she expects to stop."""
    if figures.ending == 0:
        return _("Nobody told that she expects to stop within 12 months.")
    return _("Expect to stop within 12 months: %(number)s. Look for somebody in time.") % {"number": words_of(figures.ending)}


def _upper(text: str) -> str:
    return text[:1].upper() + text[1:]

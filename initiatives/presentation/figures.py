"""Figures about initiatives of the last year: who began, answered in time, which questions and which forms of extremism. They count ideas, never people."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import partial

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from accounts.models import Municipality
from indicators.registry import Figure, Period
from initiatives import indicators
from initiatives.kinds import Beginning, State
from initiatives.models.initiative import Initiative
from initiatives.models.question import CommunityQuestion
from keyfigures.catalogue import Theme
from ui.components.figures import Bar
from ui.phrases import Words, number, number_within


@dataclass(frozen=True, kw_only=True)
class Part:
    """One question with its bars."""

    title: str
    bars: Sequence[Bar]


@dataclass(frozen=True, kw_only=True)
class FiguresPage:
    """`sentences`: how it stands in words; `parts` are empty while nothing went on. `counted`: of which days and what."""

    title: str
    sentences: Sequence[str]
    parts: Sequence[Part]
    counted: str


def page_of(municipality: Municipality, *, today: date) -> FiguresPage:
    """A constant number of statements."""
    period, words = Period.year_until(today), Words(today)
    went_on = list(Initiative.objects.filter(municipality=municipality).went_on_in(period).values_list("beginning", "question", "themes", "state"))
    names = CommunityQuestion.objects.names_of(municipality)
    counted = _("Counted from %(first)s until and including %(last)s: initiatives to which the municipality said yes and that went on in that year.")
    return FiguresPage(
        title=_community(indicators.community(municipality, period)),
        sentences=[_filed(indicators.filed(municipality, period)), _answered(indicators.answered(municipality, period))],
        parts=_parts(went_on, names) if went_on else [],
        counted=counted % {"first": words.day_only(period.first), "last": words.day_only(period.last)},
    )


def _parts(went_on: Sequence[tuple[str, str, list[str], str]], names: Mapping[str, str]) -> list[Part]:
    forms = [theme for _beginning, _question, themes, _state in went_on for theme in themes or [Theme.NONE]]
    part = partial(_part, whole=len(went_on))
    return [
        part(_("Who began"), dict(Beginning.choices), [each[0] for each in went_on], always=True),
        part(_("Which question is behind it"), {**names, "": _("Not known yet")}, [each[1] for each in went_on]),
        part(_("Which forms of extremism they are about"), {**dict(Theme.choices), Theme.NONE: _("None: about living together")}, forms),
        part(_("How they stand"), dict(State.choices), [each[3] for each in went_on]),
    ]


def _part(title: str, labels: Mapping[str, object], values: Iterable[str], *, whole: int, always: bool = False) -> Part:
    """In the order of `labels`, each beside the `whole`; what nobody chose is left out, unless it `always` stands there."""
    counts = Counter(values)
    shown = [code for code in labels if always or counts[code]]
    return Part(title=title, bars=[Bar(label=str(labels[each]), value=str(counts[each]), number=counts[each], whole=whole) for each in shown])


def _community(figure: Figure) -> str:
    if figure.part is None or figure.of is None:
        return _("No initiative went on in the last year")
    told = {"part": number(figure.part), "of": number_within(figure.of)}
    return ngettext(
        "%(part)s of the %(of)s initiative began in the community", "%(part)s of the %(of)s initiatives began in the community", figure.of,
    ) % told


def _filed(figure: Figure) -> str:
    filed = int(figure.value or 0)
    return ngettext("%(number)s idea was filed.", "%(number)s ideas were filed.", filed) % {"number": number(filed)}


def _answered(figure: Figure) -> str:
    if figure.part is None or figure.of is None:
        return _("No idea had to be answered.")
    told = {"part": number(figure.part), "of": number_within(figure.of)}
    return ngettext("%(part)s of %(of)s answer was on time.", "%(part)s of %(of)s answers were on time.", figure.of) % told

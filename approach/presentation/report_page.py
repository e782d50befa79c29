"""A report as it reads: one A4 with the picture, and an annex. The same words on the page, on paper and in every file."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date

from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext, pgettext

from approach import sentences
from approach.frozen import Figures, Frozen
from approach.kinds import Standing
from approach.models.report import Report, Section
from approach.report_template import FIRST_PAGE
from approach.wordings import PROMISES
from indicators.registry import Unit
from ui.phrases import upper_first

GOALS_ON_FIRST_PAGE = 5
STATUS = {Standing.ON_COURSE: "course", Standing.ATTENTION: "attention", Standing.NOT_STARTED: "none", Standing.TOO_FEW: "few"}


@dataclass(frozen=True, kw_only=True)
class Bit:
    """A paragraph, or (`items`) a list. `strong` begins an item."""

    text: str = ""
    items: Sequence[tuple[str, str]] = ()


@dataclass(frozen=True, kw_only=True)
class Block:
    code: str
    title: str
    bits: Sequence[Bit]


@dataclass(frozen=True, kw_only=True)
class PromiseBar:
    """`share` in percent, 0 to 100."""

    label: str
    value: str
    share: str


@dataclass(frozen=True, kw_only=True)
class Big:
    value: str
    label: str


@dataclass(frozen=True, kw_only=True)
class GoalLine:
    """`kind` is the shape of the state; empty for a goal that no figure shows."""

    kind: str
    label: str
    text: str


@dataclass(frozen=True, kw_only=True)
class FigureRow:
    code: str
    label: str
    definition: str
    now: str
    before: str
    period: str


@dataclass(frozen=True, kw_only=True)
class ReportPage:
    title: str
    kicker: str
    municipality: str
    lead: Sequence[Bit]
    promises: Block
    bars: Sequence[PromiseBar]
    network: Block
    big: Sequence[Big]
    trust: Block
    money: Block
    goals: Block
    goal_lines: Sequence[GoalLine]
    goal_rest: str
    learned: Block
    asks: Sequence[Bit]
    fixed: str
    annex: Sequence[Block]
    rows: Sequence[FigureRow]
    period: str
    source: str
    number: str
    checksum: str = ""
    all_goals: Sequence[GoalLine] = field(default_factory=list)


def page_of(report: Report, sections: Iterable[Section]) -> ReportPage:
    """Without a statement."""
    figures = Figures.from_json(report.figures)
    blocks = {each.code: Block(code=each.code, title=each.title, bits=bits_of(each.text)) for each in sections}
    goals = [_goal(each.text, each.indicator, each.measure, each.standing, figures) for each in figures.goals]
    empty = {code: Block(code=code, title="", bits=[]) for code in FIRST_PAGE}
    first = empty | {code: block for code, block in blocks.items() if code in FIRST_PAGE}
    return ReportPage(
        title=report.title,
        kicker=_("Report to the council, %(period)s") % {"period": sentences.period_words(report.first, report.last)},
        municipality=str(report.municipality),
        lead=first["lead"].bits,
        promises=first["promises"], bars=_bars(figures),
        network=first["network"], big=_big(figures),
        trust=first["trust"], money=first["money"],
        goals=first["goals"], goal_lines=goals[:GOALS_ON_FIRST_PAGE],
        goal_rest=_("All goals stand in the annex.") if len(goals) > GOALS_ON_FIRST_PAGE else "",
        learned=first["learned"],
        asks=bits_of(report.asks),
        fixed=_(
            "This report does not say whether there is less radicalisation. A network cannot show that. "
            "Of small groups we show no number, so that nobody can recognise a person.",
        ),
        annex=[block for code, block in blocks.items() if code not in FIRST_PAGE and block.bits],
        rows=_rows(figures),
        period=_("Period: %(first)s up to and including %(last)s.") % {"first": _day(report.first), "last": _day(report.last)},
        source=_source(report, figures),
        number=pgettext("council", "Report %(number)s") % {"number": report.number} if report.number else pgettext("report", "Draft"),
        checksum=report.checksum,
        all_goals=goals,
    )


def bits_of(text: str) -> list[Bit]:
    """Each line a paragraph; lines that begin with a dash behind each other are one list."""
    found: list[Bit] = []
    for line in filter(None, (each.strip() for each in text.split("\n"))):
        if not line.startswith("- "):
            found.append(Bit(text=line))
        elif found and found[-1].items:
            found[-1] = Bit(items=[*found[-1].items, _item(line)])
        else:
            found.append(Bit(items=[_item(line)]))
    return found


def period_of(frozen: Frozen) -> str:
    return _("%(first)s up to and including %(last)s") % {"first": _day(frozen.first), "last": _day(frozen.last)}


def _item(line: str) -> tuple[str, str]:
    """What stands before the first full stop begins it, where more follows."""
    words = line.removeprefix("- ").strip()
    first, stop, rest = words.partition(". ")
    return (f"{first}.", rest) if stop else ("", words)


def _bars(figures: Figures) -> list[PromiseBar]:
    found = ((label, figures.now.get(code)) for code, label in PROMISES.items())
    return [
        PromiseBar(label=str(label), value=sentences.value_words(each.figure, each.unit), share=f"{min(max(each.figure.value, 0), 100):.1f}")
        for label, each in found if each is not None and each.unit == Unit.SHARE and each.figure.value is not None
    ]


def _big(figures: Figures) -> list[Big]:
    found = [each for each in map(figures.now.get, ("keyfigures.active", "meetings.held")) if each is not None and each.figure.value is not None]
    return [Big(value=sentences.value_words(each.figure, each.unit), label=_big_label(each)) for each in found]


def _big_label(frozen: Frozen) -> str:
    count = int(frozen.figure.value or 0)
    if frozen.code == "keyfigures.active":
        return ngettext("key figure takes part", "key figures take part", count)
    return ngettext("meeting in quiet time", "meetings in quiet time", count)


def _goal(text: str, indicator: str, measure: str, standing: str, figures: Figures) -> GoalLine:
    words = sentences.goal_words(text, figures.now.get(indicator), indicator=indicator, measure=measure)
    if not indicator:
        return GoalLine(kind="", label=_("Told in words"), text=words)
    stands = Standing(standing) if standing else Standing.TOO_FEW
    return GoalLine(kind=STATUS[stands], label=str(stands.label), text=words)


def _rows(figures: Figures) -> list[FigureRow]:
    return [
        FigureRow(
            code=code, label=upper_first(each.label), definition=each.definition, now=upper_first(sentences.value_words(each.figure, each.unit)),
            before=upper_first(sentences.value_words(before.figure, before.unit)) if (before := figures.before.get(code)) else "–",
            period=period_of(each),
        )
        for code, each in figures.now.items()
    ]


def _source(report: Report, figures: Figures) -> str:
    told = {"name": report.municipality.name, "day": _day(figures.visions[-1]) if figures.visions else ""}
    if figures.visions:
        return _("Belongs to the vision of %(day)s. Source: Sleutelfiguren %(name)s; what each figure counts stands in the annex.") % told
    return _("Source: Sleutelfiguren %(name)s; what each figure counts stands in the annex.") % told


def _day(day: date) -> str:
    return date_format(day, "j F Y")

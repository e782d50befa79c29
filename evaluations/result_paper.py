"""What came out as a tagged PDF: the same words and the same drawings as the page. Without answers in own words: paper goes from hand to hand."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any

from django.utils import translation
from django.utils.translation import gettext as _

from evaluations.models.evaluation import Evaluation
from evaluations.presentation.result import ResultPage, SideOfQuestion
from evaluations.presentation.trend import Trust
from ui import documents
from ui.components import charts

SOURCE = Path(__file__).parent / "typst" / "result.typ"


@dataclass(frozen=True, kw_only=True)
class Drawing:
    """`svg` with what it shows in words. `legend` says below it what its shapes are. `height` in points; 0: as it is drawn."""

    svg: str
    alt: str
    legend: str
    height: int = 0


@dataclass(frozen=True, kw_only=True)
class Block:
    """A heading with sentences, a drawing, and the same numbers as a table."""

    title: str
    level: int
    lines: list[str] = field(default_factory=list)
    drawing: Drawing | None = None
    head: list[str] = field(default_factory=list)
    rows: list[list[str]] = field(default_factory=list)


def pdf_of(page: ResultPage, evaluation: Evaluation) -> bytes:
    words = {
        "title": page.title, "lead": [evaluation.title, *page.lead], "blocks": [asdict(each) for each in _blocks(page)], "place": _("What came out"),
        "municipality": str(evaluation.municipality), "brand": evaluation.municipality.brand, "language": translation.get_language() or "nl",
    }
    return documents.pdf_of(SOURCE, words)


def _blocks(page: ResultPage) -> list[Block]:
    blocks = [_trust(page.trust)] if page.trust is not None and page.has_figures else []
    for title, some in ((_("What is strong"), page.strongest), (_("What can be better"), page.weakest)):
        blocks += [Block(title=title, level=2, head=[_("Question"), _("Key figures")], rows=[[each.words, each.told] for each in some])] if some else []
    if page.gaps:
        rows = [[each.question, each.bars[0].value, each.bars[1].value, each.words] for each in page.gaps]
        blocks.append(Block(title=_("The mirror"), level=2, head=[_("Question"), _("Key figures"), _("Officials"), _("Difference")], rows=rows))
    for section in page.sections if page.has_figures else ():
        blocks.append(Block(title=section.title or _("Per question"), level=2))
        for question in section.questions:
            if not question.is_open:
                blocks += [Block(title=question.words, level=3), *(_side(each) for each in question.sides)]
    return blocks


def _trust(trust: Trust) -> Block:
    lines = [trust.sentence, trust.words, *(f"– {each}" for each in trust.made_of)]
    rows = [[each.label, *each.told] for each in trust.columns]
    drawing = None
    if len(trust.columns) > 1:
        context = charts.trend(
            chart_id="trust", title=_("Trust"), words=trust.words, series=trust.series, columns=trust.columns, label=_("Round"), ends=trust.ends,
        )
        marks = zip(("●", "□"), trust.series, strict=False)
        drawing = _drawing("ui/_trend_drawing.html", context, legend="   ".join(f"{mark} {name}" for mark, name in marks))
    return Block(title=_("Trust"), level=2, lines=lines, drawing=drawing, head=[_("Round"), *trust.series], rows=rows)


def _side(side: SideOfQuestion) -> Block:
    drawing = None
    if side.spread.segments:
        context = charts.distribution(
            chart_id=side.anchor, title=side.who, words=side.spread.words, segments=side.spread.segments, rows=side.spread.rows,
        )
        parts = ", ".join(f"{each.label} {each.value}" for each in side.spread.segments)
        drawing = _drawing("ui/_distribution_drawing.html", context, legend=_("From left to right: %(parts)s.") % {"parts": parts}, height=12)
    lines = [f"{side.who}. {side.spread.words}", *filter(None, [side.before])]
    rows = [list(each) for each in side.spread.rows]
    return Block(title="", level=3, lines=lines, drawing=drawing, head=[_("Answer"), _("How often")] if rows else [], rows=rows)


def _drawing(template: str, context: Mapping[str, Any], *, legend: str, height: int = 0) -> Drawing:
    return Drawing(svg=charts.picture(template, context), alt=f"{context['title']}. {context['words']}", legend=legend, height=height)

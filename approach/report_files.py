"""A report as files: PDF (for everybody, and for the archive), a page, a text to go on writing in, and a sheet with the figures."""

from collections.abc import Sequence
from dataclasses import asdict
from decimal import Decimal
from pathlib import Path
from typing import Any

from django.conf import settings
from django.template.loader import render_to_string
from django.utils import translation
from django.utils.html import format_html
from django.utils.safestring import mark_safe
from django.utils.translation import gettext as _

from approach.frozen import Figures, Frozen
from approach.kinds import FileKind
from approach.models.report import Report
from approach.presentation.report_page import Bit, Block, ReportPage, page_of
from approach.sentences import value_words
from audit import spreadsheets
from audit.spreadsheets import Table
from ui import documents, papers
from ui.papers import Paper

SOURCE = Path(__file__).parent / "typst" / "report.typ"
STYLE = Path(__file__).parent / "report_file.css"
CONTENT_TYPES = {
    FileKind.PDF: "application/pdf", FileKind.HTML: "text/html; charset=utf-8", FileKind.ODT: papers.ODT,
    FileKind.ODS: "application/vnd.oasis.opendocument.spreadsheet",
}


def files_of(report: Report) -> dict[FileKind, bytes]:
    """All of them, in the language of the municipality."""
    with translation.override(settings.LANGUAGE_CODE):
        page = page_of(report, report.sections.in_order())
        return {FileKind.PDF: pdf_of(page, report), FileKind.HTML: html_of(page, report), FileKind.ODT: odt_of(page, report), FileKind.ODS: ods_of(report)}


def pdf_of(page: ReportPage, report: Report) -> bytes:
    """Tagged, PDF/UA-1 and PDF/A-2a in one."""
    words: dict[str, Any] = asdict(page) | {
        "brand": report.municipality.brand, "language": translation.get_language() or settings.LANGUAGE_CODE, "texts": _texts(),
    }
    return documents.pdf_of(SOURCE, words, archive=True)


def html_of(page: ReportPage, report: Report) -> bytes:
    """One file that needs nothing else: its style stands in it. It is never a page of the application, whose pages have no inline style."""
    style = format_html("<style>:root {{ --brand: {} }}\n{}</style>", report.municipality.brand, mark_safe(STYLE.read_text(encoding="utf-8")))  # noqa: S308  our own file
    context = {"page": page, "language": translation.get_language() or settings.LANGUAGE_CODE, "style": style}
    return render_to_string("approach/report_file.html", context).encode()


def odt_of(page: ReportPage, report: Report) -> bytes:
    first = [page.promises, page.network, page.trust, page.money, page.goals, page.learned]
    sections = [papers.Section(title=each.title, text=_text(each.bits), lines=_lines(each, page)) for each in first if each.title]
    sections += [papers.Section(title=_("What we ask of the council"), text=_text(page.asks))] if page.asks else []
    sections += [papers.Section(title=each.title, text=_text(each.bits)) for each in page.annex]
    figures = [(row.label, f"{row.now}. {row.definition} ({row.period})") for row in page.rows]
    sections += [papers.Section(title=_("What each figure counts"), lines=figures)]
    paper = Paper(
        title=page.title, lead=_text(page.lead), sections=sections, place=page.kicker, municipality=page.municipality, brand=report.municipality.brand,
        language=translation.get_language() or settings.LANGUAGE_CODE, facts=[page.fixed, page.period, page.source, page.number],
    )
    return papers.odt_of(paper)


def ods_of(report: Report) -> bytes:
    return spreadsheets.file_of(table_of(report), spreadsheets.FileKind.ODS)


def table_of(report: Report) -> Table:
    """A row per figure and period, with what it counts."""
    figures = Figures.from_json(report.figures)
    columns = [
        _("Code"), _("Figure"), _("What it counts"), _("From"), _("Until and including"), _("Told"), _("Value"), _("Part"), _("Of"), _("Rounded"),
    ]
    rows = [_row(each) for code, now in figures.now.items() for each in (now, figures.before.get(code)) if each is not None]
    return Table(title=_("Figures of the report"), columns=columns, rows=rows)


def _row(frozen: Frozen) -> list[Any]:
    figure = frozen.figure
    value: Decimal | str = figure.value if figure.value is not None else ""
    return [
        frozen.code, frozen.label, frozen.definition, frozen.first, frozen.last, value_words(figure, frozen.unit), value,
        "" if figure.part is None else figure.part, "" if figure.of is None else figure.of, _("yes") if figure.is_rounded else _("no"),
    ]


def _text(bits: Sequence[Bit]) -> str:
    return "\n".join(bit.text or "\n".join(" ".join(filter(None, item)) for item in bit.items) for bit in bits)


def _lines(block: Block, page: ReportPage) -> list[tuple[str, str]]:
    if block.code == "promises":
        return [(bar.label, bar.value) for bar in page.bars]
    if block.code == "network":
        return [(big.label, big.value) for big in page.big]
    return [(line.label, line.text) for line in page.all_goals] if block.code == "goals" else []


def _texts() -> dict[str, str]:
    return {
        "asks": _("What we ask of the council"), "annex": _("Annex"), "counts": _("What each figure counts"), "figure": _("Figure"), "now": _("This period"),
        "before": _("The period before"), "definition": _("What it counts"), "goals": _("All goals of the vision"), "page": _("page"),
        "small": _(
            "A figure about people is counted over the year until the end of a quarter, and rounded. "
            "So two reports cannot be laid beside each other to find one person.",
        ),
        "checksum": _("Checksum (SHA-256)"), "period": _("Period"),
        "bar": _("Bar: %(label)s, %(value)s") % {"label": "{label}", "value": "{value}"},
    }

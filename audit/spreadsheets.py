"""A list as a file for a spreadsheet: ODS, the open standard of Dutch government, and CSV for everything else. Pure.

Who hands out a file goes through `audit.downloads`, which writes it to the log.
"""

import csv
import io
import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal

import odswriter
from django.db.models import TextChoices
from django.utils.functional import Promise

Cell = str | Promise | int | Decimal | date | None

# Where a spreadsheet could see the beginning of a formula (OWASP, CSV injection), also in the wide forms of these characters.
_FORMULA = tuple("=+-@\t\r\n＝＋－＠")
# What XML 1.0 cannot hold; no spreadsheet shows it.
_UNPRINTABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")


class FileKind(TextChoices):
    ODS = "ods", "ODS"
    CSV = "csv", "CSV"

    @property
    def content_type(self) -> str:
        return "text/csv; charset=utf-8" if self is FileKind.CSV else "application/vnd.oasis.opendocument.spreadsheet"


@dataclass(frozen=True, kw_only=True)
class Table:
    """One sheet. Each row has a cell for each column; days are days and numbers are numbers, so that they can be sorted."""

    title: str
    columns: Sequence[str]
    rows: Sequence[Sequence[Cell]]

    def __post_init__(self) -> None:
        if any(len(row) != len(self.columns) for row in self.rows):
            raise ValueError("a row with another number of cells than there are columns")


def file_of(table: Table, kind: FileKind) -> bytes:
    return _csv_of(table) if kind is FileKind.CSV else _ods_of(table)


def _ods_of(table: Table) -> bytes:
    """Texts are written as texts: in this format nothing becomes a formula by how it begins."""
    file = io.BytesIO()
    with odswriter.writer(file) as document:
        sheet = document.new_sheet(_clean(table.title)[:31], cols=len(table.columns))
        sheet.writerow([_clean(column) for column in table.columns])
        for row in table.rows:
            sheet.writerow([_typed(cell) for cell in row])
    return file.getvalue()


def _csv_of(table: Table) -> bytes:
    """With the mark by which spreadsheets know UTF-8, and the semicolon that they expect in the Netherlands."""
    text = io.StringIO(newline="")
    lines = csv.writer(text, delimiter=";", quoting=csv.QUOTE_NONNUMERIC)
    lines.writerow([_guarded(column) for column in table.columns])
    lines.writerows([_told(cell) for cell in row] for row in table.rows)
    return text.getvalue().encode("utf-8-sig")


def _typed(cell: Cell) -> str | int | Decimal | date:
    """A moment would show a time that nobody asked for: lists tell days."""
    if isinstance(cell, datetime):
        return cell.date()
    if isinstance(cell, int | Decimal | date):
        return cell
    return _clean(cell)


def _told(cell: Cell) -> str | int:
    value = _typed(cell)
    if isinstance(value, str):
        return _guarded(value)
    if isinstance(value, Decimal):
        return str(value).replace(".", ",")
    return value if isinstance(value, int) else value.isoformat()


def _guarded(text: str | Promise) -> str:
    """An apostrophe before what would be read as a formula: then it stays a text."""
    clean = _clean(text)
    return f"'{clean}" if clean.lstrip(" \N{NO-BREAK SPACE}").startswith(_FORMULA) else clean


def _clean(text: str | Promise | None) -> str:
    return _UNPRINTABLE.sub("", str(text)) if text is not None else ""

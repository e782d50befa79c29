import csv
import io
from datetime import UTC, date, datetime
from decimal import Decimal

import pytest
from python_calamine import CalamineWorkbook

from audit.downloads import download
from audit.models import Entry
from audit.spreadsheets import FileKind, Table, file_of
from tests.factories.accounts import MembershipFactory

AT = datetime(2026, 6, 9, 8, tzinfo=UTC)
HARMFUL = ["=1+1", "+31612345678", "-2+3", "@SUM(A1)", "\t=1", "\r=1", "  =1+1", "＝1+1", "=HYPERLINK(\"http://x\";\"y\")"]
HARMLESS = ["Robin", "'t Hart", "Zoë-Françoise", "مريم", "a; b, =1", 'zegt "ja"', "regel een\nregel twee", "", "x" * 200]


def table_of(*cells):
    return Table(title="Sleutelfiguren", columns=["Naam"], rows=[[cell] for cell in cells])


def read_ods(table):
    """Read back by another library than the one that wrote it."""
    workbook = CalamineWorkbook.from_filelike(io.BytesIO(file_of(table, FileKind.ODS)))
    return workbook.sheet_names, workbook.get_sheet_by_index(0).to_python()


def read_csv(table):
    return list(csv.reader(io.StringIO(file_of(table, FileKind.CSV).decode("utf-8-sig"), newline=""), delimiter=";"))


def test_a_sheet_is_read_back_as_it_was():
    table = Table(title="Vergoedingen", columns=["Naam", "Dag", "Uren", "Bedrag"], rows=[["Robin", date(2026, 6, 9), 3, Decimal("12.50")], ["Sam", None, 0, Decimal(0)]])

    assert read_ods(table) == (["Vergoedingen"], [["Naam", "Dag", "Uren", "Bedrag"], ["Robin", date(2026, 6, 9), 3.0, 12.5], ["Sam", "", 0.0, 0.0]])
    assert read_csv(table) == [["Naam", "Dag", "Uren", "Bedrag"], ["Robin", "2026-06-09", "3", "12,50"], ["Sam", "", "0", "0"]]


@pytest.mark.parametrize("text", HARMFUL)
def test_what_looks_like_a_formula_stays_a_text(text):
    [_head, [told]] = read_csv(table_of(text))
    _names, [_columns, [typed]] = read_ods(table_of(text))

    assert told == f"'{text}"
    assert typed.strip() == text.strip()


def test_in_the_open_format_no_cell_is_a_formula():
    import zipfile

    content = zipfile.ZipFile(io.BytesIO(file_of(table_of(*HARMFUL), FileKind.ODS))).read("content.xml").decode()

    assert "table:formula" not in content
    assert content.count('office:value-type="string"') == len(HARMFUL) + 1


@pytest.mark.parametrize("text", HARMLESS)
def test_ordinary_names_are_not_touched(text):
    assert read_csv(table_of(text, "einde"))[1:] == [[text], ["einde"]]
    assert read_ods(table_of(text, "einde"))[1][1:] == [[text], ["einde"]]


def test_a_head_is_guarded_too():
    assert read_csv(Table(title="x", columns=["=1"], rows=[])) == [["'=1"]]


def test_a_text_between_quotation_marks_cannot_become_two_cells_with_another_separator():
    assert file_of(table_of("a,=1+1"), FileKind.CSV).decode("utf-8-sig") == '"Naam"\r\n"a,=1+1"\r\n'


def test_what_cannot_be_printed_is_left_out():
    assert read_ods(table_of("Ro\x01bin"))[1][1] == ["Robin"]


def test_a_moment_is_told_as_a_day():
    assert read_csv(table_of(AT))[1] == ["2026-06-09"]


def test_a_row_without_all_its_cells_is_refused():
    with pytest.raises(ValueError, match="another number of cells"):
        Table(title="x", columns=["Naam", "Dag"], rows=[["Robin"]])


@pytest.mark.parametrize(("kind", "content_type"), [(FileKind.ODS, "application/vnd.oasis.opendocument.spreadsheet"), (FileKind.CSV, "text/csv; charset=utf-8")])
def test_handing_out_a_file_stands_in_the_log_with_its_number_of_rows(db, kind, content_type):
    marieke = MembershipFactory(coordinator=True)

    response = download(table_of("Robin", "Sam"), kind, of="keyfigures.keyfigure", by=marieke, at=AT)

    entry = Entry.objects.get()
    assert (entry.verb, entry.actor, entry.numbers, entry.subject) == ("audit.exported", marieke, {"rows": 2}, None)
    assert response["Content-Type"] == content_type
    assert response["Content-Disposition"] == f'attachment; filename="sleutelfiguren-2026-06-09.{kind}"'
    assert response["Cache-Control"] == "no-store, private"

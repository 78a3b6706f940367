"""A workbook from outside is read or refused in words, whatever openpyxl thinks of it."""

import re
import zipfile
from pathlib import Path

import pytest
from openpyxl import Workbook

from app.formats.read.exchange_sheet import (
    MOST_COLUMNS,
    CellKind,
    Unreadable,
    UnreadableError,
    read_exchange_sheet,
)
from app.formats.write.exchange_sheet import ExchangeColumn, ExchangeSheet, write_exchange_sheet
from tests.pace import at_most

TITLE = "复审"
SHEET = "xl/worksheets/sheet1.xml"


@pytest.fixture
def workbook(tmp_path: Path) -> Path:
    columns = (ExchangeColumn("序号"), ExchangeColumn("公开属性", is_open=True))
    path = tmp_path / "a.xlsx"
    write_exchange_sheet(path, ExchangeSheet(TITLE, columns, [("1", "=1+1")], {"batch": "x"}))
    return path


def altered(path: Path, part: str, old: str, new: str) -> Path:
    """The package with a pattern in one of its parts replaced."""
    with zipfile.ZipFile(path) as package:
        parts = {name: package.read(name) for name in package.namelist()}
    text, count = re.subn(old, new, parts[part].decode(), count=1)
    assert count, "nothing was altered"
    parts[part] = text.encode()
    with zipfile.ZipFile(path, "w") as package:
        for name, data in parts.items():
            package.writestr(name, data)
    return path


def test_a_workbook_comes_back_as_it_went_out(workbook: Path) -> None:
    sheet = read_exchange_sheet(workbook, TITLE)
    assert (sheet.headings, sheet.mark) == (("序号", "公开属性"), {"batch": "x"})
    assert [cell.kind for cell in sheet.rows[0]] == [CellKind.TEXT, CellKind.TEXT]


@pytest.mark.parametrize(
    ("part", "old", "new", "reason"),
    [
        ("xl/workbook.xml", "<sheets>", "<sheets x>", Unreadable.NOT_A_WORKBOOK),
        ("xl/workbook.xml", "</workbook>", "", Unreadable.NOT_A_WORKBOOK),
        (SHEET, "</sheetData>", "", Unreadable.NOT_A_WORKBOOK),
        (SHEET, 'r="B2"', 'r="ZZZZ2"', Unreadable.NOT_A_WORKBOOK),
        (
            SHEET,
            "</sheetData>",
            '</sheetData><mergeCells><mergeCell ref="A1:XFD1048576"/></mergeCells>',
            Unreadable.TOO_LARGE,
        ),
        (
            SHEET,
            "</sheetData>",
            "</sheetData><mergeCells><mergeCell ref='A:B'/></mergeCells>",
            Unreadable.TOO_LARGE,
        ),
    ],
)
def test_what_is_broken_or_unfolds_is_refused_in_words(workbook, part, old, new, reason):
    with at_most(2), pytest.raises(UnreadableError) as caught:
        read_exchange_sheet(altered(workbook, part, old, new), TITLE)
    assert caught.value.reason is reason


def test_numbers_that_are_none_are_kept_as_they_stand(workbook):
    path = altered(
        workbook, SHEET, '<row r="2"[^>]*>.*?</row>', '<row r="2"><c r="A2"><v>1e999</v></c></row>'
    )
    assert read_exchange_sheet(path, TITLE).rows[0][0].text == "inf"


def test_a_cell_in_the_last_column_does_not_make_every_row_that_wide(workbook):
    path = altered(
        workbook, SHEET, "</sheetData>", '<row r="9000"><c r="XFD9000"><v>1</v></c></row></sheetData>'
    )
    sheet = read_exchange_sheet(path, TITLE)
    assert {len(row) for row in sheet.rows} == {MOST_COLUMNS}


def test_a_sheet_of_charts_is_no_sheet_of_rows(tmp_path):
    book = Workbook()
    book.active.title = "_dishu"
    book.create_chartsheet(TITLE)
    book.save(tmp_path / "a.xlsx")
    with pytest.raises(UnreadableError) as caught:
        read_exchange_sheet(tmp_path / "a.xlsx", TITLE)
    assert caught.value.reason in {Unreadable.NO_SHEET, Unreadable.NOT_A_WORKBOOK}

"""A protected workbook that goes out to be filled in: open cells, drop-downs, instructions, and a hidden mark."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from openpyxl import Workbook
from openpyxl.cell import Cell, MergedCell
from openpyxl.styles import Alignment, Border, Font, PatternFill, Protection, Side
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.worksheet import Worksheet

from app.formats.write.workbook import begins_like_formula, clean_cell

MARK_SHEET = "_dishu"
LIST_SHEET = "代码"
ADVICE_SHEET = "填写说明"
FONT_NAME = "宋体"
OPEN_FILL = "FFF7E0"
HEAD_FILL = "E8EDF3"


@dataclass(frozen=True, slots=True)
class ExchangeColumn:
    """A column. ``is_open``: a person fills it in; ``choices``: offered as a drop-down; ``is_hidden``:
    carries what the program needs to know the row again.
    """

    heading: str
    width: float = 12
    is_open: bool = False
    is_hidden: bool = False
    choices: Sequence[str] = ()


@dataclass(frozen=True, slots=True)
class ExchangeSheet:
    """What goes out. ``mark`` comes back unchanged on a hidden sheet; ``advice`` is read by the person;
    ``codes``: (code, meaning) pairs to look up.
    """

    title: str
    columns: Sequence[ExchangeColumn]
    rows: Sequence[Sequence[str]]
    mark: Mapping[str, str]
    advice: Sequence[str] = ()
    codes: Sequence[tuple[str, str]] = field(default_factory=tuple)


def write_exchange_sheet(path: Path, sheet: ExchangeSheet) -> None:
    """Write the workbook; only open cells can be edited (the protection has no password).

    Raises:
        OSError: the target cannot be written.
    """
    book = Workbook()
    page = book.active
    assert isinstance(page, Worksheet)
    page.title = sheet.title
    _write_rows(page, sheet)
    _offer_choices(book, page, sheet)
    _write_lines(book.create_sheet(ADVICE_SHEET), [(line,) for line in sheet.advice], (100,))
    _write_lines(book.create_sheet(LIST_SHEET), sheet.codes, (14, 80))
    mark = book.create_sheet(MARK_SHEET)
    _write_lines(mark, list(sheet.mark.items()), (20, 80))
    mark.sheet_state = "veryHidden"
    book.security.lockStructure = True
    book.save(path)


def _write_rows(page: Worksheet, sheet: ExchangeSheet) -> None:
    thin = Side(style="thin")
    border = Border(left=thin, right=thin, top=thin, bottom=thin)
    for number, column in enumerate(sheet.columns, 1):
        letter = get_column_letter(number)
        page.column_dimensions[letter].width = column.width
        page.column_dimensions[letter].hidden = column.is_hidden
        head = page.cell(1, number, column.heading)
        head.font = Font(name=FONT_NAME, bold=True)
        head.fill = PatternFill("solid", fgColor=HEAD_FILL)
        head.border = border
    for row_number, row in enumerate(sheet.rows, 2):
        for number, (column, value) in enumerate(zip(sheet.columns, row, strict=True), 1):
            cell = page.cell(row_number, number)
            _set_text(cell, value)
            cell.number_format = "@"
            cell.font = Font(name=FONT_NAME)
            cell.border = border
            cell.alignment = Alignment(wrap_text=True, vertical="center")
            if column.is_open:
                cell.protection = Protection(locked=False)
                cell.fill = PatternFill("solid", fgColor=OPEN_FILL)
    page.freeze_panes = "C2"
    page.print_title_rows = "1:1"
    page.page_setup.orientation = "landscape"
    page.page_setup.paperSize = "9"
    page.page_setup.fitToHeight = 0
    page.sheet_properties.pageSetUpPr.fitToPage = True  # type: ignore[union-attr]
    page.protection.sheet = True
    page.protection.formatColumns = False
    page.protection.formatRows = False
    page.protection.autoFilter = False


def _set_text(cell: Cell | MergedCell, value: str) -> None:
    """A text, never a formula, also when a person edits the cell."""
    cell.value = clean_cell(value)
    cell.data_type = "s"
    cell.quotePrefix = begins_like_formula(value)


def _offer_choices(book: Workbook, page: Worksheet, sheet: ExchangeSheet) -> None:
    """Drop-downs point at a hidden sheet: a list written into the rule may have 255 characters only."""
    lists = book.create_sheet("_lists")
    lists.sheet_state = "veryHidden"
    for number, column in enumerate(sheet.columns, 1):
        if not column.choices or not sheet.rows:
            continue
        letter = get_column_letter(number)
        for row, choice in enumerate(column.choices, 1):
            lists.cell(row, number, choice)
        rule = DataValidation("list", formula1=f"_lists!${letter}$1:${letter}${len(column.choices)}")
        rule.allow_blank = True
        rule.showErrorMessage = True
        rule.errorTitle, rule.error = column.heading, "请从下拉列表中选择。"
        page.add_data_validation(rule)
        rule.add(f"{letter}2:{letter}{len(sheet.rows) + 1}")


def _write_lines(page: Worksheet, lines: Sequence[Sequence[str]], widths: Sequence[float]) -> None:
    for number, width in enumerate(widths, 1):
        page.column_dimensions[get_column_letter(number)].width = width
    for row, values in enumerate(lines, 1):
        for number, value in enumerate(values, 1):
            cell = page.cell(row, number)
            _set_text(cell, value)
            cell.font = Font(name=FONT_NAME)
            cell.alignment = Alignment(wrap_text=True, vertical="top")
    page.protection.sheet = True

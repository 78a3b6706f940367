"""Workbooks whose figures are numbers with a chart beside them (openpyxl; for short tables only)."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from openpyxl import Workbook
from openpyxl.cell.cell import Cell
from openpyxl.chart import BarChart, Reference
from openpyxl.styles import Alignment, Border, Font, Side
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.properties import PageSetupProperties
from openpyxl.worksheet.worksheet import Worksheet

from app.formats.write.workbook import clean_cell

_FIGURE = re.compile(r"-?(?:0|[1-9]\d{0,14})(?:\.\d{1,6})?")
_THIN = Side(style="thin")
_EDGES = Border(left=_THIN, right=_THIN, top=_THIN, bottom=_THIN)
_CHART_HEIGHT_CM, _CHART_WIDTH_CM = 9, 18


@dataclass(frozen=True, slots=True)
class ChartSheet:
    """A table whose whole numbers and decimals are written as numbers.

    ``chart``: headers of the columns drawn as bars over the first column; none without them.
    """

    title: str
    headers: Sequence[str]
    rows: Sequence[Sequence[str]]
    widths: Sequence[float]
    chart: Sequence[str] = ()


def write_charted_workbook(path: Path, sheets: Sequence[ChartSheet]) -> None:
    """Write the sheets, each printed on A4 landscape on one page's width.

    Raises:
        OSError: the target cannot be written.
    """
    book = Workbook()
    for sheet in sheets:
        _fill(book.create_sheet(re.sub(r"[\[\]:*?/\\]", "_", sheet.title)[:31]), sheet)
    book.remove(book.worksheets[0])
    book.save(path)


def _fill(target: Worksheet, sheet: ChartSheet) -> None:
    for number, row in enumerate((sheet.headers, *sheet.rows), start=1):
        for column, value in enumerate(row, start=1):
            _write(target, number, column, value)
    for column, width in enumerate(sheet.widths, start=1):
        target.column_dimensions[get_column_letter(column)].width = width
    target.page_setup.orientation = "landscape"
    target.page_setup.paperSize = 9
    target.page_setup.fitToHeight = 0
    target.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    target.freeze_panes = "A2"
    if sheet.chart and sheet.rows:
        target.add_chart(_chart(target, sheet), f"A{len(sheet.rows) + 3}")


def _write(target: Worksheet, number: int, column: int, value: str) -> None:
    cell = target.cell(number, column)
    assert isinstance(cell, Cell)
    if number > 1 and _FIGURE.fullmatch(value):
        cell.value = float(value) if "." in value else int(value)
    else:
        cell.value = clean_cell(value)
        cell.data_type = "s"
    cell.font = Font(name="宋体", size=10, bold=number == 1)
    cell.border = _EDGES
    cell.alignment = Alignment(
        horizontal="center" if number == 1 else None, vertical="center", wrap_text=True
    )


def _chart(target: Worksheet, sheet: ChartSheet) -> BarChart:
    chart = BarChart()
    chart.type, chart.grouping = "col", "clustered"
    chart.title = sheet.title
    chart.height, chart.width = _CHART_HEIGHT_CM, _CHART_WIDTH_CM
    last = len(sheet.rows) + 1
    for header in sheet.chart:
        column = list(sheet.headers).index(header) + 1
        chart.add_data(Reference(target, min_col=column, min_row=1, max_row=last), titles_from_data=True)
    chart.set_categories(Reference(target, min_col=1, min_row=2, max_row=last))
    chart.x_axis.delete = chart.y_axis.delete = False
    return chart

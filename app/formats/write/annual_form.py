"""The tables of the 政府信息公开工作年度报告 as a Word document in the national layout, heads merged as printed."""

import io
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from docx import Document
from docx.document import Document as DocumentObject
from docx.enum.table import WD_CELL_VERTICAL_ALIGNMENT
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml.ns import qn
from docx.shared import Mm, Pt
from docx.table import Table, _Cell

from app.formats.write.workbook import clean_cell

_FONT, _HEAD_FONT = "仿宋_GB2312", "黑体"
_ROOM_MM = 156
Row = Sequence[str]


@dataclass(frozen=True, slots=True)
class AnnualForm:
    """What stands in the three tables; each row begins with the name of its line."""

    year: int
    counted: Sequence[Row]
    by_hand: Sequence[Row]
    applicants: Sequence[str]
    requests: Sequence[Row]
    outcomes: Sequence[str]
    proceedings: Sequence[Row]


def annual_form(form: AnnualForm) -> bytes:
    """The document, A4 upright with the margins of an official document (GB/T 9704-2012, 5.2)."""
    document = _document()
    _second(document, form)
    _third(document, form)
    _fourth(document, form)
    stream = io.BytesIO()
    document.save(stream)
    return stream.getvalue()


def _document() -> DocumentObject:
    document = Document()
    document.core_properties.author = document.core_properties.comments = ""
    style = document.styles["Normal"]
    style.font.name, style.font.size = _FONT, Pt(10.5)
    style.element.get_or_add_rPr().get_or_add_rFonts().set(qn("w:eastAsia"), _FONT)
    section = document.sections[0]
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.top_margin, section.bottom_margin = Mm(37), Mm(35)
    section.left_margin, section.right_margin = Mm(28), Mm(26)
    return document


def _heading(document: DocumentObject, text: str) -> None:
    run = document.add_paragraph().add_run(text)
    run.font.size = Pt(16)
    run.font.name = _HEAD_FONT
    run._r.get_or_add_rPr().get_or_add_rFonts().set(qn("w:eastAsia"), _HEAD_FONT)  # noqa: SLF001


def _grid(document: DocumentObject, rows: int, widths: Sequence[float]) -> Table:
    grid: Table = document.add_table(rows=rows, cols=len(widths), style="Table Grid")
    grid.autofit = False
    total = sum(widths)
    for row in grid.rows:
        for cell, width in zip(row.cells, widths, strict=True):
            cell.width = Mm(_ROOM_MM * width / total)
    return grid


def _write(cell: _Cell, text: str, *, is_left: bool = False) -> None:
    cell.vertical_alignment = WD_CELL_VERTICAL_ALIGNMENT.CENTER
    paragraph = cell.paragraphs[0]
    paragraph.alignment = WD_ALIGN_PARAGRAPH.LEFT if is_left else WD_ALIGN_PARAGRAPH.CENTER
    paragraph.add_run(clean_cell(text))


def _merged(grid: Table, corners: tuple[int, int, int, int], text: str, *, is_left: bool = False) -> None:
    """Merge from (row, column) to (row, column) and write there."""
    top, left, bottom, right = corners
    _write(grid.cell(top, left).merge(grid.cell(bottom, right)), text, is_left=is_left)


def _second(document: DocumentObject, form: AnnualForm) -> None:
    """表二: articles of the regulation as bands, each with its own heads."""
    _heading(document, "二、主动公开政府信息情况")
    bands = list(_bands(form.by_hand))
    grid = _grid(document, 2 + len(form.counted) + sum(2 + len(rows) for _, _, rows in bands), (4, 3, 3, 3))
    _merged(grid, (0, 0, 0, 3), "第二十条第（一）项")
    for column, head in enumerate(("信息内容", "本年制发件数", "本年废止件数", "现行有效件数")):
        _write(grid.cell(1, column), head)
    at = 2
    for row in form.counted:
        for column, value in enumerate(row):
            _write(grid.cell(at, column), value)
        at += 1
    for article, unit, rows in bands:
        _merged(grid, (at, 0, at, 3), article)
        _write(grid.cell(at + 1, 0), "信息内容")
        _merged(grid, (at + 1, 1, at + 1, 3), unit)
        at += 2
        for name, value in rows:
            _write(grid.cell(at, 0), name)
            _merged(grid, (at, 1, at, 3), value)
            at += 1


def _bands(rows: Sequence[Row]) -> Iterator[tuple[str, str, list[tuple[str, str]]]]:
    """The typed lines of 表二 under their articles; a line reads 行政许可（本年处理决定数量）."""
    articles = {
        "行政许可": "第二十条第（五）项",
        "行政处罚": "第二十条第（六）项",
        "行政强制": "第二十条第（六）项",
        "行政事业性收费": "第二十条第（八）项",
    }
    bands: dict[tuple[str, str], list[tuple[str, str]]] = {}
    for name, value in rows:
        bare, _, unit = name.removesuffix("）").partition("（")
        bands.setdefault((articles.get(bare, "其他"), unit), []).append((bare, value))
    for (article, unit), found in bands.items():
        yield article, unit, found


def _third(document: DocumentObject, form: AnnualForm) -> None:
    """表三: applicants across, what became of their requests down."""
    _heading(document, "三、收到和处理政府信息公开申请情况")
    width = len(form.applicants)
    grid = _grid(document, 3 + len(form.requests), (9, *[2] * width))
    note = "（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）"
    _merged(grid, (0, 0, 2, 0), note)
    _merged(grid, (0, 1, 0, width), "申请人情况")
    _merged(grid, (1, 1, 2, 1), form.applicants[0])
    _merged(grid, (1, 2, 1, width - 1), "法人或其他组织")
    for column in range(2, width):
        _write(grid.cell(2, column), form.applicants[column - 1])
    _merged(grid, (1, width, 2, width), form.applicants[-1])
    for at, row in enumerate(form.requests, start=3):
        _write(grid.cell(at, 0), row[0], is_left=True)
        for column, value in enumerate(row[1:], start=1):
            _write(grid.cell(at, column), value)


def _fourth(document: DocumentObject, form: AnnualForm) -> None:
    """表四: one row of figures below three groups of outcomes."""
    _heading(document, "四、因政府信息公开工作被申请行政复议、提起行政诉讼情况")
    each = len(form.outcomes)
    grid = _grid(document, 4, [1] * each * len(form.proceedings))
    _merged(grid, (0, 0, 1, each - 1), form.proceedings[0][0])
    _merged(grid, (0, each, 0, each * len(form.proceedings) - 1), "行政诉讼")
    for number, (name, *cells) in enumerate(form.proceedings):
        first = number * each
        if number:
            _merged(grid, (1, first, 1, first + each - 1), name.rpartition("：")[2])
        for column, (head, value) in enumerate(zip(form.outcomes, cells, strict=True), start=first):
            _write(grid.cell(2, column), head)
            _write(grid.cell(3, column), value)

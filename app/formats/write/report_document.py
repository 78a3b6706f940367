"""Reports as Word documents (ECMA-376): a heading, notes, and tables one below the other on A4."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from docx import Document
from docx.document import Document as DocumentObject
from docx.enum.section import WD_ORIENT
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm, Pt
from docx.table import _Cell

from app.formats.write.workbook import clean_cell

_FONT = "宋体"
_LONG_MM, _SHORT_MM, _MARGIN_MM = 297, 210, 15


@dataclass(frozen=True, slots=True)
class DocumentTable:
    """A table with its title; ``widths`` are proportions."""

    title: str
    headers: Sequence[str]
    rows: Sequence[Sequence[str]]
    widths: Sequence[float]


def write_report(path: Path, heading: str, tables: Sequence[DocumentTable], notes: Sequence[str]) -> None:
    """Write the report on A4 landscape; the head of each table is repeated on every page.

    Raises:
        OSError: the target cannot be written.
    """
    document = _document()
    _line(document, heading, size=18, is_heading=True)
    for note in notes:
        document.add_paragraph(clean_cell(note))
    for table in tables:
        _line(document, table.title, size=14, is_heading=True)
        _add(document, table)
    document.save(str(path))


def _document() -> DocumentObject:
    document = Document()
    style = document.styles["Normal"]
    style.font.name = _FONT
    style.font.size = Pt(10.5)
    style.element.get_or_add_rPr().get_or_add_rFonts().set(qn("w:eastAsia"), _FONT)
    section = document.sections[0]
    section.orientation = WD_ORIENT.LANDSCAPE
    section.page_width, section.page_height = Mm(_LONG_MM), Mm(_SHORT_MM)
    section.left_margin = section.right_margin = Mm(_MARGIN_MM)
    section.top_margin = section.bottom_margin = Mm(_MARGIN_MM)
    return document


def _line(document: DocumentObject, text: str, *, size: float, is_heading: bool) -> None:
    paragraph = document.add_paragraph()
    paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
    run = paragraph.add_run(clean_cell(text))
    run.bold = is_heading
    run.font.size = Pt(size)


def _add(document: DocumentObject, table: DocumentTable) -> None:
    grid = document.add_table(rows=1 + len(table.rows), cols=len(table.headers), style="Table Grid")
    grid.autofit = False
    cells = [list(row.cells) for row in grid.rows]
    room = _LONG_MM - 2 * _MARGIN_MM
    widths = [Mm(room * width / sum(table.widths)) for width in table.widths]
    for number, (row, values) in enumerate(zip(cells, (table.headers, *table.rows), strict=True)):
        for cell, value, width in zip(row, values, widths, strict=True):
            cell.width = width
            _write(cell, value, is_head=number == 0)
    properties = grid.rows[0]._tr.get_or_add_trPr()  # noqa: SLF001
    properties.append(OxmlElement("w:tblHeader"))


def _write(cell: _Cell, text: str, *, is_head: bool) -> None:
    paragraph = cell.paragraphs[0]
    run = paragraph.add_run(clean_cell(text))
    if is_head:
        run.bold = True
        paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER

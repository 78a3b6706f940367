"""Word documents in OOXML."""

from datetime import datetime
from io import BytesIO
from pathlib import Path

import docx
from docx.document import Document
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml.ns import qn
from docx.shared import Mm, Pt, RGBColor

from tests.samples.carriers.packed import with_fixed_times
from tests.samples.compose import Line, Style

RED = RGBColor(0xFF, 0x00, 0x00)
_FIXED = datetime(2020, 1, 1)  # noqa: DTZ001 - python-docx takes naive times

_SIZES = {
    Style.HEAD: 36,
    Style.TITLE: 22,
    Style.ANNEX_TITLE: 22,
    Style.IMPRINT: 14,
    Style.IMPRINT_END: 14,
    Style.TABLE: 12,
}
_FACES = {
    Style.HEAD: "方正小标宋简体",
    Style.TITLE: "方正小标宋简体",
    Style.ANNEX_TITLE: "方正小标宋简体",
    Style.HEADING: "黑体",
    Style.CORNER_LEFT: "黑体",
    Style.CORNER_RIGHT: "黑体",
}
_CENTRED = {Style.HEAD, Style.NUMBER, Style.TITLE, Style.ANNEX_TITLE}
_RIGHT = {Style.SIGNATURE, Style.DATE, Style.NUMBER_RIGHT, Style.CORNER_RIGHT}
_INDENTED = {Style.BODY, Style.HEADING, Style.NOTE}


def write_docx(path: Path, lines: tuple[Line, ...], author: str = "临湖县人民政府办公室") -> None:
    """A document of A4 pages; neighbouring rows become one table."""
    document = docx.Document()
    _set_page(document)
    rows: list[Line] = []
    for line in lines:
        if line.style is Style.TABLE:
            rows.append(line)
            continue
        _add_table(document, rows)
        _add_paragraph(document, line)
    _add_table(document, rows)
    properties = document.core_properties
    properties.author = author
    properties.title = ""
    properties.created = properties.modified = _FIXED
    buffer = BytesIO()
    document.save(buffer)
    path.write_bytes(with_fixed_times(buffer.getvalue()))


def _set_page(document: Document) -> None:
    section = document.sections[0]
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.top_margin, section.bottom_margin = Mm(37), Mm(35)
    section.left_margin, section.right_margin = Mm(28), Mm(26)


def _add_paragraph(document: Document, line: Line) -> None:
    if line.style is Style.RULE:
        return
    paragraph = document.add_paragraph()
    if line.style in _CENTRED:
        paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
    elif line.style in _RIGHT:
        paragraph.alignment = WD_ALIGN_PARAGRAPH.RIGHT
    elif line.style in _INDENTED:
        paragraph.paragraph_format.first_line_indent = Pt(32)
    run = paragraph.add_run(line.text)
    run.font.size = Pt(_SIZES.get(line.style, 16))
    face = _FACES.get(line.style, "仿宋_GB2312")
    run.font.name = face
    run._element.get_or_add_rPr().get_or_add_rFonts().set(qn("w:eastAsia"), face)
    if line.style is Style.HEAD:
        run.font.color.rgb = RED


def _add_table(document: Document, rows: list[Line]) -> None:
    if not rows:
        return
    table = document.add_table(rows=len(rows), cols=max(len(row.cells) for row in rows))
    table.style = "Table Grid"
    for place, row in enumerate(rows):
        for cell, text in zip(table.rows[place].cells, row.cells, strict=False):
            cell.text = text
    rows.clear()

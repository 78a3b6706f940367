"""Word documents (ECMA-376) for signing: long tables on A4 landscape, and forms of labelled cells."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path
from xml.sax.saxutils import escape
from zipfile import ZIP_DEFLATED, ZipFile

from docx import Document
from docx.document import Document as DocumentObject
from docx.enum.section import WD_ORIENT
from docx.enum.table import WD_TABLE_ALIGNMENT
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm, Pt
from docx.table import Table, _Cell, _Row
from docx.text.paragraph import Paragraph
from lxml import etree

from app.formats.write.workbook import clean_cell

FONT = "宋体"
MANY_COLUMNS = 10
_A4_SHORT, _A4_LONG, _MARGIN = 210, 297, 15
_TWIPS_PER_MM = 1440 / 25.4
_MAIN_PART = "word/document.xml"
_ROWS = "rows"
_TEXT = '<w:t xml:space="preserve">'


@dataclass(frozen=True, slots=True)
class SigningTable:
    """A catalogue to print and sign. ``widths`` are proportions; ``signers`` are boxes below it."""

    heading: str
    headers: Sequence[str]
    rows: Iterable[Sequence[str]]
    widths: Sequence[float]
    caption: str = ""
    signers: Sequence[str] = ("初审", "复审", "审定")


@dataclass(frozen=True, slots=True)
class FormRow:
    """One row of a form: labels and values side by side. ``is_head`` centres and emphasises them."""

    cells: Sequence[str]
    is_head: bool = False


@dataclass(frozen=True, slots=True)
class Form:
    """A form on A4 portrait: a heading, rows of cells, lines below."""

    heading: str
    rows: Sequence[FormRow]
    column_count: int
    below: Sequence[str] = ()
    above: Sequence[str] = ()


def table_points(column_count: int) -> float:
    """The size of a table's letters: twenty columns on one page need smaller ones."""
    return 9.0 if column_count <= MANY_COLUMNS else 7.0


def write_signing_table(path: Path, table: SigningTable) -> None:
    """Write a table on A4 landscape: head repeated on every page, sign-off boxes, page n of m."""
    document = _document(is_landscape=True, points=table_points(len(table.headers)))
    _heading(document, table.heading)
    if table.caption:
        document.add_paragraph(table.caption)
    _add_head(document, table)
    document.add_paragraph()
    _sign_boxes(document, table.signers)
    _page_numbers(document)
    _save_with_rows(path, document, table)


def write_form(path: Path, form: Form) -> None:
    """Write a form; a row with fewer cells than columns lets its last cell run to the right edge."""
    document = _document(is_landscape=False)
    _heading(document, form.heading)
    for line in form.above:
        document.add_paragraph(clean_cell(line))
    table = document.add_table(rows=0, cols=form.column_count, style="Table Grid")
    for row in form.rows:
        _form_row(table.add_row(), row, form.column_count)
    for line in form.below:
        document.add_paragraph(clean_cell(line))
    _page_numbers(document)
    document.save(str(path))


def write_cover(path: Path, heading: str, lines: Iterable[tuple[str, str]]) -> None:
    """Write a cover page: a large heading and labelled lines."""
    document = _document(is_landscape=True)
    for _ in range(4):
        document.add_paragraph()
    _heading(document, heading, size=32)
    document.add_paragraph()
    for label, value in lines:
        paragraph = document.add_paragraph()
        paragraph.paragraph_format.left_indent = Mm(80)
        paragraph.add_run(f"{label}：{clean_cell(value)}").font.size = Pt(18)
    document.save(str(path))


def _document(*, is_landscape: bool, points: float = 10.5) -> DocumentObject:
    document = Document()
    style = document.styles["Normal"]
    style.font.name = FONT
    style.font.size = Pt(points)
    style.element.get_or_add_rPr().get_or_add_rFonts().set(qn("w:eastAsia"), FONT)
    section = document.sections[0]
    section.orientation = WD_ORIENT.LANDSCAPE if is_landscape else WD_ORIENT.PORTRAIT
    width, height = (_A4_LONG, _A4_SHORT) if is_landscape else (_A4_SHORT, _A4_LONG)
    section.page_width, section.page_height = Mm(width), Mm(height)
    section.left_margin = section.right_margin = Mm(_MARGIN)
    section.top_margin = section.bottom_margin = Mm(_MARGIN)
    return document


def _heading(document: DocumentObject, text: str, size: float = 18) -> None:
    paragraph = document.add_paragraph()
    paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
    run = paragraph.add_run(clean_cell(text))
    run.bold = True
    run.font.size = Pt(size)


def _add_head(document: DocumentObject, table: SigningTable) -> None:
    """The table with its head; a comment marks where the rows go."""
    grid = document.add_table(rows=1, cols=len(table.headers), style="Table Grid")
    grid.alignment = WD_TABLE_ALIGNMENT.CENTER
    grid.autofit = False
    _narrow_margins(grid)
    _set_widths(grid, table.widths)
    for cell, header in zip(grid.rows[0].cells, table.headers, strict=True):
        _write_cell(cell, header, is_head=True)
    _repeat_head(grid.rows[0])
    grid._tbl.append(etree.Comment(_ROWS))  # noqa: SLF001


def _save_with_rows(path: Path, document: DocumentObject, table: SigningTable) -> None:
    """Write the document with the rows streamed into it: python-docx would hold every cell in memory."""
    frame = BytesIO()
    document.save(frame)
    widths = [round(width * _TWIPS_PER_MM) for width in _millimetres(table.widths)]
    with ZipFile(frame) as source, ZipFile(path, "w", ZIP_DEFLATED) as target:
        for part in source.namelist():
            if part != _MAIN_PART:
                target.writestr(part, source.read(part))
                continue
            before, after = source.read(part).split(f"<!--{_ROWS}-->".encode())
            with target.open(part, "w", force_zip64=True) as stream:
                stream.write(before)
                stream.writelines(_row_markup(row, widths).encode() for row in table.rows)
                stream.write(after)


def _row_markup(values: Sequence[str], widths: Sequence[int]) -> str:
    cells = "".join(_cell_markup(value, width) for value, width in zip(values, widths, strict=True))
    return f"<w:tr><w:trPr><w:cantSplit/></w:trPr>{cells}</w:tr>"


def _cell_markup(value: str, width: int) -> str:
    text = escape(clean_cell(value)).replace("\n", "</w:t><w:br/><w:t>").replace("\t", "</w:t><w:tab/><w:t>")
    text = text.replace("<w:t>", _TEXT)
    return f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/></w:tcPr><w:p><w:r>{_TEXT}{text}</w:t></w:r></w:p></w:tc>'


def _millimetres(widths: Sequence[float]) -> list[float]:
    room = _A4_LONG - 2 * _MARGIN
    return [room * width / sum(widths) for width in widths]


def _set_widths(table: Table, widths: Sequence[float]) -> None:
    for column, width in zip(table.columns, _millimetres(widths), strict=True):
        column.width = Mm(width)
        for cell in column.cells:
            cell.width = Mm(width)


def _write_cell(cell: _Cell, text: str, *, is_head: bool = False) -> None:
    paragraph = cell.paragraphs[0]
    run = paragraph.add_run(clean_cell(text))
    if is_head:
        run.bold = True
        paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER


def _form_row(row: _Row, content: FormRow, column_count: int) -> None:
    for cell, text in zip(row.cells, content.cells, strict=False):
        _write_cell(cell, text, is_head=content.is_head)
    used = len(content.cells)
    if used < column_count:
        row.cells[used - 1].merge(row.cells[column_count - 1])


def _narrow_margins(table: Table) -> None:
    """Less room beside the text than Word's 1.9 mm, so that a date stays on one line."""
    margins = OxmlElement("w:tblCellMar")
    for side in ("left", "right"):
        margin = OxmlElement(f"w:{side}")
        margin.set(qn("w:w"), str(round(0.8 * _TWIPS_PER_MM)))
        margin.set(qn("w:type"), "dxa")
        margins.append(margin)
    table._tbl.tblPr.append(margins)  # noqa: SLF001


def _repeat_head(row: _Row) -> None:
    properties = row._tr.get_or_add_trPr()  # noqa: SLF001
    properties.append(OxmlElement("w:tblHeader"))


def _sign_boxes(document: DocumentObject, signers: Sequence[str]) -> None:
    table = document.add_table(rows=1, cols=len(signers), style="Table Grid")
    for cell, signer in zip(table.rows[0].cells, signers, strict=True):
        _write_cell(cell, f"{signer}：\n\n          年    月    日")


def _page_numbers(document: DocumentObject) -> None:
    paragraph = document.sections[0].footer.paragraphs[0]
    paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
    paragraph.add_run("第 ")
    _field(paragraph, "PAGE")
    paragraph.add_run(" 页 共 ")
    _field(paragraph, "NUMPAGES")
    paragraph.add_run(" 页")


def _field(paragraph: Paragraph, instruction: str) -> None:
    field = OxmlElement("w:fldSimple")
    field.set(qn("w:instr"), instruction)
    paragraph._p.append(field)  # noqa: SLF001

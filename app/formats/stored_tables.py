"""Tables of a spreadsheet or Word document as rows of text, head row first, for catalogues read back."""

from collections.abc import Iterator
from pathlib import Path

from lxml import etree
from python_calamine import CalamineError, CalamineWorkbook

from app.formats.read.whole_number import whole_number
from app.formats.read.word_styles import W, value_of
from app.formats.read.zip_package import ZipPackage, local_name
from app.formats.reader import UnreadableError

_MOST_COLUMNS = 64
_SIGNS = {"br": "\n", "cr": "\n", "tab": "\t"}
Rows = list[tuple[str, ...]]


def sheet_rows(path: Path) -> Rows:
    """The first sheet of a workbook; every cell as text.

    Raises:
        ValueError: the file is no workbook.
    """
    try:
        sheet = CalamineWorkbook.from_path(path).get_sheet_by_index(0).to_python()
    except CalamineError as error:
        raise ValueError(path.suffix) from error
    return [tuple(str(cell) for cell in row) for row in sheet]


def word_table_rows(path: Path) -> Rows:
    """The first table of a Word document.

    Raises:
        ValueError: the file is no Word document or holds no table.
    """
    try:
        with path.open("rb") as stream, ZipPackage(stream) as package:
            table = package.xml("word/document.xml").find(f"{W}body/{W}tbl")
    except UnreadableError as error:
        raise ValueError(path.suffix) from error
    if table is None:
        raise ValueError(path.suffix)
    return [tuple(_cells(row)) for row in table.iterfind(W + "tr")]


def _cells(row: etree._Element) -> Iterator[str]:
    """A cell over several columns counts for each of them; for no more than any catalogue has."""
    for cell in row.iterfind(W + "tc"):
        text = "\n".join(map(_text, cell.iterfind(W + "p")))
        span = whole_number(value_of(cell.find(W + "tcPr"), "gridSpan"), 1)
        yield from [text] * min(span, _MOST_COLUMNS)


def _text(paragraph: etree._Element) -> str:
    pieces = paragraph.iter(W + "t", W + "br", W + "cr", W + "tab")
    return "".join(_SIGNS.get(local_name(piece), piece.text or "") for piece in pieces)

"""Tables of a spreadsheet or Word document as rows of text, head row first, for catalogues read back."""

from pathlib import Path

from docx import Document
from docx.opc.exceptions import PackageNotFoundError
from python_calamine import CalamineError, CalamineWorkbook

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
        tables = Document(str(path)).tables
    except (PackageNotFoundError, KeyError) as error:
        raise ValueError(path.suffix) from error
    if not tables:
        raise ValueError(path.suffix)
    return [tuple(cell.text for cell in row.cells) for row in tables[0].rows]

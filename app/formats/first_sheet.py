"""The first sheet of a workbook as rows of text, head row first: the sample sheets of receivers."""

from pathlib import Path

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

"""The first sheet of a workbook as rows of text, head row first: the sample sheets of receivers."""

from pathlib import Path

from app.formats.read.workbook import faults_of_calamine, open_workbook

Rows = list[tuple[str, ...]]


def sheet_rows(path: Path) -> Rows:
    """The first sheet of a workbook; every cell as text.

    Raises:
        UnreadableError: the file is no workbook, or a damaged one.
    """
    with path.open("rb") as stream:
        book = open_workbook(stream)
        with faults_of_calamine():
            sheet = book.get_sheet_by_index(0).to_python()
    return [tuple(str(cell) for cell in row) for row in sheet]

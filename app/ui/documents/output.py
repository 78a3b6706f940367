"""The list as it is shown, for a spreadsheet or for paper: the same rows, columns and order."""

from collections.abc import Iterator, Sequence
from pathlib import Path

from app.formats.write.workbook import Sheet, write_workbook
from app.progress import Progress
from app.store import queries
from app.store.catalogue import Catalogue
from app.store.queries import DocumentRow
from app.ui.language import tr
from app.ui.widgets.lazy_table import Column

PAGE = 500
MOST_PRINTED = 3000
"""Rows on paper; some seventy pages. More are better kept in a spreadsheet."""

PIXELS_PER_CHARACTER = 8

Columns = Sequence[Column[DocumentRow]]


def write_list(
    catalogue: Catalogue, ids: Sequence[int], columns: Columns, path: Path, progress: Progress
) -> int:
    """Write a list to an xlsx file.

    Returns:
        The number of rows.

    Raises:
        OSError: the file cannot be written.
    """
    headers = (tr("序号"), *(column.title for column in columns))
    widths = (6, *(column.width / PIXELS_PER_CHARACTER for column in columns))
    rows = rows_of(catalogue, ids, columns, progress)
    return write_workbook(path, [Sheet(tr("公文清单"), headers, rows, widths)])


def rows_of(
    catalogue: Catalogue, ids: Sequence[int], columns: Columns, progress: Progress
) -> Iterator[tuple[str, ...]]:
    """The cells as the list shows them, numbered from 1, read page by page."""
    number = 0
    for start in range(0, len(ids), PAGE):
        progress.step(tr("导出清单"), start, len(ids))
        page = ids[start : start + PAGE]
        with catalogue.read() as connection:
            rows = queries.document_rows(connection, page)
        for document in page:
            if document in rows:
                number += 1
                yield (str(number), *(column.text(rows[document]) for column in columns))

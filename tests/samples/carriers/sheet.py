"""Excel workbooks."""

import re
import zipfile
from datetime import datetime
from io import BytesIO
from pathlib import Path

from openpyxl import Workbook

from tests.samples.carriers.packed import zip_bytes
from tests.samples.paper import Table

_FIXED = datetime(2020, 1, 1)  # noqa: DTZ001 - openpyxl takes naive times


def write_xlsx(path: Path, title: str, table: Table, *, hidden: Table | None = None) -> None:
    """A sheet with a title row and a table of text cells; ``hidden`` becomes a hidden sheet."""
    book = Workbook()
    sheet = book.worksheets[0]
    sheet.title = "Sheet1"
    sheet.append([title])
    sheet.merge_cells(start_row=1, start_column=1, end_row=1, end_column=len(table.rows[0]))
    for row in table.rows:
        sheet.append(list(row))
    if hidden:
        second = book.create_sheet("底稿")
        second.sheet_state = "hidden"
        for row in hidden.rows:
            second.append(list(row))
    book.properties.creator = "临湖县人民政府办公室"
    book.properties.created = book.properties.modified = _FIXED
    path.write_bytes(_saved(book))


def _saved(book: Workbook) -> bytes:
    """The workbook's bytes; openpyxl stamps the time of saving, which is put back."""
    buffer = BytesIO()
    book.save(buffer)
    with zipfile.ZipFile(buffer) as source:
        files = {entry.filename: source.read(entry) for entry in source.infolist()}
    core = "docProps/core.xml"
    files[core] = re.sub(rb"(<dcterms:modified[^>]*>)[^<]*", rb"\g<1>2020-01-01T00:00:00Z", files[core])
    return zip_bytes(files)

"""Catalogues read as those who receive them do, to compare what was written with what was meant."""

from collections.abc import Sequence
from pathlib import Path

import docx
from lxml import etree

from app.formats.first_sheet import sheet_rows
from app.formats.table_rows import tables_of
from app.transfer.catalogue_rows import Row
from app.transfer.templates import CatalogueFormat, Template


def read_catalogue(template: Template, path: Path, catalogue_format: CatalogueFormat) -> tuple[Row, ...]:
    """The rows of a catalogue file below its head, in the order of the template's columns."""
    if catalogue_format is CatalogueFormat.XML:
        return _xml_rows(template, path)
    head, *body = _table_rows(path, catalogue_format)
    is_dbf = catalogue_format is CatalogueFormat.DBF
    assert head == tuple(column.dbf if is_dbf else column.header for column in template.columns)
    return tuple(body)


def _table_rows(path: Path, catalogue_format: CatalogueFormat) -> Sequence[Row]:
    if catalogue_format is CatalogueFormat.XLSX:
        return sheet_rows(path)
    if catalogue_format is CatalogueFormat.DOCX:
        return word_table_rows(path)
    with path.open("rb") as stream:
        return tables_of(stream, path.name)[0].rows


def word_table_rows(path: Path) -> Sequence[Row]:
    """The first table of a Word document."""
    return [tuple(cell.text for cell in row.cells) for row in docx.Document(str(path)).tables[0].rows]


def _xml_rows(template: Template, path: Path) -> tuple[Row, ...]:
    assert template.xml is not None
    shape = template.xml
    rows: list[Row] = []
    for file in [path] if path.is_file() else sorted(path.glob("*.xml")):
        root = etree.parse(str(file)).getroot()
        assert root.tag == shape.root
        records = root.iter(shape.record) if shape.record else iter([root])
        rows += [tuple(record.findtext(header) or "" for header in template.headers) for record in records]
    return tuple(rows)

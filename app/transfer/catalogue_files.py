"""Catalogues as files: written in every format a template allows, and read back."""

import csv
from collections.abc import Iterable, Sequence
from datetime import date
from pathlib import Path

from lxml import etree

from app.errors import AppError
from app.formats.stored_tables import sheet_rows, word_table_rows
from app.formats.write.dbf import DbfField, read_dbf, write_dbf
from app.formats.write.delimited import CsvEncoding, write_csv
from app.formats.write.forms import write_signing_table
from app.formats.write.loss import CellLoss
from app.formats.write.workbook import Sheet, write_workbook
from app.formats.write.xml import Sink, XmlEncoding, XmlWriter
from app.transfer.catalogue_rows import CatalogueRows, Row
from app.transfer.forms import signing_table
from app.transfer.templates import CatalogueFormat, Template, XmlShape

SUFFIXES = {
    CatalogueFormat.XLSX: ".xlsx",
    CatalogueFormat.CSV_GB18030: ".csv",
    CatalogueFormat.CSV_UTF_8: ".utf-8.csv",
    CatalogueFormat.DBF: ".dbf",
    CatalogueFormat.DOCX: ".docx",
    CatalogueFormat.XML: ".XML",
}


def write_catalogue(
    rows: CatalogueRows, folder: Path, catalogue_format: CatalogueFormat, heading: str = ""
) -> tuple[Path, tuple[CellLoss, ...]]:
    """Write the catalogue into ``folder``; returns the file (or folder of files) and what was lost.

    Raises:
        AppError: the template does not know the format.
        OSError: the target cannot be written.
    """
    template = rows.template
    if catalogue_format not in template.formats:
        raise AppError(f"“{template.name}”没有 {catalogue_format.value} 格式。", "请选择模板支持的格式。")
    path = folder / f"{template.file_name}{SUFFIXES[catalogue_format]}"
    return path, _write(rows, path, catalogue_format, heading or template.name)


def _write(
    rows: CatalogueRows, path: Path, catalogue_format: CatalogueFormat, heading: str
) -> tuple[CellLoss, ...]:
    template = rows.template
    match catalogue_format:
        case CatalogueFormat.XLSX:
            write_workbook(path, [as_sheet(template, rows.rows)])
        case CatalogueFormat.CSV_GB18030:
            write_csv(path, template.headers, rows.rows, CsvEncoding.GB18030)
        case CatalogueFormat.CSV_UTF_8:
            write_csv(path, template.headers, rows.rows, CsvEncoding.UTF_8)
        case CatalogueFormat.DBF:
            return write_dbf(path, dbf_fields(template), rows.rows, date.today())
        case CatalogueFormat.DOCX:
            write_signing_table(path, signing_table(rows, heading))
        case CatalogueFormat.XML:
            write_xml(template, rows.rows, path)
    return ()


def as_sheet(template: Template, rows: Iterable[Sequence[str]]) -> Sheet:
    """The catalogue as a sheet."""
    return Sheet(template.file_name, template.headers, rows, [column.width for column in template.columns])


def dbf_fields(template: Template) -> list[DbfField]:
    """The fields of the catalogue's DBF form."""
    return [DbfField(column.dbf, column.dbf_width, column.header) for column in template.columns]


def write_xml(template: Template, rows: Iterable[Row], path: Path) -> None:
    """Write one XML file of all rows, or (no record element) a folder with one file per row."""
    shape = _shape_of(template)
    if shape.record:
        with path.open("wb") as stream:
            write_xml_stream(template, rows, stream)
        return
    path.mkdir(exist_ok=True)
    for number, row in enumerate(rows, start=1):
        with (path / f"{template.file_name}-{number:05d}.xml").open("wb") as stream:
            writer = XmlWriter(stream, shape.encoding)
            with writer.element(shape.root):
                _write_leaves(writer, template, row)


def write_xml_stream(template: Template, rows: Iterable[Row], stream: Sink) -> None:
    """Write one XML document of all rows to an open stream."""
    shape = _shape_of(template)
    writer = XmlWriter(stream, shape.encoding)
    with writer.element(shape.root):
        for row in rows:
            with writer.element(shape.record):
                _write_leaves(writer, template, row)


def _shape_of(template: Template) -> XmlShape:
    if template.xml is None:
        raise ValueError(template.id)
    return template.xml


def _write_leaves(writer: XmlWriter, template: Template, row: Row) -> None:
    for column, value in zip(template.columns, row, strict=True):
        writer.leaf(column.header, value)


def read_catalogue(template: Template, path: Path, catalogue_format: CatalogueFormat) -> tuple[Row, ...]:
    """The rows of a catalogue file in the order of the template's columns.

    Raises:
        AppError: the file is no catalogue of this template.
    """
    try:
        headers, rows = _read(template, path, catalogue_format)
    except (OSError, ValueError, csv.Error, etree.XMLSyntaxError) as error:
        raise AppError(
            f"“{path.name}”不是可读的{template.name}。", "请检查文件是否完整、格式是否选对。"
        ) from error
    expected = dbf_names(template) if catalogue_format is CatalogueFormat.DBF else template.headers
    if headers != expected:
        raise AppError(f"“{path.name}”的列与“{template.name}”不一致。", "请选择对应的模板，或先建立列对照。")
    return tuple(rows)


def dbf_names(template: Template) -> tuple[str, ...]:
    """The field names of the DBF form."""
    return tuple(column.dbf for column in template.columns)


def _read(
    template: Template, path: Path, catalogue_format: CatalogueFormat
) -> tuple[tuple[str, ...], list[Row]]:
    match catalogue_format:
        case CatalogueFormat.XLSX:
            return _table(sheet_rows(path))
        case CatalogueFormat.CSV_GB18030:
            return _read_csv(path, CsvEncoding.GB18030)
        case CatalogueFormat.CSV_UTF_8:
            return _read_csv(path, CsvEncoding.UTF_8)
        case CatalogueFormat.DBF:
            with path.open("rb") as stream:
                return read_dbf(stream)
        case CatalogueFormat.DOCX:
            return _table(word_table_rows(path))
        case CatalogueFormat.XML:
            return template.headers, read_xml(template, path)


def _table(cells: Sequence[Row]) -> tuple[Row, list[Row]]:
    if not cells:
        raise ValueError("empty")
    head, *body = cells
    return head, body


def _read_csv(path: Path, encoding: CsvEncoding) -> tuple[tuple[str, ...], list[Row]]:
    with path.open(encoding=encoding.value, newline="") as stream:
        return _table([tuple(row) for row in csv.reader(stream)])


def read_xml(template: Template, path: Path) -> list[Row]:
    """The rows of an XML catalogue; elements the template does not name are ignored."""
    shape = _shape_of(template)
    files = [path] if path.is_file() else sorted(path.glob("*.xml"))
    rows: list[Row] = []
    for file in files:
        root = etree.parse(str(file), safe_parser(shape.encoding)).getroot()
        if root.tag != shape.root:
            raise ValueError(root.tag)
        records = root.iter(shape.record) if shape.record else iter([root])
        rows += [tuple(record.findtext(header) or "" for header in template.headers) for record in records]
    return rows


def safe_parser(encoding: XmlEncoding | None = None) -> etree.XMLParser:
    """A parser that resolves no entity, loads no network address and bounds the tree's depth."""
    declared = None if encoding is None else encoding.value
    return etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, encoding=declared)

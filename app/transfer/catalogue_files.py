"""Catalogues as files, in every format a template allows."""

from collections.abc import Iterable, Sequence
from datetime import date
from pathlib import Path

from lxml import etree

from app.errors import AppError
from app.formats.write.dbf import DbfField, write_dbf
from app.formats.write.delimited import CsvEncoding, write_csv
from app.formats.write.forms import write_signing_table
from app.formats.write.loss import CellLoss
from app.formats.write.workbook import Sheet, write_workbook
from app.formats.write.xml import Sink, XmlWriter
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


def safe_parser() -> etree.XMLParser:
    """A parser that resolves no entity, loads no network address and bounds the tree's depth."""
    return etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False)

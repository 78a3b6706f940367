"""XML documents: UOF, Word and Excel 2003 XML, and the XML forms of official documents."""

from typing import BinaryIO

from lxml import etree

from app.domain.source import Extraction, FileFormat, PartKind
from app.formats import refusals
from app.formats.identify import PACKAGE_FAULTS
from app.formats.read.zip_package import ZipPackage, local_name, parse_xml, text_of
from app.formats.reader import TextBuilder

READER = "markup 1"
MAX_BYTES = 64 * 1024 * 1024
_PARAGRAPHS = frozenset({"段落", "p", "h", "para", "paragraph", "li", "title"})
_ROWS = frozenset({"行", "tr", "Row", "row"})
_CELLS = frozenset({"单元格", "tc", "td", "th", "Cell", "cell"})
_SKIPPED_NAMES = "style styles binData binaryData pict object 式样集 Styles fonts lists docPr shapeDefaults DocumentProperties CustomDocumentProperties ExcelWorkbook WorksheetOptions instrText delText"
_SKIPPED = frozenset(_SKIPPED_NAMES.split())
_MAX_DEPTH = 200


def read(stream: BinaryIO, file_format: FileFormat) -> Extraction:
    """Read the text of an XML file: a line for each paragraph, table row or element that holds only text."""
    root = parse_xml(_xml_bytes(stream))
    builder = TextBuilder()
    _add(builder, root, 0)
    return builder.finish(file_format, READER)


def _xml_bytes(stream: BinaryIO) -> bytes:
    """The document; a UOF 2.0 file is a package that holds it."""
    data = stream.read(MAX_BYTES + 1)
    if len(data) > MAX_BYTES:
        raise refusals.too_large("XML 文件超过 64 兆字节。")
    if not data.startswith(b"PK"):
        return data
    try:
        with ZipPackage(stream) as package:
            return next(package.read(name) for name in ("content.xml", "uof.xml") if package.has(name))
    except (StopIteration, *PACKAGE_FAULTS) as fault:
        raise refusals.damaged() from fault


def _add(builder: TextBuilder, element: "etree._Element", depth: int) -> None:
    name = local_name(element)
    if not name or name in _SKIPPED:
        return
    if name in _ROWS:
        _add_row(builder, element)
    elif name in _PARAGRAPHS or not len(element) or depth > _MAX_DEPTH:
        _add_line(builder, _line(element))
    else:
        _add_line(builder, element.text or "")
        for child in element:
            _add(builder, child, depth + 1)
            _add_line(builder, child.tail or "")


def _add_row(builder: TextBuilder, row: "etree._Element") -> None:
    cells = [_line(cell) for cell in row if local_name(cell) in _CELLS]
    if not any(cells):
        cells = [_line(row)]
    if any(cells):
        with builder.part(PartKind.TABLE):
            builder.add_line("\t".join(cells))


def _line(element: "etree._Element") -> str:
    return " ".join(text_of(element).split(" ")).strip("\n\r\t ").replace("\n", " ")


def _add_line(builder: TextBuilder, text: str) -> None:
    line = " ".join(text.split())
    if line:
        builder.add_line(line)

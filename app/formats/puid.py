"""PRONOM's identifiers of the formats we meet, and what of a file's head tells its version.

PRONOM has no entry for OFD, the Kingsoft formats, CEB and the other closed formats: those have no
identifier, and the catalogue says so instead of borrowing that of their container.
"""

import re

from app.domain.source import FileFormat

_FIXED = {
    FileFormat.DOC: "fmt/40",
    FileFormat.DOCX: "fmt/412",
    FileFormat.XLS: "fmt/61",
    FileFormat.XLSX: "fmt/214",
    FileFormat.PPT: "fmt/126",
    FileFormat.PPTX: "fmt/215",
    FileFormat.CSV: "x-fmt/18",
    FileFormat.TXT: "x-fmt/111",
    FileFormat.HTML: "fmt/96",
    FileFormat.MHT: "x-fmt/429",
    FileFormat.XML: "fmt/101",
    FileFormat.EML: "fmt/278",
    FileFormat.MSG: "x-fmt/430",
    FileFormat.MBOX: "fmt/720",
    FileFormat.TIF: "fmt/353",
    FileFormat.BMP: "fmt/116",
    FileFormat.PNG: "fmt/11",
    FileFormat.ZIP: "x-fmt/263",
    FileFormat.SEVEN_ZIP: "fmt/484",
    FileFormat.GZ: "x-fmt/266",
    FileFormat.TAR: "x-fmt/265",
    FileFormat.OLE: "fmt/111",
}
_PDF = {
    b"1.0": "fmt/14",
    b"1.1": "fmt/15",
    b"1.2": "fmt/16",
    b"1.3": "fmt/17",
    b"1.4": "fmt/18",
    b"1.5": "fmt/19",
    b"1.6": "fmt/20",
    b"1.7": "fmt/276",
    b"2.0": "fmt/1129",
}
_OPEN_DOCUMENT = {
    (FileFormat.ODT, b"1.0"): "fmt/136",
    (FileFormat.ODT, b"1.1"): "fmt/290",
    (FileFormat.ODT, b"1.3"): "fmt/1756",
    (FileFormat.ODT, b"1.2"): "fmt/291",
    (FileFormat.ODS, b"1.0"): "fmt/137",
    (FileFormat.ODS, b"1.1"): "fmt/294",
    (FileFormat.ODS, b"1.3"): "fmt/1755",
    (FileFormat.ODS, b"1.2"): "fmt/295",
    (FileFormat.ODP, b"1.0"): "fmt/138",
    (FileFormat.ODP, b"1.1"): "fmt/292",
    (FileFormat.ODP, b"1.3"): "fmt/1754",
    (FileFormat.ODP, b"1.2"): "fmt/293",
}
_JFIF = {b"\x01\x00": "fmt/42", b"\x01\x01": "fmt/43", b"\x01\x02": "fmt/44"}
_GIF = {b"87a": "fmt/3", b"89a": "fmt/4"}
_DBF = {0x02: "x-fmt/8", 0x03: "x-fmt/9", 0x83: "x-fmt/9", 0x04: "x-fmt/10", 0x8B: "x-fmt/10"}
WORD_95 = "fmt/39"
EXCEL_95 = "fmt/59"


def puid(file_format: FileFormat, head: bytes) -> str | None:
    """The PRONOM identifier of a file that begins with ``head``; ``None`` where PRONOM has none."""
    if file_format is FileFormat.PDF:
        return _matched(_PDF, re.search(rb"%PDF-(\d\.\d)", head))
    if file_format is FileFormat.JPG:
        return _JFIF.get(head[11:13], "fmt/43") if head[6:10] == b"JFIF" else "fmt/41"
    if file_format is FileFormat.GIF:
        return _GIF.get(head[3:6])
    if file_format is FileFormat.DBF:
        return _DBF.get(head[0])
    if file_format is FileFormat.RAR:
        return "fmt/613" if head[6:7] == b"\x01" else "x-fmt/264"
    return _FIXED.get(file_format)


def open_document_puid(file_format: FileFormat, content: bytes) -> str | None:
    """The identifier by the version that the head of ``content.xml`` declares."""
    found = re.search(rb'office:version="(\d\.\d)"', content)
    return _OPEN_DOCUMENT.get((file_format, found[1] if found else b"1.0"))


def _matched(table: dict[bytes, str], found: "re.Match[bytes] | None") -> str | None:
    return table.get(found[1]) if found else None

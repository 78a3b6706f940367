"""What a file is, told by its bytes.

Offices rename files freely: a ``.doc`` may be RTF, a web page or an OOXML package. The extension
decides only where two formats share their bytes: doc and wps, xls and et, ppt and dps, txt and csv.
"""

import lzma
import re
import struct
import zipfile
import zlib
from dataclasses import dataclass
from pathlib import PurePosixPath
from typing import BinaryIO

from app.domain.source import FileFormat
from app.formats import puid, text_kinds
from app.formats.read.compound import COMPOUND_MAGIC, Compound
from app.formats.reader import UnreadableError

HEAD_BYTES = 8192
PACKAGE_FAULTS = (
    zipfile.BadZipFile,
    zlib.error,
    lzma.LZMAError,
    OSError,
    ValueError,
    EOFError,
    KeyError,
    IndexError,
    struct.error,
    NotImplementedError,
    RuntimeError,
)
_MAIN_PARTS = (
    (b"wordprocessingml", FileFormat.DOCX),
    (b"ms-word", FileFormat.DOCX),
    (b"spreadsheetml", FileFormat.XLSX),
    (b"ms-excel", FileFormat.XLSX),
    (b"presentationml", FileFormat.PPTX),
    (b"ms-powerpoint", FileFormat.PPTX),
)
_MAIN_FOLDERS = (("word/", FileFormat.DOCX), ("xl/", FileFormat.XLSX), ("ppt/", FileFormat.PPTX))
_OPEN_DOCUMENT = (
    (b"opendocument.text", FileFormat.ODT),
    (b"opendocument.spreadsheet", FileFormat.ODS),
    (b"opendocument.presentation", FileFormat.ODP),
    (b"sun.xml.writer", FileFormat.ODT),
    (b"sun.xml.calc", FileFormat.ODS),
    (b"sun.xml.impress", FileFormat.ODP),
)
_MAGIC: tuple[tuple[bytes, FileFormat], ...] = (
    (b"7z\xbc\xaf\x27\x1c", FileFormat.SEVEN_ZIP),
    (b"Rar!\x1a\x07\x00", FileFormat.RAR),
    (b"Rar!\x1a\x07\x01\x00", FileFormat.RAR),
    (b"Founder CEBX", FileFormat.CEBX),
    (b"FounderCEBX", FileFormat.CEBX),
    (b"Founder CEB", FileFormat.CEB),
    (b"CAJ\x00", FileFormat.CAJ),
    (b"HN\x00\x00", FileFormat.CAJ),
    (b"KDH ", FileFormat.CAJ),
    (b"\x89PNG\r\n\x1a\n", FileFormat.PNG),
    (b"\xff\xd8\xff", FileFormat.JPG),
    (b"GIF87a", FileFormat.GIF),
    (b"GIF89a", FileFormat.GIF),
    (b"II*\x00", FileFormat.TIF),
    (b"MM\x00*", FileFormat.TIF),
    (b"\x00\x00\x00\x0cjP  ", FileFormat.JP2),
    (b"AT&TFORM", FileFormat.DJVU),
    (b"AC10", FileFormat.DWG),
    (b"\x1f\x8b\x08", FileFormat.GZ),
    (b"!BDN", FileFormat.PST),
    (b"\x00\x01\x00\x00Standard Jet DB", FileFormat.MDB),
    (b"\x00\x01\x00\x00Standard ACE DB", FileFormat.MDB),
)
_BY_EXTENSION_ONLY = {
    ".ceb": FileFormat.CEB,
    ".cebx": FileFormat.CEBX,
    ".gd": FileFormat.SURSEN,
    ".gw": FileFormat.SURSEN,
    ".sep": FileFormat.SURSEN,
    ".s72": FileFormat.SURSEN,
    ".s92": FileFormat.SURSEN,
    ".aip": FileFormat.AIP,
    ".caj": FileFormat.CAJ,
    ".nh": FileFormat.CAJ,
    ".kdh": FileFormat.CAJ,
    ".wps": FileFormat.WORKS,
}
"""The makers of these have published no signature; that of the first WPS under DOS is not known either."""

_KINGSOFT = {
    (FileFormat.OLE, ".wps"): FileFormat.WORKS,
    (FileFormat.DOC, ".wps"): FileFormat.WPS,
    (FileFormat.DOC, ".wpt"): FileFormat.WPS,
    (FileFormat.DOCX, ".wps"): FileFormat.WPS,
    (FileFormat.DOCX, ".wpt"): FileFormat.WPS,
    (FileFormat.XLS, ".et"): FileFormat.ET,
    (FileFormat.XLS, ".ett"): FileFormat.ET,
    (FileFormat.XLSX, ".et"): FileFormat.ET,
    (FileFormat.XLSX, ".ett"): FileFormat.ET,
    (FileFormat.PPT, ".dps"): FileFormat.DPS,
    (FileFormat.PPT, ".dpt"): FileFormat.DPS,
    (FileFormat.PPTX, ".dps"): FileFormat.DPS,
    (FileFormat.PPTX, ".dpt"): FileFormat.DPS,
}
_STREAMS = (
    ("__properties_version1.0", FileFormat.MSG, "x-fmt/430"),
    ("workbook", FileFormat.XLS, "fmt/61"),
    ("book", FileFormat.XLS, puid.EXCEL_95),
    ("powerpoint document", FileFormat.PPT, "fmt/126"),
    ("pp97_dualstorage", FileFormat.PPT, "fmt/126"),
    ("matost", FileFormat.WORKS, None),
    ("contents", FileFormat.WORKS, None),
)
_ENCRYPTED_PACKAGES = {
    ".docx": FileFormat.DOCX,
    ".docm": FileFormat.DOCX,
    ".xlsx": FileFormat.XLSX,
    ".xlsm": FileFormat.XLSX,
    ".pptx": FileFormat.PPTX,
    ".wps": FileFormat.WPS,
    ".et": FileFormat.ET,
    ".dps": FileFormat.DPS,
}
_LITTER = re.compile(
    r"""^( ~\$.* | \.~.* | ~wr[a-z]\d*\.tmp | ~.*\.tmp | thumbs\.db | ehthumbs(_vista)?\.db
        | desktop\.ini | folder\.htt | autorun\.inf | \.ds_store | \._.* | __macosx | \.directory | .*\.crdownload )$""",
    re.IGNORECASE | re.VERBOSE,
)


@dataclass(frozen=True, slots=True)
class Identity:
    """What a file is.

    ``format`` is the name under which it is catalogued, ``structure`` the format whose reader reads
    it: a ``.wps`` of WPS Office is either a Word binary (``doc``) or a package (``docx``).
    ``is_encrypted`` when the container itself already says that a password is needed.
    """

    format: FileFormat
    puid: str | None
    structure: FileFormat
    is_encrypted: bool = False


def is_office_litter(name: str) -> bool:
    """Whether a file is left behind by a program (lock files, thumbnails), not made by a person."""
    return _LITTER.match(PurePosixPath(name.replace("\\", "/")).name) is not None


def identify(stream: BinaryIO, name: str) -> Identity:
    """Identify a seekable stream; unknown bytes are ``FileFormat.UNKNOWN``, never an error."""
    stream.seek(0)
    head = stream.read(HEAD_BYTES)
    extension = PurePosixPath(name.replace("\\", "/")).suffix.lower()
    found = _by_container(stream, head)
    if found is None:
        structure = _by_magic(stream, head) or text_kinds.text_kind(head, extension)
        if structure is FileFormat.EML and text_kinds.holds_mails(stream, head):
            structure = FileFormat.MBOX
        structure = structure or _BY_EXTENSION_ONLY.get(extension, FileFormat.UNKNOWN)
        found = Identity(structure, puid.puid(structure, head) if head else None, structure)
    stream.seek(0)
    return _named(found, extension)


def _named(found: Identity, extension: str) -> Identity:
    """PRONOM's identifier stays that of the structure: Kingsoft writes the same bytes."""
    if found.is_encrypted:
        return Identity(
            _ENCRYPTED_PACKAGES.get(extension, found.format), None, found.structure, is_encrypted=True
        )
    file_format = _KINGSOFT.get((found.structure, extension), found.format)
    return Identity(file_format, found.puid, found.structure, found.is_encrypted)


def _by_container(stream: BinaryIO, head: bytes) -> Identity | None:
    if head.startswith(COMPOUND_MAGIC):
        return _compound_identity(stream)
    if head.startswith((b"PK\x03\x04", b"PK\x05\x06", b"PK\x07\x08", b"PK00PK\x03\x04")):
        return _package_identity(stream, head)
    return None


def _by_magic(stream: BinaryIO, head: bytes) -> FileFormat | None:
    if b"%PDF-" in head[:1024]:
        return FileFormat.PDF
    if head.lstrip().startswith(b"{\\rt"):
        return FileFormat.RTF
    for magic, file_format in _MAGIC:
        if head.startswith(magic):
            return file_format
    if head[257:262] == b"ustar":
        return FileFormat.TAR
    if _is_bitmap(head):
        return FileFormat.BMP
    return FileFormat.DBF if _is_dbf(stream, head) else None


def _is_bitmap(head: bytes) -> bool:
    return (
        head[:2] == b"BM"
        and head[6:10] == b"\0\0\0\0"
        and int.from_bytes(head[14:18], "little") in {12, 40, 108, 124}
    )


def _is_dbf(stream: BinaryIO, head: bytes) -> bool:
    """Tables of dBASE and FoxPro: a version byte, a possible date and a header that ends with its mark."""
    if len(head) < 33 or head[0] not in {0x02, 0x03, 0x30, 0x31, 0x83, 0x8B, 0xF5}:
        return False
    header = int.from_bytes(head[8:10], "little")
    if not (1 <= head[2] <= 12 and 1 <= head[3] <= 31 and header >= 33):
        return False
    stream.seek(32)
    fields = stream.read(header - 32)
    return b"\x0d" in fields[-264:] and int.from_bytes(head[10:12], "little") > 0


def _compound_identity(stream: BinaryIO) -> Identity:
    """Decide by the names of streams; class identifiers are often empty or wrong."""
    try:
        with Compound(stream) as compound:
            return _identity_of_streams(compound)
    except UnreadableError:
        return _identity_of_torn_compound(stream)


def _identity_of_streams(compound: Compound) -> Identity:
    names = compound.root_names
    if "encryptedpackage" in names:
        return Identity(FileFormat.OLE, None, FileFormat.OLE, is_encrypted=True)
    if "worddocument" in names and "__properties_version1.0" not in names:
        return Identity(FileFormat.DOC, _word_puid(compound.head("WordDocument", 4)), FileFormat.DOC)
    for stream_name, file_format, identifier in _STREAMS:
        if stream_name in names:
            return Identity(file_format, identifier, file_format)
    return _plain(FileFormat.OLE)


def _word_puid(head: bytes) -> str:
    is_old = head[:2] != b"\xec\xa5" or int.from_bytes(head[2:4], "little") < 0xC0
    return puid.WORD_95 if is_old else "fmt/40"


def _identity_of_torn_compound(stream: BinaryIO) -> Identity:
    """A truncated file has lost its directory, but often not the sector with the stream names."""
    stream.seek(0)
    data = stream.read(4 * 1024 * 1024)
    for name, file_format in (
        ("WordDocument", FileFormat.DOC),
        ("Workbook", FileFormat.XLS),
        ("PowerPoint Document", FileFormat.PPT),
        ("__properties_version1.0", FileFormat.MSG),
    ):
        if name.encode("utf-16-le") in data:
            return _plain(file_format)
    return _plain(FileFormat.OLE)


def _plain(file_format: FileFormat) -> Identity:
    return Identity(file_format, puid.puid(file_format, b""), file_format)


def _package_identity(stream: BinaryIO, head: bytes) -> Identity:
    try:
        with zipfile.ZipFile(stream) as package:
            return _identity_of_package(package)
    except PACKAGE_FAULTS:
        return _plain(_torn_package_format(head))


def _identity_of_package(package: zipfile.ZipFile) -> Identity:
    names = {name.lstrip("/"): name for name in package.namelist()}
    if any(name.lower() == "ofd.xml" for name in names):
        return _plain(FileFormat.OFD)
    if "[Content_Types].xml" in names:
        return _plain(_office_format(_member_head(package, names["[Content_Types].xml"]), list(names)))
    if "mimetype" in names:
        return _open_document_identity(package, _member_head(package, names["mimetype"]))
    if any(name.lower() in {"uof.xml", "_meta/meta.xml"} for name in names):
        return _plain(FileFormat.UOF)
    return _plain(FileFormat.ZIP)


def _member_head(package: zipfile.ZipFile, name: str, size: int = 64 * 1024) -> bytes:
    try:
        with package.open(name) as member:
            return member.read(size)
    except PACKAGE_FAULTS:
        return b""


def _office_format(content_types: bytes, names: list[str]) -> FileFormat:
    main = re.search(
        rb'ContentType="[^"]*?(?:document|workbook|presentation|slideshow|template)[^"]*?main', content_types
    )
    wanted = main[0] if main else b""
    for part, file_format in _MAIN_PARTS:
        if part in wanted:
            return file_format
    for folder, file_format in _MAIN_FOLDERS:
        if any(name.startswith(folder) for name in names):
            return file_format
    return FileFormat.ZIP


def _open_document_identity(package: zipfile.ZipFile, mimetype: bytes) -> Identity:
    for part, file_format in _OPEN_DOCUMENT:
        if part in mimetype:
            identifier = puid.open_document_puid(file_format, _member_head(package, "content.xml", 8192))
            return Identity(file_format, identifier, file_format)
    return _plain(FileFormat.ZIP)


def _torn_package_format(head: bytes) -> FileFormat:
    """A truncated package has lost its list of members, but the first ones stand in its head."""
    for name, file_format in (
        (b"OFD.xml", FileFormat.OFD),
        (b"word/", FileFormat.DOCX),
        (b"xl/", FileFormat.XLSX),
        (b"ppt/", FileFormat.PPTX),
        *_OPEN_DOCUMENT,
    ):
        if name in head:
            return file_format
    return FileFormat.ZIP

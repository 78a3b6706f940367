"""One file in, everything that can be read of it out."""

import dataclasses
import importlib
import re
from typing import BinaryIO, cast

from app.domain.source import EmbeddedFile, Extraction, FileFormat
from app.formats import refusals
from app.formats.identify import Identity, identify
from app.formats.reader import Reader

_HALF_PAIR = re.compile("[\ud800-\udfff]")
CONTAINERS = frozenset({FileFormat.ZIP, FileFormat.SEVEN_ZIP, FileFormat.RAR, FileFormat.MBOX})
_READERS = {
    FileFormat.DOC: "word_binary",
    FileFormat.DOCX: "word_xml",
    FileFormat.RTF: "rich_text",
    FileFormat.ODT: "open_document",
    FileFormat.ODP: "open_document",
    FileFormat.XLS: "sheets",
    FileFormat.XLSX: "sheets",
    FileFormat.ODS: "sheets",
    FileFormat.CSV: "sheets",
    FileFormat.DBF: "sheets",
    FileFormat.PPT: "powerpoint_binary",
    FileFormat.PPTX: "presentation",
    FileFormat.TXT: "plain_text",
    FileFormat.HTML: "web_page",
    FileFormat.MHT: "mail",
    FileFormat.EML: "mail",
    FileFormat.MSG: "outlook_message",
    FileFormat.XML: "markup",
    FileFormat.UOF: "markup",
    FileFormat.PDF: "pdf",
    FileFormat.OFD: "ofd",
    FileFormat.TIF: "image",
    FileFormat.JPG: "image",
    FileFormat.PNG: "image",
    FileFormat.BMP: "image",
}


def extract(stream: BinaryIO, name: str) -> Extraction:
    """Identify a file by its bytes and read it.

    ``name`` is the file's name; only its extension is looked at. A zip, 7z, rar or mailbox gives no text but
    the list of its members; :func:`app.formats.containers.members` opens them.

    Raises:
        UnreadableError: with the kind of failure and a Chinese sentence that says what to do.
    """
    if not stream.seek(0, 2):
        raise refusals.empty()
    identity = identify(stream, name)
    if identity.is_encrypted:
        raise refusals.encrypted()
    if identity.structure in CONTAINERS:
        return _listing(stream, identity)
    reader = reader_for(identity.structure)
    if reader is None:
        raise refusals.unsupported(identity.format)
    stream.seek(0)
    extraction = reader(stream, identity.format)
    return _storable(extraction, extraction.puid or identity.puid)


def _storable(extraction: Extraction, puid: str | None) -> Extraction:
    """The same with every half of a broken character pair replaced, place for place, by U+FFFD."""
    properties = {name: _HALF_PAIR.sub("\ufffd", value) for name, value in extraction.properties.items()}
    text = _HALF_PAIR.sub("\ufffd", extraction.text)
    return dataclasses.replace(extraction, puid=puid, text=text, properties=properties)


def reader_for(structure: FileFormat) -> Reader | None:
    """The reader of a format, imported when it is first wanted so that a worker starts light."""
    module = _READERS.get(structure)
    if module is None:
        return None
    return cast("Reader", importlib.import_module(f"app.formats.read.{module}").read)


def current_reader(stream: BinaryIO, name: str) -> str | None:
    """Name and version of the reader that a file's bytes ask for, as it stands in ``Extraction.reader``."""
    module = _READERS.get(identify(stream, name).structure)
    return str(importlib.import_module(f"app.formats.read.{module}").READER) if module else None


def current_readers() -> frozenset[str]:
    """Names and versions of all readers, as they stand in ``Extraction.reader``."""
    from app.formats import containers

    modules = {importlib.import_module(f"app.formats.read.{name}") for name in _READERS.values()}
    return frozenset({containers.READER, *(str(module.READER) for module in modules)})


def _listing(stream: BinaryIO, identity: Identity) -> Extraction:
    """A container is catalogued by what it holds; its members are files of their own."""
    from app.formats import containers

    stream.seek(0)
    listed = containers.listing(stream, identity.structure)
    return Extraction(
        format=identity.format,
        puid=identity.puid,
        text="",
        embedded=tuple(EmbeddedFile(name, size) for name, size in listed),
        reader=containers.READER,
    )

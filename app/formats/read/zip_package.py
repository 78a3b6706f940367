"""A zip file that is a document (OOXML, OFD): bounded reading and safe XML.

A member is never written to disk, so a path that leads out of the package can do no harm; a member
or package that unfolds to more than its limit, or XML that defines entities, is refused or ignored.
"""

import posixpath
import re
import zipfile
from types import TracebackType
from typing import BinaryIO, Self

from lxml import etree

from app.formats import refusals
from app.formats.identify import PACKAGE_FAULTS
from app.formats.read.compound import COMPOUND_MAGIC

MAX_MEMBER_BYTES = 256 * 1024 * 1024
MAX_XML_BYTES = 64 * 1024 * 1024
MAX_MEMBERS = 50_000
MAX_RATIO = 500
_RATIO_COUNTS_FROM = 8 * 1024 * 1024
_STRICT_MARK = b"http://purl.oclc.org/ooxml/"
_STRICT = {
    b"http://purl.oclc.org/ooxml/wordprocessingml/main": (
        b"http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    ),
    b"http://purl.oclc.org/ooxml/officeDocument/relationships": (
        b"http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    ),
    b"http://purl.oclc.org/ooxml/drawingml/main": b"http://schemas.openxmlformats.org/drawingml/2006/main",
    b"http://purl.oclc.org/ooxml/presentationml/main": (
        b"http://schemas.openxmlformats.org/presentationml/2006/main"
    ),
    b"http://purl.oclc.org/ooxml/spreadsheetml/main": (
        b"http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    ),
}


class ZipPackage:
    """An open package; a context manager that leaves the stream itself open.

    Raises:
        UnreadableError: damaged, encrypted or too large.
    """

    def __init__(self, stream: BinaryIO) -> None:
        stream.seek(0)
        if stream.read(8) == COMPOUND_MAGIC:  # Office wraps an encrypted package in a compound file
            raise refusals.encrypted()
        stream.seek(0)
        try:
            self._zip = zipfile.ZipFile(stream)
        except PACKAGE_FAULTS as fault:
            raise refusals.damaged() from fault
        members = self._zip.infolist()
        if len(members) > MAX_MEMBERS:
            raise refusals.too_large(f"文件内部的部件超过 {MAX_MEMBERS} 个。")
        self._members = {self._key(member.filename): member for member in members if not _is_folder(member)}

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._zip.close()

    @staticmethod
    def _key(name: str) -> str:
        """One spelling of a part's name: no leading slash, no dots, case as package formats ignore it."""
        return posixpath.normpath("/" + name.replace("\\", "/")).lstrip("/").lower()

    def has(self, name: str) -> bool:
        """Whether the package holds this part."""
        return self._key(name) in self._members

    def under(self, folder: str) -> list[tuple[str, int]]:
        """Name and unpacked size of each member in a folder."""
        prefix = self._key(folder) + "/"
        return [
            (item.filename, item.file_size) for key, item in self._members.items() if key.startswith(prefix)
        ]

    def names(self) -> list[str]:
        """The name of every member."""
        return [item.filename for item in self._members.values()]

    def size(self, name: str) -> int:
        """Unpacked size of a part in bytes as the package declares it; 0 when it is not there."""
        member = self._members.get(self._key(name))
        return member.file_size if member else 0

    def refuse_if_steep(self, name: str) -> None:
        """Raise ``too_large`` for a part that would unfold beyond its limit, without unfolding it."""
        _refuse_bomb(self._members[self._key(name)], MAX_MEMBER_BYTES)

    def read(self, name: str, limit: int = MAX_MEMBER_BYTES) -> bytes:
        """The bytes of a part, never more than ``limit``, whatever the package declares."""
        member = self._members.get(self._key(name))
        if member is None:
            raise refusals.damaged("文件内部缺少必需的部件。")
        if member.flag_bits & 1:
            raise refusals.encrypted()
        _refuse_bomb(member, limit)
        try:
            with self._zip.open(member) as part:
                data = part.read(limit + 1)
        except NotImplementedError as fault:
            raise refusals.damaged("文件内部的压缩方法不受支持。") from fault
        except PACKAGE_FAULTS as fault:
            raise refusals.damaged() from fault
        if len(data) > limit:
            raise refusals.too_large("文件内部的部件展开后过大。")
        return data

    def xml(self, name: str) -> etree._Element:
        """The root of an XML part. No entity is expanded and nothing outside of it is loaded."""
        return parse_xml(self.read(name, MAX_XML_BYTES))

    def xml_if_there(self, name: str | None) -> etree._Element | None:
        """The root of an XML part that a document can do without, or nothing."""
        return self.xml(name) if name and self.has(name) else None

    def related(self, part: str) -> dict[str, tuple[str, str]]:
        """Relationships of a part: id → (last word of the type, name of the target part).

        Targets outside of the package are left out: no link is ever followed.
        """
        folder, name = posixpath.split(part)
        root = self.xml_if_there(posixpath.join(folder, "_rels", f"{name}.rels"))
        found = {}
        for item in root if root is not None else ():
            if isinstance(item.tag, str) and item.get("TargetMode") != "External":
                target = posixpath.join("/", folder, item.get("Target", ""))
                kind = item.get("Type", "").rpartition("/")[2]
                found[item.get("Id", "")] = (kind, posixpath.normpath(target).lstrip("/"))
        return found


def _is_folder(member: zipfile.ZipInfo) -> bool:
    """``ZipInfo.is_dir`` of Python 3.11 fails on a name without a letter."""
    return member.filename.endswith("/")


def _refuse_bomb(member: zipfile.ZipInfo, limit: int) -> None:
    is_steep = member.file_size > _RATIO_COUNTS_FROM and (
        member.file_size > MAX_RATIO * max(1, member.compress_size)
    )
    if member.file_size > limit or is_steep:
        raise refusals.too_large("文件内部的部件展开后过大，疑似压缩炸弹。")


def parse_xml(data: bytes) -> etree._Element:
    """Parse XML without entities, network or document types; damaged XML gives what can be saved."""
    if _STRICT_MARK in data:
        for strict, usual in _STRICT.items():
            data = data.replace(strict, usual)
    if re.search(rb"<!ENTITY", data[:4096]):
        raise refusals.damaged("文件内部含有不允许的实体定义。")
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, recover=True, remove_comments=True
    )
    try:
        root = etree.fromstring(data, parser)
    except (etree.XMLSyntaxError, ValueError) as fault:
        raise refusals.damaged() from fault
    if root is None:
        raise refusals.damaged()
    return root


def local_name(element: etree._Element) -> str:
    """The tag without its namespace; empty for what is no element."""
    tag = element.tag
    return tag.rpartition("}")[2] if isinstance(tag, str) else ""


def text_of(element: etree._Element, *tags: str) -> str:
    """All text inside an element, or only that of elements with these tags."""
    return "".join(str(piece) for piece in element.itertext(*tags))

"""Files inside of files: archives, mailboxes and the attachments of mail, to any depth that is safe."""

import io
import posixpath
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from importlib import import_module
from typing import BinaryIO, cast

from app.domain.source import Failure, FileFormat
from app.formats import refusals
from app.formats.identify import identify
from app.formats.reader import UnreadableError
from app.formats.unpack.entry import Entry, Limits

READER = "containers 1"
SEPARATOR = "!/"
_MODULES = {
    FileFormat.ZIP: "app.formats.unpack.zip_archive",
    FileFormat.SEVEN_ZIP: "app.formats.unpack.seven_zip_archive",
    FileFormat.RAR: "app.formats.unpack.rar_archive",
    FileFormat.EML: "app.formats.unpack.mail_attachments",
    FileFormat.MSG: "app.formats.unpack.message_attachments",
    FileFormat.MBOX: "app.formats.unpack.mailbox",
}
HOLDING_FILES = frozenset(_MODULES)
"""Formats whose files may hold members."""

DEFAULT_LIMITS = Limits()


@dataclass(frozen=True, slots=True)
class Member:
    """A file inside a container.

    ``path`` is its place below the outermost file, ``inner.zip!/name.doc`` for one two levels deep;
    the whole path is the outer file's, :data:`SEPARATOR`, and this. Either ``content`` or
    ``failure`` is there.
    """

    path: str
    content: BinaryIO | None
    failure: Failure | None

    @property
    def name(self) -> str:
        """The last part of the path."""
        return posixpath.basename(self.path)


def is_container(structure: FileFormat) -> bool:
    """Whether files of this structure may hold members."""
    return structure in HOLDING_FILES


def members(stream: BinaryIO, name: str, limits: Limits = DEFAULT_LIMITS) -> Iterator[Member]:
    """Every file inside a container, containers inside it and what they hold.

    A file that is no container has no members. Each member's content is valid until the next one is
    asked for; what cannot be unpacked comes as a failure, so that every member is accounted for.

    Raises:
        UnreadableError: when the outermost container itself cannot be opened or read on.
    """
    structure = identify(stream, name).structure
    if is_container(structure):
        yield from _Unfolding(limits).members(stream, structure, "", 1)


def listing(stream: BinaryIO, structure: FileFormat) -> list[tuple[str, int]]:
    """Names and unpacked sizes of the direct members of a container."""
    return [(entry.name, entry.size) for entry in _entries(structure)(stream, DEFAULT_LIMITS)]


def _entries(structure: FileFormat) -> Callable[[BinaryIO, Limits], Iterator[Entry]]:
    module = import_module(_MODULES[structure])
    return cast("Callable[[BinaryIO, Limits], Iterator[Entry]]", module.entries)


@dataclass(slots=True)
class _Unfolding:
    """Counts what was unpacked from one file on disk, across all depths."""

    limits: Limits
    _bytes: int = 0
    _paths: set[str] = field(default_factory=set)

    def members(self, stream: BinaryIO, structure: FileFormat, folder: str, depth: int) -> Iterator[Member]:
        stream.seek(0)
        for entry in _entries(structure)(stream, self.limits):
            path = self._own_path(folder + entry.name)
            try:
                data = self._unpacked(entry)
            except UnreadableError as error:
                yield Member(path, None, error.failure)
                continue
            yield from self._member(path, data, depth)

    def _member(self, path: str, data: bytes, depth: int) -> Iterator[Member]:
        """The member, and its own members if it is a container."""
        structure = identify(io.BytesIO(data), path).structure
        if is_container(structure) and depth >= self.limits.depth and structure not in _MAIL:
            yield Member(path, None, refusals.too_large(f"压缩包嵌套超过 {self.limits.depth} 层。").failure)
            return
        yield Member(path, io.BytesIO(data), None)
        if is_container(structure) and depth < self.limits.depth:
            try:
                yield from self.members(io.BytesIO(data), structure, path + SEPARATOR, depth + 1)
            except UnreadableError as error:
                if structure in _MAIL:
                    yield Member(self._own_path(path + SEPARATOR), None, error.failure)

    def _unpacked(self, entry: Entry) -> bytes:
        entry.refuse_if_unsafe(self.limits)
        if self._bytes + entry.size > self.limits.total_bytes:
            raise refusals.too_large("压缩包展开后的总量过大。")
        data = entry.read()
        self._bytes += len(data)
        return data

    def _own_path(self, path: str) -> str:
        """Two members of the same name stay two files."""
        shown, number = path, 2
        while shown in self._paths:
            shown, number = f"{path} ({number})", number + 1
        self._paths.add(shown)
        return shown


_MAIL = frozenset({FileFormat.EML, FileFormat.MSG})

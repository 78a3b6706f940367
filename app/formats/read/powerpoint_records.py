"""The records of a PowerPoint 97 to 2003 file ([MS-PPT] 2.3.1) and where the living ones stand.

A file that was saved fast still holds older versions of its slides. Only what the last edit's
directory leads to is shown.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import IntEnum

from app.formats import refusals
from app.formats.read.little_endian import u16, u32

_ENCRYPTED_TOKEN = 0xF3D1C4DF
_MAX_DEPTH = 16
_MAX_EDITS = 500
_MAX_PERSIST = 200_000


class Kind(IntEnum):
    """The record types that matter for text."""

    DOCUMENT = 1000
    SLIDE = 1006
    SLIDE_ATOM = 1007
    NOTES = 1008
    SLIDE_PERSIST = 1011
    SLIDE_INFO = 1017
    OUTLINE_REFERENCE = 3998
    TEXT_HEADER = 3999
    TEXT_CHARS = 4000
    TEXT_BYTES = 4008
    SLIDE_LIST = 4080
    USER_EDIT = 4085
    PERSIST_DIRECTORY = 6002
    CLIENT_TEXT_BOX = 0xF00D


@dataclass(frozen=True, slots=True)
class Record:
    """A record of a stream; its content is ``data[start:end]``."""

    data: bytes
    kind: int
    instance: int
    is_container: bool
    start: int
    end: int

    def number(self, offset: int) -> int:
        """A 32-bit number of the content; zero beyond its end."""
        return u32(self.data, self.start + offset) if self.start + offset + 4 <= self.end else 0

    @property
    def content(self) -> bytes:
        """The bytes after the header."""
        return self.data[self.start : self.end]

    def children(self) -> Iterator["Record"]:
        """The records directly inside."""
        place = self.start
        while place + 8 <= self.end:
            child = record_at(self.data, place, self.end)
            yield child
            place = child.end

    def walk(self, depth: int = 0) -> Iterator["Record"]:
        """All records inside, containers before what they hold."""
        for child in self.children():
            yield child
            if child.is_container and depth < _MAX_DEPTH:
                yield from child.walk(depth + 1)


def record_at(data: bytes, place: int, limit: int) -> Record:
    """The record whose header stands at ``place``; never longer than what surrounds it."""
    head = u16(data, place)
    end = min(limit, place + 8 + u32(data, place + 4))
    return Record(data, u16(data, place + 2), head >> 4, head & 0xF == 0xF, place + 8, end)


def living_records(data: bytes, current_user: bytes) -> tuple[dict[int, int], int]:
    """Where each persistent object stands, and the number of the document among them.

    Raises:
        UnreadableError: the file is encrypted or its directory of objects is torn.
    """
    if u32(current_user, 12) == _ENCRYPTED_TOKEN:
        raise refusals.encrypted()
    places: dict[int, int] = {}
    document = 0
    edit_place, seen = u32(current_user, 16), set[int]()
    while edit_place and edit_place not in seen and len(seen) < _MAX_EDITS:
        seen.add(edit_place)
        edit = record_at(data, edit_place, len(data))
        if edit.kind != Kind.USER_EDIT:
            break
        document = document or edit.number(16)
        _add_directory(places, record_at(data, edit.number(12), len(data)))
        edit_place = edit.number(8)
    if document not in places:
        raise refusals.damaged()
    return places, document


def _add_directory(places: dict[int, int], directory: Record) -> None:
    """Later edits are read first and win."""
    if directory.kind != Kind.PERSIST_DIRECTORY:
        return
    offset = 0
    while directory.start + offset + 4 <= directory.end:
        head = directory.number(offset)
        first, count = head & 0xFFFFF, head >> 20
        for step in range(count):
            place = offset + 4 + 4 * step
            if directory.start + place + 4 > directory.end or len(places) > _MAX_PERSIST:
                return
            places.setdefault(first + step, directory.number(place))
        offset += 4 + 4 * count

"""Compound files ([MS-CFB]) taken apart into streams and put together again, storages included.

Small streams go into the mini stream, as programs write them, so that a seed has two kilobytes.
"""

import io
import struct
from dataclasses import dataclass, field

from app.formats.read.compound import Compound
from app.formats.reader import UnreadableError

SECTOR, MINI, CUTOFF = 512, 64, 4096
END, FREE, FAT = 0xFFFFFFFE, 0xFFFFFFFF, 0xFFFFFFFD
ROOT, STORAGE, STREAM = 5, 1, 2
Streams = dict[tuple[str, ...], bytes]


def streams_of(data: bytes) -> Streams:
    """Path → bytes of every stream that can be read; empty when the file cannot be opened."""
    found: Streams = {}
    try:
        with Compound(io.BytesIO(data)) as opened:
            for path in opened.paths:
                found[tuple(path)] = opened.read(path)
    except UnreadableError:
        return found
    return found


@dataclass
class _Entry:
    name: str
    kind: int
    content: bytes = b""
    children: dict[str, "_Entry"] = field(default_factory=dict)


def packed(streams: Streams) -> bytes:
    """A version 3 compound file with these streams."""
    root = _Entry("Root Entry", ROOT)
    for path, content in streams.items():
        _place(root, path).content = content
    return _Writer().file(root)


def _place(root: _Entry, path: tuple[str, ...]) -> _Entry:
    entry = root
    for depth, name in enumerate(path, start=1):
        kind = STREAM if depth == len(path) else STORAGE
        entry = entry.children.setdefault(name, _Entry(name, kind))
    return entry


class _Writer:
    def __init__(self) -> None:
        self.body = bytearray()
        self.chains: list[int] = []
        self.mini = bytearray()
        self.mini_chains: list[int] = []
        self.directory: list[bytes] = []

    def file(self, root: _Entry) -> bytes:
        self.directory.append(b"")
        first = self._siblings(root)
        start = self._add(bytes(self.mini)) if self.mini else END
        self.directory[0] = _directory_entry("Root Entry", ROOT, start, len(self.mini), FREE, first)
        mini_fat = struct.pack(f"<{len(self.mini_chains)}I", *self.mini_chains)
        mini_start = (
            self._add(mini_fat.ljust(-(-len(mini_fat) // SECTOR) * SECTOR, b"\xff")) if mini_fat else END
        )
        self.directory += [_directory_entry("", 0, 0, 0, FREE, FREE)] * (-len(self.directory) % 4)
        directory = self._add(b"".join(self.directory))
        fat_start = len(self.chains)
        fat_count = -(-(fat_start + 1) // (SECTOR // 4 - 1))
        self.chains += [FAT] * fat_count
        fat = struct.pack(f"<{len(self.chains)}I", *self.chains).ljust(fat_count * SECTOR, b"\xff")
        head = _header(directory, fat_start, fat_count, mini_start, -(-len(mini_fat) // SECTOR))
        return head + bytes(self.body) + fat

    def _siblings(self, parent: _Entry) -> int:
        """Write a storage's entries, each hanging to the right of the one before; the first one's number."""
        children = sorted(parent.children.values(), key=lambda entry: (len(entry.name), entry.name.upper()))
        numbers = range(len(self.directory), len(self.directory) + len(children))
        self.directory += [b""] * len(children)
        for number, child in zip(numbers, children, strict=True):
            right = number + 1 if number + 1 in numbers else FREE
            first = self._siblings(child) if child.kind == STORAGE else FREE
            start = self._stream(child.content) if child.kind == STREAM else 0
            self.directory[number] = _directory_entry(
                child.name, child.kind, start, len(child.content), right, first
            )
        return numbers[0] if children else FREE

    def _stream(self, content: bytes) -> int:
        if not content:
            return END
        if len(content) >= CUTOFF:
            return self._add(content)
        start = len(self.mini_chains)
        count = -(-len(content) // MINI)
        self.mini += content.ljust(count * MINI, b"\0")
        self.mini_chains += [*range(start + 1, start + count), END]
        return start

    def _add(self, content: bytes) -> int:
        start = len(self.chains)
        count = -(-len(content) // SECTOR)
        self.body += content.ljust(count * SECTOR, b"\0")
        self.chains += [*range(start + 1, start + count), END]
        return start


def _header(directory: int, fat_start: int, fat_count: int, mini_start: int, mini_count: int) -> bytes:
    head = struct.pack(
        "<8s16sHHHHH6sIIIIIIIII",
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", b"", 0x3E, 3, 0xFFFE, 9, 6, b"", 0,
        fat_count, directory, 0, CUTOFF, mini_start, mini_count, END, 0,
    )  # fmt: skip
    sectors = [fat_start + place if place < fat_count else FREE for place in range(109)]
    return head + struct.pack("<109I", *sectors)


def _directory_entry(name: str, kind: int, start: int, size: int, right: int, child: int) -> bytes:
    encoded = name.encode("utf-16-le", "replace")[:62]
    length = len(encoded) + 2 if name else 0
    return struct.pack(
        "<64sHBBIII16sIQQIQ", encoded, length, kind, 1, FREE, right, child, b"", 0, 0, 0, start, size
    )

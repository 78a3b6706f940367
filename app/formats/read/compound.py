"""OLE2 compound files: the container of doc, xls, ppt, msg and of the older WPS Office files.

olefile does the reading; this module turns every way in which a damaged or hostile file makes it
fail into one error, and bounds what is taken into memory.
"""

import struct
from collections.abc import Iterable, Sequence
from os import SEEK_END
from types import TracebackType
from typing import BinaryIO, Self

import olefile

from app.formats import refusals

COMPOUND_MAGIC = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
MAX_STREAM_BYTES = 256 * 1024 * 1024
_FAULTS = (
    OSError,
    ValueError,
    IndexError,
    KeyError,
    TypeError,
    AttributeError,
    OverflowError,
    RecursionError,
    AssertionError,
    struct.error,
)


class Compound:
    """An open compound file; a context manager that leaves the stream itself open.

    Raises:
        UnreadableError: when the container or a stream of it is damaged.
    """

    def __init__(self, stream: BinaryIO) -> None:
        stream.seek(0)
        try:
            self._file = olefile.OleFileIO(stream)
            self._bound_streams(stream.seek(0, SEEK_END))
            self._paths: list[list[str]] = self._file.listdir(streams=True, storages=False)
        except _FAULTS as fault:
            raise refusals.damaged() from fault

    def _bound_streams(self, length: int) -> None:
        """No stream is longer than the file: what sectors that follow in a circle hold would be read again and again."""
        most = max(length, self._file.minisectorcutoff)  # below, a stream is looked for in another place
        for entry in self._file.direntries:
            if entry is not None:
                entry.size = min(entry.size, most)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Nothing is closed: the stream belongs to the caller."""

    @property
    def root_names(self) -> frozenset[str]:
        """Names of the streams and storages in the root, in lower case."""
        return frozenset(path[0].lower() for path in self._paths)

    @property
    def paths(self) -> list[list[str]]:
        """The path of every stream, as lists of names."""
        return self._paths

    def has(self, path: str | list[str]) -> bool:
        """Whether there is a stream of this name; upper and lower case are the same."""
        try:
            return bool(self._file.exists(path)) and self._file.get_type(path) == olefile.STGTY_STREAM
        except _FAULTS:
            return False

    def require_finite(self) -> None:
        """For libraries that follow sectors wherever they lead: refuse a file whose sectors go in a circle.

        Raises:
            UnreadableError: the file is damaged.
        """
        try:
            is_endless = self._has_endless_allocation() or self._has_endless_chain()
        except _FAULTS as fault:
            raise refusals.damaged() from fault
        if is_endless:
            raise refusals.damaged()

    def _has_endless_allocation(self) -> bool:
        """Whether the list of where the table of sectors stands (DIFAT, [MS-CFB] 2.5) comes back to itself."""
        sector, seen = self._file.first_difat_sector, set[int]()
        while sector <= olefile.MAXREGSECT:
            if sector in seen:
                return True
            seen.add(sector)
            sector = int.from_bytes(self._file.getsect(sector)[-4:], "little")
        return False

    def _has_endless_chain(self) -> bool:
        """Whether the sectors of the directory or of a stream, large or small, come back to themselves."""
        file = self._file
        if file.minifat is None:
            file.loadminifat()
        entries = [entry for entry in file.direntries if entry is not None]
        starts = [file.first_dir_sector, file.first_mini_fat_sector, *(entry.isectStart for entry in entries)]
        return any(_comes_back(table, starts) for table in (file.fat, file.minifat))

    def head(self, path: str | list[str], size: int) -> bytes:
        """The first bytes of a stream; fewer when it is shorter or damaged."""
        try:
            data: bytes = self._file.openstream(path).read(size)
        except _FAULTS:
            return b""
        return data

    def read(self, path: str | list[str]) -> bytes:
        """A whole stream."""
        try:
            if self._file.get_size(path) > MAX_STREAM_BYTES:
                raise refusals.too_large("文件内的数据流过大。")
            data: bytes = self._file.openstream(path).read()
        except _FAULTS as fault:
            raise refusals.damaged() from fault
        return data

    def read_if_there(self, path: str | list[str]) -> bytes:
        """A whole stream, or nothing when it is missing or damaged; for what can be done without."""
        return self.read(path) if self.has(path) and self.head(path, 1) else b""


def _comes_back(table: Sequence[int], starts: Iterable[int]) -> bool:
    """Whether sectors that follow each other by the table from any of the starts go in a circle."""
    walks: dict[int, int] = {}
    for walk, start in enumerate(starts):
        sector = start
        while sector < len(table) and sector not in walks:
            walks[sector] = walk
            sector = table[sector]
        if walks.get(sector) == walk:
            return True
    return False

"""7z archives.

Files are packed together, so that reading the last means unpacking all before it. They are
therefore unpacked in batches that fit into memory, not one by one.
"""

import io
import lzma
import struct
import zlib
from collections.abc import Iterator
from functools import partial
from typing import BinaryIO

import py7zr
from py7zr.exceptions import ArchiveError, PasswordRequired, UnsupportedCompressionMethodError
from py7zr.io import Py7zIO, WriterFactory

from app.domain.source import FileFormat
from app.formats import refusals
from app.formats.reader import UnreadableError
from app.formats.unpack.entry import Entry, Limits, is_safe_name

_BATCH_BYTES = 256 * 1024 * 1024
_FAULTS = (
    ArchiveError,
    lzma.LZMAError,
    zlib.error,
    EOFError,
    OSError,
    ValueError,
    IndexError,
    KeyError,
    TypeError,
    AttributeError,
    AssertionError,
    OverflowError,
    RuntimeError,
    struct.error,
)


def entries(stream: BinaryIO, limits: Limits) -> Iterator[Entry]:
    """The files of an archive; each batch is unpacked when its first file is asked for."""
    archive = _open(stream)
    files = [info for info in archive.list() if info.is_file]
    if len(files) > limits.members:
        raise refusals.too_large(f"压缩包内的文件超过 {limits.members} 个。")
    if archive.needs_password():
        yield from (Entry(info.filename, info.uncompressed, None, _raise_encrypted) for info in files)
        return
    ratio_base = max(1, stream.seek(0, 2))
    for batch in _batches(files, limits):
        yield from _unpacked(archive, batch, ratio_base)


def _open(stream: BinaryIO) -> py7zr.SevenZipFile:
    stream.seek(0)
    try:
        return py7zr.SevenZipFile(stream)
    except PasswordRequired as fault:
        raise refusals.encrypted() from fault
    except _FAULTS as fault:
        raise refusals.damaged() from fault


def _raise_encrypted() -> bytes:
    raise refusals.encrypted()


def _batches(files: list[py7zr.FileInfo], limits: Limits) -> Iterator[list[py7zr.FileInfo]]:
    batch: list[py7zr.FileInfo] = []
    size = 0
    for info in files:
        if batch and size + info.uncompressed > _BATCH_BYTES:
            yield batch
            batch, size = [], 0
        batch.append(info)
        size += info.uncompressed if info.uncompressed <= limits.member_bytes else 0
    if batch:
        yield batch


def _unpacked(archive: py7zr.SevenZipFile, batch: list[py7zr.FileInfo], ratio_base: int) -> Iterator[Entry]:
    """Entries whose bytes are unpacked together, once the first of them is read."""
    memory = _Memory(
        {info.filename for info in batch if is_safe_name(info.filename) and info.uncompressed <= _BATCH_BYTES}
    )
    for info in batch:
        read = partial(memory.read, archive, info.filename)
        yield Entry(
            info.filename, info.uncompressed, max(info.compressed or 0, ratio_base // len(batch)), read
        )


class _Memory(WriterFactory):
    """Takes what is unpacked into memory."""

    def __init__(self, names: set[str]) -> None:
        self._names = names
        self._files: dict[str, _File] = {}
        self._error: UnreadableError | None = None

    def create(self, filename: str) -> Py7zIO:
        """A place for one member; py7zr may have put a folder in front of its name."""
        name = next((name for name in (filename, filename.lstrip("/")) if name in self._names), filename)
        return self._files.setdefault(name, _File())

    def read(self, archive: py7zr.SevenZipFile, name: str) -> bytes:
        """The bytes of a member; the first call unpacks the batch."""
        if not self._files and self._error is None:
            self._unpack(archive)
        file = self._files.pop(name, None)
        if file is None or self._error is not None:
            raise self._error or refusals.damaged()
        return file.buffer.getvalue()

    def _unpack(self, archive: py7zr.SevenZipFile) -> None:
        try:
            archive.reset()
            archive.extract(targets=self._names, factory=self)
        except UnsupportedCompressionMethodError:
            self._error = refusals.unsupported(FileFormat.SEVEN_ZIP)
        except PasswordRequired:
            self._error = refusals.encrypted()
        except _FAULTS:
            self._error = refusals.damaged()


class _File(Py7zIO):
    """One unpacked member in memory."""

    def __init__(self) -> None:
        self.buffer = io.BytesIO()

    def write(self, s: bytes | bytearray) -> int:
        return self.buffer.write(s)

    def read(self, size: int | None = None) -> bytes:
        return self.buffer.read(size)

    def seek(self, offset: int, whence: int = 0) -> int:
        return self.buffer.seek(offset, whence)

    def flush(self) -> None:
        self.buffer.flush()

    def size(self) -> int:
        return self.buffer.getbuffer().nbytes

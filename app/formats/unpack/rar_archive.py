"""RAR archives, where the system has libarchive.

Its Python binding comes with the program; without the library itself a rar is catalogued as a file
that has to be unpacked by hand. Encrypted archives are not readable with libarchive.
"""

from collections.abc import Iterator
from functools import partial
from importlib import import_module
from types import ModuleType
from typing import Any, BinaryIO

from app.domain.source import FileFormat
from app.formats import refusals
from app.formats.unpack.entry import Entry, Limits, decoded_name

_MAX_ARCHIVE_BYTES = 1024 * 1024 * 1024


def entries(stream: BinaryIO, limits: Limits) -> Iterator[Entry]:
    """The files of an archive, in its order; each can be read only while it is the current one."""
    library = _libarchive()
    stream.seek(0)
    data = stream.read(_MAX_ARCHIVE_BYTES + 1)
    if len(data) > _MAX_ARCHIVE_BYTES:
        raise refusals.too_large("rar 文件超过 1 吉字节。")
    try:
        with library.memory_reader(data) as archive:
            for number, item in enumerate(archive):
                if number >= limits.members:
                    raise refusals.too_large(f"压缩包内的文件超过 {limits.members} 个。")
                if item.isreg:
                    read = partial(_read, library, item, limits.member_bytes)
                    yield Entry(_name(item.pathname), item.size or 0, None, read)
    except library.ArchiveError as fault:
        raise _refusal(fault) from fault


def _name(name: str | bytes) -> str:
    return decoded_name(name) if isinstance(name, bytes) else name.replace("\\", "/")


def _libarchive() -> ModuleType:
    try:
        return import_module("libarchive")
    except (ImportError, OSError, AttributeError, TypeError) as fault:
        raise refusals.unsupported(FileFormat.RAR) from fault


def _read(library: ModuleType, item: Any, limit: int) -> bytes:  # noqa: ANN401 - the library has no types
    pieces: list[bytes] = []
    size = 0
    try:
        for block in item.get_blocks():
            pieces.append(block)
            size += len(block)
            if size > limit:
                raise refusals.too_large("压缩包内的文件展开后过大。")
    except library.ArchiveError as fault:
        raise _refusal(fault) from fault
    return b"".join(pieces)


def _refusal(fault: Exception) -> Exception:
    return refusals.encrypted() if "ncrypt" in str(fault) else refusals.damaged()

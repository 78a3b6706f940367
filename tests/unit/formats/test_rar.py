"""RAR archives, where the system's libarchive is there to open them."""

import binascii
import io
import struct

import pytest

from app.domain.source import FailureKind
from app.formats.containers import members
from app.formats.reader import UnreadableError

MARK = b"Rar!\x1a\x07\x00"
STORED, MADE_ON_WINDOWS, NEEDED_VERSION = 0x30, 2, 20


def has_libarchive() -> bool:
    try:
        import libarchive  # noqa: F401 - loading it looks for the system's library
    except (ImportError, OSError, AttributeError, TypeError):
        return False
    return True


needs_libarchive = pytest.mark.skipif(not has_libarchive(), reason="libarchive is not installed")


def block(kind: int, flags: int, rest: bytes) -> bytes:
    """A header of RAR 2.9: its checksum covers all that follows it."""
    head = struct.pack("<BHH", kind, flags, 7 + len(rest)) + rest
    return struct.pack("<H", binascii.crc32(head) & 0xFFFF) + head


def stored(name: str, data: bytes) -> bytes:
    """A file that is kept as it is."""
    raw = name.encode("ascii")
    rest = struct.pack("<II", len(data), len(data)) + bytes([MADE_ON_WINDOWS])
    rest += struct.pack("<II", binascii.crc32(data), 0) + bytes([NEEDED_VERSION, STORED])
    rest += struct.pack("<HI", len(raw), 0x20) + raw
    return block(0x74, 0x8000, rest) + data


def archive(**files: bytes) -> bytes:
    return (
        MARK
        + block(0x73, 0, bytes(6))
        + b"".join(stored(f"{name}.txt", data) for name, data in files.items())
        + block(0x7B, 0x4000, b"")
    )


@needs_libarchive
def test_files_of_an_archive_are_read() -> None:
    text = "关于春耕生产的通知".encode()
    found = []
    for member in members(io.BytesIO(archive(notice=text, reply=b"ok")), "a.rar"):
        assert member.content is not None
        found.append((member.path, member.content.read()))
    assert found == [("notice.txt", text), ("reply.txt", b"ok")]


@needs_libarchive
def test_an_archive_cut_short_is_damaged() -> None:
    cut = archive(notice=b"x" * 5000)[:2000]
    assert kinds_of_failure(cut) == {FailureKind.DAMAGED}


def kinds_of_failure(data: bytes) -> set[FailureKind]:
    """How an archive fails, whether as a whole or in its files."""
    try:
        return {member.failure.kind for member in members(io.BytesIO(data), "a.rar") if member.failure}
    except UnreadableError as refused:
        return {refused.failure.kind}

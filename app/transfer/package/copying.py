"""Copying with digests: every byte is read once, hashed and written."""

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from io import FileIO
from pathlib import Path
from typing import BinaryIO

CHUNK = 1 << 18
"""Bytes per read; larger ones gain nothing."""

SHA_256 = "sha256"
SM3 = "sm3"


@dataclass(frozen=True, slots=True)
class Entry:
    """One file of a package: its path inside, size in bytes and digests by algorithm."""

    path: str
    size: int
    digests: tuple[tuple[str, str], ...]

    def digest(self, algorithm: str) -> str:
        """The digest of this algorithm, as lower-case hex."""
        return dict(self.digests)[algorithm]


def digests_here(wanted: Sequence[str]) -> tuple[str, ...]:
    """The wanted algorithms this Python can compute; SM3 depends on the system's OpenSSL."""
    return tuple(name for name in wanted if name in hashlib.algorithms_available)


class Hasher:
    """Several digests of one stream of bytes."""

    def __init__(self, algorithms: Sequence[str]) -> None:
        self._hashes = [(name, hashlib.new(name, usedforsecurity=False)) for name in algorithms]
        self.size = 0

    def update(self, data: bytes | memoryview) -> None:
        """Take more bytes in."""
        for _, digest in self._hashes:
            digest.update(data)
        self.size += len(data)

    def entry(self, path: str) -> Entry:
        """The finished entry for ``path``."""
        return Entry(path, self.size, tuple((name, digest.hexdigest()) for name, digest in self._hashes))


class Copier:
    """Copies and hashes files one after the other through one buffer; not to be shared by threads."""

    def __init__(self, algorithms: Sequence[str]) -> None:
        self.algorithms = tuple(algorithms)
        self._buffer = memoryview(bytearray(CHUNK))

    def copy(self, source: Path, target: Path, path: str) -> Entry:
        """Copy ``source`` to ``target``; the entry tells what was really written.

        Raises:
            OSError: reading or writing failed; the target may be incomplete.
        """
        with source.open("rb", buffering=0) as reader, target.open("wb") as writer:
            return self._pump(reader, writer, path)

    def hash(self, source: Path, path: str) -> Entry:
        """The entry of a file that is already in place."""
        with source.open("rb", buffering=0) as reader:
            return self._pump(reader, None, path)

    def _pump(self, reader: FileIO, writer: BinaryIO | None, path: str) -> Entry:
        hasher = Hasher(self.algorithms)
        while count := reader.readinto(self._buffer):
            hasher.update(self._buffer[:count])
            if writer is not None:
                writer.write(self._buffer[:count])
        return hasher.entry(path)


class HashingWriter:
    """A binary file that hashes what is written through it, for files the program makes itself.

    Small pieces are gathered; :meth:`finish` writes the rest.
    """

    def __init__(self, stream: BinaryIO, algorithms: Sequence[str]) -> None:
        self._stream = stream
        self._hasher = Hasher(algorithms)
        self._pending = bytearray()

    def write(self, data: bytes) -> int:
        """Take bytes in."""
        self._pending += data
        if len(self._pending) >= CHUNK:
            self._flush()
        return len(data)

    def finish(self, path: str) -> Entry:
        """Write what is pending; the entry of everything written."""
        self._flush()
        return self._hasher.entry(path)

    def _flush(self) -> None:
        pending = bytes(self._pending)
        self._pending.clear()
        self._hasher.update(pending)
        self._stream.write(pending)

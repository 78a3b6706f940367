"""Whether a value is anywhere in a file: raw, in any unpacked part or stream, in any usual encoding."""

import io
import re
import zipfile
import zlib
from collections.abc import Iterator, Sequence
from pathlib import Path

_ENCODINGS = ("utf-8", "utf-16-be", "utf-16-le", "gb18030")
_STREAM = re.compile(rb"stream\r?\n(.*?)\r?\n?endstream", re.DOTALL)
_TAG = re.compile(r"<[^>]*>")
_DEEPEST = 3


def leaked(path: Path, values: Sequence[str]) -> tuple[str, ...]:
    """The values that the file still holds."""
    data = path.read_bytes()
    found: set[str] = set()
    for part in unpacked(data):
        found.update(value for value in values if value not in found and _holds(part, value))
    return tuple(value for value in values if value in found)


def unpacked(data: bytes, depth: int = 0) -> Iterator[bytes]:
    """The bytes themselves, every member of a zip and every stream of a PDF, unpacked."""
    yield data
    if depth >= _DEEPEST:
        return
    if data.startswith(b"PK"):
        try:
            with zipfile.ZipFile(io.BytesIO(data)) as archive:
                for name in archive.namelist():
                    yield name.encode()
                    yield from unpacked(archive.read(name), depth + 1)
        except zipfile.BadZipFile:
            return
    elif b"%PDF-" in data[:1024]:
        for found in _STREAM.finditer(data):
            unzipped = zlib.decompressobj()
            try:
                yield unzipped.decompress(found[1])
            except zlib.error:
                continue  # not deflated: its raw bytes were looked at with the whole


def _holds(part: bytes, value: str) -> bool:
    for encoding in _ENCODINGS:
        code = value.encode(encoding, "ignore")
        if code and (code in part or code.hex().encode() in part.lower()):
            return True
    if part.lstrip()[:5] == b"<?xml":
        return value in _TAG.sub("", part.decode("utf-8", "ignore"))
    return False

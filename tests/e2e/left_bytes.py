"""Whether a text is still anywhere in a catalogue's folder."""

import contextlib
import json
import re
import sqlite3
import zlib
from collections.abc import Iterator
from pathlib import Path

RARE = "鼋鼍"
"""Letters that stand nowhere else, so that their bytes can only come from the planted text."""


def everything(shelf: Path) -> Iterator[bytes]:
    """Every byte below the folder, and what compressed values and compressed streams unpack to."""
    for path in shelf.rglob("*"):
        if path.is_file():
            data = path.read_bytes()
            yield data
            yield from _streams(data)
    connection = sqlite3.connect(shelf / "catalogue.db")
    try:
        for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'").fetchall():
            for row in connection.execute(f'SELECT * FROM "{name}"'):
                for value in row:
                    if isinstance(value, bytes):
                        yield from _streams(value)
    finally:
        connection.close()


def _streams(data: bytes) -> Iterator[bytes]:
    for found in re.finditer(rb"x[\x01\x5e\x9c\xda]", data):
        stream = zlib.decompressobj()
        with contextlib.suppress(zlib.error):
            yield stream.decompress(data[found.start() : found.start() + 100_000])


def is_left(shelf: Path, text: str) -> bool:
    """Whether the text is anywhere: plain, in UTF-16, escaped in JSON, or its letters in the index.

    Two bytes of one letter would turn up by chance in what is compressed; the index cuts words in two.
    """
    forms = (
        text.encode(),
        text.encode("utf-16-le"),
        text.encode("utf-16-be"),
        json.dumps(text)[1:-1].encode(),
    )
    if any(form in data for data in everything(shelf) for form in forms):
        return True
    connection = sqlite3.connect(shelf / "catalogue.db")
    try:
        pages = [bytes(block) for (block,) in connection.execute("SELECT block FROM fulltext_data")]
    finally:
        connection.close()
    return any(letter.encode() in page for page in pages for letter in text)

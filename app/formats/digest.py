"""The identity of a content: SHA-256 over its bytes."""

import hashlib
from typing import BinaryIO

BLOCK = 1 << 20


def sha256_of(stream: BinaryIO) -> str:
    """The SHA-256 of the whole stream as hexadecimal digits; the stream ends at its end."""
    digest = hashlib.sha256()
    stream.seek(0)
    while block := stream.read(BLOCK):
        digest.update(block)
    return digest.hexdigest()

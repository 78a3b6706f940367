"""Mailboxes: the mails of a folder in one file (RFC 4155), as mail programs keep and export them."""

import re
from collections.abc import Iterator
from functools import partial
from typing import BinaryIO

from app.formats import refusals
from app.formats.read.mail import read_bytes
from app.formats.text_kinds import MAIL_SEPARATOR
from app.formats.unpack.entry import Entry, Limits

_QUOTED = re.compile(rb"(?m)^>(>*From )")


def entries(stream: BinaryIO, limits: Limits) -> Iterator[Entry]:
    """The mails in their order, numbered from 1."""
    data = read_bytes(stream)
    found = list(MAIL_SEPARATOR.finditer(data))
    if len(found) > limits.members:
        raise refusals.too_large(f"邮箱文件里的邮件超过 {limits.members} 封。")
    ends = [match.start() for match in found[1:]] + [len(data)]
    for number, (match, end) in enumerate(zip(found, ends, strict=True), start=1):
        yield Entry(f"{number}.eml", end - match.end(), None, partial(_mail, data, match.end(), end))


def _mail(data: bytes, start: int, end: int) -> bytes:
    """One mail; a line of its text that begins like a separator was quoted by who wrote the file."""
    return _QUOTED.sub(rb"\1", data[start:end])

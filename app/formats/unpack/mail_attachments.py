"""Files attached to a mail in MIME form."""

from collections.abc import Iterator
from functools import partial
from typing import BinaryIO

from app.formats import refusals
from app.formats.read import mail_parts
from app.formats.read.mail import read_bytes
from app.formats.unpack.entry import Entry, Limits


def entries(stream: BinaryIO, limits: Limits) -> Iterator[Entry]:
    """The attached files, in their order."""
    message = mail_parts.parse_mail(read_bytes(stream))
    for number, item in enumerate(mail_parts.attachments(message)):
        if number >= limits.members:
            raise refusals.too_large(f"邮件的附件超过 {limits.members} 个。")
        yield Entry(item.name, len(item.data), None, partial(bytes, item.data))

"""Files attached to an Outlook message, and to the messages attached to it."""

from collections.abc import Iterator
from functools import partial
from typing import BinaryIO

from app.formats.read.compound import Compound
from app.formats.read.outlook_storage import MessageStorage
from app.formats.unpack.entry import Entry, Limits

_MAX_DEPTH = 5


def entries(stream: BinaryIO, limits: Limits) -> Iterator[Entry]:
    """The attached files; those of inner messages follow those of the outer one."""
    with Compound(stream) as compound:
        waiting = [(MessageStorage(compound), 0)]
        count = 0
        while waiting and count < limits.members:
            message, depth = waiting.pop(0)
            for item in message.attachments():
                count += 1
                yield Entry(item.name, len(item.data), None, partial(bytes, item.data))
            if depth < _MAX_DEPTH:
                waiting.extend((inner, depth + 1) for inner in message.messages())

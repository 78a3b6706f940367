"""Outlook messages (msg)."""

from typing import BinaryIO

from app.domain.source import EmbeddedFile, Extraction, FileFormat
from app.formats.read import mail_text
from app.formats.read import outlook_storage as fields
from app.formats.read.compound import Compound
from app.formats.read.compressed_rich_text import unpacked
from app.formats.read.outlook_storage import MessageStorage
from app.formats.read.rich_text import add_rich_text
from app.formats.reader import TextBuilder, UnreadableError

READER = "outlook_message 1"
_MAX_DEPTH = 5


def read(stream: BinaryIO, file_format: FileFormat) -> Extraction:
    """Read head and body, and those of messages attached to the message; attached files are listed."""
    builder = TextBuilder()
    with Compound(stream) as compound:
        message = MessageStorage(compound)
        _add(builder, message, 0)
        embedded = tuple(EmbeddedFile(item.name, len(item.data)) for item in message.attachments())
        properties = _properties(message)
    return builder.finish(file_format, READER, properties=properties, embedded=embedded)


def _add(builder: TextBuilder, message: MessageStorage, depth: int) -> None:
    mail_text.add_head(
        builder,
        (
            (mail_text.SUBJECT, message.text(fields.SUBJECT)),
            (mail_text.SENDER, _sender(message)),
            (mail_text.RECIPIENTS, message.text(fields.SHOWN_TO)),
            (mail_text.COPIES, message.text(fields.SHOWN_CC)),
            (mail_text.DATE, message.sent_at()),
        ),
    )
    _add_body(builder, message)
    for inner in message.messages() if depth < _MAX_DEPTH else ():
        _add(builder, inner, depth + 1)


def _add_body(builder: TextBuilder, message: MessageStorage) -> None:
    """The page if there is one, else plain text, else the RTF Outlook keeps for itself."""
    page = message.page()
    if page.strip():
        mail_text.add_body(builder, page, is_page=True)
        return
    plain = message.text(fields.BODY)
    if plain.strip():
        mail_text.add_body(builder, plain, is_page=False)
        return
    packed = message.data(fields.COMPRESSED_RTF)
    if packed:
        try:
            add_rich_text(builder, unpacked(packed))
        except UnreadableError:
            return


def _sender(message: MessageStorage) -> str:
    name = message.text(fields.SENDER_NAME)
    address = message.text(fields.SENDER_SMTP) or message.text(fields.SENDER_ADDRESS)
    if not name or "@" not in address or address == name:
        return name or address
    return f"{name} <{address}>"


def _properties(message: MessageStorage) -> dict[str, str]:
    found = {"title": message.text(fields.SUBJECT), "author": _sender(message), "sent_at": message.sent_at()}
    return {name: value for name, value in found.items() if value}

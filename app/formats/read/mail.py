"""Mail files (eml) and web pages saved in one file (mht), which share their form."""

from datetime import UTC
from email.message import Message
from email.utils import parsedate_to_datetime
from typing import BinaryIO

from app.domain.source import EmbeddedFile, Extraction, FileFormat
from app.formats import refusals
from app.formats.read import mail_parts, mail_text
from app.formats.read.web_page import add_page
from app.formats.reader import TextBuilder
from app.formats.text_kinds import MOST_BYTES_OF_MAIL

READER = "mail 1"
_HEAD = (
    (mail_text.SUBJECT, "Subject"),
    (mail_text.SENDER, "From"),
    (mail_text.RECIPIENTS, "To"),
    (mail_text.COPIES, "Cc"),
    (mail_text.DATE, "Date"),
)


def read_bytes(stream: BinaryIO) -> bytes:
    """The whole file, if it is not too large to be held in memory."""
    data = stream.read(MOST_BYTES_OF_MAIL + 1)
    if len(data) > MOST_BYTES_OF_MAIL:
        raise refusals.too_large("邮件文件超过 256 兆字节。")
    return data


def read(stream: BinaryIO, file_format: FileFormat) -> Extraction:
    """Read head and body; attached files are listed, :mod:`app.formats.containers` opens them."""
    message = mail_parts.parse_mail(read_bytes(stream))
    return _read_page(message) if file_format is FileFormat.MHT else _read_mail(message, file_format)


def _read_mail(message: "Message[str, str]", file_format: FileFormat) -> Extraction:
    if "enveloped-data" in str(message.get("Content-Type", "")):
        raise refusals.encrypted()
    builder = TextBuilder()
    mail_text.add_head(builder, ((label, mail_parts.header(message, name)) for label, name in _HEAD))
    for part in mail_parts.alternatives(message):
        mail_text.add_body(builder, mail_parts.body_text(part), is_page=part.get_content_subtype() == "html")
    embedded = tuple(EmbeddedFile(item.name, len(item.data)) for item in mail_parts.attachments(message))
    return builder.finish(file_format, READER, properties=_properties(message), embedded=embedded)


def _properties(message: "Message[str, str]") -> dict[str, str]:
    found = {
        "title": mail_parts.header(message, "Subject"),
        "author": mail_parts.header(message, "From"),
        "sent_at": _time(mail_parts.header(message, "Date")),
        "message_id": mail_parts.header(message, "Message-ID"),
    }
    return {name: value for name, value in found.items() if value}


def _time(value: str) -> str:
    """The date of a mail in ISO 8601, in UTC if its zone is known."""
    try:
        moment = parsedate_to_datetime(value)
        return (moment.astimezone(UTC) if moment.tzinfo else moment).isoformat().replace("+00:00", "Z")
    except (ValueError, TypeError, IndexError, OverflowError):
        return ""


def _read_page(message: "Message[str, str]") -> Extraction:
    """The first page that has text; the others are frames, headers or sheets of the same document."""
    builder = TextBuilder()
    properties: dict[str, str] = {}
    pages = [
        part for part in mail_parts.leaves(message) if part.get_content_type() in {"text/html", "text/plain"}
    ]
    for part in pages:
        text = mail_parts.body_text(part)
        if part.get_content_subtype() == "html":
            properties = add_page(builder, text) | properties
        else:
            mail_text.add_body(builder, text, is_page=False)
    subject = mail_parts.header(message, "Subject")
    if subject:
        properties.setdefault("title", subject)
    return builder.finish(FileFormat.MHT, READER, properties=properties)

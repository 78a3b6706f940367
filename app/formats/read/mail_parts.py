"""The parts of a mail in the form of RFC 5322 and MIME, decoded as Chinese mail programs meant them."""

import email
import email.policy
import re
from collections.abc import Iterator
from dataclasses import dataclass
from email.errors import MessageError
from email.header import decode_header
from email.message import Message
from email.utils import collapse_rfc2231_value

from app.formats import refusals
from app.formats.encoding import decode, widen

_MAX_PARTS = 5000
_MAX_HEADER = 20_000
_CHARSET = re.compile(r"charset\s*=\s*[\"']?([\w.:-]+)", re.IGNORECASE)
_FAULTS = (MessageError, ValueError, LookupError, TypeError, AttributeError, IndexError, RecursionError)


@dataclass(frozen=True, slots=True)
class Attachment:
    """A file that travels with a mail."""

    name: str
    data: bytes


def parse_mail(data: bytes) -> "Message[str, str]":
    """Parse a mail; never fails for odd ones, only for those built to exhaust the parser."""
    try:
        message: Message[str, str] = email.message_from_bytes(
            data.lstrip(b"\r\n\xef\xbb\xbf"), policy=email.policy.compat32
        )
    except _FAULTS as fault:
        raise refusals.damaged() from fault
    return message


def header(message: "Message[str, str]", name: str) -> str:
    """A header decoded: encoded words, or raw bytes in the sender's code page."""
    for key, value in message.raw_items():
        if key.lower() == name.lower():
            return _decoded_header(str(value))
    return ""


def _decoded_header(value: str) -> str:
    unfolded = re.sub(r"\r?\n[ \t]+", " ", value[:_MAX_HEADER])
    raw = unfolded.encode("utf-8", "surrogateescape")
    if not raw.isascii():
        unfolded = decode(raw).text
    try:
        pieces = decode_header(unfolded)
    except _FAULTS:
        return unfolded.strip()
    return "".join(_piece(piece, charset) for piece, charset in pieces).strip()


def _piece(piece: str | bytes, charset: str | None) -> str:
    if isinstance(piece, str):
        return piece
    if charset is None:
        return piece.decode("utf-8", "replace") if piece.isascii() else decode(piece).text
    return piece.decode(widen(charset) or "gb18030", "replace")


def leaves(message: "Message[str, str]") -> Iterator["Message[str, str]"]:
    """Every part that is not a multipart; attached messages stay whole."""
    return (
        part
        for part in _parts(message)
        if part.get_content_maintype() != "multipart" or not part.is_multipart()
    )


def _parts(message: "Message[str, str]") -> Iterator["Message[str, str]"]:
    """The message and the parts of its multiparts, in the order of the file."""
    waiting = [message]
    for _ in range(_MAX_PARTS):
        if not waiting:
            return
        part = waiting.pop()
        yield part
        if part.get_content_maintype() == "multipart":
            waiting.extend(reversed(_children(part)))


def _children(part: "Message[str, str]") -> list["Message[str, str]"]:
    payload = part.get_payload() if part.is_multipart() else []
    return [child for child in payload if isinstance(child, Message)]


def alternatives(message: "Message[str, str]") -> list["Message[str, str]"]:
    """The text parts that make up the body: of alternatives the page if there is one, else plain text."""
    texts = [part for part in leaves(message) if is_body(part)]
    pages = [part for part in texts if part.get_content_subtype() == "html"]
    if not pages or not any(part.get_content_type() == "multipart/alternative" for part in _parts(message)):
        return texts
    return pages


def is_body(part: "Message[str, str]") -> bool:
    """Whether a part is text to be read with the mail and not a file sent along."""
    return part.get_content_type() in {"text/plain", "text/html"} and not is_attached(part)


def is_attached(part: "Message[str, str]") -> bool:
    """Whether a part has a file name or says it is an attachment."""
    disposition = str(part.get("Content-Disposition", "")).strip().lower()
    return disposition.startswith("attachment") or bool(file_name(part))


def body_bytes(part: "Message[str, str]") -> bytes:
    """The bytes of a part, its transfer encoding undone."""
    try:
        payload = part.get_payload(decode=True)
    except _FAULTS:
        return b""
    return payload if isinstance(payload, bytes) else b""


def body_text(part: "Message[str, str]") -> str:
    """The text of a part by its own, its page's or a guessed character set."""
    data = body_bytes(part)
    found = _CHARSET.search(str(part.get("Content-Type", "")))
    charset = found[1] if found else None
    if charset is None and part.get_content_subtype() == "html":
        from app.formats.read.web_page import declared_charset

        charset = declared_charset(data)
    return decode(data, charset).text


def file_name(part: "Message[str, str]") -> str:
    """The name of an attached file, decoded; empty if there is none."""
    for key, where in (("filename", "content-disposition"), ("name", "content-type")):
        try:
            value = part.get_param(key, header=where)
        except _FAULTS:
            continue
        if value:
            return _decoded_header(collapse_rfc2231_value(value)).replace("\\", "/").rpartition("/")[2]
    return ""


def attachments(message: "Message[str, str]") -> Iterator[Attachment]:
    """The files sent along, in their order; an attached mail is one file."""
    number = 0
    for part in leaves(message):
        if part.get_content_type() == "message/rfc822":
            number += 1
            yield _attached_mail(part, number)
        elif is_attached(part) and not is_body(part):
            number += 1
            yield Attachment(file_name(part) or f"{number}.{part.get_content_subtype()}", body_bytes(part))


def _attached_mail(part: "Message[str, str]", number: int) -> Attachment:
    inner = next(iter(_children(part)), None)
    if inner is None:
        return Attachment(f"{number}.eml", body_bytes(part))
    subject = re.sub(r'[\\/:*?"<>|\x00-\x1f]', "_", header(inner, "Subject"))[:80]
    try:
        data = inner.as_bytes()
    except _FAULTS:
        data = b""
    return Attachment(f"{subject or number}.eml", data)

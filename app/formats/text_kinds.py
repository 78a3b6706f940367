"""Which kind of text a file without a signature is: mail, web page, XML, table or plain text."""

import re
from typing import BinaryIO

from app.domain.source import FileFormat
from app.formats.encoding import decode

_MAIL_NAMES = (
    "from|to|cc|subject|date|received|return-path|message-id|mime-version|x-[a-z0-9-]+|reply-to|sender|delivered-to"
    "|content-type|content-transfer-encoding|thread-topic|thread-index|dkim-signature|status|in-reply-to|importance"
)
_MAIL_LINE = re.compile(rf"(?:{_MAIL_NAMES}):", re.IGNORECASE)
_HEADER_LINE = re.compile(r"[!-9;-~]+:|[ \t]")
_HTML_START = re.compile(
    r"<(?:!doctype\s+html|html[\s>:]|head[\s>]|body[\s>]|meta\s|title>|table[\s>]|div[\s>]|p[\s>])",
    re.IGNORECASE,
)
_XML_PROLOGUE = re.compile(r"\s*(?:<\?.*?\?>|<!--.*?-->|<!DOCTYPE[^>\[]*>|\s)*", re.DOTALL)
_UOF_ROOT = re.compile(r"<(?:uof:UOF|UOF)[\s>]|schemas\.uof\.org")
_CONTROL_SHARE = 0.02
_STRANGE = tuple({*map(chr, range(0x20)), "\ufffd"} - set("\t\n\r\f\x1a\x1b\b"))

MAIL_SEPARATOR = re.compile(
    rb"(?:\A|(?<=\n)\r?\n)From [^\n]{0,200}\b\d{4}\b[^\n]{0,20}\n(?=>?[!-9;-~]{1,80}:)"
)
"""The line in front of each mail of a mailbox: behind an empty line, with a time, a header below it."""

_FIRST_WORD = b"From "
MOST_BYTES_OF_MAIL = 256 * 1024 * 1024
"""A larger file of mails is refused by their reader."""


def holds_mails(stream: BinaryIO, head: bytes) -> bool:
    """Whether a mail file, which begins with ``head``, is a mailbox: more than one mail."""
    if not head.startswith(_FIRST_WORD):
        return False
    stream.seek(0)
    found = MAIL_SEPARATOR.finditer(stream.read(MOST_BYTES_OF_MAIL))
    return next(found, None) is not None and next(found, None) is not None


def text_kind(head: bytes, extension: str) -> FileFormat | None:
    """The kind of a text that begins with ``head``; ``None`` when the bytes are not text."""
    text = decode(head).text
    if not text.strip() or not _is_text(text):
        return FileFormat.TXT if text and not text.strip() and "\0" not in text else None
    return _mail_kind(text, extension) or _markup_kind(text) or _plain_kind(extension)


def _is_text(text: str) -> bool:
    strange = sum(map(text.count, _STRANGE))
    return strange <= max(1 if "\0" not in text else 0, int(len(text) * _CONTROL_SHARE))


def _plain_kind(extension: str) -> FileFormat:
    return FileFormat.CSV if extension in {".csv", ".tsv"} else FileFormat.TXT


def _mail_kind(text: str, extension: str) -> FileFormat | None:
    """Mail and saved web pages both begin with header lines; at least two known ones are asked for."""
    header: list[str] = []
    for line in text.lstrip("\ufeff\r\n").removeprefix(">").splitlines():
        if not line.strip() or (not _HEADER_LINE.match(line) and not line.startswith("From ")):
            break
        header.append(line)
    known = {line.split(":")[0].lower() for line in header if _MAIL_LINE.match(line)}
    if len(known) < 2 or not known & {
        "from",
        "received",
        "mime-version",
        "message-id",
        "subject",
        "content-type",
    }:
        return None
    joined = "\n".join(header).lower()
    return FileFormat.MHT if _is_saved_page(joined, known, extension) else FileFormat.EML


def _is_saved_page(header: str, known: set[str], extension: str) -> bool:
    if "multipart/related" not in header and "snapshot-content-location" not in header:
        return extension in {".mht", ".mhtml"}
    return extension in {".mht", ".mhtml"} or not known & {"to", "received", "message-id", "delivered-to"}


def _markup_kind(text: str) -> FileFormat | None:
    body = text.lstrip("\ufeff \t\r\n")
    if not body.startswith("<"):
        return None
    is_xml = body.startswith("<?xml")
    match = _XML_PROLOGUE.match(body)
    root = body[match.end() if match else 0 :]
    if _UOF_ROOT.search(root[:2000]):
        return FileFormat.UOF
    if _HTML_START.match(root) or (not is_xml and _HTML_START.search(body[:4000])):
        return FileFormat.HTML
    return FileFormat.XML if is_xml or re.match(r"<[\w:.-]+[^<>]*>", root) else None

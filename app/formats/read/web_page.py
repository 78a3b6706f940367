"""Web pages as government sites and office programs saved them, in any encoding."""

import re
from html import unescape
from typing import BinaryIO

from lxml import etree

from app.domain.source import Extraction, FileFormat
from app.formats import refusals
from app.formats.encoding import decode
from app.formats.read.web_text import PageText
from app.formats.reader import TextBuilder

READER = "web_page 1"
MAX_BYTES = 32 * 1024 * 1024
_DECLARED = re.compile(
    rb"<(?:meta|\?xml)[^>]{0,200}?(?:charset|encoding)\s*=\s*[\"']?([\w.:-]+)", re.IGNORECASE
)
_INVISIBLE = tuple(
    (re.compile(opening, re.IGNORECASE), re.compile(closing, re.IGNORECASE))
    for opening, closing in ((r"<script\b", r"</script\s*>"), (r"<style\b", r"</style\s*>"), ("<!--", "-->"))
)
_TAG = re.compile(r"<[/!?A-Za-z][^<>]*>")
_MAX_PROPERTY = 500


def read(stream: BinaryIO, file_format: FileFormat) -> Extraction:
    """Read a page without its scripts, styles and navigation.

    The metadata block of a government site (索引号, 发布机构, 文号 …) stays in the text, marked as
    ``WEB_METADATA``; the site's own meta tags are properties.
    """
    data = stream.read(MAX_BYTES + 1)
    if len(data) > MAX_BYTES:
        raise refusals.too_large("网页文件超过 32 兆字节。")
    decoded = decode(data, declared_charset(data))
    builder = TextBuilder()
    properties = add_page(builder, decoded.text)
    return builder.finish(file_format, READER, properties={**properties, "encoding": decoded.encoding})


def declared_charset(data: bytes) -> str | None:
    """The character set that the head of a page says it has."""
    found = _DECLARED.search(data[:4096])
    return found[1].decode("ascii", "replace") if found else None


def add_page(builder: TextBuilder, html: str) -> dict[str, str]:
    """Append the text of a page; returns its title and meta tags, names in lower case."""
    root, is_whole = _parse(html)
    if root is None:
        return {}
    if is_whole:
        PageText(builder).add(root)
    else:
        _add_without_tags(builder, html)
    return _properties(root)


def _parse(html: str) -> "tuple[etree._Element | None, bool]":
    """The tree of a page and whether it holds all of it.

    It is parsed as UTF-8: its own declaration was already weighed. Pages nested deeper than any
    browser would show (unclosed tags, hostile pages) are given up by the parser half way.
    """
    parser = etree.HTMLParser(
        encoding="utf-8",
        no_network=True,
        huge_tree=False,
        remove_comments=True,
        remove_pis=True,
        recover=True,
    )
    clean = html.replace("\0", "").encode("utf-8", "replace")
    if not clean.strip():
        return None, True
    try:
        root = etree.fromstring(clean, parser)
    except (etree.LxmlError, ValueError) as fault:
        raise refusals.damaged("网页的标记无法解析。") from fault
    return root, not any(entry.type_name == "ERR_RESOURCE_LIMIT" for entry in parser.error_log)


def _add_without_tags(builder: TextBuilder, html: str) -> None:
    """The text between the tags, a line for each stretch; for pages that have no usable tree."""
    for opening, closing in _INVISIBLE:
        html = _cut(html, opening, closing)
    for line in _TAG.sub("\n", html).split("\n"):
        if line.strip():
            builder.add_line(unescape(line.strip()))


def _cut(html: str, opening: "re.Pattern[str]", closing: "re.Pattern[str]") -> str:
    """Leave out what stands between two marks; one pass, however many marks there are."""
    pieces: list[str] = []
    place = 0
    while (start := opening.search(html, place)) is not None:
        pieces.append(html[place : start.start()])
        end = closing.search(html, start.end())
        if end is None:
            return "\n".join(pieces)
        place = end.end()
    return "\n".join([*pieces, html[place:]])


def _properties(root: "etree._Element") -> dict[str, str]:
    found: dict[str, str] = {}
    title = root.find(".//title")
    if title is not None and title.text and title.text.strip():
        found["title"] = " ".join(title.text.split())[:_MAX_PROPERTY]
    for meta in root.iterfind(".//meta"):
        name, content = meta.get("name", "").strip().lower(), meta.get("content", "").strip()
        if name and content and name not in {"viewport", "renderer"}:
            found.setdefault(name[:60], content[:_MAX_PROPERTY])
    return found

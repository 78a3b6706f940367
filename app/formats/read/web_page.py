"""Web pages as government sites and office programs saved them, in any encoding."""

import re
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
    root = _parse(html)
    if root is None:
        return {}
    PageText(builder).add(root)
    return _properties(root)


def _parse(html: str) -> "etree._Element | None":
    """The tree of a page. It is parsed as UTF-8: its own declaration was already weighed."""
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
        return None
    try:
        return etree.fromstring(clean, parser)
    except (etree.LxmlError, ValueError) as fault:
        raise refusals.damaged("网页的标记无法解析。") from fault


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

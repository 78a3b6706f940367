"""XML written as a stream, with the declaration by hand.

The standard writers do not know GB18030 in the declaration. Text is encoded strictly: a character the
encoding lacks becomes a character reference, which every XML reader turns back.
"""

import re
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from enum import StrEnum
from types import MappingProxyType
from typing import Protocol
from xml.sax.saxutils import escape, quoteattr

NO_ATTRIBUTES: Mapping[str, str] = MappingProxyType({})
_STEP = "  "
_ILLEGAL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff\ud800-\udfff]")
_NEEDS_CARE = re.compile("[&<>\r\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff\ud800-\udfff]")


class XmlEncoding(StrEnum):
    """The encodings the transfer rules allow, as the declaration names them."""

    UTF_8 = "UTF-8"
    GB18030 = "GB18030"
    GBK = "GBK"


class Sink(Protocol):
    """What bytes can be written to."""

    def write(self, data: bytes, /) -> int:
        """Take bytes in; answers how many."""


def clean_text(text: str) -> str:
    """The text without characters XML 1.0 cannot hold."""
    return _ILLEGAL.sub("", text)


class XmlWriter:
    """Writes elements to an open binary stream, indented by two spaces.

    The declaration is written at once; the caller closes the stream.
    """

    def __init__(self, stream: Sink, encoding: XmlEncoding = XmlEncoding.UTF_8) -> None:
        self._stream = stream
        self._encoding = encoding.value
        self._indent = ""
        self.raw(f'<?xml version="1.0" encoding="{encoding.value}"?>\n')

    @contextmanager
    def element(self, name: str, attributes: Mapping[str, str] = NO_ATTRIBUTES) -> Iterator[None]:
        """An element with children written inside the block."""
        self.raw(f"{self._indent}<{name}{_written(attributes)}>\n")
        self._indent += _STEP
        yield
        self._indent = self._indent[: -len(_STEP)]
        self.raw(f"{self._indent}</{name}>\n")

    def leaf(self, name: str, text: str = "", attributes: Mapping[str, str] = NO_ATTRIBUTES) -> None:
        """An element that holds only text, kept exactly."""
        body = escape(clean_text(text), {"\r": "&#13;"}) if _NEEDS_CARE.search(text) else text
        self.raw(f"{self._indent}<{name}{_written(attributes)}>{body}</{name}>\n")

    def open_leaf(self, name: str, attributes: Mapping[str, str] = NO_ATTRIBUTES) -> None:
        """Begin a text element whose content is written by :meth:`raw`; see :meth:`close_leaf`."""
        self.raw(f"{self._indent}<{name}{_written(attributes)}>")

    def close_leaf(self, name: str) -> None:
        """End what :meth:`open_leaf` began."""
        self.raw(f"</{name}>\n")

    def raw(self, markup: str) -> None:
        """Write markup as it is."""
        self._stream.write(markup.encode(self._encoding, "xmlcharrefreplace"))


def _written(attributes: Mapping[str, str]) -> str:
    if not attributes:
        return ""
    return "".join(f" {name}={quoteattr(clean_text(value))}" for name, value in attributes.items())

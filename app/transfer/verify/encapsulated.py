"""Encapsulation packages (.eep, DA/T 48-2009) taken apart: every record inside equals the file beside it.

A record is one text node of Base64 that may be hundreds of megabytes long, so the document is read as a stream.
"""

import binascii
import hashlib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from xml.parsers import expat

from app.domain.transfer import Place
from app.transfer.package.layout import ENCAPSULATION_END
from app.transfer.verify.contents import Contents

_NAME, _SIZE, _DATA = "计算机文件名", "计算机文件大小", "编码数据"
_SPACES = dict.fromkeys(map(ord, " \t\r\n"))


@dataclass(frozen=True, slots=True)
class Encapsulated:
    """One record inside a package, as decoded; ``stated_size`` is what the package says of it."""

    name: str
    stated_size: str
    size: int
    sha256: str


class _Refused(Exception):  # noqa: N818 - why a document is not read on
    """The document is no encapsulation package that can be read safely."""


def encapsulation_faults(contents: Contents) -> Iterator[Place]:
    """What is wrong with the encapsulation packages: unreadable ones, and records that differ from their file."""
    for path in contents.sizes:
        if path.endswith(ENCAPSULATION_END):
            try:
                records = decoded(contents.root / path)
            except (OSError, expat.ExpatError, _Refused) as error:
                yield Place(
                    path,
                    f"封装包无法解开（{error if isinstance(error, _Refused) else type(error).__name__}）",
                )
                continue
            if not records:
                yield Place(path, "封装包内没有文件")
            for record in records:
                if reason := _difference(contents, path, record):
                    yield Place(path, f"封装的“{record.name}”{reason}")


def decoded(path: Path) -> list[Encapsulated]:
    """The records of one package.

    Raises:
        OSError, ExpatError, _Refused: it cannot be read, is no XML, holds no Base64.
    """
    reader = _Reader()
    with path.open("rb") as stream:
        reader.parser.ParseFile(stream)
    return reader.records


def _difference(contents: Contents, package: str, record: Encapsulated) -> str:
    if record.stated_size != str(record.size):
        return f"解码后为 {record.size} 字节，封装包写明 {record.stated_size} 字节"
    beside = f"{package.rpartition('/')[0]}/{record.name}"
    if beside not in contents.sizes:
        return "在同一文件夹中没有对应的文件"
    if contents.sizes[beside] != record.size or _digest(contents, beside) != record.sha256:
        return "解码后与同名文件的内容不同"
    return ""


def _digest(contents: Contents, path: str) -> str:
    """The digest that the list states (check 1-14 compares it with the file), else the file's own."""
    stated = contents.lists.get("sha256", {}).get(path)
    if stated:
        return stated
    with (contents.root / path).open("rb") as stream:
        return hashlib.file_digest(stream, "sha256").hexdigest()


class _Reader:
    """Collects names and sizes and decodes Base64 while the document streams by."""

    def __init__(self) -> None:
        self.records: list[Encapsulated] = []
        self.parser = expat.ParserCreate(namespace_separator="}")
        self.parser.buffer_text = True
        self.parser.StartElementHandler = self._begin
        self.parser.EndElementHandler = self._end
        self.parser.CharacterDataHandler = self._text
        self.parser.StartDoctypeDeclHandler = self._refuse
        self._inside = ""
        self._told = {_NAME: "", _SIZE: ""}
        self._pending = ""
        self._size = 0
        self._hash = hashlib.sha256()

    def _refuse(self, *_: object) -> None:
        raise _Refused("含有文档类型声明")

    def _begin(self, name: str, _: dict[str, str]) -> None:
        self._inside = name.rpartition("}")[2]
        if self._inside in self._told:
            self._told[self._inside] = ""
        elif self._inside == _DATA:
            self._pending, self._size, self._hash = "", 0, hashlib.sha256()

    def _text(self, data: str) -> None:
        if self._inside in self._told:
            self._told[self._inside] += data
        elif self._inside == _DATA:
            self._decode(data)

    def _decode(self, data: str) -> None:
        """Decode whole groups of four characters; the rest waits for the next piece."""
        text = self._pending + data.translate(_SPACES)
        whole = len(text) - len(text) % 4
        self._pending = text[whole:]
        self._add(text[:whole])

    def _add(self, text: str) -> None:
        if text:
            part = _bytes(text)
            self._hash.update(part)
            self._size += len(part)

    def _end(self, name: str) -> None:
        if name.rpartition("}")[2] == _DATA:
            if self._pending:
                raise _Refused("Base64 不完整")
            self.records.append(
                Encapsulated(self._told[_NAME], self._told[_SIZE], self._size, self._hash.hexdigest())
            )
        self._inside = ""


def _bytes(text: str) -> bytes:
    try:
        return binascii.a2b_base64(text, strict_mode=True)
    except ValueError as error:  # its own error is one, and letters beyond ASCII are a plain one
        raise _Refused("不是 Base64 编码") from error

"""What a reader of a file format is given and must return."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import BinaryIO, Protocol

from app.domain.source import (
    Aside,
    AsideKind,
    EmbeddedFile,
    Extraction,
    Failure,
    FailureKind,
    FileFormat,
    FileSignature,
    LayoutLine,
    PartKind,
    TextPart,
)


class UnreadableError(Exception):
    """A file cannot be read for a reason a person can understand."""

    def __init__(self, kind: FailureKind, message: str) -> None:
        super().__init__(message)
        self.failure = Failure(kind, message)


class Reader(Protocol):
    """Reads one family of formats.

    A reader SHALL take a seekable stream it neither closes nor writes to, SHALL raise nothing but
    :class:`UnreadableError` for bad input, SHALL bound its memory by the limits of its module, and
    SHALL NOT start processes, run macros, resolve external links or write files. It MAY be called
    in a process that is killed at any moment.
    """

    def __call__(self, stream: BinaryIO, file_format: FileFormat) -> Extraction:
        """Read the whole stream."""


@dataclass(slots=True)
class TextBuilder:
    """Collects the text of a file with its parts and pages, keeping offsets right."""

    parts: list[TextPart] = field(default_factory=list)
    asides: list[Aside] = field(default_factory=list)
    page_starts: list[int] = field(default_factory=list)
    layout: list[LayoutLine] = field(default_factory=list)
    length: int = 0
    _pieces: list[str] = field(default_factory=list)

    def add(self, text: str) -> None:
        """Append text as it is; every kind of line end becomes one line feed."""
        text = text.replace("\r\n", "\n").replace("\r", "\n")
        self._pieces.append(text)
        self.length += len(text)

    def add_line(self, text: str) -> tuple[int, int]:
        """Append a line and its end; returns where the line stands, without the end."""
        start = self.length
        self.add(text)
        end = self.length
        self.add("\n")
        return start, end

    def start_page(self) -> None:
        """A page begins here."""
        self.page_starts.append(self.length)

    def set_aside(self, kind: AsideKind, text: str) -> None:
        """Keep text that is in the file but not on the page."""
        if text.strip():
            self.asides.append(Aside(kind, text))

    @contextmanager
    def part(self, kind: PartKind, label: str = "") -> Iterator[None]:
        """Mark what is added inside the block; an empty part is not recorded."""
        start = self.length
        yield
        if self.length > start:
            self.parts.append(TextPart(kind, start, self.length, label))

    def mark(self, kind: PartKind, start: int, label: str = "") -> None:
        """Mark what was added since ``start``."""
        self.mark_to(kind, start, self.length, label)

    def mark_to(self, kind: PartKind, start: int, end: int, label: str = "") -> None:
        """Mark a stretch of what was added."""
        self.parts.append(TextPart(kind, start, end, label))

    def finish(
        self,
        file_format: FileFormat,
        reader: str,
        *,
        page_count: int | None = None,
        properties: Mapping[str, str] | None = None,
        embedded: tuple[EmbeddedFile, ...] = (),
        signatures: tuple[FileSignature, ...] = (),
        page_size: tuple[float, float] | None = None,
        needs_ocr: bool = False,
        puid: str | None = None,
    ) -> Extraction:
        """The finished extraction; ``page_count`` defaults to the number of pages begun."""
        return Extraction(
            format=file_format,
            puid=puid,
            text="".join(self._pieces),
            page_starts=tuple(self.page_starts),
            page_count=page_count if page_count is not None else (len(self.page_starts) or None),
            parts=tuple(self.parts),
            asides=tuple(self.asides),
            layout=tuple(self.layout),
            page_size=page_size,
            properties=dict(properties or {}),
            embedded=embedded,
            signatures=signatures,
            needs_ocr=needs_ocr,
            reader=reader,
        )

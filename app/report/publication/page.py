"""A laid-out document with its recognised elements: where in its lines each element stands."""

import re
from dataclasses import dataclass
from typing import Any

from app.domain.document import Element, ElementName, Recognition
from app.domain.source import Extraction, FileFormat, LayoutLine
from app.formats.page_format import Alignment, FormatLine, PageFormat
from app.inventory.recognise import recognise
from app.inventory.recognise.outline import Outline, outline
from app.inventory.recognise.page_text import read_lines
from app.inventory.recognise.run_on import divide
from app.report.templates import load_data

NEW_LAYOUT_FROM = "2012-07-01"
"""GB/T 9704-2012 applies to documents from this day."""

_PAGE_ONE_LINES = 80


@dataclass(frozen=True, slots=True)
class LaidOut:
    """Lines with the offset at which each begins in ``text``, and what was recognised in them."""

    layout: PageFormat
    text: str
    starts: tuple[int, ...]
    recognition: Recognition
    parts: Outline

    def element(self, name: ElementName) -> Element | None:
        """A recognised element that stands on the page."""
        found = self.recognition.elements.get(name)
        return found if found is not None and found.evidence is not None else None

    def lines_of(self, name: ElementName) -> list[int]:
        """Indices of the lines an element stands on."""
        found = self.element(name)
        if found is None or found.evidence is None:
            return []
        return self.lines_between(found.evidence.start, found.evidence.end)

    def lines_between(self, start: int, end: int) -> list[int]:
        """Indices of the non-blank lines that hold characters from ``start`` to ``end``."""
        return [
            index
            for index, begin in enumerate(self.starts)
            if begin < end and begin + len(self.layout.lines[index].text) > start and self.shown(index)
        ]

    def shown(self, index: int) -> str:
        """A line without blanks around it."""
        return self.layout.lines[index].text.strip()

    def where(self, index: int) -> str:
        """A line's place for a person."""
        line = self.layout.lines[index]
        if line.page is None:
            return f"第{index + 1}行"
        first = next(n for n, other in enumerate(self.layout.lines) if other.page == line.page)
        return f"第{line.page}页第{index - first + 1}行"

    @property
    def is_new_layout(self) -> bool:
        """Whether the standard of 2012 applies, by the document's date."""
        dated = self.recognition.elements.get(ElementName.DATED_ON)
        return dated is not None and dated.text >= NEW_LAYOUT_FROM

    @property
    def body(self) -> tuple[int, int]:
        """Offsets between which the body of the letter stands, annex note and closing left out."""
        lines = self.parts.lines
        if self.parts.body >= len(lines):
            return 0, 0
        start = lines[self.parts.body].start
        limit = self.parts.closing.first if self.parts.closing else self.parts.limit
        end = lines[limit].start if limit < len(lines) else len(self.text)
        note = self.element(ElementName.ANNEX_NOTE)
        if note is not None and note.evidence is not None and start < note.evidence.start < end:
            end = note.evidence.start
        heading = re.search(r"^\s*附\s*件\s*[:：\d一二三]", self.text[start:end], re.MULTILINE)
        return start, start + heading.start() if heading else end


def laid_out(layout: PageFormat) -> LaidOut:
    """Recognise the elements of a layout."""
    starts: list[int] = []
    length = 0
    for line in layout.lines:
        starts.append(length)
        length += len(line.text) + 1
    text = "\n".join(line.text for line in layout.lines)
    extraction = Extraction(
        format=FileFormat.PDF if layout.is_measured else FileFormat.DOCX,
        puid=None,
        text=text,
        layout=tuple(_layout_line(line, start) for line, start in zip(layout.lines, starts, strict=True))[
            :_PAGE_ONE_LINES
        ],
    )
    return LaidOut(
        layout, text, tuple(starts), recognise(extraction), outline(divide(read_lines(extraction)))
    )


def _layout_line(line: FormatLine, start: int) -> LayoutLine:
    return LayoutLine(
        start,
        start + len(line.text),
        size=line.size,
        colour=line.colour,
        centred=line.alignment is Alignment.CENTRE,
    )


def standard() -> dict[str, Any]:
    """The figures of ``resources/report_templates/gb9704.toml``."""
    return load_data("report_templates", "gb9704")


def is_font(name: str | None, family: str) -> bool | None:
    """Whether a font belongs to a family; ``None`` where the font is not known."""
    if not name:
        return None
    return any(part.lower() in name.lower() for part in standard()["fonts"][family])

"""Paragraphs, tables and revisions of word-processor files on their way into a :class:`TextBuilder`.

Shared by the readers of Word binary, RTF and OpenDocument: what a paragraph, a row or a deletion
becomes in the text is decided here once.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field

from app.domain.source import AsideKind, LayoutLine, PartKind
from app.formats.reader import TextBuilder

_MAX_LAYOUT_LINES = 80
_PAGE_TURN = "\f"

Colour = tuple[int, int, int]


@dataclass(frozen=True, slots=True)
class Look:
    """What a stretch of characters looks like and whether a reader of the page sees it at all."""

    size: float | None = None
    colour: Colour | None = None
    is_deleted: bool = False
    is_hidden: bool = False
    is_inserted: bool = False


PLAIN = Look()
Run = tuple[str, Look]


@dataclass(slots=True)
class _Paragraph:
    runs: list[Run]
    is_centred: bool

    @property
    def text(self) -> str:
        return "".join(text for text, _ in self.runs)


@dataclass(slots=True)
class ParagraphWriter:
    """Takes runs and marks in the order of the document.

    A row of a table becomes a line with its cells separated by tabs; the paragraphs of a cell are
    joined by blanks. A row of one single cell is a frame around running text: its paragraphs stay lines.
    """

    builder: TextBuilder
    _runs: list[Run] = field(default_factory=list)
    _cell: list[_Paragraph] = field(default_factory=list)
    _row: list[list[_Paragraph]] = field(default_factory=list)
    _table_start: int | None = None
    _aside_kind: AsideKind | None = None
    _aside: list[str] = field(default_factory=list)
    _is_first_page: bool = True

    def run(self, text: str, look: Look = PLAIN) -> None:
        """Append characters; a line feed in them is a line break inside the paragraph."""
        kind = AsideKind.DELETED if look.is_deleted else AsideKind.HIDDEN if look.is_hidden else None
        if kind is not self._aside_kind:
            self._close_aside()
        if kind is None:
            self._runs.append((text, look))
        else:
            self._aside_kind = kind
            self._aside.append(text)

    def end_paragraph(self, *, centred: bool = False, in_table: bool = False) -> None:
        """The paragraph ends; inside a table it joins the others of its cell."""
        paragraph = _Paragraph(self._runs, centred)
        self._runs = []
        if self._aside_kind:
            self._aside.append("\n")
            if not paragraph.runs:
                return
        if in_table:
            self._cell.append(paragraph)
        else:
            self.end_table()
            self._write(paragraph)

    def end_cell(self, *, centred: bool = False) -> None:
        """The cell ends, and with it its last paragraph."""
        self._close_aside()
        self.end_paragraph(centred=centred, in_table=True)
        self._row.append(self._cell)
        self._cell = []

    def end_row(self) -> None:
        """The row ends and is written."""
        self._close_aside()
        if self._runs:
            self.end_paragraph(in_table=True)
        if self._cell:
            self._row.append(self._cell)
        row, self._row, self._cell = self._row, [], []
        if not row:
            return
        if self._table_start is None:
            self._table_start = self.builder.length
        if len(row) == 1:
            for paragraph in row[0]:
                self._write(paragraph)
        else:
            self._write(_joined_row(row))

    def end_table(self) -> None:
        """What follows is not part of the table any more."""
        if self._cell or self._row:
            self.end_row()
        if self._table_start is not None:
            start, self._table_start = self._table_start, None
            with_text = self.builder.length > start
            if with_text:
                self.builder.mark(PartKind.TABLE, start)

    def interrupt_table(self) -> None:
        """Something else is written between two rows: the table so far is closed off."""
        if not self._row and not self._cell:
            self.end_table()

    def break_page(self) -> None:
        """A page begins after what was written so far."""
        if self._runs:
            self.end_paragraph(in_table=bool(self._cell or self._row))
        self._begin_page()

    def turn_page(self) -> None:
        """The page turns here in the middle of what may be a sentence."""
        self._runs.append((_PAGE_TURN, PLAIN))

    def _begin_page(self) -> None:
        if self.builder.length and not self.builder.page_starts:
            self.builder.page_starts.append(0)
        self.builder.start_page()
        self._is_first_page = False

    def finish(self) -> None:
        """Write what is still open."""
        if self._runs:
            self.end_paragraph(in_table=bool(self._cell or self._row))
        self._close_aside()
        self.end_table()

    def stop_layout(self) -> None:
        """What follows (headers, notes) does not stand on page one in this order."""
        self._is_first_page = False

    def _close_aside(self) -> None:
        if self._aside_kind:
            self.builder.set_aside(self._aside_kind, "".join(self._aside).strip("\n"))
        self._aside_kind, self._aside = None, []

    def _write(self, paragraph: _Paragraph) -> None:
        for line in _lines(paragraph.runs):
            self._write_line(line, paragraph.is_centred)

    def _write_line(self, runs: list[Run], centred: bool) -> None:
        start, was_first_page = self.builder.length, self._is_first_page
        for text, look in runs:
            if text == _PAGE_TURN:
                self._begin_page()
                continue
            place = self.builder.length
            self.builder.add(text)
            if look.is_inserted and text.strip():
                self.builder.mark(PartKind.INSERTED, place)
        end = self.builder.length
        self.builder.add("\n")
        if end > start and was_first_page and len(self.builder.layout) < _MAX_LAYOUT_LINES:
            size, colour = _line_look(runs)
            self.builder.layout.append(LayoutLine(start, end, size=size, colour=colour, centred=centred))


def _lines(runs: list[Run]) -> Iterable[list[Run]]:
    """Split a paragraph at its line breaks."""
    line: list[Run] = []
    for text, look in runs:
        first, *others = text.split("\n")
        line.append((first, look))
        for other in others:
            yield line
            line = [(other, look)]
    yield line


def _joined_row(row: list[list[_Paragraph]]) -> _Paragraph:
    runs: list[Run] = []
    for number, cell in enumerate(row):
        if number:
            runs.append(("\t", PLAIN))
        filled = [paragraph for paragraph in cell if paragraph.text.strip()]
        for place, paragraph in enumerate(filled):
            if place:
                runs.append((" ", PLAIN))
            runs.extend((text.replace("\n", " ").replace("\t", " "), look) for text, look in paragraph.runs)
    return _Paragraph(runs, is_centred=False)


def _line_look(runs: list[Run]) -> tuple[float | None, Colour | None]:
    """The largest size in the line, and the colour that most of its characters have."""
    size: float | None = None
    weight: dict[Colour | None, int] = {}
    for text, look in runs:
        length = len(text.strip())
        if not length:
            continue
        weight[look.colour] = weight.get(look.colour, 0) + length
        if look.size is not None and (size is None or look.size > size):
            size = look.size
    return size, max(weight, key=lambda colour: weight[colour]) if weight else None

"""The stories of an RTF file: what was met on the way, kept until its place in the text is known."""

from dataclasses import dataclass, field

from app.domain.source import PartKind
from app.formats.read.paragraphs import Look, ParagraphWriter
from app.formats.reader import TextBuilder

_CELL, _ROW, _PAGE = "cell", "row", "page"


@dataclass(frozen=True, slots=True)
class _Paragraph:
    is_centred: bool
    is_in_table: bool


@dataclass(slots=True)
class Story:
    """Runs and marks of one stream of text; boxes stand where they are anchored."""

    kind: PartKind | None = None
    _events: "list[tuple[str, Look] | _Paragraph | str | Story]" = field(default_factory=list)

    def run(self, text: str, look: Look) -> None:
        """Append characters."""
        self._events.append((text, look))

    def end_paragraph(self, *, centred: bool, in_table: bool) -> None:
        """The paragraph ends."""
        self._events.append(_Paragraph(centred, in_table))

    def end_cell(self) -> None:
        """The cell ends."""
        self._events.append(_CELL)

    def end_row(self) -> None:
        """The row ends."""
        self._events.append(_ROW)

    def break_page(self) -> None:
        """A page begins."""
        self._events.append(_PAGE)

    def anchor(self, box: "Story") -> None:
        """A text box hangs here; it is written before the paragraph it hangs in."""
        self._events.append(box)

    def write(self, builder: TextBuilder) -> None:
        """Write the story to the end of the text, as a part unless it is the main one."""
        if self.kind is None:
            self._replay(builder, ParagraphWriter(builder))
            return
        if not any(isinstance(event, tuple) and event[0].strip() for event in self._events):
            return
        writer = ParagraphWriter(builder)
        if self.kind is not PartKind.TEXT_BOX:
            writer.stop_layout()
        with builder.part(self.kind):
            self._replay(builder, writer)

    def _replay(self, builder: TextBuilder, writer: ParagraphWriter) -> None:
        for event in self._events:
            if isinstance(event, tuple):
                writer.run(*event)
            elif isinstance(event, _Paragraph):
                writer.end_paragraph(centred=event.is_centred, in_table=event.is_in_table)
            elif isinstance(event, Story):
                writer.interrupt_table()
                event.write(builder)
            else:
                _MARKS[event](writer)
        writer.finish()


_MARKS = {_CELL: ParagraphWriter.end_cell, _ROW: ParagraphWriter.end_row, _PAGE: ParagraphWriter.break_page}

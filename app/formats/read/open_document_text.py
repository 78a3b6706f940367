"""The text of OpenDocument files, walked in reading order."""

import re
from dataclasses import dataclass, field

from lxml import etree

from app.domain.source import AsideKind, PartKind
from app.formats.read.open_document_styles import TEXT, StyleLook, Styles
from app.formats.read.paragraphs import Look, ParagraphWriter
from app.formats.read.whole_number import whole_number
from app.formats.read.zip_package import local_name, text_of
from app.formats.reader import TextBuilder

_TABLE = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"
_DEEPEST = 120
_MAX_REPEATED = 64
_CONTAINER_NAMES = (
    "text section list list-item list-header index-body table-of-content alphabetical-index user-index index-title"
    " body text-box page custom-shape rect ellipse g header footer header-left footer-left header-first footer-first"
    " note-body presentation frame polygon line connector path numbered-paragraph spreadsheet"
)
_ROW_GROUP_NAMES = "table-header-rows table-rows table-row-group"
_SKIPPED_NAMES = (
    "tracked-changes object object-ole plugin image title desc forms sequence-decls event-listeners"
    " variable-decls user-field-decls note-citation ruby-text bookmark-start alphabetical-index-source"
    " table-of-content-source creator date-string glue-point shapes annotation-end"
)
_CONTAINERS = frozenset(_CONTAINER_NAMES.split())
_ROW_GROUPS = frozenset(_ROW_GROUP_NAMES.split())
_SKIPPED = frozenset(_SKIPPED_NAMES.split())
_SHAPES = frozenset({"frame", "custom-shape", "rect", "ellipse", "polygon"})
_SIGNS = {"s": " ", "tab": "\t", "line-break": "\n"}
_NOTES = {"note": PartKind.FOOTNOTE, "annotation": PartKind.COMMENT}
_SPACES = re.compile(r"[ \t\r\n]+")


@dataclass(slots=True)
class OpenDocumentText:
    """Writes the elements of a body; notes and comments are kept for the end."""

    builder: TextBuilder
    styles: Styles
    insertions: frozenset[str] = frozenset()
    _notes: list[tuple[PartKind, "etree._Element"]] = field(default_factory=list)
    _open_insertions: set[str] = field(default_factory=set)
    _depth: int = 0

    def add_body(self, body: "etree._Element") -> None:
        """Append the main text and after it the notes and comments it refers to."""
        writer = ParagraphWriter(self.builder)
        self._blocks(writer, body, in_table=False)
        writer.finish()
        notes, self._notes = self._notes, []
        for kind, note in notes:
            self.add_part(kind, note)

    def add_part(self, kind: PartKind, element: "etree._Element", label: str = "") -> None:
        """Append what stands apart from the main text."""
        with self.builder.part(kind, label):
            writer = ParagraphWriter(self.builder)
            writer.stop_layout()
            self._blocks(writer, element, in_table=False)
            writer.finish()

    # blocks

    def _blocks(self, writer: ParagraphWriter, element: "etree._Element", *, in_table: bool) -> None:
        self._depth += 1
        for child in element if self._depth < _DEEPEST else ():
            self._block(writer, child, in_table=in_table)
        self._depth -= 1

    def _block(self, writer: ParagraphWriter, element: "etree._Element", *, in_table: bool) -> None:
        name = local_name(element)
        if name in {"p", "h"}:
            self._paragraph(writer, element, in_table=in_table)
        elif name == "table":
            self._table(writer, element, in_table=in_table)
        elif name == "soft-page-break":
            writer.break_page()
        elif name in _SHAPES:
            self._box(writer, element)
        elif name in _CONTAINERS:
            self._blocks(writer, element, in_table=in_table)
        elif name in {"change-start", "change-end"}:
            self._change(element, name)

    def _paragraph(self, writer: ParagraphWriter, element: "etree._Element", *, in_table: bool) -> None:
        shape = self.styles.look("paragraph", element.get(TEXT + "style-name", ""))
        if shape.begins_page and self.builder.length and not in_table:
            writer.break_page()
        self._inline(writer, element, shape)
        writer.end_paragraph(centred=bool(shape.is_centred), in_table=in_table)

    def _box(self, writer: ParagraphWriter, element: "etree._Element") -> None:
        """A text box is written before the paragraph it is anchored in."""
        if next(element.iter(TEXT + "p", TEXT + "h"), None) is None:
            return
        writer.interrupt_table()
        with self.builder.part(PartKind.TEXT_BOX):
            inner = ParagraphWriter(self.builder)
            self._blocks(inner, element, in_table=False)
            inner.finish()

    def _table(self, writer: ParagraphWriter, table: "etree._Element", *, in_table: bool) -> None:
        """A table inside a cell becomes part of that cell's text."""
        self._rows(writer, table, is_nested=in_table)
        if not in_table:
            writer.end_table()

    def _rows(self, writer: ParagraphWriter, element: "etree._Element", *, is_nested: bool) -> None:
        for child in element:
            name = local_name(child)
            if name in _ROW_GROUPS:
                self._rows(writer, child, is_nested=is_nested)
            elif name == "soft-page-break" and not is_nested:
                writer.break_page()
            elif name == "table-row":
                self._row(writer, child, is_nested=is_nested)

    def _row(self, writer: ParagraphWriter, row: "etree._Element", *, is_nested: bool) -> None:
        for cell in row.iterchildren(_TABLE + "table-cell"):
            self._blocks(writer, cell, in_table=True)
            if not is_nested:
                for _ in range(_repeated(cell)):
                    writer.end_cell()
        if not is_nested:
            writer.end_row()

    # inside a paragraph

    def _inline(self, writer: ParagraphWriter, element: "etree._Element", look: StyleLook) -> None:
        self._depth += 1
        self._text(writer, element.text, look)
        for child in element:
            if self._depth < _DEEPEST:
                self._piece(writer, child, look)
            self._text(writer, child.tail, look)
        self._depth -= 1

    def _piece(self, writer: ParagraphWriter, element: "etree._Element", look: StyleLook) -> None:
        name = local_name(element)
        if name == "span":
            self._inline(writer, element, _inherited(self.styles, element, look))
        elif name in _SIGNS:
            self._sign(writer, _SIGNS[name] * _count(element), look)
        elif name == "soft-page-break":
            writer.turn_page()
        elif name in _NOTES:
            self._notes.append((_NOTES[name], element))
        elif name in _SHAPES:
            self._box(writer, element)
        elif name in {"change-start", "change-end"}:
            self._change(element, name)
        elif name in {"hidden-text", "hidden-paragraph"}:
            self.builder.set_aside(AsideKind.HIDDEN, text_of(element))
        elif name and name not in _SKIPPED:
            self._inline(writer, element, look)

    def _change(self, element: "etree._Element", name: str) -> None:
        change = element.get(TEXT + "change-id", "")
        if name == "change-start" and change in self.insertions:
            self._open_insertions.add(change)
        else:
            self._open_insertions.discard(change)

    def _text(self, writer: ParagraphWriter, text: str | None, look: StyleLook) -> None:
        if text:
            self._sign(writer, _SPACES.sub(" ", text), look)

    def _sign(self, writer: ParagraphWriter, text: str, look: StyleLook) -> None:
        writer.run(
            text,
            Look(
                look.size,
                look.colour,
                is_hidden=bool(look.is_hidden),
                is_inserted=bool(self._open_insertions),
            ),
        )


def _inherited(styles: Styles, element: "etree._Element", outer: StyleLook) -> StyleLook:
    own = styles.look("text", element.get(TEXT + "style-name", ""))
    return StyleLook(
        own.size or outer.size,
        own.colour or outer.colour,
        own.is_hidden if own.is_hidden is not None else outer.is_hidden,
    )


def _count(element: "etree._Element") -> int:
    return min(whole_number(element.get(TEXT + "c"), 1), 1000)


def _repeated(cell: "etree._Element") -> int:
    return min(whole_number(cell.get(_TABLE + "number-columns-repeated"), 1), _MAX_REPEATED)

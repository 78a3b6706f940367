"""The text of one story of a Word document (body, header, note …), walked in reading order."""

from collections.abc import Iterator
from contextlib import contextmanager
from enum import Enum

from lxml import etree

from app.domain.source import AsideKind, PartKind
from app.formats.read.page_one import PageOne
from app.formats.read.word_boxes import Box, boxes_of
from app.formats.read.word_numbering import Numbering
from app.formats.read.word_styles import Look, Styles, W, is_on, value_of
from app.formats.read.word_symbols import control_check_box, form_check_box, symbol
from app.formats.read.zip_package import local_name, text_of
from app.formats.reader import TextBuilder

_CONTAINERS = frozenset({"sdt", "sdtContent", "customXml", "smartTag", "ins", "moveTo", "body"})
_INLINE = frozenset(
    {"hyperlink", "smartTag", "fldSimple", "customXml", "sdtContent", "dir", "bdo", "ruby", "rubyBase"}
)
_INSERTED = frozenset({"ins", "moveTo"})
_DELETED = frozenset({"del", "moveFrom"})
_PAGE_SECTIONS = frozenset({None, "nextPage", "oddPage", "evenPage"})
_DEEPEST = 60


class PageBreaks(Enum):
    """Which marks begin a page: those Word left when it last laid the document out, or, when there
    are none, the breaks a person set.
    """

    RENDERED = "rendered"
    SET = "set"


class StoryWalker:
    """Adds stories to a :class:`TextBuilder`, one after the other."""

    def __init__(
        self, builder: TextBuilder, styles: Styles, numbering: Numbering, breaks: PageBreaks
    ) -> None:
        self._builder = builder
        self._styles = styles
        self._numbering = numbering
        self._breaks: PageBreaks | None = breaks
        self._page_one = PageOne(builder)
        self._depth = 0
        self._row_depth = 0
        self._row_has_break = False
        self._look = Look()
        self._paragraph_properties: etree._Element | None = None
        self._hidden: list[str] = []
        self._deleted: list[str] = []

    def body(self, element: etree._Element) -> None:
        """The main story, with its page breaks; what comes after it is not on page one."""
        self._blocks(element)
        self._page_one.is_closed = True

    def story(self, element: etree._Element, kind: PartKind, label: str = "") -> None:
        """A header, footer, note or comment; page breaks in it mean nothing."""
        breaks, self._breaks = self._breaks, None
        with self._builder.part(kind, label):
            self._blocks(element)
        self._breaks = breaks

    def _blocks(self, element: etree._Element) -> None:
        with self._deeper() as is_too_deep:
            for child in element if not is_too_deep else ():
                name = local_name(child)
                if name == "p":
                    self._paragraph(child)
                elif name == "tbl":
                    with self._builder.part(PartKind.TABLE):
                        self._table(child)
                elif name in _CONTAINERS:
                    self._blocks(child)

    @contextmanager
    def _deeper(self) -> Iterator[bool]:
        """Guards the stack against documents nested without end."""
        self._depth += 1
        yield self._depth > _DEEPEST
        self._depth -= 1

    # paragraphs

    def _paragraph(self, paragraph: etree._Element) -> None:
        for box in boxes_of(paragraph):
            self._box(box)
        properties = paragraph.find(W + "pPr")
        if is_on(properties, "pageBreakBefore"):
            self._break_page(PageBreaks.SET)
        self._line(paragraph)
        self._builder.add("\n")
        self._end_line(properties)
        section = properties.find(W + "sectPr") if properties is not None else None
        if section is not None and value_of(section, "type") in _PAGE_SECTIONS:
            self._break_page(PageBreaks.SET)

    def _box(self, box: Box) -> None:
        with self._builder.part(PartKind.TEXT_BOX):
            if box.content is not None:
                self._blocks(box.content)
                return
            self._builder.add(box.text)
            self._page_one.piece(box.text, box.look.size, box.look.colour)
            self._builder.add("\n")
            self._page_one.end_line(is_centred=True)

    def _line(self, paragraph: etree._Element) -> None:
        """The paragraph without its end: list number, then runs."""
        properties = paragraph.find(W + "pPr")
        self._paragraph_properties = properties
        numbering = self._styles.numbering(properties)
        if numbering is not None:
            self._look = self._styles.look(
                properties.find(W + "rPr") if properties is not None else None, properties
            )
            self._text(self._numbering.label(*numbering))
        self._inline(paragraph)
        for kind, pieces in ((AsideKind.HIDDEN, self._hidden), (AsideKind.DELETED, self._deleted)):
            self._builder.set_aside(kind, "".join(pieces))
            pieces.clear()

    def _end_line(self, properties: etree._Element | None) -> None:
        self._page_one.end_line(is_centred=self._styles.is_centred(properties))

    # tables: a row is a line, its cells are separated by a tab

    def _table(self, table: etree._Element) -> None:
        for row in _rows(table):
            cells = list(_cells(row))
            if is_on(row.find(W + "trPr"), "hidden"):
                self._builder.set_aside(AsideKind.HIDDEN, "\t".join(text_of(c, W + "t") for c in cells))
            elif len(cells) == 1 and not self._row_depth:
                self._blocks(cells[0])
            elif self._row_depth:
                self._cells(cells, " ")
                self._text(" ")
            else:
                self._row(cells)

    def _row(self, cells: list[etree._Element]) -> None:
        for cell in cells:
            for paragraph in cell.iterfind(W + "p"):
                for box in boxes_of(paragraph):
                    self._box(box)
        self._row_depth += 1
        self._row_has_break = False
        self._cells(cells, "\t")
        self._row_depth -= 1
        self._builder.add("\n")
        self._end_line(self._paragraph_properties)

    def _cells(self, cells: list[etree._Element], separator: str) -> None:
        for number, cell in enumerate(cells):
            if number:
                self._builder.add(separator)
            self._cell(cell)

    def _cell(self, cell: etree._Element) -> None:
        with self._deeper() as is_too_deep:
            is_first = True
            for child in cell if not is_too_deep else ():
                name = local_name(child)
                if name not in {"p", "tbl", *_CONTAINERS}:
                    continue
                if not is_first and (name == "tbl" or next(child.iter(W + "t"), None) is not None):
                    self._builder.add(" ")
                is_first = False
                if name == "p":
                    self._line(child)
                elif name == "tbl":
                    self._table(child)
                else:
                    self._cell(child)

    # runs

    def _inline(self, element: etree._Element) -> None:
        with self._deeper() as is_too_deep:
            for child in element if not is_too_deep else ():
                name = local_name(child)
                if name == "r":
                    self._run(child)
                elif name in _INSERTED:
                    with self._builder.part(PartKind.INSERTED):
                        self._inline(child)
                elif name in _DELETED:
                    self._deleted.append(text_of(child, W + "delText", W + "t"))
                elif name == "sdt":
                    self._control(child)
                elif name in _INLINE:
                    self._inline(child)
                elif name in {"oMath", "oMathPara"}:
                    self._text(text_of(child, "{*}t"))

    def _control(self, control: etree._Element) -> None:
        box = control_check_box(control)
        content = control.find(W + "sdtContent")
        if box:
            self._text(box)
        elif content is not None:
            self._inline(content)

    def _run(self, run: etree._Element) -> None:
        self._look = self._styles.look(run.find(W + "rPr"), self._paragraph_properties)
        for child in run:
            name = local_name(child)
            if name == "t":
                self._text(child.text or "")
            elif name == "br":
                self._break(child)
            elif name == "lastRenderedPageBreak":
                self._break_page(PageBreaks.RENDERED)
            elif name == "delText":
                self._deleted.append(child.text or "")
            elif name == "ruby":
                self._inline(child)
            else:
                self._text(self._sign(name, child))

    def _sign(self, name: str, element: etree._Element) -> str:
        if name in {"tab", "ptab"}:
            return " " if self._row_depth else "\t"
        if name == "cr":
            return self._newline
        if name == "sym":
            return symbol(element)
        if name == "fldChar":
            return form_check_box(element)
        return "-" if name == "noBreakHyphen" else ""

    @property
    def _newline(self) -> str:
        return " " if self._row_depth else "\n"

    def _break(self, element: etree._Element) -> None:
        if element.get(W + "type") != "page":
            self._text(self._newline)
            return
        if self._builder.length and not self._row_depth:
            self._text("\n")
        self._break_page(PageBreaks.SET)

    def _break_page(self, kind: PageBreaks) -> None:
        if self._breaks is not kind or (self._row_depth and self._row_has_break):
            return
        self._row_has_break = True
        starts = self._builder.page_starts
        if starts and starts[-1] < self._builder.length:
            self._builder.start_page()

    def _text(self, text: str) -> None:
        if not text:
            return
        if self._look.is_hidden:
            self._hidden.append(text)
            return
        text = text.replace("\n", " ") if text != "\n" else text
        self._builder.add(text)
        if text == "\n":
            self._end_line(self._paragraph_properties)
        else:
            self._page_one.piece(text, self._look.size, self._look.colour)


def _rows(table: etree._Element) -> Iterator[etree._Element]:
    for child in table:
        name = local_name(child)
        if name == "tr":
            yield child
        elif name in _CONTAINERS:
            yield from _rows(child)


def _cells(row: etree._Element) -> Iterator[etree._Element]:
    for child in row:
        name = local_name(child)
        if name == "tc":
            yield child
        elif name in _CONTAINERS:
            yield from _cells(child)

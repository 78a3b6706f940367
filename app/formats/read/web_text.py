"""The text of a web page's tree: lines, tables, the metadata block, what is hidden."""

import re
from dataclasses import dataclass, field, replace
from itertools import islice

from lxml import etree

from app.domain.source import AsideKind, LayoutLine, PartKind
from app.formats.read.web_metadata import is_metadata_block
from app.formats.read.web_style import Style, style_of
from app.formats.reader import TextBuilder

_DROPPED_NAMES = (
    "script style noscript template title nav footer iframe frame object applet embed button select option textarea"
    " svg canvas map audio video datalist math"
)
_BLOCKS_NAMES = (
    "address article aside blockquote body caption center dd details div dl dt fieldset figure figcaption form h1 h2"
    " h3 h4 h5 h6 header hr html legend li main menu ol p pre section summary table tbody td tfoot th thead tr ul"
)
_NAVIGATION_NAMES = (
    "nav navbar navigation menu mainmenu submenu breadcrumb breadcrumbs crumb crumbs footer foot sidebar share pager"
    " friendlink friendlinks copyright topbar toolbar bdsharebuttonbox"
)
_DROPPED = frozenset(_DROPPED_NAMES.split())
_BLOCKS = frozenset(_BLOCKS_NAMES.split())
_NAVIGATION = frozenset(_NAVIGATION_NAMES.split())
_PLAIN = Style()
_MAX_DEPTH = 200
_MAX_LAYOUT_LINES = 80
_LONG_CELL = 400
_SPACES = re.compile(r"[ \t\n\r\f]+")
_BREAK_BETWEEN_HAN = re.compile(
    r"(?<=[\u3000-\u9fff\uff00-\uffef])[ \t]*[\n\r]+[ \t\n\r]*(?=[\u3000-\u9fff\uff00-\uffef])"
)


@dataclass(slots=True)
class PageText:
    """Walks a tree and appends lines to a builder.

    A table with several short cells in a row is data: a row is a line, cells are separated by tabs.
    A table that only arranges the page (old sites) is read cell after cell.
    """

    builder: TextBuilder
    _line: list[str] = field(default_factory=list)
    _line_style: Style = _PLAIN
    _cell_depth: int = 0
    _in_metadata: bool = False

    def add(self, root: "etree._Element") -> None:
        """Append the text below ``root``."""
        self._element(root, _PLAIN, 0)
        self._end_line()

    def _element(self, element: "etree._Element", outer: Style, depth: int) -> None:
        tag = element.tag
        if not isinstance(tag, str) or tag in _DROPPED or _is_navigation(element):
            return
        style = style_of(element, outer)
        if style.is_hidden or tag == "del":
            self.builder.set_aside(
                AsideKind.DELETED if tag == "del" else AsideKind.HIDDEN, _all_text(element)
            )
        elif depth > _MAX_DEPTH:
            self._inline(_all_text(element), style)
        elif not self._in_metadata and not self._cell_depth and is_metadata_block(element):
            self._metadata(element, style, depth)
        else:
            self._visible(element, tag, style, depth)

    def _visible(self, element: "etree._Element", tag: str, style: Style, depth: int) -> None:
        if tag == "br":
            self._break()
        elif tag == "table" and _is_data_table(element):
            self._table(element, style, depth)
        elif tag in _BLOCKS:
            self._end_line()
            self._children(
                element, replace(style, is_preformatted=style.is_preformatted or tag == "pre"), depth
            )
            self._end_line()
        else:
            self._children(element, style, depth)

    def _children(self, element: "etree._Element", style: Style, depth: int) -> None:
        self._inline(element.text, style)
        for child in element:
            self._element(child, style, depth + 1)
            self._inline(child.tail, style)

    def _inline(self, text: str | None, style: Style) -> None:
        if not text:
            return
        if style.is_preformatted and not self._cell_depth:
            lines = text.replace("\r\n", "\n").split("\n")
            for line in lines[:-1]:
                self._line.append(line)
                self._end_line(keep=True)
            self._line.append(lines[-1])
            return
        if text.strip(" \t\r\n\f"):
            self._line_style = self._line_style.larger(style)
        self._line.append(text)

    def _break(self) -> None:
        if self._cell_depth:
            self._line.append(" ")
        else:
            self._end_line()

    def _end_line(self, *, keep: bool = False) -> None:
        """Write the collected line; blank ones are dropped unless the page is preformatted."""
        if self._cell_depth:
            self._line.append(" ")
            return
        line = "".join(self._line) if keep else _squeezed("".join(self._line))
        style, self._line, self._line_style = self._line_style, [], _PLAIN
        if not keep and not line.strip():
            return
        start, end = self.builder.add_line(line)
        if len(self.builder.layout) < _MAX_LAYOUT_LINES and not self._in_metadata:
            self.builder.layout.append(
                LayoutLine(start, end, size=style.size, colour=style.colour, centred=style.is_centred)
            )

    def _table(self, table: "etree._Element", style: Style, depth: int) -> None:
        self._end_line()
        if self._in_metadata:
            self._rows(table, style, depth)
            return
        with self.builder.part(PartKind.TABLE):
            self._rows(table, style, depth)

    def _rows(self, table: "etree._Element", style: Style, depth: int) -> None:
        for row in table.iter("tr"):
            cells = [self._cell(cell, style, depth) for cell in row if cell.tag in {"td", "th"}]
            if any(cells):
                self.builder.add_line("\t".join(cells))

    def _cell(self, cell: "etree._Element", style: Style, depth: int) -> str:
        self._line, self._cell_depth = [], self._cell_depth + 1
        self._children(cell, style_of(cell, style), depth + 2)
        text, self._line, self._cell_depth = "".join(self._line), [], self._cell_depth - 1
        self._line_style = _PLAIN
        return _squeezed(text).strip(" ")

    def _metadata(self, element: "etree._Element", style: Style, depth: int) -> None:
        self._end_line()
        self._in_metadata = True
        with self.builder.part(PartKind.WEB_METADATA):
            self._visible(element, str(element.tag), style, depth)
            self._end_line()
        self._in_metadata = False


def _squeezed(text: str) -> str:
    """White space as a browser shows it; a line break between two Han characters is none."""
    return _SPACES.sub(" ", _BREAK_BETWEEN_HAN.sub("", text.strip(" \t\r\n\f"))).replace("\xa0", " ")


def _all_text(element: "etree._Element") -> str:
    return _squeezed("".join(map(str, element.itertext())))


def _is_navigation(element: "etree._Element") -> bool:
    """Blocks whose very name says that they lead through the site; long ones are kept to be safe."""
    names = f"{element.get('class', '')} {element.get('id', '')}".lower().split()
    if element.get("role") != "navigation" and not _NAVIGATION.intersection(names):
        return False
    return sum(len(text.strip()) for text in islice(element.itertext(), 400)) < 1000


def _is_data_table(table: "etree._Element") -> bool:
    """Whether the cells are data and not parts of the page's arrangement."""
    if next(table.iterdescendants("table"), None) is not None:
        return False
    widths = [sum(cell.tag in {"td", "th"} for cell in row) for row in islice(table.iter("tr"), 50)]
    if max(widths, default=0) < 2:
        return False
    return not any(_is_article(cell) for cell in islice(table.iter("td"), 500))


def _is_article(cell: "etree._Element") -> bool:
    length = sum(len(text) for text in islice(cell.itertext(), 2000))
    return length > _LONG_CELL and sum(1 for _ in islice(cell.iter("p", "br", "div", "h1", "h2"), 5)) >= 4

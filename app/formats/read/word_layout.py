"""The page format of a Word document in OOXML: paper, margins, and every paragraph's font and place."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import BinaryIO

from lxml import etree

from app.formats import refusals
from app.formats.page_format import MM_PER_POINT, Alignment, FormatLine, Margins, PageFormat
from app.formats.read.hanzi import is_han
from app.formats.read.word_styles import Styles, W, value_of
from app.formats.read.zip_package import ZipPackage

_A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
_MM_PER_TWIP = MM_PER_POINT / 20
_ALIGNMENTS = {
    "center": Alignment.CENTRE,
    "right": Alignment.RIGHT,
    "end": Alignment.RIGHT,
    "both": Alignment.JUSTIFIED,
    "distribute": Alignment.JUSTIFIED,
}
_GONE = frozenset({W + "del", W + "moveFrom", _FALLBACK})


@dataclass(frozen=True, slots=True)
class _Run:
    text: str
    font: str | None
    size: float
    colour: tuple[int, int, int]


def read_page_format(stream: BinaryIO) -> PageFormat:
    """The page format; of several sections the first one's paper and margins.

    Raises:
        UnreadableError: damaged, encrypted or too large.
    """
    with ZipPackage(stream) as package:
        return _Layout(package).page_format()


class _Layout:
    def __init__(self, package: ZipPackage) -> None:
        self._package = package
        related = package.related("")
        self._name = next(
            (part for kind, part in related.values() if kind == "officeDocument"), "word/document.xml"
        )
        self._root = package.xml(self._name)
        self._related = package.related(self._name)
        styles = package.xml_if_there(self._target("styles"))
        self._styles = Styles(styles)
        self._fonts = _Fonts(styles, package.xml_if_there(self._target("theme")))

    def _target(self, kind: str) -> str | None:
        return next((part for found, part in self._related.values() if found == kind), None)

    def page_format(self) -> PageFormat:
        body = self._root.find(W + "body")
        if body is None:
            raise refusals.damaged()
        sections = list(self._root.iter(W + "sectPr"))
        return PageFormat(
            size=_paper(sections),
            margins=_margins(sections),
            lines=tuple(self._lines(body)),
            footers=tuple(self._footers()),
        )

    def _footers(self) -> Iterator[FormatLine]:
        for kind, part in self._related.values():
            root = self._package.xml_if_there(part) if kind == "footer" else None
            for line in self._lines(root) if root is not None else ():
                if any(character.isdigit() for character in line.text):
                    yield line

    def _lines(self, root: etree._Element) -> Iterator[FormatLine]:
        for paragraph in _paragraphs(root):
            yield from self._paragraph_lines(paragraph)

    def _paragraph_lines(self, paragraph: etree._Element) -> Iterator[FormatLine]:
        properties = paragraph.find(W + "pPr")
        lines: list[list[_Run]] = [[]]
        for run in _runs(paragraph):
            for piece in self._pieces(run, properties):
                if piece is None:
                    lines.append([])
                else:
                    lines[-1].append(piece)
        in_table = next(paragraph.iterancestors(W + "tc"), None) is not None
        for number, runs in enumerate(lines):
            yield self._line(runs, properties, is_first=number == 0, in_table=in_table)

    def _pieces(self, run: etree._Element, paragraph: etree._Element | None) -> Iterator[_Run | None]:
        properties = run.find(W + "rPr")
        look = self._styles.look(properties, paragraph)
        if look.is_hidden:
            return
        font = self._fonts.font(properties, self._styles, paragraph)
        for child in run:
            if child.tag == W + "t":
                first, *others = (child.text or "").split("\n")
                yield _Run(first, font, look.size, look.colour)
                for other in others:
                    yield None
                    yield _Run(other, font, look.size, look.colour)
            elif child.tag == W + "tab":
                yield _Run("\t", font, look.size, look.colour)
            elif child.tag in {W + "br", W + "cr"} and child.get(W + "type") != "page":
                yield None

    def _line(
        self, runs: Sequence[_Run], paragraph: etree._Element | None, *, is_first: bool, in_table: bool
    ) -> FormatLine:
        main = _main_run(runs)
        return FormatLine(
            text="".join(run.text for run in runs),
            font=main.font if main else None,
            size=main.size if main else None,
            colour=main.colour if main else (0, 0, 0),
            alignment=self._alignment(paragraph),
            first_indent=self._first_indent(paragraph, main.size if main else 16.0) if is_first else None,
            is_in_table=in_table,
        )

    def _alignment(self, paragraph: etree._Element | None) -> Alignment:
        for source in self._styles.paragraph_sources(paragraph):
            if value := value_of(source, "jc"):
                return _ALIGNMENTS.get(value, Alignment.LEFT)
        return Alignment.LEFT

    def _first_indent(self, paragraph: etree._Element | None, size: float) -> float:
        """First-line and left indent in points; indents in characters count before those in twips."""
        total = 0.0
        for plain, characters in (("firstLine", "firstLineChars"), ("left", "leftChars")):
            total += self._indent(paragraph, plain, characters, size)
        return total

    def _indent(self, paragraph: etree._Element | None, plain: str, characters: str, size: float) -> float:
        for source in self._styles.paragraph_sources(paragraph):
            indent = source.find(W + "ind")
            if indent is None:
                continue
            if (value := _number(indent.get(W + characters))) is not None:
                return value / 100 * size
            if (value := _number(indent.get(W + plain))) is not None:
                return value / 20
        return 0.0


class _Fonts:
    """Which font the Chinese characters of a run are printed in."""

    def __init__(self, styles: etree._Element | None, theme: etree._Element | None) -> None:
        self._theme = {"major": _theme_font(theme, "majorFont"), "minor": _theme_font(theme, "minorFont")}
        defaults = styles.find(f"{W}docDefaults/{W}rPrDefault/{W}rPr") if styles is not None else None
        self._default = self._own(defaults)

    def font(
        self, run: etree._Element | None, styles: Styles, paragraph: etree._Element | None
    ) -> str | None:
        for properties in (run, *styles.run_sources(run, paragraph)):
            if name := self._own(properties):
                return name
        return self._default

    def _own(self, properties: etree._Element | None) -> str | None:
        fonts = properties.find(W + "rFonts") if properties is not None else None
        if fonts is None:
            return None
        theme = fonts.get(W + "eastAsiaTheme")
        return self._theme.get((theme or "")[:5]) or fonts.get(W + "eastAsia")


def _theme_font(theme: etree._Element | None, kind: str) -> str | None:
    fonts = next(theme.iter(_A + kind), None) if theme is not None else None
    if fonts is None:
        return None
    scripts = (item for item in fonts.iter(_A + "font") if item.get("script") == "Hans")
    east = fonts.find(_A + "ea")
    named = east.get("typeface") if east is not None else None
    return named or next((item.get("typeface") for item in scripts), None)


def _paragraphs(root: etree._Element) -> Iterator[etree._Element]:
    """Paragraphs in reading order; a paragraph with a text box comes before what the box holds."""
    for paragraph in root.iter(W + "p"):
        if not any(ancestor.tag in _GONE for ancestor in paragraph.iterancestors()):
            yield paragraph


def _runs(paragraph: etree._Element) -> Iterator[etree._Element]:
    for run in paragraph.iter(W + "r"):
        ancestors = list(run.iterancestors())
        owner = next((item for item in ancestors if item.tag == W + "p"), None)
        if owner is paragraph and not any(item.tag in _GONE for item in ancestors):
            yield run


def _main_run(runs: Sequence[_Run]) -> _Run | None:
    """A run that looks as most Chinese characters of the line do, else as most characters."""
    for counts in (is_han, str.isprintable):
        weight: dict[tuple[str | None, float, tuple[int, int, int]], int] = {}
        for run in runs:
            length = sum(counts(character) and not character.isspace() for character in run.text)
            if length:
                look = (run.font, run.size, run.colour)
                weight[look] = weight.get(look, 0) + length
        if weight:
            font, size, colour = max(weight, key=lambda look: weight[look])
            return _Run("", font, size, colour)
    return None


def _paper(sections: Sequence[etree._Element]) -> tuple[float, float]:
    for section in sections:
        size = section.find(W + "pgSz")
        if size is not None:
            width, height = (_number(size.get(W + key)) or 0.0 for key in ("w", "h"))
            return width * _MM_PER_TWIP, height * _MM_PER_TWIP
    return 0.0, 0.0


def _margins(sections: Sequence[etree._Element]) -> Margins | None:
    for section in sections:
        found = section.find(W + "pgMar")
        if found is not None:
            sides = (_number(found.get(W + side)) or 0.0 for side in ("top", "right", "bottom", "left"))
            top, right, bottom, left = (abs(side) * _MM_PER_TWIP for side in sides)
            gutter = (_number(found.get(W + "gutter")) or 0.0) * _MM_PER_TWIP
            return Margins(top, right, bottom, left + gutter)
    return None


def _number(value: str | None) -> float | None:
    try:
        return float(value) if value else None
    except ValueError:
        return None

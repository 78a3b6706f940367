"""What a run of a Word document looks like: own properties, style chain, document defaults."""

from collections.abc import Iterator
from dataclasses import dataclass

from lxml import etree

from app.formats.read.whole_number import whole_number

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
DEFAULT_SIZE = 10.0
_BLACK = (0, 0, 0)
_CENTRED = frozenset({"center", "distribute", "thaiDistribute"})
_LONGEST_CHAIN = 20


@dataclass(frozen=True, slots=True)
class Look:
    """Font size in points, colour as (red, green, blue), and whether the run is hidden."""

    size: float = DEFAULT_SIZE
    colour: tuple[int, int, int] = _BLACK
    is_hidden: bool = False


def value_of(element: etree._Element | None, child: str) -> str | None:
    """The ``w:val`` of a child; an empty string when the child has none."""
    found = element.find(W + child) if element is not None else None
    return found.get(W + "val", "") if found is not None else None


def is_on(element: etree._Element | None, child: str) -> bool | None:
    """A switch that is on, off, or not mentioned."""
    value = value_of(element, child)
    return None if value is None else value not in {"0", "false", "off", "none"}


class Styles:
    """The styles part of a document."""

    def __init__(self, root: etree._Element | None) -> None:
        self._styles: dict[str, etree._Element] = {}
        self._default_paragraph: str | None = None
        self._run_defaults: etree._Element | None = None
        self._paragraph_defaults: etree._Element | None = None
        self._chains: dict[str | None, list[etree._Element]] = {}
        self._paragraph_properties: dict[str | None, list[etree._Element]] = {}
        self._looks: dict[tuple[str | None, str | None], Look] = {}
        if root is not None:
            self._load(root)

    def _load(self, root: etree._Element) -> None:
        self._run_defaults = root.find(f"{W}docDefaults/{W}rPrDefault/{W}rPr")
        self._paragraph_defaults = root.find(f"{W}docDefaults/{W}pPrDefault/{W}pPr")
        for style in root.iterfind(W + "style"):
            name = style.get(W + "styleId", "")
            self._styles[name] = style
            is_default = style.get(W + "default") in {"1", "true", "on"}
            if is_default and style.get(W + "type") == "paragraph":
                self._default_paragraph = name

    def _chain(self, name: str | None) -> list[etree._Element]:
        """A style and those it is based on, nearest first."""
        if name not in self._chains:
            self._chains[name] = list(self._followed(name))
        return self._chains[name]

    def _followed(self, name: str | None) -> Iterator[etree._Element]:
        for _ in range(_LONGEST_CHAIN):
            style = self._styles.get(name or "")
            if style is None:
                return
            yield style
            name = value_of(style, "basedOn")

    def look(self, run: etree._Element | None, paragraph: etree._Element | None) -> Look:
        """How a run looks, from its own ``w:rPr`` and the ``w:pPr`` of its paragraph."""
        names = (value_of(run, "rStyle"), value_of(paragraph, "pStyle") or self._default_paragraph)
        if names not in self._looks:
            self._looks[names] = self._look_of_styles(names)
        return _laid_over(self._looks[names], run)

    def _look_of_styles(self, names: tuple[str | None, str | None]) -> Look:
        look = _laid_over(Look(), self._run_defaults)
        for name in reversed(names):
            for style in reversed(self._chain(name)):
                look = _laid_over(look, style.find(W + "rPr"))
        return look

    def is_centred(self, paragraph: etree._Element | None) -> bool:
        """Whether a paragraph stands in the middle of the line or is spread over it."""
        for source in self._sources(paragraph):
            alignment = value_of(source, "jc")
            if alignment:
                return alignment in _CENTRED
        return value_of(self._paragraph_defaults, "jc") in _CENTRED

    def numbering(self, paragraph: etree._Element | None) -> tuple[str, int] | None:
        """List id and level of a paragraph that is numbered by itself or by its style."""
        level: str | None = None
        for source in self._sources(paragraph):
            properties = source.find(W + "numPr")
            level = level or value_of(properties, "ilvl")
            number = value_of(properties, "numId")
            if number:
                return (number, whole_number(level, 0)) if number != "0" else None
        return None

    def paragraph_sources(self, paragraph: etree._Element | None) -> Iterator[etree._Element]:
        """The paragraph properties that apply, nearest first, the document's defaults last."""
        yield from self._sources(paragraph)
        if self._paragraph_defaults is not None:
            yield self._paragraph_defaults

    def run_sources(
        self, run: etree._Element | None, paragraph: etree._Element | None
    ) -> Iterator[etree._Element]:
        """The run properties of the styles that apply to a run, nearest first."""
        for name in (value_of(run, "rStyle"), value_of(paragraph, "pStyle") or self._default_paragraph):
            found = (style.find(W + "rPr") for style in self._chain(name))
            yield from (item for item in found if item is not None)

    def _sources(self, paragraph: etree._Element | None) -> Iterator[etree._Element]:
        """The paragraph properties that apply: its own, then those of its style and its bases."""
        if paragraph is not None:
            yield paragraph
        name = value_of(paragraph, "pStyle") or self._default_paragraph
        if name not in self._paragraph_properties:
            found = (style.find(W + "pPr") for style in self._chain(name))
            self._paragraph_properties[name] = [item for item in found if item is not None]
        yield from self._paragraph_properties[name]


def _laid_over(look: Look, properties: etree._Element | None) -> Look:
    if properties is None or not len(properties):
        return look
    size = _size(value_of(properties, "sz"))
    colour = parse_colour(value_of(properties, "color"))
    hidden = is_on(properties, "vanish")
    return Look(
        size if size is not None else look.size,
        colour if colour is not None else look.colour,
        hidden if hidden is not None else look.is_hidden,
    )


def _size(half_points: str | None) -> float | None:
    try:
        return float(half_points) / 2 if half_points else None
    except ValueError:
        return None


def parse_colour(value: str | None) -> tuple[int, int, int] | None:
    """``FF0000``, ``#ff0000``, ``red`` or ``auto`` (which prints black) as (red, green, blue)."""
    text = (value or "").strip().lstrip("#").lower()
    if text in {"auto", "black"}:
        return _BLACK
    if text == "red":
        return (255, 0, 0)
    try:
        number = int(text[:6], 16) if len(text) >= 6 else -1
    except ValueError:
        return None
    return (number >> 16, number >> 8 & 255, number & 255) if number >= 0 else None

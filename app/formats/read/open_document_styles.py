"""Styles of OpenDocument files: what a style name means once its ancestors are asked."""

import re
from dataclasses import dataclass, field, replace

from lxml import etree

from app.formats.read.paragraphs import Colour

STYLE = "{urn:oasis:names:tc:opendocument:xmlns:style:1.0}"
FO = "{urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0}"
TEXT = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
PRESENTATION = "{urn:oasis:names:tc:opendocument:xmlns:presentation:1.0}"
_DEEPEST = 20
_POINTS = re.compile(r"([\d.]{1,8})pt$")


@dataclass(frozen=True, slots=True)
class StyleLook:
    """What a style says; ``None`` where it says nothing."""

    size: float | None = None
    colour: Colour | None = None
    is_hidden: bool | None = None
    is_centred: bool | None = None
    begins_page: bool = False


@dataclass(slots=True)
class Styles:
    """All styles of a document by family and name."""

    _elements: dict[tuple[str, str], "etree._Element"] = field(default_factory=dict)
    _looks: dict[tuple[str, str], StyleLook] = field(default_factory=dict)

    def add(self, root: "etree._Element | None") -> None:
        """Learn the styles of a part; those of the content stand above those of the style sheet."""
        if root is None:
            return
        for element in root.iter(STYLE + "style", STYLE + "default-style"):
            key = (element.get(STYLE + "family", ""), element.get(STYLE + "name", ""))
            self._elements[key] = element

    def look(self, family: str, name: str) -> StyleLook:
        """The look of a style with all it inherits."""
        key = (family, name)
        if key not in self._looks:
            found = StyleLook()
            for element in self._chain(family, name):
                found = _laid_over(found, element)
            own = self._elements.get(key)
            self._looks[key] = replace(found, begins_page=own is not None and _begins_page(own))
        return self._looks[key]

    def _chain(self, family: str, name: str) -> list["etree._Element"]:
        """The style's ancestors and itself, the most general first."""
        chain: list[etree._Element] = []
        while name and len(chain) < _DEEPEST:
            element = self._elements.get((family, name))
            if element is None:
                break
            chain.append(element)
            name = element.get(STYLE + "parent-style-name", "")
        default = self._elements.get((family, ""))
        return ([default] if default is not None and family == "paragraph" else []) + chain[::-1]


def _laid_over(base: StyleLook, element: "etree._Element") -> StyleLook:
    for child in element:
        if child.tag == STYLE + "text-properties":
            base = _text_laid_over(base, child)
        elif child.tag == STYLE + "paragraph-properties":
            align = child.get(FO + "text-align")
            base = replace(base, is_centred=align == "center") if align else base
        elif child.tag == STYLE + "drawing-page-properties":
            base = replace(base, is_hidden=child.get(PRESENTATION + "visibility") == "hidden")
    return base


def _text_laid_over(base: StyleLook, properties: "etree._Element") -> StyleLook:
    size = _points(properties.get(STYLE + "font-size-asian")) or _points(properties.get(FO + "font-size"))
    display = properties.get(TEXT + "display")
    return replace(
        base,
        size=size or base.size,
        colour=_colour(properties.get(FO + "color")) or base.colour,
        is_hidden=display == "none" if display else base.is_hidden,
    )


def _points(value: str | None) -> float | None:
    found = _POINTS.match(value or "")
    try:
        return float(found[1]) if found else None
    except ValueError:
        return None


def _colour(value: str | None) -> Colour | None:
    if not value or not re.fullmatch(r"#[0-9a-fA-F]{6}", value):
        return None
    return (int(value[1:3], 16), int(value[3:5], 16), int(value[5:7], 16))


def _begins_page(element: "etree._Element") -> bool:
    if element.get(STYLE + "master-page-name"):
        return True
    properties = element.find(STYLE + "paragraph-properties")
    return properties is not None and properties.get(FO + "break-before") == "page"

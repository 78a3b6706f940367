"""Text boxes and WordArt that are anchored in a paragraph of a Word document.

Red heads often stand in one. They are stored twice, for new and for old versions of Word
(``mc:Choice`` and ``mc:Fallback``); only one of the two is read.
"""

import re
from dataclasses import dataclass

from lxml import etree

from app.formats.read.whole_number import whole_number
from app.formats.read.word_styles import Look, W, parse_colour

_CONTENT = W + "txbxContent"
_MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_VML = "{urn:schemas-microsoft-com:vml}"
_WP = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
_WORD_ART = _VML + "textpath"
_TOP = re.compile(r"(?:^|;)\s*(?:margin-)?top\s*:\s*(-?[\d.]+)(pt|mm|cm|in)?")
_FONT_SIZE = re.compile(r"font-size\s*:\s*([\d.]+)pt")
_POINTS = {"pt": 1.0, "mm": 72 / 25.4, "cm": 72 / 2.54, "in": 72.0}
_EMU_PER_POINT = 12_700


@dataclass(frozen=True, slots=True)
class Box:
    """A text box (``content`` holds its paragraphs) or WordArt (``text`` and how it looks)."""

    content: etree._Element | None
    text: str
    look: Look
    reference: str
    top: float


def boxes_of(paragraph: etree._Element) -> list[Box]:
    """The boxes anchored in a paragraph, from top to bottom where that is known."""
    found = [
        _box(element, paragraph)
        for element in paragraph.iter(_CONTENT, _WORD_ART)
        if _is_shown(element, paragraph)
    ]
    if len({box.reference for box in found}) == 1:
        found.sort(key=lambda box: box.top)
    return found


def _is_shown(element: etree._Element, paragraph: etree._Element) -> bool:
    """Not inside another box, not deleted, and not the copy made for old versions."""
    for outer in element.iterancestors():
        if outer is paragraph:
            return True
        if outer.tag in {_CONTENT, W + "del", W + "moveFrom"}:
            return False
        if outer.tag == _MC + "Fallback":
            choice = outer.getparent()
            first = choice.find(_MC + "Choice") if choice is not None else None
            if first is not None and next(first.iter(_CONTENT), None) is not None:
                return False
    return True


def _box(element: etree._Element, paragraph: etree._Element) -> Box:
    reference, top = _position(element, paragraph)
    if element.tag == _CONTENT:
        return Box(element, "", Look(), reference, top)
    shape = element.getparent()
    size = _FONT_SIZE.search(element.get("style", ""))
    colour = parse_colour((shape.get("fillcolor", "") if shape is not None else "").split(" ")[0])
    look = Look(float(size[1]) if size else 36.0, colour or (0, 0, 0))
    return Box(None, element.get("string", ""), look, reference, top)


def _position(element: etree._Element, paragraph: etree._Element) -> tuple[str, float]:
    for outer in element.iterancestors():
        if outer is paragraph:
            break
        if outer.tag == _WP + "anchor":
            vertical = outer.find(_WP + "positionV")
            offset = vertical.findtext(_WP + "posOffset") if vertical is not None else None
            if vertical is not None and offset:
                sign = -1 if offset.strip().startswith("-") else 1
                distance = sign * whole_number(offset.strip().lstrip("-"), 0)
                return vertical.get("relativeFrom", ""), distance / _EMU_PER_POINT
        top = _TOP.search(outer.get("style", "")) if str(outer.tag).startswith(_VML) else None
        if top:
            return "vml", float(top[1]) * _POINTS.get(top[2] or "pt", 1.0)
    return "unknown", 0.0

"""What the inline styles of a web page say about size, colour, centring and hiding."""

import re
from dataclasses import dataclass, replace

from lxml import etree

_HIDDEN = re.compile(r"(?:display\s*:\s*none|visibility\s*:\s*hidden|mso-hide\s*:\s*all)", re.IGNORECASE)
_SIZE = re.compile(r"font-size\s*:\s*([\d.]{1,8})\s*(pt|px)", re.IGNORECASE)
_COLOUR = re.compile(r"(?<![-\w])color\s*:\s*([^;]{1,40})", re.IGNORECASE)
_CENTRED = re.compile(r"text-align\s*:\s*center", re.IGNORECASE)
_RGB = re.compile(r"rgba?\(\s*(\d{1,3})[,\s]+(\d{1,3})[,\s]+(\d{1,3})", re.IGNORECASE)
_HEX = re.compile(r"#?([0-9a-f]{6}|[0-9a-f]{3})$", re.IGNORECASE)
_NAMED = {
    "red": (255, 0, 0),
    "crimson": (220, 20, 60),
    "darkred": (139, 0, 0),
    "black": (0, 0, 0),
    "blue": (0, 0, 255),
}
_FONT_SIZES = {"1": 7.5, "2": 10.0, "3": 12.0, "4": 13.5, "5": 18.0, "6": 24.0, "7": 36.0}
_HEADING_SIZES = {"h1": 24.0, "h2": 18.0, "h3": 14.0}
_POINTS_PER_PIXEL = 0.75

Colour = tuple[int, int, int]


@dataclass(frozen=True, slots=True)
class Style:
    """How a stretch of text looks; ``size`` in points."""

    size: float | None = None
    colour: Colour | None = None
    is_centred: bool = False
    is_hidden: bool = False
    is_preformatted: bool = False

    def larger(self, other: "Style") -> "Style":
        """The style that stands for a line with text in both: that of the larger text."""
        if self == Style() or (other.size or 0) > (self.size or 0):
            return replace(other, is_centred=self.is_centred or other.is_centred)
        return self


def style_of(element: "etree._Element", outer: Style) -> Style:
    """The style inside ``element``, inherited from ``outer`` where it says nothing."""
    tag, css = str(element.tag), element.get("style", "")[:2000]
    if not css and not element.attrib and tag not in _HEADING_SIZES and tag != "center":
        return outer
    return replace(
        outer,
        size=_size(element, tag, css) or outer.size,
        colour=_colour(element, css) or outer.colour,
        is_centred=_is_centred(element, tag, css, outer),
        is_hidden=bool(css and _HIDDEN.search(css)) or element.get("hidden") is not None,
    )


def _size(element: "etree._Element", tag: str, css: str) -> float | None:
    found = _SIZE.search(css)
    if found:
        try:
            number = float(found[1])
        except ValueError:
            return None
        return number if found[2].lower() == "pt" else number * _POINTS_PER_PIXEL
    if tag == "font":
        return _FONT_SIZES.get(element.get("size", ""))
    return _HEADING_SIZES.get(tag)


def _colour(element: "etree._Element", css: str) -> Colour | None:
    found = _COLOUR.search(css)
    value = found[1] if found else element.get("color", "") if element.tag == "font" else ""
    return parse_colour(value.strip().lower()) if value else None


def parse_colour(value: str) -> Colour | None:
    """A colour as web pages write it: a name, ``#c00``, ``#cc0000`` or ``rgb(204, 0, 0)``."""
    if value in _NAMED:
        return _NAMED[value]
    rgb = _RGB.match(value)
    if rgb:
        return (min(255, int(rgb[1])), min(255, int(rgb[2])), min(255, int(rgb[3])))
    found = _HEX.match(value)
    if not found:
        return None
    digits = found[1] if len(found[1]) == 6 else "".join(digit * 2 for digit in found[1])
    return (int(digits[:2], 16), int(digits[2:4], 16), int(digits[4:], 16))


def _is_centred(element: "etree._Element", tag: str, css: str, outer: Style) -> bool:
    if tag == "center" or element.get("align", "").lower() == "center" or _CENTRED.search(css):
        return True
    said_otherwise = element.get("align") or "text-align" in css
    return outer.is_centred and not said_otherwise

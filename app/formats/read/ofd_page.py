"""What is drawn on a page of an OFD document (GB/T 33190-2016), as placed characters.

Names of elements are looked at without their namespace: several makers use one of their own.
"""

import math
import posixpath
from collections.abc import Iterator
from dataclasses import dataclass, field

from lxml import etree

from app.formats.read.page_lines import Piece
from app.formats.read.wide import is_wide
from app.formats.read.zip_package import local_name

POINTS_PER_MM = 72 / 25.4
_BLACK = (0, 0, 0)
_DEEPEST = 20
_TURNED = 0.2
_MAX_CHARACTERS = 200_000
_DEFAULT_SIZE = 4.0

Matrix = tuple[float, float, float, float, float, float]
IDENTITY: Matrix = (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)


@dataclass(slots=True)
class Resources:
    """What pages refer to by number: composite units, drawing parameters, pictures."""

    composites: dict[str, etree._Element] = field(default_factory=dict)
    parameters: dict[str, etree._Element] = field(default_factory=dict)
    media: dict[str, str] = field(default_factory=dict)

    def add(self, name: str, root: etree._Element) -> None:
        """Take in the resource part of this name; ``media`` are locations as seen from the root."""
        groups = {"CompositeGraphicUnit": self.composites, "DrawParam": self.parameters}
        for item in root.iter("{*}CompositeGraphicUnit", "{*}DrawParam"):
            groups[local_name(item)][item.get("ID", "")] = item
        folder = posixpath.join("/", posixpath.dirname(name), root.get("BaseLoc", ""))
        for item in root.iter("{*}MultiMedia"):
            location = (item.findtext("{*}MediaFile") or "").strip()
            self.media[item.get("ID", "")] = posixpath.normpath(posixpath.join(folder, location))

    def colour(self, element: etree._Element, depth: int = 0) -> tuple[int, int, int] | None:
        """The fill colour of an object, its own or that of its drawing parameters."""
        fill = element.find("{*}FillColor")
        colour = parse_components(fill.get("Value", "")) if fill is not None else None
        reference = element.get("DrawParam") or element.get("Relative")
        if colour or not reference or depth > _DEEPEST:
            return colour
        parameter = self.parameters.get(reference)
        return self.colour(parameter, depth + 1) if parameter is not None else None


@dataclass(slots=True)
class Drawing:
    """The characters of a page, upright ones and others, and the area of each picture in mm².

    ``places``: resource, left, top, width and height of each picture in points.
    """

    upright: list[Piece] = field(default_factory=list)
    turned: list[Piece] = field(default_factory=list)
    pictures: dict[str, float] = field(default_factory=dict)
    places: list[tuple[str, float, float, float, float]] = field(default_factory=list)
    path_count: int = 0
    _order: int = 0

    def add(self, character: str, place: tuple[float, float], width: float, looks: "_Looks") -> None:
        """A character whose base line begins at ``place``; all in mm."""
        self._order += 1
        left, base = place[0] * POINTS_PER_MM, place[1] * POINTS_PER_MM
        right = left + width * POINTS_PER_MM
        piece = Piece(character, left, right, base, looks.height * POINTS_PER_MM, looks.colour, self._order)
        (self.turned if looks.is_turned else self.upright).append(piece)

    def add_picture(self, resource: str, box: tuple[float, float, float, float]) -> None:
        """A picture whose box (left, top, width, height) is in mm."""
        self.pictures[resource] = self.pictures.get(resource, 0.0) + abs(box[2] * box[3])
        left, top, width, height = (length * POINTS_PER_MM for length in box)
        self.places.append((resource, left, top, width, height))

    def end_object(self) -> None:
        """The next character does not belong to the same object; objects without any count as well."""
        self._order += 1

    @property
    def is_full(self) -> bool:
        """Whether the page holds more than any page of text does."""
        return self._order > _MAX_CHARACTERS


@dataclass(frozen=True, slots=True)
class _Looks:
    colour: tuple[int, int, int]
    height: float
    is_turned: bool


def draw(
    block: etree._Element, drawing: Drawing, resources: Resources, outer: Matrix, depth: int = 0
) -> None:
    """Add what a page, layer, block or composite unit draws; ``outer`` leads to page coordinates."""
    if depth > _DEEPEST:
        return
    colour = resources.colour(block)
    for item in block:
        if drawing.is_full:
            return
        name = local_name(item)
        if name == "TextObject":
            _draw_text(item, drawing, resources.colour(item) or colour or _BLACK, outer)
        elif name == "ImageObject":
            left, top, width, height = numbers(item.get("Boundary"), 4)
            place = _apply(outer, left, top)
            drawing.add_picture(item.get("ResourceID", ""), (*place, width, height))
        elif name == "PathObject":
            drawing.path_count += 1
        elif name == "CompositeObject":
            unit = resources.composites.get(item.get("ResourceID", ""))
            if unit is not None:
                drawing.end_object()  # units that hold units would else be drawn without end
                draw(unit, drawing, resources, _then(_matrix_of(item), outer), depth + 1)
        elif name in {"Content", "Layer", "PageBlock"}:
            draw(item, drawing, resources, outer, depth + 1)


def _draw_text(item: etree._Element, drawing: Drawing, colour: tuple[int, int, int], outer: Matrix) -> None:
    matrix = _then(_matrix_of(item), outer)
    a, b, c, d, _, _ = matrix
    size = number(item.get("Size"), _DEFAULT_SIZE)
    across = math.hypot(a, b) or 1.0
    looks = _Looks(colour, size * (math.hypot(c, d) or 1.0), abs(b) > _TURNED * abs(a))
    em = size * number(item.get("HScale"), 1.0)
    x = y = 0.0
    for code in item.iter("{*}TextCode"):
        x, y = number(code.get("X"), x), number(code.get("Y"), y)
        for character, left, base, width in _placed(code, x, y, em):
            drawing.add(character, _apply(matrix, left, base), width * across, looks)
    drawing.end_object()


def _placed(code: etree._Element, x: float, y: float, em: float) -> Iterator[tuple[str, float, float, float]]:
    """Each character with its place and width. Blanks are written out, so that a Latin letter is as
    wide as the way to the next one; without that way it counts as half an em.
    """
    across, down = deltas(code.get("DeltaX")), deltas(code.get("DeltaY"))
    is_vertical = bool(down) and not across
    for index, character in enumerate((code.text or "").replace("\r", "").replace("\n", "")):
        usual = em * (1.0 if is_wide(character) else 0.5)
        step = across[index] if index < len(across) else 0.0 if is_vertical else usual
        yield character, x, y, step if usual < step <= em else usual
        x += step
        y += down[index] if index < len(down) else 0.0


def deltas(value: str | None) -> list[float]:
    """Distances between characters; ``g 3 5`` stands for three times five (clause 11.3)."""
    words = (value or "").split()
    found: list[float] = []
    index = 0
    while index < len(words) and len(found) < _MAX_CHARACTERS:
        if words[index] == "g" and index + 2 < len(words):
            count = int(number(words[index + 1], 0))
            found += [number(words[index + 2], 0.0)] * max(0, min(count, _MAX_CHARACTERS))
            index += 3
        else:
            found.append(number(words[index], 0.0))
            index += 1
    return found


def parse_components(value: str) -> tuple[int, int, int] | None:
    """``255 0 0``, ``#ee #20 #25``, ``#FF0000``, one component of grey or four of ink as RGB."""
    words = value.split()
    if len(words) == 1 and words[0].startswith("#") and len(words[0]) == 7:
        words = [f"#{words[0][start : start + 2]}" for start in (1, 3, 5)]
    try:
        parts = [int(word[1:], 16) if word.startswith("#") else round(float(word)) for word in words]
    except ValueError:
        return None
    parts = [max(0, min(255, part)) for part in parts]
    if len(parts) == 1:
        return (parts[0], parts[0], parts[0])
    if len(parts) == 4:
        ink = 255 - parts[3]
        return ((255 - parts[0]) * ink // 255, (255 - parts[1]) * ink // 255, (255 - parts[2]) * ink // 255)
    return (parts[0], parts[1], parts[2]) if len(parts) == 3 else None


def number(value: str | None, default: float) -> float:
    """A finite number, or the default."""
    try:
        found = float(value) if value else default
    except ValueError:
        return default
    return found if math.isfinite(found) else default


def numbers(value: str | None, count: int) -> list[float]:
    """Exactly ``count`` numbers; missing ones are 0."""
    found = [number(word, 0.0) for word in (value or "").replace(",", " ").split()[:count]]
    return found + [0.0] * (count - len(found))


def _matrix_of(item: etree._Element) -> Matrix:
    """From the object's own coordinates to those around it: its CTM, then the corner of its boundary."""
    left, top, _, _ = numbers(item.get("Boundary"), 4)
    a, b, c, d, e, f = numbers(item.get("CTM"), 6) if item.get("CTM") else IDENTITY
    return (a, b, c, d, e + left, f + top)


def shifted(left: float, top: float) -> Matrix:
    """A move by ``left`` and ``top``."""
    return (1.0, 0.0, 0.0, 1.0, left, top)


def _then(first: Matrix, second: Matrix) -> Matrix:
    a, b, c, d, e, f = first
    x, y = _apply(second, e, f)
    sa, sb, sc, sd, _, _ = second
    return (a * sa + b * sc, a * sb + b * sd, c * sa + d * sc, c * sb + d * sd, x, y)


def _apply(matrix: Matrix, x: float, y: float) -> tuple[float, float]:
    a, b, c, d, e, f = matrix
    return a * x + c * y + e, b * x + d * y + f

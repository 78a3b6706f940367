"""Lines of a document on A4 pages, measured as GB/T 9704-2012 clause 5 prescribes; all lengths in millimetres."""

from dataclasses import dataclass

from tests.samples.compose import Line, Style

PAGE_WIDTH, PAGE_HEIGHT = 210.0, 297.0
LEFT, TOP = 28.0, 37.0
WIDTH = 156.0
PITCH = 225.0 / 22
LINES_PER_PAGE = 22
POINT = 25.4 / 72
BODY_SIZE = 16.0

SIZES = {
    Style.HEAD: 36.0,
    Style.TITLE: 22.0,
    Style.ANNEX_TITLE: 22.0,
    Style.IMPRINT: 14.0,
    Style.IMPRINT_END: 14.0,
    Style.TABLE: 10.5,
}
"""Font sizes in points where they differ from the body's 16."""

BLANKS_BEFORE = {Style.HEAD: 1, Style.NUMBER: 2, Style.NUMBER_SIGNED: 2, Style.TITLE: 2, Style.RECIPIENTS: 1}
"""Empty lines above the first line of a kind."""

CENTRED = frozenset({Style.HEAD, Style.NUMBER, Style.TITLE, Style.ANNEX_TITLE})
RIGHT = frozenset({Style.SIGNATURE, Style.DATE, Style.NUMBER_RIGHT, Style.CORNER_RIGHT})
INDENTED = frozenset({Style.BODY, Style.HEADING, Style.NOTE})
RED = frozenset({Style.HEAD, Style.RULE})
NOT_AT_START = "，。、；：？！）》”』〕"


@dataclass(frozen=True, slots=True)
class Placed:
    """A run of characters or, with an empty text, a red rule; ``top`` is the upper edge of the characters."""

    text: str
    left: float
    top: float
    size: float
    is_red: bool = False


Page = tuple[Placed, ...]


def paginate(lines: tuple[Line, ...]) -> tuple[Page, ...]:
    """All pages, with page numbers at the foot."""
    pages: list[list[Placed]] = [[]]
    row = 0
    previous: Style | None = None
    for line in lines:
        if line.style is Style.ANNEX_LABEL:
            pages.append([])
            row = 0
        elif row and previous is not line.style:
            row += BLANKS_BEFORE.get(line.style, 0)
        for piece in _wrapped(line):
            if row >= LINES_PER_PAGE:
                pages.append([])
                row = 0
            pages[-1] += _placed(piece, line, TOP + row * PITCH)
            row += 1
        previous = line.style
    return tuple((*page, _foot(number)) for number, page in enumerate(pages, start=1))


def _foot(number: int) -> Placed:
    text = f"— {number} —"
    return Placed(text, LEFT + WIDTH - 14 if number % 2 else LEFT + 2, PAGE_HEIGHT - 28, 14.0)


def width_of(text: str, size: float) -> float:
    """The width of ``text``: a Chinese character is square, an ASCII one half as wide."""
    return sum(0.5 if character.isascii() else 1.0 for character in text) * size * POINT


def _wrapped(line: Line) -> list[str]:
    """The paragraph in pieces that fit, no piece beginning with a closing mark."""
    if line.style in {Style.RULE, Style.TABLE}:
        return [line.text]
    size = _size(line)
    pieces, piece = [], "　　" if line.style in INDENTED else ""
    for character in line.text:
        is_full = width_of(piece + character, size) > WIDTH + 0.1
        if is_full and character not in NOT_AT_START:
            pieces.append(piece)
            piece = ""
        piece += character
    return [*pieces, piece]


def _size(line: Line) -> float:
    size = SIZES.get(line.style, BODY_SIZE)
    if line.style is Style.HEAD:
        return min(size, WIDTH / len(line.text) / POINT)
    return size


def _placed(piece: str, line: Line, top: float) -> list[Placed]:
    if line.style is Style.RULE:
        return [Placed("", LEFT, top, 0.0, is_red=True)]
    if line.style is Style.TABLE:
        return _cells(line.cells, top)
    size = _size(line)
    width = width_of(piece, size)
    text = piece.lstrip("　")
    left = LEFT + width_of(piece, size) - width_of(text, size)
    if line.style in CENTRED:
        left = LEFT + (WIDTH - width) / 2
    elif line.style in RIGHT:
        left = LEFT + WIDTH - width - (2 if line.style is Style.SIGNATURE else 4) * size * POINT
    return [Placed(text, left, top, size, line.style in RED)]


def _cells(cells: tuple[str, ...], top: float) -> list[Placed]:
    """Cells side by side, each as wide as its share of the characters needs."""
    step = WIDTH / len(cells)
    size = min(
        SIZES[Style.TABLE], min(step / max(1.0, width_of(cell, 1.0) / POINT) for cell in cells) / POINT
    )
    return [Placed(cell, LEFT + place * step, top, size) for place, cell in enumerate(cells) if cell]

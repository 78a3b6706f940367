"""Placed pieces of text put together to lines, top to bottom: for PDF pages, OFD pages and OCR."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median

from app.domain.source import LayoutLine
from app.formats.read.wide import is_wide

_SAME_LINE = 0.5
_GAP_IN_SIZES = 0.8
_GAP_OVER_USUAL = 0.6
_LATIN_GAP = 0.18
_MOST_BLANKS = 20
_COLUMN_SHARE = 0.4
_FEW_LINES = 6
_ASCENT = 0.88
_MOST_ALIGNED_BY_CHANCE = 3
FEW_LETTERS = 30
_MOST_OF_THE_PAGE = 0.5
_PART_OF_THE_PAGE = 0.1
_MANY_PATHS = 40


@dataclass(frozen=True, slots=True)
class Piece:
    """A character or a run of characters where it stands; ``base`` is the height of the base line.

    ``order`` is its place in the file. Points from the top left corner of the page.
    """

    text: str
    left: float
    right: float
    base: float
    size: float
    colour: tuple[int, int, int]
    order: int


@dataclass(frozen=True, slots=True)
class Line:
    """A line as it is read."""

    text: str
    left: float
    top: float
    right: float
    bottom: float
    size: float
    colour: tuple[int, int, int]
    order: tuple[int, ...]


def layout_line(line: Line, start: int, end: int, *, centred: bool) -> LayoutLine:
    """Where a line of the first page stands, its text being ``text[start:end]``."""
    return LayoutLine(
        start, end, line.left, line.top, line.right, line.bottom, line.size, line.colour, centred
    )


def lines_of(pieces: Sequence[Piece]) -> list[Line]:
    """Lines from top to bottom, each from left to right.

    A page of two columns keeps the order of the file: read across, its columns would be mixed up.
    """
    runs = _runs(pieces)
    across = _across(runs)
    if _are_columns(across):
        return [_line([run]) for run in runs]
    return [_line(group) for group in across]


def lines_as_drawn(pieces: Sequence[Piece]) -> list[Line]:
    """Pieces that follow each other in the file as a line each, for writing that runs across the page."""
    runs: list[list[Piece]] = []
    for piece in pieces:
        if runs and piece.order == runs[-1][-1].order + 1:
            runs[-1].append(piece)
        else:
            runs.append([piece])
    return [_line([run], is_upright=False) for run in runs if any(piece.text.strip() for piece in run)]


def _runs(pieces: Sequence[Piece]) -> list[list[Piece]]:
    """Pieces that follow each other in the file on one base line from left to right."""
    runs: list[list[Piece]] = []
    for piece in pieces:
        last = runs[-1][-1] if runs else None
        if last and _is_same_line(last, piece) and piece.left > last.left - 0.5 * piece.size:
            runs[-1].append(piece)
        else:
            runs.append([piece])
    return [run for run in runs if any(piece.text.strip() for piece in run)]


def _is_same_line(one: Piece, other: Piece) -> bool:
    return abs(one.base - other.base) <= _SAME_LINE * min(one.size, other.size)


def _across(runs: list[list[Piece]]) -> list[list[list[Piece]]]:
    """Runs on the same height put together, from the top of the page to its foot."""
    groups: list[list[list[Piece]]] = []
    for run in sorted(runs, key=lambda run: run[0].base):
        if groups and _is_same_line(groups[-1][-1][0], run[0]):
            groups[-1].append(run)
        else:
            groups.append([run])
    return [sorted(group, key=lambda run: run[0].left) for group in groups]


def _are_columns(groups: list[list[list[Piece]]]) -> bool:
    """Whether many lines would be made of runs that stand far from each other in the file."""
    if len(groups) < _FEW_LINES:
        return False
    mixed = 0
    for group in groups:
        orders = sorted(order for run in group for order in (run[0].order, run[-1].order))
        length = sum(run[-1].order - run[0].order + 1 for run in group)
        texts = [sum(len(piece.text) for piece in run) for run in group]
        is_far = orders[-1] - orders[0] + 1 > length + 40
        mixed += len(group) > 1 and is_far and min(texts) > 8
    return mixed >= _COLUMN_SHARE * len(groups)


def _line(runs: list[list[Piece]], *, is_upright: bool = True) -> Line:
    pieces = [piece for run in runs for piece in run]
    if is_upright:
        pieces.sort(key=lambda piece: piece.left)
    visible = [piece for piece in pieces if piece.text.strip()]
    size = max(piece.size for piece in visible)
    base = median(piece.base for piece in visible)
    colours: dict[tuple[int, int, int], int] = {}
    for piece in visible:
        colours[piece.colour] = colours.get(piece.colour, 0) + len(piece.text)
    return Line(
        text=_joined(pieces) if is_upright else "".join(piece.text for piece in pieces).strip(),
        left=min(piece.left for piece in visible),
        top=base - _ASCENT * size,
        right=max(piece.right for piece in visible),
        bottom=base + (1 - _ASCENT) * size,
        size=round(size, 2),
        colour=max(colours, key=lambda key: colours[key]),
        order=tuple(piece.order for piece in pieces),
    )


def _joined(pieces: list[Piece]) -> str:
    """The text of a line; blanks are put where a gap is wider than the letter-spacing of the line."""
    gaps = [after.left - before.right for before, after in pairwise(pieces)]
    usual = max(0.0, median(gaps)) if gaps else 0.0
    text = pieces[0].text
    for gap, (before, after) in zip(gaps, pairwise(pieces), strict=True):
        text += _blanks(gap, usual, before, after) + after.text
    return text.strip()


def _blanks(gap: float, usual: float, before: Piece, after: Piece) -> str:
    if before.text[-1:].isspace() or after.text[:1].isspace():
        return ""
    size = min(before.size, after.size)
    if gap > max(_GAP_IN_SIZES * size, usual + _GAP_OVER_USUAL * size):
        return " " * min(_MOST_BLANKS, max(2, round(2 * gap / size)))
    is_latin = not (is_wide(before.text[-1]) or is_wide(after.text[0]))
    return " " if is_latin and gap > max(_LATIN_GAP * size, usual + _LATIN_GAP * size) else ""


def is_centred(line: Line, lines: Sequence[Line], width: float) -> bool:
    """Whether a line stands in the middle of the page, indented on both sides, and not in a column."""
    left = min(other.left for other in lines)
    right = max(width - left, *(other.right for other in lines))
    middle = (line.left + line.right) / 2
    is_indented = min(line.left - left, right - line.right) > 0.5 * line.size
    if not is_indented or abs(middle - width / 2) > 0.03 * width:
        return False
    return sum(abs(other.left - line.left) < 1 for other in lines) <= _MOST_ALIGNED_BY_CHANCE


def is_drawn(letters: int, covered: float, path_count: int) -> bool:
    """Whether a page shows something, but hardly as text.

    ``covered`` is the share of the page under pictures; a letter is a path when a program turned text
    into outlines.
    """
    if letters:
        return letters < FEW_LETTERS and covered > _MOST_OF_THE_PAGE
    return covered > _PART_OF_THE_PAGE or path_count > _MANY_PATHS

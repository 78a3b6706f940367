"""The rows of a sheet that lay askew in the scanner are found again."""

import math

import pytest

from app.formats.read.page_lines import Piece, lines_of
from app.formats.tilt import straightened, tilt_of

ROWS, COLUMNS = 20, 5
SIZE, WIDTH = 10.0, 500.0
ROWS_AS_TYPED = ["".join(f"{row}列{column}" for column in range(COLUMNS)) for row in range(ROWS)]


def sheet(degrees: float) -> list[Piece]:
    """A list of single cells, turned by some degrees, in the order in which a detector finds them."""
    slope = math.tan(math.radians(degrees))
    pieces = [
        Piece(f"{row}列{column}", left, left + 40, 60 + row * 16 + slope * (left + 20), SIZE, (0, 0, 0), 0)
        for row in range(ROWS)
        for column in range(COLUMNS)
        for left in (30 + column * 100.0,)
    ]
    return sorted(pieces, key=lambda piece: piece.base)


@pytest.mark.parametrize("degrees", [-2.0, -1.2, 0.0, 0.4, 1.2, 2.5])
def test_cells_of_a_row_stay_in_their_row(degrees: float) -> None:
    pieces = sheet(degrees)
    lines = lines_of(straightened(pieces, tilt_of(pieces), WIDTH / 2))
    assert [line.text for line in lines] == ROWS_AS_TYPED


TWO_CELLS_A_ROW = (
    (115.6, 247.2, 26.7, 14.8),
    (35.0, 88.5, 29.0, 16.0),
    (114.9, 278.8, 57.7, 14.5),
    (35.0, 91.1, 60.7, 16.1),
    (35.9, 89.3, 91.3, 16.0),
    (115.5, 248.1, 89.3, 14.9),
    (116.4, 216.3, 121.2, 15.0),
    (35.3, 90.7, 123.5, 16.6),
    (116.5, 248.9, 152.1, 14.7),
    (36.7, 90.2, 154.5, 16.0),
    (116.4, 233.5, 184.1, 14.9),
    (36.7, 91.1, 186.1, 16.0),
    (116.5, 265.1, 214.9, 14.6),
    (37.6, 92.8, 217.7, 16.1),
    (37.5, 314.9, 247.9, 16.7),
    (40.3, 443.4, 276.7, 14.0),
    (8.4, 427.3, 299.0, 14.4),
    (8.2, 427.5, 320.4, 14.9),
    (7.3, 37.3, 346.0, 16.5),
    (354.7, 454.1, 370.5, 15.2),
    (316.4, 453.8, 402.2, 14.5),
    (52.0, 164.1, 437.7, 15.1),
)
"""Left and right end, base and size in points of the pieces of a scanned page: offices and names of a list, then text."""


def test_two_cells_in_each_row_are_not_torn_apart_by_chance() -> None:
    pieces = [Piece("", left, right, base, size, (0, 0, 0), 0) for left, right, base, size in TWO_CELLS_A_ROW]
    moved = straightened(pieces, tilt_of(pieces), 220.0)
    cells = sorted(moved[:14], key=lambda piece: piece.base)
    assert all(
        above.base + SIZE / 2 > below.base for above, below in zip(cells[::2], cells[1::2], strict=True)
    )


def test_without_straightening_a_slope_mixes_rows_up() -> None:
    assert [line.text for line in lines_of(sheet(2.5))] != ROWS_AS_TYPED


@pytest.mark.parametrize("pieces", [[], sheet(0.0)[::COLUMNS]])
def test_lines_of_one_piece_tell_no_slope(pieces: list[Piece]) -> None:
    assert tilt_of(pieces) == 0.0

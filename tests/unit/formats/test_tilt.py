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


def test_without_straightening_a_slope_mixes_rows_up() -> None:
    assert [line.text for line in lines_of(sheet(2.5))] != ROWS_AS_TYPED


@pytest.mark.parametrize("pieces", [[], sheet(0.0)[::COLUMNS]])
def test_lines_of_one_piece_tell_no_slope(pieces: list[Piece]) -> None:
    assert tilt_of(pieces) == 0.0

"""A sheet that lay askew in the scanner: how far, and its pieces of text as if it had lain straight."""

import math
from collections.abc import Sequence
from dataclasses import replace
from statistics import median

import numpy
from numpy.typing import NDArray

from app.formats.read.page_lines import Piece

_TILTS = sorted((step / 400 for step in range(-20, 21)), key=abs)
"""Up to three degrees either way, a seventh of one apart: the least first."""
_ROW_IN_SIZES = 0.7
_CLEARLY_MORE = 1.3
_SHIFTS = numpy.array([0.0, 0.25, 0.5, 0.75])
"""Where rows begin is not known: with one beginning alone, a wrong slope may part fewer pieces by chance."""


def tilt_of(pieces: Sequence[Piece]) -> float:
    """How far the lines of a page fall for each unit of width: the least slope that puts most pieces in rows.

    The boxes of short cells lie straight whatever the sheet does, so that only their rows tell.
    """
    if not pieces:
        return 0.0
    height = _ROW_IN_SIZES * median(piece.size for piece in pieces)
    bases = numpy.array([piece.base for piece in pieces])
    middles = numpy.array([(piece.left + piece.right) / 2 for piece in pieces])
    tilts = numpy.array(_TILTS)[:, numpy.newaxis]
    together = _in_rows((bases - tilts * middles) / height)
    best = int(together.argmax())
    return _TILTS[best] if together[best] > _CLEARLY_MORE * together[0] else 0.0


def _in_rows(heights: NDArray[numpy.float64]) -> NDArray[numpy.int64]:
    """How many pairs of pieces lie in the same row of height one, each piece with itself among them: for each
    row of ``heights``, a slope.
    """
    slopes = heights.shape[0]
    tries = (heights[:, numpy.newaxis] + _SHIFTS[:, numpy.newaxis]).reshape(slopes * len(_SHIFTS), -1)
    rows = numpy.floor(tries) - math.floor(tries.min())
    apart = int(rows.max()) + 1
    which, counts = numpy.unique(rows + apart * numpy.arange(len(rows))[:, numpy.newaxis], return_counts=True)
    together = numpy.zeros(slopes, numpy.int64)
    numpy.add.at(together, (which // (apart * len(_SHIFTS))).astype(numpy.intp), counts * counts)
    return together


def straightened(pieces: Sequence[Piece], tilt: float, middle: float) -> list[Piece]:
    """The pieces as on a sheet that lay straight, turned about its ``middle``.

    Over the width of a page one degree is more than a line: the cells of a row would be mixed up.
    """
    return [replace(one, base=one.base - tilt * ((one.left + one.right) / 2 - middle)) for one in pieces]

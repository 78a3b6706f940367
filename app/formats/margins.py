"""The part of a scanned page that bears ink: letters need not be looked for in its margins.

By the layout standard (GB/T 9704) the margins of an official document are four tenths of its sheet.
"""

import numpy
from numpy.typing import NDArray
from PIL import Image

_BLOCKS_ACROSS = 413
"""Blocks of half a millimetre on a sheet of 210 mm; their mean evens out the grain of a scan."""

_BLOCKS_IN_CELL = 6
_FAINTEST = 12
_ABOVE_GRAIN = 2.5
_ROUGHEST = 80
_QUIET_SHARE = 10
_MOST_STRETCHED = 6

Box = tuple[int, int, int, int]


def inked(picture: Image.Image) -> Box:
    """Left, top, right and bottom of what is not blank, with 3 mm around it; an empty box on a blank page.

    A cell of 3 mm has ink when its blocks differ by more than the grain of the paper, which the quietest
    tenth of the cells shows. A page so rough that faint letters could pass for grain is kept whole, and
    so is one with an edge on it: blank paper may be taken for ink, ink not for paper.
    """
    whole = (0, 0, *picture.size)
    block = max(1, round(min(picture.size) / _BLOCKS_ACROSS))
    contrast = _contrast(numpy.asarray(picture.convert("L").reduce(block)))
    if not contrast.size:
        return whole
    grain = _ABOVE_GRAIN * float(numpy.percentile(contrast, _QUIET_SHARE))
    if grain > _ROUGHEST:
        return whole
    rows, columns = numpy.nonzero(contrast > max(_FAINTEST, grain))
    if not rows.size:
        return (0, 0, 0, 0)
    side = block * _BLOCKS_IN_CELL
    left, right = _reach(columns, side, picture.width)
    top, bottom = _reach(rows, side, picture.height)
    left, right = _at_least((bottom - top) // _MOST_STRETCHED, left, right, picture.width)
    top, bottom = _at_least((right - left) // _MOST_STRETCHED, top, bottom, picture.height)
    return left, top, right, bottom


def _contrast(shades: NDArray[numpy.uint8]) -> NDArray[numpy.int16]:
    """How far the blocks of each cell differ; a last cell that is not full is filled up with its edge."""
    missing = [(0, -side % _BLOCKS_IN_CELL) for side in shades.shape]
    full = numpy.pad(shades, missing, mode="edge").astype(numpy.int16)
    height, width = (side // _BLOCKS_IN_CELL for side in full.shape)
    cells = full.reshape(height, _BLOCKS_IN_CELL, width, _BLOCKS_IN_CELL)
    return numpy.asarray(cells.max(axis=(1, 3)) - cells.min(axis=(1, 3)))


def _reach(cells: NDArray[numpy.intp], side: int, most: int) -> tuple[int, int]:
    """From the first cell to the last, in pixels, with one cell around."""
    return max(0, (int(cells.min()) - 1) * side), min(most, (int(cells.max()) + 2) * side)


def _at_least(length: int, start: int, end: int, most: int) -> tuple[int, int]:
    """A stretch of at least ``length``, widened on both sides: strips are not pages to a model."""
    missing = max(0, length - (end - start))
    start = max(0, start - missing // 2)
    return start, min(most, max(end, start + length))

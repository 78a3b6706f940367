"""Red seals on scanned pages: found by shape and washed out, so that the date under them can be read."""

from collections import deque

import numpy
from numpy.typing import NDArray
from PIL import Image

_PAGE_WIDTH_MM = 210
_LEAST_MM, _MOST_MM = 24, 70
_MOST_STRETCHED = 1.7
_HEAD_OF_PAGE = 0.25
_REDDER = 40
_INK_IN_CELL = 0.12
_REACH_MM = 2
_SAMPLED = 4
"""Of every so many rows and columns one is looked at to tell a page without anything red below its head."""

Box = tuple[int, int, int, int]


def without_seals(picture: Image.Image) -> Image.Image:
    """The page with the red of its seals made white; red heads, lines and black ink stay.

    A seal is a red shape of 24 to 70 mm, about as wide as high, below the head of the page (seals are
    42 or 45 mm, 国发〔1999〕25号). In its place only the red channel is kept: red paper-white, black black.
    """
    if picture.mode != "RGB":
        return picture
    pixels = numpy.asarray(picture)
    boxes = seals(pixels)
    if not boxes:
        return picture
    washed = pixels.copy()
    for left, top, right, bottom in boxes:
        red = pixels[top:bottom, left:right, 0]
        washed[top:bottom, left:right] = red[:, :, None]
    return Image.fromarray(washed)


def seals(pixels: NDArray[numpy.uint8]) -> list[Box]:
    """Left, top, right and bottom of each seal in pixels."""
    if not _is_red(pixels[int(_HEAD_OF_PAGE * len(pixels)) :: _SAMPLED, ::_SAMPLED]).any():
        return []
    cell = max(1, round(min(pixels.shape[:2]) / _PAGE_WIDTH_MM))
    grid = _red_cells(pixels, cell)
    found = []
    for left, top, right, bottom in _shapes(grid):
        width, height = right - left, bottom - top
        is_seal = (
            min(width, height) >= _LEAST_MM
            and max(width, height) <= _MOST_MM
            and max(width, height) <= _MOST_STRETCHED * min(width, height)
            and top > _HEAD_OF_PAGE * grid.shape[0]
        )
        if is_seal:
            found.append((left * cell, top * cell, right * cell, bottom * cell))
    return found


def _red_cells(pixels: NDArray[numpy.uint8], cell: int) -> NDArray[numpy.bool_]:
    """The page in squares of about a millimetre: is there red ink in each?"""
    rows, columns = (side // cell for side in pixels.shape[:2])
    colours = pixels[: rows * cell, : columns * cell]
    in_column = _is_red(colours).reshape(rows, cell, columns * cell).sum(axis=1, dtype=numpy.uint16)
    in_cell = in_column.reshape(rows, columns, cell).sum(axis=2, dtype=numpy.uint32)
    return numpy.asarray(in_cell > _INK_IN_CELL * cell * cell)


def _is_red(colours: NDArray[numpy.uint8]) -> NDArray[numpy.bool_]:
    others = numpy.maximum(colours[:, :, 1], colours[:, :, 2])
    return numpy.asarray(colours[:, :, 0] > numpy.minimum(others, 255 - _REDDER) + numpy.uint8(_REDDER))


def _shapes(grid: NDArray[numpy.bool_]) -> list[Box]:
    """Boxes around red cells that are no more than two cells apart."""
    left_over = {(int(row), int(column)) for row, column in zip(*numpy.nonzero(grid), strict=True)}
    reach = range(-_REACH_MM, _REACH_MM + 1)
    boxes = []
    while left_over:
        first = left_over.pop()
        shape, waiting = [first], deque([first])
        while waiting:
            row, column = waiting.popleft()
            near = {(row + down, column + along) for down in reach for along in reach} & left_over
            left_over -= near
            shape.extend(near)
            waiting.extend(near)
        rows, columns = zip(*shape, strict=True)
        boxes.append((min(columns), min(rows), max(columns) + 1, max(rows) + 1))
    return boxes

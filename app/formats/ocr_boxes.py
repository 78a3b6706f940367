"""Where the lines of a page are: PP-OCR's own model, and boxes around what it takes for writing.

The model marks only the kernel of each line, about two fifths of its height, so that neighbours do not
touch; each marked stretch is enclosed by the narrowest rectangle, at any slope, and grown to the whole line
(differentiable binarisation, Liao and others 2020).
"""

import importlib
from pathlib import Path
from typing import Any

import numpy
from numpy.typing import NDArray

from app.formats.ocr_model import session

_TILE = 32
"""Pixels by which the sides of a picture must be divisible in which lines are looked for."""

_MARKED = 0.3
_CERTAIN = 0.5
_GROWN = 1.6
_LEAST_SIDE = 3.0
_LEAST_GROWN = 5.0
_FEWER, _LARGE = 0.75, 14.0
"""Lines of so many pixels are found as well as higher ones: their letters have 10, and the model finds those of 7."""

_GREY = 2
"""Dimensions of a picture that has no colours."""

Picture = NDArray[numpy.uint8]
Corners = NDArray[numpy.float32]
"""The four corners of a line, clockwise from its top left."""


class LineFinder:
    """Finds the lines of a page."""

    def __init__(self, model: Path) -> None:
        self._session = session(model.read_bytes())
        self._input = self._session.get_inputs()[0].name
        self._cv2 = importlib.import_module("cv2")
        self._cv2.setNumThreads(1)

    def boxes(self, pixels: Picture, longer_side: int) -> list[Corners]:
        """The lines of a picture from top to bottom, each by its corners in pixels.

        ``longer_side``: pixels of the longer side of the picture in which it looks. Where all print is large,
        three quarters of them do, and half the work.
        """
        fewer = round(_FEWER * longer_side)
        if max(pixels.shape[:2]) > fewer:
            coarse, smallest = self._found(pixels, fewer)
            if smallest >= _LARGE:
                return coarse
        return self._found(pixels, longer_side)[0]

    def _found(self, pixels: Picture, longer_side: int) -> tuple[list[Corners], float]:
        """The lines of a picture, and how high the lowest is in pixels of the one in which it was looked for."""
        likely = self._session.run(None, {self._input: self._prepared(pixels, longer_side)})[0][0, 0]
        height, width = pixels.shape[:2]
        scale = numpy.array([width / likely.shape[1], height / likely.shape[0]], numpy.float32)
        most = numpy.array([width - 1, height - 1], numpy.float32)
        marked = self._marked(likely)
        found = [numpy.clip(box * scale, 0, most) for box in marked]
        return sorted(found, key=lambda box: (float(box[0, 1]), float(box[0, 0]))), _lowest(marked)

    def _prepared(self, pixels: Picture, longer_side: int) -> Any:  # noqa: ANN401 - an optional package
        """The picture no larger than is wanted, colours from -1 to 1, blue first."""
        height, width = pixels.shape[:2]
        ratio = min(1.0, longer_side / max(height, width))
        rows, columns = (max(1, round(side * ratio / _TILE)) * _TILE for side in (height, width))
        small = self._cv2.resize(pixels, (columns, rows), interpolation=self._cv2.INTER_AREA)
        return as_input(self._cv2, small)

    def _marked(self, likely: NDArray[numpy.float32]) -> list[Corners]:
        """The rectangles of a picture of likelihoods that are writing, in its own pixels."""
        cv2 = self._cv2
        # one pixel more to the right and below: an outline runs through the middles of pixels
        marks = cv2.dilate((likely > _MARKED).astype(numpy.uint8), numpy.ones((2, 2), numpy.uint8))
        outlines, _ = cv2.findContours(marks, cv2.RETR_LIST, cv2.CHAIN_APPROX_SIMPLE)
        boxes = []
        for outline in outlines:
            middle, (width, height), angle = cv2.minAreaRect(outline)
            if min(width, height) < _LEAST_SIDE:
                continue
            if self._certainty(likely, cv2.boxPoints((middle, (width, height), angle))) < _CERTAIN:
                continue
            grown = _GROWN * width * height / (width + height)
            if min(width, height) + grown >= _LEAST_GROWN:
                box = cv2.boxPoints((middle, (width + grown, height + grown), angle))
                boxes.append(_clockwise(box))
        return boxes

    def _certainty(self, likely: NDArray[numpy.float32], box: Corners) -> float:
        """The mean likelihood within a rectangle."""
        left, top = numpy.maximum(numpy.floor(box.min(axis=0)), 0).astype(int)
        right, bottom = numpy.ceil(box.max(axis=0)).astype(int) + 1
        part = likely[top:bottom, left:right]
        inside = numpy.zeros(part.shape, numpy.uint8)
        self._cv2.fillPoly(inside, [(box - (left, top)).astype(numpy.int32)], 1)
        return float(self._cv2.mean(part, inside)[0])


def as_input(cv2: Any, picture: Picture) -> Any:  # noqa: ANN401 - an optional package
    """A picture, grey or of red, green and blue, as PP-OCR's models take it: colours from -1 to 1, blue first."""
    if picture.ndim == _GREY:
        picture = cv2.cvtColor(picture, cv2.COLOR_GRAY2RGB)
    return cv2.dnn.blobFromImage(picture, 1 / 127.5, mean=(127.5, 127.5, 127.5), swapRB=True)


def _lowest(boxes: list[Corners]) -> float:
    """The shortest side of some rectangles; 0 without any."""
    sides = [min(numpy.linalg.norm(box[1] - box[0]), numpy.linalg.norm(box[3] - box[0])) for box in boxes]
    return float(min(sides, default=0.0))


def _clockwise(box: Corners) -> Corners:
    """The corners of a rectangle from the top left one on."""
    by_column = box[numpy.argsort(box[:, 0], kind="stable")]
    top_left, bottom_left = by_column[:2][numpy.argsort(by_column[:2, 1], kind="stable")]
    top_right, bottom_right = by_column[2:][numpy.argsort(by_column[2:, 1], kind="stable")]
    return numpy.stack((top_left, top_right, bottom_right, bottom_left))

"""Reading the lines of a page: PP-OCR's own model, given lines a third lower than it asks for.

A detected line is a third taller than its letters. The model reads pictures of 48 rows, of which a third
would be blank paper; its layers shrink whatever height they are given, so 32 rows without that margin do,
and two thirds of the work. The width is kept nearly whole: narrower still, two equal digits run together.
"""

import importlib
from pathlib import Path

import numpy
from numpy.typing import NDArray

from app.formats.ocr_boxes import Corners, Picture, as_input
from app.formats.ocr_model import cut, letters_of, session

Numbers = NDArray[numpy.float32]

ROWS = 32
_SCALED_TO = 40
_WIDENED = 1.1
_LEAST_WIDTH = 160
"""Shorter lines are padded. The model has learned on twice this width; half of it loses single digits."""

_STANDING = 1.5
_CERTAINLY_STANDING = 2.5
"""Boxes so much higher than wide hold letters one below the other, which are read lying on their side; between
the two it may also be a single digit, which is then read at once."""

_AT_ONCE = 0.9

_SURELY_A_GAP = 26.0
"""No letter is likelier where the gap between letters weighs so much: 24.9 is the most that a letter has
outweighed in 91,000 columns of good and bad scans (2,453 lines). Three gaps of four weigh more."""

_WEIGHS_NOTHING = 20.0
"""All 18,710 characters that are lighter by so much take less than a twenty thousandth from the likeliest; four of
ten thousand are not, and only their powers are reckoned."""


class LineReader:
    """Reads one line at a time."""

    def __init__(self, model: Path) -> None:
        data = model.read_bytes()
        self._letters = letters_of(data)
        before, layer = cut(data)
        self._before, self._layer = session(before), session(layer)
        self._input = self._before.get_inputs()[0].name
        self._seam = self._layer.get_inputs()[0].name
        self._cv2 = importlib.import_module("cv2")
        self._gap, self._gap_of_nothing = self._weight_of_gap()

    def read(self, pixels: Picture, box: Corners) -> tuple[str, float]:
        """The text of a line of a page and its confidence, the mean over the characters."""
        width, height = _sides(box)
        if height < _STANDING * width:
            return self._read(pixels, box)
        upright = self._read(pixels, box) if height < _CERTAINLY_STANDING * width else ("", 0.0)
        if upright[1] >= _AT_ONCE:
            return upright
        laid = self._read(pixels, numpy.roll(box, -1, axis=0))
        return max(upright, laid, key=lambda one: one[1])

    def _read(self, pixels: Picture, box: Corners) -> tuple[str, float]:
        seen = self._seen(self.prepared(pixels, box))
        gaps = numpy.einsum("ij,j->i", seen, self._gap) + self._gap_of_nothing
        doubtful = numpy.flatnonzero(gaps < _SURELY_A_GAP)
        if not doubtful.size:
            return "", 0.0
        weights = self._weights(seen[doubtful])
        best = numpy.zeros(len(seen), numpy.intp)
        best[doubtful] = weights.argmax(axis=1)
        is_letter = (best > 0) & numpy.append(True, best[1:] != best[:-1])
        text = "".join(self._letters[index] for index in best[is_letter])
        return text, _certainty(weights[is_letter[doubtful]]) if text else 0.0

    def prepared(self, pixels: Picture, box: Corners) -> Numbers:
        """The line in the size in which it is read, without its margin, colours from -1 to 1."""
        width, height = _sides(box)
        columns = max(1, round(_SCALED_TO * width / max(1.0, height) * _WIDENED))
        margin = (_SCALED_TO - ROWS) / 2
        corners_read = ((0, -margin), (columns, -margin), (0, _SCALED_TO - margin))
        # corners are edges of pixels, what is turned are their middles
        turn = self._cv2.getAffineTransform(
            box[[0, 1, 3]] - numpy.float32(0.5),
            numpy.array(corners_read, numpy.float32) - numpy.float32(0.5),
        )
        line = self._cv2.warpAffine(
            pixels, turn, (columns, ROWS), flags=self._cv2.INTER_LINEAR, borderMode=self._cv2.BORDER_REPLICATE
        )
        read: Numbers = as_input(self._cv2, line)
        if columns >= _LEAST_WIDTH:
            return read
        return numpy.pad(read, ((0, 0), (0, 0), (0, 0), (0, _LEAST_WIDTH - columns)))

    def _seen(self, line: Numbers) -> Numbers:
        """What the model makes of each eight columns of a line, before it tells characters apart."""
        return numpy.asarray(self._before.run(None, {self._input: line})[0][0])

    def _weights(self, seen: Numbers) -> Numbers:
        """How much speaks for each character: the likelihoods of all are in proportion to their powers of e."""
        return numpy.asarray(self._layer.run(None, {self._seam: seen})[0])

    def _weight_of_gap(self) -> tuple[Numbers, float]:
        """What each number seen adds to the weight of a gap, the first character, and its weight for nothing."""
        count = self._seen(numpy.zeros((1, 3, ROWS, _LEAST_WIDTH), numpy.float32)).shape[1]
        one_each = numpy.concatenate((numpy.zeros((1, count)), numpy.eye(count))).astype(numpy.float32)
        weights = self._weights(one_each)[:, 0]
        return weights[1:] - weights[0], float(weights[0])


def _sides(box: Corners) -> tuple[float, float]:
    """Width and height of a line, along its own slope."""
    return float(numpy.linalg.norm(box[1] - box[0])), float(numpy.linalg.norm(box[3] - box[0]))


def _certainty(weights: Numbers) -> float:
    """The mean likelihood of the likeliest characters, each row the weights for one letter."""
    most = weights.max(axis=1, keepdims=True)
    counted = numpy.flatnonzero(weights > most - _WEIGHS_NOTHING)
    rows = counted // weights.shape[1]
    powers = numpy.exp(weights.ravel()[counted] - most[rows, 0])
    return float((1 / numpy.bincount(rows, powers)).mean())

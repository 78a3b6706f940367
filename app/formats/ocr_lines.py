"""Reading the lines of a page: PP-OCR's own model, given lines a third lower than it asks for.

A detected line is a third taller than its letters. The model reads pictures of 48 rows, of which a third
would be blank paper; its layers shrink whatever height they are given, so 32 rows without that margin do,
and two thirds of the work. The width is kept nearly whole: narrower still, two equal digits run together.
"""

import importlib
from pathlib import Path
from typing import Any

import numpy
from numpy.typing import NDArray

ROWS = 32
_SCALED_TO = 40
_ROWS_OF_MODEL = 48
_WIDENED = 1.1
_LEAST_WIDTH = 160
"""Shorter lines are padded. The model has learned on twice this width; half of it loses single digits."""

_THREE_COLOURS_48_ROWS = b"\x0a\x02\x08\x03\x0a\x02\x08\x30"
"""How the model file declares its input: a dimension of 3 and one of 48 (ONNX, TensorShapeProto)."""

_THREE_COLOURS_ANY_ROWS = b"\x0a\x02\x08\x03\x0a\x02\x12\x00"
"""The same with a dimension that has a name, an empty one, in the place of a number."""

_TILE = 32
"""Pixels by which the sides of a picture must be divisible in which lines are looked for."""

Picture = NDArray[numpy.uint8]


class LineFinder:
    """Takes the place of rapidocr's own detector, so that a page is shrunk once and without jags.

    ``longer_side``: pixels of the longer side of the picture in which it looks.
    """

    def __init__(self, detector: Any, longer_side: int) -> None:  # noqa: ANN401 - an optional package
        self._detector = detector
        self.longer_side = longer_side
        self._cv2 = importlib.import_module("cv2")
        self._output = importlib.import_module("rapidocr.ch_ppocr_det.utils").TextDetOutput

    def __call__(self, pixels: Picture) -> Any:  # noqa: ANN401
        """The boxes of the lines of a picture, from top to bottom, as rapidocr wants them."""
        likely = self._detector.session(self._prepared(pixels))
        boxes, scores = self._detector.postprocess_op(likely, pixels.shape[:2])
        if not len(boxes):
            return self._output()
        return self._output(pixels, self._detector.sorted_boxes(boxes), scores)

    def _prepared(self, pixels: Picture) -> NDArray[numpy.float32]:
        """The picture no larger than is wanted, colours from -1 to 1."""
        height, width = pixels.shape[:2]
        ratio = min(1.0, self.longer_side / max(height, width))
        rows, columns = (max(1, round(side * ratio / _TILE)) * _TILE for side in (height, width))
        small = self._cv2.resize(pixels, (columns, rows), interpolation=self._cv2.INTER_AREA)
        colours = small.transpose(2, 0, 1)[None].astype(numpy.float32)
        return numpy.ascontiguousarray(colours / numpy.float32(127.5) - 1)


class LineReader:
    """Takes the place of rapidocr's own reader of lines, one line at a time in one thread.

    A model that cannot be given another height is read with its own.
    """

    def __init__(self, model: Path) -> None:
        data = model.read_bytes()
        self._rows = ROWS if data.count(_THREE_COLOURS_48_ROWS) == 1 else _ROWS_OF_MODEL
        self._session = _session(data.replace(_THREE_COLOURS_48_ROWS, _THREE_COLOURS_ANY_ROWS))
        self._input = self._session.get_inputs()[0].name
        letters = self._session.get_modelmeta().custom_metadata_map["character"].splitlines()
        self._letters = ["", *letters, " "]
        self._scaled_to = _SCALED_TO if self._rows == ROWS else _ROWS_OF_MODEL
        self._widened = _WIDENED if self._rows == ROWS else 1.0
        self._cv2 = importlib.import_module("cv2")
        self._output = importlib.import_module("rapidocr.ch_ppocr_rec.typings").TextRecOutput

    def __call__(self, given: Any) -> Any:  # noqa: ANN401 - rapidocr's TextRecInput and TextRecOutput
        """Text and confidence of each line, as rapidocr wants them."""
        pictures = given.img if isinstance(given.img, list) else [given.img]
        read = [self.read(picture) for picture in pictures]
        return self._output(
            imgs=pictures,
            txts=tuple(text for text, _ in read),
            scores=tuple(score for _, score in read),
            word_results=(None,) * len(read),
        )

    def read(self, line: Picture) -> tuple[str, float]:
        """The text of a line and its confidence, the mean over the characters."""
        likely = self._session.run(None, {self._input: self._prepared(line)})[0][0]
        best = likely.argmax(axis=1)
        is_letter = (best > 0) & numpy.append(True, best[1:] != best[:-1])
        text = "".join(self._letters[index] for index in best[is_letter])
        return text, float(likely.max(axis=1)[is_letter].mean()) if text else 0.0

    def _prepared(self, line: Picture) -> NDArray[numpy.float32]:
        """The line in the size in which it is read, without its margin, colours from -1 to 1."""
        height, width = line.shape[:2]
        columns = max(1, round(self._scaled_to * width / height * self._widened))
        scaled = self._cv2.resize(line, (columns, self._scaled_to))
        margin = (self._scaled_to - self._rows) // 2
        rows = scaled[margin : margin + self._rows].astype(numpy.float32) / 127.5 - 1
        blank = max(0, _LEAST_WIDTH - columns)
        padded = numpy.pad(rows.transpose(2, 0, 1), ((0, 0), (0, 0), (0, blank)))
        return numpy.ascontiguousarray(padded[None])


def _session(model: bytes) -> Any:  # noqa: ANN401 - an optional package
    runtime = importlib.import_module("onnxruntime")
    options = runtime.SessionOptions()
    options.log_severity_level = 4
    options.intra_op_num_threads = options.inter_op_num_threads = 1
    return runtime.InferenceSession(model, options, providers=["CPUExecutionProvider"])

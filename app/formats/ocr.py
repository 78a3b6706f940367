"""Optical character recognition by the models of rapidocr, an optional part of the program (``[ocr]``).

Nothing is ever downloaded: of that package only the models are used, which lie inside it. Runs in
worker processes only, one thread each; 0.4 GB of memory, about a second for a page.
"""

import functools
import importlib.util
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, BinaryIO

import numpy
from PIL import Image, ImageFilter

from app.domain.source import Extraction, FileFormat, LayoutLine
from app.errors import AppError
from app.formats.margins import inked
from app.formats.ocr_boxes import LineFinder
from app.formats.ocr_lines import LineReader
from app.formats.read.page_lines import Line, Piece, is_centred, lines_of
from app.formats.reader import TextBuilder, UnreadableError
from app.formats.render import page_to_read, pages_to_read
from app.formats.seals import without_seals
from app.formats.tilt import straightened, tilt_of

READER = "rapidocr 3 (PP-OCRv6)"
DPI = 200
LOW_CONFIDENCE = 0.85
_FINDING_MODEL = "PP-OCRv6_det_small.onnx"
_READING_MODEL = "PP-OCRv6_rec_small.onnx"
_SOUGHT_AT = 960
"""Pixels of the longer side of a page on which letters are looked for."""

_LEAST_CERTAIN = 0.5
"""Below it a line is taken for no writing at all."""

_MAYBE_TURNED = 0.75
_TURNS = (180, 90, 270)
_SOFTENING = 0.95
"""Pixels: the steps of black-and-white scans become shades, from which the models have learned to read."""

_AS_READ = ("L", "RGB")
_GREY = 2
"""Dimensions of a picture that has no colours."""

_DARKER = 15
"""Per cent of the pixels of a box that are taken for ink."""

_LETTER_IN_BOX = 0.72
_BASE_IN_BOX = 0.8
_A4 = (595.0, 842.0)
_WIDE_SIGNS = str.maketrans("(),:;!?", "（），：；！？")
_NARROW_AFTER = re.compile("(?<=[\u4e00-\u9fff》」】）])[(),:;!?]")
_NARROW_BEFORE = re.compile("[(),:;!?](?=[\u4e00-\u9fff《「【（])")
_RED = (220, 30, 30)
_BLACK = (0, 0, 0)


@dataclass(frozen=True, slots=True)
class OcrLine:
    """A line of a page; coordinates in points from the top left of the page as it is read."""

    text: str
    left: float
    top: float
    right: float
    bottom: float
    size: float
    colour: tuple[int, int, int]
    is_centred: bool
    confidence: float


@dataclass(frozen=True, slots=True)
class OcrPage:
    """A recognised page: its size in points, its lines from top to bottom, and how sure they are.

    ``turned_by`` is by how many degrees, counter-clockwise, the page had to be turned to be read;
    ``confidence`` the mean over the characters, 0 for a page without any.
    """

    size: tuple[float, float]
    lines: tuple[OcrLine, ...]
    turned_by: int = 0

    @property
    def confidence(self) -> float:
        """Mean confidence of the characters."""
        letters = sum(len(line.text) for line in self.lines)
        return sum(line.confidence * len(line.text) for line in self.lines) / letters if letters else 0.0


def available() -> bool:
    """Whether the optional part is installed, with its models."""
    folder = _model_folder()
    needed = all(importlib.util.find_spec(name) for name in ("onnxruntime", "cv2"))
    return (
        needed
        and folder is not None
        and all((folder / name).is_file() for name in (_FINDING_MODEL, _READING_MODEL))
    )


def _model_folder() -> Path | None:
    spec = importlib.util.find_spec("rapidocr")
    places = spec.submodule_search_locations if spec is not None else None
    return Path(next(iter(places))) / "models" if places else None


@functools.cache
def _engine() -> tuple[LineFinder, LineReader]:
    folder = _model_folder()
    if folder is None or not available():
        raise AppError("没有安装文字识别（OCR）组件。", "请使用含文字识别的安装包，或先不做文字识别。")
    return LineFinder(folder / _FINDING_MODEL), LineReader(folder / _READING_MODEL)


def recognise_page(picture: Image.Image) -> OcrPage:
    """Read a page. Seals are washed out and black-and-white scans softened first; a page that reads
    badly is tried in other directions.

    Raises:
        AppError: when the optional part is not installed.
    """
    clean = without_seals(picture)
    best = _recognise(clean)
    if best.confidence >= _MAYBE_TURNED:
        return best
    for angle in _TURNS:
        page = _recognise(clean.rotate(angle, expand=True))
        if _gain(page) > 1.2 * _gain(best):
            best = replace(page, turned_by=angle)
    return best


def softened(picture: Image.Image) -> Image.Image:
    """A picture of two colours with a little shade at its edges; others stay as they are."""
    if picture.getcolors(2) is None:
        return picture
    return picture.convert("L").filter(ImageFilter.BoxBlur(_SOFTENING))


def _gain(page: OcrPage) -> float:
    """How much was read, counting only what is rather certain."""
    return sum(len(line.text) * max(0.0, line.confidence - 0.5) for line in page.lines)


def _recognise(picture: Image.Image) -> OcrPage:
    scale = max(_A4) / max(picture.size)
    size = (picture.width * scale, picture.height * scale)
    left, top, right, bottom = inked(picture)
    if right == left:
        return OcrPage(size, ())
    part = softened(picture.crop((left, top, right, bottom)))
    pixels = numpy.asarray(part if part.mode in _AS_READ else part.convert("RGB"))
    pieces: list[Piece] = []
    scores: list[float] = []
    for box, text, score in _read(pixels, max(pixels.shape) / max(picture.size)):
        pieces.append(_piece(box, text, pixels, scale, len(pieces)))
        scores.append(score)
    straight = straightened(pieces, tilt_of(pieces), pixels.shape[1] * scale / 2)
    lines = lines_of([_moved(piece, left * scale, top * scale) for piece in straight])
    return OcrPage(size, tuple(_ocr_line(line, lines, size[0], scores) for line in lines))


def _read(pixels: Any, share: float) -> Iterator[tuple[Any, str, float]]:  # noqa: ANN401
    """Corners, text and confidence of the lines of ``share`` of a page: looked for as large as they would be
    in the whole page.
    """
    finder, reader = _engine()
    for box in finder.boxes(pixels, round(_SOUGHT_AT * share)):
        text, score = reader.read(pixels, box)
        if text.strip() and score >= _LEAST_CERTAIN:
            yield box, text, score


def _moved(piece: Piece, along: float, down: float) -> Piece:
    return replace(piece, left=piece.left + along, right=piece.right + along, base=piece.base + down)


def _piece(box: Any, text: str, pixels: Any, scale: float, order: int) -> Piece:  # noqa: ANN401
    """A recognised box: four corners, clockwise from the top left, possibly a little tilted."""
    (x1, y1), (x2, y2), (x3, y3), (x4, y4) = ((float(x), float(y)) for x, y in box)
    left, right = min(x1, x4), max(x2, x3)
    top, bottom = (y1 + y2) / 2, (y3 + y4) / 2
    height = bottom - top
    return Piece(
        text=with_wide_signs(text),
        left=left * scale,
        right=right * scale,
        base=(top + _BASE_IN_BOX * height) * scale,
        size=max(1.0, _LETTER_IN_BOX * height * scale),
        colour=_ink(pixels[max(0, int(top)) : int(bottom) + 1 : 3, max(0, int(left)) : int(right) + 1 : 3]),
        order=order,
    )


def with_wide_signs(text: str) -> str:
    """Signs that print alike in both widths become wide beside a Chinese character, as they are typed."""
    return _NARROW_AFTER.sub(_widened, _NARROW_BEFORE.sub(_widened, text))


def _widened(match: re.Match[str]) -> str:
    return match[0].translate(_WIDE_SIGNS)


def _ink(pixels: Any) -> tuple[int, int, int]:  # noqa: ANN401
    """Red or black: the colour of the darker pixels of a box; a ninth of them is enough to tell."""
    if pixels.ndim == _GREY or not pixels.size:
        return _BLACK
    flat = pixels.reshape(-1, 3)
    shade = numpy.minimum(flat[:, 1], flat[:, 2])
    darkest = flat[shade <= numpy.sort(shade)[len(shade) * _DARKER // 100]]
    red, green, blue = (int(shades[len(shades) // 2]) for shades in numpy.sort(darkest.T, axis=1))
    return _RED if red > 100 and red > 1.5 * max(green, blue) else _BLACK


def _ocr_line(line: Line, lines: list[Line], width: float, scores: list[float]) -> OcrLine:
    return OcrLine(
        text=line.text,
        left=line.left,
        top=line.top,
        right=line.right,
        bottom=line.bottom,
        size=line.size,
        colour=line.colour,
        is_centred=is_centred(line, lines, width),
        confidence=sum(scores[order] for order in line.order) / len(line.order),
    )


def recognise_page_of(stream: BinaryIO, page_number: int) -> OcrPage:
    """Read one page, numbered from 1, of a PDF, OFD or picture file.

    Raises:
        UnreadableError: the page cannot be shown.
    """
    return recognise_page(page_to_read(stream, page_number, DPI))


def recognise_pages_of(stream: BinaryIO, numbers: Iterable[int]) -> Iterator[tuple[int, OcrPage]]:
    """Read several pages of one file, numbered from 1; each with its number as soon as it is read.

    Raises:
        UnreadableError: a page cannot be shown.
    """
    for number, picture in pages_to_read(stream, numbers, DPI):
        yield number, recognise_page(picture)


def pages_to_recognise(read: Extraction) -> list[int]:
    """Numbers of the pages that have no text of their own."""
    named = read.properties.get("pages_without_text", "")
    if named:
        return [int(number) for number in named.split(",")]
    return list(range(1, (read.page_count or 0) + 1)) if read.needs_ocr else []


def with_recognised(read: Extraction, pages: Mapping[int, OcrPage]) -> Extraction:
    """What a reader found, with recognised pages in the place of those that had no text.

    ``ocr_confidence`` is the mean over recognised characters; pages below 0.85 are named in
    ``ocr_low_confidence_pages``, for a person to look at. Notes stay with their pages.
    """
    builder = TextBuilder()
    for number in range(1, (read.page_count or 0) + 1):
        builder.start_page()
        if number in pages:
            _add(builder, pages[number], is_first=number == 1)
            _add_parts(builder, read, number)
        else:
            _add_page(builder, read, number)
    low = [str(number) for number, page in sorted(pages.items()) if page.confidence < LOW_CONFIDENCE]
    properties = {key: value for key, value in read.properties.items() if key != "pages_without_text"}
    properties["text_layer"] = "ocr"
    if low:
        properties["ocr_low_confidence_pages"] = ",".join(low)
    first = pages.get(1)
    done = builder.finish(
        read.format,
        f"{read.reader}; {READER}",
        page_count=read.page_count,
        properties=properties,
        embedded=read.embedded,
        signatures=read.signatures,
        page_size=first.size if first else read.page_size,
        puid=read.puid,
    )
    return replace(done, layout=done.layout if first else read.layout, ocr_confidence=_mean_confidence(pages))


def _mean_confidence(pages: Mapping[int, OcrPage]) -> float:
    lines = [line for page in pages.values() for line in page.lines]
    letters = sum(len(line.text) for line in lines)
    return round(sum(line.confidence * len(line.text) for line in lines) / letters, 4) if letters else 0.0


def _extent(read: Extraction, number: int) -> tuple[int, int]:
    start = read.page_starts[number - 1]
    end = read.page_starts[number] if number < len(read.page_starts) else len(read.text)
    return start, end


def _add_page(builder: TextBuilder, read: Extraction, number: int) -> None:
    """A page that had text of its own, with its parts."""
    start, end = _extent(read, number)
    shift = builder.length - start
    builder.add(read.text[start:end])
    builder.parts += [
        replace(part, start=part.start + shift, end=part.end + shift)
        for part in read.parts
        if start <= part.start < end
    ]


def _add_parts(builder: TextBuilder, read: Extraction, number: int) -> None:
    """Notes that lie over a picture of a page stay when the page itself is recognised."""
    start, end = _extent(read, number)
    for part in read.parts:
        if start <= part.start < end:
            with builder.part(part.kind, part.label):
                builder.add(read.text[part.start : part.end])


def _add(builder: TextBuilder, page: OcrPage, *, is_first: bool) -> None:
    for line in page.lines:
        start, end = builder.add_line(line.text)
        if is_first:
            builder.layout.append(
                LayoutLine(
                    start,
                    end,
                    line.left,
                    line.top,
                    line.right,
                    line.bottom,
                    line.size,
                    line.colour,
                    line.is_centred,
                )
            )


def ocr(stream: BinaryIO, file_format: FileFormat) -> Extraction:
    """Read a PDF, OFD or picture file and recognise its pages that have no text.

    Raises:
        UnreadableError: the file cannot be read.
        AppError: the optional part is not installed.
    """
    from app.formats.extract import reader_for

    reader = reader_for(file_format)
    if reader is None:
        raise AppError("这种格式没有页面图像，不能做文字识别。")
    stream.seek(0)
    read = reader(stream, file_format)
    return with_recognised(
        read, {number: _page_or_blank(stream, number) for number in pages_to_recognise(read)}
    )


def _page_or_blank(stream: BinaryIO, page_number: int) -> OcrPage:
    """A page that cannot be shown has no lines, so that it is listed for a person to look at."""
    try:
        return recognise_page_of(stream, page_number)
    except UnreadableError:
        return OcrPage(_A4, ())

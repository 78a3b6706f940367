"""Lines are found where they stand and read without their margin; the model cut in two reads as the whole one."""

import importlib
import os
import subprocess
import sys
from pathlib import Path

import numpy
import pytest
from PIL import Image, ImageDraw, ImageFont

from app.errors import AppError
from app.formats import ocr
from app.formats.ocr_boxes import as_input
from app.formats.ocr_lines import ROWS, _certainty
from app.formats.ocr_model import cut, letters_of, session

needs_engine = pytest.mark.skipif(not ocr.available(), reason="the OCR extra is not installed")
PAGE = (840, 1188)
LINES = ("2008-03-07", "Linhu 1115500", "No 7")


def page(*texts, angle=0.0):
    """A page with a line every 90 pixels from 200 on, and where each begins."""
    picture = Image.new("RGB", PAGE, (255, 255, 255))
    pen = ImageDraw.Draw(picture)
    for row, text in enumerate(texts):
        pen.text((120, 200 + 90 * row), text, fill=(20, 20, 20), font=ImageFont.load_default(36))
    return numpy.asarray(picture.rotate(angle, Image.Resampling.BICUBIC, fillcolor=(255, 255, 255)))


def box(left, top, right, bottom):
    return numpy.array([(left, top), (right, top), (right, bottom), (left, bottom)], numpy.float32)


@needs_engine
def test_lines_are_found_from_top_to_bottom():
    finder, _ = ocr._engine()
    boxes = finder.boxes(page(*LINES), 960)
    assert len(boxes) == len(LINES)
    for row, corners in enumerate(boxes):
        left, top = corners[0]
        right, bottom = corners[2]
        middle = 200 + 90 * row + 22
        assert top < middle < bottom
        assert left == pytest.approx(120, abs=15)
        assert right > left
        assert 36 <= bottom - top <= 70


@needs_engine
def test_small_print_beside_large_is_found_as_if_all_were_small():
    finder, reader = ocr._engine()
    picture = Image.fromarray(page(*LINES))
    font = ImageFont.load_default(13)
    ImageDraw.Draw(picture).text((120, 900), "Tel 0571 8830", fill=(20, 20, 20), font=font)
    pixels = numpy.asarray(picture)
    texts = [reader.read(pixels, corners)[0] for corners in finder.boxes(pixels, 960)]
    assert texts == [*LINES, "Tel 0571 8830"]


@needs_engine
@pytest.mark.parametrize(("size", "looks"), [(36, [720]), (16, [720, 960])])
def test_large_print_is_looked_for_once_in_fewer_pixels(monkeypatch, size, looks):
    finder, _ = ocr._engine()
    picture = Image.new("RGB", PAGE, (255, 255, 255))
    font = ImageFont.load_default(size)
    ImageDraw.Draw(picture).text((120, 200), "2008-03-07", fill=(20, 20, 20), font=font)
    sides = []
    found = finder._found
    monkeypatch.setattr(
        type(finder), "_found", lambda _, pixels, side: sides.append(side) or found(pixels, side)
    )
    assert len(finder.boxes(numpy.asarray(picture), 960)) == 1
    assert sides == looks


@needs_engine
def test_no_line_is_found_on_blank_paper():
    assert ocr._engine()[0].boxes(page(), 960) == []


@needs_engine
@pytest.mark.parametrize("angle", [0.0, 4.0, -4.0])
def test_a_line_is_read_at_any_slope(angle):
    finder, reader = ocr._engine()
    pixels = page("2008-03-07", angle=angle)
    assert [reader.read(pixels, corners)[0] for corners in finder.boxes(pixels, 960)] == ["2008-03-07"]


@needs_engine
@pytest.mark.parametrize(("height", "width", "columns"), [(48, 40, 160), (60, 1200, 880), (30, 900, 1320)])
def test_a_line_is_given_without_its_margin_and_never_too_short(height, width, columns):
    _, reader = ocr._engine()
    pixels = numpy.full((height + 20, width + 20, 3), 255, dtype=numpy.uint8)
    pixels[10 : 10 + height // 10] = 0
    prepared = reader.prepared(pixels, box(10, 10, 10 + width, 10 + height))
    assert prepared.shape == (1, 3, ROWS, columns)
    used = round(40 * width / height * 1.1)
    assert prepared[..., 2:-2, : used - 2].min() == 1.0, "the black edge of the box is not among the rows"
    assert not prepared[..., used:].any()


@needs_engine
def test_letters_one_below_the_other_are_laid_on_their_side():
    _, reader = ocr._engine()
    upright = Image.fromarray(page("Linhu 11"))
    pixels = numpy.asarray(upright.rotate(-90, expand=True))
    assert reader.read(pixels, box(PAGE[1] - 255, 110, PAGE[1] - 200, 290))[0] == "Linhu 11"


@needs_engine
@pytest.mark.parametrize("digit", "1234567890")
def test_a_single_digit_is_read_upright_though_it_is_higher_than_wide(digit):
    _, reader = ocr._engine()
    text, confidence = reader.read(page(digit), box(113, 198, 147, 254))
    assert text == digit
    assert confidence > 0.99


@needs_engine
def test_a_grey_page_is_read_as_the_same_page_in_colours():
    finder, reader = ocr._engine()
    pixels = page("2008-03-07")
    grey = numpy.ascontiguousarray(pixels[:, :, 0])
    (corners,) = finder.boxes(grey, 960)
    assert corners == pytest.approx(finder.boxes(pixels, 960)[0], abs=0.1)
    assert reader.read(grey, corners)[0] == "2008-03-07"


@needs_engine
@pytest.mark.parametrize("text", LINES)
def test_the_model_cut_in_two_reads_as_the_whole_one(text):
    finder, reader = ocr._engine()
    pixels = page(text)
    (corners,) = finder.boxes(pixels, 960)
    data = (ocr._model_folder() / ocr._READING_MODEL).read_bytes()
    rows = data.replace(b"\x0a\x02\x08\x03\x0a\x02\x08\x30", b"\x0a\x02\x08\x03\x0a\x02\x12\x00")
    whole = session(rows)
    likely = whole.run(None, {whole.get_inputs()[0].name: reader.prepared(pixels, corners)})[0][0]
    best = likely.argmax(axis=1)
    kept = [at for at in range(len(best)) if best[at] and (at == 0 or best[at] != best[at - 1])]
    expected = "".join(letters_of(data)[best[at]] for at in kept)
    assert reader.read(pixels, corners) == (
        expected,
        pytest.approx(likely.max(axis=1)[kept].mean(), abs=1e-4),
    )
    assert expected == text


@needs_engine
def test_blank_paper_has_no_letters():
    _, reader = ocr._engine()
    assert reader.read(page(), box(100, 100, 500, 150)) == ("", 0.0)


@needs_engine
def test_a_picture_is_given_as_the_models_have_learned_it():
    red = numpy.full((2, 3, 3), (255, 0, 51), dtype=numpy.uint8)
    given = as_input(importlib.import_module("cv2"), red)
    assert given.shape == (1, 3, 2, 3)
    assert given[0, :, 0, 0] == pytest.approx([51 / 127.5 - 1, -1, 1])


def test_the_certainty_is_the_mean_likelihood_of_the_likeliest():
    weights = numpy.random.default_rng(1).normal(0, 3, (9, 500)).astype(numpy.float32)
    powers = numpy.exp(weights.astype(float))
    expected = (powers.max(axis=1) / powers.sum(axis=1)).mean()
    assert _certainty(weights) == pytest.approx(expected, rel=1e-4)


def number(value):
    groups = [value >> shift & 127 for shift in range(0, max(1, value.bit_length()), 7)]
    return bytes([*(group | 128 for group in groups[:-1]), groups[-1]])


def field(key, held):
    return number(key << 3 | 2) + number(len(held)) + held


def node(operation, output, *inputs):
    names = b"".join(field(1, name.encode()) for name in inputs)
    return field(1, names + field(2, output.encode()) + field(4, operation.encode()))


INPUT = field(11, field(1, b"x") + field(2, b"\x0a\x02\x08\x03\x0a\x02\x08\x30"))
FIRST = node("Relu", "seen", "x")
LAST = [
    node("MatMul", "sums", "seen", "many-weights"),
    node("Add", "shifted", "sums", "shifts"),
    node("Identity", "scores", "shifted"),
    node("Softmax", "likelihoods", "scores"),
]
CONSTANTS = field(5, field(8, b"many-weights")) + field(5, field(8, b"shifts")) + field(5, field(8, b"other"))


def model(*parts):
    letters = field(14, field(1, b"character") + field(2, "临\n湖".encode()))
    return b"\x08\x0a" + field(7, b"".join(parts) + field(12, field(1, b"likelihoods"))) + letters


def test_a_model_is_cut_before_its_last_layer():
    before, layer = cut(model(INPUT, FIRST, *LAST, CONSTANTS))
    named = [b"Relu", b"MatMul", b"Add", b"Softmax", b"many-weights", b"shifts", b"other", b"character"]
    assert [name in before for name in named] == [True, False, False, False, False, False, True, False]
    assert [name in layer for name in named] == [False, True, True, False, True, True, False, False]
    assert [part[:2] for part in (before, layer)] == [b"\x08\x0a"] * 2, "the version of the format stays"
    assert b"likelihoods" not in before + layer


def test_the_letters_of_a_model_begin_with_the_gap_and_end_with_a_blank():
    assert letters_of(model(INPUT)) == ["", "临", "湖", " "]


@pytest.mark.parametrize(
    "parts",
    [
        (INPUT, FIRST, *LAST[:-1], CONSTANTS),
        (INPUT, FIRST, LAST[0], *LAST[2:], CONSTANTS),
        (INPUT, FIRST, *LAST[:-1], node("Softmax", "likelihoods", "sums"), CONSTANTS),
        (FIRST, *LAST, CONSTANTS),
    ],
)
def test_a_model_of_another_build_is_refused(parts):
    with pytest.raises(AppError, match="不配套"):
        cut(model(*parts))


@needs_engine
def test_the_models_keep_and_send_nothing(tmp_path):
    """The runtime's wheels keep what they have to tell their maker in the person's folder before they send it."""
    environment = {**os.environ, "HOME": str(tmp_path), "XDG_CACHE_HOME": str(tmp_path / "cache")}
    environment.pop("ORT_DISABLE_TELEMETRY", None)
    done = subprocess.run(
        [sys.executable, "-c", "from app.formats import ocr; ocr._engine()"],
        cwd=Path(__file__).parents[3],
        env=environment,
        check=False,
    )
    assert done.returncode == 0
    assert [path for path in tmp_path.rglob("*") if path.is_file()] == []

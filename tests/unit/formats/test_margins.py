import numpy
import pytest
from PIL import Image, ImageDraw

from app.formats.margins import inked

MM = 4
SIZE = (210 * MM, 297 * MM)


def sheet(*marks, shade=0, mode="L"):
    """A page with dark strokes; left, top, right and bottom in millimetres."""
    picture = Image.new(mode, SIZE, 255)
    pen = ImageDraw.Draw(picture)
    for left, top, right, bottom in marks:
        pen.rectangle((left * MM, top * MM, right * MM - 1, bottom * MM - 1), fill=shade)
    return picture


def with_grain(picture, strength):
    grain = numpy.random.default_rng(5).normal(0, strength, picture.size[::-1])
    return Image.fromarray(numpy.clip(numpy.asarray(picture) + grain, 0, 255).astype(numpy.uint8))


def is_around(box, mark, slack):
    """The box holds the mark and is no larger than ``slack`` millimetres more on each side."""
    inside = all(box[side] <= mark[side] * MM for side in (0, 1)) and all(
        box[side] >= mark[side] * MM for side in (2, 3)
    )
    return inside and all(abs(box[side] - mark[side] * MM) <= slack * MM for side in range(4))


@pytest.mark.parametrize("mode", ["1", "L", "RGB"])
def test_the_margins_of_a_letter_are_left_out(mode):
    box = inked(sheet((28, 37, 184, 262), mode=mode))
    assert is_around(box, (28, 37, 184, 262), slack=7)


@pytest.mark.parametrize(
    ("stroke", "shade"),
    [((150, 280, 151, 280.5), 0), ((150, 280, 153, 280.5), 190), ((20, 5, 21, 5.5), 0)],
)
def test_a_single_dot_and_a_faint_stroke_are_ink(stroke, shade):
    body = (60, 100, 150, 200)
    picture = sheet(body)
    ImageDraw.Draw(picture).rectangle([side * MM for side in stroke], fill=shade)
    left, top, right, bottom = inked(picture)
    assert left <= stroke[0] * MM
    assert top <= stroke[1] * MM
    assert right >= stroke[2] * MM
    assert bottom >= stroke[3] * MM


@pytest.mark.parametrize("strength", [5, 12, 20])
def test_grain_is_not_ink(strength):
    mark = (28, 37, 184, 200)
    assert is_around(inked(with_grain(sheet(mark), strength)), mark, slack=20)


def test_a_page_too_rough_to_tell_and_one_with_an_edge_are_kept_whole():
    assert inked(with_grain(sheet((28, 37, 184, 200)), 110)) == (0, 0, *SIZE)
    assert inked(sheet((0, 0, 210, 1), (0, 0, 1, 297), (209, 0, 210, 297), (0, 296, 210, 297))) == (
        0,
        0,
        *SIZE,
    )


def test_a_blank_page_has_nothing():
    assert inked(sheet()) == (0, 0, 0, 0)
    left, _, right, _ = inked(with_grain(sheet(), 8))
    assert 0 <= left <= right <= SIZE[0]


@pytest.mark.parametrize("mark", [(28, 150, 184, 151), (100, 20, 101, 280), (28, 5, 184, 6)])
def test_a_single_line_is_not_cut_to_a_strip(mark):
    left, top, right, bottom = inked(sheet(mark))
    assert right - left <= 6 * (bottom - top) + 6
    assert bottom - top <= 6 * (right - left) + 6
    assert top <= mark[1] * MM
    assert bottom >= mark[3] * MM


@pytest.mark.parametrize("size", [(1, 1), (9, 400), (3000, 20)])
def test_tiny_pictures_are_kept_or_blank(size):
    assert inked(Image.new("L", size, 255)) in {(0, 0, 0, 0), (0, 0, *size)}

import io
from pathlib import Path

import numpy
import pytest
from PIL import Image, ImageDraw, ImageFont

from app.domain.source import Extraction, FileFormat, LayoutLine, PartKind, TextPart
from app.formats import ocr
from app.formats.ocr import OcrLine, OcrPage, pages_to_recognise, with_recognised, with_wide_signs
from app.formats.seals import seals, without_seals

SHARED = Path(__file__).parents[4] / "shared" / "data"
RED, BLACK, WHITE = (210, 30, 40), (20, 20, 20), (255, 255, 255)
MM = 4


def sheet():
    picture = Image.new("RGB", (210 * MM, 297 * MM), WHITE)
    return picture, ImageDraw.Draw(picture)


def with_seal(left=130, top=200, size=42):
    picture, pen = sheet()
    pen.rectangle((20 * MM, 30 * MM, 180 * MM, 50 * MM), fill=RED)  # a red head
    pen.rectangle((20 * MM, 80 * MM, 190 * MM, 81 * MM), fill=RED)  # its line
    pen.text((135 * MM, 215 * MM), "2008-3-7", fill=BLACK)
    pen.ellipse((left * MM, top * MM, (left + size) * MM, (top + size) * MM), outline=RED, width=MM)
    pen.rectangle(((left + 15) * MM, (top + 15) * MM, (left + 25) * MM, (top + 25) * MM), fill=RED)
    return picture


def is_red(picture, x, y):
    red, green, blue = picture.getpixel((x * MM, y * MM))
    return red > green + 40 and red > blue + 40


def test_a_seal_is_washed_out_and_the_red_head_stays():
    picture = with_seal()
    clean = without_seals(picture)
    assert is_red(picture, 150, 220)
    assert not is_red(clean, 150, 220)
    assert is_red(clean, 100, 40)
    assert is_red(clean, 100, 80)


def test_black_and_white_scans_get_shades_and_others_stay():
    picture, pen = sheet()
    pen.rectangle((50, 50, 90, 90), fill=(0, 0, 0))
    two = picture.convert("1")
    soft = ocr.softened(two)
    assert (soft.mode, soft.size, len(soft.getcolors()) > 2) == ("L", two.size, True)
    assert [soft.getpixel((70, 70)), soft.getpixel((10, 10))] == [0, 255]
    pen.rectangle((100, 50, 120, 90), fill=RED)
    assert ocr.softened(picture) is picture


@pytest.mark.parametrize(
    ("left", "top", "size", "count"),
    [(130, 200, 42, 1), (20, 240, 40, 1), (130, 200, 10, 0), (60, 100, 100, 0), (130, 20, 42, 0)],
)
def test_a_seal_is_told_by_size_and_place(left, top, size, count):
    picture, pen = sheet()
    pen.ellipse((left * MM, top * MM, (left + size) * MM, (top + size) * MM), outline=RED, width=2 * MM)
    assert len(seals(numpy.asarray(picture))) == count


def test_two_seals_are_two():
    picture = with_seal(left=30)
    pen = ImageDraw.Draw(picture)
    pen.ellipse((130 * MM, 200 * MM, 172 * MM, 242 * MM), outline=RED, width=MM)
    assert len(seals(numpy.asarray(picture))) == 2


def test_a_grey_page_is_left_alone():
    grey = Image.new("L", (100, 100), 255)
    assert without_seals(grey) is grey


@pytest.mark.parametrize(
    ("read", "written"),
    [
        ("各区县(自治县)", "各区县（自治县）"),
        ("甲,乙:丙;丁", "甲，乙：丙；丁"),
        ("1,234.5 (a)", "1,234.5 (a)"),
        ("《办法》(试行)", "《办法》（试行）"),
    ],
)
def test_signs_are_as_wide_as_they_are_typed(read, written):
    assert with_wide_signs(read) == written


def line(text, confidence=0.99, top=10.0):
    return OcrLine(text, 80.0, top, 200.0, top + 16, 16.0, (220, 30, 30), True, confidence)


def scanned(**changes):
    values = {"format": FileFormat.PDF, "puid": "fmt/18", "text": "", "page_starts": (0, 0), "page_count": 2}
    values |= {
        "needs_ocr": True,
        "reader": "pdf 1",
        "properties": {"pages_without_text": "1,2", "title": "题"},
    }
    return Extraction(**(values | changes))


def test_recognised_pages_become_the_text():
    pages = {
        1: OcrPage((595.0, 842.0), (line("临湖县文件"), line("关于"))),
        2: OcrPage((595.0, 842.0), (line("印发", 0.6),)),
    }
    done = with_recognised(scanned(), pages)
    assert done.text == "临湖县文件\n关于\n印发\n"
    assert (done.page_starts, done.page_count, done.needs_ocr, done.puid) == ((0, 9), 2, False, "fmt/18")
    assert done.layout[0] == LayoutLine(0, 5, 80.0, 10.0, 200.0, 26.0, 16.0, (220, 30, 30), True)
    assert done.ocr_confidence == pytest.approx((0.99 * 7 + 0.6 * 2) / 9, abs=1e-4)
    assert done.properties == {"title": "题", "text_layer": "ocr", "ocr_low_confidence_pages": "2"}
    assert "pdf 1" in done.reader
    assert "rapidocr" in done.reader


def test_pages_that_have_text_keep_it():
    layout = (LayoutLine(0, 3),)
    read = scanned(
        text="第一页\n",
        page_starts=(0, 4),
        needs_ocr=False,
        layout=layout,
        properties={"pages_without_text": "2"},
    )
    done = with_recognised(read, {2: OcrPage((595.0, 842.0), (line("扫描页"),))})
    assert (done.text, done.page_starts, done.layout) == ("第一页\n扫描页\n", (0, 4), layout)


def test_notes_stay_with_their_pages():
    parts = (TextPart(PartKind.COMMENT, 0, 3), TextPart(PartKind.COMMENT, 7, 10))
    read = scanned(
        text="批一\n第二页\n批二\n", page_starts=(0, 3), parts=parts, properties={"pages_without_text": "1"}
    )
    done = with_recognised(read, {1: OcrPage((595.0, 842.0), (line("扫描页"),))})
    assert done.text == "扫描页\n批一\n第二页\n批二\n"
    assert [done.text[part.start : part.end] for part in done.parts] == ["批一\n", "批二\n"]


@pytest.mark.parametrize(
    ("changes", "pages"),
    [
        ({}, [1, 2]),
        ({"properties": {}}, [1, 2]),
        ({"properties": {}, "needs_ocr": False}, []),
        ({"properties": {"pages_without_text": "2"}, "needs_ocr": False}, [2]),
    ],
)
def test_only_pages_without_text_are_recognised(changes, pages):
    assert pages_to_recognise(scanned(**changes)) == pages


def test_a_page_on_which_nothing_was_read_has_no_confidence():
    assert OcrPage((595.0, 842.0), ()).confidence == 0.0
    assert with_recognised(scanned(), {1: OcrPage((595.0, 842.0), ())}).ocr_confidence == 0.0


needs_engine = pytest.mark.skipif(not ocr.available(), reason="the OCR extra is not installed")
needs_shared = pytest.mark.skipif(not SHARED.exists(), reason="../shared is not here")


@needs_engine
@needs_shared
@pytest.mark.parametrize("angle", [0, 180])
def test_a_scan_is_read_even_upside_down(angle):
    path = min((SHARED / "rendered" / "jpg").glob("*.jpg"))
    turned = io.BytesIO()
    with Image.open(path) as picture:
        head = picture.crop((0, 0, picture.width, picture.height * 2 // 5))
        head.rotate(angle, expand=True).save(turned, "PNG")
    extraction = ocr.ocr(turned, FileFormat.PNG)
    assert "人民政府" in extraction.text
    assert extraction.ocr_confidence > 0.9
    assert not extraction.needs_ocr
    assert any(line.is_red for line in extraction.layout)


@needs_engine
def test_what_is_read_stands_where_it_is_on_the_whole_page():
    picture, pen = sheet()
    pen.text((120 * MM, 250 * MM), "2008-03-07", fill=BLACK, font=ImageFont.load_default(36))
    page = ocr.recognise_page(picture)
    assert page.size == pytest.approx((595, 842), abs=1)
    assert [line.text for line in page.lines] == ["2008-03-07"]
    assert page.lines[0].left == pytest.approx(120 * page.size[0] / 210, abs=8)
    assert page.lines[0].bottom == pytest.approx(260 * page.size[1] / 297, abs=8)


@needs_engine
def test_a_blank_page_has_no_lines():
    assert ocr.recognise_page(sheet()[0]).lines == ()


@needs_engine
def test_equal_digits_side_by_side_are_all_read():
    numbers = ["2200115500336677", "1111000022229999", "8855002200777744"]
    picture, pen = sheet()
    for row, number in enumerate(numbers):
        pen.text((30 * MM, (60 + 20 * row) * MM), number, fill=BLACK, font=ImageFont.load_default(36))
    page = ocr.recognise_page(picture)
    assert [line.text for line in page.lines] == numbers

import io
import struct
import zlib

import pytest
from PIL import Image

from app.domain.source import FailureKind, FileFormat
from app.formats.read import image as reader
from app.formats.reader import UnreadableError
from app.formats.render import page_picture, render_page
from tests.unit.formats.pdf_file import pdf


def picture(kind, mode="RGB", pages=1, **options):
    stream = io.BytesIO()
    frames = [Image.new(mode, (100 + 10 * page, 200)) for page in range(pages)]
    more = {"save_all": True, "append_images": frames[1:]} if pages > 1 else {}
    frames[0].save(stream, kind, **more, **options)
    stream.seek(0)
    return stream


@pytest.mark.parametrize(
    ("stream", "pages"),
    [
        (picture("TIFF", "1", 3, compression="group4"), 3),
        (picture("TIFF"), 1),
        (picture("JPEG"), 1),
        (picture("PNG", "RGBA"), 1),
        (picture("BMP"), 1),
        (picture("GIF", "P", 2), 1),
    ],
)
def test_pictures_have_pages_and_no_text(stream, pages):
    extraction = reader.read(stream, FileFormat.TIF)
    assert (extraction.page_count, extraction.text, extraction.needs_ocr) == (pages, "", True)
    assert extraction.page_starts == (0,) * pages


def test_the_size_of_the_page_comes_from_the_resolution():
    assert reader.read(picture("PNG", dpi=(100, 100)), FileFormat.PNG).page_size == pytest.approx(
        (72, 144), rel=0.01
    )
    assert reader.read(picture("PNG", dpi=(1, 1)), FileFormat.PNG).page_size == pytest.approx((595, 1190))


def bomb():
    def chunk(kind, data):
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    header = struct.pack(">IIBBBBB", 60_000, 60_000, 8, 2, 0, 0, 0)
    return io.BytesIO(
        b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", b"") + chunk(b"IEND", b"")
    )


@pytest.mark.parametrize(
    ("stream", "kind"),
    [
        (io.BytesIO(b""), FailureKind.DAMAGED),
        (io.BytesIO(b"II*\x00\x08\x00"), FailureKind.DAMAGED),
        (io.BytesIO(b"no picture at all"), FailureKind.DAMAGED),
        (bomb(), FailureKind.TOO_LARGE),
    ],
)
def test_bad_pictures_are_refused_with_a_reason(stream, kind):
    with pytest.raises(UnreadableError) as caught:
        reader.read(stream, FileFormat.PNG)
    assert caught.value.failure.kind is kind


def test_a_picture_cut_short_is_refused_when_it_is_shown():
    data = picture("JPEG", quality=95).getvalue()
    with pytest.raises(UnreadableError):
        page_picture(io.BytesIO(data[: len(data) // 2]), 1, 100)


def test_pages_become_png(tmp_path):
    path = tmp_path / "file"
    path.write_bytes(pdf("1 0 0 rg 0 0 595 842 re f\n", "").getvalue())
    shown = Image.open(io.BytesIO(render_page(path, 1, 36)))
    assert (shown.format, shown.getpixel((10, 10))) == ("PNG", (255, 0, 0))
    assert shown.size == (298, 421)
    path.write_bytes(picture("TIFF", pages=3).getvalue())
    assert Image.open(io.BytesIO(render_page(path, 3, 200))).size == (120, 200)


@pytest.mark.parametrize("page", [0, 4])
def test_a_page_that_is_not_there_is_said_so(page):
    for stream in (picture("TIFF", pages=3), pdf("", "", "")):
        with pytest.raises(UnreadableError):
            page_picture(stream, page, 72)


def test_a_poster_is_rendered_smaller():
    poster = pdf("", page=b"/UserUnit 1").getvalue().replace(b"[0 0 595 842]", b"[0 0 9999 999]")
    width, height = page_picture(io.BytesIO(poster), 1, 2_000).size
    assert width * height < 41_000_000

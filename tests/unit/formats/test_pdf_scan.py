"""The picture of a scanned page is taken from a PDF as it was stored, where it is the whole page."""

import io

import numpy
import pypdfium2
import pytest
from PIL import Image, ImageDraw

from app.formats.render import page_to_read, pages_to_read

A4 = (595.0, 842.0)
DPI = 200
AS_DRAWN = (1653, 2339)
"""A4 at 200 dots an inch."""


def sheet(dpi: int, mode: str = "RGB", paper: int | tuple[int, int, int] | str = "white") -> bytes:
    """A JPEG of an A4 page with a bar of ink at its top left."""
    size = (round(A4[0] * dpi / 72), round(A4[1] * dpi / 72))
    picture = Image.new(mode, size, paper)
    ink = "white" if paper == "black" else "black"
    ImageDraw.Draw(picture).rectangle((size[0] // 10, size[1] // 10, size[0] // 2, size[1] // 8), fill=ink)
    target = io.BytesIO()
    picture.save(target, "JPEG", quality=90)
    return target.getvalue()


def pdf_of(
    *pictures: bytes, place: tuple[float, float, float, float] = (0, 0, *A4), turned: int = 0
) -> bytes:
    """A PDF of one A4 page with JPEGs one over the other: left, bottom, width and height in points."""
    document = pypdfium2.PdfDocument.new()
    page = document.new_page(*A4)
    for data in pictures:
        item = pypdfium2.PdfImage.new(document)
        item.load_jpeg(io.BytesIO(data), inline=True)
        left, bottom, width, height = place
        item.set_matrix(pypdfium2.PdfMatrix().scale(width, height).translate(left, bottom))
        page.insert_obj(item)
    page.set_rotation(turned)
    page.gen_content()
    target = io.BytesIO()
    document.save(target)
    document.close()
    return target.getvalue()


def read(data: bytes) -> Image.Image:
    return page_to_read(io.BytesIO(data), 1, DPI)


def has_ink(picture: Image.Image, along: float, down: float) -> bool:
    """Whether the page is dark at this share of its width and height."""
    at = round(along * picture.width), round(down * picture.height)
    return int(numpy.asarray(picture.convert("L"))[at[1], at[0]]) < 100


@pytest.mark.parametrize("mode", ["RGB", "L"])
@pytest.mark.parametrize("dpi", [150, 200, 215])
def test_a_scan_about_as_fine_as_asked_for_is_read_as_it_was_stored(dpi: int, mode: str) -> None:
    data = sheet(dpi, mode)
    picture = read(pdf_of(data))
    with Image.open(io.BytesIO(data)) as stored:
        assert (picture.mode, picture.size) == (mode, stored.size)
        assert picture.tobytes() == stored.tobytes()


@pytest.mark.parametrize("dpi", [300, 600])
def test_a_finer_scan_is_brought_down(dpi: int) -> None:
    picture = read(pdf_of(sheet(dpi, "L")))
    assert picture.mode == "L"
    assert abs(picture.width - AS_DRAWN[0]) <= 1
    assert abs(picture.height - AS_DRAWN[1]) <= 1
    assert has_ink(picture, 0.3, 0.11)
    assert not has_ink(picture, 0.3, 0.2)


@pytest.mark.parametrize(
    "data",
    [
        pytest.param(pdf_of(sheet(72)), id="coarse"),
        pytest.param(pdf_of(sheet(200), sheet(200)), id="two pictures"),
        pytest.param(pdf_of(sheet(200), place=(0, 400, 595, 442)), id="half of the page"),
        pytest.param(pdf_of(sheet(200), place=(-60, -80, 715, 1010)), id="reaches over the edge"),
        pytest.param(pdf_of(sheet(200)[:-4000] + b"\xff\xd9"), id="cut short"),
        pytest.param(pdf_of(sheet(200, paper="black")), id="dark"),
    ],
)
def test_any_other_page_is_drawn(data: bytes) -> None:
    picture = read(data)
    assert picture.mode == "RGB"
    assert abs(picture.width - AS_DRAWN[0]) <= 1
    assert abs(picture.height - AS_DRAWN[1]) <= 1


def test_a_page_that_is_shown_turned_is_drawn_turned() -> None:
    picture = read(pdf_of(sheet(200), turned=90))
    assert picture.width > picture.height
    assert has_ink(picture, 0.885, 0.3)


def test_a_picture_hung_upside_down_is_drawn_so() -> None:
    picture = read(pdf_of(sheet(200), place=(A4[0], A4[1], -A4[0], -A4[1])))
    assert has_ink(picture, 0.7, 0.89)
    assert not has_ink(picture, 0.3, 0.11)


def test_a_negative_is_drawn_as_paper() -> None:
    data = pdf_of(sheet(200, "L", "black"))
    negative = data.replace(b"/Filter /DCTDecode", b"/Decode [1 0] /Filter /DCTDecode", 1).replace(
        b"/Filter/DCTDecode", b"/Decode[1 0]/Filter/DCTDecode", 1
    )
    assert negative != data
    picture = read(negative)
    assert has_ink(picture, 0.3, 0.11)
    assert not has_ink(picture, 0.3, 0.2)


class Disk(io.BytesIO):
    """A file that counts the bytes that are read from it."""

    fetched = 0

    def read(self, size: int | None = -1, /) -> bytes:
        data = super().read(size)
        self.fetched += len(data)
        return data


def test_pages_are_read_from_the_disk_once_for_all() -> None:
    pages = [Image.new("L", (1654, 2339), 60 * number) for number in range(1, 5)]
    target = io.BytesIO()
    pages[0].save(target, "PDF", save_all=True, append_images=pages[1:], resolution=200)
    file = Disk(target.getvalue())
    shown = dict(pages_to_read(file, [4, 2], DPI))
    assert {number: page.convert("L").getpixel((800, 1100)) for number, page in shown.items()} == {
        4: 240,
        2: 120,
    }
    assert file.fetched < 1.5 * len(target.getvalue())


def test_pages_of_a_picture_file_are_read_in_parts() -> None:
    pages = [Image.new("L", (300, 400), 60 * number) for number in range(1, 4)]
    target = io.BytesIO()
    pages[0].save(target, "TIFF", save_all=True, append_images=pages[1:])
    shown = dict(pages_to_read(io.BytesIO(target.getvalue()), [1, 3], DPI))
    assert [page.convert("L").getpixel((9, 9)) for page in shown.values()] == [60, 180]

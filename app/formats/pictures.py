"""Opening picture files safely: bounded size, no warnings, one kind of error."""

import struct
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from typing import BinaryIO

from PIL import Image, UnidentifiedImageError

from app.formats import refusals

MAX_PIXELS = 200_000_000
MAX_PAGES = 5_000
_FORMATS = ("TIFF", "JPEG", "PNG", "BMP", "GIF", "DIB", "MPO")
_FAULTS = (
    UnidentifiedImageError,
    OSError,
    ValueError,
    TypeError,
    SyntaxError,
    EOFError,
    IndexError,
    KeyError,
    OverflowError,
    AttributeError,
    ZeroDivisionError,
    struct.error,
)


@contextmanager
def open_picture(stream: BinaryIO) -> Iterator[Image.Image]:
    """The first page of a picture file, not yet decoded.

    Raises:
        UnreadableError: also for what goes wrong while the picture is used inside the block.
    """
    stream.seek(0)
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # of odd metadata and of large pictures, which have a limit here
            with Image.open(stream, formats=_FORMATS) as picture:
                if picture.width * picture.height > MAX_PIXELS:
                    raise refusals.too_large("图像超过两亿像素。")
                yield picture
    except Image.DecompressionBombError as fault:
        raise refusals.too_large("图像展开后过大。") from fault
    except _FAULTS as fault:
        raise refusals.damaged("图像不完整或已损坏，无法读取。") from fault


def count_pictures(picture: Image.Image) -> int:
    """Pages of a multi-page TIFF; animations count as one picture."""
    if picture.format != "TIFF":
        return 1
    pages = int(getattr(picture, "n_frames", 1))
    if pages > MAX_PAGES:
        raise refusals.too_large(f"图像文件超过 {MAX_PAGES} 页。")
    return pages


def picture_page(stream: BinaryIO, page_number: int) -> Image.Image:
    """One page of a picture file, decoded, upright by its camera's note, in colour or grey."""
    from PIL import ImageOps

    with open_picture(stream) as picture:
        if not 1 <= page_number <= count_pictures(picture):
            raise refusals.damaged("图像文件中没有这一页。")
        if page_number > 1:
            picture.seek(page_number - 1)
        upright = ImageOps.exif_transpose(picture)
        return upright.convert("L" if upright.mode in {"1", "L", "I;16"} else "RGB")

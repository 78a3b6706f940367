"""A page as characters and pictures where they stand, for formats whose drawing is not done in full."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class PlacedText:
    """A character or a run of them; ``base`` is the height of the base line. Points from the top left."""

    text: str
    left: float
    base: float
    size: float
    colour: tuple[int, int, int]


@dataclass(frozen=True, slots=True)
class PlacedPicture:
    """The file of a picture, as it lies in the document or drawn anew, and its box in points from the top left."""

    data: bytes
    left: float
    top: float
    width: float
    height: float


@dataclass(frozen=True, slots=True)
class PlacedPage:
    """What stands on a page and its size in points. Lines, seals and shading are not in it."""

    width: float
    height: float
    texts: tuple[PlacedText, ...]
    pictures: tuple[PlacedPicture, ...]

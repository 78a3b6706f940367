"""What a page looks like, for the check against GB/T 9704-2012: every line with font, size and place."""

from dataclasses import dataclass
from enum import StrEnum

MM_PER_POINT = 25.4 / 72


class Alignment(StrEnum):
    """How a paragraph stands between the margins."""

    LEFT = "left"
    CENTRE = "centre"
    RIGHT = "right"
    JUSTIFIED = "justified"


@dataclass(frozen=True, slots=True)
class FormatLine:
    """A line (PDF) or a paragraph up to its line break (Word).

    ``font`` is the font of most Chinese characters, ``None`` where it is not known or not to be trusted
    (fonts put into a PDF are often substitutes). ``size`` in points. ``first_indent`` in points, of the
    paragraph's first line, ``None`` for lines that begin no paragraph. ``left top right bottom`` in mm
    from the page's top left corner, ``None`` in Word, which knows no places.
    """

    text: str
    page: int | None = None
    font: str | None = None
    size: float | None = None
    colour: tuple[int, int, int] = (0, 0, 0)
    alignment: Alignment | None = None
    first_indent: float | None = None
    left: float | None = None
    top: float | None = None
    right: float | None = None
    bottom: float | None = None
    is_in_table: bool = False

    @property
    def is_red(self) -> bool:
        """Whether the line is printed in the red of a document head."""
        red, green, blue = self.colour
        return red >= 140 and green <= 100 and blue <= 100


@dataclass(frozen=True, slots=True)
class Margins:
    """Margins of the page in millimetres."""

    top: float
    right: float
    bottom: float
    left: float


@dataclass(frozen=True, slots=True)
class PageFormat:
    """A document as it is laid out. ``size`` is width and height in mm of the first page.

    ``margins`` are declared (Word) or measured from where the text stands (PDF, ``is_measured``).
    ``footers``: lines that hold the page number, as printed, a number standing for its field.
    """

    size: tuple[float, float]
    margins: Margins | None
    lines: tuple[FormatLine, ...]
    footers: tuple[FormatLine, ...] = ()
    is_measured: bool = False
    other_sizes: tuple[tuple[int, float, float], ...] = ()

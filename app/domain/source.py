"""Files on disk and what was read from them.

*File* means bytes on disk; an official document is a *document* (see :mod:`app.domain.document`).
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

ON_PAPER = "paper"
"""Stands for the format of a record that has no file, where formats are counted and searched."""


class FileFormat(StrEnum):
    """What a file is by its content, never by its extension."""

    DOC = "doc"
    DOCX = "docx"
    WPS = "wps"
    RTF = "rtf"
    ODT = "odt"
    XLS = "xls"
    XLSX = "xlsx"
    ET = "et"
    ODS = "ods"
    CSV = "csv"
    DBF = "dbf"
    PPT = "ppt"
    PPTX = "pptx"
    DPS = "dps"
    TXT = "txt"
    HTML = "html"
    MHT = "mht"
    XML = "xml"
    PDF = "pdf"
    OFD = "ofd"
    EML = "eml"
    MSG = "msg"
    MBOX = "mbox"
    TIF = "tif"
    JPG = "jpg"
    PNG = "png"
    BMP = "bmp"
    GIF = "gif"
    ZIP = "zip"
    SEVEN_ZIP = "7z"
    RAR = "rar"
    CEB = "ceb"
    CEBX = "cebx"
    SURSEN = "gd"
    CAJ = "caj"
    UOF = "uof"
    ODP = "odp"
    WORKS = "works"
    AIP = "aip"
    JP2 = "jp2"
    DJVU = "djvu"
    DWG = "dwg"
    MDB = "mdb"
    PST = "pst"
    GZ = "gz"
    TAR = "tar"
    OLE = "ole"
    UNKNOWN = "unknown"


SHEET_FORMATS = frozenset(
    {FileFormat.XLS, FileFormat.XLSX, FileFormat.ET, FileFormat.ODS, FileFormat.CSV, FileFormat.DBF}
)
"""Spreadsheets: annexes and lists; a number that they show is never their own."""


class FileStatus(StrEnum):
    """What became of a file that was seen."""

    OK = "ok"
    FAILED = "failed"
    SKIPPED = "skipped"
    QUARANTINED = "quarantined"
    NEEDS_OCR = "needs_ocr"


class FailureKind(StrEnum):
    """Why a file could not be read."""

    ENCRYPTED = "encrypted"
    DAMAGED = "damaged"
    UNSUPPORTED = "unsupported"
    TIMED_OUT = "timed_out"
    OUT_OF_MEMORY = "out_of_memory"
    CRASHED = "crashed"
    TOO_LARGE = "too_large"
    VANISHED = "vanished"
    BLOCKED = "blocked"
    NAME = "name"


@dataclass(frozen=True, slots=True)
class Failure:
    """Why a file could not be read; ``message`` is a Chinese sentence with advice, without content."""

    kind: FailureKind
    message: str


class PartKind(StrEnum):
    """What a stretch of the text was on the page. What no part covers is running text."""

    TABLE = "table"
    TEXT_BOX = "text_box"
    HEADER = "header"
    FOOTER = "footer"
    FOOTNOTE = "footnote"
    COMMENT = "comment"
    INSERTED = "inserted"
    SHEET = "sheet"
    HIDDEN_SHEET = "hidden_sheet"
    HIDDEN_ROWS = "hidden_rows"
    HIDDEN_COLUMN = "hidden_column"
    SLIDE = "slide"
    HIDDEN_SLIDE = "hidden_slide"
    NOTES = "notes"
    MAIL_HEADER = "mail_header"
    WEB_METADATA = "web_metadata"


@dataclass(frozen=True, slots=True)
class TextPart:
    """Characters ``start`` to ``end`` of the text are of this kind; ``label`` names a sheet or slide.

    In tables and sheets a row is a line and its cells are separated by a tab. Hidden rows are marked
    together (label ``sheet!5:9``), a hidden column cell by cell (``sheet!C5``).
    """

    kind: PartKind
    start: int
    end: int
    label: str = ""


class AsideKind(StrEnum):
    """Text that is in the file but not on the page, kept apart from the text."""

    DELETED = "deleted"
    HIDDEN = "hidden"


@dataclass(frozen=True, slots=True)
class Aside:
    """Text that a reader of the printed page would not see."""

    kind: AsideKind
    text: str


@dataclass(frozen=True, slots=True)
class LayoutLine:
    """One line of the first page where it stands; the text is ``text[start:end]``.

    ``left top right bottom`` in points from the page's top left corner (``None`` where a format
    has no positions), ``size`` the largest font size in points, ``colour`` as (red, green, blue).
    """

    start: int
    end: int
    left: float | None = None
    top: float | None = None
    right: float | None = None
    bottom: float | None = None
    size: float | None = None
    colour: tuple[int, int, int] | None = None
    centred: bool = False

    @property
    def is_red(self) -> bool:
        """Whether the line is printed in the red of a document head."""
        if self.colour is None:
            return False
        red, green, blue = self.colour
        return red >= 140 and green <= 100 and blue <= 100


@dataclass(frozen=True, slots=True)
class EmbeddedFile:
    """A file inside a file that is listed, not read."""

    name: str
    size: int


@dataclass(frozen=True, slots=True)
class FileSignature:
    """An electronic signature or seal found in a file; its validity is not checked."""

    signer: str
    signed_at: str
    provider: str


@dataclass(frozen=True, slots=True)
class Extraction:
    r"""Everything that was read from one file.

    ``text``: decoded, byte-order mark dropped, line ends as ``\n``, nothing stripped; offsets
    everywhere count its code points. ``page_starts``: the offset at which each page begins (empty
    when the format has no pages). ``layout``: the lines of page one, in the order of the text.
    ``reader``: name and version of the reader that made this.
    """

    format: FileFormat
    puid: str | None
    text: str
    page_starts: tuple[int, ...] = ()
    page_count: int | None = None
    parts: tuple[TextPart, ...] = ()
    asides: tuple[Aside, ...] = ()
    layout: tuple[LayoutLine, ...] = ()
    page_size: tuple[float, float] | None = None
    properties: Mapping[str, str] = field(default_factory=dict)
    embedded: tuple[EmbeddedFile, ...] = ()
    signatures: tuple[FileSignature, ...] = ()
    needs_ocr: bool = False
    ocr_confidence: float | None = None
    reader: str = ""

    def page_of(self, offset: int) -> int | None:
        """The number of the page, from 1, that holds the character at ``offset``."""
        if not self.page_starts:
            return None
        return max(1, sum(start <= offset for start in self.page_starts))


@dataclass(frozen=True, slots=True)
class Held:
    """What was read of a content, and by which version of a reader: a copy of it is the same."""

    format: FileFormat
    status: FileStatus
    reader: str

"""The facts about one file on which grouping decides."""

import re
import sys
from dataclasses import dataclass
from datetime import date

from app.domain.document import ElementName, Origin
from app.domain.source import SHEET_FORMATS, FileFormat
from app.inventory.grouping.names import FileName, Title, read_path, read_title
from app.store.grouping import StoredCarrier
from app.text.document_number import parse_number
from app.text.folding import fold
from app.text.similarity import letters

PICTURES = frozenset({FileFormat.TIF, FileFormat.JPG, FileFormat.PNG, FileFormat.BMP, FileFormat.GIF})
PAGES = frozenset({FileFormat.HTML, FileFormat.MHT})
SEALED = frozenset({FileFormat.OFD, FileFormat.CEB, FileFormat.CEBX, FileFormat.SURSEN})
LEAST_SHINGLES = 40
"""Shorter texts say too little to be taken for copies of each other because they are alike."""

_PLAIN_NUMBER = re.compile(r"〔\d{4}〕\d+号")
_NO_PLACE = read_path("")


@dataclass(frozen=True, slots=True)
class Carrier:
    """One content with what its text and its file names say.

    ``number``: the document's own number, printed or at the head of the file name; ``weak_number``: a
    number without series, such as 〔2009〕1号 of minutes; ``title``: ``None`` where none is printed;
    ``day``: as printed, ISO, possibly without day or month.
    """

    content_id: int
    document_id: int
    role: str
    is_read: bool
    format: FileFormat
    has_text: bool
    is_ocr: bool
    shingle_count: int
    digest: str
    number: str | None
    number_is_printed: bool
    weak_number: str | None
    title: Title | None
    day: str | None
    body: str
    annex_note: str
    name: FileName
    folder: tuple[int, str]
    is_in_container: bool

    @property
    def is_sheet(self) -> bool:
        """Whether it is a spreadsheet: an annex or a list, never a document of its own number."""
        return self.format in SHEET_FORMATS

    @property
    def may_be_annex(self) -> bool:
        """Whether it goes with another file rather than stands for itself."""
        return self.name.is_annex or self.is_sheet

    @property
    def is_draft(self) -> bool:
        """Whether title or file name say that it is a draft; a printed number speaks against it."""
        if self.title is not None and self.title.is_draft:
            return True
        return self.name.is_draft and not self.number_is_printed

    @property
    def is_scan(self) -> bool:
        """Whether it pictures paper."""
        return self.is_ocr or not self.has_text or self.format in PICTURES or self.name.is_scan

    @property
    def is_web(self) -> bool:
        """Whether it was taken from a web site."""
        return self.format in PAGES or self.name.is_web

    @property
    def says_enough(self) -> bool:
        """Whether the text is long enough to be compared."""
        return self.shingle_count >= LEAST_SHINGLES

    @property
    def keys(self) -> tuple[str, ...]:
        """Under which titles it is looked for: the printed one and what that issues, else the file's name."""
        if self.title is not None:
            return self.title.keys
        return read_title(self.name.base).keys if self.name.base else ()

    @property
    def core(self) -> str:
        """The title, printed or of the file, from 关于 on."""
        keys = self.keys
        return keys[0] if keys else ""

    @property
    def apart(self) -> tuple[str, ...]:
        """What tells this one of a series from the next: years, ordinals, other numerals of the title."""
        title = self.title or read_title(self.name.base)
        return title.apart


def read_carrier(stored: StoredCarrier) -> Carrier:
    """Take the facts from what is stored."""
    root_id, path = stored.places[0] if stored.places else (0, "")
    name = read_path(path) if path else _NO_PLACE
    kind = FileFormat(stored.format)
    number, weak = _printed_number(stored) if kind not in SHEET_FORMATS else (None, None)
    named = name.number.canonical if name.number and kind not in SHEET_FORMATS and not name.is_annex else None
    if named and ((weak and named.endswith(weak)) or (number and stored.ocr_confidence is not None)):
        number = named  # a person wrote the name; recognised characters may be wrong
    return Carrier(
        content_id=stored.content_id,
        document_id=stored.document_id,
        role=stored.role,
        is_read=stored.is_read,
        format=kind,
        has_text=stored.sketch.shingle_count > 0,
        is_ocr=stored.ocr_confidence is not None,
        shingle_count=stored.sketch.shingle_count,
        digest=stored.sketch.digest,
        number=number or (named if not weak else None),
        number_is_printed=number is not None,
        weak_number=weak,
        title=_title(stored),
        day=_day(stored),
        body=sys.intern(
            letters(_value(stored, ElementName.ISSUING_BODY_FULL) or _value(stored, ElementName.ISSUING_BODY))
        ),
        annex_note=letters(_value(stored, ElementName.ANNEX_NOTE)),
        name=name,
        folder=(root_id, name.folder),
        is_in_container="!/" in path,
    )


_RELIED_ON = frozenset({Origin.PRINTED, Origin.PERSON, Origin.DERIVED})


def _value(stored: StoredCarrier, name: ElementName) -> str:
    value, origin = stored.elements.get(name, ("", Origin.PRINTED))
    return value if origin in _RELIED_ON else ""


def _printed_number(stored: StoredCarrier) -> tuple[str | None, str | None]:
    """(number, number without series)."""
    value = fold(_value(stored, ElementName.DOCUMENT_NUMBER))
    if not value:
        return None, None
    if _PLAIN_NUMBER.fullmatch(value):
        return None, value
    found = parse_number(value)
    return fold(found.canonical) if found else value, None


def _title(stored: StoredCarrier) -> Title | None:
    value = _value(stored, ElementName.TITLE)
    return read_title(value) if len(value) > 3 else None


def _day(stored: StoredCarrier) -> str | None:
    day = _value(stored, ElementName.DATED_ON)
    return sys.intern(day) if day else None


def days_between(one: str, other: str) -> int | None:
    """Days between two dates; ``None`` where a day is missing and the rest does not tell them apart."""
    if len(one) == len(other) == len("2008-03-07"):
        try:
            return abs((date.fromisoformat(one) - date.fromisoformat(other)).days)
        except ValueError:
            return None
    shorter = min(len(one), len(other))
    if one[:shorter] == other[:shorter]:
        return None
    if one[:4] != other[:4]:
        return 365 * abs(int(one[:4]) - int(other[:4]))
    return 30 * abs(int(one[5:7]) - int(other[5:7]))

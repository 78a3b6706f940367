"""An official document as an author writes it, before it becomes a file."""

from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum


class Era(StrEnum):
    """The layout standard: GB/T 9704-1999 (Chinese date, subject words) or -2012 (signature)."""

    GB_1999 = "1999"
    GB_2012 = "2012"


class Form(StrEnum):
    """The shape of the page."""

    DOCUMENT = "document"
    LETTER = "letter"
    MINUTES = "minutes"
    ORDER = "order"
    NOTICE_BOARD = "notice_board"


@dataclass(frozen=True, slots=True)
class Table:
    """Rows of cells; the first row is the head."""

    rows: tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True)
class Annex:
    """What follows the document: a title and paragraphs or a table."""

    title: str
    body: tuple[str, ...] = ()
    table: Table | None = None


@dataclass(frozen=True, slots=True)
class Judgement:
    """What a careful archivist would propose; ``None`` in a document's place means: not judged here."""

    attribute: str
    basis: tuple[str, ...] = ()
    redact: bool = False


@dataclass(frozen=True, slots=True)
class Paper:
    """One official document; every field is printed exactly as it stands here.

    ``findings`` are (kind, printed value) of sensitive places in text or annexes. ``origin`` says whether
    the county office made it (``own``), received it or passed it on.
    """

    key: str
    era: Era
    head: str
    title: str
    body: tuple[str, ...]
    dated_on: date
    genre: str | None
    number: str | None = None
    recipients: str | None = None
    signature: tuple[str, ...] = ()
    bodies: tuple[str, ...] = ()
    form: Form = Form.DOCUMENT
    copy_number: str | None = None
    classification: str | None = None
    urgency: str | None = None
    signatory: str | None = None
    annex_note: tuple[str, ...] = ()
    annotation: str | None = None
    mark: str | None = None
    mark_in_imprint: bool = False
    annexes: tuple[Annex, ...] = ()
    subject_words: str | None = None
    copy_recipients: str | None = None
    printing_body: str | None = None
    printed_on: date | None = None
    unified_number: str | None = None
    lead: tuple[str, ...] = ()
    findings: tuple[tuple[str, str], ...] = ()
    judgement: Judgement | None = None
    origin: str = "own"
    applicability: str = "ours"
    labels: tuple[str, ...] = field(default=())

    @property
    def issuing_bodies(self) -> tuple[str, ...]:
        """Who issued it: the signature as printed or, in the 1999 layout, the bodies the seal stands for."""
        return self.signature or self.bodies


def chinese_date(day: date) -> str:
    """二○○六年三月七日, as documents were dated before 2012."""
    year = "".join("○一二三四五六七八九"[int(digit)] for digit in str(day.year))
    return f"{year}年{chinese_number(day.month)}月{chinese_number(day.day)}日"


def chinese_number(number: int) -> str:
    """A number from 1 to 99 in Chinese numerals."""
    tens, ones = divmod(number, 10)
    digits = "〇一二三四五六七八九"
    text = "" if tens == 0 else "十" if tens == 1 else f"{digits[tens]}十"
    return text + (digits[ones] if ones else "")


def plain_date(day: date) -> str:
    """2016年3月7日, without padding zeros."""
    return f"{day.year}年{day.month}月{day.day}日"

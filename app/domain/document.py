"""Official documents and their elements (GB/T 9704-2012, clause 7; 党政机关公文处理工作条例 art. 9)."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

SHORT = 8
"""So many characters of a document's UUID are shown where a person reads; among 100,000 documents hardly two share them."""


class ElementName(StrEnum):
    """The elements that recognition looks for; the values are the names used in every export."""

    TITLE = "title"
    DOCUMENT_NUMBER = "document_number"
    ISSUING_BODY = "issuing_body"
    MAIN_RECIPIENTS = "main_recipients"
    DATED_ON = "dated_on"
    GENRE = "genre"
    SIGNATORY = "signatory"
    URGENCY = "urgency"
    SECURITY_CLASSIFICATION = "security_classification"
    COPY_NUMBER = "copy_number"
    ANNOTATION = "annotation"
    DISCLOSURE_MARK = "disclosure_mark"
    SUBJECT_WORDS = "subject_words"
    ANNEX_NOTE = "annex_note"
    COPY_RECIPIENTS = "copy_recipients"
    PRINTING_BODY = "printing_body"
    PRINTED_ON = "printed_on"
    UNIFIED_NUMBER = "unified_number"
    ISSUING_BODY_FULL = "issuing_body_full"


LIST_ELEMENTS = frozenset({ElementName.ISSUING_BODY, ElementName.ISSUING_BODY_FULL})
"""Elements whose value is a tuple of strings; every other value is one string."""


class Origin(StrEnum):
    """Where a value comes from; only ``PRINTED`` stands on the page."""

    PRINTED = "printed"
    DERIVED = "derived"
    FILE_NAME = "file_name"
    PROPERTIES = "properties"
    REGISTER = "register"
    PERSON = "person"


@dataclass(frozen=True, slots=True)
class Evidence:
    """The place in the text that a value or finding rests on; ``page`` counts from 1."""

    start: int
    end: int
    page: int | None = None


@dataclass(frozen=True, slots=True)
class Element:
    """One recognised value. ``printed`` is the string on the page, ``rule`` names what found it."""

    value: str | tuple[str, ...]
    printed: str
    origin: Origin
    confidence: float
    evidence: Evidence | None
    rule: str

    @property
    def text(self) -> str:
        """The value as one string."""
        return text_of(self.value)


def text_of(value: str | tuple[str, ...]) -> str:
    """An element's value as one string, several bodies joined by a full-width semicolon."""
    return value if isinstance(value, str) else "；".join(value)


Elements = Mapping[ElementName, Element]


class Era(StrEnum):
    """The layout standard a document follows."""

    GB_1999 = "1999"
    GB_2012 = "2012"
    UNKNOWN = "unknown"


class Script(StrEnum):
    """The characters the text is written in."""

    HANS = "hans"
    HANT = "hant"
    OTHER = "other"


class ReferenceKind(StrEnum):
    """Why a document cites another one."""

    BASIS = "basis"
    FORWARDED = "forwarded"
    REPEALED = "repealed"
    REPLY_TO = "reply_to"
    CITED = "cited"


@dataclass(frozen=True, slots=True)
class Reference:
    """A number of another document that the text cites, in canonical form."""

    kind: ReferenceKind
    document_number: str
    evidence: Evidence


@dataclass(frozen=True, slots=True)
class Observation:
    """Something about the document that a person should look at, such as a year that does not fit."""

    kind: str
    message: str
    evidence: Evidence | None = None


@dataclass(frozen=True, slots=True)
class Recognition:
    """What recognition made of one text. ``sheet_pages``: characters of processing sheets in front
    of the body (处理单, 拟稿纸), which count for the attribute only.
    """

    elements: Elements = field(default_factory=dict)
    era: Era = Era.UNKNOWN
    script: Script = Script.OTHER
    references: tuple[Reference, ...] = ()
    observations: tuple[Observation, ...] = ()
    sheet_pages: tuple[tuple[int, int], ...] = ()
    validity: str | None = None
    recogniser: str = ""


class DocumentRole(StrEnum):
    """Whether our office made the document (条例 711, art. 10)."""

    OWN = "own"
    INCOMING = "incoming"
    FORWARDED = "forwarded"


class Applicability(StrEnum):
    """Whether the attribute is ours to decide."""

    OURS = "ours"
    OTHER_MAKER = "other_maker"
    PARTY = "party"
    NOT_INFORMATION = "not_information"


class MemberRole(StrEnum):
    """What a file is within its item (件)."""

    MASTER = "master"
    DRAFT = "draft"
    SCAN = "scan"
    WEB = "web"
    COPY = "copy"
    ANNEX = "annex"

"""What a person searches for, as a tree that neither knows how it was typed nor how it is found."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class Field(StrEnum):
    """What a condition can be about; the values are the English names of the query language."""

    TITLE = "title"
    NUMBER = "number"
    TEXT = "text"
    BODY = "body"
    YEAR = "year"
    DATE = "date"
    ATTRIBUTE = "attribute"
    SUGGESTION = "suggestion"
    GENRE = "genre"
    STATE = "state"
    APPLICABILITY = "applicability"
    FORMAT = "format"
    FOLDER = "folder"


TEXT_FIELDS = frozenset({Field.TITLE, Field.NUMBER, Field.TEXT})
"""Fields whose words are found like words of the text; the others have values."""


@dataclass(frozen=True, slots=True)
class Word:
    """These characters in this order; punctuation between them does not matter. Without a field:
    in title, number or text.
    """

    text: str
    field: Field | None = None


@dataclass(frozen=True, slots=True)
class Phrase:
    """These characters in this order with this punctuation (typed in quotation marks)."""

    text: str
    field: Field | None = None


@dataclass(frozen=True, slots=True)
class Prefix:
    """Words and numbers that begin like this: ``gdp*``. Han characters always match inside words."""

    text: str
    field: Field | None = None


@dataclass(frozen=True, slots=True)
class DocumentNumber:
    """A document number in canonical form, found however its brackets and zeros are printed."""

    text: str
    field: Field | None = None


@dataclass(frozen=True, slots=True)
class FieldEquals:
    """A field has this value. For ``BODY`` the value is a part of the name, for ``FOLDER`` the path
    from the root; years and dates are :class:`DateRange`.
    """

    field: Field
    value: str


@dataclass(frozen=True, slots=True)
class DateRange:
    """Dated between two days, both included; ``None`` is open. A date without month or day counts
    as its first day.
    """

    first: date | None
    last: date | None
    printed: str


@dataclass(frozen=True, slots=True)
class And:
    """All parts."""

    parts: tuple["Node", ...]


@dataclass(frozen=True, slots=True)
class Or:
    """At least one part."""

    parts: tuple["Node", ...]


@dataclass(frozen=True, slots=True)
class Not:
    """Everything that the part does not find."""

    part: "Node"


Text = Word | Phrase | Prefix | DocumentNumber
Node = Text | FieldEquals | DateRange | And | Or | Not


@dataclass(frozen=True, slots=True)
class Mistake:
    """Why a query cannot be understood: a Chinese sentence about the characters ``start`` to ``end``."""

    start: int
    end: int
    message: str


def texts(node: Node) -> Iterator[Text]:
    """Every piece of text that a hit may contain; what is excluded is left out."""
    match node:
        case And(parts) | Or(parts):
            for part in parts:
                yield from texts(part)
        case Word() | Phrase() | Prefix() | DocumentNumber():
            yield node
        case _:
            return

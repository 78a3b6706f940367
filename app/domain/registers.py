"""Registers that an office kept itself: what their columns hold, and how a row finds its document."""

from dataclasses import dataclass
from enum import StrEnum


class RegisterField(StrEnum):
    """What a column of a register holds (DA/T 22-2015, clause 5.6; 发文登记簿)."""

    DOCUMENT_NUMBER = "document_number"
    TITLE = "title"
    ISSUING_BODY = "issuing_body"
    DATED_ON = "dated_on"
    MAIN_RECIPIENTS = "main_recipients"
    SIGNATORY = "signatory"
    ARCHIVAL_CODE = "archival_code"
    ITEM_NUMBER = "item_number"
    PAGE_COUNT = "page_count"
    RETENTION = "retention"
    CLASSIFICATION = "classification"
    ATTRIBUTE = "attribute"
    REMARKS = "remarks"


class MatchedBy(StrEnum):
    """How a row found its document."""

    NUMBER = "number"
    TITLE = "title"
    NUMBER_ALONE = "number_alone"
    PAPER = "paper"


@dataclass(frozen=True, slots=True)
class RegisterRow:
    """A row as it was read. ``row`` counts from 1, as a spreadsheet does."""

    row: int
    fields: dict[RegisterField, str]

    def get(self, field: RegisterField) -> str:
        """The value of a field; empty when the register has no such column."""
        return self.fields.get(field, "")


@dataclass(frozen=True, slots=True)
class HeldDocument:
    """A document as matching sees it."""

    id: int
    title: str
    number: str | None
    year: int | None
    is_paper_only: bool

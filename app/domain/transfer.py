"""What is handed over to the archives, and what a check of it found (DA/T 93-2022, DA/T 70-2018)."""

from dataclasses import dataclass
from enum import StrEnum

from app.domain.archival import ItemPart, RetentionPeriod
from app.domain.disclosure import DisclosureAttribute
from app.domain.document import MemberRole


class AccessStatus(StrEnum):
    """开放标识 of the archives law; never derived from the disclosure attribute without a person."""

    OPEN = "open"
    CONTROLLED = "controlled"
    POSTPONED = "postponed"
    NOT_REVIEWED = "not_reviewed"

    @property
    def term(self) -> str:
        """The word of DA/T 18-2022."""
        return ACCESS_TERMS[self]


ACCESS_TERMS = {
    AccessStatus.OPEN: "开放",
    AccessStatus.CONTROLLED: "控制",
    AccessStatus.POSTPONED: "延期开放",
    AccessStatus.NOT_REVIEWED: "未审核",
}


@dataclass(frozen=True, slots=True)
class TransferFile:
    """One file of an item.

    ``source`` is where its bytes lie now, ``sha256`` what they were when the item was reviewed,
    ``path`` where they go in the package (empty until it is laid out).
    """

    source: str
    name: str
    sha256: str
    size: int
    role: MemberRole = MemberRole.MASTER
    part: ItemPart = ItemPart.MASTER
    format: str = ""
    path: str = ""


@dataclass(frozen=True, slots=True)
class DecisionEvent:
    """One business act on the item (业务实体 of DA/T 46): who did what, when, on what basis."""

    act: str
    person: str
    done_at: str
    basis: str = ""
    description: str = ""
    office: str = ""


@dataclass(frozen=True, slots=True)
class TransferItem:
    """One item (件) with every value a catalogue, package or list may ask for.

    ``dated_on`` is ``YYYY``, ``YYYY-MM`` or ``YYYY-MM-DD``; ``item_number`` 0 means not yet issued.
    ``title_is_withheld`` keeps the title from every public list.
    """

    document: str
    title: str
    year: int
    retention: RetentionPeriod
    archival_code: str = ""
    fonds_code: str = ""
    fonds_name: str = ""
    category: str = "WS"
    office: str = ""
    office_name: str = ""
    item_number: int = 0
    catalogue_number: str = ""
    volume_number: str = ""
    document_number: str = ""
    creators: tuple[str, ...] = ()
    dated_on: str = ""
    security_classification: str = ""
    classification_period: str = ""
    page_count: int | None = None
    genre: str = ""
    urgency: str = ""
    main_recipients: str = ""
    copy_recipients: str = ""
    subject_words: str = ""
    abstract: str = ""
    draft_stage: str = ""
    remarks: str = ""
    disclosure_attribute: DisclosureAttribute = DisclosureAttribute.UNDETERMINED
    disclosure_basis: tuple[str, ...] = ()
    withholding_reason: str = ""
    published_url: str = ""
    published_on: str = ""
    published_through: str = ""
    access_status: AccessStatus = AccessStatus.NOT_REVIEWED
    access_reason: str = ""
    validity: str = ""
    expires_on: str = ""
    index_number: str = ""
    is_joint: bool = False
    is_normative: bool = False
    is_major_decision: bool = False
    theme: tuple[str, ...] = ()
    information_group: str = ""
    title_is_withheld: bool = False
    files: tuple[TransferFile, ...] = ()
    decisions: tuple[DecisionEvent, ...] = ()

    @property
    def byte_count(self) -> int:
        """The size of all files, in bytes."""
        return sum(file.size for file in self.files)


class Outcome(StrEnum):
    """What a check of DA/T 70 came to."""

    PASSED = "passed"
    FAILED = "failed"
    NOT_APPLICABLE = "not_applicable"
    FOR_PERSON = "for_person"

    @property
    def term(self) -> str:
        """The word printed on reports."""
        return _OUTCOME_TERMS[self]


_OUTCOME_TERMS = {
    Outcome.PASSED: "通过",
    Outcome.FAILED: "不通过",
    Outcome.NOT_APPLICABLE: "不适用",
    Outcome.FOR_PERSON: "需人工判断",
}


@dataclass(frozen=True, slots=True)
class Place:
    """Where in the package something was found: a path or an archival code, and what is wrong."""

    where: str
    message: str


@dataclass(frozen=True, slots=True)
class Check:
    """One check with its code (``YJ-1-1``). ``warnings`` do not make a package invalid."""

    code: str
    name: str
    outcome: Outcome
    places: tuple[Place, ...] = ()
    warnings: tuple[Place, ...] = ()
    note: str = ""


@dataclass(frozen=True, slots=True)
class VerificationReport:
    """Everything a verification found. ``layout`` names what the package was recognised as."""

    package: str
    layout: str
    checks: tuple[Check, ...]
    item_count: int = 0
    file_count: int = 0
    byte_count: int = 0
    catalogue_sha256: str = ""

    @property
    def is_valid(self) -> bool:
        """Whether no check failed; warnings are allowed."""
        return all(check.outcome is not Outcome.FAILED for check in self.checks)

    @property
    def failures(self) -> tuple[Place, ...]:
        """Every place of every failed check."""
        return tuple(
            place for check in self.checks if check.outcome is Outcome.FAILED for place in check.places
        )

    @property
    def warnings(self) -> tuple[Place, ...]:
        """Every warning."""
        return tuple(place for check in self.checks for place in check.warnings)

    def check(self, code: str) -> Check | None:
        """The check with this code."""
        return next((check for check in self.checks if check.code == code), None)

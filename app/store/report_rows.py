"""All documents as reports need them: one flat row each, every table read once."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import Connection, Row, Select, select

from app.domain.disclosure import DisclosureAttribute
from app.domain.document import Applicability, DocumentRole, ElementName, ReferenceKind
from app.domain.review import DeterminationState, ReviewState
from app.domain.transfer_state import TransferState
from app.store import codec
from app.store.tables.holdings import (
    content,
    correction,
    document,
    element,
    location,
    member,
    quarantine,
    reference,
)
from app.store.tables.review import determination
from app.store.tables.transfers import archival_description, transfer, transfer_item

_WANTED = (ElementName.UNIFIED_NUMBER, ElementName.ANNEX_NOTE, ElementName.SUBJECT_WORDS)
_GONE = (TransferState.HANDED_OVER, TransferState.ACCEPTED)


@dataclass(frozen=True, slots=True)
class HeldDocument:
    """One document of the inventory. ``repeals``: numbers that its text repeals.

    ``validity``: what its text says of its own validity. ``decided_on``: the day of the last approval.
    ``is_transferred``: it has left the office for the archives.
    """

    id: int
    uuid: str
    title: str
    document_number: str
    issuing_body: str
    dated_on: str
    genre: str
    role: DocumentRole
    applicability: Applicability
    attribute: DisclosureAttribute
    disclosure_mark: str
    review_state: ReviewState
    finding_count: int
    content_id: int | None
    validity: str
    unified_number: str = ""
    annex_note: str = ""
    subject_words: str = ""
    repeals: tuple[str, ...] = ()
    index_number: str = ""
    published_url: str = ""
    published_on: str = ""
    published_through: str = ""
    previous_attribute: DisclosureAttribute | None = None
    decided_on: str = ""
    is_transferred: bool = False

    @property
    def year(self) -> int | None:
        """The year of the date, where there is one."""
        return int(self.dated_on[:4]) if self.dated_on[:4].isdigit() else None


def held_documents(connection: Connection) -> list[HeldDocument]:
    """Every document that is not merged away or quarantined, oldest first."""
    elements = _elements(connection)
    repeals = _repeals(connection)
    decided = _decisions(connection)
    gone = frozenset(connection.scalars(_transferred()))
    hidden = frozenset(connection.scalars(_quarantined()))
    return [
        _held(
            row,
            elements.get(row.id, {}),
            repeals.get(row.master_content_id, ()),
            decided.get(row.id),
            row.id in gone,
        )
        for row in connection.execute(_documents())
        if row.id not in hidden
    ]


def _documents() -> Select[tuple[object, ...]]:
    return (
        select(
            document, content.c.validity, archival_description.c.index_number, archival_description.c.published_url,
            archival_description.c.published_on, archival_description.c.published_through,
        )
        .outerjoin(content, content.c.id == document.c.master_content_id)
        .outerjoin(archival_description, archival_description.c.document_id == document.c.id)
        .where(document.c.merged_into.is_(None))
        .order_by(document.c.dated_on, document.c.document_number, document.c.title, document.c.id)
    )  # fmt: skip


def _elements(connection: Connection) -> dict[int, dict[str, str]]:
    """The wanted elements by document; a person's correction counts before what was recognised."""
    names = [name.value for name in _WANTED]
    recognised = (
        select(document.c.id, element.c.name, element.c.value)
        .join(element, element.c.content_id == document.c.master_content_id)
        .where(element.c.name.in_(names))
    )
    corrected = select(correction.c.document_id, correction.c.name, correction.c.value).where(
        correction.c.name.in_(names), correction.c.is_current == 1
    )
    found: dict[int, dict[str, str]] = defaultdict(dict)
    for statement in (recognised, corrected):
        for identifier, name, packed in connection.execute(statement):
            value = codec.unpack_value(packed)
            found[identifier][name] = value if isinstance(value, str) else "；".join(value)
    return found


def _repeals(connection: Connection) -> dict[int, tuple[str, ...]]:
    statement = (
        select(reference.c.content_id, reference.c.document_number)
        .where(reference.c.kind == ReferenceKind.REPEALED)
        .order_by(reference.c.content_id, reference.c.start)
    )
    found: dict[int, list[str]] = defaultdict(list)
    for content_id, number in connection.execute(statement):
        found[content_id].append(number)
    return {content_id: tuple(numbers) for content_id, numbers in found.items()}


def _decisions(connection: Connection) -> dict[int, tuple[str, str]]:
    """Previous attribute and day of the determination in force, by document."""
    statement = (
        select(determination.c.document_id, determination.c.previous_attribute, determination.c.made_at)
        .where(determination.c.state == DeterminationState.APPROVED)
        .order_by(determination.c.id)
    )
    return {identifier: (previous, at[:10]) for identifier, previous, at in connection.execute(statement)}


def _transferred() -> Select[tuple[int]]:
    return (
        select(transfer_item.c.document_id)
        .join(transfer, transfer.c.id == transfer_item.c.transfer_id)
        .where(transfer_item.c.return_reason == "", transfer.c.state.in_(_GONE))
    )


def _quarantined() -> Select[tuple[int]]:
    return (
        select(member.c.document_id)
        .join(location, location.c.content_id == member.c.content_id)
        .join(quarantine, quarantine.c.location_id == location.c.id)
        .where(quarantine.c.released_at.is_(None))
    )


def _held(
    row: Row[tuple[object, ...]],
    elements: dict[str, str],
    repeals: Sequence[str],
    decided: tuple[str, str] | None,
    is_transferred: bool,
) -> HeldDocument:
    previous, decided_on = decided or (None, "")
    return HeldDocument(
        id=row.id,
        uuid=row.uuid,
        title=row.title,
        document_number=row.document_number or "",
        issuing_body=row.issuing_body,
        dated_on=row.dated_on or "",
        genre=row.genre or "",
        role=DocumentRole(row.role),
        applicability=Applicability(row.applicability),
        attribute=DisclosureAttribute(row.attribute),
        disclosure_mark=row.disclosure_mark or "",
        review_state=ReviewState(row.review_state),
        finding_count=row.finding_count,
        content_id=row.master_content_id,
        validity=row.validity or "",
        unified_number=elements.get(ElementName.UNIFIED_NUMBER, ""),
        annex_note=elements.get(ElementName.ANNEX_NOTE, ""),
        subject_words=elements.get(ElementName.SUBJECT_WORDS, ""),
        repeals=tuple(repeals),
        index_number=row.index_number or "",
        published_url=row.published_url or "",
        published_on=row.published_on or "",
        published_through=row.published_through or "",
        previous_attribute=DisclosureAttribute(previous) if previous else None,
        decided_on=decided_on,
        is_transferred=is_transferred,
    )

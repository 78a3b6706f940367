"""Documents as candidates for transfer, a page at a time, each table read once for the page."""

import os
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from sqlalchemy import Connection, Row, Select, select, union

from app.domain.archival import RetentionPeriod
from app.domain.disclosure import Finding
from app.domain.document import Applicability, ElementName, MemberRole
from app.domain.review import Determination, DeterminationState
from app.domain.transfer import AccessStatus
from app.domain.transfer_state import TransferState
from app.store import counts, determinations
from app.store.documents import effective_texts_of
from app.store.many_rows import listed, pages, tuples
from app.store.queries import DocumentRow, document_rows
from app.store.suggestions import finding_of
from app.store.tables.classification import finding, suggestion
from app.store.tables.holdings import (
    content,
    document,
    location,
    member,
    quarantine,
    root,
)
from app.store.tables.review import determination
from app.store.tables.transfers import archival_description, issued_number, transfer, transfer_item

_IN_TIME = (document.c.dated_on, document.c.id)
_SHOWN = select(*_IN_TIME).where(document.c.merged_into.is_(None))
_QUARANTINED = (
    select(member.c.document_id)
    .join(location, location.c.content_id == member.c.content_id)
    .join(quarantine, quarantine.c.location_id == location.c.id)
    .where(quarantine.c.released_at.is_(None))
)

IN_A_BATCH = frozenset({TransferState.PREPARED, TransferState.HANDED_OVER, TransferState.ACCEPTED})
"""A document of such a batch is not handed over once more."""


@dataclass(frozen=True, slots=True)
class InSight:
    """How many documents of each kind a desk lists: determined and filed, determined but not filed, undetermined."""

    filed: int
    unfiled: int
    undetermined: int


@dataclass(frozen=True, slots=True)
class Unlisted:
    """How many documents of each kind a desk does not list; nobody has looked whether they are ready."""

    filed: int = 0
    unfiled: int = 0
    undetermined: int = 0


ALL_LISTED = Unlisted()


@dataclass(frozen=True, slots=True)
class StoredDescription:
    """What a person determined about filing a document; ``None`` means not yet."""

    year: int | None = None
    category: str = "WS"
    retention: RetentionPeriod | None = None
    office: str = ""
    access_status: AccessStatus | None = None
    access_reason: str = ""
    declassification: str = ""
    published_url: str = ""
    published_on: str = ""
    published_through: str = ""
    index_number: str = ""
    remarks: str = ""
    title_is_withheld: bool = False


@dataclass(frozen=True, slots=True)
class StoredFile:
    """One content of a document with the place its bytes lie; ``path`` empty when none is present."""

    sha256: str
    size: int
    format: str
    role: str
    path: str
    name: str
    is_in_container: bool


@dataclass(frozen=True, slots=True)
class Candidate:
    """A document with everything that decides whether it can be handed over."""

    row: DocumentRow
    description: StoredDescription
    elements: Mapping[ElementName, str]
    files: tuple[StoredFile, ...]
    determination: Determination | None
    is_as_judged: bool
    findings: tuple[Finding, ...]
    is_quarantined: bool
    suggested_retention: str
    code: str
    transfer_state: TransferState | None


def candidates(connection: Connection, uuids: Sequence[str] | None = None) -> Iterator[Candidate]:
    """Documents as candidates for transfer, oldest first; all of them when ``uuids`` is ``None``."""
    is_named = () if uuids is None else (listed(document.c.uuid, uuids),)
    return _described(connection, tuples(connection, _SHOWN.where(*is_named)))


def numbered_candidates(connection: Connection) -> Iterator[Candidate]:
    """The documents that have a code, oldest first."""
    has_code = document.c.id.in_(select(issued_number.c.document_id))
    return _described(connection, tuples(connection, _SHOWN.where(has_code)))


def candidates_in_sight(
    connection: Connection, most: InSight, free: Collection[Applicability]
) -> tuple[Iterator[Candidate], Unlisted]:
    """Candidates for a desk that a person works at, the oldest of each kind, and how many are left out.

    Documents with a determination in force, or whose ``free`` applicability asks for none: those that are
    filed as the archives ask and can soon go, and those that a person has to file first. Then those that
    nobody can hand over before they are determined. What stands in a batch already, in the end all of an
    archive, waits for nothing here; what was found to be classified is always shown.
    """
    ripe = union(
        select(determination.c.document_id).where(determination.c.state == DeterminationState.APPROVED),
        select(document.c.id).where(document.c.applicability.in_(sorted(free))),
    )
    found = tuples(connection, _SHOWN.add_columns(document.c.document_number).where(document.c.id.in_(ripe)))
    unripe = counts.document_count(connection) - len(found)
    gone = _in_batches(connection)
    present = sorted((date or "", number or "", each) for date, each, number in found if each not in gone)
    filed = _filed(connection, [each for _date, _number, each in present])
    ready = [(date, each) for date, _number, each in present if each in filed]
    unfiled = [(date, each) for date, _number, each in present if each not in filed]
    classified = frozenset(connection.scalars(_QUARANTINED))
    chosen = {*ready[: most.filed], *unfiled[: most.unfiled]}
    chosen.update(one for one in (*ready, *unfiled) if one[1] in classified)
    oldest = _SHOWN.where(document.c.id.not_in(ripe)).order_by(*_IN_TIME).limit(most.undetermined)
    chosen.update((date or "", each) for date, each in tuples(connection, oldest) if each not in gone)
    left = Unlisted(
        sum(one not in chosen for one in ready),
        sum(one not in chosen for one in unfiled),
        max(0, unripe - most.undetermined),
    )
    return _described(connection, chosen), left


def _filed(connection: Connection, ids: Sequence[int]) -> frozenset[int]:
    """Those of these documents of which a person has said how long they are kept and whether they may be opened."""
    statement = select(archival_description.c.document_id).where(
        listed(archival_description.c.document_id, ids),
        archival_description.c.retention.is_not(None),
        archival_description.c.access_status.is_not(None),
    )
    return frozenset(connection.scalars(statement))


def _in_batches(connection: Connection) -> frozenset[int]:
    """Documents that are handed over or about to be; not those that were found to be classified since."""
    in_batch = (
        select(transfer_item.c.document_id)
        .join(transfer, transfer.c.id == transfer_item.c.transfer_id)
        .where(transfer.c.state.in_(sorted(IN_A_BATCH)), transfer_item.c.return_reason == "")
    )
    return frozenset(connection.scalars(in_batch.where(transfer_item.c.document_id.not_in(_QUARANTINED))))


def _described(connection: Connection, found: Iterable[tuple[str | None, int]]) -> Iterator[Candidate]:
    """The candidates of these dates and ids, oldest first."""
    ids = [identifier for _date, identifier in sorted((date or "", each) for date, each in found)]
    for page in pages(ids):
        yield from _Page(connection, list(page)).candidates()


class _Page:
    """Everything about one page of documents, each table read once."""

    def __init__(self, connection: Connection, ids: list[int]) -> None:
        self._connection = connection
        self._ids = ids
        self._rows = document_rows(connection, ids)
        self._descriptions = self._read_descriptions()
        self._elements = self._read_elements()
        self._files = self._read_files()
        self._findings = self._read_findings()
        self._quarantined = self._read_quarantined()
        self._approved = self._read_approved()
        self._codes = self._read_codes()
        self._states = self._read_states()
        self._retention = self._read_retention()

    def candidates(self) -> Iterator[Candidate]:
        for identifier in self._ids:
            approved = self._approved.get(identifier)
            yield Candidate(
                row=self._rows[identifier],
                description=self._descriptions.get(identifier, StoredDescription()),
                elements=self._elements[identifier],
                files=tuple(self._files[identifier]),
                determination=approved,
                is_as_judged=approved is not None
                and approved.contents
                == determinations.digest_of_contents(f.sha256 for f in self._files[identifier]),
                findings=tuple(self._findings[identifier]),
                is_quarantined=identifier in self._quarantined,
                suggested_retention=self._retention.get(identifier, ""),
                code=self._codes.get(identifier, ""),
                transfer_state=self._states.get(identifier),
            )

    def _read_descriptions(self) -> dict[int, StoredDescription]:
        statement = select(archival_description).where(listed(archival_description.c.document_id, self._ids))
        return {row.document_id: description_from(row) for row in self._connection.execute(statement)}

    def _read_elements(self) -> dict[int, dict[ElementName, str]]:
        return effective_texts_of(self._connection, self._ids)

    def _read_files(self) -> dict[int, list[StoredFile]]:
        found: dict[int, list[StoredFile]] = defaultdict(list)
        seen: set[int] = set()
        for row in self._connection.execute(_files_of(self._ids)):
            if row.id not in seen:
                seen.add(row.id)
                found[row.document_id].append(_file(row))
        return found

    def _read_findings(self) -> dict[int, list[Finding]]:
        statement = (
            select(document.c.id.label("its_id"), finding)
            .join(finding, finding.c.content_id == document.c.master_content_id)
            .where(listed(document.c.id, self._ids))
        )
        found: dict[int, list[Finding]] = defaultdict(list)
        for row in self._connection.execute(statement):
            found[row.its_id].append(finding_of(row))
        return found

    def _read_quarantined(self) -> frozenset[int]:
        statement = _QUARANTINED.where(listed(member.c.document_id, self._ids))
        return frozenset(self._connection.scalars(statement))

    def _read_approved(self) -> dict[int, Determination]:
        return determinations.in_force_of(self._connection, self._ids)

    def _read_codes(self) -> dict[int, str]:
        statement = select(issued_number.c.document_id, issued_number.c.code).where(
            listed(issued_number.c.document_id, self._ids)
        )
        return {row.document_id: row.code for row in self._connection.execute(statement)}

    def _read_states(self) -> dict[int, TransferState]:
        statement = (
            select(transfer_item.c.document_id, transfer.c.state)
            .join(transfer, transfer.c.id == transfer_item.c.transfer_id)
            .where(listed(transfer_item.c.document_id, self._ids), transfer_item.c.return_reason == "")
            .order_by(transfer.c.id)
        )
        return {row.document_id: TransferState(row.state) for row in self._connection.execute(statement)}

    def _read_retention(self) -> dict[int, str]:
        statement = select(suggestion.c.document_id, suggestion.c.retention).where(
            listed(suggestion.c.document_id, self._ids), suggestion.c.is_current == 1
        )
        return {row.document_id: row.retention or "" for row in self._connection.execute(statement)}


def _files_of(ids: Sequence[int]) -> Select[tuple[object, ...]]:
    return (
        select(
            member.c.document_id, member.c.role, content.c.id, content.c.sha256, content.c.size,
            content.c.format, location.c.path, location.c.raw_path, root.c.path.label("root_path"),
        )
        .join(content, content.c.id == member.c.content_id)
        .outerjoin(location, (location.c.content_id == content.c.id) & (location.c.is_present == 1))
        .outerjoin(root, root.c.id == location.c.root_id)
        .where(listed(member.c.document_id, ids))
        .order_by(member.c.role != MemberRole.MASTER, location.c.path)
    )  # fmt: skip


def _file(row: Row[tuple[object, ...]]) -> StoredFile:
    name = os.fsdecode(row.raw_path) if row.raw_path is not None else ""
    return StoredFile(
        sha256=row.sha256,
        size=row.size,
        format=row.format,
        role=row.role,
        path=os.path.join(row.root_path, name) if name else "",  # noqa: PTH118 - names need not be valid text
        name=(row.path or "").rpartition("/")[2],
        is_in_container="!/" in (row.path or ""),
    )


def description_from(row: Row[tuple[object, ...]]) -> StoredDescription:
    """The description of a row of its table."""
    return StoredDescription(
        year=row.year,
        category=row.category,
        retention=RetentionPeriod(row.retention) if row.retention else None,
        office=row.office,
        access_status=AccessStatus(row.access_status) if row.access_status else None,
        access_reason=row.access_reason,
        declassification=row.declassification,
        published_url=row.published_url,
        published_on=row.published_on,
        published_through=row.published_through,
        index_number=row.index_number,
        remarks=row.remarks,
        title_is_withheld=bool(row.title_is_withheld),
    )

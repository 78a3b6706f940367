"""What lists and screens read: frozen rows, never tables."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from sqlalchemy import ColumnElement, Connection, Row, Select, func, select

from app.domain.disclosure import DisclosureAttribute
from app.domain.document import Applicability, DocumentRole, MemberRole
from app.domain.review import ReviewState
from app.domain.source import FailureKind, FileStatus
from app.store import codec
from app.store.many_rows import listed, one_column, pages
from app.store.outcomes import KNOWN_FORMAT, KNOWN_SHA256
from app.store.search_plan import Plan
from app.store.spellings import NAMES, merged, ways_to_print
from app.store.tables.holdings import (
    content,
    content_text,
    document,
    location,
    member,
    root,
    setting,
)
from app.store.tables.index import IS_LIVE, facet_kind, index_entry


class DocumentOrder(StrEnum):
    """How a list of documents is ordered; ties by the document's id. ``TITLE`` is by pinyin.

    ``RELEVANCE`` is about the words searched for; a list without any is ordered as by ``NEWEST``.
    """

    NEWEST = "newest"
    OLDEST = "oldest"
    TITLE = "title"
    STROKES = "strokes"
    NUMBER = "number"
    ISSUING_BODY = "issuing_body"
    RELEVANCE = "relevance"


@dataclass(frozen=True, slots=True)
class DocumentFilter:
    """Which documents a list shows; ``None`` does not restrict. Merged-away documents never show."""

    year: int | None = None
    genre: str | None = None
    issuing_body: str | None = None
    attribute: DisclosureAttribute | None = None
    suggested_attribute: DisclosureAttribute | None = None
    review_state: ReviewState | None = None
    applicability: Applicability | None = None
    with_findings: bool = False
    format: str | None = None


@dataclass(frozen=True, slots=True)
class DocumentRow:
    """One document as lists show it."""

    id: int
    uuid: str
    title: str
    document_number: str | None
    issuing_body: str
    dated_on: str | None
    genre: str | None
    role: DocumentRole
    applicability: Applicability
    disclosure_mark: str | None
    suggested_attribute: DisclosureAttribute | None
    attribute: DisclosureAttribute
    review_state: ReviewState
    finding_count: int
    page_count: int | None
    master_content_id: int | None


@dataclass(frozen=True, slots=True)
class FileRow:
    """A file of a document, or one that could not be read.

    ``reader`` and ``recogniser``: name and version of what made its text and its elements.
    """

    location_id: int
    root: str
    path: str
    status: FileStatus
    failure_kind: FailureKind | None
    failure_message: str | None
    is_present: bool
    format: str | None
    sha256: str | None
    size: int | None
    role: str | None
    root_path: str = ""
    reader: str = ""
    recogniser: str = ""
    ocr_confidence: float | None = None


def document_ids(
    connection: Connection, wanted: DocumentFilter, order: DocumentOrder = DocumentOrder.NEWEST
) -> list[int]:
    """The ids of all documents that a list shows, in order."""
    statement = select(document.c.id).where(*_conditions(connection, wanted)).order_by(*_ORDERS[order])
    return one_column(connection, statement)


def document_rows(connection: Connection, ids: Sequence[int]) -> dict[int, DocumentRow]:
    """The rows of these documents."""
    found = connection.execute(select(document).where(listed(document.c.id, ids)))
    return {row.id: _document_row(row) for row in found}


def document_row(connection: Connection, document_id: int) -> DocumentRow:
    """The row of one document."""
    return document_rows(connection, [document_id])[document_id]


def text_of(connection: Connection, content_id: int) -> str:
    """The text of a content; empty when none was stored."""
    packed = connection.scalar(select(content_text.c.body).where(content_text.c.content_id == content_id))
    return codec.unpack_text(packed) if packed is not None else ""


def file_names(connection: Connection, content_ids: Sequence[int]) -> dict[int, str]:
    """The name under which each content is found on disk; of several, the first by path."""
    rows = connection.execute(
        select(location.c.content_id, location.c.path)
        .where(location.c.content_id.in_(content_ids))
        .order_by(location.c.path.desc())
    )
    return {row.content_id: row.path.rsplit("/", 1)[-1] for row in rows}


def files_of(connection: Connection, document_id: int) -> list[FileRow]:
    """The files of a document, its master first."""
    return files_of_documents(connection, [document_id])[document_id]


def files_of_documents(connection: Connection, document_ids: Sequence[int]) -> dict[int, list[FileRow]]:
    """The files of each document, its master first."""
    found: dict[int, list[FileRow]] = {each: [] for each in document_ids}
    statement = (
        _files()
        .join(member, member.c.content_id == content.c.id)
        .add_columns(member.c.role, member.c.document_id)
        .order_by(member.c.role != MemberRole.MASTER, location.c.path)
    )
    for page in pages(document_ids):
        for row in connection.execute(statement.where(member.c.document_id.in_(page))):
            found[row.document_id].append(_file_row(row, row.role))
    return found


def problem_files(connection: Connection, kind: FailureKind | None = None) -> list[FileRow]:
    """The files that could not be read, by kind and path."""
    statement = _files().where(location.c.status == FileStatus.FAILED, location.c.is_present == 1)
    if kind is not None:
        statement = statement.where(location.c.failure_kind == kind)
    statement = statement.order_by(location.c.failure_kind, location.c.path)
    return [_file_row(row, None) for row in connection.execute(statement)]


def files_with_status(connection: Connection, status: FileStatus) -> list[FileRow]:
    """The present files of one status, by path. For quarantined ones this is all that is known."""
    statement = _files().where(location.c.status == status, location.c.is_present == 1)
    return [_file_row(row, None) for row in connection.execute(statement.order_by(location.c.path))]


def setting_value(connection: Connection, key: str) -> str:
    """A setting kept in the catalogue; empty when it was never set."""
    return connection.scalar(select(setting.c.value).where(setting.c.key == key)) or ""


def facet(
    connection: Connection, name: str, wanted: DocumentFilter, found: Plan | None = None
) -> list[tuple[str, int]]:
    """Values of a column with their counts within a filter and what a search found, most frequent first.

    A name that is printed in several ways is one value, and a filter by it finds them all. A document
    counts for each format that its files have.
    """
    among = (*_conditions(connection, wanted), *_among(found))
    if name == "format":
        return _formats(connection, among)
    column = document.c[name]
    statement = (
        select(column, func.count())
        .where(*among, column.is_not(None), column != "")
        .group_by(column)
        .order_by(func.count().desc(), column)
    )
    counted = Counter({str(value): count for value, count in connection.execute(statement)})
    return (merged(counted) if name in NAMES else counted).most_common()


def _formats(connection: Connection, among: Sequence[ColumnElement[bool]]) -> list[tuple[str, int]]:
    documents: ColumnElement[int] = func.count(index_entry.c.document_id.distinct())
    statement = (
        _kinds(facet_kind.c.format, documents)
        .where(index_entry.c.document_id.in_(select(document.c.id).where(*among)))
        .group_by(facet_kind.c.format)
        .order_by(documents.desc(), facet_kind.c.format)
    )
    return [(value, count) for value, count in connection.execute(statement)]


def _kinds(*columns: ColumnElement[Any]) -> Select[Any]:
    """Columns of the entries of files with the combination of values that each of them has."""
    joined = index_entry.join(facet_kind, facet_kind.c.id == index_entry.c.kind_id)
    return select(*columns).select_from(joined).where(IS_LIVE)


_NEWEST = (document.c.dated_on.desc(), document.c.id.desc())
_ORDERS: dict[DocumentOrder, tuple[ColumnElement[object], ...]] = {
    DocumentOrder.NEWEST: _NEWEST,
    DocumentOrder.RELEVANCE: _NEWEST,
    DocumentOrder.OLDEST: (document.c.dated_on, document.c.id),
    DocumentOrder.TITLE: (document.c.title_key, document.c.id),
    DocumentOrder.STROKES: (document.c.title_strokes, document.c.id),
    DocumentOrder.NUMBER: (
        document.c.number_series,
        document.c.number_year,
        document.c.number_serial,
        document.c.id,
    ),
    DocumentOrder.ISSUING_BODY: (document.c.issuing_body, document.c.id),
}


_COMPARED = (
    "year",
    "genre",
    "issuing_body",
    "attribute",
    "suggested_attribute",
    "review_state",
    "applicability",
)
"""The parts of a filter that are columns of the document."""


def _conditions(connection: Connection, wanted: DocumentFilter) -> Iterable[ColumnElement[bool]]:
    yield document.c.merged_into.is_(None)
    for name in _COMPARED:
        column, value = document.c[name], getattr(wanted, name)
        if value is not None and name in NAMES:
            held = connection.scalars(select(column).where(column.is_not(None)).distinct())
            yield column.in_(ways_to_print(value, held))
        elif value is not None:
            yield column == value
    if wanted.format is not None:
        of_format = _kinds(index_entry.c.document_id).where(facet_kind.c.format == wanted.format)
        yield document.c.id.in_(of_format)
    if wanted.with_findings:
        # apart from the rest, or SQLite would read every row in the order of the list
        yield document.c.id.in_(select(document.c.id).where(document.c.finding_count > 0))


def _among(found: Plan | None) -> Iterable[ColumnElement[bool]]:
    if found is not None:
        yield document.c.id.in_(found.select_entries(index_entry.c.document_id))


def _files() -> Select[tuple[object, ...]]:
    return (
        select(
            location.c.id, root.c.label, root.c.path.label("root_path"), location.c.path, location.c.status,
            location.c.failure_kind,
            location.c.failure_message, location.c.is_present, location.c.size, KNOWN_FORMAT, KNOWN_SHA256,
            content.c.reader, content.c.recogniser, content.c.ocr_confidence,
        )
        .select_from(location)
        .join(root, root.c.id == location.c.root_id)
        .outerjoin(content, content.c.id == location.c.content_id)
    )  # fmt: skip


def _file_row(row: Row[tuple[object, ...]], role: str | None) -> FileRow:
    return FileRow(
        location_id=row.id,
        root=row.label,
        path=row.path,
        status=FileStatus(row.status),
        failure_kind=FailureKind(row.failure_kind) if row.failure_kind else None,
        failure_message=row.failure_message,
        is_present=bool(row.is_present),
        format=row.format,
        sha256=row.sha256,
        size=row.size,
        role=role,
        root_path=row.root_path,
        reader=row.reader or "",
        recogniser=row.recogniser or "",
        ocr_confidence=row.ocr_confidence,
    )


def _document_row(row: Row[tuple[object, ...]]) -> DocumentRow:
    return DocumentRow(
        id=row.id,
        uuid=row.uuid,
        title=row.title,
        document_number=row.document_number,
        issuing_body=row.issuing_body,
        dated_on=row.dated_on,
        genre=row.genre,
        role=DocumentRole(row.role),
        applicability=Applicability(row.applicability),
        disclosure_mark=row.disclosure_mark,
        suggested_attribute=DisclosureAttribute(row.suggested_attribute) if row.suggested_attribute else None,
        attribute=DisclosureAttribute(row.attribute),
        review_state=ReviewState(row.review_state),
        finding_count=row.finding_count,
        page_count=row.page_count,
        master_content_id=row.master_content_id,
    )

"""What text recognition still has to read, and the pages it has read, each kept as soon as it is done."""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from sqlalchemy import ColumnElement, Connection, Select, delete, exists, func, select, update
from sqlalchemy.dialects.sqlite import insert

from app.domain.disclosure import DisclosureAttribute
from app.domain.source import FileFormat, FileStatus
from app.store.tables.holdings import content, content_text, document, location, member, quarantine, root
from app.store.tables.scans import ocr_page, ocr_task


class ScanOrder(StrEnum):
    """Which scans are read first."""

    FOLDER = "folder"
    YEAR = "year"
    UNDECIDED = "undecided"


@dataclass(frozen=True, slots=True)
class Scan:
    """A content with pages to recognise, and one place where it is found.

    ``is_released``: a person released the file from quarantine, so that a mark does not stop it.
    """

    content_id: int
    sha256: str
    format: FileFormat
    pages: tuple[int, ...]
    root_path: str
    path: str
    raw_path: bytes
    is_released: bool


@dataclass(frozen=True, slots=True)
class ReadPage:
    """A recognised page; ``lines`` as packed by those who recognise."""

    page: int
    lines: bytes
    confidence: float
    failure_kind: str | None
    engine: str


@dataclass(frozen=True, slots=True)
class PackedContent:
    """What a reader found in a content, as it is stored."""

    size: int
    body: bytes
    structure: bytes


@dataclass(frozen=True, slots=True)
class DoubtfulPage:
    """A page that a person should look at."""

    document: str | None
    title: str
    root: str
    path: str
    page: int
    confidence: float
    failure_kind: str | None


@dataclass(frozen=True, slots=True)
class ScanCounts:
    """What recognition has left to do."""

    waiting_files: int
    waiting_pages: int


def plan(connection: Connection, content_id: int, pages: Sequence[int], *, is_optional: bool = False) -> None:
    """These pages of a content are to be recognised; without pages there is nothing to do any more."""
    connection.execute(delete(ocr_task).where(ocr_task.c.content_id == content_id))
    if pages:
        values = {"pages": json.dumps(list(pages)), "page_count": len(pages), "is_optional": int(is_optional)}
        connection.execute(insert(ocr_task).values(content_id=content_id, **values))


def put(connection: Connection, content_id: int, read: ReadPage, at: str) -> None:
    """Keep a recognised page."""
    values = {
        "lines": read.lines,
        "confidence": read.confidence,
        "failure_kind": read.failure_kind,
        "engine": read.engine,
        "read_at": at,
    }
    statement = insert(ocr_page).values(content_id=content_id, page=read.page, **values)
    connection.execute(statement.on_conflict_do_update(index_elements=["content_id", "page"], set_=values))


def pages_of(connection: Connection, content_id: int) -> list[ReadPage]:
    """The pages of a content that were read, in order."""
    rows = connection.execute(
        select(ocr_page).where(ocr_page.c.content_id == content_id).order_by(ocr_page.c.page)
    )
    return [ReadPage(row.page, row.lines, row.confidence, row.failure_kind, row.engine) for row in rows]


def finish(connection: Connection, content_id: int, at: str) -> None:
    """The text of a content is whole: its files are no longer without text."""
    connection.execute(update(ocr_task).where(ocr_task.c.content_id == content_id).values(done_at=at))
    connection.execute(
        update(location)
        .where(location.c.content_id == content_id, location.c.status == FileStatus.NEEDS_OCR)
        .values(status=FileStatus.OK)
    )


def is_done(connection: Connection, content_id: int) -> bool:
    """Whether all pages of a content were recognised and are part of its text."""
    done_at = select(ocr_task.c.done_at).where(ocr_task.c.content_id == content_id)
    return connection.scalar(done_at) is not None


def reopen(connection: Connection, engine: str) -> int:
    """Let every scan wait again that another version of the engine has read; its pages are read anew."""
    outdated = select(ocr_page.c.content_id).where(ocr_page.c.engine != engine)
    reopened = connection.execute(
        update(ocr_task)
        .where(ocr_task.c.done_at.is_not(None), ocr_task.c.content_id.in_(outdated))
        .values(done_at=None)
    )
    connection.execute(delete(ocr_page).where(ocr_page.c.engine != engine))
    return reopened.rowcount


def waiting_ids(connection: Connection, order: ScanOrder, *, with_optional: bool) -> list[int]:
    """The contents that have pages to recognise and a file that is present, in this order."""
    place = (
        select(func.min(location.c.path))
        .where(location.c.content_id == ocr_task.c.content_id, location.c.is_present == 1)
        .scalar_subquery()
    )
    statement = (
        select(ocr_task.c.content_id)
        .outerjoin(member, member.c.content_id == ocr_task.c.content_id)
        .outerjoin(document, document.c.id == member.c.document_id)
        .where(place.is_not(None), *_open(with_optional=with_optional))
        .order_by(*_ORDERS[order], place, ocr_task.c.content_id)
    )
    return list(connection.scalars(statement))


def scan_of(connection: Connection, content_id: int) -> Scan | None:
    """The content with a file that is present; ``None`` when it is gone or done meanwhile."""
    released = exists().where(
        quarantine.c.location_id == location.c.id, quarantine.c.released_at.is_not(None)
    )
    row = connection.execute(
        select(
            content.c.sha256, content.c.format, ocr_task.c.pages, root.c.path.label("root_path"),
            location.c.path, location.c.raw_path, released.label("is_released"),
        )
        .join(ocr_task, ocr_task.c.content_id == content.c.id)
        .join(location, location.c.content_id == content.c.id)
        .join(root, root.c.id == location.c.root_id)
        .where(content.c.id == content_id, location.c.is_present == 1, ocr_task.c.done_at.is_(None))
        .order_by(location.c.path.like("%!/%"), location.c.id)
        .limit(1)
    ).first()  # fmt: skip
    if row is None:
        return None
    return Scan(
        content_id=content_id,
        sha256=row.sha256,
        format=FileFormat(row.format),
        pages=tuple(json.loads(row.pages)),
        root_path=row.root_path,
        path=row.path,
        raw_path=row.raw_path,
        is_released=bool(row.is_released),
    )


def packed_content(connection: Connection, content_id: int) -> PackedContent:
    """What the reader found in a content, to be unpacked in a worker process."""
    row = connection.execute(
        select(content.c.size, content_text.c.body, content_text.c.structure)
        .join(content_text, content_text.c.content_id == content.c.id)
        .where(content.c.id == content_id)
    ).one()
    return PackedContent(row.size, row.body, row.structure)


def counts(connection: Connection) -> ScanCounts:
    """What waits to be recognised; invisible text layers count only once they are read."""
    is_open = _open(with_optional=False)
    waiting = connection.scalar(select(func.count()).select_from(ocr_task).where(*is_open))
    missing = count_missing_pages(connection, with_optional=False)
    return ScanCounts(waiting or 0, missing)


def count_missing_pages(connection: Connection, *, with_optional: bool) -> int:
    """How many pages of waiting scans were not read yet."""
    is_open = _open(with_optional=with_optional)
    wanted = select(func.coalesce(func.sum(ocr_task.c.page_count), 0)).where(*is_open)
    read = (
        select(func.count())
        .select_from(ocr_page)
        .join(ocr_task, ocr_task.c.content_id == ocr_page.c.content_id)
        .where(*is_open)
    )
    return (connection.scalar(wanted) or 0) - (connection.scalar(read) or 0)


def doubtful(connection: Connection, below: float) -> list[DoubtfulPage]:
    """Pages whose confidence lies below, the least certain first."""
    rows = connection.execute(
        _doubtful().where(ocr_page.c.confidence < below).order_by(ocr_page.c.confidence, location.c.path)
    )
    return [
        DoubtfulPage(
            row.uuid, row.title or "", row.label, row.path, row.page, row.confidence, row.failure_kind
        )
        for row in rows
    ]


def _doubtful() -> Select[tuple[object, ...]]:
    held = location.alias()
    place = select(func.min(held.c.id)).where(held.c.content_id == ocr_page.c.content_id).scalar_subquery()
    return (
        select(
            document.c.uuid, document.c.title, root.c.label, location.c.path,
            ocr_page.c.page, ocr_page.c.confidence, ocr_page.c.failure_kind,
        )
        .select_from(ocr_page)
        .join(location, location.c.id == place)
        .join(root, root.c.id == location.c.root_id)
        .outerjoin(member, member.c.content_id == ocr_page.c.content_id)
        .outerjoin(document, document.c.id == member.c.document_id)
    )  # fmt: skip


def _open(*, with_optional: bool) -> list[ColumnElement[bool]]:
    is_open: list[ColumnElement[bool]] = [ocr_task.c.done_at.is_(None)]
    return is_open if with_optional else [*is_open, ocr_task.c.is_optional == 0]


_ORDERS: dict[ScanOrder, tuple[ColumnElement[Any], ...]] = {
    ScanOrder.FOLDER: (),
    ScanOrder.YEAR: (document.c.year.is_(None), document.c.year.desc()),
    ScanOrder.UNDECIDED: (
        document.c.attribute != DisclosureAttribute.UNDETERMINED,
        func.coalesce(document.c.suggested_attribute, "") == "",
        func.coalesce(document.c.suggested_attribute, "") != DisclosureAttribute.UNDETERMINED,
    ),
}
"""Undecided first are documents without a decision, of which the rules could not say anything."""

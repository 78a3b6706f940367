"""Writing what was seen on disk: roots, locations and contents."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from uuid import uuid4

from sqlalchemy import ColumnElement, Connection, Row, bindparam, delete, func, insert, select, update

from app.domain.document import ElementName, Observation, Recognition, Reference
from app.domain.source import Extraction, Failure, FailureKind, FileFormat, FileStatus
from app.store import codec
from app.store.codec import PackedExtraction
from app.store.many_rows import upsert
from app.store.recognitions import packed_sheets
from app.store.tables.classification import classified
from app.store.tables.holdings import (
    content,
    content_text,
    element,
    location,
    location_version,
    observation,
    reference,
    root,
)


@dataclass(frozen=True, slots=True)
class Root:
    """A folder that is taken in; ``path`` is where it was last seen."""

    id: int
    uuid: str
    label: str
    path: str


@dataclass(frozen=True, slots=True)
class KnownLocation:
    """What the catalogue knows of a place on disk."""

    id: int
    raw_path: bytes
    size: int | None
    mtime_ns: int | None
    status: FileStatus
    failure_kind: FailureKind | None
    content_id: int | None


@dataclass(frozen=True, slots=True)
class SeenFile:
    """A file as the scan saw it. ``raw_path`` are the bytes of its name under the root; of a file that could
    not be read ``unread_format`` says what it is.
    """

    root_id: int
    path: str
    raw_path: bytes
    size: int | None
    mtime_ns: int | None
    unread_format: FileFormat | None = None
    unread_sha256: str | None = None


def ensure_root(connection: Connection, folder: Path) -> Root:
    """The root with this path, made if it is new."""
    row = connection.execute(select(root).where(root.c.path == str(folder))).first()
    if row is None:
        values = {"uuid": str(uuid4()), "label": folder.name or str(folder), "path": str(folder)}
        connection.execute(root.insert().values(**values))
        row = connection.execute(select(root).where(root.c.path == str(folder))).one()
    return Root(row.id, row.uuid, row.label, row.path)


def roots(connection: Connection) -> list[Root]:
    """All roots in the order they were added."""
    return [
        Root(row.id, row.uuid, row.label, row.path)
        for row in connection.execute(select(root).order_by(root.c.id))
    ]


def move_root(connection: Connection, root_id: int, path: Path) -> None:
    """A root is now found at another path."""
    connection.execute(update(root).where(root.c.id == root_id).values(path=str(path)))


def sample_of_root(connection: Connection, root_id: int, limit: int) -> list[tuple[str, str]]:
    """(path, SHA-256) of files spread over a root, to tell whether a folder is the same one."""
    rows = connection.execute(
        select(location.c.path, content.c.sha256)
        .join(content, content.c.id == location.c.content_id)
        .where(location.c.root_id == root_id, location.c.is_present == 1, location.c.path.not_like("%!/%"))
        .order_by(content.c.sha256)
        .limit(limit)
    )
    return [(row.path, row.sha256) for row in rows]


def known_location(connection: Connection, root_id: int, raw_path: bytes) -> KnownLocation | None:
    """The location with this name, if it was seen before."""
    row = connection.execute(_KNOWN_PLACE, {"root": root_id, "raw_path": raw_path}).first()
    return _known(row) if row is not None else None


def known_locations(
    connection: Connection, root_id: int, raw_paths: Sequence[bytes]
) -> dict[bytes, KnownLocation]:
    """What is known of the places with these names."""
    rows = connection.execute(_KNOWN_PLACES, {"root": root_id, "raw_paths": raw_paths})
    return {row.raw_path: _known(row) for row in rows}


def _known(row: Row[tuple[Any, ...]]) -> KnownLocation:
    return KnownLocation(
        row.id,
        row.raw_path,
        row.size,
        row.mtime_ns,
        FileStatus(row.status),
        FailureKind(row.failure_kind) if row.failure_kind else None,
        row.content_id,
    )


def touch(connection: Connection, root_id: int, known: KnownLocation, run_id: int, at: str) -> None:
    """This location was seen again, unchanged; so were the files inside it, if it is a container."""
    seen = {"last_seen_at": at, "last_seen_run": run_id, "is_present": 1}
    connection.execute(update(location).where(location.c.id == known.id).values(**seen))
    low, high = known.raw_path + b"!/", known.raw_path + b"!0"
    connection.execute(
        update(location)
        .where(location.c.root_id == root_id, location.c.raw_path >= low, location.c.raw_path < high)
        .values(**seen)
    )


def record_location(
    connection: Connection,
    seen: SeenFile,
    status: FileStatus,
    failure: Failure | None,
    content_id: int | None,
    run_id: int,
    at: str,
    *,
    was: int | None = None,
) -> int:
    """Write what became of a file at its place; another content than it ``was`` is a new version of it."""
    values = {
        "root_id": seen.root_id,
        "path": seen.path,
        "raw_path": seen.raw_path,
        "status": status,
        "failure_kind": failure.kind if failure else None,
        "failure_message": failure.message if failure else None,
        "is_present": 1,
        "size": seen.size,
        "mtime_ns": seen.mtime_ns,
        "content_id": content_id,
        "unread_format": seen.unread_format,
        "unread_sha256": seen.unread_sha256,
        "first_seen_at": at,
        "first_seen_run": run_id,
        "last_seen_at": at,
        "last_seen_run": run_id,
    }
    location_id: int = connection.execute(_PUT_LOCATION, values).scalar_one()
    if content_id is not None and content_id != was:
        connection.execute(
            _PUT_VERSION, {"location_id": location_id, "content_id": content_id, "seen_at": at}
        )
    return location_id


def count_present(connection: Connection, root_id: int, below: bytes) -> int:
    """How many files are believed to lie under the folder ``below``."""
    statement = select(func.count()).select_from(location).where(*_present(root_id, below))
    return connection.scalar(statement) or 0


def _present(root_id: int, below: bytes) -> list[ColumnElement[bool]]:
    known = [location.c.root_id == root_id, location.c.is_present == 1]
    if below:
        known += [location.c.raw_path >= below + b"/", location.c.raw_path < below + b"0"]
    return known


def mark_vanished(connection: Connection, root_id: int, below: bytes, run_id: int) -> tuple[int, int]:
    """Mark the locations under the folder ``below`` that this run did not see; nothing is deleted.

    Returns:
        How many are gone, and how many of the files not seen were only moved: this run found the same
        content at a place where it was not before.
    """
    unseen = [*_present(root_id, below), location.c.last_seen_run < run_id]
    new = location.alias()
    arrived = select(new.c.content_id).where(new.c.first_seen_run == run_id, new.c.content_id.is_not(None))
    moved = connection.scalar(
        select(func.count()).select_from(location).where(*unseen, location.c.content_id.in_(arrived))
    )
    done = connection.execute(update(location).where(*unseen).values(is_present=0))
    return done.rowcount - (moved or 0), moved or 0


def keep_inside(connection: Connection, root_id: int, raw_path: bytes, run_id: int) -> None:
    """Nothing can be said of the files in a folder or container that could not be opened: they stay."""
    for prefix in (raw_path + b"/" if raw_path else b"", raw_path + b"!/"):
        inside = location.c.raw_path >= prefix
        if prefix:
            inside &= location.c.raw_path < prefix[:-1] + b"0"
        connection.execute(
            update(location).where(location.c.root_id == root_id, inside).values(last_seen_run=run_id)
        )


def is_present_elsewhere(connection: Connection, content_id: int) -> bool:
    """Whether a file with this content is still at some place (after a location was re-written)."""
    found = connection.scalar(
        select(location.c.id).where(location.c.content_id == content_id, location.c.is_present == 1).limit(1)
    )
    return found is not None


def content_is_current(connection: Connection, content_id: int, reader: str, recogniser: str) -> bool:
    """Whether these versions of the reader and the recogniser have read this content already.

    Behind a semicolon a content's reader names the engine that read its pages; that is looked at
    when scans are recognised, not when files are read.
    """
    row = connection.execute(
        select(content.c.reader, content.c.recogniser).where(content.c.id == content_id)
    ).one()
    return (row.reader.partition(";")[0], row.recogniser) == (reader, recogniser)


def content_with_hash(connection: Connection, sha256: str) -> int | None:
    """The id of the content with these bytes, if it is held."""
    return connection.scalar(_WITH_HASH, {"sha256": sha256})


def put_content(
    connection: Connection,
    sha256: str,
    size: int,
    extraction: Extraction,
    recognition: Recognition,
    at: str,
    *,
    packed: PackedExtraction | None = None,
) -> int:
    """Write what was read from a content, replacing what an older reader made of the same bytes.

    With ``packed`` only what an extraction says about its file is looked at, not its text.
    """
    packed = packed or codec.packed_extraction(extraction)
    values = {
        "sha256": sha256,
        "size": size,
        "format": extraction.format,
        "puid": extraction.puid,
        "status": FileStatus.NEEDS_OCR if extraction.needs_ocr else FileStatus.OK,
        "page_count": extraction.page_count,
        "text_length": packed.length,
        "script": recognition.script,
        "era": recognition.era,
        "validity": recognition.validity,
        "sheet_pages": packed_sheets(recognition),
        "ocr_confidence": extraction.ocr_confidence,
        "reader": extraction.reader,
        "recogniser": recognition.recogniser,
        "extracted_at": at,
    }
    held = content_with_hash(connection, sha256)
    content_id: int = connection.execute(_PUT_CONTENT, values).scalar_one()
    connection.execute(
        _PUT_TEXT, {"content_id": content_id, "body": packed.body, "structure": packed.structure}
    )
    if held is not None:
        _forget(connection, held)
    _add_recognition(connection, content_id, recognition)
    return content_id


def _forget(connection: Connection, content_id: int) -> None:
    """Another text was read: what was recognised in the old one goes, and the rules run again."""
    for table in (element, reference, observation, classified):
        connection.execute(delete(table).where(table.c.content_id == content_id))


def _add_recognition(connection: Connection, content_id: int, recognition: Recognition) -> None:
    if recognition.elements:
        rows = [_element_row(content_id, name, recognition) for name in recognition.elements]
        connection.execute(_PUT_ELEMENTS, rows)
    if recognition.references:
        connection.execute(
            _PUT_REFERENCES, [_reference_row(content_id, one) for one in recognition.references]
        )
    if recognition.observations:
        rows = [_observation_row(content_id, one) for one in recognition.observations]
        connection.execute(_PUT_OBSERVATIONS, rows)


def _reference_row(content_id: int, item: Reference) -> dict[str, object]:
    return {
        "content_id": content_id,
        "kind": item.kind,
        "document_number": item.document_number,
        "start": item.evidence.start,
        "end": item.evidence.end,
        "page": item.evidence.page,
    }


def _observation_row(content_id: int, item: Observation) -> dict[str, object]:
    return {
        "content_id": content_id,
        "kind": item.kind,
        "message": item.message,
        "start": item.evidence.start if item.evidence else None,
        "end": item.evidence.end if item.evidence else None,
        "page": item.evidence.page if item.evidence else None,
    }


def _element_row(content_id: int, name: ElementName, recognition: Recognition) -> dict[str, object]:
    found = recognition.elements[name]
    return {
        "content_id": content_id,
        "name": name,
        "value": codec.pack_value(found.value),
        "printed": found.printed,
        "origin": found.origin,
        "confidence": found.confidence,
        "start": found.evidence.start if found.evidence else None,
        "end": found.evidence.end if found.evidence else None,
        "page": found.evidence.page if found.evidence else None,
        "rule": found.rule,
    }


# Statements that run for every file, built once: building them anew costs four times what running them does.

_IN_ROOT = location.c.root_id == bindparam("root")
_KNOWN_PLACE = select(location).where(_IN_ROOT, location.c.raw_path == bindparam("raw_path"))
_KNOWN_PLACES = select(location).where(
    _IN_ROOT, location.c.raw_path.in_(bindparam("raw_paths", expanding=True))
)
_WITH_HASH = select(content.c.id).where(content.c.sha256 == bindparam("sha256"))
_PUT_LOCATION = upsert(
    location, ("root_id", "raw_path"), but=("id", "first_seen_at", "first_seen_run")
).returning(location.c.id)
_PUT_VERSION = insert(location_version)
_PUT_CONTENT = upsert(content, ("sha256",), but=("id",)).returning(content.c.id)
_PUT_TEXT = upsert(content_text, ("content_id",))
_PUT_ELEMENTS = insert(element)
_PUT_REFERENCES = insert(reference)
_PUT_OBSERVATIONS = insert(observation)

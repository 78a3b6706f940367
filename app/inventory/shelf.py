"""Putting what was processed on the shelf: location, content, document and full-text index."""

from dataclasses import dataclass

from app.domain.audit import Change
from app.domain.document import Recognition
from app.domain.review import ReviewState
from app.domain.source import Extraction, Failure, FailureKind, FileFormat, FileStatus
from app.formats.extract import CONTAINERS
from app.inventory.ocr_run.planning import plan_recognition
from app.inventory.process import FOUND_LATE, Processed
from app.inventory.recognise import Office, role_and_applicability
from app.inventory.scan import Found
from app.paths import CONTAINER_MARK
from app.store import determinations, documents, fulltext, grouping, holdings, ocr_pages, quarantine, queries
from app.store.catalogue import Unit
from app.store.codec import PackedExtraction

_SAYS_NOTHING = frozenset(
    {FailureKind.BLOCKED, FailureKind.TIMED_OUT, FailureKind.CRASHED, FailureKind.OUT_OF_MEMORY}
)
"""After these nothing is known of what a folder or container holds; it does not count as vanished."""


_GONE = Processed(
    "",
    FileStatus.FAILED,
    failure=Failure(FailureKind.BLOCKED, "读取期间库中的同一份内容已被清除。请重新采集该文件。"),
)
"""A copy of what was purged while it was looked at; the next run reads it."""


@dataclass(frozen=True, slots=True)
class Taken:
    """A file that was processed in this run."""

    root_id: int
    found: Found
    processed: Processed
    packed: PackedExtraction | None = None


@dataclass(frozen=True, slots=True)
class SeenAgain:
    """A file that has not changed since an earlier run."""

    root_id: int
    known: holdings.KnownLocation


class Shelf:
    """Writes outcomes of one run, in the caller's transaction."""

    def __init__(self, run_id: int, office: Office) -> None:
        self._run_id = run_id
        self._office = office
        self._written: dict[int, int] = {}
        self._words: dict[int, str] = {}

    def put(self, unit: Unit, item: Taken | SeenAgain) -> None:
        """Write one outcome; :meth:`finish` completes the documents of several."""
        if isinstance(item, SeenAgain):
            holdings.touch(unit.connection, item.root_id, item.known, self._run_id, unit.at)
        else:
            self._put_taken(unit, _seen_file(item), item.processed, item.packed)

    def finish(self, unit: Unit) -> None:
        """Bring lists and index in line with what was put, before the commit."""
        documents.refresh_all(unit.connection, sorted(set(self._written.values())))
        fulltext.index_contents(unit.connection, self._written, self._words)
        self._written.clear()
        self._words.clear()

    def _put_taken(
        self,
        unit: Unit,
        seen: holdings.SeenFile,
        processed: Processed,
        packed: PackedExtraction | None,
    ) -> None:
        before = holdings.known_location(unit.connection, seen.root_id, seen.raw_path)
        was = before.content_id if before else None
        held = self._held(unit, processed)
        if processed.copy_of is not None and held is None:
            processed = _GONE
        content_id = held if held is not None else self._put_content(unit, processed, packed)
        location_id = holdings.record_location(
            unit.connection,
            seen,
            _status(unit, processed, content_id),
            processed.failure,
            content_id,
            self._run_id,
            unit.at,
            was=was,
        )
        if processed.failure is not None and processed.failure.kind in _SAYS_NOTHING and not processed.inner:
            holdings.keep_inside(unit.connection, seen.root_id, seen.raw_path, self._run_id)
        if processed.status is FileStatus.QUARANTINED and processed.verdict is not None:
            verdict = processed.verdict
            quarantine.put(
                unit.connection,
                location_id,
                verdict.level,
                verdict.rule,
                unit.at,
                found_late=verdict.rule == FOUND_LATE,
            )
        if content_id is not None and processed.extraction is not None and processed.recognition is not None:
            extraction, recognition = processed.extraction, processed.recognition
            self._put_document(unit, content_id, was, extraction, recognition, is_held=held is not None)

    def _held(self, unit: Unit, processed: Processed) -> int | None:
        """The content, when this version of the program has read the same bytes before."""
        extraction, recognition = processed.extraction, processed.recognition
        if processed.sha256 is not None and processed.copy_of is not None:
            return holdings.content_with_hash(unit.connection, processed.sha256)
        if processed.sha256 is None or extraction is None or recognition is None:
            return None
        held = holdings.content_with_hash(unit.connection, processed.sha256)
        if held is not None and holdings.content_is_current(
            unit.connection, held, extraction.reader, recognition.recogniser
        ):
            return held
        return None

    def _put_content(self, unit: Unit, processed: Processed, packed: PackedExtraction | None) -> int | None:
        extraction, recognition = processed.extraction, processed.recognition
        if processed.sha256 is None or extraction is None or recognition is None:
            return None
        size = processed.size or 0
        content_id = holdings.put_content(
            unit.connection, processed.sha256, size, extraction, recognition, unit.at, packed=packed
        )
        if packed is not None:
            self._words[content_id] = packed.words
        if processed.sketch is not None:
            grouping.put_sketch(unit.connection, content_id, processed.sketch)
        plan_recognition(unit.connection, content_id, extraction)
        return content_id

    def _put_document(
        self,
        unit: Unit,
        content_id: int,
        was: int | None,
        extraction: Extraction,
        recognition: Recognition,
        *,
        is_held: bool,
    ) -> None:
        """The document of a content; that of a mere copy of what is held stays as it is."""
        if extraction.format in CONTAINERS:
            return
        document_id = documents.document_of_content(unit.connection, content_id)
        if document_id is not None and is_held:
            return
        if document_id is None:
            document_id = self._document_for(unit, content_id, was)
        if documents.is_read_from(unit.connection, document_id, content_id):
            role, applicability = role_and_applicability(recognition, self._office)
            documents.set_role(unit.connection, document_id, role, applicability)
        self._written[content_id] = document_id

    def _document_for(self, unit: Unit, content_id: int, was: int | None) -> int:
        """A changed file stays with its document; its review begins anew."""
        held_by = documents.document_of_content(unit.connection, was) if was is not None else None
        if held_by is None or was is None or holdings.is_present_elsewhere(unit.connection, was):
            return documents.create_document(unit.connection, content_id, unit.at)
        documents.replace_master(unit.connection, held_by, content_id)
        row = queries.document_row(unit.connection, held_by)
        determinations.set_document_state(unit.connection, held_by, ReviewState.OPEN)
        changes = [Change("review_state", row.review_state, ReviewState.OPEN)]
        unit.record(row.uuid, changes, action="document.file_changed")
        return held_by


def _status(unit: Unit, processed: Processed, content_id: int | None) -> FileStatus:
    """A scan whose text was recognised earlier is read, wherever it is found again."""
    if processed.status is not FileStatus.NEEDS_OCR or content_id is None:
        return processed.status
    return FileStatus.OK if ocr_pages.is_done(unit.connection, content_id) else processed.status


def _seen_file(item: Taken) -> holdings.SeenFile:
    found, processed = item.found, item.processed
    if not processed.inner:
        return holdings.SeenFile(
            item.root_id, found.path, found.raw_path, found.size, found.mtime_ns, *_unread(processed)
        )
    inside = f"{CONTAINER_MARK}{processed.inner}"
    raw_path = found.raw_path + inside.encode("utf-8", "surrogateescape")
    return holdings.SeenFile(
        item.root_id, found.path + inside, raw_path, processed.size, None, *_unread(processed)
    )


def _unread(processed: Processed) -> tuple[FileFormat | None, str | None]:
    """What is known of a file that was opened and could not be read."""
    return (processed.unread_format, processed.sha256) if processed.failure is not None else (None, None)

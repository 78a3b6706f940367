"""What happens to one file in a worker process: gate, hash, read, gate again, recognise.

Nothing is stored here and nothing of a quarantined file leaves this module but the rule that hit.
"""

import os
import time
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import BinaryIO

from app.domain.document import Recognition
from app.domain.source import Extraction, Failure, FailureKind, FileFormat, FileStatus, Held
from app.formats.containers import Member, members
from app.formats.digest import sha256_of
from app.formats.extract import current_reader, extract
from app.formats.identify import identify, is_office_litter
from app.formats.opening import open_for_reading
from app.formats.reader import UnreadableError
from app.inventory.recognise import recognise
from app.inventory.scan import Found
from app.inventory.secrecy import SecrecyLevel, SecrecyVerdict, examine_extraction, examine_name
from app.paths import CONTAINER_MARK
from app.store.codec import PackedExtraction, packed_extraction
from app.text.similarity import Sketch, sketch_of

LARGEST_FILE = 2 << 30

FOUND_LATE = "found_late"
"""The rule named for files that were purged: a person or text recognition has found the mark."""

_REFUSED = SecrecyVerdict(SecrecyLevel.CERTAIN, FOUND_LATE)
_TOO_LARGE = Failure(FailureKind.TOO_LARGE, "文件超过 2 GB，没有读取正文。请拆分后再采集。")
_VANISHED = Failure(FailureKind.VANISHED, "读取时文件已被移走或删除。请确认后重新采集。")
_BLOCKED = Failure(FailureKind.BLOCKED, "文件被其他程序占用或没有读取权限。请关闭占用的程序后重试。")
_CHANGED = Failure(FailureKind.BLOCKED, "读取过程中文件被修改。请待修改完成后重新采集。")


@dataclass(frozen=True, slots=True)
class Processed:
    """What became of one file, or of one file inside a container.

    ``inner`` is the path within the container, empty for the file itself. Only a file with status
    ok or needs_ocr has an extraction, a recognition and a sketch of its text; one that failed has a hash and
    ``unread_format`` where it could be looked at. ``seconds``: how
    long a worker was busy with it. ``copy_of``: the hash says that these bytes are held already; they were
    not read again.
    """

    inner: str
    status: FileStatus
    size: int | None = None
    failure: Failure | None = None
    sha256: str | None = None
    extraction: Extraction | None = None
    recognition: Recognition | None = None
    verdict: SecrecyVerdict | None = None
    sketch: Sketch | None = None
    copy_of: Held | None = None
    unread_format: FileFormat | None = None
    seconds: float = 0.0


@dataclass(frozen=True, slots=True)
class Ready:
    """What became of a file, with what was read of it packed as the catalogue keeps it.

    The extraction is left without text and lines: the main process has enough to do with writing.
    """

    processed: Processed
    packed: PackedExtraction | None


def process_for_shelf(found: Found) -> list[Ready]:
    """:func:`process_file` for what is to be stored."""
    return [_ready(processed) for processed in process_file(found)]


def _ready(processed: Processed) -> Ready:
    extraction = processed.extraction
    if extraction is None:
        return Ready(processed, None)
    light = replace(extraction, text="", page_starts=(), parts=(), asides=(), layout=(), embedded=())
    return Ready(replace(processed, extraction=light), packed_extraction(extraction))


def process_file(found: Found) -> list[Processed]:
    """Process a file and, if it is a container, everything inside it."""
    if found.failure is not None:
        return [_failed(found.failure)]
    name = found.path.rsplit("/", 1)[-1]
    if is_office_litter(name):
        return [Processed("", FileStatus.SKIPPED)]
    verdict = _REFUSED if "" in found.refused else examine_name(found.path)
    if verdict.quarantines and "" not in found.released:
        return [Processed("", FileStatus.QUARANTINED, verdict=verdict)]
    try:
        with open_for_reading(found.absolute) as stream:
            return _process_open(stream, found)
    except FileNotFoundError:
        return [_failed(_VANISHED)]
    except OSError:
        return [_failed(_BLOCKED)]


def _process_open(stream: BinaryIO, found: Found) -> list[Processed]:
    before = os.fstat(stream.fileno())
    if before.st_size > LARGEST_FILE:
        return [_failed(_TOO_LARGE, before.st_size)]
    copy = _copy(stream, found, before.st_size)
    processed = [copy] if copy else list(_process_stream(stream, found, before.st_size))
    after = os.fstat(stream.fileno())
    if (before.st_size, before.st_mtime_ns) != (after.st_size, after.st_mtime_ns):
        return [_failed(_CHANGED, after.st_size)]
    return processed


def _copy(stream: BinaryIO, found: Found, size: int) -> Processed | None:
    """What is said of a file whose bytes this version of its reader has read, after one look at them for
    their hash.
    """
    if not found.held:
        return None
    started = time.monotonic()
    sha256 = sha256_of(stream)
    held = found.held.get(sha256)
    if held is None or held.reader != current_reader(stream, found.path.rsplit("/", 1)[-1]):
        return None
    return Processed("", held.status, size, sha256=sha256, copy_of=held, seconds=time.monotonic() - started)


def _process_stream(stream: BinaryIO, found: Found, size: int) -> Iterator[Processed]:
    whole = _process_one(stream, found, "", size)
    yield whole
    if whole.extraction is not None:
        yield from _process_members(stream, found)


def _process_one(stream: BinaryIO, found: Found, inner: str, size: int) -> Processed:
    name = (inner or found.path).rsplit("/", 1)[-1]
    started = time.monotonic()
    try:
        extraction = extract(stream, name)
    except UnreadableError as error:
        return _unreadable(stream, name, _failed(error.failure, size, inner))
    verdict = examine_extraction(extraction)
    if verdict.quarantines and inner not in found.released:
        return Processed(inner, FileStatus.QUARANTINED, size, verdict=verdict)
    status = FileStatus.NEEDS_OCR if extraction.needs_ocr else FileStatus.OK
    recognition = recognise(extraction, name)
    sketch = sketch_of(extraction.text)
    sha256 = sha256_of(stream)
    spent = time.monotonic() - started
    return Processed(
        inner, status, size, None, sha256, extraction, recognition, verdict, sketch, seconds=spent
    )


def _process_members(stream: BinaryIO, found: Found) -> Iterator[Processed]:
    """Everything inside a container, at any depth; a container that breaks off ends with a failure."""
    stream.seek(0)
    try:
        for member in members(stream, found.path.rsplit("/", 1)[-1]):
            yield from _process_member(member, found)
    except UnreadableError as error:
        yield _failed(error.failure, inner="…")


def _process_member(member: Member, found: Found) -> Iterator[Processed]:
    if is_office_litter(member.name):
        yield Processed(member.path, FileStatus.SKIPPED)
        return
    is_refused = member.path in found.refused
    verdict = _REFUSED if is_refused else examine_name(f"{found.path}{CONTAINER_MARK}{member.path}")
    if verdict.quarantines and member.path not in found.released:
        yield Processed(member.path, FileStatus.QUARANTINED, verdict=verdict)
    elif member.failure is not None:
        yield _failed(member.failure, inner=member.path)
    elif member.content is not None:
        yield _process_one(member.content, found, member.path, _size(member.content))


def _size(stream: BinaryIO) -> int:
    size = stream.seek(0, os.SEEK_END)
    stream.seek(0)
    return size


def _unreadable(stream: BinaryIO, name: str, failed: Processed) -> Processed:
    """A file that no reader could read is on record with what it is and its hash."""
    return replace(failed, sha256=sha256_of(stream), unread_format=identify(stream, name).format)


def _failed(failure: Failure, size: int | None = None, inner: str = "") -> Processed:
    return Processed(inner, FileStatus.FAILED, size, failure)

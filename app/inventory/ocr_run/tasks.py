"""What a worker process does for a scan: read one page, or put the pages of a file together.

Every page passes the secrecy gate here, so that no line of a classified one leaves the worker.
"""

import functools
import io
import os
from collections.abc import Mapping
from dataclasses import dataclass
from typing import BinaryIO

from app.domain.source import Extraction, Failure, FailureKind, FileStatus
from app.formats.containers import members
from app.formats.digest import sha256_of
from app.formats.ocr import READER, OcrPage, recognise_page_of, with_recognised
from app.formats.opening import open_for_reading
from app.formats.reader import UnreadableError
from app.inventory.ocr_run.packing import packed, unpacked
from app.inventory.process import Processed
from app.inventory.recognise import recognise
from app.inventory.secrecy import CLEAR, SecrecyLevel, SecrecyVerdict, examine_extraction
from app.paths import CONTAINER_MARK
from app.store import codec
from app.store.ocr_pages import ReadPage, Scan
from app.text.similarity import sketch_of

_VANISHED = Failure(FailureKind.VANISHED, "文字识别时文件已被移走或删除。请确认后重新采集。")
_BLOCKED = Failure(FailureKind.BLOCKED, "文字识别时文件被占用或没有读取权限。请关闭占用的程序后重试。")
_CHANGED = Failure(FailureKind.BLOCKED, "文件在读入之后又被修改。请先重新采集，再做文字识别。")


@dataclass(frozen=True, slots=True)
class PageTask:
    """One page of a scan, numbered from 1."""

    scan: Scan
    page: int


@dataclass(frozen=True, slots=True)
class WholeTask:
    """All pages of a scan, with what the reader found in the file."""

    scan: Scan
    size: int
    body: bytes
    structure: bytes
    pages: tuple[ReadPage, ...]


@dataclass(frozen=True, slots=True)
class PageOutcome:
    """A page that was read, or the rule because of which nothing of it may be kept."""

    read: ReadPage | None
    verdict: SecrecyVerdict


def work(task: PageTask | WholeTask) -> PageOutcome | Processed | Failure:
    """Do one task; runs in a worker process."""
    if isinstance(task, WholeTask):
        return _put_together(task)
    try:
        data = _bytes_of(task.scan)
    except FileNotFoundError:
        return _VANISHED
    except OSError:
        return _BLOCKED
    return _CHANGED if data is None else _read_page(task, data)


def blank_page(page: int, failure: Failure) -> ReadPage:
    """What is kept of a page that cannot be read: nothing, so that a person looks at it."""
    return ReadPage(page, packed(OcrPage(_A4, ())), 0.0, failure.kind, READER)


def page_extraction(page: OcrPage, scan: Scan) -> Extraction:
    """A recognised page as if it were a file of one page, for the gate."""
    empty = Extraction(format=scan.format, puid=None, text="", page_starts=(0,), page_count=1)
    return with_recognised(empty, {1: page})


def examine_page(page: OcrPage, number: int, scan: Scan) -> SecrecyVerdict:
    """The gate on one page. Behind the first page only a certain mark stops the file: annexes hold
    forms and words that look like a level, and an archive's first pages may be processing sheets.
    """
    if scan.is_released:
        return CLEAR
    verdict = examine_extraction(page_extraction(page, scan))
    return verdict if number == 1 or verdict.level is SecrecyLevel.CERTAIN else CLEAR


_A4 = (595.0, 842.0)


def _read_page(task: PageTask, data: bytes) -> PageOutcome:
    try:
        page = recognise_page_of(io.BytesIO(data), task.page)
    except UnreadableError as error:
        return PageOutcome(blank_page(task.page, error.failure), CLEAR)
    verdict = examine_page(page, task.page, task.scan)
    if verdict.quarantines:
        return PageOutcome(None, verdict)
    return PageOutcome(ReadPage(task.page, packed(page), page.confidence, None, READER), CLEAR)


def _put_together(task: WholeTask) -> Processed:
    scan = task.scan
    pages: Mapping[int, OcrPage] = {read.page: unpacked(read.lines) for read in task.pages}
    read = codec.unpack_extraction(codec.unpack_text(task.body), task.structure)
    extraction = with_recognised(read, pages)
    verdict = examine_extraction(extraction)
    if verdict.quarantines and not scan.is_released:
        return Processed("", FileStatus.QUARANTINED, task.size, verdict=verdict)
    recognition = recognise(extraction, scan.path.rsplit("/", 1)[-1])
    sketch = sketch_of(extraction.text)
    return Processed(
        "", FileStatus.OK, task.size, None, scan.sha256, extraction, recognition, verdict, sketch
    )


@functools.lru_cache(maxsize=1)
def _bytes_of(scan: Scan) -> bytes | None:
    """The bytes of the content; ``None`` when its place holds another one by now.

    Kept until another file is asked for, because a scan is read page by page.
    """
    outer, inner = _parted(scan)
    with open_for_reading(outer) as stream:
        data = stream.read() if not inner else _member(stream, outer, inner)
    return data if data is not None and sha256_of(io.BytesIO(data)) == scan.sha256 else None


def _parted(scan: Scan) -> tuple[str, str]:
    """The file on disk and the path inside of it; a folder's name may end in the mark, too."""
    whole = os.path.join(scan.root_path, os.fsdecode(scan.raw_path))  # noqa: PTH118 - names may end in dots
    at = len(scan.root_path)
    while (at := whole.find(CONTAINER_MARK, at)) >= 0:
        if os.path.isfile(whole[:at]):  # noqa: PTH113
            return whole[:at], whole[at + len(CONTAINER_MARK) :]
        at += 1
    return whole, ""


def _member(stream: BinaryIO, outer: str, inner: str) -> bytes | None:
    try:
        for member in members(stream, os.path.basename(outer)):  # noqa: PTH119
            if member.path == inner and member.content is not None:
                return member.content.read()
    except UnreadableError:
        return None
    return None

"""What an ingest would meet: files, sizes, formats and how long it may take. Nothing is stored."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

from app.domain.source import Failure
from app.formats.identify import identify, is_office_litter
from app.formats.opening import open_for_reading
from app.formats.pool import WorkerPool
from app.formats.reader import UnreadableError
from app.formats.scan_pages import NO_PAGES, Pages, pages_of
from app.inventory.scan import Found, scan
from app.inventory.secrecy import examine_name
from app.progress import Progress

SECONDS_PER_FILE = 0.05
"""Reading, recognising and storing an average file, in one worker (docs/performance.md)."""

SECONDS_PER_SCAN = 3.0
"""Text recognition of one page on one processor (docs/performance.md)."""

SECONDS_TO_IDENTIFY = 20.0


@dataclass(slots=True)
class Survey:
    """Counts by format, and of files that would be skipped, quarantined by name, or cannot be opened."""

    files: int = 0
    bytes: int = 0
    by_kind: Counter[str] = field(default_factory=Counter)
    pages: int = 0
    scans: int = 0
    scan_pages: int = 0

    def count(self, found: Found, kind: "FileKind") -> None:
        """Add one file."""
        self.files += 1
        self.bytes += found.size or 0
        self.by_kind[kind.name] += 1
        self.pages += kind.pages.count
        self.scans += kind.pages.without_text > 0
        self.scan_pages += kind.pages.without_text

    def reading_seconds(self, workers: int) -> float:
        """An estimate of the ingest without text recognition."""
        return self.files * SECONDS_PER_FILE / workers

    def recognition_seconds(self, workers: int) -> float:
        """An estimate for the pages that have no text."""
        return self.scan_pages * SECONDS_PER_SCAN / workers


def survey(folders: Sequence[Path], pool: WorkerPool, progress: Progress) -> Survey:
    """Walk the folders; look at the first bytes of each file and at the pages of scans and PDF."""
    seen = Survey()
    files = (found for folder in folders for found in scan(folder))
    for found, outcome in pool.map_bounded(file_kind, files, seconds_for=lambda _: SECONDS_TO_IDENTIFY):
        seen.count(found, FileKind(UNREADABLE) if isinstance(outcome, Failure) else outcome)
        progress.step("清点文件", seen.files)
    return seen


QUARANTINED, SKIPPED, UNREADABLE = "quarantined", "skipped", "unreadable"


@dataclass(frozen=True, slots=True)
class FileKind:
    """The format of a file, or why it would not be read; with its pages, where that is quickly told."""

    name: str
    pages: Pages = NO_PAGES


def file_kind(found: Found) -> FileKind:
    """What a file is, from its first bytes and its list of pages; runs in a worker process."""
    if found.failure is not None:
        return FileKind(UNREADABLE)
    name = found.path.rsplit("/", 1)[-1]
    if is_office_litter(name):
        return FileKind(SKIPPED)
    if examine_name(found.path).quarantines:
        return FileKind(QUARANTINED)
    try:
        with open_for_reading(found.absolute) as stream:
            kind = identify(stream, name).format
            return FileKind(kind.value, pages_of(stream, kind))
    except (OSError, UnreadableError):
        return FileKind(UNREADABLE)

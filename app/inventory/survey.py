"""What an ingest would meet: files, sizes, formats and how long it may take. Nothing is stored."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

from app.domain.source import Failure, FileFormat
from app.formats.identify import identify, is_office_litter
from app.formats.opening import open_for_reading
from app.formats.pool import WorkerPool
from app.formats.reader import UnreadableError
from app.inventory.scan import Found, scan
from app.inventory.secrecy import examine_name
from app.progress import Progress

SECONDS_PER_FILE = 0.05
"""Reading, recognising and storing an average file, in one worker (docs/performance.md)."""

SECONDS_PER_SCAN = 3.0
"""Text recognition of one page on one processor; how many pages a scan has is only known later."""

SCANS = frozenset({FileFormat.TIF, FileFormat.JPG, FileFormat.PNG, FileFormat.BMP})
SECONDS_TO_IDENTIFY = 20.0


@dataclass(slots=True)
class Survey:
    """Counts by format, and of files that would be skipped, quarantined by name, or cannot be opened."""

    files: int = 0
    bytes: int = 0
    by_kind: Counter[str] = field(default_factory=Counter)

    def reading_seconds(self, workers: int) -> float:
        """An estimate of the ingest without text recognition."""
        return self.files * SECONDS_PER_FILE / workers

    def recognition_seconds(self, workers: int) -> float:
        """An estimate for pictures that need text recognition, one page each."""
        return sum(self.by_kind[one] for one in SCANS) * SECONDS_PER_SCAN / workers


def survey(folders: Sequence[Path], pool: WorkerPool, progress: Progress) -> Survey:
    """Walk the folders and look at the first bytes of each file."""
    seen = Survey()
    files = (found for folder in folders for found in scan(folder))
    for found, outcome in pool.map_bounded(file_kind, files, seconds_for=lambda _: SECONDS_TO_IDENTIFY):
        seen.files += 1
        seen.bytes += found.size or 0
        seen.by_kind[UNREADABLE if isinstance(outcome, Failure) else outcome] += 1
        progress.step("清点文件", seen.files)
    return seen


QUARANTINED, SKIPPED, UNREADABLE = "quarantined", "skipped", "unreadable"


def file_kind(found: Found) -> str:
    """The format of a file, or why it would not be opened; runs in a worker process."""
    if found.failure is not None:
        return UNREADABLE
    name = found.path.rsplit("/", 1)[-1]
    if is_office_litter(name):
        return SKIPPED
    if examine_name(found.path).quarantines:
        return QUARANTINED
    try:
        with open_for_reading(found.absolute) as stream:
            return identify(stream, name).format.value
    except (OSError, UnreadableError):
        return UNREADABLE

"""Reading scans. What is committed stays: a run that was stopped or killed goes on where it was."""

import time
from collections import Counter
from dataclasses import dataclass, field
from typing import Any

from app.domain.audit import Change
from app.domain.people import SYSTEM
from app.domain.source import Failure, FailureKind, FileStatus
from app.errors import AppError
from app.formats import ocr
from app.formats.pool import WorkerPool
from app.inventory.awake import kept_awake
from app.inventory.ocr_run.queue import ScanQueue
from app.inventory.ocr_run.shelving import put_recognised
from app.inventory.ocr_run.tasks import PageOutcome, PageTask, WholeTask, blank_page, work
from app.inventory.office import our_office
from app.inventory.process import Processed
from app.inventory.purge import BY_RECOGNITION, cleanse_if_pending, expel
from app.inventory.registers import replace_paper
from app.inventory.run_data import RECOGNISING, RunData, this_process
from app.inventory.secrecy import SecrecyVerdict
from app.progress import Progress
from app.store import ocr_pages, runs
from app.store.catalogue import Catalogue
from app.store.ocr_pages import ReadPage, Scan, ScanOrder

PAGES_PER_COMMIT = 20
SECONDS_PER_COMMIT = 5.0
SECONDS_PER_PAGE = 180.0
"""A page that reads badly is tried in four directions; slow office machines take ten seconds for one."""

_WITHOUT_FILE = frozenset({FailureKind.VANISHED, FailureKind.BLOCKED})
_STAGE = "文字识别"


@dataclass(slots=True)
class RecognitionSummary:
    """What came of a run: pages read, files whose text is whole, and what needs a person."""

    pages: int = 0
    files: int = 0
    quarantined: int = 0
    doubtful_pages: int = 0
    failed: Counter[str] = field(default_factory=Counter)
    seconds: float = 0.0

    def as_dict(self) -> dict[str, Any]:
        """The summary for JSON."""
        return {
            "pages": self.pages,
            "files": self.files,
            "quarantined": self.quarantined,
            "doubtful_pages": self.doubtful_pages,
            "failed": dict(sorted(self.failed.items())),
            "seconds": round(self.seconds, 3),
        }


def require_engine() -> None:
    """Refuse when the optional part is not installed.

    Raises:
        AppError: with the advice how to get it.
    """
    if not ocr.available():
        raise AppError(
            "没有安装文字识别组件，扫描件读不出文字。",
            "请用“python3 run.py --ocr …”安装，或换用带文字识别的安装包；也可以用 --ocr off 暂不识别。",
        )


def recognise_scans(
    catalogue: Catalogue,
    pool: WorkerPool,
    progress: Progress,
    *,
    order: ScanOrder = ScanOrder.FOLDER,
    again: bool = False,
    by: str = SYSTEM,
) -> RecognitionSummary:
    """Read every scan that waits.

    Args:
        catalogue: where the scans were taken in.
        pool: the worker processes.
        progress: counts pages.
        order: which scans come first.
        again: also files with an invisible text layer, and those that another engine has read.
        by: who lets it run.

    Raises:
        AppError: the optional part is not installed.
        Cancelled: the user stopped; the pages that were read stay.
    """
    require_engine()
    run = _Run(catalogue, pool, progress, by)
    if again:
        run.reopen()
    run.read(order, with_optional=again)
    return run.summary


class _Run:
    """One run: its summary and the pages that wait for the next commit."""

    def __init__(self, catalogue: Catalogue, pool: WorkerPool, progress: Progress, by: str) -> None:
        self.summary = RecognitionSummary()
        self._catalogue = catalogue
        self._pool = pool
        self._progress = progress
        self._by = by
        self._office = our_office(catalogue)
        self._waiting: list[tuple[int, ReadPage]] = []
        self._data = RunData(RECOGNISING, 0)
        self._run = runs.Run(0, "")
        self._committed_at = time.monotonic()

    def reopen(self) -> None:
        """Let what another engine has read wait again."""
        with self._catalogue.write(by=self._by, action="ocr.reopen") as unit:
            count = ocr_pages.reopen(unit.connection, ocr.READER)
            unit.record("ocr", [Change("files", None, str(count))])
            unit.commit()

    def read(self, order: ScanOrder, *, with_optional: bool) -> None:
        """All scans that wait."""
        started = time.monotonic()
        with self._catalogue.read() as connection:
            ids = ocr_pages.waiting_ids(connection, order, with_optional=with_optional)
            total = ocr_pages.count_missing_pages(connection, with_optional=with_optional)
        if not ids:
            return
        self._begin(total)
        state = "cancelled"
        try:
            with kept_awake():
                self._work(ScanQueue(self._catalogue, ids), total)
            state = "done"
        finally:
            self._commit()
            self.summary.seconds = time.monotonic() - started
            self._end(state)
        cleanse_if_pending(self._catalogue, self._progress, by=self._by)
        replace_paper(self._catalogue, by=self._by)

    def _work(self, queue: ScanQueue, total: int) -> None:
        for task, outcome in self._pool.map_bounded(work, queue, seconds_for=lambda _: SECONDS_PER_PAGE):
            self._take(queue, task, outcome)
            self._progress.step(_STAGE, self.summary.pages, total)

    def _begin(self, total: int) -> None:
        self._data = RunData(RECOGNISING, total)
        with self._catalogue.write(by=self._by, action="ocr.start") as unit:
            self._run = runs.start(unit.connection, unit.at, runs.RECOGNITION, this_process())
            unit.record(self._run.uuid)
            unit.commit()

    def _end(self, state: str) -> None:
        with self._catalogue.write(by=self._by, action=f"ocr.{state}") as unit:
            runs.end(unit.connection, self._run, state, self.summary.as_dict(), unit.at)
            unit.record(self._run.uuid, [Change("pages", None, str(self.summary.pages))])
            unit.commit()

    def _take(
        self, queue: ScanQueue, task: PageTask | WholeTask, outcome: PageOutcome | Processed | Failure
    ) -> None:
        if isinstance(task, WholeTask):
            self._take_whole(task, outcome)
        elif not queue.is_open(task.scan):
            return  # a page of a file that was refused or vanished while this one was read
        elif isinstance(outcome, Failure) and outcome.kind in _WITHOUT_FILE:
            queue.give_up(task.scan)
            self.summary.failed[outcome.kind] += 1
        elif isinstance(outcome, PageOutcome) and outcome.read is None:
            queue.give_up(task.scan)
            self._refuse(task.scan, outcome.verdict)
        else:
            self._keep(queue, task, outcome)

    def _keep(self, queue: ScanQueue, task: PageTask, outcome: PageOutcome | Processed | Failure) -> None:
        """Keep a page; one on which the worker failed is kept as blank, for a person to look at."""
        read = outcome.read if isinstance(outcome, PageOutcome) else None
        if read is None:
            assert isinstance(outcome, Failure)
            read = blank_page(task.page, outcome)
        self.summary.pages += 1
        self._data.advance()
        self._data.count_format(task.scan.format, 0.0)
        self.summary.doubtful_pages += read.confidence < ocr.LOW_CONFIDENCE
        self._waiting.append((task.scan.content_id, read))
        is_last = queue.is_last(task.scan, task.page)
        is_due = time.monotonic() - self._committed_at >= SECONDS_PER_COMMIT
        if is_last or is_due or len(self._waiting) >= PAGES_PER_COMMIT:
            self._commit()
        if is_last:
            queue.put_together(task.scan)

    def _take_whole(self, task: WholeTask, outcome: PageOutcome | Processed | Failure) -> None:
        if isinstance(outcome, Failure):
            self.summary.failed[outcome.kind] += 1
            return
        assert isinstance(outcome, Processed)
        if outcome.status is FileStatus.QUARANTINED and outcome.verdict is not None:
            self._refuse(task.scan, outcome.verdict)
            return
        with self._catalogue.write(by=self._by, action="ocr.file") as unit:
            put_recognised(unit, task.scan.content_id, outcome, self._office)
            unit.commit()
        self.summary.files += 1

    def _refuse(self, scan: Scan, verdict: SecrecyVerdict) -> None:
        """A mark was read: nothing of the file stays, not even the pages that were read before."""
        self._waiting = [item for item in self._waiting if item[0] != scan.content_id]
        with self._catalogue.write(by=self._by, action="ocr.quarantine") as unit:
            expel(unit, [scan.content_id], verdict.level, f"{BY_RECOGNITION}:{verdict.rule}")
            unit.commit()
        self.summary.quarantined += 1

    def _commit(self) -> None:
        self._committed_at = time.monotonic()
        if not self._waiting:
            return
        with self._catalogue.write(by=self._by, action="ocr.pages") as unit:
            for content_id, read in self._waiting:
                ocr_pages.put(unit.connection, content_id, read, unit.at)
            runs.report(unit.connection, self._run, self.summary.as_dict(), self._data.as_dict(), unit.at)
            unit.record("ocr", [Change("pages", None, str(len(self._waiting)))])
            unit.commit()
        self._waiting.clear()

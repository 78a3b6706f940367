"""Taking folders in: scan, process in worker processes, store and index in short transactions.

What is reported done is committed. A killed run is simply run again: files that are stored and
unchanged are not read a second time.
"""

import os
import time
from collections import Counter
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import islice
from pathlib import Path
from typing import Any

from app.domain.audit import Change
from app.domain.people import SYSTEM
from app.domain.source import Failure, FailureKind, FileFormat, FileStatus
from app.errors import AppError, Cancelled
from app.formats.pool import WorkerPool
from app.inventory.awake import kept_awake
from app.inventory.office import our_office
from app.inventory.process import Processed, Ready, process_for_shelf
from app.inventory.purge import cleanse_if_pending
from app.inventory.registers import replace_paper
from app.inventory.rereading import Reread, held_of
from app.inventory.run_data import READING, RunData, this_process
from app.inventory.scan import Found, scan
from app.inventory.shelf import SeenAgain, Shelf, Taken
from app.progress import Progress
from app.store import holdings, quarantine, reindex, runs
from app.store.catalogue import Catalogue

FILES_PER_COMMIT = 50
SECONDS_PER_COMMIT = 1.0
CHARACTERS_PER_COMMIT = 4_000_000
"""What waits is held in memory, so that a few very long texts are not waited for."""

LOOKED_UP_AT_ONCE = 200
LEAST_SECONDS_PER_FILE = 60.0
SECONDS_PER_MEGABYTE = 2.0


@dataclass(slots=True)
class Summary:
    """What a run saw and what became of it; the sum of the outcomes equals ``seen``."""

    seen: int = 0
    ok: int = 0
    skipped: int = 0
    quarantined: int = 0
    needs_ocr: int = 0
    unchanged: int = 0
    moved: int = 0
    vanished: int = 0
    failed: Counter[str] = field(default_factory=Counter)
    seconds: float = 0.0

    def count(self, processed: Processed) -> None:
        """Add one outcome."""
        self.seen += 1
        if processed.failure is not None:
            self.failed[processed.failure.kind] += 1
        else:
            setattr(self, processed.status.value, getattr(self, processed.status.value) + 1)

    def as_dict(self) -> dict[str, Any]:
        """The summary for JSON."""
        return {
            "seen": self.seen,
            "ok": self.ok,
            "failed": dict(sorted(self.failed.items())),
            "skipped": self.skipped,
            "quarantined": self.quarantined,
            "needs_ocr": self.needs_ocr,
            "unchanged": self.unchanged,
            "moved": self.moved,
            "vanished": self.vanished,
            "seconds": round(self.seconds, 3),
        }


def ingest(
    catalogue: Catalogue,
    folders: Sequence[Path],
    pool: WorkerPool,
    progress: Progress,
    *,
    by: str = SYSTEM,
    retry: FailureKind | None = None,
    file_format: FileFormat | None = None,
    outdated: bool = False,
    locations: Collection[int] = (),
) -> Summary:
    """Take in every file of the folders.

    Although they have not changed, files are read again that failed in the way ``retry``, that are of
    ``file_format``, that an older version of the program has read (``outdated``), or that lie at ``locations``.

    Raises:
        AppError: a folder does not exist, cannot be read or is suddenly empty, or the connection to it was
            lost; what was committed stays, and no file counts as vanished.
        Cancelled: the user stopped; what was committed stays. An index that another version of the program
            made is built anew at the end, which may be stopped, too, and goes on the next time.
    """
    for folder in folders:
        require_folder(folder)
    cleanse_if_pending(catalogue, progress, by=by)
    run = _Run(catalogue, pool, progress, by, Reread(retry, file_format, outdated, locations))
    try:
        with kept_awake():
            for folder in folders:
                run.take_in(folder)
    except (Cancelled, KeyboardInterrupt):
        run.end("cancelled")
        raise
    except AppError:
        run.end("interrupted")
        raise
    replace_paper(catalogue, by=by)
    run.end("done")
    reindex.rebuild_if_needed(catalogue, progress, by=by)
    return run.summary


def require_folder(folder: Path) -> None:
    """Refuse a folder that cannot be read.

    Raises:
        AppError: it does not exist, is no folder, or may not be read.
    """
    if not folder.exists():
        raise AppError(f"找不到文件夹“{folder}”。", "请检查路径是否写对、移动硬盘或网络盘是否已连接。")
    if not folder.is_dir():
        raise AppError(f"“{folder}”不是文件夹。", "请选择文件所在的文件夹。")
    try:
        next(folder.iterdir(), None)
    except OSError as error:
        raise AppError(f"没有权限读取文件夹“{folder}”。", "请联系管理员授予读取权限。") from error


class _Run:
    """One run: the summary so far and what waits for the next commit."""

    def __init__(
        self, catalogue: Catalogue, pool: WorkerPool, progress: Progress, by: str, reread: Reread
    ) -> None:
        self.summary = Summary()
        self._catalogue = catalogue
        self._pool = pool
        self._progress = progress
        self._by = by
        self._reread = reread
        self._waiting: list[Taken | SeenAgain] = []
        self._waiting_characters = 0
        self._committed_at = self._started_at = time.monotonic()
        self._data = RunData(READING, 0)
        with catalogue.write(by=by, action="ingest.start") as unit:
            self._run = runs.start(unit.connection, unit.at, process=this_process())
            unit.record(self._run.uuid)
            unit.commit()
        self._shelf = Shelf(self._run.id, our_office(catalogue))

    def take_in(self, folder: Path) -> None:
        """Everything under one folder, which may lie inside a root that is known."""
        root, below = self._root_of(folder)
        self._require_connected(folder, root, below)
        self._data = RunData(READING, self._count(root, below))
        files = self._changed(root, below)
        for found, outcome in self._pool.map_bounded(process_for_shelf, files, seconds_for=seconds_for):
            for ready in _outcomes(found, outcome):
                processed = ready.processed
                self.summary.count(processed)
                self._waiting.append(Taken(root.id, found, processed, ready.packed))
                self._waiting_characters += ready.packed.length if ready.packed else 0
                read = processed.extraction or processed.copy_of
                if read is not None:
                    self._data.count_format(read.format, processed.seconds)
            self._advance()
        self._commit()
        require_folder(folder)
        self._require_connected(folder, root, below)
        self._mark_vanished(root, below)

    def _require_connected(self, folder: Path, root: holdings.Root, below: str) -> None:
        """Refuse a folder that is suddenly empty: a share or disk that is not there leaves such a one."""
        if next(folder.iterdir(), None) is not None:
            return
        with self._catalogue.read() as connection:
            known = holdings.count_present(connection, root.id, os.fsencode(below))
        if known:
            raise AppError(
                f"“{folder}”现在是空的，而上次里面有 {known} 个文件。",
                "网络盘或移动硬盘可能没有接上：接上后再采集，这些文件没有记为消失。"
                "确实清空了的，请在里面放一个说明文件，再采集一次。",
            )

    def end(self, state: str) -> None:
        """Write what waits, and how the run ended."""
        self._commit()
        self.summary.seconds = time.monotonic() - self._started_at
        counts = self.summary.as_dict()
        with self._catalogue.write(by=self._by, action=f"ingest.{state}") as unit:
            runs.end(unit.connection, self._run, state, counts, unit.at)
            changes = [Change(name, None, str(counts[name])) for name in ("seen", "ok", "quarantined")]
            unit.record(self._run.uuid, changes)
            unit.commit()

    def _root_of(self, folder: Path) -> tuple[holdings.Root, str]:
        folder = folder.absolute()
        with self._catalogue.read() as connection:
            for root in holdings.roots(connection):
                if folder.is_relative_to(root.path):
                    below = folder.relative_to(root.path).as_posix()
                    return root, "" if below == "." else below
        with self._catalogue.write(by=self._by, action="root.add") as unit:
            root = holdings.ensure_root(unit.connection, folder)
            unit.record(root.uuid)
            unit.commit()
        return root, ""

    def _count(self, root: holdings.Root, below: str) -> int:
        count = 0
        for _ in scan(Path(root.path), below):
            count += 1
            self._progress.step("清点文件", count)
        return count

    def _changed(self, root: holdings.Root, below: str) -> Iterator[Found]:
        """The files that are new, changed or released; the others are only seen again."""
        files = scan(Path(root.path), below)
        with self._catalogue.read() as connection:
            released = quarantine.released(connection, root.id)
            refused = quarantine.refused_for_good(connection, root.id)
            again = self._reread.files(connection, root.id)
        while page := list(islice(files, LOOKED_UP_AT_ONCE)):
            with self._catalogue.read() as connection:
                known = holdings.known_locations(connection, root.id, [found.raw_path for found in page])
                held = held_of(connection, page)
            for found in (replace(each, refused=refused.get(each.raw_path, frozenset())) for each in page):
                before = known.get(found.raw_path)
                if found.raw_path in released:
                    yield replace(found, released=released[found.raw_path])
                elif found.raw_path in again:
                    yield found
                elif before is None or _is_changed(found, before):
                    yield replace(found, held=held.get(found.size or 0, {}))
                else:
                    self.summary.seen += 1
                    self.summary.unchanged += 1
                    self._waiting.append(SeenAgain(root.id, before))
                    self._advance()

    def _advance(self) -> None:
        self._data.advance()
        is_due = time.monotonic() - self._committed_at >= SECONDS_PER_COMMIT
        is_much = self._waiting_characters >= CHARACTERS_PER_COMMIT
        if is_due or is_much or len(self._waiting) >= FILES_PER_COMMIT:
            self._commit()
        self._progress.step("读取文件", self._data.done, self._data.total)

    def _commit(self) -> None:
        self._committed_at = time.monotonic()
        if not self._waiting:
            return
        with self._catalogue.write(by=self._by, action="ingest.files") as unit:
            for item in self._waiting:
                self._shelf.put(unit, item)
            self._shelf.finish(unit)
            runs.report(unit.connection, self._run, self.summary.as_dict(), self._data.as_dict(), unit.at)
            unit.record(self._run.uuid, [Change("files", None, str(len(self._waiting)))])
            unit.commit()
        self._waiting.clear()
        self._waiting_characters = 0

    def _mark_vanished(self, root: holdings.Root, below: str) -> None:
        with self._catalogue.write(by=self._by, action="ingest.vanished") as unit:
            place = os.fsencode(below)
            vanished, moved = holdings.mark_vanished(unit.connection, root.id, place, self._run.id)
            changes = [Change("vanished", None, str(vanished)), Change("moved", None, str(moved))]
            unit.record(self._run.uuid, changes)
            unit.commit()
        self.summary.vanished += vanished
        self.summary.moved += moved


def _is_changed(found: Found, before: holdings.KnownLocation) -> bool:
    return found.failure is not None or (found.size, found.mtime_ns) != (before.size, before.mtime_ns)


def _outcomes(found: Found, outcome: list[Ready] | Failure) -> list[Ready]:
    if isinstance(outcome, Failure):
        return [Ready(Processed("", FileStatus.FAILED, found.size, outcome), None)]
    return outcome


def seconds_for(found: Found) -> float:
    """The wall time a file may take, by its size."""
    return LEAST_SECONDS_PER_FILE + SECONDS_PER_MEGABYTE * (found.size or 0) / 2**20

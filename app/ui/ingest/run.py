"""One run as the window does it: read, make items, suggest, and read the scans when that is wanted."""

import os
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from app.domain.source import FailureKind
from app.progress import Progress
from app.store.queries import FileRow
from app.ui import originals
from app.wiring import Session

if TYPE_CHECKING:
    from app.formats.pool import WorkerPool
    from app.inventory.grouping.run import GroupSummary
    from app.inventory.ingest import Summary
    from app.inventory.ocr_run import RecognitionSummary

STAGES = ("清点文件", "读取文件", "归并成件", "给出建议", "识别扫描件")
_STAGE_OF = {
    "清点文件": 0,
    "读取文件": 1,
    "比对正文": 2,
    "写入归并结果": 2,
    "给出建议": 3,
    "文字识别": 4,
}


@dataclass(frozen=True, slots=True)
class Order:
    """What a run is to do. Without ``folders`` only the scans that wait are read.

    ``again``: files to be read again although they have not changed, by the number of their place.
    """

    folders: tuple[Path, ...]
    by: str
    retry: FailureKind | None = None
    with_recognition: bool = False
    again: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of it; parts that were not wanted are absent."""

    summary: "Summary | None"
    grouped: "GroupSummary"
    recognised: "RecognitionSummary | None"


def stage_number(stage: str) -> int | None:
    """Which of :data:`STAGES` a step belongs to."""
    return _STAGE_OF.get(stage)


def run(session: Session, order: Order, progress: Progress) -> Outcome:
    """Do it; documents can be used before the scans have been read.

    Raises:
        AppError: a folder cannot be read, or recognition is wanted and not installed.
        Cancelled: the user stopped; what was committed stays.
    """
    from app.inventory.ingest import ingest  # readers and rules are loaded when they are needed
    from app.inventory.ocr_run import recognise_scans

    catalogue = session.catalogue
    with session.pool(max(1, (os.cpu_count() or 2) - 1)) as pool:
        summary = None
        if order.folders:
            summary = ingest(
                catalogue,
                order.folders,
                pool,
                progress,
                by=order.by,
                retry=order.retry,
                locations=order.again,
            )
        grouped = _digest(session, pool, order.by, progress)
        recognised = None
        if order.with_recognition:
            recognised = recognise_scans(catalogue, pool, progress, by=order.by)
            grouped = _digest(session, pool, order.by, progress)
    return Outcome(summary, grouped, recognised)


def _digest(session: Session, pool: "WorkerPool", by: str, progress: Progress) -> "GroupSummary":
    from app.classify.run import classify
    from app.inventory.grouping.run import group

    grouped = group(session.catalogue, progress, by=by)
    classify(session.catalogue, session.rule_folders, pool, progress, by=by)
    return grouped


def folders_holding(files: Iterable[FileRow]) -> tuple[Path, ...]:
    """The folders to walk so that these files are met, none of them inside another."""
    holding = {originals.path_of(file).parent for file in files}
    return tuple(sorted(one for one in holding if not holding & set(one.parents)))


def folders_of(paths: Sequence[Path]) -> str:
    """The names of folders in one line."""
    return "、".join(path.name or str(path) for path in paths)

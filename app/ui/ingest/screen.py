"""采集: takes folders in, tells how far it is, and lists what could not be read."""

import os
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QFileDialog, QWidget

from app.domain import terms
from app.domain.people import SYSTEM
from app.domain.source import FailureKind, FileStatus
from app.errors import AppError
from app.progress import Progress, Step
from app.store import holdings, queries
from app.store.catalogue import Reading
from app.store.queries import FileRow
from app.ui import originals
from app.ui.desk import EVERYTHING, Desk, RoomName, Topic
from app.ui.ingest.table_model import problem_columns
from app.ui.ingest.view import IngestView
from app.ui.language import tr
from app.ui.room import Room
from app.ui.tasks import Task
from app.ui.widgets.listed_table import ListedModel
from app.ui.widgets.search import Choice

if TYPE_CHECKING:
    from app.inventory.ingest import Summary


@dataclass(frozen=True, slots=True)
class Holdings:
    """What the screen shows when nothing runs."""

    folders: tuple[Path, ...]
    problems: tuple[FileRow, ...]
    by_status: dict[str, int]
    quarantined: int


class IngestScreen(Room):
    """Runs ingest on the writer thread; the window stays usable."""

    NAME = RoomName.INGEST
    TOPICS = frozenset({Topic.FILES})

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self.view = IngestView(desk, self)
        self.body.addWidget(self.view)
        self.model = ListedModel(problem_columns(), desk.runner, self)
        self.view.table.show_model(self.model)
        self._holdings = Holdings((), (), {}, 0)
        self._task: Task | None = None
        self._has_summary = False
        self._connect()

    @property
    def is_running(self) -> bool:
        """Whether a run is on its way."""
        return self._task is not None

    def refresh(self) -> None:
        """Read the folders and problems anew."""
        self.query(read_holdings, self._show)

    def take_in(self, folders: Sequence[Path], retry: FailureKind | None = None) -> None:
        """Begin a run over these folders."""
        if self.is_running or not folders:
            return
        names = "、".join(folder.name or str(folder) for folder in folders)
        title = tr("正在采集 {names}", names=names)
        by = self.desk.person or SYSTEM
        self.view.show_running(title)
        self._task = self.write(
            lambda progress: self._run(tuple(folders), by, retry, progress),
            self._finished,
            title=title,
            on_failure=self._refused,
            on_progress=self._moved,
            on_end=self._ended,
        )

    def _run(
        self, folders: tuple[Path, ...], by: str, retry: FailureKind | None, progress: Progress
    ) -> "Summary":
        from app.classify.run import classify  # the rules and readers are loaded when they are needed
        from app.inventory.ingest import ingest

        workers = max(1, (os.cpu_count() or 2) - 1)
        session = self.desk.session
        with session.pool(workers) as pool:
            summary = ingest(session.catalogue, folders, pool, progress, by=by, retry=retry)
            classify(session.catalogue, session.rule_folders, pool, progress, by=by)
        return summary

    def _connect(self) -> None:
        view = self.view
        view.choose.clicked.connect(self._choose)
        view.drop.dropped.connect(self.take_in)
        view.again.clicked.connect(lambda: self.take_in(self._holdings.folders))
        view.stop.clicked.connect(self._stop)
        view.go_documents.clicked.connect(lambda: self.desk.go(RoomName.DOCUMENTS))
        view.cause.chosen.connect(lambda _value: self._show_problems())
        view.retry.clicked.connect(self._retry)
        view.open_folder.clicked.connect(self._show_in_folder)
        view.table.opened.connect(lambda _id: self._show_in_folder())
        view.table.picked.connect(lambda count: view.open_folder.setEnabled(count == 1))

    def _choose(self) -> None:
        found = QFileDialog.getExistingDirectory(self, tr("选择要采集的文件夹"))
        if found:
            self.take_in([Path(found)])

    def _retry(self) -> None:
        kind = FailureKind(self.view.cause.value)
        self.take_in(self._holdings.folders, retry=kind)

    def _stop(self) -> None:
        if self._task is not None:
            self._task.cancel()
            self.view.stop.setEnabled(False)
            self.view.line.setText(tr("正在停止……已读的都已保存，下次接着做。"))

    def _moved(self, step: Step) -> None:
        if self._task is not None and not self._task.is_cancelled:
            self.view.show_step(step, self._task.seconds)

    def _ended(self) -> None:
        was_cancelled = self._task is not None and self._task.is_cancelled
        self._task = None
        self.view.show_idle(1)
        if was_cancelled:
            self.view.headline.setText(tr("已停止采集"))
            self.view.line.setText(tr("已读的都已保存。再点“重新采集全部”，从停下的地方接着做。"))
        self._has_summary = True
        self.desk.changed.emit(EVERYTHING)

    def _finished(self, summary: "Summary") -> None:
        self.view.headline.setText(tr("采集完成"))
        self.view.line.setText(describe(summary))
        self.view.go_documents.show()

    def _refused(self, error: AppError) -> None:
        self.view.headline.setText(tr("没有采集"))
        self.view.line.setText(error.message)
        self.desk.failed.emit(error)

    def _show(self, found: Holdings) -> None:
        self._holdings = found
        if not self.is_running:
            self.view.show_idle(len(found.folders))
            if found.folders and not self._has_summary:
                self.view.headline.setText(tr("已采集 {count} 个文件夹", count=len(found.folders)))
                self.view.line.setText("\n".join(str(folder) for folder in found.folders))
        self._show_figures(found)
        counts = Counter(file.failure_kind for file in found.problems if file.failure_kind)
        self.view.cause.offer(
            [Choice(kind, tr(terms.FAILURE_TERMS[kind]), count) for kind, count in counts.most_common()]
        )
        self._show_problems()

    def _show_figures(self, found: Holdings) -> None:
        parts = [
            f"{tr(terms.STATUS_TERMS[status])} {found.by_status[status]:,}"
            for status in (FileStatus.OK, FileStatus.NEEDS_OCR, FileStatus.SKIPPED, FileStatus.FAILED)
            if found.by_status.get(status)
        ]
        self.view.figures.setText(" · ".join(parts))
        self.view.figures.setVisible(bool(parts))
        self.view.quarantine.setText(
            tr(
                "疑似涉密，已隔离 {count} 个：没有读入任何内容，请立即报告本单位保密工作机构。",
                count=found.quarantined,
            )
        )
        self.view.quarantine.setVisible(found.quarantined > 0)

    def _show_problems(self) -> None:
        kind = self.view.cause.value
        files = [file for file in self._holdings.problems if not kind or file.failure_kind == kind]
        self.model.show_rows(files)
        self.view.problem_count.setText(tr("{count} 个", count=len(files)) if files else "")
        self.view.problems.setCurrentIndex(0 if files else 1)
        self.view.retry.setEnabled(bool(kind) and not self.is_running)
        self.view.retry.setToolTip("" if kind else tr("先选一种原因"))
        self.view.open_folder.setEnabled(False)

    def _show_in_folder(self) -> None:
        chosen = self.view.table.current_id
        if chosen is None:
            return
        try:
            originals.show_in_folder(self.model.row_of(chosen))
        except AppError as error:
            self.desk.failed.emit(error)


def read_holdings(connection: Reading) -> Holdings:
    """Folders, problems and counts."""
    counts = queries.overview(connection)
    return Holdings(
        folders=tuple(Path(root.path) for root in holdings.roots(connection)),
        problems=tuple(queries.problem_files(connection)),
        by_status=counts.by_status,
        quarantined=counts.quarantined,
    )


def describe(summary: "Summary") -> str:
    """What a run came to, in one line."""
    parts = [
        tr("看到 {count} 个文件", count=f"{summary.seen:,}"),
        tr("新读出 {count}", count=f"{summary.ok:,}") if summary.ok else "",
        tr("没有变化 {count}", count=f"{summary.unchanged:,}") if summary.unchanged else "",
        tr("读不出 {count}", count=sum(summary.failed.values())) if summary.failed else "",
        tr("不见了 {count}", count=summary.vanished) if summary.vanished else "",
        tr("用时 {seconds} 秒", seconds=round(summary.seconds)),
    ]
    return " · ".join(part for part in parts if part)

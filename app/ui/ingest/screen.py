"""采集: takes folders in, tells how far it is, and lists what could not be read."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QFileDialog, QInputDialog, QMenu, QWidget

from app.domain import terms
from app.domain.people import SYSTEM
from app.domain.source import FailureKind, FileStatus
from app.errors import AppError
from app.formats.write.workbook import Sheet, write_workbook
from app.inventory.release import release
from app.inventory.roots import relocate
from app.progress import Progress, Step
from app.store import counts, holdings, ocr_pages, quarantine, queries
from app.store.catalogue import Reading
from app.store.ocr_pages import ScanCounts
from app.store.queries import FileRow
from app.ui import originals, printing
from app.ui.desk import EVERYTHING, Desk, Destination, RoomName, Topic
from app.ui.ingest import run
from app.ui.ingest.quarantine import QuarantineDialog
from app.ui.ingest.run import Order, Outcome
from app.ui.ingest.table_model import problem_columns
from app.ui.ingest.view import IngestView
from app.ui.language import told, tr
from app.ui.room import Room
from app.ui.tasks import Task
from app.ui.widgets.listed_table import ListedModel
from app.ui.widgets.search import Choice


@dataclass(frozen=True, slots=True)
class Holdings:
    """What the screen shows when nothing runs."""

    folders: tuple[Path, ...]
    problems: tuple[FileRow, ...]
    by_status: dict[str, int]
    quarantined: int
    scans: ScanCounts
    can_recognise: bool


NOTHING = Holdings((), (), {}, 0, ScanCounts(0, 0), can_recognise=False)


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
        self._holdings = NOTHING
        self._stage, self._stage_since = "", 0.0
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

    def arrive(self, destination: Destination) -> None:
        """Show the files that could not be read for one cause, or all of them."""
        cause = destination.facets.get("cause", "")
        self.view.cause.show_value(cause, tr(terms.FAILURE_TERMS[FailureKind(cause)]) if cause else "")
        self._show_problems()

    def take_in(self, folders: Sequence[Path], retry: FailureKind | None = None) -> None:
        """Begin a run over these folders."""
        if folders:
            title = tr("正在采集 {names}", names=run.folders_of(folders))
            with_recognition = self.view.with_scans.isChecked() and self._holdings.can_recognise
            self._begin(title, Order(tuple(folders), self._by, retry, with_recognition))

    def read_again(self, files: Sequence[FileRow]) -> None:
        """Read these files again, whatever was the matter with them."""
        folders = run.folders_holding(files)
        if folders:
            title = tr("正在重读 {count} 个文件", count=len(files))
            self._begin(title, Order(folders, self._by, again=tuple(file.location_id for file in files)))

    def recognise(self) -> None:
        """Read the scans that wait."""
        self._begin(tr("正在识别扫描件"), Order((), self._by, with_recognition=True))

    @property
    def _by(self) -> str:
        return self.desk.person or SYSTEM

    def _begin(self, title: str, order: Order) -> None:
        if self.is_running:
            return
        session = self.desk.session
        self._stage = ""
        self.view.show_running(title)
        self._task = self.write(
            lambda progress: run.run(session, order, progress),
            self._finished,
            title=title,
            on_failure=self._refused,
            on_progress=self._moved,
            on_end=self._ended,
        )

    def _connect(self) -> None:
        view = self.view
        view.choose.clicked.connect(self._choose)
        view.drop.dropped.connect(self.take_in)
        view.again.clicked.connect(lambda: self.take_in(self._holdings.folders))
        view.moved.clicked.connect(self._ask_new_place)
        view.stop.clicked.connect(self._stop)
        view.pause.clicked.connect(self._pause)
        view.scans.clicked.connect(self.recognise)
        view.see_quarantine.clicked.connect(self._open_quarantine)
        view.export.clicked.connect(self._ask_export)
        view.print.clicked.connect(self._print)
        view.go_documents.clicked.connect(lambda: self.desk.go(RoomName.DOCUMENTS))
        view.cause.chosen.connect(lambda _value: self._show_problems())
        view.retry.clicked.connect(self._retry)
        view.retry_selected.clicked.connect(lambda: self.read_again(self._selected))
        view.open_folder.clicked.connect(self._show_in_folder)
        view.table.opened.connect(lambda _id: self._show_in_folder())
        view.table.picked.connect(self._offer)
        view.table.menu_wanted.connect(self._open_menu)

    @property
    def _selected(self) -> list[FileRow]:
        return [self.model.row_of(number) for number in self.view.table.selected_ids]

    def _offer(self, picked: int) -> None:
        self.view.open_folder.setEnabled(picked == 1)
        self.view.offer_selected(picked if not self.is_running else 0)

    def _open_menu(self, place: QPoint) -> None:
        menu = QMenu(self)
        for part in (self.view.retry_selected, self.view.open_folder):
            action = menu.addAction(part.icon(), part.text())
            action.setEnabled(part.isEnabled())
            action.triggered.connect(part.click)
        menu.popup(place)

    def _choose(self) -> None:
        found = QFileDialog.getExistingDirectory(self, tr("选择要采集的文件夹"))
        if found:
            self.take_in([Path(found)])

    def relocate(self, folder: Path, place: Path) -> None:
        """Bind a source folder to where it lies now, after some of its files were compared."""
        catalogue = self.desk.catalogue

        def done(compared: int) -> None:
            self.desk.changed.emit(frozenset({Topic.FILES}))
            self.desk.told.emit(tr("已改到新位置，抽查 {count} 个文件，全部一致。", count=compared), "")

        self.desk.act(
            lambda by, _progress: relocate(catalogue, str(folder), place, by=by),
            self,
            done,
            title=tr("换了位置"),
        )

    def _ask_new_place(self) -> None:
        folders = [str(folder) for folder in self._holdings.folders]
        which, is_given = folders[0], True
        if len(folders) > 1:
            title, label = tr("换了位置"), tr("哪个文件夹换了位置：")
            which, is_given = QInputDialog.getItem(self, title, label, folders, editable=False)
        if is_given and (found := QFileDialog.getExistingDirectory(self, tr("它现在在哪里"))):
            self.relocate(Path(which), Path(found))

    def _retry(self) -> None:
        kind = FailureKind(self.view.cause.value)
        self.take_in(self._holdings.folders, retry=kind)

    def _stop(self) -> None:
        if self._task is not None:
            self._task.cancel()
            self.view.stop.setEnabled(False)
            self.view.line.setText(tr("正在停止……已读的都已保存，下次接着做。"))

    def _pause(self) -> None:
        if self._task is None:
            return
        if self._task.paused_at is None:
            self._task.pause()
        else:
            self._task.resume()
        self.view.show_paused(is_paused=self._task.paused_at is not None)

    def _moved(self, step: Step) -> None:
        task = self._task
        if task is None or task.is_cancelled or task.paused_at is not None:
            return
        if step.stage != self._stage:
            self._stage, self._stage_since = step.stage, task.seconds
        self.view.show_step(step, task.seconds - self._stage_since)

    def _ended(self) -> None:
        was_cancelled = self._task is not None and self._task.is_cancelled
        self._task = None
        self.view.show_idle(1)
        if was_cancelled:
            self.view.headline.setText(tr("已停止采集"))
            self.view.line.setText(tr("已读的都已保存。再点“重新采集全部”，从停下的地方接着做。"))
        self._has_summary = True
        self.desk.changed.emit(EVERYTHING)

    def _finished(self, outcome: Outcome) -> None:
        self.view.headline.setText(tr("采集完成") if outcome.summary else tr("识别完成"))
        self.view.line.setText(describe(outcome))
        self.view.go_documents.show()

    def _refused(self, error: AppError) -> None:
        self.view.headline.setText(tr("没有采集"))
        self.view.line.setText(told(error.message))
        self.desk.failed.emit(error)

    def _show(self, found: Holdings) -> None:
        self._holdings = found
        if not self.is_running:
            self.view.show_idle(len(found.folders))
            if found.folders and not self._has_summary:
                self.view.headline.setText(tr("已采集 {count} 个文件夹", count=len(found.folders)))
                self.view.line.setText("\n".join(str(folder) for folder in found.folders))
            self.view.show_scans(
                found.scans.waiting_files, found.scans.waiting_pages, can_recognise=found.can_recognise
            )
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
        self.view.see_quarantine.setVisible(found.quarantined > 0)

    def _show_problems(self) -> None:
        kind = self.view.cause.value
        files = [file for file in self._holdings.problems if not kind or file.failure_kind == kind]
        self.model.show_rows(files)
        self.view.problem_count.setText(tr("{count} 个", count=len(files)) if files else "")
        self.view.problems.setCurrentIndex(0 if files else 1)
        self.view.retry.setEnabled(bool(kind) and not self.is_running)
        self.view.retry.setToolTip("" if kind else tr("先选一种原因"))
        self._offer(0)
        for part in (self.view.export, self.view.print):
            part.setEnabled(bool(files))

    def export(self, path: Path) -> None:
        """Write the files that could not be read, with what to do about each, to a spreadsheet."""
        columns, rows = self.model.columns, self.model.listed

        def work(_progress: Progress) -> int:
            cells = [tuple(column.text(row) for column in columns) for row in rows]
            headers = tuple(column.title for column in columns)
            try:
                return write_workbook(path, [Sheet(tr("读不出的文件"), headers, cells)])
            except OSError as error:
                raise AppError(
                    tr("不能写入“{name}”。", name=path.name), tr("它可能正开着；请关掉，或换一个名字。")
                ) from error

        def done(count: int) -> None:
            self.desk.told.emit(tr("已导出 {count} 行到 {path}", count=f"{count:,}", path=path), "")

        self.write(work, done)

    def _ask_export(self) -> None:
        found, _kind = QFileDialog.getSaveFileName(
            self, tr("导出…"), tr("读不出的文件") + ".xlsx", tr("电子表格 (*.xlsx)")
        )
        if found:
            self.export(Path(found))

    def _print(self) -> None:
        headings = [column.title for column in self.model.columns]
        rows = [[column.text(row) for column in self.model.columns] for row in self.model.listed]
        page = printing.table_page(tr("读不出的文件"), tr("{count} 个", count=len(rows)), headings, rows)
        printing.preview(page, self, is_wide=True)

    def _open_quarantine(self) -> None:
        dialog = QuarantineDialog(self)
        dialog.release_wanted.connect(lambda number, reason: self._release(dialog, number, reason))
        self._fill_quarantine(dialog)
        dialog.open()

    def _fill_quarantine(self, dialog: QuarantineDialog) -> None:
        self.desk.query(quarantine.waiting, dialog, dialog.show_entries)

    def _release(self, dialog: QuarantineDialog, number: int, reason: str) -> None:
        catalogue = self.desk.catalogue

        def done(_nothing: None) -> None:
            self._fill_quarantine(dialog)
            self.desk.changed.emit(frozenset({Topic.FILES}))

        self.desk.act(
            lambda by, _progress: release(catalogue, number, by=by, reason=reason),
            self,
            done,
            on_failure=dialog.show_failure,
        )

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
    from app.formats import ocr  # needs a tenth of a second; this runs on a reader thread

    return Holdings(
        folders=tuple(Path(root.path) for root in holdings.roots(connection)),
        problems=tuple(queries.problem_files(connection)),
        by_status=counts.files_by_status(connection),
        quarantined=counts.open_quarantine_count(connection),
        scans=ocr_pages.counts(connection),
        can_recognise=ocr.available(),
    )


def describe(outcome: Outcome) -> str:
    """What a run came to, in one line."""
    return " · ".join(part for part in (*_read(outcome), *_made(outcome)) if part)


def _read(outcome: Outcome) -> list[str]:
    summary = outcome.summary
    if summary is None:
        return []
    return [
        tr("看到 {count} 个文件", count=f"{summary.seen:,}"),
        tr("新读出 {count}", count=f"{summary.ok:,}") if summary.ok else "",
        tr("没有变化 {count}", count=f"{summary.unchanged:,}") if summary.unchanged else "",
        tr("读不出 {count}", count=sum(summary.failed.values())) if summary.failed else "",
        tr("不见了 {count}", count=summary.vanished) if summary.vanished else "",
        tr("用时 {seconds} 秒", seconds=round(summary.seconds)),
    ]


def _made(outcome: Outcome) -> list[str]:
    parts = [tr("归为 {count} 件", count=f"{outcome.grouped.items:,}")]
    if outcome.recognised is not None:
        parts.append(tr("识别 {count} 页", count=f"{outcome.recognised.pages:,}"))
    return parts

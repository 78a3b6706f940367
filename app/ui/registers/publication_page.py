"""Before publication: files or the documents that wait for it, their faults with places, redacted copies."""

import os
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog, QSplitter, QVBoxLayout, QWidget

from app.errors import AppError
from app.progress import Progress
from app.report.publication.check import Checked
from app.report.publication.faults import Severity
from app.report.publication.redact import Redacted
from app.report.publication.results import write_results
from app.report.publication.run import (
    NotRedacted,
    check_files,
    files_below,
    redact_files,
    waiting_for_publication,
)
from app.ui.desk import Desk
from app.ui.language import tr
from app.ui.registers.publication_model import FileLine, count_of, fault_columns, file_columns
from app.ui.registers.redaction_dialog import RedactionDialog
from app.ui.tasks import Task
from app.ui.widgets.flow import Flow
from app.ui.widgets.layout import EmptyState, Label, Pages, Pane, button, row
from app.ui.widgets.listed_table import ListedModel
from app.ui.widgets.table import Table

TITLE = "发布前检查"
PURPOSE = "公开前查一遍：涉密和内部标志、个人信息、批注和修订、隐藏内容、文档属性、遮盖下的文字、错别字、公文格式、缺附件。"
NOTHING, FAULTS, CLEAN = range(3)


class PublicationPage(QWidget):
    """Files above, the places of the one that is looked at below."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.desk = desk
        self.lines: tuple[FileLine, ...] = ()
        self.add_files = button(tr("加入文件…"), "addFiles", icon="add")
        self.add_folder = button(tr("加入文件夹…"), "addFolder", icon="folder")
        self.add_waiting = button(tr("加入待发布的公文"), "addWaiting", icon="documents")
        self.clear = button(tr("清空"), "clearFiles", icon="cross")
        self.check = button(tr("检查"), "checkFiles", icon="shield", role="primary")
        self.stop = button(tr("停止"), "stopCheck", icon="stop")
        self.export = button(tr("导出问题清单…"), "exportFaults", icon="export")
        self.redact = button(tr("出脱敏副本…"), "redactFiles", icon="copy")
        self.show_folder = button(tr("打开副本文件夹"), "openCopies", icon="folder")
        self.summary = Label("", "muted", self)
        self.summary.setObjectName("checkSummary")
        self.files = Table(desk.memory, "publication-files", self)
        self.places = Table(desk.memory, "publication-places", self)
        self._file_model = ListedModel(file_columns(), desk.runner, self)
        self._place_model = ListedModel(fault_columns(), desk.runner, self)
        self._list = Pages(self)
        self._below = Pages(self)
        self._task: Task | None = None
        self._folder: Path | None = None
        self._lay_out()
        self._connect()
        self._update()

    @property
    def is_running(self) -> bool:
        """Whether files are being checked or copied."""
        return self._task is not None

    def take(self, paths: Sequence[Path]) -> None:
        """Add files, and everything below folders; what is there already is not added again."""
        known = {line.path for line in self.lines}
        self._set([*self.lines, *(FileLine(path) for path in files_below(paths) if path not in known)])

    def run_check(self) -> None:
        """Check all files in the background."""
        paths = [line.path for line in self.lines]

        def done(checked: list[Checked]) -> None:
            self._set([FileLine(line.path, one) for line, one in zip(self.lines, checked, strict=True)])

        self._start(lambda progress: self._with_pool(len(paths), lambda pool: check_files(paths, pool, progress)),
            done, tr(TITLE))  # fmt: skip

    def make_copies(self, folder: Path, words: Sequence[str]) -> None:
        """Make redacted copies of the selected files, or of all."""
        chosen = self._chosen()
        paths = [self.lines[number].path for number in chosen]

        def done(copies: list[Redacted | NotRedacted]) -> None:
            lines = list(self.lines)
            for number, copy in zip(chosen, copies, strict=True):
                lines[number] = replace(lines[number], copy=copy)
            self._folder = folder
            self._set(lines)

        self._start(
            lambda progress: self._with_pool(
                len(paths), lambda pool: redact_files(paths, folder, words, pool, progress)
            ),
            done,
            tr("出脱敏副本"),
        )

    def export_to(self, path: Path) -> None:
        """Write the places of all checked files as a workbook."""
        checked = [line.checked for line in self.lines if line.checked]

        def work(_progress: Progress) -> None:
            try:
                write_results(path, checked)
            except OSError as error:
                raise AppError("没有写成。", "请检查存放处是否可写，文件是否正被打开。") from error

        self.desk.runner.read(
            work,
            self,
            lambda _none: self.desk.told.emit(tr("已导出：{names}", names=path.name), ""),
            on_failure=self.desk.failed.emit,
        )

    def _with_pool(self, count: int, act: Callable[..., object]) -> object:
        workers = max(1, min(count, (os.cpu_count() or 2) - 1))
        with self.desk.session.pool(workers) as pool:
            return act(pool)

    def _start(self, work: Callable[[Progress], object], done: Callable[..., None], title: str) -> None:
        if self.is_running or not self.lines:
            return
        self._task = self.desk.runner.read(
            work, self, done, on_failure=self.desk.failed.emit, on_end=self._ended, title=title
        )
        self._update()

    def _lay_out(self) -> None:
        self.files.setAccessibleName(tr("要检查的文件"))
        self.places.setAccessibleName(tr("问题所在"))
        self.files.show_model(self._file_model)
        self.places.show_model(self._place_model)
        self._list.addWidget(
            EmptyState("shield", tr("先加入要公开的文件，或加入底数里待发布的公文，再点“检查”。"))
        )
        self._list.addWidget(self.files)
        self._below.addWidget(EmptyState("information", tr("检查后，选中一个文件，这里列出问题和位置。")))
        self._below.addWidget(self.places)
        self._below.addWidget(EmptyState("check", tr("未发现问题，仍需人工审查。")))
        splitter = QSplitter()
        splitter.setOrientation(splitter.orientation().Vertical)
        splitter.setChildrenCollapsible(False)
        for part in (self._list, self._below):
            pane = Pane(self)
            pane.column.addWidget(part)
            splitter.addWidget(pane)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addLayout(Flow(Label(tr(TITLE), "heading"), None, self.show_folder, self.export, self.redact))
        column.addWidget(Label(tr(PURPOSE), "muted", self).wrapped())
        column.addLayout(Flow(self.add_files, self.add_folder, self.add_waiting, self.clear))
        column.addLayout(row(self.check, self.stop, self.summary, None))
        column.addWidget(splitter, 1)

    def _connect(self) -> None:
        self.add_files.clicked.connect(self._ask_files)
        self.add_folder.clicked.connect(self._ask_folder)
        self.add_waiting.clicked.connect(self._add_waiting)
        self.clear.clicked.connect(lambda: self._set([]))
        self.check.clicked.connect(self.run_check)
        self.stop.clicked.connect(self._cancel)
        self.export.clicked.connect(self._ask_target)
        self.redact.clicked.connect(self._ask_redaction)
        self.show_folder.clicked.connect(self._open_folder)
        self.files.current.connect(self._show_places)
        self.files.picked.connect(lambda _count: self._update())
        self.files.opened.connect(self._open_file)

    def _set(self, lines: Sequence[FileLine]) -> None:
        place = self.files.currentIndex().row()
        self.lines = tuple(lines)
        self._file_model.show_rows(self.lines)
        self._list.setCurrentIndex(1 if self.lines else 0)
        if self.lines:
            self.files.stand_on(max(0, min(place, len(self.lines) - 1)))
        self._show_places(self.files.current_id)
        self._update()

    def _show_places(self, number: object) -> None:
        line = self.lines[number] if isinstance(number, int) and number < len(self.lines) else None
        checked = line.checked if line else None
        self._place_model.show_rows(checked.faults if checked else ())
        if checked is None:
            self._below.setCurrentIndex(NOTHING)
        else:
            self._below.setCurrentIndex(FAULTS if checked.faults else CLEAN)

    def _update(self) -> None:
        is_checked = any(line.checked for line in self.lines)
        for part in (self.add_files, self.add_folder, self.add_waiting):
            part.setEnabled(not self.is_running)
        self.clear.setEnabled(bool(self.lines) and not self.is_running)
        self.check.setEnabled(bool(self.lines) and not self.is_running)
        self.check.setText(tr("检查 {count} 个文件", count=len(self.lines)) if self.lines else tr("检查"))
        self.redact.setEnabled(bool(self.lines) and not self.is_running)
        self.export.setEnabled(is_checked)
        self.stop.setVisible(self.is_running)
        self.show_folder.setVisible(self._folder is not None)
        self.summary.setText(_summary(self.lines) if is_checked else "")

    def _ended(self) -> None:
        self._task = None
        self._update()

    def _cancel(self) -> None:
        if self._task is not None:
            self._task.cancel()

    def _chosen(self) -> tuple[int, ...]:
        """The selected files when there are several, otherwise all."""
        selected = self.files.selected_ids
        return selected if len(selected) > 1 else tuple(range(len(self.lines)))

    def _ask_files(self) -> None:
        found, _kind = QFileDialog.getOpenFileNames(self, tr("选择要公开的文件"))
        self.take([Path(path) for path in found])

    def _ask_folder(self) -> None:
        found = QFileDialog.getExistingDirectory(self, tr("选择要公开的文件夹"))
        if found:
            self.take([Path(found)])

    def _add_waiting(self) -> None:
        catalogue = self.desk.catalogue

        def done(paths: list[Path]) -> None:
            self.take(paths)
            if not paths:
                self.desk.told.emit(tr("没有待发布的公文：须先审定为主动公开，原文件要在原处。"), "")

        self.desk.runner.read(
            lambda _progress: waiting_for_publication(catalogue), self, done, on_failure=self.desk.failed.emit
        )

    def _ask_target(self) -> None:
        found, _kind = QFileDialog.getSaveFileName(
            self, tr("问题清单存为"), f"{tr('发布前检查问题清单')}.xlsx", "xlsx (*.xlsx)"
        )
        if found:
            self.export_to(Path(found))

    def _ask_redaction(self) -> None:
        dialog = RedactionDialog(len(self._chosen()), self)
        dialog.wanted.connect(lambda: self.make_copies(dialog.path, dialog.chosen_words))
        dialog.open()

    def _open_folder(self) -> None:
        if self._folder is not None:
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._folder)))

    def _open_file(self, number: object) -> None:
        if isinstance(number, int):
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(self.lines[number].path.parent)))


def _summary(lines: Sequence[FileLine]) -> str:
    faulty = sum(count_of(line, Severity.FAULT) > 0 for line in lines)
    return tr("{count} 个文件有应改之处，共 {total} 个", count=faulty, total=len(lines))

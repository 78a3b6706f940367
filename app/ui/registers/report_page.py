"""One list: what it is for, what it asks, the button that makes it, and the list to look at and export."""

from pathlib import Path

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog, QVBoxLayout, QWidget

from app.errors import AppError
from app.progress import Progress
from app.report import requests
from app.report.annual import keep_figures, stored_figures
from app.report.orders import ReportKind, issue_numbers, order_report, year_of
from app.report.tables import Report, write_files
from app.ui import printing
from app.ui.desk import Desk, RoomName, Topic
from app.ui.language import listed, tr
from app.ui.registers.annual_dialog import AnnualDialog
from app.ui.registers.form import OrderForm
from app.ui.registers.preview import ReportPreview, as_document
from app.ui.registers.requests_dialog import RequestsDialog
from app.ui.tasks import Task
from app.ui.widgets.flow import Flow
from app.ui.widgets.layout import EmptyState, Label, Pages, button

EMPTY, SHOWN = range(2)
FIRST_STEPS = (
    "点“编制”。结果先在这里看，再导出。",
    "先在上面选择文件，再点“编制”。结果先在这里看，再导出。",
)
"""What an empty page says: without and with files to choose first."""


class ReportPage(QWidget):
    """The page of one kind of list."""

    def __init__(self, desk: Desk, kind: ReportKind, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.desk = desk
        self.kind = kind
        self.form = OrderForm(kind, desk.memory, self)
        self.make = button(tr("编制"), "makeReport", icon="table", role="primary")
        self.stop = button(tr("停止"), "stopReport", icon="stop")
        self.export = button(tr("导出…"), "exportReport", icon="export")
        self.print = button(tr("打印…"), "printReport", icon="print")
        self.show_folder = button(tr("打开所在文件夹"), "openReportFolder", icon="folder")
        self.type = button(tr("录入…"), "typeReport", icon="edit")
        self.issue = button(tr("编定索引号"), "issueNumbers", icon="check")
        self.preview = ReportPreview(desk, kind.name, self)
        self.empty = EmptyState("table", tr(_first_step(kind)))
        self._task: Task | None = None
        self._folder: Path | None = None
        self._pages = Pages(self)
        self._lay_out()
        self._connect()
        self._update()

    @property
    def is_running(self) -> bool:
        """Whether the list is being made."""
        return self._task is not None

    def order(self) -> None:
        """Make the list in the background."""
        if self.is_running or not self.form.is_complete:
            return
        catalogue, name, order = self.desk.catalogue, self.kind.name, self.form.order
        self.form.keep()
        self._task = self.desk.runner.read(
            lambda progress: order_report(catalogue, name, order, progress),
            self,
            self._show,
            on_failure=self.desk.failed.emit,
            on_end=self._ended,
            title=tr("编制{title}", title=tr(self.kind.title)),
        )
        self._update()

    def export_to(self, folder: Path) -> None:
        """Write the list that is shown into a folder."""
        report = self.preview.report
        if report is None:
            return

        def work(_progress: Progress) -> tuple[Path, ...]:
            try:
                return write_files(report, folder)
            except OSError as error:
                raise AppError(
                    "没有写成。", "请检查存放处是否可写、空间是否够，文件是否正被打开。"
                ) from error

        self.desk.runner.read(
            work, self, lambda paths: self._written(folder, paths), on_failure=self.desk.failed.emit,
            title=tr("导出{title}", title=tr(self.kind.title)),
        )  # fmt: skip

    def _lay_out(self) -> None:
        self._pages.addWidget(self.empty)
        self._pages.addWidget(self.preview)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        title = Label(tr(self.kind.title), "heading")
        column.addLayout(Flow(title, None, self.issue, self.show_folder, self.print, self.export))
        column.addWidget(Label(tr(self.kind.purpose), "muted", self).wrapped())
        column.addWidget(self.form)
        self.form.add_actions(self.make, self.stop, self.type)
        self.type.setVisible(self.kind.is_typed)
        column.addWidget(self._pages, 1)

    def _connect(self) -> None:
        self.form.changed.connect(self._update)
        self.make.clicked.connect(self.order)
        self.stop.clicked.connect(self._cancel)
        self.export.clicked.connect(self._ask_folder)
        self.print.clicked.connect(self._print)
        self.issue.clicked.connect(self._issue)
        self.show_folder.clicked.connect(self._open_folder)
        ask = self._ask_register if self.kind.name == requests.NAME else self._ask_figures
        self.type.clicked.connect(ask)
        self.preview.opened.connect(lambda query: self.desk.go(RoomName.DOCUMENTS, query=query))

    def _update(self) -> None:
        has_report = self.preview.report is not None
        self.make.setEnabled(self.form.is_complete and not self.is_running)
        self.make.setText(tr("重新编制") if has_report else tr("编制"))
        self.stop.setVisible(self.is_running)
        self.export.setVisible(has_report)
        self.print.setVisible(has_report)
        self.show_folder.setVisible(self._folder is not None)
        self.issue.setVisible(self.kind.issues_numbers and has_report)
        self.issue.setEnabled(bool(self.form.order.scheme) and self.form.is_complete)
        self._pages.setCurrentIndex(SHOWN if has_report else EMPTY)

    def _show(self, report: Report) -> None:
        self.preview.show_report(report)
        self._update()

    def _ended(self) -> None:
        self._task = None
        self._update()

    def _cancel(self) -> None:
        if self._task is not None:
            self._task.cancel()

    def _ask_folder(self) -> None:
        found = QFileDialog.getExistingDirectory(self, tr("清单存放在哪里"))
        if found:
            self.export_to(Path(found))

    def _written(self, folder: Path, paths: tuple[Path, ...]) -> None:
        self._folder = folder
        self._update()
        self.desk.told.emit(tr("已导出：{names}", names=listed(path.name for path in paths)), "")

    def _open_folder(self) -> None:
        if self._folder is not None:
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._folder)))

    def _print(self) -> None:
        if self.preview.report is not None:
            printing.preview(as_document(self.preview.report, self.preview.table), self)

    def _issue(self) -> None:
        catalogue, name, order = self.desk.catalogue, self.kind.name, self.form.order

        def done(count: int) -> None:
            self.desk.changed.emit(frozenset({Topic.DOCUMENTS}))
            self.desk.told.emit(tr("新编定 {count} 个索引号，以后不变。", count=count), "")
            self.order()

        self.desk.act(
            lambda by, _progress: issue_numbers(catalogue, name, order, by=by),
            self,
            done,
            title=tr("编定索引号"),
        )

    def _ask_figures(self) -> None:
        catalogue, year = self.desk.catalogue, year_of(self.form.order)

        def show(figures: dict[str, tuple[str, ...]]) -> None:
            dialog = AnnualDialog(year, figures, self)
            dialog.wanted.connect(lambda typed: self._keep_figures(year, typed))
            dialog.open()

        self.desk.runner.read(
            lambda _progress: stored_figures(catalogue, year), self, show, on_failure=self.desk.failed.emit
        )

    def _keep_figures(self, year: int, figures: dict[str, tuple[str, ...]]) -> None:
        catalogue = self.desk.catalogue
        self.desk.act(
            lambda by, _progress: keep_figures(catalogue, year, figures, by=by),
            self,
            lambda _none: self.order(),
        )

    def _ask_register(self) -> None:
        files = self.form.files

        def show(register: list[requests.Request]) -> None:
            dialog = RequestsDialog(register, files[0] if files else None, self)
            dialog.wanted.connect(self._keep_register)
            dialog.open()

        self.desk.runner.read(
            lambda _progress: [one for path in files for one in requests.read_requests(path)],
            self,
            show,
            on_failure=self.desk.failed.emit,
        )

    def _keep_register(self, register: list[requests.Request], path: Path) -> None:
        def done(_none: None) -> None:
            self.form.take_files((path,))
            self.order()

        self.desk.runner.read(
            lambda _progress: requests.write_requests(path, register),
            self,
            done,
            on_failure=self.desk.failed.emit,
        )


def _first_step(kind: ReportKind) -> str:
    return FIRST_STEPS[bool(kind.files and kind.files.is_required)]

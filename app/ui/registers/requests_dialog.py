"""The register of requests typed by hand; it is kept as the office's own workbook, without applicants."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QFileDialog,
    QHeaderView,
    QTableWidget,
    QTableWidgetItem,
    QWidget,
)

from app.report.requests import REGISTER_HEADERS, Request, request_cells, request_of
from app.ui import theme
from app.ui.language import tr
from app.ui.widgets.dialog import Dialog
from app.ui.widgets.layout import LEFT, Label, button, open_at, page_column, row

EMPTY_LINES = 10
WIDTHS = (110, 380, 160, 110, 140)


class RequestsDialog(Dialog):
    """A sheet of requests. ``wanted`` carries the requests and the path they are to be written to."""

    wanted = Signal(object, object)

    def __init__(
        self, requests: Sequence[Request], path: Path | None = None, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setObjectName("requestsDialog")
        self.setWindowTitle(tr("依申请公开台账"))
        self._path = path
        self.sheet = QTableWidget(len(requests) + EMPTY_LINES, len(REGISTER_HEADERS), self)
        self.sheet.setTabKeyNavigation(False)  # Tab leads on, the arrows go from cell to cell
        self.add = button(tr("再加十行"), "addRequests", icon="add")
        self.keep = button(tr("存为台账…"), "keepRequests", role="primary")
        self._lay_out()
        for line, one in enumerate(requests):
            for column, text in enumerate(request_cells(one)):
                self.sheet.setItem(line, column, QTableWidgetItem(text))
        self._check()

    @property
    def requests(self) -> list[Request]:
        """The lines that name what was asked for."""
        lines = (
            tuple(self._text(line, column) for column in range(self.sheet.columnCount()))
            for line in range(self.sheet.rowCount())
        )
        return [one for cells in lines if (one := request_of(cells)) is not None]

    def _text(self, line: int, column: int) -> str:
        item = self.sheet.item(line, column)
        return item.text().strip() if item is not None else ""

    def _lay_out(self) -> None:
        self.sheet.setAccessibleName(tr("依申请公开台账"))
        self.sheet.setHorizontalHeaderLabels(list(REGISTER_HEADERS))
        self.sheet.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        self.sheet.horizontalHeader().setStretchLastSection(True)
        self.sheet.horizontalHeader().setDefaultAlignment(LEFT)
        for column, width in enumerate(WIDTHS):
            self.sheet.setColumnWidth(column, theme.scaled(width))
        cancel = button(tr("取消"), "cancelRequests")
        cancel.clicked.connect(self.reject)
        self.add.clicked.connect(lambda: self.sheet.setRowCount(self.sheet.rowCount() + EMPTY_LINES))
        self.keep.clicked.connect(self._ask_path)
        self.sheet.itemChanged.connect(lambda _item: self._check())
        column_of_parts = page_column(self, spacing=8)
        text = tr("一行一次申请。不登记申请人。台账存为本单位的表格文件，以后可以接着填。")
        column_of_parts.addWidget(Label(text, "muted", self).wrapped())
        column_of_parts.addWidget(self.sheet, 1)
        column_of_parts.addLayout(row(self.add, None, cancel, self.keep))
        open_at(self, 960, 560)

    def _check(self) -> None:
        self.keep.setEnabled(bool(self.requests))

    def _ask_path(self) -> None:
        name = str(self._path or f"{tr('依申请公开台账')}.xlsx")
        found, _kind = QFileDialog.getSaveFileName(self, tr("台账存在哪里"), name, "xlsx (*.xlsx)")
        if found:
            self.wanted.emit(self.requests, Path(found).with_suffix(".xlsx"))
            self.accept()

"""A small table a person types in: rows are added, removed and read back as text."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHeaderView, QSizePolicy, QTableWidget, QTableWidgetItem, QVBoxLayout, QWidget

from app.ui import theme
from app.ui.language import tr
from app.ui.tokens import ROW_PIXELS
from app.ui.widgets.layout import LEFT, Label, icon_button, row

MOST_ROWS_SEEN, LEAST_COLUMN_PIXELS = 8, 64


class RowsField(QWidget):
    """Columns with headings; blank rows do not count."""

    changed = Signal()

    def __init__(
        self, name: str, title: str, headings: Sequence[str], parent: QWidget | None = None, *, rows: int = 3
    ) -> None:
        super().__init__(parent)
        self.table = QTableWidget(0, len(headings), self)
        self.table.setTabKeyNavigation(False)  # Tab leads on, the arrows go from cell to cell
        self.table.setObjectName(name)
        self.table.setAccessibleName(title)
        self.table.setHorizontalHeaderLabels(list(headings))
        self.table.verticalHeader().hide()
        self.table.setShowGrid(False)
        self.table.setAlternatingRowColors(True)
        self.table.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        self.table.horizontalHeader().setMinimumSectionSize(theme.scaled(LEAST_COLUMN_PIXELS))
        self.table.horizontalHeader().setStretchLastSection(True)
        self.table.horizontalHeader().setDefaultAlignment(LEFT)
        self.table.verticalHeader().setDefaultSectionSize(theme.scaled(ROW_PIXELS))
        self.table.setMinimumHeight(theme.scaled(ROW_PIXELS) * (rows + 1) + 2)
        self.table.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Ignored)
        self.table.setMaximumHeight(theme.scaled(ROW_PIXELS) * (MOST_ROWS_SEEN + 1) + 2)
        self.table.cellChanged.connect(lambda _row, _column: self.changed.emit())
        self.none = Label(
            tr("没有就空着；有的话点右上角的“＋”加一行。"), "small", self.table.viewport()
        ).wrapped()
        inside = QVBoxLayout(self.table.viewport())
        inside.addWidget(self.none)
        inside.addStretch(1)
        for signal in (self.table.model().rowsInserted, self.table.model().rowsRemoved):
            signal.connect(lambda *_rows: self._tell_none())
        add = icon_button("add", f"{name}Add", tr("加一行：{title}", title=title))
        add.clicked.connect(self._add)
        remove = icon_button("cross", f"{name}Remove", tr("去掉这一行：{title}", title=title))
        remove.clicked.connect(self._remove)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addLayout(row(Label(title, "muted", self), None, add, remove, spacing=4))
        column.addWidget(self.table, 1)
        column.addStretch(0)

    @property
    def rows(self) -> tuple[tuple[str, ...], ...]:
        """What was typed, row by row."""
        width = self.table.columnCount()
        found = (
            tuple(self._text(number, place) for place in range(width))
            for number in range(self.table.rowCount())
        )
        return tuple(cells for cells in found if any(cells))

    def show_rows(self, rows: Sequence[Sequence[str]]) -> None:
        """Show other rows without telling."""
        self.table.blockSignals(True)
        self.table.setRowCount(len(rows))
        for number, cells in enumerate(rows):
            for place, text in enumerate(cells):
                self.table.setItem(number, place, QTableWidgetItem(text))
        self.table.blockSignals(False)

    def _tell_none(self) -> None:
        self.none.setVisible(self.table.rowCount() == 0)

    def _text(self, number: int, place: int) -> str:
        item = self.table.item(number, place)
        return item.text().strip() if item is not None else ""

    def _add(self) -> None:
        number = self.table.rowCount()
        self.table.setRowCount(number + 1)
        self.table.setCurrentCell(number, 0)
        self.table.setFocus()

    def _remove(self) -> None:
        if self.table.currentRow() >= 0:
            self.table.removeRow(self.table.currentRow())
            self.changed.emit()

"""The figures of the annual report typed by hand, checked while they are typed."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import (
    QHeaderView,
    QTableWidget,
    QTableWidgetItem,
    QWidget,
)

from app.report.annual import FormTable, faults_of, form_tables, with_totals
from app.ui import theme
from app.ui.language import tr
from app.ui.tokens import ROW_PIXELS
from app.ui.widgets.dialog import Dialog
from app.ui.widgets.layout import Label, Pages, button, open_at, page_column, row, tab_bar

MOST_FAULTS_SHOWN = 4
LEAST_FIGURE_WIDTH, MOST_NAME_WIDTH = 96, 420


class AnnualDialog(Dialog):
    """One leaf for each table. ``wanted`` carries the figures by line when they are to be kept."""

    wanted = Signal(object)

    def __init__(
        self, year: int, figures: Mapping[str, Sequence[str]], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setObjectName("annualDialog")
        self.setWindowTitle(tr("{year} 年度报告各栏数字", year=year))
        self._before: Mapping[str, Sequence[str]] = {}
        self.tabs = tab_bar("annualTabs", tr("年度报告各表"))
        self._leaves = Pages(self)
        self.tables = tuple(self._table(form) for form in form_tables())
        self.faults = Label("", "danger", self).wrapped()
        self.faults.setObjectName("annualFaults")
        self.add_up = button(tr("算出合计"), "addUp", icon="check")
        self.keep = button(tr("保存"), "keepAnnual", role="primary")
        self._lay_out()
        self.show_figures(figures)
        self._before = self.figures
        self._check()

    @property
    def figures(self) -> dict[str, tuple[str, ...]]:
        """What stands in the tables, by line; lines without a figure are left out."""
        found = {}
        for table in self.tables:
            for line in range(table.rowCount()):
                cells = tuple(_text(table, line, column) for column in range(table.columnCount()))
                if any(cells):
                    found[table.verticalHeaderItem(line).text()] = cells
        return found

    def show_figures(self, figures: Mapping[str, Sequence[str]]) -> None:
        """Put figures into the tables."""
        for table in self.tables:
            with QSignalBlocker(table):
                for line in range(table.rowCount()):
                    cells = figures.get(table.verticalHeaderItem(line).text(), ())
                    for column in range(table.columnCount()):
                        table.setItem(line, column, _item(cells[column] if column < len(cells) else ""))
        self._check()

    def _table(self, form: FormTable) -> QTableWidget:
        table = QTableWidget(len(form.lines), len(form.heads), self)
        table.setObjectName("annualTable")
        table.setAccessibleName(form.title)
        table.setHorizontalHeaderLabels(list(form.heads))
        table.setVerticalHeaderLabels(list(form.lines))
        table.verticalHeader().setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        table.verticalHeader().setMaximumWidth(theme.scaled(MOST_NAME_WIDTH))
        table.verticalHeader().setDefaultSectionSize(theme.scaled(ROW_PIXELS))
        table.horizontalHeader().setMinimumSectionSize(theme.scaled(LEAST_FIGURE_WIDTH))
        table.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        table.setAlternatingRowColors(True)
        table.setTabKeyNavigation(False)  # Tab leads on, the arrows go from cell to cell
        for line, name in enumerate(form.lines):
            table.verticalHeaderItem(line).setToolTip(name)
        table.itemChanged.connect(lambda _item: self._check())
        self._leaves.addWidget(table)
        self.tabs.addTab(form.title)
        return table

    def _lay_out(self) -> None:
        cancel = button(tr("取消"), "cancelAnnual")
        cancel.clicked.connect(self.reject)
        self.tabs.currentChanged.connect(self._leaves.setCurrentIndex)
        self.add_up.clicked.connect(lambda: self.show_figures(with_totals(self.figures)))
        self.keep.clicked.connect(self._keep)
        column = page_column(self, spacing=8)
        advice = tr("照登记簿填写，没有的留空。“算出合计”补上各行各列的合计；不是数字、不平的地方列在表下。")
        column.addWidget(Label(advice, "muted", self).wrapped())
        column.addWidget(self.tabs)
        column.addWidget(self._leaves, 1)
        column.addWidget(self.faults)
        column.addLayout(row(self.add_up, None, cancel, self.keep))
        open_at(self, 1080, 640)

    def _check(self) -> None:
        found = faults_of(self.figures)
        more = tr("另有 {count} 处。", count=len(found) - MOST_FAULTS_SHOWN)
        shown = [*found[:MOST_FAULTS_SHOWN], *([more] if len(found) > MOST_FAULTS_SHOWN else [])]
        self.faults.setText("\n".join(shown))
        self.faults.setVisible(bool(found))
        self.add_up.setEnabled(bool(self.figures))
        self.keep.setEnabled(self.figures != self._before)

    def _keep(self) -> None:
        self.wanted.emit(self.figures)
        self.accept()


def _item(text: str) -> QTableWidgetItem:
    made = QTableWidgetItem(text)
    made.setTextAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
    return made


def _text(table: QTableWidget, line: int, column: int) -> str:
    item = table.item(line, column)
    return item.text().strip() if item is not None else ""

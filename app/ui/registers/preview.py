"""A finished list looked at: its tables on leaves, its notes, what asks for a person, its drawings."""

import re
from collections.abc import Callable
from functools import partial
from html import escape

from PySide6.QtCore import QByteArray, Qt, Signal
from PySide6.QtGui import QTextDocument
from PySide6.QtSvgWidgets import QSvgWidget
from PySide6.QtWidgets import QScrollArea, QVBoxLayout, QWidget

from app.errors import AppError
from app.report.tables import Report, Row, Table
from app.ui.desk import Desk
from app.ui.language import is_english, told, tr
from app.ui.widgets.layout import EmptyState, Label, Line, Pages, Pane, tab_bar
from app.ui.widgets.lazy_table import Column
from app.ui.widgets.listed_table import ListedModel
from app.ui.widgets.table import Table as TableView

PIXELS_PER_CHARACTER = 8
MOST_ROWS_ON_PAPER = 3000
FOR_A_PERSON = "需要处理"
OF_DOCUMENTS = frozenset({"标题", "名称", "文号", "发文字号", "内容概述", "发文机关", "发布机构", "机构"})
"""Columns whose cells were taken from a document and stay as they are written there."""
SENTENCES = frozenset({"说明", "依据", "理由", "情况", "出处"})
LEAST_FIGURE_PIXELS = 56
"""A column of figures is as wide as planned where there is room, and may be as narrow as this."""
FIGURE = re.compile(r"\d[\d,]*(\.\d+)?%?")


class ReportPreview(QWidget):
    """Shows one report at a time. ``opened`` carries what to search for when a row is opened."""

    opened = Signal(str)

    def __init__(self, desk: Desk, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._name = name
        self._tables: list[Table] = []
        self.report: Report | None = None
        self.notes = Label("", "muted", self).wrapped()
        self.notes.setObjectName("reportNotes")
        self.tabs = tab_bar("reportTabs", tr("清单各表"))
        self.tabs.setUsesScrollButtons(True)
        self._leaves = Pages(self)
        pane = Pane(self)
        pane.column.addWidget(self.tabs)
        pane.column.addWidget(Line(self))
        pane.column.addWidget(self._leaves, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self.notes)
        column.addWidget(pane, 1)
        self.tabs.currentChanged.connect(self._show_leaf)

    @property
    def table(self) -> Table:
        """The table that is looked at; the first one when a drawing is."""
        return self._tables[max(0, min(self.tabs.currentIndex(), len(self._tables) - 1))]

    def show_report(self, report: Report) -> None:
        """Show a report; the leaf that was looked at stays in front when it is still there."""
        place = self.tabs.currentIndex()
        self.report = report
        self.notes.setText(("  " if is_english() else "　").join(map(told, report.notes)))
        self.notes.setVisible(bool(report.notes))
        self._tables = _tables_of(report)
        self._clear()
        for table in self._tables:
            count = f" {len(table.rows):,}" if table.rows else ""
            self._add_leaf(f"{told(table.title)}{count}", _Leaf(partial(self._table_page, table)))
        for one in report.attachments:
            if one.path.endswith(".svg"):
                self._add_leaf(one.path.removesuffix(".svg"), _Leaf(partial(drawing_page, one.data)))
        self.tabs.updateGeometry()  # a bar without tabs has no height, and keeps it
        self.tabs.setCurrentIndex(place if 0 <= place < self.tabs.count() else 0)
        self._show_leaf(self.tabs.currentIndex())

    def _clear(self) -> None:
        self.tabs.blockSignals(True)
        while self.tabs.count():
            self.tabs.removeTab(0)
        self.tabs.blockSignals(False)
        while (page := self._leaves.widget(0)) is not None:
            self._leaves.removeWidget(page)
            page.deleteLater()

    def _add_leaf(self, title: str, leaf: "_Leaf") -> None:
        self._leaves.addWidget(leaf)
        self.tabs.addTab(title)

    def _show_leaf(self, number: int) -> None:
        leaf = self._leaves.widget(number)
        if isinstance(leaf, _Leaf):
            leaf.fill()
            self._leaves.setCurrentIndex(number)

    def _table_page(self, table: Table) -> QWidget:
        if not table.rows:
            return EmptyState("check", tr("这张表是空的。"))
        view = TableView(self._desk.memory, f"report-{self._name}-{table.title}", self)
        view.setAccessibleName(told(table.title))
        model: ListedModel[Row] = ListedModel(columns_of(table), self._desk.runner, view)
        view.show_model(model)
        model.show_rows(table.rows)
        view.opened.connect(lambda number: self._open(table, model.row_of(number)))
        return view

    def _open(self, table: Table, row: Row) -> None:
        if query := query_of(table, row):
            self.opened.emit(query)


class _Leaf(QWidget):
    """A page that is made when it is first looked at."""

    def __init__(self, make: Callable[[], QWidget]) -> None:
        super().__init__()
        self._make: Callable[[], QWidget] | None = make
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)

    def fill(self) -> None:
        """Make the page."""
        if self._make is not None:
            self._column.addWidget(self._make())
            self._make = None


def _tables_of(report: Report) -> list[Table]:
    """The tables, and first of all what asks for a person."""
    waiting = tuple((str(n), text) for n, text in enumerate(report.to_do, start=1))
    first = [Table(tr(FOR_A_PERSON), ("序号", "说明"), waiting, (6, 100))] if waiting else []
    return [*first, *report.tables]


def columns_of(table: Table) -> tuple[Column[Row], ...]:
    """The columns of a table; figures and running numbers stand on the right."""
    widths = table.widths or [max(10.0, 2.0 * len(header) + 2) for header in table.headers]
    named = {*table.figures, *table.chart, "序号"}
    return tuple(
        Column(
            f"{place}-{header}",
            told(header),
            _cell_of(place, header),
            round(width * PIXELS_PER_CHARACTER),
            is_figure,
            least=LEAST_FIGURE_PIXELS if is_figure else 0,
        )
        for place, (header, width) in enumerate(zip(table.headers, widths, strict=True))
        for is_figure in (header in named or _holds_figures(table, place),)
    )


def _holds_figures(table: Table, place: int) -> bool:
    """Whether a column holds numbers and shares and nothing else."""
    filled = [row[place] for row in table.rows if row[place]]
    return bool(filled) and all(map(FIGURE.fullmatch, filled))


def _cell_of(place: int, header: str) -> Callable[[Row], str]:
    """Sentences are read back into their templates, which takes a moment; other cells are looked up as they are."""
    if header in OF_DOCUMENTS:
        return lambda row: row[place]
    spoken = told if header in SENTENCES else tr
    return lambda row: spoken(row[place])


def query_of(table: Table, row: Row) -> str:
    """What finds the document a row tells of: its number, else its title; empty for neither."""
    for header in ("文号", "标题", "名称"):
        if header in table.headers and (value := row[list(table.headers).index(header)]):
            return f'"{value}"' if header != "文号" else value
    return ""


def drawing_page(data: bytes) -> QWidget:
    """A drawing in its own size, to be scrolled."""
    drawing = QSvgWidget()
    drawing.load(QByteArray(data))
    drawing.setFixedSize(drawing.sizeHint())
    page = QScrollArea()
    page.setWidget(drawing)
    page.setAlignment(Qt.AlignmentFlag.AlignCenter)
    page.setAccessibleName(tr("关系图"))
    return page


def as_document(report: Report, table: Table) -> QTextDocument:
    """A table as a page to print.

    Raises:
        AppError: it is too long for that.
    """
    if len(table.rows) > MOST_ROWS_ON_PAPER:
        raise AppError(tr("这张表太长，不宜直接打印。"), tr("请先导出，再从表格程序打印。"))
    head = "".join(f"<th align='left'>{escape(header)}</th>" for header in table.headers)
    lines = "".join(
        "<tr>" + "".join(f"<td>{escape(value)}</td>" for value in row) + "</tr>" for row in table.rows
    )
    notes = "".join(f"<p>{escape(note)}</p>" for note in report.notes)
    document = QTextDocument()
    document.setHtml(
        f"<h2>{escape(report.heading)}</h2>{notes}<h3>{escape(table.title)}</h3>"
        f"<table cellpadding='4' cellspacing='0' border='1' width='100%'><thead><tr>{head}</tr></thead>{lines}</table>"
    )
    return document

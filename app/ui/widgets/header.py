"""The head of a list: shows which column the keys change, and changes its width."""

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QColor, QKeySequence, QPainter
from PySide6.QtWidgets import QHeaderView, QMenu, QWidget

from app.ui import theme
from app.ui.language import tr

if TYPE_CHECKING:
    from app.ui.widgets.table import Table

WIDER, NARROWER, FITTING = "Alt+Shift+Right", "Alt+Shift+Left", "Alt+Shift+Down"
"""The keys of :mod:`app.ui.arrange` for the current column."""
STEP = 24
"""Pixels before the zoom by which one key makes a column wider or narrower."""
MARK_PIXELS = 2
CELL_PADDING = 18
"""Pixels beside the words of a cell, as the style sheet has them."""


class Header(QHeaderView):
    """Heads that stay; the column chosen with the arrow keys is underlined until the list is left."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._marked: int | None = None
        self.setHighlightSections(False)
        self.setMinimumSectionSize(24)
        self.setSectionsMovable(True)
        self.setSectionsClickable(True)
        self.setStretchLastSection(True)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)

    @property
    def marked(self) -> int | None:
        """The column that is underlined."""
        return self._marked

    def mark(self, section: int | None) -> None:
        """Underline a column, or none."""
        if section != self._marked:
            self._marked = section
            self.viewport().update()

    def paintSection(self, painter: QPainter, rect: QRect, logical_index: int) -> None:
        """Draw a head and the line below the chosen one."""
        painter.save()
        super().paintSection(painter, rect, logical_index)
        painter.restore()  # the style leaves its clip behind
        if logical_index == self._marked:
            line = QRect(rect.left(), rect.bottom() - MARK_PIXELS + 1, rect.width(), MARK_PIXELS)
            painter.fillRect(line, QColor(theme.current().accent))


def widen(table: "Table", steps: int) -> None:
    """Make the current column wider, or narrower by a negative number of steps, and remember it."""
    column = table.current_column
    least = table.horizontalHeader().minimumSectionSize()
    table.setColumnWidth(column, max(least, table.columnWidth(column) + steps * theme.scaled(STEP)))
    _show_chosen(table, column)


def fit(table: "Table") -> None:
    """Make the current column as wide as its head and what is seen of it."""
    column = table.current_column
    texts = (str(text) for text in map(table.spoken, _seen_rows(table)) if text)
    widest = max(map(table.fontMetrics().horizontalAdvance, texts), default=0)
    head = table.horizontalHeader().sectionSizeHint(column)
    table.setColumnWidth(
        column, max(head, table.sizeHintForColumn(column), widest + theme.scaled(CELL_PADDING))
    )
    _show_chosen(table, column)


def offer(menu: QMenu, table: "Table") -> None:
    """Offer the widths of the current column in a menu, each with its key."""
    for text, key, act in (
        (tr("当前列加宽"), WIDER, partial(widen, table, 1)),
        (tr("当前列变窄"), NARROWER, partial(widen, table, -1)),
        (tr("当前列合适宽度"), FITTING, partial(fit, table)),
    ):
        menu.addAction(f"{text}\t{QKeySequence(key).toString(QKeySequence.SequenceFormat.NativeText)}", act)


def _show_chosen(table: "Table", column: int) -> None:
    table.head.mark(column)
    index = table.currentIndex()
    if index.isValid():
        table.scrollTo(index)


def _seen_rows(table: "Table") -> range:
    first, last = table.rowAt(0), table.rowAt(table.viewport().height() - 1)
    return range(max(first, 0), (last if last >= 0 else table.lazy.rowCount() - 1) + 1)

"""The one table all lists use: no grid, quiet zebra, columns chosen, ordered and sized by the user."""

from dataclasses import replace
from math import ceil
from typing import Any

from PySide6.QtCore import (
    QByteArray,
    QEvent,
    QItemSelection,
    QItemSelectionModel,
    QModelIndex,
    QPoint,
    QSize,
    Qt,
    QTimer,
    Signal,
)
from PySide6.QtGui import QAction, QFocusEvent, QFontMetricsF, QKeyEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QMenu, QTableView, QWidget

from app.ui import theme
from app.ui.language import tr
from app.ui.memory import Memory
from app.ui.tokens import COMPACT_ROW_PIXELS, ROW_PIXELS
from app.ui.widgets.badge import GLYPH_WIDTH, BadgeDelegate
from app.ui.widgets.columns import (
    HIDDEN,
    READABLE_CHARACTERS,
    Width,
    fitted,
    least_width,
    of_content,
    width_of,
)
from app.ui.widgets.header import CELL_PADDING, Header, offer
from app.ui.widgets.lazy_table import Column, LazyTableModel

COMPACT_KEY = "look/compact"
HEAD_PADDING = 24
"""Pixels beside the words of a head, as the style sheet has them, and a little."""
TITLE_CHARACTERS = 28
"""Most titles are no longer; a narrower column says them in brief."""
SCROLL_BAR = 14
_SPOKEN = Qt.ItemDataRole.AccessibleTextRole


class Table(QTableView):
    """Shows a :class:`LazyTableModel`.

    ``current`` carries the id of the row the user stands on, ``picked`` how many rows are selected,
    ``ordered`` the query's sort key, ``menu_wanted`` where on the screen a menu is asked for.
    """

    current = Signal(object)
    picked = Signal(int)
    ordered = Signal(str)
    opened = Signal(object)
    menu_wanted = Signal(QPoint)

    def __init__(self, memory: Memory, key: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._memory = memory
        self._key = f"columns/{key}"
        self.setObjectName(f"table-{key}")
        self.setShowGrid(False)
        self.setAlternatingRowColors(True)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self._badges = BadgeDelegate(self)
        self.setAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled, False)
        self.setSortingEnabled(False)
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.head = header = Header(self)
        self.setHorizontalHeader(header)
        header.customContextMenuRequested.connect(self._offer_columns)
        header.sectionClicked.connect(self._order_by)
        header.sectionResized.connect(self._keep_width)
        header.sectionMoved.connect(self._keep)
        self._is_laid_out = self._is_arranged = False
        self._least_width = 0
        self._contents: dict[int, int] = {}
        self._refit = QTimer(self, singleShot=True, interval=0)
        self._refit.timeout.connect(self._fit_when_seen)
        self._as_planned = QByteArray()
        self.fit_rows()
        self.activated.connect(self._open)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.customContextMenuRequested.connect(
            lambda place: self.menu_wanted.emit(self.viewport().mapToGlobal(place))
        )

    def sizeHint(self) -> QSize:
        """No higher than it has to be: it has what a room leaves, and makes none scroll."""
        return QSize(super().sizeHint().width(), self.minimumSizeHint().height())

    def minimumSizeHint(self) -> QSize:
        """Never so narrow that its titles cannot be read."""
        return super().minimumSizeHint().expandedTo(QSize(self._least_width, 0))

    @property
    def lazy(self) -> LazyTableModel[Any]:
        """The model."""
        model = self.model()
        assert isinstance(model, LazyTableModel)
        return model

    def show_model(self, model: LazyTableModel[Any]) -> None:
        """Show a model and put its columns where the user left them."""
        self.setModel(model)
        # asked whether a column is selected as a whole, Qt looks at each of a hundred thousand rows; our
        # header does not show it
        header = self.horizontalHeader()
        header.setSelectionModel(QItemSelectionModel(model, header))
        for number, column in enumerate(model.columns):
            if column.badge is not None:  # other cells are painted without a detour through Python
                self.setItemDelegateForColumn(number, self._badges)
        self.selectionModel().currentRowChanged.connect(self._on_current)
        self.selectionModel().selectionChanged.connect(self._on_selection)
        self._as_planned = self.horizontalHeader().saveState()
        state = self._memory.state(self._key)
        self._is_arranged = state is not None and self.horizontalHeader().restoreState(state)
        self._fit_columns()
        self.horizontalHeader().setStretchLastSection(True)
        self._is_laid_out = True
        model.modelReset.connect(self._measure)

    def _width_of_head(self, title: str) -> int:
        """A head is never cut, whatever the language."""
        if self.horizontalHeader().isHidden():
            return 0
        return self.horizontalHeader().fontMetrics().horizontalAdvance(title) + theme.scaled(HEAD_PADDING)

    def show_ids(self, ids: tuple[int, ...]) -> None:
        """Show other rows; the row the user stands on stays current if it is still among them."""
        before = self.current_id
        self.lazy.show_ids(ids)
        place = self.lazy.place_of(before) if before is not None else None
        if place is not None:
            self.stand_on(place)
        else:
            self.picked.emit(0)

    @property
    def current_id(self) -> int | None:
        """The id of the row the user stands on."""
        index = self.currentIndex()
        return self.lazy.ids[index.row()] if index.isValid() else None

    @property
    def selected_ids(self) -> tuple[int, ...]:
        """The ids of all selected rows, in the order of the list."""
        ids = self.lazy.ids
        numbers = sorted(set().union(*(range(top, bottom + 1) for top, bottom in self._blocks())))
        return tuple([ids[number] for number in numbers])

    @property
    def selected_count(self) -> int:
        """How many rows are selected, without naming them."""
        return sum(bottom - top + 1 for top, bottom in self._blocks())

    @property
    def current_column(self) -> int:
        """The column the arrow keys have chosen; the first that is shown where none has been."""
        if self.head.marked is not None:
            return self.head.marked
        index = self.currentIndex()
        return index.column() if index.isValid() else self._first_shown

    def spoken(self, number: int) -> str:
        """What the current column says in a row, at its fullest."""
        return str(self.lazy.data(self.lazy.index(number, self.current_column), _SPOKEN) or "")

    def restore_columns(self) -> None:
        """Show the columns as they were planned; what a person did to them is forgotten."""
        self._memory.put(self._key, "")
        self._is_laid_out = self._is_arranged = False
        self.head.restoreState(self._as_planned)
        self._fit_columns()
        self._is_laid_out = True

    @property
    def shown_columns(self) -> tuple[Column[Any], ...]:
        """The columns the user sees, in the order he put them."""
        header = self.horizontalHeader()
        places = sorted(range(len(self.lazy.columns)), key=header.visualIndex)
        return tuple(self.lazy.columns[place] for place in places if not header.isSectionHidden(place))

    def stand_on(self, number: int) -> None:
        """Make a row current and the only selected one."""
        if not 0 <= number < self.lazy.rowCount():
            return
        index = self.lazy.index(number, self._first_shown)
        flags = QItemSelectionModel.SelectionFlag
        self.selectionModel().setCurrentIndex(index, flags.ClearAndSelect | flags.Rows)
        self.scrollTo(index)

    @property
    def _first_shown(self) -> int:
        """The column at the left edge; Qt does not scroll to one that is hidden."""
        header = self.horizontalHeader()
        places = sorted(range(len(self.lazy.columns)), key=header.visualIndex)
        return next((place for place in places if not header.isSectionHidden(place)), 0)

    def mark_order(self, order: str, *, downwards: bool) -> None:
        """Show the arrow of the order the rows stand in."""
        header = self.horizontalHeader()
        places = [number for number, column in enumerate(self.lazy.columns) if column.order == order]
        header.setSortIndicatorShown(bool(places))
        if places:
            direction = Qt.SortOrder.DescendingOrder if downwards else Qt.SortOrder.AscendingOrder
            header.setSortIndicator(places[0], direction)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Let the columns end where the list ends."""
        super().resizeEvent(event)
        self._fit_columns()

    def showEvent(self, event: QShowEvent) -> None:
        """Letters may have changed meanwhile."""
        super().showEvent(event)
        self._refit.start()

    def _fit_when_seen(self) -> None:
        if self.isVisible():
            self._fit_columns()

    def _fit_columns(self) -> None:
        """Share the room until a person arranges the columns."""
        if self.model() is None:
            return
        planned, readable = self._planned(), self._readable
        self._ask_for(least_width(planned, readable) + theme.scaled(SCROLL_BAR))
        if self._is_arranged:
            return
        was_laid_out, self._is_laid_out = self._is_laid_out, False
        for number, width in enumerate(fitted(planned, self.viewport().width(), readable)):
            self.setColumnHidden(number, width == HIDDEN)
            if width != HIDDEN:
                self.setColumnWidth(number, width)
        self._is_laid_out = was_laid_out
        self._say_in_brief()

    def _measure(self) -> None:
        """Look how wide the words of other rows are; a model that does not know them yet has no say."""
        self._contents.clear()
        if self.lazy.first_cells(0):
            self._fit_columns()

    def _content(self, place: int) -> int:
        """The width of what stands in a column, in pixels; 0 when that is not known."""
        if place not in self._contents:
            metrics = QFontMetricsF(self.font())
            widths = [metrics.horizontalAdvance(text) for text in self.lazy.first_cells(place)]
            self._contents[place] = ceil(max(widths)) + theme.scaled(CELL_PADDING) if widths else 0
        return self._contents[place]

    def _say_in_brief(self) -> None:
        """Let titles that are cut anyway begin with what they are about."""
        needed = self.fontMetrics().horizontalAdvance("公") * TITLE_CHARACTERS
        narrow = frozenset(
            place
            for place, column in enumerate(self.lazy.columns)
            if column.brief is not None and self.columnWidth(place) < needed
        )
        self.lazy.say_in_brief(narrow)

    def _ask_for(self, width: int) -> None:
        if width != self._least_width:
            self._least_width = width
            self.updateGeometry()

    def _planned(self) -> list[Width]:
        return [self._width_of(place, column) for place, column in enumerate(self.lazy.columns)]

    def _width_of(self, place: int, column: Column[Any]) -> Width:
        head = self._width_of_head(column.head or column.title)
        made = width_of(column.width, column.least, head, theme.zoom())
        if column.badge is None and (content := self._content(place)):
            made = of_content(made, max(head, content), theme.zoom())
        is_word = column.badge is not None and not column.glyph_only
        brief = max(head, theme.scaled(GLYPH_WIDTH)) if is_word else 0
        return replace(made, brief=brief, gives_way=column.gives_way)

    @property
    def _readable(self) -> int:
        """The width of a title that tells something, in pixels."""
        return self.fontMetrics().horizontalAdvance("公" * READABLE_CHARACTERS) + theme.scaled(CELL_PADDING)

    def fit_rows(self) -> None:
        """Take the row height of the zoom and of the user's wish for compact rows."""
        is_compact = self._memory.text(COMPACT_KEY) == "yes"
        height = theme.scaled(COMPACT_ROW_PIXELS if is_compact else ROW_PIXELS)
        head = self.verticalHeader()
        if head.defaultSectionSize() == head.minimumSectionSize() == height:
            return
        head.setMinimumSectionSize(0)  # a least height above the present one would enlarge row after row
        head.setDefaultSectionSize(height)
        head.setMinimumSectionSize(height)

    def changeEvent(self, event: QEvent) -> None:
        """Follow the zoom."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self.fit_rows()
            self._contents.clear()
            self._refit.start()  # a change of look changes the letters several times

    def keyboardSearch(self, _search: str) -> None:
        """Letters are not searched row by row: that would fetch a hundred thousand of them."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Let the space bar reach the screen instead of toggling the selection."""
        if event.key() == Qt.Key.Key_Space and not event.modifiers():
            event.ignore()
            return
        super().keyPressEvent(event)
        if event.key() in {Qt.Key.Key_Left, Qt.Key.Key_Right} and self.currentIndex().isValid():
            self.head.mark(self.currentIndex().column())

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """No column is chosen any more, unless a menu is only in front for a moment."""
        super().focusOutEvent(event)
        if event.reason() not in {Qt.FocusReason.PopupFocusReason, Qt.FocusReason.MenuBarFocusReason}:
            self.head.mark(None)

    def _on_current(self, current: QModelIndex, _previous: QModelIndex) -> None:
        self.current.emit(self.lazy.ids[current.row()] if current.isValid() else None)

    def _on_selection(self, _selected: QItemSelection, _deselected: QItemSelection) -> None:
        self.picked.emit(self.selected_count)

    def _blocks(self) -> set[tuple[int, int]]:
        selection = self.selectionModel().selection()
        parts = (selection.at(number) for number in range(selection.count()))
        return {(part.top(), part.bottom()) for part in parts}

    def _open(self, index: QModelIndex) -> None:
        self.opened.emit(self.lazy.ids[index.row()])

    def _order_by(self, section: int) -> None:
        column: Column[Any] = self.lazy.columns[section]
        if column.order:
            self.ordered.emit(column.order)

    def _keep_width(self, section: int, _old: int, _new: int) -> None:
        """The last column follows the edge of the list by itself; that is nobody's wish."""
        if self.horizontalHeader().visualIndex(section) != len(self.lazy.columns) - 1:
            self._keep()
        if self._is_laid_out:
            self._say_in_brief()

    def _keep(self, *_place: int) -> None:
        if self._is_laid_out:
            self._is_arranged = True
            self._memory.put(self._key, self.horizontalHeader().saveState())

    def _offer_columns(self, place: QPoint) -> None:
        self.head.mark(self.head.logicalIndexAt(place))
        self.columns_menu().popup(self.head.mapToGlobal(place))

    def columns_menu(self) -> QMenu:
        """A menu with a tick for every column, and the widths of the current one."""
        menu = QMenu(tr("显示哪些列"), self)
        header = self.horizontalHeader()
        for number, column in enumerate(self.lazy.columns):
            action = QAction(column.title, menu, checkable=True)
            action.setChecked(not header.isSectionHidden(number))
            action.setEnabled(number > 0 or header.isSectionHidden(number))
            action.toggled.connect(lambda shown, place=number: self._show_column(place, shown))
            menu.addAction(action)
        menu.addSeparator()
        offer(menu, self)
        return menu

    def _show_column(self, number: int, shown: bool) -> None:
        self.horizontalHeader().setSectionHidden(number, not shown)
        self._keep()

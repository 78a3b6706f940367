"""Saved searches: kept in the catalogue, with what each finds now and how much of it is new."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QInputDialog,
    QMenu,
    QToolButton,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from app.search import saved
from app.search.saved import SavedCount
from app.ui.language import tr
from app.ui.room import Room
from app.ui.widgets.layout import Label, Line, row

MOST_SEEN = 6
"""Saved searches that are seen without scrolling."""


class SavedPane(QWidget):
    """The saved searches below the list, each with what it finds; absent while there are none."""

    opened = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.list = QTreeWidget(self)
        self.list.setObjectName("savedList")
        self.list.setAccessibleName(tr("保存的检索"))
        self.list.setHeaderHidden(True)
        self.list.setColumnCount(2)
        self.list.setRootIsDecorated(False)
        self.list.setUniformRowHeights(True)
        self.list.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        header = self.list.header()
        header.setStretchLastSection(False)
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        header.setSectionResizeMode(1, QHeaderView.ResizeMode.ResizeToContents)
        self.list.itemClicked.connect(self._open)
        self.list.itemActivated.connect(self._open)
        self._kept: Sequence[SavedCount] = ()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(Line(self))
        heading = row(Label(tr("保存的检索"), "small"), None)
        heading.setContentsMargins(15, 4, 8, 2)
        column.addLayout(heading)
        inside = row(self.list)
        inside.setContentsMargins(4, 0, 4, 4)
        column.addLayout(inside)
        self.hide()

    def show_kept(self, kept: Sequence[SavedCount]) -> None:
        """Show the saved searches with their counts."""
        self._kept = kept
        self.list.clear()
        for one in kept:
            new = tr("新增 {count} · ", count=f"{one.new:,}") if one.new else ""
            item = QTreeWidgetItem([one.search.name, f"{new}{one.count:,}"])
            item.setToolTip(0, one.search.query)
            item.setTextAlignment(1, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
            self.list.addTopLevelItem(item)
        rows = min(len(kept), MOST_SEEN)
        self.list.setFixedHeight(max(1, self.list.sizeHintForRow(0)) * rows + 4)
        self.setVisible(bool(kept))

    def _open(self, item: QTreeWidgetItem) -> None:
        self.opened.emit(self._kept[self.list.indexOfTopLevelItem(item)])


class SavedSearches(QObject):
    """Fills the menu of a button and the pane. ``chosen`` carries the query of a saved search."""

    chosen = Signal(str)

    def __init__(self, room: Room, button: QToolButton, pane: SavedPane) -> None:
        super().__init__(room)
        self._pane = pane
        pane.opened.connect(self.open)
        self._room = room
        self._desk = room.desk
        self.query = ""
        self.menu = QMenu(button)
        button.setMenu(self.menu)
        button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self._fill([])
        self.menu.aboutToShow.connect(self.read)

    def read(self) -> None:
        """Count anew what each saved search finds."""
        catalogue = self._desk.catalogue
        self._room.read(lambda _progress: saved.overview(catalogue), self._fill)

    def keep(self, name: str) -> None:
        """Save the present query under a name."""
        catalogue, query = self._desk.catalogue, self.query
        self._write(
            lambda by: saved.save(catalogue, name, query, by=by), tr("已保存检索“{name}”。", name=name)
        )

    def forget(self, kept: SavedCount) -> None:
        """Remove a saved search."""
        catalogue, search = self._desk.catalogue, kept.search
        told = tr("已删除检索“{name}”，公文不受影响。", name=search.name)
        self._write(lambda by: saved.forget(catalogue, search.uuid, by=by), told)

    def open(self, kept: SavedCount) -> None:
        """Show what a saved search finds, and remember that it was seen."""
        self.chosen.emit(kept.search.query)
        if kept.new and self._desk.person:
            catalogue, uuid = self._desk.catalogue, kept.search.uuid
            self._write(lambda by: saved.looked(catalogue, uuid, by=by), "")

    def _fill(self, kept: list[SavedCount]) -> None:
        self._pane.show_kept(kept)
        self.menu.clear()
        keep = self.menu.addAction(tr("保存这个检索…"))
        keep.setEnabled(bool(self.query))
        keep.triggered.connect(self._ask_name)
        self.menu.addSeparator()
        for one in kept:
            new = tr("，新增 {count}", count=one.new) if one.new else ""
            action = self.menu.addAction(f"{one.search.name}\t{one.count}{new}")
            action.setToolTip(one.search.query)
            action.triggered.connect(lambda _=False, chosen=one: self.open(chosen))
        if not kept:
            self.menu.addAction(tr("还没有保存的检索")).setEnabled(False)
            return
        remove = self.menu.addMenu(tr("删除"))
        for one in kept:
            action = remove.addAction(one.search.name)
            action.triggered.connect(lambda _=False, chosen=one: self.forget(chosen))

    def _ask_name(self) -> None:
        name, is_given = QInputDialog.getText(self._room, tr("保存检索"), tr("名称："), text=self.query)
        if is_given and name.strip():
            self.keep(name.strip())

    def _write(self, act: Callable[[str], object], told: str) -> None:
        def done(_made: object) -> None:
            self.read()
            if told:
                self._desk.told.emit(told, "")

        self._desk.act(lambda by, _progress: act(by), self._room, done)

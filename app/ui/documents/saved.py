"""Saved searches: kept in the catalogue, with what each finds now and how much of it is new."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QInputDialog, QMenu, QToolButton

from app.errors import AppError
from app.progress import Progress
from app.search import saved
from app.search.saved import SavedCount
from app.ui.language import tr
from app.ui.room import Room


class SavedSearches(QObject):
    """Fills the menu of a button when it opens. ``chosen`` carries the query of a saved search."""

    chosen = Signal(str)

    def __init__(self, room: Room, button: QToolButton) -> None:
        super().__init__(room)
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
        try:
            by = self._desk.require_person()
        except AppError as error:
            self._desk.failed.emit(error)
            return

        def work(_progress: Progress) -> object:
            return act(by)

        def done(_made: object) -> None:
            if told:
                self._desk.told.emit(told, "")

        self._room.write(work, done)

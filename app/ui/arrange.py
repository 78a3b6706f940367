"""Widths of columns and panes by key: what a mouse does at their edges, in the menu and with shortcuts."""

from collections.abc import Callable, Iterable
from functools import partial
from typing import TypeVar

from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QApplication, QMenu, QWidget

from app.ui.language import tr
from app.ui.widgets import header
from app.ui.widgets.panes import RememberingSplitter
from app.ui.widgets.table import Table

Part = TypeVar("Part", bound=QWidget)
WIDER_PANE, NARROWER_PANE = "Ctrl+]", "Ctrl+["


class Arranging:
    """Acts on the list and the pane that have the focus, else on the first ones in the room.

    ``room`` tells which room is looked at.
    """

    def __init__(self, owner: QWidget, room: Callable[[], QWidget | None]) -> None:
        self._owner = owner
        self._room = room

    def add_to(self, menu: QMenu) -> None:
        """Offer everything in two menus within this one."""
        columns = menu.addMenu(tr("列宽(&C)"))
        columns.setObjectName("menu-columns")
        self._act(columns, "widerColumn", tr("当前列加宽"), header.WIDER, partial(self._widen_column, 1))
        self._act(
            columns, "narrowerColumn", tr("当前列变窄"), header.NARROWER, partial(self._widen_column, -1)
        )
        self._act(columns, "fittingColumn", tr("当前列合适宽度"), header.FITTING, self._fit_column)
        columns.addSeparator()
        self._act(columns, "chooseShown", tr("显示哪些列…"), "", self._choose_columns)
        self._act(columns, "plannedColumns", tr("各列恢复原样"), "", self._restore_columns)
        panes = menu.addMenu(tr("窗格(&P)"))
        panes.setObjectName("menu-panes")
        self._act(panes, "widerPane", tr("当前窗格加宽"), WIDER_PANE, partial(self._widen_pane, 1))
        self._act(panes, "narrowerPane", tr("当前窗格变窄"), NARROWER_PANE, partial(self._widen_pane, -1))
        panes.addSeparator()
        self._act(panes, "plannedPanes", tr("各窗格恢复原样"), "", self._restore_panes)

    def _act(self, menu: QMenu, name: str, text: str, key: str, act: Callable[[], object]) -> None:
        action = QAction(text, self._owner)
        action.setObjectName(name)
        if key:
            action.setShortcut(QKeySequence(key))
        action.triggered.connect(lambda _checked=False: act())
        menu.addAction(action)

    def _widen_column(self, steps: int) -> None:
        if (table := self._table()) is not None:
            header.widen(table, steps)

    def _fit_column(self) -> None:
        if (table := self._table()) is not None:
            header.fit(table)

    def _restore_columns(self) -> None:
        if (table := self._table()) is not None:
            table.restore_columns()

    def _choose_columns(self) -> None:
        if (table := self._table()) is not None:
            table.columns_menu().popup(table.mapToGlobal(table.viewport().pos()))

    def _widen_pane(self, steps: int) -> None:
        if (splitter := self._splitter()) is not None:
            splitter.widen(splitter.pane_with(QApplication.focusWidget()), steps)

    def _restore_panes(self) -> None:
        if (splitter := self._splitter()) is not None:
            splitter.restore()

    def _table(self) -> Table | None:
        return self._in_use(Table)

    def _splitter(self) -> RememberingSplitter | None:
        return self._in_use(RememberingSplitter)

    def _in_use(self, kind: type[Part]) -> Part | None:
        """The part of this kind around the focus, else the first one that is seen."""
        part = QApplication.focusWidget()
        while part is not None:
            if isinstance(part, kind):
                return part
            part = part.parentWidget()
        room = self._room()
        found: Iterable[Part] = room.findChildren(kind) if room is not None else []
        return next((each for each in found if each.isVisible()), None)

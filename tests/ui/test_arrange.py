"""Columns and panes without a mouse, by the keys that the menu names; and where Tab leads on the start screen."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QColor
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from app.ui import theme
from app.ui.desk import Desk, RoomName
from app.ui.main_window import MainWindow
from app.ui.rooms import plans
from app.ui.start.view import StartView
from app.ui.widgets.header import STEP
from app.ui.widgets.panes import PANE_STEP, RememberingSplitter
from app.ui.widgets.table import Table
from tests.ui.conftest import settled
from tests.ui.keyboard import ALT, CONTROL, MOST_STOPS, focused, name_of, press, tab_to, walk
from tests.ui.test_keyboard_walk import enter, regain

SHIFT = Qt.KeyboardModifier.ShiftModifier

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


@pytest.fixture
def window(qtbot: QtBot, desk: Desk) -> Iterator[MainWindow]:
    made = MainWindow(desk, plans())
    qtbot.addWidget(made)
    made.resize(1366, 768)
    made.show()
    regain(qtbot, made)
    settled(qtbot, desk)
    yield made
    desk.closing.emit()


def documents(qtbot: QtBot, window: MainWindow) -> Table:
    room = enter(qtbot, window, RoomName.DOCUMENTS)
    tab_to("table-documents")
    press(Qt.Key.Key_Down)
    settled(qtbot, window.desk)
    table = room.view.table
    assert isinstance(table, Table)
    return table


def test_a_column_is_chosen_and_made_wider_by_keys(qtbot: QtBot, window: MainWindow) -> None:
    table = documents(qtbot, window)
    row = table.currentIndex().row()
    press(Qt.Key.Key_Right)
    press(Qt.Key.Key_Right)
    title = next(n for n, column in enumerate(table.lazy.columns) if column.name == "title")
    assert table.head.marked == table.current_column == title
    assert underlined(table) == {title}
    before = table.columnWidth(title)
    press(Qt.Key.Key_Right, ALT | SHIFT)
    press(Qt.Key.Key_Right, ALT | SHIFT)
    assert table.columnWidth(title) == before + 2 * theme.scaled(STEP)
    press(Qt.Key.Key_Left, ALT | SHIFT)
    assert table.columnWidth(title) == before + theme.scaled(STEP)
    assert table.currentIndex().row() == row, "the list stays where it was"
    assert table.hasFocus()


def test_a_column_is_made_as_wide_as_what_is_seen_of_it(qtbot: QtBot, window: MainWindow) -> None:
    table = documents(qtbot, window)
    press(Qt.Key.Key_Right)
    press(Qt.Key.Key_Right)
    press(Qt.Key.Key_Down, ALT | SHIFT)
    shown = [table.spoken(number) for number in range(table.rowAt(table.viewport().height() - 1) + 1)]
    widest = max(map(table.fontMetrics().horizontalAdvance, shown))
    assert widest < table.columnWidth(table.current_column) < widest + theme.scaled(STEP)


def test_what_keys_did_to_columns_is_remembered_until_it_is_taken_back(
    qtbot: QtBot, window: MainWindow
) -> None:
    table = documents(qtbot, window)
    planned = [table.columnWidth(n) for n in range(table.lazy.columnCount())]
    press(Qt.Key.Key_Right, ALT | SHIFT)
    assert window.desk.memory.state("columns/documents") is not None
    again = Table(window.desk.memory, "documents")
    qtbot.addWidget(again)
    again.show_model(table.lazy)
    assert again.columnWidth(table.current_column) == table.columnWidth(table.current_column)
    act(window, "plannedColumns").trigger()
    assert [table.columnWidth(n) for n in range(table.lazy.columnCount())] == planned
    assert window.desk.memory.state("columns/documents") is None


def test_the_mark_goes_when_the_list_is_left(qtbot: QtBot, window: MainWindow) -> None:
    table = documents(qtbot, window)
    press(Qt.Key.Key_Right)
    assert table.head.marked is not None
    press(Qt.Key.Key_Tab)
    assert table.head.marked is None


@pytest.mark.parametrize("name", [RoomName.DOCUMENTS, RoomName.REVIEW, RoomName.AUDIT, RoomName.REGISTERS])
def test_panes_are_moved_by_keys(qtbot: QtBot, window: MainWindow, name: RoomName) -> None:
    room = enter(qtbot, window, name)
    splitter = next(each for each in room.findChildren(RememberingSplitter) if each.isVisible())
    first = splitter.widget(0)
    tab_into(first)
    before = splitter.sizes()
    press("[", CONTROL)
    narrower = splitter.sizes()
    press("]", CONTROL)
    press("]", CONTROL)
    wider = splitter.sizes()
    assert narrower[0] < before[0] or first.minimumSizeHint().width() > before[0] - PANE_STEP
    assert wider[0] > narrower[0]
    assert sum(wider) == sum(before)
    act(window, "plannedPanes").trigger()
    assert splitter.sizes() == before


def test_the_last_pane_grows_to_the_left(qtbot: QtBot, window: MainWindow) -> None:
    room = enter(qtbot, window, RoomName.DOCUMENTS)
    splitter = room.view.splitter
    tab_into(splitter.widget(2))
    before = splitter.sizes()
    press("]", CONTROL)
    after = splitter.sizes()
    assert after[2] == before[2] + theme.scaled(PANE_STEP)
    assert after[0] == before[0]


@pytest.mark.parametrize(
    ("menu", "names"),
    [
        ("menu-columns", ["widerColumn", "narrowerColumn", "fittingColumn", "chooseShown", "plannedColumns"]),
        ("menu-panes", ["widerPane", "narrowerPane", "plannedPanes"]),
    ],
)
def test_the_menu_names_the_keys(window: MainWindow, menu: str, names: list[str]) -> None:
    found = [a for bar in window.menuBar().actions() for a in bar.menu().actions() if a.menu()]
    offered = next(a.menu() for a in found if a.menu().objectName() == menu)
    acts = [each for each in offered.actions() if not each.isSeparator()]
    assert [each.objectName() for each in acts] == names
    assert all(not each.shortcut().isEmpty() for each in acts[: len(names) // 2])


def test_acts_find_the_list_of_the_room_without_its_focus(qtbot: QtBot, window: MainWindow) -> None:
    room = enter(qtbot, window, RoomName.AUDIT)
    table = next(each for each in room.findChildren(Table) if each.isVisible())
    tab_to("exportTrail")
    before = table.columnWidth(table.current_column)
    press(Qt.Key.Key_Right, ALT | SHIFT)
    assert table.columnWidth(table.current_column) > before


@pytest.mark.parametrize("has_recent", [True, False])
def test_tab_goes_down_the_start_screen(qtbot: QtBot, tmp_path: Path, has_recent: bool) -> None:
    view = StartView()
    qtbot.addWidget(view)
    view.show_recent([tmp_path] if has_recent else [])
    view.show()
    regain(qtbot, view)
    order = [*(["recent"] if has_recent else []), "newCatalogue", "openOther", "openSample"]
    found = [name_of(part) for part in walk(view)]
    place = found.index(order[0])
    assert found[place:] + found[:place] == order


def test_enter_opens_the_catalogue_of_last_time(qtbot: QtBot, tmp_path: Path) -> None:
    view = StartView()
    qtbot.addWidget(view)
    view.show_recent([tmp_path, tmp_path.parent])
    view.show()
    regain(qtbot, view)
    with qtbot.waitSignal(view.chosen) as chosen:
        press(Qt.Key.Key_Return)
    assert chosen.args == [tmp_path]


def underlined(table: Table) -> set[int]:
    """The columns in whose head the accent is seen."""
    picture = table.head.viewport().grab().toImage()
    accent = QColor(theme.current().accent).rgb()
    lowest = [x for x in range(picture.width()) if picture.pixel(x, picture.height() - 1) == accent]
    return {table.head.logicalIndexAt(x) for x in lowest}


def act(window: MainWindow, name: str) -> QAction:
    found = window.findChild(QAction, name)
    assert isinstance(found, QAction)
    return found


def tab_into(pane: QWidget) -> None:
    """Go on with Tab until something in a pane has the focus."""
    for _ in range(MOST_STOPS):
        if pane.isAncestorOf(focused()):
            return
        press(Qt.Key.Key_Tab)
    raise AssertionError("Tab does not reach the pane")

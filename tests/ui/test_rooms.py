"""Every room: it opens, its parts have names for a screen reader, and the keyboard reaches them."""

from collections.abc import Iterator
from functools import partial

import pytest
from PySide6.QtCore import QObject, QSize, Qt
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QApplication,
    QComboBox,
    QLineEdit,
    QPlainTextEdit,
    QTabBar,
    QWidget,
)
from pytestqt.qtbot import QtBot

from app.ui import rooms, theme, tokens
from app.ui.desk import Desk, RoomName
from app.ui.main_window import MainWindow
from app.ui.rooms import plans
from app.ui.widgets.table import Table
from tests.ui.conftest import settled

ROOMS = [plan.name for plan in plans()]
NAMED = (QAbstractButton, QAbstractItemView, QComboBox, QLineEdit, QPlainTextEdit, QTabBar)


@pytest.fixture
def window(qtbot: QtBot, desk: Desk) -> Iterator[MainWindow]:
    made = MainWindow(desk, plans())
    qtbot.addWidget(made)
    made.resize(1366, 768)
    made.show()
    settled(qtbot, desk)
    yield made
    desk.closing.emit()


def parts(room: QWidget) -> list[QWidget]:
    return [part for part in room.findChildren(QWidget) if part.isVisibleTo(room) and isinstance(part, NAMED)]


def name_of(part: QWidget) -> str:
    if isinstance(part, QAbstractButton) and part.text():
        return part.text()
    return part.accessibleName()


def entered(qtbot: QtBot, window: MainWindow) -> Iterator[tuple[RoomName, QWidget]]:
    for name in ROOMS:
        room = window.show_room(name)
        settled(qtbot, window.desk)
        yield name, room


def test_every_part_has_a_name_for_a_screen_reader(qtbot: QtBot, window: MainWindow) -> None:
    nameless = [
        f"{name}: {type(part).__name__} {part.objectName()}"
        for name, room in entered(qtbot, window)
        for part in parts(room)
        if not name_of(part) and part.focusPolicy() != Qt.FocusPolicy.NoFocus and part.isEnabled()
    ]
    assert not nameless


def test_the_keyboard_reaches_every_button(qtbot: QtBot, window: MainWindow) -> None:
    deaf = [
        f"{name}: {part.objectName() or part.accessibleName()}"
        for name, room in entered(qtbot, window)
        for part in parts(room)
        if isinstance(part, QAbstractButton)
        and part.isEnabled()
        and not isinstance(part.parent(), QLineEdit | QTabBar | QAbstractItemView)
        and not part.focusPolicy() & Qt.FocusPolicy.TabFocus
    ]
    assert not deaf


def test_every_room_fits_a_small_screen(qtbot: QtBot, window: MainWindow) -> None:
    too_large = []
    for name, _room in entered(qtbot, window):
        room = window.stack.frame.size() - QSize(0, 40)  # title bar and task bar need room too
        least = window.stack.minimumSizeHint()
        if least.width() > room.width() or least.height() > room.height():
            too_large.append((name, least.toTuple()))
    assert not too_large


def test_qt_finds_no_fault_with_any_model(qtbot: QtBot, window: MainWindow) -> None:
    tables = 0
    for _name, room in entered(qtbot, window):
        for table in room.findChildren(Table):
            tables += 1
            QAbstractItemModelTester(table.model(), QAbstractItemModelTester.FailureReportingMode.Fatal)
            table.lazy.refresh()
        settled(qtbot, window.desk)
    assert tables >= 7


def test_alt_and_a_digit_enter_every_room(qtbot: QtBot, window: MainWindow) -> None:
    window.activateWindow()
    for digit, name in enumerate(ROOMS, 1):
        assert f"Alt+{digit}" in window.rail.button(name).toolTip()
        qtbot.keyClick(window, str(digit), Qt.KeyboardModifier.AltModifier)
        settled(qtbot, window.desk)
        assert window.stack.currentWidget() is window.room(name)


def test_zoom_enlarges_rows_and_text(qtbot: QtBot, qapp: QApplication, window: MainWindow) -> None:
    room = window.show_room(RoomName.DOCUMENTS)
    settled(qtbot, window.desk)
    table = room.findChild(Table)
    before = table.verticalHeader().defaultSectionSize()
    try:
        theme.apply(qapp, "light", 1.5)
        qtbot.waitUntil(lambda: table.verticalHeader().defaultSectionSize() == round(before * 1.5))
        qtbot.waitUntil(lambda: f"{1.5 * tokens.BASE_POINTS:.1f}pt" in window.menuBar().styleSheet())
    finally:
        theme.apply(qapp, "light", 1.0)
    qtbot.waitUntil(lambda: table.rowHeight(0) == before)


def ground(window: MainWindow) -> str:
    return window.grab().toImage().pixelColor(5, window.height() - 5).name().upper()


def test_rooms_follow_the_theme_while_they_are_open(
    qtbot: QtBot, qapp: QApplication, window: MainWindow
) -> None:
    assert len(list(entered(qtbot, window))) == len(ROOMS)
    for look in ("dark", "high-contrast", "light"):
        theme.apply(qapp, look)
        qtbot.waitUntil(lambda: ground(window) == theme.current().window)


def test_what_a_window_still_has_to_put_together_ends_with_it(qtbot: QtBot, desk: Desk) -> None:
    window, done = QObject(), list[int]()
    rooms.warm_up(desk, (), (partial(done.append, number) for number in range(500)), window)
    qtbot.waitUntil(lambda: bool(done))
    window.deleteLater()
    qtbot.wait(5 * rooms.MILLISECONDS_BETWEEN)
    count = len(done)
    qtbot.wait(5 * rooms.MILLISECONDS_BETWEEN)
    assert len(done) == count

"""No turn of the event loop keeps the window busy: the user's next key waits for it."""

import shutil
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtWidgets import QApplication, QMainWindow, QWidget
from pytestqt.qtbot import QtBot

from app.progress import Silent
from app.review import rounds
from app.store import codec
from app.store.catalogue import Catalogue, open_catalogue
from app.store.tables import holdings
from app.ui import rooms, theme
from app.ui.desk import Desk, RoomName
from app.ui.documents.bulk import BulkDialog
from app.ui.documents.screen import DocumentsScreen
from app.ui.main_window import MainWindow, RoomPlan
from app.ui.memory import Memory
from app.ui.reader.decision import CHOICES
from app.ui.review.screen import ReviewScreen
from app.ui.room import Room
from app.ui.tasks import Runner
from app.wiring import Session
from tests.ui.conftest import settled
from tests.ui.holdings import REVIEWER, new_catalogue, text_of
from tests.ui.watchdog import MOST_SECONDS, Watchdog, assert_never_slow

MANY = 4_000
"""Documents: enough that anything done for each of them on the window's thread is seen."""

ONCE = 2
"""Turns that may pay for what is done once."""

Show = Callable[[Room], Room]


@pytest.fixture(scope="module")
def many(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("many") / "catalogue"
    with new_catalogue(folder, MANY) as catalogue:
        lengthen(catalogue, 1)
    return folder


@pytest.fixture
def large(tmp_path: Path, many: Path, memory: Memory, runner: Runner) -> Iterator[Desk]:
    """A desk over many documents, the first of which has a million characters."""
    shutil.copytree(many, tmp_path / "many")
    with open_catalogue(tmp_path / "many") as catalogue:
        made = Desk(Session(catalogue), runner, memory)
        made.choose_person(REVIEWER)
        yield made
        runner.stop()


def lengthen(catalogue: Catalogue, number: int) -> None:
    text = (text_of(number) * 3_000)[:1_000_000]
    with catalogue.write(by=REVIEWER, action="test.fill") as unit:
        table = holdings.content_text
        wanted = table.c.content_id == number
        unit.connection.execute(table.update().where(wanted).values(body=codec.pack_text(text)))
        unit.record("test")
        unit.commit()


def test_the_watchdog_sees_a_slot_that_takes_long(qtbot: QtBot) -> None:
    def burn() -> None:
        until = time.thread_time() + 2 * MOST_SECONDS
        while time.thread_time() < until:
            pass

    with Watchdog() as watch:
        QTimer.singleShot(10, burn)
        qtbot.wait(250)
    assert watch.longest >= 2 * MOST_SECONDS


def test_stepping_through_the_queue_is_never_slow(qtbot: QtBot, desk: Desk, show: Show) -> None:
    room = ReviewScreen(desk)
    show(room)

    def step() -> None:
        room.view.table.stand_on(0)
        for _ in range(20):
            qtbot.keyClick(room.view.table, Qt.Key.Key_Down)
            qtbot.wait(40)
        settled(qtbot, desk)

    assert_never_slow(step, dear=ONCE, turns=20)


def test_typing_in_the_filter_is_never_slow(qtbot: QtBot, desk: Desk, show: Show) -> None:
    room = DocumentsScreen(desk)
    show(room)

    def type_in() -> None:
        room.view.search.clear()
        for letter in "临政办发2009":
            room.view.search.insert(letter)
            qtbot.wait(30)
        settled(qtbot, desk)

    assert_never_slow(type_in, dear=ONCE, turns=8)


def test_turning_the_leaves_of_the_review_is_never_slow(qtbot: QtBot, desk: Desk, show: Show) -> None:
    rounds.create_round(desk.catalogue, "定期审查", "", by=REVIEWER, minutes=10)
    rounds.make_batches(desk.catalogue, "定期审查", Silent(), by=REVIEWER)
    room = ReviewScreen(desk)
    show(room)

    def turn() -> None:
        for leaf in (1, 2, 3, 0, 1, 2, 3, 0):
            room.view.open_leaf(leaf)
            settled(qtbot, desk)
        room.leaves.rounds.page.table.stand_on(0)
        room.leaves.rounds.page.start.click()
        settled(qtbot, desk)
        for attribute in CHOICES:
            room.deciding.choose(attribute)
            qtbot.wait(30)

    assert_never_slow(turn, dear=ONCE)


@pytest.mark.parametrize("plan", rooms.plans(), ids=lambda plan: plan.name)
def test_entering_a_room_is_never_slow(qtbot: QtBot, large: Desk, plan: RoomPlan) -> None:
    window = QMainWindow()
    qtbot.addWidget(window)
    theme.dress(window)
    window.resize(1366, 768)
    window.show()
    plan.build(large).deleteLater()  # what is done once in the life of the program

    def enter() -> None:
        window.setCentralWidget(plan.build(large))
        settled(qtbot, large)

    assert_never_slow(enter, dear=ONCE)


def test_the_first_opening_of_every_room_is_never_slow(qtbot: QtBot, large: Desk) -> None:
    def open_all() -> None:
        window = MainWindow(large, rooms.plans())
        qtbot.addWidget(window)
        window.show()
        settled(qtbot, large)
        rooms.warm_up(large, (), window.prepare())
        qtbot.waitUntil(lambda: all(map(window.room, RoomName)))
        for name in RoomName:
            window.show_room(name)
            settled(qtbot, large)
        window.close()

    assert_never_slow(open_all, dear=ONCE)


def test_ordering_a_long_list_is_never_slow(qtbot: QtBot, large: Desk, show: Show) -> None:
    room = DocumentsScreen(large)
    show(room)
    header = room.view.table.horizontalHeader()
    orders = [place for place, column in enumerate(room.model.columns) if column.order]

    def order() -> None:
        for place in orders * 2:
            header.sectionClicked.emit(place)
            settled(qtbot, large)

    assert len(orders) > 3
    assert_never_slow(order, dear=ONCE)


def test_dealing_with_all_of_a_long_list_is_never_slow(qtbot: QtBot, large: Desk, show: Show) -> None:
    room = DocumentsScreen(large)
    show(room)

    def deal() -> None:
        room.view.table.selectAll()
        room.acts.menu.aboutToShow.emit()
        room.acts.ask_bulk()
        dialog = room.findChild(BulkDialog)
        dialog.put.setText("通报")
        qtbot.waitUntil(dialog.go.isEnabled)
        settled(qtbot, large)
        assert f"{MANY:,}" in dialog.windowTitle()
        assert dialog.go.text().endswith(f"{MANY:,} 件")
        dialog.reject()
        qtbot.waitUntil(lambda: room.findChild(BulkDialog) is None)

    assert_never_slow(deal, dear=ONCE)


def test_a_preview_that_nobody_waits_for_any_more_is_stopped(qtbot: QtBot, large: Desk, show: Show) -> None:
    room = DocumentsScreen(large)
    show(room)
    room.view.table.selectAll()
    room.acts.ask_bulk()
    dialog = room.findChild(BulkDialog)
    dialog.put.setText("通报")
    qtbot.waitUntil(lambda: any(task.owner is dialog for task in large.runner.tasks))
    (task,) = (task for task in large.runner.tasks if task.owner is dialog)
    dialog.reject()
    assert task.is_dropped


def test_reading_a_very_long_text_is_never_slow(qtbot: QtBot, large: Desk, show: Show) -> None:
    room = ReviewScreen(large)
    show(room)
    reader, place = room.view.reader, room.model.place_of(1)
    assert place is not None

    def read() -> None:
        reader.finder.field.clear()
        room.view.table.stand_on(place + 1)
        settled(qtbot, large)
        room.view.table.stand_on(place)
        settled(qtbot, large)
        reader.finder.begin()
        reader.finder.field.setText("农村")
        qtbot.wait(300)
        for _ in range(5):
            reader.next_hit()
            qtbot.wait(30)

    assert_never_slow(read, dear=ONCE)
    assert room.work.record is not None
    assert len(room.work.record.text) == 1_000_000
    assert reader.pane.lit is None


class Count(QObject):
    """Counts how often something happens to what it is told to look at."""

    def __init__(self, kind: QEvent.Type) -> None:
        super().__init__()
        self.kind, self.count = kind, 0

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        self.count += event.type() == self.kind
        return False


def test_a_room_is_put_together_plain_and_dressed_once(qtbot: QtBot, qapp: QApplication, desk: Desk) -> None:
    window = QMainWindow()
    qtbot.addWidget(window)
    theme.dress(window)
    restyled = Count(QEvent.Type.StyleChange)
    qapp.installEventFilter(restyled)
    room = ReviewScreen(desk)
    window.setCentralWidget(room)
    qapp.removeEventFilter(restyled)
    widgets = len(room.findChildren(QWidget))
    assert widgets > 150
    assert restyled.count <= 1.2 * widgets


def test_a_room_that_is_entered_again_is_painted_once(qtbot: QtBot, desk: Desk) -> None:
    window = MainWindow(desk, rooms.plans())
    qtbot.addWidget(window)
    window.show()
    for name in (RoomName.DOCUMENTS, RoomName.AUDIT):
        window.show_room(name)
        settled(qtbot, desk)
    painted = Count(QEvent.Type.Paint)
    window.room(RoomName.DOCUMENTS).view.table.viewport().installEventFilter(painted)
    window.show_room(RoomName.DOCUMENTS)
    settled(qtbot, desk)
    assert painted.count == 1

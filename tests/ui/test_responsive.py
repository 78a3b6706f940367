"""No turn of the event loop keeps the window busy: the user's next key waits for it."""

import time
from collections.abc import Callable

from PySide6.QtCore import Qt, QTimer
from pytestqt.qtbot import QtBot

from app.progress import Silent
from app.review import rounds
from app.ui.desk import Desk
from app.ui.documents.screen import DocumentsScreen
from app.ui.reader.decision import CHOICES
from app.ui.review.screen import ReviewScreen
from app.ui.room import Room
from tests.ui.conftest import settled
from tests.ui.holdings import REVIEWER
from tests.ui.watchdog import Watchdog

MOST_SECONDS = 0.05

Show = Callable[[Room], Room]


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
    with Watchdog() as watch:
        for _ in range(20):
            qtbot.keyClick(room.view.table, Qt.Key.Key_Down)
            qtbot.wait(40)
        settled(qtbot, desk)
    assert len(watch.turns) > 20
    assert sorted(watch.turns)[-3] <= MOST_SECONDS, "two turns may pay for what is done once"


def test_typing_in_the_filter_is_never_slow(qtbot: QtBot, desk: Desk, show: Show) -> None:
    room = DocumentsScreen(desk)
    show(room)
    with Watchdog() as watch:
        for letter in "临政办发2009":
            room.view.search.insert(letter)
            qtbot.wait(30)
        settled(qtbot, desk)
    assert len(watch.turns) > 8
    assert sorted(watch.turns)[-3] <= MOST_SECONDS, "two turns may pay for what is done once"


def test_turning_the_leaves_of_the_review_is_never_slow(qtbot: QtBot, desk: Desk, show: Show) -> None:
    rounds.create_round(desk.catalogue, "定期审查", "", by=REVIEWER, minutes=10)
    rounds.make_batches(desk.catalogue, "定期审查", Silent(), by=REVIEWER)
    room = ReviewScreen(desk)
    show(room)
    with Watchdog() as watch:
        for leaf in (1, 2, 3, 0, 1, 2, 3, 0):
            room.view.open_leaf(leaf)
            settled(qtbot, desk)
        room.leaves.rounds.page.table.stand_on(0)
        room.leaves.rounds.page.start.click()
        settled(qtbot, desk)
        for attribute in CHOICES:
            room.deciding.choose(attribute)
            qtbot.wait(30)
    assert sorted(watch.turns)[-3] <= MOST_SECONDS, "two turns may pay for what is done once"

"""What a person does in the review, by the keys: type, accept, go on."""

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from app.domain.review import ReviewState
from app.store import queries
from app.ui.review.screen import ReviewScreen
from tests.ui.conftest import COUNT, settled


def type_text(
    target: QWidget, text: str, modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier
) -> None:
    """Send what an input method commits as plain key presses: no key code, only the text."""
    QApplication.sendEvent(target, QKeyEvent(QEvent.Type.KeyPress, 0, modifiers, text))


def current(room: ReviewScreen) -> int:
    assert room.work.record is not None
    return room.work.record.row.id


def states(room: ReviewScreen) -> dict[int, ReviewState]:
    with room.desk.catalogue.read() as connection:
        return {
            n: row.review_state for n, row in queries.document_rows(connection, range(1, COUNT + 1)).items()
        }


def accept(qtbot: QtBot, room: ReviewScreen) -> int:
    document = current(room)
    type_text(room.view.table, " ")
    settled(qtbot, room.desk)
    return document


def go_to_acceptable(qtbot: QtBot, room: ReviewScreen, after: int = 0) -> None:
    """Stand on a document whose suggestion can be accepted as it is."""
    for place, number in enumerate(room.model.ids):
        if place >= after and number % 3 == 1 and number % 5:
            room.view.table.stand_on(place)
            settled(qtbot, room.desk)
            return


def accept_two(qtbot: QtBot, room: ReviewScreen) -> tuple[int, int]:
    go_to_acceptable(qtbot, room)
    place = room.view.table.currentIndex().row()
    first = accept(qtbot, room)
    go_to_acceptable(qtbot, room, after=place + 1)
    return first, accept(qtbot, room)

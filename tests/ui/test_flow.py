"""A row that goes on in the next line: its height is reckoned once for each width, until a part changes."""

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from app.ui.widgets.flow import Flow

TALL = 60


class Part(QWidget):
    """Counts how often it is asked for its size."""

    def __init__(self) -> None:
        super().__init__()
        self.asked, self.height_wanted = 0, 20

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        self.asked += 1
        return QSize(100, self.height_wanted)


def shown(qtbot: QtBot, count: int) -> tuple[QWidget, Flow, list[Part]]:
    """A column with such a row in it."""
    window, parts = QWidget(), [Part() for _ in range(count)]
    qtbot.addWidget(window)
    row = Flow(*parts)
    column = QVBoxLayout(window)
    column.setContentsMargins(0, 0, 0, 0)
    column.addLayout(row)
    column.addStretch(1)
    window.resize(500, 300)
    window.show()
    return window, row, parts


def test_a_height_is_reckoned_once(qtbot: QtBot) -> None:
    _window, row, parts = shown(qtbot, 5)
    row.heightForWidth(250)
    before = parts[0].asked
    heights = {row.heightForWidth(250) for _ in range(100)}
    assert parts[0].asked == before
    assert heights == {20 + 8 + 20 + 8 + 20}


def test_a_part_that_grows_makes_the_row_higher(qtbot: QtBot) -> None:
    window, row, parts = shown(qtbot, 3)
    assert row.geometry().height() == 20
    parts[1].height_wanted = TALL
    parts[1].updateGeometry()
    qtbot.waitUntil(lambda: row.geometry().height() == TALL)
    window.resize(150, 300)
    QApplication.processEvents()
    assert row.geometry().height() == 20 + 8 + TALL + 8 + 20


def test_a_part_that_is_hidden_leaves_its_room(qtbot: QtBot) -> None:
    window, row, parts = shown(qtbot, 3)
    window.resize(150, 300)
    qtbot.waitUntil(lambda: row.geometry().height() == 3 * 20 + 2 * 8)
    parts[0].hide()
    qtbot.waitUntil(lambda: row.geometry().height() == 2 * 20 + 8)
    more = Part()
    row.add_left(more)
    more.show()
    qtbot.waitUntil(lambda: row.geometry().height() == 3 * 20 + 2 * 8)

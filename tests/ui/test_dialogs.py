"""Dialogs are gone when they are closed, however often they are opened, and what they began may end later."""

import ast
import gc
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QApplication, QDialog, QWidget
from pytestqt.qtbot import QtBot

import app.ui
from app.errors import AppError
from app.progress import Progress
from app.ui.desk import Desk
from app.ui.documents.screen import DocumentsScreen
from app.ui.review.screen import ReviewScreen
from app.ui.room import Room
from app.ui.tasks import Runner
from app.ui.widgets.dialog import Dialog
from tests.ui.conftest import settled

Show = Callable[[Room], Room]
TIMES = 12


def test_every_dialog_is_one_of_ours() -> None:
    found = set()
    for path in Path(app.ui.__file__).parent.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.ClassDef) and any(getattr(b, "id", "") == "QDialog" for b in node.bases):
                found.add(node.name)
    assert found == {"Dialog"}


def test_messages_are_made_in_one_place() -> None:
    sources = Path(app.ui.__file__).parent.rglob("*.py")
    makers = {path.name for path in sources if "QMessageBox" in path.read_text(encoding="utf-8")}
    assert makers == {"dialog.py"}


def close_dialogs(qtbot: QtBot, room: Room) -> int:
    """Close what is open, and how many that were."""
    settled(qtbot, room.desk)
    open_ones = [each for each in room.findChildren(QDialog) if each.isVisible()]
    for each in open_ones:
        each.close()
    qtbot.wait(20)
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    return len(open_ones)


def widgets(room: Room) -> int:
    gc.collect()
    return len(room.findChildren(QWidget))


def documents_dialogs(room: DocumentsScreen) -> list[Callable[[], object]]:
    room.view.table.stand_on(0)
    acts = room.acts
    return [room.view.help.click, acts.ask_bulk, acts.ask_words, acts.ask_evidence, acts.ask_purge]


def review_dialogs(room: ReviewScreen) -> list[Callable[[], object]]:
    return [room.show_legend, room.jobs.ask]


@pytest.mark.parametrize(
    ("build", "dialogs"), [(DocumentsScreen, documents_dialogs), (ReviewScreen, review_dialogs)]
)
def test_dialogs_opened_often_leave_nothing_behind(
    qtbot: QtBot,
    desk: Desk,
    show: Show,
    build: Callable[[Desk], Room],
    dialogs: Callable[[Room], list[Callable[[], object]]],
) -> None:
    room = build(desk)
    show(room)
    for act in dialogs(room):
        act()
        assert close_dialogs(qtbot, room) == 1
    before = widgets(room)
    for _ in range(TIMES):
        for act in dialogs(room):
            act()
        assert close_dialogs(qtbot, room) == len(dialogs(room))
    assert not room.findChildren(QDialog)
    assert widgets(room) == before


class Question(Dialog):
    """Keeps what it was told."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.heard: list[object] = []

    def hear(self, told: object) -> None:
        self.heard.append(told)


def fail(_progress: Progress) -> None:
    message = "没有成。"
    raise AppError(message)


def test_what_a_closed_dialog_began_ends_without_it(qtbot: QtBot, qapp: QApplication, runner: Runner) -> None:
    room, failures = QWidget(), []
    qtbot.addWidget(room)
    runner.failed.connect(failures.append)
    question, owner = Question(room), QObject(room)
    question.open()
    runner.read(lambda _progress: 1, owner, question.hear)
    runner.read(fail, owner, question.hear, on_failure=question.hear)
    question.close()
    qapp.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    qtbot.waitUntil(lambda: not runner.tasks)
    question.accept()
    assert question.heard == []
    assert [failure.message for failure in failures] == ["没有成。"]


def test_a_dialog_that_is_open_hears_how_it_ended(qtbot: QtBot, runner: Runner) -> None:
    room = QWidget()
    qtbot.addWidget(room)
    question = Question(room)
    question.open()
    runner.read(fail, room, question.hear, on_failure=question.hear)
    qtbot.waitUntil(lambda: bool(question.heard))
    question.accept()

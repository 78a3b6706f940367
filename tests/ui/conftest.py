"""A desk over a small catalogue, and rooms shown offscreen."""

import os
import shutil

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import QSettings
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from app.store.catalogue import open_catalogue
from app.ui import language, theme
from app.ui.desk import Desk
from app.ui.memory import Memory
from app.ui.room import Room
from app.ui.tasks import Runner
from app.wiring import Session
from tests.ui.holdings import REVIEWER, new_catalogue

COUNT = 150
PATIENCE = 120_000
"""Milliseconds that a window may take over anything: only a test that fails waits so long."""


@pytest.fixture(scope="session", autouse=True)
def dressed(qapp: QApplication) -> None:
    """The look of the program, in Chinese."""
    language.use(language.CHINESE)
    theme.apply(qapp, "light")


@pytest.fixture
def qtbot(qtbot: QtBot) -> QtBot:
    """As it is, but patient: on a busy machine a window may take long over what it does."""
    qtbot.waitUntil = partial(qtbot.waitUntil, timeout=PATIENCE)
    qtbot.waitSignal = partial(qtbot.waitSignal, timeout=PATIENCE)
    return qtbot


@pytest.fixture
def memory(tmp_path: Path) -> Memory:
    return Memory(QSettings(str(tmp_path / "memory.ini"), QSettings.Format.IniFormat))


@pytest.fixture
def runner(qapp: QApplication) -> Iterator[Runner]:  # noqa: ARG001 - signals need an application
    made = Runner()
    yield made
    assert made.stop(), "a thread did not end"


@pytest.fixture(scope="session")
def filled(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A catalogue that every test gets a copy of."""
    folder = tmp_path_factory.mktemp("filled") / "catalogue"
    new_catalogue(folder, COUNT).close()
    return folder


@pytest.fixture
def desk(tmp_path: Path, filled: Path, memory: Memory, runner: Runner) -> Iterator[Desk]:
    shutil.copytree(filled, tmp_path / "catalogue")
    catalogue = open_catalogue(tmp_path / "catalogue")
    made = Desk(Session(catalogue), runner, memory)
    made.choose_person(REVIEWER)
    yield made
    runner.stop()
    catalogue.close()


@pytest.fixture
def show(qtbot: QtBot) -> Callable[[Room], Room]:
    """Show a room and wait until it has read what it shows."""

    def shown(room: Room) -> Room:
        qtbot.addWidget(room)
        theme.dress(room)
        room.resize(1250, 740)
        room.show()
        settled(qtbot, room.desk)
        return room

    return shown


def settled(qtbot: QtBot, desk: Desk) -> None:
    """Wait until nothing runs any more and what came of it has been shown."""
    for _ in range(2):  # an answer may lead to a question
        qtbot.wait(50)
        qtbot.waitUntil(lambda: not desk.runner.tasks)


def is_closed(dialog: QWidget) -> bool:
    """Whether a dialog is no longer seen; soon after it was closed it is gone."""
    return not isValid(dialog) or not dialog.isVisible()

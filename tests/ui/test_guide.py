"""The user guide opens beside the window, and speaks of what is there."""

import re
from collections.abc import Iterator
from pathlib import Path
from xml.etree import ElementTree

import pytest
from PySide6.QtGui import QAction, QImage
from pytestqt.qtbot import QtBot

from app.paths import resources
from app.ui.desk import Desk, RoomName
from app.ui.guide import CHAPTERS, Guide, heading
from app.ui.main_window import MainWindow
from app.ui.rooms import plans
from tests.ui.conftest import settled

PAGES = sorted((resources() / "guide").glob("*.md"))
NO_LABELS = {"2026 年定期审查：2005—2010 年非主动公开", "目录文件已损坏"}
"""Quoted in the guide, but an example and a message."""


@pytest.fixture
def window(qtbot: QtBot, desk: Desk) -> Iterator[MainWindow]:
    made = MainWindow(desk, plans())
    qtbot.addWidget(made)
    made.show()
    settled(qtbot, desk)
    yield made
    desk.closing.emit()


@pytest.mark.parametrize("room", [plan.name for plan in plans()])
def test_the_help_of_a_room_begins_with_its_chapter(window: MainWindow, room: RoomName) -> None:
    window.show_room(room)
    action = window.findChild(QAction, "guide")
    assert action is not None
    action.trigger()
    guide = window.findChild(Guide)
    assert guide is not None
    assert guide.isVisible()
    shown = guide.page.toPlainText()
    wanted = next(page for page in PAGES if page.stem == CHAPTERS[room])
    assert shown.startswith(heading(wanted))
    guide.close()


def test_the_guide_closes_with_the_window(window: MainWindow) -> None:
    action = window.findChild(QAction, "guide")
    assert action is not None
    action.trigger()
    guide = window.findChild(Guide)
    window.close()
    assert guide is not None
    assert not guide.isVisible()


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.stem)
def test_every_picture_of_a_chapter_can_be_shown(page: Path) -> None:
    text = page.read_text(encoding="utf-8")
    for target in re.findall(r"!\[[^\]]+\]\(([^)]+)\)", text):
        picture = QImage(str(resources() / "guide" / target))
        assert picture.width() > 800, target


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.stem)
def test_what_a_chapter_quotes_stands_in_the_window(page: Path) -> None:
    root = ElementTree.parse(resources() / "i18n" / "en.ts").getroot()
    labels = "\n".join(source.text or "" for source in root.iter("source"))
    text = page.read_text(encoding="utf-8")
    quoted = {part for quote in re.findall("“([^”]+)”", text) for part in quote.split(" → ")}
    assert not [label for label in quoted - NO_LABELS if label not in labels]

"""On a catalogue that holds nothing every screen says what to do next."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QAbstractButton, QLabel, QWidget
from pytestqt.qtbot import QtBot

from app.store.catalogue import create_catalogue
from app.ui.desk import Desk, RoomName
from app.ui.memory import Memory
from app.ui.room import Room
from app.ui.rooms import plans
from app.ui.tasks import Runner
from app.wiring import Session
from tests.ui.conftest import settled
from tests.ui.holdings import OFFICE, REVIEWER

Show = Callable[[Room], Room]
BUILDS = {plan.name: plan.build for plan in plans()}


@pytest.fixture
def empty(tmp_path: Path, memory: Memory, runner: Runner) -> Iterator[Desk]:
    catalogue = create_catalogue(tmp_path / "empty", office=OFFICE, fonds_code="", by=REVIEWER)
    made = Desk(Session(catalogue), runner, memory)
    made.choose_person(REVIEWER)
    yield made
    runner.stop()
    catalogue.close()


def words_of(shown: QWidget) -> list[str]:
    """What the empty states in sight say."""
    states = [each for each in shown.findChildren(QWidget, "empty") if each.isVisible()]
    return [label.text() for state in states for label in state.findChildren(QLabel) if label.text()]


def buttons_of(shown: QWidget) -> list[str]:
    states = [each for each in shown.findChildren(QWidget, "empty") if each.isVisible()]
    found = [each for state in states for each in state.findChildren(QAbstractButton)]
    return [each.text() for each in found if each.isEnabled() and each.isVisible() and each.text()]


@pytest.mark.parametrize(
    ("name", "next_step", "button"),
    [
        (RoomName.OVERVIEW, "第一步：选文件夹采集", "去采集"),
        (RoomName.DOCUMENTS, "先选文件夹采集", "去采集"),
        (RoomName.REVIEW, "队列是空的", "看全部公文"),
        (RoomName.TRANSFER, "", ""),
        (RoomName.SETTINGS, "至少登记两人", ""),
    ],
)
def test_an_empty_room_says_what_to_do_next(
    empty: Desk, show: Show, name: RoomName, next_step: str, button: str
) -> None:
    room = show(BUILDS[name](empty))
    assert any(next_step in words for words in words_of(room)), words_of(room)
    assert button in ["", *buttons_of(room)]


def test_taking_in_begins_with_a_folder(empty: Desk, show: Show) -> None:
    room = show(BUILDS[RoomName.INGEST](empty))
    told = [label.text() for label in room.findChildren(QLabel) if label.isVisible()]
    assert any("把文件夹拖到这里" in text for text in told)
    assert room.view.choose.isEnabled()


@pytest.mark.parametrize("leaf", [1, 2, 3])
def test_every_leaf_of_the_review_says_why_it_is_empty(
    qtbot: QtBot, empty: Desk, show: Show, leaf: int
) -> None:
    room = show(BUILDS[RoomName.REVIEW](empty))
    room.view.open_leaf(leaf)
    settled(qtbot, empty)
    assert words_of(room)


@pytest.mark.parametrize("leaf", [0, 1, 2])
def test_every_leaf_of_the_transfer_says_why_it_is_empty(
    qtbot: QtBot, empty: Desk, show: Show, leaf: int
) -> None:
    room = show(BUILDS[RoomName.TRANSFER](empty))
    room.view.tabs.setCurrentIndex(leaf)
    settled(qtbot, empty)
    assert words_of(room)


def test_every_list_says_what_to_do_before_it_is_made(qtbot: QtBot, empty: Desk, show: Show) -> None:
    room = show(BUILDS[RoomName.REGISTERS](empty))
    silent = []
    for name in ("found", "registers", "publication", *room.kinds):
        room.show_page(name)
        settled(qtbot, empty)
        if not words_of(room):
            silent.append(name)
    assert silent == []


def test_tables_of_the_fonds_say_how_to_fill_them(qtbot: QtBot, empty: Desk, show: Show) -> None:
    room = show(BUILDS[RoomName.SETTINGS](empty))
    room.tabs.setCurrentIndex(2)
    settled(qtbot, empty)
    told = [label.text() for label in room.findChildren(QLabel) if label.isVisible()]
    assert any("加一行" in text for text in told)


def test_the_trail_of_a_new_catalogue_shows_its_beginning(empty: Desk, show: Show) -> None:
    room = show(BUILDS[RoomName.AUDIT](empty))
    assert room.model.ids
    assert room.details.toPlainText()

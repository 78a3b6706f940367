"""复审: the keys in every pane, with and without an input method, and the legend that changes them."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from pytestqt.qtbot import QtBot

from app.domain.disclosure import DisclosureAttribute
from app.ui.desk import Desk
from app.ui.memory import Memory
from app.ui.review.keys import KEYS, Command, KeyMap, remembered_keys, typed_name
from app.ui.review.legend import Legend
from app.ui.review.screen import ReviewScreen
from app.ui.room import Room
from tests.ui.reviewing import current, type_text

Show = Callable[[Room], Room]


@pytest.fixture
def room(desk: Desk, show: Show) -> ReviewScreen:
    made = ReviewScreen(desk)
    show(made)
    return made


@pytest.mark.parametrize(
    ("typed", "chosen"),
    [
        ("1", DisclosureAttribute.PROACTIVE),
        ("2", DisclosureAttribute.ON_REQUEST),
        ("3", DisclosureAttribute.WITHHELD),
        ("１", DisclosureAttribute.PROACTIVE),
        ("２", DisclosureAttribute.ON_REQUEST),
        ("３", DisclosureAttribute.WITHHELD),
    ],
)
def test_digits_choose_with_and_without_input_method(
    room: ReviewScreen, typed: str, chosen: DisclosureAttribute
) -> None:
    type_text(room.view.table, typed)
    assert room.view.card.decision.form.attribute is chosen


@pytest.mark.parametrize("pane", ["table", "reading", "basis", "redactions", "queues", "card", "room"])
def test_keys_work_in_every_pane(room: ReviewScreen, pane: str) -> None:
    panes = {
        "table": room.view.table,
        "reading": room.view.reader.pane,
        "basis": room.view.card.decision.form.basis,
        "redactions": room.view.card.decision.form.redactions.list,
        "queues": room.view.queues,
        "card": room.view.card.tabs,
        "room": room,
    }
    type_text(panes[pane], "２")
    assert room.view.card.decision.form.attribute is DisclosureAttribute.ON_REQUEST


@pytest.mark.parametrize(
    ("typed", "name"),
    [
        ("【", "["),
        ("】", "]"),
        ("、", "/"),
        ("？", "?"),
        ("ｊ", "J"),
        ("\u3000", "SPACE"),
        ("Ｒ", "R"),
        ("／", "/"),
        ("！", "SHIFT+1"),
        ("＠", "SHIFT+2"),
        ("＃", "SHIFT+3"),
        ("￥", "SHIFT+4"),
        ("＄", "SHIFT+4"),
    ],
)
def test_input_method_characters_are_read_as_their_keys(typed: str, name: str) -> None:
    assert typed_name(typed) == name


def test_every_letter_and_bracket_has_a_second_way() -> None:
    single = [key for key in KEYS if len(key.first) == 1 and not key.first.isdigit()]
    assert single
    assert all(key.second and (len(key.second) > 1) for key in single)


def test_no_two_commands_share_a_key() -> None:
    names = [name for one in KEYS for name in (one.first.upper(), one.second.upper()) if name]
    assert len(names) == len(set(names))


@pytest.mark.parametrize(
    ("key", "modifiers", "command"),
    [
        (Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier, Command.SUBMIT),
        (Qt.Key.Key_Enter, Qt.KeyboardModifier.KeypadModifier, Command.SUBMIT),
        (Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier, Command.UNDO),
        (Qt.Key.Key_F3, Qt.KeyboardModifier.ShiftModifier, Command.PREVIOUS_HIT),
        (Qt.Key.Key_Down, Qt.KeyboardModifier.KeypadModifier, Command.NEXT),
        (Qt.Key.Key_1, Qt.KeyboardModifier.ControlModifier, None),
        (Qt.Key.Key_F9, Qt.KeyboardModifier.NoModifier, Command.ACCEPT),
        (Qt.Key.Key_F12, Qt.KeyboardModifier.NoModifier, Command.SIGN),
        (Qt.Key.Key_W, Qt.KeyboardModifier.NoModifier, None),
    ],
)
def test_keys_mean_what_the_card_says(
    key: Qt.Key, modifiers: Qt.KeyboardModifier, command: Command | None
) -> None:
    assert KeyMap().command(QKeyEvent(QEvent.Type.KeyPress, key, modifiers)) is command


def test_letters_typed_as_a_reason_stay_letters(room: ReviewScreen) -> None:
    type_text(room.view.table, "2")
    reason = room.view.card.decision.form.reason
    before = current(room)
    for letter in "jr1 ":
        type_text(reason, letter)
    assert reason.toPlainText() == "jr1 "
    assert current(room) == before


def test_legend_lists_every_key_and_keeps_changes(qtbot: QtBot, memory: Memory) -> None:
    legend = Legend(memory)
    qtbot.addWidget(legend)
    legend._fields[Command.SAME].setText("s")
    legend.accept()
    event = QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_S, Qt.KeyboardModifier.NoModifier, "s")
    assert remembered_keys(memory).command(event) is Command.SAME


def test_two_commands_cannot_have_one_key(qtbot: QtBot, memory: Memory) -> None:
    legend = Legend(memory)
    qtbot.addWidget(legend)
    legend._fields[Command.SAME].setText("g")
    assert legend.clashes
    assert not legend.close_button.isEnabled()
    legend._fields[Command.SAME].setText("s")
    assert legend.close_button.isEnabled()


def test_single_keys_can_be_switched_off(qtbot: QtBot, memory: Memory) -> None:
    legend = Legend(memory)
    qtbot.addWidget(legend)
    legend.single.setChecked(False)
    legend.accept()
    keys = remembered_keys(memory)
    plain, control = Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ControlModifier
    assert keys.command(QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_1, plain, "1")) is None
    assert keys.command(QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_Space, plain, " ")) is None
    assert keys.command(QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_F9, plain)) is Command.ACCEPT
    assert keys.command(QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_Z, control, "\x1a")) is Command.UNDO

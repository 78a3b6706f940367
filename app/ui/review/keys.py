"""The keys of the review desk, also as a Chinese input method makes them.

Every letter or bracket has a second way: a function key or an arrow. Ctrl with a digit is one of the
office's usual decisions.
"""

import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QKeySequence

from app.domain.presets import KEYS as PRESET_KEYS
from app.ui.memory import Memory

SINGLE_KEY = "keys/single"
"""Where it is remembered whether single characters are commands."""


class Command(StrEnum):
    """What a key does on the review desk."""

    PROACTIVE = "proactive"
    ON_REQUEST = "on_request"
    WITHHELD = "withheld"
    FLAG = "flag"
    ACCEPT = "accept"
    SUBMIT = "submit"
    SAME = "same"
    NEXT = "next"
    PREVIOUS = "previous"
    NEXT_HIT = "next_hit"
    PREVIOUS_HIT = "previous_hit"
    UNDO = "undo"
    REDO = "redo"
    NOTE = "note"
    SEARCH = "search"
    GROUP = "group"
    GROUP_PROACTIVE = "group_proactive"
    GROUP_ON_REQUEST = "group_on_request"
    GROUP_WITHHELD = "group_withheld"
    GROUP_FLAG = "group_flag"
    PRESETS = "presets"
    SIGN = "sign"
    LEGEND = "legend"


@dataclass(frozen=True, slots=True)
class Key:
    """One command with its title, its key, and the second way."""

    command: Command
    title: str
    first: str
    second: str = ""


KEYS: tuple[Key, ...] = (
    Key(Command.PROACTIVE, "选主动公开", "1"),
    Key(Command.ON_REQUEST, "选依申请公开", "2"),
    Key(Command.WITHHELD, "选不予公开", "3"),
    Key(Command.FLAG, "标记存疑，看下一件", "4", "F4"),
    Key(Command.ACCEPT, "采纳建议并送审，看下一件", "Space", "F9"),
    Key(Command.SUBMIT, "送审，看下一件", "Return", "Ctrl+Return"),
    Key(Command.SAME, "与上一件相同", "R", "F6"),
    Key(Command.NEXT, "下一件", "J", "Down"),
    Key(Command.PREVIOUS, "上一件", "K", "Up"),
    Key(Command.NEXT_HIT, "下一处", "]", "F3"),
    Key(Command.PREVIOUS_HIT, "上一处", "[", "Shift+F3"),
    Key(Command.UNDO, "撤回刚才的送审", "Ctrl+Z"),
    Key(Command.REDO, "恢复刚才撤回的", "Ctrl+Shift+Z", "Ctrl+Y"),
    Key(Command.PRESETS, "常用认定", "P", "F2"),
    Key(Command.GROUP, "同组的一起定", "G", "F8"),
    Key(Command.GROUP_PROACTIVE, "同组都定主动公开", "Shift+1"),
    Key(Command.GROUP_ON_REQUEST, "同组都定依申请公开", "Shift+2"),
    Key(Command.GROUP_WITHHELD, "同组都定不予公开", "Shift+3"),
    Key(Command.GROUP_FLAG, "同组都标存疑", "Shift+4"),
    Key(Command.SIGN, "审定或保密审查", "A", "F12"),
    Key(Command.NOTE, "写理由", "N", "F7"),
    Key(Command.SEARCH, "筛选队列", "/", "Ctrl+F"),
    Key(Command.LEGEND, "键位一览", "F1", "?"),
)

_AS_TYPED_WITH_INPUT_METHOD = {
    "【": "[",
    "】": "]",
    "「": "[",
    "」": "]",
    "、": "/",
    "？": "?",
    "￥": "$",
    "¥": "$",
    "\u3000": " ",
}
_NAMES = {
    " ": "SPACE",
    "\r": "RETURN",
    "\n": "RETURN",
    "!": "SHIFT+1",
    "@": "SHIFT+2",
    "#": "SHIFT+3",
    "$": "SHIFT+4",
}
_PLAIN = Qt.KeyboardModifier.NoModifier
_CONTROL, _ALT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier
_IGNORED = Qt.KeyboardModifier.KeypadModifier | Qt.KeyboardModifier.GroupSwitchModifier


class KeyMap:
    """Which command a key event means; keys the user has changed come first.

    ``has_single``: without it only function keys and keys held with Ctrl or Alt mean something.
    """

    def __init__(self, own: Mapping[Command, str] | None = None, *, has_single: bool = True) -> None:
        changed = own or {}
        self.has_single = has_single
        self.keys = tuple(
            Key(key.command, key.title, changed.get(key.command, key.first), key.second) for key in KEYS
        )
        self._by_name = {key.second.upper(): key.command for key in self.keys if key.second}
        self._by_name |= {key.first.upper(): key.command for key in self.keys}

    def command(self, event: QKeyEvent) -> Command | None:
        """The command of a key event, typed with or without an input method."""
        modifiers = event.modifiers() & ~_IGNORED
        if not self.has_single and _is_single(event):
            return None
        if modifiers in {_PLAIN, Qt.KeyboardModifier.ShiftModifier}:
            found = self._by_name.get(typed_name(event.text()))
            if found is not None:
                return found
        code = modifiers.value | (Qt.Key.Key_Return if event.key() == Qt.Key.Key_Enter else event.key())
        return self._by_name.get(QKeySequence(code).toString().upper())


def preset_number(event: QKeyEvent) -> int | None:
    """The digit of a usual decision: Ctrl with 1 to 9."""
    if event.modifiers() & ~_IGNORED != Qt.KeyboardModifier.ControlModifier:
        return None
    number = event.key() - Qt.Key.Key_0
    return number if number in PRESET_KEYS else None


def typed_name(text: str) -> str:
    """The name of a typed character, full-width forms and Chinese punctuation read as their plain keys."""
    plain = _AS_TYPED_WITH_INPUT_METHOD.get(text) or unicodedata.normalize("NFKC", text)
    return _NAMES.get(plain, plain.upper())


def remembered_keys(memory: Memory) -> KeyMap:
    """The keys with what the user has changed."""
    own = {command: memory.text(f"keys/{command}") for command in Command}
    has_single = memory.text(SINGLE_KEY, "yes") == "yes"
    return KeyMap({command: key for command, key in own.items() if key}, has_single=has_single)


def _is_single(event: QKeyEvent) -> bool:
    """Whether a key writes a character and is pressed alone or with Shift."""
    text = event.text()
    return bool(text) and text.isprintable() and not event.modifiers() & (_CONTROL | _ALT)

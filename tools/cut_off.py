"""Finds what a screen shows only in part: wrapped sentences without their last lines, words without their end.

Lists cut long cells with an ellipsis on purpose and what scrolls is reached by scrolling; neither is a fault.
"""

from collections.abc import Iterator

from PySide6.QtCore import QPoint, QRect
from PySide6.QtWidgets import QAbstractButton, QAbstractItemView, QLabel, QLineEdit, QTabBar, QWidget

ROUNDING = 3
"""Pixels that a scaled screen takes or gives."""


def cut_in(screen: QWidget) -> Iterator[str]:
    """What of a screen is cut off, with the name of its class, its object name and its first words."""
    for part in screen.findChildren(QWidget):
        if part.isVisibleTo(screen) and _words_of(part) and (fault := _fault_of(part)):
            yield f"{type(part).__name__} {part.objectName()} {_words_of(part)[:30]!r}: {fault}"


def _words_of(part: QWidget) -> str:
    if isinstance(part, QLabel | QAbstractButton) and not isinstance(
        part.parent(), QAbstractItemView | QLineEdit
    ):
        return part.text()
    return part.tabText(0) if isinstance(part, QTabBar) and part.count() else ""


def _fault_of(part: QWidget) -> str:
    """Too low for its lines, too narrow for its words, or beyond the edge of what it stands in."""
    least = part.minimumSizeHint()
    if isinstance(part, QLabel) and part.wordWrap():
        if (needed := part.heightForWidth(part.width())) > part.height() + ROUNDING:
            return f"{part.height()} high, needs {needed}"
    elif isinstance(part, QTabBar) and part.usesScrollButtons():
        return ""
    elif isinstance(part, QTabBar):
        least = part.sizeHint()
    if least.width() > part.width() + ROUNDING or least.height() > part.height() + ROUNDING:
        return f"{part.width()} × {part.height()}, needs {least.width()} × {least.height()}"
    return _beyond(part)


def _beyond(part: QWidget) -> str:
    """How far a part stands out of its parent, if it does."""
    parent = part.parentWidget()
    if parent is None or part.isWindow():
        return ""
    around = QRect(QPoint(0, 0), parent.size()).adjusted(-ROUNDING, -ROUNDING, ROUNDING, ROUNDING)
    return (
        ""
        if around.contains(part.geometry())
        else f"{part.geometry().getRect()} in {parent.size().toTuple()}"
    )

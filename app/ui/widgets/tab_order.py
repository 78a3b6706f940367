"""Where Tab leads: from part to part as they are read, left to right and down, whatever was made first.

Qt goes by the order in which parts were made, which in rooms that are put together piece by piece is nobody's.
"""

from collections.abc import Iterator

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QAbstractItemView,
    QComboBox,
    QGridLayout,
    QLayout,
    QLineEdit,
    QMainWindow,
    QScrollArea,
    QSpinBox,
    QSplitter,
    QStackedWidget,
    QTabBar,
    QWidget,
)

WHOLE = (QComboBox, QLineEdit, QSpinBox, QTabBar)
"""What is one stop, whatever it is made of."""


def stops(window: QWidget) -> list[QWidget]:
    """What can be reached in a window now, in the order of reading."""
    return [part for part in _in_order(window) if part is not window and is_stop(part)]


def is_stop(part: QWidget) -> bool:
    """Whether Tab may stop at a part."""
    has_policy = bool(part.focusPolicy() & Qt.FocusPolicy.TabFocus)
    return has_policy and part.isVisible() and part.isEnabled() and part.focusProxy() is None


def step(window: QWidget, *, forward: bool) -> bool:
    """Go to the next stop or the one before; what lies outside a frame that scrolls is brought into view."""
    line = list(_in_order(window)) if forward else list(_in_order(window))[::-1]
    present = window.focusWidget()
    place = line.index(present) + 1 if present in line else 0
    wanted = next(
        (part for part in line[place:] + line[:place] if part is not window and is_stop(part)), None
    )
    if wanted is None:
        return False
    reason = Qt.FocusReason.TabFocusReason if forward else Qt.FocusReason.BacktabFocusReason
    wanted.setFocus(reason)
    bring_into_view(wanted)
    return True


def bring_into_view(part: QWidget) -> None:
    """Scroll every frame around a part so that it is seen."""
    around = part.parentWidget()
    while around is not None:
        if isinstance(around, QScrollArea) and around.widget() is not None:
            around.ensureWidgetVisible(part)
        elif isinstance(around, QAbstractItemView):
            around.scrollTo(around.indexAt(part.mapTo(around.viewport(), part.rect().center())))
        around = around.parentWidget()


def _in_order(part: QWidget) -> Iterator[QWidget]:
    yield part
    if not isinstance(part, WHOLE):
        for child in _children(part):
            if not child.isHidden():
                yield from _in_order(child)


def _children(part: QWidget) -> list[QWidget]:
    """What stands in a part: as laid out, then what no layout knows."""
    if isinstance(part, QStackedWidget):
        shown = part.currentWidget()
        return [shown] if shown is not None else []
    if isinstance(part, QSplitter):
        return [part.widget(place) for place in range(part.count())]
    if isinstance(part, QAbstractItemView):
        return _parts_of(part.viewport())  # fields that stand in cells
    if isinstance(part, QScrollArea):
        return [part.widget()] if part.widget() is not None else []
    if isinstance(part, QMainWindow):
        return [part.centralWidget(), part.statusBar()]
    layout = part.layout()
    placed = list(_placed(layout)) if layout is not None else []
    return [*placed, *(each for each in _parts_of(part) if each not in placed)]


def _parts_of(part: QWidget) -> list[QWidget]:
    return [each for each in part.children() if isinstance(each, QWidget) and not each.isWindow()]


def _placed(layout: QLayout) -> Iterator[QWidget]:
    """The parts of a layout and of those within it."""
    numbers = list(range(layout.count()))
    if isinstance(layout, QGridLayout):
        numbers.sort(key=lambda number: layout.getItemPosition(number)[:2])  # type: ignore[index]
    for item in map(layout.itemAt, numbers):
        part, inner = (item.widget(), item.layout()) if item else (None, None)
        if part is not None:
            yield part
        elif inner is not None:
            yield from _placed(inner)

"""A person without a mouse: presses keys, and sees where the focus is."""

from collections.abc import Callable

from PySide6.QtCore import QPoint, QRect, Qt, QTimer
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QLineEdit, QMenu, QWidget

MOST_STOPS = 200
LEAST_PIXELS = 20
"""What has to look different about a part that has the focus."""
NONE, CONTROL, ALT = (
    Qt.KeyboardModifier.NoModifier,
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.AltModifier,
)


def focused() -> QWidget:
    """Who gets the next key."""
    found = QApplication.activePopupWidget() or QApplication.focusWidget() or QApplication.activeWindow()
    assert found is not None, "no window has the keyboard"
    return found


def press(key: Qt.Key | str, modifier: Qt.KeyboardModifier = NONE) -> None:
    """Press one key."""
    QTest.keyClick(focused(), key, modifier)
    QApplication.processEvents()


def write(text: str) -> None:
    """Type into the field that has the focus, in place of what stands there."""
    field = focused()
    press("a", CONTROL)
    if isinstance(field, QLineEdit) and not text.isascii():
        field.insert(text)  # as an input method does
    else:
        QTest.keyClicks(field, text)
    QApplication.processEvents()


def tab_to(name: str) -> QWidget:
    """Go on with Tab until the part of this name has the focus."""
    seen: list[str] = []
    for _ in range(MOST_STOPS):
        if focused().objectName() == name:
            return focused()
        press(Qt.Key.Key_Tab)
        seen.append(focused().objectName() or focused().accessibleName())
    raise AssertionError(f"Tab does not reach {name}: {list(dict.fromkeys(seen))}")


def walk(window: QWidget, look: Callable[[QWidget], None] = lambda _part: None) -> list[QWidget]:
    """Where Tab leads, until it comes round; ``look`` is called at every stop."""
    found: list[QWidget] = []
    for _ in range(MOST_STOPS):
        press(Qt.Key.Key_Tab)
        stop = focused()
        if stop in found:
            assert stop is found[0], f"{name_of(stop)} holds the focus"
            break
        found.append(stop)
        look(stop)
        assert window.isVisible()
    return found


def is_seen(window: QWidget, part: QWidget) -> bool:
    """Whether a part that has the focus looks different without it."""
    with_focus = _picture(window, part)
    part.clearFocus()
    QApplication.processEvents()
    without = _picture(window, part)
    part.setFocus(Qt.FocusReason.TabFocusReason)
    pairs = ((x, y) for y in range(with_focus.height()) for x in range(with_focus.width()))
    return sum(with_focus.pixel(x, y) != without.pixel(x, y) for x, y in pairs) >= LEAST_PIXELS


def _picture(window: QWidget, part: QWidget) -> QImage:
    place = QRect(part.mapTo(window, QPoint(0, 0)), part.size()).adjusted(-2, -2, 2, 2)
    return window.grab(place & window.rect()).toImage()


def name_of(part: QWidget) -> str:
    """What to call a part."""
    return part.objectName() or part.accessibleName() or type(part).__name__


def answer_file_dialog(path: str) -> None:
    """Type a path into the file dialog that the next key opens, and press Enter."""

    def answer() -> None:
        dialog = QApplication.activeModalWidget()
        if not isinstance(dialog, QFileDialog):
            QTimer.singleShot(50, answer)
            return
        field = dialog.findChild(QLineEdit)
        field.setText(path)
        QTest.keyClick(field, Qt.Key.Key_Return)

    QTimer.singleShot(50, answer)


def choose_from_menu(text: str) -> None:
    """Go down the menu that the next key opens to the line of this text, and press Enter."""

    def choose() -> None:
        menu = QApplication.activePopupWidget()
        if not isinstance(menu, QMenu):
            QTimer.singleShot(50, choose)
            return
        for _ in menu.actions():
            QTest.keyClick(menu, Qt.Key.Key_Down)
            if menu.activeAction().text() == text:
                QTest.keyClick(menu, Qt.Key.Key_Return)
                return
        menu.close()

    QTimer.singleShot(50, choose)

"""The base of every dialog and of every message: gone when it is closed, never larger than the screen."""

from collections.abc import Iterable

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QKeyEvent, QShowEvent
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QFrame,
    QLayout,
    QLineEdit,
    QMessageBox,
    QPushButton,
    QScrollArea,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)
from shiboken6 import isValid

from app.ui.widgets import tab_order

TITLE_BAR = QSize(16, 40)
"""What the system draws around a dialog, in pixels."""
MARGIN = 16
FIELDS = (QLineEdit, QComboBox, QSpinBox)


class Dialog(QDialog):
    """A question that takes no memory once it is answered.

    Qt only hides dialogs: each one that was ever opened would stay until its screen goes. Work that a dialog
    began may end after it; :class:`~app.ui.tasks.Runner` then asks nothing of it, and accepting it again does
    nothing.

    Where the screen has less room than its contents need, they scroll and its last row, the buttons, stays in sight.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._scrolled: QScrollArea | None = None

    def accept(self) -> None:
        """Close it as answered, unless it is closed already."""
        if isValid(self):
            super().accept()

    def showEvent(self, event: QShowEvent) -> None:
        """Open within the screen."""
        super().showEvent(event)
        self.fit(self.screen().availableSize() - TITLE_BAR)

    def event(self, event: QEvent) -> bool:
        """Stay within the screen when a line appears, such as a fault."""
        answer = super().event(event)
        if event.type() == QEvent.Type.LayoutRequest and self.isVisible():
            self.fit(self.screen().availableSize() - TITLE_BAR)
        return answer

    def focusNextPrevChild(self, next: bool) -> bool:  # noqa: A002 - Qt's signature
        """Tab goes on as one reads."""
        return tab_order.step(self, forward=next)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter in a field presses the button that the dialog is for; in a list it keeps its own meaning there."""
        is_enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if is_enter and isinstance(self.focusWidget(), FIELDS):
            buttons: Iterable[QPushButton] = self.findChildren(QPushButton)
            primary = next((each for each in buttons if each.property("role") == "primary"), None)
            if primary is not None:
                primary.click()
        else:
            super().keyPressEvent(event)

    def fit(self, room: QSize) -> None:
        """Be no larger than ``room``, in pixels of the window; what does not fit scrolls."""
        column = self.layout()
        if column is not None and self._scrolled is None and not _fits(_needed(column, self.width()), room):
            self._scroll(column)
        if column is not None and self._scrolled is None:  # sentences that wrap need more than Qt opens with
            self.resize(self.size().expandedTo(QSize(0, _needed(column, self.width()).height())))
        if not _fits(self.size(), room):
            self.setMinimumSize(self.minimumSize().boundedTo(room))
            self.resize(self.size().boundedTo(room))

    def _scroll(self, column: QLayout) -> None:
        """Put all but the last row of the dialog into a frame that scrolls."""
        focus = self.focusWidget() or next(
            (part for part in tab_order.stops(self) if isinstance(part, FIELDS)), None
        )
        buttons = column.takeAt(column.count() - 1)
        page, frame = QWidget(), QScrollArea(self)
        page.setObjectName("scrolled")
        page.setLayout(column)
        column.setContentsMargins(MARGIN, MARGIN, MARGIN, 0)
        frame.setFrameShape(QFrame.Shape.NoFrame)
        frame.setWidgetResizable(True)
        frame.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        frame.setWidget(page)
        outer, below = QVBoxLayout(self), QVBoxLayout()
        outer.setContentsMargins(0, 0, 0, MARGIN)
        outer.addWidget(frame, 1)
        below.setContentsMargins(MARGIN, 0, MARGIN, 0)
        below.addItem(buttons)
        outer.addLayout(below)
        outer.activate()
        self._scrolled = frame
        if focus is not None:
            focus.setFocus()


class Message(QMessageBox):
    """A sentence with buttons over the parent's window; give it the buttons, connect ``buttonClicked`` and open it."""

    def __init__(
        self, icon: QMessageBox.Icon, title: str, text: str, parent: QWidget, *, name: str = "message"
    ) -> None:
        super().__init__(icon, title, text, parent=parent)
        self.setObjectName(name)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowModality(Qt.WindowModality.WindowModal)


def _needed(column: QLayout, width: int) -> QSize:
    least = column.totalMinimumSize()
    if column.hasHeightForWidth():
        least = least.expandedTo(QSize(0, column.totalMinimumHeightForWidth(max(width, least.width()))))
    return least


def _fits(size: QSize, room: QSize) -> bool:
    return size.boundedTo(room) == size

"""Small pieces every screen is laid out with: titles, panes, buttons, splitters that remember."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtWidgets import (
    QDialog,
    QFrame,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QPushButton,
    QScrollArea,
    QSizePolicy,
    QStackedWidget,
    QTabBar,
    QToolButton,
    QTreeView,
    QVBoxLayout,
    QWidget,
)

from app.ui import icons, theme

LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
"""Where the words of a column's head stand; Qt would centre them."""


class Label(QLabel):
    """Text in one of the roles of the style sheet: title, heading, figure, muted, small, danger."""

    def __init__(self, text: str = "", role: str = "", parent: QWidget | None = None) -> None:
        super().__init__(text, parent)
        self.setProperty("role", role)
        self.setTextFormat(Qt.TextFormat.PlainText)

    def wrapped(self) -> "Label":
        """Break lines; the label then grows in height."""
        self.setWordWrap(True)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        return self


class Pane(QFrame):
    """A surface with one border; ``column`` takes the contents."""

    def __init__(self, parent: QWidget | None = None, *, margin: int = 0, spacing: int = 0) -> None:
        super().__init__(parent)
        self.setProperty("role", "pane")
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(margin + 1, margin + 1, margin + 1, margin + 1)
        self.column.setSpacing(spacing)


class Sheet(QWidget):
    """Holds a page that grows with the window up to a size in pixels before the zoom; beyond, room stays free."""

    def __init__(self, page: QWidget, width: int, height: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._page = page
        self._most = QSize(width, height)
        across, down = QHBoxLayout(self), QVBoxLayout()
        across.setContentsMargins(0, 0, 0, 0)
        across.addLayout(down, 1)
        across.addStretch(0)
        down.addWidget(page, 1)
        down.addStretch(0)
        self._limit()

    def changeEvent(self, event: QEvent) -> None:
        """Follow the zoom."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._limit()

    def _limit(self) -> None:
        self._page.setMaximumSize(theme.scaled(self._most.width()), theme.scaled(self._most.height()))


class Pages(QStackedWidget):
    """Pages of which only the one in front says how much room it needs."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.currentChanged.connect(lambda _number: self.updateGeometry())

    def minimumSizeHint(self) -> QSize:
        """What the page in front needs."""
        shown = self.currentWidget()
        return shown.minimumSizeHint() if shown is not None else super().minimumSizeHint()

    def heightForWidth(self, width: int) -> int:
        """What the page in front needs at this width; Qt would ask those behind it, too."""
        shown = self.currentWidget()
        return height_needed(shown, width) if shown is not None else self.minimumSizeHint().height()


class Scrolled(QScrollArea):
    """A frame in which a page scrolls down; it asks for no more height than it has to have."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    def sizeHint(self) -> QSize:
        """As wide as its page, and as low as can be."""
        return QSize(super().sizeHint().width(), self.minimumSizeHint().height())


class Rooms(Pages):
    """Rooms in a frame that scrolls where a screen has less than the one in front needs."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.frame = QScrollArea(parent)
        self.frame.setFrameShape(QFrame.Shape.NoFrame)
        self.frame.setWidgetResizable(True)
        self.frame.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.frame.setWidget(self)
        # what is opaque Qt paints by itself, and a second time with what stands in it
        self.setAutoFillBackground(False)
        theme.dress(self.frame.verticalScrollBar())
        theme.dress(self.frame.horizontalScrollBar())


class Line(QFrame):
    """A hair line between two parts of a pane."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "line")


def height_needed(part: QWidget, width: int) -> int:
    """The least height at which nothing of a part is cut off when it is this wide."""
    column = part.layout()
    if column is not None and column.hasHeightForWidth():
        return max(column.totalMinimumHeightForWidth(width), part.minimumHeight())
    return max(part.minimumSizeHint().height(), part.minimumHeight())


def button(text: str, name: str, *, icon: str = "", role: str = "", tip: str = "") -> QPushButton:
    """A button that says what happens; ``role`` is empty, ``primary``, ``danger`` or ``link``."""
    made = QPushButton(text)
    made.setObjectName(name)
    made.setAccessibleName(text)
    made.setProperty("role", role)
    made.setAutoDefault(False)
    if tip:
        made.setToolTip(tip)
    if icon:
        icons.show_on(made, icon)
    return made


def icon_button(icon: str, name: str, tip: str) -> QToolButton:
    """A button with an icon alone; its tip is its accessible name."""
    made = QToolButton()
    made.setObjectName(name)
    made.setProperty("role", "flat")
    made.setToolTip(tip)
    made.setAccessibleName(tip)
    icons.show_on(made, icon)
    return made


def menu_button(text: str, name: str) -> QToolButton:
    """A button with a word that opens a menu; the screen gives it the menu."""
    made = QToolButton()
    made.setObjectName(name)
    made.setText(text)
    made.setAccessibleName(text)
    made.setProperty("role", "button")
    made.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    made.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
    return made


def row(*parts: QWidget | int | None, spacing: int = 8) -> QHBoxLayout:
    """Parts side by side: a widget, a number of pixels, or ``None`` for all the room that is left."""
    made = QHBoxLayout()
    made.setContentsMargins(0, 0, 0, 0)
    made.setSpacing(spacing)
    for part in parts:
        if part is None:
            made.addStretch(1)
        elif isinstance(part, int):
            made.addSpacing(part)
        else:
            made.addWidget(part)
    return made


def page_column(owner: QWidget, *, spacing: int = 12) -> QVBoxLayout:
    """Parts one below the other in a dialog or a page of settings, with the margins that all of them have."""
    made = QVBoxLayout(owner)
    made.setContentsMargins(16, 16, 16, 16)
    made.setSpacing(spacing)
    return made


def tab_bar(name: str, title: str, words: Sequence[str] = ()) -> QTabBar:
    """Leaves side by side, each as wide as its word."""
    made = QTabBar()
    made.setObjectName(name)
    made.setAccessibleName(title)
    made.setExpanding(False)
    made.setDrawBase(False)
    made.setUsesScrollButtons(False)
    for word in words:
        made.addTab(word)
    made.currentChanged.connect(lambda _number: made.updateGeometry())  # the bold word is wider
    return made


def open_at(dialog: QDialog, width: int, height: int) -> None:
    """Open a dialog at a size in pixels before the zoom; it keeps within the screen itself."""
    dialog.resize(theme.scaled(width), theme.scaled(height))


def set_widths(tree: QTreeView, *widths: int) -> None:
    """Widths of the first columns in pixels before the zoom; 0 is as wide as what stands in it."""
    for number, width in enumerate(widths):
        if width:
            tree.setColumnWidth(number, theme.scaled(width))
        else:
            tree.header().setSectionResizeMode(number, QHeaderView.ResizeMode.ResizeToContents)


class EmptyState(QWidget):
    """What a screen says when it has nothing to show: why, what to do next, and the button for it."""

    def __init__(
        self, icon: str, text: str, action: QWidget | None = None, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setObjectName("empty")
        self._icon = icon
        self._picture = QToolButton(self)
        self._picture.setProperty("role", "flat")
        self._picture.setEnabled(False)
        self._picture.setIconSize(self._picture.iconSize() * 2)
        icons.show_on(self._picture, icon)
        self.words = Label(text, "muted", self).wrapped()
        self.words.setAlignment(Qt.AlignmentFlag.AlignCenter)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 12, 24, 12)
        column.setSpacing(12)
        column.addStretch(2)
        column.addWidget(self._picture, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addWidget(self.words)
        if action is not None:
            column.addWidget(action, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addStretch(3)

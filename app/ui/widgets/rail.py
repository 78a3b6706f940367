"""The navigation rail: icon, word and the count of what waits."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontMetrics, QKeySequence, QPainter, QPaintEvent, QShortcut
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QSizePolicy, QVBoxLayout, QWidget

from app.ui import icons, theme
from app.ui.tokens import SPACE

ICON = 20
PIXELS, LEAST_PIXELS = 40, 28
"""Height of a line, and on a screen that is too low for all of them."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One room on the rail."""

    name: str
    title: str
    icon: str


class RailButton(QAbstractButton):
    """One line of the rail."""

    def __init__(self, entry: Entry, parent: QWidget) -> None:
        super().__init__(parent)
        self.entry = entry
        self._count = 0
        self.setObjectName(f"go-{entry.name}")
        self.setText(entry.title)
        self.setAccessibleName(entry.title)
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)

    @property
    def count(self) -> int:
        """What waits in this room."""
        return self._count

    def show_count(self, count: int) -> None:
        """Change the count; nothing is shown for none."""
        self._count = count
        name = f"{self.entry.title} {count}" if count else self.entry.title
        self.setAccessibleName(name)
        self.update()

    def sizeHint(self) -> QSize:
        """Room for the icon, the word and a count of four digits."""
        metrics = QFontMetrics(self.font())
        width = metrics.horizontalAdvance(self.text()) + metrics.horizontalAdvance("99999")
        return QSize(width + ICON + 10 * SPACE, theme.scaled(PIXELS))

    def minimumSizeHint(self) -> QSize:
        """On a low screen the lines move together."""
        return QSize(self.sizeHint().width(), theme.scaled(LEAST_PIXELS))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the line in the state it is in."""
        tokens = theme.current()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(self.rect()).adjusted(6, 2, -6, -2)
        if self.isChecked() or self.underMouse():
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(tokens.selection))
            painter.drawRoundedRect(box, 6, 6)
        if self.hasFocus():
            painter.setPen(QColor(tokens.accent))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(box, 6, 6)
        self._paint_words(painter, box)
        painter.end()

    def _paint_words(self, painter: QPainter, box: QRectF) -> None:
        tokens = theme.current()
        ink = tokens.accent if self.isChecked() else tokens.text
        ratio = self.devicePixelRatioF()
        picture = icons.pixmap(
            self.entry.icon, ink if self.isChecked() else tokens.muted, round(ICON * ratio)
        )
        picture.setDevicePixelRatio(ratio)
        painter.drawPixmap(int(box.left()) + 2 * SPACE, int(box.center().y() - ICON / 2 + 1), picture)
        font = QFont(self.font())
        font.setBold(self.isChecked())
        painter.setFont(font)
        painter.setPen(QColor(ink))
        words = box.adjusted(ICON + 4 * SPACE, 0, -2 * SPACE, 0)
        painter.drawText(words, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, self.text())
        if self._count:
            painter.setFont(self.font())
            painter.setPen(QColor(tokens.muted))
            flags = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight
            painter.drawText(words, flags, _short(self._count))


class NavigationRail(QWidget):
    """Tells which room is wanted; Alt with a digit reaches every room."""

    chosen = Signal(str)

    def __init__(self, entries: Sequence[Entry], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("rail")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._buttons: dict[str, RailButton] = {}
        group = QButtonGroup(self)
        self._column = column = QVBoxLayout(self)
        column.setContentsMargins(0, 2 * SPACE, 0, 2 * SPACE)
        column.setSpacing(0)
        for number, entry in enumerate(entries, 1):
            button = RailButton(entry, self)
            button.clicked.connect(lambda _checked=False, name=entry.name: self.chosen.emit(name))
            QShortcut(QKeySequence(f"Alt+{number}"), self, button.click)
            button.setToolTip(f"{entry.title}(Alt+{number})")
            group.addButton(button)
            column.addWidget(button)
            self._buttons[entry.name] = button
        column.addStretch(1)

    def add_below(self, widget: QWidget) -> None:
        """Put something at the foot of the rail."""
        self._column.addWidget(widget)

    def check(self, name: str) -> None:
        """Mark the room that is shown."""
        self._buttons[name].setChecked(True)

    def show_count(self, name: str, count: int) -> None:
        """Change what waits in a room; rooms that are not here are passed over."""
        if name in self._buttons:
            self._buttons[name].show_count(count)

    def button(self, name: str) -> RailButton:
        """The line of a room."""
        return self._buttons[name]


def _short(count: int) -> str:
    return str(count) if count < 10_000 else f"{count / 10_000:.1f}万"

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
STACKED_PIXELS, LEAST_STACKED_PIXELS = 54, 46
"""Height of a line with the word below the icon, and the least at which there is room for both."""

SMALLER = 0.8


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
        self._is_narrow = False
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

    def be_narrow(self, is_narrow: bool) -> None:
        """Show the word below the icon, or beside it."""
        self._is_narrow = is_narrow
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """Room for the icon, the word and a count of four digits; the word alone below the icon."""
        metrics = QFontMetrics(theme.bold(self.font()))
        if self._is_narrow:
            width = metrics.horizontalAdvance(self.text()) + 4 * SPACE
            return QSize(width, theme.scaled(STACKED_PIXELS))
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
        if self._is_narrow:
            self._paint_stacked(painter, box)
        else:
            self._paint_beside(painter, box)
        painter.end()

    def _paint_beside(self, painter: QPainter, box: QRectF) -> None:
        """Icon, word and count in a line."""
        self._paint_icon(painter, box.left() + 2 * SPACE, box.center().y() - ICON / 2 + 1)
        words = box.adjusted(ICON + 4 * SPACE, 0, -2 * SPACE, 0)
        self._paint_word(painter, words, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft)
        self._paint_count(painter, words, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight)

    def _paint_stacked(self, painter: QPainter, box: QRectF) -> None:
        """The word below the icon, the count in the corner; the word alone where the window is too low."""
        has_icon = self.height() >= theme.scaled(LEAST_STACKED_PIXELS)
        if has_icon:
            self._paint_icon(painter, box.center().x() - ICON / 2, box.top() + SPACE)
        middle = Qt.AlignmentFlag.AlignHCenter
        words = box.adjusted(0, 0, 0, -SPACE / 2)
        self._paint_word(
            painter,
            words,
            middle | (Qt.AlignmentFlag.AlignBottom if has_icon else Qt.AlignmentFlag.AlignVCenter),
        )
        if has_icon:
            corner = QRectF(box.center().x() + ICON / 2, box.top(), box.width() / 2, box.height())
            self._paint_count(painter, corner, Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)

    def _paint_icon(self, painter: QPainter, left: float, top: float) -> None:
        tokens = theme.current()
        ratio = self.devicePixelRatioF()
        ink = tokens.accent if self.isChecked() else tokens.muted
        picture = icons.pixmap(self.entry.icon, ink, round(ICON * ratio))
        picture.setDevicePixelRatio(ratio)
        painter.drawPixmap(int(left), int(top), picture)

    def _paint_word(self, painter: QPainter, box: QRectF, flags: Qt.AlignmentFlag) -> None:
        tokens = theme.current()
        painter.setFont(theme.bold(self.font()) if self.isChecked() else self.font())
        painter.setPen(QColor(tokens.accent if self.isChecked() else tokens.text))
        painter.drawText(box, flags, self.text())

    def _paint_count(self, painter: QPainter, box: QRectF, flags: Qt.AlignmentFlag) -> None:
        if self._count:
            painter.setFont(_small(self.font()) if self._is_narrow else self.font())
            painter.setPen(QColor(theme.current().muted))
            painter.drawText(box, flags, _short(self._count))


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

    def be_narrow(self, is_narrow: bool) -> None:
        """Leave more of a narrow window to the rooms."""
        for button in self._buttons.values():
            button.be_narrow(is_narrow)

    def check(self, name: str) -> None:
        """Mark the room that is shown; Tab stops at it, the arrows lead to the others."""
        self._buttons[name].setChecked(True)
        for each, button in self._buttons.items():
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus if each == name else Qt.FocusPolicy.NoFocus)

    def show_count(self, name: str, count: int) -> None:
        """Change what waits in a room; rooms that are not here are passed over."""
        if name in self._buttons:
            self._buttons[name].show_count(count)

    def button(self, name: str) -> RailButton:
        """The line of a room."""
        return self._buttons[name]


def _small(font: QFont) -> QFont:
    made = QFont(font)
    made.setPointSizeF(font.pointSizeF() * SMALLER)
    return made


def _short(count: int) -> str:
    return str(count) if count < 10_000 else f"{count / 10_000:.1f}万"

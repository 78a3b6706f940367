"""A row of parts that goes on in the next line where the window is too narrow for it."""

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QLayout, QLayoutItem, QWidget, QWidgetItem


class Flow(QLayout):
    """Parts side by side, each as wide as it wants to be; what stands behind ``None`` keeps to the right edge.

    Beside :func:`~app.ui.widgets.layout.row` this is for rows that are wider than a small or enlarged screen.
    """

    def __init__(self, *parts: QWidget | None, spacing: int = 8) -> None:
        super().__init__()
        self._items: list[QLayoutItem] = []
        self._heights: dict[int, int] = {}
        self._left_count = parts.index(None) if None in parts else len(parts)
        self.setContentsMargins(0, 0, 0, 0)
        self.setSpacing(spacing)
        for part in parts:
            if part is not None:
                self.addWidget(part)

    def add_left(self, part: QWidget) -> None:
        """Put a part behind those at the left."""
        self.addChildWidget(part)
        self._items.insert(self._left_count, QWidgetItem(part))
        self._left_count += 1
        self.invalidate()

    def addItem(self, item: QLayoutItem) -> None:
        """Put a part at the end."""
        self._items.append(item)

    def count(self) -> int:
        """How many parts there are."""
        return len(self._items)

    def itemAt(self, number: int) -> QLayoutItem | None:
        """One of the parts, nothing beyond the last."""
        return self._items[number] if 0 <= number < len(self._items) else None

    def takeAt(self, number: int) -> QLayoutItem | None:  # type: ignore[override]
        """Take a part away."""
        return self._items.pop(number) if 0 <= number < len(self._items) else None

    def expandingDirections(self) -> Qt.Orientation:
        """It asks for no more room than its parts."""
        return Qt.Orientation(0)

    def hasHeightForWidth(self) -> bool:
        """The narrower it is, the more lines it has."""
        return True

    def heightForWidth(self, width: int) -> int:
        """The height of all lines; Qt asks for the same one many times before it lays out."""
        if width not in self._heights:
            self._heights[width] = self._arrange(QRect(0, 0, width, 0), is_trial=True)
        return self._heights[width]

    def invalidate(self) -> None:
        """A part wants another size, came or went."""
        self._heights.clear()
        super().invalidate()

    def setGeometry(self, place: QRect) -> None:
        """Put the parts in their places."""
        super().setGeometry(place)
        self._arrange(place, is_trial=False)

    def sizeHint(self) -> QSize:
        """All parts in one line."""
        sizes = [item.sizeHint() for item in self._shown()]
        width = sum(size.width() + self.spacing() for size in sizes) - self.spacing()
        return self._with_margins(QSize(max(0, width), max((size.height() for size in sizes), default=0)))

    def minimumSize(self) -> QSize:
        """Room for the widest part."""
        sizes = [item.minimumSize() for item in self._shown()]
        width = max((size.width() for size in sizes), default=0)
        return self._with_margins(QSize(width, max((size.height() for size in sizes), default=0)))

    def _with_margins(self, size: QSize) -> QSize:
        around = self.contentsMargins()
        return size + QSize(around.left() + around.right(), around.top() + around.bottom())

    def _shown(self) -> list[QLayoutItem]:
        return [item for item in self._items if not item.isEmpty()]

    def _arrange(self, place: QRect, *, is_trial: bool) -> int:
        """Lay out line by line; answers the height of all."""
        around = self.contentsMargins()
        room = place.marginsRemoved(around)
        top = room.top()
        for line in self._lines(room.width()):
            height = max(item.sizeHint().height() for item in line)
            if not is_trial:
                self._place(line, QRect(room.left(), top, room.width(), height))
            top += height + self.spacing()
        return max(0, top - self.spacing() - room.top()) + around.top() + around.bottom()

    def _lines(self, room: int) -> list[list[QLayoutItem]]:
        lines: list[list[QLayoutItem]] = []
        used = 0
        for item in self._shown():
            width = item.sizeHint().width()
            if not lines or used + width > room:
                lines.append([])
                used = 0
            lines[-1].append(item)
            used += width + self.spacing()
        return lines

    def _place(self, line: list[QLayoutItem], room: QRect) -> None:
        """One line; the first that keeps to the right, and all that follow it, end at the edge."""
        used = sum(item.sizeHint().width() + self.spacing() for item in line) - self.spacing()
        gap, left = max(0, room.width() - used), room.left()
        for item in line:
            if gap and self._items.index(item) >= self._left_count:
                left, gap = left + gap, 0
            size = item.sizeHint().boundedTo(room.size())
            item.setGeometry(QRect(QPoint(left, room.top() + (room.height() - size.height()) // 2), size))
            left += size.width() + self.spacing()

"""Panes side by side that stand where the user left them, or one below the other where there is no room."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QSize, Qt, QTimer
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QSplitter, QWidget

from app.ui import theme
from app.ui.memory import Memory
from app.ui.widgets.layout import height_needed

PANE_STEP = 24
"""Pixels before the zoom by which one key moves the edge between two panes."""
PANES_HEIGHT = 340
"""Where a screen has less for the panes of a room, the room scrolls."""
STACKED_HEIGHT = 280
"""The least height of a pane that stands above or below others, in pixels before the zoom."""


class RememberingSplitter(QSplitter):
    """A splitter that stands where the user left it.

    Where there is no room for all panes side by side, as on a small screen with everything enlarged, they stand one
    below the other until there is: a page is read down, and nothing has to be looked for beside it.
    """

    def __init__(self, memory: Memory, key: str, parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._memory = memory
        self._key = f"splitter/{key}"
        self._planned: Sequence[int] = ()
        self._grow: Sequence[int] = ()
        self._plan: tuple[Sequence[int], Sequence[int]] = ((), ())
        self._beside: Sequence[int] = ()
        self._needed: int | None = None
        self._heights: dict[tuple[int, ...], int] = {}
        self.setChildrenCollapsible(False)
        self.setHandleWidth(8)
        policy = self.sizePolicy()
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.splitterMoved.connect(self._keep)

    def recall(self, otherwise: list[int], grow: Sequence[int] = ()) -> None:
        """Put the panes where they stood, or share the width as ``otherwise`` says.

        ``grow``: until a person moves them, how the panes share what a large window has beyond ``otherwise``;
        without it all grow alike.
        """
        self._plan = (otherwise, grow)
        state = self._memory.state(self._key)
        if state is None or not self.restoreState(state):
            self.setSizes(otherwise)
            self._planned, self._grow = otherwise, grow

    def restore(self) -> None:
        """Share the width as planned; what a person did is forgotten."""
        self._memory.put(self._key, "")
        self._planned, self._grow = self._plan
        self.setSizes(list(self._planned))
        self._share()

    @property
    def is_stacked(self) -> bool:
        """Whether the panes stand one below the other."""
        return self.orientation() is Qt.Orientation.Vertical

    def widen(self, pane: int, steps: int) -> None:
        """Make a pane wider, or narrower by a negative number of steps, at the cost of the next one; higher or
        lower where they are stacked.
        """
        shown = [place for place in range(self.count()) if self.widget(place).isVisible()]
        after = [place for place in shown if place > pane]
        if len(shown) > 1:
            edge, way = (after[0], 1) if after else (pane, -1)
            handle = self.handle(edge)
            place = handle.y() if self.is_stacked else handle.x()
            self.moveSplitter(place + way * steps * theme.scaled(PANE_STEP), edge)

    def pane_with(self, part: QWidget | None) -> int:
        """The pane in which a part stands; the first for what stands elsewhere."""
        around = (place for place in range(self.count()) if part and self.widget(place).isAncestorOf(part))
        return next(around, 0)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """A large window gives its room to those who can use it, a narrow one has the panes stacked."""
        self._stand()
        super().resizeEvent(event)
        self._share()

    def showEvent(self, event: QShowEvent) -> None:
        """Nobody sees how the panes stand before."""
        super().showEvent(event)
        self._needed = None
        self._stand()

    def minimumSizeHint(self) -> QSize:
        """As narrow as the widest pane alone, for then they are stacked."""
        return QSize(max(map(_least_width, self._shown()), default=0), super().minimumSizeHint().height())

    def _shown(self) -> list[QWidget]:
        panes = (self.widget(place) for place in range(self.count()))
        return [pane for pane in panes if not pane.isHidden()]

    def _has_room(self, width: int) -> bool:
        """Whether all panes find room side by side."""
        if self._needed is None:
            shown = self._shown()
            self._needed = sum(map(_least_width, shown)) + self.handleWidth() * (len(shown) - 1)
        return self._needed <= width

    def _heights_at(self, width: int) -> list[int]:
        """How high the panes have to be one below the other."""
        least = theme.scaled(STACKED_HEIGHT)
        return [max(least, height_needed(pane, width)) for pane in self._shown()]

    def _stand(self) -> None:
        """Side by side where that is possible, else one below the other."""
        is_wide = self._has_room(self.width())
        if is_wide is not self.is_stacked or not self.isVisible():
            return
        if not is_wide:
            self._beside = self.sizes()
        self.setOrientation(Qt.Orientation.Horizontal if is_wide else Qt.Orientation.Vertical)
        state = self._memory.state(self._key)
        if not is_wide:
            self.setSizes(self._heights_at(self.width()))
        elif state is None or not self.restoreState(state):
            self.setSizes(list(self._planned))
        QTimer.singleShot(0, self, self._forget_heights)

    def _forget_heights(self) -> None:
        """Ask the panes anew, which know their widths now."""
        self._heights.clear()
        self.updateGeometry()

    def _share(self) -> None:
        extra = self.width() - sum(self._planned)
        if self._grow and extra > 0 and not self.is_stacked:
            shares = zip(self._planned, self._grow, strict=True)
            self.setSizes([width + extra * share // sum(self._grow) for width, share in shares])

    def sizeHint(self) -> QSize:
        """High enough for its heads to wrap and a few lines below them; it has what a room leaves beyond that."""
        least = max(self.minimumSizeHint().height(), theme.scaled(PANES_HEIGHT))
        return QSize(super().sizeHint().width(), least)

    def heightForWidth(self, width: int) -> int:
        """What the highest pane needs at the width it has, or all of them stacked; Qt would forget that narrow
        sentences wrap.
        """
        if not self._has_room(width):
            heights = self._heights_at(width)
            return sum(heights) + self.handleWidth() * (len(heights) - 1)
        widths = tuple(self._widths_in(width))
        if widths not in self._heights:
            shown = [(self.widget(place), wide) for place, wide in enumerate(widths) if wide]
            needed = (height_needed(pane, wide) for pane, wide in shown)
            self._heights[widths] = max([self.sizeHint().height(), *needed])
        return self._heights[widths]

    def event(self, event: QEvent) -> bool:
        """Forget what was worked out when something in a pane changes."""
        if event.type() == QEvent.Type.LayoutRequest:
            self._heights.clear()
            self._needed = None
            self._stand()
        return super().event(event)

    def _widths_in(self, width: int) -> list[int]:
        """How wide the panes would be; those that are hidden have no width."""
        sizes = self._beside if self.is_stacked else self.sizes()
        return [size * width // max(1, sum(sizes)) for size in sizes]

    def _keep(self, _position: int, _index: int) -> None:
        if self.is_stacked:
            return
        self._grow = ()
        self._memory.put(self._key, self.saveState())


def _least_width(pane: QWidget) -> int:
    """As narrow as a pane may become; what was set goes before what stands in it."""
    return pane.minimumWidth() or pane.minimumSizeHint().width()

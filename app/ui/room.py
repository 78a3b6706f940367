"""The base of every screen: refreshes when its topics change and it is looked at."""

from collections.abc import Callable, Iterator
from typing import ClassVar, TypeVar

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QProgressBar, QVBoxLayout, QWidget

from app.errors import AppError
from app.progress import Progress, Step
from app.store.catalogue import Reading
from app.ui.desk import Desk, Destination, RoomName, Topic
from app.ui.language import tr
from app.ui.tasks import Task

T = TypeVar("T")
MILLISECONDS_BEFORE_BUSY = 300


class BusyLine(QProgressBar):
    """A quiet line at the top of a screen, seen only when an answer takes longer than 300 ms."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setRange(0, 0)
        self.setTextVisible(False)
        self.setAccessibleName(tr("正在读取"))
        policy = self.sizePolicy()
        policy.setRetainSizeWhenHidden(True)
        self.setSizePolicy(policy)
        self.hide()
        self._waiting = 0
        self._timer = QTimer(self, singleShot=True, interval=MILLISECONDS_BEFORE_BUSY)
        self._timer.timeout.connect(self.show)

    def begin(self) -> None:
        """Something was asked for."""
        self._waiting += 1
        if not self._timer.isActive():
            self._timer.start()

    def end(self) -> None:
        """An answer came, or is no longer wanted."""
        self._waiting = max(0, self._waiting - 1)
        if not self._waiting:
            self._timer.stop()
            self.hide()


class Room(QWidget):
    """A screen in the main window. Subclasses build their view into :attr:`body`."""

    NAME: ClassVar[RoomName]
    TOPICS: ClassVar[frozenset[Topic]] = frozenset()

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.desk = desk
        self.setObjectName(f"room-{self.NAME}")
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self._busy = BusyLine(self)
        self.body = QVBoxLayout()
        self.body.setContentsMargins(0, 0, 0, 0)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._busy)
        column.addLayout(self.body, 1)
        self._is_stale = True
        desk.changed.connect(self._on_changed)
        desk.person_changed.connect(self._on_person)

    def later_parts(self) -> Iterator[Callable[[], object]]:
        """Makes parts that the constructor leaves out, each in a turn of its own, before the room is entered."""
        yield from ()

    def refresh(self) -> None:
        """Read anew what the screen shows; called when it is shown and something changed."""

    def arrive(self, destination: Destination) -> None:
        """Show what another room asked for."""

    def mark_stale(self) -> None:
        """Refresh now if the screen is looked at, otherwise as soon as it is."""
        if self.isVisible():
            self._is_stale = False
            self.refresh()
        else:
            self._is_stale = True

    def query(self, read: Callable[[Reading], T], on_success: Callable[[T], None]) -> Task:
        """Read from the catalogue without blocking; the quiet line shows when it takes long."""

        def work(_progress: Progress) -> T:
            with self.desk.catalogue.read() as connection:
                return read(connection)

        return self.read(work, on_success)

    def read(self, work: Callable[[Progress], T], on_success: Callable[[T], None]) -> Task:
        """Run work that only reads; the quiet line shows when it takes long."""
        self._busy.begin()
        return self.desk.runner.read(
            work, self, on_success, on_failure=self.desk.failed.emit, on_end=self._busy.end
        )

    def write(
        self,
        work: Callable[[Progress], T],
        on_success: Callable[[T], None],
        *,
        title: str = "",
        on_failure: Callable[[AppError], None] | None = None,
        on_progress: Callable[[Step], None] | None = None,
        on_end: Callable[[], None] | None = None,
    ) -> Task:
        """Run a use case; ``title`` is what the status bar says when it takes longer than 2 s."""
        return self.desk.runner.write(
            work,
            self,
            on_success,
            on_failure=on_failure or self.desk.failed.emit,
            on_progress=on_progress,
            on_end=on_end,
            title=title,
        )

    def drop(self, task: Task | None) -> None:
        """The answer to an earlier :meth:`query` is no longer wanted."""
        if task is not None and not task.is_dropped and task in self.desk.runner.tasks:
            task.drop()
            self._busy.end()

    def showEvent(self, event: QShowEvent) -> None:
        """Bring the screen up to date when it comes into view."""
        super().showEvent(event)
        if self._is_stale:
            self._is_stale = False
            self.refresh()

    def _on_changed(self, topics: frozenset[Topic]) -> None:
        if topics & self.TOPICS:
            self.mark_stale()

    def _on_person(self, _name: str) -> None:
        if Topic.PEOPLE in self.TOPICS:
            self.mark_stale()

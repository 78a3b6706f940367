"""When Python searches for garbage: what takes long, only while nobody works.

Nearly everything is freed as soon as nobody refers to it. What refers to itself in a circle is found only by a search
of all objects, on whichever thread has just made one, and every other thread waits for it. A search of what is young
takes a millisecond or two. One of everything that a window with its libraries holds takes a tenth of a second, and
finds next to nothing there. So what stands once the rooms are put together is left out; what has come since and grown
old is searched in moments of rest, everything while the person is away.
"""

import gc
import time
from enum import Enum

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QWidget

MILLISECONDS_OF_STARTING = 2_000
MILLISECONDS_BETWEEN_LOOKS = 1_000

SECONDS_OF_REST = 2.0
"""Without a key or a movement of the mouse, as someone reads."""
SECONDS_OF_ABSENCE = 60.0

ENOUGH_TO_SEARCH = 4
"""So many lots of about 7,000 objects each have grown old; fewer are not worth a search."""
ENOUGH_TO_SEARCH_ALL = 200
MOST_UNSEARCHED = 30
"""After so many Python searches what has grown old by itself, where nobody rests for hundreds of documents."""

_INPUT = frozenset(
    {
        QEvent.Type.KeyPress,
        QEvent.Type.MouseButtonPress,
        QEvent.Type.MouseMove,
        QEvent.Type.Wheel,
        QEvent.Type.TouchBegin,
    }
)


class Search(Enum):
    """What is searched now."""

    NOTHING = "nothing"
    OLD = "old"
    EVERYTHING = "everything"


def search_due(quiet: float, *, is_away: bool, old: int, since_everything: int) -> Search:
    """What may be searched at this moment.

    Args:
        quiet: seconds since the last key or movement of the mouse.
        is_away: the window is minimised, or another program has the person's attention.
        old: how many lots of objects grew old since they were searched.
        since_everything: the same since everything was.
    """
    if quiet < SECONDS_OF_REST:
        return Search.NOTHING
    if since_everything >= ENOUGH_TO_SEARCH_ALL and (is_away or quiet >= SECONDS_OF_ABSENCE):
        return Search.EVERYTHING
    return Search.OLD if old >= ENOUGH_TO_SEARCH else Search.NOTHING


def rest_while_starting() -> None:
    """Search nothing while the program starts: what it imports stays, and a twelfth of the start would go into it.
    Later only the young are searched by themselves.
    """
    young, middle, _old = gc.get_threshold()
    gc.set_threshold(young, middle, MOST_UNSEARCHED)
    gc.disable()
    QTimer.singleShot(MILLISECONDS_OF_STARTING, _go_on)


def _go_on() -> None:
    gc.freeze()  # the first search of the young would go through all that was made at the start
    gc.enable()


class Tidier(QObject):
    """Leaves out of every search what stands when it is made, and searches the rest while nobody works in a window."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        gc.freeze()
        self._window = window
        self._touched_at = time.monotonic()
        self._since_everything = (
            ENOUGH_TO_SEARCH_ALL  # an earlier window's rooms may lie among what is left out
        )
        window.windowHandle().installEventFilter(self)
        timer = QTimer(self, interval=MILLISECONDS_BETWEEN_LOOKS)
        timer.timeout.connect(self.look)
        timer.start()

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Note that the person does something; one window sees every key and movement once."""
        if event.type() in _INPUT:
            self._touched_at = time.monotonic()
        return False

    def look(self) -> None:
        """Search what may be searched now."""
        old = gc.get_count()[2]
        due = search_due(
            self._quiet(), is_away=self._is_away(), old=old, since_everything=self._since_everything + old
        )
        if due is Search.NOTHING:
            return
        self._since_everything += old
        if due is Search.EVERYTHING:
            gc.unfreeze()
            self._since_everything = 0
        gc.collect()
        if due is Search.EVERYTHING:
            gc.freeze()

    def _quiet(self) -> float:
        """Seconds since the last input; none while a dialog or a menu, which has windows of its own, is open."""
        is_elsewhere = QApplication.activeModalWidget() or QApplication.activePopupWidget()
        return 0.0 if is_elsewhere and not self._is_away() else time.monotonic() - self._touched_at

    def _is_away(self) -> bool:
        state = QGuiApplication.applicationState()
        return self._window.isMinimized() or state is not Qt.ApplicationState.ApplicationActive

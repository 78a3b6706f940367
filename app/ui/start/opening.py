"""What needs a catalogue: opening and restoring one, and the window around it.

The start screen stands before this is imported, and imports it on a background thread while it is looked at:
the library of the store takes longer to load than everything that the start screen shows.
"""

from functools import partial
from itertools import chain

from PySide6.QtCore import QObject, QTimer

from app.store.restore import Restored, restore
from app.ui import rooms
from app.ui.desk import Desk
from app.ui.garbage import Tidier
from app.ui.main_window import MainWindow
from app.ui.memory import Memory
from app.ui.tasks import Runner
from app.ui.turns import Act
from app.wiring import Session, open_session

MILLISECONDS_BEFORE_WARMING = 1_000

__all__ = ["Restored", "open_session", "restore", "window_of"]


def window_of(session: Session, memory: Memory, parent: QObject) -> MainWindow:
    """The window of an open catalogue; its rooms are imported and put together soon after it stands."""
    desk = Desk(session, Runner(parent), memory, parent)
    window = MainWindow(desk, rooms.plans())
    acts = chain[Act](window.prepare(), (partial(Tidier, window),))
    QTimer.singleShot(
        MILLISECONDS_BEFORE_WARMING, window, lambda: rooms.warm_up(desk, then=acts, window=window)
    )
    return window

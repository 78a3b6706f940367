"""What needs a catalogue: opening, making and restoring one, and the window around it.

The start screen stands before this is imported, and imports it on a background thread while it is looked at:
the library of the store takes longer to load than everything that the start screen shows.
"""

from PySide6.QtCore import QObject, QTimer

from app.domain.people import PersonRole
from app.inventory.office import change_office, names_from_lines, series_from_text
from app.review import people
from app.store.catalogue import create_catalogue
from app.store.restore import Restored, restore
from app.ui import rooms
from app.ui.desk import Desk
from app.ui.main_window import MainWindow
from app.ui.memory import Memory
from app.ui.start.new_catalogue import NewCatalogue
from app.ui.tasks import Runner
from app.wiring import Session, open_session

MILLISECONDS_BEFORE_WARMING = 1_000

__all__ = ["Restored", "make", "open_session", "restore", "window_of"]


def make(wish: NewCatalogue) -> None:
    """Make a catalogue with its first people.

    Raises:
        AppError: the folder cannot be used, or a former name or a code cannot be read.
    """
    former, series = names_from_lines(wish.former_names), series_from_text(wish.series)
    by = wish.reviewer
    with create_catalogue(wish.folder, office=wish.office, fonds_code=wish.fonds_code, by=by) as made:
        change_office(made, former=former, series=series, by=by)
        people.add_person(made, wish.reviewer, [PersonRole.REVIEWER], by=by)
        if wish.approver:
            people.add_person(made, wish.approver, [PersonRole.APPROVER], by=by)


def window_of(session: Session, memory: Memory, parent: QObject) -> MainWindow:
    """The window of an open catalogue; its rooms are imported and put together soon after it stands."""
    desk = Desk(session, Runner(parent), memory, parent)
    window = MainWindow(desk, rooms.plans())
    QTimer.singleShot(MILLISECONDS_BEFORE_WARMING, desk, lambda: rooms.warm_up(desk, then=window.prepare()))
    return window

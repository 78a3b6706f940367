"""What all rooms share: the open catalogue, the person, the runner, notices and memory.

Rooms never call each other. A write tells the desk which topics it changed; every open room decides
for itself whether to refresh. A room that wants to show something elsewhere asks for a destination.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import TypeVar

from PySide6.QtCore import QObject, Signal

from app.errors import AppError
from app.progress import Progress
from app.store.catalogue import Catalogue, Reading
from app.ui.memory import Memory
from app.ui.tasks import Runner, Task
from app.wiring import Session

T = TypeVar("T")


class RoomName(StrEnum):
    """The rooms in the order of the rail."""

    OVERVIEW = "overview"
    INGEST = "ingest"
    DOCUMENTS = "documents"
    REVIEW = "review"
    TRANSFER = "transfer"
    REGISTERS = "registers"
    AUDIT = "audit"
    SETTINGS = "settings"


class Topic(StrEnum):
    """What a write can change."""

    FILES = "files"
    DOCUMENTS = "documents"
    DECISIONS = "decisions"
    TRANSFERS = "transfers"
    PEOPLE = "people"
    SETTINGS = "settings"


EVERYTHING = frozenset(Topic)


@dataclass(frozen=True, slots=True)
class Destination:
    """A place to go: a room, with a query and facet values to show there or a document to open."""

    room: RoomName
    query: str = ""
    document: int | None = None
    facets: Mapping[str, str] = field(default_factory=dict)


class Desk(QObject):
    """One open catalogue and who works on it.

    ``changed`` carries a frozenset of :class:`Topic`, ``wanted`` a :class:`Destination`, ``told`` a
    sentence and an advice, ``failed`` an :class:`AppError`, ``look_wanted`` what of the looks and which,
    ``restore_wanted`` the path of a backup and who restores it; ``closing`` comes before the window goes.
    """

    changed = Signal(object)
    person_changed = Signal(str)
    wanted = Signal(object)
    told = Signal(str, str)
    failed = Signal(object)
    look_wanted = Signal(str, object)
    restore_wanted = Signal(object, str)
    closing = Signal()

    def __init__(
        self, session: Session, runner: Runner, memory: Memory, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self.session = session
        self.runner = runner
        self.memory = memory
        self._person = memory.text(self._person_key)

    @property
    def catalogue(self) -> Catalogue:
        """The open catalogue."""
        return self.session.catalogue

    @property
    def person(self) -> str:
        """The acting person's name, empty when nobody has been chosen."""
        return self._person

    def choose_person(self, name: str) -> None:
        """Let another person act from now on."""
        self._person = name
        self.memory.put(self._person_key, name)
        self.person_changed.emit(name)

    def require_person(self) -> str:
        """The acting person's name.

        Raises:
            AppError: nobody has been chosen.
        """
        if not self._person:
            raise AppError("还没有选择经办人。", "请在左下角选择您的姓名，或在“设置”里先登记人员。")
        return self._person

    def query(self, read: Callable[[Reading], T], owner: QObject, on_success: Callable[[T], None]) -> Task:
        """Read from the catalogue on a reader thread and hand the result to ``owner``."""

        def work(_progress: Progress) -> T:
            with self.catalogue.read() as connection:
                return read(connection)

        return self.runner.read(work, owner, on_success, on_failure=self.failed.emit)

    def act(
        self,
        act: Callable[[str, Progress], T],
        owner: QObject,
        on_success: Callable[[T], None],
        *,
        on_failure: Callable[[AppError], None] | None = None,
        title: str = "",
    ) -> None:
        """Run a use case on a writer thread in the acting person's name; refused when nobody has been chosen."""
        refuse = on_failure or self.failed.emit
        try:
            by = self.require_person()
        except AppError as error:
            refuse(error)
            return
        self.runner.write(
            lambda progress: act(by, progress), owner, on_success, on_failure=refuse, title=title
        )

    def go(
        self,
        room: RoomName,
        *,
        query: str = "",
        document: int | None = None,
        facets: Mapping[str, str] | None = None,
    ) -> None:
        """Ask the window to show a room, its list narrowed to these facet values."""
        self.wanted.emit(Destination(room, query, document, facets or {}))

    @property
    def _person_key(self) -> str:
        return f"person/{self.catalogue.folder}"

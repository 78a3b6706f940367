"""Records that were read or will probably be wanted next, so that the next document is there at once."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject, Signal

from app.ui.desk import Desk, Topic
from app.ui.reader.record import Record, load
from app.ui.tasks import Task

MOST_RECORDS = 24
READ_AHEAD = 3
STALE_AFTER = frozenset({Topic.FILES, Topic.DOCUMENTS, Topic.DECISIONS})


class RecordCache(QObject):
    """Gives out records; ``arrived`` carries the one that was wanted last."""

    arrived = Signal(object)

    def __init__(self, desk: Desk, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._records: dict[int, Record] = {}
        self._wanted: int | None = None
        self._tasks: dict[int, Task] = {}
        self._edition = 0
        desk.changed.connect(self._on_changed)

    @property
    def known(self) -> frozenset[int]:
        """The documents whose records are here."""
        return frozenset(self._records)

    @property
    def edition(self) -> int:
        """Another one each time that what was read before is stale."""
        return self._edition

    def keep(self, record: Record, edition: int) -> None:
        """A record that was read together with something else, when this edition was asked for."""
        if edition == self._edition:
            self._put(record)

    def want(self, document_id: int) -> None:
        """Give out a record, at once if it is here."""
        self._wanted = document_id
        if document_id in self._records:
            self.arrived.emit(self._records[document_id])
        else:
            self._read(document_id)

    def read_ahead(self, document_ids: Sequence[int]) -> None:
        """Read records that will probably be wanted next."""
        for document_id in document_ids[:READ_AHEAD]:
            if document_id not in self._records:
                self._read(document_id)

    def _read(self, document_id: int) -> None:
        if document_id in self._tasks:
            return
        self._tasks[document_id] = self._desk.query(
            lambda connection: load(connection, document_id), self, self._keeper(document_id)
        )

    def _keeper(self, document_id: int) -> Callable[[Record], None]:
        def keep(record: Record) -> None:
            self._tasks.pop(document_id, None)
            self._put(record)
            if document_id == self._wanted:
                self.arrived.emit(record)

        return keep

    def _put(self, record: Record) -> None:
        while len(self._records) >= MOST_RECORDS:
            del self._records[next(iter(self._records))]
        self._records[record.row.id] = record

    def _on_changed(self, topics: frozenset[Topic]) -> None:
        if not topics & STALE_AFTER:
            return
        self._edition += 1
        for task in self._tasks.values():
            task.drop()
        self._tasks.clear()
        self._records.clear()

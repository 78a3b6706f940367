"""复审: a queue worked through with single keys; the second person approves beside it."""

import time
from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QListWidget, QPlainTextEdit, QWidget

from app.domain.disclosure import DisclosureAttribute
from app.domain.review import Decision, ReviewState
from app.review import flag
from app.store import queries
from app.store.catalogue import Reading
from app.store.queries import DocumentFilter
from app.ui import basis
from app.ui.desk import Desk, Destination, RoomName, Topic
from app.ui.documents.listing import Wish, list_documents
from app.ui.language import tr
from app.ui.reader.cache import RecordCache
from app.ui.reader.decision import suggested_decision
from app.ui.reader.record import Record
from app.ui.reader.work import DocumentWork
from app.ui.review.batch import BatchWork
from app.ui.review.group import GroupWork
from app.ui.review.jobs import JobsWork
from app.ui.review.keys import Command, remembered_keys
from app.ui.review.legend import Legend
from app.ui.review.pace import Pace
from app.ui.review.table_model import queue_model
from app.ui.review.view import ReviewView
from app.ui.room import Room
from app.ui.tasks import Task

ATTRIBUTES = {
    Command.PROACTIVE: DisclosureAttribute.PROACTIVE,
    Command.ON_REQUEST: DisclosureAttribute.ON_REQUEST,
    Command.WITHHELD: DisclosureAttribute.WITHHELD,
}
MILLISECONDS_BEFORE_READING = 15


@dataclass(frozen=True, slots=True)
class Queue:
    """A queue as it stood when it was read; it does not shrink under the reader's eyes."""

    ids: tuple[int, ...]
    counts: dict[str, int]
    mistake: str = ""


class ReviewScreen(Room):
    """The review desk."""

    NAME = RoomName.REVIEW
    TOPICS = frozenset({Topic.FILES, Topic.DOCUMENTS, Topic.DECISIONS})

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self.view = ReviewView(desk, self)
        self.body.addWidget(self.view)
        self.model = queue_model(desk, self)
        self.view.table.show_model(self.model)
        self.records = RecordCache(desk, self)
        self.work = DocumentWork(self, self.view.reader, self.view.card)
        self.batch = BatchWork(self, self.view.table)
        self.groups = GroupWork(self)
        self.jobs = JobsWork(self)
        self.work.show_titles(basis.titles(date.today()))  # noqa: DTZ011 - the law of this place's day
        self.keys = remembered_keys(desk.memory)
        self.pace = Pace()
        self._task: Task | None = None
        self._decided: list[tuple[Record, Decision]] = []
        self._undone: list[tuple[Record, Decision]] = []
        self._in_sitting: set[int] = set()
        self._is_ours = False
        self._stand_on: int | None = None
        self._reading = QTimer(self, singleShot=True, interval=MILLISECONDS_BEFORE_READING)
        self._connect()

    def refresh(self) -> None:
        """Read the queue anew, unless it was our own decision that changed it."""
        if self._is_ours:
            self._is_ours = False
            self.model.refresh()
            self.query(_counts, self.view.show_counts)
            self._reading.start()
            return
        state, query = self.view.queue, self.view.search.text().strip()
        self.drop(self._task)
        self._task = self.query(lambda connection: read_queue(connection, state, query), self._show)

    def arrive(self, destination: Destination) -> None:
        """Stand on a document, in whichever queue it waits."""
        self._stand_on = destination.document
        if destination.document is None:
            self._choose_queue(ReviewState(destination.facets.get("review_state", self.view.queue)))
            return
        wanted = destination.document
        self.query(
            lambda connection: queries.document_row(connection, wanted).review_state, self._choose_queue
        )

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Catch the desk's keys before lists and panes use them for themselves."""
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            return self.obey(event, is_typing=isinstance(watched, QLineEdit | QPlainTextEdit))
        return super().eventFilter(watched, event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Obey keys that nobody else took."""
        if not self.obey(event, is_typing=False):
            super().keyPressEvent(event)

    def obey(self, event: QKeyEvent, *, is_typing: bool) -> bool:
        """Do what a key means; whether it meant anything. In a text field only Ctrl and function keys do."""
        command = self.keys.command(event)
        if command is None or (is_typing and event.text().strip()):
            return False
        if is_typing and command in {Command.ACCEPT, Command.NEXT, Command.PREVIOUS}:
            return False
        self.do(command)
        return True

    def do(self, command: Command) -> None:
        """Carry a command out."""
        if command in ATTRIBUTES:
            self._choose(ATTRIBUTES[command])
            return
        acts = {
            Command.FLAG: self._flag,
            Command.ACCEPT: self.work.accept_suggestion,
            Command.SUBMIT: self.view.card.decision.form.send,
            Command.SAME: self._same,
            Command.NEXT: lambda: self._step(1),
            Command.PREVIOUS: lambda: self._step(-1),
            Command.NEXT_HIT: self.view.reader.next_hit,
            Command.PREVIOUS_HIT: self.view.reader.previous_hit,
            Command.GROUP: self._decide_group,
            Command.UNDO: self._undo,
            Command.REDO: self._redo,
            Command.NOTE: self.view.card.decision.form.reason.setFocus,
            Command.SEARCH: self.view.search.setFocus,
            Command.LEGEND: self.show_legend,
        }
        acts[command]()

    def show_legend(self) -> None:
        """Show the keys; changes count at once."""
        legend = Legend(self.desk.memory, self)
        legend.accepted.connect(self._take_keys)
        legend.open()

    def _connect(self) -> None:
        view = self.view
        view.search.bind(self)
        view.search.asked.connect(lambda _query: self._read_again())
        view.queue_chosen.connect(lambda _state: self._read_again())
        view.group.clicked.connect(self._decide_group)
        view.jobs.clicked.connect(self.jobs.ask)
        view.legend.clicked.connect(self.show_legend)
        view.go_documents.clicked.connect(lambda: self.desk.go(RoomName.DOCUMENTS))
        view.table.current.connect(lambda _id: self._reading.start())
        self._reading.timeout.connect(self._read_current)
        self.records.arrived.connect(self._show_record)
        self.work.changing.connect(self._mark_ours)
        self.work.proposed.connect(self._on_proposed)
        self.work.flag_wanted.connect(lambda _record: self._flag())
        self.batch.button_text.connect(self._offer_together)
        view.together.clicked.connect(lambda: self.batch.ask(view.queue))
        for part in self._parts_with_keys():
            part.installEventFilter(self)

    def _parts_with_keys(self) -> list[QWidget]:
        form = self.view.card.decision.form
        parts: list[QWidget] = [self.view.table, self.view.reader.pane, form.basis, form.reason]
        return [*parts, self.view.search, *self.findChildren(QListWidget)]

    def _mark_ours(self) -> None:
        self._is_ours = True

    def _take_keys(self) -> None:
        self.keys = remembered_keys(self.desk.memory)

    def _choose_queue(self, state: ReviewState) -> None:
        if self.view.queue is state:
            self._read_again()
        else:
            self.view.choose_queue(state)

    def _read_again(self) -> None:
        self._in_sitting.clear()
        self.refresh()

    def _show(self, queue: Queue) -> None:
        self.view.show_counts(queue.counts)
        self.view.search.setToolTip(queue.mistake)
        self.view.table.show_ids(queue.ids)
        self.view.show_rows(len(queue.ids))
        self._tell_progress()
        place = self.model.place_of(self._stand_on) if self._stand_on is not None else None
        self._stand_on = None
        if not queue.ids:
            self.work.clear()
        elif place is not None or self.view.table.current_id is None:
            self.view.table.stand_on(place or 0)
            self.view.table.setFocus()
        else:
            self._reading.start()

    def _read_current(self) -> None:
        document = self.view.table.current_id
        if document is not None:
            self.records.want(document)

    def _show_record(self, record: Record) -> None:
        shown = self.work.record
        if shown is not None and shown.row.id == record.row.id and shown.text == record.text:
            self.work.show_again(record)
        else:
            self.work.show(record)
        place = self.model.place_of(record.row.id)
        if place is not None:
            self.records.read_ahead(self.model.ids[place + 1 : place + 4])

    def _choose(self, attribute: DisclosureAttribute) -> None:
        form = self.view.card.decision.form
        if self.work.record is not None and self.work.record.live is None:
            self.view.card.show_decision()
            form.choose(attribute)

    def _decide_group(self) -> None:
        """The form's decision, or the suggestion when nothing is chosen, for all of the same text."""
        record, form = self.work.record, self.view.card.decision.form
        if record is None or record.live is not None:
            return
        chosen = form.decision if form.attribute is not DisclosureAttribute.UNDETERMINED else None
        decision = chosen or suggested_decision(record)
        if decision is None:
            self.desk.told.emit(tr("先选公开属性，再一起定。"), "")
        else:
            self.groups.ask(record, decision)

    def _same(self) -> None:
        if self._decided and self.work.record is not None and self.work.record.live is None:
            form = self.view.card.decision.form
            form.fill(self._decided[-1][1])
            form.send()

    def _step(self, by: int) -> None:
        place = self.view.table.currentIndex().row() + by
        self.view.table.stand_on(place)

    def _on_proposed(self, record: Record, decision: Decision) -> None:
        self._decided.append((record, decision))
        self._undone.clear()
        self._count(record.row.id)
        self._step(1)
        self.view.table.setFocus()

    def _flag(self) -> None:
        record = self.work.record
        if record is None:
            return
        note = self.view.card.decision.form.reason.toPlainText().strip()
        catalogue = self.desk.catalogue

        def done(_nothing: object) -> None:
            self._count(record.row.id)
            self._step(1)

        self.work.act(lambda by: flag.flag(catalogue, record.row.uuid, by=by, note=note), done)

    def _undo(self) -> None:
        if not self._decided:
            self.desk.told.emit(tr("没有可撤回的送审。"), "")
            return
        record, decision = self._decided.pop()
        self._undone.append((record, decision))
        self._in_sitting.discard(record.row.id)
        self.work.withdraw(record)
        self._stand(record)

    def _redo(self) -> None:
        if self._undone:
            record, decision = self._undone.pop()
            self._stand(record)
            self.work.propose(record, decision)

    def _stand(self, record: Record) -> None:
        place = self.model.place_of(record.row.id)
        if place is not None:
            self.view.table.stand_on(place)
        self._tell_progress()

    def _count(self, document: int) -> None:
        self._in_sitting.add(document)
        self.pace.decided(time.monotonic())
        self._tell_progress()

    def _tell_progress(self) -> None:
        total, done = len(self.model.ids), len(self._in_sitting)
        self.view.show_progress(done, total, self.pace.seconds_for(total - done))

    def _offer_together(self, text: str) -> None:
        self.view.together.setText(text)
        self.view.together.setVisible(bool(text))


def read_queue(connection: Reading, state: ReviewState, query: str) -> Queue:
    """The documents of a state that a query finds, oldest first so that a year is worked through."""
    found = list_documents(connection, Wish(query, {"review_state": state}, queries.DocumentOrder.OLDEST))
    return Queue(found.ids, _counts(connection), found.mistake)


def _counts(connection: Reading) -> dict[str, int]:
    return dict(queries.facet(connection, "review_state", DocumentFilter()))

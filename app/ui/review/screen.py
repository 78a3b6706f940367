"""复审: a queue worked through with single keys; the second person approves beside it."""

from collections.abc import Callable
from datetime import date
from functools import partial

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QListWidget, QPlainTextEdit, QWidget

from app.domain import terms
from app.domain.disclosure import DisclosureAttribute
from app.domain.document import Applicability
from app.domain.review import ReviewState
from app.review.decide import STANDING_ROUND
from app.store import counts, queries
from app.store.catalogue import Reading
from app.store.queries import DocumentRow
from app.store.reviews import Batch
from app.ui import basis
from app.ui.desk import Desk, Destination, RoomName, Topic
from app.ui.language import tr
from app.ui.reader.cache import RecordCache
from app.ui.reader.record import Record
from app.ui.reader.work import DocumentWork
from app.ui.review.batch import BatchWork
from app.ui.review.deciding import Deciding
from app.ui.review.jobs import JobsWork
from app.ui.review.keys import Command, preset_number, remembered_keys
from app.ui.review.leaves import DESK, DISAGREEMENTS, ROUNDS, SAMPLES, Leaves
from app.ui.review.legend import Legend
from app.ui.review.queue import Queue, opened, read_batch, read_queue
from app.ui.review.sitting import Sitting
from app.ui.review.table_model import SIGNS, queue_model
from app.ui.review.view import ReviewView
from app.ui.room import Room
from app.ui.tasks import Task

ATTRIBUTES = {
    Command.PROACTIVE: DisclosureAttribute.PROACTIVE,
    Command.ON_REQUEST: DisclosureAttribute.ON_REQUEST,
    Command.WITHHELD: DisclosureAttribute.WITHHELD,
}
GROUP_ATTRIBUTES = {
    Command.GROUP_PROACTIVE: DisclosureAttribute.PROACTIVE,
    Command.GROUP_ON_REQUEST: DisclosureAttribute.ON_REQUEST,
    Command.GROUP_WITHHELD: DisclosureAttribute.WITHHELD,
}
MILLISECONDS_BEFORE_READING = 15
LEAVES = {"rounds": ROUNDS, "samples": SAMPLES, "disagreements": DISAGREEMENTS}


class ReviewScreen(Room):
    """The review desk and the leaves behind it."""

    NAME = RoomName.REVIEW
    TOPICS = frozenset({Topic.FILES, Topic.DOCUMENTS, Topic.DECISIONS, Topic.PEOPLE})

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self._batch: Batch | None = None
        self.sitting = Sitting()
        self.view = ReviewView(desk, self)
        self.body.addWidget(self.view)
        self.model = queue_model(desk, self, self._sign_of)
        self.view.table.show_model(self.model)
        self.records = RecordCache(desk, self)
        self.work = DocumentWork(self, self.view.reader, self.view.card)
        self.deciding = Deciding(self, self.view, self.work, self.sitting)
        self.together = BatchWork(self, self.work)
        self.jobs = JobsWork(self)
        self.leaves = Leaves(self)
        self.work.show_titles(basis.titles(date.today()))
        self.keys = remembered_keys(desk.memory)
        self._task: Task | None = None
        self._portion = ""
        self._in_queue: frozenset[int] | None = None
        self._is_ours = False
        self._is_new_queue = True
        self._stand_on: int | None = None
        self._reading = QTimer(self, singleShot=True, interval=MILLISECONDS_BEFORE_READING)
        self._acts = self._commands()
        self._connect()

    @property
    def batch(self) -> Batch | None:
        """The batch that is read, if it is one."""
        return self._batch

    def refresh(self) -> None:
        """Bring the leaf that is open up to date."""
        if self.view.is_at_desk:
            self._refresh_desk()
        else:
            self.leaves.refresh(self.view.leaves.currentIndex())

    def arrive(self, destination: Destination) -> None:
        """Stand on a document, in whichever queue it waits; or open one of the leaves behind the desk."""
        leaf = LEAVES.get(destination.facets.get("leaf", ""), DESK)
        self.view.open_leaf(leaf)
        if leaf != DESK:
            return
        self._stand_on = destination.document
        if destination.document is None:
            self._choose_queue(ReviewState(destination.facets.get("review_state", self.view.queue)))
            return
        wanted = destination.document
        self.query(lambda connection: queries.document_row(connection, wanted), self._choose_queue_of)

    def open_batch(self, batch: Batch) -> None:
        """Read a batch: its documents in their order, decisions in its round."""
        self._batch = batch
        self.work.round_name = batch.round_name
        self.sitting.pace.expect(batch.minutes * 60 / max(1, batch.documents))
        self.view.open_leaf(DESK)
        self._read_again()

    def leave_batch(self) -> None:
        """Go back to the queues of everything; the batch stays with its reader."""
        self._batch = None
        self.work.round_name = STANDING_ROUND
        self._read_again()

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
        if not self.view.is_at_desk:
            return False
        number = preset_number(event)
        if number is not None:
            self.deciding.preset(number)
            return True
        command = self.keys.command(event)
        if command is None or (is_typing and event.text().strip()):
            return False
        if is_typing and command in {Command.ACCEPT, Command.NEXT, Command.PREVIOUS}:
            return False
        self.do(command)
        return True

    def do(self, command: Command) -> None:
        """Carry a command out."""
        self._acts[command]()

    def _commands(self) -> dict[Command, Callable[[], None]]:
        view, deciding = self.view, self.deciding
        acts: dict[Command, Callable[[], None]] = {
            Command.FLAG: deciding.flag,
            Command.ACCEPT: self.work.accept_suggestion,
            Command.SUBMIT: view.card.decision.form.send,
            Command.SAME: deciding.same,
            Command.NEXT: lambda: self._step(1),
            Command.PREVIOUS: lambda: self._step(-1),
            Command.NEXT_HIT: view.reader.next_hit,
            Command.PREVIOUS_HIT: view.reader.previous_hit,
            Command.GROUP: deciding.group,
            Command.GROUP_FLAG: deciding.flag_group,
            Command.PRESETS: deciding.offer_presets,
            Command.SIGN: self._sign,
            Command.UNDO: deciding.undo,
            Command.REDO: deciding.redo,
            Command.NOTE: view.card.decision.form.reason.setFocus,
            Command.SEARCH: view.search.setFocus,
            Command.LEGEND: self.show_legend,
        }
        for command, attribute in ATTRIBUTES.items():
            acts[command] = partial(deciding.choose, attribute)
        for command, attribute in GROUP_ATTRIBUTES.items():
            acts[command] = partial(deciding.group_as, attribute)
        return acts

    def _connect(self) -> None:
        view, table = self.view, self.view.table
        self.leaves.add_to(view)
        self.leaves.batch_opened.connect(self.open_batch)
        view.leaves.currentChanged.connect(lambda _leaf: self.refresh())
        view.search.bind(self)
        view.search.asked.connect(lambda _query: self._read_again())
        view.queue_chosen.connect(lambda _state: self._read_again())
        view.portion_chosen.connect(self._choose_portion)
        view.group.clicked.connect(lambda _on: self.deciding.group())
        view.jobs.clicked.connect(self.jobs.ask)
        view.legend.clicked.connect(self.show_legend)
        view.go_documents.clicked.connect(lambda: self.desk.go(RoomName.DOCUMENTS))
        table.current.connect(lambda _id: self._reading.start())
        self._reading.timeout.connect(self._read_current)
        self.records.arrived.connect(self._show_record)
        self.work.changing.connect(self._mark_ours)
        self.deciding.gone_on.connect(self._go_on)
        self.deciding.stood.connect(self._stand)
        table.picked.connect(self._offer_together)
        view.together.clicked.connect(self._ask_together)
        self._connect_batches()
        for part in self._parts_with_keys():
            part.installEventFilter(self)

    def _connect_batches(self) -> None:
        bar = self.view.batch_bar
        bar.opened.connect(self.open_batch)
        bar.left.connect(self.leave_batch)
        bar.brought.connect(self._bring)
        bar.next_wanted.connect(self._take_next)

    def _parts_with_keys(self) -> list[QWidget]:
        form = self.view.card.decision.form
        parts: list[QWidget] = [self.view.table, self.view.reader.pane, form.reason, self.view.search]
        return [*parts, *self.findChildren(QListWidget), *form.findChildren(QLineEdit)]

    def _bring(self, batch: Batch) -> None:
        self.leave_batch()
        self.leaves.rounds.bring(batch)

    def _take_next(self, after: Batch) -> None:
        self.leaves.rounds.take_next(after)

    def _mark_ours(self) -> None:
        self._is_ours = True

    def _choose_queue_of(self, row: DocumentRow) -> None:
        if row.review_state is ReviewState.OPEN and row.applicability is not Applicability.OURS:
            why = tr(terms.APPLICABILITY_TERMS[row.applicability])
            self.desk.told.emit(tr("这一件不由本机关认定（{why}），不在复审台。", why=why), "")
        self._choose_queue(row.review_state)

    def _choose_queue(self, state: ReviewState) -> None:
        if self._batch is not None:
            self.leave_batch()
        if self.view.queue is state:
            self._read_again()
        else:
            self.view.choose_queue(state)

    def _choose_portion(self, portion: str) -> None:
        self._portion = portion
        self._read_again()

    def _read_again(self) -> None:
        self._is_new_queue = True
        self.refresh()

    def _refresh_desk(self) -> None:
        """Read the queue anew, unless it was our own decision that changed it."""
        if self._is_ours:
            self._is_ours = False
            self.model.refresh()
            self.query(counts.by_review_state, self.view.show_counts)
            self._reading.start()
            return
        self.drop(self._task)
        edition = self.records.edition
        self._task = self.query(self._reader_of_queue(), lambda queue: self._show(queue, edition))

    def _reader_of_queue(self) -> Callable[[Reading], Queue]:
        query, batch = self.view.search.text().strip(), self._batch
        wished = self.view.table.current_id if self._stand_on is None else self._stand_on
        if batch is not None:
            return lambda connection: opened(connection, read_batch(connection, batch.uuid, query), wished)
        state, portion, person = self.view.queue, self._portion, self.desk.person
        return lambda connection: opened(
            connection, read_queue(connection, state, query, portion=portion, person=person), wished
        )

    def _show(self, queue: Queue, edition: int) -> None:
        view = self.view
        if queue.record is not None:
            self.records.keep(queue.record, edition)
        if self._is_new_queue:
            self.sitting.begin(queue.done)
            self._is_new_queue = False
        else:
            self.sitting.learn(queue.done)
        view.show_counts(queue.counts)
        view.show_portions(queue.portions, queue.secrecy, self._portion)
        view.show_batch(queue.batch, queue.own)
        view.search.setToolTip(queue.mistake)
        self._in_queue = None
        view.table.show_ids(queue.ids)
        self.model.take(queue.page, queue.rows)
        view.show_rows(len(queue.ids))
        self._tell_progress()
        self._offer_together(0)
        place = self.model.place_of(self._stand_on) if self._stand_on is not None else None
        self._stand_on = None
        if not queue.ids:
            self.work.clear()
        elif place is not None or view.table.current_id is None:
            view.table.stand_on(place if place is not None else self._first_open())
            self._read_soon()
            view.table.setFocus()
        else:
            self._reading.start()

    def _first_open(self) -> int:
        """Where reading goes on: the first document that is not done."""
        ids = self.model.ids
        return next((place for place, each in enumerate(ids) if each not in self.sitting.done), 0)

    def _read_soon(self) -> None:
        """In the next turn: it has been read with the queue and nobody goes on to another one yet."""
        self._reading.stop()
        QTimer.singleShot(1, self, self._read_current)

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
        place = self.model.place_of(record.row.id, self.view.table.currentIndex().row())
        if place is not None:
            self.records.read_ahead(self.model.ids[place + 1 : place + 4])

    def _sign(self) -> None:
        if self.work.record is not None:
            self.work.ask_approval(self.work.record)

    def _step(self, by: int) -> None:
        self.view.table.stand_on(self.view.table.currentIndex().row() + by)

    def _sign_of(self, row: DocumentRow) -> str:
        """What was done with a document; in a batch only what was done since it was made counts."""
        if self._batch is None:
            return SIGNS.get(row.review_state, "")
        is_back = row.review_state in {ReviewState.FLAGGED, ReviewState.RETURNED}
        return SIGNS[row.review_state] if is_back else "✓" if row.id in self.sitting.done else ""

    def _go_on(self) -> None:
        self._tell_progress()
        self._step(1)
        self.view.table.setFocus()

    def _stand(self, record: Record) -> None:
        place = self.model.place_of(record.row.id)
        if place is not None:
            self.view.table.stand_on(place)
        self._tell_progress()

    def _tell_progress(self) -> None:
        total, done = len(self.model.ids), self._done_count()
        self.view.show_progress(done, total, self.sitting.pace.seconds_for(total - done))
        self.view.batch_bar.show_left(total - done)

    def _done_count(self) -> int:
        """How many of the queue are done; all of it is gone through only once something is."""
        if not self.sitting.done:
            return 0
        if self._in_queue is None:
            self._in_queue = frozenset(self.model.ids)
        return len(self.sitting.done & self._in_queue)

    def _offer_together(self, picked: int) -> None:
        """Several selected ones, or everything that waits for approval, can be dealt with together."""
        is_waiting = self._batch is None and self.view.queue is ReviewState.PROPOSED
        count = picked if picked > 1 else len(self.model.ids) if is_waiting else 0
        text = tr("{count} 件一起办理…", count=f"{count:,}")
        self.view.together.setText(text)
        self.view.together.setAccessibleName(text)
        self.view.together.setVisible(count > 1)

    def _ask_together(self) -> None:
        picked = self.view.table.selected_ids
        self.together.ask(self.view.queue, picked if len(picked) > 1 else self.model.ids)

    def show_legend(self) -> None:
        """Show the keys; changes count at once."""
        legend = Legend(self.desk.memory, self)
        legend.accepted.connect(self._take_keys)
        legend.open()

    def _take_keys(self) -> None:
        self.keys = remembered_keys(self.desk.memory)

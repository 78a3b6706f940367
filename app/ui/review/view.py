"""How the review desk is laid out: leaves above; queue, reader and decision card on the first."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import QAbstractButton, QComboBox, QProgressBar, QVBoxLayout, QWidget

from app.domain import terms
from app.domain.review import ReviewState
from app.store.reviews import Batch
from app.store.waiting import Waiting
from app.ui import words
from app.ui.desk import Desk
from app.ui.language import tr
from app.ui.reader.card import LEAST_CARD, DocumentCard
from app.ui.reader.view import LEAST_READER, ReaderView
from app.ui.review.batch_bar import BatchBar
from app.ui.review.queue import SECRECY
from app.ui.widgets.flow import Flow
from app.ui.widgets.layout import (
    EmptyState,
    Label,
    Line,
    Pages,
    Pane,
    button,
    row,
    tab_bar,
)
from app.ui.widgets.panes import RememberingSplitter
from app.ui.widgets.search import SearchField
from app.ui.widgets.table import Table

QUEUES: tuple[ReviewState, ...] = (
    ReviewState.OPEN,
    ReviewState.FLAGGED,
    ReviewState.RETURNED,
    ReviewState.PROPOSED,
    ReviewState.APPROVED,
)


PROGRESS_WIDTH = 80


class ReviewView(QWidget):
    """Everything on the desk; keys and work are the screen's. ``portion_chosen`` carries a part of the
    queue of what waits for approval.
    """

    queue_chosen = Signal(object)
    portion_chosen = Signal(str)

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.leaves = tab_bar("leaves", tr("复审"), [tr("逐件办理")])
        self.stack = Pages(self)
        self._pages: dict[int, QWidget] = {}
        self._unbuilt: dict[int, Callable[[], QWidget]] = {}
        self.progress_words = Label("", "muted", self)
        self.progress_words.setObjectName("reviewProgress")
        self.progress = QProgressBar(self)
        self.progress.setTextVisible(False)
        self.progress.setFixedWidth(PROGRESS_WIDTH)
        self.progress.setAccessibleName(tr("已审比例"))
        self.legend = button(tr("F1 键位"), "showKeys", icon="keyboard", role="link")
        self.jobs = button(tr("批量记录…"), "showJobs", icon="undo", tip=tr("看批量办理过什么，可以整批撤销"))
        self.group = button(tr("同组的一起定…"), "decideSameText", icon="group", tip=tr("G 或 F8"))
        self.search = SearchField(tr("筛选队列（Ctrl+F）"), self)
        self.queues = tab_bar("queues", tr("队列"), [tr(terms.REVIEW_STATE_TERMS[state]) for state in QUEUES])
        self.portion = QComboBox(self)
        self.portion.setObjectName("portion")
        self.portion.setAccessibleName(tr("待审定的哪一部分"))
        self.batch_bar = BatchBar(self)
        self.table = Table(desk.memory, "queue", self)
        self.table.setAccessibleName(tr("复审队列"))
        self.table.horizontalHeader().setVisible(False)
        self.together = button(tr("一起办理"), "decideTogether", icon="group")
        self.reader = ReaderView(self, empty_text=tr("这个队列里没有公文了。"))
        self.card = DocumentCard(self)
        self.card.show_decision()
        self.list_stack = Pages(self)
        self.go_documents = button(tr("看全部公文"), "goAllDocuments", icon="documents")
        self._build(desk)
        self.queues.currentChanged.connect(lambda number: self.queue_chosen.emit(QUEUES[number]))
        self.portion.activated.connect(lambda _n: self.portion_chosen.emit(self.portion.currentData() or ""))
        self.leaves.currentChanged.connect(self._turn)

    @property
    def queue(self) -> ReviewState:
        """The queue that is shown."""
        return QUEUES[self.queues.currentIndex()]

    @property
    def is_at_desk(self) -> bool:
        """Whether the first leaf, with queue, reader and card, is open."""
        return self.leaves.currentIndex() == 0

    def add_leaf(self, title: str, build: Callable[[], QWidget]) -> None:
        """Put another leaf behind those that are there; its page is made when it is first opened."""
        self._unbuilt[self.leaves.addTab(title)] = build

    def open_leaf(self, number: int) -> None:
        """Open a leaf; 0 is the desk."""
        self.leaves.setCurrentIndex(number)

    def choose_queue(self, state: ReviewState) -> None:
        """Show another queue."""
        self.queues.setCurrentIndex(QUEUES.index(state))

    def show_counts(self, counts: dict[str, int]) -> None:
        """How many documents stand in each queue."""
        for number, state in enumerate(QUEUES):
            count = counts.get(state, 0)
            title = tr(terms.REVIEW_STATE_TERMS[state])
            self.queues.setTabText(number, f"{title} {count:,}" if count else title)

    def show_portions(self, portions: Sequence[Waiting], secrecy: int, chosen: str) -> None:
        """What waits for approval, batch by batch, and what a secrecy reviewer signs first."""
        blocker = QSignalBlocker(self.portion)
        self.portion.clear()
        self.portion.addItem(tr("全部待审定"), "")
        if secrecy:
            self.portion.addItem(tr("须先保密审查 {count}", count=secrecy), SECRECY)
        for each in portions:
            if each.batch is not None:
                title = tr("{name} · 第 {number} 批", name=each.round_name, number=each.number)
                self.portion.addItem(f"{title} {each.count:,}", each.batch)
        self.portion.setCurrentIndex(max(0, self.portion.findData(chosen)))
        self.portion.setVisible(self.portion.count() > 1)
        blocker.unblock()

    def show_batch(self, batch: Batch | None, own: tuple[Batch, ...]) -> None:
        """Above the queue stands the batch that is read, otherwise the queues of everything."""
        self.queues.setVisible(batch is None)
        self.batch_bar.show_batch(batch, own)

    def show_progress(self, done: int, total: int, seconds_left: float) -> None:
        """How far this sitting is."""
        self.progress.setUpdatesEnabled(
            False
        )  # the bar would paint itself, and the half-filled window, at once
        self.progress.setRange(0, max(1, total))
        self.progress.setValue(done)
        self.progress.setUpdatesEnabled(True)
        parts = [tr("已审 {done}/{total}", done=f"{done:,}", total=f"{total:,}")]
        is_work = self.batch_bar.batch is not None or self.queue is not ReviewState.APPROVED
        if total > done and is_work:
            parts.append(tr("照这个速度还需{time}", time=words.duration(seconds_left)))
        self.progress_words.setText(" · ".join(parts))

    def show_rows(self, count: int) -> None:
        """The queue has rows, or says why not."""
        self.list_stack.setCurrentIndex(0 if count else 1)

    def _turn(self, number: int) -> None:
        if number in self._unbuilt:
            self._pages[number] = self._unbuilt.pop(number)()
            self.stack.addWidget(self._pages[number])
        self.stack.setCurrentWidget(self._pages[number])
        for part in (self.progress_words, self.progress, self.legend):
            part.setVisible(number == 0)

    def _build(self, desk: Desk) -> None:
        self.list_stack.addWidget(self.table)
        self.list_stack.addWidget(EmptyState("check", tr("这个队列是空的。"), self.go_documents))
        self._pages[0] = self._desk_leaf(desk)
        self.stack.addWidget(self._pages[0])
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 8, 16, 12)
        column.setSpacing(8)
        title = Label(tr("复审"), "title")
        head = Flow(title, self.leaves, None, self.progress_words, self.progress, self.legend)
        column.addLayout(head)
        column.addWidget(self.stack, 1)
        for part in (
            self.legend,
            self.jobs,
            self.group,
            self.together,
            *self.card.decision.form.findChildren(QAbstractButton),
        ):
            part.setFocusPolicy(Qt.FocusPolicy.TabFocus)

    def _desk_leaf(self, desk: Desk) -> QWidget:
        leaf = QWidget(self)
        self.splitter = RememberingSplitter(desk.memory, "review", leaf)
        for pane in self._panes():
            self.splitter.addWidget(pane)
        self.splitter.recall([400, 510, 320], (3, 6, 1))
        column = QVBoxLayout(leaf)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addLayout(Flow(self.queues, self.batch_bar))
        column.addWidget(self.splitter, 1)
        return leaf

    def _panes(self) -> Sequence[Pane]:
        left, middle, right = Pane(self), Pane(self), Pane(self)
        head = QVBoxLayout()
        head.setContentsMargins(8, 8, 8, 8)
        head.setSpacing(6)
        head.addWidget(self.search)
        head.addWidget(self.portion)
        left.column.addLayout(head)
        left.column.addWidget(Line(self))
        left.column.addWidget(self.list_stack, 1)
        together = row(self.together)
        together.setContentsMargins(8, 8, 8, 8)
        left.column.addLayout(together)
        foot = Flow(self.group, self.jobs)
        foot.setContentsMargins(8, 6, 8, 8)
        left.column.addWidget(Line(self))
        left.column.addLayout(foot)
        middle.column.addWidget(self.reader)
        right.column.addWidget(self.card)
        self.together.hide()
        self.portion.hide()
        middle.setMinimumWidth(LEAST_READER)
        right.setMinimumWidth(LEAST_CARD)
        return left, middle, right

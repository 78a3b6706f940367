"""Above the desk: the batch that is being read, or the ones the person has taken out."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from app.store.reviews import Batch
from app.ui.language import tr
from app.ui.review.rounds_table import batch_name
from app.ui.widgets.layout import Label, button, row


class BatchBar(QWidget):
    """``opened`` carries the batch to read, ``brought`` the one to bring back, ``next_wanted`` the one
    after which another is wanted.
    """

    opened = Signal(object)
    brought = Signal(object)
    next_wanted = Signal(object)
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.batch: Batch | None = None
        self._own: Batch | None = None
        self.name = Label("", "heading", self)
        self.name.setObjectName("batchName")
        self.bring = button(tr("交回"), "bringThisBatch", icon="check")
        self.next = button(tr("交回并领下一批"), "nextBatch", icon="next", role="primary")
        self.leave = button(tr("看全部"), "leaveBatch", tip=tr("离开这一批，批次还在你手里"))
        self.resume = button("", "resumeBatch", icon="start")
        line = row(self.name, 8, self.bring, self.next, self.leave, None, self.resume)
        self.setLayout(line)
        self.bring.clicked.connect(self._bring)
        self.next.clicked.connect(self._next)
        self.leave.clicked.connect(self.left)
        self.resume.clicked.connect(self._resume)
        self.show_batch(None, ())

    def show_batch(self, batch: Batch | None, own: tuple[Batch, ...]) -> None:
        """The batch that is read, else the first of those the person has taken out."""
        self.batch = batch
        self._own = own[0] if own and batch is None else None
        for part in (self.name, self.bring, self.leave):
            part.setVisible(batch is not None)
        self.next.hide()
        self.resume.setVisible(self._own is not None)
        if batch is not None:
            self.name.setText(batch_name(batch))
        if self._own is not None:
            text = tr("继续{name}（剩 {count}）", name=batch_name(self._own), count=self._own.left)
            self.resume.setText(text)
            self.resume.setAccessibleName(text)

    def show_left(self, count: int) -> None:
        """How many documents of the batch are still to be decided."""
        is_done = self.batch is not None and count == 0
        self.next.setVisible(is_done)
        self.bring.setVisible(self.batch is not None and not is_done)

    def _bring(self) -> None:
        if self.batch is not None:
            self.brought.emit(self.batch)

    def _next(self) -> None:
        if self.batch is not None:
            batch = self.batch
            self.brought.emit(batch)
            self.next_wanted.emit(batch)

    def _resume(self) -> None:
        if self._own is not None:
            self.opened.emit(self._own)

"""轮次与批次: how far a round is, its batches, and what can be done with the one that is chosen."""

from dataclasses import dataclass

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import QComboBox, QProgressBar, QVBoxLayout, QWidget

from app.domain.batching import BatchState
from app.review.batches import PersonProgress, RoundProgress
from app.store.reviews import Batch
from app.ui import words
from app.ui.desk import Desk
from app.ui.language import tr
from app.ui.review.rounds_table import batch_columns, pace, person_columns
from app.ui.widgets.flow import Flow
from app.ui.widgets.layout import EmptyState, Label, Line, Pages, Pane, button, row
from app.ui.widgets.listed_table import ListedModel
from app.ui.widgets.panes import RememberingSplitter
from app.ui.widgets.table import Table


@dataclass(frozen=True, slots=True)
class RoundsDesk:
    """All rounds' names, newest first, and the one that is shown. ``is_package``: the catalogue was made
    of a package from another PC.
    """

    names: tuple[str, ...] = ()
    progress: RoundProgress | None = None
    batches: tuple[Batch, ...] = ()
    is_package: bool = False


class RoundsPage(QWidget):
    """Everything on the leaf; the work is :class:`RoundsWork`'s. ``chosen`` carries a round's name."""

    chosen = Signal(str)

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._query = ""
        self.rounds = QComboBox(self)
        self.rounds.setObjectName("rounds")
        self.rounds.setAccessibleName(tr("审查轮次"))
        self.rounds.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self.make = button(tr("新建轮次…"), "newRoundButton", icon="add")
        self.make_first = button(tr("新建轮次…"), "firstRound", icon="add", role="primary")
        self.freeze = button(
            tr("续分批"), "freezeRound", icon="refresh", tip=tr("把检索到而还没有分批的公文分成新的批次")
        )
        self.redefine = button(
            tr("改范围…"), "redefineRound", icon="edit", tip=tr("只管以后续分的批次，已有的批次不变")
        )
        self.take_in = button(
            tr("导入…"), "importDecisions", icon="ingest", tip=tr("填好的表格或送回的审查结果")
        )
        self.send_back = button(
            tr("导出审查结果…"), "sendBackDecisions", icon="export", tip=tr("送回发出审查包的那台电脑")
        )
        self.papers = button(tr("清单与汇总…"), "papers", icon="table")
        self.bar = QProgressBar(self)
        self.bar.setTextVisible(False)
        self.bar.setAccessibleName(tr("轮次进度"))
        self.told = Label("", "", self).wrapped()
        self.told.setObjectName("roundProgress")
        self.model: ListedModel[Batch] = ListedModel(batch_columns(), desk.runner, self)
        self.table = Table(desk.memory, "batches", self)
        self.table.setAccessibleName(tr("批次"))
        self.persons_model: ListedModel[PersonProgress] = ListedModel(person_columns(), desk.runner, self)
        self.persons = Table(desk.memory, "batchPersons", self)
        self.persons.setAccessibleName(tr("每人进度"))
        self.start = button(tr("领取并开始"), "takeBatch", icon="start", role="primary")
        self.bring = button(tr("交回"), "bringBatch", icon="check")
        self.assign = button(tr("改派…"), "assignBatch", icon="person")
        self.reopen = button(tr("重新打开…"), "reopenBatch", icon="undo")
        self.export = button(tr("导出…"), "exportBatch", icon="export", tip=tr("表格，或带全文的审查包"))
        self.form = button(tr("审查表…"), "batchForm", icon="print")
        self.stack = Pages(self)
        self._build(desk)

    def show_desk(self, desk: RoundsDesk) -> None:
        """Show a round; the chosen batch stays chosen."""
        self.send_back.setVisible(desk.is_package)
        blocker = QSignalBlocker(self.rounds)
        self.rounds.clear()
        self.rounds.addItems(list(desk.names))
        if desk.progress is not None:
            self.rounds.setCurrentText(desk.progress.round.name)
            self._query = desk.progress.round.query
            self._tell(desk.progress)
            self.persons_model.show_rows(desk.progress.persons)
        blocker.unblock()
        stood_on = self.batch.uuid if self.batch else ""
        self.model.show_rows(desk.batches)
        self._stand_on(stood_on)
        self.stack.setCurrentIndex(0 if desk.names else 1)
        self._offer()

    @property
    def query(self) -> str:
        """The query of the round that is shown."""
        return self._query

    @property
    def batch(self) -> Batch | None:
        """The batch that is chosen."""
        chosen = self.table.selected_ids
        return self.model.row_of(chosen[0]) if len(chosen) == 1 else None

    def _stand_on(self, uuid: str) -> None:
        uuids = [batch.uuid for batch in self.model.listed]
        if uuid in uuids:
            self.table.stand_on(uuids.index(uuid))
        elif uuids:
            unfinished = (n for n, b in enumerate(self.model.listed) if b.state is not BatchState.COMPLETED)
            self.table.stand_on(next(unfinished, 0))

    def _tell(self, progress: RoundProgress) -> None:
        self.bar.setRange(0, max(1, progress.total))
        self.bar.setValue(progress.done)
        parts = [
            tr("已办 {done}/{total}", done=f"{progress.done:,}", total=f"{progress.total:,}"),
            tr("剩 {count} 件", count=f"{progress.left:,}"),
        ]
        if progress.per_hour is not None:
            speed = pace(progress.per_hour)
            parts.append(tr("每小时 {pace} 件（近一小时 {count}）", pace=speed, count=progress.last_hour))
        if progress.left:
            parts.append(tr("读完还需{time}", time=words.duration(progress.minutes_left * 60)))
        query = progress.round.query or tr("全部公文")
        parts.append(tr("范围：{query}", query=query))
        self.told.setText(" · ".join(parts))

    def _offer(self) -> None:
        batch = self.batch
        state = batch.state if batch else None
        self.start.setEnabled(state in {BatchState.OPEN, BatchState.CHECKED_OUT})
        self.start.setText(tr("继续") if state is BatchState.CHECKED_OUT else tr("领取并开始"))
        self.bring.setEnabled(state is BatchState.CHECKED_OUT)
        self.assign.setEnabled(state is BatchState.OPEN)
        self.reopen.setEnabled(state in {BatchState.CHECKED_OUT, BatchState.COMPLETED})
        self.export.setEnabled(batch is not None and batch.left > 0)
        self.form.setEnabled(batch is not None)

    def _build(self, desk: Desk) -> None:
        self.table.show_model(self.model)
        self.persons.show_model(self.persons_model)
        inside = QWidget(self)
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addLayout(
            Flow(
                self.rounds,
                self.redefine,
                self.freeze,
                self.papers,
                self.take_in,
                self.send_back,
                None,
                self.make,
            )
        )
        column.addWidget(self.told)
        column.addWidget(self.bar)
        column.addWidget(self._panes(desk), 1)
        self.stack.addWidget(inside)
        empty = tr("还没有审查轮次。先定一个范围，程序按读完要的时间分成批次，各人领取办理。")
        self.stack.addWidget(EmptyState("review", empty, self.make_first))
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self.stack)
        self.rounds.textActivated.connect(self.chosen)
        self.table.picked.connect(lambda _count: self._offer())

    def _panes(self, desk: Desk) -> QWidget:
        left, right = Pane(self), Pane(self)
        left.column.addWidget(self.table, 1)
        left.column.addWidget(Line(self))
        foot = Flow(self.start, self.bring, self.assign, self.reopen, None, self.export, self.form)
        foot.setContentsMargins(8, 8, 8, 8)
        left.column.addLayout(foot)
        head = row(8, Label(tr("每人进度"), "heading", self), None)
        head.setContentsMargins(0, 8, 0, 8)
        right.column.addLayout(head)
        right.column.addWidget(Line(self))
        right.column.addWidget(self.persons, 1)
        splitter = RememberingSplitter(desk.memory, "rounds", self)
        for number, (pane, width) in enumerate(((left, 420), (right, 260))):
            pane.setMinimumWidth(width)
            splitter.addWidget(pane)
            splitter.setStretchFactor(number, (1, 0)[number])
        splitter.recall([860, 360])
        return splitter

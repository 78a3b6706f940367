"""What is done with rounds and batches: make, cut, take out, bring back, assign, open again."""

from collections.abc import Callable
from datetime import date
from typing import TypeVar

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QInputDialog

from app.domain.batching import BatchState
from app.domain.people import Person, PersonRole
from app.errors import AppError
from app.progress import Progress
from app.review import batches, people, rounds
from app.review.batches import Served
from app.review.decide import STANDING_ROUND
from app.review.rounds import Frozen
from app.store import reviews
from app.store.catalogue import Catalogue
from app.store.reviews import Batch
from app.ui.desk import Topic
from app.ui.documents.listing import Wish, list_documents
from app.ui.language import tr
from app.ui.review.exchange import ExchangeWork
from app.ui.review.new_round import NewRoundDialog, RoundWish
from app.ui.review.rounds import RoundsDesk, RoundsPage
from app.ui.review.rounds_table import batch_name
from app.ui.room import Room

T = TypeVar("T")
DECIDED = frozenset({Topic.DECISIONS})


class RoundsWork(QObject):
    """Joins the leaf ``page`` to the use cases; ``opened`` carries the :class:`Batch` that is to be read."""

    opened = Signal(object)

    def __init__(self, room: Room, page: RoundsPage) -> None:
        super().__init__(room)
        self._room = room
        self._desk = room.desk
        self.page = page
        self.exchange = ExchangeWork(room, page)
        self._name = ""
        page.chosen.connect(self._choose)
        for ask in (page.make, page.make_first):
            ask.clicked.connect(self.ask_round)
        page.redefine.clicked.connect(self._ask_redefine)
        page.freeze.clicked.connect(self._freeze)
        page.start.clicked.connect(self._start)
        page.table.opened.connect(lambda _id: self._start())
        page.bring.clicked.connect(lambda: self._with(self.bring))
        page.assign.clicked.connect(lambda: self._with(self._ask_assign))
        page.reopen.clicked.connect(lambda: self._with(self._ask_reopen))

    def refresh(self) -> None:
        """Read rounds and batches anew."""
        catalogue, name = self._desk.catalogue, self._name
        self._room.read(lambda _progress: read_rounds(catalogue, name), self.page.show_desk)

    def ask_round(self) -> None:
        """Ask what the new round shall be."""
        dialog = NewRoundDialog(tr("{year}年定期审查", year=date.today().year), self._room)
        dialog.counted.connect(lambda query: self._count(dialog, query))
        dialog.wanted.connect(lambda wish: self._make(dialog, wish))
        dialog.open()
        self._count(dialog, "")

    def take_next(self, after: Batch) -> None:
        """Take the next batch of the same round and begin to read it."""
        catalogue = self._desk.catalogue

        def done(served: Served | None) -> None:
            if served is None:
                self._desk.told.emit(tr("这一轮没有可领的批次了。"), "")
            else:
                self._open(served.batch)

        self._act(lambda by: batches.check_out_next(catalogue, after.round_name, by=by, but=after.uuid), done)

    def bring(self, batch: Batch) -> None:
        """Bring a batch back; what is not decided is open for others."""
        catalogue = self._desk.catalogue

        def done(brought: Batch) -> None:
            name = batch_name(brought)
            if brought.state is BatchState.COMPLETED:
                self._tell(tr("{name}已办完交回。", name=name))
            else:
                self._tell(tr("{name}已交回，剩 {count} 件别人可以领。", name=name, count=brought.left))

        self._act(lambda by: batches.check_in(catalogue, batch.uuid, by=by), done)

    def _choose(self, name: str) -> None:
        self._name = name
        self.refresh()

    def _count(self, dialog: NewRoundDialog, query: str) -> None:
        def work(_progress: Progress) -> int:
            with self._desk.catalogue.read() as connection:
                return len(list_documents(connection, Wish(query)).ids)

        self._desk.runner.read(work, dialog, dialog.show_found, on_failure=dialog.show_failure)

    def _make(self, dialog: NewRoundDialog, wish: RoundWish) -> None:
        catalogue = self._desk.catalogue

        def make(by: str, progress: Progress) -> Frozen:
            rounds.create_round(
                catalogue,
                wish.name,
                wish.query,
                by=by,
                signatures=wish.signatures,
                grouping=wish.grouping,
                minutes=wish.minutes,
            )
            return rounds.make_batches(catalogue, wish.name, progress, by=by)

        def done(frozen: Frozen) -> None:
            dialog.accept()
            self._name = wish.name
            self._tell(describe_frozen(frozen))

        self._run(make, done, title=tr("分批"), on_failure=dialog.show_failure)

    def _ask_redefine(self) -> None:
        name = self.page.rounds.currentText()
        label = tr("“{name}”的检索式；空着即全部公文：", name=name)
        query, is_given = QInputDialog.getText(self._room, tr("改范围"), label, text=self.page.query)
        if is_given:
            catalogue = self._desk.catalogue
            self._act(
                lambda by: rounds.redefine_round(catalogue, name, query.strip(), by=by),
                lambda _round: self._tell(tr("范围已改；按“续分批”把新查到的分成批次。")),
            )

    def _freeze(self) -> None:
        catalogue, name = self._desk.catalogue, self.page.rounds.currentText()
        self._run(
            lambda by, progress: rounds.make_batches(catalogue, name, progress, by=by),
            lambda frozen: self._tell(describe_frozen(frozen)),
            title=tr("分批"),
        )

    def _start(self) -> None:
        batch = self.page.batch
        if batch is None:
            return
        if batch.state is BatchState.CHECKED_OUT and batch.assignee == self._desk.person:
            self._open(batch)
            return
        catalogue = self._desk.catalogue
        self._act(lambda by: batches.check_out(catalogue, batch.uuid, by=by), self._open)

    def _open(self, batch: Batch) -> None:
        self._desk.changed.emit(DECIDED)
        self.opened.emit(batch)

    def _ask_assign(self, batch: Batch) -> None:
        def ask(found: list[Person]) -> None:
            nobody = tr("（收回，谁都可以领）")
            names = [nobody, *(person.name for person in found if person.may(PersonRole.REVIEWER))]
            name, is_given = QInputDialog.getItem(
                self._room, tr("改派"), batch_name(batch), names, editable=False
            )
            if is_given:
                self._assign(batch, None if name == nobody else name)

        self._room.read(lambda _progress: people.everyone(self._desk.catalogue), ask)

    def _assign(self, batch: Batch, name: str | None) -> None:
        catalogue = self._desk.catalogue
        self._act(
            lambda by: batches.assign(catalogue, batch.uuid, name, by=by),
            lambda made: self._tell(tr("{name}已派给{person}。", name=batch_name(made), person=name or "—")),
        )

    def _ask_reopen(self, batch: Batch) -> None:
        label = tr("重新打开“{name}”的理由：", name=batch_name(batch))
        reason, is_given = QInputDialog.getText(self._room, tr("重新打开"), label)
        if is_given:
            catalogue = self._desk.catalogue
            self._act(
                lambda by: batches.reopen(catalogue, batch.uuid, by=by, reason=reason),
                lambda made: self._tell(tr("{name}已重新打开。", name=batch_name(made))),
            )

    def _tell(self, sentence: str) -> None:
        self._desk.changed.emit(DECIDED)
        self._desk.told.emit(sentence, "")

    def _with(self, act: Callable[[Batch], None]) -> None:
        if self.page.batch is not None:
            act(self.page.batch)

    def _act(self, act: Callable[[str], T], on_success: Callable[[T], None]) -> None:
        self._run(lambda by, _progress: act(by), on_success)

    def _run(
        self,
        act: Callable[[str, Progress], T],
        on_success: Callable[[T], None],
        *,
        title: str = "",
        on_failure: Callable[[AppError], None] | None = None,
    ) -> None:
        self._desk.act(act, self._room, on_success, on_failure=on_failure, title=title)


def read_rounds(catalogue: Catalogue, name: str) -> RoundsDesk:
    """The rounds that were planned, and one of them with its batches: the named one, else the newest."""
    with catalogue.read() as connection:
        names = [each.name for each in reversed(reviews.rounds(connection)) if each.name != STANDING_ROUND]
        shown = name if name in names else next(iter(names), "")
        if not shown:
            return RoundsDesk()
        found = reviews.round_named(connection, shown)
        held = reviews.batches(connection, round_id=found.id) if found else []
    is_package = "package" in catalogue.settings()
    return RoundsDesk(tuple(names), batches.progress_of(catalogue, shown), tuple(held), is_package)


def describe_frozen(frozen: Frozen) -> str:
    """What cutting came to."""
    if not frozen.batches:
        return tr("没有新的公文要分批。")
    told = tr(
        "已分 {batches} 批，{documents} 件，约 {hours} 小时。",
        batches=frozen.batches,
        documents=f"{frozen.documents:,}",
        hours=f"{frozen.minutes / 60:.1f}",
    )
    if frozen.not_ours:
        told += tr("{count} 件不由本机关认定，没有分入。", count=frozen.not_ours)
    return told

"""Draws samples, shows their documents without the first decision, and keeps what the second reader says."""

from dataclasses import replace
from datetime import date

from PySide6.QtCore import QObject

from app.domain.disclosure import DisclosureAttribute
from app.domain.review import ReviewState
from app.progress import Progress
from app.review import sampling
from app.review.decide import STANDING_ROUND
from app.store import reviews
from app.store.catalogue import Catalogue, Reading
from app.store.naming import known_document
from app.ui.language import tr
from app.ui.reader.record import Record, load
from app.ui.review.new_sample import NewSampleDialog, SampleWish
from app.ui.review.samples import SamplesDesk, SamplesPage
from app.ui.room import Room


class SamplesWork(QObject):
    """Joins the leaf to the use cases."""

    def __init__(self, room: Room, page: SamplesPage) -> None:
        super().__init__(room)
        self._room = room
        self._desk = room.desk
        self.page = page
        self._name = ""
        page.chosen.connect(self._choose)
        page.looked_at.connect(self._look)
        page.judged.connect(self._judge)
        for ask in (page.draw, page.draw_first):
            ask.clicked.connect(self.ask_sample)

    def refresh(self) -> None:
        """Read samples anew."""
        catalogue, name, reader = self._desk.catalogue, self._name, self._desk.person
        self._room.read(lambda _progress: read_samples(catalogue, name, reader), self.page.show_desk)

    def ask_sample(self) -> None:
        """Ask what shall be drawn."""

        def rounds(connection: Reading) -> list[str]:
            return [each.name for each in reviews.rounds(connection)]

        self._room.query(rounds, self._open)

    def _open(self, rounds: list[str]) -> None:
        today = date.today().isoformat()
        others = [name for name in reversed(rounds) if name != STANDING_ROUND]
        dialog = NewSampleDialog(tr("抽查 {day}", day=today), others, self._room)
        dialog.wanted.connect(lambda wish: self._draw(dialog, wish))
        dialog.open()

    def _draw(self, dialog: NewSampleDialog, wish: SampleWish) -> None:
        catalogue = self._desk.catalogue

        def draw(by: str, _progress: Progress) -> object:
            return sampling.draw(
                catalogue,
                wish.name,
                wish.size,
                by=by,
                kind=wish.kind,
                round_name=wish.round_name,
                attribute=wish.attribute,
                is_stratified=wish.is_stratified,
            )

        def done(_made: object) -> None:
            dialog.accept()
            self._choose(wish.name)

        self._desk.act(draw, self._room, done, on_failure=dialog.show_failure)

    def _choose(self, name: str) -> None:
        self._name = name
        self.refresh()

    def _look(self, document: str) -> None:
        def read(connection: Reading) -> Record:
            return blinded(load(connection, known_document(connection, document)))

        def show(record: Record) -> None:
            if self.page.document == record.row.uuid:
                self.page.reader.show_record(record)

        self._room.query(read, show)

    def _judge(self, document: str, attribute: DisclosureAttribute, note: str) -> None:
        catalogue, name = self._desk.catalogue, self.page.samples.currentText()
        self._name = name
        self._desk.act(
            lambda by, _progress: sampling.read_again(catalogue, name, document, attribute, by=by, note=note),
            self._room,
            lambda _none: self.refresh(),
        )


def read_samples(catalogue: Catalogue, name: str, reader: str) -> SamplesDesk:
    """All samples, and one of them: the named one, else the newest; without what the reader decided."""
    names = tuple(each.name for each in sampling.all_samples(catalogue))
    if not names:
        return SamplesDesk()
    shown = name if name in names else names[0]
    waiting = dict(sampling.blind_lines(catalogue, shown, reader=reader))
    return SamplesDesk(names, sampling.report(catalogue, shown), waiting)


def blinded(record: Record) -> Record:
    """A document as its second reader may see it: text and findings, nothing that was decided."""
    row = replace(record.row, attribute=DisclosureAttribute.UNDETERMINED, review_state=ReviewState.OPEN)
    return replace(record, row=row, suggestion=None, live=None, history=())

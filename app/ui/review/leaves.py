"""The leaves behind the review desk; each is imported and put together when it is first opened."""

from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from app.ui.language import tr
from app.ui.review.view import ReviewView
from app.ui.room import Room

if TYPE_CHECKING:
    from app.ui.review.disagreements import DisagreementsWork
    from app.ui.review.rounds_work import RoundsWork
    from app.ui.review.samples_work import SamplesWork

DESK, ROUNDS, SAMPLES, DISAGREEMENTS = range(4)


class Leaves(QObject):
    """Rounds and batches, samples, disagreements. ``batch_opened`` carries the batch that is to be read."""

    batch_opened = Signal(object)

    def __init__(self, room: Room) -> None:
        super().__init__(room)
        self._room = room

    def add_to(self, view: ReviewView) -> None:
        """Put the leaves behind the desk, in their order."""
        view.add_leaf(tr("轮次与批次"), lambda: self.rounds.page)
        view.add_leaf(tr("抽查"), lambda: self.samples.page)
        view.add_leaf(tr("分歧"), lambda: self.disagreements.page)

    def refresh(self, leaf: int) -> None:
        """Read anew what a leaf shows."""
        if leaf == ROUNDS:
            self.rounds.refresh()
        elif leaf == SAMPLES:
            self.samples.refresh()
        else:
            self.disagreements.refresh()

    @cached_property
    def rounds(self) -> "RoundsWork":
        """Rounds and batches."""
        from app.ui.review.rounds import RoundsPage
        from app.ui.review.rounds_work import RoundsWork

        made = RoundsWork(self._room, RoundsPage(self._room.desk))
        made.opened.connect(self.batch_opened)
        return made

    @cached_property
    def samples(self) -> "SamplesWork":
        """Samples of what was decided."""
        from app.ui.review.samples import SamplesPage
        from app.ui.review.samples_work import SamplesWork

        return SamplesWork(self._room, SamplesPage(self._room.desk))

    @cached_property
    def disagreements(self) -> "DisagreementsWork":
        """Decisions that differ though the texts hardly do."""
        from app.ui.review.disagreements import DisagreementsPage, DisagreementsWork

        return DisagreementsWork(self._room, DisagreementsPage(self._room.desk))

"""What was done at one sitting: decisions that can be taken back, how many, and how fast."""

import time
from dataclasses import dataclass, field

from app.domain.review import Decision
from app.ui.reader.record import Record
from app.ui.review.pace import Pace

Made = tuple[Record, Decision]


@dataclass(slots=True)
class Sitting:
    """Decisions in their order, those taken back, and which documents of the queue are done."""

    decided: list[Made] = field(default_factory=list)
    undone: list[Made] = field(default_factory=list)
    done: set[int] = field(default_factory=set)
    pace: Pace = field(default_factory=Pace)
    _again: Made | None = None

    def begin(self, done: frozenset[int] = frozenset()) -> None:
        """Another queue; what was decided can still be taken back."""
        self.done = set(done)

    def learn(self, done: frozenset[int]) -> None:
        """The same queue, read again: what somebody decided elsewhere meanwhile is done too."""
        self.done |= done

    def made(self, record: Record, decision: Decision) -> None:
        """A decision was sent; a new one ends what could be sent again."""
        if self._again is None or self._again[0] is not record:
            self.undone.clear()
        self._again = None
        self.decided.append((record, decision))
        self.count(record.row.id)

    def count(self, document: int) -> None:
        """A document is done with for now."""
        self.done.add(document)
        self.pace.decided(time.monotonic())

    def take_back(self) -> Made | None:
        """The last decision, which is being taken back."""
        if not self.decided:
            return None
        made = self.decided.pop()
        self.undone.append(made)
        self.done.discard(made[0].row.id)
        return made

    def send_again(self) -> Made | None:
        """The decision taken back last, which is being sent again."""
        self._again = self.undone.pop() if self.undone else None
        return self._again

    @property
    def last(self) -> Decision | None:
        """The decision made last."""
        return self.decided[-1][1] if self.decided else None

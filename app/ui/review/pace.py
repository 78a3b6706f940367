"""How many documents are left and about how long they take, without pressure."""

from dataclasses import dataclass, field

SECONDS_AT_FIRST = 60.0
DECISIONS_TO_BELIEVE = 5
LONGEST_PAUSE = 300.0


@dataclass(slots=True)
class Pace:
    """Seconds between decisions of this session; a pause of more than five minutes does not count."""

    _expected: float = SECONDS_AT_FIRST
    _last: float | None = None
    _spans: list[float] = field(default_factory=list)

    def expect(self, seconds: float) -> None:
        """Before enough was decided, a document is thought to take so long; a plain minute otherwise."""
        self._expected = seconds

    def decided(self, now: float) -> None:
        """A decision was made at this second."""
        if self._last is not None and now - self._last <= LONGEST_PAUSE:
            self._spans.append(now - self._last)
        self._last = now

    @property
    def seconds_each(self) -> float:
        """Seconds a document takes; what was expected until enough was decided."""
        recent = self._spans[-30:]
        if len(recent) < DECISIONS_TO_BELIEVE:
            return self._expected
        return sum(recent) / len(recent)

    def seconds_for(self, count: int) -> float:
        """About how long ``count`` documents take."""
        return count * self.seconds_each

"""How long work tells what it has done, and learns that it should stop."""

import time
from dataclasses import dataclass
from typing import Protocol

from app.errors import Cancelled

LEAST_SECONDS_BETWEEN_REPORTS = 0.05


@dataclass(frozen=True, slots=True)
class Step:
    """``done`` of ``total`` (0 when unknown) in ``stage``, a short Chinese phrase."""

    stage: str
    done: int
    total: int = 0


class Progress(Protocol):
    """What a use case reports to: a window, a terminal or nobody."""

    def step(self, stage: str, done: int, total: int = 0) -> None:
        """Report; raises :class:`~app.errors.Cancelled` when the user asked to stop."""


class Silent:
    """Reports to nobody and is never cancelled."""

    def step(self, stage: str, done: int, total: int = 0) -> None:
        """Do nothing."""


class Throttled:
    """Hands on at most twenty reports a second, and turns a cancel flag into ``Cancelled``.

    Subclasses say what showing a step means.
    """

    def __init__(self) -> None:
        self._cancelled = False
        self._shown_at = 0.0

    def cancel(self) -> None:
        """Ask the work to stop at its next step."""
        self._cancelled = True

    def step(self, stage: str, done: int, total: int = 0) -> None:
        """Show the step if the last one is old enough, or if this is the last one."""
        if self._cancelled:
            raise Cancelled
        now = time.monotonic()
        if now - self._shown_at >= LEAST_SECONDS_BETWEEN_REPORTS or (total and done >= total):
            self._shown_at = now
            self.show(Step(stage, done, total))

    def show(self, step: Step) -> None:
        """Present the step to a person."""
        raise NotImplementedError

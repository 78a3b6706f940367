"""What a format could not hold of a value; reported with its position instead of being swallowed."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class CellLoss:
    """``row`` counts from 1 below the head; ``reason`` is a Chinese phrase for the user."""

    row: int
    column: str
    reason: str

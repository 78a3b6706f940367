"""What the series of our own document numbers say about what is missing."""

from dataclasses import dataclass

from app.domain.completeness import DuplicateNumber, SeriesGap, duplicates, gaps
from app.store import queries
from app.store.catalogue import Catalogue


@dataclass(frozen=True, slots=True)
class Completeness:
    """Gaps and duplicates of all series that our office numbers."""

    gaps: tuple[SeriesGap, ...]
    duplicates: tuple[DuplicateNumber, ...]


def completeness(catalogue: Catalogue) -> Completeness:
    """Compare the numbers that are held with those there should be."""
    with catalogue.read() as connection:
        held = queries.own_numbers(connection)
    return Completeness(gaps(held), duplicates(held))

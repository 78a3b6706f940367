"""The figures of the first page, made from the counts of the store."""

from collections.abc import Mapping
from dataclasses import dataclass

from app.domain.disclosure import DisclosureAttribute
from app.store.queries import Overview

MILESTONES = (2016, 2008, 2005)
"""The years from which documents are reviewed first, next and last."""


@dataclass(frozen=True, slots=True)
class Milestone:
    """How many documents since a year are decided."""

    since: int
    decided: int
    total: int

    @property
    def percent(self) -> int:
        """Whole percent; 100 only when everything is decided."""
        if not self.total:
            return 100
        return min(99, round(100 * self.decided / self.total)) if self.decided < self.total else 100


def milestones(overview: Overview) -> tuple[Milestone, ...]:
    """Progress since each milestone year."""
    return tuple(_milestone(overview.by_year_and_attribute, since) for since in MILESTONES)


def by_year(overview: Overview) -> tuple[tuple[str, ...], dict[DisclosureAttribute, tuple[int, ...]]]:
    """The years from first to last without gaps, and the documents of each attribute in them."""
    counts = overview.by_year_and_attribute
    known = sorted({year for year, _attribute in counts if year is not None})
    years = list(range(known[0], known[-1] + 1)) if known else []
    values = {
        attribute: tuple(counts.get((year, attribute.value), 0) for year in years)
        for attribute in DisclosureAttribute
    }
    return tuple(map(str, years)), values


def undated(overview: Overview) -> int:
    """Documents without a year."""
    return sum(count for (year, _), count in overview.by_year_and_attribute.items() if year is None)


def _milestone(counts: Mapping[tuple[int | None, str], int], since: int) -> Milestone:
    held = {key: count for key, count in counts.items() if key[0] is not None and key[0] >= since}
    decided = sum(count for (_, attribute), count in held.items() if attribute != "undetermined")
    return Milestone(since, decided, sum(held.values()))

"""The figures of the first page, made from the counts of the store."""

from collections import Counter
from dataclasses import dataclass

from app.domain import terms
from app.domain.disclosure import DisclosureAttribute
from app.domain.source import FailureKind, FileStatus
from app.store.counts import Overview
from app.ui.desk import Destination, RoomName

Counts = Counter[tuple[int | None, str]]

MILESTONES = (2016, 2008, 2005)
"""The years from which documents are reviewed first, next and last."""


@dataclass(frozen=True, slots=True)
class Milestone:
    """How many documents since a year are decided, of those that are ours to decide."""

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
    return tuple(_milestone(ours(overview), since) for since in MILESTONES)


@dataclass(frozen=True, slots=True)
class Years:
    """The years from first to last without gaps, and for each of them the documents of every attribute that
    are ours to decide, and those that are not.
    """

    labels: tuple[str, ...]
    ours: dict[DisclosureAttribute, tuple[int, ...]]
    others: tuple[int, ...]


def by_year(overview: Overview) -> Years:
    """What is held of each year."""
    counts, others = ours(overview), Counter[int | None]()
    for (year, _attribute), count in overview.others_by_year_and_attribute.items():
        others[year] += count
    known = sorted({year for year, _attribute in overview.by_year_and_attribute if year is not None})
    years = range(known[0], known[-1] + 1) if known else range(0)
    values = {
        attribute: tuple(counts[year, attribute.value] for year in years) for attribute in DisclosureAttribute
    }
    return Years(tuple(map(str, years)), values, tuple(others[year] for year in years))


def ours(overview: Overview) -> Counts:
    """How many documents that are ours to decide there are by year and attribute."""
    return Counter(overview.by_year_and_attribute) - Counter(overview.others_by_year_and_attribute)


@dataclass(frozen=True, slots=True)
class Numbering:
    """What the series of numbers tell: how many numbers nobody bears, and how many several documents bear."""

    missing: int = 0
    repeated: int = 0


@dataclass(frozen=True, slots=True)
class Lack:
    """Something that is missing or could not be read: its word, how often, and where its list is."""

    word: str
    count: int
    destination: Destination


def lacks(overview: Overview, numbering: Numbering) -> tuple[Lack, ...]:
    """What waits to be mended, the most frequent first; what does not occur is left out."""
    found = [
        Lack(
            terms.FAILURE_TERMS[FailureKind(kind)],
            count,
            Destination(RoomName.INGEST, facets={"cause": kind}),
        )
        for kind, count in overview.by_failure.items()
    ]
    scans = overview.by_status.get(FileStatus.NEEDS_OCR, 0)
    found += [
        Lack(terms.STATUS_TERMS[FileStatus.NEEDS_OCR], scans, _register("ocr")),
        Lack("缺号", numbering.missing, _register("gaps")),
        Lack("重号", numbering.repeated, _register("duplicates")),
    ]
    return tuple(sorted((one for one in found if one.count), key=lambda one: -one.count))


def since(year: int) -> str:
    """The query for what is still undecided since a year."""
    return f"年度:[{year} 至] 属性:未认定 归属:本机关认定"


def _register(name: str) -> Destination:
    return Destination(RoomName.REGISTERS, facets={"register": name})


def _milestone(counts: Counts, since: int) -> Milestone:
    held = {key: count for key, count in counts.items() if key[0] is not None and key[0] >= since}
    decided = sum(count for (_, attribute), count in held.items() if attribute != "undetermined")
    return Milestone(since, decided, sum(held.values()))

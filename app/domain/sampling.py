"""Checking the review by samples: agreement of two readers, and what finding nothing proves."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from math import comb

from app.domain.disclosure import DisclosureAttribute

CONFIDENCE = 0.95
LEAST_FOR_KAPPA = 2


class SampleKind(StrEnum):
    """Why a sample is drawn."""

    SECOND_READING = "second_reading"
    ACCEPTANCE = "acceptance"


class Stratum(StrEnum):
    """What makes a decision worth a second look."""

    MACHINE_AGREED = "machine_agreed"
    PROPAGATED = "propagated"
    FAST = "fast"
    LATE = "late"
    ORDINARY = "ordinary"


SAMPLE_TERMS = {
    SampleKind.SECOND_READING: "背对背复核",
    SampleKind.ACCEPTANCE: "验收抽查",
}
FAST_SECONDS = 3.0
LATE_HOURS = frozenset({*range(17, 24), *range(7)})
"""Hours of the day in which attention is lower."""


@dataclass(frozen=True, slots=True)
class Reading:
    """What two persons said about the same document."""

    first: DisclosureAttribute
    second: DisclosureAttribute


@dataclass(frozen=True, slots=True)
class Agreement:
    """How far two readers agree. ``kappa`` is ``None`` where chance alone explains everything."""

    count: int
    observed: float
    kappa: float | None
    confusion: Mapping[tuple[DisclosureAttribute, DisclosureAttribute], int]


def agreement(readings: Sequence[Reading]) -> Agreement:
    """Observed agreement, Cohen's κ and the confusion table (first, second) → number."""
    count = len(readings)
    confusion = Counter((reading.first, reading.second) for reading in readings)
    if not count:
        return Agreement(0, 0.0, None, confusion)
    observed = sum(number for (one, other), number in confusion.items() if one is other) / count
    first, second = Counter(r.first for r in readings), Counter(r.second for r in readings)
    expected = sum(first[each] * second[each] for each in DisclosureAttribute) / count**2
    kappa = (observed - expected) / (1 - expected) if count >= LEAST_FOR_KAPPA and expected < 1 else None
    return Agreement(count, observed, kappa, confusion)


def upper_bound(found: int, sampled: int, population: int, confidence: float = CONFIDENCE) -> float:
    """The largest share of errors still compatible with ``found`` among ``sampled`` of ``population``.

    Exact (hypergeometric), one-sided: the rate that would show at most ``found`` errors in such a sample
    with probability 1 - confidence.
    """
    if sampled <= 0 or population <= 0:
        return 1.0
    low, high = found, population - (sampled - found)
    while low < high:
        middle = (low + high + 1) // 2
        if _at_most(found, sampled, population, middle) > 1 - confidence:
            low = middle
        else:
            high = middle - 1
    return low / population


def sentence(found: int, sampled: int, population: int) -> str:
    """What a sample proves, for the head of the office."""
    bound = upper_bound(found, sampled, population)
    if sampled >= population:
        return f"全部 {population} 件逐件复核，有 {found} 件有误。"
    told = f"从 {population} 件中随机抽查 {sampled} 件，"
    told += "没有发现差错" if not found else f"发现 {found} 件有误"
    return f"{told}；有 95% 的把握，差错率不超过 {_percent(bound)}（不多于 {round(bound * population)} 件）。"


def stratum_of(*, is_propagated: bool, agrees: bool, seconds: float | None, at: str) -> Stratum:
    """The most telling reason to look at a decision again; ``at`` is the ISO time of deciding."""
    if is_propagated:
        return Stratum.PROPAGATED
    if seconds is not None and seconds < FAST_SECONDS:
        return Stratum.FAST
    if int(at[11:13]) in LATE_HOURS:
        return Stratum.LATE
    return Stratum.MACHINE_AGREED if agrees else Stratum.ORDINARY


def _at_most(found: int, sampled: int, population: int, errors: int) -> float:
    """Probability of at most ``found`` errors in a sample when there are ``errors`` in the population."""
    whole = comb(population, sampled)
    ways = sum(
        comb(errors, number) * comb(population - errors, sampled - number)
        for number in range(min(found, errors) + 1)
        if sampled - number <= population - errors
    )
    return ways / whole


def _percent(share: float) -> str:
    return f"{share * 100:.2f}".rstrip("0").rstrip(".") + "%"

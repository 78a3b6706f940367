"""Which pairs of files are worth judging: like texts by bands of their sketches, like names by keys.

Memory is flat: pairs are packed into 64 bits and thinned out band by band. Many files that resemble each
other (300 penalty decisions on one form) are not all paired: they are sorted by what tells them apart, and
each is paired with its neighbours.
"""

from collections import defaultdict
from collections.abc import Hashable, Iterator, Sequence

import numpy as np
from numpy.typing import NDArray

from app.inventory.grouping.carrier import Carrier
from app.text.similarity import BINS, Signatures, similarity

BANDS = 32
ROWS = BINS // BANDS
"""Texts with half of their shingles in common share a band with 0.87, with 0.6 with 0.99."""

ALL_PAIRS_UP_TO = 24
NEIGHBOURS = 6
_BANDS_AT_ONCE = 4
_PAIRS_AT_ONCE = 50_000
_ROW_FACTORS = np.array(
    [0x9E3779B97F4A7C15, 0xC2B2AE3D27D4EB4F, 0x165667B19E3779F9, 0x27D4EB2F165667C5], "u8"
)

Pairs = NDArray[np.uint64]
"""Position · 2³² + greater position."""


def candidate_pairs(carriers: Sequence[Carrier], signatures: Signatures) -> Pairs:
    """The pairs to judge, each once, in order."""
    by_facts = np.array([_sort_key(carrier) for carrier in carriers], dtype=np.int64)
    ranks = np.empty(len(carriers), np.int64)
    ranks[sorted(range(len(carriers)), key=lambda place: _order(carriers[place]))] = np.arange(len(carriers))
    pairs = _packed(_by_keys(carriers, ranks))
    compared = np.flatnonzero(by_facts)
    for first in range(0, BANDS, _BANDS_AT_ONCE):
        bands = range(first, first + _BANDS_AT_ONCE)
        found = [_packed(_by_band(signatures, compared, ranks, band)) for band in bands]
        pairs = np.unique(np.concatenate([pairs, *found]))
    return pairs


def unpacked(pairs: Pairs) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """The two positions of each pair."""
    return (pairs >> np.uint64(32)).astype(np.int64), (pairs & np.uint64(0xFFFFFFFF)).astype(np.int64)


def similarities(pairs: Pairs, signatures: Signatures) -> NDArray[np.float32]:
    """The estimated share of common text of each pair."""
    found = np.empty(len(pairs), np.float32)
    for start in range(0, len(pairs), _PAIRS_AT_ONCE):
        one, other = unpacked(pairs[start : start + _PAIRS_AT_ONCE])
        found[start : start + _PAIRS_AT_ONCE] = similarity(signatures[one], signatures[other])
    return found


def _sort_key(carrier: Carrier) -> int:
    """Not zero for a text that is long enough to be compared."""
    return carrier.shingle_count if carrier.says_enough else 0


def _order(carrier: Carrier) -> tuple[str, str, str, str, int]:
    """Files of one item stand side by side in this order."""
    return (carrier.number or "", carrier.core, carrier.day or "", carrier.digest, carrier.content_id)


def _by_keys(carriers: Sequence[Carrier], ranks: NDArray[np.int64]) -> Iterator[tuple[int, int]]:
    buckets: dict[Hashable, list[int]] = defaultdict(list)
    for place, carrier in enumerate(carriers):
        for key in _keys(carrier):
            buckets[key].append(place)
    for bucket in buckets.values():
        if len(bucket) > 1:
            yield from _pairs_within(sorted(bucket, key=lambda place: ranks[place]))


def _keys(carrier: Carrier) -> Iterator[Hashable]:
    if carrier.number:
        yield ("number", carrier.number)
    if carrier.has_text:
        yield ("digest", carrier.digest)
    for key in set(carrier.keys):
        yield ("title", key)
    if carrier.name.base:
        yield ("name", carrier.folder, carrier.name.base)


def _by_band(
    signatures: Signatures, compared: NDArray[np.int64], ranks: NDArray[np.int64], band: int
) -> Iterator[tuple[int, int]]:
    rows = signatures[compared, band * ROWS : (band + 1) * ROWS].astype(np.uint64)
    keys = (rows * _ROW_FACTORS).sum(axis=1, dtype=np.uint64)
    order = np.lexsort((ranks[compared], keys))
    keys, places = keys[order], compared[order]
    starts = np.flatnonzero(np.concatenate(([True], keys[1:] != keys[:-1])))
    ends = np.append(starts[1:], len(keys))
    several = ends - starts > 1
    for start, end in zip(starts[several].tolist(), ends[several].tolist(), strict=True):
        yield from _pairs_within(places[start:end].tolist())


def _pairs_within(bucket: list[int]) -> Iterator[tuple[int, int]]:
    """All pairs of a small bucket, pairs of neighbours of a large one."""
    reach = len(bucket) if len(bucket) <= ALL_PAIRS_UP_TO else NEIGHBOURS
    for place, one in enumerate(bucket):
        for other in bucket[place + 1 : place + 1 + reach]:
            yield (one, other) if one < other else (other, one)


def _packed(pairs: Iterator[tuple[int, int]]) -> Pairs:
    return np.unique(np.fromiter((one << 32 | other for one, other in pairs), dtype=np.uint64))

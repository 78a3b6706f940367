"""Which pairs of files are worth judging: like texts by bands of their sketches, like names by keys.

Memory is flat: pairs are packed into 64 bits and thinned out band by band. Many files that resemble each
other (300 penalty decisions on one form) are not all paired: they are sorted by what tells them apart, and
each is paired with its neighbours.
"""

from collections.abc import Callable, Hashable, Iterable, Iterator, Sequence

import numpy as np
from numpy.typing import NDArray

from app.inventory.grouping.carrier import Carrier
from app.text.similarity import BINS, Signatures, similarity

BANDS = 32
ROWS = BINS // BANDS
"""Texts with half of their shingles in common share a band with 0.87, with 0.6 with 0.99."""

ALL_PAIRS_UP_TO = 24
NEIGHBOURS = 6
_PAIRS_AT_ONCE = 10_000
_ROW_FACTORS = np.array(
    [0x9E3779B97F4A7C15, 0xC2B2AE3D27D4EB4F, 0x165667B19E3779F9, 0x27D4EB2F165667C5], "u8"
)

Pairs = NDArray[np.uint64]
"""Position · 2³² + greater position."""

Keys = NDArray[np.uint64]


def candidate_pairs(carriers: Sequence[Carrier], signatures: Signatures) -> Pairs:
    """The pairs to judge, each once, in order."""
    ranks = np.empty(len(carriers), np.int64)
    ranks[sorted(range(len(carriers)), key=lambda place: _order(carriers[place]))] = np.arange(len(carriers))
    pairs = np.empty(0, np.uint64)
    for keys_of in (_number, _digest, _titles, _name):
        keys, places = _hashed(carriers, keys_of)
        pairs = np.union1d(pairs, _packed(_within_runs(keys, places, ranks)))
    compared = np.array([place for place, carrier in enumerate(carriers) if carrier.says_enough], np.int64)
    for band in range(BANDS):
        keys = _band_keys(signatures, compared, band)
        pairs = np.union1d(pairs, _packed(_within_runs(keys, compared, ranks)))
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


def _order(carrier: Carrier) -> tuple[str, str, str, str, int]:
    """Files of one item stand side by side in this order."""
    return (carrier.number or "", carrier.core, carrier.day or "", carrier.digest, carrier.content_id)


def _hashed(
    carriers: Sequence[Carrier], keys_of: Callable[[Carrier], Iterable[Hashable]]
) -> tuple[Keys, NDArray[np.int64]]:
    """A hash of each key and the position that has it; a rare collision costs one judgement."""
    found = [(hash(key), place) for place, carrier in enumerate(carriers) for key in keys_of(carrier)]
    table = np.array(found, np.int64).reshape(-1, 2)
    return table[:, 0].astype(np.uint64), table[:, 1]


def _number(carrier: Carrier) -> Iterator[Hashable]:
    if carrier.number:
        yield carrier.number


def _digest(carrier: Carrier) -> Iterator[Hashable]:
    if carrier.has_text:
        yield carrier.digest


def _titles(carrier: Carrier) -> Iterable[Hashable]:
    return set(carrier.keys)


def _name(carrier: Carrier) -> Iterator[Hashable]:
    if carrier.name.base:
        yield (carrier.folder, carrier.name.base)


def _band_keys(signatures: Signatures, compared: NDArray[np.int64], band: int) -> Keys:
    rows = signatures[compared, band * ROWS : (band + 1) * ROWS].astype(np.uint64)
    keys: Keys = (rows * _ROW_FACTORS).sum(axis=1, dtype=np.uint64)
    return keys


def _within_runs(
    keys: Keys, places: NDArray[np.int64], ranks: NDArray[np.int64]
) -> Iterator[tuple[int, int]]:
    """Pairs of positions that have a key in common."""
    if not len(keys):
        return
    order = np.lexsort((ranks[places], keys))
    keys, places = keys[order], places[order]
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

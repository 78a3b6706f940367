"""How alike two texts are, told from small sketches instead of the texts.

A sketch is a MinHash of the text's shingles: its letters, folded, four at a time. The shingles are hashed
once and spread over bins, and the least hash of each bin is kept (one-permutation hashing, Li, Owen and
Zhang 2012); an empty bin borrows from the next filled one (Shrivastava and Li 2014). The share of equal bins
estimates the share of common shingles (Jaccard) with a standard error of at most 0.045.
"""

import hashlib
import re
from dataclasses import dataclass
from functools import cache

import numpy as np
from numpy.typing import NDArray

from app.text.folding import fold, has_other_planes
from app.text.tokens import HAN

SKETCH_VERSION = 1
"""Raise it when folding, shingles or hashing change what is stored: every sketch is then made anew."""

BINS = 128
SHINGLE = 4
_BIN_SHIFT = np.uint64(57)
_BIN_STARTS = np.arange(BINS, dtype=np.uint64) << _BIN_SHIFT
_FACTOR = np.uint64(0x9E3779B97F4A7C15)
_MIXER = np.uint64(0xD6E8FEB86659FD93)
_HALF = np.uint64(32)
_BORROWED = np.uint32(0x9E3779B1)
_NOT_LETTERS = re.compile(f"[^0-9a-z{HAN}]+")
_SHORT = 200
"""Characters; below it the pattern is as quick as the table."""

Signatures = NDArray[np.uint32]
"""One row of :data:`BINS` numbers for each text."""


@dataclass(frozen=True, slots=True)
class Sketch:
    """What stands for a text. ``digest`` is equal where all letters are, ``signature`` empty for a text
    without four letters.
    """

    digest: str
    shingle_count: int
    signature: bytes


def letters(text: str) -> str:
    """The Han characters, Latin letters and digits of a text in their folded form."""
    folded = fold(text)
    if len(folded) < _SHORT or has_other_planes(folded):
        return _NOT_LETTERS.sub("", folded)
    units = np.frombuffer(folded.encode("utf-16-le", "surrogatepass"), dtype="<u2")
    return units[_is_letter().take(units)].tobytes().decode("utf-16-le")


@cache
def _is_letter() -> NDArray[np.bool_]:
    """For each code point of the basic plane whether it stays; halves of pairs do not."""
    stays = np.zeros(1 << 16, dtype=np.bool_)
    kept = _NOT_LETTERS.sub("", "".join(map(chr, range(1 << 16))))
    stays[np.frombuffer(kept.encode("utf-16-le"), dtype="<u2")] = True
    return stays


def sketch_of(text: str) -> Sketch:
    """The sketch of a text; cost is linear, about half a millisecond for 2,000 characters."""
    only = letters(text)
    digest = hashlib.sha256(only.encode("utf-8", "surrogatepass")).hexdigest()[:32]
    hashes = _shingle_hashes(only)
    if not hashes.size:
        return Sketch(digest, 0, b"")
    return Sketch(digest, int(hashes.size), _minima(hashes).astype("<u4").tobytes())


def signatures_of(packed: list[bytes]) -> Signatures:
    """The signatures as one table; a text without signature gets a row of zeros."""
    blank = bytes(4 * BINS)
    joined = b"".join(one or blank for one in packed)
    return np.frombuffer(joined, dtype="<u4").reshape(-1, BINS).astype(np.uint32, copy=False)


def similarity(one: Signatures, other: Signatures) -> NDArray[np.float32]:
    """Estimated share of common shingles, 0 to 1, of each row with the same row of the other table."""
    equal: NDArray[np.float32] = (one == other).mean(axis=1, dtype=np.float32)
    return equal


def containment(similar: float, count: int, other_count: int) -> float:
    """Estimated share of the first text's ``count`` shingles that the other text has as well."""
    if not count:
        return 0.0
    common = similar / (1 + similar) * (count + other_count)
    return min(1.0, common / count)


def _shingle_hashes(only: str) -> NDArray[np.uint64]:
    """A sorted hash for every different shingle."""
    points = np.frombuffer(only.encode("utf-32-le", "surrogatepass"), dtype="<u4").astype(np.uint64)
    length = len(points) - SHINGLE + 1
    if length <= 0:
        return np.empty(0, np.uint64)
    hashes = points[:length].copy()
    for place in range(1, SHINGLE):
        hashes = hashes * _FACTOR + points[place : place + length]
    hashes ^= hashes >> _HALF
    hashes *= _MIXER
    hashes ^= hashes >> _HALF
    hashes *= _MIXER
    hashes ^= hashes >> _HALF
    hashes.sort()
    is_new = np.ones(len(hashes), bool)
    np.not_equal(hashes[1:], hashes[:-1], out=is_new[1:])
    return hashes[is_new]  # as np.unique has it, which hashes once more and takes thirty times as long


def _minima(hashes: NDArray[np.uint64]) -> Signatures:
    """The least hash of each bin; an empty bin takes the next one's, changed by the distance."""
    firsts = np.searchsorted(hashes, _BIN_STARTS)
    inside = np.minimum(firsts, len(hashes) - 1)
    filled = (firsts < len(hashes)) & (hashes[inside] >> _BIN_SHIFT == np.arange(BINS, dtype=np.uint64))
    minima = (hashes[inside] >> np.uint64(24)).astype(np.uint32)
    places = np.flatnonzero(filled)
    following = places[np.searchsorted(places, np.arange(BINS)) % len(places)]
    distance = ((following - np.arange(BINS)) % BINS).astype(np.uint32)
    signature: Signatures = minima[following] + distance * _BORROWED
    return signature

"""Near-duplicates: wire copies found by MinHash over runs of four words.

The coefficients are fixed and the sketch is stored, so an index made today answers tomorrow;
a library that changed its hashing between versions would silently stop finding copies.
Method: Broder 1997, "On the resemblance and containment of documents".
"""

import zlib
from collections.abc import Sequence

import numpy as np
import numpy.typing as npt

from mapapp.text.remembered import Remembered

RUN = 4
"""Words in a shingle."""

BANDS = 10
ROWS = 3
"""Ten bands of three: a pair that shares half its shingles becomes a candidate in 74 % of cases,
one that shares seven tenths in 98 %."""

SAME = 0.5
"""Share of common shingles (Jaccard, 0-1) from which two articles count as copies."""

SHORTEST = 25
"""Words below which no copy is looked for: short texts agree by chance."""

_GENERATOR = np.random.Generator(np.random.PCG64(20200227))
_FACTORS = _GENERATOR.integers(1, 2**63, BANDS * ROWS, dtype=np.uint64) | np.uint64(1)
_ADDENDS = _GENERATOR.integers(0, 2**63, BANDS * ROWS, dtype=np.uint64)
_POSITIONS = _GENERATOR.integers(1, 2**63, RUN, dtype=np.uint64) | np.uint64(1)

_HASHES = Remembered(lambda word: zlib.crc32(word.encode()))

Shingles = npt.NDArray[np.uint64]


def shingles(words: Sequence[str]) -> Shingles:
    """Return the distinct hashes of all runs of four words, sorted; empty for short texts."""
    if len(words) < SHORTEST:
        return np.empty(0, np.uint64)
    hashes = np.array(list(map(_HASHES.__getitem__, words)), np.uint64)
    count = len(words) - RUN + 1
    total = np.zeros(count, np.uint64)
    for position in range(RUN):
        total += hashes[position : position + count] * _POSITIONS[position]
    marks = np.sort(total ^ (total >> np.uint64(29)))
    distinct = np.ones(count, np.bool_)
    np.not_equal(marks[1:], marks[:-1], out=distinct[1:])
    return marks[distinct]


def bands(marks: Shingles) -> list[int]:
    """Return the band hashes (signed 64 bits) under which an article is filed."""
    if not len(marks):
        return []
    mixed = marks * _FACTORS[:, None] + _ADDENDS[:, None]
    least = mixed.min(axis=1) >> np.uint64(32)
    found = []
    for band in range(BANDS):
        label = band.to_bytes(1, "big") + least[band * ROWS : (band + 1) * ROWS].tobytes()
        low, high = zlib.crc32(label), zlib.adler32(label[::-1])
        found.append(int(np.int64(np.uint64(low << 32 | high).view(np.int64))))
    return found


def similarity(one: Shingles, other: Shingles) -> float:
    """Return the share of shingles that two articles have in common (Jaccard, 0-1)."""
    if not len(one) or not len(other):
        return 0.0
    common = len(np.intersect1d(one, other, assume_unique=True))
    return common / (len(one) + len(other) - common)

"""Random numbers that everybody can draw again: SHAKE-128 streams of bytes, one per block, kind and part.

A stream is SHAKE-128 of ``MARK``, its kind (a byte), the numbers of block and part (8 bytes each, the high one first),
and the seed in UTF-8. Numbers are little-endian, all those of a column before those of the next.
"""

from hashlib import shake_128

import numpy as np
from numpy.typing import NDArray

from decide.solve.plan import BLOCK

MARK = b"decide-draws-1"
WEIGHTS, CELLS, PILOT = b"w", b"c", b"p"
Words = NDArray[np.uint32]


def stream(seed: str, kind: bytes, block: int, part: int, size: int) -> bytes:
    """Return the first ``size`` bytes of a stream."""
    address = kind + block.to_bytes(8, "big") + part.to_bytes(8, "big")
    return shake_128(MARK + address + seed.encode()).digest(size)


def words(seed: str, kind: bytes, block: int, part: int, columns: int = 1) -> Words:
    """Return 32 random bits for each column (row of the array) and draw of a block."""
    drawn = stream(seed, kind, block, part, 4 * columns * BLOCK)
    return np.frombuffer(drawn, "<u4").astype(np.uint32, copy=False).reshape(columns, BLOCK)


def levels(seed: str, block: int, cell: int) -> NDArray[np.intp]:
    """Return 12 random bits for each draw of a block: a byte each, then four bits each, two draws to a byte."""
    drawn = np.frombuffer(stream(seed, CELLS, block, cell, BLOCK + BLOCK // 2), np.uint8)
    found = drawn[:BLOCK].astype(np.intp)
    high = drawn[BLOCK:].astype(np.intp)
    found[: BLOCK // 2] |= (high & 15) << 8
    found[BLOCK // 2 :] |= (high >> 4) << 8
    return found

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


def cuts(seed: str, kind: bytes, block: int, part: int, columns: int) -> Words:
    """Return 24 random bits for each column (row of the array) and draw of a block.

    All low halves come before all high bytes; a stream costs what its bytes cost, so none is thrown away.
    """
    size = columns * BLOCK
    drawn = stream(seed, kind, block, part, 3 * size)
    found = np.frombuffer(drawn, np.uint8, offset=2 * size).astype(np.uint32)
    found <<= np.uint32(16)
    found |= np.frombuffer(drawn, "<u2", size)
    return found.reshape(columns, BLOCK)


def words(seed: str, block: int, part: int) -> NDArray[np.int64]:
    """Return 32 random bits for each draw of a block."""
    return np.frombuffer(stream(seed, WEIGHTS, block, part, 4 * BLOCK), "<u4").astype(np.int64)


def levels(seed: str, block: int, cell: int) -> NDArray[np.intp]:
    """Return 12 random bits for each draw of a block: a byte each, then four bits each, two draws to a byte."""
    drawn = np.frombuffer(stream(seed, CELLS, block, cell, BLOCK + BLOCK // 2), np.uint8)
    found = drawn[:BLOCK].astype(np.intp)
    high = drawn[BLOCK:].astype(np.intp)
    found[: BLOCK // 2] |= (high & 15) << 8
    found[BLOCK // 2 :] |= (high >> 4) << 8
    return found

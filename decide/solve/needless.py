"""Which rows of possible weights follow from the others: they are no limits, and would only multiply the corners.

A row that is met with nothing to spare at a corner of the others would be taken for one more limit there. In an order
w₁ ≥ w₂ ≥ … ≥ 0, for instance, only the last weight needs to be held above 0.
"""

from collections.abc import Sequence
from fractions import Fraction

from decide.solve.exact import minimise
from decide.solve.program import Program, Row, sparse
from decide.solve.region import Line

MANY = 64
"""From so many rows on it would take longer to find out than it saves: none is looked for."""


def needless(rows: Sequence[Line]) -> frozenset[int]:
    """Return the places of rows that are mixtures of those that remain (Farkas 1902), the first ones first."""
    if len(rows) > MANY:
        return frozenset()
    kept = dict(enumerate(rows))
    for at, row in enumerate(rows):
        del kept[at]
        if not _is_mixture(row, list(kept.values())):
            kept[at] = row
    return frozenset(at for at in range(len(rows)) if at not in kept)


def _is_mixture(row: Line, others: Sequence[Line]) -> bool:
    """Return whether non-negative multiples of others sum to a row."""
    for entry, column in zip(row, zip(*others, strict=True), strict=False):
        if (entry > 0 and max(column) <= 0) or (entry < 0 and min(column) >= 0):
            return False
    demands = [
        Row(f"{at}", sparse([other[at] for other in others]), Fraction(entry), exact=True)
        for at, entry in enumerate(row)
    ]
    names = tuple(str(at) for at in range(len(others)))
    return minimise(Program("mixture", names, (Fraction(0),) * len(others), tuple(demands))).feasible

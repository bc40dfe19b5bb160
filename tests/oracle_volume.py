"""The exact volume of a polytope by Lasserre's recursion (1983), and what follows from it: slow, and short.

Nothing here is shared with the program: no corners, no dictionaries, no direction. A side (a, b) says a · x <= b.
"""

from collections.abc import Iterable, Sequence
from fractions import Fraction

Side = tuple[tuple[Fraction, ...], Fraction]
Wanted = Sequence[Sequence[Fraction]]
"""Rows that are to be at least 0 for weights."""

ONE, ZERO = Fraction(1), Fraction(0)


def volume(sides: Iterable[Side], size: int) -> Fraction:
    """Return the volume of a bounded polytope, as the sum of its facets' volumes times their distances."""
    own = _cleaned(sides)
    if own is None:
        return ZERO
    if size == 1:
        high = min(limit / entries[0] for entries, limit in own if entries[0] > 0)
        low = max(limit / entries[0] for entries, limit in own if entries[0] < 0)
        return max(ZERO, high - low)
    total = ZERO
    for facet in own:
        if facet[1]:
            entries, limit = facet
            at = next(place for place, entry in enumerate(entries) if entry)
            others = [_without(side, facet, at) for side in own if side is not facet]
            total += limit / abs(entries[at]) * volume(others, size - 1)
    return total / size


def size_of(wanted: Wanted, columns: int) -> Fraction:
    """Return the volume of the weights that meet the rows, as a share of that of all weights."""
    if columns == 1:
        return ONE if all(row[0] >= 0 for row in wanted) else ZERO
    share = volume(_sides(wanted, columns), columns - 1)
    for count in range(2, columns):
        share *= count
    return share


def mean_of(wanted: Wanted, columns: int, column: int) -> Fraction:
    """Return the mean of one weight over those that meet the rows: a volume with one dimension more."""
    if columns == 1:
        return ONE
    flat = _sides(wanted, columns)
    own = _chopped([ONE if at == column else ZERO for at in range(columns)])
    sides = [((*entries, ZERO), limit) for entries, limit in flat]
    sides += [((*[ZERO] * (columns - 1), -ONE), ZERO), ((*own[0], ONE), own[1])]
    return volume(sides, columns) / volume(flat, columns - 1)


def _sides(wanted: Wanted, columns: int) -> list[Side]:
    own = [[ONE if at == column else ZERO for at in range(columns)] for column in range(columns)]
    return [_chopped(row) for row in (*own, *wanted)]


def _chopped(row: Sequence[Fraction]) -> Side:
    """Return row · w >= 0 as a side, the last weight being what the others leave of 1."""
    return tuple(row[-1] - entry for entry in row[:-1]), row[-1]


def _without(side: Side, facet: Side, at: int) -> Side:
    """Return the side within the facet, on which one coordinate follows from the others."""
    (entries, limit), (level, height) = side, facet
    factor = entries[at] / level[at]
    rest = tuple(one - factor * two for one, two in zip(entries, level, strict=True))
    return rest[:at] + rest[at + 1 :], limit - factor * height


def _cleaned(sides: Iterable[Side]) -> list[Side] | None:
    """Return the sides without those that say nothing, the closest of parallel ones; None if one cannot be met."""
    closest: dict[tuple[Fraction, ...], Fraction] = {}
    for entries, limit in sides:
        scale = next((abs(entry) for entry in entries if entry), ZERO)
        if scale:
            unit = tuple(entry / scale for entry in entries)
            closest[unit] = min(limit / scale, closest.get(unit, limit / scale))
        elif limit < 0:
            return None
    return list(closest.items())

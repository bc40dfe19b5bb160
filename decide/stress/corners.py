"""The corners of a set of weights, where they can be listed: any direction is least in one of them."""

from collections.abc import Iterator
from fractions import Fraction
from itertools import chain, combinations, pairwise

from decide.model.possible import WeightSet

MOST_CORNERS = 300
Vector = tuple[Fraction, ...]


def corners(weight_set: WeightSet, size: int) -> tuple[Vector, ...] | None:
    """Return the corners of the possible weights; None where they are too many, or not of a form that lists them.

    All weights: one leaf has it all. Mixtures: the weights that are mixed. Weights that keep an order: the first
    classes of equals and some of the next share it alike (the corners of an order are cumulative means).
    """
    if weight_set.mixed:
        return None if weight_set.rows else tuple(weights for _, weights in weight_set.mixed)
    if not weight_set.rows:
        return tuple(tuple(Fraction(at == one) for at in range(size)) for one in range(size))
    ordered = classes(weight_set, size)
    if ordered is None or sum(2 ** len(one) - 1 for one in ordered) > MOST_CORNERS:
        return None
    return tuple(_shared(chosen, size) for chosen in _tops(ordered))


def classes(weight_set: WeightSet, size: int) -> list[list[int]] | None:
    """Return the classes of equals, heaviest first, if the rows are all that an order over all leaves says."""
    pairs = set()
    for row in weight_set.rows:
        entries = dict(row.coefficients)
        if row.exact or sorted(entries.values()) != [-1, 1]:
            return None
        more, less = sorted(entries, key=lambda at: -entries[at])
        pairs.add((more, less))
    above = {at: {more for more, less in pairs if less == at} for at in range(size)}
    ordered: list[list[int]] = []
    placed: set[int] = set()
    while len(placed) < size:
        found = [at for at in range(size) if at not in placed and above[at] <= placed]
        ordered.append(found)
        placed |= set(found)
        if not found:
            return None
    stated = {(more, less) for higher, lower in pairwise(ordered) for more in higher for less in lower}
    return ordered if stated == pairs else None


def _tops(ordered: list[list[int]]) -> Iterator[tuple[int, ...]]:
    upper: tuple[int, ...] = ()
    for one in ordered:
        subsets = chain.from_iterable(combinations(one, count) for count in range(1, len(one) + 1))
        yield from ((*upper, *subset) for subset in subsets)
        upper = (*upper, *one)


def _shared(chosen: tuple[int, ...], size: int) -> Vector:
    share = Fraction(1, len(chosen))
    return tuple(share if at in chosen else Fraction(0) for at in range(size))

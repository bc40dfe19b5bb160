"""Volumes as the checker reckons them: worked by hand, as another program part finds them, and where they are flat."""

from fractions import Fraction
from random import Random
from typing import Any

import pytest

from decide.audit.volumes import BeyondError, Budget, Region, moments, volume, whole_set
from decide.solve.program import Row, sparse
from decide.solve.volumes import first_rank_shares

Rows = list[tuple[tuple[int, ...], bool]]


def share(columns: int, rows: Rows, directions: list[tuple[int, ...]]) -> tuple[Fraction, Fraction, Region]:
    """Return between what the part of a set lies in which no direction is below 0, and that part."""
    budget = Budget()
    everything = region = whole_set(columns, rows, budget)
    for direction in directions:
        region = region.cut(direction, budget)
    if not region.corners or region.flat():
        return Fraction(0), Fraction(0), region
    if region is everything:
        return Fraction(1), Fraction(1), region
    (low, high), (least, most) = volume(region, budget), volume(everything, budget)
    return low / most, high / least, region


def test_half_of_a_triangle_lies_on_each_side_of_its_middle() -> None:
    """One third of it each where the first, the second, the third has most; there the mean has 11/18, 7/36, 7/36.

    That is the mean of the corners 1 0 0, 1/2 1/2 0, 1/2 0 1/2 and 1/3 1/3 1/3 in two triangles of one size.
    """
    low, high, region = share(3, [], [(1, -1, 0), (1, 0, -1)])
    first = moments(region, Budget())[0]

    assert low < Fraction(1, 3) < high
    assert first[0] < Fraction(11, 18) / 3 < first[1]


def drawn(seed: int) -> tuple[int, Rows, list[list[int]]]:
    random = Random(seed)
    columns = random.randint(2, 6)
    values = [[random.choice((0, 1, 5, random.randint(0, 100))) for _ in range(columns)] for _ in range(4)]
    rows = []
    for _ in range(random.randint(0, 3)):
        row = [0] * columns
        one, other = random.sample(range(columns), 2)
        row[one], row[other] = random.randint(1, 3), -random.randint(1, 3)
        rows.append((tuple(row), random.random() < 0.2))
    return columns, rows, values


@pytest.mark.parametrize("seed", range(60))
def test_shares_and_means_are_those_of_the_other_way_to_find_them(seed: int) -> None:
    columns, rows, values = drawn(seed)
    stated = [Row(str(at), sparse([Fraction(one) for one in row]), exact=exact) for at, (row, exact) in enumerate(rows)]
    try:
        told: Any = first_rank_shares(values, stated)
    except ValueError:  # nobody meets the rows
        with pytest.raises(BeyondError):
            whole_set(columns, rows, Budget())
        return
    for at, own in enumerate(values):
        others = [tuple(one - other for one, other in zip(own, row, strict=True)) for row in values if row is not own]
        everything = whole_set(columns, rows, Budget())
        alike = 1 + sum(not any(everything.heights(direction)) for direction in others)
        low, high, region = share(columns, rows, [one for one in others if any(everything.heights(one))])

        assert told.shares[at].low <= low / alike <= high / alike <= told.shares[at].high
        if high:
            size = volume(region, Budget())
            for (least, most), bound in zip(moments(region, Budget()), told.centres[at], strict=True):
                assert bound.low <= most / size[0]
                assert least / size[1] <= bound.high


def test_a_set_that_is_flat_without_saying_so_has_the_volume_of_what_is_left() -> None:
    """The first has as much as the second, as neither has less: the third has anything from none to all."""
    low, high, region = share(3, [((1, -1, 0), False), ((-1, 1, 0), False)], [(-1, -1, 1)])

    assert region.dimension == 1
    assert low <= Fraction(1, 2) <= high


def test_what_a_row_says_again_changes_nothing() -> None:
    twice = whole_set(3, [((1, -1, 0), True), ((2, -2, 0), True)], Budget())

    assert (twice.dimension, len(twice.corners)) == (1, 2)


def test_more_than_the_budget_allows_is_refused() -> None:
    with pytest.raises(BeyondError):
        whole_set(4, [((1, -1, 0, 0), False)], Budget(0))


def test_costs_that_are_level_along_an_edge_tell_nothing() -> None:
    with pytest.raises(ValueError, match="level along an edge"):
        whole_set(2, [], Budget()).integral([1, 1], 1)


def test_where_nobody_meets_the_rows_there_is_no_set() -> None:
    with pytest.raises(BeyondError):
        whole_set(2, [((-1, -1), False)], Budget())

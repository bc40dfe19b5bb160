"""Laws of the walk over corners, and of the sums over them."""

from dataclasses import replace
from random import Random

import pytest
from hypothesis import given

from decide.solve.bound import Bound
from decide.solve.envelope import Corner, TooManyError, UnluckyError, corners
from decide.solve.needless import needless
from decide.solve.region import Region, region
from decide.solve.terms import Enclosed, Exact
from tests.solve.regions import drawn, ordered
from tests.strategies import picks


def summed(where: Region, values: list[tuple[int, ...]], seed: int) -> list[Bound]:
    sums = Exact(where, len(values))
    for corner in corners(where, values, seed=seed, budget=1000):
        first = len(where.rows)
        sums.add(corner, [(edge, limit - first) for edge, limit in enumerate(corner.tight) if limit >= first])
    return sums.shares(range(len(values)))


@given(seed=picks)
def test_neither_the_direction_nor_the_small_moves_change_a_volume(seed: int) -> None:
    random = Random(seed)
    case = drawn(random)
    where = region(case.columns, case.rows)
    values = list({tuple(random.randint(0, 2) for _ in where.total) for _ in range(4)})

    one, other = (summed(where, values, number) for number in random.sample(range(1, 1000), 2))

    assert one == other


@given(seed=picks)
def test_a_corner_is_met_once_and_is_within_all_limits(seed: int) -> None:
    random = Random(seed)
    case = drawn(random)
    where = region(case.columns, case.rows)
    values = list({tuple(random.randint(0, 9) for _ in where.total) for _ in range(4)})

    found = list(corners(where, values, seed=seed, budget=1000))

    assert len({corner.mask() for corner in found}) == len(found)
    for corner in found:
        assert sorted(corner.tight + corner.limits) == list(range(len(where.rows) + len(values)))
        assert min(line[:2] for line in corner.lines[:-1]) >= [0, 0] if corner.limits else True
        assert corner.below > 0


@pytest.mark.parametrize("columns", [1, 2, 5])
def test_one_candidate_has_the_corners_of_the_weights(columns: int) -> None:
    free, stated = region(columns, ()), region(columns, ordered(columns))
    falling = replace(stated, idle=needless(stated.rows))

    counts = [sum(1 for _ in corners(where, [(0,) * columns], seed=1, budget=99)) for where in (free, falling)]

    assert counts == [columns, columns]


def test_corners_of_three_triangles_worked_by_hand() -> None:
    # Those of the whole, of one region each; the middles of its sides, of two; the centre, of three.
    values = [(1, 0, 0), (0, 1, 0), (0, 0, 1)]

    found = list(corners(region(3, ()), values, seed=1, budget=99))

    assert sorted(corner.mask() >> 3 for corner in found) == list(range(1, 8))


def test_it_stops_beyond_the_budget() -> None:
    values = [(2, 0, 0), (0, 2, 0), (0, 0, 2), (1, 1, 1)]

    with pytest.raises(TooManyError):
        list(corners(region(3, ()), values, seed=1, budget=5))


def test_a_direction_that_is_level_along_an_edge_is_refused() -> None:
    where = region(2, ())
    corner = Corner([[1, 0, 0, 0], [1, 0, 0, 0]], [1], [0, 2], 1, 1)

    for sums in (Exact(where, 1), Enclosed(where, 1, 64)):
        with pytest.raises(UnluckyError):
            sums.add(corner, [(1, 0)])


def test_limits_that_cannot_be_told_apart_are_refused() -> None:
    corner = Corner([[1, 5, -1], [1, 5, -1], [0, 0, 0]], [0, 1], [2], 1, 2)

    with pytest.raises(UnluckyError):
        corner.blocking(corner.columns(), 0)

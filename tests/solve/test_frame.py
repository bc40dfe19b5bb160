"""Frames: as many points as the set of weights has dimensions and one, and walks that stay where the rows say."""

from collections.abc import Sequence
from dataclasses import replace
from fractions import Fraction
from itertools import combinations
from random import Random

import numpy as np
import pytest
from hypothesis import given

from decide.solve.exact import minimise
from decide.solve.frame import enough_sweeps, spanning, walking
from decide.solve.plan import BLOCK, GRID, SIMPLEX, WALK
from decide.solve.program import Program, Row, sparse
from decide.solve.shares import drawn_shares
from tests.solve.plans import F, box
from tests.strategies import picks


def extreme(rows: Sequence[Row], size: int, direction: Sequence[Fraction]) -> tuple[Fraction, ...]:
    """Return weights that meet the rows, with the most in a direction."""
    most = max(direction)
    total = Row("sum", sparse([1] * size), F(1), exact=True)
    costs = tuple(most - entry for entry in direction)
    return minimise(Program("extreme", tuple(map(str, range(size))), costs, (total, *rows))).point


def rank(points: Sequence[Sequence[Fraction]]) -> int:
    """Return how many dimensions the points span, by elimination."""
    rows = [[one - first for one, first in zip(point, points[0], strict=True)] for point in points[1:]]
    found = 0
    for column in range(len(points[0])):
        lead = next((row for row in rows if row[column]), None)
        if lead is not None:
            rows.remove(lead)
            rows = [
                [one - row[column] / lead[column] * other for one, other in zip(row, lead, strict=True)] for row in rows
            ]
            found += 1
    return found


@given(seed=picks)
def test_a_frame_has_as_many_points_as_equalities_leave_dimensions_and_one(seed: int) -> None:
    random = Random(seed)
    size = random.randint(2, 5)
    inside = [random.randint(1, 9) for _ in range(size)]
    equal = random.randint(0, size - 1)
    pairs = random.sample(list(combinations(range(size), 2)), k=min(equal, size * (size - 1) // 2))
    rows = [
        Row(str(at), ((one, F(inside[other])), (other, F(-inside[one]))), exact=True)
        for at, (one, other) in enumerate(pairs)
    ]
    told = [[dict(row.coefficients).get(at, F(0)) for at in range(size)] for row in rows]

    points = spanning(lambda direction: extreme(rows, size, direction), size)

    level = rank([[F(0)] * size, [F(1)] * size, *told]) if rows else 1
    assert len(points) == size - level + 1
    assert rank(points) == len(points) - 1
    assert all(sum(point) == 1 and min(point) >= 0 for point in points)


@given(seed=picks)
def test_a_walk_stays_where_the_rows_and_equalities_say(seed: int) -> None:
    random = Random(seed)
    share = F(random.randint(20, 60), 100)
    equal = Row("two and three", sparse([-share, 1 - share, 1 - share, -share]), exact=True)
    least = Row("one", sparse([1, -1, 0, 0]))
    points = spanning(lambda direction: extreme([equal, least], 4, direction), 4)

    shares, corners = walking(points, [[1, -1, 0, 0]])
    drawn = drawn_shares(replace(shares, sweeps=2), str(seed), 0, BLOCK)
    weights = np.array(corners).T @ drawn.astype(np.int64)

    total = GRID * sum(corners[0])
    exact = sum(corners[0]) < 2**28
    assert shares.way == WALK
    assert (weights.sum(axis=0) == total).all()
    assert weights.min() >= 0
    assert (weights[0] - weights[1]).min() >= (0 if exact else -total >> 26)
    assert abs((weights[1] + weights[2]) / total - float(share)).max() < 1e-8


def test_one_point_leaves_nothing_to_draw() -> None:
    shares, corners = walking([(F(1, 3), F(2, 3))], [[1, 0]])

    assert (shares.way, shares.columns, corners) == (SIMPLEX, 1, ((1, 2),))


def test_the_frame_of_all_weights_is_the_leaves_and_of_a_box_its_corners() -> None:
    free = spanning(lambda direction: extreme([], 3, direction), 3)
    _, stated = box(3, F(1, 10), F(3, 10))
    rows = [Row(str(at), sparse(row)) for at, row in enumerate(stated)]
    boxed = spanning(lambda direction: extreme(rows, 3, direction), 3)

    assert {tuple(map(int, point)) for point in free} == {(0, 0, 1), (0, 1, 0), (1, 0, 0)}
    assert len(boxed) == 3
    assert {one for point in boxed for one in point[:2]} == {F(1, 10), F(3, 10)}


def test_sweeps_grow_with_the_dimensions() -> None:
    # In 20 dimensions log(21) / 4 · 8000 = 6090 moves, which are 29 sweeps over 210 pairs.
    assert [enough_sweeps(columns) for columns in (2, 5, 11, 21)] == [16, 16, 16, 29]


def test_a_middle_outside_of_the_rows_is_refused() -> None:
    with pytest.raises(ValueError, match="the start is outside"):
        walking([(F(1), F(0)), (F(0), F(1))], [[1, -2]])

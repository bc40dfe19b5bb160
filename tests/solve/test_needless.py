"""Laws of rows that follow from others."""

from fractions import Fraction
from itertools import product
from random import Random

from hypothesis import given

from decide.solve.needless import MANY, needless
from tests import oracle_volume
from tests.strategies import picks

GRID = list(product(range(-6, 7), repeat=3))


def lines(random: Random) -> list[tuple[int, ...]]:
    """Return the rows of three weights and some more, at least 0 for equal weights."""
    drawn = [[random.randint(-2, 2) for _ in range(3)] for _ in range(random.randint(0, 4))]
    stated = [tuple(line) if sum(line) > 0 else tuple(-entry for entry in line) for line in drawn if sum(line)]
    return [(1, 0, 0), (0, 1, 0), (0, 0, 1), *stated]


@given(seed=picks)
def test_without_needless_rows_the_weights_are_the_same_and_without_one_more_they_are_not(seed: int) -> None:
    rows = lines(Random(seed))

    gone = needless(rows)

    sizes = [
        oracle_volume.size_of([tuple(map(Fraction, row)) for row in kept], 3)
        for kept in (rows, [row for at, row in enumerate(rows) if at not in gone])
    ]
    assert sizes[0] == sizes[1]
    for more in set(range(len(rows))) - gone:
        kept = [row for at, row in enumerate(rows) if at not in gone and at != more]
        assert any(step(rows[more], point) < 0 <= min(step(row, point) for row in kept) for point in GRID)


def step(row: tuple[int, ...], point: tuple[int, ...]) -> int:
    return sum(entry * amount for entry, amount in zip(row, point, strict=True))


def test_an_order_needs_only_its_steps_and_the_last_weight() -> None:
    assert needless([(1, 0, 0), (0, 1, 0), (0, 0, 1), (1, -1, 0), (0, 1, -1)]) == {0, 1}


def test_of_two_that_are_the_same_one_is_needless() -> None:
    assert needless([(1, 0), (0, 1), (0, 2)]) == {1}


def test_none_is_looked_for_among_many() -> None:
    assert needless([(1, 0)] * (MANY + 1)) == set()

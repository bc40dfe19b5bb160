"""Numbers that a plan holds: exact where that is possible, and near by a stated amount where it is not."""

from fractions import Fraction
from random import Random

from hypothesis import given

from decide.solve.plan import ENTRY, scaled, whole_corners, whole_row
from tests.solve.plans import F
from tests.strategies import picks


def drawn(random: Random, size: int) -> list[Fraction]:
    return [F(random.randint(-500, 500), random.randint(1, 40)) for _ in range(size)]


@given(seed=picks)
def test_values_are_scaled_exactly_in_a_unit_fine_enough_for_tables(seed: int) -> None:
    random = Random(seed)
    values, most = [drawn(random, 3), drawn(random, 3)], F(random.randint(0, 500), 7)

    whole, unit = scaled(values, most)

    largest = max(most, *(abs(one) for row in values for one in row))
    assert [[F(one, unit) for one in row] for row in whole] == values
    assert unit * (largest or 1) >= ENTRY


@given(seed=picks)
def test_corners_keep_their_sum_and_lose_less_than_a_unit(seed: int) -> None:
    random = Random(seed)
    points = []
    for _ in range(3):
        parts = [random.randint(0, random.choice((9, 10**6))) + (not at) for at in range(4)]
        points.append([F(part, sum(parts)) for part in parts])

    corners = whole_corners(points)

    total = sum(corners[0])
    assert {sum(corner) for corner in corners} == {total}
    assert total <= ENTRY
    for corner, point in zip(corners, points, strict=True):
        assert all(abs(part - total * weight) < 1 for part, weight in zip(corner, point, strict=True))
        assert total == ENTRY or [F(part, total) for part in corner] == point


def test_numbers_by_hand() -> None:
    assert scaled([[F(1, 2), F(1, 3)]]) == (((3, 2),), 6)
    assert scaled([[F(1, 2)], [F(1, 4)]], F(1)) == (((2**27,), (2**26,)), 2**28)
    assert whole_corners([[F(1, 2), F(1, 2)], [F(1, 3), F(2, 3)]]) == ((3, 3), (2, 4))
    assert whole_row([F(1, 2), F(-1, 3), 0]) == (3, -2, 0)
    assert whole_row([2**40, -(2**39) - 1]) == (2**28, -(2**27))

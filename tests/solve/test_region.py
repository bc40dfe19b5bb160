"""Laws of possible weights as a cone of full dimension."""

from fractions import Fraction
from operator import mul
from random import Random

import pytest
from hypothesis import given

from decide.solve.program import Row, sparse
from decide.solve.region import region
from tests.solve.regions import boxed, dense, drawn, ordered
from tests.strategies import picks

ONE = Fraction(1)


def with_equalities(random: Random) -> tuple[int, list[Row]]:
    """Return rows, some of them exact or forced to be so, that whole weights meet."""
    size = random.randint(2, 5)
    weights = [random.randint(0, 3) for _ in range(size - 1)] + [1]
    rows = []
    for name in range(random.randint(1, 4)):
        line = [Fraction(random.randint(-2, 2)) for _ in weights]
        line[-1] -= sum(map(mul, line, weights))
        rows.append(Row(f"level {name}", sparse(line), exact=random.random() < 0.5))
        if random.random() < 0.3:
            rows.append(Row(f"opposite {name}", sparse([-entry for entry in line])))
    return size, rows


@given(seed=picks)
def test_the_point_inside_meets_all_that_is_left_with_something_to_spare(seed: int) -> None:
    random = Random(seed)
    case = drawn(random)
    size, rows = random.choice(((case.columns, list(case.rows)), with_equalities(random)))

    found = region(size, rows)

    weights = [sum(map(mul, column, found.inside)) for column in found.columns]
    assert sum(weights) == sum(map(mul, found.total, found.inside)) > 0
    assert all(sum(map(mul, line, found.inside)) > 0 for line in found.rows)
    assert [weight > 0 for weight in weights] == [scale > 0 for scale in found.scales]
    for row in rows:
        amount = sum(map(mul, dense(row, size), weights), Fraction(0))
        assert amount == 0 if row.exact else amount >= 0


@given(seed=picks)
def test_every_point_of_the_cone_is_weights_that_meet_the_rows_exactly_where_it_meets_its_own(seed: int) -> None:
    random = Random(seed)
    size, rows = with_equalities(random)
    found = region(size, rows)
    point = [entry + random.randint(-2, 2) for entry in found.inside]

    weights = [sum(map(mul, column, point)) for column in found.columns]

    amounts = [(row.exact, sum(map(mul, dense(row, size), weights), Fraction(0))) for row in rows]
    assert all(amount == 0 for is_exact, amount in amounts if is_exact)
    assert (min(weights) >= 0 <= min((amount for _, amount in amounts), default=Fraction(0))) == all(
        sum(map(mul, line, point)) >= 0 for line in found.rows
    )


@given(seed=picks)
def test_a_column_is_its_scale_times_its_row(seed: int) -> None:
    size, rows = with_equalities(Random(seed))

    found = region(size, rows)

    scales = [scale for scale in found.scales if scale]
    own = [column for column in found.columns if any(column)]
    assert own == [
        tuple(scale * entry for entry in line) for scale, line in zip(scales, found.rows[: len(scales)], strict=True)
    ]


def test_an_equality_worked_by_hand() -> None:
    rows = (Row("double", ((0, ONE), (1, Fraction(-2))), exact=True), Row("more", ((2, ONE), (0, -ONE))))

    found = region(3, rows)

    assert found.columns == ((2, 0), (1, 0), (0, 2))
    assert found.rows == ((1, 0), (1, 0), (0, 1), (-1, 1))
    assert (found.scales, found.total, found.dimension) == ((2, 1, 2), (3, 2), 1)


def test_a_row_that_always_holds_is_left_out() -> None:
    found = region(2, (Row("sum", ((0, ONE), (1, ONE))), Row("first", ((0, ONE),))))

    assert found.rows == ((1, 0), (0, 1))


def test_a_guess_is_taken_only_where_it_meets_every_row() -> None:
    good, bad = [Fraction(3), Fraction(2), ONE], [ONE, Fraction(2), Fraction(3)]

    insides = [region(3, ordered(3), guess).inside for guess in (good, bad)]

    assert insides[0] == (3, 2, 1)
    assert insides[1] != (1, 2, 3)


def test_weights_that_are_points_have_no_dimension() -> None:
    weights = [ONE, Fraction(2), Fraction(3)]

    assert region(3, boxed(weights, Fraction(0))).dimension == 0


def test_it_refuses_rows_that_no_weights_meet() -> None:
    rows = (Row("more", ((0, ONE), (1, Fraction(-2)))), Row("less", ((1, ONE), (0, -ONE))))

    with pytest.raises(ValueError, match="no weights meet the rows"):
        region(2, rows)

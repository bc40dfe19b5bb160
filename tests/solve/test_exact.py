"""Laws of the exact simplex, held against an oracle that goes another way."""

from collections import Counter
from dataclasses import replace
from fractions import Fraction
from itertools import combinations
from random import Random

import pytest
from hypothesis import example, given

from decide.solve.exact import Dictionary, minimise
from decide.solve.program import Program, Row, sparse, unit
from tests import oracle
from tests.solve.programs import drawn, is_met, is_proved, stated
from tests.strategies import picks

THOUSAND = range(1000)


def test_it_finds_what_the_oracle_finds_a_thousand_times() -> None:
    for seed in THOUSAND:
        program = drawn(Random(seed))
        expected = oracle.least(program.costs, stated(program))

        solution = minimise(program)

        assert solution.feasible == (expected is not None), seed
        assert expected is None or solution.cost == expected[0], seed


def test_every_answer_of_a_thousand_is_proved_by_its_multipliers() -> None:
    for seed in THOUSAND:
        program = drawn(Random(seed))

        solution = minimise(program)

        assert is_proved(program, solution), seed
        assert not solution.feasible or is_met(program, solution.point), seed


def test_a_thousand_programs_are_of_every_kind() -> None:
    kinds = Counter[str]()
    for seed in THOUSAND:
        program = drawn(Random(seed))
        solution = minimise(program)
        values = [one for one in solution.point if one]
        kinds["infeasible"] += not solution.feasible
        kinds["feasible, not at 0"] += bool(values)
        kinds["with equalities"] += any(row.exact for row in program.rows)
        kinds["more rows tight than columns"] += solution.feasible and sum(
            sum((entry * solution.point[at] for at, entry in row.coefficients), Fraction(0)) == row.least
            for row in program.rows
        ) + len(solution.point) - len(values) > len(solution.point)
        kinds["proved by a negative multiplier"] += any(share < 0 for share in solution.multipliers.values())

    assert min(kinds.values()) >= 100, kinds


@given(seed=picks)
def test_the_answer_is_the_same_wherever_it_starts(seed: int) -> None:
    random = Random(seed)
    program = drawn(random)
    names = [row.name for row in program.rows]
    start = random.sample(names, random.randint(0, len(names)))

    one, other = minimise(program), minimise(program, start)

    assert (one.feasible, one.cost, one.point) == (other.feasible, other.cost, other.point)
    assert is_proved(program, other)


@given(seed=picks)
def test_it_ends_in_the_first_of_the_cheapest_points(seed: int) -> None:
    program = drawn(Random(seed))
    expected = oracle.first_of_the_least(program.costs, stated(program))

    solution = minimise(program)

    assert expected == (list(solution.point) if solution.feasible else None)


@given(seed=picks)
def test_the_order_of_the_rows_does_not_matter(seed: int) -> None:
    random = Random(seed)
    program = drawn(random)
    rows = random.sample(program.rows, len(program.rows))

    one, other = minimise(program), minimise(Program("drawn", program.columns, program.costs, tuple(rows)))

    assert (one.feasible, one.cost, one.point) == (other.feasible, other.cost, other.point)


@given(seed=picks)
def test_rows_times_a_number_change_nothing_but_the_proof(seed: int) -> None:
    random = Random(seed)
    program = drawn(random)
    factors = {row.name: Fraction(random.randint(1, 10**6), random.randint(1, 10**6)) for row in program.rows}
    rows = tuple(
        Row(
            row.name,
            tuple((at, entry * factors[row.name]) for at, entry in row.coefficients),
            row.least * factors[row.name],
            row.exact,
        )
        for row in program.rows
    )

    scaled = Program("drawn", program.columns, program.costs, rows)

    one, other = minimise(program), minimise(scaled)

    assert (one.feasible, one.cost, one.point) == (other.feasible, other.cost, other.point)
    assert is_proved(scaled, other)


def test_a_corner_is_found_among_all_corners() -> None:
    # x + 2y >= 4, 3x + y >= 6, x - y >= -3; costs 2x + 3y: the corners are (8/5, 6/5), (3/4, 15/4), (4, 0)
    lines = [((1, 2), 4), ((3, 1), 6), ((1, -1), -3), ((1, 0), 0), ((0, 1), 0)]
    corners = []
    for ((a, b), e), ((c, d), f) in combinations(lines, 2):
        if a * d != b * c:
            x, y = Fraction(e * d - b * f, a * d - b * c), Fraction(a * f - e * c, a * d - b * c)
            if all(p * x + q * y >= side for (p, q), side in lines):
                corners.append((2 * x + 3 * y, (x, y)))
    rows = tuple(Row(f"row {at}", sparse(entries), Fraction(side)) for at, (entries, side) in enumerate(lines[:3]))

    solution = minimise(Program("corner", ("x", "y"), (Fraction(2), Fraction(3)), rows))

    assert (solution.cost, solution.point) == min(corners) == (Fraction(34, 5), (Fraction(8, 5), Fraction(6, 5)))
    assert solution.multipliers == {"row 0": Fraction(7, 5), "row 1": Fraction(1, 5)}


def test_what_costs_nothing_is_taken_as_late_as_can_be() -> None:
    row = Row("sum", sparse([1, 1, 1]), Fraction(1), exact=True)

    solution = minimise(Program("free", ("a", "b", "c"), (Fraction(0),) * 3, (row,)))

    assert list(solution.point) == [0, 0, 1]


def test_two_rows_that_contradict_each_other_prove_it() -> None:
    rows = (Row("at least", unit(0), Fraction(2)), Row("at most", unit(0, -1), Fraction(-1)))

    solution = minimise(Program("never", ("x",), (Fraction(1),), rows))

    assert not solution.feasible
    assert solution.multipliers["at least"] == solution.multipliers["at most"] > 0


@pytest.mark.parametrize(("least", "exact", "feasible"), [(0, True, True), (-1, False, True), (1, False, False)])
def test_a_row_without_columns_says_what_it_says(least: int, exact: bool, feasible: bool) -> None:
    program = Program("empty", ("x",), (Fraction(1),), (Row("nothing", (), Fraction(least), exact),))

    assert minimise(program).feasible == feasible


def test_what_lies_only_in_the_hundredth_digit_is_seen() -> None:
    tiny = Fraction(1, 10**100)
    rows = (Row("low", unit(0), 1 + tiny), Row("high", unit(0, -1), Fraction(-1)))

    assert not minimise(Program("narrow", ("x",), (Fraction(1),), rows)).feasible
    assert minimise(Program("wide", ("x",), (Fraction(1),), rows[:1])).cost == 1 + tiny


@example(seed=0)
@given(seed=picks)
def test_a_program_without_some_columns_is_the_program_with_these_at_nothing(seed: int) -> None:
    random = Random(seed)
    program = drawn(random)
    size = len(program.columns)
    kept = sorted(random.sample(range(size), random.randint(1, size)))
    held = tuple(Row(f"held {at}", unit(at), exact=True) for at in range(size) if at not in kept)

    narrow = minimise(program.narrowed(kept))
    wide = minimise(Program("held", program.columns, program.costs, (*program.rows, *held)))

    assert (narrow.feasible, narrow.cost) == (wide.feasible, wide.cost)
    assert narrow.point == tuple(wide.point[at] for at in kept if wide.feasible)


@given(seed=picks)
def test_rows_that_are_added_later_give_the_answer_of_all_rows_and_leave_what_they_are_added_to(seed: int) -> None:
    random = Random(seed)
    program = drawn(random)
    cut = random.randint(0, len(program.rows))
    first = replace(program, rows=program.rows[:cut])
    before = Dictionary(first)
    before.solve()

    after = before.with_rows(program.rows[cut:]).solve()

    expected = minimise(program)
    assert (after.feasible, after.cost, after.point) == (expected.feasible, expected.cost, expected.point)
    assert is_proved(program, after)
    assert before.solve().point == minimise(first).point


@given(seed=picks)
def test_it_ends_early_only_where_its_multipliers_prove_a_cost_of_more_than_is_enough(seed: int) -> None:
    program = drawn(Random(seed))
    expected = minimise(program)
    for enough in range(4):
        solution = Dictionary(program).solve(enough=enough)

        if solution.feasible and program.columns and not solution.point:
            proved = sum(share * row.least for row in program.rows if (share := solution.multipliers.get(row.name, 0)))
            assert enough < solution.cost == proved
            assert not expected.feasible or solution.cost <= expected.cost
        else:
            assert (solution.feasible, solution.cost) == (expected.feasible, expected.cost)

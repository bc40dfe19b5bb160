"""Statements that no weights meet: a smallest set of them, and the sum that shows it."""

from collections.abc import Sequence
from fractions import Fraction
from math import gcd
from random import Random

import pytest
from hypothesis import given

from decide.model.problem import Problem
from decide.model.ranking import Ranking
from decide.solve.exact import minimise
from decide.solve.program import Program, Row, sparse
from decide.weigh.contradiction import Clash, smallest_clash
from decide.weigh.possible import preference_rows
from decide.weigh.preferences import broken_preferences
from tests.plain import Plain, ranked
from tests.samples import tree
from tests.strategies import decisions, shuffles
from tests.weigh.statements import at, drawn, meets, values_of, worth


def clash_of(ranking: Ranking) -> Clash | None:
    return smallest_clash(ranking.decision, ranking.leaves, values_of(ranking))


def told(ranking: Ranking) -> list[Problem]:
    found = broken_preferences(ranking.decision, ranking.leaves, ranking.weights, values_of(ranking))
    return list(found)


def stated(*statements: str) -> Ranking:
    """Return the tree of price 0.4, quality 0.6 = speed 0.15 + support 0.45 with these statements."""
    return ranked(tree() | {"preferences": list(statements)})


def some_weights_meet(ranking: Ranking, statements: Sequence[str]) -> bool:
    """Return whether weights are found, after looking that they meet every statement."""
    size = len(ranking.leaves)
    kept = [row for row in ranking.decision.preferences if row.text in statements]
    rows = preference_rows(ranking.decision, ranking.leaves, values_of(ranking))
    wanted = [row for row in rows if any(row.place == statement.place for statement in kept)]
    whole = Row("whole", sparse([1] * size), Fraction(1), exact=True)
    lines = (whole, *(Row(row.name, row.coefficients, exact=row.exact) for row in wanted))
    columns = tuple(leaf.id for leaf in ranking.leaves)
    solution = minimise(Program("some", columns, (Fraction(0),) * size, lines))
    if solution.feasible:
        amounts = at(ranking, solution.point)
        assert sum(solution.point) == 1
        assert all(weight >= 0 for weight in solution.point)
        assert all(meets(statement, amounts) for statement in statements)
    return solution.feasible


def assert_sum_shows_it(ranking: Ranking, clash: Clash) -> None:
    """Reckon the sum of the parts again, on each leaf that has all of the weight: linear in between."""
    size = len(ranking.leaves)
    for leaf in range(size):
        amounts = at(ranking, [Fraction(leaf == other) for other in range(size)])
        total = Fraction(0)
        for part in clash.parts:
            left, sign, right = (
                part.text.replace(" >= ", "|>=|").replace(" <= ", "|<=|").replace(" = ", "|=|").split("|")
            )
            hundred = 1 if left in values_of(ranking) else 100
            ahead = worth(left, amounts) - worth(right, amounts)
            total += part.multiplier * hundred * (-ahead if sign == "<=" else ahead)
            assert sign == "=" or part.multiplier > 0
        assert total <= -clash.amount
    assert clash.amount > 0


@given(decisions(), shuffles)
def test_a_clash_is_said_exactly_if_no_weights_meet_all_statements(plain: Plain, random: Random) -> None:
    ranking = ranked(plain | {"preferences": drawn(ranked(plain), random)})
    texts = [statement.text for statement in ranking.decision.preferences]

    clash = clash_of(ranking)

    if clash is None:
        assert some_weights_meet(ranking, texts)
    else:
        assert_sum_shows_it(ranking, clash)


@given(decisions(), shuffles)
def test_what_clashes_does_so_only_as_a_whole_and_its_sum_has_the_smallest_whole_multipliers(
    plain: Plain, random: Random
) -> None:
    ranking = ranked(plain | {"preferences": list(dict.fromkeys(drawn(ranked(plain), random)))})
    clash = clash_of(ranking)
    if clash is None:
        return
    texts = [ranking.decision.preferences[one].text for one in clash.statements]

    assert not some_weights_meet(ranking, texts)
    for gone in texts:
        assert some_weights_meet(ranking, [text for text in texts if text != gone])
    assert all(part.multiplier.denominator == 1 for part in clash.parts)
    assert gcd(*(part.multiplier.numerator for part in clash.parts)) == 1
    for text in texts:
        assert any(part.text in text for part in clash.parts)


@given(decisions(), shuffles)
def test_statements_that_clash_are_one_fault_instead_of_many(plain: Plain, random: Random) -> None:
    ranking = ranked(plain | {"preferences": drawn(ranked(plain), random)})
    texts = [statement.text for statement in ranking.decision.preferences]
    amounts = at(ranking, ranking.weights)
    clash = clash_of(ranking)

    codes = [problem.code for problem in told(ranking)]

    if clash is None:
        assert codes == ["points-break-preference" for text in texts if not meets(text, amounts)]
    else:
        assert codes == ["preferences-contradict"]


# values: a 80, 20, 50 and b 60, 70, 50 on price, speed and support; so a less b is 20, -50 and 0
@pytest.mark.parametrize(
    ("statements", "clashing", "gives"),
    [
        (["price >= 110%"], ["price >= 110%"], "(price >= 110%)  gives  0 >= 10.0 %"),
        (
            ["speed >= support", "support >= 60%"],
            ["speed >= support", "support >= 60%"],
            "(speed >= support) + 2 × (support >= 60%)  gives  0 >= 20.0 %",
        ),
        (
            ["price <= 10%", "speed >= 5%", "quality <= 80%"],
            ["price <= 10%", "quality <= 80%"],
            "(price <= 10%) + (quality <= 80%)  gives  0 >= 10.0 %",
        ),
        (
            ["support <= speed <= 10%", "price <= 20%"],
            ["support <= speed <= 10%", "price <= 20%"],
            "(support <= speed) + 2 × (speed <= 10%) + (price <= 20%)  gives  0 >= 60.0 %",
        ),
        (
            ["b >= a", "price = 60%", "speed <= 10%"],
            ["b >= a", "price = 60%", "speed <= 10%"],
            "10 × (b >= a) + 2 × (price = 60%) + 5 × (speed <= 10%)  gives  0 >= 70.0 points",
        ),
        (
            ["support = 80%", "price = support"],
            ["support = 80%", "price = support"],
            "2 × (support = 80%) + (price = support)  gives  0 >= 60.0 %",
        ),
    ],
)
def test_a_clash_is_told_in_the_words_of_its_statements(statements: list[str], clashing: list[str], gives: str) -> None:
    (problem,) = told(stated(*statements))

    assert all(f"  {text}  (line " in problem.message for text in clashing)
    assert f":  {gives}, as no weight is negative" in problem.message


def test_a_smaller_set_is_named_before_a_larger_one_and_the_first_in_the_file_before_others() -> None:
    ranking = stated("price >= speed", "speed >= support", "support >= 50%", "price >= 60%", "quality >= 60%")

    clash = clash_of(ranking)

    # the first three clash too, and so do the last two
    assert clash is not None
    assert clash.statements == (2, 3)


def test_of_many_statements_a_set_is_named_that_clashes_only_as_a_whole() -> None:
    fine = [f"price <= {share}%" for share in range(60, 90)]
    ranking = stated(*fine, "price >= speed", *fine, "speed >= support", "support >= 50%")
    clash = clash_of(ranking)
    assert clash is not None

    texts = [ranking.decision.preferences[one].text for one in clash.statements]

    assert texts == ["price >= speed", "speed >= support", "support >= 50%"]
    assert_sum_shows_it(ranking, clash)


def test_a_judgement_of_one_who_is_screened_out_counts_too() -> None:
    plain = tree() | {
        "gates": {"eu": {"passes": {"a": "yes", "b": "no"}}},
        "preferences": ["b >= a", "speed <= 1%", "price >= 50%"],
    }

    assert [problem.code for problem in told(ranked(plain))] == ["preferences-contradict"]


def test_a_fault_stands_at_the_first_of_its_statements() -> None:
    (problem,) = told(stated("price <= 70%", "speed >= 60%", "support >= 60%"))

    assert problem.place.source.line(problem.place.line)[problem.place.column :].startswith("speed >= 60%")


def test_long_multipliers_are_told_in_terms_of_the_smallest() -> None:
    plain = tree()
    plain["criteria"]["price"] |= {"range": {"worst": "100", "best": "1"}, "value": "log"}
    (problem,) = told(ranked(plain | {"preferences": ["b >= a", "price >= 80%"]}))

    # a less b is 15.05… on price (a twofold ratio of 100), -50 and 0: 1 / 0.65… of the second for each of the first
    assert ":  about " in problem.message
    assert " × (" in problem.message
    assert len(problem.message) < 250

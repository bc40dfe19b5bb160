"""Laws of Triantaphyllou's and Sánchez' measures."""

from fractions import Fraction
from itertools import combinations

import pytest
from hypothesis import given

from decide.model.finding import Finding
from decide.model.rows import Critical
from decide.stress.case import Case
from tests.plain import Plain, ranked
from tests.samples import pair
from tests.strategies import decisions
from tests.stress.drawn import Vector, case_of, found, gap, product, scores_at, the, winners

NAME = "critical-criterion"


def critical(finding: Finding) -> Critical:
    (row,) = finding.rows
    assert isinstance(row, Critical)
    return row


def lowered(case: Case, leaf: str, amount: Fraction) -> Vector:
    """Return the weights with one lowered by so much, before they are made to sum to 1 again."""
    return tuple(weight - amount * (one == leaf) for one, weight in zip(case.leaves, case.weights, strict=True))


def feasible(case: Case, leaf: str) -> dict[tuple[str, ...], Fraction]:
    """Return by how much the weight has to be lowered to tie each pair, where it has so much and some is left."""
    at = case.leaves.index(leaf)
    amounts = {
        (one, other): product(gap(case, one, other), case.weights) / gap(case, one, other)[at]
        for one, other in combinations(case.candidates, 2)
        if gap(case, one, other)[at]
    }
    return {both: amount for both, amount in amounts.items() if amount <= case.weights[at] and amount < 1}


@given(decisions())
def test_the_amount_ties_the_pair_before_the_weights_sum_to_1_again_and_no_feasible_one_is_smaller(
    plain: Plain,
) -> None:
    case = case_of(plain)
    for finding in found(case, NAME, "criterion"):
        row, (leaf,) = critical(finding), finding.about
        amounts = feasible(case, leaf)
        top = {both: amount for both, amount in amounts.items() if set(both) & set(winners(case))}
        assert (finding.status, finding.amount) == ("found" if amounts else "impossible", row.any)
        assert abs(row.any) == min(map(abs, amounts.values())) if row.any is not None else not amounts
        assert abs(row.top) == min(map(abs, top.values())) if row.top is not None else not top
        if row.any is not None:
            scores = scores_at(case, lowered(case, leaf, row.any))
            assert scores[row.any_pair[0]] == scores[row.any_pair[1]]
            assert row.sensitivity == (row.weight / abs(100 * row.any) if row.any and row.weight else 0)
        if row.top is not None:
            scores = scores_at(case, lowered(case, leaf, row.top))
            assert any(scores[row.top_rival] == scores[name] for name in winners(case) if name != row.top_rival)


@given(decisions())
def test_the_most_critical_has_the_least_amount_or_percentage_of_all(plain: Plain) -> None:
    case = case_of(plain)
    rows = [critical(one) for one in found(case, NAME, "criterion")]
    for scope in ("top", "any") if len(case.candidates) > 1 else ():
        amounts = {row.criterion: (row.top if scope == "top" else row.any, row.weight) for row in rows}
        absolute = {leaf: abs(amount) for leaf, (amount, _) in amounts.items() if amount is not None}
        percent = {leaf: 100 * amount / amounts[leaf][1] for leaf, amount in absolute.items() if amounts[leaf][1]}
        for measure, known in (("absolute", absolute), ("percent", percent)):
            finding = the(case, NAME, f"{scope}-{measure}")
            assert finding.status == ("found" if known else "impossible")
            assert finding.amount == min(known.values(), default=None)
            assert not known or known[finding.about[0]] == finding.amount


@pytest.mark.parametrize(
    ("variant", "leaf", "amount"),
    [
        # the lead of 2.5 over the difference of 20 on price and -50 on speed
        ("criterion", "price", Fraction(1, 8)),
        ("criterion", "speed", Fraction(-1, 20)),
        ("top-absolute", "speed", Fraction(1, 20)),
        ("top-percent", "price", Fraction(50, 3)),  # 1/8 of 3/4; of 1/4, 1/20 is 20 %
        ("any-absolute", "speed", Fraction(1, 20)),
        ("any-percent", "price", Fraction(50, 3)),
    ],
)
def test_in_the_pair_amounts_and_percentages_pick_different_criteria(variant: str, leaf: str, amount: Fraction) -> None:
    finding = the(Case(ranked(pair())), NAME, variant, leaf)

    assert (finding.status, finding.amount) == ("found", amount)


def test_the_coefficient_of_sensitivity_is_one_over_the_least_percentage() -> None:
    rows = {one.about[0]: critical(one) for one in found(Case(ranked(pair())), NAME, "criterion")}

    assert {leaf: row.sensitivity for leaf, row in rows.items()} == {"price": Fraction(3, 50), "speed": Fraction(1, 20)}


def test_a_change_of_more_than_the_weight_is_not_feasible() -> None:
    plain = pair()
    plain["performance"]["b"]["speed"] = "2"  # as a has it: nothing to tie there
    plain["performance"]["b"]["price"] = "21"

    findings = found(Case(ranked(plain)), NAME, "criterion")

    # a leads by 3/4 on price, and lowering price by all of 3/4 ties them
    assert {one.about[0]: (one.status, one.amount) for one in findings} == {
        "price": ("found", Fraction(3, 4)),
        "speed": ("impossible", None),
    }
    plain["performance"]["a"]["speed"] = "3"  # price would have to lose 3/4 + 10 * 1/4 = 3.25
    assert the(Case(ranked(plain)), NAME, "criterion", "price").status == "impossible"

"""Laws of who would choose what, how far all agree, and the cheapest common choice."""

from collections.abc import Sequence
from fractions import Fraction
from itertools import combinations
from math import sqrt
from typing import cast

import pytest
from hypothesis import given
from hypothesis import strategies as st

from decide.model.finding import Finding, Implied
from decide.model.rows import Alike, Part, Ranks, Separation, Voice
from decide.stress.agreement import alike, concordance, mean_tau, mid_ranks
from decide.stress.case import Case
from decide.stress.distances import slopes
from decide.stress.stakeholders import group_of
from tests import oracle
from tests.plain import Plain, ranked
from tests.samples import pair
from tests.strategies import columns, decisions
from tests.stress.drawn import case_of, first_after, firsts, found, gap, moved, product, scores_at, the

NAME = "stakeholders"
voiced = decisions(weights=("stakeholders",))
SALES, LEGAL = {"price": "3", "speed": "1"}, {"price": "1", "speed": "1"}


def split() -> Plain:
    """Return the pair with sales, for whom a leads by 2.5, and legal, for whom b leads by 15."""
    return pair() | {"stakeholders": {"sales": {"weights": SALES}, "legal": {"share": "3", "weights": LEGAL}}}


def in_scores(ranks: Sequence[str]) -> list[Fraction]:
    """Return scores that are ranked so."""
    return [-Fraction(rank) for rank in ranks]


ONE, TWO, THREE = (in_scores(ranks) for ranks in (("1", "2", "3"), ("1", "3", "2"), ("2", "1", "3")))
TIED = [in_scores(ranks) for ranks in (("1", "2", "3"), ("1.5", "1.5", "3"), ("1", "2.5", "2.5"))]


# sums of ranks 4, 6 and 8: S = 8; 12 * 8 / (9 * 24)
def test_kendalls_w_of_three_rankings_without_ties_by_hand() -> None:
    assert concordance([ONE, TWO, THREE]) == Fraction(4, 9)


# sums 3.5, 6 and 8.5: S = 12.5, T = 6 + 6; 12 * 12.5 / (9 * 24 - 3 * 12)
def test_kendalls_w_of_three_rankings_with_ties_by_hand() -> None:
    assert [mid_ranks(scores) for scores in TIED][1] == [Fraction(3, 2), Fraction(3, 2), Fraction(3)]
    assert concordance(TIED) == Fraction(5, 6)


# 2 of 3 pairs agree and 1 is told apart by one only: 2 / root of 3 * 2; twice so, and 1 / root of 2 * 2
def test_the_mean_tau_b_of_three_rankings_with_ties_by_hand() -> None:
    pairs = alike(["x", "y", "z"], TIED)

    assert [(one.order, one.square) for one in pairs] == [(2, 6), (2, 6), (1, 4)]
    assert mean_tau(pairs) == Fraction("0.710997720618")


def test_where_all_is_tied_for_everybody_there_is_no_w_and_no_tau() -> None:
    flat = [in_scores(("1", "1", "1"))] * 2

    assert concordance(flat) is None
    assert mean_tau(alike(["x", "y"], flat)) is None


@given(st.lists(columns, min_size=2, max_size=4))
def test_w_lies_between_0_and_1_is_1_for_equal_rankings_and_by_tau_where_there_are_no_ties(
    drawn: list[list[Fraction]],
) -> None:
    size = max(2, min(map(len, drawn)))
    rankings = [[*column, Fraction(5000), Fraction(6000)][:size] for column in drawn]
    names = [str(at) for at in range(len(rankings))]
    w = concordance(rankings)

    assert w is None or 0 <= w <= 1
    assert concordance([rankings[0]] * 3) in (1, None)
    taus = [one.order / sqrt(one.square) for one in alike(names, rankings) if one.square]
    found_ = mean_tau(alike(names, rankings))
    assert (found_ is None) is (not taus)
    assert found_ is None or abs(float(found_) - sum(taus) / len(taus)) < 1e-9
    if all(len(set(scores)) == len(scores) for scores in rankings) and w is not None:
        ranks = [mid_ranks(scores) for scores in rankings]
        rho = [
            1 - 6 * sum(((a - b) ** 2 for a, b in zip(one, other, strict=True)), Fraction(0)) / (size**3 - size)
            for one, other in combinations(ranks, 2)
        ]
        assert w == (1 + (len(ranks) - 1) * sum(rho) / len(rho)) / len(ranks)  # Kendall 1948: W by Spearman's rho


@given(voiced)
def test_everybody_is_ranked_by_their_own_weights_and_the_group_as_the_ranking_has_it(plain: Plain) -> None:
    case = case_of(plain)
    group = group_of(case)
    for finding in found(case, NAME, "own"):
        weights = group.weights[group.ids.index(finding.about[0])]
        scores = scores_at(case, weights)
        rows = cast("tuple[Ranks, ...]", finding.rows)
        assert {row.candidate: row.score_after for row in rows} == scores
        assert finding.witness is not None
        assert set(finding.witness.first) == set(firsts(scores)) == first_after(case, finding.witness.change)
    for finding in found(case, NAME, "group"):
        assert group.mean == case.weights  # they give the point weights here
        assert finding.status == "holds"
        assert finding.amount == case.ranking.lead


@given(voiced)
def test_a_common_choice_costs_what_all_have_to_move_and_each_move_is_witnessed_and_proved(plain: Plain) -> None:
    case = case_of(plain)
    group = group_of(case)
    moves = found(case, NAME, "move")
    for finding in found(case, NAME, "consensus"):
        own = [one for one in moves if one.about[0] == finding.about[0]]
        assert (finding.status == "impossible") is (finding.amount is None)
        assert finding.amount is None or finding.amount == sum(one.amount or 0 for one in own)
    for move in moves:
        name, voice = move.about
        weights = group.weights[group.ids.index(voice)]
        assert move.witness is not None
        there = [weight for _, weight in move.witness.change.weights]
        assert name in move.witness.first
        assert move.amount == moved(weights, there)
        assert isinstance(move.certificate, Implied)
        heights = slopes(case, case.candidates.index(name), move.certificate)
        assert max(heights) - min(heights) <= 1
        assert all(share >= 0 for _, share in (*move.certificate.rivals, *move.certificate.floors))
        assert move.amount == -100 * product(heights, weights)


@given(voiced)
def test_the_oracle_finds_no_cheaper_move(plain: Plain) -> None:
    case = case_of(plain)
    group = group_of(case)
    for finding in found(case, NAME, "consensus"):
        costs = [cheapest(case, weights, finding.about[0]) for weights in group.weights]
        known = [cost for cost in costs if cost is not None]
        assert finding.amount == (100 * sum(known, Fraction(0)) if len(known) == len(costs) else None)


def cheapest(case: Case, weights: Sequence[Fraction], name: str) -> Fraction | None:
    """Return the least weight that rises until a candidate is first: columns are the weights, and how far each rose."""
    size = len(weights)
    rows: list[oracle.Stated] = [([Fraction(1)] * size + [Fraction(0)] * size, "=", Fraction(1))]
    for at, weight in enumerate(weights):
        entries = [Fraction(0)] * (2 * size)
        entries[at], entries[size + at] = Fraction(-1), Fraction(1)
        rows.append((entries, ">=", -weight))
    rows += [
        ([*gap(case, name, other), *[Fraction(0)] * size], ">=", Fraction(0))
        for other in case.candidates
        if other != name
    ]
    answer = oracle.least([Fraction(0)] * size + [Fraction(1)] * size, rows)
    return None if answer is None else answer[0]


@given(voiced)
def test_who_is_unanimously_ahead_is_behind_for_nobody_and_ahead_for_somebody(plain: Plain) -> None:
    case = case_of(plain)
    group = group_of(case)
    expected = {}
    for one in case.candidates:
        for other in case.candidates:
            leads = [product(weights, gap(case, one, other)) for weights in group.weights]
            if len(leads) > 1 and min(leads) >= 0 < max(leads):
                expected[one, other] = min(leads)

    assert {finding.about: finding.amount for finding in found(case, NAME, "unanimous")} == expected


@given(voiced)
def test_what_separates_lets_all_choose_the_same_and_is_asked_only_where_they_do_not(plain: Plain) -> None:
    case = case_of(plain)
    group = group_of(case)
    findings = found(case, NAME, "separates")
    choices = {firsts(scores_at(case, weights)) for weights in group.weights}
    assert (not findings) is (len(group.ids) < 2 or len(choices) == 1)
    for row in [row for one in findings for row in cast("tuple[Separation, ...]", one.rows)]:
        at = case.leaves.index(row.criterion)
        assert row.mean == group.mean[at]
        assert (row.least, row.most) == (min(one[at] for one in group.weights), max(one[at] for one in group.weights))
        first = set()
        for weights in group.weights:
            rest = 1 - weights[at]
            level = [
                row.mean if own == at else one * (1 - row.mean) / rest if rest else (1 - row.mean) / (len(weights) - 1)
                for own, one in enumerate(weights)
            ]
            first.add(firsts(scores_at(case, level)))
        assert row.agree is (len(first) == 1)


def test_two_who_choose_differently_reckoned_by_hand() -> None:
    """a less b is 20 on price and -50 on speed, so a unit moved between them turns 70.

    With 3 : 1 a leads by 2.5, with 1 : 1 b leads by 15; the mean, three quarters of it legal, has 9/16 on price.
    """
    case = Case(ranked(split()))

    assert [(one.about, one.status, one.amount) for one in found(case, NAME, "own")] == [
        (("sales",), "holds", Fraction("2.5")),
        (("legal",), "found", Fraction(15)),
    ]
    group = the(case, NAME, "group")
    assert (group.status, group.amount) == ("found", Fraction(50 * 7 - 20 * 9, 16))
    together = the(case, NAME, "concordance")
    assert (together.status, together.amount) == ("found", Fraction(0))
    assert together.rows == (Voice("sales", Fraction(1, 4), ("a",)), Voice("legal", Fraction(3, 4), ("b",)))
    tau = the(case, NAME, "tau")
    assert tau.amount == -1
    assert tau.rows == (Alike("sales", "legal", -1, 1),)
    apart = the(case, NAME, "separates")
    assert (apart.status, apart.about, apart.amount) == ("found", ("price", "speed"), Fraction(25))
    assert [(one.about, one.amount) for one in found(case, NAME, "consensus")] == [
        (("b",), Fraction(250, 70)),
        (("a",), Fraction(1500, 70)),
    ]
    assert the(case, NAME, "consensus", "b").rows == (Part("sales", Fraction(25, 7)), Part("legal", Fraction(0)))
    assert found(case, NAME, "unanimous") == []


def test_preferences_of_the_file_do_not_bind_the_moves() -> None:
    plain = split() | {"preferences": ["price >= 2.8 * speed"]}

    assert [one.amount for one in found(Case(ranked(plain)), NAME, "consensus")] == [Fraction(25, 7), Fraction(150, 7)]


def test_whom_no_weights_put_first_is_told_with_the_mixture_that_beats_it() -> None:
    plain = split()
    plain["candidates"] = ["a", "b", "c"]
    plain["performance"]["c"] = {"price": "41", "speed": "2"}

    finding = the(Case(ranked(plain)), NAME, "consensus", "c")

    assert finding.status == "impossible"
    assert isinstance(finding.certificate, Implied)
    assert max(slopes(Case(ranked(plain)), 2, finding.certificate)) < 0


def test_where_no_single_weight_is_enough_that_is_said_with_the_one_that_lies_farthest_apart() -> None:
    """x, y and z are each first for one who weighs nothing else: no mean weight of one criterion lets all agree."""
    names = ("x", "y", "z")
    criteria = {f"c{name}": {"range": {"worst": "0", "best": "1"}, "weight": "1"} for name in names}
    cells = {name: {f"c{other}": str(int(name == other)) for other in names} for name in names}
    weights = {f"of {name}": {"weights": {f"c{other}": str(int(name == other)) for other in names}} for name in names}
    plain = {"decide": "1", "title": "t", "candidates": list(names), "criteria": criteria, "performance": cells}

    finding = the(Case(ranked(plain | {"stakeholders": weights})), NAME, "separates")

    assert (finding.status, finding.about, finding.amount) == ("impossible", ("cx", "cy", "cz"), Fraction(100))


@pytest.mark.parametrize(
    "stakeholders",
    [
        {},
        {"sales": {"weights": SALES}},
        {"sales": {"weights": SALES}, "legal": {}},
        {"sales": {"weights": SALES}, "legal": {"share": "0", "weights": LEGAL}},
    ],
)
def test_of_fewer_than_two_whose_weights_count_nothing_is_told(stakeholders: Plain) -> None:
    assert found(Case(ranked(pair() | {"stakeholders": stakeholders})), NAME) == []


def test_of_one_candidate_nothing_is_told() -> None:
    alone = split() | {"candidates": ["a"]}
    del alone["performance"]["b"]

    assert found(Case(ranked(alone)), NAME) == []


def test_the_weights_of_stakeholders_change_no_ranking_where_the_tree_has_some() -> None:
    assert ranked(split()).weights == ranked(pair()).weights


def _kinds(findings: Sequence[Finding]) -> set[str]:
    return {one.variant for one in findings}


def test_those_who_agree_are_said_to_and_nothing_separates_them() -> None:
    plain = pair() | {"stakeholders": {"sales": {"weights": SALES}, "books": {"weights": {"price": "1", "speed": "0"}}}}
    findings = found(Case(ranked(plain)), NAME)

    assert "separates" not in _kinds(findings)
    assert the(Case(ranked(plain)), NAME, "concordance").status == "holds"
    assert the(Case(ranked(plain)), NAME, "consensus", "a").status == "holds"
    assert the(Case(ranked(plain)), NAME, "unanimous", "a", "b").amount == Fraction("2.5")

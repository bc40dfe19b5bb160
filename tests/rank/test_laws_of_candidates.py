"""Laws of candidates: who is there, in which order, and who is better (numbers of the reliability reference, 3.2).

The program answers the changed text, the oracle the original one: a mistake on both sides does not cancel out.
"""

from fractions import Fraction
from random import Random

from hypothesis import given

from decide.model.figures import rounded, rounded_to_sum
from tests import oracle_rank
from tests.oracle_rank import identifier
from tests.plain import (
    Leaf,
    Plain,
    answer,
    copied,
    leaves,
    points,
    ranked,
    ranks_among,
    refusals,
    reordered,
    steps,
    with_cells,
    with_twin,
    without,
    yaml_text,
)
from tests.samples import pair
from tests.strategies import decisions, picks, shuffles


def chosen(plain: Plain, pick: int) -> str:
    names: list[str] = list(plain["candidates"])
    return names[pick % len(names)]


def end(leaf: Leaf, worth: int) -> str:
    return next(amount for amount in steps(leaf.bearer) if oracle_rank.worth(amount, leaf.bearer) == worth)


# Law 1


@given(decisions(), shuffles)
def test_permuting_candidates_permutes_ranks_and_changes_no_number(plain: Plain, random: Random) -> None:
    shuffled = copied(plain) | {"candidates": reordered(plain["candidates"], random)}

    assert oracle_rank.answer(yaml_text(plain)) == answer(shuffled)


def test_candidates_in_another_order_keep_their_scores() -> None:
    shuffled = pair() | {"candidates": ["b", "a"]}

    # 3/4 * 80 + 1/4 * 20 = 65 and 3/4 * 60 + 1/4 * 70 = 62.5
    assert [("a", 65), ("b", Fraction(125, 2))] == [(e.candidate.id, e.score.point) for e in ranked(shuffled).ranked]


def test_the_same_candidate_twice_is_refused() -> None:
    doubled = pair() | {"candidates": ["a", "b", "A"]}

    assert {"duplicate-id"} == refusals(doubled)


# Law 4


@given(decisions(screened=False), picks, picks)
def test_who_is_nowhere_worse_has_no_lower_score_and_no_later_rank(plain: Plain, pick: int, which: int) -> None:
    one = chosen(plain, pick)
    original = oracle_rank.answer(yaml_text(plain))
    improved = [leaf for place, leaf in enumerate(leaves(plain)) if which >> place & 1]
    better = with_cells(with_twin(plain, one, "Better"), "Better", {leaf.key: end(leaf, 100) for leaf in improved})

    found = answer(better)

    ids = [identifier(leaf.key) for leaf in improved]
    gain = sum(original.weights[leaf] * (100 - original.values[identifier(one)][leaf][1]) for leaf in ids)
    assert original.scores[identifier(one)][1] + gain == found.scores["better"][1]
    assert all(
        low >= known for low, known in zip(found.scores["better"], original.scores[identifier(one)], strict=True)
    )
    assert found.ranks["better"][0] <= found.ranks[identifier(one)][0]


def test_dominance_by_ten_points_of_value_on_one_criterion_counts_its_weight() -> None:
    plain = with_cells(pair(), "b", {"price": "20", "speed": "3"})

    # b equals a on price and has 30 instead of 20 on speed: 65 + 1/4 * 10
    assert {"a": Fraction(65), "b": Fraction(135, 2)} == points(answer(plain))


# Law 6


@given(decisions(), picks)
def test_a_duplicate_ties_its_twin(plain: Plain, pick: int) -> None:
    one = identifier(chosen(plain, pick))
    original = oracle_rank.answer(yaml_text(plain))

    found = answer(with_twin(plain, chosen(plain, pick), "Second twin"))

    assert (original.scores[one], original.hurdles[one]) == (found.scores["second-twin"], found.hurdles["second-twin"])
    if one in original.ranks:
        assert (original.ranks[one][0], True) == found.ranks["second-twin"] == found.ranks[one]


def test_twins_share_the_first_rank_and_the_next_is_third() -> None:
    plain = with_twin(pair(), "a", "c")

    assert answer(plain).ranks == {"a": (1, True), "c": (1, True), "b": (3, False)}


# Law 7


@given(decisions(screened=False), picks, picks, picks, picks)
def test_a_score_rises_by_weight_times_value_and_the_rank_with_it(
    plain: Plain, pick: int, place: int, old: int, new: int
) -> None:
    one, leaf = chosen(plain, pick), leaves(plain)[place % len(leaves(plain))]
    along = steps(leaf.bearer)
    before, after = along[old % len(along)], along[new % len(along)]
    original = oracle_rank.answer(yaml_text(with_cells(plain, one, {leaf.key: before})))

    found = answer(with_cells(plain, one, {leaf.key: after}))

    change = oracle_rank.worth(after, leaf.bearer) - oracle_rank.worth(before, leaf.bearer)
    moved = points(original)[identifier(one)] + original.weights[identifier(leaf.key)] * change
    assert points(original) | {identifier(one): moved} == points(found)
    ranks = [each.ranks[identifier(one)][0] for each in (original, found)]
    assert ranks == sorted(ranks, reverse=change >= 0)


def test_a_price_lower_by_ten_of_a_hundred_adds_ten_times_its_weight() -> None:
    plain = with_cells(pair(), "b", {"price": "30"})

    # 62.5 + 3/4 * 10 = 70: b, which was second, is first
    assert ({"a": Fraction(65), "b": Fraction(70)}, 1) == (points(answer(plain)), answer(plain).ranks["b"][0])


def test_a_performance_beyond_the_best_end_is_refused() -> None:
    plain = with_cells(pair(), "b", {"price": "-1"})

    assert {"off-range"} == refusals(plain)


# Laws 18 and 19


@given(decisions(), picks, picks)
def test_a_dominated_candidate_moves_no_score_whether_there_or_not(plain: Plain, pick: int, which: int) -> None:
    worse = {leaf.key: end(leaf, 0) for place, leaf in enumerate(leaves(plain)) if which >> place & 1}
    larger = with_cells(with_twin(plain, chosen(plain, pick), "Worse"), "Worse", worse)

    found = answer(larger)

    original = oracle_rank.answer(yaml_text(plain))
    assert original.scores == {one: score for one, score in found.scores.items() if one != "worse"}
    assert found.scores["worse"] <= found.scores[identifier(chosen(plain, pick))]


@given(decisions().filter(lambda plain: len(plain["candidates"]) > 1), picks)
def test_removing_a_candidate_reverses_nobody(plain: Plain, pick: int) -> None:
    gone = chosen(plain, pick)
    original = oracle_rank.answer(yaml_text(plain))

    found = answer(without(plain, gone))

    left = {one: original.scores[one][1] for one in original.ranks if one != identifier(gone)}
    assert ranks_among(left) == {one: rank for one, (rank, _) in found.ranks.items()}
    assert {one: score for one, score in original.scores.items() if one != identifier(gone)} == found.scores


def test_who_stays_alone_keeps_its_score_and_has_no_lead() -> None:
    left = ranked(without(pair(), "a"))

    assert ([("b", 1, Fraction(125, 2))], None) == (
        [(entry.candidate.id, entry.rank, entry.score.point) for entry in left.ranked],
        left.lead,
    )


def test_removing_everybody_is_refused() -> None:
    nobody = without(without(pair(), "a"), "b") | {"performance": {}}

    assert {"empty-candidates"} == refusals(nobody)


# Law 42


@given(decisions())
def test_contributions_explain_every_difference_exactly(plain: Plain) -> None:
    scores = points(oracle_rank.answer(yaml_text(plain)))

    ranking = ranked(plain)

    entries = (*ranking.ranked, *ranking.excluded)
    differences = {
        (one.candidate.id, other.candidate.id): sum(
            a - b for a, b in zip(one.contributions, other.contributions, strict=True)
        )
        for one in entries
        for other in entries
    }
    assert {(one, other): scores[one] - scores[other] for one in scores for other in scores} == differences


@given(decisions())
def test_printed_contributions_add_up_to_the_printed_score(plain: Plain) -> None:
    ranking = ranked(plain)

    columns = {
        entry.candidate.id: sum(
            map(Fraction, rounded_to_sum(entry.contributions, Fraction(rounded(entry.score.point, 1)), 1))
        )
        for entry in (*ranking.ranked, *ranking.excluded)
    }
    scores = points(oracle_rank.answer(yaml_text(plain)))
    assert {one: Fraction(rounded(score, 1)) for one, score in scores.items()} == columns


def test_the_lead_of_a_over_b_is_fifteen_for_price_less_twelve_and_a_half_for_speed() -> None:
    first, second = ranked(pair()).ranked

    # price: 3/4 * (80 - 60) = 15, speed: 1/4 * (20 - 70) = -12.5, together 65 - 62.5 = 2.5
    assert [15, Fraction(-25, 2)] == [a - b for a, b in zip(first.contributions, second.contributions, strict=True)]

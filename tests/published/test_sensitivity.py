"""Published cases on which an analysis of the solver has something to say; each JSON file holds numbers and citation.

Not used, since their numbers need what is not in them: the stability intervals of the purchase in ``jimenez2007`` (the
utilities are in figures of the paper).
"""

import json
from fractions import Fraction
from itertools import permutations
from pathlib import Path
from typing import Any

import pytest

from decide.model.rows import LeftOut, Ranks, Relation, Sweep, Voice
from decide.stress.case import Case
from decide.stress.odds import against_all
from tests.plain import Plain, answer, points, ranked
from tests.published.test_weighted_sums import weighted_sum
from tests.stress.drawn import ANY, first_after, found, the, weighed, weights_in

HERE = Path(__file__).parent


def published(name: str) -> Any:
    return json.loads((HERE / f"{name}.json").read_text(encoding="utf-8"), parse_float=str, parse_int=str)


def decision(rows: dict[str, list[str]], ends: list[tuple[str, str]], weights: list[str] | None = None) -> Plain:
    """Return candidates on criteria c1, c2, … from a worst to a best amount each."""
    criteria: Plain = {f"c{at}": {"range": {"worst": worst, "best": best}} for at, (worst, best) in enumerate(ends, 1)}
    for node, weight in zip(criteria.values(), weights or (), strict=False):
        node["weight"] = weight
    cells = {name: {f"c{at}": amount for at, amount in enumerate(row, 1)} for name, row in rows.items()}
    return {"decide": "1", "title": "t", "candidates": list(rows), "criteria": criteria, "performance": cells}


def at_least_everywhere(case: Case) -> set[tuple[str, ...]]:
    rows = [row for one in found(case, "dominance", "pair") for row in one.rows if isinstance(row, Relation)]
    return {(row.better, row.worse) for row in rows if row.everywhere}


# Triantaphyllou 2000: A2 and A3 tie with 22.0, A1 has 21.5


def test_in_the_tie_of_triantaphyllou_2000_every_interval_is_a_point_and_a1_is_half_a_point_behind_both() -> None:
    case_ = published("wsm_triantaphyllou_tie")
    case = Case(ranked(weighted_sum(case_["input"]["matrix"], case_["input"]["weights"], best="100")))

    assert found(case, "least-change", "tolerance") == []
    for finding in found(case, "weight-crossings"):
        (row,) = finding.rows
        assert isinstance(row, Sweep)
        assert row.low == row.high == row.order_low == row.order_high == row.weight == finding.amount
        assert finding.witness is not None
        assert [name.upper() for name in finding.witness.first] == case_["expected"]["tied_best"]
    assert the(case, "critical-criterion", "top-percent").amount == 0
    # A1 less A2 is 15, -10, -5, 0 and A1 less A3 is -5, 10, -15, 20: both gaps close at once only by a program
    assert the(case, "performance-change", "one", "a1", "c3").amount == Fraction("0.5") / Fraction("0.4")
    assert the(case, "least-change", "moved", "a1").status == "found"


# Triantaphyllou and Mann 1989, example 1: A1 53/13, A2 50/13, A3 45/13


def test_in_the_paradox_of_1989_a1_stays_first_until_the_first_criterion_weighs_seven_elevenths() -> None:
    case_ = published("triantaphyllou_mann_1989_paradox")
    weights = [str(Fraction(weight) * 13) for weight in case_["input"]["weights"]]
    case = Case(ranked(weighted_sum(case_["input"]["matrix"], weights, best="100")))

    # A1 - A2 is -4, 7, 7: -4 t + 7 (1 - t) = 0
    finding = the(case, "weight-crossings", "all", "c1")
    assert (finding.amount, finding.about) == (Fraction(7, 11), ("c1",))
    # theorem 1 of Triantaphyllou and Sánchez 1997: (53 - 50)/13 / (1 - 5) = -3/52, and 8/13 + 3/52 of 1 + 3/52 is 7/11
    assert the(case, "critical-criterion", "criterion", "c1").amount == Fraction(-3, 52)
    # A1 is never behind A3: 0, 4, 0
    assert ("a1", "a3") in at_least_everywhere(case)
    assert the(case, "least-change", "moved", "a3").status == "found"  # all on the first or third: level
    assert the(case, "dominance", "pair", "a1", "a3").status == "holds"


# Kangas, Kangas and Kurttila 2008, example 3.7


def test_after_each_even_swap_those_are_beaten_on_everything_that_the_book_names() -> None:
    case_ = published("kangas2008_even_swaps")
    letters = {"I": 0, "V": 1, "S": 2}
    rows = dict(zip(case_["input"]["alternatives"], case_["input"]["matrix"], strict=True))
    ends = [("0", "200"), ("0", "1"), ("0", "10")]
    gone: set[str] = set()
    for swap, expected in zip(case_["input"]["swaps"], case_["expected"]["dominated_after_each_swap"], strict=True):
        for key, amount in (swap["set"] | swap["compensate"]).items():
            rows[swap["alternative"]][letters[key]] = amount
        left = {name: row for name, row in rows.items() if name not in gone}

        beaten = {worse for _, worse in at_least_everywhere(Case(ranked(decision(left, ends)), ANY))}

        assert beaten == {name.lower() for name in expected}
        gone |= set(expected)
    assert set(rows) - gone == {case_["expected"]["recommended"]}


# Tervonen and Kadziński, R package ror: a3 is stated to be better than a2


def test_what_the_judgement_of_ror_makes_necessary_is_necessary_and_nothing_else() -> None:
    case_ = published("ror_package_utagms_3x3")
    rows = dict(zip(("a1", "a2", "a3"), case_["input"]["matrix"], strict=True))
    (better, worse), *_ = case_["input"]["strict_preferences"]
    plain = decision(rows, [("1", "2"), ("0.5", "1"), ("1", "3")], ["1", "1", "2"])  # a3 0.75, a2 0.525

    holds = {
        one.about
        for one in found(Case(ranked(plain | {"preferences": [f"{better} >= {worse}"]})), "dominance", "pair")
        if one.status == "holds"
    }

    names = list(rows)
    assert holds == {
        (names[row], names[column])
        for row, columns in enumerate(case_["expected"]["necessary"])
        for column, necessary in enumerate(columns)
        if necessary is True and row != column
    }
    # without it nothing but a2 against a1 is: 2, 1, 1.1 and 1, 1, 1
    assert at_least_everywhere(Case(ranked(plain), ANY)) == {("a2", "a1")}


def test_straight_values_are_among_those_of_ror_so_more_is_necessary_and_less_is_possible() -> None:
    case_ = published("ror_package_utagms_3x3")
    names = ("a1", "a2", "a3")
    rows = dict(zip(names, case_["input"]["matrix"], strict=True))
    (better, worse), *_ = case_["input"]["strict_preferences"]
    plain = decision(rows, [("1", "2"), ("0.5", "1"), ("1", "3")], ["1", "1", "2"])
    findings = found(Case(ranked(plain | {"preferences": [f"{better} >= {worse}"]})), "necessary-possible")

    def told(key: str) -> set[tuple[str, ...]]:
        table = zip(names, case_["expected"][key], strict=True)
        return {(one, other) for one, row in table for other, so in zip(names, row, strict=True) if so and one != other}

    assert {one.about for one in findings if one.status == "holds"} == told("necessary")
    ahead = {one.about for one in findings if one.amount}  # the judgement is strict there, and may be a tie here
    assert ahead <= told("possible_weakly_monotone")


# Corrente, Greco and Słowiński 2012, tables 1 to 3


def test_straight_values_keep_all_that_is_necessary_in_chemistry_in_corrente_2012() -> None:
    case_ = published("corrente2012_mchp_hierarchy_ror")
    columns = [at for at, name in enumerate(case_["input"]["criteria"]) if name.startswith("2")]
    rows = {
        name: [row[at] for at in columns]
        for name, row in zip(case_["input"]["alternatives"], case_["input"]["matrix"], strict=True)
    }
    expected = case_["expected"]["necessary_by_node"]["2"] | {
        "L": case_["expected"]["corrections"]["node 2, row L"]["must_be"]
    }
    plain = decision(rows, [("1", "5")] * len(columns))
    # E over H on 21: 2 and 5 against 5 and 1, so 4 of the second outweigh 3 of the first
    plain["preferences"] = ["i >= h", "l >= p", "c2 >= 0.75 * c1"]

    case = Case(ranked(plain))

    necessary = {one.about for one in found(case, "necessary-possible") if one.status == "holds"}
    assert {(one.lower(), other.lower()) for one, others in expected.items() for other in others} <= necessary
    known = {(one.variant, one.about[0]): one.amount for one in found(case, "rank-range") if one.variant != "joint"}
    for name, others in expected.items():
        worst, best = known["worst", name.lower()], known["best", name.lower()]
        assert worst is not None
        assert best is not None
        assert best <= worst <= len(rows) - len(others)


@pytest.mark.parametrize("node", ["1", "11", "12", "2", "21", "22"])
def test_who_is_at_least_as_good_on_everything_is_necessarily_preferred_in_the_tables_of_corrente_2012(
    node: str,
) -> None:
    case_ = published("corrente2012_mchp_hierarchy_ror")
    columns = [at for at, name in enumerate(case_["input"]["criteria"]) if name.startswith(node)]
    rows = {
        name: [row[at] for at in columns]
        for name, row in zip(case_["input"]["alternatives"], case_["input"]["matrix"], strict=True)
    }
    necessary = {better: set(worse) for better, worse in case_["expected"]["necessary_by_node"][node].items()}
    if node == "2":
        necessary["L"] = set(case_["expected"]["corrections"]["node 2, row L"]["must_be"])

    found_ = at_least_everywhere(Case(ranked(decision(rows, [("1", "5")] * len(columns))), ANY))

    assert found_
    assert {(one.upper(), other.upper()) for one, other in found_} <= {
        (one, other) for one, others in necessary.items() for other in others
    }
    assert found_ == {
        (one.lower(), other.lower())
        for one, other in permutations(rows, 2)
        if all(int(mine) >= int(theirs) for mine, theirs in zip(rows[one], rows[other], strict=True))
    }


# Labreuche 2011: exchanging some weights, or putting them to 1/n, reverses the preference


@pytest.mark.parametrize(("kind", "name"), [("ivt", "example_15"), ("ivt", "example_16")])
def test_no_less_weight_moves_than_the_exchanges_of_labreuche_2011_move(kind: str, name: str) -> None:
    case_ = published("labreuche2011_explanation_anchors")
    example = next(one for one in case_["input"][kind] if one["name"] == name)
    rows = {"x": example["x"], "y": example["y"]}
    case = Case(ranked(decision(rows, [("0", "1")] * len(example["x"]), example["weights"])))
    exchanged = list(case.weights)
    for one, other in case_["expected"]["ivt_transpositions"][name]:
        exchanged[int(one) - 1], exchanged[int(other) - 1] = exchanged[int(other) - 1], exchanged[int(one) - 1]
    moved = 50 * sum(abs(after - before) for before, after in zip(case.weights, exchanged, strict=True))

    finding = the(case, "least-change", "dethrone-moved")

    first = {case.candidates[index] for index in case.winners}
    assert first_after(case, weighed(case, exchanged)) == {"x", "y"} - first
    assert finding.amount is not None
    assert 0 < finding.amount < moved
    assert finding.witness is not None
    assert finding.witness.first == ("x", "y")
    fewest = the(case, "least-change", "fewest")
    changed = sum(one != other for one, other in zip(case.weights, exchanged, strict=True))
    assert fewest.amount is not None
    assert fewest.amount <= changed


@pytest.mark.parametrize("name", ["example_5", "example_6", "example_13", "example_14"])
def test_with_all_weights_alike_the_preference_of_labreuche_2011_is_reversed_and_less_is_enough(name: str) -> None:
    case_ = published("labreuche2011_explanation_anchors")
    example = next(one for one in case_["input"]["noa"] if one["name"] == name)
    rows = {"x": example["x"], "y": example["y"]}
    size = len(example["x"])
    case = Case(ranked(decision(rows, [("0", "1")] * size, example["weights"])))
    first = {case.candidates[index] for index in case.winners}
    alike = [Fraction(1, size)] * size

    finding = the(case, "least-change", "dethrone-moved")

    assert first_after(case, weighed(case, alike)) == {"x", "y"} - first  # "not on average"
    assert finding.amount is not None
    assert finding.amount < 50 * sum(abs(weight - Fraction(1, size)) for weight in case.weights)
    assert finding.witness is not None
    assert sum(weights_in(finding.witness.change)) == 1


# Jiménez, Mateos and Ríos-Insua: weights stated as ranges


def test_the_middles_of_the_ranges_of_jimenez_2007_are_its_average_normalised_weights() -> None:
    case_ = published("jimenez2007_gmaa_interval_weights")
    names = case_["input"]["objectives"]
    ranges = [f"{low}..{high}" if low != high else low for low, high in case_["input"]["responses"]]
    plain = decision({"a": ["1"] * 5, "b": ["0"] * 5}, [("0", "1")] * len(names), ranges)

    case = Case(ranked(plain))

    for told, weight in zip(case_["expected"]["avg_norm_weight"], case.weights, strict=True):
        assert abs(Fraction(told) - weight) <= Fraction(case_["tolerance"])
    assert case.possible.form == "stated"
    # an offer that is at least as good on everything is the only one that can be first, as in the paper
    assert {one.about[0]: one.status for one in found(case, "can-be-first")} == {"a": "found", "b": "impossible"}


# Belton and Gear 1983: a copy of B; with fixed ends nothing is reversed


def test_a_copy_of_b_reverses_nothing_in_the_values_of_belton_and_gear_1983() -> None:
    case_ = published("belton_gear_1983_rank_reversal")
    columns = case_["input"]["ratio_columns"].values()
    rows = {name: [column[name] for column in columns] for name in "ABCD"}
    plain = decision(rows, [("0", "9")] * 3)

    case = Case(ranked(plain))

    off = [
        abs(Fraction(case_["expected"]["BG_with_D"][name.upper()]) - score / 100)
        for name, score in points(answer(plain)).items()
    ]
    assert max(off) <= Fraction(case_["tolerance"])
    for gone, first in (("a", ("b", "d")), ("b", ("d",)), ("c", ("b", "d")), ("d", ("b",))):
        (row,) = the(case, "leave-one-out", "candidate", gone).rows
        assert isinstance(row, LeftOut)
        assert row.first == first


# Kangas, Kangas and Kurttila 2008, examples 8.1 to 8.3: 10 voters abc, 6 bca, 5 cba


def test_the_voters_of_kangas_2008_as_stakeholders_give_its_plurality_its_borda_counts_and_its_last_places() -> None:
    """One criterion per group of voters, on which the candidates have 2, 1 and 0; the mean of all is Borda's count."""
    case_ = published("kangas2008_voting_21")
    profile, expected = case_["input"]["profile"], case_["expected"]
    names = sorted(profile[0]["order"])
    rows = {name: [str(2 - group["order"].index(name)) for group in profile] for name in names}
    plain = decision(rows, [("0", "2")] * len(profile), ["1"] * len(profile))
    plain["stakeholders"] = {
        f"group {at}": {
            "share": group["voters"],
            "weights": {f"c{own}": str(int(own == at)) for own in range(1, len(profile) + 1)},
        }
        for at, group in enumerate(profile, 1)
    }
    case = Case(ranked(plain))

    voters = sum(int(group["voters"]) for group in profile)
    votes = {row.first: row.share for row in the(case, "stakeholders", "concordance").rows if isinstance(row, Voice)}
    assert votes[("a",)] * voters == int(expected["plurality"]["votes_a"])
    assert max(votes, key=lambda first: votes[first]) == (expected["plurality"]["winner"],)
    group_ = the(case, "stakeholders", "group")
    counts = {row.candidate: row.score_after * 2 * voters / 100 for row in group_.rows if isinstance(row, Ranks)}
    assert counts == {name: int(count) for name, count in expected["borda"].items()}
    assert group_.witness is not None
    assert group_.witness.first == (expected["borda_winner"],)
    last = sum(
        int(group["voters"])
        for group, one in zip(profile, found(case, "stakeholders", "own"), strict=True)
        if any(isinstance(row, Ranks) and row.candidate == "a" and row.rank_after == len(names) for row in one.rows)
    )
    assert expected["majority_worst"].startswith(f"a ({last} of {voters} ")


def test_the_shares_of_pairs_in_kangas_2008_give_its_indices_and_its_condorcet_winner() -> None:
    case = published("kangas2008_pairwise_indices")
    names, table, expected = case["input"]["alternatives"], case["input"]["pairwise_winning_percent"], case["expected"]
    tolerance = Fraction(case["tolerance"])
    shares = {
        (one, other): Fraction(table[at][to]) / 100
        for at, one in enumerate(names)
        for to, other in enumerate(names)
        if at != to
    }

    rows = against_all(names, shares)

    printed = {
        "POI": [100 * row.mean for row in rows],
        "POI_II": [100 * row.won for row in rows],
        "copeland": [Fraction(row.balance) for row in rows],
        "simpson": [100 * row.least for row in rows],
    }
    for index, values in printed.items():
        assert all(abs(own - Fraction(told)) <= tolerance for own, told in zip(values, expected[index], strict=True))
    assert [row.candidate for row in rows if row.balance == len(names) - 1] == [expected["condorcet_winner"]]

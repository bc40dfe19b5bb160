"""Published weighted sums and surrogate weights; each JSON file beside this one holds the paper's numbers and citation.

The papers add up numbers without a scale. Here every criterion has fixed ends, so each test adds the range on which a
value is the paper's number itself, or a stated multiple of it.
"""

import json
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest

from decide.model.figures import rounded
from tests.plain import Plain, answer, points, ranked

HERE = Path(__file__).parent


def published(name: str) -> Any:
    return json.loads((HERE / f"{name}.json").read_text(encoding="utf-8"), parse_float=str, parse_int=str)


def weighted_sum(matrix: list[list[str]], weights: list[str], best: str) -> Plain:
    """Return alternatives a1, a2, … on criteria c1, c2, … that all run from 0 to ``best``."""
    rows = {f"a{row}": {f"c{column}": x for column, x in enumerate(xs, 1)} for row, xs in enumerate(matrix, 1)}
    criteria = {f"c{n}": {"range": {"worst": "0", "best": best}, "weight": w} for n, w in enumerate(weights, 1)}
    return {"decide": "1", "title": "t", "candidates": list(rows), "criteria": criteria, "performance": rows}


def test_the_tie_of_triantaphyllou_2000_is_exact_and_both_are_first() -> None:
    case = published("wsm_triantaphyllou_tie")
    plain = weighted_sum(case["input"]["matrix"], case["input"]["weights"], best="100")  # 0 … 100: value = number

    ranking = ranked(plain)

    expected = dict(zip(("a1", "a2", "a3"), map(Fraction, case["expected"]["scores"]), strict=True))
    assert expected == points(answer(plain))
    assert case["expected"]["tied_best"] == [entry.candidate.id.upper() for entry in ranking.winners]
    assert [(entry.candidate.id, entry.rank, entry.tied) for entry in ranking.ranked] == [
        ("a2", 1, True),
        ("a3", 1, True),
        ("a1", 3, False),
    ]
    assert ranking.lead == 0


def test_the_weighted_sum_in_the_paradox_of_1989_is_won_by_a1_with_53_thirteenths() -> None:
    case = published("triantaphyllou_mann_1989_paradox")
    points_of_thirteen = [str(Fraction(weight) * 13) for weight in case["input"]["weights"]]
    plain = weighted_sum(case["input"]["matrix"], points_of_thirteen, best="100")  # 0 … 100: value = number

    ranking = ranked(plain)

    assert ["A1"] == [case["expected"]["wsm_best"]] == [entry.candidate.id.upper() for entry in ranking.winners]
    assert Fraction(case["expected"]["wsm_best_score"]) == ranking.ranked[0].score.point


@pytest.mark.parametrize(
    ("formula", "column"), [("centroid", "roc"), ("rank-sum", "rank_sum"), ("reciprocal", "rank_reciprocal")]
)
def test_the_surrogate_weights_of_cebesoy_2024_come_out_within_their_rounding(formula: str, column: str) -> None:
    case = published("cebesoy2024_surrogate_weights_7")
    names = case["input"]["criteria"]
    plain = {
        "decide": "1",
        "title": "t",
        "candidates": ["a"],
        "criteria": {name: {"levels": ["no", "yes"]} for name in names},
        "weights": {"order": names, "formula": formula},
    }

    weights = list(answer(plain).weights.values())

    off = [abs(Fraction(told) - weight) for told, weight in zip(case["expected"][column], weights, strict=True)]
    assert max(off) <= Fraction(case["tolerance"])
    assert sum(weights) == 1


def test_the_weighted_sum_of_kracka_2010_comes_out_to_seven_digits() -> None:
    case = published("kracka2010_wsm_multimoora")
    turned = [
        [1 / Fraction(x) if direction == "min" else Fraction(x) for x in column]
        for column, direction in zip(
            zip(*case["input"]["matrix"], strict=True), case["input"]["directions"], strict=True
        )
    ]
    shares = [[rounded(x / sum(column), 12) for x in column] for column in turned]  # their exact decimals do not end
    matrix = [list(row) for row in zip(*shares, strict=True)]
    plain = weighted_sum(matrix, case["input"]["weights"], best="1")  # 0 … 1: value = 100 times the number

    found = answer(plain)

    off = [
        abs(Fraction(told) - score / 100)
        for told, score in zip(case["expected"]["scores"], points(found).values(), strict=True)
    ]
    assert max(off) <= Fraction(case["tolerance"])
    assert list(map(int, case["expected"]["rank"])) == [found.ranks[one][0] for one in points(found)]

"""Laws of what it is worth to find out before choosing."""

from collections.abc import Iterator, Mapping
from fractions import Fraction
from itertools import pairwise, product
from math import prod
from random import Random

from hypothesis import given

from decide.model.chances import Expectation, Worth
from decide.model.finding import Finding
from decide.solve.uncertain import Atoms, Triangular, Uncertain, mean
from decide.stress.case import Case
from decide.stress.open_cells import open_cells
from tests.plain import Plain, ranked
from tests.samples import pair
from tests.solve.test_uncertain import simpson
from tests.strategies import decisions, picks, shuffles
from tests.stress.drawn import case_of, found, the
from tests.stress.drawn import product as dotted

NAME = "information"
MOST_OUTCOMES = 3000


def told(finding: Finding) -> Worth:
    row = finding.rows[0]
    assert isinstance(row, Worth)
    return row


def expected_scores(case: Case, known: Mapping[tuple[int, int], Fraction]) -> list[Fraction]:
    """Return what everybody is expected to score once some cells are known."""
    open_ = open_cells(case)
    scores = []
    for at, row in enumerate(case.values):
        values = [
            known[at, column] if (at, column) in known else mean(open_[at, column]) if (at, column) in open_ else value
            for column, value in enumerate(row)
        ]
        scores.append(dotted(case.weights, values))
    return scores


def choice_of(case: Case) -> int:
    """Return who is expected to score most; of several the first in rank, then in the file's order."""
    scores = expected_scores(case, {})
    best = [at for at, score in enumerate(scores) if score == max(scores)]
    return min(best, key=lambda at: (case.entries[at].rank != 1, at))


def gained(case: Case, place: tuple[int, int]) -> tuple[Fraction, Fraction]:
    """Return what knowing one cell is worth, and the chance that the choice is not the best then: by integration."""
    number, choice = open_cells(case)[place], choice_of(case)
    before = max(expected_scores(case, {}))

    def best(value: Fraction) -> Fraction:
        return max(expected_scores(case, {place: value})) - before

    def another(value: Fraction) -> Fraction:
        scores = expected_scores(case, {place: value})
        return Fraction(max(scores) > scores[choice])

    if isinstance(number, Atoms):
        parts = number.parts
        return sum((s * best(v) for v, s in parts), Fraction(0)), sum((s * another(v) for v, s in parts), Fraction(0))
    low, high = (expected_scores(case, {place: end}) for end in (number.low, number.high))
    rest = max(score for at, score in enumerate(low) if at != place[0])
    ends = {number.low, number.high, *([number.peak] if isinstance(number, Triangular) else [])}
    if low[place[0]] < rest < high[place[0]]:  # there the straight line of the candidate meets the best of the others
        share = (rest - low[place[0]]) / (high[place[0]] - low[place[0]])
        ends.add(number.low + (number.high - number.low) * share)
    gain = chance = Fraction(0)
    for one, other in pairwise(sorted(ends)):
        gain += simpson(one, other, number, best)
        chance += simpson(one, other, number, lambda _: Fraction(1)) * another((one + other) / 2)
    return gain, chance


@given(decisions(), picks)
def test_what_one_cell_is_worth_is_the_integral_over_what_it_can_be(plain: Plain, pick: int) -> None:
    case = case_of(plain, pick)
    for finding in found(case, NAME, "cell"):
        candidate, leaf = finding.about
        place = case.candidates.index(candidate), case.leaves.index(leaf)
        row = told(finding)
        assert row.least == row.most == finding.amount
        assert row.chance_least == row.chance_most
        assert (row.least, row.chance_least) == gained(case, place)


@given(decisions(), picks)
def test_what_several_cells_are_worth_lies_between_the_bounds(plain: Plain, pick: int) -> None:
    case = case_of(plain, pick)
    for finding in found(case, NAME):
        places = places_of(case, finding)
        parts = [open_cells(case)[place] for place in places]
        atoms = [part.parts for part in parts if isinstance(part, Atoms)]
        if len(atoms) < len(parts) or prod(map(len, atoms)) > MOST_OUTCOMES:
            continue
        before, choice = max(expected_scores(case, {})), choice_of(case)
        gain = chance = Fraction(0)
        for outcome in product(*atoms):
            scores = expected_scores(case, dict(zip(places, (value for value, _ in outcome), strict=True)))
            share = prod((share for _, share in outcome), start=Fraction(1))
            gain += share * (max(scores) - before)
            chance += share * (max(scores) > scores[choice])
        assert told(finding).least <= gain <= told(finding).most
        assert told(finding).chance_least <= chance <= told(finding).chance_most


@given(decisions(), picks)
def test_no_piece_is_worth_less_than_nothing_or_more_than_everything(plain: Plain, pick: int) -> None:
    case = case_of(plain, pick)
    findings = found(case, NAME)
    for finding in findings:
        assert finding.amount is not None
        assert 0 <= finding.amount <= (findings[0].amount or 0)
        assert 0 <= told(finding).least <= told(finding).most
        assert 0 <= told(finding).chance_least <= told(finding).chance_most <= 1
        if finding.variant == "cell" and not case.weights[case.leaves.index(finding.about[1])]:
            assert finding.status == "holds"
            assert finding.amount == 0


@given(decisions(), picks, shuffles)
def test_it_holds_exactly_where_nothing_that_comes_out_changes_the_choice(
    plain: Plain, pick: int, random: Random
) -> None:
    case = case_of(plain, pick)
    for finding in found(case, NAME):
        choice, places = choice_of(case), places_of(case, finding)
        if finding.status == "found":
            assert finding.witness is not None
            assert case.candidates[choice] not in finding.witness.first
            assert told(finding).most > 0
            assert told(finding).chance_most > 0
            continue
        assert finding.status == "holds"
        assert finding.witness is None
        for _ in range(5):
            ends = {place: random.choice((known.low, known.high)) for place, known in open_of(case, places)}
            scores = expected_scores(case, ends)
            assert scores[choice] == max(scores)


@given(decisions(), picks)
def test_everything_and_each_open_cell_is_told_of_once_the_most_worth_first(plain: Plain, pick: int) -> None:
    case = case_of(plain, pick)
    findings = found(case, NAME)
    cells = [one.about for one in findings if one.variant == "cell"]
    open_ = {(case.candidates[at], case.leaves[column]) for at, column in open_cells(case)}
    told_of = open_ if len(case.candidates) > 1 else set()
    assert len(cells) == len(set(cells))
    assert set(cells) == told_of
    assert [one.variant for one in findings[:1]] == (["everything"] if told_of else [])
    for variant in ("cell", "evidence", "origin", "assessor"):
        amounts = [one.amount or Fraction(0) for one in findings if one.variant == variant]
        assert amounts == sorted(amounts, reverse=True)


def places_of(case: Case, finding: Finding) -> list[tuple[int, int]]:
    """Return the cells that a finding is about; drawn decisions cite no evidence."""
    open_ = list(open_cells(case))
    if finding.variant == "everything":
        return open_
    if finding.variant == "cell":
        return [(case.candidates.index(finding.about[0]), case.leaves.index(finding.about[1]))]
    assert finding.variant == "assessor"
    sheet = dict(dict(case.ranking.decision.assessments)[finding.about[0]])
    stated = {name: dict(row) for name, row in case.ranking.decision.performance}
    found = []
    for at, column in open_:
        name, leaf = case.candidates[at], case.leaves[column]
        cell, own = dict(sheet.get(name, ())).get(leaf), stated.get(name, {}).get(leaf)
        if cell is not None and not (cell.unknown or cell.blank) and (own is None or own.blank):
            found.append((at, column))
    return found


def open_of(case: Case, places: list[tuple[int, int]]) -> Iterator[tuple[tuple[int, int], Uncertain]]:
    return ((place, open_cells(case)[place]) for place in places)


def priced() -> Plain:
    """Return the pair with a range: b's price is worth 50 … 70, so b scores from 55 to 70 against a's 65."""
    plain = pair()
    plain["performance"]["b"]["price"] = "30..50"
    plain["price"] = "price"
    return plain


def test_a_price_between_two_ends_is_worth_five_sixths_of_a_point() -> None:
    finding = the(Case(ranked(priced())), NAME, "cell")

    # (70 - 65)² / (2 · 15), and 5 of 15
    assert (finding.about, finding.amount) == (("b", "price"), Fraction(5, 6))
    assert told(finding).chance_least == Fraction(1, 3)
    # a weight of 3/4 and 100 EUR between the ends
    assert told(finding).price == Fraction(5, 6) / Fraction(3, 4)
    assert finding.witness is not None
    assert finding.witness.first == ("b",)


def test_of_levels_each_is_one_outcome() -> None:
    plain = pair()
    plain["criteria"]["speed"] = {"levels": ["slow", "so-so", "fast"], "weight": "1"}
    plain["performance"] = {"a": {"price": "20", "speed": "slow"}, "b": {"price": "40", "speed": {"is": "2"}}}
    plain["performance"]["b"]["speed"] |= {"low": "0", "high": "2"}

    finding = the(Case(ranked(plain)), NAME, "cell")
    # a 60; b 45, 57.5 or 70 with 1/6, 2/6, 3/6, so 61 2/3 are expected; a is better by 15 with 1/6, by 2.5 with 2/6
    assert finding.amount == Fraction(1, 6) * 15 + Fraction(2, 6) * Fraction(5, 2)
    assert told(finding).chance_least == Fraction(1, 2)


def test_the_choice_is_the_one_that_is_expected_to_score_most() -> None:
    plain = pair()
    plain["performance"]["a"]["price"] = {"is": "20", "low": "20", "high": "50"}

    rows = found(Case(ranked(plain)), NAME)[0].rows
    # a is expected at 70 on price, 57.5 in all; first as written with 65
    assert [(row.candidate, row.expected, row.score) for row in rows if isinstance(row, Expectation)] == [
        ("b", Fraction(125, 2), Fraction(125, 2)),
        ("a", Fraction(115, 2), Fraction(65)),
    ]


def test_evidence_on_which_several_cells_rest_is_worth_what_they_are_together() -> None:
    plain = priced()
    plain["performance"]["b"] = {
        "price": {"low": "30", "high": "50", "evidence": ["one", "two"]},
        "speed": {"low": "6", "high": "8", "evidence": ["two"]},
    }
    plain["evidence"] = {
        "one": {"claim": "says so", "origin": "press"},
        "two": {"claim": "says so too", "origin": "press"},
        "three": {"claim": "nothing rests on it"},
    }
    case = Case(ranked(plain))

    (cell, _), pieces = found(case, NAME, "cell"), found(case, NAME, "evidence")
    assert [one.about for one in pieces] == [("two",), ("one",)]
    assert pieces[1].amount == cell.amount == Fraction(5, 6)
    assert told(pieces[0]).cells == 2
    assert told(pieces[0]).most > Fraction(5, 6)
    assert [one.about for one in found(case, NAME, "origin")] == [("press",)]


def test_nothing_is_told_where_nothing_is_open_or_nobody_else_is_left() -> None:
    alone = priced()
    alone["candidates"] = ["b"]
    del alone["performance"]["a"]

    assert found(Case(ranked(pair())), NAME) == []
    assert found(Case(ranked(alone)), NAME) == []

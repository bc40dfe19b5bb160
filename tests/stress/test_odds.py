"""Laws of how likely one stays ahead: of another under the possible weights, of all over what is open."""

from collections.abc import Iterator
from fractions import Fraction
from itertools import product
from math import prod
from random import Random

from hypothesis import given

from decide.model.chances import Odds
from decide.model.finding import Finding
from decide.solve.uncertain import Atoms
from decide.stress.case import Case
from decide.stress.odds import ahead, holding
from decide.stress.open_cells import open_cells
from tests.plain import Plain, ranked
from tests.samples import pair
from tests.strategies import decisions, picks, preferring_decisions, shuffles
from tests.stress.drawn import ANY, ORDER, are_possible, around, case_of
from tests.stress.drawn import product as dotted

MOST_OUTCOMES = 3000


def told(finding: Finding) -> Odds:
    (row,) = finding.rows
    assert isinstance(row, Odds)
    return row


def pairs(case: Case) -> Iterator[tuple[int, int]]:
    size = range(len(case.candidates))
    return ((one, other) for one in size for other in size if one != other)


@given(decisions() | preferring_decisions(), picks)
def test_what_one_has_of_the_weights_the_other_has_not(plain: Plain, pick: int) -> None:
    case = case_of(plain, pick)
    for one, other in pairs(case):
        mine, theirs = ahead(case, one, other), ahead(case, other, one)
        assert (mine.status == "undetermined") is (theirs.status == "undetermined") is (not mine.rows)
        if mine.rows:
            assert 0 <= told(mine).least <= told(mine).most <= 1
            assert told(mine).least + told(theirs).least <= 1 <= told(mine).most + told(theirs).most
            assert (mine.status == "holds") is (told(mine).least == 1)


@given(decisions() | preferring_decisions(), picks, shuffles)
def test_who_is_ahead_under_all_weights_is_never_behind_and_under_none_never_ahead(
    plain: Plain, pick: int, random: Random
) -> None:
    case = case_of(plain, pick)
    if case.possible.mixed:  # whether weights are a mixture is not looked at
        return
    for weights in filter(lambda weights: are_possible(case, weights), around(case, random, 10)):
        for one, other in pairs(case):
            finding, lead = ahead(case, one, other), dotted(weights, case.margin(one, other))
            assert lead >= 0 or finding.status != "holds"
            assert lead <= 0 or finding.status != "impossible"


@given(decisions(), picks)
def test_the_chance_over_what_is_open_holds_what_counting_every_outcome_gives(plain: Plain, pick: int) -> None:
    case = case_of(plain, pick)
    found = list(holding(case))
    assert bool(found) is (len(case.winners) == 1 < len(case.candidates) and bool(open_cells(case)))
    for finding in found:
        row, (first,) = told(finding), case.winners
        assert (finding.about, finding.amount) == ((case.candidates[first],), row.least)
        parts = [part.parts for part in open_cells(case).values() if isinstance(part, Atoms)]
        if len(parts) < len(open_cells(case)) or prod(map(len, parts)) > MOST_OUTCOMES:
            continue
        chance = Fraction(0)
        for outcome in product(*parts):
            rows = [list(values) for values in case.values]
            for (at, column), (value, _) in zip(open_cells(case), outcome, strict=True):
                rows[at][column] = value
            scores = [dotted(case.weights, values) for values in rows]
            chance += prod((share for _, share in outcome), start=Fraction(1)) * (scores[first] == max(scores))
        assert row.least <= chance <= row.most


def test_of_two_weights_the_share_is_a_length() -> None:
    """a is ahead by 20 on price and behind by 50 on speed: ahead while price weighs more than 5/7, so for 2/7 of all.

    In order price weighs from 1/2 to 1, so it is 2/7 of 1/2.
    """
    assert told(ahead(Case(ranked(pair()), ANY), 0, 1)).least == Fraction(2, 7)
    assert told(ahead(Case(ranked(pair()), ORDER), 0, 1)).least == Fraction(4, 7)


def test_the_chance_that_a_range_leaves() -> None:
    """b's price is worth 50 … 70, so it scores 55 … 70 against 65: a stays first for 10 of 15."""
    plain = pair()
    plain["performance"]["b"]["price"] = "30..50"

    (finding,) = holding(Case(ranked(plain)))
    assert told(finding).least <= Fraction(2, 3) <= told(finding).most
    assert told(finding).most - told(finding).least <= Fraction(1, 50)


def test_who_are_always_level_have_half_each() -> None:
    plain = pair()
    plain["performance"]["b"] = plain["performance"]["a"]

    assert told(ahead(Case(ranked(plain)), 0, 1)).least == Fraction(1, 2)


def test_weights_that_are_stated_are_told_from_those_that_could_be_asked_about() -> None:
    ranges = pair()
    ranges["criteria"]["price"]["weight"] = "2..4"

    assert not told(ahead(Case(ranked(pair())), 0, 1)).stated
    assert told(ahead(Case(ranked(pair()), ORDER), 0, 1)).stated
    assert told(ahead(Case(ranked(ranges)), 0, 1)).stated

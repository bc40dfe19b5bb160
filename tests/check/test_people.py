"""The people: how many judged, how far apart they are, whether one decides, what ties they have, who splits."""

from pathlib import Path

import pytest
from hypothesis import given

from decide.check.checks import found
from decide.check.people import _id
from decide.check.study import Study
from decide.load.ids import slug
from decide.road.margins import margins
from decide.weigh.points import from_statement
from tests.check.samples import FLAWLESS, examined
from tests.plain import Plain, ranked
from tests.strategies import checked_decisions, texts
from tests.stress.drawn import firsts, product

SAMPLES = Path(__file__).parents[1] / "problems"
FEW, APART, COPIED, ONE, CAMPS, TIES, SPLIT = (
    "few-assessors",
    "disagreement-unexplained",
    "copied-sheets",
    "one-assessor-decides",
    "mean-hides-split",
    "conflict-undeclared",
    "stakeholders-split",
)


def sample(code: str, *pairs: tuple[str, str]) -> str:
    """Return the sample of a code with pieces, each of which has to be there, replaced wherever they stand."""
    text = (SAMPLES / f"{code}.yaml").read_text(encoding="utf-8")
    for old, new in pairs:
        assert old in text, old
        text = text.replace(old, new)
    return text


def codes(text: str) -> list[str]:
    return [problem.code for problem in examined(text)[0]]


def messages(text: str, code: str) -> list[str]:
    return [problem.message for problem in examined(text)[0] if problem.code == code]


def test_two_assessors_are_few_three_are_not_and_of_none_nothing_is_said() -> None:
    assert codes(sample(FEW)) == [FEW]
    assert FEW not in codes(sample(APART))
    assert codes(FLAWLESS) == []
    assert messages(sample(FEW, ("possible", "checks: {few-assessors: {least: 2}}\npossible")), FEW) == []


def test_assessors_who_are_named_count_though_they_left_no_sheet() -> None:
    text = FLAWLESS.replace("reviewer: Ben", "reviewer: Ben, assessors: [Mei Ling], conflicts: {Mei Ling: none}")

    assert messages(text, FEW) == [
        "performances rest on the word of mei-ling alone, and Acme Desk leads by 19.0 points"
    ]


# bolt is judged ok, poor and good: 50, 0 and 100; a spread of 100, or of 50 without one of the ends
def test_a_reason_at_one_end_is_enough_and_one_in_the_middle_is_not() -> None:
    end = ("bolt: {ease: {is: good, ", "bolt: {ease: {is: good, because: so, ")
    middle = ("bolt: {ease: {is: ok, ", "bolt: {ease: {is: ok, because: so, ")

    assert codes(sample(APART, end)) == []
    assert codes(sample(APART, middle)) == [APART]


@pytest.mark.parametrize(("spread", "expected"), [("100%", []), ("99%", [APART])])
def test_a_spread_of_exactly_the_threshold_is_none(spread: str, expected: list[str]) -> None:
    setting = f"checks: {{{APART}: {{spread: {spread}}}}}\npossible"

    assert codes(sample(APART, ("possible", setting))) == expected


def test_what_performance_states_is_settled() -> None:
    stated = ("price: {is: 35, evidence: [bolt-offer]}", "price: 35\n    ease: {is: ok, evidence: [bolt-trial]}")

    assert APART not in codes(sample(APART, stated))


# 0.4 * 30 + 0.35 * 100 + 0.25 * 90 = 69.5 against 71
def test_the_end_that_is_told_is_the_worse_one_for_the_first() -> None:
    assert messages(sample(APART), APART) == [
        (
            "assessors lie apart, and it is not said why: from 0 to 100 for Bolt Desk on “Ease of use”; "
            "with 100 there Acme Desk would still lead by 1.5 points"
        )
    ]


def test_twelve_alike_are_copied_eleven_are_not_and_neither_are_eleven_of_twelve() -> None:
    less = sample(COPIED).replace("      ease: {is: poor, evidence: [today-trial]}\n", "", 1)
    other = sample(COPIED).replace("price: {is: 0, evidence", "price: {is: 1, evidence", 1)

    assert codes(sample(COPIED)) == [COPIED]
    assert COPIED not in codes(less)
    assert COPIED not in codes(other)
    assert COPIED in codes(other.replace("possible", "checks: {copied-sheets: {alike: 90%}}\npossible"))


# with mei and ana alone acme has 0.4 * 64 + 0.35 * 50 + 0.25 * 80 = 63.1, bolt 12 + 35 + 22.5 = 69.5
def test_one_without_whom_another_is_first_decides_unless_nobody_else_judged() -> None:
    assert messages(sample(ONE), ONE) == [
        "without the 3 judgements of lin Bolt Desk would be first, 6.4 points ahead of Acme Desk"
    ]
    alone = sample(ONE)
    alone = alone[: alone.index("  mei:\n")] + alone[alone.index("  lin:\n") : alone.index("  ana:\n")]
    alone += sample(ONE)[sample(ONE).index("evidence:\n") :]
    assert ONE not in codes(alone)


# mei and lin say poor, ana and bo good
@pytest.mark.parametrize(
    ("pair", "expected"),
    [
        (("bolt: {ease: {is: good", "bolt: {ease: {is: ok"), [CAMPS]),  # a gap of 50, and the mean in it
        (("    bolt: {ease: {is: good, because: did not, evidence: [bolt-trial]}}\n  bo:", "  bo:"), []),  # 2 and 1
    ],
)
def test_two_camps_of_two_with_a_gap_hide_behind_their_mean(pair: tuple[str, str], expected: list[str]) -> None:
    assert codes(sample(CAMPS, pair)) == expected
    assert codes(sample(CAMPS, ("possible", f"checks: {{{CAMPS}: {{camp: 3}}}}\npossible"))) == []


def test_a_gap_below_the_threshold_makes_no_camps() -> None:
    text = sample(CAMPS, ("bolt: {ease: {is: good", "bolt: {ease: {is: ok"))

    assert codes(text.replace("possible", "checks: {mean-hides-split: {gap: 51%}}\npossible")) == []


def test_who_declares_nothing_is_named_and_who_judged_in_spite_of_ties_too() -> None:
    assert messages(sample(TIES), TIES) == [
        "no ties to candidates are declared for ana, nor that there are none: Acme Desk leads by 19.0 points",
        "lin has ties to Acme Desk and judged it all the same: without that Acme Desk would still lead by 19.0 points",
    ]
    assert codes(sample(TIES, ("lin: [acme]", "lin: none, ana: none"))) == []


def test_who_has_ties_and_left_that_candidate_alone_is_in_order() -> None:
    text = sample(TIES, ("lin: [acme]", "lin: [acme], ana: none"))
    head, tail = text.split("  lin:\n", 1)
    kept = head + "  lin:\n" + tail.replace("    acme: {ease: {is: good, evidence: [acme-trial]}}\n", "", 1)

    assert codes(text) == [TIES]
    assert codes(kept) == []


# books weighs price 80 %: today has 80 + 2.5 points, acme 32 + 10 + 8
def test_stakeholders_who_agree_on_the_first_are_no_split_nor_are_those_whose_share_is_zero() -> None:
    assert codes(sample(SPLIT)) == [SPLIT]
    assert codes(sample(SPLIT, ("{name: Bookkeeping,", "{name: Bookkeeping, share: 0,"))) == []
    assert codes(sample(SPLIT, ("price: 80, ease: 10", "price: 40, ease: 50"))) == []


@given(checked_decisions())
def test_a_split_is_found_exactly_where_the_analysis_finds_different_firsts(plain: Plain) -> None:
    ranking = ranked(plain)
    study = Study(ranking, tuple(margins(ranking)))
    flaws = {check.code: own for check, own in found(study)}
    if not ranking.ranked:
        return
    rows = [[known.point for known in entry.values] for entry in study.entries.values()]
    choices = set()
    for one in ranking.decision.stakeholders:
        if one.weights is not None and one.share != 0:
            weights = from_statement(ranking.decision.criteria, one.weights, ranking.leaves)
            scores = {name: product(weights, row) for name, row in zip(study.entries, rows, strict=True)}
            choices.add(firsts(scores))
    assert bool(flaws[SPLIT]) is (len(choices) > 1)


@given(texts)
def test_an_assessor_has_the_same_id_among_the_roles_as_in_a_key(name: str) -> None:
    assert _id(name) == slug(name)

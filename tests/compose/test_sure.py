"""How sure it is: the verdict first, and no more than the numbers allow."""

from fractions import Fraction

import pytest
from hypothesis import given, settings

from decide.compose.sure import evidence_behind, evidence_share, sure
from decide.compose.verdict import CLEAR, LEADS
from decide.road.examined import examine
from decide.road.memo import stressed
from tests.cli.door import DECISIONS
from tests.plain import Plain, ranked
from tests.samples import pair
from tests.strategies import decisions

AGAINST = "if every open point went against a (65.0) and for b (85.0)"
OPENINGS = {
    "clear": "Clear:",
    "leads": "Leads,",
    "leans": "Leans to ",
    "no clear winner": "No clear winner:",
    "tied": "Tied:",
}


def told(plain: Plain) -> list[str]:
    return list(sure(stressed(ranked(plain))))


def changed(**cells: str) -> Plain:
    """Return the pair with other performances, named ``a_price`` and so on."""
    plain = pair()
    for name, amount in cells.items():
        candidate, _, criterion = name.partition("_")
        plain["performance"][candidate][criterion] = amount
    return plain


def wide() -> Plain:
    """Return the pair with a price of b that is likely near its best guess, and may be anything from 10 on."""
    plain = changed()
    plain["performance"]["b"]["price"] = {"is": "90", "low": "10", "high": "100"}
    return plain


@pytest.mark.parametrize(
    ("plain", "verdict"),
    [
        (
            pair(),
            "No clear winner: the lead is under 5 points and errors of less than 10 % in the weights can undo it.",
        ),
        (changed(a_speed="2.8"), "Leans to a, without a clear winner: the lead is under 5 points."),
        (changed(b_price="49"), "Leads, but not clearly: the lead is under 10 points."),
        (changed(b_price="70"), "Clear: a is far ahead, and small errors in the weights do not change that."),
        (changed(b_price="60..80"), "Clear: even if all that is open went against a, it would be 17.5 points ahead."),
        (
            changed(b_price="10..100"),
            "Leans to a, without a clear winner: the chance that it stays first over what is open is under 80 %.",
        ),
        (wide(), f"Leads, but not proven: {AGAINST}, b would be ahead."),
        (changed(b_price="20", b_speed="2"), "Tied: the figures do not choose between a and b."),
    ],
)
def test_the_verdict_comes_first_and_says_what_it_falls_short_of(plain: Plain, verdict: str) -> None:
    assert told(plain)[0] == verdict


def test_where_everything_is_exact_the_weights_are_still_open() -> None:
    assert told(pair())[1:] == ["No performance is open; weights still are."]


@settings(max_examples=40)
@given(decisions())
def test_no_sentence_says_more_than_the_word_that_the_numbers_allow(plain: Plain) -> None:
    found = ranked(plain)
    if len(found.ranked) < 2:
        return
    one = stressed(found)

    first, *rest = sure(one)

    assert first.startswith(OPENINGS[one.verdict])
    assert not any(opening in text for text in rest for opening in OPENINGS.values())
    worst = found.ranked[0].score.low - max(entry.score.high for entry in found.ranked[1:])
    if one.verdict == CLEAR:
        assert worst > 0
    elif one.verdict == LEADS:
        assert ("not proven" in first) == (worst <= 0)


@pytest.mark.parametrize("name", sorted(DECISIONS))
def test_page_one_does_not_speak_of_cells(name: str) -> None:
    examined = examine(DECISIONS[name])
    assert examined.ranking is not None

    assert not any("cell" in text for text in sure(stressed(examined.ranking)))


def test_evidence_counts_by_weight_and_by_performance() -> None:
    """price weighs 3/4 and one of its two performances cites something; speed has none: 3/8 of the weight."""
    plain = pair() | {"evidence": {"e": {"claim": "so"}}}
    plain["performance"]["a"]["price"] = {"is": "20", "evidence": ["e"]}

    assert evidence_share(ranked(plain)) == Fraction(3, 8)
    assert evidence_behind(ranked(plain)) == "Evidence stands behind 37 % of the weight."
    assert evidence_behind(ranked(pair())) == "No evidence is named for any performance."

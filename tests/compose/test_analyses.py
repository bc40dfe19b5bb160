"""Every analysis has its teller, and what is told is rounded to the side on which it holds."""

from fractions import Fraction

import pytest

from decide.compose.analyses import TELLERS, headline
from decide.compose.names import Names, amount_text
from decide.road.findings import findings
from decide.road.possible import possible_weights
from decide.road.ranking import ranking
from decide.stress.table import ANALYSES
from tests.cli.door import DECISIONS
from tests.plain import ranked
from tests.samples import pair


def names_of(name: str) -> Names:
    known = ranking(DECISIONS[name])
    return Names(known, possible_weights(known))


def test_the_table_of_tellers_is_that_of_the_analyses() -> None:
    assert list(TELLERS) == list(ANALYSES)


@pytest.mark.parametrize("name", sorted(DECISIONS))
def test_every_finding_is_told_in_a_sentence_without_ids(name: str) -> None:
    names = names_of(name)
    for finding in findings(names.ranking):
        told = headline(finding, names)

        assert told == told.strip()
        assert not told.endswith(".")
        assert all(word not in told for word in ("None", "Fraction", "  ", "()"))


@pytest.mark.parametrize("name", sorted(DECISIONS))
def test_every_analysis_has_a_table_or_a_sentence_and_says_what_it_does_not_say(name: str) -> None:
    names = names_of(name)
    made = tuple(findings(names.ranking))
    for analysis, teller in TELLERS.items():
        own = [finding for finding in made if finding.analysis == analysis]

        assert teller.not_said.endswith(".")
        assert not own or list(teller.blocks(own, names))


def test_the_least_change_of_two_reckoned_by_hand() -> None:
    """a leads by 2.5; a unit moved from price (20 for a) to speed (50 for b) gains 70: 2.5 / 70 = 3.57 points."""
    known = ranked(pair())
    names = Names(known, possible_weights(known))
    told = {
        finding.variant: headline(finding, names)
        for finding in findings(known, ["least-change"])
        if finding.variant in ("moved", "dethrone-moved", "tolerance")
    }

    assert told == {
        "tolerance": "a stays first as long as no weight is off by more than 9.0 % of itself, all at once; b is the "
        "first to draw level",
        "dethrone-moved": "a stays first unless at least 3.5 points of weight move; then b can draw level",
        "moved": "b is first if 3.6 points of weight move from price (75.0 % → 71.4 %) to speed (25.0 % → 28.6 %)",
    }


def test_an_amount_is_rounded_away_from_where_it_comes_from() -> None:
    leaf = ranked(pair()).leaves[0]
    third = Fraction(100, 3)

    assert amount_text(leaf, third, Fraction(40)) == "33"
    assert amount_text(leaf, third, Fraction(20)) == "34"
    assert amount_text(leaf, Fraction(30), Fraction(40)) == "30"

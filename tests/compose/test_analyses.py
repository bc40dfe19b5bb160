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
from tests.plain import Plain, ranked
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


PEOPLE: Plain = {
    "gates": {"insured": {"name": "Is insured", "passes": {"a": "yes", "b": "yes"}}},
    "stakeholders": {
        "sales": {"name": "Sales", "weights": {"price": "3", "speed": "1"}},
        "legal": {"name": "Legal", "weights": {"price": "1", "speed": "1"}},
    },
    "scenarios": {
        "dear": {"name": "a gets dearer", "chance": "20%", "performance": {"a": {"price": "90"}}},
        "lapse": {"name": "No insurance", "chance": "0%", "gates": {"insured": {"a": "no"}}},
    },
}


def test_people_and_scenarios_of_the_pair_are_told_as_reckoned_by_hand() -> None:
    """Price as for sales 75 %, for legal 50 %, the mean 62.5 %; a needs 15 of 70 for legal, b 2.5 of 70 for sales."""
    known = ranked(pair() | PEOPLE)
    names = Names(known, possible_weights(known))
    told = [headline(finding, names) for finding in findings(known, ["stakeholders", "scenarios"])]

    assert told == [
        "with the weights of Sales a is still first, 2.5 points ahead of b",
        "with the weights of Legal b is first, 15.0 points ahead of a",
        "with the mean of the stakeholders' weights, by their shares, b is first, 6.3 points ahead of a",
        (
            "the stakeholders differ on the first place: a is first for Sales (50 % of the shares); b is first for "
            "Legal (50 % of the shares); over all ranks Kendall's W is 0.00 (1 where all rank alike)"
        ),
        "Kendall's tau-b of their rankings, the mean over the two stakeholders, is -1.00 (from -1 to 1)",
        "what separates them is the weight of price or speed (equally far apart): with its mean, b is first for all",
        "b is first for everybody if 3.6 points of weight move (Sales 3.6)",
        "b is first for Sales if 3.6 of its points of weight move: price 75.0 % → 71.4 %; speed 25.0 % → 28.6 %",
        "a is first for everybody if 21.5 points of weight move (Legal 21.5)",
        "a is first for Legal if 21.5 of its points of weight move: speed 50.0 % → 28.6 %; price 50.0 % → 71.4 %",
        "“a gets dearer”: b is first, 50.0 points ahead of a",
        "“No insurance”: b is the only one left; a is screened out (Is insured)",
        "b has the highest expected score, 62.5 points",
        "b has the best worst case, 62.5 points",
    ]


def test_where_assessors_differ_is_told_with_what_comes_of_it() -> None:
    plain = pair()
    for cells in plain["performance"].values():
        del cells["speed"]
    plain["assessments"] = {"mei": {"a": {"speed": "2"}, "b": {"speed": "6"}}, "lin": {"b": {"speed": "10"}}}
    known = ranked(plain)
    names = Names(known, possible_weights(known))

    assert [headline(finding, names) for finding in findings(known, ["assessments"])] == [
        "the assessors differ on b on speed, from 60 to 100 points of value: at 60 a is first"
    ]
    assert "without the assessor lin (1 performance) a is first, 5.0 points ahead of b" in {
        headline(finding, names) for finding in findings(known, ["leave-one-out"])
    }

"""The road from a ranking to its findings."""

import pytest

from decide.load.changes import read_possible_weights
from decide.road.findings import analyses, findings
from decide.road.possible import possible_weights
from decide.road.ranking import ranking
from decide.solve.lp import tight_rows
from decide.stress.table import ANALYSES
from tests.cli.door import DECISIONS


def test_findings_come_in_the_order_of_the_table_whatever_is_asked_first() -> None:
    made = [one.analysis for one in findings(ranking(DECISIONS["minimal"]), ["dominance", "weight-crossings"])]

    assert list(dict.fromkeys(made)) == ["weight-crossings", "dominance"]


def test_a_name_that_is_no_analysis_is_refused() -> None:
    with pytest.raises(KeyError, match="astrology"):
        list(findings(ranking(DECISIONS["minimal"]), ["astrology"]))


@pytest.mark.parametrize("name", ["minimal", "everything"])
def test_who_proposes_tight_rows_changes_no_finding(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    known = ranking(DECISIONS[name])
    monkeypatch.setattr("decide.solve.optimum.LARGE", 1)

    alone, helped = list(findings(known)), list(findings(known, propose=tight_rows))

    assert [(one.about, one.status, one.amount, one.witness) for one in helped] == [
        (one.about, one.status, one.amount, one.witness) for one in alone
    ]


def test_the_possible_weights_are_those_asked_for() -> None:
    known = ranking(DECISIONS["minimal"])

    assert possible_weights(known).form == "order"
    assert possible_weights(known, possible=read_possible_weights("any")).rows == ()


def test_every_analysis_says_what_it_asks() -> None:
    assert [name for name, _, _ in analyses()] == list(ANALYSES)
    assert all(question.endswith("?") for _, question, _ in analyses())

"""What is proved of probabilities: shares of weights as volumes reckoned anew, draws drawn again, and limits."""

from collections import Counter
from fractions import Fraction
from pathlib import Path
from random import Random
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from decide.audit.proofs import CHECKS, verdicts
from decide.model.decision import PossibleWeights
from decide.road.examined import examine
from decide.road.ranking import ranking
from tests.audit.proving import CHANCES, failures, proof_of
from tests.audit.tables import LIKELY, table
from tests.plain import Plain, ranked, read
from tests.strategies import checked_decisions, decisions, peopled_decisions, preferring_decisions

ROOT = Path(__file__).resolve().parent.parent.parent
SHIPPED = ("criteria/minimal.yaml", "criteria/apple-china-ai")
FORMS = (None, "order", "any", "stated", "share")
BOTH = [CHANCES, "information"]
drawn = decisions() | preferring_decisions() | decisions(weights=("stakeholders",)) | checked_decisions()


def told(proof: Any, variant: str, *about: str) -> Any:
    return next(one for one in proof["findings"] if (one["variant"], *one["about"]) == (variant, *about))


@pytest.mark.parametrize("name", SHIPPED)
def test_all_probabilities_of_decisions_that_people_read_are_proved(name: str) -> None:
    proof = proof_of(ranking(ROOT / name), only=BOTH)

    assert Counter(verdict for verdict, _ in verdicts(proof)) == {"proved": len(proof["findings"])}


@settings(max_examples=25)  # each is drawn again without numpy
@given(plain=drawn | peopled_decisions(), form=st.sampled_from(FORMS))
def test_all_that_is_said_of_the_probabilities_of_any_decision_is_proved(plain: Plain, form: str | None) -> None:
    ranking_of = examine(read(plain)).ranking
    share = Fraction(3, 10) if form == "share" else None
    asked = PossibleWeights(form=form, share=share) if form else None

    proof = ranking_of and proof_of(ranking_of, asked, only=[CHANCES], draws=20)

    assert proof is None or failures(proof) == []


@pytest.mark.parametrize("name", LIKELY)
def test_all_probabilities_are_proved_however_weights_are_drawn(name: str) -> None:
    proof = proof_of(ranked(LIKELY[name]), only=BOTH)

    assert Counter(verdict for verdict, _ in verdicts(proof)) == {"proved": len(proof["findings"])}


def test_a_share_of_weights_worked_by_hand_is_proved() -> None:
    """A leads b by 2 on k1 and is 5 behind on k2: it is ahead where 2 w > 5 (1 - w), above 5/7 of all weights.

    There it is first, on average with 6/7 of the weight on k1.
    """
    plain = table({"a": "8 2", "b": "6 7"}, "3 1")

    proof = proof_of(ranked(plain), PossibleWeights(form="any"), only=[CHANCES])
    first = told(proof, "first", "a")["certificate"]

    assert failures(proof) == []
    assert told(proof, "ahead", "a", "b")["amount"] == "2/7"
    assert Fraction(first["share"]["least"]) < Fraction(2, 7) < Fraction(first["share"]["most"])
    assert first["central"]["k1"] == str(Fraction(857142857143, 10**12))


def test_what_a_cell_is_worth_worked_by_hand_is_proved() -> None:
    """Of a's k1 anything from 40 to 80 is as likely; with 40 on k2 and weights of 1/2 it scores 40 to 60.

    B has 52.5, more than the 50 that a is expected to have, so b is chosen. A is the better one above 52.5, with the
    chance 7.5/20, and then by 3.75 on average: knowing is worth 7.5² / (2 · 20) = 45/32 points.
    """
    plain = table({"a": "4..8 4", "b": "5 5.5"}, "1 1")

    one = told(proof_of(ranked(plain), only=["information"]), "cell", "a", "k1")

    assert one["amount"] == "45/32"
    assert one["certificate"]["chance"] == {"least": "3/8", "most": "3/8"}


def test_what_takes_too_long_is_told_as_undetermined_and_not_as_proved(monkeypatch: pytest.MonkeyPatch) -> None:
    volumes = CHECKS[f"{CHANCES} first"].__globals__["PIECES"]["VOLUMES"]
    proof = proof_of(ranked(LIKELY["a preference"]), only=[CHANCES])

    monkeypatch.setattr(volumes["Budget"], "left", property(lambda _: -1, lambda *_: None), raising=False)
    found = {(verdict, text.split()[1]) for verdict, text in verdicts(proof)}

    assert found == {
        *(("undetermined", variant) for variant in ("ahead", "first", "ranks")),
        *(("proved", variant) for variant in ("against-all", "together", "holding")),
    }


@pytest.mark.parametrize(("form", "names", "undetermined"), [("any", "abcdef", set()), ("share", "abc", {"ahead"})])
def test_what_has_too_many_corners_is_proved_by_draws(form: str, names: str, undetermined: set[str]) -> None:
    random, leaves = Random(names), 14 if form == "share" else 12
    rows = {name: " ".join(str(random.randint(0, 9)) for _ in range(leaves)) for name in names}
    plain = table(rows, " ".join("1" * leaves))
    share = Fraction(3, 10) if form == "share" else None

    proof = proof_of(ranked(plain), PossibleWeights(form=form, share=share), only=[CHANCES], draws=20)
    found = list(verdicts(proof))

    assert {text.split()[1] for verdict, text in found if verdict != "proved"} == undetermined
    assert any("drawn" in one["certificate"] for one in proof["findings"])

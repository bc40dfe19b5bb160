"""What is proved: every finding of every decision, by arithmetic that shares no line with the solver."""

from collections import Counter
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from decide.audit.proofs import verdicts
from decide.compose.proof import mixture
from decide.model.decision import PossibleWeights
from decide.road.examined import examine
from decide.road.ranking import ranking
from tests.audit import tables
from tests.audit.proving import at, failing, failures, key_of, proof_of, put
from tests.plain import Plain, ranked, read
from tests.samples import pair
from tests.strategies import checked_decisions, decisions, peopled_decisions, preferring_decisions

ROOT = Path(__file__).resolve().parent.parent.parent
SHIPPED = (
    "criteria/minimal.yaml",
    "criteria/apple-china-ai",
    "criteria/cloud-gpu.yaml",
    "tests/golden/everything.yaml",
)
FORMS = (None, "order", "any", "stated", "share")
drawn = decisions() | preferring_decisions() | decisions(weights=("stakeholders",)) | checked_decisions()
peopled = peopled_decisions()
SOME = [*tables.SMALL.values(), *tables.REST.values(), tables.CASES, tables.FOUR, *tables.RANKS.values()]


def found(proof: Any, variant: str, *about: str) -> int:
    """Return the place of a finding, of a variant or, where an analysis has none, of that analysis."""
    return next(
        place
        for place, one in enumerate(proof["findings"])
        if variant == (one["variant"] or one["analysis"]) and tuple(one["about"][: len(about)]) == about
    )


@pytest.mark.parametrize("name", SHIPPED)
def test_all_findings_of_the_decisions_that_people_read_are_proved(name: str) -> None:
    proof = proof_of(ranking(ROOT / name))

    assert Counter(verdict for verdict, _ in verdicts(proof)) == {"proved": len(proof["findings"])}


@given(plain=drawn | peopled, form=st.sampled_from(FORMS))
def test_all_findings_of_any_decision_are_proved(plain: Plain, form: str | None) -> None:
    ranking_of = examine(read(plain)).ranking
    share = Fraction(3, 10) if form == "share" else None

    proof = ranking_of and proof_of(ranking_of, PossibleWeights(form=form, share=share) if form else None)

    assert proof is None or failures(proof) == []


@pytest.mark.parametrize("plain", SOME)
def test_the_findings_of_decisions_made_for_each_kind_of_proof_are_proved(plain: Plain) -> None:
    assert failures(proof_of(ranked(plain))) == []


def test_a_certificate_worked_by_hand_is_proved_and_one_thousandth_less_is_not() -> None:
    """A leads b by 3/4 · 20 - 1/4 · 50 = 2.5, and each point of weight from price to speed takes 0.7 of it.

    So 2.5 / 0.7 = 25/7 points have to move. The proof: 1/70 of the row b - a has h = (-20/70, 50/70), which spans 1,
    and -h·w = (3/4 · 20 - 1/4 · 50) / 70 = 1/28, which is 25/7 points of weight.
    """
    proof = proof_of(ranked(pair()))
    place = found(proof, "moved", "b")

    told = proof["findings"][place]
    less = put(proof, ("findings", place, "certificate", "rivals", "a"), lambda _: "-1/70")

    assert told["amount"] == "25/7"
    assert told["witness"] == {"weights": {"price": "5/7", "speed": "2/7"}, "first": ["a", "b"]}
    assert told["certificate"]["rivals"] == {"a": "1/70"}
    assert failures(proof) == []
    assert len(failures(less)) == 1
    assert len(failures(put(proof, ("findings", place, "amount"), lambda _: "24999/7000"))) == 1


def test_a_finding_left_out_is_missed() -> None:
    proof = proof_of(ranked(pair()))
    for place, gone in enumerate(proof["findings"]):
        rest = put(proof, ("findings",), lambda all_, place=place: all_[:place] + all_[place + 1 :])  # type: ignore[misc]

        assert failing(rest, gone) == [f"{key_of(gone)}: it is missing"]


def test_findings_twice_invented_or_out_of_order_are_refused() -> None:
    proof = proof_of(ranked(pair()))
    invented = proof["findings"][-1] | {"about": ["nobody"]}
    odd = ["the findings are not those that are asked for, each once and in order"]

    assert failures(put(proof, ("findings",), lambda all_: [*all_, all_[0]])) == odd
    assert failures(put(proof, ("findings",), lambda all_: [*all_, invented])) == odd
    assert failures(put(proof, ("findings",), lambda all_: [all_[1], all_[0], *all_[2:]])) == odd


def test_a_proof_of_some_analyses_has_their_findings_alone() -> None:
    proof = proof_of(ranked(pair()))
    some = [one for one in proof["findings"] if one["analysis"] in ("dominance", "can-be-first")]

    assert failures(proof | {"analyses": ["dominance", "can-be-first"], "findings": some}) == []
    assert len(failures(proof | {"analyses": ["dominance"], "findings": some})) == 1


def test_what_is_undetermined_is_told_and_not_counted_as_proved() -> None:
    proof = proof_of(ranked(tables.WIDE))

    told = Counter(verdict for verdict, _ in verdicts(proof))

    assert at(proof, ("findings", found(proof, "fewest", "own"), "status")) == "undetermined"
    assert told["undetermined"] > 0
    assert sum(told.values()) == told["undetermined"] + told["proved"] == len(proof["findings"])


@pytest.mark.parametrize("plain", [tables.CASES, tables.FOUR], ids=["cases", "fewest"])
def test_only_a_search_may_be_undetermined_and_it_then_shows_nothing(plain: Plain) -> None:
    proof = proof_of(ranked(plain))
    open_: Any = {"status": "undetermined", "amount": None, "witness": None, "certificate": {}}

    for place, one in enumerate(proof["findings"]):
        changed = put(proof, ("findings", place), lambda told: told | open_)
        may = one["analysis"] == "cheapest-rank" or one["variant"] == "fewest"

        assert len(failing(changed, one)) == (0 if may else 1)
        assert len(failing(put(changed, ("findings", place, "amount"), lambda _: "1"), one)) == 1


def test_fewest_weights_are_refused_where_too_many_sets_would_have_to_be_tried() -> None:
    proof = proof_of(ranked(tables.WIDE))
    moved = proof["findings"][found(proof, "moved", "own")]
    count = sum(one != other for one, other in zip(*map(numbers, (moved["witness"], proof["model"])), strict=True))
    claimed = {"status": "found", "amount": str(count), "witness": moved["witness"], "certificate": {"parts": {}}}

    told = failures(put(proof, ("findings", found(proof, "fewest", "own")), lambda one: one | claimed))

    assert told == ["least-change fewest own: there are too many sets of leaves"]


def numbers(holder: Any) -> list[str]:
    return [share for _, share in sorted(holder["weights"].items())]


def test_each_part_of_the_fewest_weights_is_needed_and_none_is_there_for_nothing() -> None:
    proof = proof_of(ranked(tables.FOUR))
    place = ("findings", found(proof, "fewest", "d"), "certificate", "parts")
    parts = at(proof, place)

    for name in parts:
        assert len(failures(put(proof, (*place, name), lambda _: {}))) == 1
    assert parts
    assert len(failures(put(proof, place, lambda all_: all_ | {"k1 + k2": {"rivals": {"a": "1"}}}))) == 1


def test_a_mixture_is_found_again_from_its_sum() -> None:
    vectors = [[Fraction(1), Fraction(0)], [Fraction(0), Fraction(1)], [Fraction(1, 2), Fraction(1, 2)]]

    for weights in ([Fraction(1, 3), Fraction(2, 3)], [Fraction(1, 2), Fraction(1, 2)], [Fraction(0), Fraction(1)]):
        shares = mixture(vectors, weights)

        assert sum(shares) == 1
        assert min(shares) >= 0
        assert [sum(a * b[at] for a, b in zip(shares, vectors, strict=True)) for at in (0, 1)] == weights

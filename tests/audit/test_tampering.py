"""One thing changed in a proof that is right: it is refused, or the same findings are still proved, in another way.

What passes is another valid certificate (multipliers may be scaled where only their proportions count, or prove more
than enough, or less and still enough), and other weights that show the same. Of the model passes what no finding
depends on: a proof is about its numbers, and whether they are those of a decision is for whoever has it to compare.
"""

import json
from fractions import Fraction
from itertools import islice
from operator import lt, sub
from random import Random
from typing import Any

import pytest

from decide.audit.model import Model
from decide.audit.proofs import verdicts
from decide.road.ranking import ranking
from tests.audit.proving import (
    ALL,
    Path,
    accepted,
    changes,
    failing,
    failures,
    key_of,
    passing,
    proof_of,
    put,
    replaced,
)
from tests.audit.tables import CASES, FOUR, RANKS, SMALL
from tests.audit.test_proofs import ROOT, SHIPPED
from tests.plain import ranked

WHOLLY = ("a tie to lose", "one on top of all", "voices")
"""Where every single change is tried."""
IN_PART = [*(SMALL[name] for name in SMALL if name not in WHOLLY), CASES, FOUR]
"""Where one in seven is."""


def of_one_analysis(proof: Any, analysis: str) -> Any:
    found = [one for one in proof["findings"] if one["analysis"] == analysis]
    return proof | {"analyses": [analysis], "findings": found}


def is_in_a_claim(path: Path) -> bool:
    """Return whether a change is of what is said: not of a certificate, nor of the weights that show it."""
    return path[2:3] != ("certificate",) and path[2:4] != ("witness", "weights")


@pytest.mark.parametrize("analysis", ALL)
@pytest.mark.parametrize("name", WHOLLY)
def test_no_single_change_of_what_a_finding_says_is_accepted(name: str, analysis: str) -> None:
    proof = of_one_analysis(proof_of(ranked(SMALL[name])), analysis)

    claims = [(path, what) for path, what in passing(proof, ("findings",)) if is_in_a_claim(path)]

    assert failures(proof) == []
    assert claims == []


@pytest.mark.parametrize("place", range(len(IN_PART)))
def test_nor_is_one_in_seven_of_larger_ones(place: int) -> None:
    proof = proof_of(ranked(IN_PART[place]))
    for analysis in ALL:
        alone = of_one_analysis(proof, analysis)
        for path, what, fresh in islice(changes(alone, ("findings",)), place % 7, None, 7):
            assert not is_in_a_claim(path) or not accepted(replaced(alone, path, fresh)), (analysis, path, what)


@pytest.mark.parametrize("name", RANKS)
def test_nor_is_one_in_sixty_of_those_about_ranks(name: str) -> None:
    proof = of_one_analysis(proof_of(ranked(RANKS[name])), "rank-range")
    for path, what, fresh in islice(changes(proof, ("findings",)), len(name), None, 60):
        assert not is_in_a_claim(path) or not accepted(replaced(proof, path, fresh)), (path, what)


@pytest.mark.parametrize("name", SHIPPED)
def test_nor_are_any_drawn_from_the_proofs_of_shipped_decisions(name: str) -> None:
    proof = proof_of(ranking(ROOT / name))
    random = Random(name)
    for place in random.sample(range(len(proof["findings"])), 40):
        alone = of_one_analysis(proof, proof["findings"][place]["analysis"])
        at = alone["findings"].index(proof["findings"][place])
        path, what, fresh = random.choice(list(changes(alone, ("findings", at))))

        assert not is_in_a_claim(path) or not accepted(replaced(alone, path, fresh)), (path, what)


@pytest.mark.parametrize("name", WHOLLY)
def test_a_certificate_that_proves_less_is_refused(name: str) -> None:
    """No certificate can be left empty, where it is not empty because nothing has to be proved."""
    proof = proof_of(ranked(SMALL[name]))
    for place, one in enumerate(proof["findings"]):
        if one["certificate"] and not follows_from_cells(one, Model(proof["model"])):
            assert len(failing(put(proof, ("findings", place, "certificate"), lambda _: {}), one)) == 1


def follows_from_cells(finding: Any, model: Any) -> bool:
    """Return whether no statement on weights is needed to see that one is as good as another, or ahead of it."""
    if finding["analysis"] != "necessary-possible" or finding["status"] == "found":
        return False
    one, other = finding["about"]
    if finding["status"] == "impossible":
        return all(map(lt, model.highs[one], model.lows[other]))
    return bool(min(map(sub, model.lows[one], model.highs[other])) >= Fraction(finding["amount"]))


@pytest.mark.parametrize("name", [*WHOLLY, "people", "ranges"])
def test_no_single_change_of_the_model_is_accepted_if_a_finding_depends_on_it(name: str) -> None:
    proof = proof_of(ranked(SMALL[name]))

    passed = {path[1] for path, what in passing(proof, ("model",)) if path[1] != "judged" or "swapped" not in what}

    assert passed <= {"rows", "efforts", "mixed", "preferences"}


def test_a_cell_changed_by_a_millionth_of_a_millionth_is_noticed() -> None:
    proof = proof_of(ranked(SMALL["a preference"]))
    tiny = [
        (path, fresh) for path, what, fresh in changes(proof, ("model", "values")) if what.endswith("/1000000000000")
    ]

    assert len(tiny) == 3 * 3
    assert [path for path, fresh in tiny if accepted(replaced(proof, path, fresh))] == []


def test_a_change_is_told_by_the_finding_that_it_breaks() -> None:
    proof = proof_of(ranked(SMALL["a preference"]))
    for place, one in enumerate(proof["findings"]):
        changed = json.loads(json.dumps(proof))
        changed["findings"][place]["status"] = "odd"

        told = [text for verdict, text in verdicts(changed) if verdict == "FAILED"]

        assert told[:1] == failing(changed, one)
        assert told[0].startswith(f"{key_of(one)}:")

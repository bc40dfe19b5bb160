"""Laws of the fewest weights that have to change."""

from fractions import Fraction
from itertools import combinations
from random import Random

from hypothesis import given

from decide.model.finding import Each
from decide.stress.case import Case
from tests.plain import Plain, ranked
from tests.strategies import decisions, preferring_decisions, shuffles
from tests.stress.drawn import anywhere, are_weights, case_of, firsts, found, gap, scores_at, small, the, winners
from tests.stress.proofs import rules_out_among
from tests.stress.test_least_change import amount_of, number_changed

NAME = "least-change"


@given(decisions() | preferring_decisions())
def test_no_smaller_set_of_weights_is_enough(plain: Plain) -> None:
    case = case_of(plain)
    for finding in found(case, NAME, "fewest"):
        if finding.status != "found":
            continue
        (name,) = finding.about
        assert isinstance(finding.certificate, Each)
        proofs = dict(finding.certificate.parts)
        for chosen in combinations(range(len(case.leaves)), int(amount_of(finding)) - 1):
            proof = proofs.pop(" + ".join(case.leaves[at] for at in chosen), None)
            assert _beaten_by_one(case, name, chosen) if proof is None else rules_out_among(case, name, proof, chosen)
        assert not proofs


def _beaten_by_one(case: Case, name: str, chosen: tuple[int, ...]) -> bool:
    """Return whether some rival stays ahead even with all weight of the chosen leaves on the best of them."""
    held = sum((case.weights[at] for at in chosen), Fraction(0))
    for rival in set(case.candidates) - {name}:
        margin = gap(case, name, rival)
        fixed = sum((case.weights[at] * one for at, one in enumerate(margin) if at not in chosen), Fraction(0))
        if fixed + held * max(margin[at] for at in chosen) < 0:
            return True
    return False


@given(shuffles)
def test_the_fewest_weights_are_no_more_than_any_random_weights_that_are_enough(random: Random) -> None:
    case = Case(ranked(small(random)))
    fewest = {one.about[0]: amount_of(one) for one in found(case, NAME, "fewest") if one.status == "found"}
    for _ in range(30):
        weights = anywhere(random, 3)
        keep = random.randrange(3)  # hold one, so that two change
        rest = sum(weights[at] for at in range(3) if at != keep)
        if rest:
            held = case.weights[keep]
            weights = tuple(held if at == keep else (1 - held) * one / rest for at, one in enumerate(weights))
        assert are_weights(weights)
        for name in firsts(scores_at(case, weights)):
            assert name in winners(case) or fewest[name] <= number_changed(case, weights)


def test_of_two_rivals_on_eight_criteria_each_more_sets_would_have_to_be_tried_than_may() -> None:
    """Five of seventeen weights are enough against each rival alone, and there are 6188 sets of five."""
    names = [f"c{at}" for at in range(17)]
    ones = {"a": names[:8], "b": names[8:16], "c": names[16:]}
    plain = {
        "decide": "1",
        "title": "seventeen",
        "candidates": list(ones),
        "criteria": {name: {"levels": ["no", "yes"], "weight": "1"} for name in names},
        "performance": {one: {name: "yes" if name in its else "no" for name in names} for one, its in ones.items()},
    }

    # of k weights of the first eight and j of the others: 8 - k <= 1 + k + j and 8 - j <= 1 + k + j
    finding = the(Case(ranked(plain)), NAME, "fewest", "c")

    assert (finding.status, finding.amount, finding.witness) == ("undetermined", None, None)
    assert the(Case(ranked(plain)), NAME, "moved", "c").amount == 100 * Fraction(14, 3) / 17

"""What certificates prove, reckoned anew in fractions: multipliers times stated rows, and nothing of the program."""

from collections.abc import Sequence
from fractions import Fraction

from decide.model.finding import Branch, Cuts, Implied, Split
from decide.stress.case import Case
from tests.stress.drawn import Vector, are_possible, gap, product


def combined(case: Case, name: str, proof: Implied) -> Vector:
    """Return the sum of “name is at least as good as the rival” and of the statements, each with its multiplier."""
    total = [Fraction(0)] * len(case.leaves)
    for rival, factor in proof.rivals:
        assert factor >= 0
        total = [sofar + factor * own for sofar, own in zip(total, gap(case, name, rival), strict=True)]
    rows = {row.name: row for row in case.possible.rows}
    for stated, factor in proof.rows:
        assert factor >= 0 or rows[stated].exact
        for at, entry in rows[stated].coefficients:
            total[at] += factor * entry
    for leaf, factor in proof.floors:
        assert factor >= 0
        total[case.leaves.index(leaf)] += factor
    return tuple(total)


def rules_out(case: Case, name: str, proof: Implied) -> bool:
    """Return whether the sum, which weights that meet all rows keep from falling below zero, is below it everywhere."""
    return not proof.floors and max(combined(case, name, proof)) < 0


def least_distance(case: Case, name: str, proof: Implied, norm: str) -> Fraction:
    """Return the distance, in points, that the sum g proves: g·w >= 0 there, so g·(w - today) >= -g·today.

    Moving a weight of m gains at most m · (max g - min g); a change of each weight by r, which sums to 0, at most r
    times the sum of |g - c|, whatever c is.
    """
    height = combined(case, name, proof)
    if norm == "moved":
        size = max(height) - min(height)
    else:
        size = min(sum((abs(one - level) for one in height), Fraction(0)) for level in height)
    return 100 * -product(height, case.weights) / size


def proves(case: Case, name: str, proof: Implied, norm: str, amount: Fraction) -> bool:
    """Return whether so much at least has to change, or nothing at all is enough."""
    return rules_out(case, name, proof) or least_distance(case, name, proof, norm) >= amount


def rules_out_among(case: Case, name: str, proof: Implied, chosen: Sequence[int]) -> bool:
    """Return whether the sum stays below zero even with all weight of the chosen leaves on the best of them."""
    height = combined(case, name, proof)
    held = sum((case.weights[at] for at in chosen), Fraction(0))
    fixed = sum((case.weights[at] * one for at, one in enumerate(height) if at not in chosen), Fraction(0))
    return fixed + held * max(height[at] for at in chosen) < 0


def corners(case: Case, direction: Vector) -> Vector:
    """Return what a direction gains at each of the weights that the possible ones are mixtures of."""
    mixed = case.possible.mixed
    return tuple(product(direction, weights) for _, weights in mixed) if mixed else direction


def never_below(case: Case, direction: Vector, proof: Implied, least: Fraction) -> bool:
    """Return whether the statements imply that direction · weights is at least so much under all possible weights."""
    stated = combined(case, case.candidates[0], Implied(rows=proof.rows))
    left = tuple(one - other for one, other in zip(direction, stated, strict=True))
    return not proof.rivals and not proof.floors and min(corners(case, left)) >= least


def splits(case: Case, name: str, proof: Split, rank: int, amount: Fraction | None) -> bool:
    """Return whether every case of the distinction is one of too many ahead, or proves the amount (None: all none)."""
    root = proof.nodes[0]
    assert (root.below, root.above) == ((), ())
    return _holds(case, name, proof, root, rank, amount)


def _holds(case: Case, name: str, proof: Split, node: Branch, rank: int, amount: Fraction | None) -> bool:
    if node.on:
        low, high = proof.nodes[node.low], proof.nodes[node.high]
        assert node.on not in (*node.below, *node.above, name)
        assert (set(low.below), set(low.above)) == ({*node.below, node.on}, set(node.above))
        assert (set(high.below), set(high.above)) == (set(node.below), {*node.above, node.on})
        return all(_holds(case, name, proof, child, rank, amount) for child in (low, high))
    if len(node.above) >= rank:
        return True
    assert node.bound is not None
    assert {rival for rival, _ in node.bound.rivals} <= set(node.below)
    if amount is None:
        return rules_out(case, name, node.bound)
    return proves(case, name, node.bound, "moved", amount)


def least_effort(case: Case, name: str, costs: Vector, proof: Cuts) -> Fraction:
    """Return the effort that the cuts prove: what they ask for, less what no cell has room for."""
    own = case.values[case.candidates.index(name)]
    asked, pull = Fraction(0), [Fraction(0)] * len(costs)
    for cut in proof.cuts:
        weights = tuple(weight for _, weight in cut.weights)
        assert cut.multiplier >= 0
        assert are_possible(case, weights)
        asked += cut.multiplier * product(weights, gap(case, cut.rival, name))
        pull = [sofar + cut.multiplier * weight for sofar, weight in zip(pull, weights, strict=True)]
    over = [(100 - value) * min(cost - one, Fraction(0)) for value, cost, one in zip(own, costs, pull, strict=True)]
    return asked + sum(over, Fraction(0))

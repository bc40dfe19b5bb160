"""What certificates of ranks prove, reckoned anew in fractions from the lows and highs of the values."""

from fractions import Fraction

from decide.model.finding import Branch, Counted, Implied
from decide.stress.case import Case
from tests.stress.drawn import Vector
from tests.stress.proofs import combined, corners

BEST, WORST = "best", "worst"


def direction(case: Case, name: str, rival: str, variant: str) -> Vector:
    """Return what is at least zero where the rival does not count against the rank."""
    one, other = (case.entries[case.candidates.index(who)] for who in (name, rival))
    high, low = (one, other) if variant == BEST else (other, one)
    return tuple(up.high - down.low for up, down in zip(high.values, low.values, strict=True))


def negated(vector: Vector) -> Vector:
    return tuple(-part for part in vector)


def left(case: Case, vector: Vector, proof: Implied) -> Fraction:
    """Return what the statements imply that a direction is at least, under all possible weights."""
    assert not proof.rivals
    assert not proof.floors
    stated = combined(case, case.candidates[0], proof)
    return min(corners(case, tuple(one - other for one, other in zip(vector, stated, strict=True))))


def proves_count(case: Case, name: str, variant: str, proof: Counted, count: int) -> bool:
    """Return whether at least so many rivals count against the rank under all possible weights."""
    for rival, part in proof.always:
        least = left(case, negated(direction(case, name, rival, variant)), part)
        assert least > 0 or (variant == WORST and least == 0)
    for limit in proof.limits:
        assert left(case, direction(case, name, limit.rival, variant), limit.proof) >= -limit.amount
        assert limit.amount >= 0
    always = {rival for rival, _ in proof.always}
    assert len(always) == len(proof.always)
    assert name not in always
    root = proof.nodes[0]
    assert (root.below, root.above) == ((), ())
    return _holds(case, name, variant, proof, root, count - len(always))


def _holds(case: Case, name: str, variant: str, proof: Counted, node: Branch, count: int) -> bool:
    always = {rival for rival, _ in proof.always}
    counted, free = (node.above, node.below) if variant == BEST else (node.below, node.above)
    assert not {*counted, *free} & {name, *always}
    if node.on:
        low, high = proof.nodes[node.low], proof.nodes[node.high]
        assert node.on not in (*node.below, *node.above, name, *always)
        assert (set(low.below), set(low.above)) == ({*node.below, node.on}, set(node.above))
        assert (set(high.below), set(high.above)) == (set(node.below), {*node.above, node.on})
        return all(_holds(case, name, variant, proof, child, count) for child in (low, high))
    needed = count - len(set(counted))
    return needed <= 0 or (node.bound is not None and _clash(case, name, variant, proof, node, needed))


def _clash(case: Case, name: str, variant: str, proof: Counted, node: Branch, needed: int) -> bool:
    """Return whether fewer than needed of those who are not decided cannot make good for the sum of the rows."""
    assert node.bound is not None
    bound = node.bound
    counted, free = (node.above, node.below) if variant == BEST else (node.below, node.above)
    total = combined(case, name, Implied(rows=bound.rows))
    firm, shares = False, []
    limits = {limit.rival: limit.amount for limit in proof.limits}
    for rival, factor in bound.rivals:
        assert factor > 0
        own = direction(case, name, rival, variant)
        own = negated(own) if rival in counted else own
        total = tuple(sofar + factor * part for sofar, part in zip(total, own, strict=True))
        if rival in (counted if variant == BEST else free):
            firm = True
        elif rival not in counted and rival not in free:
            shares.append(factor * limits[rival])
    short = -max(corners(case, total))
    reach = sum(sorted(shares, reverse=True)[: needed - 1], Fraction(0))
    strictly = firm or (variant == WORST and needed - 1 < len(shares))
    return reach < short or (reach == short and strictly)

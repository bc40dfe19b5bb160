"""Weight crossings: how far each weight can move alone before the first place, or the order, changes.

A weight goes from 0 to 1 while the others keep their proportions, so scores are straight lines (Mareschal 1988). Two
conventions: a leaf or group against all others (``all``), and within its siblings, other branches untouched
(``siblings``).
"""

from collections.abc import Iterator
from fractions import Fraction
from itertools import pairwise
from math import gcd

from decide.model.change import Change
from decide.model.finding import Finding, Witness
from decide.model.rows import Passing, Sweep, Turn
from decide.model.tree import nodes
from decide.solve.lines import Line, count_turns, order_interval, top_interval, tops, turns
from decide.stress.case import Case, Vector

NAME = "weight-crossings"
MOST_ENDS = 50
"""So many lines are kept to be drawn, and all their crossings; more would not be told apart."""


def weight_crossings(case: Case) -> Iterator[Finding]:
    """Yield one finding per node and convention: found if its weight alone can change who is first, else holds."""
    everything = tuple(range(len(case.leaves)))
    inside = _inside(case)
    for parent, siblings in _families(case, everything):
        for node in siblings:
            if len(inside[node]) < len(everything):
                yield _finding(case, node, "all", inside[node], everything)
            if len(parent) < len(everything) and len(inside[node]) < len(parent):
                yield _finding(case, node, "siblings", inside[node], parent)


def _families(case: Case, everything: tuple[int, ...]) -> Iterator[tuple[tuple[int, ...], list[str]]]:
    inside = _inside(case)
    yield everything, [node.id for node in case.ranking.decision.criteria]
    for group in nodes(case.ranking.decision.criteria):
        if group.criteria:
            yield inside[group.id], [node.id for node in group.criteria]


def _inside(case: Case) -> dict[str, tuple[int, ...]]:
    found: dict[str, tuple[int, ...]] = {}
    for index, leaf in enumerate(case.ranking.leaves):
        for identifier in (leaf.id, *(group.id for group in leaf.groups)):
            found[identifier] = (*found.get(identifier, ()), index)
    return found


def _finding(case: Case, node: str, variant: str, inside: tuple[int, ...], parent: tuple[int, ...]) -> Finding:
    inner = [case.whole_weights[at] for at in inside]
    whole = sum(case.whole_weights[at] for at in parent)
    outer = [at for at in parent if at not in set(inside)]
    here = Fraction(sum(inner), whole) if whole else Fraction(len(inside), len(parent))
    lines, unit = _lines(case, inside, outer, parent)
    low, high = top_interval(lines, case.winners, here)
    order_low, order_high, at_low, at_high = order_interval(lines, here)
    passings = _passings(case, lines)
    share = Fraction(whole, case.weight_unit)
    named = tuple(tuple(case.candidates[at] for at in pair) for pair in (at_low, at_high))
    drawn = zip(case.candidates, lines, strict=True) if len(lines) <= MOST_ENDS else ()
    ends = tuple((one, (Fraction(at, unit), Fraction(at + slope, unit))) for one, (at, slope) in drawn)
    crossings, every = _turns(case, lines)
    sweep = Sweep(here, low, high, order_low, order_high, (named[0], named[1]), passings, ends, share, crossings, every)
    nearest = min((passing.at for passing in passings), key=lambda at: (abs(at - here), at), default=None)
    if nearest is None:
        return Finding(NAME, (node,), "holds", variant, rows=(sweep,))
    weights = _weights(case, nearest, inside, outer, share)
    heights = [at * nearest.denominator + slope * nearest.numerator for at, slope in lines]
    best = max(heights)
    first = tuple(one for one, height in zip(case.candidates, heights, strict=True) if height == best)
    witness = Witness(Change(weights=tuple(zip(case.leaves, weights, strict=True))), first)
    return Finding(NAME, (node,), "found", variant, nearest, "weight", witness, rows=(sweep,))


def _lines(case: Case, inside: tuple[int, ...], outer: list[int], parent: tuple[int, ...]) -> tuple[list[Line], int]:
    """Return the score of each candidate as a line over the node's share of its parent, and the unit of all lines.

    score(q) = outside + W · (q · inner + (1 - q) · outer), inner and outer being means. Where a side weighs nothing
    its leaves count alike.
    """
    weights = case.whole_weights
    inner_mean, outer_mean = _shares(weights, inside), _shares(weights, outer)
    whole = sum(weights[at] for at in parent)
    unit = sum(inner_mean) * sum(outer_mean)
    scales = whole * sum(outer_mean), whole * sum(inner_mean)
    aside = [at for at in range(len(weights)) if at not in set(parent)]
    quick = any(weights[at] for at in outer)
    if quick and not aside and len(inside) == 1:
        return _leaf_lines(case, inside[0])
    lines: list[Line] = []
    for row, score in zip(case.whole_values, case.whole_scores, strict=True):
        inner = sum(share * row[at] for share, at in zip(inner_mean, inside, strict=True))
        outside = sum(weights[at] * row[at] for at in aside)
        if quick:  # what is neither inside nor aside is left of the score
            others = score - outside - sum(weights[at] * row[at] for at in inside)
        else:
            others = sum(row[at] for at in outer)
        lines.append((outside * unit + others * scales[1], inner * scales[0] - others * scales[1]))
    common = gcd(unit, *(part for line in lines for part in line))
    unit = unit // common * case.weight_unit * case.value_unit
    return [(at // common, slope // common) for at, slope in lines], unit


def _leaf_lines(case: Case, at: int) -> tuple[list[Line], int]:
    """Return the same for one leaf against all others, which is most of the work in a large decision."""
    weight, whole = case.whole_weights[at], case.weight_unit
    rest = whole - weight
    others = [score - weight * row[at] for row, score in zip(case.whole_values, case.whole_scores, strict=True)]
    lines = [(other, rest * row[at] - other) for row, other in zip(case.whole_values, others, strict=True)]
    return lines, rest * case.value_unit


def _shares(weights: tuple[int, ...], leaves: tuple[int, ...] | list[int]) -> list[int]:
    found = [weights[at] for at in leaves]
    return found if any(found) else [1] * len(found)


def _passings(case: Case, lines: list[Line]) -> tuple[Passing, ...]:
    envelope = tops(lines)
    if len(envelope) < 2:
        return ()
    names: dict[Line, list[str]] = {line: [] for _, line in envelope}
    for one, line in zip(case.candidates, lines, strict=True):
        if line in names:
            names[line].append(one)
    return tuple(
        Passing(place, tuple(names[before]), tuple(names[after])) for (_, before), (place, after) in pairwise(envelope)
    )


def _turns(case: Case, lines: list[Line]) -> tuple[int, tuple[Turn, ...]]:
    """Return how often one candidate passes another, and all of it where they are few."""
    if len(lines) > MOST_ENDS:
        return count_turns(lines), ()
    names = case.candidates
    found = tuple(Turn(at, names[upper], names[lower], rank) for at, upper, lower, rank in turns(lines))
    return len(found), found


def _weights(case: Case, place: Fraction, inside: tuple[int, ...], outer: list[int], share: Fraction) -> Vector:
    """Return the weights at which the node has ``place`` of its parent's ``share``."""
    weights = list(case.weights)
    for leaves, part in ((inside, place), (outer, 1 - place)):
        shares = _shares(case.whole_weights, leaves)
        for at, own in zip(leaves, shares, strict=True):
            weights[at] = share * part * own / sum(shares)
    return tuple(weights)

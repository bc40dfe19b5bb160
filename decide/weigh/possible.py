"""What is stated of the weights → the set of weights that are possible."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from fractions import Fraction
from itertools import pairwise, permutations

from decide.model.decision import Criterion, Decision, PossibleWeights, Term, Weight
from decide.model.figures import percent
from decide.model.possible import WeightRow, WeightSet
from decide.model.tree import Leaf, nodes
from decide.weigh.points import from_statement

ONE = Fraction(1)
ORDER, ANY, STATED, SHARE, MIXTURES = "order", "any", "stated", "share", "mixtures"


def weight_set(
    decision: Decision,
    leaves: tuple[Leaf, ...],
    weights: tuple[Fraction, ...],
    values: Mapping[str, Sequence[Fraction]],
    possible: PossibleWeights | None = None,
) -> WeightSet:
    """Return the possible weights: as asked for, else as the decision says, else as follows from what it states.

    ``weights`` are the point weights, ``values`` (candidate → one value 0 … 100 per leaf) those that holistic
    judgements compare. The point weights always belong to the set.
    """
    preferences = tuple(preference_rows(decision, leaves, values))
    stated = possible or decision.possible_weights
    form = stated.form if stated is not None else _usual(decision)
    if form == MIXTURES:
        voices = [one for one in decision.stakeholders if one.weights is not None and one.share != 0]
        mixed = tuple((one.id, from_statement(decision.criteria, one.weights, leaves)) for one in voices if one.weights)
        return WeightSet("mixtures of the stakeholders' weights", preferences, preferences, mixed)
    if form == ANY:
        return WeightSet(ANY, preferences, preferences)
    share = stated.share if stated is not None else None
    told = form if share is None else f"each weight off by up to {percent(share, 0)}"
    rows = _order(decision, leaves, weights) if form == ORDER else _ranges(decision, leaves, weights, form, share)
    return WeightSet(told, (*rows, *preferences), preferences)


def is_stated(decision: Decision) -> bool:
    """Return whether the decision says itself which weights are possible, by more than a point for each.

    That any weights are is said of questions about them, not of how well they are known.
    """
    if decision.possible_weights is not None:
        return decision.possible_weights.form != ANY or bool(decision.preferences)
    return (decision.weights is not None and decision.weights.form == ORDER) or _usual(decision) != ORDER


def preference_rows(
    decision: Decision, leaves: tuple[Leaf, ...], values: Mapping[str, Sequence[Fraction]]
) -> Iterator[WeightRow]:
    """Yield the rows of the preferences, named after the line in which they stand."""
    inside = _inside(leaves)
    seen: Counter[str] = Counter()
    for number, statement in enumerate(decision.preferences, 1):
        sides = [_dense(side, inside, values, len(leaves)) for side in statement.sides]
        place = statement.place
        where = f"{place.source.name.rpartition('/')[2]}:{place.line}" if place else f"preference {number}"
        named = f"{where} {statement.text}"
        seen[named] += 1
        again = f" #{seen[named]}" if seen[named] > 1 else ""
        for step, (left, sign, right) in enumerate(zip(sides, statement.signs, sides[1:], strict=False), 1):
            part = f" ({step})" if len(statement.signs) > 1 else ""
            upper, lower = (right, left) if sign == "<=" else (left, right)
            difference = [one - other for one, other in zip(upper, lower, strict=True)]
            yield WeightRow(f"{named}{again}{part}", _sparse(difference), sign == "=", place)


def _usual(decision: Decision) -> str:
    own = [node.weight for node in nodes(decision.criteria) if node.weight is not None]
    if any(weight.low is not None for weight in own):
        return STATED
    if not own and decision.weights is None and any(one.weights and one.share != 0 for one in decision.stakeholders):
        return MIXTURES
    return ANY if decision.preferences else ORDER


def _compared(decision: Decision) -> tuple[bool, list[tuple[str, tuple[Criterion, ...]]]]:
    """Return whether weights are percents, and the nodes that compare, under the id of their parent.

    Those are the siblings for percents, and all leaves otherwise.
    """
    everything = list(nodes(decision.criteria))
    if any(node.weight is not None and node.weight.percent for node in everything):
        return True, [("", decision.criteria), *((node.id, node.criteria) for node in everything if node.criteria)]
    return False, [("", tuple(node for node in everything if not node.criteria))]


def _order(decision: Decision, leaves: tuple[Leaf, ...], weights: tuple[Fraction, ...]) -> Iterator[WeightRow]:
    """Yield that weights keep the order of the points; equal ones may go either way."""
    inside = _inside(leaves)
    percents, compared = _compared(decision)
    for _, siblings in compared:
        equal = Fraction(100, len(siblings)) if percents else None
        stated = {node.id: _point(node, equal, inside, weights) for node in siblings}
        classes = [
            [name for name, amount in stated.items() if amount == level]
            for level in sorted(set(stated.values()), reverse=True)
        ]
        for higher, lower in pairwise(classes):
            for more in higher:
                for less in lower:
                    yield _row(f"order {more} >= {less}", {more: ONE, less: -ONE}, inside)


def _ranges(
    decision: Decision, leaves: tuple[Leaf, ...], weights: tuple[Fraction, ...], form: str, share: Fraction | None
) -> Iterator[WeightRow]:
    """Yield that each weight stays in its range, relative to the others (points) or to its parent (percents)."""
    inside = _inside(leaves)
    percents, compared = _compared(decision)
    for parent, siblings in compared:
        equal = Fraction(100, len(siblings)) if percents else None
        ends = {
            node.id: _ends(node.weight or Weight(is_=_point(node, equal, inside, weights)), share) for node in siblings
        }
        if percents:
            yield from _of_parent(parent, ends, inside, len(leaves), form)
        else:
            for one, other in permutations(ends, 2):
                name = f"{form} {one} against {other}"
                yield _row(name, {other: ends[one][1], one: -ends[other][0]}, inside)


def _of_parent(
    parent: str, ends: Mapping[str, tuple[Fraction, Fraction]], inside: Mapping[str, set[int]], size: int, form: str
) -> Iterator[WeightRow]:
    above = inside[parent] if parent else set(range(size))
    for name, (low, high) in ends.items():
        least = [Fraction(at in inside[name]) - low / 100 * (at in above) for at in range(size)]
        if low == high:
            yield WeightRow(f"{form} {name}", _sparse(least), exact=True)
            continue
        most = [high / 100 * (at in above) - Fraction(at in inside[name]) for at in range(size)]
        yield WeightRow(f"{form} {name} at least", _sparse(least))
        yield WeightRow(f"{form} {name} at most", _sparse(most))


def _ends(weight: Weight, share: Fraction | None) -> tuple[Fraction, Fraction]:
    if share is not None:
        return weight.point * (1 - share), weight.point * (1 + share)
    if weight.low is None or weight.high is None:
        return weight.point, weight.point
    return weight.low, weight.high


def _point(
    node: Criterion, equal: Fraction | None, inside: Mapping[str, set[int]], weights: tuple[Fraction, ...]
) -> Fraction:
    """Return what a node weighs among its like: what it states, else an equal share in percent, or its point weight."""
    if node.weight is not None:
        return node.weight.point
    return equal if equal is not None else sum((weights[at] for at in inside[node.id]), Fraction(0))


def _inside(leaves: tuple[Leaf, ...]) -> dict[str, set[int]]:
    """Return the leaves below each node, by their index; a leaf is below itself."""
    found: dict[str, set[int]] = {}
    for index, leaf in enumerate(leaves):
        for identifier in (leaf.id, *(group.id for group in leaf.groups)):
            found.setdefault(identifier, set()).add(index)
    return found


def _row(name: str, parts: Mapping[str, Fraction], inside: Mapping[str, set[int]]) -> WeightRow:
    pairs = {at: factor for node, factor in parts.items() for at in inside[node]}
    return WeightRow(name, tuple(sorted((at, factor) for at, factor in pairs.items() if factor)))


def _dense(
    side: tuple[Term, ...], inside: Mapping[str, set[int]], values: Mapping[str, Sequence[Fraction]], size: int
) -> list[Fraction]:
    total = [Fraction(0)] * size
    for term in side:
        for at in range(size):
            if term.id in values and term.id not in inside:
                total[at] += term.factor * values[term.id][at]
            elif not term.id or at in inside[term.id]:
                total[at] += term.factor
    return total


def _sparse(dense: Sequence[Fraction]) -> tuple[tuple[int, Fraction], ...]:
    return tuple((at, entry) for at, entry in enumerate(dense) if entry)

"""The point weights: one exact weight per leaf, summing to 1."""

from collections.abc import Mapping
from fractions import Fraction

from decide.model.decision import Criterion, Decision, Weight, Weights
from decide.model.tree import Leaf, nodes
from decide.weigh.surrogate import from_order

ONE = Fraction(1)


def point_weights(decision: Decision, leaves: tuple[Leaf, ...]) -> tuple[Fraction, ...]:
    """Return the point weight of each leaf.

    From the tree (points or percents, ranges by their middle), else from ``weights:``, else the share-weighted mean
    of the stakeholders', else equal.
    """
    own = {node.id: node.weight for node in nodes(decision.criteria) if node.weight is not None}
    if own:
        return from_nodes(decision.criteria, own, leaves)
    if decision.weights is not None:
        return from_statement(decision.criteria, decision.weights, leaves)
    voices = [holder for holder in decision.stakeholders if holder.weights is not None]
    shares = [ONE if holder.share is None else holder.share for holder in voices]
    if sum(shares) == 0:
        return _equal(leaves)
    stated = [from_statement(decision.criteria, holder.weights, leaves) for holder in voices if holder.weights]
    total = sum(shares, Fraction(0))
    return tuple(
        sum((share * weights[column] for share, weights in zip(shares, stated, strict=True)), Fraction(0)) / total
        for column in range(len(leaves))
    )


def from_statement(tree: tuple[Criterion, ...], weights: Weights, leaves: tuple[Leaf, ...]) -> tuple[Fraction, ...]:
    """Return the leaf weights that ``equal``, an order, or weights node by node amount to."""
    match weights.form:
        case "order":
            shares = from_order(weights.order, weights.formula)
            return tuple(shares[leaf.id] for leaf in leaves)
        case "nodes":
            return from_nodes(tree, dict(weights.nodes), leaves)
    return _equal(leaves)


def from_nodes(
    tree: tuple[Criterion, ...], stated: Mapping[str, Weight], leaves: tuple[Leaf, ...]
) -> tuple[Fraction, ...]:
    """Return the leaf weights of points on leaves (shares of their sum) or of percents (products down the tree)."""
    if any(weight.percent for weight in stated.values()):
        shares = dict(_products(tree, stated, ONE))
        return tuple(shares[leaf.id] for leaf in leaves)
    points = [stated[leaf.id].point for leaf in leaves]
    total = sum(points, Fraction(0))
    return tuple(point / total for point in points)


def _products(
    siblings: tuple[Criterion, ...], stated: Mapping[str, Weight], whole: Fraction
) -> list[tuple[str, Fraction]]:
    found: list[tuple[str, Fraction]] = []
    for node in siblings:
        weight = stated.get(node.id)
        share = whole * (Fraction(1, len(siblings)) if weight is None else weight.point / 100)
        found += _products(node.criteria, stated, share) if node.criteria else [(node.id, share)]
    return found


def _equal(leaves: tuple[Leaf, ...]) -> tuple[Fraction, ...]:
    return (Fraction(1, len(leaves)),) * len(leaves)

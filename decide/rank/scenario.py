"""A scenario applied: the decision as it would be written if something turns out differently."""

from collections.abc import Mapping
from dataclasses import replace
from fractions import Fraction

from decide.model.decision import Criterion, Decision, Gate, Performance, Scenario, Verdict, Weight
from decide.model.tree import leaves as leaves_of
from decide.model.tree import nodes
from decide.model.written import Pairs
from decide.weigh.points import point_weights


def turned_out(decision: Decision, scenario: Scenario) -> Decision:
    """Return the decision with what a scenario names replaced: cells, weights of nodes, verdicts at gates.

    A blank cell names nothing. Weights that are points or percents replace those of the same nodes; where the tree has
    none, percents in one group leave the shares in all other groups as the point weights have them.
    """
    return replace(
        decision,
        performance=_performance(decision.performance, scenario.performance),
        criteria=_weighed(decision.criteria, _weights(decision, scenario)),
        gates=_gates(decision.gates, dict(scenario.gates)),
    )


def _performance(stated: Performance, other: Performance) -> Performance:
    rows = {candidate: dict(row) for candidate, row in stated}
    for candidate, row in other:
        rows.setdefault(candidate, {}).update({leaf: cell for leaf, cell in row if not cell.blank})
    return tuple((candidate, tuple(row.items())) for candidate, row in rows.items())


def _weights(decision: Decision, scenario: Scenario) -> dict[str, Weight]:
    stated = dict(scenario.weights)
    if not any(weight.percent for weight in stated.values()):
        return stated
    if any(node.weight is not None for node in nodes(decision.criteria)):
        return stated
    leaves = leaves_of(decision.criteria)
    worth: dict[str, Fraction] = {}
    for leaf, weight in zip(leaves, point_weights(decision, leaves), strict=True):
        for name in (leaf.id, *(group.id for group in leaf.groups)):
            worth[name] = worth.get(name, Fraction(0)) + weight
    return _shares(decision.criteria, worth) | stated


def _shares(siblings: tuple[Criterion, ...], worth: Mapping[str, Fraction]) -> dict[str, Weight]:
    """Return what each node is of its parent, in percent; alike where the parent weighs nothing."""
    total = sum((worth[node.id] for node in siblings), Fraction(0))
    found: dict[str, Weight] = {}
    for node in siblings:
        share = worth[node.id] / total if total else Fraction(1, len(siblings))
        found[node.id] = Weight(percent=True, is_=100 * share)
        found |= _shares(node.criteria, worth) if node.criteria else {}
    return found


def _weighed(siblings: tuple[Criterion, ...], stated: Mapping[str, Weight]) -> tuple[Criterion, ...]:
    if not stated:
        return siblings
    return tuple(
        replace(node, weight=stated.get(node.id, node.weight), criteria=_weighed(node.criteria, stated))
        for node in siblings
    )


def _gates(gates: tuple[Gate, ...], stated: Mapping[str, Pairs[Verdict]]) -> tuple[Gate, ...]:
    verdicts = [dict(gate.passes) | dict(stated.get(gate.id, ())) for gate in gates]
    return tuple(replace(gate, passes=tuple(own.items())) for gate, own in zip(gates, verdicts, strict=True))

"""Weights as typed → weights that compare: one kind throughout, complete, summing to what they must."""

from collections.abc import Callable
from fractions import Fraction
from typing import Any

from decide.load.faults import Faults
from decide.load.ids import nearest
from decide.load.mistakes import shortened
from decide.load.nodes import Mapping, Node, Scalar, Sequence
from decide.load.numbers import measure, number, reads_as_number, share, split_range
from decide.load.reader import Reader
from decide.model.decision import Criterion, Decision, PossibleWeights, Weight, Weights
from decide.model.fields import WEIGHT, WEIGHT_SHAPE, Kind
from decide.model.figures import decimal_text
from decide.model.place import Place
from decide.model.tree import nodes

_FORMULAS = ("centroid", "rank-sum", "reciprocal")
_HUNDRED = Fraction(100)


def read_weight(reader: Reader, node: Node, kind: Kind, key: str) -> Weight | None:
    """Return a weight: points or percents, exact or as a range."""
    if isinstance(node, Scalar):
        ends = reader.parsed(node, _ends)
        return None if ends is None else _weight(reader, node, ends, {})
    if isinstance(node, Sequence):
        reader.refuse(node, Scalar, "a weight is a number, or a range of them", "write  weight: 40  or  weight: 30..40")
        return None
    values = reader.fields(node, WEIGHT_SHAPE)
    if values is None:
        return None
    parts = {name: values.pop(name, None) for name in ("is_", "low", "high")}
    given = {name: part for name, part in parts.items() if part is not None}
    if isinstance(node, Mapping) and len(given) < len(
        [key for key, _ in node.pairs if key.text in ("is", "low", "high")]
    ):
        return None
    return _weight(reader, node, given, values)


def read_weights(reader: Reader, node: Node, kind: Kind, key: str) -> Weights | None:
    """Return weights that stand apart from the tree."""
    if isinstance(node, Scalar) and node.text == "equal":
        return Weights(form="equal", place=node.place)
    order = node.get("order") if isinstance(node, Mapping) else None
    if isinstance(node, Mapping) and isinstance(order, Sequence):
        return _order(reader, node, order)
    if kind.to == "stakeholder" and isinstance(node, Mapping):
        if not node.pairs:
            hint = "write every weight of the tree, or leave  weights:  away"
            reader.faults.add("wrong-type", node.place, "no weight stands here", hint)
            return None
        pairs = reader.value(node, Kind("pairs", to="criterion", of=WEIGHT), "weights")
        complete = pairs is not None and len(pairs) == len(node.pairs)
        return Weights(form="nodes", nodes=pairs, place=node.place) if complete else None
    hint = "weights of single criteria stand in the tree" if kind.to == "tree" else "or write every weight of the tree"
    reader.faults.add("wrong-type", node.place, "weights here is  equal  or  {order: [first, second, …]}", hint)
    return None


def read_possible(reader: Reader, node: Node, kind: Kind, key: str) -> PossibleWeights | None:
    """Return which weights are possible."""
    if isinstance(node, Scalar) and node.text in ("order", "any", "stated"):
        return PossibleWeights(form=node.text, place=node.place)
    if isinstance(node, Scalar) and not reads_as_number(node.text.removesuffix("%").rstrip()):
        message = f"“{shortened(node.text)}” is none of order, any, stated, nor a share"
        reader.faults.add("wrong-type", node.place, message, "a share is written as  30%")
        return None
    off = reader.parsed(node, share)
    if off is None:
        return None
    if off > 1:
        message = "the share that each weight may be off lies between 0% and 100%"
        reader.faults.add("off-range", node.place, message, "write it as  30%")
        return None
    return PossibleWeights(form="share", share=off, place=node.place)


def check_all_weights(decision: Decision, faults: Faults) -> None:
    """Note where the weights of the tree, of stakeholders or of scenarios do not compare or are incomplete."""
    tree = decision.criteria
    own = {node.id: node.weight for node in nodes(tree) if node.weight is not None}
    start = decision.place or Place(_no_source(), 1, 1)
    if decision.weights is not None and own:
        first = next(iter(own.values()))
        message = "weights stand in the tree and under  weights:  too"
        faults.add("mixed-weights", first.place or start, message, "keep one of them")
        return
    _check(tree, own, lambda node: node.place or start, faults, "the tree")
    kinds = {weight.percent for weight in own.values()}
    for holder in decision.stakeholders:
        if holder.weights is not None and holder.weights.form == "nodes":
            stated = dict(holder.weights.nodes)
            place = holder.weights.place or start
            kinds |= {weight.percent for weight in stated.values()}
            if len(kinds) > 1:
                message = f"“{holder.name}” weighs in {_kind(next(iter(stated.values())))}, others do not"
                faults.add("mixed-weights", place, message, "state all weights in one kind")
                return
            _check(tree, stated, _always(place), faults, holder.name)
    voices = [holder for holder in decision.stakeholders if holder.weights is not None]
    if voices and all(holder.share == 0 for holder in voices):
        place = voices[0].place or start
        faults.add("all-weights-zero", place, "the shares of all stakeholders are 0", "give one of them a share")
    for scenario in decision.scenarios:
        if scenario.weights:
            changed = own | dict(scenario.weights)
            _check(tree, changed, _always(scenario.place or start), faults, scenario.name)


def _no_source() -> Any:
    raise AssertionError("a decision that was read knows its place")


def _always(place: Place) -> Callable[[Criterion], Place]:
    return lambda node: place


def _check(
    tree: tuple[Criterion, ...],
    stated: dict[str, Weight],
    place_of: Callable[[Criterion], Place],
    faults: Faults,
    whose: str,
) -> None:
    if not stated:
        return
    found = [(node, stated[node.id]) for node in nodes(tree) if node.id in stated]
    percents = [pair for pair in found if pair[1].percent]
    points = [pair for pair in found if not pair[1].percent]
    if percents and points:
        node, weight = min(percents, points, key=len)[0]
        message = f"{node.id} is weighed in {_kind(weight)}, other criteria are not"
        faults.add("mixed-weights", weight.place or place_of(node), message, "state all weights in one kind")
    elif percents:
        _check_shares(tree, stated, place_of, faults)
    else:
        _check_points(tree, {node.id: weight for node, weight in points}, place_of, faults, whose)


def _check_points(
    tree: tuple[Criterion, ...],
    stated: dict[str, Weight],
    place_of: Callable[[Criterion], Place],
    faults: Faults,
    whose: str,
) -> None:
    for node in nodes(tree):
        weight = stated.get(node.id)
        if node.criteria and weight is not None:
            message = f"{node.id} is a group: points stand on leaves, and a group is worth the sum of its own"
            faults.add(
                "mixed-weights", weight.place or place_of(node), message, "remove it, or write percents throughout"
            )
        elif not node.criteria and weight is None:
            message = f"{node.id} has no weight, other criteria have points"
            faults.add("mixed-weights", place_of(node), message, "give it points too (0 if it does not count)")
    if not any(weight.point for weight in stated.values()):
        first = next(iter(stated.values()))
        message = f"all weights of “{whose}” are 0" if whose != "the tree" else "all weights are 0"
        faults.add("all-weights-zero", first.place or place_of(tree[0]), message, "weigh at least one criterion")


def _check_shares(
    siblings: tuple[Criterion, ...],
    stated: dict[str, Weight],
    place_of: Callable[[Criterion], Place],
    faults: Faults,
) -> None:
    weighed = [node for node in siblings if node.id in stated]
    missing = [node for node in siblings if node.id not in stated]
    for node in missing if weighed else ():
        message = f"{node.id} has no share, its neighbours have"
        faults.add("mixed-weights", place_of(node), message, "give each of them a share, or none")
    total = sum((stated[node.id].point for node in weighed), Fraction(0))
    if weighed and not missing and total != _HUNDRED:
        place = stated[weighed[0].id].place or place_of(weighed[0])
        message = f"the shares of {', '.join(node.id for node in weighed)} sum to {decimal_text(total)} %, not 100 %"
        faults.add("shares-not-100", place, message, _repair(weighed, stated, total))
    for node in siblings:
        if node.criteria:
            _check_shares(node.criteria, stated, place_of, faults)


def _repair(weighed: list[Criterion], stated: dict[str, Weight], total: Fraction) -> str:
    last = weighed[-1]
    rest = _HUNDRED - (total - stated[last.id].point)
    return f"with the others as they are, {last.id} is {decimal_text(rest)}%" if rest >= 0 else "lower them"


def _order(reader: Reader, node: Mapping, order: Sequence) -> Weights | None:
    for key, value in node.pairs:
        if key.text not in ("order", "formula"):
            reader.unknown_key(key, value, node, ["order", "formula"], "weights")
    formula = node.get("formula")
    named = formula.text if isinstance(formula, Scalar) else "centroid"
    if formula is not None and named not in _FORMULAS:
        reader.faults.add(
            "wrong-type", formula.place, f"formula is one of {', '.join(_FORMULAS)}", nearest(named, list(_FORMULAS))
        )
        return None
    ties: list[tuple[str, ...]] = []
    seen: set[str] = set()
    for item in order.items:
        members = _members(item)
        read = [reader.reference(member, "leaf") for member in members]
        kept = [name for name in read if name is not None]
        for member, name in zip(members, read, strict=True):
            if name is not None and (name in seen or kept.count(name) > 1):
                reader.faults.add(
                    "duplicate-key", member.place, f"{name} stands in the order twice", "keep one of them"
                )
        seen.update(kept)
        if kept:
            ties.append(tuple(kept))
    unread = len([True for item in order.items for _ in _members(item)]) > sum(len(tie) for tie in ties)
    missing = [leaf for leaf in reader.names.leaf if leaf not in seen]
    if unread:
        return None  # what was misspelt would only be missed a second time
    if missing:
        message = f"the order lacks {', '.join(missing[:5])}{' …' if len(missing) > 5 else ''}"
        reader.faults.add("order-incomplete", order.place, message, "name every criterion once; [a, b] is a tie")
        return None
    return Weights(form="order", order=tuple(ties), formula=named, place=node.place)


def _members(item: Node) -> list[Node]:
    return item.items if isinstance(item, Sequence) else [item]


def _ends(text: str) -> dict[str, tuple[Fraction, bool]]:
    ends = split_range(text)
    if ends is None:
        return {"is_": measure(text)}
    low, high = ends
    if high.endswith("%") and not low.endswith("%"):
        number(low)
        low += "%"
    return {"low": measure(low), "high": measure(high)}


def _weight(reader: Reader, node: Node, given: dict[str, tuple[Fraction, bool]], rest: dict[str, Any]) -> Weight | None:
    faults, place = reader.faults, node.place
    if not given:
        faults.add("wrong-type", place, "no weight is written here", "write points, as in  weight: 40")
        return None
    if len({percent for _, percent in given.values()}) > 1:
        faults.add(
            "mixed-weights", place, "this weight is partly in percent", "write % after each number, or after none"
        )
        return None
    amounts = {name: value for name, (value, _) in given.items()}
    if min(amounts.values()) < 0:
        hint = "for “lower is better” put the lower end at  best:  of the range"
        faults.add("wrong-type", place, "a weight is never negative", hint)
        return None
    if ("low" in amounts) != ("high" in amounts):
        faults.add("bad-range", place, "only one end of the range is given", "write both  low:  and  high:")
        return None
    if "low" in amounts and not amounts["low"] <= amounts.get("is_", amounts["low"]) <= amounts["high"]:
        message, hint = "low, is and high are not in this order", "low is the smaller number"
        if isinstance(node, Scalar) and (typed := split_range(node.text)):
            message, hint = f"{node.text} begins with its larger end", f"write  {typed[1]}..{typed[0]}"
        faults.add("bad-range", place, message, hint)
        return None
    (_, percent), *_ = given.values()
    stated: dict[str, Any] = {**amounts, **rest}
    return Weight(percent=percent, **stated, place=place)


def _kind(weight: Weight) -> str:
    return "percents" if weight.percent else "points"

"""Weights as typed → weights: points or percents, exact or as a range, in the tree or apart from it."""

from fractions import Fraction
from typing import Any

from decide.load.ids import nearest
from decide.load.mistakes import shortened
from decide.load.nodes import Mapping, Node, Scalar, Sequence
from decide.load.numbers import measure, number, reads_as_number, share, split_range
from decide.load.reader import Reader
from decide.model.decision import PossibleWeights, Weight, Weights
from decide.model.fields import WEIGHT, WEIGHT_SHAPE
from decide.model.kinds import Kind

_FORMULAS = ("centroid", "rank-sum", "reciprocal")


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

"""The canonical text of a decision, and its hash.

The text is the decision in its own format as one line of JSON: fields in the order of the field table, ids in the
file's order, numbers as decimal text, short forms undone, defaults left out. JSON is YAML, so the loader reads it.
"""

import json
from collections.abc import Callable
from dataclasses import replace
from fractions import Fraction
from hashlib import sha256
from typing import Any

from decide.model import fields as f
from decide.model.decision import Cell, Criterion, Decision, Limit, PossibleWeights, Weight, Weights
from decide.model.figures import decimal_text
from decide.model.kinds import Kind, Shape
from decide.model.process import CheckSetting
from decide.model.tree import LevelScale, Scale, leaves

Json = Any
"""What ``json.dumps`` takes: here only text, lists and mappings."""


def canonical_text(decision: Decision) -> str:
    """Return the decision as one line of JSON in UTF-8 text, without a line end."""
    writer = _Writer({leaf.id: leaf.scale for leaf in leaves(decision.criteria)})
    content = {"decide": "1", **writer.record(decision, f.DECISION)}
    return json.dumps(content, ensure_ascii=False, separators=(",", ":"))


def decision_hash(decision: Decision) -> str:
    """Return ``sha256:…`` of the canonical text without ``seal`` and ``signatures``.

    Comments, layout and the order of fields do not change it; every fact does.
    """
    unsealed = replace(decision, seal=(), signatures=())
    return f"sha256:{sha256(canonical_text(unsealed).encode()).hexdigest()}"


class _Writer:
    """Turns records back into what a file would hold; knows each leaf's scale to write levels as their texts."""

    def __init__(self, scales: dict[str, Scale]) -> None:
        self._scales = scales

    def record(self, record: Any, shape: Shape, leaf: str = "") -> dict[str, Json]:
        """Return the mapping of one record, defaults left out, the user's own keys last."""
        content: dict[str, Json] = {}
        for field in shape.fields:
            value = getattr(record, field.attribute)
            absent = record.id if field.key == "name" else field.default
            if value == absent and not field.required:
                continue
            if isinstance(record, Criterion) and field.key == "limit":
                content[field.key] = self._limit(value, record.id)
            else:
                content[field.key] = self.value(value, field.kind, leaf)
        content.update({key: _free(value) for key, value in record.extra})
        return content

    def value(self, value: Any, kind: Kind, leaf: str = "") -> Json:
        """Return one value as text, list or mapping."""
        write = _WRITERS.get(kind.name)
        if write is not None:
            return write(value)
        match kind.name:
            case "list":
                assert kind.of is not None
                return [self.value(item, kind.of) for item in value]
            case "record" | "cell":
                assert kind.shape is not None
                return self._cell(value, leaf) if isinstance(value, Cell) else self.record(value, kind.shape)
            case "keyed":
                assert kind.shape is not None
                return {item.id: self.record(item, kind.shape) for item in value}
            case "tree":
                return {item.id: self.record(item, f.CRITERION) for item in value}
            case "pairs":
                assert kind.of is not None
                return {key: self.value(item, kind.of, key) for key, item in value}
            case "limit":
                return self._limit(value, leaf)
            case _:
                return str(value)

    def _cell(self, cell: Cell, leaf: str) -> Json:
        content: dict[str, Json] = {"is": "unknown"} if cell.unknown else {}
        for key, amount in (("is", cell.is_), ("low", cell.low), ("high", cell.high)):
            if amount is not None:
                content[key] = self._amount(amount, leaf)
        rest = self.record(replace(cell, is_=None, low=None, high=None), f.CELL_SHAPE)
        return content | rest

    def _limit(self, limit: Limit, leaf: str) -> Json:
        low = self._amount(limit.low, leaf)
        return low if limit.high is None else f"{low}..{self._amount(limit.high, leaf)}"

    def _amount(self, amount: Fraction, leaf: str) -> str:
        scale = self._scales.get(leaf)
        return scale.texts[int(amount)] if isinstance(scale, LevelScale) else decimal_text(amount)


def _weight(weight: Weight) -> Json:
    mark = "%" if weight.percent else ""
    ends = (("is", weight.is_), ("low", weight.low), ("high", weight.high))
    content: dict[str, Json] = {key: decimal_text(end) + mark for key, end in ends if end is not None}
    return content | {key: _free(value) for key, value in weight.extra}


def _weights(weights: Weights) -> Json:
    if weights.form == "equal":
        return "equal"
    if weights.form == "nodes":
        return {node: _weight(weight) for node, weight in weights.nodes}
    order = [tie[0] if len(tie) == 1 else list(tie) for tie in weights.order]
    return {"order": order} if weights.formula == "centroid" else {"order": order, "formula": weights.formula}


def _possible(possible: PossibleWeights) -> Json:
    return possible.form if possible.share is None else decimal_text(possible.share)


def _setting(setting: CheckSetting) -> Json:
    return "off" if setting.off else dict(setting.settings)


def _value(value: str | tuple[Fraction, ...]) -> Json:
    return value if isinstance(value, str) else [decimal_text(item) for item in value]


def _free(value: Any) -> Json:
    if isinstance(value, str):
        return value
    if value[0] == "list":
        return [_free(item) for item in value[1:]]
    return {key: _free(item) for key, item in value[1:]}


_WRITERS: dict[str, Callable[[Any], Json]] = {
    "age": lambda days: f"{days} days",
    "conflicts": lambda conflicts: {who: list(ties) or "none" for who, ties in conflicts},
    "curve": lambda points: {decimal_text(x): decimal_text(y) for x, y in points},
    "effort": decimal_text,
    "flag": lambda flag: "yes" if flag else "no",
    "free": _free,
    "levels": list,
    "number": decimal_text,
    "possible": _possible,
    "setting": _setting,
    "share": decimal_text,
    "statement": lambda statement: statement.text,
    "value": _value,
    "weight": _weight,
    "weights": _weights,
}

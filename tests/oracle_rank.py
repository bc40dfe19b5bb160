"""The oracle: a second reading of docs/format.md, slow and plain, that shares no line with the program.

Recursion over what ``yaml.BaseLoader`` makes of the text, in fractions. It trusts the text: a file with faults has no
answer here. Where the program is quick (integers of one denominator, 50 digits), this is slow on purpose.
"""

import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, field
from decimal import ROUND_HALF_EVEN, Context, Decimal
from fractions import Fraction
from typing import Any

import yaml

Interval = tuple[Fraction, Fraction, Fraction]
UNKNOWN = (Fraction(0), Fraction(50), Fraction(100))


@dataclass(frozen=True)
class Answer:
    """All that a ranking says, by id: intervals are (low, point, high), hurdles (kind, id, verdict)."""

    weights: dict[str, Fraction]
    values: dict[str, dict[str, Interval]]
    scores: dict[str, Interval]
    hurdles: dict[str, frozenset[tuple[str, str, str]]]
    ranks: dict[str, tuple[int, bool]] = field(default_factory=dict)


@dataclass(frozen=True)
class Measure:
    """A leaf: what stands on it, the node that bears its scale, and the groups above it."""

    id: str
    node: dict[str, Any]
    bearer: dict[str, Any]
    groups: tuple[str, ...]


def answer(text: str) -> Answer:
    """Return the answer that the format gives to the decision in ``text``."""
    content = yaml.load(text, Loader=getattr(yaml, "CBaseLoader", yaml.BaseLoader))
    measures = list(_measures(content["criteria"], {}, ()))
    weights = _weights(content, measures)
    candidates = [identifier(name) for name in content["candidates"]]
    values = {one: {leaf.id: _known(content, one, leaf) or UNKNOWN for leaf in measures} for one in candidates}
    scores = {one: _mean(weights, values[one]) for one in candidates}
    hurdles = {one: frozenset(_hurdles(content, measures, weights, one, values[one])) for one in candidates}
    kept = [one for one in candidates if all(verdict != "failed" for _, _, verdict in hurdles[one])]
    ranks = {}
    for one in kept:
        better = [other for other in kept if scores[other][1] > scores[one][1]]
        equal = [other for other in kept if scores[other][1] == scores[one][1]]
        ranks[one] = (len(better) + 1, len(equal) > 1)
    return Answer(weights, values, scores, hurdles, ranks)


def identifier(name: str) -> str:
    """Return the id of a name: NFC, lower case, every run of other than letters and digits one hyphen."""
    spaced = "".join(sign if sign.isalnum() else " " for sign in unicodedata.normalize("NFC", name).lower())
    return "-".join(spaced.split())


def worth(amount: str, bearer: dict[str, Any]) -> Fraction:
    """Return the value of one amount on the scale of a node."""
    if "levels" in bearer:
        levels = bearer["levels"]
        place = levels.index(amount) if amount in levels else int(amount)
        values = bearer.get("value")
        return Fraction(values[place]) if isinstance(values, list) else Fraction(100 * place, len(levels) - 1)
    x = Fraction(amount)
    if "curve" in bearer:
        knots = sorted((Fraction(at), Fraction(y)) for at, y in bearer["curve"].items())
        x = max(knots[0][0], min(x, knots[-1][0]))
        left = max(knot for knot in knots if knot[0] <= x)
        right = min(knot for knot in knots if knot[0] >= x)
        return left[1] if left == right else left[1] + (right[1] - left[1]) * (x - left[0]) / (right[0] - left[0])
    worst, best = Fraction(bearer["range"]["worst"]), Fraction(bearer["range"]["best"])
    x = max(min(worst, best), min(x, max(worst, best)))
    if bearer.get("value") == "log":
        return _share_of_logarithms(x, worst, best)
    return 100 * (x - worst) / (best - worst)


def _share_of_logarithms(x: Fraction, worst: Fraction, best: Fraction) -> Fraction:
    wide = Context(prec=90)
    log = {n: wide.ln(wide.divide(n.numerator, n.denominator)) for n in (x, worst, best)}
    share = wide.divide(wide.subtract(log[x], log[worst]), wide.subtract(log[best], log[worst]))
    return Fraction(wide.multiply(share, 100).quantize(Decimal("1e-12"), ROUND_HALF_EVEN, wide))


def _measures(tree: dict[str, Any], bearer: dict[str, Any], groups: tuple[str, ...]) -> Iterator[Measure]:
    for name, node in tree.items():
        own = node if {"range", "curve", "levels"} & set(node) else bearer
        if "criteria" in node:
            yield from _measures(node["criteria"], own, (*groups, identifier(name)))
        else:
            yield Measure(identifier(name), node, own, groups)


def _nodes(tree: dict[str, Any]) -> Iterator[tuple[str, dict[str, Any]]]:
    for name, node in tree.items():
        yield identifier(name), node
        yield from _nodes(node.get("criteria", {}))


def _weights(content: dict[str, Any], measures: list[Measure]) -> dict[str, Fraction]:
    alike = {leaf.id: Fraction(1, len(measures)) for leaf in measures}
    stated = {name: node["weight"] for name, node in _nodes(content["criteria"]) if "weight" in node}
    if stated:
        return _from_nodes(content["criteria"], stated)
    if "weights" in content:
        return _from_statement(content["criteria"], content["weights"], alike)
    voices = [voice for voice in content.get("stakeholders", {}).values() if "weights" in voice]
    shares = [_part(voice.get("share", "1")) for voice in voices]
    if not sum(shares):
        return alike
    theirs = [_from_statement(content["criteria"], voice["weights"], alike) for voice in voices]
    mixed = dict.fromkeys(alike, Fraction(0))
    for share, weights in zip(shares, theirs, strict=True):
        mixed = {leaf: weight + share * weights[leaf] / sum(shares) for leaf, weight in mixed.items()}
    return mixed


def _from_statement(tree: dict[str, Any], stated: Any, alike: dict[str, Fraction]) -> dict[str, Fraction]:
    if stated == "equal":
        return alike
    if isinstance(stated.get("order"), list):
        ties = [[identifier(name) for name in (tie if isinstance(tie, list) else [tie])] for tie in stated["order"]]
        raw = _raw(stated.get("formula", "centroid"), len(alike))
        places = iter(one / sum(raw) for one in raw)
        taken = [(tie, [next(places) for _ in tie]) for tie in ties]
        return {name: sum(those, Fraction(0)) / len(those) for tie, those in taken for name in tie}
    return _from_nodes(tree, {identifier(name): weight for name, weight in stated.items()})


def _raw(formula: str, n: int) -> list[Fraction]:
    if formula == "rank-sum":
        return [Fraction(n + 1 - r) for r in range(1, n + 1)]
    if formula == "reciprocal":
        return [Fraction(1, r) for r in range(1, n + 1)]
    return [sum((Fraction(1, i) for i in range(r, n + 1)), Fraction(0)) for r in range(1, n + 1)]


def _from_nodes(tree: dict[str, Any], stated: dict[str, Any]) -> dict[str, Fraction]:
    points = {name: _weight(weight) for name, weight in stated.items()}
    if any("%" in str(weight) for weight in stated.values()):
        return shares_below(tree, points)
    return {name: weight / sum(points.values()) for name, weight in points.items()}


def shares_below(tree: dict[str, Any], percents: dict[str, Fraction]) -> dict[str, Fraction]:
    """Return the share of each leaf below ``tree``: percents of the parent, or alike where none are stated."""
    shares: dict[str, Fraction] = {}
    for name, node in tree.items():
        own = percents.get(identifier(name), Fraction(100, len(tree))) / 100
        below = shares_below(node["criteria"], percents) if "criteria" in node else {identifier(name): Fraction(1)}
        shares |= {leaf: own * share for leaf, share in below.items()}
    return shares


def _weight(weight: Any) -> Fraction:
    parts = weight if isinstance(weight, dict) else {"is": weight}
    if ".." in parts.get("is", ""):
        parts = dict(zip(("low", "high"), parts["is"].split(".."), strict=True))
    if "is" in parts:
        return Fraction(parts["is"].rstrip("%"))
    return (Fraction(parts["low"].rstrip("%")) + Fraction(parts["high"].rstrip("%"))) / 2


def _part(text: str) -> Fraction:
    return Fraction(text[:-1]) / 100 if text.endswith("%") else Fraction(text)


def _sheets(content: dict[str, Any], candidate: str, leaf: str) -> list[dict[str, str]]:
    """Return the cell, else the assessors' cells, as is/low/high; nothing where nothing is known."""
    stated = _parts(_at(_at(content.get("performance", {}), candidate), leaf))
    sheets = [_parts(_at(_at(sheet, candidate), leaf)) for sheet in content.get("assessments", {}).values()]
    told = [stated] if stated else [sheet for sheet in sheets if sheet]
    return [parts for parts in told if parts.get("is") != "unknown"]


def _at(mapping: Any, wanted: str) -> Any:
    return next((value for name, value in (mapping or {}).items() if identifier(name) == wanted), None)


def _parts(cell: Any) -> dict[str, str]:
    parts = cell if isinstance(cell, dict) else {"is": cell or ""}
    parts = {key: parts[key] for key in ("is", "low", "high") if parts.get(key)}
    if ".." in parts.get("is", ""):
        return dict(zip(("low", "high"), parts["is"].split(".."), strict=True))
    return parts


def _known(content: dict[str, Any], candidate: str, leaf: Measure) -> Interval | None:
    spans = [_span(parts, leaf.bearer) for parts in _sheets(content, candidate, leaf.id)]
    if not spans:
        return None
    middle = sum((point for _, point, _ in spans), Fraction(0)) / len(spans)
    return min(low for low, _, _ in spans), middle, max(high for _, _, high in spans)


def _span(parts: dict[str, str], bearer: dict[str, Any]) -> Interval:
    amounts = [parts[key] for key in ("is", "low", "high") if key in parts]
    if "low" in parts:
        knots = [x for x in bearer.get("curve", {}) if Fraction(parts["low"]) < Fraction(x) < Fraction(parts["high"])]
        amounts += knots
    values = [worth(amount, bearer) for amount in amounts]
    point = worth(parts["is"], bearer) if "is" in parts else (min(values) + max(values)) / 2
    return min(values), point, max(values)


def _mean(shares: dict[str, Fraction], values: dict[str, Interval]) -> Interval:
    low, point, high = (sum((shares[leaf] * values[leaf][part] for leaf in shares), Fraction(0)) for part in range(3))
    return low, point, high


def _hurdles(
    content: dict[str, Any],
    measures: list[Measure],
    weights: dict[str, Fraction],
    one: str,
    values: dict[str, Interval],
) -> Iterator[tuple[str, str, str]]:
    for name, gate in content.get("gates", {}).items():
        verdict = _at(gate.get("passes", {}), one)
        verdict = verdict.get("is", "unknown") if isinstance(verdict, dict) else verdict or "unknown"
        if verdict != "yes":
            yield "gate", identifier(name), "failed" if verdict == "no" else _open(gate)
    for leaf in measures:
        if "limit" in leaf.node:
            sheets = _sheets(content, one, leaf.id)
            verdict = _on_leaf(leaf, sheets, values[leaf.id]) if sheets else _open(leaf.node)
            if verdict:
                yield "limit", leaf.id, verdict
    for name, node in _nodes(content["criteria"]):
        if "criteria" in node and "limit" in node:
            inside = {leaf.id: weights[leaf.id] for leaf in measures if name in leaf.groups}
            shares = (
                {leaf: weight / sum(inside.values()) for leaf, weight in inside.items()}
                if any(inside.values())
                else _shares_inside(node)
            )
            yield from _in_points("group", name, node["limit"], _mean(shares, values))
    if "limit" in content:
        yield from _in_points("score", "score", content["limit"], _mean(weights, values))


def _shares_inside(group: dict[str, Any]) -> dict[str, Fraction]:
    """Return the shares within a group that weighs nothing: its own percents, or alike."""
    stated = {name: node["weight"] for name, node in _nodes(group["criteria"]) if "weight" in node}
    if any("%" in str(weight) for weight in stated.values()):
        return shares_below(group["criteria"], {name: _weight(weight) for name, weight in stated.items()})
    inside = [leaf.id for leaf in _measures(group["criteria"], {}, ())]
    return {leaf: Fraction(1, len(inside)) for leaf in inside}


def _open(bearer: dict[str, Any]) -> str:
    return "failed" if bearer.get("if_unknown") == "exclude" else "unknown"


def _in_points(kind: str, name: str, limit: str, reached: Interval) -> Iterator[tuple[str, str, str]]:
    if reached[1] < Fraction(limit):
        yield kind, name, "failed"
    elif reached[0] < Fraction(limit):
        yield kind, name, "across"


def _on_leaf(leaf: Measure, sheets: list[dict[str, str]], values: Interval) -> str:
    """Return how the amounts stand to the worst that is accepted; values decide where there is no single amount."""
    limit, bearer = leaf.node["limit"], leaf.bearer
    amounts = [_place(sheet[key], bearer) for sheet in sheets for key in ("is", "low", "high") if key in sheet]
    least, most = min(amounts), max(amounts)
    if "curve" in bearer:
        low, high = (Fraction(end) for end in limit.split(".."))
        points = [Fraction(s["is"]) if "is" in s else (Fraction(s["low"]) + Fraction(s["high"])) / 2 for s in sheets]
        passes = low <= sum(points) / len(points) <= high
        return "failed" if not passes else "" if low <= least and most <= high else "across"
    if "range" in bearer and Fraction(bearer["range"]["best"]) < Fraction(bearer["range"]["worst"]):
        least, most, border = -most, -least, -_place(limit, bearer)
        sign = -1
    else:
        border, sign = _place(limit, bearer), 1
    if len(sheets) == 1 and "is" in sheets[0]:
        passes = sign * _place(sheets[0]["is"], bearer) >= border
    else:
        passes = most >= border and values[1] >= worth(limit, bearer)
    return "failed" if not passes else "" if least >= border else "across"


def _place(amount: str, bearer: dict[str, Any]) -> Fraction:
    levels = bearer.get("levels", [])
    return Fraction(levels.index(amount)) if amount in levels else Fraction(amount)

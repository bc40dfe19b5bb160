"""What the checker of proofs expects, and verifies, of weights and values together: ranks, pairs, and regret.

Imports nothing of decide and nothing of the checker, which hands over its model: ``lows`` and ``highs`` (candidate →
the ends of its cells) besides what ``expected.py`` and ``shown.py`` use. The least of a margin over all ranges is where
the one is at its low and the other at its high, so only the possible weights are left to ask about.
"""

from collections.abc import Iterator, Mapping, Sequence
from fractions import Fraction
from itertools import permutations
from operator import neg, sub
from typing import Any

Vector = Sequence[Fraction]
Ends = Mapping[str, Vector]
Answer = tuple[str, Fraction | None, Any]
Expected = Iterator[tuple[str, list[str], Answer | None]]
ZERO = Fraction(0)


def rank_range(model: Any) -> Expected:
    """List the best and the worst rank of each candidate, then each of the first at its low."""
    if len(model.names) > 1:
        for name in model.names:
            yield "best", [name], None
            yield "worst", [name], None
        for name in model.winners:
            yield "joint", [name], _joint(model, name)


def necessary_possible(model: Any) -> Expected:
    """List all ordered pairs."""
    for pair in permutations(model.names, 2):
        yield "", list(pair), None


def regret(model: Any) -> Expected:
    """List all candidates, and whom the least of all is of."""
    for name in model.names if len(model.names) > 1 else ():
        yield "most", [name], None
    if len(model.names) > 1:
        yield "minimax", [], None


def _joint(model: Any, name: str) -> Answer:
    """Return who leads at the point weights: one at its low, or the best of the others at their high."""
    ends = model.highs | {name: model.lows[name]}
    scores = model.scored(model.weights, ends)
    lead = max(score for other, score in scores.items() if other != name) - scores[name]
    return "found" if lead > 0 else "holds", abs(lead), _witness(model, scores, ends)


def _witness(model: Any, scores: Mapping[str, Fraction], ends: Ends) -> Any:
    """Return what is told of some candidates at an end: which of their cells differ, who is first, and the ranks."""
    values = {
        name: {
            leaf: str(new) for leaf, new, now in zip(model.leaves, row, model.values[name], strict=True) if new != now
        }
        for name, row in ends.items()
        if list(row) != model.values[name]
    }
    first = [name for name in model.names if scores[name] == max(scores.values())]
    ranks = {name: str(1 + sum(other > score for other in scores.values())) for name, score in scores.items()}
    return ({"values": values} if values else {}) | {"first": first, "ranks": ranks}


def _scores(model: Any, told: Any, ends: Ends) -> Mapping[str, Fraction]:
    """Return the scores at possible weights that are told, with these ends; all else that is told has to fit."""
    weights = {key: part for key, part in told.items() if key in ("weights", "shares")}
    scores: Mapping[str, Fraction] = model.scored(model.meeting(weights, model.rows, ""), ends)
    model.require(told == weights | _witness(model, scores, ends), "the witness does not show that")
    return scores


def _rank(model: Any, told: Any) -> bool:
    """Return whether a rank is reached, and so many others count against it always that none is beyond."""
    own, best = told.about[0], told.variant == "best"
    ends = {name: (model.highs if best == (name == own) else model.lows)[name] for name in model.names}
    scores = _scores(model, told.witness, ends)
    rank, proved = 1 + sum(score > scores[own] for score in scores.values()), int(told.amount)
    model.require(told.amount == proved and told.status in ("found", "undetermined"), "this is no rank")
    count = proved - 1 if best else len(model.names) - proved
    if told.status == "undetermined":
        model.require(proved != rank and not _count(model, told, count + 1), "it is determined, or more is proved")
    else:
        model.require(proved == rank, f"it is {rank}")
    return _count(model, told, count)


def _count(model: Any, told: Any, count: int) -> bool:
    """Return whether so many rivals at least count against the rank, under all possible weights and in all cases.

    Best rank: who is ahead counts. Worst rank: who is not ahead. A rival's margin is not negative where it does not
    count, and at the worst even positive.
    """
    own, best = told.about[0], told.variant == "best"
    always, limits, nodes = model.fields(told.certificate, "always limits nodes")
    margins = {
        name: list(map(sub, model.highs[own if best else name], model.lows[name if best else own]))
        for name in model.names
        if name != own
    }
    for name, part in always.items():
        least = model.least(list(map(neg, margins[name])), part)
        model.require(least > 0 or (least == 0 and not best), f"{name} may not count")
    furthest = {}
    for name, part in limits.items():
        furthest[name] = model.number(part["amount"])
        rest = {kind: one for kind, one in part.items() if kind != "amount"}
        model.require(model.least(margins[name], rest) >= -furthest[name] <= 0, f"{name} may be further off")
    waiting: list[tuple[tuple[str, ...], tuple[str, ...]]] = [((), ())]  # rivals not ahead, rivals ahead
    enough = True
    for node in nodes:
        below, above = waiting.pop()
        counted, free = (above, below) if best else (below, above)
        if "on" in node:
            (on,) = model.fields(node, "on")
            model.require(on in margins and on not in (*below, *above, *always), "a case is told apart twice")
            waiting += [(below, (*above, on)), ((*below, on), above)]
        elif (needed := count - len(always) - len(counted)) > 0:
            rows = {name: margin for name, margin in margins.items() if name not in always}
            bound = model.fields(node, "bound")[0]
            enough &= _clash(model, bound, rows, counted, free, furthest, needed, strict=not best)
    return enough and not waiting


def _clash(
    model: Any,
    bound: Any,
    margins: Mapping[str, Vector],
    counted: Sequence[str],
    free: Sequence[str],
    furthest: Mapping[str, Fraction],
    needed: int,
    *,
    strict: bool,
) -> bool:
    """Return whether the rows of a case clash if fewer count than are needed of those who are not decided.

    The margins times their multipliers, turned round for who counts, sum to at most -b. Who counts and is not decided
    makes good for its multiplier times its furthest, the others for nothing; at b itself all must be level, which they
    are not where one margin is positive for sure.
    """
    rivals = bound["rivals"]
    rows = {name: (list(enumerate(map(neg, row) if name in counted else row)), False) for name, row in margins.items()}
    height = model.combined([ZERO] * len(model.leaves), {"rivals": rivals}, rivals=rows)
    rest = {kind: one for kind, one in bound.items() if kind != "rivals"}
    short = model.least(list(map(neg, height)), rest)
    open_ = [model.number(rivals[name]) * furthest[name] for name in rivals if name not in (*counted, *free)]
    reached = sum(sorted(open_, reverse=True)[: needed - 1], ZERO)
    firm = any(name in (free if strict else counted) for name in rivals) or (strict and needed <= len(open_))
    return bool(reached < short or (reached == short and firm))


def _pair(model: Any, told: Any) -> bool:
    one, other = told.about
    behind = list(map(sub, model.lows[one], model.highs[other]))
    ahead = list(map(sub, model.lows[other], model.highs[one]))
    if told.status == "impossible":
        return told.amount is None and told.witness is None and model.least(ahead, told.certificate) > 0
    holds = told.status == "holds"
    model.require(holds or told.status == "found", "this is no status")
    ends = {one: (model.lows if holds else model.highs)[one], other: (model.highs if holds else model.lows)[other]}
    scores = _scores(model, told.witness, ends)
    model.require(told.amount == scores[one] - scores[other] >= 0, "it leads by another amount")
    if holds:
        return bool(model.least(behind, told.certificate) >= told.amount)
    rest = {kind: part for kind, part in told.certificate.items() if kind != "otherwise"}
    weights = model.meeting(told.certificate["otherwise"], model.rows, "")
    return bool(model.dot(weights, behind) < 0 and model.least(ahead, rest) >= -told.amount)


def _most(model: Any, told: Any) -> bool:
    own, rivals = told.about[0], [name for name in model.names if name != told.about[0]]
    (parts,) = model.fields(told.certificate, "parts")
    for rival, part in zip(rivals, model.fields(parts, rivals), strict=True):
        margin = list(map(sub, model.lows[own], model.highs[rival]))
        model.require(model.least(margin, part) >= -told.amount, f"{rival} may be further ahead")
    if told.status == "holds":
        return bool(told.amount == 0 and told.witness is None)
    shown = []
    for rival in rivals:
        try:
            scores = _scores(model, told.witness, {own: model.lows[own], rival: model.highs[rival]})
            shown.append(scores[rival] - scores[own])
        except ValueError:  # it is not this rival who is at its high
            continue
    return bool(told.status == "found" and told.amount > 0 and told.amount in shown)


def _minimax(model: Any, told: Any) -> bool:
    """Return whether it is about those whose largest regret is least, and tells what is told of the first of them."""
    known = {name: model.told["regret", "most", name] for name in model.names}
    least = min(model.number(one["amount"]) for one in known.values())
    chosen = [name for name, one in known.items() if model.number(one["amount"]) == least]
    first = known[chosen[0]]
    shown = told.about, told.status, told.amount, told.witness, told.certificate
    return bool(shown == (chosen, first["status"], least, first["witness"], {}))


ANALYSES = {"rank-range": rank_range, "necessary-possible": necessary_possible, "regret": regret}
CHECKS = {
    "rank-range": _rank,
    "necessary-possible": _pair,
    "regret most": _most,
    "regret minimax": _minimax,
}

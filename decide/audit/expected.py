"""What the checker of proofs expects: which findings must be there, and all that follows from the numbers alone.

Imports nothing of decide and nothing of the checker, which hands over its model: ``names`` of candidates, ``leaves``,
``tree`` (node → parent), ``inside`` (node → leaves, by place), ``weights``, ``values``, ``scores``, ``winners``.
A finding is (variant, about, answer); the answer is (status, amount, witness), or None where it needs a proof.
"""

from collections.abc import Iterator, Mapping, Sequence
from fractions import Fraction
from itertools import combinations
from typing import Any

Vector = Sequence[Fraction]
Answer = tuple[str, Fraction | None, Any]
Expected = Iterator[tuple[str, list[str], Answer | None]]
ZERO, ONE, HUNDRED = Fraction(0), Fraction(1), Fraction(100)


def weight_crossings(model: Any) -> Expected:
    """List every node against all others, and against its siblings where those are not all others."""
    everything = model.inside[""]
    for parent in ("", *model.tree):
        for node in (node for node, above in model.tree.items() if above == parent):
            inner, around = model.inside[node], model.inside[parent]
            if len(inner) < len(everything):
                yield "all", [node], _crossing(model, inner, everything)
            if len(inner) < len(around) < len(everything):
                yield "siblings", [node], _crossing(model, inner, around)


def least_change(model: Any) -> Expected:
    """List what dethrones the only first, then what crowns each other."""
    first = model.winners[0]
    if len(model.winners) == 1 and len(model.names) > 1:
        yield _tolerance(model, first)
        yield "dethrone-moved", [first], None
        yield "dethrone-each", [first], None
    for name in model.names:
        if name not in model.winners:
            yield from ((variant, [name], None) for variant in ("moved", "each", "fewest"))


def performance_change(model: Any) -> Expected:
    """List each cell that could make another first, or the only first fall; then several cells at once."""
    best = max(model.scores.values())
    behind = {name: best - score for name, score in model.scores.items() if name not in model.winners}
    gains = dict(behind)
    if len(model.winners) == 1 and behind:
        gains[model.winners[0]] = -min(behind.values())
    for name, gain in gains.items():
        for at in range(len(model.leaves)):
            yield _cell(model, name, at, gain)
    for name in model.names if len(model.names) > 1 else ():
        if name in behind:
            yield "several", [name], _several(model, name, behind[name])
        yield "robust", [name], None


def cheapest_rank(model: Any) -> Expected:
    """List for each of these ranks the candidates that do not hold it."""
    for rank in (2, 3):
        for name, score in model.scores.items():
            if sum(other > score for other in model.scores.values()) >= rank:
                yield f"first-{rank}", [name], None


def dominance(model: Any) -> Expected:
    """List the pairs whose first is not behind, then each candidate against mixtures of the others."""
    for one in model.names:
        for other in model.names:
            if one != other and model.scores[one] >= model.scores[other]:
                yield "pair", [one, other], None
    for name in model.names if len(model.names) > 2 else ():
        yield "mixture", [name], None


def can_be_first(model: Any) -> Expected:
    """List all candidates, if there are others to be ahead of."""
    for name in model.names if len(model.names) > 1 else ():
        yield "", [name], None


def leave_one_out(model: Any) -> Expected:
    """List every node that leaves some weight, every candidate that leaves another, every origin that cells rest on.

    Then every assessor who judged a cell, and every stakeholder where the point weights are the mean of theirs.
    """
    for node in model.tree:
        kept = [ZERO if at in model.inside[node] else weight for at, weight in enumerate(model.weights)]
        if any(kept):
            scores = model.scored([weight / sum(kept) for weight in kept])
            yield "criterion", [node], _without(model, scores, criteria=[node])
    for name in model.names if len(model.names) > 1 else ():
        scores = {other: score for other, score in model.scores.items() if other != name}
        yield "candidate", [name], _without(model, scores, candidates=[name])
    pieces: dict[str, list[str]] = {}
    for identifier, origin in model.evidence:
        pieces.setdefault(origin, []).append(identifier)
    for origin, gone in pieces.items():
        resting = [(name, leaf) for name, leaf, cited in model.cited if set(cited) <= set(gone)]
        values = {
            name: [
                Fraction(50) if (name, leaf) in resting else known
                for leaf, known in zip(model.leaves, row, strict=True)
            ]
            for name, row in model.values.items()
        }
        if resting:
            yield "origin", [origin], _without(model, model.scored(model.weights, values), evidence=gone)
    for who in model.assessors:
        yield "assessor", [who], _unjudged(model, who)
    for who in model.voices if model.averaged and len(model.voices) > 1 else ():
        others = [
            (share, own) for share, (name, own) in zip(model.shares, model.voices.items(), strict=True) if name != who
        ]
        total = sum(share for share, _ in others)
        weights = [sum(share * own[at] for share, own in others) / total for at in range(len(model.leaves))]
        yield "stakeholder", [who], (*_standing(model, model.scored(weights)), _shown(model, weights))


def critical_criterion(model: Any) -> Expected:
    """List each leaf with the least fall of its weight that ties two, then which leaf needs the least."""
    tied: dict[str, dict[str, Fraction]] = {"top": {}, "any": {}}
    for at, leaf in enumerate(model.leaves if len(model.names) > 1 else ()):
        for one, other in combinations(model.names, 2):
            gap = model.values[one][at] - model.values[other][at]
            amount = (model.scores[one] - model.scores[other]) / gap if gap else HUNDRED
            if amount <= model.weights[at] and amount < 1:
                for scope in ("top", "any") if {one, other} & set(model.winners) else ("any",):
                    tied[scope][leaf] = min(tied[scope].get(leaf, amount), amount, key=lambda one: (abs(one), -one))
        found = tied["any"].get(leaf)
        yield "criterion", [leaf], ("impossible" if found is None else "found", found, None)
    weights = dict(zip(model.leaves, model.weights, strict=True))
    for scope, amounts in tied.items() if len(model.names) > 1 else ():
        percents = {leaf: HUNDRED * abs(one) / weights[leaf] for leaf, one in amounts.items() if weights[leaf]}
        for measure, known in (("percent", percents), ("absolute", {leaf: abs(one) for leaf, one in amounts.items()})):
            about = sorted(known, key=lambda leaf, known=known: known[leaf])[:1]
            answer = ("found", known[about[0]], None) if about else ("impossible", None, None)
            yield f"{scope}-{measure}", about, answer


def _crossing(model: Any, inner: list[int], around: list[int]) -> Answer:
    """Return the place nearest to today's at which scores, straight lines over one weight, cross on top."""
    sides = inner, [at for at in around if at not in inner]
    held = [sum((model.weights[at] for at in side), ZERO) for side in sides]
    whole = sum(held)
    here = held[0] / whole if whole else Fraction(len(inner), len(around))

    def moved(place: Fraction) -> list[Fraction]:
        weights = list(model.weights)
        for side, own, part in zip(sides, held, (place, 1 - place), strict=True):
            for at in side:
                weights[at] = whole * part * (model.weights[at] / own if own else Fraction(1, len(side)))
        return weights

    starts, ends = model.scored(moved(ZERO)), model.scored(moved(ONE))
    lines = {(starts[name], ends[name] - starts[name]) for name in model.names}
    top, places = max(lines), []
    while steeper := [((top[0] - low) / (rise - top[1]), -rise, low) for low, rise in lines if rise > top[1]]:
        place, fall, low = min(steeper)
        top = (low, -fall)
        places += [place] if place < 1 else []
    nearest = min(places, key=lambda place: (abs(place - here), place), default=None)
    return ("holds", None, None) if nearest is None else ("found", nearest, _shown(model, moved(nearest)))


def _tolerance(model: Any, first: str) -> tuple[str, list[str], Answer]:
    """Return how far all weights may be off at once: contributions for less those against, over both together."""
    parts = {
        name: [weight * gap for weight, gap in zip(model.weights, model.gap(first, name), strict=True)]
        for name in model.names
        if name != first
    }
    off = {name: sum(row) / sum(map(abs, row)) for name, row in parts.items()}
    rival = min(off, key=lambda name: off[name])
    if off[rival] == 1:
        return "tolerance", [first, rival], ("holds", HUNDRED, None)
    corner = [
        weight * (1 - off[rival] * ((part > 0) - (part < 0)))
        for weight, part in zip(model.weights, parts[rival], strict=True)
    ]
    shown = _shown(model, [weight / sum(corner) for weight in corner])
    return "tolerance", [first, rival], ("found", HUNDRED * off[rival], shown)


def _cell(model: Any, name: str, at: int, gain: Fraction) -> tuple[str, list[str], Answer]:
    """Return what one cell has to gain in value, or may lose at most; on a scale of levels a whole level."""
    leaf, now, weight = model.leaves[at], model.values[name][at], model.weights[at]
    variant, other = ("one", "impossible") if gain > 0 else ("slip", "holds")
    needed = now + gain / weight if weight else -ONE
    if not 0 <= needed <= HUNDRED:
        return variant, [name, leaf], (other, None, None)
    worths, placed = model.levels.get(leaf, ((), ()))
    if gain > 0:
        needed = min((worth for worth in worths if worth >= needed), default=needed)
    elif name in placed:
        needed = max((worth for worth in worths if worth <= needed), default=needed)
    return variant, [name, leaf], ("found", abs(needed - now), _improved(model, name, {leaf: needed}))


def _several(model: Any, name: str, behind: Fraction) -> Answer:
    """Return the cheapest gains that make up for a distance: where a point of the score costs least, first."""
    new: dict[str, Fraction] = {}
    cost = ZERO
    table = zip(model.efforts, model.weights, model.values[name], model.leaves, strict=True)
    useful = [(effort / weight, -weight, now, effort, leaf) for effort, weight, now, leaf in table if weight]
    for _, weight, now, effort, leaf in sorted(useful, key=lambda one: one[:2]):
        gain = min(HUNDRED - now, behind / -weight)
        behind += gain * weight
        cost += effort * gain
        new |= {leaf: now + gain} if gain else {}
    return "found", cost, _improved(model, name, new)


def _without(model: Any, scores: Mapping[str, Fraction], **gone: list[str]) -> Answer:
    first = [name for name, score in scores.items() if score == max(scores.values())]
    witness = {"without": {"criteria": [], "candidates": [], "evidence": []} | gone, "first": first}
    return *_standing(model, scores), witness


def _standing(model: Any, scores: Mapping[str, Fraction]) -> tuple[str, Fraction | None]:
    """Return whether those first stay first, and the lead of the first."""
    best, *others = sorted(scores.values(), reverse=True)
    first = [name for name, score in scores.items() if score == best]
    return "holds" if first == model.winners else "found", best - others[0] if others else None


def _unjudged(model: Any, who: str) -> Answer:
    """Return what is so with the mean of the others; a cell that nobody else judged is unknown: in the middle."""
    told: dict[str, dict[str, str]] = {}
    rows = {name: list(row) for name, row in model.values.items()}
    for (name, leaf), cell in model.judged.items():
        others = [value for other, value in cell.items() if other != who]
        at = model.leaves.index(leaf)
        rows[name][at] = Fraction(50) if not others else sum(others) / len(others)
        if rows[name][at] != model.values[name][at]:
            told.setdefault(name, {})[leaf] = str(rows[name][at])
    witness = ({"values": told} if told else {}) | {"first": model.first(model.weights, rows)}
    return *_standing(model, model.scored(model.weights, rows)), witness


def _shown(model: Any, weights: Vector) -> Any:
    return {"weights": dict(zip(model.leaves, map(str, weights), strict=True)), "first": model.first(weights)}


def _improved(model: Any, name: str, new: Mapping[str, Fraction]) -> Any:
    row = [new.get(leaf, now) for leaf, now in zip(model.leaves, model.values[name], strict=True)]
    told = {leaf: str(worth) for leaf, worth in new.items()}
    return {"values": {name: told}, "first": model.first(model.weights, {name: row})}


ANALYSES = {
    "weight-crossings": weight_crossings,
    "least-change": least_change,
    "performance-change": performance_change,
    "cheapest-rank": cheapest_rank,
    "dominance": dominance,
    "can-be-first": can_be_first,
    "leave-one-out": leave_one_out,
    "critical-criterion": critical_criterion,
}

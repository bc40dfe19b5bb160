"""How the checker of proofs verifies each finding that does not follow from the numbers alone.

Imports nothing of decide and nothing of the checker, which hands over its model and what a finding tells: ``variant``,
``about``, ``status``, ``amount``, ``witness`` and ``certificate``. A check returns whether all of it follows; what is
malformed raises, and whatever is raised counts as not proved.
"""

from collections.abc import Callable
from copy import copy
from fractions import Fraction
from itertools import combinations
from math import comb, lcm
from operator import mul, sub
from types import SimpleNamespace
from typing import Any

MOST_SETS, ZERO = 5_000, Fraction(0)


def _beyond(model: Any, own: str, rivals: Any, proof: Any, norm: str, bar: Fraction | None) -> bool:
    """Return whether no weights nearer than ``bar`` (None: none at all) put one at or above rivals.

    Weights w that do, and meet the preferences, have h·w >= 0, so h·(w - now) is at least -h·now. It is at most the
    weight moved times max h - min h, or the largest change times the sum of the distances of h from its median.
    """
    rows = {rival: row for rival, row in model.over(own).items() if rival in rivals}
    height = model.combined([ZERO] * len(model.leaves), proof, rivals=rows, rows=model.preferred, floors=model.floors)
    need, middle = -model.dot(height, model.weights), sorted(height)[len(height) // 2]
    size = sum(abs(one - middle) for one in height) if norm == "each" else max(height) - min(height)
    return max(height) < 0 or (bar is not None and need > 0 and 100 * need >= bar * size)


def _least_change(model: Any, told: Any) -> bool:
    norm, own, size = told.variant.removeprefix("dethrone-"), told.about[-1], None
    if told.status == "found":
        weights = model.meeting(told.witness, model.preferred)
        steps = [abs(one - now) for one, now in zip(weights, model.weights, strict=True)]
        size = {"moved": 50 * sum(steps), "each": 100 * max(steps), "fewest": sum(map(bool, steps))}[norm]
        model.require(own in told.witness["first"], f"{own} is not first there")
    model.require(told.status == ("impossible" if size is None else "found") and told.amount == size, f"it is {size}")
    model.require(size is not None or told.witness is None, "a witness of what cannot be")
    if norm == "fewest" and size is not None:
        return _fewest(model, own, int(size) - 1, told.certificate)
    rivals = [name for name in model.names if name != told.about[0]]
    if norm == told.variant:
        return _beyond(model, own, rivals, told.certificate, norm, size)
    about = model.winners if size is None else [*model.winners, own]
    model.require(told.about == about and (size is None or own in rivals), "it is about the first, and who is nearest")
    (parts,) = model.fields(told.certificate, "parts")
    proofs = zip(rivals, model.fields(parts, rivals), strict=True)
    return all(_beyond(model, name, model.winners, part, norm, size) for name, part in proofs)


def _fewest(model: Any, own: str, count: int, proof: Any) -> bool:
    """Return whether weight that moves among so many leaves never puts one first, whichever they are.

    Against one rival alone, all of it goes to the leaf that is best for ``own``; sets that stand that have multipliers.
    """
    parts = dict(model.fields(proof, "parts")[0])
    unit = lcm(*(one.denominator for row in (model.weights, *model.values.values()) for one in row))
    weights, tests, over = [int(unit * one) for one in model.weights], [], model.over(own)
    for rival in over:
        gaps = [int(unit * gap) for gap in model.gap(rival, own)]
        held = list(map(mul, weights, gaps))
        tests.append((gaps, held, sum(held)))
        most = (
            sorted((w * (gap - low) for w, gap in zip(weights, gaps, strict=True) if gap > low), reverse=True)
            for low in set(gaps)
        )
        if all(sum(row[: count - 1]) < sum(held) for row in most):
            return not parts
    model.require(comb(len(weights), count) <= MOST_SETS, "there are too many sets of leaves")
    for chosen in combinations(range(len(weights)), count):
        whole = sum(weights[at] for at in chosen)
        if all(
            sum(held[at] for at in chosen) - whole * min(gaps[at] for at in chosen) >= lead
            for gaps, held, lead in tests
        ):
            part = parts.pop(" + ".join(model.leaves[at] for at in chosen), {})
            height = model.combined([ZERO] * len(weights), part, rivals=over, rows=model.preferred)
            gains = [model.weights[at] * (max(height[one] for one in chosen) - height[at]) for at in chosen]
            model.require(model.dot(height, model.weights) + sum(gains) < 0, "fewer weights may be enough")
    return not parts


def _robust(model: Any, told: Any) -> bool:
    own, (cuts, parts) = told.about[0], model.fields(told.certificate, "cuts parts")
    now, witness, rivals = model.values[own], None, list(model.over(own))
    new = dict(zip(model.leaves, now, strict=True))
    if told.status == "found":
        (gained,) = model.fields(told.witness["values"], [own])
        new |= zip(gained, model.vector(gained, gained), strict=True)
        witness = {"values": {own: gained}, "first": model.first(model.weights, {own: list(new.values())})}
        model.require(
            all(new[leaf] > one for leaf, one in zip(model.leaves, now, strict=True) if leaf in gained), "a loss"
        )
    gains = [one - other for one, other in zip(new.values(), now, strict=True)]
    model.require(told.witness == witness, "the witness does not show that")
    model.require(told.status == ("found" if any(gains) else "holds"), "gains are needed, or are not")
    for rival, part in zip(rivals, model.fields(parts, rivals), strict=True):
        margin = map(sub, new.values(), model.values[rival])
        model.require(model.least(list(margin), part) >= 0, f"it is not enough against {rival}")
    pull, total = [ZERO] * len(now), ZERO
    for cut in cuts:
        weights, share = model.meeting(cut, model.rows, "rival multiplier"), model.number(cut["multiplier"])
        model.require(share > 0, "a multiplier is not positive")
        pull = [one + share * weight for one, weight in zip(pull, weights, strict=True)]
        total += share * model.dot(weights, model.gap(cut["rival"], own))
    over = [
        max(one - effort, ZERO) * (100 - worth) for one, effort, worth in zip(pull, model.efforts, now, strict=True)
    ]
    return bool(told.amount == total - sum(over) == model.dot(model.efforts, gains))


def _cheapest_rank(model: Any, told: Any) -> bool:
    own, rank, size, rivals = told.about[0], int(told.variant[-1]), None, model.over(told.about[0])
    if told.status == "found":
        weights = model.meeting(told.witness, model.preferred, "first ranks")
        scores = model.scored(weights)
        ranks = {name: 1 + sum(other > score for other in scores.values()) for name, score in scores.items()}
        size = 50 * sum(abs(one - other) for one, other in zip(weights, model.weights, strict=True))
        told_ranks = told.witness["ranks"]
        model.require(
            ranks[own] <= rank and told_ranks == {name: str(one) for name, one in ranks.items()}, "other ranks"
        )
    model.require(told.status == ("impossible" if size is None else "found") and told.amount == size, f"it is {size}")
    waiting: list[tuple[tuple[str, ...], tuple[str, ...]]] = [((), ())]  # rivals held below, rivals let be above
    for node in model.fields(told.certificate, "nodes")[0]:
        below, above = waiting.pop()
        if "on" in node:
            (on,) = model.fields(node, "on")
            model.require(on in rivals and on not in (*below, *above), "a case is told apart twice")
            waiting += [(below, (*above, on)), ((*below, on), above)]
        elif node:
            bound = model.fields(node, "bound")[0]
            model.require(_beyond(model, own, below, bound, "moved", size), f"{len(below)} held below may be nearer")
        else:
            model.require(len(above) >= rank, "too few are above")
    return not waiting and (size is not None or told.witness is None)


def _pair(model: Any, told: Any) -> bool:
    gap = model.gap(*told.about)
    lead = model.dot(model.meeting(told.witness, model.rows), gap)
    if told.status == "impossible":
        return lead < 0 and told.amount is None and told.certificate == {}
    return bool(told.status == "holds" and told.amount == lead == model.least(gap, told.certificate) >= 0)


def _mixture(model: Any, told: Any) -> bool:
    if told.status == "impossible":
        weights = model.meeting(told.witness, {})
        return told.about[0] in model.first(weights) and told.amount is None and told.certificate == {}
    proved = min(_blended(model, told.about[0], model.fields(told.certificate, "rivals")[0]))
    return told.status == "found" and told.witness is None and told.amount == proved > 0


def _can_be_first(model: Any, told: Any) -> bool:
    scores = model.scored(model.meeting(told.witness, model.rows))
    lead = scores.pop(told.about[0]) - max(scores.values())
    model.require(told.amount == lead and told.status == ("impossible" if lead < 0 else "found"), f"the lead is {lead}")
    if lead == 100:  # more there cannot be
        return bool(told.certificate == {})
    rest = {kind: part for kind, part in told.certificate.items() if kind != "rivals"}
    return bool(model.least(_blended(model, told.about[0], told.certificate["rivals"]), rest) >= -lead)


def _consensus(model: Any, told: Any) -> bool:
    """Return whether a candidate costs what all have to move together, or can be first for nobody at all."""
    own = told.about[0]
    if told.status == "impossible":
        rivals = list(model.over(own))
        open_ = told.amount is None and told.witness is None
        return open_ and _beyond(_alone(model, model.weights), own, rivals, told.certificate, "moved", None)
    behind = [voice for voice, weights in model.voices.items() if own not in model.first(weights)]
    total = sum(model.number(model.told["stakeholders", "move", own, voice]["amount"]) for voice in behind)
    status = "found" if total else "holds"
    return bool((told.status, told.amount, told.witness, told.certificate) == (status, total, None, {}))


def _move(model: Any, told: Any) -> bool:
    """Return whether so little, and no less, has to move from the weights of a stakeholder."""
    own, voice = told.about
    moved = SimpleNamespace(**vars(told) | {"variant": "moved", "about": [own]})
    return told.status == "found" and _least_change(_alone(model, model.voices[voice]), moved)


def _alone(model: Any, weights: Any) -> Any:
    """Return the model of one whose weights are their own, so that nothing is preferred."""
    own = copy(model)
    own.weights, own.rows, own.preferred, own.mixed = weights, {}, {}, {}
    return own


def _blended(model: Any, own: str, parts: Any) -> list[Fraction]:
    """Return the values of a mixture of rivals less those of one."""
    model.require(sum(map(model.number, parts.values())) == 1, "the mixture does not sum to 1")
    ahead = {rival: (list(enumerate(model.gap(rival, own))), False) for rival in model.over(own)}
    return list(model.combined([ZERO] * len(model.leaves), {"rivals": parts}, rivals=ahead))


CHECKS: dict[str, Callable[[Any, Any], bool]] = {
    "least-change": _least_change,
    "performance-change": _robust,
    "cheapest-rank": _cheapest_rank,
    "dominance pair": _pair,
    "dominance mixture": _mixture,
    "can-be-first": _can_be_first,
    "stakeholders consensus": _consensus,
    "stakeholders move": _move,
}

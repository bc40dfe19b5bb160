"""What the checker of proofs expects of those who judge and weigh, and of how it may turn out: all reckoned anew.

Imports nothing of decide and nothing of the checker, which hands over its model: ``judged`` (cell → assessor → value),
``voices`` (stakeholder → weights) and their ``shares``, ``scenarios`` (name → chance, weights, values of those ranked).
Findings and answers are those of ``expected.py``. What all have to move is proved, by ``shown.py``.
"""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from fractions import Fraction
from itertools import combinations, permutations
from math import isqrt
from typing import Any

Vector = Sequence[Fraction]
Scores = Mapping[str, Fraction]
Answer = tuple[str, Fraction | None, Any]
Expected = Iterator[tuple[str, list[str], Answer | None]]
ZERO, ROOT, UNITS = Fraction(0), 10**40, 10**12


def assessments(model: Any) -> Expected:
    """List each cell that was judged differently: first those that change the first place, the rank, the score most."""
    found: list[tuple[tuple[bool, int, Fraction], list[str], Answer]] = []
    for name in model.names:
        for at, leaf in enumerate(model.leaves):
            values = model.judged.get((name, leaf), {}).values()
            if len(set(values)) > 1:
                effect, answer = _spread(model, name, at, sorted(values))
                found.append((effect, [name, leaf], answer))
    for _, about, answer in sorted(found, key=lambda one: one[0]):
        yield "spread", about, answer


def _spread(model: Any, name: str, at: int, values: Vector) -> tuple[tuple[bool, int, Fraction], Answer]:
    """Return how much it matters which end of what was judged a cell is at, and what there is to be told of it."""
    ranks, changing = [], None
    for value in (values[0], values[-1]):
        row = [value if one == at else now for one, now in enumerate(model.values[name])]
        scores = model.scored(model.weights, {name: row})
        ranks.append(_ranks(scores)[name])
        first = _first(model, scores)
        if changing is None and first != model.winners:
            changing = {"values": {name: {model.leaves[at]: str(value)}}, "first": first}
    width = values[-1] - values[0]
    effect = changing is None, ranks[1] - ranks[0], -model.weights[at] * width
    return effect, ("found" if changing else "holds", width, changing)


def stakeholders(model: Any) -> Expected:
    """List everybody's ranking and that of the group, how far they agree, and what all have to move."""
    voices = model.voices
    if len(voices) < 2 or len(model.names) < 2:
        return
    scores = {voice: model.scored(weights) for voice, weights in voices.items()}
    for voice, weights in voices.items():
        yield "own", [voice], _ranking(model, weights)
    yield "group", list(voices), _ranking(model, model.mean())
    yield from _agreement(model, list(scores.values()))
    for one, other in permutations(model.names, 2):
        leads = [known[one] - known[other] for known in scores.values()]
        if min(leads) >= 0 and any(leads):
            yield "unanimous", [one, other], ("holds", min(leads), None)
    for name in model.names:
        yield "consensus", [name], None
        told = model.told.get(("stakeholders", "consensus", name))
        if told is None or told["status"] != "impossible":
            yield from (("move", [name, voice], None) for voice in voices if name not in model.first(voices[voice]))


def _ranking(model: Any, weights: Vector) -> Answer:
    scores = model.scored(weights)
    best, second = sorted(scores.values(), reverse=True)[:2]
    first = _first(model, scores)
    witness = {
        "weights": dict(zip(model.leaves, map(str, weights), strict=True)),
        "first": first,
        "ranks": {name: str(rank) for name, rank in _ranks(scores).items()},
    }
    return "holds" if first == model.winners else "found", best - second, witness


def _agreement(model: Any, rankings: list[Scores]) -> Expected:
    """List Kendall's W, the mean tau-b, and what separates those for whom others are first."""
    firsts = [_first(model, scores) for scores in rankings]
    agree, voices = all(first == firsts[0] for first in firsts), list(model.voices)
    status = "holds" if agree else "found"
    together = _concordance(model, rankings)
    if together is not None:
        yield "concordance", voices, (status, together, None)
    taus = _taus(model, rankings)
    if taus:
        mean = sum(taus, ZERO) / len(taus)
        units = int(abs(mean) * UNITS + Fraction(1, 2))
        yield "tau", voices, (status, Fraction(units if mean > 0 else -units, UNITS), None)
    if not agree:
        yield _separating(model)


def _concordance(model: Any, rankings: list[Scores]) -> Fraction | None:
    """Return W (Kendall 1948): the variance of the sums of ranks by the most that it could be, ties considered.

    Twice a rank is twice those ahead and once those level, itself too, and one more.
    """
    size, voices = len(model.names), len(rankings)
    sums = [
        sum(2 * sum(other > scores[name] for other in scores.values()) for scores in rankings)
        + sum(sum(other == scores[name] for other in scores.values()) + 1 for scores in rankings)
        for name in model.names
    ]
    off = sum((one - voices * (size + 1)) ** 2 for one in sums)
    ties = sum(level**3 - level for scores in rankings for level in Counter(scores.values()).values())
    most = voices * (voices * (size**3 - size) - ties)
    return Fraction(3 * off, most) if most else None


def _taus(model: Any, rankings: list[Scores]) -> list[Fraction]:
    """Return tau-b (Kendall 1945) of each two of whom both tell somebody apart, roots cut after forty decimals."""
    pairs = list(combinations(model.names, 2))
    signs = [[int(own[one] > own[other]) - int(own[one] < own[other]) for one, other in pairs] for own in rankings]
    found = []
    for mine, theirs in combinations(signs, 2):
        square = sum(map(abs, mine)) * sum(map(abs, theirs))
        same = sum(one * other for one, other in zip(mine, theirs, strict=True))
        if square:
            found.append(Fraction(same * ROOT, isqrt(square * ROOT**2)))
    return found


def _separating(model: Any) -> tuple[str, list[str], Answer]:
    """Return on what their weights lie farthest apart, of that which, weighed alike, lets all choose the same."""
    mean, rows = model.mean(), []
    for at, leaf in enumerate(model.leaves):
        firsts = [model.first(_weighed(weights, at, mean[at])) for weights in model.voices.values()]
        held = [weights[at] for weights in model.voices.values()]
        rows.append((all(first == firsts[0] for first in firsts), max(held) - min(held), leaf))
    agreeing = [row for row in rows if row[0]]
    spread = max(width for _, width, _ in agreeing or rows)
    about = [leaf for _, width, leaf in agreeing or rows if width == spread]
    return "separates", about, ("found" if agreeing else "impossible", 100 * spread, None)


def _weighed(weights: Vector, at: int, weight: Fraction) -> list[Fraction]:
    """Return weights of which one is set; the others share the rest as they do now, or alike if they have nothing."""
    rest = sum(weights) - weights[at]
    parts = [one / rest if rest else Fraction(1, len(weights) - 1) for one in weights] if len(weights) > 1 else [ZERO]
    return [weight if one == at else (1 - weight) * part for one, part in enumerate(parts)]


def scenarios(model: Any) -> Expected:
    """List every scenario, then who is to be expected first, and whose worst is best; of those never screened out."""
    chances = [chance for chance, _, _ in model.scenarios.values()]
    rest = None if None in chances else 1 - sum(chances)
    outcomes: list[tuple[Fraction | None, Scores]] = [] if rest == 0 else [(rest, model.scores)]
    for name, (chance, weights, values) in model.scenarios.items():
        scores = {one: model.dot(weights, row) for one, row in values.items()}
        yield "each", [name], _turned_out(model, weights, values, scores)
        if rest is None or chance:
            outcomes.append((chance, scores))
    kept = [name for name in outcomes[0][1] if all(name in scores for _, scores in outcomes)]
    amounts: list[tuple[str, Scores]] = []
    if rest is not None:
        mean = {name: sum(((part or 0) * scores[name] for part, scores in outcomes), ZERO) for name in kept}
        amounts.append(("expected", mean))
    amounts.append(("worst", {name: min(scores[name] for _, scores in outcomes) for name in kept}))
    for variant, known in amounts if model.scenarios and kept else ():
        first = {name for name in kept if known[name] == max(known.values())}
        status = "holds" if first == set(model.winners) else "found"
        yield variant, list(model.scenarios), (status, max(known.values()), None)


def _turned_out(model: Any, weights: Vector, values: Mapping[str, Vector], scores: Scores) -> Answer:
    """Return the lead in a scenario; with a witness, unless one is ranked who is not as written, or nobody is."""
    ordered = sorted(scores.values(), reverse=True)
    first = {name for name, score in scores.items() if score == ordered[0]}
    lead = ordered[0] - ordered[1] if len(ordered) > 1 else None
    status = "holds" if first == set(model.winners) else "found"
    if not scores or not set(scores) <= set(model.names):
        return status, lead, None
    moved = {
        name: {
            leaf: str(new)
            for leaf, new, now in zip(model.leaves, values[name], model.values[name], strict=True)
            if new != now
        }
        for name in scores
        if list(values[name]) != model.values[name]
    }
    gone = [name for name in model.names if name not in scores]
    witness: Any = {
        "first": [name for name in model.names if name in first],
        "ranks": {name: str(rank) for name, rank in _ranks(scores).items()},
    }
    if list(weights) != model.weights:
        witness["weights"] = dict(zip(model.leaves, map(str, weights), strict=True))
    if moved:
        witness["values"] = moved
    if gone:
        witness["without"] = {"criteria": [], "candidates": gone, "evidence": []}
    return status, lead, witness


def _first(model: Any, scores: Scores) -> list[str]:
    return [name for name in model.names if scores[name] == max(scores.values())]


def _ranks(scores: Scores) -> dict[str, int]:
    return {name: 1 + sum(other > score for other in scores.values()) for name, score in scores.items()}


ANALYSES = {"assessments": assessments, "stakeholders": stakeholders, "scenarios": scenarios}

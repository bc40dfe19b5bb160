"""Decision → Ranking: values, weights, gates and limits, scores, ranks."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from fractions import Fraction

from decide.model.decision import Candidate, Decision
from decide.model.ranking import Interval, Ranked, Ranking
from decide.model.tree import leaves as leaves_of
from decide.rank.methods import METHODS
from decide.rank.screen import FAILED, hurdles
from decide.value.cells import intervals
from decide.weigh.points import point_weights


def rank(decision: Decision, method: str = "additive") -> Ranking:
    """Return the ranking of a decision without faults; scores are exact, equal ones share their rank (1, 1, 3)."""
    leaves = leaves_of(decision.criteria)
    weights = point_weights(decision, leaves)
    rows = intervals(decision, leaves)
    met = hurdles(decision, leaves, weights, rows)
    entries = scored(decision.candidates, rows, weights, method)
    kept: list[Ranked] = []
    excluded: list[Ranked] = []
    for entry, own in zip(entries, met, strict=True):
        (excluded if any(hurdle.verdict == FAILED for hurdle in own) else kept).append(replace(entry, hurdles=own))
    return Ranking(decision, method, leaves, weights, in_order(kept), tuple(excluded))


def scored(
    candidates: Sequence[Candidate], rows: Sequence[tuple[Interval, ...]], weights: tuple[Fraction, ...], method: str
) -> list[Ranked]:
    """Return each candidate with its score and contributions, not ranked yet; ``rows`` has one interval per leaf."""
    score = METHODS[method].score
    lows, points, highs = (
        score(weights, [[getattr(known, part) for known in row] for row in rows]) for part in ("low", "point", "high")
    )
    return [
        Ranked(
            candidate=candidate,
            score=Interval(low, point, high, middle=_rests_on_middle(weights, row)),
            values=row,
            contributions=tuple(weight * known.point for weight, known in zip(weights, row, strict=True)),
        )
        for candidate, row, low, point, high in zip(candidates, rows, lows, points, highs, strict=True)
    ]


def in_order(entries: Iterable[Ranked]) -> tuple[Ranked, ...]:
    """Return the candidates best first, each with its rank; equal scores share it."""
    ordered = sorted(entries, key=lambda entry: -entry.score.point)
    scores = [entry.score.point for entry in ordered]
    counts: dict[Fraction, int] = {}
    for score in scores:
        counts[score] = counts.get(score, 0) + 1
    firsts: dict[Fraction, int] = {}
    for position, score in enumerate(scores):
        firsts.setdefault(score, position + 1)
    return tuple(
        replace(entry, rank=firsts[score], tied=counts[score] > 1) for entry, score in zip(ordered, scores, strict=True)
    )


def _rests_on_middle(weights: tuple[Fraction, ...], row: tuple[Interval, ...]) -> bool:
    return any(known.middle and weight > 0 for weight, known in zip(weights, row, strict=True))

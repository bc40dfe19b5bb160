"""Decision → Ranking: values, weights, gates and limits, scores, ranks."""

from dataclasses import replace
from fractions import Fraction

from decide.model.decision import Decision
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
    score = METHODS[method].score
    lows, points, highs = (
        score(weights, [[getattr(known, part) for known in row] for row in rows]) for part in ("low", "point", "high")
    )
    entries = [
        Ranked(
            candidate=candidate,
            score=Interval(low, point, high, middle=_rests_on_middle(weights, row)),
            values=row,
            contributions=tuple(weight * known.point for weight, known in zip(weights, row, strict=True)),
            hurdles=met,
        )
        for candidate, row, low, point, high, met in zip(
            decision.candidates, rows, lows, points, highs, hurdles(decision, leaves, weights, rows), strict=True
        )
    ]
    kept = [entry for entry in entries if not _failed(entry)]
    excluded = tuple(entry for entry in entries if _failed(entry))
    return Ranking(decision, method, leaves, weights, _in_order(kept), excluded)


def _failed(entry: Ranked) -> bool:
    return any(hurdle.verdict == FAILED for hurdle in entry.hurdles)


def _rests_on_middle(weights: tuple[Fraction, ...], row: tuple[Interval, ...]) -> bool:
    return any(known.middle and weight > 0 for weight, known in zip(weights, row, strict=True))


def _in_order(entries: list[Ranked]) -> tuple[Ranked, ...]:
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

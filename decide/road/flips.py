"""From findings to flips: each with the words that replay it, tried before they are told."""

from collections.abc import Iterable, Iterator
from fractions import Fraction
from typing import cast

from decide.load.numbers import reads_as_number
from decide.model.decision import PossibleWeights
from decide.model.figures import fraction_text, rounded_down, rounded_up, short_decimal
from decide.model.finding import Finding
from decide.model.flip import CELL, CELLS, WEIGHTS, WITHOUT, Flip
from decide.model.problem import InvalidDecision
from decide.model.ranking import Ranking
from decide.model.rows import LeftOut, Moved, Need
from decide.model.tree import CurveScale, Leaf, LevelScale, RangeScale
from decide.road.whatif import what_if
from decide.stress import can_be_first, least_change, leave_one_out, performance_change
from decide.stress.case import Case
from decide.value.functions import value

_FEWEST, _MOST, _MOST_OF_CELLS = 1, 4, 12
"""With so many decimals a flip of weights is tried before its exact weights are told, and one of cells at the most."""


def flipping(ranking: Ranking, *, possible: PossibleWeights | None = None) -> Iterator[Finding]:
    """Yield the findings that flips are made of and told with, and no others: these take no time."""
    case = Case(ranking, possible)
    yield from least_change.margins(case)
    for index in range(len(case.candidates)):
        if index not in case.winners:
            yield next(least_change.crown(case, index))  # the least weight moved comes first
    yield from performance_change.single_cells(case)
    yield from performance_change.several_cells(case)
    yield from can_be_first.can_be_first(case)
    yield from leave_one_out.leave_one_out(case)


def flips(ranking: Ranking, findings: Iterable[Finding]) -> tuple[Flip, ...]:
    """Return what makes others first, nearest first; each one's words, ranked again, put its candidate first."""
    found = [flip for finding in findings if finding.status == "found" for flip in _flips(ranking, finding)]
    return tuple(sorted(found, key=lambda flip: flip.effort))


def _flips(ranking: Ranking, finding: Finding) -> Iterator[Flip]:
    match finding.analysis, finding.variant:
        case "least-change", "moved":
            yield from _of_weights(ranking, finding)
        case "performance-change", "one":
            yield from _of_cells(ranking, finding, CELL)
        case "performance-change", "several" if len(finding.rows) > 1:
            yield from _of_cells(ranking, finding, CELLS)
        case "leave-one-out", "criterion" | "origin":
            row = cast("LeftOut", finding.rows[0])
            words = (f"{'origin.' if row.kind == 'origin' else ''}{row.gone}=out",)
            if len(row.first) == 1 and _first(ranking, words) == row.first:
                yield Flip(row.first[0], WITHOUT, _weight_of(ranking, row), finding, words, first=row.first)


def _of_weights(ranking: Ranking, finding: Finding) -> Iterator[Flip]:
    """Yield the flip of weights with as few decimals as put the candidate alone in front, or exact ones at a tie."""
    rows = cast("tuple[Moved, ...]", finding.rows)
    assert finding.amount is not None
    effort = finding.amount / 100
    for decimals in range(_FEWEST, _MOST + 1):
        after = {
            row.criterion: Fraction((rounded_up if row.after > row.before else rounded_down)(100 * row.after, decimals))
            for row in rows
        }
        words = tuple(f"{criterion}={short_decimal(share)}%" for criterion, share in after.items())
        if _first(ranking, words) == finding.about:
            shares = tuple((criterion, share / 100) for criterion, share in after.items())
            yield Flip(finding.about[0], WEIGHTS, effort, finding, words, shares, first=finding.about)
            return
    words = tuple(f"{row.criterion}={_share(row.after)}" for row in rows)
    first = _first(ranking, words)
    if finding.about[0] in first:
        shares = tuple((row.criterion, row.after) for row in rows)
        yield Flip(finding.about[0], WEIGHTS, effort, finding, words, shares, first=first)


def _of_cells(ranking: Ranking, finding: Finding, kind: str) -> Iterator[Flip]:
    """Yield the flip of one cell or several, amounts rounded to the side on which they are enough."""
    leaves = {leaf.id: leaf for leaf in ranking.leaves}
    rows = cast("tuple[Need, ...]", finding.rows)
    if any(row.needed_amount is None for row in rows):
        return
    for decimals in range(_MOST_OF_CELLS + 1):
        amounts = {row.criterion: _enough(leaves[row.criterion], row, decimals) for row in rows}
        words = tuple(
            f"{row.candidate}.{row.criterion}={_text(leaves[row.criterion], amounts[row.criterion])}" for row in rows
        )
        if _first(ranking, words) == finding.about[:1]:
            steps = (row.needed_value - row.value for row in rows)
            yield Flip(
                finding.about[0],
                kind,
                sum(steps, Fraction(0)) / 100,
                finding,
                words,
                amounts=tuple(amounts.items()),
                first=finding.about[:1],
            )
            return


def _enough(leaf: Leaf, row: Need, decimals: int) -> Fraction:
    """Return the amount with so many decimals that is worth at least what is needed; a level as it is."""
    amount = row.needed_amount
    assert amount is not None
    match leaf.scale:
        case LevelScale():
            return amount
        case RangeScale(worst, best):
            text = (rounded_up if best > worst else rounded_down)(amount, decimals)
            return min(max(Fraction(text), min(worst, best)), max(worst, best))
        case CurveScale():
            sides = [Fraction(side(amount, decimals)) for side in (rounded_down, rounded_up)]
            return max(sides, key=lambda side: value(side, leaf.scale))


def _share(share: Fraction) -> str:
    """Return a share of the whole exactly: in percent if its decimals end soon, else as a fraction."""
    text = short_decimal(100 * share)
    return f"{text}%" if Fraction(text) == 100 * share else fraction_text(share)


def _text(leaf: Leaf, amount: Fraction) -> str:
    """Return a performance as one types it: a level by its number, unless levels themselves read as numbers."""
    if isinstance(leaf.scale, LevelScale):
        texts = leaf.scale.texts
        return texts[int(amount)] if any(map(reads_as_number, texts)) else str(int(amount))
    return short_decimal(amount)


def _first(ranking: Ranking, words: Iterable[str]) -> tuple[str, ...]:
    """Return who is first after the changes; nobody where they cannot be made."""
    try:
        return tuple(entry.candidate.id for entry in what_if(ranking, words).ranking.winners)
    except (InvalidDecision, ValueError):
        return ()


def _weight_of(ranking: Ranking, row: LeftOut) -> Fraction:
    """Return the weight of a criterion, or the share of the cells that rest on an origin."""
    if row.kind == "origin":
        return Fraction(row.cells, len(ranking.leaves) * len(ranking.ranked))
    inside = (
        weight
        for leaf, weight in zip(ranking.leaves, ranking.weights, strict=True)
        if row.gone in (leaf.id, *(group.id for group in leaf.groups))
    )
    return sum(inside, Fraction(0))

"""Assessments: where those who judged differ, sorted by what that does to the ranking.

A cell that several judged counts with the mean of their values. At the lowest and at the highest of these, the others
as they are, its candidate may stand at another rank, or somebody else may be first.
"""

from collections.abc import Iterator, Sequence
from fractions import Fraction

from decide.model.change import Change
from decide.model.finding import Finding, Status, Witness
from decide.model.rows import Disagreement
from decide.stress.case import Case
from decide.value.cells import judgements

NAME = "assessments"
SPREAD = "spread"


def assessments(case: Case) -> Iterator[Finding]:
    """Yield one finding per cell that its assessors value differently: holds if those first stay first at both ends.

    First those that change the first place, then those that change the candidate's rank most, then those that move its
    score most. The amount is how far the values lie apart, in points of value.
    """
    judged = judgements(case.ranking.decision, case.ranking.leaves)
    found = []
    for at, name in enumerate(case.candidates):
        for column, leaf in enumerate(case.leaves):
            values = tuple((who, known.point) for who, known in judged.get((name, leaf), ()))
            if len({value for _, value in values}) > 1:
                found.append(_spread(case, at, column, values))
    yield from sorted(found, key=lambda finding: _effect(case, finding))


def _spread(case: Case, at: int, column: int, values: Sequence[tuple[str, Fraction]]) -> Finding:
    name, leaf = case.candidates[at], case.leaves[column]
    points = [value for _, value in values]
    low, high, mean = min(points), max(points), case.values[at][column]
    ends = [_at_end(case, at, column, value) for value in (low, high)]
    changing = [witness for _, witness in ends if set(witness.first) != {case.candidates[one] for one in case.winners}]
    status: Status = "found" if changing else "holds"
    row = Disagreement(name, leaf, low, mean, high, ends[0][0], ends[1][0], tuple(values))
    witness = changing[0] if changing else None
    return Finding(NAME, (name, leaf), status, SPREAD, high - low, "points of value", witness, rows=(row,))


def _at_end(case: Case, at: int, column: int, value: Fraction) -> tuple[int, Witness]:
    """Return the rank of a candidate with another value on a leaf, and who is first."""
    step = case.weights[column] * (value - case.values[at][column])
    score = case.scores[at] + step
    rank = 1 + sum(other > score for one, other in enumerate(case.scores) if one != at)
    change = Change(values=((case.candidates[at], ((case.leaves[column], value),)),))
    return rank, Witness(change, case.first(moved={at: step}))


def _effect(case: Case, finding: Finding) -> tuple[bool, int, Fraction]:
    (row,) = finding.rows
    assert isinstance(row, Disagreement)
    weight = case.weights[case.leaves.index(row.criterion)]
    return finding.status != "found", row.high_rank - row.low_rank, -weight * (row.high - row.low)

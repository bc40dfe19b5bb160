"""Programs for the weights nearest to the point weights at which a candidate is level with rivals, or ahead."""

from collections.abc import Sequence
from fractions import Fraction
from statistics import median_low

from decide.model.finding import Implied
from decide.model.written import Pairs
from decide.solve.program import Program, Row, Solution, sparse, unit
from decide.stress.bounds import over
from decide.stress.case import Case, Vector, dot

MOVED, EACH = "moved", "each"


def moved_program(case: Case, index: int, rivals: Sequence[int]) -> Program:
    """Return the program that moves as little weight as possible: a column up and one down for each leaf."""
    size = len(case.leaves)
    downs = [at for at in range(size) if case.weights[at] > 0]
    columns = (*(f"up {leaf}" for leaf in case.leaves), *(f"down {case.leaves[at]}" for at in downs))
    rows = [Row("sum of changes", (*sparse([1] * size), *sparse([-1] * len(downs), size)), exact=True)]
    for name, margin, exact in _directions(case, index, rivals):
        entries = (*sparse(margin), *sparse([-margin[at] for at in downs], size))
        rows.append(Row(name, entries, -dot(margin, case.weights), exact))
    rows += [Row(_floor(case.leaves[at]), unit(size + place, -1), -case.weights[at]) for place, at in enumerate(downs)]
    costs = (*(Fraction(1) for _ in case.leaves), *(Fraction(0) for _ in downs))
    return Program(f"least-change {case.candidates[index]} moved", columns, costs, tuple(rows))


def each_program(case: Case, index: int, rivals: Sequence[int]) -> Program:
    """Return the program that keeps the largest change least: each weight is its point, less r, plus a column."""
    size = len(case.leaves)
    rows = [Row("sum of changes", (*sparse([1] * size), (size, Fraction(-size))), exact=True)]
    for name, margin, exact in _directions(case, index, rivals):
        entries = (*sparse(margin), *sparse([-sum(margin, Fraction(0))], size))
        rows.append(Row(name, entries, -dot(margin, case.weights), exact))
    for at, leaf in enumerate(case.leaves):
        rows.append(Row(_floor(leaf), ((at, Fraction(1)), (size, Fraction(-1))), -case.weights[at]))
        rows.append(Row(f"most {leaf}", ((at, Fraction(-1)), (size, Fraction(2)))))
    costs = (*(Fraction(0) for _ in case.leaves), Fraction(1))
    columns = (*(f"above {leaf}" for leaf in case.leaves), "largest change")
    return Program(f"least-change {case.candidates[index]} each", columns, costs, tuple(rows))


def weights_at(case: Case, solution: Solution, variant: str) -> Vector:
    """Return the weights at the solution of one of these programs."""
    size = len(case.leaves)
    if variant == EACH:
        return tuple(case.weights[at] - solution.point[size] + solution.point[at] for at in range(size))
    weights = [weight + up for weight, up in zip(case.weights, solution.point, strict=False)]
    downs = [at for at in range(size) if case.weights[at] > 0]
    for at, down in zip(downs, solution.point[size:], strict=True):
        weights[at] -= down
    return tuple(weights)


def implied_distance(case: Case, index: int, solution: Solution, variant: str) -> Implied:
    """Return the multipliers that prove the distance, or, without a variant, that no weights are enough.

    With h the sum of the rows: weights that meet them have h·w >= 0. The floors lift h to g >= h, so g·(w - w0) is at
    least -g·w0; and for weights it is at most the weight moved where max g - min g <= 1, or the largest change where
    the g lie within 1 in all of their median. All h below zero: there are no such weights.
    """
    found = solution.multipliers
    rivals = tuple((name, found[over(name)]) for name in case.candidates if over(name) in found)
    rows = tuple((row.name, found[row.name]) for row in case.possible.preferences if row.name in found)
    if not variant:
        return Implied(rivals, rows)
    if variant == EACH:
        floors = tuple((leaf, found[_floor(leaf)]) for leaf in case.leaves if _floor(leaf) in found)
        return Implied(rivals, rows, floors)
    return Implied(rivals, rows, lifted(case, index, Implied(rivals, rows)))


def lifted(case: Case, index: int, proof: Implied) -> Pairs[Fraction]:
    """Return the floors that lift the sum of the rows to within 1 of its largest entry."""
    height = slopes(case, index, proof)
    level = max(height) - 1
    return tuple((leaf, level - own) for leaf, own in zip(case.leaves, height, strict=True) if own < level)


def slopes(case: Case, index: int, proof: Implied) -> list[Fraction]:
    """Return the sum of the rows with their multipliers, floors included, leaf by leaf."""
    total = [Fraction(0)] * len(case.leaves)
    places = {name: at for at, name in enumerate(case.candidates)}
    for name, share in proof.rivals:
        total = [one + share * gap for one, gap in zip(total, case.margin(index, places[name]), strict=True)]
    rows = {row.name: row for row in case.possible.rows}
    for name, share in proof.rows:
        for at, entry in rows[name].coefficients:
            total[at] += share * entry
    for leaf, lift in proof.floors:
        total[case.leaves.index(leaf)] += lift
    return total


def proved(case: Case, index: int, proof: Implied, variant: str) -> Fraction:
    """Return the distance that multipliers prove, as a share; the certificate scaled to what the norm allows."""
    height = slopes(case, index, proof)
    middle = median_low(height)
    size = max(height) - min(height) if variant == MOVED else sum((abs(one - middle) for one in height), Fraction(0))
    bound = -dot(height, case.weights)
    return bound / size if size else Fraction(0)


def _directions(case: Case, index: int, rivals: Sequence[int]) -> list[tuple[str, list[Fraction], bool]]:
    """Return the rows that the weights have to meet: name, entry per leaf, whether exactly."""
    found = [(over(case.candidates[other]), list(case.margin(index, other)), False) for other in rivals]
    for row in case.possible.preferences:
        dense = [Fraction(0)] * len(case.leaves)
        for at, entry in row.coefficients:
            dense[at] = entry
        found.append((row.name, dense, row.exact))
    return found


def _floor(leaf: str) -> str:
    return f"floor {leaf}"

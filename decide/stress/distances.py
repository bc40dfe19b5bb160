"""Programs for the weights nearest to the point weights at which a candidate is level with rivals, or ahead."""

from collections.abc import Iterator, Sequence
from fractions import Fraction

from decide.model.finding import Implied
from decide.model.written import Pairs
from decide.solve.program import Program, Row, Solution, sparse, unit
from decide.stress.bounds import over
from decide.stress.case import Case, Vector, dot

MOVED, EACH = "moved", "each"


def moved_program(case: Case, index: int, rivals: Sequence[int]) -> Program:
    """Return the program that moves as little weight as possible: a column up and one down for each leaf."""
    size = len(case.leaves)
    downs = _downs(case)
    columns = (*(f"up {leaf}" for leaf in case.leaves), *(f"down {case.leaves[at]}" for at in downs))
    rows = [Row("sum of changes", (*sparse([1] * size), *sparse([-1] * len(downs), size)), exact=True)]
    if any(held != index for held, _ in case.moved_rows):
        case.moved_rows.clear()  # rows of one candidate are kept: all of them would fill the memory
    for other in rivals:
        if (index, other) not in case.moved_rows:
            case.moved_rows[index, other] = _rival_row(case, index, other, downs)
        rows.append(case.moved_rows[index, other])
    for name, direction, exact in _stated(case):
        rows.append(_moved_row(case, name, direction, exact=exact))
    rows += [Row(_floor(case.leaves[at]), unit(size + place, -1), -case.weights[at]) for place, at in enumerate(downs)]
    costs = (*(Fraction(1) for _ in case.leaves), *(Fraction(0) for _ in downs))
    return Program(f"least-change {case.candidates[index]} moved", columns, costs, tuple(rows))


def _downs(case: Case) -> list[int]:
    return [at for at in range(len(case.leaves)) if case.weights[at] > 0]


def _rival_row(case: Case, index: int, other: int, downs: list[int]) -> Row:
    """Return the row that puts a candidate at or above a rival, in the columns of the weight that moves."""
    size = len(case.leaves)
    gaps, behind = _gaps(case, index, other)
    columns = (*range(size), *range(size, size + len(downs)))
    entries = tuple(case.weight_unit * gap for gap in (*gaps, *(-gaps[at] for at in downs)))
    return Row.in_whole(over(case.candidates[other]), columns, entries, behind, case.weight_unit * case.value_unit)


def _gaps(case: Case, index: int, other: int) -> tuple[list[int], int]:
    """Return the value of a candidate less that of another, leaf by leaf, and how far its score is behind, whole."""
    rows = zip(case.whole_values[index], case.whole_values[other], strict=True)
    return [mine - theirs for mine, theirs in rows], case.whole_scores[other] - case.whole_scores[index]


def _moved_row(case: Case, name: str, direction: Sequence[Fraction], *, exact: bool) -> Row:
    downs = sparse([-direction[at] for at in _downs(case)], len(case.leaves))
    return Row(name, (*sparse(direction), *downs), -dot(direction, case.weights), exact)


def each_program(case: Case, index: int, rivals: Sequence[int]) -> Program:
    """Return the program that keeps the largest change least: each weight is its point, less r, plus a column."""
    size = len(case.leaves)
    rows = [Row("sum of changes", (*sparse([1] * size), (size, Fraction(-size))), exact=True)]
    for other in rivals:
        gaps, behind = _gaps(case, index, other)
        entries, scale = (
            tuple(case.weight_unit * gap for gap in (*gaps, -sum(gaps))),
            case.weight_unit * case.value_unit,
        )
        rows.append(Row.in_whole(over(case.candidates[other]), (*range(size), size), entries, behind, scale))
    for name, direction, exact in _stated(case):
        dense = (*sparse(direction), *sparse([-sum(direction, Fraction(0))], size))
        rows.append(Row(name, dense, -dot(direction, case.weights), exact))
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
    for at, down in zip(_downs(case), solution.point[size:], strict=True):
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


def _stated(case: Case) -> Iterator[tuple[str, Vector, bool]]:
    """Yield the preferences: name, entry per leaf, whether exactly."""
    for row in case.possible.preferences:
        dense = [Fraction(0)] * len(case.leaves)
        for at, entry in row.coefficients:
            dense[at] = entry
        yield row.name, tuple(dense), row.exact


def _floor(leaf: str) -> str:
    return f"floor {leaf}"

"""Least change: the smallest joint change of weights that makes a candidate first, or that dethrones the first.

Within all weights that meet the preferences. Measured by the weight that moves in all (half the L1 distance), by the
largest single change (L∞), and by how many weights change. At the change itself there is a tie.
"""

from collections.abc import Iterator, Sequence
from fractions import Fraction

from decide.model.change import Change
from decide.model.finding import Each, Finding, Implied, Witness
from decide.model.rows import Moved
from decide.solve.program import Program, Solution
from decide.solve.transfers import least_each, least_moved, tolerance
from decide.stress.case import HUNDRED, Case, Vector, dot
from decide.stress.distances import each_program, implied_distance, lifted, moved_program, weights_at
from decide.stress.fewest import fewest_weights

NAME = "least-change"
MOVED, EACH, FEWEST = "moved", "each", "fewest"
DETHRONE_MOVED, DETHRONE_EACH, TOLERANCE = "dethrone-moved", "dethrone-each", "tolerance"
UNITS = {MOVED: "points moved", EACH: "points each", FEWEST: "weights"}


def least_change(case: Case) -> Iterator[Finding]:
    """Yield what dethrones the first, then for each other candidate the least changes that make it first."""
    yield from margins(case)
    if _is_alone(case):
        yield _dethrone(case, DETHRONE_EACH)
    for index in range(len(case.candidates)):
        if index not in case.winners:
            yield from crown(case, index)


def margins(case: Case) -> Iterator[Finding]:
    """Yield how safe the first place is: the tolerance, and the least weight that moves until somebody is level."""
    if _is_alone(case):
        yield _tolerance(case)
        yield _dethrone(case, DETHRONE_MOVED)


def _is_alone(case: Case) -> bool:
    return len(case.winners) == 1 and len(case.candidates) > 1


def crown(case: Case, index: int) -> Iterator[Finding]:
    """Yield the least weight moved, the least largest change, and the fewest weights that make a candidate first."""
    rivals = [other for other in range(len(case.candidates)) if other != index]
    about = (case.candidates[index],)
    moved = case.solve(moved_program(case, index, rivals))
    if not moved.feasible:
        proof = implied_distance(case, index, moved, "")
        for variant in (MOVED, EACH, FEWEST):
            yield Finding(NAME, about, "impossible", variant, certificate=proof)
        return
    yield _found(case, about, MOVED, moved, implied_distance(case, index, moved, MOVED))
    each = case.solve(each_program(case, index, rivals))
    yield _found(case, about, EACH, each, implied_distance(case, index, each, EACH))
    yield _fewest(case, index, moved)


def _fewest(case: Case, index: int, moved: Solution) -> Finding:
    """Return the fewest weights that change; undetermined if more sets of weights would have to be tried than may."""
    about = (case.candidates[index],)
    found = fewest_weights(case, index, weights_at(case, moved, MOVED))
    if found is None:
        return Finding(NAME, about, "undetermined", FEWEST, unit=UNITS[FEWEST])
    weights, proof = found
    count = sum(one != other for one, other in zip(weights, case.weights, strict=True))
    return _change(case, about, FEWEST, Fraction(count), weights, proof)


def program(case: Case, index: int, variant: str) -> Program:
    """Return the program of a candidate that is to be first: least weight moved, or least largest change."""
    rivals = [other for other in range(len(case.candidates)) if other != index]
    return (each_program if variant == EACH else moved_program)(case, index, rivals)


def _found(case: Case, about: tuple[str, ...], variant: str, solution: Solution, proof: Implied) -> Finding:
    weights = weights_at(case, solution, variant)
    return _change(case, about, variant, HUNDRED * solution.cost, weights, proof)


def _change(
    case: Case, about: tuple[str, ...], variant: str, amount: Fraction, weights: Vector, proof: Implied | Each | None
) -> Finding:
    unit = UNITS[variant.removeprefix("dethrone-")]
    witness, rows = case.at_weights(weights), moved_rows(case, weights)
    return Finding(NAME, about, "found", variant, amount, unit, witness, proof, rows)


def moved_rows(case: Case, weights: Sequence[Fraction]) -> tuple[Moved, ...]:
    """Return the weights that differ, the largest falls first, the largest rises last."""
    rows = [Moved(*row) for row in zip(case.leaves, case.weights, weights, strict=True) if row[1] != row[2]]
    return tuple(sorted(rows, key=lambda row: row.after - row.before))


def _tolerance(case: Case) -> Finding:
    """Return how far all weights may be off at once, each by a share of itself, before somebody draws level."""
    first = case.winners[0]
    shares = {
        other: tolerance(case.weights, case.margin(first, other))
        for other in range(len(case.candidates))
        if other != first
    }
    nearest = min(shares, key=lambda other: (shares[other], other))
    about = (case.candidates[first], case.candidates[nearest])
    amount = HUNDRED * shares[nearest]
    if shares[nearest] == 1:
        return Finding(NAME, about, "holds", TOLERANCE, amount, "percent")
    corner = [
        weight * (1 - shares[nearest] * ((gap > 0) - (gap < 0)))
        for weight, gap in zip(case.weights, case.margin(first, nearest), strict=True)
    ]
    total = sum(corner, Fraction(0))
    weights = tuple(weight / total for weight in corner)
    return Finding(
        NAME, about, "found", TOLERANCE, amount, "percent", case.at_weights(weights), rows=moved_rows(case, weights)
    )


def _dethrone(case: Case, variant: str) -> Finding:
    first = case.winners[0]
    reached = {other: _pair(case, first, other, variant) for other in range(len(case.candidates)) if other != first}
    parts = tuple((case.candidates[other], proof) for other, (_, _, proof) in reached.items())
    near = {other: (amount, weights) for other, (amount, weights, _) in reached.items() if amount is not None}
    if not near:
        return Finding(NAME, (case.candidates[first],), "impossible", variant, certificate=Each(parts))
    nearest = min(near, key=lambda other: (near[other][0], other))
    about = (case.candidates[first], case.candidates[nearest])
    amount, weights = near[nearest]
    return _change(case, about, variant, HUNDRED * amount, weights, Each(parts))


def _pair(case: Case, first: int, other: int, variant: str) -> tuple[Fraction | None, Vector, Implied]:
    """Return the distance at which the other draws level, the weights there, and what proves it."""
    norm = variant.removeprefix("dethrone-")
    if not case.possible.preferences:
        closed = _closed(case, first, other, norm)
        if closed is not None:
            return closed
    solution = case.solve((each_program if norm == EACH else moved_program)(case, other, [first]))
    if not solution.feasible:
        return None, (), implied_distance(case, other, solution, "")
    return solution.cost, weights_at(case, solution, norm), implied_distance(case, other, solution, norm)


def _closed(case: Case, first: int, other: int, norm: str) -> tuple[Fraction, Vector, Implied] | None:
    """Return the same by the closed form, which knows no preferences; None where the other never draws level."""
    margin, name = case.margin(first, other), case.candidates[first]
    if norm == MOVED:
        moved = least_moved(case.weights, margin)
        if moved is None:
            return None
        bare = Implied(rivals=((name, 1 / moved[2]),))
        return moved[0], moved[1], Implied(bare.rivals, floors=lifted(case, other, bare))
    each = least_each(case.weights, margin)
    if each is None:
        return None
    rival, lifts = each[2]
    floors = tuple((leaf, lift) for leaf, lift in zip(case.leaves, lifts, strict=True) if lift)
    return each[0], each[1], Implied(((name, rival),), floors=floors)


def shown(case: Case, weights: Vector) -> Witness:
    """Return the witness of weights, with everybody's rank."""
    scores = [dot(weights, row) for row in case.values]
    ranks = tuple(
        (name, 1 + sum(other > score for other in scores)) for name, score in zip(case.candidates, scores, strict=True)
    )
    return Witness(Change(weights=tuple(zip(case.leaves, weights, strict=True))), case.first(weights), ranks)

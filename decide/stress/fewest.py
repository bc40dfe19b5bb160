"""The fewest weights that have to change until a candidate is first, weight moving only among them.

A set of weights can only be enough if it is enough against each rival alone, where all of its weight goes to the leaf
that is best for the candidate. Most sets fail that; the others are programs of few columns.
"""

from fractions import Fraction
from itertools import combinations
from math import comb
from operator import mul

from decide.model.finding import Each, Implied
from decide.solve.program import Program
from decide.solve.transfers import fewest
from decide.stress.case import Case, Vector
from decide.stress.distances import implied_distance, moved_program

MOST_SETS = 5_000
Proofs = list[tuple[str, Implied]]


def fewest_weights(case: Case, index: int, enough: Vector) -> tuple[Vector, Each] | None:
    """Return weights that make a candidate first and differ from the points as seldom as can be, and the proof.

    ``enough`` are weights that do, not as seldom. The proof has the multipliers for each smaller set that stands the
    test of each rival alone, named by its leaves. None if there are too many sets.
    """
    size = len(case.leaves)
    most = sum(one != other for one, other in zip(enough, case.weights, strict=True))
    rivals = [other for other in range(len(case.candidates)) if other != index]
    own = case.whole_values[index]
    gaps = ([theirs - mine for theirs, mine in zip(case.whole_values[other], own, strict=True)] for other in rivals)
    least = max(fewest(case.whole_weights, gap) or 0 for gap in gaps)
    budget = MOST_SETS
    proofs: Proofs = []
    for count in range(max(least, 2), most):
        budget -= comb(size, count)
        if budget < 0:
            return None
        tried: Proofs = []
        found = _first_enough(case, index, rivals, count, tried)
        if found is not None:
            return found, Each(tuple(proofs))
        proofs = tried  # a set that is not enough proves it for all its parts
    return enough, Each(tuple(proofs))


def _first_enough(case: Case, index: int, rivals: list[int], count: int, proofs: Proofs) -> Vector | None:
    for chosen in _standing(case, index, rivals, count):
        program = restricted_program(case, index, rivals, chosen)
        solution = case.solve(program)
        if solution.feasible:
            return _spread(case, program, solution.point)
        name = " + ".join(case.leaves[at] for at in chosen)
        proofs.append((name, implied_distance(case, index, solution, "")))
    return None


def _standing(case: Case, index: int, rivals: list[int], count: int) -> list[tuple[int, ...]]:
    """Return the sets of weights that are enough against each rival alone."""
    weights, own = case.whole_weights, case.whole_values[index]
    tests = []
    for other in sorted(rivals, key=lambda other: -case.whole_scores[other]):
        gaps = [theirs - mine for theirs, mine in zip(case.whole_values[other], own, strict=True)]
        lead = case.whole_scores[other] - case.whole_scores[index]
        tests.append((gaps, list(map(mul, weights, gaps)), lead))
    found = []
    for chosen in combinations(range(len(weights)), count):
        held = sum(weights[at] for at in chosen)
        for gaps, parts, lead in tests:
            if sum(parts[at] for at in chosen) - held * min(gaps[at] for at in chosen) < lead:
                break
        else:
            found.append(chosen)
    return found


def restricted_program(case: Case, index: int, rivals: list[int], chosen: tuple[int, ...]) -> Program:
    """Return the program of the least weight moved with the columns of these leaves only."""
    whole = moved_program(case, index, rivals)
    names = {case.leaves[at] for at in chosen}
    kept = [at for at, column in enumerate(whole.columns) if column.partition(" ")[2] in names]
    return whole.narrowed(kept)


def _spread(case: Case, program: Program, point: tuple[Fraction, ...]) -> Vector:
    moves = dict(zip(program.columns, point, strict=True))
    zero = Fraction(0)
    return tuple(
        weight + moves.get(f"up {leaf}", zero) - moves.get(f"down {leaf}", zero)
        for leaf, weight in zip(case.leaves, case.weights, strict=True)
    )

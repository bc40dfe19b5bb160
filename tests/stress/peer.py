"""The same questions put anew from their definitions and solved by HiGHS in floating point, through PuLP."""

from collections.abc import Iterable, Sequence
from fractions import Fraction
from typing import Any

import highspy
import pulp

from decide.model.possible import WeightRow
from decide.stress.case import Case
from tests.stress.drawn import gap

CLOSE = 1e-5


def close(amount: Fraction, told: float | None) -> bool:
    """Return whether a float is the exact amount, within what floats can."""
    return told is not None and abs(float(amount) - told) <= CLOSE


def least(case: Case, direction: Sequence[Fraction]) -> float:
    """Return the least of direction · weights over the possible weights."""
    problem = pulp.LpProblem("least")
    told = _solved(problem, _times(direction, _possible(problem, case)))
    assert told is not None
    return told


def largest_lead(case: Case, name: str) -> float:
    """Return the largest lead over the best rival under possible weights."""
    problem = pulp.LpProblem("lead")
    return _lead(problem, case, name, _possible(problem, case))


def largest_preferred_lead(case: Case, name: str, rivals: Iterable[str] = ()) -> float:
    """Return the largest lead over the best rival under weights that meet the preferences."""
    problem = pulp.LpProblem("lead")
    return _lead(problem, case, name, _preferred(problem, case), rivals)


def nearest(case: Case, name: str, rivals: Iterable[str], norm: str) -> float | None:
    """Return the least points of weight that move, or change each, until a candidate is level with these rivals."""
    problem = pulp.LpProblem("nearest")
    weights = _preferred(problem, case)
    for rival in rivals:
        problem.addConstraint(_times(gap(case, name, rival), weights) >= 0)
    return _solved(problem, _distance(problem, case, weights, norm))


def nearest_rank(case: Case, name: str, rank: int) -> float | None:
    """Return the least points of weight that move until a candidate has at least this rank."""
    problem = pulp.LpProblem("rank")
    weights = _preferred(problem, case)
    ahead = []
    for number, rival in enumerate(one for one in case.candidates if one != name):
        ahead.append(problem.add_variable(f"ahead{number}", 0, 1, cat="Integer"))
        problem.addConstraint(_times(gap(case, name, rival), weights) + 100 * ahead[-1] >= 0)
    problem.addConstraint(pulp.lpSum(ahead) <= rank - 1)
    return _solved(problem, _distance(problem, case, weights, "moved"))


def robust_effort(case: Case, name: str, costs: Sequence[Fraction]) -> float:
    """Return the least effort after which a candidate is first under all possible weights, by duality."""
    problem = pulp.LpProblem("robust")
    own = case.values[case.candidates.index(name)]
    gains = [problem.add_variable(f"gain{at}", 0, float(100 - value)) for at, value in enumerate(own)]
    columns = [weights for _, weights in case.possible.mixed] or [
        tuple(Fraction(at == one) for at in range(len(own))) for one in range(len(own))
    ]
    for number, rival in enumerate(one for one in case.candidates if one != name):
        factors = [
            problem.add_variable(f"factor{number}.{place}", None if row.exact else 0)
            for place, row in enumerate(case.possible.rows)
        ]
        for column in columns:
            gained = [margin + gain for margin, gain in zip(map(float, gap(case, name, rival)), gains, strict=True)]
            stated = [_amount(row, column) for row in case.possible.rows]
            problem.addConstraint(_times(column, gained) >= _times(stated, factors))
    told = _solved(problem, _times(costs, gains))
    assert told is not None
    return told


def largest_lead_among(case: Case, name: str, chosen: Sequence[int]) -> float:
    """Return the largest lead over the best rival if weight moves only among the chosen leaves."""
    problem = pulp.LpProblem("among")
    weights = _preferred(problem, case)
    for at, weight in enumerate(case.weights):
        if at not in chosen:
            problem.addConstraint(weights[at] == float(weight))
    return _lead(problem, case, name, weights)


def _preferred(problem: Any, case: Case) -> list[Any]:
    weights = [problem.add_variable(f"weight{at}", 0) for at in range(len(case.leaves))]
    problem.addConstraint(pulp.lpSum(weights) == 1)
    _state(problem, case.possible.preferences, weights)
    return weights


def _possible(problem: Any, case: Case) -> list[Any]:
    mixed = case.possible.mixed
    if not mixed:
        weights = _preferred(problem, case)
    else:
        shares = [problem.add_variable(f"share{at}", 0) for at in range(len(mixed))]
        problem.addConstraint(pulp.lpSum(shares) == 1)
        weights = [_times([one[at] for _, one in mixed], shares) for at in range(len(case.leaves))]
    _state(problem, case.possible.rows, weights)
    return weights


def _state(problem: Any, rows: Iterable[WeightRow], weights: Sequence[Any]) -> None:
    for row in rows:
        amount = pulp.lpSum(float(entry) * weights[at] for at, entry in row.coefficients)
        problem.addConstraint(amount == 0 if row.exact else amount >= 0)


def _amount(row: WeightRow, weights: Sequence[Fraction]) -> Fraction:
    return sum((entry * weights[at] for at, entry in row.coefficients), Fraction(0))


def _distance(problem: Any, case: Case, weights: Sequence[Any], norm: str) -> Any:
    most = problem.add_variable("most", 0)
    ups = [problem.add_variable(f"up{at}", 0) for at in range(len(weights))]
    for up, weight, now in zip(ups, weights, map(float, case.weights), strict=True):
        problem.addConstraint(weight - now <= up)
        problem.addConstraint(weight - now <= most)
        problem.addConstraint(weight - now >= -1 * most)
    return 100 * (pulp.lpSum(ups) if norm == "moved" else most)


def _lead(problem: Any, case: Case, name: str, weights: Sequence[Any], rivals: Iterable[str] = ()) -> float:
    short = problem.add_variable("short", 0)
    for rival in rivals or [one for one in case.candidates if one != name]:
        problem.addConstraint(_times(gap(case, name, rival), weights) + short >= 100)
    told = _solved(problem, 1 * short)
    assert told is not None
    return 100 - told


def _times(factors: Sequence[Fraction | float], parts: Sequence[Any]) -> Any:
    return pulp.lpSum(float(factor) * part for factor, part in zip(factors, parts, strict=True))


def _solved(problem: Any, least: Any) -> float | None:
    problem.setObjective(least)
    problem.solve(pulp.HiGHS(msg=False))
    solver = problem.solverModel  # PuLP 3 and 4 tell the status in different places, HiGHS in one
    if solver.getModelStatus() != highspy.HighsModelStatus.kOptimal:
        return None
    return float(solver.getInfo().objective_function_value)


def visible(case: Case) -> bool:
    """Return whether all differences of values and scores are such that a float can see them.

    Values on a logarithmic scale are rounded to twelve decimals, so ratios that are alike differ by less.
    """
    columns = [*zip(*case.values, strict=True), case.scores]
    gaps = (abs(one - other) for column in columns for one in column for other in column)
    return all(gap == 0 or gap > Fraction(1, 10**6) for gap in gaps)

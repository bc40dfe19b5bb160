"""From a case to the plan of what is drawn: weights from the possible ones, and what is open from its ranges."""

from collections.abc import Sequence
from fractions import Fraction
from itertools import combinations
from operator import mul

from decide.model.canonical import decision_hash
from decide.solve.frame import enough_sweeps, spanning, walking
from decide.solve.plan import BLOCK, GRID, ORDER, SIMPLEX, WALK, Plan, Shares, Whole, scaled, whole_corners, whole_row
from decide.solve.program import Program, Row
from decide.solve.shares import bounded
from decide.solve.uncertain import equally_likely
from decide.stress.case import DRAWS, Case, Vector
from decide.stress.corners import classes
from decide.stress.open_cells import Cells

MOST_PAIRED = 10
FRAME = "frame of the walk"
BY_ORDER = "order"
AFFORDED = 64_000
"""Rows that are met in the moves of a walk, times blocks of draws: some seconds at the most."""


def seed_of(case: Case) -> str:
    """Return the seed that is asked for, else the hash of the decision, which nobody can choose."""
    return case.drawing.seed or decision_hash(case.ranking.decision)


def frame_of(case: Case) -> tuple[Vector, ...]:
    """Return the points between which weights were walked to; none where nothing has been drawn so."""
    found: tuple[Vector, ...] = case.kept.get(FRAME, ())
    return found


def plan_of(case: Case, cells: Cells) -> Plan:
    """Return the plan that draws weights, and with them some cells; the others stay at their points."""
    seed = seed_of(case)
    shares, corners = _weights(case, seed)
    told = list(dict.fromkeys(cells.values()))
    values, unit = scaled(case.values, max((one.high for one in told), default=None))
    tables = tuple(equally_likely(one, unit) for one in told)
    uncertain = tuple((at, column, told.index(one)) for (at, column), one in cells.items())
    pairs = "counted" if len(values) <= MOST_PAIRED else "left out"
    return Plan(seed, case.drawing.draws or usual_draws(shares), shares, values, uncertain, tables, corners, pairs)


def usual_draws(shares: Shares) -> int:
    """Return how many draws are made where nobody says: fewer, in whole blocks, where each is a long walk."""
    if shares.way != WALK:
        return DRAWS
    pairs = combinations(range(shares.columns), 2)
    met = sum(row[one] != row[other] for one, other in pairs for row in shares.rows)
    return min(max(AFFORDED // (shares.sweeps * met), 1) * BLOCK, DRAWS)


def _weights(case: Case, seed: str) -> tuple[Shares, tuple[Whole, ...]]:
    """Return how weights are drawn, and what their shares mix: nothing where these are the weights of the leaves.

    Weights that keep an order are sorted; others are drawn until they meet the statements, as long as a hundredth of
    them do, else walked to.
    """
    possible = case.possible
    names, rows = case.possible_rows
    mixed = tuple(weights for _, weights in possible.mixed)
    if not possible.rows:
        return Shares(SIMPLEX, len(names)), whole_corners(mixed) if mixed else ()
    ordered = None if mixed else classes(possible, len(names))
    if ordered is not None:
        return Shares(ORDER, len(names), tuple(map(tuple, ordered))), ()
    dense = [_dense(row, len(names)) for row in rows[1:]]
    if not any(row.exact for row in rows[1:]):
        stated = Shares(SIMPLEX, len(names), rows=tuple(map(whole_row, dense)))
        shares, corners = bounded(stated, seed, lambda: _walking(case, dense))
        return shares, corners or (whole_corners(mixed) if mixed else ())
    return _walking(case, dense)


def _walking(case: Case, dense: list[Vector]) -> tuple[Shares, tuple[Whole, ...]]:
    """Return a walk among the possible weights, within a frame of their corners."""
    names, rows = case.possible_rows

    def extreme(direction: Vector) -> Vector:
        most = max(direction)
        program = Program("frame", names, tuple(most - entry for entry in direction), rows)
        return case.solve(program).point[: len(names)]

    points = case.kept[FRAME] = spanning(extreme, len(names))
    if (direct := _between_leaves(case, points, dense)) is not None:
        return direct, ()
    shares, corners = walking(points, dense)
    if not case.possible.mixed:
        return shares, corners
    mixed = [weights for _, weights in case.possible.mixed]
    return shares, whole_corners([tuple(_mix(point, leaf) for leaf in zip(*mixed, strict=True)) for point in points])


def _between_leaves(case: Case, points: Sequence[Vector], dense: list[Vector]) -> Shares | None:
    """Return a walk that moves weight from leaf to leaf, where ranges alone bound the weights; else None.

    Ranges bound two weights at a time, so that few of them are in the way of a move, and such a set is not thin.
    """
    possible, size = case.possible, len(case.leaves)
    ranges = not possible.mixed and not possible.preferences and possible.form != BY_ORDER
    if not ranges or len(points) < size or any(row.exact for row in possible.rows):
        return None
    middle = [int(sum(column, Fraction(0)) / len(points) * GRID) for column in zip(*points, strict=True)]
    middle[max(range(size), key=middle.__getitem__)] += GRID - sum(middle)
    least = [tuple(Fraction(at == one) for at in range(size)) for one in range(size)]
    rows = tuple(dict.fromkeys(map(whole_row, (*dense, *least))))
    if any(sum(map(mul, row, middle)) < 0 for row in rows):
        return None
    return Shares(WALK, size, rows=rows, start=tuple(middle), sweeps=enough_sweeps(size))


def _mix(shares: Vector, weights: Sequence[Fraction]) -> Fraction:
    return sum(map(mul, shares, weights), Fraction(0))


def _dense(row: Row, size: int) -> Vector:
    entries = dict(row.coefficients)
    return tuple(entries.get(at, Fraction(0)) for at in range(size))

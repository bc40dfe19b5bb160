"""From a case to the plan of what is drawn: weights from the possible ones, and what is open from its ranges."""

from collections.abc import Sequence
from fractions import Fraction
from operator import mul

from decide.model.canonical import decision_hash
from decide.solve.frame import spanning, walking
from decide.solve.plan import ORDER, SIMPLEX, Plan, Shares, Whole, scaled, whole_corners, whole_row
from decide.solve.program import Program, Row
from decide.solve.shares import bounded
from decide.solve.uncertain import equally_likely
from decide.stress.case import Case, Vector
from decide.stress.corners import classes
from decide.stress.open_cells import Cells

MOST_PAIRED = 10
FRAME = "frame of the walk"


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
    return Plan(seed, case.drawing.draws, shares, values, uncertain, tables, corners, pairs)


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
    shares, corners = walking(points, dense)
    if not case.possible.mixed:
        return shares, corners
    mixed = [weights for _, weights in case.possible.mixed]
    return shares, whole_corners([tuple(_mix(point, leaf) for leaf in zip(*mixed, strict=True)) for point in points])


def _mix(shares: Vector, weights: Sequence[Fraction]) -> Fraction:
    return sum(map(mul, shares, weights), Fraction(0))


def _dense(row: Row, size: int) -> Vector:
    entries = dict(row.coefficients)
    return tuple(entries.get(at, Fraction(0)) for at in range(size))

"""Small random programs, and what may be said of an answer without solving anything."""

from fractions import Fraction
from itertools import combinations
from random import Random

from decide.solve.exact import minimise
from decide.solve.program import Program, Row, Solution, sparse
from tests.oracle import Stated

ZERO = Fraction(0)


def drawn(random: Random) -> Program:
    """Return a random program; numbers are few and small, so that ties and contradictions are frequent."""
    size, count = random.randint(1, 6), random.randint(0, 7)
    grid = random.choice(((-1, 0, 0, 1), (-2, -1, 0, 1, 2), tuple(range(-9, 10)), (Fraction(-1, 3), 0, Fraction(5, 7))))
    sides = random.choice(((0,), (0, 1), (-1, 0, 1, 2), tuple(range(-20, 21))))
    rows = [
        Row(
            f"row {at}",
            sparse([random.choice(grid) for _ in range(size)]),
            Fraction(random.choice(sides), random.choice((1, 1, 2, 3))),
            exact=random.random() < random.choice((0, 0.3, 0.6)),
        )
        for at in range(count)
    ]
    if rows and random.random() < 0.3:
        double = random.choice(rows)
        rows.append(Row("again", double.coefficients, double.least, double.exact))
    costs = tuple(Fraction(random.choice((0, 0, 1, 1, 2, 5)), random.choice((1, 1, 3))) for _ in range(size))
    return Program("drawn", tuple(f"x{at}" for at in range(size)), costs, tuple(rows))


def dense(row: Row, size: int) -> list[Fraction]:
    """Return the coefficients of a row, zeros included."""
    found = [ZERO] * size
    for at, entry in row.coefficients:
        found[at] += entry
    return found


def stated(program: Program) -> list[Stated]:
    """Return the rows in the words of the oracle."""
    return [(dense(row, len(program.columns)), "=" if row.exact else ">=", row.least) for row in program.rows]


def is_met(program: Program, point: tuple[Fraction, ...]) -> bool:
    """Return whether a point is one of the program's."""
    amounts = [
        (row, sum((entry * point[at] for at, entry in row.coefficients), ZERO) - row.least) for row in program.rows
    ]
    return (
        len(point) == len(program.columns)
        and min(point, default=ZERO) >= 0
        and all(amount == 0 if row.exact else amount >= 0 for row, amount in amounts)
    )


def is_proved(program: Program, solution: Solution) -> bool:
    """Return whether the multipliers prove that nothing is cheaper, or that nothing meets the rows."""
    rows = {row.name: row for row in program.rows}
    combined, side = [ZERO] * len(program.columns), ZERO
    for name, share in solution.multipliers.items():
        if share == 0 or (share < 0 and not rows[name].exact):
            return False
        for at, entry in rows[name].coefficients:
            combined[at] += share * entry
        side += share * rows[name].least
    if not solution.feasible:
        return max(combined, default=ZERO) <= 0 < side
    return side == solution.cost and all(one <= cost for one, cost in zip(combined, program.costs, strict=True))


def fewest(program: Program) -> int:
    """Return the least cost of a program whose whole columns each cost 1, trying all of them."""
    rows = [row for row in program.rows if not row.name.startswith("whole ")]
    for size in range(len(program.whole) + 1):
        for chosen in combinations(sorted(program.whole), size):
            kept = tuple(row for row in rows if not any(column in chosen for column in dict(row.coefficients)))
            held = Program("held", program.columns, program.costs, kept).narrowed(
                [at for at in range(len(program.columns)) if at not in program.whole]
            )
            if minimise(held).feasible:
                return size
    raise AssertionError

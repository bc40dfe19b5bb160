"""Programs as PuLP writes them and HiGHS solves them: text for readers, and proposals that fractions confirm."""

import re
import unicodedata
from collections.abc import Sequence
from fractions import Fraction
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import highspy
import pulp

from decide.solve.program import Program, Row

Scaled = tuple[list[tuple[int, float]], float]
"""The coefficients of a row by column, and its least, as floats."""

_DIGITS = 12
"""PuLP writes as many significant digits."""
_LONGEST = 80
_SIGNS = ((">=", " ge "), ("<=", " le "), ("=", " eq "))
_OTHER = re.compile(r"[^A-Za-z0-9.]+")
_RESERVED = re.compile(
    r"(max|min)(imi[sz]e|imum)?|subject|such|s\.?t\.?|bounds?|free|inf(inity)?|gen(erals?)?|int(egers?)?|bin(ary|aries)?"
    r"|semis?|sec|sos[12]?|end|obj|nothing",
    re.IGNORECASE,
)
"""Words of the format, and the two names that are used here."""
_NOTHING = "nothing"
_OPTIONS = {
    "msg": False,
    "threads": 1,
    "gapRel": 0.0,
    "gapAbs": 0.0,
    "primal_feasibility_tolerance": 1e-9,
    "dual_feasibility_tolerance": 1e-9,
    "mip_feasibility_tolerance": 1e-9,
}
_SUM = getattr(pulp.LpAffineExpression, "from_dict", pulp.LpAffineExpression)
"""Column → coefficient as an expression: so made by PuLP 4, or by PuLP 3."""
_NEVER = (highspy.HighsModelStatus.kInfeasible, highspy.HighsModelStatus.kUnboundedOrInfeasible)


def lp_text(program: Program) -> str:
    """Return the program in the LP format of CPLEX, as PuLP writes it, rows and columns sorted by name.

    A row stands in decimals if they are short and exact, else in whole numbers, else scaled and rounded.
    """
    model = _model(program, [_readable(row) for row in program.rows], [_short(cost) for cost in program.costs])
    with TemporaryDirectory() as folder:
        path = Path(folder) / "program.lp"
        model.writeLP(str(path))
        return path.read_text(encoding="ascii").replace("e-0", "e-")  # 1e-05 of PuLP 3 is 1e-5 of PuLP 4


def optimum(program: Program) -> float | None:
    """Return what HiGHS thinks the least cost is, columns in ``whole`` being 0 or 1; None where it finds no point.

    Raises RuntimeError where it comes to no end. It is a float: good to compare with, never to decide by.
    """
    scale = max(program.costs, default=Fraction(0)) or Fraction(1)
    solver = _solved(program, scale)
    status = solver.getModelStatus()
    if status in _NEVER:
        return None
    if status != highspy.HighsModelStatus.kOptimal:
        raise RuntimeError(f"HiGHS ended with {status} on {program.name}")
    return float(solver.getInfo().objective_function_value) * float(scale)


def tight_rows(program: Program) -> tuple[str, ...]:
    """Return the rows that are tight in the basis in which HiGHS ends, to start ``exact.minimise`` from.

    Where the program is infeasible these are the rows at which it stopped; empty where there is no basis.
    """
    scale = max(program.costs, default=Fraction(0)) or Fraction(1)
    basis = _solved(program, scale, mip=False, presolve="off").getBasis()
    if not basis.valid:
        return ()
    basic = highspy.HighsBasisStatus.kBasic
    return tuple(row.name for row, status in zip(program.rows, basis.row_status, strict=True) if status != basic)


def _solved(program: Program, scale: Fraction, **options: object) -> Any:
    """Return HiGHS after it ran; its rows are in the order of the program's, its columns need not be."""
    model = _model(program, [_scaled(row) for row in program.rows], [float(cost / scale) for cost in program.costs])
    model.solve(pulp.HiGHS(**_OPTIONS, **options))
    return model.solverModel


def _model(program: Program, rows: Sequence[Scaled], costs: Sequence[float]) -> Any:
    """Return the problem of PuLP, 3 or 4. What has no column at all, a row or the objective, has one held at 0."""
    model = pulp.LpProblem(_names([program.name])[0], pulp.LpMinimize)
    columns = {
        at: model.add_variable(name, 0, cat="Binary" if at in program.whole else "Continuous")
        for name, at in sorted((name, at) for at, name in enumerate(_names(program.columns)))
    }
    terms = {columns[at]: cost for at, cost in enumerate(costs) if cost}
    known = [{columns[at]: entry for at, entry in entries if entry} for entries, _ in rows]
    if not terms or not all(known):
        nothing = {model.add_variable(_NOTHING, 0, 0): 1.0}
        terms, known = terms or nothing, [parts or nothing for parts in known]
    model.setObjective(_SUM(terms))
    names = _names([row.name for row in program.rows])
    for name, row, parts, (_, least) in zip(names, program.rows, known, rows, strict=True):
        total = _SUM(parts)
        model.addConstraint(total == least if row.exact else total >= least, name)
    return model


def _scaled(row: Row) -> Scaled:
    """Return a row whose largest coefficient is 1: HiGHS takes those up to 1e-9 for nothing."""
    columns, entries, least = row.whole[:3]
    size = max(map(abs, entries), default=1) or 1
    return [(at, entry / size) for at, entry in zip(columns, entries, strict=True)], least / size


def _readable(row: Row) -> Scaled:
    numbers = [row.least, *(entry for _, entry in row.coefficients)]
    if all(_is_short(number) for number in numbers):
        return [(at, float(entry)) for at, entry in row.coefficients], float(row.least)
    columns, entries, least = row.whole[:3]
    if all(abs(entry) < 10**_DIGITS for entry in (*entries, least)):
        return list(zip(columns, map(float, entries), strict=True)), float(least)
    scaled, side = _scaled(row)
    return [(at, _short(entry)) for at, entry in scaled], _short(side)


def _short(number: Fraction | float) -> float:
    """Return a number with no more digits than are written: PuLP 4 would write one more of a tiny one."""
    return float(f"{float(number):.{_DIGITS}g}")


def _is_short(number: Fraction) -> bool:
    """Return whether a number is written exactly, and without an exponent."""
    written = f"{float(number):.{_DIGITS}g}"
    return "e" not in written and Fraction(written) == number


def _names(names: Sequence[str]) -> list[str]:
    """Return names that the format allows, each unlike the others: ASCII, a letter first, no word of the format."""
    taken: set[str] = set()
    found: list[str] = []
    for name in names:
        plain = _plain(name)
        number, unlike = 1, plain
        while unlike in taken:
            number += 1
            unlike = f"{plain}_{number}"
        taken.add(unlike)
        found.append(unlike)
    return found


def _plain(name: str) -> str:
    for sign, word in _SIGNS:
        name = name.replace(sign, word)
    letters = (one for one in unicodedata.normalize("NFKD", name) if not unicodedata.combining(one))
    ascii_ = "".join(one if one.isascii() else f"u{ord(one):x}" for one in letters)
    plain = _OTHER.sub("_", ascii_).strip("_.")[:_LONGEST]
    # an e that a digit or nothing follows would be read as the exponent of the number before it
    fit = re.match(r"(?![eE]([0-9eE.+-]|\Z))[A-Za-z]", plain)
    return plain if fit and not _RESERVED.fullmatch(plain) else f"x_{plain}"

"""What was drawn for a decision, found again from its numbers, and drawn again: for the checker of proofs.

Imports nothing of decide; ``replay.py`` and ``volumes.py`` stand beside it. A proof tells how often, from which seed,
and between which points weights were walked to; all else of a plan follows from the model, and is made here.
"""

import json
import runpy
from collections.abc import Iterator, Mapping, Sequence
from fractions import Fraction
from functools import lru_cache, partial
from itertools import chain, pairwise
from math import ceil, isqrt, lcm, log
from operator import mul
from pathlib import Path
from typing import Any

REPLAY, VOLUMES = (runpy.run_path(str(Path(__file__).with_name(f"{name}.py"))) for name in ("replay", "volumes"))
BLOCK, GRID, TABLE, ENTRY, ROOT = 1 << 13, 1 << 24, 1 << 12, 1 << 28, 1 << 40
ZERO = Fraction(0)
Vector = Sequence[Fraction]
Rows = list[tuple[list[Fraction], bool]]


def possible(model: Any) -> tuple[list[list[Fraction]], Rows]:
    """Return the columns of the possible weights, as weights of leaves, and the rows on shares of the columns.

    Weights that are mixed stand in the order of the stakeholders that have them.
    """
    size = len(model.leaves)
    model.require(set(model.mixed) <= set(model.voices), "weights are mixed that are nobody's")
    mixed = [model.mixed[name] for name in model.voices if name in model.mixed]
    columns = mixed or [[Fraction(at == one) for at in range(size)] for one in range(size)]
    rows = [
        ([sum((entry * column[at] for at, entry in row), ZERO) for column in columns], exact)
        for row, exact in model.rows.values()
    ]
    return columns, rows


def classes(model: Any) -> list[list[int]] | None:
    """Return the classes of an order, heaviest first, where an order over all leaves is all that is said of weights."""
    pairs, left = set(), list(range(len(model.leaves)))
    for row, exact in model.rows.values():
        entries = sorted((entry, at) for at, entry in row)
        if exact or model.mixed or [entry for entry, _ in entries] != [-1, 1]:
            return None
        pairs.add((entries[1][1], entries[0][1]))
    found: list[list[int]] = []
    while left:
        found.append([at for at in left if not any((more, at) in pairs for more in left)])
        left = [at for at in left if at not in found[-1]]
        if not found[-1]:
            return None
    stated = {(more, less) for above, below in pairwise(found) for more in above for less in below}
    return found if stated == pairs and pairs else None


def counted(model: Any, cells: Mapping[Any, Any], drawn: Any) -> tuple[Any, Any]:
    """Return the plan that draws possible weights, and with them some cells, and what a replay of it counts."""
    draws, seed, together, frame, between = model.fields(drawn, "draws seed together frame between")
    model.require(together == "999/1000" and isinstance(frame, list), "the level is another")
    model.require(model.number(draws).denominator == 1, "that is no number of draws")
    shares, corners = _weights(model, seed, frame, between)
    high = max((_ends(part)[1] for part in cells.values()), default=None)
    unit = lcm(*(one.denominator for row in model.values.values() for one in row))
    if high is not None:
        largest = max(high, *chain(*model.values.values())) or 1
        while unit * largest < ENTRY:
            unit *= 2
    parts = list(dict.fromkeys(cells.values()))
    plan = {
        "block": BLOCK,
        "grid": GRID,
        "seed": seed,
        "draws": int(model.number(draws)),
        "shares": {"classes": [], "rows": [], "start": [], "sweeps": 0} | shares,
        "values": [[int(one * unit) for one in model.values[name]] for name in model.names],
        "uncertain": [[model.names.index(name), at, parts.index(part)] for (name, at), part in cells.items()],
        "tables": [_table(part, unit) for part in parts],
        "corners": corners,
        "pairs": "left out",
    }
    return plan, replayed(json.dumps(plan))


@lru_cache(8)
def replayed(text: str) -> Any:
    """Return what is counted in all draws of a plan."""
    data = json.loads(text)
    plan = REPLAY["Plan"](data)
    bare = {"values": [[0 for _ in data["values"][0]]], "uncertain": [], "tables": []}
    plan.shares = partial(_drawn, json.dumps(data | bare))
    return REPLAY["counted"](plan, range(-(-plan.draws // BLOCK)))


@lru_cache(16)
def _drawn(text: str, block: int) -> Any:
    """Return the shares in the draws of a block, which are the same whatever else is drawn with them."""
    return REPLAY["Plan"](json.loads(text)).shares(block)


def _weights(model: Any, seed: str, frame: list[Any], between: Any) -> tuple[dict[str, Any], list[list[int]]]:
    """Return how the possible weights are drawn, and what shares mix where they are not the weights of the leaves.

    All of a simplex; an order sorted; what else has rows as long as a hundredth of a pilot meets them, else by walks.
    """
    columns, rows = possible(model)
    whole = whole_corners(columns) if model.mixed else []
    plain, ordered = {"way": "simplex", "columns": len(columns)}, classes(model)
    if rows and ordered is None:
        plain["rows"] = [whole_row(row) for row, _ in rows]
        if any(exact for _, exact in rows) or not _often(seed, plain):
            return _walk(model, columns, rows, frame, between)
    model.require(not frame and between == "", "there is no walk")
    return plain | ({} if ordered is None else {"way": "order", "classes": ordered}), whole


def _often(seed: str, shares: Mapping[str, Any]) -> bool:
    """Return whether a hundredth of two blocks of a pilot, which has streams of its own, meets the rows."""
    size, met = shares["columns"], 0
    for block in range(2):
        address = b"decide-draws-1p" + block.to_bytes(8, "big") + bytes(8) + seed.encode()
        drawn = REPLAY["shake_128"](address).digest(3 * (size - 1) * BLOCK)
        low, high = drawn[: 2 * (size - 1) * BLOCK], drawn[2 * (size - 1) * BLOCK :]
        cuts = [low[2 * at] | low[2 * at + 1] << 8 | one << 16 for at, one in enumerate(high)]
        for draw in range(BLOCK):
            edges = [0, *sorted(cuts[draw::BLOCK]), GRID]
            spacings = [after - before for before, after in pairwise(edges)]
            met += all(sum(map(mul, row, spacings)) >= 0 for row in shares["rows"])
    return met * 100 >= 2 * BLOCK


def _walk(
    model: Any, columns: Any, rows: Rows, frame: list[Any], between: Any
) -> tuple[dict[str, Any], list[list[int]]]:
    """Return the walk between points, which are possible and span all that is, or from their middle between leaves."""
    model.require(between in ("frame", "leaves"), "there is no such walk")
    points = [[model.number(share) for share in point] for point in frame]
    size = len(columns)
    for point in points:
        model.require(len(point) == size and min(point) >= 0 and sum(point) == 1, "a point of the frame is no mixture")
        heights = [(model.dot(row, point), exact) for row, exact in rows]
        model.require(all(own >= 0 and not (exact and own) for own, exact in heights), "a point of it is not possible")
    spanned = size + 1 - _rank([[Fraction(1)] * size, *(row for row, exact in rows if exact)])
    if len(points) < spanned:  # unless rows hold exactly that are not said to
        around = VOLUMES["whole_set"](size, [(whole(row), exact) for row, exact in rows], VOLUMES["Budget"]())
        spanned = around.dimension + 1
    model.require(len(points) == spanned == _rank(points), "the frame does not span what is possible")
    if between == "leaves":
        model.require(not model.mixed and spanned == size > 1, "weights cannot move between all leaves")
        return _between_leaves(points, rows), []
    corners = whole_corners(points)
    told = whole_corners([[model.dot(point, leaf) for leaf in zip(*columns, strict=True)] for point in points])
    count = len(points)
    if count == 1:
        return {"way": "simplex", "columns": 1}, told
    units = [[Fraction(at == one) for at in range(size)] for one in range(size)]
    telling = [row for row in (*(row for row, _ in rows), *units) if any(model.dot(row, point) for point in points)]
    inner = [whole_row([sum(map(mul, row, corner), ZERO) for corner in corners]) for row in telling]
    shares = {"way": "walk", "columns": count, "rows": [list(row) for row in dict.fromkeys(map(tuple, inner))]}
    shares["start"] = [GRID // count + (at < GRID % count) for at in range(count)]
    return shares | {"sweeps": _sweeps(count)}, told


def _sweeps(columns: int) -> int:
    """Return how often a walk moves between each two columns."""
    moves = log(columns) / 4 * (columns - 1) ** 3
    return max(16, ceil(moves / (columns * (columns - 1) / 2)))


def _between_leaves(points: list[list[Fraction]], rows: Rows) -> dict[str, Any]:
    """Return the walk from leaf to leaf that starts in the middle of points; a replay refuses a start outside."""
    size = len(points)
    middle = [int(sum(column, ZERO) / size * GRID) for column in zip(*points, strict=True)]
    middle[middle.index(max(middle))] += GRID - sum(middle)
    units = [[Fraction(at == one) for at in range(size)] for one in range(size)]
    met = dict.fromkeys(tuple(whole_row(row)) for row in (*(row for row, _ in rows), *units))
    shares = {"way": "walk", "columns": size, "rows": list(map(list, met))}
    return shares | {"start": middle, "sweeps": _sweeps(size)}


def whole(row: Vector) -> tuple[int, ...]:
    """Return a row in whole numbers."""
    unit = lcm(*(entry.denominator for entry in row))
    return tuple(int(entry * unit) for entry in row)


def whole_row(row: Vector) -> list[int]:
    """Return a row in whole numbers of at most 2^28: the nearest, where the exact ones are larger."""
    own = whole(row)
    most = max(map(abs, own), default=0)
    return list(own) if most <= ENTRY else [round(Fraction(entry * ENTRY, most)) for entry in own]


def whole_corners(points: Sequence[Vector]) -> list[list[int]]:
    """Return weights as whole numbers of one sum of at most 2^28; who loses most by it gets a unit more."""
    total = min(lcm(*(weight.denominator for point in points for weight in point)), ENTRY)
    found = [[int(weight * total) for weight in point] for point in points]
    for own, point in zip(found, points, strict=True):
        lost = [(own[at] - weight * total, at) for at, weight in enumerate(point)]
        for _, at in sorted(lost)[: total - sum(own)]:
            own[at] += 1
    return found


def _rank(points: Sequence[Vector]) -> int:
    """Return how many of the points are independent."""
    rows, rank = [list(point) for point in points], 0
    for at in range(len(points[0]) if points else 0):
        pivot = next((row for row in rows if row[at]), None)
        if pivot is not None:
            rank += 1
            rows = [
                [one - row[at] / pivot[at] * other for one, other in zip(row, pivot, strict=True)]
                for row in rows
                if row is not pivot
            ]
    return rank


def _ends(part: Any) -> tuple[Fraction, Fraction]:
    own = [one for one, _ in part[0]] if len(part) == 1 else part
    return own[0], own[-1]


def _table(part: Any, unit: int) -> list[int]:
    """Return the 4096 equally likely numbers of a unit: the middles of as many parts, atoms by their chances."""
    if len(part) == 1:
        found: list[int] = []
        total = ZERO
        for one, share in part[0]:
            total += share
            found += [round(one * unit)] * (round(total * TABLE) - len(found))
        return found
    low, high = (one * unit for one in _ends(part))
    whole = lcm(low.denominator, high.denominator)
    start, span = int(low * whole) * ROOT, int((high - low) * whole)
    return [(2 * (start + span * place) + whole * ROOT) // (2 * whole * ROOT) for place in _places(part)]


def _places(part: Any) -> Iterator[int]:
    """Yield how far from low to high the middle of each part lies, in parts of 2^40, rounded to the nearer end."""
    turn = Fraction(1) if len(part) == 2 else (part[1] - part[0]) / (part[2] - part[0])
    up, down = turn.numerator, turn.denominator - turn.numerator
    for middle in range(1, 2 * TABLE, 2):
        if len(part) == 2:
            yield middle * ROOT // (2 * TABLE)
        elif middle * turn.denominator <= 2 * TABLE * up:
            yield isqrt(middle * up * ROOT**2 // (2 * TABLE * turn.denominator))
        else:
            yield ROOT - isqrt((2 * TABLE - middle) * down * ROOT**2 // (2 * TABLE * turn.denominator))

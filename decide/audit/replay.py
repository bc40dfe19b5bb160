"""Draws again what a plan says, with the standard library alone, and compares what is counted.

``python -I replay.py FILE`` reads ``{"counts": …, "plan": …}`` (canonical JSON) and answers 0 where the counts are the
same, 1 where they differ, 2 where the file is none of this. All is reckoned in whole numbers, without the short cuts of
the program that drew first. docs/testing.md says what a plan and its counts hold.
"""

import json
import sys
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import partial
from hashlib import shake_128
from itertools import chain, combinations, count, groupby, islice, pairwise, product
from operator import mul
from pathlib import Path
from struct import unpack
from typing import Any

BLOCK, GRID, LEVELS, LARGEST, MOST = 8192, 1 << 24, 4096, 50_000_000, 10**9
MALFORMED = (ArithmeticError, AttributeError, LookupError, RecursionError, TypeError, ValueError)
Column = list[int]
"""One number for each draw of a block."""


class Refused(ValueError):
    """Something is not as it must be."""


def require(condition: object, why: str) -> None:
    """Refuse where a condition does not hold."""
    if not condition:
        raise Refused(why)


def fields(data: Any, names: str) -> list[Any]:
    """Return the values of a mapping that has exactly these keys."""
    require(isinstance(data, dict) and set(data) == set(names.split()), f"needed are exactly: {names}")
    return [data[name] for name in names.split()]


def number(data: Any, least: int | None = None, most: int | None = None) -> int:
    """Return a whole number within its limits."""
    require(type(data) is int, "a whole number is needed")
    require((least is None or data >= least) and (most is None or data <= most), f"{data} is too small or too large")
    return int(data)


def whole(data: Any, size: int | None = None, least: int | None = None) -> tuple[int, ...]:
    """Return a list of whole numbers."""
    require(isinstance(data, list) and len(data) in (size, len(data) if size is None else size), "a list is too short")
    return tuple(number(item, least) for item in data)


def table(data: Any, size: int | None = None, least: int | None = None) -> list[tuple[int, ...]]:
    """Return a list of lists of whole numbers."""
    require(isinstance(data, list), "a list is needed")
    return [whole(row, size, least) for row in data]


class Plan:
    """What is drawn; it says all, and nothing else is used."""

    def __init__(self, data: Any) -> None:
        names = "block grid seed draws shares values uncertain tables corners pairs"
        block, grid, self.seed, draws, shares, values, uncertain, tables, corners, pairs = fields(data, names)
        require([number(block), number(grid)] == [BLOCK, GRID], "blocks or grid are others")
        require(isinstance(self.seed, str), "the seed is no text")
        self.draws = number(draws, 1, MOST)
        require(pairs in ("counted", "left out"), "pairs are neither counted nor left out")
        self.paired = pairs == "counted"
        self.way, columns, classes, rows, start, sweeps = fields(shares, "way columns classes rows start sweeps")
        self.columns = number(columns, 1)
        self.rows = table(rows, self.columns)
        self.corners = table(corners, least=0)
        self.leaves = len(self.corners[0]) if self.corners else self.columns
        require(len(self.corners) in (0, self.columns), "there is not a corner for each column")
        require(len({(len(corner), sum(corner)) for corner in self.corners}) <= 1, "the corners differ in size")
        self.values = table(values, self.leaves)
        self.tables = table(tables, LEVELS)
        cells = table(uncertain, 3, 0)
        self.uncertain = {(who, leaf): self.tables[which] for who, leaf, which in cells}
        require(len(self.uncertain) == len(cells), "a cell stands twice")
        known = all(who < len(self.values) and leaf < self.leaves for who, leaf in self.uncertain)
        require(self.values and known, "there is no such cell, or no candidate")
        self.classes = table(classes)
        placed = sorted(chain.from_iterable(self.classes))
        require(placed == [*range(self.columns)] * (self.way == "order"), "the classes are not of the columns")
        walk = self.way == "walk"
        self.start, self.sweeps = whole(start, self.columns * walk), number(sweeps, int(walk), MOST * walk)
        require(self.way in ("simplex", "order") or (walk and self.columns > 1), "there is no such way")
        require(not walk or sum(self.start) == GRID, "the start is not a mixture")
        require(not walk or all(sum(map(mul, row, self.start)) >= 0 for row in self.rows), "the start is outside")

    def size(self, block: int) -> int:
        """Return the number of draws of a block."""
        return min(BLOCK, self.draws - block * BLOCK)

    def stream(self, kind: bytes, block: int, part: int, size: int) -> bytes:
        """Return the bytes of a stream, which is addressed by kind, block, part and seed."""
        address = kind + block.to_bytes(8, "big") + part.to_bytes(8, "big")
        return shake_128(b"decide-draws-1" + address + self.seed.encode()).digest(size)

    def cuts(self, block: int, part: int, columns: int) -> list[Column]:
        """Return 24 bits for each column and draw: all low halves, then all high bytes."""
        size = columns * BLOCK
        drawn = self.stream(b"w", block, part, 3 * size)
        low = unpack(f"<{size}H", drawn[: 2 * size])
        found = [half | (high << 16) for half, high in zip(low, drawn[2 * size :], strict=True)]
        return [found[at : at + BLOCK] for at in range(0, size, BLOCK)]

    def words(self, block: int, part: int) -> tuple[int, ...]:
        """Return 32 bits for each draw."""
        return unpack(f"<{BLOCK}I", self.stream(b"w", block, part, 4 * BLOCK))

    def shares(self, block: int) -> list[tuple[int, ...]]:
        """Return the shares of the columns in each draw of a block."""
        if self.way == "walk":
            return self._walked(block, self.size(block))
        drawn = chain.from_iterable(self._proposed(block, part) for part in count())
        met = (one for one in drawn if all(sum(map(mul, row, one)) >= 0 for row in self.rows))
        return list(islice(met, self.size(block)))

    def _proposed(self, block: int, part: int) -> Iterator[tuple[int, ...]]:
        cuts = self.cuts(block, part, self.columns - 1)
        points = zip(*cuts, strict=True) if cuts else [()] * BLOCK
        for point in points:
            spacings = tuple(after - before for before, after in pairwise((0, *sorted(point), GRID)))
            yield self._ordered(spacings) if self.classes else spacings

    def _ordered(self, spacings: Sequence[int]) -> tuple[int, ...]:
        """Give the largest spacings to the first class in their own order, the next ones to the second, and so on."""
        falling = sorted(range(self.columns), key=lambda at: (-spacings[at], at))
        found, used = [0] * self.columns, 0
        for members in self.classes:
            mine = sorted(falling[used : used + len(members)])
            used += len(members)
            for member, at in zip(members, mine, strict=True):
                found[member] = spacings[at]
        return tuple(found)

    def _walked(self, block: int, size: int) -> list[tuple[int, ...]]:
        """Return where walks of a block end: each moves between two columns at a time, as far as the rows allow."""
        pairs = list(combinations(range(self.columns), 2))
        ends = [[one] * size for one in self.start]
        slacks = [[sum(map(mul, row, self.start))] * size for row in self.rows]
        for move in range(self.sweeps * len(pairs)):
            more, less = pairs[move % len(pairs)]
            change = [row[more] - row[less] for row in self.rows]
            up = [map((-own).__rfloordiv__, slack) for own, slack in zip(change, slacks, strict=True) if own < 0]
            down = [map(own.__rfloordiv__, slack) for own, slack in zip(change, slacks, strict=True) if own > 0]
            require(up and down, "the rows do not bound the walk")
            most, least = map(min, zip(*up, strict=True)), map(min, zip(*down, strict=True))
            words = zip(self.words(block, move)[:size], most, least, strict=True)
            steps = [(word * (a + b + 1) >> 32) - b for word, a, b in words]
            ends[more] = [end + step for end, step in zip(ends[more], steps, strict=True)]
            ends[less] = [end - step for end, step in zip(ends[less], steps, strict=True)]
            for at, own in enumerate(change):
                if own:
                    slacks[at] = [slack + own * step for slack, step in zip(slacks[at], steps, strict=True)]
        return list(zip(*ends, strict=True))

    def levels(self, block: int, cell: int) -> Column:
        """Return 12 bits for each draw of a block: a byte each, then four bits each, two draws to a byte."""
        drawn = self.stream(b"c", block, cell, BLOCK + BLOCK // 2)
        high = [*(byte & 15 for byte in drawn[BLOCK:]), *(byte >> 4 for byte in drawn[BLOCK:])]
        return [low | (four << 8) for low, four in zip(drawn[:BLOCK], high, strict=True)]

    def scores(self, block: int, shares: list[tuple[int, ...]]) -> Iterator[tuple[int, ...]]:
        """Yield the scores of all candidates in each draw of a block, each less the same number.

        The values of a leaf are held side by side in one long number, and so are scores (less what is least).
        """
        weights: Iterable[Sequence[int]] = shares
        if self.corners:
            leaves = list(zip(*self.corners, strict=True))
            weights = [tuple(sum(map(mul, own, leaf)) for leaf in leaves) for own in shares]
        require(all(min(own) >= 0 for own in weights), "a weight is below 0")
        numbers = [
            ([table for (_, at), table in self.uncertain.items() if at == leaf], [row[leaf] for row in self.values])
            for leaf in range(self.leaves)
        ]
        lows = [min(chain(own, *drawn)) for drawn, own in numbers]
        most = max(max(chain(own, *drawn)) - low for (drawn, own), low in zip(numbers, lows, strict=True))
        width = -(-(GRID * max(1, *map(sum, self.corners), 1) * most).bit_length() // 64) * 8 or 8
        packed = [
            sum(value - low << 8 * width * who for who, value in enumerate(own))
            for (_, own), low in zip(numbers, lows, strict=True)
        ]
        cells = [
            (leaf, self.levels(block, at), [(one - self.values[who][leaf]) << 8 * width * who for one in table])
            for at, ((who, leaf), table) in enumerate(self.uncertain.items())
        ]
        size = width * len(self.values)
        for draw, own in enumerate(weights):
            total = sum(map(mul, own, packed))
            for leaf, levels, table in cells:
                total += own[leaf] * table[levels[draw]]
            held = total.to_bytes(size, "little")
            if width == 8:
                yield unpack(f"<{len(self.values)}Q", held)
            else:
                yield tuple(int.from_bytes(held[at : at + width], "little") for at in range(0, size, width))


def counted(plan: Plan, blocks: Iterable[int]) -> dict[str, Any]:
    """Return what is counted in some blocks of a plan, in the form of the counts of a file."""
    everybody = range(len(plan.values))
    draws, places = 0, Counter[tuple[int, int, int]]()
    wins = [[0] * len(plan.values) for _ in everybody]
    sums = [[0] * plan.columns for _ in everybody]
    for block in blocks:
        shares, orders = plan.shares(block), Counter[tuple[tuple[int, ...], ...]]()
        draws += len(shares)
        for own, scores in zip(shares, plan.scores(block, shares), strict=True):
            order = _order(scores)
            orders[order] += 1
            for who in order[0]:
                sums[who] = [have + share for have, share in zip(sums[who], own, strict=True)]
        for order, times in orders.items():
            ahead = 0
            for group in order:
                for who in group:
                    places[who, ahead, len(group)] += times
                ahead += len(group)
            for better, worse in combinations(order, 2) if plan.paired else ():
                for who, other in product(better, worse):
                    wins[who][other] += times
    found = [[*place, times] for place, times in sorted(places.items())]
    return {"draws": draws, "places": found, "wins": wins if plan.paired else [], "sums": sums}


def _order(scores: Sequence[int]) -> tuple[tuple[int, ...], ...]:
    """Return who is first, who next, and so on; those with equal scores together."""
    falling = sorted(range(len(scores)), key=scores.__getitem__, reverse=True)
    if len(set(scores)) == len(scores):
        return tuple(zip(falling))
    return tuple(tuple(group) for _, group in groupby(falling, key=scores.__getitem__))


def differences(plan: Plan, told: Mapping[str, Any]) -> list[str]:
    """Return which counts are not what the whole plan gives."""
    draws, places, wins, sums = fields(told, "draws places wins sums")
    number(draws), table(places, 4, 0), table(wins, least=0), table(sums)
    found = counted(plan, range(-(-plan.draws // BLOCK)))
    return [name for name in found if found[name] != told[name]]


def read(arguments: list[str], program: str) -> Any:
    """Return what the one file that is asked for holds: canonical JSON without floats."""
    require(len(arguments) == 1, f"usage: python -I {program} FILE")
    with Path(arguments[0]).open("rb") as file:
        raw = file.read(LARGEST + 1)
    require(len(raw) <= LARGEST, f"the file is larger than {LARGEST} bytes")
    data = json.loads(raw.decode("ascii"), parse_float=partial(require, 0), parse_constant=partial(require, 0))
    canonical = json.dumps(data, sort_keys=True, separators=(",", ":")) + "\n"
    require(canonical.encode() == raw, "the JSON is not canonical: a key twice, spaces, or another order")
    return data


def write(stream: Any, text: str) -> None:
    """Write a line of which nothing can be mistaken for another line, or for what a terminal obeys."""
    stream.write("".join(sign if sign.isprintable() else "?" for sign in text) + "\n")


def main(arguments: list[str]) -> int:
    """Replay a file, say whether it counts the same, and return the exit code."""
    try:
        counts, told = fields(read(arguments, "replay.py"), "counts plan")
        plan = Plan(told)
        wrong = differences(plan, counts)
    except (OSError, *MALFORMED) as error:
        write(sys.stderr, f"no draws: {error}")
        return 2
    write(sys.stdout, f"DIFFERENT: {', '.join(wrong)}" if wrong else f"same counts in all {plan.draws} draws")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

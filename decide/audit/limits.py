"""Checks the limits of probabilities that counts of ranks give, with the standard library alone.

``python -I limits.py FILE`` reads ``{"counts": …, "limits": …, "together": "999/1000"}`` (canonical JSON): the counts
as ``replay.py`` compares them, for each candidate and rank the least and the most that its probability can be, and the
level at which all hold together. It answers 0 where every limit is far enough out, 1 where one is not, 2 where the file
is none of this. ``replay.py`` stands beside it.
"""

import re
import runpy
import sys
from collections.abc import Iterator
from decimal import ROUND_CEILING, ROUND_FLOOR, Context, Decimal
from fractions import Fraction
from functools import cache
from math import factorial
from pathlib import Path
from typing import Any

READ = runpy.run_path(str(Path(__file__).with_name("replay.py")))
MALFORMED, fields, number, require, table = (READ[one] for one in ("MALFORMED", "fields", "number", "require", "table"))
NUMBER = re.compile(r"(0|[1-9][0-9]{0,599})(/[1-9][0-9]{0,599})?")
PI = Decimal("3.14159265358979323846264338327950288419716939937510582097494459")
NEAREST, UP, DOWN = Context(prec=60), Context(prec=50, rounding=ROUND_CEILING), Context(prec=50, rounding=ROUND_FLOOR)
SPARE = Decimal("1e-35")
"""More than all that logarithms of 60 digits, each right in its last but one, are off by together."""
EXACT, MOST = 4096, 10**9


def fraction(text: Any) -> Fraction:
    """Return a fraction that is written in lowest terms, from 0 to 1."""
    require(isinstance(text, str) and NUMBER.fullmatch(text) and str(Fraction(text)) == text, f"no number: {text}")
    require(Fraction(text) <= 1, f"{text} is more than 1")
    return Fraction(text)


def cells(counts: Any) -> Iterator[tuple[int, int, Fraction, bool]]:
    """Yield candidate, rank, how often it had it, and whether it ever shared it, for each cell in turn."""
    draws, places, _, sums = fields(counts, "draws places wins sums")
    size = range(len(table(sums)))
    found = {(who, rank): Fraction(0) for who in size for rank in size}
    tied = set()
    for who, ahead, level, times in table(places, 4, 0):
        for rank in range(ahead, ahead + number(level, 1, len(size))):
            found[who, rank] += Fraction(number(times, 1), level)
            tied |= {(who, rank)} if level > 1 else set()
    total = number(draws, 1, MOST)
    for way in (0, 1):
        for one in size:
            require(sum(own for cell, own in found.items() if cell[way] == one) == total, "ranks do not add up")
    for (who, rank), own in found.items():
        yield who, rank, own, (who, rank) in tied


def missed(counts: Any, limits: Any, together: Fraction) -> list[str]:
    """Return the limits that are not far enough out; candidates and ranks are counted from 0."""
    found = list(cells(counts))
    draws, size = counts["draws"], len(limits)
    require(len(found) == size**2 and {len(row) for row in limits} == {size}, "there are not limits for each cell")
    require(0 < together < 1, "the level is not between 0 and 1")
    side, wrong = (1 - together) / (2 * size**2), []
    for who, rank, times, shared in found:
        low, high = (fraction(limit) for limit in fields(limits[who][rank], "low high"))
        own = side / 12 if shared else side * 3 / 4
        few, many = int(times // 1), -int(-times // 1)
        if not seldom(few, draws, low, own):
            wrong.append(f"candidate {who} rank {rank} low")
        if not seldom(draws - many, draws, 1 - high, own):
            wrong.append(f"candidate {who} rank {rank} high")
    return wrong


def seldom(times: int, draws: int, chance: Fraction, side: Fraction) -> bool:
    """Return whether so many or more of the draws are shown to come up with at most ``side``, each with this chance.

    t(times) is bounded by Stirling's formula (Robbins 1955); from one to the next t falls by a factor that falls
    itself, so all of them are at most those summed and a geometric rest.
    """
    if not chance:
        return True
    if times <= chance * draws:
        return False
    up, down = chance.numerator, chance.denominator - chance.numerator
    share, total, one = Decimal(1), Decimal(1), times
    while one < draws:
        ratio = UP.divide(Decimal((draws - one) * up), Decimal((one + 1) * down))
        if share < Decimal("1e-12"):
            total = UP.add(total, UP.divide(UP.multiply(share, ratio), DOWN.subtract(Decimal(1), ratio)))
            break
        share = UP.multiply(share, ratio)
        total, one = UP.add(total, share), one + 1
    bound = _term(times, draws, chance) + NEAREST.ln(total) + SPARE
    return bound <= NEAREST.ln(Decimal(side.numerator)) - NEAREST.ln(Decimal(side.denominator))


def _term(times: int, draws: int, chance: Fraction) -> Decimal:
    """Return at least the logarithm of the probability of so many."""
    rest = 1 - chance
    found = _logarithm(draws, 0) - _logarithm(times, 1) - _logarithm(draws - times, 1)
    for many, part in ((times, chance), (draws - times, rest)):
        if many:
            own = NEAREST.ln(Decimal(part.numerator)) - NEAREST.ln(Decimal(part.denominator))
            found = NEAREST.add(found, NEAREST.multiply(Decimal(many), own))
    return found


@cache
def _logarithm(one: int, less: int) -> Decimal:
    """Return the logarithm of a factorial: at least that much with ``less`` 0, at most that much with 1."""
    if one < EXACT:
        return NEAREST.ln(Decimal(factorial(one)))
    many = Decimal(one)
    stirling = NEAREST.multiply(many, NEAREST.ln(many)) - many
    stirling += NEAREST.ln(2 * PI * many) / 2
    return NEAREST.add(stirling, NEAREST.divide(Decimal(1), Decimal(12 * one + less)))


def main(arguments: list[str]) -> int:
    """Check a file, say which limits do not hold, and return the exit code."""
    try:
        data = READ["read"](arguments, "limits.py")
        counts, limits, together = fields(data, "counts limits together")
        wrong = missed(counts, limits, fraction(together))
    except (OSError, *MALFORMED) as error:
        READ["write"](sys.stderr, f"no limits: {error}")
        return 2
    size = 2 * len(limits) ** 2
    READ["write"](sys.stdout, f"NOT SHOWN: {', '.join(wrong)}" if wrong else f"{size} of {size} limits hold")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

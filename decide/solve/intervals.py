"""Limits between which a probability lies, from how often something came up: floats find them, integers confirm them.

The limits are those of Clopper & Pearson (1934), for a number of draws fixed beforehand, rounded outward to ``STEP``.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction
from functools import cache
from math import exp, inf, lgamma, log, log1p, sqrt

from decide.solve.counts import Counts

STEP = 10**9
"""Limits are multiples of 1 / STEP."""
TOGETHER = Fraction(999, 1000)
_SCALE = 1 << 160
_ROUNDS, _FRACTIONS = 60, 10_000
_CLOSE = 1e-12


@dataclass(frozen=True, slots=True)
class Limits:
    """The least and the most that a probability can be."""

    low: Fraction
    high: Fraction


def simultaneous(counts: Counts, together: Fraction = TOGETHER) -> tuple[tuple[Limits, ...], ...]:
    """Return limits for the probability of each rank (candidate × rank) that all hold together at this level.

    Each of the n² cells may miss with (1 − together) / n² (Bonferroni), half of it on each side. Three quarters of that
    are for a cell in which no rank was shared: it counts what either happened or did not. A quarter is for one in
    which a rank was shared, whose draws count as parts; their sum reaches a whole number at most e < 3 times as
    likely as if they were counted in whole (Bentkus 2004, Annals of Probability 32:1650-1673), so it is rounded
    outward and a third of the quarter taken. Thus the level holds whether ranks are shared or not.
    """
    side = (1 - together) / (2 * len(counts.sums) ** 2)
    return tuple(
        tuple(
            limits(number, counts.draws, side / 12 if shared else side * 3 / 4)
            for number, shared in zip(row, flags, strict=True)
        )
        for row, flags in zip(counts.ranks(), counts.shared(), strict=True)
    )


def limits(number: Fraction | int, draws: int, side: Fraction) -> Limits:
    """Return the limits of a probability where ``number`` of the draws have it.

    ``side``: what each limit may miss with. The lower one is the largest step with which that many or more come up with a
    probability of at most ``side``, less a few steps at most; the upper one is its mirror. A part of a draw is
    rounded outward.
    """
    few, many = int(number // 1), -int(-number // 1)
    return Limits(_lower(few, draws, side), 1 - _lower(draws - many, draws, side))


def confirmed(number: int, draws: int, low: Fraction, side: Fraction) -> bool:
    """Return whether integers confirm that ``number`` or more of the draws come up with at most ``side``.

    ``low`` is the probability of one, a multiple of 1 / STEP. With t(i) the probability of i, in units of t(mode):
    the tail is at most the sum of t(number), t(number + 1) …, each rounded up and the rest bounded by a geometric sum,
    over the sum of t(i) around the mode, each rounded down.
    """
    up, down = low.numerator, low.denominator - low.numerator
    mode = min(int(low * (draws + 1)), draws)
    if number <= mode:
        return number == 0 and side >= 1
    if not up:
        return True
    term = total = over = _SCALE
    for one in range(mode + 1, number + 1):
        term = term * (draws - one + 1) * up // (one * down)
        over = -(-over * (draws - one + 1) * up // (one * down))
        total += term
    term = _SCALE
    for one in range(mode, 0, -1):
        term = term * one * down // ((draws - one + 1) * up)
        if not term << 30 >> 160:
            break
        total += term
    tail, one = over, number
    while one < draws:
        above, below = (draws - one) * up, (one + 1) * down
        if over * above < (below - above) * (tail >> 20) or not over:  # the rest is less than a millionth
            tail += -(-over * above // (below - above))
            break
        one += 1
        over = -(-over * above // below)
        tail += over
    return tail * side.denominator <= total * side.numerator


@cache
def _lower(number: int, draws: int, side: Fraction) -> Fraction:
    if not number:
        return Fraction(0)
    step = int(_found(number, draws, log(side.numerator) - log(side.denominator)) * STEP)
    back = 1
    while step > 0 and not confirmed(number, draws, Fraction(step, STEP), side):
        step, back = step - back, 2 * back
    return Fraction(max(step, 0), STEP)


def _found(number: int, draws: int, level: float) -> float:
    """Return about the probability at which the logarithm of the tail is ``level``: Newton's method, held in bounds."""
    low, high, guess = 0.0, number / draws, number / draws
    spread = sqrt(-2 * level)
    guess -= spread * sqrt(guess * (1 - guess) / draws + (spread / draws) ** 2)
    for _ in range(_ROUNDS):
        if not low < guess < high:
            guess = (low + high) / 2
        gap, slope = _tail(number, draws, guess)
        low, high = (low, guess) if gap > level else (guess, high)
        step = (gap - level) / slope
        guess -= step
        if abs(step) <= _CLOSE * guess:
            break
    return guess if low <= guess <= high else low


def _tail(number: int, draws: int, chance: float) -> tuple[float, float]:
    """Return the logarithm of the probability of ``number`` or more, and its slope.

    The tail is t(number) times a continued fraction (incomplete beta function; Didonato & Morris 1992, equation 9).
    """
    if chance >= 1:
        return 0.0, inf
    rest = 1 - chance
    term = lgamma(draws + 1) - lgamma(number + 1) - lgamma(draws - number + 1)
    term += number * log(chance) + (draws - number) * log1p(-chance)
    total = share = 1.0
    for one in _ratios(number, draws, chance / rest):
        share *= one
        total += share
        if share < _CLOSE * total:
            break
    tail = term + log(total)
    return tail, number * exp(term - tail) / chance


def _ratios(number: int, draws: int, odds: float) -> Iterator[float]:
    for one in range(number, draws):
        yield (draws - one) / (one + 1) * odds

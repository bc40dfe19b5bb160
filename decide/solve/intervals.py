"""Limits between which a probability lies, from how often something came up: floats find them, integers confirm them.

The limits are those of Clopper & Pearson (1934), for a number of draws fixed beforehand, rounded outward to ``STEP``.
"""

from dataclasses import dataclass
from fractions import Fraction
from functools import lru_cache
from math import exp, inf, lgamma, log, log1p, sqrt

from decide.solve.counts import Counts

STEP = 10**9
"""Limits are multiples of 1 / STEP."""
TOGETHER = Fraction(999, 1000)
_SCALE, _SPARE = 1 << 160, 10**8
_ROUNDS = 60
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

    ``side``: what each limit may miss with. The lower one is the largest step with which that many or more come up
    with a probability of at most ``side``, or a step or two below; the upper one is its mirror. A part of a draw is
    rounded outward.
    """
    few, many = int(number // 1), -int(-number // 1)
    return Limits(_lower(few, draws, side), 1 - _lower(draws - many, draws, side))


def confirmed(number: int, draws: int, low: Fraction, side: Fraction) -> bool:
    """Return whether integers confirm that ``number`` or more of the draws come up with at most ``side``.

    ``low`` is the probability of one, a multiple of 1 / STEP. With t(i) the probability of i, in units of t(mode):
    the tail is at most the sum of t(number), t(number + 1) …, each rounded up and the rest bounded by a geometric sum,
    over the sum of t(i) around the mode, each rounded down. A hundred millionth of ``side`` is left over, so that
    whoever bounds the tail by other means can find it small enough too.
    """
    up, down = low.numerator, low.denominator - low.numerator
    mode = min(int(low * (draws + 1)), draws)
    if number <= mode:
        return number == 0 and side >= 1
    if not up:
        return True
    under = over = total = _SCALE
    for one in range(mode + 1, number + 1):
        above, below = (draws - one + 1) * up, one * down
        under, over = under * above // below, -(-over * above // below)
        total += under
    before = _SCALE
    for one in range(mode, 0, -1):
        before = before * one * down // ((draws - one + 1) * up)
        if before << 40 < _SCALE:
            break
        total += before
    tail = over
    for one in range(number + 1, draws + 1):
        above, below = (draws - one + 1) * up, one * down
        if over * above < (below - above) * (tail >> 30):  # the rest is less than a billionth
            tail += -(-over * above // (below - above))
            break
        under, over = under * above // below, -(-over * above // below)
        total, tail = total + under, tail + over
    return tail * side.denominator * (_SPARE + 1) <= total * side.numerator * _SPARE


@lru_cache(4096)
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
    return min(max(low, guess), high)


def _tail(number: int, draws: int, chance: float) -> tuple[float, float]:
    """Return the logarithm of the probability of ``number`` or more, and its slope.

    The slope is that of the incomplete beta function, which the tail is.
    """
    if chance >= 1:
        return 0.0, inf
    term = lgamma(draws + 1) - lgamma(number + 1) - lgamma(draws - number + 1)
    term += number * log(chance) + (draws - number) * log1p(-chance)
    total = share = 1.0
    odds = chance / (1 - chance)
    for one in range(number, draws):
        share *= (draws - one) / (one + 1) * odds
        total += share
        if share < _CLOSE * total:
            break
    tail = term + log(total)
    return tail, number * exp(term - tail) / chance

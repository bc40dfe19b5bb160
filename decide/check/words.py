"""Turns of phrase of the checks."""

from collections.abc import Iterable
from fractions import Fraction

from decide.model.figures import MOST_DECIMALS, percent, rounded_down, rounded_up, said

MOST = 6
"""So many names are told; of more, the first ones and how many are left."""


def listed(words: Iterable[str], joint: str = "and", *, most: int = MOST) -> str:
    """Return ``a``, ``a and b``, ``a, b and c``; of too many the first ones and ``4 more``."""
    told = list(words)
    if len(told) > most:
        told = [*told[: most - 1], f"{len(told) - most + 1} more"]
    return told[0] if len(told) == 1 else f"{', '.join(told[:-1])} {joint} {told[-1]}" if told else ""


def counted(count: int, thing: str) -> str:
    """Return ``1 cell``, ``3 cells``."""
    return f"{count} {thing}" if count == 1 else f"{count} {thing}s"


def points(amount: Fraction) -> str:
    """Return ``23.6 points``, ``1.0 point``."""
    return f"{said(amount)} point" if amount == 1 else f"{said(amount)} points"


def at_least(amount: Fraction) -> str:
    """Return a positive amount rounded down, with as many decimals as let it be more than nothing."""
    told = (rounded_down(amount, decimals) for decimals in range(1, MOST_DECIMALS + 1))
    return next((text for text in told if Fraction(text)), said(amount))


def at_most(amount: Fraction) -> str:
    """Return a positive amount rounded up."""
    return rounded_up(amount, 1 if amount > Fraction(1, 10) else MOST_DECIMALS)


def of_the_weight(share: Fraction) -> str:
    """Return ``13.8 % of the weight``."""
    return "all of the weight" if share == 1 else f"{percent(share)} of the weight"


def grouped(flaws: Iterable[tuple[str, ...]], at: int = 0) -> dict[str, list[tuple[str, ...]]]:
    """Return the flaws by the id at one of their places, in the order in which the ids are met."""
    found: dict[str, list[tuple[str, ...]]] = {}
    for flaw in flaws:
        found.setdefault(flaw[at], []).append(flaw)
    return found


def one_line(text: str) -> str:
    """Return the text on one line; what would not be seen, or would steer a terminal, is named instead."""
    flat = " ".join(text.split("\n"))
    if flat.isprintable():
        return flat
    return "".join(one if one.isprintable() else " " if one.isspace() else f"U+{ord(one):04X}" for one in flat)

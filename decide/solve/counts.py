"""What is counted in draws: places, who is ahead of whom, and the weights at which each is first; whole numbers all."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from fractions import Fraction
from typing import Any

Table = tuple[tuple[int, ...], ...]


@dataclass(frozen=True, slots=True)
class Counts:
    """What is counted; a candidate and a column are told by their number.

    ``places``: (candidate, how many are ahead of it, how many share its place, itself too, draws), sorted; zeros are
    left out. ``wins``: in how many draws the one (row) is ahead of the other (column), if pairs
    are counted. ``sums``: the shares of each column, summed over the draws in which nobody is ahead of the candidate
    (row).
    """

    draws: int
    places: tuple[tuple[int, int, int, int], ...]
    wins: Table
    sums: Table

    def ranks(self) -> tuple[tuple[Fraction, ...], ...]:
        """Return candidate × rank: in how many draws it has the rank; g that share g ranks have 1/g of each.

        Every row and every column sums to the draws.
        """
        found = [[Fraction(0)] * len(self.sums) for _ in self.sums]
        for candidate, ahead, level, number in self.places:
            for rank in range(ahead, ahead + level):
                found[candidate][rank] += Fraction(number, level)
        return tuple(map(tuple, found))

    def first(self) -> tuple[int, ...]:
        """Return in how many draws nobody is ahead of each; the draws that ``sums`` is over."""
        return tuple(
            sum(number for who, ahead, _, number in self.places if who == candidate and not ahead)
            for candidate in range(len(self.sums))
        )

    def shared(self) -> tuple[tuple[bool, ...], ...]:
        """Return candidate × rank: whether it shared that rank in any draw."""
        tied = {
            (who, rank) for who, ahead, level, _ in self.places if level > 1 for rank in range(ahead, ahead + level)
        }
        size = range(len(self.sums))
        return tuple(tuple((who, rank) in tied for rank in size) for who in size)

    def central(self, candidate: int, corners: Table = ()) -> tuple[Fraction, ...] | None:
        """Return the mean of the weights at which a candidate is first; None where it never is.

        Lahdelma, Hokkanen & Salminen (1998) call it the central weight. Where shares mix corners, it is
        told for the leaves.
        """
        sums = self.sums[candidate]
        if corners:
            sums = tuple(
                sum(share * part for share, part in zip(sums, leaf, strict=True)) for leaf in zip(*corners, strict=True)
            )
        total = sum(sums)
        return tuple(Fraction(one, total) for one in sums) if total else None


def summed(parts: Iterable[Counts]) -> Counts:
    """Return the counts of several runs of blocks together; at least one."""
    first, *others = parts
    places: Counter[tuple[int, int, int]] = Counter()
    for part in (first, *others):
        for who, ahead, level, number in part.places:
            places[who, ahead, level] += number
    return Counts(
        first.draws + sum(part.draws for part in others),
        sorted_places(places),
        _added([part.wins for part in (first, *others)]),
        _added([part.sums for part in (first, *others)]),
    )


def sorted_places(places: Mapping[tuple[int, int, int], int]) -> tuple[tuple[int, int, int, int], ...]:
    """Return places in their order, zeros left out."""
    return tuple(sorted((*place, number) for place, number in places.items() if number))


def counts_data(counts: Counts) -> dict[str, Any]:
    """Return the counts as JSON holds them."""
    return {
        "draws": counts.draws,
        "places": [list(place) for place in counts.places],
        "wins": [list(row) for row in counts.wins],
        "sums": [list(row) for row in counts.sums],
    }


def _added(tables: list[Table]) -> Table:
    return tuple(tuple(map(sum, zip(*rows, strict=True))) for rows in zip(*tables, strict=True))

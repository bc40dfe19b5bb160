"""What each corner adds to the volumes and first moments of the first-rank regions: Lawrence's formula (1991).

With f a linear function, d the dimension, and at a corner f(v) its height and g its fall per unit of each tight limit,
the volume is the sum of f(v)^d / (d! |det| Π g). Its derivative when f moves towards a weight w_k, applied to the
integral of f (power d + 1), gives the integral of w_k: the sum of
f(v)^d / ((d + 1)! |det| Π g) · ((d + 1) w_k(v) − f(v) Σ (fall of w_k) / g).
A facet's own limit is left out of products and sums. Factors that all terms have in common are left out here.
"""

from abc import ABC, abstractmethod
from collections.abc import Sequence
from fractions import Fraction
from math import prod
from operator import mul

from decide.solve.bound import Bound
from decide.solve.envelope import Corner, UnluckyError
from decide.solve.region import Region

WIDTH = Fraction(1, 2**64)
Owners = Sequence[tuple[int, int]]
"""The candidates that meet at a corner: (edge that leaves the candidate's facet, candidate)."""


class Sums(ABC):
    """The sums so far, for each candidate."""

    def __init__(self, region: Region, candidates: int) -> None:
        self.dimension = region.dimension
        self.kept = region.kept
        self.scales = [scale for scale in region.scales if scale]
        self.length = sum(map(mul, region.total, region.inside)) * (self.dimension + 1)
        self.candidates = candidates

    @abstractmethod
    def add(self, corner: Corner, owners: Owners) -> None:
        """Add a corner to the volumes."""

    @abstractmethod
    def add_moments(self, corner: Corner, owners: Owners) -> None:
        """Add a corner to the moments; it has just been added to the volumes."""

    @abstractmethod
    def shares(self, positive: Sequence[int]) -> list[Bound] | None:
        """Return the shares of those with a positive volume; None if they are not known well enough."""

    @abstractmethod
    def centre(self, candidate: int) -> list[Bound] | None:
        """Return the mean of each column that is not always 0; None if it is not known well enough."""

    def factors(self, corner: Corner, owners: Owners) -> list[tuple[int, int]]:
        """Return the candidates' terms of the volume, as numerators and denominators."""
        line = corner.lines[-1]
        slopes, height = line[2:], (-line[0]) ** self.dimension
        if len(owners) == 1:  # its edge goes straight up, where the direction is level
            del slopes[owners[0][0]]
        below = corner.below * prod(slopes)
        if not below:
            raise UnluckyError
        if len(owners) == 1:
            return [(height, below)]
        return [(height * slopes[edge], below) for edge, _ in owners]


class Enclosed(Sums):
    """Sums in units of 2^-bits, each term rounded down, so that a sum is short by less than its number of terms."""

    def __init__(self, region: Region, candidates: int, bits: int) -> None:
        super().__init__(region, candidates)
        self.bits = bits
        self.volumes = [0] * candidates
        self.terms = [0] * candidates
        self.moments = [[0] * self.kept for _ in range(candidates)]
        self.errors = [0] * candidates
        self.latest: list[int] = []

    def add(self, corner: Corner, owners: Owners) -> None:
        """Add a corner to the volumes."""
        self.latest = [(above << self.bits) // below for above, below in self.factors(corner, owners)]
        for (_, candidate), term in zip(owners, self.latest, strict=True):
            self.volumes[candidate] += term
            self.terms[candidate] += 1

    def add_moments(self, corner: Corner, owners: Owners) -> None:
        """Add a corner to the moments, and bound what rounding does to them.

        A term u·s/below is off by (|s| + (|u| + 1)·e)/below + 1 at most, when u is short by less than 1 and s is
        off by e at most, the sum of the coefficients that multiply the rounded quotients.
        """
        line, below, bits = corner.lines[-1], corner.below, self.bits
        height, power = line[0] << bits, self.dimension + 1
        quotients = [height // slope if slope else 0 for slope in line[2:]]
        own = [
            (self.moments[candidate], edge, term) for (edge, candidate), term in zip(owners, self.latest, strict=True)
        ]
        spread, highest = below, 0
        for limit, line in zip(corner.limits, corner.lines, strict=False):
            if limit < self.kept:
                rates = line[2:]
                whole = (power * line[0] << bits) - sum(map(mul, rates, quotients))
                for moments, edge, term in own:
                    moments[limit] += term * (whole + rates[edge] * quotients[edge]) // below
                spread = max(spread, sum(map(abs, rates)))
                highest = max(highest, line[0])
        for at, limit in enumerate(corner.tight):
            if limit < self.kept:
                for moments, _, term in own:
                    moments[limit] -= term * quotients[at]
        largest = (power * highest << bits) + spread * max(map(abs, quotients))
        for (_, candidate), term in zip(owners, self.latest, strict=True):
            self.errors[candidate] += (largest + (abs(term) + 1) * spread) // below + 2

    def shares(self, positive: Sequence[int]) -> list[Bound] | None:
        """Return the shares of those with a positive volume; None if they are not known well enough."""
        known = [(self.volumes[at], self.volumes[at] + self.terms[at]) for at in positive]
        if min(low for low, _ in known) <= 0:
            return None
        if len(known) == 1:
            return [Bound.point(1)]
        total = (sum(low for low, _ in known), sum(high for _, high in known))
        found = [Bound.quotient(one, total) for one in known]
        return found if all(one.width <= WIDTH for one in found) else None

    def centre(self, candidate: int) -> list[Bound] | None:
        """Return the mean of each column that is not always 0; None if it is not known well enough."""
        low, high = self.volumes[candidate], self.volumes[candidate] + self.terms[candidate]
        unit, error = self.length << self.bits, self.errors[candidate]
        found = [
            Bound.quotient(((moment - error) * scale, (moment + error) * scale), (low * unit, high * unit))
            for moment, scale in zip(self.moments[candidate], self.scales, strict=True)
        ]
        return found if all(one.width <= WIDTH for one in found) else None


class Exact(Sums):
    """Sums of fractions, which grow to thousands of digits."""

    def __init__(self, region: Region, candidates: int) -> None:
        super().__init__(region, candidates)
        self.volumes: list[list[Fraction]] = [[] for _ in range(candidates)]
        self.moments: list[list[list[Fraction]]] = [[[] for _ in range(self.kept)] for _ in range(candidates)]
        self.latest: list[Fraction] = []

    def add(self, corner: Corner, owners: Owners) -> None:
        """Add a corner to the volumes."""
        self.latest = [Fraction(above, below) for above, below in self.factors(corner, owners)]
        for (_, candidate), term in zip(owners, self.latest, strict=True):
            self.volumes[candidate].append(term)

    def add_moments(self, corner: Corner, owners: Owners) -> None:
        """Add a corner to the moments."""
        line = corner.lines[-1]
        slopes, power = line[2:], self.dimension + 1
        product = prod(slope for slope in slopes if slope)
        others = [line[0] * product // slope if slope else 0 for slope in slopes]
        lines = {limit: line for limit, line in zip(corner.limits, corner.lines, strict=False) if limit < self.kept}
        for at, limit in enumerate(corner.tight):
            if limit < self.kept:
                lines[limit] = [0, 0, *(corner.below * (edge == at) for edge in range(len(slopes)))]
        for (own, candidate), term in zip(owners, self.latest, strict=True):
            unit = term.denominator * corner.below * product
            for limit, line in lines.items():
                spread = sum(map(mul, line[2:], others)) - line[2 + own] * others[own]
                above = term.numerator * (power * line[0] * product - spread)
                self.moments[candidate][limit].append(Fraction(above, unit))

    def shares(self, positive: Sequence[int]) -> list[Bound]:
        """Return the shares of those with a positive volume."""
        known = [_total(self.volumes[at]) for at in positive]
        total = _total(known)
        return [Bound.point(one / total) for one in known]

    def centre(self, candidate: int) -> list[Bound]:
        """Return the mean of each column that is not always 0."""
        volume = _total(self.volumes[candidate]) * self.length
        return [
            Bound.point(_total(moments) * scale / volume)
            for moments, scale in zip(self.moments[candidate], self.scales, strict=True)
        ]


def _total(terms: list[Fraction]) -> Fraction:
    """Return the sum, by halves, so that most additions are of short fractions."""
    while len(terms) > 1:
        terms = [sum(terms[at : at + 2], Fraction(0)) for at in range(0, len(terms), 2)]
    return terms[0] if terms else Fraction(0)

"""The additive value model: a score is the sum of weight × value."""

from collections.abc import Sequence
from fractions import Fraction
from math import lcm
from operator import mul


def additive(weights: Sequence[Fraction], values: Sequence[Sequence[Fraction]]) -> tuple[Fraction, ...]:
    """Return the score of each row of values (n × m, points 0 … 100) under weights (m, summing to 1), in points.

    Keeney and Raiffa 1976, eq. 3.3: V(a) = sum of w_j · v_j(a). The sums run over integers of one denominator, which
    is exact and many times faster than summing fractions.
    """
    weight_unit = lcm(*(weight.denominator for weight in weights))
    value_unit = lcm(*(value.denominator for row in values for value in row)) if values else 1
    scaled = [weight.numerator * (weight_unit // weight.denominator) for weight in weights]
    unit = weight_unit * value_unit
    return tuple(
        Fraction(sum(map(mul, scaled, (v.numerator * (value_unit // v.denominator) for v in row))), unit)
        for row in values
    )

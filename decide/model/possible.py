"""Which weights are possible: statements as rows, each with a name and a place."""

from fractions import Fraction

from decide.model.place import Place
from decide.model.record import Record, record


@record
class WeightRow(Record):
    """``sum of coefficient × weight >= 0``, or ``= 0`` where it is ``exact``; (leaf index, coefficient) pairs."""

    name: str
    coefficients: tuple[tuple[int, Fraction], ...]
    exact: bool = False
    place: Place | None = None


@record
class WeightSet(Record):
    """All weights that are not negative, sum to 1 and meet the rows; ``form`` names the set as a reader would.

    ``rows`` have the preferences among them; ``mixed``: only mixtures of these weights are possible (name → one
    weight per leaf); empty where any mixture of the leaves is.
    """

    form: str
    rows: tuple[WeightRow, ...]
    preferences: tuple[WeightRow, ...] = ()
    mixed: tuple[tuple[str, tuple[Fraction, ...]], ...] = ()

"""A change: what differs from the decision as read."""

from fractions import Fraction

from decide.model.decision import Performance
from decide.model.record import Record, record
from decide.model.written import Pairs


@record
class Without(Record):
    """Ids that are taken out: criteria (a group takes its leaves along), candidates, pieces of evidence."""

    criteria: tuple[str, ...] = ()
    candidates: tuple[str, ...] = ()
    evidence: tuple[str, ...] = ()


@record
class Change(Record):
    """A what-if, or what a finding shows: apply it, rank again, and see.

    ``weights`` has every leaf and sums to 1, or is empty; ``performance`` holds cells in the unit of their criterion,
    ``values`` values 0 … 100, which win where both are given (candidate → leaf). What is not named stays.
    """

    weights: Pairs[Fraction] = ()
    performance: Performance = ()
    values: Pairs[Pairs[Fraction]] = ()
    without: Without = Without()


@record
class Asked(Record):
    """What a person asks to be changed: shares of the whole and points of nodes, cells, and what is taken out."""

    shares: Pairs[Fraction] = ()
    points: Pairs[Fraction] = ()
    performance: Performance = ()
    without: Without = Without()

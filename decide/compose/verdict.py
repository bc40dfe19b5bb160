"""How firmly one may speak of the first place: a fixed vocabulary, each word with what it asks for."""

from fractions import Fraction

from decide.model.record import Record, record

CLEAR, LEADS, LEANS, NO_CLEAR_WINNER, TIED = "clear", "leads", "leans", "no clear winner", "tied"


@record
class Demand(Record):
    """A word asks for a lead of so many points, and to survive errors of so many percent in every weight."""

    word: str
    lead: Fraction
    tolerance: Fraction


DEMANDS = (Demand(CLEAR, Fraction(10), Fraction(25)), Demand(LEADS, Fraction(5), Fraction(10)))


def verdict(lead: Fraction, *, tolerance: Fraction | None, worst: Fraction) -> str:
    """Return the strongest word that the numbers allow.

    ``lead`` is in points; ``tolerance`` in percent, None where no error undoes the lead; ``worst`` is the lead with
    every open performance of the first at its worst and of its rivals at their best.

    ==================  ==============  =================  ======================================================
    word                lead, at least  tolerance, from    and
    ==================  ==============  =================  ======================================================
    clear               10 points       25 %               ``worst`` > 0: no open performance takes the first place
    leads               5 points        10 %
    leans               5 points  *or*  10 %               there is no clear winner, as the check of that name says
    no clear winner     less *and*      less               the lead is above 0
    tied                0
    ==================  ==============  =================  ======================================================

    The check ``no-clear-winner``, where a decision does not set it otherwise, speaks up from ``leans`` downwards.
    """
    if lead == 0:
        return TIED
    clear, leads = DEMANDS
    if _meets(clear, lead, tolerance) == 2 and worst > 0:
        return clear.word
    return {2: leads.word, 1: LEANS, 0: NO_CLEAR_WINNER}[_meets(leads, lead, tolerance)]


def _meets(demand: Demand, lead: Fraction, tolerance: Fraction | None) -> int:
    """Return how many of the two numbers are as large as a word asks for."""
    return (lead >= demand.lead) + (tolerance is None or tolerance >= demand.tolerance)

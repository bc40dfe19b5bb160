"""How firmly one may speak of the first place: a fixed vocabulary, each word with what it asks for."""

from fractions import Fraction

from decide.model.record import Record, record

CLEAR, LEADS, LEANS, NO_CLEAR_WINNER, TIED = "clear", "leads", "leans", "no clear winner", "tied"


@record
class Demand(Record):
    """A word asks for so many points of lead, to survive errors of so many percent in all weights, and a chance."""

    word: str
    lead: Fraction
    tolerance: Fraction
    chance: Fraction


DEMANDS = (
    Demand(CLEAR, Fraction(10), Fraction(25), Fraction(95, 100)),
    Demand(LEADS, Fraction(5), Fraction(10), Fraction(80, 100)),
)
EVEN = Fraction(1, 2)


def verdict(lead: Fraction, *, tolerance: Fraction | None, worst: Fraction, chance: Fraction | None = None) -> str:
    """Return the strongest word that the numbers allow.

    ``lead`` is in points; ``tolerance`` in percent, None where no error undoes the lead; ``worst`` is the lead with
    every open performance of the first at its worst and of its rivals at their best; ``chance`` the least that is
    known of how likely the first stays ahead, None where nothing is.

    ==================  ==============  =================  ============  =============================================
    word                lead, at least  tolerance, from    chance, from  and
    ==================  ==============  =================  ============  =============================================
    clear               10 points       25 %               95 %          ``worst`` > 0: no open performance undoes it
    leads               5 points        10 %               80 %
    leans               5 points  *or*  10 %               50 %          there is no clear winner, as the check says
    no clear winner     less *and*      less,  *or*        less          the lead is above 0
    tied                0
    ==================  ==============  =================  ============  =============================================

    The check ``no-clear-winner``, where a decision does not set it otherwise, speaks up from ``leans`` downwards.
    """
    if lead == 0:
        return TIED
    clear, leads = DEMANDS
    sure = Fraction(1) if chance is None else chance
    if _meets(clear, lead, tolerance) == 2 and worst > 0 and sure >= clear.chance:
        return clear.word
    if _meets(leads, lead, tolerance) == 2 and sure >= leads.chance:
        return leads.word
    return LEANS if _meets(leads, lead, tolerance) and sure >= EVEN else NO_CLEAR_WINNER


def _meets(demand: Demand, lead: Fraction, tolerance: Fraction | None) -> int:
    """Return how many of the first two numbers are as large as a word asks for."""
    return (lead >= demand.lead) + (tolerance is None or tolerance >= demand.tolerance)

"""A flip: one way in which another candidate becomes first, and what a person types to see it."""

from fractions import Fraction

from decide.model.finding import Finding
from decide.model.record import Record, record
from decide.model.written import Pairs

WEIGHTS, CELL, CELLS, WITHOUT = "weights", "cell", "cells", "without"


@record
class Flip(Record):
    """``words`` follow ``decide whatif FILE`` and put the candidate first; nearest flips have the least ``effort``.

    The effort is a share: of the weight that moves, or of the scale (of all scales together) that is improved. For
    weights ``after`` are those of the words, (criterion, share of the whole); what is not named hardly moves. For cells
    ``amounts`` are those of the words. ``first`` is who is first then: alone, or level with others where it never is.
    """

    candidate: str
    kind: str
    effort: Fraction
    finding: Finding
    words: tuple[str, ...]
    after: Pairs[Fraction] = ()
    amounts: Pairs[Fraction] = ()
    first: tuple[str, ...] = ()

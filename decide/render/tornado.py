"""What moves a lead → coordinates: bars on a strip 100 wide, from where the two are level and today's lead."""

from fractions import Fraction

from decide.model.page import Swing, Tornado
from decide.model.record import Record, record
from decide.render.charts import FILLS, number


@record
class Half(Record):
    """A rectangle of a bar: behind the other on the left of level, ahead on its right."""

    x: str
    width: str
    fill: str


@record
class DrawnSwing(Record):
    """A bar, in one or two parts."""

    label: str
    figure: str
    halves: tuple[Half, ...]


def level(block: Tornado) -> str:
    """Return where on the strip the two are level."""
    return number(_at(block, Fraction(0)))


def today(block: Tornado) -> str:
    """Return where on the strip today's lead is."""
    return number(_at(block, block.lead))


def drawn_swings(block: Tornado) -> tuple[DrawnSwing, ...]:
    """Return the bars on one scale, which holds level, today's lead and every bar."""
    return tuple(DrawnSwing(one.label, one.figure, _halves(block, one)) for one in block.swings)


def _halves(block: Tornado, swing: Swing) -> tuple[Half, ...]:
    zero = Fraction(0)
    pieces = (
        (swing.low, min(swing.high, zero), FILLS[5]),
        (max(swing.low, zero), swing.high, FILLS[0]),
    )
    return tuple(
        Half(number(_at(block, low)), number(_at(block, high) - _at(block, low)), fill)
        for low, high, fill in pieces
        if low < high
    )


def _at(block: Tornado, amount: Fraction) -> Fraction:
    least = min([Fraction(0), *(one.low for one in block.swings)])
    most = max([block.lead, *(one.high for one in block.swings)])
    return 100 * (amount - least) / (most - least) if most > least else Fraction(0)

"""What the tables of probabilities and of worths of knowing hold; ids throughout, shares of 1, scores in points."""

from fractions import Fraction

from decide.model.record import Record, record
from decide.model.written import Pairs


@record
class Odds(Record):
    """How likely ``one`` is ahead of ``other``, or of everybody where that is empty: between ``least`` and ``most``.

    ``stated``: what is left to chance is what the decision states to be open, not merely all that could be asked about.
    """

    one: str
    other: str
    least: Fraction
    most: Fraction
    stated: bool = True


@record
class AgainstAll(Record):
    """A candidate against each other one: the mean and the least of the shares of weights that put it ahead.

    ``won`` counts those shares only that are more than half; ``balance`` is how many those are less how many are not.
    """

    candidate: str
    mean: Fraction
    won: Fraction
    balance: int
    least: Fraction


@record
class Share(Record):
    """A probability: between ``least`` and ``most``, and where it was drawn how often it came up, as a share."""

    least: Fraction
    share: Fraction
    most: Fraction


@record
class FirstShare(Record):
    """Under what share of the possible weights a candidate is first, and the mean of these weights.

    ``central`` (leaf → weight, to twelve decimals) is empty if it never is. ``confidence`` is how likely it is first at
    its central weights over what is open; None where nothing is, or it never is. ``can``: whether some possible weights
    make it first, be it level with others.
    """

    candidate: str
    first: Share
    central: Pairs[Fraction]
    confidence: Share | None
    can: bool


@record
class RankShares(Record):
    """How likely a candidate takes each rank; ``can``: whether it can be first at all, be it level with others."""

    candidate: str
    ranks: tuple[Share, ...]
    can: bool


@record
class Worth(Record):
    """What it is worth to find out so many ``cells`` before choosing, in points, and the chance that it changes that.

    Both lie between their ends, which are the same for one cell. ``instead`` can come out furthest ahead of the choice
    (empty if nobody can); ``price`` is what the amount of the finding comes to on the criterion that is money, None
    where there is none or no such change.
    """

    cells: int
    least: Fraction
    most: Fraction
    chance_least: Fraction
    chance_most: Fraction
    instead: str
    price: Fraction | None = None


@record
class Expectation(Record):
    """What a candidate is expected to score over all that is open, and what it scores as the decision is written."""

    candidate: str
    expected: Fraction
    score: Fraction

"""What a decision says besides its ranking, in numbers: who judged what, whose weights count, how it may turn out."""

from fractions import Fraction

from decide.model.ranking import Ranking
from decide.model.record import Record, record


@record
class Judgement(Record):
    """The value that an assessor gives a candidate on a leaf, where the mean of such values counts."""

    assessor: str
    candidate: str
    criterion: str
    value: Fraction


@record
class Outcome(Record):
    """A scenario: its chance, if it has one, and the ranking in it."""

    name: str
    chance: Fraction | None
    ranking: Ranking


@record
class Circumstances(Record):
    """All of it; ``voices`` are the stakeholders whose weights count: id, share (they sum to 1), weight per leaf.

    ``averaged``: the point weights are the mean of theirs.
    """

    judged: tuple[Judgement, ...]
    voices: tuple[tuple[str, Fraction, tuple[Fraction, ...]], ...]
    averaged: bool
    outcomes: tuple[Outcome, ...]

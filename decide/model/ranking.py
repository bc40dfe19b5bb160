"""A ranking: what comes out when a decision is ranked, exactly."""

from dataclasses import dataclass
from fractions import Fraction

from decide.model.decision import Candidate, Decision
from decide.model.record import Record, record
from decide.model.tree import Leaf


@dataclass(frozen=True, slots=True)
class Interval:
    """What a value or a score may be: low <= point <= high, in points 0 … 100.

    ``middle``: nobody stated the point, it is the middle of a range; ``unknown``: nothing is known at all.
    """

    low: Fraction
    point: Fraction
    high: Fraction
    middle: bool = False
    unknown: bool = False


UNKNOWN = Interval(Fraction(0), Fraction(50), Fraction(100), middle=True, unknown=True)


@record
class Hurdle(Record):
    """A gate or a limit that a candidate met: ``kind`` is gate, limit (on a leaf), group or score; ``id`` names it."""

    kind: str
    id: str
    name: str
    verdict: str
    reason: str = ""


@record
class Ranked(Record):
    """One candidate with its score; ``values`` and ``contributions`` have one entry per leaf.

    ``rank`` counts from 1 and is 0 for those screened out; ``hurdles`` are the gates and limits that it did not
    clearly pass: failed, unknown, or with a range across the limit.
    """

    candidate: Candidate
    score: Interval
    values: tuple[Interval, ...]
    contributions: tuple[Fraction, ...]
    rank: int = 0
    tied: bool = False
    hurdles: tuple[Hurdle, ...] = ()


@record
class Ranking(Record):
    """The answer: ``weights`` (one per leaf, summing to 1), the ranked, best first, and the screened out."""

    decision: Decision
    method: str
    leaves: tuple[Leaf, ...]
    weights: tuple[Fraction, ...]
    ranked: tuple[Ranked, ...]
    excluded: tuple[Ranked, ...]

    @property
    def winners(self) -> tuple[Ranked, ...]:
        """All who hold rank 1."""
        return tuple(entry for entry in self.ranked if entry.rank == 1)

    @property
    def lead(self) -> Fraction | None:
        """Score of the first minus score of the second; 0 in a tie, None for one candidate."""
        return self.ranked[0].score.point - self.ranked[1].score.point if len(self.ranked) > 1 else None

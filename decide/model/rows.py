"""What the tables of the findings hold, analysis by analysis; ids throughout, shares of 1, values 0 … 100."""

from fractions import Fraction

from decide.model.record import Record, record
from decide.model.written import Pairs


@record
class Passing(Record):
    """At weight ``at`` the first place goes from ``before`` to ``after``, as the weight rises."""

    at: Fraction
    before: tuple[str, ...]
    after: tuple[str, ...]


@record
class Turn(Record):
    """At weight ``at``, as it rises, one candidate passes another; there both have this rank."""

    at: Fraction
    passes: str
    passed: str
    rank: int


@record
class Sweep(Record):
    """One weight moved alone from 0 to 1, the others in proportion.

    ``weight`` is today's; within ``low`` … ``high`` the first stays first, within ``order_low`` … ``order_high`` no
    order of two turns (``order_meets``: who is level at those ends). ``passings`` are all changes of the first place,
    ``ends`` the score of each candidate at 0 and at 1 (left out of more than fifty). ``whole`` is what share of the
    whole 1 stands for. ``crossings`` is how often one candidate passes another, ``turns`` are all of these, in their
    order (left out of more than fifty candidates).
    """

    weight: Fraction
    low: Fraction
    high: Fraction
    order_low: Fraction
    order_high: Fraction
    order_meets: tuple[tuple[str, ...], tuple[str, ...]]
    passings: tuple[Passing, ...]
    ends: Pairs[tuple[Fraction, Fraction]]
    whole: Fraction = Fraction(1)
    crossings: int = 0
    turns: tuple[Turn, ...] = ()


@record
class Moved(Record):
    """A weight before and after."""

    criterion: str
    before: Fraction
    after: Fraction


@record
class Need(Record):
    """A cell as it is and as it would have to be; amounts in the unit of the criterion, None where unknown.

    Of a level scale an amount is the place of the level. ``needed_amount`` is rounded to the side on which it is
    enough where it is not rational.
    """

    candidate: str
    criterion: str
    value: Fraction
    needed_value: Fraction
    amount: Fraction | None = None
    needed_amount: Fraction | None = None
    effort: Fraction | None = None


@record
class Relation(Record):
    """``better`` against ``worse``, ``everywhere`` at least as good or not; ``least`` is the least margin."""

    better: str
    worse: str
    everywhere: bool
    least: Fraction


@record
class Mixture(Record):
    """A share of a mixture of candidates."""

    candidate: str
    share: Fraction


@record
class LeftOut(Record):
    """What comes out without something: who is first, who comes next, and the lead."""

    gone: str
    kind: str
    first: tuple[str, ...]
    second: tuple[str, ...]
    lead: Fraction | None
    cells: int = 0


@record
class Critical(Record):
    """How much a weight has to be lowered to tie a pair, before weights are made to sum to 1 again.

    ``top``: with the winner in the pair; ``any``: over all pairs; None where no such change is feasible. Negative
    amounts raise the weight. The percents are of the weight.
    """

    criterion: str
    weight: Fraction
    top: Fraction | None
    top_rival: str
    any: Fraction | None
    any_pair: tuple[str, ...]
    sensitivity: Fraction


@record
class Ranks(Record):
    """A candidate's rank and score before and after a change."""

    candidate: str
    rank_before: int
    rank_after: int
    score_before: Fraction
    score_after: Fraction


@record
class Reached(Record):
    """A candidate's rank today, the one that a witness shows, and the one beyond which it is ``proved`` not to come.

    The two are the same unless the search came to its limit. ``always``: who is ahead of it under all possible weights
    and performances (best rank), or never ahead (worst rank).
    """

    candidate: str
    today: int
    shown: int
    proved: int
    always: tuple[str, ...]


@record
class Facing(Record):
    """Two scores at the point weights: of a candidate with all its cells at their low, of a rival at its high."""

    candidate: str
    low: Fraction
    rival: str
    high: Fraction


@record
class Margin(Record):
    """What ``one`` leads ``other`` by, at least and at most, over all possible weights and performances."""

    one: str
    other: str
    least: Fraction
    most: Fraction


@record
class Regret(Record):
    """The most points that choosing ``candidate`` can cost, against the ``rival`` that is then best."""

    candidate: str
    rival: str
    most: Fraction


@record
class Standing(Record):
    """Where a candidate stands if something turns out differently: rank 0 where it fails what is named."""

    candidate: str
    rank: int
    score: Fraction
    fails: tuple[str, ...] = ()


@record
class Prospect(Record):
    """A candidate over all that may turn out: its expected score, its worst score, and where it has that.

    Of one that is screened out somewhere, ``out`` says where; it has no expected and no worst score then. ``expected``
    is None too where not every scenario has a chance. The decision as written is the empty id.
    """

    candidate: str
    expected: Fraction | None
    worst: Fraction | None
    worst_in: tuple[str, ...] = ()
    out: tuple[str, ...] = ()


@record
class Alike(Record):
    """How alike two stakeholders rank: ``order`` is the pairs in the same order less those turned round.

    Kendall's tau-b is ``order`` by the root of ``square``, the product of the pairs that each tells apart.
    """

    one: str
    other: str
    order: int
    square: int


@record
class Voice(Record):
    """Whose first place is whose: a stakeholder, its share, and who is first with its weights."""

    stakeholder: str
    share: Fraction
    first: tuple[str, ...]


@record
class Separation(Record):
    """What stakeholders weigh a criterion with, and who is first for each once all weigh it with the mean.

    ``agree``: the same are first for all then. ``least`` and ``most`` are today's.
    """

    criterion: str
    least: Fraction
    most: Fraction
    mean: Fraction
    agree: bool
    first: Pairs[tuple[str, ...]]


@record
class Part(Record):
    """What one stakeholder moves, in points."""

    stakeholder: str
    moved: Fraction


@record
class Disagreement(Record):
    """A cell that several assessors judged: lowest, mean and highest value, and the candidate's rank at each end."""

    candidate: str
    criterion: str
    low: Fraction
    mean: Fraction
    high: Fraction
    low_rank: int
    high_rank: int
    judged: Pairs[Fraction]

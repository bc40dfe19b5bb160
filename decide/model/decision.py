"""A decision as its author wrote it: every section of the format, as frozen records.

Names are the keys of the format (a trailing underscore where Python keeps the word for itself). Numbers are exact
fractions of the decimal text; a level is its place in the scale, from 0. Mappings are tuples of pairs in the
file's order. ``place`` says where a record stands and takes no part in equality.
"""

from dataclasses import field
from fractions import Fraction

from decide.model.problem import Problem
from decide.model.process import CheckSetting, Choice, Condition, Dissent, Review, Roles, Waiver
from decide.model.record import Record, record
from decide.model.written import Named, Pairs, Plain, Written


@record
class Candidate(Named):
    """One option that could be chosen."""

    offer: str = ""
    baseline: bool = False


@record
class Verdict(Written):
    """What one candidate does at one gate: ``yes``, ``no`` or ``unknown``."""

    is_: str = "unknown"
    because: str = ""
    evidence: tuple[str, ...] = ()


@record
class Gate(Named):
    """A must-have: a candidate that fails it is screened out."""

    passes: Pairs[Verdict] = ()
    if_unknown: str = "keep"


@record
class Weight(Written):
    """What a swing is worth: points, or percents (of the parent, 40 stands for 40 %); a point, a range, or both."""

    percent: bool = False
    is_: Fraction | None = None
    low: Fraction | None = None
    high: Fraction | None = None

    @property
    def point(self) -> Fraction:
        """The stated point, else the middle of the range."""
        if self.is_ is not None:
            return self.is_
        return ((self.low or Fraction(0)) + (self.high or Fraction(0))) / 2


@record
class Limit(Written):
    """The worst that is accepted: an amount in ``low``; on a curve the stretch from ``low`` to ``high``."""

    low: Fraction
    high: Fraction | None = None


@record
class Ends(Written):
    """The fixed ends of a range."""

    worst: Fraction
    best: Fraction


@record
class Criterion(Named):
    """A node of the value tree; one without ``criteria`` is a leaf and is measured."""

    unit: str = ""
    range: Ends | None = None
    curve: tuple[tuple[Fraction, Fraction], ...] = ()
    levels: tuple[str, ...] = ()
    value: str | tuple[Fraction, ...] = "linear"
    beyond: str = "refuse"
    limit: Limit | None = None
    if_unknown: str = "keep"
    weight: Weight | None = None
    max_age: int | None = None
    effort: Fraction | None = None
    criteria: "tuple[Criterion, ...]" = ()


@record
class Cell(Written):
    """What a candidate does on a leaf: a point, a range, both, or ``unknown``; with nothing of these it is blank."""

    is_: Fraction | None = None
    low: Fraction | None = None
    high: Fraction | None = None
    unknown: bool = False
    because: str = ""
    evidence: tuple[str, ...] = ()

    @property
    def blank(self) -> bool:
        """Whether nothing was said, not even that it is unknown."""
        return not self.unknown and self.is_ is None and self.low is None


Performance = Pairs[Pairs[Cell]]
"""Candidate → leaf → cell."""


@record
class Publication(Written):
    """Where a piece of evidence was read."""

    title: str = ""
    publisher: str = ""
    url: str = ""


@record
class Evidence(Named):
    """A dated, sourced fact that a cell rests on."""

    claim: str = ""
    quote: str = ""
    source: Publication | None = None
    origin: str = ""
    date: str = ""
    of: str = ""
    grade: str = "medium"
    interest: str = "none"
    contradicts: tuple[str, ...] = ()


@record
class Term(Record):
    """One summand of a preference: ``factor`` × the weight (or score) of ``id``; without an id the share itself."""

    factor: Fraction
    id: str = ""


@record
class Statement(Written):
    """A preference: sides joined by ``>=``, ``<=`` or ``=``; ``holistic`` ones compare candidates."""

    text: str
    sides: tuple[tuple[Term, ...], ...]
    signs: tuple[str, ...]
    holistic: bool = False


@record
class Weights(Written):
    """Weights stated apart from the tree: ``equal``, an order (most important first), or node by node."""

    form: str
    order: tuple[tuple[str, ...], ...] = ()
    formula: str = "centroid"
    nodes: Pairs[Weight] = ()


@record
class PossibleWeights(Written):
    """Which weights are possible: ``order``, ``any``, ``stated``, or ``share`` with how far each point may be off."""

    form: str
    share: Fraction | None = None


@record
class Stakeholder(Named):
    """One whose weights count."""

    share: Fraction | None = None
    weights: Weights | None = None


@record
class Scenario(Named):
    """The same decision if something turns out differently; what it names is replaced."""

    chance: Fraction | None = None
    performance: Performance = ()
    weights: Pairs[Weight] = ()
    gates: Pairs[Pairs[Verdict]] = ()


@record
class Decision(Written):
    """A whole decision; ``id`` is the name of its file or folder, ``noticed`` what is odd about its text."""

    id: str = field(compare=False)
    title: str
    candidates: tuple[Candidate, ...]
    criteria: tuple[Criterion, ...]
    question: str = ""
    as_of: str = ""
    status: str = "draft"
    roles: Roles | None = None
    choice: Choice | None = None
    review: Review | None = None
    dissent: tuple[Dissent, ...] = ()
    conditions: tuple[Condition, ...] = ()
    limit: Limit | None = None
    price: str = ""
    gates: tuple[Gate, ...] = ()
    performance: Performance = ()
    assessments: Pairs[Performance] = ()
    evidence: tuple[Evidence, ...] = ()
    preferences: tuple[Statement, ...] = ()
    weights: Weights | None = None
    possible_weights: PossibleWeights | None = None
    stakeholders: tuple[Stakeholder, ...] = ()
    scenarios: tuple[Scenario, ...] = ()
    checks: Pairs[CheckSetting] = ()
    waivers: tuple[Waiver, ...] = ()
    seal: Plain = ()
    signatures: Plain = ()
    noticed: tuple[Problem, ...] = field(default=(), compare=False, repr=False)

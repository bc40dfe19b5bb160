"""A decision as its author wrote it: every section of the format, as frozen records.

Names are the keys of the format (a trailing underscore where Python keeps the word for itself). Numbers are exact
fractions of the decimal text; a level is its place in the scale, from 0. Mappings are tuples of pairs in the
file's order. ``place`` says where a record stands and takes no part in equality.
"""

from dataclasses import dataclass, field
from fractions import Fraction
from typing import TypeVar

from decide.model.place import Place
from decide.model.problem import Problem

T = TypeVar("T")
Pairs = tuple[tuple[str, T], ...]
Plain = str | tuple[object, ...]
"""What a user's own ``x-`` key holds: text, ``("list", item, …)`` or ``("map", (key, value), …)``."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Record:
    """What everything written with braces has: a place and the user's own keys."""

    extra: Pairs[Plain] = ()
    place: Place | None = field(default=None, compare=False, repr=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Named(Record):
    """Whatever has an id: a name, and why it is so."""

    id: str
    name: str = ""
    about: str = ""
    because: str = ""
    evidence: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidate(Named):
    """One option that could be chosen."""

    offer: str = ""
    baseline: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Verdict(Record):
    """What one candidate does at one gate: ``yes``, ``no`` or ``unknown``."""

    is_: str = "unknown"
    because: str = ""
    evidence: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Gate(Named):
    """A must-have: a candidate that fails it is screened out."""

    passes: Pairs[Verdict] = ()
    if_unknown: str = "keep"


@dataclass(frozen=True, slots=True, kw_only=True)
class Weight(Record):
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


@dataclass(frozen=True, slots=True, kw_only=True)
class Limit(Record):
    """The worst that is accepted: an amount in ``low``; on a curve the stretch from ``low`` to ``high``."""

    low: Fraction
    high: Fraction | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Ends(Record):
    """The fixed ends of a range."""

    worst: Fraction
    best: Fraction


@dataclass(frozen=True, slots=True, kw_only=True)
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
    criteria: "tuple[Criterion, ...]" = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Cell(Record):
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


@dataclass(frozen=True, slots=True, kw_only=True)
class Publication(Record):
    """Where a piece of evidence was read."""

    title: str = ""
    publisher: str = ""
    url: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
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


@dataclass(frozen=True, slots=True, kw_only=True)
class Roles(Record):
    """Who decides, who wrote, who judged, and what ties they have."""

    decider: str = ""
    author: str = ""
    reviewer: str = ""
    assessors: tuple[str, ...] = ()
    conflicts: Pairs[tuple[str, ...]] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice(Record):
    """What was chosen in the end, when and why."""

    candidate: str
    date: str = ""
    because: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Review(Record):
    """When to look again, and what reopens the decision before."""

    date: str = ""
    if_: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Dissent(Record):
    """Who disagrees, in their own words."""

    by: str = ""
    says: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Condition(Record):
    """What would have to be true for a candidate, and who finds out how."""

    if_: str
    for_: str = ""
    find_out: str = ""
    who: str = ""


@dataclass(frozen=True, slots=True)
class Term:
    """One summand of a preference: ``factor`` × the weight (or score) of ``id``; without an id the share itself."""

    factor: Fraction
    id: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Statement(Record):
    """A preference: sides joined by ``>=``, ``<=`` or ``=``; ``holistic`` ones compare candidates."""

    text: str
    sides: tuple[tuple[Term, ...], ...]
    signs: tuple[str, ...]
    holistic: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Weights(Record):
    """Weights stated apart from the tree: ``equal``, an order (most important first), or node by node."""

    form: str
    order: tuple[tuple[str, ...], ...] = ()
    formula: str = "centroid"
    nodes: Pairs[Weight] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class PossibleWeights(Record):
    """Which weights are possible: ``order``, ``any``, ``stated``, or ``share`` with how far each point may be off."""

    form: str
    share: Fraction | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Stakeholder(Named):
    """One whose weights count."""

    share: Fraction | None = None
    weights: Weights | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Scenario(Named):
    """The same decision if something turns out differently; what it names is replaced."""

    chance: Fraction | None = None
    performance: Performance = ()
    weights: Pairs[Weight] = ()
    gates: Pairs[Pairs[Verdict]] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class CheckSetting(Record):
    """How one check is set in this file: switched off, or with its own thresholds."""

    off: bool = False
    settings: Pairs[str] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Waiver(Record):
    """A check that someone answers for, with reason, name and date."""

    check: str
    for_: str = ""
    because: str
    by: str
    until: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Decision(Record):
    """A whole decision; ``id`` is the name of its file or folder, ``noticed`` what is odd about its text."""

    id: str = field(compare=False)
    title: str
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
    candidates: tuple[Candidate, ...]
    gates: tuple[Gate, ...] = ()
    criteria: tuple[Criterion, ...]
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

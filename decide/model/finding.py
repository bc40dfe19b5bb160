"""A finding: the exact answer of one analysis, with the change that shows it and what proves it."""

from fractions import Fraction
from typing import Literal

from decide.model.change import Change
from decide.model.record import Record, record
from decide.model.written import Pairs

Status = Literal["holds", "found", "impossible", "undetermined"]
"""Already so; found, with a witness; there is no such change, with a certificate; not decided within the limits."""


@record
class Witness(Record):
    """A change, and what comes out when it is applied and the decision ranked again.

    ``ranks`` (candidate → rank) is filled where the finding is about ranks.
    """

    change: Change
    first: tuple[str, ...]
    ranks: Pairs[int] = ()


@record
class Implied(Record):
    """Multipliers of stated rows whose sum is the conclusion (Farkas, or the dual of a linear program).

    ``rivals``: of the rows “the candidate is at least as good as this one”; ``rows``: of the named statements on
    weights; ``floors``: of the rows “this weight is not negative”, where the bound is on a distance.
    """

    rivals: Pairs[Fraction] = ()
    rows: Pairs[Fraction] = ()
    floors: Pairs[Fraction] = ()


@record
class Each(Record):
    """One certificate for each of several candidates."""

    parts: Pairs[Implied]


@record
class Cut(Record):
    """Possible weights under which an improvement must already be enough against a rival, and their multiplier."""

    rival: str
    weights: Pairs[Fraction]
    multiplier: Fraction


@record
class Cuts(Record):
    """What proves that an improvement is the cheapest (``cuts``) and enough for all possible weights (``parts``)."""

    cuts: tuple[Cut, ...]
    parts: Pairs[Implied]


@record
class Branch(Record):
    """One node of a case distinction: these rivals are held below, those may stay above.

    A leaf has its bound; another node splits on ``on``: child ``low`` holds it below too, child ``high`` lets it be.
    """

    below: tuple[str, ...]
    above: tuple[str, ...]
    on: str = ""
    low: int = 0
    high: int = 0
    bound: Implied | None = None


@record
class Split(Record):
    """A case distinction: its nodes, the first one the root."""

    nodes: tuple[Branch, ...]


@record
class Limit(Record):
    """A rival's margin is never further on its other side than ``amount``, by these multipliers."""

    rival: str
    amount: Fraction
    proof: Implied


@record
class Counted(Record):
    """A case distinction on who is ahead of a candidate, which counts those that spoil its rank.

    For the best rank the candidate has its own cells at their high, its rivals have theirs at their low, and those who
    are ahead count; for the worst rank it is the other way about, and those who are not ahead count. ``always`` proves
    who counts under every possible weight. A node holds rivals below (not ahead) or above (ahead); a leaf has enough of
    those that count, or a bound. Its multipliers are of “this rival does not count” for those that are not decided,
    and of what the node says for the others. The sum of these rows is at most -b under all possible weights; a rival
    that counts makes good for its multiplier times its limit at most, and without enough of them that is less than b.
    """

    always: Pairs[Implied]
    limits: tuple[Limit, ...]
    nodes: tuple[Branch, ...]


@record
class Sometimes(Record):
    """Multipliers that hold an amount down (``most``), and possible weights under which it is not so always."""

    most: Implied
    weights: Pairs[Fraction]


Certificate = Implied | Each | Cuts | Split | Counted | Sometimes


@record
class Estimate(Record):
    """Where a number was drawn: how often, from which seed, and the certainty with which all limits hold together.

    ``frame``: the points that span where weights were walked to, in shares of the columns of the possible weights;
    empty where they were drawn without walking. ``between``: whether a move was between two of these points (``frame``)
    or two leaves.
    """

    draws: int
    seed: str
    together: Fraction
    frame: tuple[tuple[Fraction, ...], ...] = ()
    between: Literal["", "frame", "leaves"] = ""


@record
class Finding(Record):
    """One exact statement, without prose.

    ``variant`` tells apart the statements of one analysis; ``about`` has the ids that it is about; ``amount`` is in
    ``unit``; ``rows`` are the records of the analysis that hold its table; ``estimate`` says how numbers were drawn.
    """

    analysis: str
    about: tuple[str, ...]
    status: Status
    variant: str = ""
    amount: Fraction | None = None
    unit: str = ""
    witness: Witness | None = None
    certificate: Certificate | None = None
    rows: tuple[Record, ...] = ()
    estimate: Estimate | None = None

"""How a decision is made and kept: who decides, what was chosen, what reopens it, who disagrees, what is waived."""

from decide.model.record import record
from decide.model.written import Pairs, Written


@record
class Roles(Written):
    """Who decides, who wrote, who judged, and what ties they have."""

    decider: str = ""
    author: str = ""
    reviewer: str = ""
    assessors: tuple[str, ...] = ()
    conflicts: Pairs[tuple[str, ...]] = ()


@record
class Choice(Written):
    """What was chosen in the end, when and why."""

    candidate: str
    date: str = ""
    because: str = ""


@record
class Review(Written):
    """When to look again, and what reopens the decision before."""

    date: str = ""
    if_: tuple[str, ...] = ()


@record
class Dissent(Written):
    """Who disagrees, in their own words."""

    says: str
    by: str = ""


@record
class Condition(Written):
    """What would have to be true for a candidate, and who finds out how."""

    if_: str
    for_: str = ""
    find_out: str = ""
    who: str = ""


@record
class CheckSetting(Written):
    """How one check is set in this file: switched off, or with its own thresholds."""

    off: bool = False
    settings: Pairs[str] = ()


@record
class Waiver(Written):
    """A check that someone answers for, with reason, name and date."""

    check: str
    because: str
    by: str
    until: str
    for_: str = ""

"""What is common to everything that is written in a decision: a place, the user's own keys, perhaps an id."""

from dataclasses import field
from typing import TypeVar

from decide.model.place import Place
from decide.model.record import Record, record

T = TypeVar("T")
Pairs = tuple[tuple[str, T], ...]
Plain = str | tuple[object, ...]
"""What a user's own ``x-`` key holds: text, ``("list", item, …)`` or ``("map", (key, value), …)``."""


@record
class Written(Record):
    """What everything written with braces has: a place and the user's own keys."""

    extra: Pairs[Plain] = field(default=(), kw_only=True)
    place: Place | None = field(default=None, compare=False, repr=False, kw_only=True)


@record
class Named(Written):
    """Whatever has an id: a name, and why it is so."""

    id: str
    name: str = ""
    about: str = ""
    because: str = ""
    evidence: tuple[str, ...] = ()

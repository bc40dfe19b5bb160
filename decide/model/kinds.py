"""What a field of the format can be: its kind of value, its key, the mapping that it stands in."""

import keyword
from collections.abc import Callable
from typing import Any

from decide.model.record import Record, record


@record
class Kind(Record):
    """What a value is: ``name`` says how it is read; ``to`` what its keys or text refer to."""

    name: str
    to: str = ""
    of: "Kind | None" = None
    shape: "Shape | None" = None
    choices: tuple[str, ...] = ()


@record
class Field(Record):
    """One key; ``default`` is what its absence means."""

    key: str
    kind: Kind
    about: str
    default: object = ""
    required: bool = False

    @property
    def attribute(self) -> str:
        """The name of the record's attribute."""
        return f"{self.key}_" if keyword.iskeyword(self.key) else self.key


@record
class Shape(Record):
    """A mapping with known keys; ``short`` is the key that a bare value stands for."""

    name: str
    make: Callable[..., Any]
    fields: tuple[Field, ...]
    short: str = ""

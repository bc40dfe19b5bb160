"""What a record is: a dataclass with slots that cannot be changed once it is made.

``dataclass(frozen=True)`` compiles five methods for each class, and with some forty classes that was a quarter of the
time in which the command starts. Here the classes share the methods of one base instead.
"""

from dataclasses import MISSING, Field, FrozenInstanceError, dataclass, field
from typing import Any, ClassVar, TypeVar, cast, dataclass_transform

T = TypeVar("T", bound="type[Any]")


class Record:
    """Equal to another record of its class whose compared fields are equal; changed by ``dataclasses.replace``."""

    __slots__ = ()
    __dataclass_fields__: ClassVar[dict[str, Field[Any]]]

    def __init__(self, *given: Any, **named: Any) -> None:
        fields = self.__dataclass_fields__
        if given:
            named |= zip(fields, given, strict=False)
        for name, known in fields.items():
            value = named.pop(name, known.default)
            if value is MISSING:
                raise TypeError(f"{type(self).__name__} needs {name}")
            object.__setattr__(self, name, value)
        if named or len(given) > len(fields):
            raise TypeError(f"{type(self).__name__} has no {', '.join(named) or 'such field'}")

    def __setattr__(self, name: str, value: object) -> None:
        raise FrozenInstanceError(f"cannot assign to {name}")

    def __delattr__(self, name: str) -> None:
        raise FrozenInstanceError(f"cannot delete {name}")

    def __eq__(self, other: object) -> bool:
        if type(other) is not type(self):
            return NotImplemented
        return _compared(self) == _compared(other)

    def __hash__(self) -> int:
        return hash((type(self), _compared(self)))

    def __repr__(self) -> str:
        shown = (f"{name}={getattr(self, name)!r}" for name, known in self.__dataclass_fields__.items() if known.repr)
        return f"{type(self).__name__}({', '.join(shown)})"

    def __getstate__(self) -> tuple[Any, ...]:
        return tuple(getattr(self, name) for name in self.__dataclass_fields__)

    def __setstate__(self, state: tuple[Any, ...]) -> None:
        for name, value in zip(self.__dataclass_fields__, state, strict=True):
            object.__setattr__(self, name, value)


@dataclass_transform(frozen_default=True, field_specifiers=(field,))
def record(cls: T) -> T:
    """Make a class a record; it must come from Record."""
    made: Any = dataclass(init=False, repr=False, eq=False, slots=True)(cls)
    return cast(T, made)


def _compared(one: Record) -> tuple[Any, ...]:
    return tuple(getattr(one, name) for name, known in one.__dataclass_fields__.items() if known.compare)

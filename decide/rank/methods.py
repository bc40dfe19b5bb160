"""The methods that turn values and weights into scores: one file each, one line each."""

from collections.abc import Callable, Sequence
from fractions import Fraction

from decide.model.record import Record, record
from decide.rank.additive import additive


@record
class Method(Record):
    """One way to score; ``linear`` says that scores are linear in the weights."""

    name: str
    title: str
    score: Callable[[Sequence[Fraction], Sequence[Sequence[Fraction]]], tuple[Fraction, ...]]
    linear: bool
    source: str


_ADDITIVE = Method(
    name="additive",
    title="Additive value model",
    score=additive,
    linear=True,
    source="Keeney and Raiffa 1976, ch. 3",
)

METHODS: dict[str, Method] = {method.name: method for method in (_ADDITIVE,)}

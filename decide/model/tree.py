"""The value tree, seen from its leaves."""

from collections.abc import Iterator
from fractions import Fraction

from decide.model.decision import Criterion
from decide.model.record import Record, record


@record
class RangeScale(Record):
    """Fixed ends; ``logarithmic`` values ratios instead of differences."""

    worst: Fraction
    best: Fraction
    logarithmic: bool = False


@record
class CurveScale(Record):
    """Points (amount, value) with rising amounts; values 0 … 100, linear between."""

    points: tuple[tuple[Fraction, Fraction], ...]


@record
class LevelScale(Record):
    """Texts, worst first, and the value 0 … 100 of each."""

    texts: tuple[str, ...]
    values: tuple[Fraction, ...]


Scale = RangeScale | CurveScale | LevelScale


@record
class Leaf(Record):
    """One measured criterion with the scale, own or inherited, and the groups above it, outermost first."""

    criterion: Criterion
    scale: Scale
    unit: str
    groups: tuple[Criterion, ...]

    @property
    def id(self) -> str:
        """The id of the criterion."""
        return self.criterion.id


def own_scale(criterion: Criterion) -> Scale | None:
    """Return the scale that stands on this node itself, or None."""
    if criterion.range is not None:
        return RangeScale(criterion.range.worst, criterion.range.best, criterion.value == "log")
    if criterion.curve:
        return CurveScale(criterion.curve)
    if criterion.levels:
        if isinstance(criterion.value, tuple):
            return LevelScale(criterion.levels, criterion.value)
        steps = len(criterion.levels) - 1
        return LevelScale(criterion.levels, tuple(Fraction(100 * step, steps) for step in range(steps + 1)))
    return None


def leaves(criteria: tuple[Criterion, ...]) -> tuple[Leaf, ...]:
    """Return the leaves in the file's order; a leaf without any scale is left out (the loader has refused it)."""
    return tuple(_leaves(criteria, (), None))


def nodes(criteria: tuple[Criterion, ...]) -> Iterator[Criterion]:
    """Yield every node, a group before what it holds."""
    for criterion in criteria:
        yield criterion
        yield from nodes(criterion.criteria)


def _leaves(
    criteria: tuple[Criterion, ...], groups: tuple[Criterion, ...], inherited: Criterion | None
) -> Iterator[Leaf]:
    for criterion in criteria:
        bearer = criterion if own_scale(criterion) is not None else inherited
        if criterion.criteria:
            yield from _leaves(criterion.criteria, (*groups, criterion), bearer)
        elif bearer is not None:
            scale = own_scale(bearer)
            if scale is not None:
                yield Leaf(criterion, scale, criterion.unit or bearer.unit, groups)

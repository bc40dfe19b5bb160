"""The value tree as typed → criteria with their scales."""

from fractions import Fraction
from typing import Any

from decide.load.cells import amount, amounts_of_range, outside
from decide.load.ids import closest, slug
from decide.load.mistakes import shortened
from decide.load.nodes import Mapping, Node, Scalar, Sequence
from decide.load.numbers import NotANumber, number
from decide.load.reader import Reader
from decide.load.text import MAX_NAME
from decide.model.decision import Criterion, Limit
from decide.model.fields import CRITERION
from decide.model.kinds import Kind
from decide.model.tree import CurveScale, Scale, own_scale

HUNDRED = Fraction(100)
_SCALES = ("range", "curve", "levels")


def read_tree(reader: Reader, node: Node, kind: Kind, key: str) -> tuple[Criterion, ...] | None:
    """Return the criteria of the tree, outermost first."""
    return _read_tree(reader, node, None)


def read_levels(reader: Reader, node: Node, kind: Kind, key: str) -> tuple[str, ...] | None:
    """Return the texts of a constructed scale, worst first."""
    if not isinstance(node, Sequence):
        reader.refuse(node, Sequence, "levels are a list, worst first, as in [poor, good]")
        return None
    texts = [reader.text(item, MAX_NAME) for item in node.items]
    kept = [text for text in texts if text is not None]
    doubled = [item for at, item in enumerate(node.items) if texts[at] is not None and texts[at] in texts[:at]]
    for item in doubled:
        reader.faults.add(
            "bad-scale", item.place, "this level stands in the list twice", "give each level its own text"
        )
    if len(node.items) < 2:
        reader.faults.add("bad-scale", node.place, "a scale has at least two levels", "write the worst and the best")
    if "unknown" in kept:
        reader.faults.add("bad-scale", node.place, "unknown is not a level", "write  unknown  in the cell")
    return None if doubled or len(kept) < max(2, len(texts)) or "unknown" in kept else tuple(kept)


def read_curve(reader: Reader, node: Node, kind: Kind, key: str) -> tuple[tuple[Fraction, Fraction], ...] | None:
    """Return the points of a curve with rising amounts."""
    if not isinstance(node, Mapping):
        reader.refuse(node, Mapping, "a curve is written as  {amount: value, amount: value}")
        return None
    points: dict[Fraction, Fraction] = {}
    for at, worth in node.pairs:
        x, y = reader.parsed(at, number), reader.parsed(worth, number)
        if x is None or y is None:
            return None
        if x in points:
            reader.faults.add("bad-scale", at.place, f"the curve has two values at {at.text}", "keep one of them")
        points[x] = y
    if len(points) < 2 or min(points.values()) != 0 or max(points.values()) != HUNDRED:
        message = "a curve goes from the value 0 to the value 100, and nowhere beyond"
        reader.faults.add("bad-scale", node.place, message, "let its worst point be 0 and its best 100")
        return None
    return tuple(sorted(points.items()))


def read_value(reader: Reader, node: Node, kind: Kind, key: str) -> str | tuple[Fraction, ...] | None:
    """Return ``linear``, ``log`` or the values of levels."""
    if isinstance(node, Scalar) and node.text in ("linear", "log"):
        return node.text
    if not isinstance(node, Sequence):
        message = "value is  linear, log, or a list with one value for each level"
        reader.faults.add("wrong-type", node.place, message)
        return None
    values = [reader.parsed(item, number) for item in node.items]
    kept = tuple(value for value in values if value is not None)
    if len(kept) < len(values):
        return None
    if not kept or list(kept) != sorted(kept) or kept[0] != 0 or kept[-1] != HUNDRED:
        message = "the values of levels rise from 0 for the worst to 100 for the best"
        reader.faults.add("bad-scale", node.place, message, "as in  value: [0, 10, 40, 80, 100]")
        return None
    return kept


def read_limit(reader: Reader, node: Node, kind: Kind, key: str) -> Limit | None:
    """Return a limit in points out of 100: of the whole score, or of a group."""
    if isinstance(node, Scalar) and node.text.endswith("%"):
        reader.faults.add("wrong-type", node.place, "this limit is in points, not in percent", "leave the % sign away")
        return None
    points = reader.parsed(node, number)
    if points is None:
        return None
    if not 0 <= points <= HUNDRED:
        reader.faults.add("off-range", node.place, "this limit is in points from 0 to 100", "write such a number")
        return None
    return Limit(low=points, place=node.place)


def _read_tree(reader: Reader, node: Node, inherited: Criterion | None) -> tuple[Criterion, ...] | None:
    if not isinstance(node, Mapping):
        told, hint = "criteria are written as  id: {name: …, range: …}", "begin each with its id, without a dash"
        reader.refuse(node, Mapping, told, hint if isinstance(node, Sequence) else "")
        return None
    read = [_criterion(reader, key, value, inherited) for key, value in node.pairs]
    return tuple(criterion for criterion in read if criterion is not None)


def _criterion(reader: Reader, key: Scalar, node: Node, inherited: Criterion | None) -> Criterion | None:
    identifier, name = slug(key.text), reader.text(key, MAX_NAME)
    known = identifier in reader.names.leaf or identifier in reader.names.group
    inner = node.get("criteria") if isinstance(node, Mapping) else None
    limit = node.get("limit") if isinstance(node, Mapping) else None
    values = reader.fields(_without(node, "criteria", "limit"), CRITERION)
    if values is None or name is None or not known:
        return None
    if isinstance(limit, Scalar) and limit.blank:
        reader.faults.add("wrong-type", limit.place, "nothing stands after  limit:", "write a value")
        return None
    if _meant(node, "weight") and "weight" not in values:
        reader.unweighed.add(identifier)
    if isinstance(node, Mapping) and not _one_scale(reader, node, values):
        return None
    bare = Criterion(**{"id": identifier, "name": name, **values, "place": key.place})
    bearer = bare if own_scale(bare) is not None else inherited
    if inner is not None:
        values["criteria"] = _inside(reader, inner, bearer)
        values["limit"] = None if limit is None else read_limit(reader, limit, Kind("limit"), identifier)
    elif not _take_scale(reader, node, bearer, bare):
        return None
    elif limit is not None:
        values["limit"] = _leaf_limit(reader, limit, reader.scales[identifier])
    return Criterion(**{"id": identifier, "name": name, **values, "place": key.place})


def _inside(reader: Reader, node: Node, bearer: Criterion | None) -> tuple[Criterion, ...]:
    if isinstance(node, Mapping) and not node.pairs:
        reader.faults.add("empty-criteria", node.place, "there is no criterion in this group", "write at least one")
    return _read_tree(reader, node, bearer) or ()


def _without(node: Node, *keys: str) -> Node:
    if not isinstance(node, Mapping):
        return node
    rest = Mapping(node.source, node.line, node.column, node.end, flow=node.flow)
    rest.pairs = [(key, value) for key, value in node.pairs if key.text not in keys]
    return rest


def _meant(node: Node, *keys: str) -> bool:
    """Return whether one of the keys stands there, perhaps misspelt: then its lack is no second fault."""
    known = [field.key for field in CRITERION.fields]
    typed = [key.text for key, _ in _pairs(node) if not key.text.startswith("x-")]
    return any((text if text in known else closest(text, known)) in keys for text in typed)


def _take_scale(reader: Reader, node: Node, bearer: Criterion | None, leaf: Criterion) -> bool:
    scale = None if bearer is None else own_scale(bearer)
    if scale is not None and bearer is not None:
        reader.scales[leaf.id] = scale
        if "clip" in (bearer.beyond, leaf.beyond):
            reader.clipped.add(id(scale))
        return True
    place = leaf.place
    assert place is not None
    remedy = f"write  range: {{worst: …, best: …}}  (or levels: [worst, …, best])  on {leaf.id}"
    weight = next((pair for pair in _pairs(node) if pair[0].text == "weight"), None)
    if _meant(node, *_SCALES):
        return False
    if weight is not None and leaf.weight is not None:
        said = shortened(weight[1].text) if isinstance(weight[1], Scalar) else "this weight"
        message = f"{said} has no meaning until we know the worst-to-best swing that it buys"
        reader.faults.add("weight-without-range", weight[0].place, message, remedy)
    else:
        reader.faults.add("scale-missing", place, f"{leaf.id} has no scale: what is worst, what is best?", remedy)
    return False


def _pairs(node: Node) -> list[tuple[Scalar, Node]]:
    return node.pairs if isinstance(node, Mapping) else []


def _one_scale(reader: Reader, node: Mapping, values: dict[str, Any]) -> bool:
    stated = [key for key, _ in node.pairs if key.text in _SCALES]
    if len(stated) > 1:
        message = f"{stated[0].text} and {stated[1].text} are two scales for one criterion"
        reader.faults.add("bad-scale", stated[1].place, message, "keep one of them")
        return False
    if len(stated) != len([key for key in _SCALES if key in values]):
        return False
    ends, value = values.get("range"), values.get("value", "linear")
    worth = node.get("value")
    place = worth.place if worth is not None else node.place
    if ends is not None and ends.worst == ends.best:
        reader.faults.add("bad-scale", ends.place, "worst and best are the same", "a scale needs two different ends")
        return False
    if isinstance(value, tuple) and "levels" not in values:
        hint = "write  levels: [worst, …, best]  beside it, or a  curve:"
        reader.faults.add("bad-scale", place, "a list of values belongs to levels, one value for each", hint)
        return False
    if isinstance(value, tuple) and len(value) != len(values["levels"]):
        message = f"{len(value)} values for {len(values['levels'])} levels"
        reader.faults.add("bad-scale", place, message, "write one value for each level")
        return False
    if value == "log" and (ends is None or min(ends.worst, ends.best) <= 0):
        message = "value: log needs a range with both ends above 0"
        reader.faults.add("bad-scale", place, message, "remove it, or give such a range")
        return False
    return True


def _leaf_limit(reader: Reader, node: Node, scale: Scale) -> Limit | None:
    ends = None
    if isinstance(node, Scalar):
        try:
            ends = amounts_of_range(reader, node, scale)
        except NotANumber as error:
            reader.note(node, error)
            return None
    if isinstance(scale, CurveScale):
        return _stretch(reader, node, ends)
    if ends is not None:
        message = "a limit is one amount, not a range"
        reader.faults.add("wrong-type", node.place, message, "write the worst that is accepted")
        return None
    low = amount(reader, node, scale)
    if low is None:
        return None
    if beyond := outside(low, scale):
        message = f"this limit lies outside the scale {beyond}, where all performances are worth the same"
        reader.faults.add("off-range", node.place, message, "widen the range, or write a limit inside it")
        return None
    return Limit(low=low, place=node.place)


def _stretch(reader: Reader, node: Node, ends: tuple[Fraction, Fraction] | None) -> Limit | None:
    if ends is not None and ends[0] <= ends[1]:
        return Limit(low=ends[0], high=ends[1], place=node.place)
    if ends is not None or not isinstance(node, Scalar) or ".." not in node.text:
        message = "a limit on a curve is the stretch that is accepted"
        reader.faults.add("wrong-type", node.place, message, "write it as  lo..hi")
    return None

"""Performances as typed → cells on the scale of their leaf."""

from fractions import Fraction
from typing import Any

from decide.load.ids import nearest
from decide.load.nodes import Mapping, Node, Scalar
from decide.load.numbers import NotANumber, number, reads_as_number, shortened, split_range
from decide.load.reader import Reader
from decide.model.decision import Cell
from decide.model.fields import Kind
from decide.model.tree import LevelScale, RangeScale, Scale


def read_cell(reader: Reader, node: Node, kind: Kind, leaf: str) -> Cell | None:
    """Return the cell, or None when nothing is said or a fault was noted."""
    assert kind.shape is not None
    values = reader.fields(node, kind.shape)
    scale = reader.scales.get(leaf)
    if values is None or scale is None:
        return None
    parts = {key: values.pop(f"{key}_" if key == "is" else key, None) for key in ("is", "low", "high")}
    if all(part is None for part in parts.values()) and not values:
        return None
    amounts = _amounts(reader, parts, scale)
    if amounts is None:
        return None
    cell = Cell(**values, **amounts, place=node.place)
    return cell if _in_order(reader, cell, node) else None


def amount(reader: Reader, node: Node, scale: Scale) -> Fraction | None:
    """Return a number, or the place of a level, as it stands on ``scale``; None after a fault."""
    if not isinstance(node, Scalar):
        hint = "quote a level that holds “: ”" if isinstance(node, Mapping) else ""
        reader.faults.add("wrong-type", node.place, "a performance is a number, a level, lo..hi or unknown", hint)
        return None
    try:
        return _on_scale(reader, node, node.text, scale)
    except NotANumber as error:
        reader.faults.add(error.code, node.place, str(error), error.hint)
        return None


def amounts_of_range(reader: Reader, node: Scalar, scale: Scale) -> tuple[Fraction, Fraction] | None:
    """Return both ends of ``lo..hi``; None if the text is no range; raises NotANumber."""
    if isinstance(scale, LevelScale) and node.text in scale.texts:
        return None
    ends = split_range(node.text)
    if ends is None:
        return None
    low, high = _on_scale(reader, node, ends[0], scale), _on_scale(reader, node, ends[1], scale)
    return None if low is None or high is None else (low, high)


def outside(value: Fraction, scale: Scale) -> str:
    """Return the ends of the scale in words if ``value`` lies outside, else nothing."""
    if isinstance(scale, LevelScale):
        return ""
    ends = (scale.worst, scale.best) if isinstance(scale, RangeScale) else (scale.points[0][0], scale.points[-1][0])
    low, high = min(ends), max(ends)
    return "" if low <= value <= high else f"{_short(low)} … {_short(high)}"


def _amounts(reader: Reader, parts: dict[str, Any], scale: Scale) -> dict[str, Any] | None:
    given = parts["is"]
    if isinstance(given, Scalar) and given.text == "unknown":
        if parts["low"] is None and parts["high"] is None:
            return {"unknown": True}
        reader.faults.add("bad-range", given.place, "unknown, and yet a range", "write only  low:  and  high:")
        return None
    try:
        ends = amounts_of_range(reader, given, scale) if isinstance(given, Scalar) else None
    except NotANumber as error:
        reader.faults.add(error.code, given.place, str(error), error.hint)
        return None
    if ends is not None:
        for key in ("low", "high"):
            if parts[key] is not None:
                message = f"{given.text} is a range, and  {key}:  gives another"
                reader.faults.add("bad-range", given.place, message, "write one of them")
                return None
        return {"low": ends[0], "high": ends[1]}
    if isinstance(given, Scalar) and not isinstance(scale, LevelScale) and ".." in given.text:
        return None
    read = {key: None if part is None or _blank(part) else amount(reader, part, scale) for key, part in parts.items()}
    broken = any(read[key] is None and part is not None and not _blank(part) for key, part in parts.items())
    return None if broken else {"is_": read["is"], "low": read["low"], "high": read["high"]}


def _on_scale(reader: Reader, node: Scalar, text: str, scale: Scale) -> Fraction | None:
    if isinstance(scale, LevelScale):
        return _level(reader, node, text, scale)
    value = number(text)
    ends = outside(value, scale)
    if ends and id(scale) not in reader.clipped:
        message = f"{shortened(text)} lies outside the scale {ends}"
        reader.faults.add("off-range", node.place, message, "widen the range, or write  beyond: clip  at the criterion")
        return None
    return value


def _level(reader: Reader, node: Scalar, text: str, scale: LevelScale) -> Fraction | None:
    if text in scale.texts:
        return Fraction(scale.texts.index(text))
    numbered = not any(reads_as_number(level) for level in scale.texts)
    if numbered and text.isascii() and text.isdigit() and int(text[:4]) < len(scale.texts):
        return Fraction(int(text))
    words = f" (or a number from 0 to {len(scale.texts) - 1})" if numbered else ""
    hint = nearest(text, list(scale.texts))
    message = f"“{shortened(text)}” is none of the levels{words}"
    reader.faults.add("off-scale", node.place, message, hint)
    return None


def _in_order(reader: Reader, cell: Cell, node: Node) -> bool:
    if (cell.low is None) != (cell.high is None):
        reader.faults.add("bad-range", node.place, "only one end of the range is given", "write both  low:  and  high:")
        return False
    if cell.low is None or cell.high is None:
        return True
    point = cell.low if cell.is_ is None else cell.is_
    if cell.low <= point <= cell.high:
        return True
    message = "low, is and high are not in this order"
    reader.faults.add("bad-range", node.place, message, "low is the smaller number or level, whichever is better")
    return False


def _blank(node: Node) -> bool:
    return isinstance(node, Scalar) and node.blank


def _short(value: Fraction) -> str:
    return str(value) if value.denominator == 1 else f"{float(value):g}"

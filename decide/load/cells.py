"""Performances as typed → cells on the scale of their leaf."""

import re
from fractions import Fraction
from typing import Any

from decide.load.ids import closest, nearest
from decide.load.mistakes import refusal, shortened
from decide.load.nodes import Mapping, Node, Refused, Scalar
from decide.load.numbers import NotANumber, number, reads_as_number, split_range
from decide.load.reader import Reader
from decide.model.decision import Cell
from decide.model.kinds import Kind
from decide.model.tree import LevelScale, RangeScale, Scale


def read_cell(reader: Reader, node: Node, kind: Kind, leaf: str) -> Cell | None:
    """Return the cell, or None when nothing is said or a fault was noted."""
    assert kind.shape is not None
    values = reader.fields(node, kind.shape)
    scale = reader.scales.get(leaf)
    if values is None or scale is None:
        return None
    parts = {key: values.pop(f"{key}_" if key == "is" else key, None) for key in ("is", "low", "high")}
    parts = {key: None if part is None or _blank(part) else part for key, part in parts.items()}
    if all(part is None for part in parts.values()) and not values:
        return None
    amounts = _amounts(reader, parts, scale)
    if amounts is None:
        return None
    cell = Cell(**values, **amounts, place=node.place)
    return cell if _in_order(reader, cell, node) else None


def amount(reader: Reader, node: Node, scale: Scale) -> Fraction | None:
    """Return a number, or the place of a level, as it stands on ``scale``; None after a fault."""
    if isinstance(node, Refused):
        return None
    if not isinstance(node, Scalar):
        hint = "quote a level that holds “: ”" if isinstance(node, Mapping) else "write one of them"
        reader.faults.add("wrong-type", node.place, "a performance is a number, a level, lo..hi or unknown", hint)
        return None
    try:
        return _on_scale(reader, node, node.text, scale)
    except NotANumber as error:
        reader.note(node, error)
        return None


def amounts_of_range(reader: Reader, node: Scalar, scale: Scale) -> tuple[Fraction, Fraction] | None:
    """Return both ends of ``lo..hi``; None if the text is no range; raises NotANumber."""
    if not _is_range(node, scale):
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
    ends = [(key, parts[key]) for key in ("low", "high") if parts[key] is not None]
    if isinstance(given, Scalar) and given.text == "unknown":
        if not ends:
            return {"unknown": True}
        message = "this says that nothing is known, and  low:  and  high:  say more"
        reader.faults.add("bad-range", given.place, message, "write only  low:  and  high:")
        return None
    if isinstance(given, Scalar) and _is_range(given, scale):
        return _range(reader, given, ends, scale)
    for _, end in ends:
        if isinstance(end, Scalar) and end.text == "unknown":
            hint = "write the end of the scale where nothing more is known"
            reader.faults.add("bad-range", end.place, "an end of a range is a number or a level", hint)
            return None
    read = {key: None if part is None else amount(reader, part, scale) for key, part in parts.items()}
    if any(read[key] is None and part is not None for key, part in parts.items()):
        return None
    return {"is_": read["is"], "low": read["low"], "high": read["high"]}


def _range(reader: Reader, given: Scalar, ends: list[tuple[str, Node]], scale: Scale) -> dict[str, Any] | None:
    if ends:
        message = f"{shortened(given.text)} is a range, and  {ends[0][0]}:  gives another"
        reader.faults.add("bad-range", given.place, message, "write one of them")
        return None
    try:
        found = amounts_of_range(reader, given, scale)
    except NotANumber as error:
        reader.note(given, error)
        return None
    return None if found is None else {"low": found[0], "high": found[1]}


def _is_range(node: Scalar, scale: Scale) -> bool:
    """Tell ``poor..good`` from a level that holds two dots itself, even when it is misspelt."""
    dotted = (text for text in scale.texts if ".." in text) if isinstance(scale, LevelScale) else ()
    return ".." in node.text and not closest(node.text, dotted)


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
    if numbered and re.fullmatch("0|[1-9][0-9]{0,5}", text) and int(text) < len(scale.texts):
        return Fraction(int(text))
    words = f", nor a number from 0 to {len(scale.texts) - 1}" if numbered else ""
    message = f"“{shortened(text)}” is none of the levels{words}"
    _, remedy, _ = refusal(text)
    hint = "write  unknown  where nothing is known" if "unknown" in remedy else nearest(text, list(scale.texts))
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
    message, hint = "low, is and high are not in this order", "low is the smaller number, or the level further left"
    if isinstance(node, Scalar) and (ends := split_range(node.text)):
        message, hint = f"{shortened(node.text)} begins with its upper end", f"write  {ends[1]}..{ends[0]}"
    reader.faults.add("bad-range", node.place, message, hint)
    return False


def _blank(node: Node) -> bool:
    return isinstance(node, Scalar) and node.blank


def _short(value: Fraction) -> str:
    return str(value) if value.denominator == 1 else f"{float(value):g}"

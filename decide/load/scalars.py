"""Scalars → text, words, numbers, days and references; every refusal becomes a fault with its remedy."""

from collections.abc import Callable
from typing import Any, TypeVar

from decide.load import numbers
from decide.load.faults import Faults
from decide.load.ids import closest, nearest, slug
from decide.load.mistakes import shortened
from decide.load.names import Names
from decide.load.nodes import Mapping, Node, Refused, Scalar, Sequence
from decide.load.numbers import NotANumber
from decide.load.text import MAX_TEXT, check_value
from decide.load.traps import suspicious_hashes
from decide.model.kinds import Kind
from decide.model.place import Place

T = TypeVar("T")

_MANY, _FIRST = 100, 10
_DUE = {Scalar: "text", Mapping: "a group of keys", Sequence: "a list"}
_WRITE = {Scalar: "write text", Mapping: "write  {key: value}", Sequence: "write  [one, two]"}
_FOUND = {Scalar: "this is text", Mapping: "these are keys with values", Sequence: "this is a list"}
_SAME = {"true": "yes", "y": "yes", "on": "yes", "false": "no", "n": "no", "off": "no"}
_NOWHERE = {
    "candidate": "candidates stand under  candidates:",
    "leaf": "criteria stand under  criteria:",
    "criterion": "criteria stand under  criteria:",
    "gate": "gates stand under  gates:",
    "evidence": "write it under  evidence:",
    "check": "checks are named as  decide check  names them",
    "anything": "name a criterion, a candidate, a gate or evidence",
}


class ScalarReader:
    """Reads what stands in one place; knows the names that a reference may use."""

    def __init__(self, faults: Faults, names: Names) -> None:
        self.faults, self.names = faults, names
        self._hashes: dict[str, frozenset[int]] = {}

    def refuse(self, node: Node, due: type[Node], told: str = "", hint: str = "") -> None:
        """Note that something else is due here."""
        if isinstance(node, Refused):
            return
        blank = isinstance(node, Scalar) and node.blank
        found = "nothing stands here" if blank else _FOUND[Scalar if isinstance(node, Scalar) else type(node)]
        if not hint and due is Scalar and isinstance(node, Mapping):
            hint = f"quote text that holds “: ”{_as_text(node)}"
        self.faults.add("wrong-type", node.place, f"{told or _DUE[due] + ' is due here'}; {found}", hint or _WRITE[due])

    def text(self, node: Node, most: int = MAX_TEXT) -> str | None:
        """Return a text; None after a fault."""
        if not isinstance(node, Scalar) or isinstance(node, Refused):
            self.refuse(node, Scalar)
            return None
        if node.plain:
            self._warn_of_comment(node)
        text = node.text
        if len(text) <= most and text.isascii() and text.isprintable():  # most texts: no place needed
            return text
        return text if check_value(text, node.place, self.faults, most) else None

    def parsed(self, node: Node, parse: Callable[[str], T]) -> T | None:
        """Return ``parse`` of a scalar's text; its refusal becomes a fault."""
        if not isinstance(node, Scalar) or isinstance(node, Refused):
            self.refuse(node, Scalar)
            return None
        try:
            return parse(node.text)
        except NotANumber as error:
            self.note(node, error)
            return None

    def note(self, node: Scalar, error: NotANumber) -> None:
        """Turn the refusal of a number into a fault."""
        opener = node.source.line(node.line + 1)[node.column : node.column + 1]
        if opener in ("<", ">", "|") and not node.text.strip():
            hint = "write only the number: the direction follows from the scale"
            self.faults.add(error.code, node.place, f"{opener} begins a block of text here, and no number", hint)
        else:
            self.faults.add(error.code, node.place, str(error), error.hint)

    def reference(self, node: Node, to: str) -> str | None:
        """Return the id that a text names; None after a fault."""
        if not isinstance(node, Scalar) or isinstance(node, Refused):
            self.refuse(node, Scalar)
            return None
        identifier = slug(node.text)
        if to == "" or self.names.has(to, identifier):
            return identifier
        if to in ("candidate", "leaf", "criterion") and not self.names.known(to):
            return None  # the lack of all of them has been noted
        what = {"leaf": "criterion", "anything": "id"}.get(to, to)
        if to == "leaf" and identifier in self.names.group:
            message = f"“{shortened(node.text)}” is a group; only its leaves are measured"
            hint = "name the criteria inside it"
        else:
            message = f"there is no {what} “{shortened(node.text)}”"
            hint = self._nearest(identifier, to) or _NOWHERE.get(to, "")
        self.faults.add(f"unknown-{what}", node.place, message, hint)
        return None

    def scalar(self, node: Node, kind: Kind, key: str) -> Any:
        """Return what a scalar of this kind says, or None after a fault."""
        match kind.name:
            case "text":
                return self.text(node)
            case "word":
                return self.word(node, kind.choices)
            case "flag":
                word = self.word(node, ("yes", "no", "true", "false"))
                return None if word is None else word in ("yes", "true")
            case "ref":
                return self.reference(node, kind.to)
            case "number":
                return self.parsed(node, numbers.number)
            case "effort":
                return self.parsed(node, numbers.effort)
            case "measure":
                return self.parsed(node, numbers.measure)
            case "share":
                return self.parsed(node, numbers.chance if key == "chance" else numbers.share)
            case "age":
                return self.parsed(node, numbers.age)
            case "date" | "day":
                return self.parsed(node, lambda text: numbers.day(text, partial=kind.name == "day"))
            case "amount":
                return node
        raise AssertionError(f"no reader for {kind.name}")

    def word(self, node: Node, choices: tuple[str, ...]) -> str | None:
        """Return one of the words that can stand here; None after a fault."""
        if not isinstance(node, Scalar) or isinstance(node, Refused):
            self.refuse(node, Scalar, f"one of {', '.join(choices)} is due here")
            return None
        if node.text in choices:
            return node.text
        meant = _SAME.get(node.text.lower(), "")
        meant = meant if meant in choices else closest(node.text, choices)
        message = f"“{shortened(node.text)}” is none of {', '.join(choices)}"
        self.faults.add(
            "wrong-type", node.place, message, f"did you mean  {meant}  ?" if meant else "write one of them"
        )
        return None

    def _nearest(self, identifier: str, to: str) -> str:
        if self.faults.full:
            return ""
        known = self.names.known(to)
        # Looking through thousands of names for each of many misspelt ones would take seconds.
        return "" if len(known) > _MANY and len(self.faults.problems) > _FIRST else nearest(identifier, known)

    def _warn_of_comment(self, node: Scalar) -> None:
        source = node.source
        if source.name not in self._hashes:
            self._hashes[source.name] = suspicious_hashes(source.text)
        rest = source.line(node.line + 1)[node.end :] if node.line in self._hashes[source.name] else ""
        if rest.startswith(" #"):
            cut = rest.strip()
            place = Place(source, node.line + 1, node.end + 2, len(cut))
            message = f"“{shortened(cut)}” is a comment for YAML and not part of “{shortened(node.text)}”"
            self.faults.warn("cut-by-hash", place, message, "put the text in quotes, or a blank after #")


def _as_text(node: Mapping) -> str:
    key, value = node.pairs[0] if node.pairs else (None, None)
    if key is None or not isinstance(value, Scalar) or len(key.text) + len(value.text) > 60:
        return ""
    return f', as in  "{key.text}: {value.text}"'

"""Words of the command line (``price=30%``, ``acme.support=2``, ``globex=out``) → what a person asks to be changed."""

import re
from collections.abc import Sequence
from fractions import Fraction

from decide.load.cells import read_cell
from decide.load.faults import Faults
from decide.load.ids import nearest, slug
from decide.load.mistakes import shortened
from decide.load.names import Names
from decide.load.nodes import Scalar
from decide.load.numbers import NotANumber, measure
from decide.load.reader import Reader
from decide.load.weights import read_possible
from decide.model.change import Asked, Without
from decide.model.decision import Cell, Decision, PossibleWeights
from decide.model.fields import CELL
from decide.model.kinds import Kind
from decide.model.place import Source
from decide.model.problem import InvalidDecision
from decide.model.tree import leaves, nodes

OUT = "out"
_FRACTION = re.compile(r"([0-9]{1,400})/0*([1-9][0-9]{0,400})\Z")
"""An exact share of the whole, as the JSON of findings has it."""
_FORMS = "write  criterion=30%, criterion=45, candidate.criterion=performance, or  =out  after what is to be left out"


def read_changes(words: Sequence[str], decision: Decision) -> Asked:
    """Return what the words ask for; raises InvalidDecision with every word that cannot be read."""
    reading = _Reading(decision)
    for word in words:
        reading.take(word)
    if reading.faults.problems:
        raise InvalidDecision(reading.faults.problems)
    performance = tuple((candidate, tuple(row.items())) for candidate, row in reading.cells.items())
    without = Without(tuple(reading.criteria), tuple(reading.candidates), tuple(reading.evidence))
    return Asked(tuple(reading.shares.items()), tuple(reading.points.items()), performance, without)


def read_possible_weights(text: str) -> PossibleWeights:
    """Return the set of weights that a person names; raises InvalidDecision."""
    faults = Faults()
    node = Scalar(Source("command line", text), 0, 0, len(text), text=text.strip(), plain=True)
    found = read_possible(Reader(faults, Names(), {}), node, Kind("possible"), "possible")
    if found is None:
        raise InvalidDecision(faults.problems)
    return found


class _Reading:
    """Takes one word after the other; each begins with an id, or with two that a full stop joins."""

    def __init__(self, decision: Decision) -> None:
        self.decision, self.faults = decision, Faults()
        self.nodes = {node.id: node for node in nodes(decision.criteria)}
        self.leaves = {leaf.id: leaf for leaf in leaves(decision.criteria)}
        self.known = [one.id for one in decision.candidates]
        self.shares: dict[str, Fraction] = {}
        self.points: dict[str, Fraction] = {}
        self.cells: dict[str, dict[str, Cell]] = {}
        self.criteria: list[str] = []
        self.candidates: list[str] = []
        self.evidence: list[str] = []
        self.reader = Reader(self.faults, Names(), {})
        self.reader.scales = {identifier: leaf.scale for identifier, leaf in self.leaves.items()}

    def take(self, word: str) -> None:
        """Read one word, noting what is wrong with it."""
        name, sign, value = word.partition("=")
        source = Source("command line", word)
        scalar = Scalar(source, 0, len(name) + 1, len(word), text=value.strip(), plain=True)
        if not sign or not name.strip() or not value.strip():
            self._refuse(word, f"“{shortened(word)}” says no change", _FORMS)
        elif "." in name:
            first, _, second = name.partition(".")
            self._dotted(word, slug(first), second, scalar)
        else:
            self._single(word, slug(name), scalar)

    def _single(self, word: str, name: str, value: Scalar) -> None:
        if name not in self.nodes and name not in self.known:
            hint = nearest(name, [*self.nodes, *self.known])
            self._refuse(word, f"there is no criterion or candidate “{shortened(name)}”", hint, "unknown-criterion")
        elif value.text == OUT:
            (self.criteria if name in self.nodes else self.candidates).append(name)
        elif name in self.known:
            self._refuse(word, f"{name} is a candidate", f"write  {name}.criterion=performance, or  {name}={OUT}")
        else:
            self._weight(word, name, value)

    def _weight(self, word: str, name: str, value: Scalar) -> None:
        if exact := _FRACTION.match(value.text):
            self.shares[name] = Fraction(int(exact[1]), int(exact[2]))
            return
        try:
            amount, percent = measure(value.text)
        except NotANumber as error:
            self._refuse(word, str(error), error.hint or _FORMS)
            return
        stated = [node.weight for node in self.nodes.values() if node.weight is not None]
        in_points = bool(stated) and not any(weight.percent for weight in stated) and name in self.leaves
        if amount < 0 or (percent and amount > 100):
            self._refuse(word, f"{value.text} is no weight", "a share lies between 0% and 100%")
        elif percent:
            self.shares[name] = amount / 100
        elif in_points:
            self.points[name] = amount
        else:
            self._refuse(word, f"{name} has no points here", f"write its share of the whole:  {name}=30%")

    def _dotted(self, word: str, first: str, second: str, value: Scalar) -> None:
        if first not in self.known and first in ("evidence", "origin"):
            self._evidence(word, first, second, value)
            return
        leaf = slug(second)
        if first not in self.known:
            hint = nearest(first, self.known)
            self._refuse(word, f"there is no candidate “{shortened(first)}”", hint, "unknown-candidate")
        elif leaf not in self.leaves:
            kind = "is a group; only its leaves are measured" if leaf in self.nodes else "is no criterion here"
            hint = nearest(leaf, list(self.leaves))
            self._refuse(word, f"“{shortened(second)}” {kind}", hint, "unknown-criterion")
        else:
            cell = read_cell(self.reader, value, CELL, leaf)
            if cell is not None:
                self.cells.setdefault(first, {})[leaf] = cell

    def _evidence(self, word: str, first: str, second: str, value: Scalar) -> None:
        pieces = [
            item.id
            for item in self.decision.evidence
            if second in ((item.origin or item.id, slug(item.origin)) if first == "origin" else (item.id,))
        ]
        if value.text != OUT:
            self._refuse(word, f"{first} can only be left out", f"write  {first}.{second}={OUT}")
        elif not pieces:
            known = [item.origin or item.id if first == "origin" else item.id for item in self.decision.evidence]
            hint = nearest(second, list(dict.fromkeys(known)))
            self._refuse(word, f"there is no {first} “{shortened(second)}”", hint, "unknown-evidence")
        self.evidence += pieces

    def _refuse(self, word: str, message: str, hint: str, code: str = "wrong-type") -> None:
        place = Scalar(Source("command line", word), 0, 0, len(word), text=word, plain=True).place
        self.faults.add(code, place, message, hint)

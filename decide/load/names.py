"""Who and what can be named: the ids of a decision, collected before anything refers to them."""

from collections.abc import Iterator

from decide.load.faults import Faults
from decide.load.ids import slug, unfit
from decide.load.mistakes import shortened
from decide.load.nodes import Mapping, Node, Refused, Scalar, Sequence, elsewhere
from decide.load.text import mixed_scripts
from decide.model.codes import CHECKS

MAX_CANDIDATES = 2000
MAX_LEAVES = 200


class Names:
    """Ids in the file's order, each with the key that gave it."""

    __slots__ = ("candidate", "evidence", "gate", "group", "leaf", "scenario", "stakeholder", "tree")

    def __init__(self) -> None:
        self.candidate: dict[str, Scalar] = {}
        self.leaf: dict[str, Scalar] = {}
        self.group: dict[str, Scalar] = {}
        self.gate: dict[str, Scalar] = {}
        self.evidence: dict[str, Scalar] = {}
        self.stakeholder: dict[str, Scalar] = {}
        self.scenario: dict[str, Scalar] = {}
        self.tree: list[str] = []
        """Groups and leaves, a group before what it holds."""

    def known(self, to: str) -> list[str]:
        """Return the ids that a reference to ``to`` may name."""
        match to:
            case "criterion":
                return [*self.leaf, *self.group]
            case "check":
                return list(CHECKS)
            case "anything":
                return [*self.leaf, *self.group, *self.candidate, *self.gate, *self.evidence]
        found: dict[str, Scalar] = getattr(self, to)
        return list(found)

    def has(self, to: str, identifier: str) -> bool:
        """Return whether ``identifier`` is one of them."""
        match to:
            case "criterion":
                return identifier in self.leaf or identifier in self.group
            case "check":
                return identifier in CHECKS
            case "anything":
                every = (self.leaf, self.group, self.candidate, self.gate, self.evidence)
                return any(identifier in ids for ids in every)
        found: dict[str, Scalar] = getattr(self, to)
        return identifier in found


def collect(root: Mapping, faults: Faults) -> Names:
    """Return the ids, noting those that are unfit or taken."""
    names = Names()
    options = root.get("candidates")
    listed = options.items if isinstance(options, Sequence) else []
    texts = [item for item in listed if isinstance(item, Scalar) and not isinstance(item, Refused)]
    keys = texts if listed else list(_keys(options))
    _take(keys, names.candidate, [names.candidate], faults)
    _collect_tree(root.get("criteria"), names, faults)
    for section, ids in (
        ("gates", names.gate),
        ("evidence", names.evidence),
        ("stakeholders", names.stakeholder),
        ("scenarios", names.scenario),
    ):
        _take(list(_keys(root.get(section))), ids, [ids], faults)
    _check_counts(names, faults)
    return names


def _collect_tree(node: Node | None, names: Names, faults: Faults) -> None:
    taken = [names.candidate, names.leaf, names.group]
    for key, value in node.pairs if isinstance(node, Mapping) else ():
        names.tree.append(slug(key.text))
        inner = value.get("criteria") if isinstance(value, Mapping) else None
        _take([key], names.leaf if inner is None else names.group, taken, faults)
        if inner is not None:
            _collect_tree(inner, names, faults)


def _keys(node: Node | None) -> Iterator[Scalar]:
    if isinstance(node, Mapping):
        yield from (key for key, _ in node.pairs)


def _take(keys: list[Scalar], into: dict[str, Scalar], taken: list[dict[str, Scalar]], faults: Faults) -> None:
    for key in keys:
        identifier = slug(key.text)
        reason = unfit(identifier)
        first = next((ids[identifier] for ids in taken if identifier in ids), None)
        if reason:
            message = f"“{shortened(key.text)}” cannot be an id: {reason}"
            faults.add("bad-id", key.place, message, f"put a word before it, as in  option-{identifier or 'a'}")
            into.setdefault(identifier, key)  # what refers to it is no fault of its own
        elif first is not None:
            same = "" if first.text == key.text else f", like “{shortened(first.text)}”,"
            message = f"“{shortened(key.text)}”{same} has the id {shortened(identifier)}, taken {elsewhere(first, key)}"
            faults.add("duplicate-id", key.place, message, "give one of them another id: write  another-id: name")
        else:
            into[identifier] = key
            foreign = mixed_scripts(key.text)
            if foreign:
                message = f"“{shortened(key.text)}” mixes alphabets: {foreign}"
                faults.warn("confusable-name", key.place, message, "type the name again if it should be Latin")


def _check_counts(names: Names, faults: Faults) -> None:
    for ids, most, what in ((names.candidate, MAX_CANDIDATES, "candidates"), (names.leaf, MAX_LEAVES, "criteria")):
        if len(ids) > most:
            place = list(ids.values())[most].place
            faults.add(
                "too-large", place, f"there are {len(ids)} {what}; {most} are read", "screen first, in another file"
            )

"""A file or a folder → the decision in it, with every fault of its text."""

from dataclasses import replace
from fractions import Fraction
from pathlib import Path
from typing import Any

from decide.load.cells import read_cell
from decide.load.compared import check_all_weights
from decide.load.criteria import read_curve, read_levels, read_limit, read_tree, read_value
from decide.load.faults import Faults
from decide.load.files import decision_id_text, decision_sources
from decide.load.folder import whole
from decide.load.ids import closest, slug
from decide.load.mistakes import shortened
from decide.load.names import collect
from decide.load.nodes import Mapping, Node, Refused, Scalar, Sequence
from decide.load.reader import Reader, Special
from decide.load.statements import read_statement
from decide.load.text import MAX_NAME
from decide.load.weights import read_possible, read_weight, read_weights
from decide.model.decision import Decision
from decide.model.fields import DECISION
from decide.model.figures import plain
from decide.model.kinds import Kind
from decide.model.place import Source
from decide.model.problem import Problem, by_place
from decide.model.tree import nodes

FORMAT = "1"
_HARMLESS = {"unknown-evidence", "unknown-check"}
"""Faults that leave every number of the ranking as it is, so that it can be examined too."""


def load(path: Path) -> tuple[Decision | None, tuple[Problem, ...]]:
    """Return the decision at ``path`` and what is wrong with its text; raises Unreadable.

    With an error among the problems the decision is None, unless the error touches no number.
    """
    main, pieces = decision_sources(path)
    return load_text(main, decision_id_text(path), pieces)


def load_text(
    main: Source, name: str, pieces: tuple[tuple[tuple[str, ...], Source], ...] = ()
) -> tuple[Decision | None, tuple[Problem, ...]]:
    """Return the decision in a text (and the pieces of its folder) and what is wrong with it."""
    faults = Faults()
    root = whole(main, pieces, faults)
    decision = None if root is None else _decision(root, slug(name) or "decision", faults)
    spoiled = bool(faults.codes - _HARMLESS)
    problems = by_place(faults.problems)
    if decision is None or spoiled:
        return None, problems
    return replace(decision, noticed=tuple(p for p in problems if p.severity != "error")), problems


def _decision(root: Mapping, name: str, faults: Faults) -> Decision | None:
    if not _check_version(root, faults):
        return None
    for section, code in (("candidates", "empty-candidates"), ("criteria", "empty-criteria")):
        node = root.get(section)
        if node is None or _empty(node):
            place = root.place if node is None else node.place
            example = "[one, another]" if section == "candidates" else "{price: {range: {worst: …, best: …}}}"
            faults.add(code, place, f"there are no {section}", f"write  {section}: {example}")
    names = collect(root, faults)
    if "too-large" in faults.codes:
        return None
    reader = Reader(faults, names, _SPECIAL)
    ordered = Mapping(root.source, root.line, root.column, root.end)
    ordered.pairs = sorted(
        (pair for pair in root.pairs if pair[0] is not _version(root)), key=lambda pair: pair[0].text != "criteria"
    )
    values = reader.fields(ordered, DECISION)
    if values is None or not names.candidate or not names.leaf or "criteria" not in values:
        return None
    values.setdefault("candidates", ())
    decision = Decision(id=name, **values, place=root.place)
    _check_whole(decision, reader)
    return decision


def _empty(node: Node) -> bool:
    match node:
        case Refused():
            return False
        case Scalar():
            return node.blank
        case Mapping():
            return not node.pairs
    return isinstance(node, Sequence) and not node.items


def _version(root: Mapping) -> Scalar | None:
    """Return the key that says, or was meant to say, which format this is."""
    keys = {key.text: key for key, _ in root.pairs}
    return keys.get("decide") or keys.get(closest("decide", (text for text in keys if text[:3].lower() == "dec")))


def _check_version(root: Mapping, faults: Faults) -> bool:
    """Note a version that is not read; return whether the rest can be a decision in this format."""
    key, version = _version(root), root.get("decide")
    if isinstance(version, Scalar) and version.text == FORMAT:
        return True
    if version is not None:
        shown = f"“{shortened(version.text)}”" if isinstance(version, Scalar) else "this"
        message = f"{shown} is not a version of the format that this program reads"
        faults.add("format-version", version.place, message, "write  decide: 1, or install a newer program")
        return False
    place = root.place if key is None else key.place
    faults.add("format-version", place, "the file does not say that it is a decision", "begin with  decide: 1")
    return root.get("candidates") is not None or root.get("criteria") is not None


def _check_whole(decision: Decision, reader: Reader) -> None:
    faults, names = reader.faults, reader.names
    baselines = [candidate for candidate in decision.candidates if candidate.baseline]
    for candidate in baselines[1:]:
        message = f"{candidate.id} and {baselines[0].id} are both the baseline"
        faults.add("two-baselines", names.candidate[candidate.id].place, message, "at most one is the status quo")
    total = sum((scenario.chance or Fraction(0) for scenario in decision.scenarios), Fraction(0))
    if total > 1:
        message = f"the chances of the scenarios sum to {plain(total * 100)} %, more than 100 %"
        place = names.scenario[decision.scenarios[0].id].place
        faults.add("chances-over-100", place, message, "lower them; the rest is the decision as written")
    # With a criterion lost to a fault of its own, or a weight that cannot be read, the sums would be wrong too.
    if [node.id for node in nodes(decision.criteria)] == names.tree and not reader.unweighed:
        check_all_weights(decision, faults)


def _conflicts(reader: Reader, node: Node, kind: Kind, key: str) -> Any:
    if not isinstance(node, Mapping):
        reader.refuse(node, Mapping, "conflicts are written as  assessor: none  or  assessor: [candidate]")
        return None
    read: dict[str, tuple[str, ...]] = {}
    for who, ties in node.pairs:
        name = reader.text(who, MAX_NAME)
        if name is None:
            continue
        assessor = slug(name)
        if assessor in read:
            message = f"“{shortened(who.text)}” stands here twice"
            reader.faults.add("duplicate-key", who.place, message, "keep one of them")
        items = ties.items if isinstance(ties, Sequence) else [ties]
        if isinstance(ties, Scalar) and ties.text == "none":
            items = []
        named = [reader.reference(item, "candidate") for item in items]
        read[assessor] = tuple(name for name in named if name is not None)
    return tuple(read.items())


_SPECIAL: dict[str, Special] = {
    "cell": read_cell,
    "conflicts": _conflicts,
    "curve": read_curve,
    "levels": read_levels,
    "limit": read_limit,
    "possible": read_possible,
    "statement": read_statement,
    "tree": read_tree,
    "value": read_value,
    "weight": read_weight,
    "weights": read_weights,
}

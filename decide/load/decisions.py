"""A file or a folder → the decision in it, with every fault of its text."""

from dataclasses import replace
from fractions import Fraction
from pathlib import Path
from typing import Any

from decide.load.cells import read_cell
from decide.load.criteria import read_curve, read_levels, read_limit, read_tree, read_value
from decide.load.faults import Faults
from decide.load.files import decision_id_text, decision_sources
from decide.load.folder import whole
from decide.load.ids import nearest, slug
from decide.load.names import Names, collect
from decide.load.nodes import Mapping, Node, Scalar
from decide.load.reader import Reader, Special
from decide.load.statements import read_statement
from decide.load.weights import check_all_weights, read_possible, read_weight, read_weights
from decide.model.decision import Decision
from decide.model.fields import DECISION, Kind
from decide.model.place import Source
from decide.model.problem import Problem, by_place

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
    spoiled = any(problem.severity == "error" and problem.code not in _HARMLESS for problem in faults.problems)
    problems = by_place(faults.problems)
    if decision is None or spoiled:
        return None, problems
    return replace(decision, noticed=tuple(p for p in problems if p.severity != "error")), problems


def _decision(root: Mapping, name: str, faults: Faults) -> Decision | None:
    if not _check_version(root, faults):
        return None
    for section, code in (("candidates", "empty-candidates"), ("criteria", "empty-criteria")):
        node = root.get(section)
        if node is None or (isinstance(node, Scalar) and node.blank) or not _children(node):
            place = root.place if node is None else node.place
            hint = (
                f"write  {section}:  with at least one"
                if section == "criteria"
                else "write  candidates: [one, another]"
            )
            faults.add(code, place, f"there are no {section}", hint)
    names = collect(root, faults)
    reader = Reader(faults, names, _SPECIAL)
    ordered = Mapping(root.source, root.line, root.column, root.end)
    ordered.pairs = sorted(
        (pair for pair in root.pairs if pair[0].text != "decide"), key=lambda pair: pair[0].text != "criteria"
    )
    values = reader.fields(ordered, DECISION)
    if values is None or not names.candidate or not names.leaf or "criteria" not in values:
        return None
    values.setdefault("candidates", ())
    decision = Decision(id=name, **values, place=root.place)
    _check_whole(decision, names, faults)
    return decision


def _children(node: Node) -> bool:
    return not isinstance(node, Scalar) and bool(
        node.pairs if isinstance(node, Mapping) else getattr(node, "items", ())
    )


def _check_version(root: Mapping, faults: Faults) -> bool:
    version = root.get("decide")
    if isinstance(version, Scalar) and version.text == FORMAT:
        return True
    if version is None:
        close = next((key for key, _ in root.pairs if nearest(key.text, ["decide"]).startswith("did")), None)
        place = root.place if close is None else close.place
        faults.add("format-version", place, "the file does not say that it is a decision", "begin with  decide: 1")
    else:
        shown = version.text if isinstance(version, Scalar) else "this"
        message = f"{shown} is not a version of the format that this program reads"
        faults.add("format-version", version.place, message, "write  decide: 1, or install a newer program")
    return version is None


def _check_whole(decision: Decision, names: Names, faults: Faults) -> None:
    baselines = [candidate for candidate in decision.candidates if candidate.baseline]
    for candidate in baselines[1:]:
        message = f"{candidate.id} and {baselines[0].id} are both the baseline"
        faults.add("two-baselines", names.candidate[candidate.id].place, message, "at most one is the status quo")
    for scenario in decision.scenarios:
        if scenario.chance is not None and not 0 <= scenario.chance <= 1 and scenario.place:
            faults.add("off-range", scenario.place, "a chance lies between 0% and 100%", "write it as  20%")
    total = sum((scenario.chance or Fraction(0) for scenario in decision.scenarios), Fraction(0))
    if total > 1 and decision.scenarios[0].place:
        message = f"the chances of the scenarios sum to {float(total * 100):g} %, more than 100 %"
        faults.add(
            "chances-over-100", decision.scenarios[0].place, message, "lower them; the rest is the decision as written"
        )
    for holder in decision.stakeholders:
        if holder.share is not None and holder.share < 0 and holder.place:
            faults.add("off-range", holder.place, "a share is never negative", "write  share: 1")
    check_all_weights(decision, faults)


def _conflicts(reader: Reader, node: Node, kind: Kind, key: str) -> Any:
    if not isinstance(node, Mapping):
        reader.refuse(node, Mapping, "conflicts are written as  assessor: none  or  assessor: [candidate]")
        return None
    read: list[tuple[str, tuple[str, ...]]] = []
    for who, ties in node.pairs:
        if isinstance(ties, Scalar) and ties.text == "none":
            read.append((slug(who.text), ()))
            continue
        items = [ties] if isinstance(ties, Scalar) else getattr(ties, "items", [])
        named = [reader.reference(item, "candidate") for item in items]
        read.append((slug(who.text), tuple(name for name in named if name is not None)))
    return tuple(read)


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

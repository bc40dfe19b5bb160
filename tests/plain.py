"""Decisions as plain mappings, lists and texts: written out as YAML, read back by the program, and taken apart."""

import json
import re
from collections.abc import Iterator
from copy import deepcopy
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from itertools import pairwise
from random import Random
from typing import Any

from decide.load.decisions import load_text
from decide.model.decision import Decision
from decide.model.place import Source
from decide.model.ranking import Interval, Ranking
from decide.rank.ranking import rank
from tests.oracle_rank import Answer, identifier

Plain = dict[str, Any]
"""What a file holds before anybody reads it: mappings, lists and texts; None is a blank."""

_BARE = re.compile(r"[^\W_][\w.+%/-]*( [\w.+%/*<>=-]+)*\Z")
_SCALES = ("range", "curve", "levels")


@dataclass(frozen=True)
class Leaf:
    """A leaf of a plain tree: its key, itself, what bears its scale, and the mapping that it stands in."""

    key: str
    node: Plain
    bearer: Plain
    siblings: Plain


def yaml_text(plain: Plain) -> str:
    """Return a decision as YAML in blocks, quoted only where it must be."""
    return "".join(f"{line}\n" for line in _lines(plain))


def json_text(plain: Plain) -> str:
    """Return a decision as one line of JSON, which has no blanks: a key without a value is left out."""
    return json.dumps(_filled(plain), ensure_ascii=False)


def read(plain: Plain) -> Decision:
    """Return the decision; a text that is refused is a mistake of the test, told with all problems."""
    return read_text(yaml_text(plain))


def read_text(text: str) -> Decision:
    """Return the decision in a text; see ``read``."""
    decision, problems = load_text(Source("drawn.yaml", text), "drawn")
    assert decision is not None, "\n".join(f"{p.place} {p.code}: {p.message}" for p in problems) + f"\n{text}"
    return decision


def refusals(plain: Plain) -> set[str]:
    """Return the codes of the faults for which a decision is refused."""
    decision, problems = load_text(Source("drawn.yaml", yaml_text(plain)), "drawn")
    return set() if decision is not None else {problem.code for problem in problems if problem.severity == "error"}


def ranked(plain: Plain) -> Ranking:
    """Return the ranking that the program gives to a plain decision."""
    return rank(read(plain))


def answer(plain: Plain) -> Answer:
    """Return what the program says of a plain decision, in the words of the oracle."""
    return answer_of(ranked(plain))


def answer_of(ranking: Ranking) -> Answer:
    """Return a ranking in the words of the oracle."""
    entries = {entry.candidate.id: entry for entry in (*ranking.ranked, *ranking.excluded)}
    order = [candidate.id for candidate in ranking.decision.candidates]
    leaves = [leaf.id for leaf in ranking.leaves]
    return Answer(
        weights=dict(zip(leaves, ranking.weights, strict=True)),
        values={one: dict(zip(leaves, map(_ends, entries[one].values), strict=True)) for one in order},
        scores={one: _ends(entries[one].score) for one in order},
        hurdles={one: frozenset((met.kind, met.id, met.verdict) for met in entries[one].hurdles) for one in order},
        ranks={entry.candidate.id: (entry.rank, entry.tied) for entry in ranking.ranked},
    )


def leaves(plain: Plain) -> list[Leaf]:
    """Return the leaves of a plain decision in the file's order."""
    return list(_leaves(plain["criteria"], {}))


def sheets(plain: Plain) -> list[Plain]:
    """Return every mapping candidate → criterion → cell: the performance and each assessor's."""
    return [sheet for sheet in (plain.get("performance"), *plain.get("assessments", {}).values()) if sheet]


def copied(plain: Plain) -> Plain:
    """Return a copy that can be changed."""
    return deepcopy(plain)


def nodes(plain: Plain) -> list[Plain]:
    """Return every node of the tree, a group before what it holds."""
    return list(_nodes(plain["criteria"]))


def steps(bearer: Plain) -> list[str]:
    """Return amounts all along a scale: each level, or the ends and knots and what lies between them."""
    if "levels" in bearer:
        return list(bearer["levels"])
    knots = sorted(Decimal(end) for end in (bearer["curve"] if "curve" in bearer else bearer["range"].values()))
    quarters = [a + (b - a) * step / 4 for a, b in pairwise(knots) for step in range(4)]
    return [f"{amount:f}" for amount in (*quarters, knots[-1])]


def points(answer: Answer) -> dict[str, Fraction]:
    """Return the score of each candidate, screened out or not."""
    return {candidate: score[1] for candidate, score in answer.scores.items()}


def ranks_among(scores: dict[str, Fraction]) -> dict[str, int]:
    """Return the rank of each candidate: one more than there are better ones."""
    return {one: 1 + sum(other > score for other in scores.values()) for one, score in scores.items()}


def reordered(mapping: Any, random: Random) -> Any:
    """Return a list or a mapping with its items in another order."""
    items = list(mapping.items()) if isinstance(mapping, dict) else list(mapping)
    random.shuffle(items)
    return dict(items) if isinstance(mapping, dict) else items


def with_cells(plain: Plain, candidate: str, cells: Plain) -> Plain:
    """Return the decision with these cells of one candidate in place of its own."""
    changed = copied(plain)
    changed.setdefault("performance", {}).setdefault(candidate, {}).update(cells)
    return changed


def with_twin(plain: Plain, candidate: str, twin: str) -> Plain:
    """Return the decision with a second candidate that has whatever the first has."""
    changed = copied(plain)
    if isinstance(changed["candidates"], list):
        changed["candidates"].append(twin)
    else:
        changed["candidates"][twin] = {}
    keyed = [*sheets(changed), *(gate.get("passes", {}) for gate in changed.get("gates", {}).values())]
    for mapping in keyed:
        for key in [key for key in mapping if identifier(key) == identifier(candidate)]:
            mapping[twin] = deepcopy(mapping[key])
    return changed


def without(plain: Plain, candidate: str) -> Plain:
    """Return the decision without a candidate."""
    changed = copied(plain)
    gates = [gate.get("passes", {}) for gate in changed.get("gates", {}).values()]
    listed = changed["candidates"]
    if isinstance(listed, list):
        listed.remove(candidate)
    for mapping in [listed if isinstance(listed, dict) else {}, *sheets(changed), *gates]:
        for key in [key for key in mapping if identifier(key) == identifier(candidate)]:
            del mapping[key]
    return changed


def _nodes(tree: Plain) -> Iterator[Plain]:
    for node in tree.values():
        yield node
        yield from _nodes(node.get("criteria", {}))


def _leaves(tree: Plain, bearer: Plain) -> Iterator[Leaf]:
    for key, node in tree.items():
        own = node if any(scale in node for scale in _SCALES) else bearer
        if "criteria" in node:
            yield from _leaves(node["criteria"], own)
        else:
            yield Leaf(key, node, own, tree)


def _ends(known: Interval) -> tuple[Any, Any, Any]:
    return known.low, known.point, known.high


def _filled(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: _filled(item) for key, item in value.items() if item is not None}
    return value


def _lines(mapping: Plain, indent: str = "") -> Iterator[str]:
    for key, value in mapping.items():
        if isinstance(value, dict) and value:
            yield f"{indent}{_scalar(key)}:"
            yield from _lines(value, indent + "  ")
        elif isinstance(value, (dict, list)):
            yield f"{indent}{_scalar(key)}: {json.dumps(value, ensure_ascii=False)}"
        else:
            yield f"{indent}{_scalar(key)}:{'' if value is None else ' ' + _scalar(value)}"


def _scalar(text: str) -> str:
    return text if _BARE.match(text) else json.dumps(text, ensure_ascii=False)

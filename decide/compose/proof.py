"""Findings with the numbers that they are about → a proof file, which anyone can check without this program."""

import json
from collections.abc import Iterable, Mapping, Sequence
from fractions import Fraction
from typing import Any

from decide.compose.findings_data import certificate_data
from decide.compose.proof_chances import NAMES, chances_data, open_data
from decide.model.canonical import decision_hash
from decide.model.change import Without
from decide.model.circumstances import Circumstances, Outcome
from decide.model.decision import Cell
from decide.model.figures import fraction_text
from decide.model.finding import Branch, Certificate, Counted, Cuts, Finding, Sometimes, Split, Witness
from decide.model.possible import WeightRow, WeightSet
from decide.model.ranking import Ranked, Ranking
from decide.model.rows import Reached
from decide.model.tree import Leaf, LevelScale, nodes
from decide.model.written import Pairs
from decide.version import __version__

Json = dict[str, Any]
Vectors = Mapping[str, Sequence[Fraction]]
MOST = Fraction(100)
UNPROVED: tuple[str, ...] = ()
"""Analyses that the checker does not know, so that proofs leave them out."""
JOINT = ("can-be-first", "rank-range", "necessary-possible", "regret")
"""Analyses whose witnesses have possible weights, so that a mixture tells its shares."""
COMMON = ("consensus", "move")


def proof_text(proof: Json) -> str:
    """Return a proof as canonical JSON: one line, keys sorted, no spaces, ASCII."""
    return json.dumps(proof, sort_keys=True, separators=(",", ":")) + "\n"


def proof_data(
    ranking: Ranking,
    weight_set: WeightSet,
    analyses: Sequence[str],
    findings: Iterable[Finding],
    besides: Circumstances,
) -> Json:
    """Return the model in numbers and the findings of these analyses, in the order of the table of analyses.

    All numbers are texts of exact fractions. What is no part of a proof is left out: sentences, tables, rounded
    numbers, and what follows from the rest. Where ``weight_set`` has mixtures, possible weights tell their shares.
    The common choices of stakeholders stand in the file's order, since which of them is cheaper has to be proved.
    """
    names = [entry.candidate.id for entry in _in_file_order(ranking)]
    vectors = dict(weight_set.mixed)
    return {
        "format": 1,
        "kind": "proof",
        "program": __version__,
        "decision": {"id": ranking.decision.id, "hash": decision_hash(ranking.decision)},
        "possible": weight_set.form,
        "model": _model(ranking, weight_set) | _circumstances(ranking, besides),
        "analyses": [name for name in analyses if name not in UNPROVED],
        "findings": [_finding(one, names, vectors) for one in _ordered(findings, names)],
    }


def _model(ranking: Ranking, weight_set: WeightSet) -> Json:
    decision, leaves = ranking.decision, ranking.leaves
    ids = [leaf.id for leaf in leaves]
    entries = _in_file_order(ranking)
    cells = {entry.candidate.id: dict(dict(decision.performance).get(entry.candidate.id, ())) for entry in entries}
    rows = {row.name: row for row in weight_set.rows}
    parents = {child.id: node.id for node in nodes(decision.criteria) for child in node.criteria}
    return {
        "candidates": list(cells),
        "tree": [{"id": node.id, "parent": parents.get(node.id, "")} for node in nodes(decision.criteria)],
        "values": {
            entry.candidate.id: _numbers(zip(ids, (known.point for known in entry.values), strict=True))
            for entry in entries
        },
        "ranges": {
            entry.candidate.id: {
                leaf: {"low": fraction_text(known.low), "high": fraction_text(known.high)}
                for leaf, known in zip(ids, entry.values, strict=True)
                if known.low != known.high
            }
            for entry in entries
        },
        "weights": _numbers(zip(ids, ranking.weights, strict=True)),
        "rows": [_row(row, ids) for row in rows.values()],
        "preferences": list(dict.fromkeys(row.name for row in weight_set.preferences)),
        "mixed": {name: _numbers(zip(ids, weights, strict=True)) for name, weights in weight_set.mixed},
        "efforts": _numbers((leaf.id, _effort(leaf)) for leaf in leaves),
        "levels": {
            leaf.id: _levels(leaf.id, leaf.scale, cells) for leaf in leaves if isinstance(leaf.scale, LevelScale)
        },
        "evidence": [{"id": item.id, "origin": item.origin or item.id} for item in decision.evidence],
        "cited": [
            {"candidate": name, "criterion": leaf, "evidence": list(dict.fromkeys(cell.evidence))}
            for name, row in cells.items()
            for leaf, cell in row.items()
            if cell.evidence and not cell.unknown and not cell.blank
        ],
        "open": open_data(entries, leaves, cells),
    }


def _circumstances(ranking: Ranking, besides: Circumstances) -> Json:
    ids = [leaf.id for leaf in ranking.leaves]
    judged = besides.judged
    return {
        "judged": [
            {"assessor": one.assessor, "candidate": one.candidate, "criterion": one.criterion}
            | {"value": fraction_text(one.value)}
            for one in judged
        ],
        "stakeholders": [
            {"id": name, "share": fraction_text(share), "weights": _numbers(zip(ids, weights, strict=True))}
            for name, share, weights in besides.voices
        ],
        "averaged": "yes" if besides.averaged else "no",
        "scenarios": [_outcome(one, ids) for one in besides.outcomes],
    }


def _outcome(outcome: Outcome, ids: Sequence[str]) -> Json:
    """Return a scenario: its chance, its weights, and the values of those who are not screened out in it."""
    return {
        "id": outcome.name,
        "chance": None if outcome.chance is None else fraction_text(outcome.chance),
        "weights": _numbers(zip(ids, outcome.ranking.weights, strict=True)),
        "values": {
            entry.candidate.id: _numbers(zip(ids, (known.point for known in entry.values), strict=True))
            for entry in _in_file_order(outcome.ranking)
        },
    }


def _ordered(findings: Iterable[Finding], names: Sequence[str]) -> list[Finding]:
    """Return the findings that are proved, the common choices in the file's order."""
    found = [finding for finding in findings if finding.analysis not in UNPROVED]
    places = [at for at, one in enumerate(found) if one.analysis == "stakeholders" and one.variant in COMMON]
    ordered = sorted((found[at] for at in places), key=lambda one: names.index(one.about[0]))
    for at, one in zip(places, ordered, strict=True):
        found[at] = one
    return found


def _in_file_order(ranking: Ranking) -> list[Ranked]:
    known = {entry.candidate.id: entry for entry in ranking.ranked}
    return [known[one.id] for one in ranking.decision.candidates if one.id in known]


def _row(row: WeightRow, ids: Sequence[str]) -> Json:
    coefficients = _numbers((ids[at], entry) for at, entry in row.coefficients)
    return {"name": row.name, "sign": "=" if row.exact else ">=", "coefficients": coefficients}


def _effort(leaf: Leaf) -> Fraction:
    """Return the effort that is stated of a leaf, else of the nearest group above it, else 1."""
    bearers = (leaf.criterion, *reversed(leaf.groups))
    return next((node.effort for node in bearers if node.effort is not None), Fraction(1))


def _levels(leaf: str, scale: LevelScale, cells: Mapping[str, Mapping[str, Cell]]) -> Json:
    """Return the values of the levels, and of whom a level is stated there: only those fall to a level."""
    placed = [name for name, row in cells.items() if leaf in row and row[leaf].is_ is not None]
    return {"values": [fraction_text(worth) for worth in scale.values], "placed": placed}


def _finding(finding: Finding, names: Sequence[str], vectors: Vectors) -> Json:
    amount, certificate = finding.amount, finding.certificate
    if finding.analysis == "can-be-first" and amount == MOST:
        certificate = None  # values end there
    if finding.analysis == "rank-range" and finding.status == "undetermined":
        amount = _proved_rank(finding)  # the witness has the one that is shown
    mixed = vectors if finding.analysis in JOINT or finding.variant == "pair" else {}
    return {
        "analysis": finding.analysis,
        "variant": finding.variant,
        "about": list(finding.about),
        "status": finding.status,
        "amount": None if amount is None else fraction_text(amount),
        "witness": None if finding.witness is None else _witness(finding.witness, names, mixed),
        "certificate": chances_data(finding) if finding.analysis in NAMES else _certificate(certificate, vectors),
    }


def _proved_rank(finding: Finding) -> Fraction:
    (row,) = finding.rows
    assert isinstance(row, Reached)
    return Fraction(row.proved)


def _witness(witness: Witness, names: Sequence[str], mixed: Vectors) -> Json:
    """Return what is to be put in, and who is first then; of a possible mixture its shares."""
    change = witness.change
    told: Json = {"first": [name for name in names if name in witness.first]}
    if change.weights:
        told |= _weights(change.weights, mixed)
    if change.values:
        told["values"] = {name: _numbers(row) for name, row in change.values}
    if change.without != Without():
        told["without"] = {kind: list(getattr(change.without, kind)) for kind in ("criteria", "candidates", "evidence")}
    return told | ({"ranks": {name: str(rank) for name, rank in witness.ranks}} if witness.ranks else {})


def _weights(weights: Pairs[Fraction], mixed: Vectors) -> Json:
    told: Json = {"weights": _numbers(weights)}
    if mixed:
        found = mixture(list(mixed.values()), [share for _, share in weights])
        told["shares"] = _numbers(zip(mixed, found, strict=True))
    return told


def _certificate(certificate: Certificate | None, mixed: Vectors) -> Json:
    """Return what proves a finding; a case distinction depth first, the low child before the high one."""
    told = certificate_data(certificate)
    if isinstance(certificate, Cuts):
        known = zip(told["cuts"], certificate.cuts, strict=True)
        told["cuts"] = [cut | _weights(own.weights, mixed) for cut, own in known]
    if isinstance(certificate, Sometimes):
        told["otherwise"] = _weights(certificate.weights, mixed)
    if isinstance(certificate, Split | Counted):
        order = _depth_first(certificate.nodes)
        told["nodes"] = [
            {key: told["nodes"][at][key] for key in ("on", "bound") if told["nodes"][at].get(key)} for at in order
        ]
    return told


def _depth_first(nodes_: Sequence[Branch]) -> list[int]:
    order, waiting = [], [0]
    while waiting:
        at = waiting.pop()
        order.append(at)
        waiting += [nodes_[at].high, nodes_[at].low] if nodes_[at].on else []
    return order


def mixture(vectors: Sequence[Sequence[Fraction]], weights: Sequence[Fraction]) -> list[Fraction]:
    """Return shares, not negative, with which the vectors add up to the weights; there must be such shares.

    Phase one of the simplex with the least index first (Bland 1977), one row per leaf.
    """
    table = [[*row, weight] for *row, weight in zip(*vectors, weights, strict=True)]
    held = [-1] * len(table)  # the vector that each row stands for; -1: none yet
    while True:
        open_ = [at for at, vector in enumerate(held) if vector < 0]
        gains = [sum((table[at][column] for at in open_), Fraction(0)) for column in range(len(vectors) + 1)]
        if not gains[-1]:
            shares = dict(zip(held, (row[-1] for row in table), strict=True))
            return [shares.get(at, Fraction(0)) for at in range(len(vectors))]
        entering = next(at for at, gain in enumerate(gains) if gain > 0)
        _, _, leaving = min(
            (row[-1] / row[entering], held[at], at) for at, row in enumerate(table) if row[entering] > 0
        )
        pivot = [entry / table[leaving][entering] for entry in table[leaving]]
        table = [
            pivot if at == leaving else [one - row[entering] * other for one, other in zip(row, pivot, strict=True)]
            for at, row in enumerate(table)
        ]
        held[leaving] = entering


def _numbers(pairs: Iterable[tuple[str, Fraction]]) -> dict[str, str]:
    return {name: fraction_text(amount) for name, amount in pairs}

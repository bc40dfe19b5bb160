"""Findings → the JSON that programs read, by the contract of the format."""

from collections.abc import Iterable, Mapping
from dataclasses import fields
from fractions import Fraction
from typing import Any

from decide.compose.analyses import TELLERS, headline
from decide.compose.data import head
from decide.compose.names import Names
from decide.model.chances import FirstShare, RankShares, Share
from decide.model.figures import decimal_text, fraction_text, json_number
from decide.model.finding import (
    Branch,
    Certificate,
    Counted,
    Cuts,
    Each,
    Estimate,
    Finding,
    Implied,
    Sometimes,
    Split,
    Witness,
)
from decide.model.record import Record
from decide.model.tree import Leaf, LevelScale
from decide.model.written import Pairs

Json = dict[str, Any]


def findings_data(findings: Iterable[Finding], names: Names, options: Json) -> Json:
    """Return the answer of a command that answers with findings; ``options`` are those that it was given."""
    opening = {**head("findings", names.ranking.decision), "options": options}
    return {**opening, "findings": [finding_data(one, _headline(one, names), names.leaves) for one in findings]}


def finding_data(finding: Finding, headline: str, leaves: Mapping[str, Leaf]) -> Json:
    """Return one finding; amounts as numbers beside their exact fraction, witness and certificate exact throughout."""
    value = None
    if finding.amount is not None:
        value = {finding.unit.replace(" ", "-"): json_number(finding.amount), "exact": fraction_text(finding.amount)}
    return {
        "analysis": finding.analysis,
        "variant": finding.variant,
        "about": list(finding.about),
        "status": finding.status,
        "headline": headline,
        "value": value,
        "witness": None if finding.witness is None else witness_data(finding.witness, leaves),
        "certificate": certificate_data(finding.certificate),
        "estimate": None if finding.estimate is None else _estimate(finding.estimate, finding.rows),
        "rows": [_row(row) for row in finding.rows],
    }


def witness_data(witness: Witness, leaves: Mapping[str, Leaf]) -> Json:
    """Return a witness: what to put into the decision, and what it shows."""
    change = witness.change
    without = change.without
    shows: Json = {"first": list(witness.first)}
    if witness.ranks:
        shows["ranks"] = dict(witness.ranks)
    return {
        "weights": _fractions(change.weights),
        "values": {candidate: _fractions(row) for candidate, row in change.values},
        "performance": {
            candidate: {leaf: _performance(cell.is_, leaves[leaf]) for leaf, cell in row if cell.is_ is not None}
            for candidate, row in change.performance
        },
        "without": {
            "criteria": list(without.criteria),
            "candidates": list(without.candidates),
            "evidence": list(without.evidence),
        },
        "shows": shows,
    }


def certificate_data(certificate: Certificate | None) -> Json:
    """Return what proves a finding; empty where it is its own proof."""
    match certificate:
        case None:
            return {}
        case Implied():
            return _implied(certificate)
        case Each(parts):
            return {"parts": _parts(parts)}
        case Cuts(cuts, parts):
            told = [
                {"rival": cut.rival, "weights": _fractions(cut.weights), "multiplier": fraction_text(cut.multiplier)}
                for cut in cuts
            ]
            return {"cuts": told, "parts": _parts(parts)}
        case Split(nodes):
            return {"nodes": [_branch(node) for node in nodes]}
        case Counted(always, limits, nodes):
            known = {one.rival: {"amount": fraction_text(one.amount)} | _implied(one.proof) for one in limits}
            return {"always": _parts(always), "limits": known, "nodes": [_branch(node) for node in nodes]}
        case Sometimes(most, weights):
            return _implied(most) | {"otherwise": {"weights": _fractions(weights)}}


def _estimate(estimate: Estimate, rows: Iterable[Record]) -> Json:
    """Return how a number was drawn; ``error``: half of the widest limits, which hold together that surely."""
    shares = [share for row in rows for share in _shares(row)]
    error = max(((share.most - share.least) / 2 for share in shares), default=Fraction(0))
    told = {"draws": estimate.draws, "seed": estimate.seed, "error": json_number(error)}
    return told | {"certainty": json_number(estimate.together)}


def _shares(row: Record) -> Iterable[Share]:
    return row.ranks if isinstance(row, RankShares) else (row.first,) if isinstance(row, FirstShare) else ()


def _headline(finding: Finding, names: Names) -> str:
    return headline(finding, names) if finding.analysis in TELLERS else names.first(finding.about)


def _branch(node: Branch) -> Json:
    told: Json = {"below": list(node.below), "above": list(node.above)}
    if node.bound is not None:
        return told | {"bound": _implied(node.bound)}
    return told | {"on": node.on, "low": node.low, "high": node.high}


def _implied(proof: Implied) -> Json:
    parts = (("rivals", proof.rivals), ("rows", proof.rows), ("floors", proof.floors))
    return {key: _fractions(pairs) for key, pairs in parts if pairs}


def _parts(parts: Pairs[Implied]) -> Json:
    return {name: _implied(proof) for name, proof in parts}


def _fractions(pairs: Iterable[tuple[str, Fraction]]) -> dict[str, str]:
    return {name: fraction_text(amount) for name, amount in pairs}


def _performance(amount: Fraction, leaf: Leaf) -> str:
    if isinstance(leaf.scale, LevelScale):
        return leaf.scale.texts[int(amount)]
    try:
        return decimal_text(amount)
    except ValueError:  # such as a third
        return fraction_text(amount)


def _row(row: Record) -> Json:
    return {field.name.replace("_", "-"): _plain(getattr(row, field.name)) for field in fields(row)}


def _plain(value: object) -> Any:
    match value:
        case Fraction():
            return json_number(value)
        case tuple() if value and all(_is_pair(item) for item in value):
            return {key: _plain(item) for key, item in value}
        case tuple():
            return [_plain(item) for item in value]
        case Record():
            return _row(value)
    return value


def _is_pair(item: object) -> bool:
    return isinstance(item, tuple) and len(item) == 2 and isinstance(item[0], str) and not isinstance(item[1], str)

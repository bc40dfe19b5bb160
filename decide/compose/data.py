"""Results → the JSON that programs read, by the contract of the format."""

import json
from collections.abc import Mapping, Sequence
from typing import Any

from decide.compose.why import Comparison
from decide.model.canonical import decision_hash
from decide.model.chances import Odds
from decide.model.code import Code
from decide.model.decision import Decision
from decide.model.figures import fraction_text, json_number
from decide.model.problem import Problem
from decide.model.ranking import Hurdle, Ranked, Ranking
from decide.version import __version__

FORMAT = 1
Json = dict[str, Any]


def json_text(content: Json) -> str:
    """Return an object as indented JSON with a line end."""
    return json.dumps(content, ensure_ascii=False, indent=2) + "\n"


def ranking_data(ranking: Ranking, problems: tuple[Problem, ...], odds: Odds | None = None) -> Json:
    """Return the answer of ``decide rank``; ``odds``: how likely the first is ahead of the second at any weights."""
    leaves = [leaf.id for leaf in ranking.leaves]
    weights = [json_number(weight) for weight in ranking.weights]
    return {
        **head("ranking", ranking.decision),
        "method": ranking.method,
        "weights": dict(zip(leaves, weights, strict=True)),
        "ranking": [_entry(entry, leaves) for entry in ranking.ranked],
        "excluded": [_excluded(entry) for entry in ranking.excluded],
        "winners": [entry.candidate.id for entry in ranking.winners],
        "lead": None if ranking.lead is None else json_number(ranking.lead),
        "ahead": None if odds is None else _odds(odds),
        "problems": [problem_data(problem) for problem in problems],
    }


def why_data(ranking: Ranking, compared: Comparison) -> Json:
    """Return the answer of ``decide why``: ``exact`` gaps sum to the exact difference."""
    return {
        **head("comparison", ranking.decision),
        "ahead": compared.ahead.candidate.id,
        "behind": compared.behind.candidate.id,
        "difference": json_number(compared.difference),
        "exact": fraction_text(compared.difference),
        "reasons": [leaf.id for leaf in compared.reasons],
        "gaps": [
            {
                "criterion": leaf.id,
                "name": leaf.criterion.name,
                "weight": json_number(weight),
                "difference": json_number(gap),
                "exact": fraction_text(gap),
            }
            for leaf, weight, gap in compared.gaps
        ],
    }


def problems_data(problems: tuple[Problem, ...]) -> Json:
    """Return the answer of ``decide check``."""
    return {
        **opening("problems"),
        "problems": [problem_data(problem) for problem in problems],
    }


def codes_data(codes: Sequence[Code], thresholds: Mapping[str, Sequence[tuple[str, str, str]]]) -> Json:
    """Return the answer of ``decide explain``."""
    return {
        **opening("codes"),
        "codes": [
            {
                "code": code.code,
                "family": code.family,
                "severity": code.severity,
                "fault": code.fault,
                "why": code.why,
                "remedy": code.remedy,
                "example": code.example,
                "source": code.source or None,
                "settings": [
                    {"name": name, "default": default, "about": about}
                    for name, default, about in thresholds.get(code.code, ())
                ],
            }
            for code in codes
        ],
    }


def problem_data(problem: Problem) -> Json:
    """Return one problem with its place."""
    return {
        "code": problem.code,
        "severity": problem.severity,
        "file": problem.place.source.name,
        "line": problem.place.line,
        "column": problem.place.column,
        "message": problem.message,
        "hint": problem.hint,
    }


def opening(kind: str) -> Json:
    """Return what every answer begins with."""
    return {"format": FORMAT, "kind": kind, "program": __version__}


def head(kind: str, decision: Decision) -> Json:
    """Return what every answer about one decision begins with."""
    return {
        **opening(kind),
        "decision": {
            "id": decision.id,
            "title": decision.title,
            "as_of": decision.as_of or None,
            "hash": decision_hash(decision),
        },
    }


def _odds(odds: Odds) -> Json:
    told = {"candidate": odds.one, "over": odds.other, "share": json_number(odds.least)}
    return told | {"exact": fraction_text(odds.least) if odds.least == odds.most else None}


def _entry(entry: Ranked, leaves: list[str]) -> Json:
    return {
        "rank": entry.rank,
        "tied": entry.tied,
        "candidate": entry.candidate.id,
        "name": entry.candidate.name,
        "score": json_number(entry.score.point),
        "exact": fraction_text(entry.score.point),
        "values": {leaf: json_number(known.point) for leaf, known in zip(leaves, entry.values, strict=True)},
        "contributions": {leaf: json_number(part) for leaf, part in zip(leaves, entry.contributions, strict=True)},
        "low": json_number(entry.score.low),
        "high": json_number(entry.score.high),
        "unknown": [leaf for leaf, known in zip(leaves, entry.values, strict=True) if known.unknown],
        "open": [_named(hurdle) | {"verdict": hurdle.verdict} for hurdle in entry.hurdles],
    }


def _excluded(entry: Ranked) -> Json:
    failed = [hurdle for hurdle in entry.hurdles if hurdle.verdict == "failed"]
    return {
        "candidate": entry.candidate.id,
        "name": entry.candidate.name,
        "because": [_named(hurdle) for hurdle in failed],
    }


def _named(hurdle: Hurdle) -> Json:
    return {"gate" if hurdle.kind == "gate" else "limit": hurdle.id}

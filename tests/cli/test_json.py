"""What programs read: the JSON of rank, why and check keeps its contract, key by key."""

import json
import re
from decimal import Decimal
from fractions import Fraction
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from decide.model.decision import Decision
from decide.model.tree import leaves
from decide.road.ranking import ranking, read_decision
from decide.version import __version__
from tests.cli.door import DECISIONS, FAULTY, GOLDEN, HOLED, NAMED, Answer, decide, decided, said, written

NAMES = sorted(DECISIONS)
ID = {"type": "string", "pattern": r"^[^\W_]+(-[^\W_]+)*$"}
SHARE = {"type": "number", "minimum": 0, "maximum": 1}
POINTS = {"type": "number", "minimum": 0, "maximum": 100}
FRACTION = {"type": "string", "pattern": r"^-?[0-9]+(/[1-9][0-9]*)?$"}


def exactly(**properties: object) -> dict[str, Any]:
    """Return the schema of an object with these keys and no others."""
    return {"type": "object", "properties": properties, "required": list(properties), "additionalProperties": False}


def many(of: object) -> dict[str, Any]:
    return {"type": "array", "items": of}


def by_id(of: object) -> dict[str, Any]:
    return {"type": "object", "propertyNames": ID, "additionalProperties": of}


HEAD = {
    "format": {"const": 1},
    "program": {"const": __version__},
    "decision": exactly(
        id=ID,
        title={"type": "string", "minLength": 1},
        as_of={"type": ["string", "null"], "pattern": r"^\d{4}-\d\d-\d\d$"},
        hash={"type": "string", "pattern": r"^sha256:[0-9a-f]{64}$"},
    ),
}
PROBLEM = exactly(
    code={"type": "string", "pattern": "^[a-z]+(-[a-z0-9]+)*$"},
    severity={"enum": ["error", "warning", "information"]},
    file={"type": "string", "minLength": 1},
    line={"type": "integer", "minimum": 1},
    column={"type": "integer", "minimum": 1},
    message={"type": "string", "minLength": 1},
    hint={"type": "string"},
)
HURDLE = {"oneOf": [exactly(gate=ID), exactly(limit=ID)]}
OPEN = {
    "oneOf": [exactly(**{kind: ID, "verdict": {"enum": ["unknown", "across"]}}) for kind in ("gate", "limit")],
}
NULL = {"type": "null"}
RANKING = exactly(
    **HEAD,
    kind={"const": "ranking"},
    method={"const": "additive"},
    weights=by_id(SHARE),
    ranking=many(
        exactly(
            rank={"type": "integer", "minimum": 1},
            tied={"type": "boolean"},
            candidate=ID,
            name={"type": "string", "minLength": 1},
            score=POINTS,
            exact=FRACTION,
            values=by_id(POINTS),
            contributions=by_id(POINTS),
            low=POINTS,
            high=POINTS,
            unknown=many(ID),
            open=many(OPEN),
        )
    ),
    excluded=many(
        exactly(candidate=ID, name={"type": "string", "minLength": 1}, because={**many(HURDLE), "minItems": 1})
    ),
    winners={**many(ID), "minItems": 1},
    lead={"type": ["number", "null"], "minimum": 0},
    ahead={"oneOf": [NULL, exactly(candidate=ID, over=ID, share=SHARE, exact={"oneOf": [FRACTION, NULL]})]},
    problems=many(PROBLEM),
)
COMPARISON = exactly(
    **HEAD,
    kind={"const": "comparison"},
    ahead=ID,
    behind=ID,
    difference={"type": "number", "minimum": 0},
    exact=FRACTION,
    reasons=many(ID),
    gaps=many(
        exactly(criterion=ID, name={"type": "string"}, weight=SHARE, difference={"type": "number"}, exact=FRACTION)
    ),
)
PROBLEMS = exactly(
    format={"const": 1}, kind={"const": "problems"}, program={"const": __version__}, problems=many(PROBLEM)
)


def answered(name: str, command: str = "rank") -> dict[str, Any]:
    """Return the JSON of a command on one of the decisions, its numbers as the text has them."""
    answer = decided(command, "--format", "json", NAMED[name])
    assert (answer.code, answer.err) == (0, "")
    return parsed(answer)


def parsed(answer: Answer) -> dict[str, Any]:
    content: dict[str, Any] = json.loads(answer.out, parse_float=Decimal, parse_int=Decimal)
    return content


def checked(content: dict[str, Any], shape: dict[str, Any]) -> None:
    jsonschema.Draft7Validator.check_schema(shape)
    jsonschema.validate(json.loads(json.dumps(content, default=float)), shape)


def decision(name: str) -> Decision:
    return read_decision(DECISIONS[name])


def near(one: Decimal, other: Fraction) -> bool:
    """Return whether ``one`` is ``other`` at 12 significant digits."""
    return abs(Fraction(one) - other) <= abs(other) * Fraction(1, 2 * 10**11)


@pytest.mark.parametrize("name", NAMES)
def test_a_ranking_has_these_keys_of_these_types_and_no_others(name: str) -> None:
    checked(answered(name), RANKING)


@pytest.mark.parametrize("name", NAMES)
def test_a_comparison_has_these_keys_of_these_types_and_no_others(name: str) -> None:
    checked(answered(name, "why"), COMPARISON)


@pytest.mark.parametrize("name", NAMES)
def test_problems_have_these_keys_of_these_types_and_no_others(name: str) -> None:
    checked(answered(name, "check"), PROBLEMS)


@pytest.mark.parametrize("command", ["rank", "why", "check"])
@pytest.mark.parametrize("name", NAMES)
def test_json_is_one_object_in_utf8_with_a_line_end(name: str, command: str) -> None:
    out = decided(command, "--format", "json", NAMED[name]).out

    assert out.endswith("}\n")
    assert "\\u" not in out
    assert isinstance(json.loads(out), dict)


@pytest.mark.parametrize("name", NAMES)
def test_weights_cover_the_leaves_in_the_files_order_and_sum_to_one(name: str) -> None:
    weights = answered(name)["weights"]

    assert [leaf.id for leaf in leaves(decision(name).criteria)] == list(weights)
    assert abs(sum(weights.values()) - 1) <= len(weights) * Decimal("5e-13")


@pytest.mark.parametrize("name", NAMES)
def test_numbers_have_at_most_twelve_significant_digits(name: str) -> None:
    text = decided("rank", "--format", "json", NAMED[name]).out

    numbers = re.findall(r"[:\[,] *(-?[0-9][0-9.eE+-]*)(?=[,\n\]}])", text)

    assert len(numbers) > 20
    assert [number for number in numbers if len(Decimal(number).normalize().as_tuple().digits) > 12] == []


@pytest.mark.parametrize("name", NAMES)
def test_the_exact_score_is_the_score_and_the_one_that_the_road_reckons(name: str) -> None:
    scores = {entry.candidate.id: entry.score.point for entry in ranking(DECISIONS[name]).ranked}

    for entry in answered(name)["ranking"]:
        assert Fraction(entry["exact"]) == scores[entry["candidate"]]
        assert near(entry["score"], Fraction(entry["exact"]))
        assert entry["low"] <= entry["score"] <= entry["high"]


@pytest.mark.parametrize("name", NAMES)
def test_contributions_are_weight_times_value_and_add_up_to_the_score(name: str) -> None:
    content = answered(name)

    for entry in content["ranking"]:
        assert list(entry["contributions"]) == list(entry["values"]) == list(content["weights"])
        for leaf, weight in content["weights"].items():
            assert abs(weight * entry["values"][leaf] - entry["contributions"][leaf]) < Decimal("1e-9")
        assert abs(sum(entry["contributions"].values()) - entry["score"]) < Decimal("1e-9")


@pytest.mark.parametrize("name", NAMES)
def test_everybody_is_ranked_or_excluded_and_nobody_both(name: str) -> None:
    content = answered(name)

    met = [entry["candidate"] for entry in (*content["ranking"], *content["excluded"])]

    assert sorted(met) == sorted(candidate.id for candidate in decision(name).candidates)


@pytest.mark.parametrize("name", NAMES)
def test_ranks_follow_the_exact_scores_and_equal_ones_share_theirs(name: str) -> None:
    entries = answered(name)["ranking"]
    scores = [Fraction(entry["exact"]) for entry in entries]

    assert [entry["rank"] for entry in entries] == [1 + sum(other > score for other in scores) for score in scores]
    assert [entry["tied"] for entry in entries] == [scores.count(score) > 1 for score in scores]


@pytest.mark.parametrize("name", NAMES)
def test_winners_hold_rank_one_and_the_lead_is_what_parts_the_first_two(name: str) -> None:
    content = answered(name)
    first, second = (Fraction(entry["exact"]) for entry in content["ranking"][:2])

    assert content["winners"] == [entry["candidate"] for entry in content["ranking"] if entry["rank"] == 1]
    assert near(content["lead"], first - second)


@pytest.mark.parametrize("name", NAMES)
def test_unknown_names_the_leaves_whose_value_is_open_from_end_to_end(name: str) -> None:
    ranked = ranking(DECISIONS[name])
    ids = [leaf.id for leaf in ranked.leaves]

    expected = {
        entry.candidate.id: [leaf for leaf, known in zip(ids, entry.values, strict=True) if known.unknown]
        for entry in ranked.ranked
    }

    assert expected == {entry["candidate"]: entry["unknown"] for entry in answered(name)["ranking"]}


def test_the_lead_is_zero_in_a_tie_and_null_where_one_candidate_is_left(tmp_path: Path) -> None:
    alone = HOLED.replace("[a, b]", "[a]")

    assert answered("everything")["lead"] == 0
    assert answered("everything")["winners"] == ["huayi", "plain"]
    assert parsed(decide("rank", "--format", "json", str(written(tmp_path, alone))))["lead"] is None


def test_the_excluded_name_the_gates_and_limits_that_they_fail() -> None:
    assert answered("everything")["excluded"] == [
        {
            "candidate": "offshore",
            "name": 'Offshore <Text> & "Sons"',
            "because": [{"gate": "confidential"}, {"gate": "insured"}],
        },
        {"candidate": "rush", "name": "Rush 2 Go", "because": [{"limit": "errors"}]},
        {"candidate": "muddle", "name": "Muddle", "because": [{"gate": "insured"}, {"limit": "score"}]},
    ]


def test_what_may_still_screen_somebody_out_stands_beside_the_score() -> None:
    entries = {entry["candidate"]: entry["open"] for entry in answered("everything")["ranking"]}

    assert entries["tarjama"] == [
        {"gate": "confidential", "verdict": "unknown"},
        {"limit": "errors", "verdict": "across"},
    ]
    assert entries["longest"] == [{"limit": "score", "verdict": "across"}]
    assert entries["plain"] == []


def test_a_warning_comes_with_its_place_in_rank_and_in_check(tmp_path: Path) -> None:
    path = written(tmp_path, HOLED)

    ranked, problems = (
        decide(command, "--format", "json", "one.yaml", here=path.parent) for command in ("rank", "check")
    )

    unclear, missing = json.loads(ranked.out)["problems"]
    assert (unclear["code"], missing["code"], missing["severity"]) == ("no-clear-winner", "missing", "warning")
    assert (missing["file"], missing["line"], missing["column"]) == ("one.yaml", 3, 17)
    assert json.loads(problems.out)["problems"] == [unclear, missing]


def test_faults_are_told_by_check_as_json_and_rank_prints_none(tmp_path: Path) -> None:
    path = written(tmp_path, FAULTY)

    checked_, ranked = (decide(command, "--format", "json", str(path)) for command in ("check", "rank"))

    checked(parsed(checked_), PROBLEMS)
    assert [problem["code"] for problem in parsed(checked_)["problems"]] == ["weight-without-range"]
    assert (checked_.code, checked_.err) == (2, "")
    assert (ranked.code, ranked.out) == (2, "")


@pytest.mark.parametrize("name", NAMES)
def test_the_gaps_of_a_comparison_add_up_exactly_to_the_difference_of_the_scores(name: str) -> None:
    content, ranked = answered(name, "why"), answered(name)
    scores = {entry["candidate"]: Fraction(entry["exact"]) for entry in ranked["ranking"]}

    assert sum(Fraction(gap["exact"]) for gap in content["gaps"]) == Fraction(content["exact"])
    assert scores[content["ahead"]] - scores[content["behind"]] == Fraction(content["exact"])
    assert near(content["difference"], Fraction(content["exact"]))
    assert [gap["criterion"] for gap in content["gaps"]] == list(ranked["weights"])
    assert {gap["criterion"]: gap["weight"] for gap in content["gaps"]} == ranked["weights"]
    assert all(near(gap["difference"], Fraction(gap["exact"])) for gap in content["gaps"])


@pytest.mark.parametrize("name", NAMES)
def test_the_reasons_are_a_smallest_set_that_decides_with_all_disadvantages_kept(name: str) -> None:
    content = answered(name, "why")
    gaps = {gap["criterion"]: Fraction(gap["exact"]) for gap in content["gaps"]}
    against = sum(gap for gap in gaps.values() if gap < 0)
    largest = sorted((gap for gap in gaps.values() if gap > 0), reverse=True)

    reasons = [gaps[reason] for reason in content["reasons"]]

    assert (sum(reasons) + against > 0) == bool(content["difference"])
    assert reasons == sorted(reasons, reverse=True)
    assert not reasons or sum(largest[: len(reasons) - 1]) + against <= 0


def test_the_id_is_a_slug_of_the_files_name_and_the_hash_does_not_hang_on_it(tmp_path: Path) -> None:
    text = (GOLDEN / "everything.yaml").read_text(encoding="utf-8")
    names = ("Ünser Plan!.yaml", "--help.yaml", "...yaml", "a\nb.yaml", "x" * 200 + ".yaml")

    for place, name in enumerate(names):
        written(tmp_path / str(place), text, name)

    answers = said(
        *(["rank", "--format", "json", f"{place}/{name}"] for place, name in enumerate(names)), here=tmp_path
    )

    heads = [parsed(answer)["decision"] for answer in answers]
    assert [head["id"] for head in heads] == ["ünser-plan", "help", "decision", "a-b", "x" * 200]
    assert {head["hash"] for head in heads} == {answered("everything")["decision"]["hash"]}

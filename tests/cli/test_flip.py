"""What `decide flip` says is true when its lines are typed; what-ifs, analyses and their JSON."""

import json
import re
import shlex
from fractions import Fraction
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from decide.road.ranking import ranking
from decide.stress.table import ANALYSES
from tests.cli.door import CRITERIA, ROOT, decide, decided, said, written
from tests.cli.test_json import FRACTION, HEAD, ID, exactly, many
from tests.samples import CRM

SHIPPED = sorted(path.relative_to(ROOT).as_posix() for path in CRITERIA.iterdir())
EVERY = [*SHIPPED, "tests/golden/everything.yaml"]
NUMBER = {"type": ["number", "null"]}
IDS = {"type": "object", "propertyNames": {"type": "string"}}
WITNESS = exactly(
    weights={**IDS, "additionalProperties": FRACTION},
    values={**IDS, "additionalProperties": {**IDS, "additionalProperties": FRACTION}},
    performance={**IDS, "additionalProperties": {**IDS, "additionalProperties": {"type": "string"}}},
    without=exactly(criteria=many(ID), candidates=many(ID), evidence=many(ID)),
    shows={
        "type": "object",
        "properties": {"first": {**many(ID), "minItems": 1}, "ranks": IDS},
        "required": ["first"],
        "additionalProperties": False,
    },
)
AMOUNT = {"type": "number", "minimum": 0}
ESTIMATE = exactly(draws={"type": "integer"}, seed={"type": "string", "minLength": 1}, error=AMOUNT, certainty=AMOUNT)
FINDING = exactly(
    analysis={"enum": [*ANALYSES, "whatif"]},
    variant={"type": "string"},
    about=many({"type": "string", "minLength": 1}),
    status={"enum": ["holds", "found", "impossible", "undetermined"]},
    headline={"type": "string", "pattern": r"[^.]$"},
    value={"oneOf": [{"type": "null"}, {"type": "object", "required": ["exact"], "minProperties": 2}]},
    witness={"oneOf": [{"type": "null"}, WITNESS]},
    certificate={"type": "object"},
    estimate={"oneOf": [{"type": "null"}, ESTIMATE]},
    rows=many({"type": "object"}),
)
FINDINGS = exactly(**HEAD, kind={"const": "findings"}, options={"type": "object"}, findings=many(FINDING))


def findings(*words: str) -> dict[str, Any]:
    """Return the JSON of a command that answers with findings, its shape checked."""
    answer = decided(*words, "--format", "json")
    assert (answer.code, answer.err) == (0, "")
    content: dict[str, Any] = json.loads(answer.out)
    jsonschema.validate(content, FINDINGS)
    return content


def lines_of(decision: str) -> list[tuple[str, str, list[str]]]:
    """Return of each line to type: the candidate in whose part it stands, the sentence above it, and its words."""
    told = decided("flip", decision)
    assert (told.code, told.err) == (0, "")
    names = {entry.candidate.name for entry in ranking(ROOT / decision).ranked}
    found, candidate, sentence = [], "", ""
    for block in told.out.split("\n\n"):
        if block.strip() in names:
            candidate = block.strip()
        elif block.startswith("    decide whatif "):
            found.append((candidate, sentence, shlex.split(block)[1:]))
        sentence = " ".join(block.split())
    return found


@pytest.mark.parametrize("decision", EVERY)
def test_every_sentence_of_flip_is_true_when_its_line_is_typed(decision: str) -> None:
    lines = lines_of(decision)
    answers = said(*([*words, "--format", "json"] for _, _, words in lines))

    assert lines
    for (candidate, sentence, _), answer in zip(lines, answers, strict=True):
        first = json.loads(answer.out)["findings"][0]["witness"]["shows"]["first"]
        names = {entry.candidate.id: entry.candidate.name for entry in ranking(ROOT / decision).ranked}
        told = {names[one] for one in first}
        assert sentence.startswith(candidate)
        if " draws level with " in sentence:
            assert candidate in told
            assert len(told) > 1
        else:
            assert told == {candidate}


@pytest.mark.parametrize("decision", EVERY)
def test_flip_tells_of_every_candidate_that_is_not_first(decision: str) -> None:
    blocks = decided("flip", decision).out.split("\n\n")
    others = [entry.candidate.name for entry in ranking(ROOT / decision).ranked if entry.rank > 1]

    assert {name for name in others if name in {block.strip() for block in blocks}} == set(others)


def test_flip_to_one_candidate_tells_of_no_other() -> None:
    told = decided("flip", "criteria/apple-china-ai", "--to", "Tencent").out

    assert "\nTencent\n" in told
    assert "\nBaidu\n" not in told


def test_flip_to_the_first_says_that_it_is_first_already() -> None:
    assert "Alibaba is first already." in decided("flip", "criteria/apple-china-ai", "--to", "alibaba").out


def test_flip_to_one_who_is_screened_out_says_why_nothing_helps_it() -> None:
    told = " ".join(decided("flip", "criteria/apple-china-ai", "--to", "openai").out.split())

    assert "OpenAI is screened out: fails the gate “A domestic provider" in told
    assert "Gates and limits are not judged anew here." in told


def test_flip_to_a_stranger_is_refused_with_those_who_are_known() -> None:
    answer = decide("flip", "criteria/minimal.yaml", "--to", "acne")

    assert answer.code == 2
    assert "did you mean  acme  ?" in answer.err


@pytest.mark.parametrize("decision", EVERY)
@pytest.mark.parametrize("command", ["flip", "stress"])
def test_findings_have_these_keys_of_these_types_and_no_others(command: str, decision: str) -> None:
    content = findings(command, decision)

    assert content["findings"]


@pytest.mark.parametrize("decision", SHIPPED)
def test_a_witness_has_complete_weights_that_sum_to_one(decision: str) -> None:
    leaves = {leaf.id for leaf in ranking(ROOT / decision).leaves}
    for finding in findings("stress", decision)["findings"]:
        weights = (finding["witness"] or {}).get("weights") or {}
        if weights:
            assert set(weights) == leaves
            assert sum(map(Fraction, weights.values())) == 1


def test_stress_tells_only_the_analyses_that_are_asked_for() -> None:
    content = findings("stress", "criteria/minimal.yaml", "--only", "dominance,can-be-first")

    assert {finding["analysis"] for finding in content["findings"]} == {"dominance", "can-be-first"}
    assert content["options"]["only"] == ["dominance", "can-be-first"]


def test_an_analysis_that_is_misspelt_is_refused_with_the_nearest() -> None:
    answer = decide("stress", "criteria/minimal.yaml", "--only", "dominence")

    assert answer.code == 2
    assert "did you mean  dominance  ?" in answer.err


def test_the_possible_weights_that_are_asked_for_are_used_and_named() -> None:
    every = findings("stress", "criteria/minimal.yaml", "--only", "can-be-first", "--possible", "any")
    order = findings("stress", "criteria/minimal.yaml", "--only", "can-be-first")

    def able(content: dict[str, Any]) -> set[str]:
        return {one["about"][0] for one in content["findings"] if one["status"] == "found"}

    assert able(order) < able(every)
    assert (order["options"]["possible"], every["options"]["possible"]) == ("order", "any")


def test_possible_weights_that_are_no_set_are_refused() -> None:
    answer = decide("stress", "criteria/minimal.yaml", "--possible", "sometimes")

    assert answer.code == 2
    assert "none of order, any, stated, nor a share" in answer.err


def test_the_programs_are_written_as_readable_texts(tmp_path: Path) -> None:
    answer = decide("stress", str(CRITERIA / "minimal.yaml"), "--lp", "programs", here=tmp_path)
    texts = {path.name: path.read_text(encoding="utf-8") for path in (tmp_path / "programs").iterdir()}

    assert (answer.code, answer.err) == (0, "")
    assert len(texts) > 5
    assert all("Minimize" in text and "Subject To" in text for text in texts.values())


def test_the_proof_is_written_and_the_checker_accepts_it(tmp_path: Path) -> None:
    answer = decide("stress", str(CRITERIA / "minimal.yaml"), "--proof", "proof.json", here=tmp_path)

    assert (answer.code, answer.err) == (0, "")
    assert json.loads((tmp_path / "proof.json").read_text(encoding="utf-8"))["kind"] == "proof"


def test_a_whatif_reckoned_by_hand(tmp_path: Path) -> None:
    """Acme: 0.4 · 55 + 0.35 · 100 + 0.25 · 100 = 82; with the price at 20 it is 0.4 · 80 + 60 = 92."""
    path = written(tmp_path, CRM)

    (finding,) = findings("whatif", str(path), "acme-crm.price=20")["findings"]

    assert [row["score-after"] for row in finding["rows"] if row["candidate"] == "acme-crm"] == [92]
    assert [row["score-before"] for row in finding["rows"] if row["candidate"] == "acme-crm"] == [82]
    assert finding["status"] == "holds"


def test_a_whatif_with_a_share_leaves_the_others_in_proportion(tmp_path: Path) -> None:
    """Price at 70 %: ease and sign-on keep 35 : 25 of the other 30 %, that is 17.5 % and 12.5 %."""
    path = written(tmp_path, CRM)

    (finding,) = findings("whatif", str(path), "price=70%")["findings"]

    assert finding["witness"]["weights"] == {"price": "7/10", "ease-of-use": "7/40", "single-sign-on": "1/8"}
    assert finding["witness"]["shows"]["first"] == ["spreadsheets-as-today"]


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (["prise=30%"], "did you mean  price  ?"),
        (["price"], "says no change"),
        (["acme.prise=3"], "did you mean  price  ?"),
        (["acme.price=300"], "lies outside the scale"),
        (["acme.ease=bad"], "none of the levels"),
        (["acme=5"], "acme is a candidate"),
        (["price=130%"], "is no weight"),
        (["origin.nobody=out"], "there is no origin"),
        (["price=out", "ease=out", "sign-on=out"], "no weight is left"),
        (["acme=out", "globex=out", "initech=out", "today=out"], "no candidate is left"),
        (["price=60%", "ease=60%"], "do not make 100 %"),
    ],
)
def test_a_whatif_that_cannot_be_is_refused_with_its_reason(words: list[str], told: str) -> None:
    answer = decide("whatif", "criteria/minimal.yaml", *words)

    assert (answer.code, answer.out) == (2, "")
    assert told in answer.err


def test_a_whatif_writes_nothing(tmp_path: Path) -> None:
    path = written(tmp_path, CRM)
    before = path.read_bytes()

    decide("whatif", "one.yaml", "price=70%", here=tmp_path)

    assert path.read_bytes() == before
    assert [entry.name for entry in tmp_path.iterdir()] == ["one.yaml"]


def test_whoever_would_now_fail_a_limit_is_told(tmp_path: Path) -> None:
    path = written(tmp_path, CRM.replace("title: Which CRM?", "title: Which CRM?\nlimit: 50"))

    told = decide("whatif", str(path), "hubspot.price=100", "hubspot.ease-of-use=poor").out

    assert "HubSpot would now fail the limit on the score" in " ".join(told.split())


def test_a_preference_that_is_not_met_then_is_told(tmp_path: Path) -> None:
    path = written(tmp_path, f"{CRM}preferences: [price >= single-sign-on]\n")

    kept, broken = (" ".join(decide("whatif", str(path), f"price={share}").out.split()) for share in ("30%", "10%"))

    assert "do not meet" not in kept
    assert "With this change the point weights do not meet price >= single-sign-on: 10.00 % against 37.50 %." in broken


def test_who_can_never_be_first_is_told_once(tmp_path: Path) -> None:
    told = decide("flip", str(written(tmp_path, f"{CRM}preferences: [price >= single-sign-on]\n"))).out

    never = [line for line in told.splitlines() if "o weights" in line]
    assert len(never) == len(set(never))
    assert not any(line.startswith("With all preferences met, no weights") for line in never)


def test_every_analysis_is_listed_with_its_question() -> None:
    told = decided("analyses").out

    assert all(name in told for name in ANALYSES)
    assert [row["analysis"] for row in json.loads(decided("analyses", "--format", "json").out)["analyses"]] == list(
        ANALYSES
    )


def test_flip_in_markdown_has_its_lines_as_code() -> None:
    told = decided("flip", "criteria/minimal.yaml", "--format", "md").out

    assert re.search(r"^(    |```)", told, re.MULTILINE)
    assert "decide whatif criteria/minimal.yaml" in told

"""Laws that hold for every check, whoever adds one."""

from pathlib import Path
from random import Random

import pytest
from hypothesis import given

from decide.check.checks import examine_ranking, found
from decide.check.study import Study
from decide.check.table import TABLE
from decide.model.codes import CHECKS, CODES
from decide.rank.ranking import rank
from decide.road.examined import examine
from decide.road.margins import margins
from tests.check.samples import FLAWLESS, examined, with_
from tests.plain import Plain, copied, read, reordered
from tests.strategies import checked_decisions, shuffles

SAMPLES = Path(__file__).parents[1] / "problems"
BY_THE_LOADER = {"confusable-name", "cut-by-hash"}
EVERY = [*TABLE, "idle-waiver"]


def sample(code: str) -> str:
    return (SAMPLES / f"{code}.yaml").read_text(encoding="utf-8")


def codes(text: str) -> list[str]:
    return [problem.code for problem in examined(text)[0]]


def subjects(plain: Plain) -> set[tuple[str, frozenset[str]]]:
    """Return what every check is about, whatever its order."""
    ranking = rank(read(plain))
    checked = found(Study(ranking, tuple(margins(ranking))))
    return {(check.code, frozenset(flaw)) for check, flaws in checked for flaw in flaws}


def test_a_decision_without_flaws_is_met_with_silence() -> None:
    assert examined(FLAWLESS) == ((), ())


@pytest.mark.parametrize("code", sorted(set(EVERY) - {"missing"}))
def test_the_sample_of_a_check_shows_nothing_else(code: str) -> None:
    assert {code} == set(codes(sample(code)))


@pytest.mark.parametrize("code", EVERY)
def test_a_check_that_is_switched_off_is_silent(code: str) -> None:
    text = sample(code).replace("\nchecks: {", f"\nchecks: {{{code}: off, ")
    text = text if "\nchecks:" in text else with_(f"checks: {{{code}: off}}", text=text)

    assert code not in codes(text)


@pytest.mark.parametrize("code", TABLE)
def test_a_waiver_for_all_of_a_check_sets_all_of_it_aside(code: str) -> None:
    waiver = f"waivers: [{{check: {code}, because: so, by: Ana, until: 2099-12-31}}]"
    before = examined(sample(code))[0]

    problems, waived = examined(with_(waiver, text=sample(code)))

    assert code not in {problem.code for problem in problems}
    assert [one.message for one in before if one.code == code] == [
        one.problem.message for one in waived if one.problem.code == code
    ]
    assert {one.waiver.by for one in waived} == {"Ana"}


@pytest.mark.parametrize("code", EVERY)
def test_a_sample_is_told_in_one_line_with_a_remedy_inside_its_line(code: str) -> None:
    for problem in examine(SAMPLES / f"{code}.yaml").problems:
        line = problem.place.source.line(problem.place.line)

        assert problem.message.isprintable()
        assert problem.hint
        assert 1 <= problem.place.column <= len(line) + 1


def test_every_check_has_its_code_and_every_code_its_check() -> None:
    made = {code for code, entry in CODES.items() if not entry.fault}

    assert made == {*EVERY, *BY_THE_LOADER}
    assert made <= set(CHECKS)
    assert list(TABLE) == [check.code for check in TABLE.values()]


@pytest.mark.parametrize("code", sorted(CODES))
def test_a_code_is_explained_in_sentences_with_an_example_on_one_line(code: str) -> None:
    entry = CODES[code]

    assert entry.why[-1] in ".?"
    assert entry.remedy.endswith(".")
    assert entry.example.strip()
    assert "\n" not in entry.example
    assert len(entry.example) <= 92


@given(checked_decisions())
def test_no_check_raises_and_all_is_told_on_one_line(plain: Plain) -> None:
    ranking = rank(read(plain))
    problems, waived = examine_ranking(ranking, margins(ranking))

    for problem in (*problems, *(one.problem for one in waived)):
        assert problem.code in CODES
        assert problem.message.isprintable()
        assert problem.hint.isprintable()
        assert problem.hint
        assert "  " not in problem.message


@given(checked_decisions(), shuffles)
def test_the_order_of_candidates_criteria_and_evidence_changes_nothing_that_is_found(
    plain: Plain, random: Random
) -> None:
    other = copied(plain)
    for section in ("candidates", "criteria", "evidence", "performance"):
        if section in other:
            other[section] = reordered(other[section], random)

    assert subjects(plain) == subjects(other)


@given(checked_decisions())
def test_whoever_waives_a_flaw_by_one_of_its_ids_hears_no_more_of_it(plain: Plain) -> None:
    flaws = [(code, sorted(about)) for code, about in subjects(plain) if about]
    known = {one.id for one in (*read(plain).candidates, *read(plain).evidence)}
    waivable = [(code, about) for code, about in sorted(flaws) if set(about) & known]
    waivers = [
        {
            "check": code,
            "for": next(one for one in about if one in known),
            "because": "so",
            "by": "Ana",
            "until": "2999-01-01",
        }
        for code, about in waivable
    ]
    if not waivers:
        return
    ranking = rank(read(plain | {"waivers": waivers}))
    told = {problem.code for problem in examine_ranking(ranking, margins(ranking))[0]}

    assert told & {code for code, _ in waivable} <= {code for code, about in flaws if (code, about) not in waivable}

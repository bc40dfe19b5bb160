"""What PuLP writes and HiGHS solves: the text of every kind, and whether it is what the exact answers say.

``DECIDE_REGOLD=1 pytest tests/solve`` writes the texts anew; the diff is then for a person to judge.
"""

import re
from collections.abc import Callable, Iterator
from fractions import Fraction
from pathlib import Path
from random import Random

import highspy
import pytest
from hypothesis import given

from decide.road.examined import examine
from decide.solve import lp
from decide.solve.exact import minimise
from decide.solve.optimum import LARGE, optimum
from decide.solve.program import Program, Row, sparse, unit
from decide.stress.case import Case
from decide.stress.cheapest_rank import cheapest_rank
from decide.stress.programs import programs
from tests.load.golden import kept
from tests.plain import Plain, copied, nodes, ranked
from tests.samples import pair
from tests.solve.programs import drawn, fewest, is_proved
from tests.strategies import decisions, picks, preferring_decisions

GOLDEN = Path(__file__).parent / "golden"
MINIMAL = Path(__file__).parents[2] / "criteria" / "minimal.yaml"
KINDS = {
    "dethrone moved": "dethrone a by b moved",
    "dethrone each": "dethrone a by b each",
    "least-change moved": "least-change b moved",
    "least-change each": "least-change b each",
    "performance-change several": "performance-change b several",
    "performance-change robust": "performance-change b robust",
    "cheapest-rank": "cheapest-rank initech 2",
    "dominance": "dominance a over b",
    "mixture": "mixture initech",
    "can-be-first": "can-be-first b",
    "rank-range best": "rank-range initech best",
    "rank-range worst": "rank-range b worst",
}
"""Kind → the program that is kept: of the pair in ``tests/samples.py``, else of criteria/minimal.yaml."""


def minimal() -> Case:
    ranking = examine(MINIMAL).ranking
    assert ranking is not None
    return Case(ranking)


def kind(program: Program) -> str:
    first, *_, last = program.name.split()
    return f"{first} {last}" if f"{first} {last}" in KINDS else first


def shown() -> dict[str, Program]:
    known = {program.name: program for case in (minimal(), Case(ranked(pair()))) for program in programs(case)}
    return {name: known[chosen] for name, chosen in KINDS.items()}


def read_back(text: str, folder: Path) -> float | None:
    """Return what HiGHS makes of a text."""
    path = folder / "program.lp"
    path.write_text(text, encoding="ascii")
    solver = highspy.Highs()  # type: ignore[no-untyped-call]
    solver.setOptionValue("output_flag", False)
    assert solver.readModel(str(path)) == highspy.HighsStatus.kOk, text
    solver.run()
    found = solver.getModelStatus() == highspy.HighsModelStatus.kOptimal
    return float(solver.getInfo().objective_function_value) if found else None


def without_logarithms(plain: Plain) -> Plain:
    """Return the decision with straight scales: logarithms have 12 decimals, and HiGHS takes the last for nothing."""
    changed = copied(plain)
    for node in nodes(changed):
        if node.get("value") == "log":
            del node["value"]
    return changed


def exact_answers(case: Case) -> Iterator[tuple[Program, Fraction | None]]:
    """Yield every program of a case with its exact answer; None where nothing meets its rows."""
    ranks = {}
    for finding in cheapest_rank(case):
        assert finding.status in ("found", "impossible")
        name = f"cheapest-rank {finding.about[0]} {finding.variant.removeprefix('first-')}"
        ranks[name] = None if finding.amount is None else finding.amount / 100
    for program in programs(case):
        if program.name.startswith("rank-range"):
            yield program, Fraction(fewest(program))
        elif program.whole:
            yield program, ranks.pop(program.name)
        else:
            solution = minimise(program)
            yield program, solution.cost if solution.feasible else None
    assert ranks == {}


@pytest.mark.parametrize("name", KINDS)
def test_each_kind_is_written_as_it_was(name: str) -> None:
    text = lp.lp_text(shown()[name])

    assert text == kept(GOLDEN / f"{name.replace(' ', '-')}.lp", text)


def test_no_golden_is_left_over_and_every_kind_has_one() -> None:
    assert {path.name for path in GOLDEN.iterdir()} == {f"{name.replace(' ', '-')}.lp" for name in KINDS}
    assert {kind(program) for program in programs(minimal())} == set(KINDS)


def differing(case: Case) -> list[str]:
    """Return the programs of a case on which HiGHS does not say what is so."""
    found = []
    for program, exact in exact_answers(case):
        answer = lp.optimum(program)
        if answer is None or exact is None:
            found += [program.name] if (answer is None) != (exact is None) else []
        elif abs(answer - exact) > 1e-6:
            found.append(program.name)
    return found


@given(plain=decisions())
def test_on_every_kind_the_exact_answer_and_the_one_of_highs_agree(plain: Plain) -> None:
    assert differing(Case(ranked(without_logarithms(plain)))) == []


@given(plain=preferring_decisions())
def test_with_preferences_the_exact_answer_and_the_one_of_highs_agree(plain: Plain) -> None:
    if without_logarithms(plain) == plain:  # a scale that is bent straight might break a preference
        assert differing(Case(ranked(plain))) == []


def test_a_difference_that_highs_takes_for_nothing_is_decided_exactly() -> None:
    # half of the weight lies where one is ahead by 40, half where by almost nothing: level only where none lies yet
    margin = (Fraction(40), Fraction(1, 10**12), Fraction(0))
    program = Program(
        "moved",
        ("up a", "up b", "up c", "down a", "down b"),
        (Fraction(1), Fraction(1), Fraction(1), Fraction(0), Fraction(0)),
        (
            Row("sum of changes", sparse([1, 1, 1, -1, -1]), exact=True),
            Row("over", sparse([-margin[0], -margin[1], 0, *margin[:2]]), (margin[0] + margin[1]) / 2),
            Row("floor a", unit(3, -1), Fraction(-1, 2)),
            Row("floor b", unit(4, -1), Fraction(-1, 2)),
        ),
    )

    assert minimise(program).cost == 1
    assert lp.optimum(program) == pytest.approx(1 / 2)


@given(plain=decisions() | preferring_decisions())
def test_every_program_of_a_case_has_its_own_name(plain: Plain) -> None:
    names = [program.name for program in programs(Case(ranked(plain)))]

    assert len(names) == len(set(names))


@given(seed=picks)
def test_a_random_program_has_the_same_answer_exactly_by_highs_and_read_back(
    seed: int, tmp_path_factory: pytest.TempPathFactory
) -> None:
    program = drawn(Random(seed))
    solution = minimise(program)
    exact = float(solution.cost) if solution.feasible else None

    assert lp.optimum(program) == pytest.approx(exact, abs=1e-6)
    assert read_back(lp.lp_text(program), tmp_path_factory.mktemp("lp")) == pytest.approx(exact, abs=1e-6)


@given(seed=picks)
def test_from_the_rows_that_highs_proposes_the_answer_is_the_same(seed: int) -> None:
    program = drawn(Random(seed))

    rows = lp.tight_rows(program)
    one, other = minimise(program), minimise(program, rows)

    assert set(rows) <= {row.name for row in program.rows}
    assert (one.feasible, one.cost, one.point) == (other.feasible, other.cost, other.point)
    assert is_proved(program, other)


def large() -> Program:
    """Return a program large enough that a proposal is asked for."""
    random = Random(5)
    rows = [Row(f"row {at}", sparse([random.randint(0, 9) for _ in range(60)]), Fraction(100)) for at in range(200)]
    columns = tuple(f"x{at}" for at in range(60))
    return Program("large", columns, tuple(Fraction(random.randint(1, 9)) for _ in columns), tuple(rows))


def wrong(program: Program) -> tuple[str, ...]:
    return tuple(row.name for row in program.rows[::7])


@pytest.mark.parametrize("propose", [lp.tight_rows, wrong, lambda program: ()])
def test_both_ways_lead_to_the_same_solution_whatever_is_proposed(
    propose: Callable[[Program], tuple[str, ...]],
) -> None:
    program = large()
    assert len(program.rows) * len(program.columns) >= LARGE

    one, other = optimum(program), optimum(program, propose)

    assert (one.feasible, one.cost, one.point) == (other.feasible, other.cost, other.point)
    assert is_proved(program, other)


def test_nobody_is_asked_about_a_small_program() -> None:
    row = Row("row", unit(0), Fraction(1))

    def never(program: Program) -> tuple[str, ...]:
        raise AssertionError(program.name)

    assert optimum(Program("small", ("x",), (Fraction(1),), (row,)), never).cost == 1


def test_the_same_program_has_the_same_bytes() -> None:
    program = shown()["cheapest-rank"]

    assert lp.lp_text(program) == lp.lp_text(program)


def test_names_stay_readable_and_apart_and_are_no_words_of_the_format(tmp_path: Path) -> None:
    names = ("up sign-on", "up sign on", "Qualität", "百度", "e5", "E", "end", "free", "7 up", "x²", "-", "a" * 200)
    rows = (
        Row("crm.yaml:14 ease >= 0.5 * speed (1)", sparse([1] * len(names)), Fraction(1)),
        Row("end", unit(0), Fraction(0)),
        Row("end ", unit(0), Fraction(0)),
    )
    program = Program("a name: of it", names, tuple(Fraction(at + 1) for at in range(len(names))), rows)

    text = lp.lp_text(program)

    assert re.findall(r"(\S+):", text) == ["OBJ", "crm.yaml_14_ease_ge_0.5_speed_1", "x_end", "x_end_2"]
    words = {"up_sign_on", "up_sign_on_2", "Qualitat", "u767eu5ea6", "x_e5", "x_E", "x_end", "x_free", "x_7_up", "x2"}
    assert words | {"x_", "a" * 80} == set(re.findall(r"[A-Za-z][\w.]*", text.split("OBJ:")[1].split("Subject")[0]))
    assert read_back(text, tmp_path) == pytest.approx(1)


def test_numbers_are_written_exactly_where_twelve_digits_can() -> None:
    rows = (
        Row("decimal", sparse([Fraction(1, 4), 1]), Fraction(5, 2)),
        Row("whole", sparse([Fraction(1, 3), Fraction(-2, 7)]), Fraction(1)),
        Row("rounded", sparse([Fraction(1, 3**40), Fraction(1, 7)]), Fraction(1)),
    )

    lines = lp.lp_text(Program("p", ("a", "b"), (Fraction(1), Fraction(1)), rows)).splitlines()

    assert "decimal: 0.25 a + b >= 2.5" in lines
    assert "whole: 7 a - 6 b >= 21" in lines
    assert "rounded: 5.75768433798e-19 a + b >= 7" in lines


def test_what_is_tiny_against_other_rows_is_not_dropped() -> None:
    tiny = Fraction(1, 10**12)
    rows = (Row("tiny", ((0, tiny),), 3 * tiny),)

    assert lp.optimum(Program("tiny", ("x",), (tiny,), rows)) == pytest.approx(3e-12)


def test_columns_that_are_whole_are_0_or_1() -> None:
    row = Row("half", sparse([2, 2]), Fraction(1))
    program = Program("whole", ("x", "y"), (Fraction(3), Fraction(5)), (row,), frozenset((0, 1)))

    assert lp.optimum(program) == pytest.approx(3)
    assert "Binaries\nx\ny\n" in lp.lp_text(program)
    assert minimise(program).cost == Fraction(3, 2)


def test_a_program_without_rows_or_costs_has_a_text_and_an_answer(tmp_path: Path) -> None:
    bare = Program("bare", ("x",), (Fraction(0),), ())
    never = Program("never", ("x",), (Fraction(0),), (Row("no", (), Fraction(1)),))

    assert (lp.optimum(bare), lp.tight_rows(bare)) == (0, ())
    assert (lp.optimum(never), lp.tight_rows(never)) == (None, ())
    assert read_back(lp.lp_text(never), tmp_path) is None


def test_nobody_prints(capfd: pytest.CaptureFixture[str]) -> None:
    program = shown()["cheapest-rank"]

    lp.lp_text(program), lp.optimum(program), lp.tight_rows(program)

    assert capfd.readouterr() == ("", "")

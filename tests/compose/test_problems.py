"""How problems are told: each with its place, line and remedy, and counted at the end."""

from decide.compose.problems import notice, problems_page, tally
from decide.model.page import Notice, Text
from decide.model.place import Place, Source
from decide.model.problem import Problem, Severity

SOURCE = Source("one.yaml", "decide: 1\ntitle: a\n")


def problem(severity: Severity = "error") -> Problem:
    return Problem("code", Place(SOURCE, 2, 8, 1), "cause", "remedy", severity)


def test_a_problem_is_told_with_the_line_in_which_it_stands() -> None:
    assert notice(problem()) == Notice("error", "code", "one.yaml:2:8", "cause", "remedy", 2, "title: a", 8, 1)


def test_they_are_counted_by_severity_the_worst_first() -> None:
    many = (problem("information"), problem("warning"), problem(), problem("warning"))

    assert tally(many) == "1 error, 2 warnings, 1 for information"
    assert tally((problem("information"),) * 2) == "2 for information"
    assert tally(()) == "Nothing found."


def test_they_are_told_in_the_order_given_and_the_count_stands_at_the_end() -> None:
    (section,) = problems_page((problem(), problem("warning"))).sections

    assert [type(block) for block in section.blocks] == [Notice, Notice, Text]
    assert [block.severity for block in section.blocks if isinstance(block, Notice)] == ["error", "warning"]

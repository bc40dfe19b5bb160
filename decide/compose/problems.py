"""Tells problems: place, plain cause, remedy."""

from decide.compose.words import counted
from decide.model.page import Notice, Page, Section, Text
from decide.model.problem import Problem


def problems_page(problems: tuple[Problem, ...]) -> Page:
    """Return every problem with the line it stands in, and a count at the end."""
    notices = tuple(notice(problem) for problem in problems)
    return Page("", "", (Section("", (*notices, Text(tally(problems), "note"))),))


def notice(problem: Problem) -> Notice:
    """Return one problem as a block."""
    place = problem.place
    return Notice(
        severity=problem.severity,
        code=problem.code,
        place=str(place),
        message=problem.message,
        hint=problem.hint,
        number=place.line,
        line=place.source.line(place.line),
        column=place.column,
        width=place.width,
    )


def tally(problems: tuple[Problem, ...]) -> str:
    """Return ``2 errors, 1 warning``, or that nothing was found."""
    if not problems:
        return "Nothing found."
    counts = [
        counted(len(found), severity) if severity != "information" else f"{len(found)} for information"
        for severity in ("error", "warning", "information")
        if (found := [problem for problem in problems if problem.severity == severity])
    ]
    return ", ".join(counts)

"""Tells all findings: one section per analysis, its question, its tables, and what it does not say."""

from collections.abc import Iterator, Sequence

from decide.compose.analyses import TELLERS
from decide.compose.names import Names
from decide.compose.ranking import headline as who_is_first
from decide.model.finding import Finding
from decide.model.page import Column as Head
from decide.model.page import Page, Section, Table, Text


def stress_page(findings: Sequence[Finding], names: Names, asked: Sequence[str], waiting: Sequence[str] = ()) -> Page:
    """Return the page of ``decide stress``; ``asked`` are the analyses in their order."""
    ranking = names.ranking
    anew = ", but in scenarios" if any(one.analysis == "scenarios" for one in findings) else ""
    opening = (
        Text(who_is_first(ranking), "lead"),
        Text(
            f"Possible weights: {names.possible}. Those who were screened out stay out: gates and limits are not "
            f"judged anew{anew}. Every number is exact, or lies between limits that are told; thresholds are rounded "
            "to the side on which the sentence holds."
        ),
        *(Text(line, "note") for line in waiting),
    )
    sections = tuple(_sections(findings, names, asked))
    return Page(f"Stress test of {ranking.decision.title}", "", (Section("", opening), *sections))


def analyses_page(analyses: Sequence[tuple[str, str, str]]) -> Page:
    """Return the page of ``decide analyses``: name, question and method of each."""
    columns = (Head("Analysis"), Head("Question"), Head("How it is answered"))
    return Page("", "", (Section("", (Table("The analyses", columns, tuple(analyses)),)),))


def _sections(findings: Sequence[Finding], names: Names, asked: Sequence[str]) -> Iterator[Section]:
    for name in asked:
        teller = TELLERS[name]
        own = [finding for finding in findings if finding.analysis == name]
        told = tuple(teller.blocks(own, names))
        if not told:
            told = (Text("There is nothing to compare."),)
        yield Section(f"{teller.title} ({name})", (*told, Text(teller.not_said, "note")))

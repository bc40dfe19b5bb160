"""Tells what a code means: why it matters, who says so, an example, the remedy, and its thresholds."""

from collections.abc import Iterator, Mapping, Sequence

from decide.model.code import FAMILIES, Code
from decide.model.page import Block, Column, Page, Section, Table, Text

Thresholds = Mapping[str, Sequence[tuple[str, str, str]]]
"""Code → its settings: name, default as typed, and what it means."""

_SEVERITIES = (
    "A fault stops everything: nothing is ranked, and the exit code is 2. Everything else is ranked and told, by an "
    "error, a warning or for information, and each time with what it means for this decision: the effect on who is "
    "first, or on the lead. Such effects are exact and keep to the candidates that are ranked now."
)
_SETTING = (
    "A file sets a check under  checks:, as in  {hindsight: off, stale-evidence: {max_age: 60 days}}. Who answers for "
    "one writes it under  waivers:  with the check, a because, a name and a last day, and with  for:  if it is about "
    "one criterion, group, candidate, gate or piece of evidence. What is waived does not count. Waivers, like ages, "
    "count to  as_of; without it no day is past."
)


def code_page(code: Code, thresholds: Thresholds) -> Page:
    """Return all there is to say of one code."""
    return Page(code.code, _subtitle(code), (Section("", tuple(_blocks(code, thresholds))),))


def codes_page(codes: Sequence[Code], thresholds: Thresholds) -> Page:
    """Return all there is to say of every code, family by family."""
    ordered = [code for family in FAMILIES for code in codes if code.family == family]
    sections = tuple(Section(code.code, (Text(_subtitle(code)), *_blocks(code, thresholds))) for code in ordered)
    return Page("Checks", "", (Section("", (Text(_SEVERITIES), Text(_SETTING))), *sections))


def list_page(codes: Sequence[Code]) -> Page:
    """Return every code with its severity and what it is about, family by family."""
    sections = tuple(
        Section(
            family,
            (
                Table(
                    "",
                    (Column("Code"), Column("Severity"), Column("What to do")),
                    tuple((code.code, _severity(code), code.remedy) for code in codes if code.family == family),
                ),
            ),
        )
        for family in FAMILIES
    )
    return Page("", "", (*sections, Section("", (Text("decide explain CODE  says why one of them matters."),))))


def _blocks(code: Code, thresholds: Thresholds) -> Iterator[Block]:
    yield Text(code.why)
    yield Text(f"Remedy: {code.remedy}")
    yield Text("For example:")
    yield Text(code.example, "command")
    settings = thresholds.get(code.code, ())
    if settings:
        columns = (Column("Threshold"), Column("Default"), Column("What it is"))
        yield Table("What a file may set", columns, tuple(settings))
    if code.source:
        yield Text(f"Source: {code.source}.", "note")


def _subtitle(code: Code) -> str:
    return f"{code.family} · {_severity(code)}"


def _severity(code: Code) -> str:
    return "fault" if code.fault else code.severity

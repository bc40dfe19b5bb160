"""Tells whether the choice survives each scenario, and what is expected, and worst, over all of them."""

from collections.abc import Iterator, Sequence
from typing import cast

from decide.compose.names import Names
from decide.compose.words import listed, points, sentence
from decide.model.figures import decimals_that_tell_apart, percent, rounded
from decide.model.finding import Finding
from decide.model.page import Block, Column, Table, Text
from decide.model.rows import Prospect, Standing

TITLE = "If something turns out differently"
NOT_SAID = (
    "What a scenario does not name stays as it is, and what nobody wrote down as a scenario is not looked at. Chances "
    "are those that the file states. Gates and limits are judged anew in each."
)


def headline(finding: Finding, names: Names) -> str:
    """Return what comes out in one scenario, or over all."""
    if finding.variant == "each":
        return _each(finding, names)
    first = _best(finding, names)
    verb = "has" if len(first) == 1 else "have"
    told = "highest expected score" if finding.variant == "expected" else "best worst case"
    assert finding.amount is not None
    return f"{listed(first)} {verb} the {told}, {points(finding.amount)}"


def blocks(findings: Sequence[Finding], names: Names) -> Iterator[Block]:
    """Yield a sentence per scenario, the scores in each, and the expected and the worst score of each candidate."""
    if not findings:
        yield Text("No scenario is stated.")
        return
    each = [finding for finding in findings if finding.variant == "each"]
    over = [finding for finding in findings if finding.variant != "each"]
    for finding in (*each, *over):
        yield Text(sentence(headline(finding, names)))
    yield _scores(each, names)
    for finding in over[:1]:
        yield over_all(finding, names)


def over_all(finding: Finding, names: Names) -> Table:
    """Return the expected and the worst score of each candidate, and where it has that."""
    rows = cast("tuple[Prospect, ...]", finding.rows)
    scores = [score for row in rows for score in (row.expected, row.worst) if score is not None]
    decimals = decimals_that_tell_apart(scores)
    expected = any(row.expected is not None for row in rows)
    told = []
    for row in rows:
        worst = "–" if row.worst is None else rounded(row.worst, decimals)
        mean = () if not expected else ("–" if row.expected is None else rounded(row.expected, decimals),)
        out = f"screened out: {_places(row.out, names)}"
        everywhere = row.worst is not None and row.worst == row.expected
        where = "everywhere" if everywhere else _places(row.worst_in, names)
        told.append((names.candidate(row.candidate), *mean, worst, out if row.out else where))
    middle = (Column("Expected", "right"),) if expected else ()
    columns = (Column("Candidate"), *middle, Column("Worst", "right"), Column("Where"))
    return Table("Over all that may turn out", columns, tuple(told), role="finding")


def with_chance(scenario: str, names: Names) -> str:
    """Return the name of a scenario, with its chance if it has one."""
    chance = next(one.chance for one in names.ranking.decision.scenarios if one.id == scenario)
    return f"{names.scenario(scenario)}{f' ({percent(chance, 0)})' if chance is not None else ''}"


def _each(finding: Finding, names: Names) -> str:
    rows = cast("tuple[Standing, ...]", finding.rows)
    scenario = names.scenario(finding.about[0])
    first = [row.candidate for row in rows if row.rank == 1]
    if not first:
        return f"“{scenario}”: nobody is left, every candidate fails a gate or a limit"
    still = "still " if finding.status == "holds" else ""
    out = [row for row in rows if row.rank == 0 and row.candidate in names.ranked]
    lost = f"; {listed([_fails(row, names) for row in out])}" if out else ""
    if finding.amount is None:
        return f"“{scenario}”: {names.candidates(first)} is the only one left{lost}"
    if finding.amount == 0:
        return f"“{scenario}”: {names.candidates(first)} {still}tie for first{lost}"
    second = max(row.score for row in rows if row.rank > 1)
    after = names.candidates([row.candidate for row in rows if row.rank > 1 and row.score == second])
    return f"“{scenario}”: {names.candidates(first)} is {still}first, {points(finding.amount)} ahead of {after}{lost}"


def _fails(row: Standing, names: Names) -> str:
    return f"{names.candidate(row.candidate)} is screened out ({listed([names.hurdle(one) for one in row.fails])})"


def _best(finding: Finding, names: Names) -> list[str]:
    rows = cast("tuple[Prospect, ...]", finding.rows)
    own = {row.candidate: row.expected if finding.variant == "expected" else row.worst for row in rows}
    return [names.candidate(name) for name, amount in own.items() if amount == finding.amount]


def _scores(each: Sequence[Finding], names: Names) -> Table:
    """Return the score and the rank of each candidate, as written and in each scenario."""
    written = {entry.candidate.id: entry for entry in names.ranking.ranked}
    decision = names.ranking.decision
    columns = [{row.candidate: row for row in cast("tuple[Standing, ...]", finding.rows)} for finding in each]
    now = {name: Standing(name, entry.rank, entry.score.point) for name, entry in written.items()}
    rows = tuple(
        (candidate.name, *(_standing(column.get(candidate.id)) for column in (now, *columns)))
        for candidate in decision.candidates
        if any(column[candidate.id].rank for column in columns) or candidate.id in now
    )
    heads = [Column(with_chance(finding.about[0], names), "right") for finding in each]
    caption = "Score and rank, as written and in each scenario"
    return Table(caption, (Column("Candidate"), Column("As written", "right"), *heads), rows, role="finding")


def _standing(row: Standing | None) -> str:
    if row is None or row.rank == 0:
        return "screened out"
    return f"{rounded(row.score, 1)} ({row.rank})"


def _places(scenarios: Sequence[str], names: Names) -> str:
    return listed([names.scenario(one) if one else "as written" for one in scenarios])

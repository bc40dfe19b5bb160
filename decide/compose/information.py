"""Tells what it is worth to find out before choosing, and what to ask first."""

from collections.abc import Iterator, Sequence
from fractions import Fraction
from typing import cast

from decide.compose.names import Names
from decide.compose.words import counted
from decide.model.chances import Expectation, Worth
from decide.model.figures import figures_down, figures_up, percent, plain, said
from decide.model.finding import Finding
from decide.model.page import Block, Column, Table, Text

TITLE = "What to find out first"
NOT_SAID = (
    "Cells are independent here, likeliest at the best guess, and the weights stay as they are. A gain is what the "
    "score of the choice is expected to gain, so it is no largest loss; what several gain does not add up."
)
MOST_ROWS, MOST_LETTERS = 10, 90
TINY = Fraction(1, 1000)
_TOGETHER = {"evidence": "pieces of evidence", "origin": "origins of evidence", "assessor": "assessors"}


def headline(finding: Finding, names: Names) -> str:
    """Return what it is worth to find out something."""
    row = worth_of(finding)
    if finding.variant == "everything":
        return _everything(finding, names)
    opening = f"knowing {told(finding, names)} before choosing"
    if finding.status == "holds":
        return f"{opening} does not change the choice, whatever comes out"
    return f"{opening} gains {gain(finding, names)}; {chance(row)} it changes the choice"


def blocks(findings: Sequence[Finding], names: Names) -> Iterator[Block]:
    """Yield what everything is worth, what to ask first, and what rests on something together."""
    if not findings:
        yield Text("Nothing is open, so there is nothing to find out.")
        return
    yield from _opening(findings, names)
    cells = [one for one in findings if one.variant == "cell"]
    asked = [one for one in cells if one.status == "found"]
    if asked:
        yield Text(f"Ask this first: {told(asked[0], names)}.", "lead")
        yield _table(f"Worth asking, the most worth first ({len(asked)} of {len(cells)} open)", asked, names)
    elif findings[0].status == "found":
        yield Text("No single open performance can change the choice; only several together can.")
    for variant, called in _TOGETHER.items():
        own = [one for one in findings if one.variant == variant]
        found = [one for one in own if one.status == "found"]
        if found:
            yield _table(f"What rests on them together: {called} ({len(found)} of {len(own)})", found, names)


def worth_of(finding: Finding) -> Worth:
    """Return what a finding says that something is worth."""
    return cast("Worth", finding.rows[0])


def told(finding: Finding, names: Names) -> str:
    """Return what is to be found out."""
    match finding.variant:
        case "cell":
            candidate, leaf = finding.about
            return f"{names.candidate(candidate)} on {names.node(leaf)}"
        case "evidence":
            claim = next(item.claim for item in names.ranking.decision.evidence if item.id == finding.about[0])
            short = claim if len(claim) <= MOST_LETTERS else f"{claim[:MOST_LETTERS].rstrip()} …"
            return f"what {finding.about[0]} speaks of{f' ({short})' if short else ''}"
        case "origin":
            return f"what the origin {finding.about[0]} speaks of"
        case "assessor":
            return f"what {finding.about[0]} judged"
    return "all that is open"


def gain(finding: Finding, names: Names) -> str:
    """Return the points that knowing gains, and what they come to in money."""
    money = in_money(finding, names)
    return f"{points_of(finding)}, {money}" if money else points_of(finding)


def points_of(finding: Finding) -> str:
    """Return the points that knowing gains."""
    row = worth_of(finding)
    return f"less than {plain(TINY)} points" if row.most < TINY else f"{_ends(row.least, row.most)} points"


def in_money(finding: Finding, names: Names) -> str:
    """Return what the points come to on the price; nothing where there is none, or next to no points."""
    row = worth_of(finding)
    if row.most < TINY or row.price is None or names.ranking.decision.price not in names.leaves:
        return ""
    leaf = names.leaves[names.ranking.decision.price]
    return f"as much as {said(row.price, 2)}{f' {leaf.unit}' if leaf.unit else ''} on {leaf.criterion.name}"


def chance(row: Worth) -> str:
    """Return how likely it is that knowing changes the choice."""
    least, most = row.chance_least, row.chance_most
    if most < TINY:
        return f"with a chance of less than {percent(TINY)}"
    if percent(least) == percent(most):
        return f"with a chance of {percent(least)}"
    return f"with a chance of {figures_down(100 * least)} to {figures_up(100 * most)} %"


def _everything(finding: Finding, names: Names) -> str:
    row = worth_of(finding)
    choice = names.candidate(_expectations(finding)[0].candidate)
    if finding.status == "holds":
        return f"Nothing that can come out within the ranges changes the choice of {choice} at these weights"
    opening = f"Finding out all that is open ({counted(row.cells, 'performance')}) before choosing"
    return f"{opening} gains {gain(finding, names)}; {chance(row)} another than {choice} comes out first"


def _opening(findings: Sequence[Finding], names: Names) -> Iterator[Block]:
    yield Text(f"{headline(findings[0], names)}.")
    choice, *rest = _expectations(findings[0])
    if choice.candidate not in names.winners:
        first = next(one for one in rest if one.candidate in names.winners)
        yield Text(
            f"Over all that is open {names.candidate(choice.candidate)} is expected to score most "
            f"({said(choice.expected)} against {said(first.expected)}), although {names.first(names.winners)} as the "
            "decision is written: best guesses need not lie in the middle of their ranges."
        )


def _expectations(finding: Finding) -> list[Expectation]:
    return [row for row in finding.rows if isinstance(row, Expectation)]


def _table(caption: str, findings: Sequence[Finding], names: Names) -> Table:
    money = any(worth_of(one).price is not None for one in findings)
    leaf = names.leaves.get(names.ranking.decision.price)
    head = [
        Column("Find out"),
        Column("Points", "right"),
        Column("Changes the choice", "right"),
        Column("Then perhaps"),
    ]
    if money and leaf is not None:
        head.insert(2, Column(leaf.unit or leaf.criterion.name, "right"))
    rows = []
    for finding in findings[:MOST_ROWS]:
        row = worth_of(finding)
        points = f"under {plain(TINY)}" if row.most < TINY else _ends(row.least, row.most)
        cells = [told(finding, names), points, _percent(row), names.candidate(row.instead)]
        if len(head) > len(cells):
            cells.insert(2, "–" if row.price is None else said(row.price, 2))
        rows.append(tuple(cells))
    left = len(findings) - len(rows)
    title = f"{caption}; {left} more with --format json" if left else caption
    return Table(title, tuple(head), tuple(rows), role="finding")


def _percent(row: Worth) -> str:
    return chance(row).removeprefix("with a chance of ")


def _ends(least: Fraction, most: Fraction) -> str:
    low, high = figures_down(least), figures_up(most)
    return said(least, 2) if least == most else high if low == high else f"{low} to {high}"

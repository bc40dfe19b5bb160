"""Tells what would make another candidate first: per rival, nearest first, with the words that show it."""

from collections.abc import Iterator, Sequence
from fractions import Fraction

from decide.compose import can_be_first, least_change
from decide.compose.leave_one_out import gone, row_of
from decide.compose.names import Names
from decide.compose.performance_change import needs_of
from decide.compose.ranking import headline as who_is_first
from decide.compose.words import listed, screened_out
from decide.model.figures import percent, plain, rounded_up
from decide.model.finding import Finding
from decide.model.flip import CELL, CELLS, WEIGHTS, Flip
from decide.model.page import Block, Page, Section, Text

MOST_CELLS = 2
"""So many single performances are told of each rival; `decide stress` has them all."""


def flip_page(flips: Sequence[Flip], findings: Sequence[Finding], names: Names, path: str, only: str = "") -> Page:
    """Return the page of ``decide flip``: rivals nearest first, or the one asked for."""
    ranking = names.ranking
    safe = [finding for finding in findings if finding.variant in ("tolerance", "dethrone-moved")]
    opening = (
        Text(who_is_first(ranking), "lead"),
        *(Text(f"{least_change.headline(finding, names)}.") for finding in safe),
    )
    sections = [Section("", opening)]
    for rival in _rivals(flips, names):
        if only in ("", rival):
            own = [flip for flip in flips if flip.candidate == rival]
            sections.append(Section(names.candidate(rival), tuple(_blocks(rival, own, findings, names, path))))
    if only and len(sections) == 1:
        sections.append(Section(names.candidate(only), (Text(_no_rival(only, names)),)))
    told = "What would make another candidate first"
    return Page(told, ranking.decision.title, tuple(sections))


def flip_told(flip: Flip, names: Names) -> str:
    """Return one flip as a sentence, with the amounts that its words have."""
    name = names.candidate(flip.candidate)
    others = names.candidates(one for one in flip.first if one != flip.candidate)
    outcome = f"{name} draws level with {others}" if others else f"{name} is first"
    match flip.kind:
        case kind if kind == WEIGHTS:
            return f"{outcome} if {_weights(flip, names)}"
        case kind if kind == CELL:
            return f"{outcome} if {_cell(flip, names)}"
        case kind if kind == CELLS:
            return f"{outcome}, at the least effort, with {_cells(flip, names)}"
    row = row_of(flip.finding)
    count = "counts" if row.cells == 1 else "count"
    middle = f", which then {count} as unknown" if row.kind == "origin" else ""
    return f"{outcome} without {gone(row, names)}{middle}"


def chosen(flips: Sequence[Flip]) -> list[Flip]:
    """Return the flips of one rival that are worth telling: weights, the nearest cells, what could be left out."""
    cells = [flip for flip in flips if flip.kind == CELL][:MOST_CELLS]
    several = [] if cells else [flip for flip in flips if flip.kind == CELLS]
    kept = [*cells, *several]
    return [flip for flip in flips if flip in kept or flip.kind not in (CELL, CELLS)]


def _no_rival(identifier: str, names: Names) -> str:
    """Return why nothing has to change for a candidate, or why nothing that changes here could help it."""
    name = names.candidate(identifier)
    if identifier in names.winners:
        return f"{name} is first already."
    out = next(entry for entry in names.ranking.excluded if entry.candidate.id == identifier)
    return f"{name} is {screened_out(out)}. Gates and limits are not judged anew here."


def _rivals(flips: Sequence[Flip], names: Names) -> list[str]:
    """Return those who are not first, nearest flip first; those without one last, in rank order."""
    near = list(dict.fromkeys(flip.candidate for flip in flips))
    others = [entry.candidate.id for entry in names.ranking.ranked if entry.rank > 1]
    return [*(one for one in near if one in others), *(one for one in others if one not in near)]


def _blocks(rival: str, flips: Sequence[Flip], findings: Sequence[Finding], names: Names, path: str) -> Iterator[Block]:
    own = [finding for finding in findings if finding.about[:1] == (rival,)]
    never = [one for one in own if one.analysis == "least-change" and one.status == "impossible"]
    told = chosen(flips)
    for flip in (flip for flip in told if flip.kind != CELLS):
        yield from _replayed(flip, names, path)
    for finding in never:
        yield Text(f"{least_change.never(finding, names)}.")
    if not any(flip.kind == CELL for flip in flips):
        yield Text(f"No single performance makes {names.candidate(rival)} first.")
    for flip in (flip for flip in told if flip.kind == CELLS):
        yield from _replayed(flip, names, path)
    for finding in own:
        if finding.analysis == "can-be-first" and finding.status == "impossible" and names.within and not never:
            yield Text(f"{can_be_first.headline(finding, names)}.", "note")


def _replayed(flip: Flip, names: Names, path: str) -> Iterator[Block]:
    yield Text(f"{flip_told(flip, names)}.")
    yield Text(f"decide whatif {path} {' '.join(_quoted(word) for word in flip.words)}", "command")


def _weights(flip: Flip, names: Names) -> str:
    after = dict(flip.after)
    rises = (after[name] - names.weights[name] for name in after if after[name] > names.weights[name])
    moved = sum(rises, Fraction(0))
    down = [name for name in after if after[name] < names.weights[name]]
    up = [name for name in after if after[name] > names.weights[name]]

    def told(criteria: list[str]) -> str:
        return listed(
            [f"{names.node(name)} ({percent(names.weights[name])} → {plain(100 * after[name])} %)" for name in criteria]
        )

    return f"{rounded_up(100 * moved, 1)} points of weight move from {told(down)} to {told(up)}"


def _cell(flip: Flip, names: Names) -> str:
    """Return ``Price is 3.1 instead of 4 CNY``; the unit stands once."""
    (criterion, amount), *_ = flip.amounts
    need = needs_of(flip.finding)[0]
    unit = names.leaves[criterion].unit
    now, then = names.amount(criterion, need.amount), names.amount(criterion, amount)
    if need.amount is not None and unit and then.endswith(f" {unit}"):
        then = then.removesuffix(f" {unit}")
    return f"{names.node(criterion)} is {then} instead of {now}"


def _cells(flip: Flip, names: Names) -> str:
    return listed([f"{names.node(name)} at {names.amount(name, amount)}" for name, amount in flip.amounts])


def _quoted(word: str) -> str:
    """Return a word as a shell takes it."""
    plain = all(sign.isalnum() or sign in "=.%-_+,:/" for sign in word) and word.isascii()
    return word if plain else "'" + word.replace("'", "'\"'\"'") + "'"

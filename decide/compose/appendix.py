"""The appendix: every performance with its reason, every piece of evidence, every problem, and the method."""

from collections.abc import Iterator
from dataclasses import replace

from decide.compose.anchors import cell_anchor, evidence_anchor, evidence_links, file_of, line_of
from decide.compose.problems import notice
from decide.compose.words import counted, performance, rank_of
from decide.model.decision import Cell, Decision, Evidence
from decide.model.figures import fraction_text, said
from decide.model.page import Block, Column, Item, Link, Section, Table, Text
from decide.model.problem import Problem
from decide.model.ranking import Ranked, Ranking
from decide.model.tree import Leaf, LevelScale


def appendix(ranking: Ranking, problems: tuple[Problem, ...]) -> Iterator[Section]:
    """Yield the sections of the appendix."""
    yield Section("Appendix: performances and their reasons", tuple(_performances(ranking)), "appendix")
    yield Section("Appendix: evidence", tuple(_evidence(ranking.decision)), "appendix")
    yield Section("Appendix: checks", tuple(_checks(ranking.decision, problems)), "appendix")
    yield Section("Appendix: method", tuple(_method(ranking)), "appendix")


def _performances(ranking: Ranking) -> Iterator[Block]:
    decision = ranking.decision
    entries = {entry.candidate.id: entry for entry in (*ranking.ranked, *ranking.excluded)}
    rows: list[tuple[str | Item, ...]] = []
    anchors: list[str] = []
    for row, candidate in enumerate(decision.candidates):
        entry = entries[candidate.id]
        cells = dict(dict(decision.performance).get(candidate.id, ()))
        if all(known.unknown for known in entry.values) and not cells:
            continue
        for column, leaf in enumerate(ranking.leaves):
            rows.append(_performance_row(ranking, entry, leaf, column, cells.get(leaf.id, Cell())))
            anchors.append(cell_anchor(row, column))
    columns = (
        Column("Candidate"),
        Column("Criterion"),
        Column("Performance"),
        Column("Value", "right"),
        Column("Because"),
        Column("Line"),
    )
    if rows:
        yield Table("Every cell", columns, tuple(rows), anchors=tuple(anchors), role="register")


def _performance_row(ranking: Ranking, entry: Ranked, leaf: Leaf, column: int, cell: Cell) -> tuple[str | Item, ...]:
    decision, known = ranking.decision, entry.values[column]
    told = performance(decision, entry.candidate.id, leaf)
    spread = _spread(cell, leaf)
    value = "unknown" if known.unknown else said(known.point)
    span = "" if known.low == known.high else f"{said(known.low)}–{said(known.high)}"
    return (
        entry.candidate.name,
        leaf.criterion.name,
        Item(told, under=spread),
        Item(value, under=span),
        Item(cell.because, links=evidence_links(decision, cell.evidence)),
        Item(line_of(cell.place, decision)),
    )


def _spread(cell: Cell, leaf: Leaf) -> str:
    if cell.is_ is None or cell.low is None or cell.high is None or cell.low == cell.high:
        return ""
    return performance_range(cell, leaf)


def performance_range(cell: Cell, leaf: Leaf) -> str:
    """Return the range of a cell that has a best guess too, in words."""
    assert cell.low is not None
    assert cell.high is not None
    if isinstance(leaf.scale, LevelScale):
        return f"{leaf.scale.texts[int(cell.low)]} … {leaf.scale.texts[int(cell.high)]}"
    return f"{said(cell.low, 2).rstrip('0').rstrip('.')} … {said(cell.high, 2).rstrip('0').rstrip('.')}"


def _evidence(decision: Decision) -> Iterator[Block]:
    if not decision.evidence:
        return
    origins = len({item.origin or item.id for item in decision.evidence})
    yield Table(
        caption=f"{counted(len(decision.evidence), 'fact')} from {counted(origins, 'origin')}",
        columns=(
            Column("Id"),
            Column("Claim and quote"),
            Column("Origin"),
            Column("Known"),
            Column("Grade"),
            Column("Line"),
        ),
        rows=tuple(_evidence_row(decision, item) for item in decision.evidence),
        anchors=tuple(evidence_anchor(decision, item.id) for item in decision.evidence),
        role="register",
    )


def _evidence_row(decision: Decision, item: Evidence) -> tuple[str | Item, ...]:
    source = item.source
    quote = _quoted(item.quote)
    links: tuple[Link, ...] = ()
    told = quote
    if source is not None:
        title = ", ".join(part for part in (source.title, source.publisher) if part)
        if source.url:
            links = (Link(title or source.url, source.url),)
        elif title:
            told = " — ".join(part for part in (quote, title) if part)
    late = bool(decision.as_of) and item.date != "unknown" and item.date > decision.as_of
    grade = item.grade if item.interest == "none" else f"{item.grade}, {item.interest}"
    return (
        item.id,
        Item(item.claim or item.name, under=told, links=(*links, *_contradictions(decision, item))),
        item.origin or item.id,
        Item(item.date, under="after the decision's day" if late else f"of {item.of}" if item.of else ""),
        grade,
        line_of(item.place, decision),
    )


def _quoted(quote: str) -> str:
    """Return a quote in marks, unless it is somebody's words that bear their own already."""
    own = quote[:1] == "“" and quote[-1:] == "”" and "“" not in quote[1:]
    return quote if own or not quote else f"“{quote}”"


def _contradictions(decision: Decision, item: Evidence) -> tuple[Link, ...]:
    return tuple(replace(link, text=f"contradicts {link.text}") for link in evidence_links(decision, item.contradicts))


def _checks(decision: Decision, problems: tuple[Problem, ...]) -> Iterator[Block]:
    for problem in problems:
        told = notice(problem)
        yield replace(told, place=f"{file_of(problem.place, decision)}:{problem.place.line}")
    for waiver in decision.waivers:
        yield Text(
            f"Waived: {waiver.check} {waiver.for_}, by {waiver.by} until {waiver.until}: {waiver.because}", "note"
        )


def _method(ranking: Ranking) -> Iterator[Block]:
    yield Text(
        "Additive value model (Keeney and Raiffa 1976): a performance becomes a value from 0, the worst end of its "
        "scale, to 100, the best; a score is the sum of weight × value. Scales have fixed ends, so leaving a candidate "
        "out never turns the order of two others. All arithmetic is in exact fractions; only print is rounded, "
        "and a printed lead is the difference of the printed scores."
    )
    rows = tuple((rank_of(entry), entry.candidate.name, fraction_text(entry.score.point)) for entry in ranking.ranked)
    yield Table("Exact scores", (Column("Rank", "right"), Column("Candidate"), Column("Score as a fraction")), rows)

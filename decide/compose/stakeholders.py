"""Tells who would choose what, how far all agree, what separates them, and the cheapest common choice."""

from collections.abc import Iterator, Sequence
from fractions import Fraction
from typing import cast

from decide.compose.least_change import moved_rows, told_rows
from decide.compose.names import Names
from decide.compose.words import listed, points, sentence
from decide.model.figures import percent, rounded, rounded_down, rounded_up
from decide.model.finding import Finding, Implied
from decide.model.page import Block, Column, Table, Text
from decide.model.rows import Alike, Part, Ranks, Relation, Separation, Voice

TITLE = "Who would choose what"
COMPARED = "Weights of different people compare only where all had the same scales before them."
NOT_SAID = (
    f"{COMPARED} A common choice asks all to move, from their own weights and whatever the preferences of the file; "
    "who should give way is not said."
)
MOST_PAIRS = 10


def headline(finding: Finding, names: Names) -> str:
    """Return what one finding says."""
    told = {
        "own": _own,
        "group": _group,
        "concordance": _concordance,
        "tau": _tau,
        "separates": _separates,
        "unanimous": _unanimous,
        "consensus": _consensus,
        "move": _move,
    }
    return told[finding.variant](finding, names)


def blocks(findings: Sequence[Finding], names: Names) -> Iterator[Block]:
    """Yield everybody's first, the agreement, what separates, the ranks, who is never behind, and common choices."""
    if not findings:
        yield Text("Fewer than two stakeholders state weights, or there are not two candidates.")
        return
    own, group = _of(findings, "own"), _of(findings, "group")
    for finding in (*own, *group, *_of(findings, "concordance"), *_of(findings, "tau"), *_of(findings, "separates")):
        yield Text(sentence(headline(finding, names)))
    yield _ranks(own, group[0], names)
    for finding in _of(findings, "separates"):
        yield _weights(finding, names)
    never = _direct(_of(findings, "unanimous"))
    if never:
        told = "; ".join(headline(one, names) for one in never[:MOST_PAIRS])
        more = f"; and {len(never) - MOST_PAIRS} more" if len(never) > MOST_PAIRS else ""
        yield Text(sentence(f"{told}{more}"))
    yield from _common(findings, names)


def cheapest_common(consensus: Sequence[Finding], names: Names) -> str:
    """Return which common choice asks for least, as a sentence; nothing where no weights are enough for any."""
    amounts = [finding.amount for finding in consensus if finding.amount is not None]
    cheapest = [headline(one, names) for one in consensus if amounts and one.amount == min(amounts)]
    return f"The common choice that asks for least: {'; or '.join(cheapest)}." if cheapest else ""


def _direct(pairs: Sequence[Finding]) -> list[Finding]:
    """Return the pairs that do not follow from two others."""
    known = {finding.about for finding in pairs}
    between = {one for pair in known for one in pair}
    return [one for one in pairs if not any({(one.about[0], by), (by, one.about[1])} <= known for by in between)]


def _of(findings: Sequence[Finding], variant: str) -> list[Finding]:
    return [finding for finding in findings if finding.variant == variant]


def _own(finding: Finding, names: Names) -> str:
    return f"with the weights of {names.stakeholder(finding.about[0])} {_outcome(finding, names)}"


def _group(finding: Finding, names: Names) -> str:
    return f"with the mean of the stakeholders' weights, by their shares, {_outcome(finding, names)}"


def _outcome(finding: Finding, names: Names) -> str:
    rows = cast("tuple[Ranks, ...]", finding.rows)
    first = [row.candidate for row in rows if row.rank_after == 1]
    still = "still " if finding.status == "holds" else ""
    assert finding.amount is not None
    if finding.amount == 0:
        return f"{names.candidates(first)} {still}tie for first"
    best = max(row.score_after for row in rows if row.rank_after > 1)
    second = [row.candidate for row in rows if row.rank_after > 1 and row.score_after == best]
    return f"{names.candidates(first)} is {still}first, {points(finding.amount)} ahead of {names.candidates(second)}"


def _concordance(finding: Finding, names: Names) -> str:
    assert finding.amount is not None
    told = "the stakeholders agree on the first place" if finding.status == "holds" else _split(finding, names)
    return f"{told}; over all ranks Kendall's W is {rounded(finding.amount, 2)} (1 where all rank alike)"


def _split(finding: Finding, names: Names) -> str:
    camps: dict[tuple[str, ...], list[Voice]] = {}
    for voice in cast("tuple[Voice, ...]", finding.rows):
        camps.setdefault(voice.first, []).append(voice)
    told = []
    for first, voices in camps.items():
        share = percent(sum((voice.share for voice in voices), Fraction(0)), 0)
        whose = listed([names.stakeholder(voice.stakeholder) for voice in voices])
        told.append(f"{names.first(first)} for {whose} ({share} of the shares)")
    return f"the stakeholders differ on the first place: {'; '.join(told)}"


def _tau(finding: Finding, names: Names) -> str:
    pairs = cast("tuple[Alike, ...]", finding.rows)
    assert finding.amount is not None
    count = f"{len(pairs)} pairs of stakeholders" if len(pairs) > 1 else "the two stakeholders"
    return f"Kendall's tau-b of their rankings, the mean over {count}, is {rounded(finding.amount, 2)} (from -1 to 1)"


def _separates(finding: Finding, names: Names) -> str:
    rows = {row.criterion: row for row in cast("tuple[Separation, ...]", finding.rows)}
    own = rows[finding.about[0]]
    named = listed([names.node(one) for one in finding.about], "or")
    between = (
        f"between {percent(own.least)} and {percent(own.most)}" if len(finding.about) == 1 else "equally far apart"
    )
    if finding.status == "impossible":
        return f"no single weight separates them; their weights lie farthest apart on {named} ({between})"
    first = names.first(own.first[0][1])
    return f"what separates them is the weight of {named} ({between}): with its mean, {first} for all"


def _unanimous(finding: Finding, names: Names) -> str:
    (row,) = cast("tuple[Relation, ...]", finding.rows)
    better, worse = names.candidate(row.better), names.candidate(row.worse)
    if row.least == 0:
        return f"nobody has {worse} ahead of {better}"
    return f"everybody has {better} ahead of {worse}, by at least {rounded_down(row.least, 1)} points"


def _consensus(finding: Finding, names: Names) -> str:
    name = names.candidate(finding.about[0])
    if finding.amount is None:
        return f"no weights make {name} first, whoever weighs{_beaten(finding, names)}"
    if finding.amount == 0:
        return f"{name} is first for everybody as it is"
    parts = cast("tuple[Part, ...]", finding.rows)
    moved = [f"{names.stakeholder(one.stakeholder)} {rounded_up(one.moved, 1)}" for one in parts if one.moved]
    return f"{name} is first for everybody if {rounded_up(finding.amount, 1)} points of weight move ({listed(moved)})"


def _move(finding: Finding, names: Names) -> str:
    name, voice = names.candidate(finding.about[0]), names.stakeholder(finding.about[1])
    assert finding.amount is not None
    rows = told_rows(moved_rows(finding), names)
    return f"{name} is first for {voice} if {rounded_up(finding.amount, 1)} of its points of weight move: {rows}"


def _beaten(finding: Finding, names: Names) -> str:
    if not isinstance(finding.certificate, Implied) or not finding.certificate.rivals:
        return ""
    total = sum((share for _, share in finding.certificate.rivals), Fraction(0))
    mixture = names.mixture([(name, share / total) for name, share in finding.certificate.rivals])
    return f": {mixture} always beats it"


def _ranks(own: Sequence[Finding], group: Finding, names: Names) -> Table:
    heads = [Column(names.stakeholder(finding.about[0]), "right") for finding in own]
    columns = [{row.candidate: row for row in cast("tuple[Ranks, ...]", finding.rows)} for finding in (*own, group)]
    rows = tuple(
        (
            names.candidate(name),
            str(row.rank_before),
            *(f"{column[name].rank_after} ({rounded(column[name].score_after, 1)})" for column in columns),
        )
        for name, row in columns[0].items()
    )
    return Table(
        "Rank and score with everybody's own weights",
        (Column("Candidate"), Column("As written", "right"), *heads, Column("All, by shares", "right")),
        rows,
        role="finding",
    )


def _weights(finding: Finding, names: Names) -> Table:
    rows = []
    for row in cast("tuple[Separation, ...]", finding.rows):
        then = names.candidates(row.first[0][1]) if row.agree else "they differ still"
        apart = f"{percent(row.least)} … {percent(row.most)}"
        rows.append((names.node(row.criterion), apart, percent(row.mean), then))
    columns = (
        Column("Weight"),
        Column("Least … most", "right"),
        Column("Mean", "right"),
        Column("First, if all weigh it with the mean"),
    )
    return Table("Which weight separates them", columns, tuple(rows), role="finding")


def _common(findings: Sequence[Finding], names: Names) -> Iterator[Block]:
    """Yield the cheapest common choice, what each choice asks of whom, and the moves to the cheapest that asks."""
    consensus, moves = _of(findings, "consensus"), _of(findings, "move")
    if cheapest := cheapest_common(consensus, names):
        yield Text(cheapest)
    voices = list(dict.fromkeys(one.about[0] for one in _of(findings, "own")))
    heads = (Column(names.stakeholder(voice), "right") for voice in voices)
    columns = (Column("To be first for all"), Column("Points that move", "right"), *heads)
    rows = tuple((names.candidate(one.about[0]), *_asked(one, len(voices))) for one in consensus)
    yield Table("The least move of everybody's weights to a common first", columns, rows, role="finding")
    asking = next((one.about[0] for one in consensus if one.amount), None)
    own = [(names.stakeholder(move.about[1]), _change(move, names)) for move in moves if move.about[0] == asking]
    if asking is not None:
        caption = f"What would have to move for {names.candidate(asking)}"
        yield Table(caption, (Column("Stakeholder"), Column("Weights before → after")), tuple(own), role="finding")


def _asked(finding: Finding, voices: int) -> tuple[str, ...]:
    """Return the points that move, of all and of each; 0 for those for whom it is first."""
    if finding.amount is None:
        return ("none is enough", *("–" for _ in range(voices)))
    parts = cast("tuple[Part, ...]", finding.rows)
    return tuple(rounded_up(amount, 1) if amount else "0" for amount in (finding.amount, *(one.moved for one in parts)))


def _change(move: Finding, names: Names) -> str:
    return told_rows(moved_rows(move), names)

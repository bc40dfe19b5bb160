"""Tells the argument: what was valued, what each candidate does, what makes the difference, what money buys."""

from collections.abc import Iterator
from fractions import Fraction

from decide.compose.anchors import cell_anchor, evidence_links
from decide.compose.why import comparison, printed_gaps, why_sentences
from decide.compose.words import ends, lead_over, performance, score_decimals
from decide.model.decision import Cell, Criterion
from decide.model.figures import decimals_of_scores, percent, printed_difference, rounded, rounded_to_sum, said
from decide.model.page import Block, Column, Dot, Gap, Gaps, Item, Scatter, Table, Text
from decide.model.ranking import Ranked, Ranking
from decide.model.tree import Leaf, nodes

MOST_RIVALS = 4
"""Pictures of rivals beyond these would not be read; the table of contributions holds them all."""


def values(ranking: Ranking) -> Iterator[Block]:
    """Yield the value tree with the share of each node, and worst and best in words."""
    leaves = {leaf.id: (leaf, weight) for leaf, weight in zip(ranking.leaves, ranking.weights, strict=True)}
    deep = list(_deep(ranking.decision.criteria, 0))
    shares = [_share(node, leaves) for node, _ in deep]
    rows = tuple(
        _value_row(ranking, node, depth, leaves, share, share / max(shares))
        for (node, depth), share in zip(deep, shares, strict=True)
    )
    columns = (Column("Criterion"), Column("Weight"), Column("Worst → best"), Column("Why this weight"))
    yield Table("The value tree: a weight is what the way from worst to best is worth", columns, rows, role="tree")


def consequences(ranking: Ranking) -> Iterator[Block]:
    """Yield the table of performances, shaded by value; unknown is shown as unknown."""
    entries = (*ranking.ranked, *(entry for entry in ranking.excluded if not _blank(entry)))
    positions = {candidate.id: index for index, candidate in enumerate(ranking.decision.candidates)}
    rows = tuple(
        (
            Item(leaf.criterion.name, under=leaf.unit),
            *(_consequence(ranking, entry, leaf, index, positions[entry.candidate.id]) for entry in entries),
        )
        for index, leaf in enumerate(ranking.leaves)
    )
    columns = (Column("Criterion"), *(Column(entry.candidate.name) for entry in entries))
    caption = "Performances as found; shade and small number are the value, 0 worst to 100 best; [n] counts evidence"
    yield Table(caption, columns, rows, role="grid")


def winner_against_rivals(ranking: Ranking) -> Iterator[Block]:
    """Yield the winner against each rival, and the contributions of all as a table."""
    first = ranking.ranked[0]
    for rival in ranking.ranked[1 : MOST_RIVALS + 1]:
        compared = comparison(ranking, first, rival)
        printed = printed_gaps(compared)
        decimals = decimals_of_scores([first.score.point, rival.score.point])
        total = printed_difference(first.score.point, rival.score.point, decimals)
        gaps = sorted(compared.gaps, key=lambda row: -row[2])
        if compared.difference:
            title = f"{first.candidate.name} is {lead_over(first, rival, decimals)} ahead of {rival.candidate.name}"
        else:
            title = f"{first.candidate.name} and {rival.candidate.name} tie exactly"
        yield Gaps(
            title=title,
            reading="Bars to the right speak for the one, to the left for the other; they add up to the difference.",
            ahead=first.candidate.name,
            behind=rival.candidate.name,
            gaps=tuple(Gap(leaf.criterion.name, printed[leaf.id], gap) for leaf, _, gap in gaps),
            total=f"{'+' if total else ''}{rounded(total, decimals)}",
        )
        for sentence in why_sentences(compared):
            yield Text(sentence, "note")
    yield _contributions(ranking)


def price_and_quality(ranking: Ranking) -> Iterator[Block]:
    """Yield the value of all else against the price, and what the premium buys; nothing without a price criterion."""
    column = next((i for i, leaf in enumerate(ranking.leaves) if leaf.id == ranking.decision.price), None)
    if column is None or len(ranking.leaves) < 2 or ranking.weights[column] == 1 or len(ranking.ranked) < 2:
        return
    weight = ranking.weights[column]
    else_ = {e.candidate.id: (e.score.point - e.contributions[column]) / (1 - weight) for e in ranking.ranked}
    leaf = ranking.leaves[column]
    dots = tuple(
        Dot(
            label=entry.candidate.name,
            x=entry.values[column].point,
            y=else_[entry.candidate.id],
            x_text=performance(ranking.decision, entry.candidate.id, leaf),
            y_text=said(else_[entry.candidate.id]),
            front=not any(_beats(other, entry, column, else_) for other in ranking.ranked),
        )
        for entry in ranking.ranked
    )
    best = max(ranking.ranked, key=lambda entry: else_[entry.candidate.id])
    yield Scatter(
        title=f"{best.candidate.name} offers most besides the price",
        reading="Up is better in everything but price, right is cheaper; on the filled dots nobody improves on both.",
        x_label=f"{leaf.criterion.name}{f', {leaf.unit}' if leaf.unit else ''} (its value, right is better)",
        y_label="value of all else",
        dots=dots,
    )
    first = ranking.ranked[0]
    cheapest = max(ranking.ranked, key=lambda entry: entry.values[column].point)
    if cheapest is not first:
        gain = else_[first.candidate.id] - else_[cheapest.candidate.id]
        yield Text(
            f"What the premium of {first.candidate.name} over {cheapest.candidate.name} buys: {said(gain)} points of "
            f"value in all else, at {performance(ranking.decision, first.candidate.id, leaf)} instead of "
            f"{performance(ranking.decision, cheapest.candidate.id, leaf)}{f' {leaf.unit}' if leaf.unit else ''}. "
            f"Price weighs {percent(weight)}."
        )


def _deep(tree: tuple[Criterion, ...], depth: int) -> Iterator[tuple[Criterion, int]]:
    for node in tree:
        yield node, depth
        yield from _deep(node.criteria, depth + 1)


def _share(node: Criterion, leaves: dict[str, tuple[Leaf, Fraction]]) -> Fraction:
    inside = (node, *nodes(node.criteria))
    return sum((leaves[one.id][1] for one in inside if one.id in leaves), Fraction(0))


def _value_row(
    ranking: Ranking,
    node: Criterion,
    depth: int,
    leaves: dict[str, tuple[Leaf, Fraction]],
    share: Fraction,
    bar: Fraction,
) -> tuple[str | Item, ...]:
    worst_best = " → ".join(ends(leaves[node.id][0])) if node.id in leaves else ""
    unit = leaves[node.id][0].unit if node.id in leaves else ""
    limit = "a limit stands on it" if node.limit is not None else ""
    under = "; ".join(part for part in (unit, limit) if part)
    links = evidence_links(ranking.decision, node.evidence)
    return (
        Item(node.name, indent=depth, under=node.about),
        Item(percent(share), bar=bar),
        Item(worst_best, under=under),
        Item(node.because, links=links),
    )


def _consequence(ranking: Ranking, entry: Ranked, leaf: Leaf, column: int, row: int) -> Item:
    decision = ranking.decision
    cell = dict(dict(decision.performance).get(entry.candidate.id, ())).get(leaf.id, Cell())
    known = entry.values[column]
    told = performance(decision, entry.candidate.id, leaf)
    badge = f" [{len(cell.evidence)}]" if cell.evidence else ""
    figure = "" if known.unknown else said(known.point, 0)
    return Item(
        told,
        to=f"#{cell_anchor(row, column)}",
        figure=f"{figure}{badge}",
        shade=-1 if known.unknown else int(known.point),
    )


def _contributions(ranking: Ranking) -> Table:
    decimals = score_decimals(ranking)
    columns = [_column(entry, decimals) for entry in ranking.ranked]
    return Table(
        caption="What each score is made of: weight × value, in points",
        columns=(
            Column("Criterion"),
            Column("Weight", "right"),
            *(Column(entry.candidate.name, "right") for entry in ranking.ranked),
        ),
        rows=tuple(
            (leaf.criterion.name, percent(ranking.weights[index]), *(column[index] for column in columns))
            for index, leaf in enumerate(ranking.leaves)
        ),
        total=("Score", "", *(rounded(entry.score.point, decimals) for entry in ranking.ranked)),
    )


def _column(entry: Ranked, decimals: int) -> tuple[str, ...]:
    return rounded_to_sum(entry.contributions, Fraction(rounded(entry.score.point, decimals)), decimals)


def _beats(other: Ranked, entry: Ranked, column: int, else_: dict[str, Fraction]) -> bool:
    mine = (entry.values[column].point, else_[entry.candidate.id])
    theirs = (other.values[column].point, else_[other.candidate.id])
    return theirs != mine and theirs[0] >= mine[0] and theirs[1] >= mine[1]


def _blank(entry: Ranked) -> bool:
    return all(known.unknown for known in entry.values)

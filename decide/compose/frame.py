"""Tells the frame of a decision: who decides what, between whom, and who was screened out."""

from collections.abc import Iterator

from decide.compose.anchors import evidence_links
from decide.compose.flipped import nearest, told_short
from decide.compose.stressed import Stressed
from decide.compose.words import hurdle_name, listed, rank_of, score_figures, sentence, span
from decide.model.page import Block, Column, Item, Table, Text
from decide.model.ranking import Ranked, Ranking


def facts(ranking: Ranking) -> tuple[tuple[str, str], ...]:
    """Return what the strip at the head of the memo holds."""
    decision = ranking.decision
    decider = decision.roles.decider if decision.roles else ""
    pairs = (
        ("Status", decision.status),
        ("As known on", decision.as_of),
        ("Decider", decider),
    )
    return tuple((label, value) for label, value in pairs if value)


def context(ranking: Ranking) -> Iterator[Block]:
    """Yield who decides, why, and what reopens the decision."""
    decision = ranking.decision
    roles = decision.roles
    if roles is not None:
        people = [("decided by", roles.decider), ("written by", roles.author), ("checked by", roles.reviewer)]
        people.append(("judged by", listed(roles.assessors)))
        told = "; ".join(f"{what} {who}" for what, who in people if who)
        if told:
            yield Text(f"{told[0].upper()}{told[1:]}.")
    if decision.choice is not None and decision.choice.because:
        yield Text(f"Why it was chosen: {decision.choice.because}")
    review = decision.review
    if review is not None and (review.date or review.if_):
        when = f"To be looked at again on {review.date}" if review.date else "To be looked at again"
        yield Text(f"{when}{', or as soon as one of these holds:' if review.if_ else '.'}")
        for tripwire in review.if_:
            yield Text(sentence(tripwire), "reason")


def conditions(stressed: Stressed) -> Iterator[Block]:
    """Yield what would have to be true, for whom, how far that candidate is from the first place, and who finds out."""
    decision, names = stressed.ranking.decision, stressed.names
    if not decision.conditions:
        return
    near = {flip.candidate: f"{told_short(flip, names)}." for flip in nearest(stressed.flips)}
    called = {candidate.id: candidate.name for candidate in decision.candidates}
    columns = ("Condition", "For", "How far from today", "How to find out", "Who")
    rows = tuple(
        (sentence(one.if_), called.get(one.for_, ""), near.get(one.for_, ""), one.find_out, one.who)
        for one in decision.conditions
    )
    yield Table("Conditions, and how to find out", tuple(map(Column, columns)), rows)


def candidates_section(ranking: Ranking) -> Iterator[Block]:
    """Yield every candidate: rank and score, or where it was screened out and what it would have been."""
    decision = ranking.decision
    figures = score_figures(ranking)
    rows: list[tuple[str | Item, ...]] = []
    for entry in (*ranking.ranked, *ranking.excluded):
        candidate = entry.candidate
        about = " ".join(part for part in (candidate.about, candidate.because) if part)
        name = Item(candidate.name, under=candidate.offer, figure="status quo" if candidate.baseline else "")
        if entry.rank:
            score = Item(figures[candidate.id], under=span(entry))
        else:
            score = Item("screened out", under=_would_have(ranking, entry))
            about = " ".join(part for part in (about, *_failures(entry)) if part)
        rows.append((rank_of(entry), name, score, Item(about, links=evidence_links(decision, candidate.evidence))))
    columns = (Column("Rank", "right"), Column("Candidate"), Column("Score"), Column("About"))
    yield Table("The candidates, best first", columns, tuple(rows))


def _failures(entry: Ranked) -> Iterator[str]:
    for hurdle in entry.hurdles:
        if hurdle.verdict == "failed":
            reason = f": {hurdle.reason}" if hurdle.reason else ""
            text = f"Failed {hurdle_name(hurdle)}{reason}"
            yield text if text.endswith(".") else f"{text}."


def _would_have(ranking: Ranking, entry: Ranked) -> str:
    """Return the rank that a screened-out candidate would have had; nothing if nobody looked at what it does."""
    if all(known.unknown for known in entry.values):
        return "its performances were not looked at"
    better = sum(other.score.point > entry.score.point for other in ranking.ranked)
    return f"would have been {better + 1} of {len(ranking.ranked) + 1}"

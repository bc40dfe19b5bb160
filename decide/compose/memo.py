"""Tells a whole decision: the ask, the ranking, and an appendix that holds every input."""

from collections.abc import Iterator
from fractions import Fraction

from decide.compose.problems import notice
from decide.compose.ranking import doubt, headline, middles, open_questions, score_bars, subtitle
from decide.compose.words import counted, listed, performance, score_decimals, score_figures
from decide.model.canonical import decision_hash
from decide.model.decision import Evidence
from decide.model.figures import percent, plain, rounded_to_sum
from decide.model.page import Block, Column, Page, Section, Table, Text
from decide.model.problem import Problem
from decide.model.ranking import Ranking
from decide.model.tree import CurveScale, Leaf, LevelScale, RangeScale
from decide.version import __version__


def memo_page(ranking: Ranking, problems: tuple[Problem, ...]) -> Page:
    """Return the memo of a ranked decision."""
    decision = ranking.decision
    return Page(
        title=decision.title,
        subtitle=f"{subtitle(ranking)} · {decision.status}",
        sections=(
            Section("The ask", tuple(_ask(ranking))),
            Section("The ranking", tuple(_ranking(ranking))),
            Section("Appendix", tuple(_appendix(ranking, problems))),
        ),
        footer=f"Made by decide {__version__} from {decision.id}, {decision_hash(decision)}",
    )


def _ask(ranking: Ranking) -> Iterator[Block]:
    decision = ranking.decision
    first = listed([entry.candidate.name for entry in ranking.winners])
    choice = decision.choice
    names = {candidate.id: candidate.name for candidate in decision.candidates}
    if choice is None:
        yield Text(f"Choose {first}." if len(ranking.winners) == 1 else f"Choose between {first}: they tie.", "lead")
    elif choice.candidate in {entry.candidate.id for entry in ranking.winners}:
        day = f" on {choice.date}" if choice.date else ""
        yield Text(f"{names[choice.candidate]} was chosen{day}, and is first in this ranking.", "lead")
    else:
        yield Text(f"{names[choice.candidate]} was chosen, although {first} is first in this ranking.", "lead")
    if decision.question:
        yield Text(f"The question: {decision.question}")
    yield Text(headline(ranking))
    if choice is not None and choice.because:
        yield Text(f"Why it was chosen: {choice.because}")
    for voice in decision.dissent:
        yield Text(f"Dissent{f' ({voice.by})' if voice.by else ''}: {voice.says}")


def _ranking(ranking: Ranking) -> Iterator[Block]:
    yield score_bars(ranking)
    figures, decimals = score_figures(ranking), score_decimals(ranking)
    columns = [
        rounded_to_sum(entry.contributions, Fraction(figures[entry.candidate.id]), decimals) for entry in ranking.ranked
    ]
    yield Table(
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
        total=("Score", "", *figures.values()),
    )
    for note in (doubt(ranking), *open_questions(ranking), middles(ranking)):
        if note:
            yield Text(note)


def _appendix(ranking: Ranking, problems: tuple[Problem, ...]) -> Iterator[Block]:
    decision = ranking.decision
    yield Table(
        caption="What was valued: the swing that each weight buys",
        columns=(
            Column("Criterion"),
            Column("Weight", "right"),
            Column("Worst"),
            Column("Best"),
            Column("Why this weight"),
        ),
        rows=tuple(
            (_titled(leaf), percent(weight), *_ends(leaf), leaf.criterion.because)
            for leaf, weight in zip(ranking.leaves, ranking.weights, strict=True)
        ),
    )
    entries = (*ranking.ranked, *ranking.excluded)
    yield Table(
        caption="What each candidate does, as found",
        columns=(Column("Criterion"), *(Column(entry.candidate.name) for entry in entries)),
        rows=tuple(
            (_titled(leaf), *(performance(decision, entry.candidate.id, leaf) for entry in entries))
            for leaf in ranking.leaves
        ),
    )
    if decision.evidence:
        yield Table(
            caption=f"Evidence: {counted(len(decision.evidence), 'fact')}",
            columns=(
                Column("Id"),
                Column("Claim"),
                Column("Origin"),
                Column("Date"),
                Column("Grade"),
                Column("Interest"),
            ),
            rows=tuple(_evidence_row(item) for item in decision.evidence),
        )
    for problem in problems:
        yield notice(problem)
    yield Text(
        "Method: additive value model. A performance becomes a value from 0 (worst end of its scale) to 100 (best "
        "end); a score is the sum of weight × value. All arithmetic is exact; only what is printed is rounded.",
        "note",
    )


def _evidence_row(item: Evidence) -> tuple[str, ...]:
    return (item.id, item.claim or item.name, item.origin or item.id, item.date, item.grade, item.interest)


def _titled(leaf: Leaf) -> str:
    return f"{leaf.criterion.name} ({leaf.unit})" if leaf.unit else leaf.criterion.name


def _ends(leaf: Leaf) -> tuple[str, str]:
    match leaf.scale:
        case RangeScale(worst, best):
            return plain(worst), plain(best)
        case LevelScale(texts):
            return texts[0], texts[-1]
        case CurveScale(points):
            ends = [plain(x) for x, y in points if y == 0]
            tops = [plain(x) for x, y in points if y == 100]
            return " or ".join(ends), " to ".join(dict.fromkeys([tops[0], tops[-1]]))

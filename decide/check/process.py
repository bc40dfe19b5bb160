"""The process: who chose what, why, and when it is looked at again."""

from collections.abc import Iterator, Mapping, Sequence
from fractions import Fraction

from decide.check.effects import stands
from decide.check.study import Flaw, Remark, Study
from decide.check.words import counted, listed, points
from decide.model.process import Choice
from decide.model.ranking import Ranked

Settings = Mapping[str, Fraction]


def override_without_reason(study: Study, settings: Settings) -> Iterator[Flaw]:
    """Find that the choice is ranked, not first, and without a because: (candidate,)."""
    choice = study.decision.choice
    entry = None if choice is None else study.entries.get(choice.candidate)
    if choice is not None and entry is not None and entry.rank > 1 and not choice.because:
        yield (choice.candidate,)


def tell_override_without_reason(study: Study, settings: Settings, flaws: Sequence[Flaw]) -> Iterator[Remark]:
    """Say how far behind the choice is."""
    entry, first = study.entries[flaws[0][0]], study.ranking.ranked[0]
    behind = points(first.score.point - entry.score.point)
    winners = listed(winner.candidate.name for winner in study.ranking.winners)
    message = f"{entry.candidate.name} was chosen and is {behind} behind {winners}, and it is not said why"
    hint = "write  because:  in  choice:  and say what the ranking does not see"
    yield Remark(study.place(study.decision.choice), message, hint)


def gate_failed_chosen(study: Study, settings: Settings) -> Iterator[Flaw]:
    """Find that the choice was screened out: (candidate, what it failed …)."""
    entry = _screened_out(study)
    if entry is not None:
        yield entry.candidate.id, *(hurdle.id for hurdle in entry.hurdles if hurdle.verdict == "failed")


def tell_gate_failed_chosen(study: Study, settings: Settings, flaws: Sequence[Flaw]) -> Iterator[Remark]:
    """Say what it fails, and where it would stand."""
    entry = _screened_out(study)
    assert entry is not None
    failed = [hurdle for hurdle in entry.hurdles if hurdle.verdict == "failed"]
    names = listed(f"the {'gate' if hurdle.kind == 'gate' else 'limit on'} “{hurdle.name}”" for hurdle in failed)
    better = sum(1 for other in study.ranking.ranked if other.score.point > entry.score.point)
    message = (
        f"{entry.candidate.name} was chosen and fails {names}, so it is not ranked; with its score it would stand at "
        f"rank {better + 1}, and {stands(study)}"
    )
    hint = "correct the gate or the limit if it is no must, else choose another"
    yield Remark(study.place(study.decision.choice), message, hint)


def no_review_date(study: Study, settings: Settings) -> Iterator[Flaw]:
    """Find that it is decided and no day is set to look again."""
    review = study.decision.review
    if study.decision.status == "decided" and (review is None or not review.date):
        yield ()


def tell_no_review_date(study: Study, settings: Settings, flaws: Sequence[Flaw]) -> Iterator[Remark]:
    """Say what would go unnoticed."""
    decision = study.decision
    message = f"it is decided, and no day is set to look again: that {stands(study)} is never asked anew"
    hint = "write  review: {date: YYYY-MM-DD, if: [what would reopen it]}"
    yield Remark(study.place(decision.review, decision.choice), message, hint)


def author_is_decider(study: Study, settings: Settings) -> Iterator[Flaw]:
    """Find that one person wrote, decides and checks, or that nobody else is named to check."""
    roles = study.decision.roles
    if roles is not None and roles.decider:
        decider, author, reviewer = (who.casefold().strip() for who in (roles.decider, roles.author, roles.reviewer))
        if author == decider and reviewer in ("", decider):
            yield ()


def tell_author_is_decider(study: Study, settings: Settings, flaws: Sequence[Flaw]) -> Iterator[Remark]:
    """Say how much nobody else has looked at."""
    roles = study.decision.roles
    assert roles is not None
    cells = sum(1 for _ in study.known())
    message = (
        f"{roles.author} wrote this and decides, and nobody else checks the weights and the "
        f"{counted(cells, 'performance')} by which {stands(study)}"
    )
    yield Remark(study.place(roles), message, "let somebody else read it, and name them:  reviewer: …")


def _screened_out(study: Study) -> Ranked | None:
    choice: Choice | None = study.decision.choice
    chosen = "" if choice is None else choice.candidate
    return next((entry for entry in study.ranking.excluded if entry.candidate.id == chosen), None)

"""From a path to a ranking, or to everything that is wrong with the text."""

from pathlib import Path

from decide.check.checks import setting_faults
from decide.load.decisions import load
from decide.model.decision import Decision
from decide.model.problem import InvalidDecision, Problem, by_place
from decide.model.ranking import Ranking
from decide.rank.ranking import rank
from decide.weigh.preferences import broken_preferences


def read_decision(path: str | Path) -> Decision:
    """Return the decision in a file or folder; raises InvalidDecision with all faults, or Unreadable."""
    return ranking(path).decision


def ranking(source: str | Path | Decision) -> Ranking:
    """Return the ranking of a decision, or of the one in a file or folder.

    Raises InvalidDecision with every fault before anything is ranked, and Unreadable when there is no such file.
    """
    ranked, faults = ranked_or_faults(source)
    if ranked is None:
        raise InvalidDecision(faults)
    return ranked


def ranked_or_faults(source: str | Path | Decision) -> tuple[Ranking | None, tuple[Problem, ...]]:
    """Return the ranking, or None and the faults that forbid it; nothing is examined beyond that."""
    if isinstance(source, Decision):
        decision, found = source, source.noticed
    else:
        read, found = load(Path(source))
        if read is None:
            return None, found
        decision = read
    ranked = rank(decision)
    faults = (*found, *_faults(ranked))
    return (None, by_place(faults)) if any(one.severity == "error" for one in faults) else (ranked, ())


def _faults(ranked: Ranking) -> tuple[Problem, ...]:
    entries = (*ranked.ranked, *ranked.excluded) if ranked.decision.preferences else ()
    values = {entry.candidate.id: tuple(known.point for known in entry.values) for entry in entries}
    broken = tuple(broken_preferences(ranked.decision, ranked.leaves, ranked.weights, values))
    faults = (*broken, *setting_faults(ranked.decision))
    return faults if ranked.ranked else (*faults, _no_one_left(ranked))


def _no_one_left(ranked: Ranking) -> Problem:
    first = ranked.excluded[0]
    hurdle = next(hurdle for hurdle in first.hurdles if hurdle.verdict == "failed")
    place = first.candidate.place
    assert place is not None
    message = f"every candidate fails a gate or a limit; {first.candidate.name} fails {hurdle.name}"
    return Problem("no-one-left", place, message, "look at the gates and limits, or find another candidate")

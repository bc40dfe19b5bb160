"""The candidates among themselves."""

from collections.abc import Iterator, Mapping, Sequence
from fractions import Fraction
from operator import le

from decide.check.effects import HUNDRED
from decide.check.parcels import MOST_CANDIDATES
from decide.check.study import Flaw, Remark, Study
from decide.check.words import listed, points
from decide.model.ranking import Interval, Ranked

Settings = Mapping[str, Fraction]
Places = Mapping[str, tuple[Sequence[int], Sequence[int]]]


def dominated(study: Study, settings: Settings) -> Iterator[Flaw]:
    """Find candidates that are no better than another anywhere and worse somewhere: (candidate,).

    Best guesses are compared; what is unknown counts against the claim. A status quo that something else beats is
    what a decision hopes for, so it is found only if it was chosen.
    """
    choice = study.decision.choice
    places = _places(study)
    for identifier, entry in study.entries.items():
        chosen = choice is not None and choice.candidate == identifier
        if (chosen or not entry.candidate.baseline) and next(_dominators(study, entry, places), None) is not None:
            yield (identifier,)


def tell_dominated(study: Study, settings: Settings, flaws: Sequence[Flaw]) -> Iterator[Remark]:
    """Say by whom, and where it is worse; an error if it was chosen. Of many it is said at once."""
    choice, places = study.decision.choice, _places(study)
    chosen = "" if choice is None else choice.candidate
    others = [flaw[0] for flaw in flaws if flaw[0] != chosen]
    if len(others) > MOST_CANDIDATES:
        pairs = [(one, next(_dominators(study, study.entries[one], places)).candidate.name) for one in others]
        shown = listed(f"{study.entries[one].candidate.name} (than {better})" for one, better in pairs)
        message = f"{len(others)} candidates are nowhere better than another and worse somewhere: {shown}"
        hint = "leave them out, or add the criterion for which they stand here"
        yield Remark(study.place(study.entries[others[0]].candidate), message, hint)
    for (identifier,) in flaws:
        if identifier != chosen and len(others) > MOST_CANDIDATES:
            continue
        entry = study.entries[identifier]
        best = next(_dominators(study, entry, places))
        worse = [
            leaf.criterion.name
            for leaf, own, other in zip(study.leaves, entry.values, best.values, strict=True)
            if _worse(own, other)
        ]
        behind = points(best.score.point - entry.score.point)
        message = (
            f"{entry.candidate.name} is nowhere better than {best.candidate.name} and worse on {listed(worse)}, "
            f"{behind} behind: at these best guesses no weights put it ahead"
        )
        if identifier == chosen:
            hint = f"choose {best.candidate.name}, or write down what makes {entry.candidate.name} better"
            yield Remark(study.place(choice), f"{message}; and it was chosen", hint, "error")
        else:
            hint = "leave it out, or add the criterion for which it stands here"
            yield Remark(study.place(entry.candidate), message, hint)


def _dominators(study: Study, entry: Ranked, places: Places) -> Iterator[Ranked]:
    """Yield those that are at least as good on every leaf, and better on one, best first."""
    own = places[entry.candidate.id][1]
    for other in study.ranking.ranked:
        if other.score.point < entry.score.point:
            return
        if all(map(le, own, places[other.candidate.id][0])) and any(map(_worse, entry.values, other.values)):
            yield other


def _places(study: Study) -> Places:
    """Return the places of each one's values among all values of the leaf: the lowest that they may be, the highest.

    What is unknown may be below or above all others.
    """
    columns = [sorted({study.values[key].point for key in study.keys(leaf.id)}) for leaf in study.leaves]
    ranks = [{value: at for at, value in enumerate(column)} for column in columns]
    lowest = [0 if column[0] == 0 else -1 for column in columns]
    highest = [len(column) - (column[-1] == HUNDRED) for column in columns]
    return {
        one: (
            [
                low if known.unknown else rank[known.point]
                for known, rank, low in zip(entry.values, ranks, lowest, strict=True)
            ],
            [
                high if known.unknown else rank[known.point]
                for known, rank, high in zip(entry.values, ranks, highest, strict=True)
            ],
        )
        for one, entry in study.entries.items()
    }


def _worse(own: Interval, other: Interval) -> bool:
    return own.point < other.point and not (own.unknown or other.unknown)

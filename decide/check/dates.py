"""The dates of the evidence, counted to ``as_of`` and never to today."""

from collections.abc import Iterator, Mapping, Sequence
from fractions import Fraction

from decide.check.days import first_day, last_day
from decide.check.effects import names
from decide.check.parcels import doubted, parcels, told, where
from decide.check.study import Flaw, Key, Remark, Study
from decide.check.words import counted, grouped, listed
from decide.model.decision import Evidence

Settings = Mapping[str, Fraction]


def stale_evidence(study: Study, settings: Settings) -> Iterator[Flaw]:
    """Find cells all of whose evidence is older than it may be: (candidate, leaf).

    The latest day that a date can mean counts, and what is not dated is not stale. Evidence from after ``as_of`` does
    not make older evidence new.
    """
    for key in study.known():
        ages = _ages(study, key)
        most = _max_age(study, key[1], settings)
        if ages and all(age is not None and age > most for age in ages):
            yield key


def tell_stale_evidence(study: Study, settings: Settings, flaws: Sequence[Flaw]) -> Iterator[Remark]:
    """Say for each criterion how old the newest evidence is, and what is at stake."""
    for cells in parcels(flaws):
        ages = [min(age for age in _ages(study, key) if age is not None) for key in cells]
        most = [_max_age(study, leaf, settings) for _, leaf in cells]
        message = (
            f"the newest evidence for {told(study, cells)}, was {_span(ages)} days old on {study.decision.as_of}, and "
            f"{_span(most)} days are the most; {doubted(study, cells)}"
        )
        hint = f"look for something newer, or say at  {where(cells)}  how long such facts last:  max_age: 365 days"
        yield Remark(study.place_of(cells[0]), message, hint)


def hindsight(study: Study, settings: Settings) -> Iterator[Flaw]:
    """Find evidence that became known after ``as_of``, on whatever day its date means: (evidence,)."""
    yield from ((item.id,) for item in study.decision.evidence if _later(study, item))


def tell_hindsight(study: Study, settings: Settings, flaws: Sequence[Flaw]) -> Iterator[Remark]:
    """List all of it at once, and say which performances rest on nothing else."""
    late = {flaw[0] for flaw in flaws}
    cited = {key: {item.id for item in study.cited(key)} for key in study.known()}
    cells = [key for key, ids in cited.items() if ids and ids <= late]
    touched = [key for key, ids in cited.items() if ids & late]
    ids = listed((flaw[0] for flaw in flaws), most=30)
    day = study.decision.as_of
    message = (
        f"{ids} became known only after {day}; " if len(flaws) < 4 else f"{len(flaws)} facts are later than {day}; "
    )
    where = ""
    if cells:
        leaves = (
            f"{study.leaf[leaf].criterion.name} ({names(study, (one for one, _ in own))})"
            for leaf, own in grouped(cells, 1).items()
        )
        rest = "rests" if len(cells) == 1 else "rest"
        where = f"{listed(leaves)} rest{'s' if len(cells) == 1 else ''} on nothing else; "
        message += f"{counted(len(cells), 'performance')} {rest} on nothing else; {doubted(study, cells)}"
    elif touched:
        cite = "cites" if len(touched) == 1 else "cite"
        message += f"{counted(len(touched), 'performance')} {cite} it beside something earlier"
    else:
        message += "no performance that is ranked cites it"
    which = f"; they are {ids}" if len(flaws) > 3 else ""
    hint = f"{where}leave out what nobody could know then, or move  as_of  to the day of the latest of it{which}"
    yield Remark(study.place(study.evidence[flaws[0][0]]), message, hint)


def _later(study: Study, item: Evidence) -> bool:
    known = first_day(item.date)
    return study.as_of is not None and known is not None and known > study.as_of


def _span(days: Sequence[int]) -> str:
    return f"{min(days)}" if min(days) == max(days) else f"{min(days)} to {max(days)}"


def _ages(study: Study, key: Key) -> list[int | None]:
    """Return how many days old the evidence of a cell is at least, leaving hindsight out; None for what has no date."""
    if study.as_of is None:
        return []
    ages: list[int | None] = []
    for item in study.cited(key):
        if not _later(study, item):
            latest = last_day(item.of) or last_day(item.date)
            ages.append(None if latest is None else (study.as_of - latest).days)
    return ages


def _max_age(study: Study, leaf: str, settings: Settings) -> int:
    """Return how many days evidence on a leaf lasts: what it or a group above says, else the default of its kind."""
    known = study.leaf[leaf]
    stated = [node.max_age for node in (known.criterion, *reversed(known.groups)) if node.max_age is not None]
    if stated:
        return stated[0]
    return int(settings["price" if leaf == study.decision.price else "max_age"])

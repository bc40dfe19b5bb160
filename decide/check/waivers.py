"""Waivers: who answers for which flaw until when, and waivers that answer for nothing."""

from collections.abc import Iterable, Iterator, Sequence

from decide.check.days import first_day
from decide.check.study import Flaw, Study
from decide.model.problem import Problem
from decide.model.process import Waiver


def valid(study: Study, waiver: Waiver) -> bool:
    """Return whether the waiver holds: on its last day it does; without ``as_of`` no day is past."""
    until = first_day(waiver.until)
    return study.as_of is None or until is None or study.as_of <= until


def covers(study: Study, waiver: Waiver, flaw: Flaw) -> bool:
    """Return whether the waiver is for this flaw: for all of its check, for one of its ids, or for a group above."""
    return not waiver.for_ or any(waiver.for_ in (one, *_above(study, one)) for one in flaw)


def shared_out(
    study: Study, waivers: Iterable[Waiver], flaws: Sequence[Flaw]
) -> tuple[tuple[Flaw, ...], tuple[tuple[Waiver, tuple[Flaw, ...]], ...]]:
    """Return the flaws that nobody answers for, and for each waiver those that it is the first to cover."""
    left = list(flaws)
    covered = []
    for waiver in waivers:
        own = tuple(flaw for flaw in left if covers(study, waiver, flaw))
        left = [flaw for flaw in left if flaw not in own]
        covered.append((waiver, own))
    return tuple(left), tuple(covered)


def idle(study: Study, used: Iterable[Waiver], made: Iterable[str]) -> Iterator[Problem]:
    """Yield a note for each waiver that has expired, or whose check was ``made`` and found nothing for it."""
    used, made = list(used), set(made)
    for waiver in study.decision.waivers:
        whose = f"the waiver of {waiver.check}{f' for {waiver.for_}' if waiver.for_ else ''} by {waiver.by}"
        place = study.place(waiver)
        if not valid(study, waiver):
            message = f"{whose} ended on {waiver.until}, before {study.decision.as_of}, so it no longer counts"
            hint = "look at it again: mend what it was for, or renew it with a reason that holds today"
            yield Problem("idle-waiver", place, message, hint, "information")
        elif waiver.check in made and not any(waiver is one for one in used):
            message = f"{whose} has nothing to waive: the check finds nothing there"
            yield Problem("idle-waiver", place, message, "remove it", "information")


def _above(study: Study, identifier: str) -> tuple[str, ...]:
    leaf = study.leaf.get(identifier)
    return () if leaf is None else tuple(group.id for group in leaf.groups)

"""A problem that somebody answers for."""

from decide.model.problem import Problem
from decide.model.process import Waiver
from decide.model.record import Record, record


@record
class Waived(Record):
    """What a check found, and the waiver for it: it does not count, and is told in the appendix."""

    problem: Problem
    waiver: Waiver

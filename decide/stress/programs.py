"""Every program behind the findings of a case, for whoever wants to read it or to solve it elsewhere."""

from collections.abc import Iterator
from dataclasses import replace

from decide.solve.program import Program
from decide.stress.bounds import favourable_program, least_program
from decide.stress.case import Case
from decide.stress.cheapest_rank import RANKS, rank_program
from decide.stress.distances import each_program, moved_program
from decide.stress.dominance import mixture_program
from decide.stress.least_change import EACH, MOVED, program
from decide.stress.performance_change import efforts
from decide.stress.rank_range import BEST, WORST
from decide.stress.rank_range import rank_program as range_program
from decide.stress.robust import robust_improvement, robust_program


def programs(case: Case) -> Iterator[Program]:
    """Yield the programs, analysis by analysis, each under its own name; closed forms are written as programs too.

    Of the improvements that have to be enough for all possible weights, it is the last program, with the rows that
    matter.
    """
    if len(case.candidates) > 1:
        yield from _changes(case)
        yield from _improvements(case)
        yield from _ranks(case)
        yield from _dominance(case)
        for index in range(len(case.candidates)):
            yield favourable_program(case, index)
        for index in range(len(case.candidates)):
            yield range_program(case, index, BEST)
            yield range_program(case, index, WORST)


def _changes(case: Case) -> Iterator[Program]:
    others = [index for index in range(len(case.candidates)) if index not in case.winners]
    if len(case.winners) == 1:
        first = case.winners[0]
        for other in others:
            name = f"dethrone {case.candidates[first]} by {case.candidates[other]}"
            yield replace(moved_program(case, other, [first]), name=f"{name} {MOVED}")
            yield replace(each_program(case, other, [first]), name=f"{name} {EACH}")
    for index in others:
        yield program(case, index, MOVED)
        yield program(case, index, EACH)


def _improvements(case: Case) -> Iterator[Program]:
    costs = efforts(case)
    places = {name: index for index, name in enumerate(case.candidates)}
    for index, name in enumerate(case.candidates):
        if index not in case.winners:
            several = robust_program(case, index, costs, [(case.winners[0], case.weights)])
            yield replace(several, name=f"performance-change {name} several")
        _, found = robust_improvement(case, index, costs)
        asked = [(places[cut.rival], tuple(weight for _, weight in cut.weights)) for cut in found.cuts]
        if asked:
            last = robust_program(case, index, costs, asked)
            yield replace(last, name=f"performance-change {name} robust")


def _ranks(case: Case) -> Iterator[Program]:
    for rank in RANKS:
        for index, entry in enumerate(case.entries):
            if entry.rank > rank:
                yield rank_program(case, index, rank)


def _dominance(case: Case) -> Iterator[Program]:
    for one, name in enumerate(case.candidates):
        for other, rival in enumerate(case.candidates):
            if one != other and case.scores[one] >= case.scores[other]:
                yield least_program(case, case.margin(one, other), f"dominance {name} over {rival}")
    if len(case.candidates) > 2:
        for index in range(len(case.candidates)):
            yield mixture_program(case, index)

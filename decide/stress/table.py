"""The table of the analyses: what each asks, and how it finds its answers; one file each, one line each."""

from collections.abc import Callable, Iterator

from decide.model.finding import Finding
from decide.model.record import Record, record
from decide.stress import (
    acceptability,
    assessments,
    can_be_first,
    cheapest_rank,
    critical_criterion,
    dominance,
    information,
    least_change,
    leave_one_out,
    necessary_possible,
    performance_change,
    rank_range,
    regret,
    scenarios,
    stakeholders,
    weight_crossings,
)
from decide.stress.case import Case


@record
class Analysis(Record):
    """One analysis: its name, the question that it answers, how, and the function that yields its findings."""

    name: str
    question: str
    how: str
    run: Callable[[Case], Iterator[Finding]]


_ALL = (
    Analysis(
        weight_crossings.NAME,
        "How far can each weight move alone before the first place, or the order, changes?",
        "closed form: scores are straight lines over one weight",
        weight_crossings.weight_crossings,
    ),
    Analysis(
        least_change.NAME,
        "What is the smallest joint change of weights that makes another first?",
        "exact linear programs; closed forms for a pair",
        least_change.least_change,
    ),
    Analysis(
        performance_change.NAME,
        "What would a candidate have to improve to be first, and how far may the first slip?",
        "closed form through the inverse value function; fractional knapsack; cutting planes over the possible weights",
        performance_change.performance_change,
    ),
    Analysis(
        cheapest_rank.NAME,
        "What is the smallest change of weights that brings a candidate among the first two, or three?",
        "branch and bound over exact linear programs",
        cheapest_rank.cheapest_rank,
    ),
    Analysis(
        dominance.NAME,
        "Who is beaten by whom on everything, on every possible weight, or by a mixture of others?",
        "exact linear programs",
        dominance.dominance,
    ),
    Analysis(
        can_be_first.NAME,
        "Which candidates are first for some possible weights, and which for none?",
        "exact linear programs: the largest lead over the best rival",
        can_be_first.can_be_first,
    ),
    Analysis(
        rank_range.NAME,
        "What is the best and the worst rank that each can have?",
        "branch and bound over exact linear programs, over weights and performances together",
        rank_range.rank_range,
    ),
    Analysis(
        necessary_possible.NAME,
        "Who is at least as good as whom whatever the weights and performances, and who can be?",
        "exact linear programs, or the corners of the possible weights",
        necessary_possible.necessary_possible,
    ),
    Analysis(
        regret.NAME,
        "How much can be lost by choosing each, and with whom is that least?",
        "exact linear programs, or the corners of the possible weights",
        regret.regret,
    ),
    Analysis(
        "acceptability",
        "With what probability does each take each rank, and is ahead of each?",
        "recursion for pairs, volumes for ranks; reproducible draws for weights and performances together",
        acceptability.acceptability,
    ),
    Analysis(
        information.NAME,
        "What is it worth to find out before choosing, and what should be asked first?",
        "closed form for one performance; sums on a grid, with bounds, for several",
        information.information,
    ),
    Analysis(
        leave_one_out.NAME,
        "Does the answer survive without a criterion, a candidate, an origin of evidence, an assessor, a stakeholder?",
        "ranked again",
        leave_one_out.leave_one_out,
    ),
    Analysis(
        assessments.NAME,
        "Where do those who judged differ, and does it matter?",
        "ranked again at both ends of what they say",
        assessments.assessments,
    ),
    Analysis(
        stakeholders.NAME,
        "Who would choose what, what separates them, and which common choice asks for least?",
        "ranked again with everybody's weights; Kendall's W and tau-b; exact linear programs",
        stakeholders.stakeholders,
    ),
    Analysis(
        scenarios.NAME,
        "Does the choice survive each scenario, and what is expected, and worst, over all?",
        "ranked again, gates and limits anew",
        scenarios.scenarios,
    ),
    Analysis(
        critical_criterion.NAME,
        "Which criterion is the most critical by Triantaphyllou's and Sánchez' measures?",
        "closed form",
        critical_criterion.critical_criterion,
    ),
)

ANALYSES: dict[str, Analysis] = {analysis.name: analysis for analysis in _ALL}

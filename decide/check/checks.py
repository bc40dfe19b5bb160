"""Ranking → what is valid but unwise in its decision, less what somebody answers for."""

from collections.abc import Iterable, Iterator

from decide.check.settings import faulty_settings, thresholds
from decide.check.study import Flaw, Remark, Study
from decide.check.table import TABLE, Check
from decide.check.waivers import idle, shared_out, valid
from decide.check.words import one_line
from decide.model.codes import CODES
from decide.model.decision import Decision
from decide.model.finding import Finding
from decide.model.problem import Problem
from decide.model.process import CheckSetting, Waiver
from decide.model.ranking import Ranking
from decide.model.waived import Waived

IDLE = "idle-waiver"


def examine_ranking(
    ranking: Ranking, findings: Iterable[Finding] = ()
) -> tuple[tuple[Problem, ...], tuple[Waived, ...]]:
    """Return what a person should know of a ranked decision, and what of it is waived, with its waiver.

    What the loader noticed is among it; checks that the file switches off are not made. Some checks only read
    ``findings`` about the ranking, and find nothing where these are not handed over.
    """
    if not ranking.ranked:
        return ranking.decision.noticed, ()
    study = Study(ranking, tuple(findings))
    problems: list[Problem] = []
    waived: list[Waived] = []
    used: list[Waiver] = []
    for check, flaws in found(study):
        left, covered = shared_out(study, _waivers(study, check.code), flaws)
        problems += _told(study, check, left)
        for waiver, own in covered:
            used += [waiver] if own else []
            waived += [Waived(problem, waiver) for problem in _told(study, check, own)]
    for problem in ranking.decision.noticed:
        answering = next((one for one in _waivers(study, problem.code) if not one.for_), None)
        if answering is not None:
            used.append(answering)
            waived.append(Waived(problem, answering))
        elif not _off(ranking.decision, problem.code):
            problems.append(problem)
    if not _off(ranking.decision, IDLE):
        read = {"", *(finding.analysis for finding in study.findings)}
        made = (check.code for check in TABLE.values() if check.reads in read)
        problems += idle(study, used, (*made, "confusable-name", "cut-by-hash"))
    return tuple(problems), tuple(waived)


def found(study: Study) -> Iterator[tuple[Check, tuple[Flaw, ...]]]:
    """Yield each check that the file does not switch off, with all that it finds, waived or not; none if all fail."""
    for check in TABLE.values() if study.entries else ():
        if not _off(study.decision, check.code):
            flaws = check.find(study, thresholds(check.settings, _stated(study.decision, check.code)))
            yield check, tuple(dict.fromkeys(flaws))


def setting_faults(decision: Decision) -> Iterator[Problem]:
    """Yield what is wrong with the settings under ``checks:``: faults, as a threshold that is not read is not held."""
    return faulty_settings(decision, {check.code: check.settings for check in TABLE.values()})


def _told(study: Study, check: Check, flaws: tuple[Flaw, ...]) -> Iterator[Problem]:
    settings = thresholds(check.settings, _stated(study.decision, check.code))
    remarks: Iterable[Remark] = check.tell(study, settings, flaws) if flaws else ()
    for remark in remarks:
        severity = remark.severity or CODES[check.code].severity
        yield Problem(check.code, remark.place, one_line(remark.message), one_line(remark.hint), severity)


def _stated(decision: Decision, code: str) -> CheckSetting | None:
    return dict(decision.checks).get(code)


def _off(decision: Decision, code: str) -> bool:
    stated = _stated(decision, code)
    return stated is not None and stated.off


def _waivers(study: Study, code: str) -> list[Waiver]:
    return [waiver for waiver in study.decision.waivers if waiver.check == code and valid(study, waiver)]

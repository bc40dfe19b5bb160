"""The table of the checks: code → how it finds flaws, how it tells them, and its thresholds."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from fractions import Fraction

from decide.check import (
    candidates,
    criteria,
    dates,
    evidence,
    frame,
    judgements,
    needless,
    people,
    performance,
    process,
    robustness,
    weights,
)
from decide.check.settings import Setting
from decide.check.study import Flaw, Remark, Study
from decide.model.record import Record, record

Settings = Mapping[str, Fraction]


@record
class Check(Record):
    """One check: ``find`` yields its flaws, ``tell`` says of those that are not waived what they mean here.

    ``reads`` names the analysis without whose findings it is not made.
    """

    code: str
    find: Callable[[Study, Settings], Iterator[Flaw]]
    tell: Callable[[Study, Settings, Sequence[Flaw]], Iterator[Remark]]
    settings: tuple[Setting, ...] = ()
    reads: str = ""


def _share(name: str, default: str, about: str) -> Setting:
    return Setting(name, "share", default, about)


def _count(name: str, default: str, about: str) -> Setting:
    return Setting(name, "count", default, about)


_FRAME = (
    Check("no-decider", frame.no_decider, frame.tell_no_decider),
    Check("no-baseline", frame.no_baseline, frame.tell_no_baseline),
    Check(
        "few-candidates",
        frame.few_candidates,
        frame.tell_few_candidates,
        (_count("least", "3", "fewer candidates than this are few"),),
    ),
    Check("candidate-in-criterion", frame.candidate_in_criterion, frame.tell_candidate_in_criterion),
)
_CRITERIA = (
    Check(
        "does-not-discriminate",
        criteria.does_not_discriminate,
        criteria.tell_does_not_discriminate,
        (_share("least", "33%", "the least share of its weight that a criterion makes of the differences"),),
    ),
    Check(
        "double-counted",
        criteria.double_counted,
        criteria.tell_double_counted,
        (
            _share("shared", "50%", "the share of the evidence of each that two criteria have in common"),
            _count("pieces", "2", "how many pieces of evidence that are at least"),
        ),
    ),
    Check(
        "correlated",
        criteria.correlated,
        criteria.tell_correlated,
        (
            _count("candidates", "8", "with fewer candidates nothing is said"),
            _share("correlation", "70%", "the least correlation, in either direction"),
            _share("chance", "5%", "how often chance may do as much, over all pairs"),
            _share("weight", "2%", "lighter criteria are left alone"),
        ),
    ),
    Check(
        "many-criteria",
        criteria.many_criteria,
        criteria.tell_many_criteria,
        (
            _count("most", "12", "more criteria than this are many"),
            _share("least", "2%", "a criterion with less weight than this is too light"),
        ),
    ),
    Check("gate-also-scored", criteria.gate_also_scored, criteria.tell_gate_also_scored),
)
_WEIGHTS = (
    Check(
        "concentrated",
        weights.concentrated,
        weights.tell_concentrated,
        (
            _share("most", "50%", "a criterion with more weight than this is heavy"),
            _count("criteria", "3", "weights as if fewer criteria of equal weight decided are concentrated"),
        ),
    ),
    Check(
        "equal-by-default",
        weights.equal_by_default,
        weights.tell_equal_by_default,
        (_share("spread", "10%", "the heaviest less the lightest, as a share of the mean weight"),),
    ),
    Check(
        "splitting",
        weights.splitting,
        weights.tell_splitting,
        (
            _share("within", "10%", "the most weight that has to move until weights are as the numbers of criteria"),
            _count("groups", "3", "with fewer groups nothing is said"),
        ),
    ),
    Check("stakeholders-split", weights.stakeholders_split, weights.tell_stakeholders_split),
)
_PERFORMANCE = (
    Check("missing", performance.missing, performance.tell_missing),
    Check("unknown-decides", performance.unknown_decides, performance.tell_unknown_decides),
    Check("no-reason", judgements.no_reason, judgements.tell_no_reason),
    Check("overconfident", judgements.overconfident, judgements.tell_overconfident),
    Check("same-fact-different-score", judgements.same_fact_different_score, judgements.tell_same_fact_different_score),
    Check(
        "winner-has-a-hole",
        performance.winner_has_a_hole,
        performance.tell_winner_has_a_hole,
        (
            _share("weight", "5%", "lighter criteria are left alone"),
            Setting("worst", "points", "50", "the worst value of all is a hole where it is below this"),
            Setting("minimum", "points", "10", "a value below this is a hole, whoever else is worse"),
        ),
    ),
)
_EVIDENCE = (
    Check(
        "no-evidence",
        evidence.no_evidence,
        evidence.tell_no_evidence,
        (_share("weight", "5%", "lighter criteria are left alone"),),
    ),
    Check(
        "single-origin",
        evidence.single_origin,
        evidence.tell_single_origin,
        (
            _share("weight", "10%", "lighter criteria are left alone"),
            _share("cells", "75%", "how many of the performances with evidence one origin carries alone, at least"),
        ),
    ),
    Check("interested-source", evidence.interested_source, evidence.tell_interested_source),
    Check(
        "stale-evidence",
        dates.stale_evidence,
        dates.tell_stale_evidence,
        (
            Setting("max_age", "days", "180 days", "how long evidence lasts where its criterion has no max_age"),
            Setting("price", "days", "60 days", "the same for the criterion that is named under price"),
        ),
    ),
    Check("hindsight", dates.hindsight, dates.tell_hindsight),
    Check("contradiction", evidence.contradiction, evidence.tell_contradiction),
    Check(
        "weak-evidence-carries-weight",
        evidence.weak_evidence_carries_weight,
        evidence.tell_weak_evidence_carries_weight,
        (_share("most", "25%", "the most weight that may rest on evidence of low grade"),),
    ),
)
_CANDIDATES = (Check("dominated", candidates.dominated, candidates.tell_dominated),)
_ROBUSTNESS = (
    Check(
        "no-clear-winner",
        robustness.no_clear_winner,
        robustness.tell_no_clear_winner,
        (
            Setting("lead", "points", "5", "a smaller lead is no clear one"),
            _share("tolerance", "10%", "how far every weight may be off at once, as a share of itself, at least"),
            _share("chance", "80%", "how likely it stays ahead, over what is open or the possible weights, at least"),
        ),
    ),
    Check(
        "one-cell-flips",
        robustness.one_cell_flips,
        robustness.tell_one_cell_flips,
        (_share("part", "10%", "how far a number may be off, as a share of its scale; a level by one level"),),
        "performance-change",
    ),
    Check(
        "thin-weight-margin",
        robustness.thin_weight_margin,
        robustness.tell_thin_weight_margin,
        (Setting("points", "points", "5", "of 100 points of weight, so many have to move at least"),),
        "least-change",
    ),
    Check(
        "one-source-decides",
        robustness.one_source_decides,
        robustness.tell_one_source_decides,
        reads="leave-one-out",
    ),
    Check("never-first", needless.never_first, needless.tell_never_first, reads="can-be-first"),
    Check(
        "cannot-matter",
        needless.cannot_matter,
        needless.tell_cannot_matter,
        (_share("weight", "10%", "heavier criteria are left alone"),),
    ),
)
_PEOPLE = (
    Check(
        "few-assessors",
        people.few_assessors,
        people.tell_few_assessors,
        (_count("least", "3", "fewer assessors than this are few"),),
    ),
    Check(
        "disagreement-unexplained",
        people.disagreement_unexplained,
        people.tell_disagreement_unexplained,
        (_share("spread", "40%", "how much of the scale may lie between the lowest and the highest without a reason"),),
    ),
    Check(
        "copied-sheets",
        people.copied_sheets,
        people.tell_copied_sheets,
        (
            _share("alike", "95%", "the share of performances of which two say the same"),
            _count("cells", "12", "how many performances both judged at least"),
        ),
    ),
    Check(
        "one-assessor-decides",
        people.one_assessor_decides,
        people.tell_one_assessor_decides,
        reads="leave-one-out",
    ),
    Check(
        "mean-hides-split",
        people.mean_hides_split,
        people.tell_mean_hides_split,
        (
            _share("gap", "40%", "how much of the scale lies between two camps at least"),
            _count("camp", "2", "how many make a camp"),
        ),
    ),
    Check("conflict-undeclared", people.conflict_undeclared, people.tell_conflict_undeclared),
)
_PROCESS = (
    Check("override-without-reason", process.override_without_reason, process.tell_override_without_reason),
    Check("no-review-date", process.no_review_date, process.tell_no_review_date),
    Check("gate-failed-chosen", process.gate_failed_chosen, process.tell_gate_failed_chosen),
    Check("author-is-decider", process.author_is_decider, process.tell_author_is_decider),
)

TABLE: dict[str, Check] = {
    check.code: check
    for check in (
        *_FRAME,
        *_CRITERIA,
        *_WEIGHTS,
        *_PERFORMANCE,
        *_EVIDENCE,
        *_CANDIDATES,
        *_ROBUSTNESS,
        *_PEOPLE,
        *_PROCESS,
    )
}

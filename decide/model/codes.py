"""Every code that a problem can carry, and the vocabulary of what a file may set and waive."""

from decide.model.code import Code
from decide.model.evidence_codes import EVIDENCE_CODES
from decide.model.fault_codes import FAULTS
from decide.model.people_codes import PEOPLE_CODES
from decide.model.robustness_codes import ROBUSTNESS_CODES
from decide.model.value_codes import VALUE_CODES

_ALL = (*FAULTS, *VALUE_CODES, *EVIDENCE_CODES, *ROBUSTNESS_CODES, *PEOPLE_CODES)
CODES: dict[str, Code] = {entry.code: entry for entry in _ALL}

CHECKS: tuple[str, ...] = (
    *("no-decider", "no-baseline", "few-candidates", "candidate-in-criterion"),
    *("does-not-discriminate", "cannot-matter", "double-counted", "correlated", "many-criteria", "gate-also-scored"),
    *("concentrated", "equal-by-default", "splitting", "weights-after-scores", "stakeholders-split"),
    *("missing", "unknown-decides", "no-reason", "overconfident", "same-fact-different-score", "winner-has-a-hole"),
    *("no-evidence", "single-origin", "interested-source", "stale-evidence", "hindsight", "contradiction"),
    *("weak-evidence-carries-weight", "dominated", "never-first", "no-clear-winner", "one-cell-flips"),
    *("thin-weight-margin", "one-source-decides", "rank-reversal", "false-precision", "few-assessors"),
    *("disagreement-unexplained", "copied-sheets", "one-assessor-decides", "mean-hides-split", "conflict-undeclared"),
    *("author-is-decider", "override-without-reason", "no-review-date", "gate-failed-chosen", "seal-broken"),
    *("signature-stale", "words-exceed-numbers", "confusable-name", "cut-by-hash", "idle-waiver"),
)
"""What a file may set under ``checks:`` and waive under ``waivers:``: the vocabulary of the format."""

"""One kind of problem: what it is called, why it matters, where that is known from, and what to do."""

from decide.model.problem import Severity
from decide.model.record import Record, record

FILE, WEIGHTS = "the file", "weights"
FRAME, CRITERIA, PERFORMANCE, EVIDENCE = "frame", "criteria", "performance", "evidence"
CANDIDATES, ROBUSTNESS, PEOPLE, PROCESS = "candidates", "robustness", "people", "process"
FAMILIES = (FILE, FRAME, CRITERIA, WEIGHTS, PERFORMANCE, EVIDENCE, CANDIDATES, ROBUSTNESS, PEOPLE, PROCESS)


@record
class Code(Record):
    """One kind of problem; codes are never renamed. ``source`` is empty where nobody needs to be asked."""

    code: str
    family: str
    severity: Severity
    why: str
    remedy: str
    example: str
    source: str = ""
    fault: bool = False

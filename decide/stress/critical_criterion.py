"""Critical criterion: Triantaphyllou's and Sánchez' measures, for comparison with the literature.

The amount by which one weight has to be lowered to tie two candidates, before the weights are made to sum to 1 again:
(score a - score b) / (value a - value b), in shares with values as shares; feasible where it does not exceed the
weight (Triantaphyllou and Sánchez 1997, theorem 1).
"""

from collections.abc import Iterator
from fractions import Fraction
from itertools import combinations

from decide.model.finding import Finding, Status
from decide.model.rows import Critical
from decide.stress.case import HUNDRED, Case

NAME = "critical-criterion"
TOP, ANY = "top", "any"
Change = tuple[Fraction, tuple[str, ...]]


def critical_criterion(case: Case) -> Iterator[Finding]:
    """Yield one finding per leaf, then which leaf is the most critical: by percent and by amount, top and any."""
    if len(case.candidates) < 2:
        return
    rows = [_row(case, at) for at in range(len(case.leaves))]
    for row in rows:
        status: Status = "impossible" if row.any is None else "found"
        yield Finding(NAME, (row.criterion,), status, "criterion", row.any, "weight", rows=(row,))
    for scope in (TOP, ANY):
        for measure in ("percent", "absolute"):
            amounts = {row.criterion: _measured(row, scope, measure) for row in rows}
            known = {name: amount for name, amount in amounts.items() if amount is not None}
            variant = f"{scope}-{measure}"
            if not known:
                yield Finding(NAME, (), "impossible", variant)
                continue
            critical = min(known, key=lambda name: known[name])
            unit = "percent of the weight" if measure == "percent" else "weight"
            yield Finding(NAME, (critical,), "found", variant, known[critical], unit)


def _row(case: Case, at: int) -> Critical:
    weight = case.weights[at]
    changes: list[Change] = []
    for one, other in combinations(range(len(case.candidates)), 2):
        gap = case.values[one][at] - case.values[other][at]
        if gap:
            amount = (case.scores[one] - case.scores[other]) / gap
            if amount <= weight and amount < 1:  # with 1 no weight would be left
                changes.append((amount, (case.candidates[one], case.candidates[other])))
    winners = {case.candidates[index] for index in case.winners}
    any_ = min(changes, key=_size, default=None)
    top = min((one for one in changes if winners & set(one[1])), key=_size, default=None)
    rival = "" if top is None else next((name for name in top[1] if name not in winners), top[1][0])
    sensitivity = Fraction(0) if any_ is None or any_[0] == 0 or weight == 0 else weight / (HUNDRED * abs(any_[0]))
    return Critical(
        criterion=case.leaves[at],
        weight=weight,
        top=None if top is None else top[0],
        top_rival=rival,
        any=None if any_ is None else any_[0],
        any_pair=() if any_ is None else any_[1],
        sensitivity=sensitivity,
    )


def _size(change: Change) -> tuple[Fraction, bool]:
    """Return the size of a change; of two of one size the one that lowers the weight comes first."""
    return abs(change[0]), change[0] < 0


def _measured(row: Critical, scope: str, measure: str) -> Fraction | None:
    amount = row.top if scope == TOP else row.any
    if amount is None or (measure == "percent" and row.weight == 0):
        return None
    return abs(amount) if measure == "absolute" else HUNDRED * abs(amount) / row.weight

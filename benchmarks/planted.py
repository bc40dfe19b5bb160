"""Plant leads that are tiny, or nothing, and count how often who can be first is told wrongly.

    python -m benchmarks.planted [MARGINS] [SAMPLE]

From the root of a checkout. Decisions are drawn so that the largest lead that the first candidate can have over its
best rival is known beforehand (``tests/solve/planted.py``): ±10⁻⁶ … ±10⁻¹⁴ points of 100 in the first rows, exactly 0
in the last. Each is read, ranked and asked "can it be ahead?". The exact simplex is asked in all of MARGINS (10 000 by
default) decisions of either kind, HiGHS (through PuLP, with tolerances of 1e-9) in the first SAMPLE (2 000): it answers
with a float, which has to be read by some rule.
"""

import sys
from collections import Counter
from fractions import Fraction
from random import Random

from decide.solve import lp
from decide.stress.bounds import favourable_program
from decide.stress.can_be_first import favourable
from tests.solve.planted import NEAR, planted

RULES = {"obj > 0": 0.0, "obj > 1e-9": 1e-9, "obj > 1e-7": 1e-7}
Key = tuple[str, str]


def main() -> None:
    """Print the table."""
    margins, sample = (*map(int, sys.argv[1:]), *(10_000, 2_000)[len(sys.argv) - 1 :])
    wrong, asked = Counter[Key](), Counter[Key]()
    for seed in range(margins):
        lead = NEAR[seed % len(NEAR)]
        ask(f"lead {told(lead)}", seed, lead, sample, wrong, asked)
        ask("tie", seed, Fraction(0), sample, wrong, asked)
    kinds = [*dict.fromkeys(f"lead {told(lead)}" for lead in NEAR), "tie"]
    print(f"{'wrong verdicts of':16}{'exact':>14}" + "".join(f"{f'HiGHS, {rule}':>22}" for rule in RULES))
    for kind in kinds:
        report(kind, [kind], wrong, asked)
    report("all leads", kinds[:-1], wrong, asked)


def ask(kind: str, seed: int, lead: Fraction, sample: int, wrong: Counter[Key], asked: Counter[Key]) -> None:
    """Ask one decision whether its first candidate can be ahead, and count what is not so."""
    case = planted(Random(f"{kind} {seed}"), lead)
    found = favourable(case, 0)
    asked[kind, "exact"] += 1
    wrong[kind, "exact"] += found.amount != lead or (found.status == "impossible") != (lead < 0)
    if seed < sample:
        cost = lp.optimum(favourable_program(case, 0))
        assert cost is not None
        for rule, least in RULES.items():
            asked[kind, rule] += 1
            wrong[kind, rule] += (100 - cost > least) != (lead > 0)


def told(lead: Fraction) -> str:
    """Return the size of a lead, whatever its sign."""
    return f"±1e-{len(str(abs(lead).denominator)) - 1}"


def report(name: str, kinds: list[str], wrong: Counter[Key], asked: Counter[Key]) -> None:
    """Print one row: how many were wrong of how many."""
    cells = [
        f"{sum(wrong[kind, how] for kind in kinds)} of {sum(asked[kind, how] for kind in kinds)}"
        for how in ("exact", *RULES)
    ]
    print(f"{name:16}{cells[0]:>14}" + "".join(f"{cell:>22}" for cell in cells[1:]))


if __name__ == "__main__":
    main()

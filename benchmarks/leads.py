"""Count how often the first changes when scores are slightly wrong, by how far it led: what a lead is worth.

    python -m benchmarks.leads [DECISIONS]

Decisions of 3 to 5 candidates and 8 to 12 criteria are drawn from a fixed seed, DECISIONS (default 20 000) of each
size: scores from 1 to 5, all equally likely, and weights of 1 to 10 points, which are taken to be right. A score is
valued in a straight line, 1 as 0 and 5 as 100. Then each score is made one higher with a chance of a quarter and one
lower with the same, within 1 to 5, and it is seen whether another candidate scores most; with several at the top, the
first of them has led by 0 and has changed if it is no longer at the top. Whole numbers throughout, standard library
only.
"""

import sys
from collections import Counter
from collections.abc import Sequence
from itertools import product
from operator import mul
from random import Random

CANDIDATES = (3, 4, 5)
CRITERIA = (8, 10, 12)
STEPS = (-1, 0, 0, 1)
LEADS = ("less than 5", "5 to 10", "10 or more")
Scores = list[list[int]]


def main() -> None:
    """Print the table, and the least and the most of each column."""
    decisions = int(sys.argv[1]) if len(sys.argv) > 1 else 20_000
    print(f"{'the first changed where it led by':36}" + "".join(f"{lead:>14}" for lead in LEADS))
    shares: dict[str, list[float]] = {lead: [] for lead in LEADS}
    for candidates, criteria in product(CANDIDATES, CRITERIA):
        seen, changed = counted(candidates, criteria, decisions)
        for lead in LEADS:
            shares[lead].append(100 * changed[lead] / seen[lead])
        told = "".join(f"{shares[lead][-1]:12.1f} %" for lead in LEADS)
        print(f"{f'{candidates} candidates, {criteria} criteria':36}{told}")
    for name, end in (("least", min), ("most", max)):
        print(f"{name:36}" + "".join(f"{end(shares[lead]):12.1f} %" for lead in LEADS))


def counted(candidates: int, criteria: int, decisions: int) -> tuple[Counter[str], Counter[str]]:
    """Return how many decisions there were of each lead, and in how many of them the first changed."""
    random = Random(f"leads {candidates}x{criteria}")
    seen, changed = Counter[str](), Counter[str]()
    for _ in range(decisions):
        weights = [random.randint(1, 10) for _ in range(criteria)]
        scores = [[random.randint(1, 5) for _ in range(criteria)] for _ in range(candidates)]
        totals = weighed(scores, weights)
        first = totals.index(max(totals))
        lead = totals[first] - max(total for at, total in enumerate(totals) if at != first)
        name = LEADS[(25 * lead >= 5 * sum(weights)) + (25 * lead >= 10 * sum(weights))]  # a step is worth 25 points
        after = weighed([[erred(score, random) for score in row] for row in scores], weights)
        seen[name] += 1
        changed[name] += after[first] < max(after)
    return seen, changed


def weighed(scores: Scores, weights: Sequence[int]) -> list[int]:
    """Return the weighted sum of each candidate's scores."""
    return [sum(map(mul, weights, row)) for row in scores]


def erred(score: int, random: Random) -> int:
    """Return a score that is one off with a chance of a half, within 1 to 5."""
    return min(max(score + random.choice(STEPS), 1), 5)


if __name__ == "__main__":
    main()

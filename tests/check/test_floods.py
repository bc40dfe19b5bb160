"""What is said of many things is said once."""

from tests.check.samples import message


def decision(count: int, cells: str, *, criteria: str = "a b", evidence: str = "") -> str:
    """Return ``count`` candidates with these cells beside a first one that has the best of everything."""
    names = criteria.split()
    scales = "".join(f"  {name}: {{levels: [poor, ok, good], weight: 1}}\n" for name in names)
    best = ", ".join(f"{name}: good" for name in names)
    rows = "".join(f"  v{number}: {{{cells}}}\n" for number in range(count))
    return (
        f"decide: 1\ntitle: many\nchecks: {{correlated: off}}\n"
        f"candidates: [first{''.join(f', v{number}' for number in range(count))}]\n"
        f"criteria:\n{scales}performance:\n  first: {{{best}}}\n{rows}{evidence}"
    )


def test_holes_of_many_candidates_are_told_at_once() -> None:
    # the first has 100; each of the others 25 with its b, and 75 at most
    assert message(decision(9, "b: ok"), "missing") == (
        "nothing is said of v0, v1, v2, v3, v4 and 4 more on “a”, 50.0 % of the weight: "
        "counted as unknown, from 0 to 100; there the lead of first could shrink to 25.0 points"
    )


def test_unknowns_of_many_candidates_are_told_at_once() -> None:
    assert message(decision(9, "a: unknown, b: good"), "unknown-decides") == (
        "v0, v1, v2, v3, v4 and 4 more on “a”, 50.0 % of the weight, are unknown, and they decide: "
        "v0, v1, v2, v3, v4 or 4 more could draw level with first"
    )


def test_many_that_are_dominated_are_told_at_once() -> None:
    assert message(decision(9, "a: good, b: ok"), "dominated") == (
        "9 candidates are nowhere better than another and worse somewhere: v0 (than first), v1 (than first), "
        "v2 (than first), v3 (than first), v4 (than first) and 4 more"
    )


def test_levels_on_low_evidence_on_many_criteria_are_told_at_once() -> None:
    cells = ", ".join(f"{name}: {{is: ok, evidence: [e]}}" for name in "abcd")
    text = decision(2, cells, criteria="a b c d", evidence="evidence: {e: {claim: c, grade: low}}\n")

    # the first has 100, and with one level less on one criterion 87.5; the others have 50 or 62.5
    assert message(text, "overconfident") == (
        "8 performances on a, b, c and d, all of the weight, stand at one level, on evidence of low grade (e); "
        "one level off leaves a lead of 37.5 points or more"
    )


def test_one_fact_at_different_levels_on_many_criteria_is_told_of_the_first() -> None:
    cells = ", ".join(f"{name}: {{is: ok, evidence: [e]}}" for name in "abcd")
    text = decision(2, cells, criteria="a b c d", evidence="evidence: {e: {claim: c}}\n")
    text = text.replace("v1: {a: {is: ok", "v1: {a: {is: poor").replace("b: {is: ok", "b: {is: poor", 1)
    text = text.replace("c: {is: ok", "c: {is: poor", 1).replace("d: {is: ok", "d: {is: poor", 1)

    assert message(text, "same-fact-different-score") == (
        "v0 and v1 rest on the same evidence (e) and stand at different levels of “a” (and so it is on b, c and d); "
        "at one level for all the lead is 50.0 points or more"
    )

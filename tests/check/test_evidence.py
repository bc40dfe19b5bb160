"""Whether there is evidence, where it comes from, and how far it can be trusted."""

import pytest

from tests.check.samples import changed, codes, message, said, with_

BARE = ("price: {is: 35, evidence: [bolt-offer]}", "price: 35")


def test_a_known_cell_on_a_criterion_of_some_weight_needs_evidence() -> None:
    unknown = changed(("ease: {is: ok, evidence: [bolt-trial]}", "ease: unknown"))

    assert codes(changed(BARE)) == ["no-evidence"]
    assert codes(unknown) == []
    assert codes(with_("checks: {no-evidence: {weight: 41%}}", text=changed(BARE))) == []


def test_a_cell_without_evidence_tells_what_is_at_stake_and_stands_at_its_line() -> None:
    # bolt has 40 of price at most, so 80 against 71
    assert message(changed(BARE), "no-evidence") == (
        "no evidence is named for Bolt Desk on “Price”, 40.0 % of the weight; "
        "were that unknown, Bolt Desk could be first"
    )
    assert [problem.place.line for problem in said(changed(BARE))] == [23]


def test_criteria_without_any_evidence_are_told_at_once() -> None:
    text = changed(
        *((f", evidence: [{one}-offer]", "") for one in ("acme", "bolt")),
        *((f", evidence: [{one}-probe]", "") for one in ("acme", "bolt")),
        (", evidence: [books]", ""),
        (", evidence: [log]", ""),
    )

    # ease alone: 100, 50, 0
    assert codes(text) == ["no-evidence"]
    assert message(text, "no-evidence") == (
        "no evidence is named on “Price” and “Uptime”, 65.0 % of the weight: "
        "without them Acme Desk would still lead by 50.0 points"
    )


def test_a_decision_without_any_evidence_is_told_once() -> None:
    text = "\n".join(line.split(", evidence")[0] + "}" * (", evidence" in line) for line in changed(BARE).split("\n"))

    assert message(text, "no-evidence") == (
        "no evidence is named on “Price”, “Ease of use” and “Uptime”, all of the weight: "
        "Acme Desk leads by 19.0 points on the author's word"
    )


def test_many_criteria_with_holes_are_told_at_once() -> None:
    names = ("a", "b", "c", "d")
    criteria = "".join(f"  {name}: {{range: {{worst: 0, best: 9}}, weight: 1}}\n" for name in names)
    rows = "".join(
        f"  {who}: {{{', '.join(f'{name}: {cell}' for name in names)}}}\n"
        for who, cell in (("x", "3"), ("y", "5"), ("z", "{is: 9, evidence: [e]}"))
    )
    text = (
        f"decide: 1\ntitle: t\ncandidates: [x, y, z]\ncriteria:\n{criteria}performance:\n{rows}"
        "evidence: {e: {claim: c}}\n"
    )

    assert message(text, "no-evidence").startswith(
        "no evidence is named for 8 performances on a, b, c and d, all of the weight; were these unknown, "
    )


ORIGIN = [
    ("four weeks, date: 2025-02-14}", "four weeks, origin: index, date: 2025-02-14}"),
    ("four weeks, date: 2025-02-17}", "four weeks, origin: index, date: 2025-02-17}"),
]


def test_origins_are_counted_and_not_links() -> None:
    two = changed(*ORIGIN)
    one = changed(*ORIGIN, ("in a month, date", "in a month, origin: index, date"))

    assert [codes(two), codes(one)] == [[], ["single-origin"]]
    assert message(one, "single-origin") == (
        "all evidence on “Uptime”, 25.0 % of the weight, goes back to index, however many repeat it "
        "(log, acme-probe and bolt-probe); without the criterion Acme Desk would still lead by 14.7 points"
    )


def test_three_of_four_cells_on_one_origin_are_most_of_them() -> None:
    text = changed(*ORIGIN)

    # two of three, and with three quarters asked for that is not enough
    assert codes(with_("checks: {single-origin: {cells: 66%}}", text=text)) == ["single-origin"]
    assert message(with_("checks: {single-origin: {cells: 66%}}", text=text), "single-origin").startswith(
        "2 of 3 performances on “Uptime”, 25.0 % of the weight, rest on index alone"
    )


def test_one_piece_for_several_cells_is_one_origin() -> None:
    text = changed(("[acme-probe]", "[log]"), ("[bolt-probe]", "[log]"))

    assert codes(text) == ["single-origin"]
    assert codes(with_("checks: {single-origin: {weight: 26%}}", text=text)) == []


@pytest.mark.parametrize(("interest", "found"), [("vendor", True), ("party", True), ("none", False)])
def test_a_cell_needs_one_source_without_an_interest(interest: str, found: bool) -> None:
    text = changed(("99.8 percent in four weeks,", f"99.8 percent in four weeks, interest: {interest},"))

    assert codes(text) == (["interested-source"] if found else [])
    assert codes(changed(("[bolt-probe]", "[bolt-probe, log]"), text=text)) == []


def test_a_price_is_a_vendors_own_word_and_the_worst_end_no_praise() -> None:
    price = changed(("35 EUR per seat,", "35 EUR per seat, interest: vendor,"))
    worst = changed(
        ("uptime: {is: 98.5,", "uptime: {is: 98,"), ("hours in a month,", "hours in a month, interest: vendor,")
    )

    assert [codes(text) for text in (price, worst)] == [["interested-source"], []]
    assert codes(f"price: price\n{price}") == []
    assert codes(changed(("interest: vendor", "interest: party"), text=worst)) == ["interested-source"]


CLASH = [
    ("[bolt-probe]}", "[bolt-probe, outage]}"),
    ("  bolt-probe: {", "  outage: {claim: It was down for days, date: 2025-02-18}\n  bolt-probe: {"),
]


@pytest.mark.parametrize(
    "marked",
    [
        ("outage: {", "outage: {contradicts: [bolt-probe], "),
        ("bolt-probe: {", "bolt-probe: {contradicts: [outage], "),
    ],
)
def test_evidence_against_evidence_needs_a_because(marked: tuple[str, str]) -> None:
    text = changed(*CLASH, marked)

    assert codes(changed(*CLASH)) == []
    assert codes(text) == ["contradiction"]
    assert "bolt-probe and outage contradict each other" in message(text, "contradiction")
    assert codes(changed(("{is: 99.8,", "{is: 99.8, because: it was mended,"), text=text)) == []


def low(*claims: str) -> str:
    return changed(*((f"claim: {claim}", f"grade: low, claim: {claim}") for claim in claims))


def test_a_quarter_of_the_weight_may_rest_on_low_evidence() -> None:
    # three cells of uptime carry 25 % of the weight, on average over three candidates
    uptime = low("It was down", "99.6 percent", "99.8 percent")
    price = low("It costs nothing", "30 EUR", "35 EUR")

    assert codes(uptime) == []
    assert codes(with_("checks: {weak-evidence-carries-weight: {most: 24%}}", text=uptime)) != []
    assert codes(price) == ["weak-evidence-carries-weight"]
    assert message(price, "weak-evidence-carries-weight") == (
        "40.0 % of the weight, on average over the candidates, rests on evidence of low grade alone "
        "(books, acme-offer and bolt-offer; on Price); were these unknown, Bolt Desk could be first"
    )


def test_better_evidence_beside_it_carries_the_weight() -> None:
    text = changed(("[bolt-offer]", "[bolt-offer, bolt-probe]"), text=low("It costs nothing", "30 EUR", "35 EUR"))

    # two of three cells of 40 % are 26.7 %
    assert "26.7 % of the weight" in message(text, "weak-evidence-carries-weight")

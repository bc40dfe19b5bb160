"""A candidate that is nowhere better than another."""

from tests.check.samples import changed, codes, message, said, with_

WORSE = ("uptime: {is: 99.8,", "uptime: {is: 99.4,")
"""bolt then has 30, 50 and 70 against acme's 40, 100 and 80: 12 + 17.5 + 17.5 = 47 against 71."""


def test_who_is_no_better_anywhere_and_worse_somewhere_is_dominated() -> None:
    assert codes(changed(WORSE)) == ["dominated"]
    assert message(changed(WORSE), "dominated") == (
        "Bolt Desk is nowhere better than Acme Desk and worse on Price, Ease of use and Uptime, 24.0 points behind: "
        "at these best guesses no weights put it ahead"
    )


def test_who_is_better_on_one_criterion_or_equal_on_all_is_not() -> None:
    equal = changed(("price: {is: 35,", "price: {is: 30,"), ("ease: {is: ok,", "ease: {is: good,"), ("99.8,", "99.6,"))

    assert [codes(text) for text in (changed(), equal)] == [[], ["no-clear-winner"]]


def test_equal_but_for_one_criterion_is_dominated() -> None:
    text = changed(("price: {is: 35,", "price: {is: 30,"), ("ease: {is: ok,", "ease: {is: good,"), ("99.8,", "99.5,"))

    assert "worse on Uptime, 1.3 points behind" in message(text, "dominated")


def test_what_is_unknown_could_be_better() -> None:
    text = changed(WORSE, ("{is: 99.4, evidence: [bolt-probe]}", "unknown"))

    assert "dominated" not in codes(text)


def test_a_choice_that_is_dominated_is_an_error() -> None:
    text = with_("choice: {candidate: bolt, because: We like it}", text=changed(WORSE))

    assert [(problem.code, problem.severity) for problem in said(text)] == [("dominated", "error")]
    assert message(text, "dominated").endswith("and it was chosen")


def test_a_status_quo_that_is_beaten_is_what_a_decision_hopes_for() -> None:
    beaten = changed(("price: {is: 0,", "price: {is: 40,"))

    assert codes(beaten) == []
    assert "dominated" in codes(with_("choice: {candidate: today, because: No money}", text=beaten))

"""Effects are what comes out when the changed decision is ranked anew."""

from fractions import Fraction

import pytest
from hypothesis import assume, given

from decide.check import effects
from decide.check.effects import Outcome
from decide.check.study import Study
from decide.model.tree import RangeScale
from decide.rank.ranking import rank
from tests.check.samples import FLAWLESS, changed, study, with_
from tests.plain import Plain, copied, leaves, ranked, read, with_cells
from tests.samples import pair
from tests.strategies import decisions, picks


def now(plain: Plain) -> Outcome:
    found = Study(ranked(plain))
    return effects.outcome(effects.scores_of(found))


def test_the_first_the_second_and_the_lead_are_those_of_the_ranking() -> None:
    assert Outcome(("acme",), ("bolt",), Fraction(19)) == effects.outcome(effects.scores_of(study()))


def test_a_tie_has_no_lead_and_one_alone_has_no_second() -> None:
    assert Outcome(("a", "b"), ("c",), Fraction(0)) == effects.outcome(
        {"a": Fraction(2), "b": Fraction(2), "c": Fraction(1)}
    )
    assert Outcome(("a",), (), None) == effects.outcome({"a": Fraction(2)})


def test_without_a_criterion_the_others_keep_their_proportions() -> None:
    # today 40 / 0.75 = 53.3, acme (16 + 35) / 0.75 = 68, bolt (12 + 17.5) / 0.75 = 39.3
    assert Outcome(("acme",), ("today",), Fraction(68) - Fraction(160, 3)) == effects.without_criteria(
        study(), ("uptime",)
    )
    assert effects.without_criteria(study(), ("price", "ease", "uptime")) is None


@given(decisions(screened=False), picks)
def test_without_a_criterion_it_is_as_if_its_weight_were_0(plain: Plain, pick: int) -> None:
    found = Study(ranked(plain))
    gone = found.leaves[pick % len(found.leaves)].id
    rest = 1 - found.weight[gone]
    assume(rest > 0)
    weights = [Fraction(0) if leaf == gone else weight / rest for leaf, weight in found.weight.items()]

    assert effects.reweighed(found, weights) == effects.without_criteria(found, (gone,))


@given(decisions(weights=("points",), screened=False), picks)
def test_other_weights_give_what_the_decision_with_those_weights_gives(plain: Plain, pick: int) -> None:
    other = copied(plain)
    leaf = leaves(other)[pick % len(leaves(other))]
    leaf.node["weight"] = str(int(leaf.node["weight"]) + 1)
    weights = ranked(other).weights

    assert now(other) == effects.reweighed(Study(ranked(plain)), weights)


def test_another_value_gives_what_the_decision_with_that_cell_gives() -> None:
    # speed 9 of 10 is worth 90
    changed_plain = with_cells(pair(), "b", {"speed": "9"})

    assert now(changed_plain) == effects.revalued(Study(ranked(pair())), {("b", "speed"): Fraction(90)})


@given(decisions(screened=False), picks)
def test_cells_at_an_end_give_what_the_decision_with_the_end_of_the_scale_gives(plain: Plain, pick: int) -> None:
    found = Study(ranked(plain))
    leaf = found.leaves[pick % len(found.leaves)]
    assume(isinstance(leaf.scale, RangeScale))
    assert isinstance(leaf.scale, RangeScale)
    candidate = list(found.entries)[pick % len(found.entries)]
    name = next(one.name for one in read(plain).candidates if one.id == candidate)
    key = next(one.key for one in leaves(plain) if one.key == leaf.criterion.name)
    typed = next((one for one in plain.get("performance", {}) if one == name), None)
    assume(typed is not None)
    amount = leaf.scale.best
    assume(amount.denominator in (1, 2))
    other = with_cells(plain, str(typed), {key: str(amount.numerator / amount.denominator)})

    assert now(other) == effects.revalued(found, {(candidate, leaf.id): Fraction(100)})


def test_doubt_is_the_worst_for_the_first() -> None:
    # bolt without its 22.5 of uptime and with 25 instead has 54.5; acme has 71
    assert effects.in_doubt(study(), [("bolt", "uptime")]) == "the lead of Acme Desk could shrink to 16.5 points"
    # acme without the 35 of ease has 36; bolt has 52, today 46.25
    assert effects.in_doubt(study(), [("acme", "ease")]) == "Bolt Desk or Shared mailbox could be first"
    # today has nothing to gain on price
    assert effects.in_doubt(study(), [("today", "price")]) == "Acme Desk would lead as before"
    # acme without its 20 of uptime has 51
    assert effects.in_doubt(study(), [("acme", "uptime")]) == "Bolt Desk could be first"


def test_who_could_draw_level_is_told_as_that() -> None:
    # with an uptime worth 68 acme has 35 + 17 = 52 without its price, and so has bolt
    text = changed(("99.6,", "99.36,"))

    assert effects.in_doubt(study(text), [("acme", "price")]) == "Bolt Desk could draw level with Acme Desk"


def test_the_words_say_who_stays_and_who_comes() -> None:
    found = study()
    outcomes = [
        Outcome(("acme",), ("bolt",), Fraction(1)),
        Outcome(("bolt",), ("acme",), Fraction(5, 2)),
        Outcome(("acme", "bolt"), ("today",), Fraction(0)),
        Outcome(("bolt",), (), None),
        Outcome(("acme",), (), None),
    ]

    assert [effects.would(found, one) for one in outcomes] == [
        "Acme Desk would still lead by 1.0 point",
        "Bolt Desk would be first, 2.5 points ahead of Acme Desk",
        "Acme Desk and Bolt Desk would tie for first",
        "Bolt Desk would be the only one left",
        "Acme Desk would still be the only candidate left",
    ]


def test_the_lead_is_told_as_the_ranking_prints_it() -> None:
    assert effects.stands(study()) == "Acme Desk leads by 19.0 points"
    assert effects.stands(Study(ranked(pair()))) == "a leads by 2.5 points"


def test_in_a_tie_any_doubt_decides() -> None:
    text = changed(("price: {is: 30,", "price: {is: 35,"), ("ease: {is: good,", "ease: {is: ok,"), ("99.6,", "99.8,"))

    assert effects.stands(study(text)) == "Acme Desk and Bolt Desk tie for first"
    assert effects.in_doubt(study(text), [("acme", "price")]) == "Acme Desk or Bolt Desk could be alone in front"
    assert effects.turned(study(text), [("acme", "price")]) == (
        "at its best Acme Desk would be first, 28.0 points ahead of Bolt Desk"
    )


def test_one_alone_stays_alone() -> None:
    text = with_("gates: {eu: {passes: {acme: yes, bolt: no, today: no}}}")

    assert effects.stands(study(text)) == "Acme Desk is the only candidate left"
    assert effects.in_doubt(study(text), [("acme", "price")]) == "Acme Desk is the only candidate left"
    assert effects.without_candidate(study(text), "acme") is None


@pytest.mark.parametrize("candidate", ["today", "acme", "bolt"])
def test_without_a_candidate_the_others_keep_their_scores(candidate: str) -> None:
    kept = {one: score for one, score in effects.scores_of(study()).items() if one != candidate}

    assert effects.outcome(kept) == effects.without_candidate(study(), candidate)
    assert rank(study().decision) == study(FLAWLESS).ranking

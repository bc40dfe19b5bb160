"""Preferences are read term by term, and what is not read is refused."""

from fractions import Fraction

import pytest

from decide.model.decision import Statement, Term
from tests.load.reading import faultless, problems
from tests.load.valid import SMALL

ONE = Fraction(1)


def with_preference(statement: str) -> str:
    """Return a decision with one preference; its points are price 60, ease-of-use 40."""
    return f"{SMALL}preferences:\n  - {statement}\n"


def read(statement: str) -> Statement:
    """Return the preference."""
    (found,) = faultless(with_preference(statement)).preferences
    return found


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        ("price >= ease-of-use", "price >= ease-of-use"),
        ("Price>=Ease of use", "price >= ease-of-use"),
        ("  ease of use   <=   PRICE ", "ease-of-use <= price"),
        ("price = ease-of-use + 20%", "price = ease-of-use + 20%"),
        ("2 * ease-of-use >= price", "2 * ease-of-use >= price"),
        ("0.5*price <= ease-of-use", "0.5 * price <= ease-of-use"),
        ("30% <= ease-of-use <= price <= 60 %", "30% <= ease-of-use <= price <= 60%"),
        ("price + ease-of-use = 100%", "price + ease-of-use = 100%"),
        ("1 * price >= 1e1%", "price >= 10%"),
        ("'price >= ease-of-use'", "price >= ease-of-use"),
    ],
)
def test_a_preference_has_one_text_however_it_is_typed(typed: str, told: str) -> None:
    assert read(typed).text == told


def test_a_preference_is_sides_of_terms_and_the_signs_between_them() -> None:
    statement = read("30% <= 0.5 * price + ease-of-use <= 80%")

    assert statement.signs == ("<=", "<=")
    assert statement.sides == (
        (Term(Fraction(3, 10)),),
        (Term(Fraction(1, 2), "price"), Term(ONE, "ease-of-use")),
        (Term(Fraction(4, 5)),),
    )
    assert not statement.holistic


def test_two_candidates_make_a_judgement_of_the_whole() -> None:
    statement = read("Acme CRM >= Spreadsheets as today")

    assert statement.holistic
    assert statement.sides == ((Term(ONE, "acme-crm"),), (Term(ONE, "spreadsheets-as-today"),))


@pytest.mark.parametrize(
    ("typed", "cause", "remedy"),
    [
        ("price", "“price” has no sign that is read", "write  this >= that"),
        ("price > ease-of-use", "“price > ease-of-use” has no sign that is read", "write  >=, <=  or  ="),
        ("price ≥ ease-of-use", "“price ≥ ease-of-use” has no sign that is read", "write  >=, <=  or  ="),
        ("price => ease-of-use", "“> ease-of-use” has a sign that is not read", "write  >=, <=  or  ="),
        ("price == ease-of-use", "nothing stands on one side of a sign", "write  this >= that  (or  this = that)"),
        ("price >=", "nothing stands on one side of a sign", "write  this >= that  (or  this = that)"),
        ("prize >= ease-of-use", "there is no criterion or candidate “prize”", "did you mean  price  ?"),
        ("price >= 2", "2 is neither an id nor a share", "a share is written  2%"),
        ("price * 2 >= ease-of-use", "“price” is no number to multiply with", "write  2 * this, or  0.5 * this"),
        ("50% * price >= 10%", "“50%” is no number to multiply with", "write  2 * this, or  0.5 * this"),
        ("-1 * price >= 10%", "-1 is negative", "bring the term to the other side"),
        ("20% >= 10%", "the statement names no criterion", "write  this >= that"),
        ("price >= 1,5%", "1,5 has a decimal comma", "write  1.5"),
        ("(price + ease-of-use) >= 90%", "“(price” holds more than a name", "brackets and minus signs"),
        ("2 * (price + ease-of-use) >= 90%", "“(price” holds more than a name", "brackets and minus signs"),
        ("'-price >= 10%'", "“-price” holds more than a name", "brackets and minus signs"),
        ("price + -ease-of-use >= 10%", "“-ease-of-use” holds more than a name", "brackets and minus signs"),
        ("price - ease-of-use >= 10%", "there is no criterion or candidate “price - ease-of-use”", "did you mean"),
        ("price / 2 >= 10%", "there is no criterion or candidate “price / 2”", "did you mean  price  ?"),
        ("acme-crm >= price", "a judgement of candidates sets one against another", "without numbers"),
        ("acme-crm >= 100%", "a judgement of candidates sets one against another", "without numbers"),
        (
            "2 * acme-crm >= spreadsheets-as-today",
            "a judgement of candidates sets one against another",
            "without numbers",
        ),
        (f"price >= {'ease-of-use + ' * 50}price", "the statement is too long", "write several"),
        ("[price, ease-of-use]", "a preference is one line of text", "put it in quotes"),
        ("price: more than ease-of-use", "a preference is one line of text", "put it in quotes"),
    ],
)
def test_what_is_not_read_is_refused_with_what_to_write_instead(typed: str, cause: str, remedy: str) -> None:
    (problem,) = problems(with_preference(typed))

    assert (problem.code, problem.message) == ("bad-preference", cause)
    assert (problem.place.line, problem.place.column) == (11, 5)
    assert remedy in problem.hint


def test_a_name_with_brackets_of_its_own_can_be_written_as_it_is() -> None:
    text = with_preference("Time (weeks) >= Ease of use").replace("Price", "Time (weeks)").replace("{Time", '{"Time')
    text = text.replace('{"Time (weeks):', '{"Time (weeks)":')

    assert [statement.text for statement in faultless(text).preferences] == ["time-weeks >= ease-of-use"]

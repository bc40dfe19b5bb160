"""YAML's own traps: each is told at its place, in words that help a person who never heard of YAML."""

import pytest

from tests.load.reading import problems
from tests.load.valid import SMALL

PRICE = "{unit: EUR per user and month, range: {worst: 100, best: 0}, weight: 60}"
COLON = "quote the text that holds it"
COMMA = "1200 for 1,200"
DIRECTION = "write only the number: the direction follows from the scale"
QUOTES = "put the text in quotes"

TRAPS = {
    "a number with a thousands mark in braces": (
        ("{Price: 45,", "{Price: 1,200,"),
        ("9:23", "wrong-type", "“200” is read as a key: the comma before it ends a value", COMMA),
    ),
    "a number with a thousands mark on its own line": (
        ("{Price: 45, Ease of use: good}", "\n    Price: 1,200"),
        ("10:12", "wrong-type", "1,200 has marks between its digits", "write  1200"),
    ),
    "text with a comma in braces": (
        ("45,", "{is: 45, because: good, but slow},"),
        ("9:45", "unknown-key", "cell has no key “but slow”", "quote text that holds one"),
    ),
    "a second colon": (
        ("Which CRM?", "CRM: which one?"),
        ("2:11", "syntax", "a second “: ” stands in this line", COLON),
    ),
    "a level with a colon": (
        (
            "{levels: [poor, ok, good], weight: 40}",
            "\n    levels:\n      - open: 7B\n      - open: 70B\n    weight: 40",
        ),
        ("8:9", "wrong-type", "text is due here; these are keys with values", 'as in  "open: 7B"'),
    ),
    "a number sign in text": (
        ("Which CRM?", "Room #2"),
        ("2:13", "cut-by-hash", "“#2” is a comment for YAML and not part of “Room”", QUOTES),
    ),
    "a number sign in brackets": (
        ("[Spreadsheets as today, Acme CRM]", "[Room #1, Room #2]"),
        ("3:13", "syntax", "this is not closed before the #, with which a comment begins", QUOTES),
    ),
    "a limit with >= on its own line": (
        (PRICE, "\n    range: {worst: 100, best: 0}\n    weight: 60\n    limit: >= 3"),
        ("8:13", "syntax", "a value that begins with > or | opens a block of text", DIRECTION),
    ),
    "a limit with >= in braces": (
        ("weight: 60", "weight: 60, limit: >= 3"),
        ("5:90", "syntax", "a value that begins with > or | opens a block of text", DIRECTION),
    ),
    "a limit with > and no blank": (
        (PRICE, "\n    range: {worst: 100, best: 0}\n    weight: 60\n    limit: >3"),
        ("8:12", "wrong-type", "> begins a block of text here, and no number", DIRECTION),
    ),
    "a limit with <=": (
        ("weight: 60", "weight: 60, limit: <= 3"),
        ("5:90", "wrong-type", "<= 3 is not a number", DIRECTION),
    ),
    "a preference that begins with >=": (
        ("performance:", "preferences:\n  - >= Price\nperformance:"),
        ("8:6", "syntax", "a value that begins with > or | opens a block of text", "in quotes"),
    ),
    "a range with a hyphen": (("45", "4-6"), ("9:21", "wrong-type", "4-6 is not a number", "written  4..6")),
    "a range with a dash": (("45", "4 – 6"), ("9:21", "wrong-type", "4 – 6 is not a number", "written  4..6")),
    "a range with the character for three dots": (
        ("45", "4…6"),
        ("9:21", "wrong-type", "4…6 is not a number", "written  4..6"),
    ),
    "a range with three dots": (("45", "4...6"), ("9:21", "wrong-type", "4...6 has three dots", "write  4..6")),
    "blanks around the dots": (("45", "4 .. 6"), ("9:21", "wrong-type", "blanks stand around  ..", "write  4..6")),
    "a range of weights with blanks": (
        ("60", "5 .. 20"),
        ("5:79", "wrong-type", "blanks stand around  ..", "write  5..20"),
    ),
    "a range from its upper end": (
        ("45", "6..4"),
        ("9:21", "bad-range", "6..4 begins with its upper end", "write  4..6"),
    ),
    "a tab": (
        ("  Acme CRM: {", "\tAcme CRM: {"),
        ("9:1", "syntax", "a tab stands where only spaces may", "indent with spaces"),
    ),
    "a key that is indented too far": (
        ("  Acme CRM: {", "   Acme CRM: {"),
        ("9:4", "syntax", "the indentation does not fit the lines above", "begin in the same column"),
    ),
    "a brace that is not closed": (
        ("Ease of use: poor}", "Ease of use: poor"),
        ("8:26", "syntax", "this bracket or brace is not closed, or a comma is missing, up to line 9", "close it"),
    ),
    "a missing colon before a brace": (
        ("Acme CRM: {", "Acme CRM {"),
        ("9:12", "syntax", "the colon before { or [ is missing", "write  key: {…}"),
    ),
    "a missing blank after a colon": (
        ("Acme CRM: {", "Acme CRM:{"),
        ("9:11", "syntax", "a blank is missing after the colon", "write  key: value"),
    ),
    "quotes that are not closed": (
        ("Which CRM?", '"Which CRM?'),
        ("2:8", "syntax", "the quotes are not closed", "close them"),
    ),
    "an apostrophe in single quotes": (
        ("Which CRM?", "'It's time'"),
        ("2:12", "syntax", "text goes on after its closing quote", "is doubled"),
    ),
    "a backslash in double quotes": (
        ("Which CRM?", '"C:\\docs"'),
        ("2:11", "syntax", "a backslash inside double quotes begins a special character", "use single quotes"),
    ),
    "text that begins with a star": (
        ("Which CRM?", "*** urgent"),
        ("2:9", "syntax", "text may not begin with * or & unless it is quoted", QUOTES),
    ),
    "text that begins with an at sign": (
        ("Which CRM?", "@acme or not"),
        ("2:8", "syntax", "text may not begin with this character", QUOTES),
    ),
    "text that begins with an exclamation mark": (
        ("Which CRM?", "!important"),
        ("2:8", "tag", "the tag !important asks for a special kind of value; all values are text here", "quote text"),
    ),
    "a list that begins in the line of its key": (
        ("[poor, ok, good]", "- poor"),
        ("6:25", "syntax", "a list begins in the middle of a line", "[one, two]"),
    ),
    "names in one line of text": (
        ("[Spreadsheets as today, Acme CRM]", "Spreadsheets, Acme CRM"),
        ("3:13", "wrong-type", "under  candidates:  each entry begins with its id; this is text", "[one, another]"),
    ),
    "a single text where a list is due": (
        ("performance:", "preferences: Price >= Ease of use\nperformance:"),
        ("7:14", "wrong-type", "preferences is a list; this is text", "write  preferences: [Price >= Ease of use]"),
    ),
    "a range of the scale as text": (
        ("{worst: 100, best: 0}", "100..0"),
        ("5:48", "wrong-type", "range is a group of keys; this is text", "{worst: …, best: …}"),
    ),
}


@pytest.mark.parametrize("trap", TRAPS)
def test_a_trap_is_told_at_its_place_with_what_to_write_instead(trap: str) -> None:
    (typed, instead), (place, code, message, remedy) = TRAPS[trap]
    assert SMALL.count(typed) == 1

    problem = problems(SMALL.replace(typed, instead))[0]

    assert f"{problem.place.line}:{problem.place.column}" == place
    assert (problem.code, problem.message) == (code, message)
    assert remedy in f"{problem.message} {problem.hint}"


@pytest.mark.parametrize("trap", TRAPS)
def test_a_trap_is_told_once_for_each_time_that_somebody_fell_into_it(trap: str) -> None:
    (typed, instead), _ = TRAPS[trap]

    found = problems(SMALL.replace(typed, instead))

    assert len({problem.place.key for problem in found}) == len(found)
    assert len({problem.code for problem in found}) == 1


@pytest.mark.parametrize("comment", ["Room # 2", "Room #", "a#b", '"Room #2"', "Room #!x", "Room #-- aside"])
def test_a_comment_and_a_quoted_number_sign_are_no_trap(comment: str) -> None:
    assert problems(SMALL.replace("Which CRM?", comment)) == ()

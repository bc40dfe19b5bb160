"""YAML's own traps, explained in the words of the person who fell into one."""

import re

from decide.model.place import Source
from decide.model.record import Record, record

# These are compiled when a text is refused, not when the program starts.
_COLON = r"^\s*(?:- +)?[^\s:'\"{\[][^:]*: +\S.*: "
_BEFORE_BRACE = r"^\s*(?:- +)?[^:'\"{}\[\]]+[{\[]"
_GLUED = r"^\s*(?:- +)?[^:'\"{}\[\]]+:[^\s:/]"
_COMPARE = r"(?::|-) +[<>]=?\s*\S"
_AMOUNT = r"[<>]=?\s*-?[0-9.]"
_HASH = re.compile(r"\S #[^\s#!=-]")
_QUOTED = r"(['\"])[^'\"]*\1\s*$"
_LONGEST_KEY = 1024
_DIRECTION = "write only the number: the direction follows from the scale"
_IN_QUOTES = "put the text in quotes"


@record
class Complaint(Record):
    """What YAML says: where it noticed (``at``), and where what it was reading ``began``; lines and columns from 0."""

    source: Source
    problem: str
    context: str
    at: tuple[int, int]
    began: tuple[int, int]

    @property
    def line(self) -> str:
        """The line where the trouble was noticed."""
        return self.source.line(self.at[0] + 1)


def suspicious_hashes(text: str) -> frozenset[int]:
    """Return the lines (from 0) where `` #x`` may have been meant as text: a comment usually begins with a blank."""
    if not _HASH.search(text):
        return frozenset()
    lines = re.split("\r\n|\r|\n", text)
    return frozenset(number for number, line in enumerate(lines) if _HASH.search(line))


def explained(complaint: Complaint) -> tuple[tuple[int, int], str, str]:
    """Return where to look (line and column from 0), what went wrong, and the remedy."""
    problem, context, line = complaint.problem, complaint.context, complaint.line
    never_closed = "stream" in problem or complaint.began[0] < complaint.at[0]
    if "quoted scalar" in context and never_closed and "escape" not in problem and "hex" not in problem:
        return complaint.began, "the quotes are not closed", "close them; a quote inside single quotes is doubled: ''"
    if problem.startswith("did not find expected ',' or") and never_closed:
        return complaint.began, *_unclosed(complaint)
    if "\t" in line and ("tab" in problem or "cannot start any token" in problem or line[:1] == "\t"):
        return complaint.at, "a tab stands where only spaces may", "indent with spaces"
    if "mapping values are not allowed" in problem:
        column, message, remedy = _colon(line, complaint.at[1])
        return (complaint.at[0], column), message, remedy
    return complaint.at, *_at_a_line(problem, context, line, complaint.at[1])


def _unclosed(complaint: Complaint) -> tuple[str, str]:
    if _HASH.search(complaint.source.line(complaint.began[0] + 1)):
        return "this is not closed before the #, with which a comment begins", _IN_QUOTES
    message = f"this bracket or brace is not closed, or a comma is missing, up to line {complaint.at[0] + 1}"
    return message, "close it, or quote text that holds , [ ] { }"


def _at_a_line(problem: str, context: str, line: str, column: int) -> tuple[str, str]:
    if re.search(_COMPARE, line) and ("indicator" in problem or "block scalar" in context or "token" in problem):
        remedy = _DIRECTION if re.search(_AMOUNT, line) else "put text that begins so in quotes"
        return "a value that begins with > or | opens a block of text", remedy
    if "could not find expected ':'" in problem:
        return (
            "a key without its colon, or text that is not indented under its key",
            "write  key: value,  with a blank after the colon",
        )
    if "escape" in problem or "hexdecimal" in problem:
        return "a backslash inside double quotes begins a special character", "use single quotes, or double it: \\\\"
    if re.search(_QUOTED, line[:column]) and "did not find expected" in problem:
        return "text goes on after its closing quote", "quote all of it; a quote inside single quotes is doubled: ''"
    if "block sequence entries are not allowed" in problem or (
        line[column:].startswith("- ") and line[:column].strip()
    ):
        return "a list begins in the middle of a line", "begin each entry on its own line, or write  [one, two]"
    if "did not find expected ',' or" in problem or "flow" in context:
        return "a bracket or brace is not closed, or a comma is missing", "close it, or quote text that holds , [ ] { }"
    if "did not find expected key" in problem or "block mapping" in context or "block collection" in context:
        return "the indentation does not fit the lines above", "keys that belong together begin in the same column"
    return _first_character(problem, context)


def _colon(line: str, column: int) -> tuple[int, str, str]:
    if column > _LONGEST_KEY:
        return column, f"a key is longer than {_LONGEST_KEY} characters", "shorten it, or give it an id and a  name:"
    if brace := re.match(_BEFORE_BRACE, line):
        return brace.end() - 1, "the colon before { or [ is missing", "write  key: {…}"
    if glued := re.match(_GLUED, line):
        return glued.end() - 2, "a blank is missing after the colon", "write  key: value"
    if re.match(_COLON, line):
        return column, "a second “: ” stands in this line", 'quote the text that holds it: title: "a: b"'
    return column, "a key stands where none can be", "check the indentation, or quote text that holds “: ”"


def _first_character(problem: str, context: str) -> tuple[str, str]:
    if "cannot start any token" in problem:
        return "text may not begin with this character", _IN_QUOTES
    if "alias" in context or "anchor" in context:
        return "text may not begin with * or & unless it is quoted", _IN_QUOTES
    if "tag" in context or "tag" in problem:
        return "text may not begin with ! unless it is quoted", _IN_QUOTES
    if "directive" in context or "directive" in problem:
        return "a line may not begin with % unless it is quoted", _IN_QUOTES
    if "<document start>" in problem:
        return "nothing of the decision can stand here", "check the indentation: its keys begin at the left edge"
    told = f"{context}, {problem}" if context else problem
    return f"this is not YAML: {told}", "compare with a decision that works: decide demo"

"""YAML's own traps, explained in the words of the person who fell into one."""

import re

_COLON = re.compile(r"^\s*(?:- +)?[^\s:'\"{\[][^:]*: +\S.*: ")
_COMPARE = re.compile(r": +[<>]=?\s*\d")
_HASH = re.compile(r"\S #[^\s#!=-]")


def suspicious_hashes(text: str) -> frozenset[int]:
    """Return the lines (from 0) where `` #x`` may have been meant as text: a comment usually begins with a blank."""
    if not _HASH.search(text):
        return frozenset()
    lines = re.split("\r\n|\r|\n", text)
    return frozenset(number for number, line in enumerate(lines) if _HASH.search(line))


def syntax_message(problem: str, context: str, line: str) -> tuple[str, str]:
    """Return what went wrong, and the remedy, for YAML's complaint about ``line``."""
    if "\t" in line and ("tab" in problem or "cannot start any token" in problem or line[:1] == "\t"):
        return "a tab stands where only spaces may", "indent with spaces"
    if _COMPARE.search(line) and ("indicator" in problem or "block scalar" in context):
        return (
            "a value that begins with > or | opens a block of text",
            "write only the number: the direction follows from the scale",
        )
    if "mapping values are not allowed" in problem:
        if _COLON.match(line):
            return "a second “: ” stands in this line", 'quote the text that holds it: title: "a: b"'
        return "a key stands where none can be", "check the indentation, or quote text that holds “: ”"
    if "could not find expected ':'" in problem:
        return "a key without its colon, or text that is not indented under its key", "write  key: value"
    if "did not find expected ',' or" in problem or "flow" in context:
        return "a bracket or brace is not closed, or a comma is missing", "close it, or quote text that holds , [ ] { }"
    if "did not find expected key" in problem or "block mapping" in context or "block collection" in context:
        return "the indentation does not fit the lines above", "keys of one mapping begin in the same column"
    if "found character that cannot start any token" in problem:
        return "text may not begin with this character", "put the text in quotes"
    if "alias" in context or "anchor" in context:
        return "text may not begin with * or & unless it is quoted", "put the text in quotes"
    if "end of stream" in problem or "end of stream" in context:
        return "the text ends inside quotes, a bracket or a brace", "close what was opened"
    told = f"{context}, {problem}" if context else problem
    return f"this is not YAML: {told}", "compare with a decision that works: decide demo"

"""How wide text is on a terminal, where some letters take two cells and some none."""

import unicodedata
from collections.abc import Callable


def width(text: str) -> int:
    """Return the number of cells that ``text`` takes."""
    return len(text) if text.isascii() else sum(_cells(character) for character in text)


def fitted(text: str, cells: int) -> str:
    """Return ``text`` on one line, its end replaced by … if it is wider than ``cells``."""
    text = _on_one_line(text)
    if width(text) <= cells:
        return text
    return f"{_broken(text, cells - 1)[0]}…"


def padded(text: str, cells: int, align: str = "left") -> str:
    """Return ``text`` filled with blanks to ``cells``."""
    blanks = " " * max(0, cells - width(text))
    return f"{blanks}{text}" if align == "right" else f"{text}{blanks}"


def wrapped(text: str, cells: int) -> list[str]:
    """Return the lines of a paragraph, broken at blanks, and between wide letters where no blank comes in time."""
    return _lines(text, cells, lambda word: not word.isascii() and any(_cells(letter) == 2 for letter in word))


def boxed(text: str, cells: int) -> list[str]:
    """Return the lines of what stands in a column: none is wider than ``cells``, even if a word must be broken."""
    return _lines(text, cells, lambda word: True)


def _lines(text: str, cells: int, breakable: Callable[[str], bool]) -> list[str]:
    lines: list[str] = []
    line = ""
    for word in _on_one_line(text).split(" "):
        for piece in _broken(word, cells) if width(word) > cells and breakable(word) else [word]:
            if line and width(line) + 1 + width(piece) > cells:
                lines.append(line)
                line = piece
            else:
                line = f"{line} {piece}" if line else piece
    return [*lines, line]


def _broken(word: str, cells: int) -> list[str]:
    pieces, piece, taken = [], "", 0
    for letter in word:
        if piece and taken + _cells(letter) > cells:
            pieces.append(piece)
            piece, taken = "", 0
        piece += letter
        taken += _cells(letter)
    return [*pieces, piece]


def _on_one_line(text: str) -> str:
    return text if text.isprintable() else " ".join(text.replace("\t", " ").splitlines())


def _cells(character: str) -> int:
    if unicodedata.combining(character) or unicodedata.category(character) in ("Mn", "Me", "Cf"):
        return 0
    return 2 if unicodedata.east_asian_width(character) in "WF" else 1

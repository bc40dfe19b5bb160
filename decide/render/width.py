"""How wide text is on a terminal, where some letters take two cells and some none."""

import unicodedata


def width(text: str) -> int:
    """Return the number of cells that ``text`` takes."""
    return len(text) if text.isascii() else sum(_cells(character) for character in text)


def fitted(text: str, cells: int) -> str:
    """Return ``text``, its end replaced by … if it is wider than ``cells``."""
    if width(text) <= cells:
        return text
    kept, taken = "", 0
    for character in text:
        taken += _cells(character)
        if taken > cells - 1:
            break
        kept += character
    return f"{kept}…"


def padded(text: str, cells: int, align: str = "left") -> str:
    """Return ``text`` filled with blanks to ``cells``."""
    blanks = " " * max(0, cells - width(text))
    return f"{blanks}{text}" if align == "right" else f"{text}{blanks}"


def wrapped(text: str, cells: int, indent: str = "") -> list[str]:
    """Return the lines of a paragraph, broken at blanks; ``indent`` stands before all but the first."""
    lines: list[str] = []
    line = ""
    for word in text.split(" "):
        start = indent if lines else ""
        if line and width(start) + width(line) + 1 + width(word) > cells:
            lines.append(start + line)
            line = word
        else:
            line = f"{line} {word}" if line else word
    return [*lines, (indent if lines else "") + line]


def _cells(character: str) -> int:
    if unicodedata.combining(character) or unicodedata.category(character) in ("Mn", "Me", "Cf"):
        return 0
    return 2 if unicodedata.east_asian_width(character) in "WF" else 1

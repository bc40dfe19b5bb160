"""What a text must be before YAML is asked: UTF-8, of a bearable size, free of characters that deceive."""

import re
import unicodedata

from decide.load.faults import Faults
from decide.load.files import MAX_BYTES
from decide.model.place import Place, Source

MAX_NAME = 500
MAX_TEXT = 50_000
# The joiners U+200C and U+200D belong to many scripts and to emoji, but between Latin letters they only hide.
_UNSEEN = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180e\u200b\u200e\u200f\u2028\u2029"
    "\u202a-\u202e\u2060-\u206f\u2800\u3164\ufeff\uffa0\ufff9-\ufffb\ufffe\uffff\U000e0000-\U000e007f]"
    "|(?<=[\x20-\x7e])[\u200c\u200d]|[\u200c\u200d](?=[\x20-\x7e])"
)
_BYTES = re.compile("[\ud800-\udfff]")
_NAMES = {
    "\x00": "null",
    "\x07": "bell",
    "\x08": "backspace",
    "\x0c": "form feed",
    "\x1b": "escape",
    "\x85": "next line",
}
_MOST_MARKS = 8
_SURELY_PLAIN = re.compile(r"[\t\n\r\x20-\x7e]*\Z")


def check_text(source: Source, faults: Faults) -> bool:
    """Note what is wrong with the characters of a whole text; return whether it can be parsed."""
    text = source.text
    if len(text) > MAX_BYTES or (len(text) > MAX_BYTES // 4 and len(text.encode("utf-8", "replace")) > MAX_BYTES):
        message = "the file is larger than 5 MB"
        faults.add("too-large", Place(source, 1, 1), message, "keep documents beside it and quote from them")
        return False
    if text[:200].count("\x00") > 20 or text[:2] in ("\udcff\udcfe", "\udcfe\udcff"):
        message = "the text is not UTF-8; it looks like UTF-16"
        faults.add("not-utf8", Place(source, 1, 1), message, "save it as UTF-8")
        return False
    if _SURELY_PLAIN.match(text):
        return True
    wrong = _BYTES.search(text)
    if wrong:
        message = f"a character here is not saved as UTF-8 (its code is {ord(wrong.group()) & 0xFF:#04x})"
        faults.add("not-utf8", _place(source, wrong.start()), message, "save the file as UTF-8")
        return False
    unseen = list(_UNSEEN.finditer(text))
    for match in unseen[:20]:
        faults.add("bad-character", _place(source, match.start()), *_told(match.group()))
    return not unseen


def check_value(text: str, place: Place, faults: Faults, most: int) -> bool:
    """Note what is wrong with the characters or the length of one value; return whether it can stand."""
    if len(text) > most:
        faults.add("too-large", place, f"this text has {len(text)} characters; {most} are read", "shorten it")
        return False
    if text.isascii() and text.isprintable():
        return True
    unseen = _UNSEEN.search(text) or _BYTES.search(text)
    if unseen:
        faults.add("bad-character", place, *_told(unseen.group()))
        return False
    run = longest = 0
    for character in text:
        run = run + 1 if unicodedata.combining(character) else 0
        longest = max(longest, run)
    if longest > _MOST_MARKS:
        faults.add("bad-character", place, f"{longest} combining marks stand on one letter", "remove them")
        return False
    return True


def mixed_scripts(name: str) -> str:
    """Return the letters of a name that look Latin but are not, with their code points; empty if there are none."""
    if name.isascii():
        return ""
    for word in re.findall(r"[^\W\d_]+", name):
        scripts = {letter: unicodedata.name(letter, "?").split()[0] for letter in word}
        if "LATIN" in scripts.values() and {"CYRILLIC", "GREEK", "ARMENIAN", "CHEROKEE"} & set(scripts.values()):
            foreign = [letter for letter in word if scripts[letter] != "LATIN"]
            return ", ".join(f"{letter} is U+{ord(letter):04X} ({scripts[letter].title()})" for letter in foreign)
    return ""


def _told(character: str) -> tuple[str, str]:
    code = f"U+{ord(character):04X}"
    name = _NAMES.get(character) or unicodedata.name(character, "a control character").lower()
    if character in "\u2028\u2029\x85":
        return f"{code} ({name}) breaks the line for some programs and not for others", "use a plain line break"
    if "\u202a" <= character <= "\u202e" or "\u2066" <= character <= "\u2069" or character in "\u200e\u200f\u061c":
        return f"{code} ({name}) reorders what a reader sees", "remove it; right-to-left text needs no marks here"
    return f"{code} ({name}) cannot be seen", "remove it"


def _place(source: Source, offset: int) -> Place:
    before = re.sub("\r\n?", "\n", source.text[:offset])
    return Place(source, before.count("\n") + 1, len(before) - (before.rfind("\n") + 1) + 1)

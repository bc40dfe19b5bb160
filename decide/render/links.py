"""Which addresses may become links."""

import re

_SAFE = re.compile(r"https?://[A-Za-z0-9.-]+(:[0-9]+)?([/?#][^\s<>\"'\\]*)?\Z", re.IGNORECASE)


def href(to: str) -> str:
    """Return an address that may stand in ``href``: an anchor of the page, or plain http(s); else nothing.

    Names and passwords before the host, other alphabets in it, blanks and control characters are refused: what a
    reader sees would not be where a click leads.
    """
    if to.startswith("#"):
        return to if to[1:].replace("-", "").isalnum() else ""
    return to if _SAFE.match(to) else ""

"""An answer said in the form that was asked for: text, Markdown or JSON."""

import sys
from collections.abc import Callable
from typing import Any

from decide.cli import lazy
from decide.cli.output import paint_for, put
from decide.model.page import Page
from decide.render.text import text_of


def say(page: Page, form: str, *, colour: str, data: Callable[[], dict[str, Any]]) -> None:
    """Write an answer to stdout; ``data`` makes its JSON, and is called for that alone."""
    match form:
        case "json":
            put(lazy.data().json_text(data()))
        case "md":
            put(lazy.markdown(page))
        case _:
            put(text_of(page, paint_for(sys.stdout, colour=colour)))

"""A page with what it tried: requests, dialogs, complaints of the browser, blocked styles and scripts."""

from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Protocol

from playwright.sync_api import BrowserContext, ConsoleMessage, Dialog, Page

# It runs before the page and where the page's own scripts would run, so it sees what the policy blocks.
_WATCH = """
window.blocked = [];
document.addEventListener('securitypolicyviolation', event => window.blocked.push(
    `${event.effectiveDirective} ${event.blockedURI}`));
"""

Memos = Callable[[str], Path]


@dataclass
class Opened:
    """A page and its records."""

    page: Page
    requests: list[str] = field(default_factory=list)
    refused: list[str] = field(default_factory=list)
    dialogs: list[str] = field(default_factory=list)
    complaints: list[str] = field(default_factory=list)

    def go(self, path: Path) -> None:
        """Open another file in the same window."""
        self.page.goto(path.as_uri())

    def resize(self, width: int) -> None:
        """Make the window as wide as that."""
        self.page.set_viewport_size({"width": width, "height": 900})

    def lay_out(self) -> None:
        """Lay out what is far down too, which the browser leaves until a reader comes near it."""
        self.ask("document.querySelectorAll('.long').forEach(one => { one.style.contentVisibility = 'visible'; })")

    def forget(self) -> None:
        """Empty the records, for the next test."""
        for record in (self.requests, self.refused, self.dialogs, self.complaints):
            record.clear()

    def ask(self, script: str, argument: Any = None) -> Any:
        """Return what a script says of the page."""
        return self.page.evaluate(script, argument)

    @property
    def blocked(self) -> list[str]:
        """What the page's policy kept from running or showing."""
        found: list[str] = self.ask("window.blocked")
        return found

    @property
    def overflow(self) -> int:
        """By how many pixels the page is wider than the window."""
        width: int = self.ask("document.documentElement.scrollWidth - document.documentElement.clientWidth")
        return width


Windows = dict[tuple[str, bool], list[Opened]]


class Opener(Protocol):
    """What opens a file; see the fixture ``open_page``."""

    def __call__(self, path: Path, *, width: int = 1200, scheme: str = "light", scripts: bool = True) -> Opened:
        """Return the opened page."""


def window(context: BrowserContext) -> Opened:
    """Open a window that records from before the first byte of a file on."""
    context.add_init_script(_WATCH)
    found = Opened(context.new_page())

    def complain(message: ConsoleMessage) -> None:
        if message.type in ("error", "warning"):
            found.complaints.append(message.text)

    def dismiss(dialog: Dialog) -> None:
        found.dialogs.append(dialog.message)
        dialog.dismiss()

    found.page.on("request", lambda request: found.requests.append(request.url))
    found.page.on("requestfailed", lambda request: found.refused.append(f"{request.failure} {request.url}"))
    found.page.on("console", complain)
    found.page.on("pageerror", lambda error: found.complaints.append(str(error)))
    found.page.on("dialog", dismiss)
    return found

"""The browser that opens memos: Debian's Chromium, offline, each page with everything recorded that it tries."""

import shutil
from collections import Counter, defaultdict
from collections.abc import Iterator
from itertools import chain
from pathlib import Path
from typing import Literal

import pytest
from playwright.sync_api import Browser, sync_playwright

from tests.browser.memos import memo_text
from tests.browser.opened import Memos, Opened, Opener, Windows, window

ARGUMENTS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Start the one browser; where there is none the tests fail, for what was not opened was not tested."""
    path = shutil.which("chromium")
    if path is None:
        pytest.fail("there is no chromium here: apt-get install --no-install-recommends chromium")
    with sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=path, args=list(ARGUMENTS))
        yield started
        started.close()


@pytest.fixture(scope="session")
def memos(tmp_path_factory: pytest.TempPathFactory) -> Memos:
    """Return where the memo of a name in ``NAMES`` lies; it is made once."""
    folder = tmp_path_factory.mktemp("memos")

    def path_of(name: str) -> Path:
        path = folder / f"{name}.html"
        if not path.exists():
            path.write_text(memo_text(name), encoding="utf-8")
        return path

    return path_of


@pytest.fixture(scope="session")
def windows(browser: Browser) -> Iterator[Windows]:
    """Return the open windows by colour scheme and by whether scripts may run; opening takes longer than a test."""
    found: Windows = defaultdict(list)
    yield found
    for opened in chain.from_iterable(found.values()):
        opened.page.context.close()


@pytest.fixture
def open_page(browser: Browser, windows: Windows) -> Opener:
    """Return what opens a file in a window that shows no other as long as the test runs."""
    used: Counter[tuple[str, bool]] = Counter()

    def open_(path: Path, *, width: int = 1200, scheme: str = "light", scripts: bool = True) -> Opened:
        kind = (scheme, scripts)
        if len(windows[kind]) == used[kind]:
            colours: Literal["dark", "light"] = "dark" if scheme == "dark" else "light"
            context = browser.new_context(color_scheme=colours, java_script_enabled=scripts, offline=True)
            windows[kind].append(window(context))
        opened = windows[kind][used[kind]]
        used[kind] += 1
        opened.forget()
        opened.page.emulate_media(media="null")
        opened.resize(width)
        opened.go(path)
        return opened

    return open_

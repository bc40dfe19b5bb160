"""The browser that opens memos: Debian's Chromium, offline, each page with everything recorded that it tries."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, sync_playwright

from tests.browser.memos import memo_text
from tests.browser.opened import Memos, Opened, Opener, opened

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


@pytest.fixture
def open_page(browser: Browser) -> Iterator[Opener]:
    """Return what opens a file in a window of its own."""
    contexts: list[BrowserContext] = []

    def open_(path: Path, *, width: int = 1200, scheme: str = "light", scripts: bool = True) -> Opened:
        context = browser.new_context(
            viewport={"width": width, "height": 900},
            color_scheme="dark" if scheme == "dark" else "light",
            java_script_enabled=scripts,
            offline=True,
        )
        contexts.append(context)
        return opened(context, path)

    yield open_
    for context in contexts:
        context.close()

"""Visitors with a browser of their own, on a really started server."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, ConsoleMessage, Page, ViewportSize, expect, sync_playwright

from tests.browser import FLAGS, chromium

PATIENCE_MS = 60_000
DESKTOP: ViewportSize = {"width": 1280, "height": 900}
PHONE: ViewportSize = {"width": 390, "height": 844}
# On a deep link Streamlit looks for its base path under the page's own, and finds it one step up.
LOOKED_FOR = ("/_stcore/health", "/_stcore/host-config")


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """One Chromium for a module; each visitor has a profile of their own in it."""
    expect.set_options(timeout=PATIENCE_MS)
    with sync_playwright() as playwright:
        launched = playwright.chromium.launch(executable_path=chromium(), args=list(FLAGS))
        yield launched
        launched.close()


@contextlib.contextmanager
def visitor(browser: Browser, port: int, path: str = "", **context: object) -> Iterator[Page]:
    """A new visitor on a page; an error in the browser's console fails the test at the end."""
    own = browser.new_context(**{"viewport": DESKTOP, **context})  # type: ignore[arg-type]
    page = own.new_page()
    complaints: list[str] = []
    page.on("console", lambda line: complaints.append(_where(line)) if line.type == "error" else None)
    page.on("pageerror", lambda error: complaints.append(str(error)))
    page.goto(f"http://127.0.0.1:{port}/{path}")
    try:
        yield page
    finally:
        own.close()
    assert [line for line in complaints if not line.endswith(LOOKED_FOR)] == []


def _where(line: ConsoleMessage) -> str:
    return f"{line.text} {line.location['url']}"


def say(page: Page, words: str) -> None:
    """Send a message to the coach, once the last one is answered."""
    box = page.get_by_placeholder("Ask your coach")
    expect(box).to_be_enabled()
    box.fill(words)
    box.press("Enter")

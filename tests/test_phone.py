"""A telephone: every page is one tap away, nothing is wider than the screen, and what is to be done is in sight."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from bench.servers import Server, started
from tests.visitors import PHONE, browser, visitor

pytestmark = pytest.mark.xdist_group("browser")
__all__ = ["browser"]  # a fixture
MENU = {"Plan": "plan", "History": "history", "Progress": "progress", "Settings": "settings", "Coach": ""}


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    url = f"sqlite:///{tmp_path_factory.mktemp('phone') / 'phone.db'}"
    with started("app.py", ready="/api/health", DB_URL=url) as running:
        yield running


def width(page: Page) -> int:
    """How wide the widest thing on the page is, in pixels."""
    return int(
        page.evaluate("() => Math.max(...[...document.querySelectorAll('.stApp, .stMain')].map(e => e.scrollWidth))")
    )


def test_the_first_screen_of_a_stranger_holds_both_ways_in(browser: Browser, server: Server) -> None:
    with visitor(browser, server.port, viewport=PHONE, has_touch=True) as page:
        for label in ("Start my plan", "Try the demo"):
            expect(page.get_by_role("button", name=label)).to_be_in_viewport()
        expect(page.get_by_placeholder("Ask your coach")).to_be_in_viewport()
        assert width(page) <= PHONE["width"]


def test_every_page_is_one_tap_away(browser: Browser, server: Server) -> None:
    with visitor(browser, server.port, "?demo=1", viewport=PHONE, has_touch=True) as page:
        expect(page.get_by_role("heading", name="Coach")).to_be_visible()
        for name, path in MENU.items():
            link = page.get_by_role("navigation").get_by_role("link", name=name)
            expect(link).to_be_in_viewport()
            link.tap()
            page.wait_for_url(f"http://127.0.0.1:{server.port}/{path}*")
            expect(page.get_by_role("heading", level=1)).to_be_visible()
            assert width(page) <= PHONE["width"], name


def test_today_and_the_figures_are_in_the_first_screen(browser: Browser, server: Server) -> None:
    with visitor(browser, server.port, "plan?demo=1", viewport=PHONE, has_touch=True) as page:
        for words in ("Days to the race", "This week"):
            expect(page.get_by_text(words)).to_be_in_viewport()
        expect(page.locator(".st-key-today h4")).to_be_in_viewport()

"""A telephone: every page is one tap away, nothing is wider than the screen, and what is to be done is in sight."""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser, expect

from tests.visitors import PHONE, Site, Visitor, browser, site, visiting

pytestmark = pytest.mark.xdist_group("browser")  # one Chromium at a time is enough for two cores
__all__ = ["browser", "site"]  # fixtures
MENU = {"Plan": "Half Marathon", "History": "History", "Progress": "Progress", "Settings": "Settings", "Coach": "Coach"}


def width(runner: Visitor) -> int:
    """How wide the page is, in pixels."""
    return int(runner.page.evaluate("Math.max(...[...document.querySelectorAll('.stMain')].map(e => e.scrollWidth))"))


def test_the_first_screen_of_a_stranger_holds_both_ways_in(browser: Browser, site: Site) -> None:
    with visiting(browser, site, "phone") as runner:
        runner.goes().sees_title("A running coach you talk to")

        for label in ("Start my plan", "Try the demo"):
            expect(runner.page.get_by_role("button", name=label)).to_be_in_viewport()
        expect(runner.page.get_by_placeholder("Ask your coach")).to_be_in_viewport()
        assert width(runner) <= PHONE["width"]


def test_every_page_is_one_tap_away(browser: Browser, site: Site) -> None:
    with visiting(browser, site, "phone") as runner:
        runner.goes("?demo=1").sees_title("Coach")

        for name, title in MENU.items():
            expect(runner.page.get_by_role("link", name=name, exact=True).first).to_be_in_viewport()
            runner.turns_to(name).sees_title(title)
            assert width(runner) <= PHONE["width"], name


def test_today_and_the_figures_are_in_the_first_screen(browser: Browser, site: Site) -> None:
    with visiting(browser, site, "phone") as runner:
        runner.goes("plan?demo=1").sees_title("Half Marathon")

        for words in ("Days to the race", "Monday to Sunday"):  # as a Philippine browser counts
            expect(runner.page.get_by_text(words)).to_be_in_viewport()
        expect(runner.page.locator(".st-key-today h4")).to_be_in_viewport()

"""Signing in, in a real Chromium against a really started server: the cookie, two tabs, and what is left afterwards."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from bench.servers import started
from planwise_core.accounts import GUEST_COOKIE, SESSION_COOKIE
from tests.houses import HALF
from tests.test_journey import browser, database, say, visitor

__all__ = ["browser"]  # the fixture
pytestmark = pytest.mark.xdist_group("browser")
PASSWORD = "a long walk in the rain"


def sign_up(page: Page, name: str, coach: bool = False) -> None:
    page.get_by_role("tab", name="I am new here").click()
    page.locator("input[autocomplete=username]:visible").fill(name)
    page.locator("input[autocomplete=new-password]:visible").fill(PASSWORD)
    if coach:
        page.get_by_text("I coach other runners").click()
    page.get_by_role("button", name="Create account").click()


def cookie(page: Page, name: str) -> dict[str, object] | None:
    return next((dict(each) for each in page.context.cookies() if each.get("name") == name), None)


def cookie_has_come(page: Page) -> dict[str, object]:
    """The session's cookie, which the server sets after the page is drawn."""
    for _ in range(100):
        if found := cookie(page, SESSION_COOKIE):
            return found
        page.wait_for_timeout(100)
    raise AssertionError("no cookie came")


@pytest.fixture
def guest_server(tmp_path: Path) -> Iterator[int]:
    with started("app.py", ready="/api/health", DB_URL=database(tmp_path), PLANWISE_ACCESS="guest") as server:
        yield server.port


def test_an_account_keeps_the_guests_plan_and_signing_out_locks_every_tab(browser: Browser, guest_server: int) -> None:
    with visitor(browser, guest_server) as page:
        say(page, HALF)
        expect(page.get_by_text("Version 1")).to_be_visible()
        as_guest = cookie(page, GUEST_COOKIE)
        page.get_by_role("link", name="Sign in").click()
        sign_up(page, "anna")
        expect(page.get_by_text("Signed in as")).to_be_visible()
        kept = cookie_has_come(page)
        assert (kept["httpOnly"], kept["sameSite"]) == (True, "Lax")
        assert as_guest is not None
        assert cookie(page, GUEST_COOKIE) not in (None, as_guest)

        tab = page.context.new_page()
        tab.goto(f"http://127.0.0.1:{guest_server}/plan")
        expect(tab.get_by_role("heading", name="Half Marathon")).to_be_visible()
        page.get_by_role("button", name="Sign out").click()
        expect(page.get_by_role("button", name="Sign in")).to_be_visible()
        tab.get_by_role("link", name="History").click()
        expect(tab.get_by_text("There is no plan yet")).to_be_visible()
        expect(tab.get_by_text("anna")).to_have_count(0)

    for stolen in (kept, as_guest):  # whoever had copied a cookie has nothing now
        with visitor(browser, guest_server) as thief:
            thief.context.add_cookies([stolen])  # type: ignore[list-item]
            thief.goto(f"http://127.0.0.1:{guest_server}/plan")
            expect(thief.get_by_text("Sign in").first).to_be_visible()
            expect(thief.get_by_role("heading", name="Half Marathon")).to_have_count(0)


def test_a_deep_link_into_a_fresh_process_asks_to_sign_in_and_then_opens(browser: Browser, tmp_path: Path) -> None:
    with (
        started("app.py", DB_URL=database(tmp_path), PLANWISE_ACCESS="login") as server,
        visitor(browser, server.port, "history?a=1&b=2") as page,
    ):
        expect(page.get_by_role("button", name="Sign in")).to_be_visible()
        expect(page.get_by_role("link", name="Plan", exact=True)).to_have_count(0)
        expect(page.get_by_text("History")).to_have_count(0)
        sign_up(page, "anna")

        expect(page.get_by_text("There is no plan yet")).to_be_visible()
        assert page.url.endswith("/history?a=1&b=2")
        cookie_has_come(page)
        page.reload()
        expect(page.get_by_text("There is no plan yet")).to_be_visible()
        assert page.request.get(f"http://127.0.0.1:{server.port}/api/plan/versions").json() == []
        anew = browser.new_context()
        assert anew.request.get(f"http://127.0.0.1:{server.port}/api/plan/versions").status == 404
        anew.close()

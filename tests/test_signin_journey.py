"""An account, in a real Chromium against a really started server: the cookie, two tabs, two browsers, a coach."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Route, WebSocketRoute, expect

from planwise_core.accounts import GUEST_COOKIE, SESSION_COOKIE
from tests.houses import HALF
from tests.visitors import Site, Visitor, both_sizes, browser, shot_of, site_of, visiting

__all__ = ["browser"]  # the fixture
pytestmark = pytest.mark.xdist_group("browser")  # one Chromium at a time is enough for two cores
PASSWORD, ANOTHER = "a long walk in the rain", "a short walk in the sun"


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    """A public one, as a club has it."""
    with site_of(tmp_path_factory.mktemp("club"), PLANWISE_ACCESS="guest") as club:
        yield club


def sign_up(visitor: Visitor, name: str, *, coach: bool = False) -> None:
    visitor.ticks("I am new here")
    visitor.page.locator("input[autocomplete=username]:visible").fill(name)
    visitor.page.locator("input[autocomplete=new-password]:visible").fill(PASSWORD)
    if coach:
        visitor.ticks("I coach other runners")
    visitor.clicks("Create account")


def sign_in(visitor: Visitor, name: str, password: str = PASSWORD) -> None:
    visitor.page.locator("input[autocomplete=username]:visible").fill(name)
    visitor.page.locator("input[autocomplete=current-password]:visible").fill(password)
    visitor.clicks("Sign in")


def cookie(visitor: Visitor, name: str) -> dict[str, object] | None:
    return next((dict(each) for each in visitor.page.context.cookies() if each.get("name") == name), None)


def cookie_has_come(visitor: Visitor) -> dict[str, object]:
    """The session's cookie, which the server sets after the page is drawn."""
    for _ in range(100):
        if found := cookie(visitor, SESSION_COOKIE):
            return found
        visitor.page.wait_for_timeout(100)
    raise AssertionError("no cookie came")


def test_an_account_keeps_the_guests_plan_and_signing_out_locks_every_tab(browser: Browser, site: Site) -> None:
    with visiting(browser, site) as anna:
        anna.goes().says(HALF).sees("Version 1")
        as_guest = cookie(anna, GUEST_COOKIE)
        anna.turns_to("Sign in")
        sign_up(anna, "anna")
        anna.sees("Signed in as")
        kept = cookie_has_come(anna)
        assert (kept["httpOnly"], kept["sameSite"]) == (True, "Lax")
        assert as_guest is not None
        assert cookie(anna, GUEST_COOKIE) not in (None, as_guest)

        tab = anna.opens_tab("plan").sees_title("Half Marathon")
        anna.clicks("Sign out")
        expect(anna.page.get_by_role("button", name="Sign in")).to_be_visible()
        tab.turns_to("History").sees("There is no plan yet").sees_no("anna")

    for stolen in (kept, as_guest):  # whoever had copied a cookie has nothing now
        with visiting(browser, site) as thief:
            thief.page.context.add_cookies([stolen])  # type: ignore[list-item]
            thief.goes("plan").sees("Sign in")
            expect(thief.page.get_by_role("heading", name="Half Marathon")).to_have_count(0)


class Held:
    """Requests that wait until they may go on."""

    def __init__(self, visitor: Visitor, url: str) -> None:
        self._visitor, self._asked = visitor, list[Route]()
        visitor.page.route(url, lambda route: self._asked.append(route))

    def waits(self) -> None:
        while not self._asked:
            self._visitor.page.wait_for_timeout(20)

    def goes_on(self) -> None:
        self._asked.pop().continue_()


class Line:
    """What the server says to a page, which may be held back for a while."""

    def __init__(self, visitor: Visitor) -> None:
        self._is_held, self._said = False, list[tuple[WebSocketRoute, str | bytes]]()
        visitor.page.route_web_socket(re.compile("_stcore/stream"), self._connect)

    def _connect(self, page: WebSocketRoute) -> None:
        server = page.connect_to_server()
        server.on_message(lambda said: self._said.append((page, said)) if self._is_held else page.send(said))

    def hold(self) -> None:
        self._is_held = True

    def let_go(self) -> None:
        self._is_held = False
        for page, said in self._said:
            page.send(said)


@both_sizes
def test_an_account_opens_in_another_browser_until_the_password_is_another(
    browser: Browser, site: Site, size: str, request: pytest.FixtureRequest
) -> None:
    name = f"bea-{size}"
    with (
        visiting(browser, site, size, shot=shot_of(request)) as bea,
        visiting(browser, site, size) as elsewhere,
    ):
        bea.has(HALF).goes("account")
        sign_up(bea, name)
        bea.sees("Signed in as")
        elsewhere.goes("account")
        sign_in(elsewhere, name, ANOTHER)
        elsewhere.sees("do not belong together")
        sign_in(elsewhere, name)
        elsewhere.sees("Signed in as").turns_to("Plan").sees_title("Half Marathon")

        bea.ticks("Change the password").fills("Password now", PASSWORD).fills("New password", ANOTHER)
        bea.clicks("Change").sees("The password is changed.").sees("Signed in as")
        elsewhere.turns_to("History").sees("There is no plan yet")


@both_sizes
def test_a_token_lets_a_program_in_until_it_is_revoked(
    browser: Browser, site: Site, size: str, request: pytest.FixtureRequest
) -> None:
    with visiting(browser, site, size, shot=shot_of(request)) as cleo:
        cleo.has(HALF).goes("account")
        sign_up(cleo, f"cleo-{size}")
        cleo.sees("Signed in as").fills("Name of a new token", "my watch").clicks("Create token")
        cleo.sees("shown this once")
        secret = cleo.page.get_by_text(re.compile("^pw_")).inner_text()
        program = browser.new_context(extra_http_headers={"authorization": f"Bearer {secret}"}).request
        assert program.get(f"{site.home}api/plan").json()["version"] == 1
        cleo.clicks("Revoke").sees_no("my watch")
        assert program.get(f"{site.home}api/plan").status == 404


@both_sizes
def test_a_coach_looks_after_an_athlete_and_goes_back_to_their_own_plan(
    browser: Browser, site: Site, size: str, request: pytest.FixtureRequest
) -> None:
    with (
        visiting(browser, site, size, shot=shot_of(request)) as coach,
        visiting(browser, site, size) as athlete,
    ):
        coach.has("10k in 12 weeks, I run 20 km a week on 3 days").goes("account")
        sign_up(coach, f"trainer-{size}", coach=True)
        coach.sees("Signed in as")
        coach.turns_to("Athletes").sees("Nobody has joined you yet").clicks("Invite an athlete")
        code = coach.page.get_by_text(re.compile(r"^\w{5}-\w{5}$")).inner_text()

        athlete.has(HALF).goes("account")
        sign_up(athlete, f"dan-{size}")
        athlete.fills("Code of a coach", code).clicks("Look up").sees("will see your plan, your runs")
        athlete.clicks(f"Let trainer-{size} coach me").sees("sees and changes your plan")

        coach.page.reload()
        coach.sees(f"dan-{size}").clicks("Open").sees("You are looking after").sees_title("Half Marathon")
        coach.turns_to("Coach").says("make week 3 easier").clicks("Accept").sees("Saved as version 2")
        coach.clicks("Back to my own plan").sees_no("You are looking after")
        coach.turns_to("Plan").sees_title("10 km")
        athlete.turns_to("History").sees("make week 3 easier").turns_to(f"dan-{size}").clicks("End this")
        athlete.sees_no("sees and changes your plan")
        coach.turns_to("Athletes").sees("Nobody has joined you yet")


def test_the_cookie_on_its_way_leads_nobody_back_to_the_page_they_have_left(browser: Browser, site: Site) -> None:
    with visiting(browser, site) as anna:
        line = Line(anna)
        courier = Held(anna, "**/api/login")
        anna.has(HALF).goes("account")
        sign_up(anna, "eva")
        anna.sees("Signed in as").settles()
        courier.waits()
        line.hold()
        anna.turns_to("Plan")
        with anna.page.expect_response("**/api/login") as answer:
            courier.goes_on()
        answer.value.finished()
        anna.page.evaluate("() => new Promise(drawn => requestAnimationFrame(() => requestAnimationFrame(drawn)))")
        line.let_go()

        anna.sees_title("Half Marathon").settles()
        assert anna.page.url.endswith("/plan")
        assert cookie(anna, SESSION_COOKIE)


def test_a_reload_loses_no_cookie_that_is_on_its_way(browser: Browser, site: Site) -> None:
    with visiting(browser, site) as dora:
        asked = Held(dora, "**/api/login")
        dora.goes("account")
        sign_up(dora, "dora")
        asked.waits()

        dora.page.reload()
        asked.goes_on()
        cookie_has_come(dora)

        dora.goes("account").sees("Signed in as")


def test_who_has_left_turns_to_no_page_before_the_cookie_is_given_back(browser: Browser, site: Site) -> None:
    with visiting(browser, site) as anna:
        anna.goes("account")
        sign_up(anna, "fay")
        anna.sees("Signed in as")
        cookie_has_come(anna)
        courier = Held(anna, "**/api/login")
        anna.clicks("Sign out").sees("Signing you out…").settles()
        expect(anna.page.get_by_role("link", name="Plan", exact=True)).to_have_count(0)
        courier.waits()
        courier.goes_on()
        expect(anna.page.get_by_role("button", name="Sign in")).to_be_visible()
        assert cookie(anna, SESSION_COOKIE) is None


def test_who_leaves_the_form_while_the_password_is_hashed_is_signed_in_all_the_same(
    browser: Browser, site: Site
) -> None:
    with visiting(browser, site) as anna:
        anna.has(HALF).goes("account")
        sign_up(anna, "gil")
        running = anna.page.locator(".stApp[data-test-script-state=running]")
        expect(running.or_(anna.page.get_by_role("link", name="gil", exact=True)).first).to_be_visible()
        for name in ("Plan", "History") * 20:  # on the first of them it is not known yet
            if anna.page.get_by_role("link", name="gil", exact=True).is_visible():
                break
            anna.turns_to(name).settles()
        anna.turns_to("gil").sees("Signed in as").turns_to("Plan").sees_title("Half Marathon")
        cookie_has_come(anna)


def test_a_deep_link_into_a_fresh_process_asks_to_sign_in_and_then_opens(browser: Browser, tmp_path: Path) -> None:
    with (
        site_of(tmp_path, ready="/_stcore/health", PLANWISE_ACCESS="login") as fresh,
        visiting(browser, fresh) as visitor,
    ):
        visitor.goes("history?a=1&b=2")
        expect(visitor.page.get_by_role("button", name="Sign in")).to_be_visible()
        expect(visitor.page.get_by_role("link", name="Plan", exact=True)).to_have_count(0)
        visitor.sees_no("History")
        sign_up(visitor, "anna")

        visitor.sees("There is no plan yet")
        assert visitor.page.url.endswith("/history?a=1&b=2")
        cookie_has_come(visitor)
        visitor.page.reload()
        visitor.sees("There is no plan yet")
        assert visitor.versions() == []
        anew = browser.new_context()
        assert anew.request.get(f"{fresh.home}api/plan/versions").status == 404
        anew.close()

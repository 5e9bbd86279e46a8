"""Visitors with a browser of their own, on a really started server.

A `Visitor` does what people do, so that a journey reads like a story. Whatever goes wrong behind their back fails the
test all the same: an error in the browser's console, a request that our server refuses or that leaves for another
one, a complaint in the server's log. What they see at the end is kept as a picture in ``artefacts/``.
"""

from __future__ import annotations

import contextlib
import datetime as dt
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal

import pytest
from playwright.sync_api import Browser, BrowserContext, FilePayload, Locator, Page, ViewportSize, expect
from playwright.sync_api import sync_playwright as playwright_of

from bench.servers import started
from planwise_core.training.document import render
from planwise_core.training.plan import Plan
from tests.browser import FLAGS, chromium

PATIENCE_MS = 30_000
DESKTOP: ViewportSize = {"width": 1280, "height": 800}
PHONE: ViewportSize = {"width": 390, "height": 844}
ARTEFACTS = Path(__file__).parents[1] / "artefacts"

Size = Literal["desktop", "phone"]
SIZES: dict[str, dict[str, Any]] = {
    "desktop": {"viewport": DESKTOP},
    "phone": {
        "viewport": PHONE,
        "has_touch": True,
        "is_mobile": True,
        "user_agent": "Mozilla/5.0 (Linux; Android 14; Pixel 8) AppleWebKit/537.36 (KHTML, like Gecko) "
        "Chrome/130.0.0.0 Mobile Safari/537.36",  # by which Streamlit knows a phone
    },
}
both_sizes = pytest.mark.parametrize("size", list(SIZES))

# On a deep link Streamlit looks for its base path under the page's own, and finds it one step up.
LOOKED_FOR = ("/_stcore/health", "/_stcore/host-config")
COMPLAINT = re.compile(r"Traceback|\b(ERROR|CRITICAL|WARNING)\b|Uncaught|Warning:")


@dataclass(frozen=True)
class Site:
    """A started PlanWise: where it is, and what it has logged."""

    port: int
    log: Path

    @property
    def home(self) -> str:
        return f"http://127.0.0.1:{self.port}/"

    def complaint(self, since: int = 0) -> str:
        """What the log says, beyond its first `since` bytes, from the first line on that somebody should look at."""
        said = self.log.read_bytes()[since:].decode(errors="replace")
        found = COMPLAINT.search(said)
        return said[found.start() :][:4000] if found else ""


@contextlib.contextmanager
def site_of(folder: Path, script: str = "app.py", ready: str = "/api/health", **environ: str) -> Iterator[Site]:
    """A server with a database of its own in `folder`."""
    settings = {"DB_URL": f"sqlite:///{folder / 'site.db'}", **environ}
    log = folder / "server.log"
    with started(script, ready=ready, log=log, **settings) as server:
        yield Site(server.port, log)


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """One Chromium for a module; each visitor has a profile of their own in it."""
    expect.set_options(timeout=PATIENCE_MS)
    with playwright_of() as playwright:
        launched = playwright.chromium.launch(executable_path=chromium(), args=list(FLAGS))
        yield launched
        launched.close()


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    """One PlanWise for a module, as a laptop has it: no key, no account needed."""
    with site_of(tmp_path_factory.mktemp("site")) as started_site:
        yield started_site


@pytest.fixture(params=list(SIZES))
def runner(request: pytest.FixtureRequest, browser: Browser, site: Site) -> Iterator[Visitor]:
    """A stranger with a fresh browser, once at a desk and once with a phone."""
    with visiting(browser, site, request.param, shot=shot_of(request)) as visitor:
        yield visitor


def shot_of(request: pytest.FixtureRequest) -> str:
    """What the picture of this test is called."""
    return re.sub(r"\W+", "-", request.node.name.removeprefix("test_")).strip("-")


@contextlib.contextmanager
def visiting(
    browser: Browser, site: Site, size: str = "desktop", *, shot: str = "", **context: Any
) -> Iterator[Visitor]:
    """A stranger with a fresh browser of this size; the test fails if anything went wrong behind their back."""
    still = {"accept_downloads": True, "reduced_motion": "reduce"}  # what moves is judged where it comes to rest
    words = {"locale": "en-PH"}  # kilometres, and the month before the day
    own = browser.new_context(**{**SIZES[size], **still, **words, **context})
    own.set_default_timeout(PATIENCE_MS)
    heard = _listening(own, site)
    logged = site.log.stat().st_size
    try:
        yield Visitor(own.new_page(), site, is_on_phone=size == "phone")
        last = Visitor(own.pages[-1], site).settles()
        if shot:
            ARTEFACTS.mkdir(exist_ok=True)
            last.page.screenshot(path=ARTEFACTS / f"{shot}.png")
    finally:
        own.close()
    if wrong := [*heard, *filter(None, [site.complaint(logged)])]:
        raise AssertionError("Behind the visitor's back: " + "\n".join(wrong))


def _listening(own: BrowserContext, site: Site) -> list[str]:
    """What goes wrong in this browser, in every tab, as it comes."""
    heard: list[str] = []

    def note(text: str, url: str = "") -> None:
        if not url.endswith(LOOKED_FOR):
            heard.append(f"{text} {url}".strip())

    own.on("console", lambda line: note(line.text, line.location["url"]) if line.type == "error" else None)
    own.on("weberror", lambda error: note(str(error.error)))
    own.on("response", lambda answer: note(str(answer.status), answer.url) if answer.status >= 400 else None)
    own.on("request", lambda asked: note("left for", asked.url) if _is_elsewhere(asked.url, site) else None)
    own.on(
        "requestfailed",  # one that a new page has cut off has not failed
        lambda asked: note(asked.failure or "failed", asked.url) if asked.failure != "net::ERR_ABORTED" else None,
    )
    return heard


def _is_elsewhere(url: str, site: Site) -> bool:
    return not url.startswith((site.home, "data:", "blob:", "file:", "about:"))


class Visitor:
    """Somebody in front of a browser: what they do and see, in their words."""

    def __init__(self, page: Page, site: Site, *, is_on_phone: bool = False) -> None:
        self.page, self.site, self.is_on_phone = page, site, is_on_phone

    # --- before the story

    def has(self, *said: str) -> Visitor:
        """Has said this before, and taken what was proposed; over HTTP, because it is not what the story is about."""
        self._knocks()
        for message in said:
            expect(self.page.request.post(f"{self.site.home}api/chat", data={"message": message})).to_be_ok()
        return self

    def has_plan(self, plan: Plan) -> Visitor:
        """Has brought this plan."""
        self._knocks()
        expect(
            self.page.request.put(f"{self.site.home}api/plan", data={"plan": render(plan), "parent": None})
        ).to_be_ok()
        return self

    def versions(self) -> list[dict[str, Any]]:
        """Every version there is, newest first."""
        return list(self.page.request.get(f"{self.site.home}api/plan/versions").json())

    def _knocks(self) -> None:
        """A page once looked at, so that there is a guest's cookie."""
        self.page.request.get(self.site.home)

    # --- going

    def goes(self, path: str = "") -> Visitor:
        """Types the address."""
        self.page.goto(self.site.home + path)
        return self

    def turns_to(self, name: str) -> Visitor:
        """Chooses a page in the menu."""
        self.touches(self.page.get_by_role("link", name=name, exact=True).first)
        return self

    def opens_tab(self, path: str = "") -> Visitor:
        """A second tab of the same browser."""
        return Visitor(self.page.context.new_page(), self.site, is_on_phone=self.is_on_phone).goes(path)

    # --- doing

    def touches(self, what: Locator) -> None:
        """With a finger on a phone, else with the mouse."""
        if self.is_on_phone:
            what.tap()
        else:
            what.click()

    def clicks(self, name: str | re.Pattern[str], *, last: bool = False) -> Visitor:
        """A button by its name; the last of several that are called so, else the first."""
        found = self.page.get_by_role("button", name=name, exact=True)
        self.touches(found.last if last else found.first)
        return self

    def ticks(self, words: str | re.Pattern[str]) -> Visitor:
        """A switch, a box or a pill by its words."""
        self.touches(self.page.get_by_text(words, exact=isinstance(words, str)).locator("visible=true").first)
        return self

    def picks(self, among: str, words: str) -> Visitor:
        """A pill by its words, of those under a label."""
        self.touches(self.page.get_by_role("toolbar", name=among).get_by_role("button", name=words, exact=True))
        return self

    def fills(self, label: str, words: str, *, last: bool = False) -> Visitor:
        """A field by its label, and leaves it."""
        found = self.page.get_by_label(label).locator("visible=true")
        field = found.last if last else found.first
        field.fill(words)
        field.press("Tab")
        return self

    def dates(self, label: str, day: dt.date) -> Visitor:
        """Types a date, as somebody does whose browser speaks American English."""
        field = self.page.get_by_role("spinbutton", name=f"month, {label}", exact=True).locator("visible=true").first
        self.touches(field)
        self.page.keyboard.type(f"{day:%m%d%Y}")
        self.page.keyboard.press("Escape")  # the little calendar, which lies over what comes below
        return self

    def chooses(self, label: str, words: str) -> Visitor:
        """An entry of a list by the label of the list, once nothing is drawn that would shut it again."""
        self.settles()
        self.touches(self.page.get_by_role("combobox", name=label))
        self.touches(self.page.get_by_role("option", name=words, exact=True))
        return self

    def says(self, words: str) -> Visitor:
        """To the coach, once the last answer has ended."""
        say(self.page, words)
        return self

    def gives(self, *files: FilePayload) -> Visitor:
        """Files to the one field for files that is in sight; whoever presses its button waits until they are there."""
        self.page.locator("input[type=file]").last.set_input_files(list(files))
        for each in files:
            expect(self.page.get_by_test_id("stFileChipName").get_by_text(each["name"]).first).to_be_visible()
        expect(self.page.get_by_test_id("stFileChipIconSpinner")).to_have_count(0)
        return self

    def saves(self, name: str) -> bytes:
        """The file behind a button."""
        with self.page.expect_download() as coming:
            self.clicks(name)
        return Path(coming.value.path()).read_bytes()

    # --- seeing

    def sees(self, words: str | re.Pattern[str], *, times: int | None = None) -> Visitor:
        found = self.page.get_by_text(words).locator("visible=true")
        if times is None:
            expect(found.first).to_be_visible()
        else:
            expect(found).to_have_count(times)
        return self

    def sees_title(self, words: str) -> Visitor:
        expect(self.page.get_by_role("heading", level=1, name=words)).to_be_visible()
        return self

    def sees_no(self, words: str | re.Pattern[str]) -> Visitor:
        return self.sees(words, times=0)

    def sees_charts(self, at_least: int = 1) -> Visitor:
        """Drawn ones, with their words for those who do not see."""
        charts = self.page.get_by_test_id("stVegaLiteChart").locator("svg, canvas")
        expect(charts.nth(at_least - 1)).to_be_visible()
        return self

    def settles(self) -> Visitor:
        """Waits until nothing is being drawn any more."""
        if self.page.url.startswith(self.site.home):
            expect(self.page.get_by_test_id("stApp")).to_have_attribute("data-test-script-state", "notRunning")
            expect(self.page.get_by_test_id("stSkeleton")).to_have_count(0)
        return self


def say(page: Page, words: str) -> None:
    """Send a message to the coach, once the last one is answered."""
    box = page.get_by_placeholder("Ask your coach")
    expect(box).to_be_enabled()
    box.fill(words)
    box.press("Enter")


def stands_alone(browser: Browser, html: bytes, folder: Path, needle: str) -> None:
    """A page that was saved opens anywhere, asks nobody for anything, and shows `needle`."""
    file = folder / "saved.html"
    file.write_bytes(html)
    own = browser.new_context(offline=True)
    asked: list[str] = []
    own.on("request", lambda each: asked.append(each.url))
    page = own.new_page()
    page.goto(file.as_uri())
    expect(page.get_by_text(needle).first).to_be_visible()
    own.close()
    if left := [url for url in asked if not url.startswith(("data:", file.as_uri()))]:
        raise AssertionError(f"It asks for {left}.")

"""Every page in the states that matter, at two sizes, by day and by night: no serious violation of WCAG 2.2 AA.

axe-core looks; a serious or a critical one of its findings fails.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import axe_playwright_python
import pytest
from playwright.sync_api import Browser, Page, expect

from tests.houses import HALF
from tests.visitors import SIZES, Site, Visitor, both_sizes, browser, shot_of, site, visiting

pytestmark = pytest.mark.xdist_group("browser")  # one Chromium at a time is enough for two cores
__all__ = ["browser", "site"]  # fixtures

AXE = Path(axe_playwright_python.__file__).parent / "axe.min.js"
TALL = 4000  # px: axe judges the colours of what is in sight, and this is all of a page
ALL = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]
COLOURS = {"type": "rule", "values": ["color-contrast"]}  # by night nothing else is different
LOOK = """async which => {
    const found = await axe.run(document, { runOnly: which, resultTypes: ["violations"] });
    return found.violations
        .filter(({ impact }) => ["serious", "critical"].includes(impact))
        .map(({ id, nodes }) => [id, ...nodes.slice(0, 3).map(each => each.html.slice(0, 120) + each.failureSummary)]);
}"""


def serious(page: Page, which: object = ALL) -> list[list[str]]:
    """What axe-core calls serious or critical, each with the elements it is about."""
    page.evaluate(AXE.read_text())
    return [list(each) for each in page.evaluate(LOOK, which)]


def a_proposal(runner: Visitor) -> None:
    runner.has(HALF).goes().says("I'm away in week 3 and 4").sees("Proposed change").sees_charts()
    runner.ticks("Choose changes").sees("Accept")


def a_workout(runner: Visitor) -> None:
    runner.goes("plan?demo=1").sees_charts().touches(runner.page.locator(".chip.movable").first)
    expect(runner.page.get_by_role("dialog").get_by_text("Why")).to_be_visible()


def the_race(runner: Visitor) -> None:
    runner.goes("plan?demo=1").sees_charts().touches(runner.page.locator(".chip.race").last)
    runner.sees("Eating and drinking")


def week_actions(runner: Visitor) -> None:
    runner.goes("plan?demo=1").ticks("Change a week, take days off, move a workout").ticks("Days off")
    runner.sees("Take these days off")


def what_if(runner: Visitor) -> None:
    runner.goes("history?demo=1").ticks("What if").sees("Take this one")


def memory(runner: Visitor) -> None:
    runner.goes("settings?demo=1").ticks("Coach and display").sees("please confirm")


def sure(runner: Visitor) -> None:
    runner.goes("settings").ticks("My data").clicks("Delete everything").sees("Are you sure?")


def at(path: str, title: str) -> Callable[[Visitor], None]:
    def goes(runner: Visitor) -> None:
        runner.goes(path).sees_title(title)

    return goes


STATES: dict[str, Callable[[Visitor], None]] = {
    "landing": at("", "A running coach you talk to"),
    "no plan": at("plan", "Plan"),
    "nothing to look back on": at("history", "History"),
    "no runs": at("progress", "Progress"),
    "conversation": at("?demo=1", "Coach"),
    "plan": at("plan?demo=1", "Half Marathon"),
    "two versions": at("history?a=2&b=3&demo=1", "History"),
    "progress": at("progress?demo=1", "Progress"),
    "settings": at("settings?demo=1", "Settings"),
    "sign in": at("account", "Sign in"),
    "a proposal": a_proposal,
    "a workout": a_workout,
    "the race": the_race,
    "week actions": week_actions,
    "what if": what_if,
    "memory": memory,
    "sure": sure,
}


@both_sizes
@pytest.mark.parametrize("state", list(STATES))
def test_a_page_can_be_used_by_everybody(
    browser: Browser, site: Site, state: str, size: str, request: pytest.FixtureRequest
) -> None:
    with visiting(browser, site, size, shot=shot_of(request), color_scheme="light") as runner:
        STATES[state](runner)
        runner.page.set_viewport_size({"width": SIZES[size]["viewport"]["width"], "height": TALL})
        runner.settles()
        by_day = serious(runner.page)
        ground = "getComputedStyle(document.querySelector('.stApp')).backgroundColor"
        day = runner.page.evaluate(ground)
        runner.page.emulate_media(color_scheme="dark")
        runner.page.wait_for_function(f"day => {ground} !== day", arg=day)
        runner.page.wait_for_function("document.getAnimations().every(each => !(each instanceof CSSTransition))")
        runner.settles()

        assert (by_day, serious(runner.page, COLOURS)) == ([], [])

"""The calendar under a hand: opened, dragged by mouse, moved by keyboard and by a finger, in a real Chromium."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from tests.builders import begun, easy, plan, workout
from tests.visitors import Site, browser, site, visiting

pytestmark = pytest.mark.xdist_group("browser")  # one Chromium at a time is enough for two cores
__all__ = ["browser", "site"]  # fixtures


SIX_WEEKS = plan(
    *(easy(day, 8, week=week) for week in range(1, 7) for day in ("tue", "thu")),
    *(workout("sun", 14, week=week, type="long", title="Long run") for week in range(1, 7)),
    weeks=6,
)


@contextlib.contextmanager
def plan_page(browser: Browser, site: Site, size: str = "desktop") -> Iterator[Page]:
    """The page of a plan that was begun two weeks ago."""
    with visiting(browser, site, size) as runner:
        runner.has_plan(begun(2, SIX_WEEKS)).goes("plan")
        chip(runner.page, "w5-sun").scroll_into_view_if_needed()
        yield runner.page


def chip(page: Page, name: str) -> Locator:
    return page.locator(f".chip[data-id='{name}']")


def day(page: Page, week: int, weekday: str) -> Locator:
    return page.locator(f".day[data-week='{week}'][data-day='{weekday}']")


def middle(of: Locator) -> tuple[float, float]:
    box = of.bounding_box()
    assert box is not None
    return box["x"] + box["width"] / 2, box["y"] + box["height"] / 2


def test_today_is_in_sight_when_the_page_opens(browser: Browser, site: Site) -> None:
    with plan_page(browser, site) as page:
        expect(page.locator(".day.today")).to_have_count(1)
        expect(page.locator(".row.now")).to_be_visible()


def test_a_click_opens_a_workout_again_and_again(browser: Browser, site: Site) -> None:
    with plan_page(browser, site) as page:
        for _ in range(2):
            chip(page, "w5-sun").click()
            expect(page.get_by_role("dialog").get_by_text("Long run").first).to_be_visible()
            page.keyboard.press("Escape")
            expect(page.get_by_role("dialog")).to_have_count(0)


def test_a_drag_by_mouse_moves_a_workout_and_undo_brings_it_back(browser: Browser, site: Site) -> None:
    with plan_page(browser, site) as page:
        page.mouse.move(*middle(chip(page, "w5-sun")))
        page.mouse.down()
        page.mouse.move(*middle(day(page, 5, "sat")), steps=5)
        page.mouse.up()

        expect(day(page, 5, "sat").locator("[data-id='w5-sun']:not(.waiting)")).to_be_visible()
        page.get_by_role("button", name="Undo").click()
        expect(day(page, 5, "sun").locator("[data-id='w5-sun']")).to_be_visible()


REMEMBERS = """cell => {
  window.stood = false;
  const look = () => { window.stood ||= cell.querySelector("[data-id='w5-sun']") !== null; };
  new MutationObserver(look).observe(cell, {childList: true, subtree: true});
}"""


def test_what_is_dropped_stands_there_at_once_and_goes_home_when_it_may_not_stay(browser: Browser, site: Site) -> None:
    with plan_page(browser, site) as page:
        for weekday in ("mon", "sun"):  # asked for twice: the same answer is drawn again
            day(page, 4, weekday).evaluate(REMEMBERS)  # a busy machine looks later than the answer comes
            page.mouse.move(*middle(chip(page, "w5-sun")))
            page.mouse.down()
            page.mouse.move(*middle(day(page, 4, weekday)), steps=5)
            page.mouse.up()

            page.wait_for_function("window.stood")
            expect(page.get_by_text("Nothing is saved yet")).to_be_visible()
            expect(day(page, 5, "sun").locator("[data-id='w5-sun']")).to_be_visible()
            expect(page.locator(".waiting")).to_have_count(0)


def test_the_keyboard_moves_a_workout_and_keeps_the_focus(browser: Browser, site: Site) -> None:
    with plan_page(browser, site) as page:
        chip(page, "w5-thu").focus()
        for key in ("m", "ArrowRight", "Enter"):
            page.keyboard.press(key)

        expect(day(page, 5, "fri").locator("[data-id='w5-thu']:not(.waiting)")).to_be_visible()
        expect(chip(page, "w5-thu")).to_be_focused()
        chip(page, "w1-tue").focus()
        page.keyboard.press("m")
        expect(page.locator(".carried")).to_have_count(0)


def test_a_long_press_drags_on_a_phone_and_a_short_one_scrolls(browser: Browser, site: Site) -> None:
    with plan_page(browser, site, "phone") as page:
        finger = page.context.new_cdp_session(page)

        def touch(kind: str, *at: float) -> None:
            points = [{"x": at[0], "y": at[1]}] if at else []
            finger.send("Input.dispatchTouchEvent", {"type": kind, "touchPoints": points})

        start, end = middle(chip(page, "w5-sun")), middle(day(page, 5, "sat"))
        touch("touchStart", *start)
        expect(page.locator(".ghost")).to_be_visible()
        touch("touchMove", *end)
        touch("touchEnd")

        expect(day(page, 5, "sat").locator("[data-id='w5-sun']:not(.waiting)")).to_be_visible()
        start = middle(chip(page, "w5-thu"))
        touch("touchStart", *start)
        touch("touchMove", start[0], start[1] + 60)
        touch("touchEnd")
        expect(page.locator(".ghost")).to_have_count(0)
        expect(day(page, 5, "thu").locator("[data-id='w5-thu']")).to_be_visible()

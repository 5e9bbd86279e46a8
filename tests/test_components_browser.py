"""The calendar under a hand: opened, dragged by mouse, moved by keyboard and by a finger, in a real Chromium."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from bench.servers import Server, started
from planwise_core import open_planwise
from planwise_core.accounts import GUEST_COOKIE, guest_id
from planwise_core.settings import Settings
from planwise_core.training.values import monday_of
from tests.builders import easy, plan, workout
from tests.visitors import PATIENCE_MS, browser

pytestmark = pytest.mark.xdist_group("browser")  # one Chromium at a time is enough for two cores
__all__ = ["browser"]  # a fixture


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """A server with a six-week plan for each test's own guest, begun two weeks ago."""
    url = f"sqlite:///{tmp_path_factory.mktemp('calendar') / 'calendar.db'}"
    planwise = open_planwise(Settings.from_env({"DB_URL": url}))
    made = plan(
        *(easy(day, 8, week=week) for week in range(1, 7) for day in ("tue", "thu")),
        *(workout("sun", 14, week=week, type="long", title="Long run") for week in range(1, 7)),
        weeks=6,
    )
    for client in map(guest_id, KEYS):
        assert client is not None
        planwise.client(client)
        shift = monday_of(planwise.today(client)) - dt.timedelta(weeks=2) - made.start_date
        moved = tuple(each.but(date=each.date + shift) for each in made.workouts)
        mine = made.but(start_date=made.start_date + shift, workouts=moved)
        planwise.store.save_version(
            client, parent=None, plan=mine, edits=(), author="coach", cause="A plan", now=planwise.now()
        )
    planwise.close()
    with started("app.py", ready="/api/health", DB_URL=url) as running:
        yield running


KEYS = tuple(letter * 40 for letter in "abcde")


def plan_page(browser: Browser, server: Server, key: str, **context: object) -> Page:
    own = browser.new_context(**context)  # type: ignore[arg-type]
    own.add_cookies([{"name": GUEST_COOKIE, "value": key, "url": f"http://127.0.0.1:{server.port}"}])
    page = own.new_page()
    page.set_default_timeout(PATIENCE_MS)
    page.goto(f"http://127.0.0.1:{server.port}/plan")
    chip(page, "w5-sun").scroll_into_view_if_needed()
    return page


def chip(page: Page, name: str) -> Locator:
    return page.locator(f".chip[data-id='{name}']")


def day(page: Page, week: int, weekday: str) -> Locator:
    return page.locator(f".day[data-week='{week}'][data-day='{weekday}']")


def middle(of: Locator) -> tuple[float, float]:
    box = of.bounding_box()
    assert box is not None
    return box["x"] + box["width"] / 2, box["y"] + box["height"] / 2


def test_today_is_in_sight_when_the_page_opens(browser: Browser, server: Server) -> None:
    page = plan_page(browser, server, KEYS[0], viewport={"width": 1280, "height": 900})

    expect(page.locator(".day.today")).to_have_count(1)
    expect(page.locator(".row.now")).to_be_visible()


def test_a_click_opens_a_workout_again_and_again(browser: Browser, server: Server) -> None:
    page = plan_page(browser, server, KEYS[1], viewport={"width": 1280, "height": 900})

    for _ in range(2):
        chip(page, "w5-sun").click()
        expect(page.get_by_role("dialog").get_by_text("Long run").first).to_be_visible()
        page.keyboard.press("Escape")
        expect(page.get_by_role("dialog")).to_have_count(0)


def test_a_drag_by_mouse_moves_a_workout_and_undo_brings_it_back(browser: Browser, server: Server) -> None:
    page = plan_page(browser, server, KEYS[2], viewport={"width": 1280, "height": 900})

    page.mouse.move(*middle(chip(page, "w5-sun")))
    page.mouse.down()
    page.mouse.move(*middle(day(page, 5, "sat")), steps=5)
    page.mouse.up()

    expect(day(page, 5, "sat").locator("[data-id='w5-sun']")).to_be_visible()
    page.get_by_role("button", name="Undo").click()
    expect(day(page, 5, "sun").locator("[data-id='w5-sun']")).to_be_visible()


def test_the_keyboard_moves_a_workout_and_keeps_the_focus(browser: Browser, server: Server) -> None:
    page = plan_page(browser, server, KEYS[3], viewport={"width": 1280, "height": 900})

    chip(page, "w5-thu").focus()
    for key in ("m", "ArrowRight", "Enter"):
        page.keyboard.press(key)

    expect(day(page, 5, "fri").locator("[data-id='w5-thu']")).to_be_visible()
    expect(chip(page, "w5-thu")).to_be_focused()
    chip(page, "w1-tue").focus()
    page.keyboard.press("m")
    expect(page.locator(".carried")).to_have_count(0)


def test_a_long_press_drags_on_a_phone_and_a_short_one_scrolls(browser: Browser, server: Server) -> None:
    phone = {"viewport": {"width": 390, "height": 844}, "has_touch": True, "is_mobile": True}
    page = plan_page(browser, server, KEYS[4], **phone)
    finger = page.context.new_cdp_session(page)

    def touch(kind: str, *at: float) -> None:
        points = [{"x": at[0], "y": at[1]}] if at else []
        finger.send("Input.dispatchTouchEvent", {"type": kind, "touchPoints": points})

    start, end = middle(chip(page, "w5-sun")), middle(day(page, 5, "sat"))
    touch("touchStart", *start)
    expect(page.locator(".ghost")).to_be_visible()
    touch("touchMove", *end)
    touch("touchEnd")

    expect(day(page, 5, "sat").locator("[data-id='w5-sun']")).to_be_visible()
    start = middle(chip(page, "w5-thu"))
    touch("touchStart", *start)
    touch("touchMove", start[0], start[1] + 60)
    touch("touchEnd")
    expect(page.locator(".ghost")).to_have_count(0)
    expect(day(page, 5, "thu").locator("[data-id='w5-thu']")).to_be_visible()

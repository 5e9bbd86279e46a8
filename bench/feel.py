"""What a hand feels: a drag until the calendar is redrawn, a click until the workout is open, against a button.

All in one Chromium on one server, in turns, timed in the page itself: from when the mouse button is let go to the
first frame that shows what was asked for. The calendar is redrawn from what the server has saved, never by itself; the
button stands alone on an otherwise empty page.

    python -m bench.feel
"""

from __future__ import annotations

import contextlib
import datetime as dt
import os
import statistics
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from playwright.sync_api import Locator, Page, sync_playwright

from bench.main_job import plan_of
from bench.servers import started
from bench.table import HEADER, Row
from planwise_core import open_planwise
from planwise_core.accounts import GUEST_COOKIE, guest_id, new_guest_key
from planwise_core.service import PlanWise
from planwise_core.settings import Settings
from planwise_core.training.edits import Move
from planwise_core.training.plan import weekday_of
from planwise_core.training.values import WEEKDAYS, Weekday
from tests.browser import FLAGS, chromium

TRIES, BLOCK = 50, 5  # so many of each, so many before it is another's turn
WEEKS = 24

# `felt(shows)` resolves to the milliseconds from the next release of the mouse button to the first frame in which
# `shows` finds something.
FELT = """
const roots = () => [document, ...[...document.querySelectorAll("*")].map(each => each.shadowRoot).filter(Boolean)]
window.found = selector => roots().map(root => root.querySelector(selector)).find(Boolean)
window.felt = shows => { window.answer = new Promise((resolve, reject) => {
  setTimeout(() => reject(Error(`nothing to see for ${shows}`)), 30000)
  window.addEventListener("pointerup", released => {
    const look = () => shows() ? resolve(performance.now() - released.timeStamp) : requestAnimationFrame(look)
    look()
  }, { capture: true, once: true })
}) }
"""


class Movable(NamedTuple):
    """A workout that stands on one day and may stand on another of the same week."""

    workout: str
    week: int
    days: tuple[Weekday, Weekday]


def movable(planwise: PlanWise, client_id: str) -> Movable:
    """The first workout after this week that the checks let go to a free day and back."""
    current = planwise.current(client_id)
    assert current is not None
    plan = current.plan
    for each in plan.workouts:
        week, day = plan.week_of(each.date), weekday_of(each.date)
        free = next((other for other in WEEKDAYS if not plan.on(plan.day(week, other))), None)
        if week < 3 or free is None or each.type != "easy":
            continue
        moved = planwise.edit(
            client_id, [Move(workout=each.id, week=week, day=free)], parent=current.number, cause="there"
        )
        planwise.edit(client_id, [Move(workout=each.id, week=week, day=day)], parent=moved.number, cause="and back")
        return Movable(each.id, week, (day, free))
    raise AssertionError("the plan has no easy run that can move")


def press(page: Page) -> float:
    """A button on an empty page, to the next text."""
    text = page.get_by_test_id("stText")
    pressed = int(text.inner_text().split()[1]) + 1
    page.evaluate("text => felt(() => found('[data-testid=stText]')?.textContent.includes(text))", f"pressed {pressed}")
    page.get_by_role("button", name="Press").click()
    return float(page.evaluate("answer"))


def drag(page: Page, what: Movable, to: Weekday) -> float:
    """A workout dragged to another day, to the calendar in which it stands there."""
    chip = page.locator(f"[data-id='{what.workout}']")
    cell = page.locator(f"[data-week='{what.week}'][data-day='{to}']")
    page.evaluate(
        "([cell, chip]) => felt(() => { const it = found(`${cell} ${chip}`); return it && !it.matches('.waiting') })",
        [f"[data-week='{what.week}'][data-day='{to}']", f"[data-id='{what.workout}']"],
    )
    chip.scroll_into_view_if_needed()
    page.mouse.move(*_middle(chip))
    page.mouse.down()
    page.mouse.move(*_middle(cell), steps=4)
    page.mouse.up()
    taken = float(page.evaluate("answer"))
    _settled(page)
    return taken


def look(page: Page, what: Movable) -> float:
    """A workout clicked, to its details."""
    page.evaluate("() => felt(() => found('[role=dialog]')?.textContent.includes('Why'))")
    page.locator(f"[data-id='{what.workout}']").click()
    taken = float(page.evaluate("answer"))
    _settled(page)
    page.keyboard.press("Escape")
    page.get_by_role("dialog").wait_for(state="detached")
    _settled(page)
    return taken


def _middle(box: Locator) -> tuple[float, float]:
    at = box.bounding_box()
    assert at is not None
    return at["x"] + at["width"] / 2, at["y"] + at["height"] / 2


def _settled(page: Page) -> None:
    """Wait for the run that is still going on."""
    page.wait_for_timeout(100)
    page.locator("[data-testid=stApp][data-test-script-state=notRunning]").wait_for()


@contextlib.contextmanager
def pages() -> Iterator[tuple[Page, Page, Movable]]:
    """The plan and the button in two tabs of one browser."""
    key = new_guest_key()
    client_id = guest_id(key) or ""
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        url = f"sqlite:///{Path(folder) / 'feel.db'}"
        planwise = open_planwise(Settings.from_env({"DB_URL": url}))
        planwise.client(client_id)
        planwise.store.save_version(
            client_id, parent=None, plan=plan_of(WEEKS, dt.date.today()), edits=(), author="runner", cause="bench",
            now=planwise.now(),
        )  # fmt: skip
        what = movable(planwise, client_id)
        planwise.close()
        with started("bench/apps/with_empty_page.py", ready="/api/health", DB_URL=url) as server:
            browser = playwright.chromium.launch(executable_path=chromium(), args=list(FLAGS))
            context = browser.new_context(viewport={"width": 1280, "height": 900})
            origin = f"http://127.0.0.1:{server.port}"
            context.add_cookies([{"name": GUEST_COOKIE, "value": key, "url": origin}])
            context.add_init_script(FELT)
            plan, button = context.new_page(), context.new_page()
            plan.goto(f"{origin}/plan")
            plan.locator(f"[data-id='{what.workout}']").wait_for()
            button.goto(f"{origin}/button")
            button.get_by_role("button", name="Press").wait_for()
            yield plan, button, what
            browser.close()


def rows() -> Iterator[Row]:
    drags, looks, presses = list[float](), list[float](), list[float]()
    with pages() as (plan, button, what):
        for at in range(-BLOCK, TRIES, BLOCK):  # the first of each do not count: they load what is needed
            button.bring_to_front()
            presses += [press(button) for _ in range(BLOCK)]
            plan.bring_to_front()
            drags += [drag(plan, what, what.days[(at + number + 1) % 2]) for number in range(BLOCK)]
            looks += [look(plan, what) for _ in range(BLOCK)]
    least, against = _late(presses), "a button on an empty page"
    yield Row("drag to the redrawn calendar, 95 %", _late(drags), least, against, 2.0)
    yield Row("click to an open workout, 95 %", _late(looks), least, against, 2.0)


def _late(taken: list[float]) -> float:
    return statistics.quantiles(taken[BLOCK:], n=20, method="inclusive")[-1]


if __name__ == "__main__":
    print(HEADER, *rows(), sep="\n")
    print(f"load average {os.getloadavg()[0]:.1f}")

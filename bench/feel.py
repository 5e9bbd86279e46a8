"""What a hand feels: a drag until the calendar is redrawn, a click until the workout is open, against a button.

All in one Chromium on one server, in turns, timed in the page itself: from when the mouse button is let go until the
page holds what was asked for. A workout that is dragged stands in its new place at once, and waits there until the
calendar is redrawn from what the server has saved: both are timed. Each drag leads to a plan that was not there before;
the button stands alone on an otherwise empty page.

    python -m bench.feel
"""

from __future__ import annotations

import contextlib
import datetime as dt
import itertools
import os
import statistics
import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from playwright.sync_api import Locator, Page, sync_playwright

from bench.main_job import plan_of
from bench.servers import started
from bench.table import HEADER, Row
from planwise_core import open_planwise
from planwise_core.accounts import GUEST_COOKIE, guest_id, new_guest_key
from planwise_core.errors import PlanWiseError
from planwise_core.service import PlanWise
from planwise_core.settings import Settings
from planwise_core.training.edits import Move
from planwise_core.training.plan import weekday_of
from planwise_core.training.values import WEEKDAYS, Weekday
from tests.browser import FLAGS, chromium

TRIES, BLOCK = 50, 5  # so many of each, so many before it is another's turn
WEEKS = 24

# `felt(shows, …)` begins to wait for the next release of the mouse button; `answer` are the milliseconds from there
# until the page holds what each `shows` looks for. Not until it is painted: without a graphics card that says more of
# the machine.
FELT = """
const WITHIN_MS = 30000, ALL = { subtree: true, childList: true, characterData: true, attributes: true }
let roots = []
window.found = selector => roots.map(root => root.querySelector(selector)).find(Boolean)
window.felt = (...all) => {
  roots = [document, ...[...document.querySelectorAll("*")].map(each => each.shadowRoot).filter(Boolean)]
  window.answer = Promise.all(all.map(shows => new Promise((resolve, reject) => {
    setTimeout(() => reject(Error(`nothing to see for ${shows}`)), WITHIN_MS)
    const whenReleased = released => {
      const seen = () => {
        if (!shows()) return
        changed.disconnect()
        resolve(performance.now() - released.timeStamp)
      }
      const changed = new MutationObserver(seen)
      for (const root of roots) changed.observe(root, ALL)
    }
    window.addEventListener("pointerup", whenReleased, { capture: true, once: true })
  })))
}
"""


class Movable(NamedTuple):
    """A workout, the day it stands on, and another of the same week where it may stand."""

    workout: str
    week: int
    home: Weekday
    away: Weekday


def movables(planwise: PlanWise, client_id: str) -> list[Movable]:
    """Workouts after this week, one a week, that the checks let go away, one after the other, and come home again."""
    current = planwise.current(client_id)
    assert current is not None
    found, number = [], current.number
    for week in range(3, WEEKS - 1):
        easy = next((each for each in current.plan.by_week[week - 1] if each.type == "easy"), None)
        free = next((day for day in WEEKDAYS if not current.plan.on(current.plan.day(week, day))), None)
        if easy is None or free is None:
            continue
        with contextlib.suppress(PlanWiseError):
            number = _moved(planwise, client_id, easy.id, week, free, number)
            found.append(Movable(easy.id, week, weekday_of(easy.date), free))
    for each in found:
        number = _moved(planwise, client_id, each.workout, each.week, each.home, number)
    return found


def _moved(planwise: PlanWise, client_id: str, workout: str, week: int, day: Weekday, parent: int) -> int:
    edit = Move(workout=workout, week=week, day=day)
    return planwise.edit(client_id, [edit], parent=parent, cause="tried").number


def press(page: Page) -> float:
    """A button on an empty page, to the next text."""
    text = page.get_by_test_id("stText")
    pressed = int(text.inner_text().split()[1]) + 1
    page.evaluate("text => felt(() => found('[data-testid=stText]')?.textContent.includes(text))", f"pressed {pressed}")
    page.get_by_role("button", name="Press").click()
    return float(page.evaluate("answer")[0])


def drag(page: Page, what: Movable, to: Weekday) -> tuple[float, float]:
    """A workout dragged to another day: to where it stands there, and to the calendar that was saved."""
    chip = page.locator(f"[data-id='{what.workout}']")
    cell = page.locator(f"[data-week='{what.week}'][data-day='{to}']")
    page.evaluate(
        "([cell, chip]) => felt(() => found(`${cell} ${chip}`), () => found(`${cell} ${chip}:not(.waiting)`))",
        [f"[data-week='{what.week}'][data-day='{to}']", f"[data-id='{what.workout}']"],
    )
    chip.evaluate("it => it.scrollIntoView({ block: 'center' })")
    page.mouse.move(*_middle(chip))
    page.mouse.down()
    page.mouse.move(*_middle(cell), steps=4)
    page.mouse.up()
    put, saved = page.evaluate("answer")
    _settled(page)
    return float(put), float(saved)


def look(page: Page, what: Movable) -> float:
    """A workout clicked, to its details."""
    chip = page.locator(f"[data-id='{what.workout}']")
    chip.evaluate("it => it.scrollIntoView({ block: 'center' })")
    page.evaluate("() => felt(() => found('[role=dialog]')?.textContent.includes('Why'))")
    page.mouse.click(*_middle(chip))
    taken = float(page.evaluate("answer")[0])
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
def pages() -> Iterator[tuple[Page, Page, list[Movable]]]:
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
        all_movable = movables(planwise, client_id)
        planwise.close()
        with started("bench/apps/with_empty_page.py", ready="/api/health", DB_URL=url) as server:
            browser = playwright.chromium.launch(executable_path=chromium(), args=list(FLAGS))
            context = browser.new_context(viewport={"width": 1280, "height": 900})
            origin = f"http://127.0.0.1:{server.port}"
            context.add_cookies([{"name": GUEST_COOKIE, "value": key, "url": origin}])
            context.add_init_script(FELT)
            plan, button = context.new_page(), context.new_page()
            plan.goto(f"{origin}/plan")
            plan.locator(f"[data-id='{all_movable[0].workout}']").wait_for()
            button.goto(f"{origin}/button")
            button.get_by_role("button", name="Press").wait_for()
            yield plan, button, all_movable
            browser.close()


def rows() -> Iterator[Row]:
    drags, looks, presses = list[tuple[float, float]](), list[float](), list[float]()
    with pages() as (plan, button, all_movable):
        ways = itertools.cycle(
            [(each, each.away) for each in all_movable] + [(each, each.home) for each in all_movable]
        )
        for _ in range(-BLOCK, TRIES, BLOCK):  # the first of each do not count: they load what is needed
            button.bring_to_front()
            presses += [press(button) for _ in range(BLOCK)]
            plan.bring_to_front()
            for what, to in itertools.islice(ways, BLOCK):
                drags.append(drag(plan, what, to))
                looks.append(look(plan, what))
    least, against = _late(presses), "a button on an empty page"
    put, saved = zip(*drags, strict=True)
    yield Row("drag to the workout in its new place, 95 %", _late(put), least, against, 2.0)
    yield Row("drag to the calendar as it is saved, 95 %", _late(saved), least, against, 2.0)
    yield Row("click to an open workout, 95 %", _late(looks), least, against, 2.0)


def _late(taken: Sequence[float]) -> float:
    return statistics.quantiles(taken[BLOCK:], n=20, method="inclusive")[-1]


if __name__ == "__main__":
    print(HEADER, *rows(), sep="\n")
    print(f"load average {os.getloadavg()[0]:.1f}")

"""The plan in a runner's hands: opened, filtered, changed, raced, taken along. Dragging: test_components_browser."""

from __future__ import annotations

import datetime as dt
import re
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Locator, expect

from planwise_core.training.plan import Plan
from planwise_core.training.values import WEEKDAYS
from tests.builders import begun, easy, plan, workout
from tests.houses import HALF
from tests.test_race import gpx
from tests.visitors import Visitor, browser, runner, site, stands_alone

pytestmark = pytest.mark.xdist_group("browser")  # one Chromium at a time is enough for two cores
__all__ = ["browser", "runner", "site"]  # fixtures


def six_weeks() -> Plan:
    """Begun two weeks ago, with a tempo run today."""
    today = dt.datetime.now(dt.UTC).date()
    made = plan(
        *(easy(day, 8, week=week) for week in range(1, 7) for day in ("tue", "thu")),
        *(workout("sun", 14, week=week, type="long", title="Long run") for week in range(1, 7)),
        workout(WEEKDAYS[today.weekday()], 7, week=3, type="tempo", title="Tempo run", id="of-today"),
        weeks=6,
    )
    return begun(2, made)


def drawer(runner: Visitor) -> Locator:
    return runner.page.get_by_role("dialog")


def chips(runner: Visitor, kind: str = "") -> Locator:
    return runner.page.locator(f".chip{kind}")


def test_a_workout_tells_its_steps_its_reason_and_the_words_that_made_it(runner: Visitor) -> None:
    runner.has(HALF, "make week 3 easier").goes("plan").sees_title("Half Marathon").sees_charts()
    changed = runner.page.locator(".day[data-week='3'] .chip").first
    runner.touches(changed)
    expect(drawer(runner).get_by_text("Why")).to_be_visible()
    expect(drawer(runner).get_by_text("How it came here")).to_be_visible()
    expect(drawer(runner).get_by_text("make week 3 easier")).to_be_visible()
    runner.touches(drawer(runner).get_by_role("link", name="See that change"))
    runner.sees_title("History").sees("What changes, week by week")
    runner.goes("plan")
    runner.touches(chips(runner, ".threshold").first)
    expect(drawer(runner).get_by_text("Warm up")).to_be_visible()
    expect(drawer(runner).get_by_text("/km").first).to_be_visible()
    expect(drawer(runner).get_by_text("since the first plan")).to_be_visible()


def test_who_closes_a_workout_stands_where_they_stood(runner: Visitor) -> None:
    runner.has_plan(six_weeks()).goes("plan").sees("Today").settles()
    chip = chips(runner, ".movable").nth(2)
    chip.focus()
    runner.page.keyboard.press("Enter")
    expect(drawer(runner)).to_be_visible()
    runner.settles().page.keyboard.press("Escape")

    expect(drawer(runner)).to_have_count(0)
    expect(chip).to_be_focused()


def test_todays_workout_is_marked_as_done_where_it_stands(runner: Visitor) -> None:
    runner.has_plan(six_weeks()).goes("plan").sees("Today")
    runner.touches(chips(runner, "[data-id='of-today']"))
    runner.sees("How did it go?").clicks("Mark as done")
    expect(chips(runner, ".done[data-id='of-today']")).to_be_visible()
    expect(drawer(runner)).to_have_count(0)
    runner.sees("Done.").sees("7 km done")


def test_the_calendar_shows_only_what_is_looked_for(runner: Visitor) -> None:
    runner.has_plan(six_weeks()).goes("plan")
    expect(chips(runner)).to_have_count(19)
    for only, left in (("Only long", 6), ("Only hard", 1)):
        runner.ticks(only)
        expect(chips(runner)).to_have_count(left)
    runner.ticks("Only hard")
    expect(chips(runner)).to_have_count(19)


def test_a_week_is_made_smaller_days_are_taken_off_and_a_workout_is_moved_without_dragging(runner: Visitor) -> None:
    made = six_weeks()
    sunday = made.day(5, "sun")
    runner.has_plan(made).goes("plan").ticks("Change a week, take days off, move a workout")
    runner.clicks("A fifth less").sees("Saved as version 2")
    runner.ticks("Days off")
    runner.dates("No running from, to end date", made.day(5, "wed"))
    runner.dates("No running from, to start date", made.day(5, "mon"))
    runner.clicks("Take these days off").sees("Saved as version 3")
    expect(runner.page.locator(".day[data-week='5'][data-day='tue'] .chip")).to_have_count(0)
    runner.ticks("Move").chooses("Workout", f"{sunday:%a}, {sunday:%b} {sunday.day}, Long run")
    runner.dates("To", made.day(5, "sat")).clicks("Move", last=True)
    runner.sees("Saved as version 4")
    expect(runner.page.locator(".day[data-week='5'][data-day='sat'] .chip")).to_have_count(1)


def test_the_race_is_planned_for_the_time_aimed_at_and_on_its_own_course(runner: Visitor) -> None:
    hills = [100 + 30 * (at // 20 % 2) for at in range(212)]
    runner.has(HALF).goes("plan")
    runner.touches(chips(runner, ".race").last)
    expect(drawer(runner).get_by_text("Race day")).to_be_visible()
    runner.fills("Time you aim for", "soon").sees(re.compile("soon"))
    runner.fills("Time you aim for", "1:55:00").sees("1:55:00").sees("Eating and drinking").sees_no("Up / down")
    runner.gives({"name": "course.gpx", "mimeType": "application/gpx+xml", "buffer": gpx(hills)})
    runner.sees("Up / down")
    runner.gives({"name": "course.gpx", "mimeType": "application/gpx+xml", "buffer": b"not a course"})
    runner.sees("GPX")


def test_a_plan_is_taken_along_as_calendar_table_and_page(runner: Visitor, browser: Browser, tmp_path: Path) -> None:
    runner.has(HALF).goes("plan").ticks("Take it along: calendar file, page to print, table")

    calendar, table = runner.saves("Calendar file (.ics)"), runner.saves("Table (.csv)")
    assert calendar.startswith(b"BEGIN:VCALENDAR")
    assert calendar.count(b"BEGIN:VEVENT") == table.strip().count(b"\n")
    stands_alone(browser, runner.saves("To print (.html)"), tmp_path, "Half Marathon")

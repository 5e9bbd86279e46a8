"""What is a runner's own: the runs they did, their settings, what is remembered, and all of it in one file."""

from __future__ import annotations

import datetime as dt
import json
import re

import pytest
from playwright.sync_api import Browser, expect

from tests.houses import HALF
from tests.test_activities import CSV, fit, gpx
from tests.test_journey_plan import six_weeks
from tests.visitors import Site, Visitor, browser, runner, site, visiting

pytestmark = pytest.mark.xdist_group("browser")  # one Chromium at a time is enough for two cores
__all__ = ["browser", "runner", "site"]  # fixtures
KM = re.compile(r"\d\s*km\b")
IN_KM = re.compile(r"(?<!× )(?<![\d.])\d+(\.\d+)?\s*km\b|kilomet")  # bouts are told in metres and km, as on a track


def test_runs_come_in_from_a_watch_and_stand_beside_the_plan(runner: Visitor) -> None:
    now = dt.datetime.now(dt.UTC)
    track = {"name": "run.gpx", "mimeType": "application/gpx+xml", "buffer": gpx(start=now - dt.timedelta(hours=1))}
    watch = {"name": "run.fit", "mimeType": "application/octet-stream", "buffer": fit()}
    table = {"name": "runs.csv", "mimeType": "text/csv", "buffer": CSV}
    runner.has_plan(six_weeks()).goes("progress").sees("No runs yet").gives(track, watch, table).clicks("Import runs")
    runner.sees(re.compile(r"\d runs added")).sees("Planned and run").sees_charts().sees("Evening run")
    runner.gives(track).clicks("Import runs").sees("0 runs added. 1 was here already.")
    runner.gives({"name": "holiday.gpx", "mimeType": "application/gpx+xml", "buffer": b"\x89PNG"})
    runner.clicks("Import runs").sees("holiday.gpx")


def test_progress_of_nine_weeks_is_shown_in_charts_with_their_tables(runner: Visitor) -> None:
    runner.goes("progress?demo=1").sees("of the plan").sees_charts(3).sees("All runs")
    runner.ticks("By hand").fills("Distance, km", "5.5").clicks("Note it").sees("5.5 km")


def test_miles_are_miles_on_every_page(runner: Visitor) -> None:
    runner.has_plan(six_weeks()).goes("settings").ticks("Coach and display").ticks("Miles").sees("Saved.")
    for page in ("Plan", "History", "Progress"):
        runner.turns_to(page).settles().sees_no(KM)
    runner.turns_to("Plan").sees(re.compile(r"\d mi\b")).settles()
    runner.touches(runner.page.locator(".chip.long").last)
    expect(runner.page.get_by_role("dialog").get_by_text("8.7 mi").first).to_be_visible()
    expect(runner.page.get_by_role("dialog").get_by_text(KM)).to_have_count(0)
    runner.goes().says("what's on this week?").sees(re.compile(r"\d mi\b"))


def test_who_comes_from_where_roads_are_told_in_miles_reads_them_on_pages_and_on_paper(
    browser: Browser, site: Site
) -> None:
    with visiting(browser, site, locale="en-US", timezone_id="America/New_York") as runner:
        runner.goes().says("no race, get fitter, 20 miles a week on 3 days").sees("Version 1").sees_no(IN_KM)
        runner.has("make week 3 easier")
        for page in ("plan", "history", "history?view=Safety", "progress", "api/plan.html", "api/plan/report?a=1&b=2"):
            runner.goes(page).sees(re.compile(r"\d mi\b|No runs yet|getting safer")).sees_no(IN_KM)
        told = runner.page.request.get(f"{site.home}api/plan").json()["plan"]["weeks"]["2"]
        runner.goes()

    assert told["km"] == pytest.approx(32.2, abs=3)  # what programs read does not change with who looks


def test_new_limits_change_the_plan_only_after_a_yes(runner: Visitor) -> None:
    runner.has(HALF).goes("settings").picks("Days you can run", "Tue").clicks("Save limits").sees("Saved.")
    assert len(runner.versions()) == 1
    runner.clicks("Rebuild my plan").sees("Proposed change").clicks("Accept").sees("Saved as version 2")
    plan = runner.page.request.get(f"{runner.site.home}api/plan").json()["plan"]
    later = [week for number, week in plan["weeks"].items() if int(number) > 1]
    assert "tue" not in {workout["day"] for week in later for workout in week["workouts"]}


def test_what_is_remembered_can_be_said_corrected_and_deleted(runner: Visitor) -> None:
    runner.goes("settings").ticks("Coach and display").fills("Something your coach should know", "I run before work")
    runner.clicks("Remember").sees("I run before work").clicks("Correct")
    runner.fills("Something your coach should know", "I run after work", last=True).clicks("Save", last=True)
    runner.sees("I run after work").sees_no("I run before work")
    runner.turns_to("Coach").clicks("What I remember (1)")
    expect(runner.page.get_by_role("textbox", name="Fact")).to_have_value("I run after work")
    runner.clicks("Forget").sees_no("What I remember")


def test_everything_is_taken_along_deleted_and_brought_back(runner: Visitor) -> None:
    runner.has(HALF, "make week 3 easier").goes("settings").ticks("My data")
    everything = runner.saves("Export everything")
    assert len(json.loads(everything)["versions"]) == 2
    runner.clicks("Delete everything").sees("Are you sure?").clicks("Delete everything", last=True)
    runner.sees("A file that PlanWise exported")
    assert runner.versions() == []
    runner.clicks("Import it").sees("Choose a file first")
    runner.gives({"name": "nothing.json", "mimeType": "application/json", "buffer": b"{}"}).clicks("Import it")
    runner.sees("This is not a file that PlanWise exported")
    runner.gives({"name": "all.json", "mimeType": "application/json", "buffer": everything}).clicks("Import it")
    runner.sees("Imported.").turns_to("Plan").sees_title("Half Marathon").turns_to("Coach").sees("make week 3 easier")

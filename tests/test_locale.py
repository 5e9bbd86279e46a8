"""Kilometres or miles, day or month first, Monday or Sunday: as where the browser is from, until the runner chooses."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect

from planwise_core.training.values import FirstDay, Units, first_day_of, units_of
from tests.houses import house
from tests.visitors import Site, both_sizes, browser, site, visiting

pytestmark = pytest.mark.xdist_group("browser")  # one Chromium at a time is enough for two cores
__all__ = ["browser", "site"]  # fixtures


@pytest.mark.parametrize(
    ("locale", "units"),
    [
        ("en-US", "mi"), ("es-US", "mi"), ("en-GB", "mi"), ("en-LR", "mi"), ("my-MM", "mi"), ("en_US", "mi"),
        ("en-Latn-US", "mi"), ("en-IE", "km"), ("de-DE", "km"), ("en-CA", "km"), ("en", "km"), ("us", "km"),
        ("", "km"), (None, "km"),
    ],
)  # fmt: skip
def test_distances_are_told_as_where_the_locale_is_from(locale: str | None, units: Units) -> None:
    assert units_of(locale) == units


@pytest.mark.parametrize(
    ("locale", "first"),
    [
        ("en-US", "sun"), ("es-US", "sun"), ("en-CA", "sun"), ("pt-BR", "sun"), ("ja-JP", "sun"), ("en_US", "sun"),
        ("en-Latn-US", "sun"), ("en-GB", "mon"), ("en-AU", "mon"), ("de-DE", "mon"), ("ar-EG", "mon"), ("en", "mon"),
        ("", "mon"), (None, "mon"),
    ],
)  # fmt: skip
def test_calendars_start_on_the_day_they_start_on_where_the_locale_is_from(locale: str | None, first: FirstDay) -> None:
    assert first_day_of(locale) == first


def test_what_the_runner_has_chosen_stays_whatever_browser_they_come_with(tmp_path: Path) -> None:
    with house(tmp_path) as planwise:
        stranger = planwise.client("anna", locale="en-US")
        assert stranger.athlete.units == "mi"
        assert planwise.client("anna").athlete.units == "mi"
        assert planwise.client("anna", locale="de-DE").athlete.units == "km"

        planwise.save_athlete("anna", stranger.athlete.but(units="mi"))
        assert planwise.client("anna", locale="de-DE").athlete.units == "mi"


def test_an_american_browser_begins_with_miles_and_the_month_first(browser: Browser, site: Site) -> None:
    with visiting(browser, site, locale="en-US") as runner:
        runner.goes().sees("10 mi").sees_no("km").clicks("Start my plan").sees("20 miles a week")
        runner.goes("settings").ticks("About me").sees("A normal week now, mi")
        runner.ticks("Coach and display").ticks("Kilometres").sees("Saved.")
        runner.page.reload()
        runner.ticks("About me").sees("A normal week now, km")


@both_sizes
def test_calendars_start_on_sunday_where_the_browser_is_from_until_the_runner_chooses(
    browser: Browser, site: Site, size: str
) -> None:
    with visiting(browser, site, size, locale="en-US") as runner:
        names, row = runner.page.locator(".head .name"), runner.page.locator(".row:not(.head)").first
        runner.goes("plan?demo=1").sees("Monday to Sunday")
        expect(names).to_have_text(["Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"])
        expect(row).to_contain_text("week 1 from Mon")
        expect(row.locator(".day[data-day='sun']")).to_have_attribute("data-week", "0")
        runner.goes("history").sees("What changes, week by week")
        expect(names.first).to_have_text("Sun")

        runner.goes("settings").ticks("Coach and display").ticks("Monday").sees("Saved.")
        runner.goes("plan").sees("This week").sees_no("Monday to Sunday")
        expect(names.first).to_have_text("Mon")
        expect(row.locator(".side b")).to_have_text("Week 1")
        runner.goes("history").sees("What changes, week by week")
        expect(names.first).to_have_text("Mon")

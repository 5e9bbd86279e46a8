"""Looking back: two versions side by side, the way back, what might be, and what can be mailed."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect

from tests.houses import HALF
from tests.visitors import Visitor, browser, runner, site, stands_alone, visiting

pytestmark = pytest.mark.xdist_group("browser")  # one Chromium at a time is enough for two cores
__all__ = ["browser", "runner", "site"]  # fixtures


def test_a_link_compares_two_versions_and_either_can_be_another(runner: Visitor) -> None:
    runner.goes("history?a=2&b=3&demo=1").sees("wedding").sees_charts().sees("What changes, week by week")
    runner.sees("How hard the running is").sees("What the safety checks say")
    runner.chooses("Compare version", "3").chooses("with version", "1")
    expect(runner.page).to_have_url(re.compile("a=3&b=1"))
    runner.ticks("Versions").sees("Version 5").clicks("Compare with 4")
    expect(runner.page).to_have_url(re.compile("a=4&b=5"))
    runner.page.reload()
    expect(runner.page.get_by_role("combobox", name="Compare version")).to_have_value("4")


def test_an_old_version_comes_back_as_a_new_one(runner: Visitor) -> None:
    runner.has(HALF, "make week 3 easier", "make week 5 easier").goes("history").ticks("Versions")
    runner.sees("Version 3").clicks("Restore version 1").sees("Saved as version 4").sees("Back to version 1")
    runner.clicks("Undo").sees("Saved as version 5")
    runner.touches(runner.page.get_by_role("link", name="See the difference"))
    expect(runner.page.get_by_role("combobox", name="Compare version")).to_have_value("4")


def test_what_might_be_is_looked_at_side_by_side_and_one_is_taken(runner: Visitor) -> None:
    runner.has(HALF).goes("history").sees("the first version").ticks("What if")
    runner.sees("Look at up to 3").sees_charts().clicks("Take this one").sees("Saved as version 2")

    assert len(runner.versions()) == 2


def test_a_comparison_is_mailed_as_one_page(runner: Visitor, browser: Browser, tmp_path: Path) -> None:
    runner.has(HALF, "make week 3 easier").goes("history?a=1&b=2")

    stands_alone(browser, runner.saves("This comparison as a page"), tmp_path, "make week 3 easier")


def test_a_link_shows_a_stranger_nothing_of_somebody_else(runner: Visitor, browser: Browser) -> None:
    runner.has(HALF, "make week 3 easier").goes("history?a=1&b=2").sees("make week 3 easier")
    with visiting(browser, runner.site) as stranger:
        stranger.goes("history?a=1&b=2").sees("There is no plan yet").sees_no("week 3")
    with visiting(browser, runner.site) as another:
        another.has("10k in 12 weeks, I run 20 km a week on 3 days")
        another.goes("history?a=1&b=2").sees("the first version").sees_no("week 3")

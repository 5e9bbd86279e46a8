"""Without a mouse: whatever a key sets going, the keyboard goes on from what came of it, not from the top."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Browser, Locator, expect

from tests.houses import HALF
from tests.visitors import Site, Visitor, browser, site, visiting

pytestmark = pytest.mark.xdist_group("browser")  # one Chromium at a time is enough for two cores
__all__ = ["browser", "site"]  # fixtures


def button(runner: Visitor, name: str | re.Pattern[str]) -> Locator:
    return runner.page.get_by_role("button", name=name, exact=True).locator("visible=true").first


def test_who_accepts_stands_on_what_was_saved_and_who_undoes_stays_there(browser: Browser, site: Site) -> None:
    with visiting(browser, site) as runner:
        runner.has(HALF).goes().says("make week 3 easier").sees("Proposed change").settles()
        button(runner, "Accept").press("Enter")
        expect(runner.page.locator(".st-key-outcome")).to_be_focused()
        expect(runner.page.locator(".st-key-outcome")).to_contain_text("Saved as version 2")

        runner.page.keyboard.press("Tab")
        expect(button(runner, "Undo")).to_be_focused()
        runner.page.keyboard.press("Enter")
        runner.sees("Saved as version 3").settles()
        expect(button(runner, "Undo")).to_be_focused()


def test_who_discards_a_proposal_or_begins_a_plan_can_type_at_once(browser: Browser, site: Site) -> None:
    with visiting(browser, site) as runner:
        box = runner.goes().settles().page.get_by_placeholder("Ask your coach")
        button(runner, "Start my plan").press("Enter")
        runner.sees_title("What are you training for?")
        expect(box).to_be_focused()

        runner.has(HALF).goes().says("make week 3 easier").sees("Proposed change").settles()
        button(runner, "Discard").press("Enter")
        runner.sees("Discarded; the plan stayed as it was.")
        expect(box).to_be_focused()


def test_a_form_that_begins_anew_keeps_the_keyboard_on_its_button(browser: Browser, site: Site) -> None:
    with visiting(browser, site) as runner:
        runner.has(HALF).goes("settings").sees("Save limits").ticks("There are hills where I run").settles()
        button(runner, "Save limits").press("Enter")
        runner.sees("Saved.").settles()
        expect(button(runner, "Save limits")).to_be_focused()


def test_a_finger_is_not_led_anywhere(browser: Browser, site: Site) -> None:
    with visiting(browser, site, "phone") as runner:
        runner.has(HALF).goes().says("make week 3 easier").sees("Proposed change").settles()
        runner.clicks("Discard").sees("Discarded; the plan stayed as it was.").settles()

        expect(runner.page.get_by_placeholder("Ask your coach")).not_to_be_focused()

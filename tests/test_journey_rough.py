"""A stranger with no patience: everything twice, in two tabs, far too long, in other scripts, on a bad network."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import WebSocketRoute, expect

from tests.houses import HALF
from tests.visitors import Visitor, browser, runner, site

pytestmark = pytest.mark.xdist_group("browser")  # one Chromium at a time is enough for two cores
__all__ = ["browser", "runner", "site"]  # fixtures


def test_a_double_click_accepts_once(runner: Visitor) -> None:
    runner.has(HALF).goes().says("make week 3 easier").sees("Proposed change")
    runner.page.get_by_role("button", name="Accept", exact=True).dblclick()
    runner.sees("Version 2: see the plan").settles()

    assert [version["number"] for version in runner.versions()] == [2, 1]


def test_what_is_clicked_twice_in_a_hurry_is_done_once_and_not_to_the_next_in_the_row(runner: Visitor) -> None:
    twice = "button => { button.click(); button.click() }"
    removes = runner.page.get_by_role("button", name="Remove", exact=True)
    runner.has(HALF, "I also run a 10 km on 7 March 2027").goes("settings")
    expect(removes).to_have_count(2)
    removes.first.evaluate(twice)
    expect(removes).to_have_count(1)
    runner.settles()
    expect(removes).to_have_count(1)

    before = len(runner.versions())
    runner.goes("history").ticks("What if").sees("Take this one").settles()
    runner.page.get_by_role("button", name="Take this one").first.evaluate(twice)
    runner.sees("Saved as version").settles()
    assert len(runner.versions()) == before + 1


def test_two_tabs_that_accept_the_same_proposal_make_one_version(runner: Visitor) -> None:
    runner.has(HALF).goes().says("make week 3 easier").sees("Proposed change")
    tab = runner.opens_tab().sees("Proposed change")
    runner.clicks("Accept").sees("Saved as version 2")
    tab.clicks("Accept").sees("no longer open").sees_no("Proposed change")

    assert [version["number"] for version in runner.versions()] == [2, 1]


def test_a_change_made_in_another_tab_is_never_overwritten(runner: Visitor) -> None:
    runner.has(HALF).goes("history").sees("the first version").ticks("What if").sees("Take this one")
    runner.has("make week 3 easier")
    runner.clicks("Take this one").sees("based on version 1, but the plan is at version 2 now")

    assert len(runner.versions()) == 2


def test_any_words_at_all_are_shown_as_they_were_typed(runner: Visitor) -> None:
    words = (
        "🏃‍♀️ ça va? ¿Qué?",
        "أريد أن أركض نصف ماراثون",
        "<b>bold</b> & <img src=x onerror=alert(1)>",
        "# 1. *x* $y$ :red[z]",
    )
    runner.goes()
    for typed in words:
        runner.says(typed).sees(typed)
    runner.says("long " * 780 + "end").sees(re.compile("long end$"))
    assert runner.page.evaluate("document.documentElement.scrollWidth <= innerWidth")


def test_pages_turned_faster_than_they_are_drawn_and_back_again_end_where_they_should(runner: Visitor) -> None:
    runner.has(HALF, "make week 3 easier").goes().sees("Version 2").settles()
    for name in ("Plan", "History", "Progress", "Settings", "Plan"):
        runner.turns_to(name)
        expect(runner.page).to_have_url(f"{runner.site.home}{name.lower()}")  # begun, not drawn
    runner.sees_title("Half Marathon")
    for _ in range(2):
        runner.page.go_back()
    runner.sees_title("Progress")
    expect(runner.page).to_have_url(f"{runner.site.home}progress")


def test_a_lost_network_loses_nothing(runner: Visitor) -> None:
    sockets: list[WebSocketRoute] = []

    def pass_on(socket: WebSocketRoute) -> None:
        socket.connect_to_server()
        sockets.append(socket)

    runner.page.route_web_socket(re.compile("_stcore/stream"), pass_on)
    runner.has(HALF).goes().says("make week 3 easier").sees("Proposed change").settles()
    sockets[-1].close()
    runner.clicks("Accept").sees("Version 2: see the plan").sees_no("Proposed change")
    sockets[-1].close()
    runner.says("make week 5 easier").sees("Proposed change")

    assert len(sockets) == 3
    assert len(runner.versions()) == 2

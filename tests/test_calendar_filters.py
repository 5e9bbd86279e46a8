"""What the calendar shows of a plan when only some of it is looked for."""

from __future__ import annotations

import datetime as dt

from planwise_core.ui.calendar import Only, calendar_of
from tests.builders import MONDAY, easy, plan, workout

PLAN = plan(easy("mon", 5), workout("wed", 8, type="tempo"), easy("fri", 6), workout("sun", 14, type="long"))
WEDNESDAY = MONDAY + dt.timedelta(days=2)


def shown(only: Only | None, *done: str) -> set[str]:
    week = calendar_of(PLAN, WEDNESDAY, done=done, only=only)["weeks"][0]
    assert week["km"] == "33 km"
    return {item["id"] for day in week["days"] for item in day["items"]}


def test_only_what_is_looked_for_is_shown_and_totals_stay() -> None:
    assert shown(None) == {"w1-mon", "w1-wed", "w1-fri", "w1-sun"}
    assert shown("hard") == {"w1-wed"}
    assert shown("long") == {"w1-sun"}
    assert shown("open") == {"w1-wed", "w1-fri", "w1-sun"}
    assert shown("open", "w1-wed") == {"w1-fri", "w1-sun"}

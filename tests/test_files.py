"""Plans on paper: a calendar that updates, a sheet that is only a sheet."""

from __future__ import annotations

import csv
import datetime as dt
import io

from hypothesis import given

from planwise_core.files.ics import calendar
from planwise_core.files.sheet import sheet
from planwise_core.training.plan import Plan
from tests.builders import easy, plan
from tests.strategies import plans

STAMP = dt.datetime(2026, 11, 23, 8, tzinfo=dt.UTC)


def test_a_moved_workout_keeps_its_uid_and_counts_up() -> None:
    before = calendar(plan(easy("tue")), client_id="anna", version=1, stamp=STAMP).decode()
    after = calendar(
        plan(easy("tue").but(date=dt.date(2026, 11, 26))), client_id="anna", version=2, stamp=STAMP
    ).decode()

    assert "UID:anna-w1-tue@planwise" in before
    assert "UID:anna-w1-tue@planwise" in after
    assert ("SEQUENCE:1" in before, "SEQUENCE:2" in after) == (True, True)
    assert "DTSTART;VALUE=DATE:20261126" in after


@given(plans())
def test_a_calendar_is_well_formed_for_every_plan(any_plan: Plan) -> None:
    text = calendar(any_plan, client_id="anna", version=1, stamp=STAMP)

    lines = text.split(b"\r\n")
    assert max(map(len, lines)) <= 75
    assert text.count(b"BEGIN:VEVENT") == text.count(b"END:VEVENT") == len(any_plan.workouts)


@given(plans())
def test_a_sheet_has_a_row_a_workout(any_plan: Plan) -> None:
    rows = list(csv.reader(io.StringIO(sheet(any_plan).decode("utf-8-sig"), newline="")))

    assert len(rows) == 1 + len(any_plan.workouts)


def test_a_title_is_never_a_formula() -> None:
    rows = sheet(plan(easy("tue", title="=HYPERLINK(1)"))).decode("utf-8-sig")

    assert "'=HYPERLINK(1)" in rows

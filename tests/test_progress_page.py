"""The progress page, run as Streamlit runs it: runs come in, are compared, and go."""

from __future__ import annotations

import datetime as dt

import pytest

from planwise_core import demo
from planwise_core.training.journal import Run
from planwise_core.ui.suggestions import MISSED
from tests.pages import THREE_WEEKS, Visitor, clean, figures, service, visitor, words  # noqa: F401 - two are fixtures
from tests.test_activities import CSV, tcx

pytestmark = pytest.mark.xdist_group("pages")


def test_an_empty_page_shows_the_next_step(visitor: Visitor) -> None:  # noqa: F811
    page = visitor.page("progress")

    assert "No runs yet" in words(page)
    assert [button.label for button in page.button] == ["Import runs", "Note it", "Try the demo"]
    assert [link.proto.label for link in page.get("page_link")] == ["Start my plan"]


def test_a_run_that_is_noted_by_hand_counts_into_its_week(visitor: Visitor) -> None:  # noqa: F811
    visitor.has(THREE_WEEKS)
    page = visitor.page("progress")

    page.number_input(key="run_km").set_value(7.5)
    page = clean(page.button(key="note_run").click().run())

    assert "|30.0|7.5|" in words(page)
    assert [run.km for run in visitor.service.runs(visitor.id)] == [7.5]


def test_files_are_imported_and_bad_ones_told(visitor: Visitor) -> None:  # noqa: F811
    page = visitor.page("progress")
    page.file_uploader(key="run_files").set_value(
        [("a.csv", CSV, "text/csv"), ("bad.fit", b"\x0e\x10aaaaaa.FIT", "application/octet-stream")]
    )

    page = clean(page.button(key="import_runs_go").click().run())

    assert [success.value for success in page.success] == ["2 runs added."]
    assert [error.value for error in page.error] == ["'bad.fit' is damaged: it is not a whole FIT file."]
    assert len(visitor.service.runs(visitor.id)) == 2
    assert "no plan yet that these runs could be held against" in words(page)


def test_what_is_here_already_is_said(visitor: Visitor) -> None:  # noqa: F811
    for _ in range(2):
        page = visitor.page("progress")
        page.file_uploader(key="run_files").set_value([("a.tcx", tcx(), "application/xml")])
        page = clean(page.button(key="import_runs_go").click().run())

    assert [success.value for success in page.success] == ["0 runs added. 1 was here already."]


def test_planned_and_run_stand_side_by_side(visitor: Visitor) -> None:  # noqa: F811
    mine = visitor.has(THREE_WEEKS)
    first = mine.workouts[0]
    visitor.service.store.add_run(
        visitor.id, Run(date=first.date, km=7, minutes=45, workout=first.id), visitor.service.now()
    )

    page = visitor.page("progress")

    assert "|30.0|7.0|" in words(page)
    assert len(page.get("vega_lite_chart")) == 1
    assert "Note a recent race" in [link.proto.label for link in page.get("page_link")]


def test_the_story_of_the_demo_has_every_chart(visitor: Visitor) -> None:  # noqa: F811
    demo.enter(visitor.service, visitor.id)

    page = visitor.page("progress")

    assert len(page.get("vega_lite_chart")) == 3
    assert list(figures(page)) == ["Last 4 weeks", "Run in them", "Missed", "Fitness (VDOT)"]
    assert "Tune" in words(page)


def test_after_a_week_without_a_run_the_coach_is_one_click_away(visitor: Visitor) -> None:  # noqa: F811
    mine = visitor.has(THREE_WEEKS, weeks_ago=2)
    visitor.service.add_run(visitor.id, Run(date=mine.start_date, km=8))

    visitor.page("progress").button(key="way_back").click().run()

    assert visitor.service.turns(visitor.id)[-1].asked == MISSED


def test_a_run_is_deleted(visitor: Visitor) -> None:  # noqa: F811
    visitor.service.client(visitor.id)
    for days in (1, 2):
        visitor.service.add_run(visitor.id, Run(date=visitor.today - dt.timedelta(days=days), km=8 + days))
    page = visitor.page("progress")

    (delete,) = (button for button in page.button if button.label == "Delete it")
    clean(delete.click().run())

    assert [run.km for run in visitor.service.runs(visitor.id)] == [10]

"""The settings page, run as Streamlit runs it: what a runner sets, sees, corrects, takes along and deletes."""

from __future__ import annotations

import datetime as dt
import zoneinfo
from typing import Any

import pytest
from streamlit.testing.v1 import AppTest

from planwise_core import demo
from planwise_core.training.athlete import Away, Injury, Performance, Race
from planwise_core.training.values import shown_day
from tests.houses import HALF
from tests.pages import Visitor, clean, service, visitor, words  # noqa: F401 - two are fixtures

pytestmark = pytest.mark.xdist_group("pages")


def labelled(widgets: Any, label: str) -> Any:
    """The one widget with this label."""
    found = [each for each in widgets if each.label == label]
    assert len(found) == 1, f"{len(found)} of '{label}' in {[each.label for each in widgets]}"
    return found[0]


def saved(page: AppTest, button: str = "Save limits") -> AppTest:
    return clean(labelled(page.button, button).click().run())


def test_a_newcomer_sees_every_section_and_nothing_that_is_not_there(visitor: Visitor) -> None:  # noqa: F811
    page = visitor.page("settings")

    assert [tab.label for tab in page.tabs] == [
        "Goal and limits",
        "About me",
        "Coach and display",
        "Account",
        "My data",
    ]
    assert "No race yet" in words(page)
    assert "Rebuild my plan" not in [button.label for button in page.button]


def test_days_away_are_there_to_be_seen_and_taken_back(visitor: Visitor) -> None:  # noqa: F811
    visitor.service.talk(visitor.id, HALF)
    page = visitor.page("settings")
    assert "Tell your coach when you cannot run" in words(page)
    soon, past = (dt.timedelta(days=days) for days in (9, -9))
    off, gone, later = (
        Away(first=visitor.today + wait, last=visitor.today + wait, reason="illness") for wait in (soon, past, 2 * soon)
    )
    told = visitor.service.athlete(visitor.id).but(away=(gone, off, later))
    visitor.service.save_athlete(visitor.id, told)
    page = visitor.page("settings")

    first, second = (button for button in page.button if (button.key or "").startswith("remove_away"))
    assert first.key != second.key
    clean(first.click().run())

    assert visitor.service.athlete(visitor.id).away == (gone, later)


def test_limits_are_saved_and_the_plan_waits_for_a_yes(visitor: Visitor) -> None:  # noqa: F811
    visitor.service.talk(visitor.id, HALF)
    before = visitor.plan
    page = visitor.page("settings")

    labelled(page.selectbox, "Running days a week").set_value(5)
    labelled(page.selectbox, "Long run on").set_value("fri")
    page = saved(page)

    athlete = visitor.service.athlete(visitor.id)
    assert (athlete.days_per_week, athlete.long_run_day) == (5, "fri")
    assert visitor.plan == before

    page = clean(labelled(page.button, "Rebuild my plan").click().run())
    assert "Proposed change" in words(page)
    assert visitor.plan == before

    clean(labelled(page.button, "Accept").click().run())
    assert visitor.plan != before
    assert "5 days a week; long run on Friday" in visitor.service.heads(visitor.id)[0].cause


def test_too_few_days_are_refused_in_one_sentence(visitor: Visitor) -> None:  # noqa: F811
    page = visitor.page("settings")
    labelled(page.button_group, "Days you can run").set_value(["mon"])

    page = saved(page)

    assert [error.value for error in page.error] == ["A plan needs two days to run on at least."]
    assert len(visitor.service.athlete(visitor.id).free_days) == 7


def test_a_race_is_added_and_removed(visitor: Visitor) -> None:  # noqa: F811
    page = visitor.page("settings")
    day = visitor.today + dt.timedelta(days=90)
    labelled([each for each in page.date_input if "new_race" in (each.key or "")], "Date").set_value(day)
    labelled(page.text_input, "Target time").set_value("1:45:00")

    page = saved(page, "Save race")

    (race,) = visitor.service.athlete(visitor.id).races
    assert (race.distance_km, race.date, race.target_s, race.priority) == (21.0975, day, 6300, "A")

    clean(labelled(page.button, "Remove").click().run())
    assert visitor.service.athlete(visitor.id).races == ()


def test_what_is_pressed_after_another_tab_has_saved_changes_who_the_runner_is_now(visitor: Visitor) -> None:  # noqa: F811
    ten, half = Race(distance_km=10), Race(distance_km=21.0975)
    knee = Injury(part="knee")
    before = visitor.service.athlete(visitor.id).but(races=(ten, half), injuries=(knee,))
    visitor.service.save_athlete(visitor.id, before)
    page = visitor.page("settings")
    visitor.service.save_athlete(visitor.id, before.but(hills=True, races=(half, ten)))

    remove, *_ = (button for button in page.button if button.label == "Remove")
    clean(remove.click().run())
    clean(labelled(page.button, "It is fine again").click().run())

    athlete = visitor.service.athlete(visitor.id)
    assert (athlete.races, athlete.injuries, athlete.hills) == ((half,), (knee.but(current=False),), True)


@pytest.mark.parametrize("units", ["km", "mi"])
def test_a_recent_race_and_the_volume_are_kept_in_any_units(visitor: Visitor, units: str) -> None:  # noqa: F811
    visitor.service.save_athlete(visitor.id, visitor.service.athlete(visitor.id).but(units=units, weekly_km=33.37))
    page = visitor.page("settings")
    labelled([each for each in page.text_input if each.key and each.key.endswith("_time")], "Time").set_value("52:40")

    saved(page, "Save")

    athlete = visitor.service.athlete(visitor.id)
    assert athlete.recent == Performance(distance_km=10, duration_s=3160)
    assert athlete.weekly_km == 33.37


def test_a_time_that_cannot_be_read_is_told_and_nothing_is_saved(visitor: Visitor) -> None:  # noqa: F811
    page = visitor.page("settings")
    labelled([each for each in page.text_input if each.key and each.key.endswith("_time")], "Time").set_value("fast")

    page = saved(page, "Save")

    assert "'fast' is not a duration" in page.error[0].value
    assert visitor.service.athlete(visitor.id).recent is None


def test_miles_dates_and_the_first_day_are_shown_everywhere_at_once(visitor: Visitor) -> None:  # noqa: F811
    visitor.service.talk(visitor.id, HALF)
    page = visitor.page("settings")

    clean(page.button_group(key="units").set_value("mi").run())
    clean(visitor.page("settings").button_group(key="dates").set_value("month_first").run())
    page = clean(visitor.page("settings").button_group(key="week_starts").set_value("sun").run())

    athlete = visitor.service.athlete(visitor.id)
    assert (athlete.units, athlete.dates, athlete.week_starts) == ("mi", "month_first", "sun")
    assert labelled(page.button_group, "Days you can run").options[0] == "Sun"
    assert "Apr 18" in words(visitor.page("settings"))
    assert " mi" in words(visitor.page("plan"))
    assert '"names":["Sun","Mon"' in words(visitor.page("plan"))


def test_a_day_is_the_day_it_was_where_the_runner_is(visitor: Visitor) -> None:  # noqa: F811
    visitor.service.new_token(visitor.id, "watch")
    visitor.service.remember(visitor.id, "Runs with a dog")
    made = visitor.service.tokens(visitor.id)[0].created_at
    shown = set()

    for timezone in ("Pacific/Kiritimati", "Pacific/Pago_Pago"):  # 25 hours apart
        visitor.service.client(visitor.id, timezone)
        day = shown_day(made.astimezone(zoneinfo.ZoneInfo(timezone)).date(), weekday=False, year=True)
        told = words(visitor.page("settings"))
        assert f"**watch**, made {day}" in told
        assert f"Runs with a dog :small[:gray[{day}]]" in told
        shown.add(day)

    assert len(shown) == 2


def test_changes_are_applied_at_once_when_that_is_wanted(visitor: Visitor) -> None:  # noqa: F811
    visitor.service.talk(visitor.id, HALF)
    clean(visitor.page("settings").toggle(key="apply_at_once").set_value(True).run())

    turn = visitor.service.talk(visitor.id, "make next week easier")

    assert (turn.outcome, turn.version) == ("saved", 2)


def test_what_the_coach_remembers_is_seen_confirmed_corrected_and_deleted(visitor: Visitor) -> None:  # noqa: F811
    visitor.service.client(visitor.id)
    fact = visitor.service.store.remember(
        visitor.id, "Likes hills", kind="note", confirmed=False, now=visitor.service.now()
    )
    page = visitor.page("settings")
    assert "Likes hills :orange-badge[please confirm]" in words(page)

    page = clean(page.button(key=f"confirm_{fact.id}").click().run())
    assert visitor.service.facts(visitor.id)[0].confirmed

    page.text_input(key=f"correct_{fact.id}_text").set_value("Hates hills")
    page = clean(page.button(key=f"correct_{fact.id}_save").click().run())
    assert "Hates hills" in words(page)

    page.text_input(key="remember_text").set_value("Runs with a dog")
    page = clean(page.button(key="remember_save").click().run())
    assert len(visitor.service.facts(visitor.id)) == 2

    clean(page.button(key=f"forget_{fact.id}").click().run())
    assert [each.text for each in visitor.service.facts(visitor.id)] == ["Runs with a dog"]


def test_everything_is_deleted_only_after_a_second_yes(visitor: Visitor) -> None:  # noqa: F811
    visitor.service.talk(visitor.id, HALF)
    page = clean(visitor.page("settings").button(key="delete_everything").click().run())
    assert visitor.plan is not None

    clean(page.button(key="confirm_yes").click().run())

    assert visitor.service.heads(visitor.id) == ()


def test_a_new_plan_can_begin_with_the_same_runner(visitor: Visitor) -> None:  # noqa: F811
    visitor.service.talk(visitor.id, HALF)
    athlete = visitor.service.athlete(visitor.id)
    page = clean(visitor.page("settings").button(key="start_over").click().run())

    clean(page.button(key="confirm_yes").click().run())

    assert visitor.service.heads(visitor.id) == ()
    assert visitor.service.athlete(visitor.id) == athlete


def test_an_exported_file_is_taken_in_by_an_empty_client(visitor: Visitor) -> None:  # noqa: F811
    content = visitor.service.export_file(demo.enter(visitor.service, "somebody"))
    page = visitor.page("settings")
    page.file_uploader(key="import_file").set_value(("planwise.json", content, "application/json"))

    clean(page.button(key="import").click().run())

    assert len(visitor.service.heads(visitor.id)) == 5
    assert "export this, then delete everything first" in words(visitor.page("settings"))


def test_an_exported_file_brings_the_settings_back_and_the_same_page_shows_them(visitor: Visitor) -> None:  # noqa: F811
    visitor.service.talk(visitor.id, HALF)
    visitor.service.save_athlete(visitor.id, visitor.service.athlete(visitor.id).but(units="mi", dates="day_first"))
    visitor.service.apply_at_once(visitor.id, True)
    visitor.service.remember(visitor.id, "Runs with a dog")
    before = visitor.service.client(visitor.id)
    content = visitor.service.export_file(visitor.id)
    page = clean(visitor.page("settings").button(key="delete_everything").click().run())
    clean(page.button(key="confirm_yes").click().run())
    clean(page.run())
    assert (page.button_group(key="units").value, page.toggle(key="apply_at_once").value) == ("km", False)

    page.file_uploader(key="import_file").set_value(("planwise.json", content, "application/json"))
    clean(page.button(key="import").click().run())
    clean(page.run())

    assert visitor.service.client(visitor.id) == before
    assert (page.button_group(key="units").value, page.button_group(key="dates").value) == ("mi", "day_first")
    assert page.toggle(key="apply_at_once").value
    assert "Runs with a dog" in words(page)

"""The plan's page: what is on, the workout that is opened, and every way to change it."""

from __future__ import annotations

import pytest

from planwise_core.training.values import WEEKDAYS
from tests.builders import easy, plan, workout
from tests.pages import THREE_WEEKS, Visitor, clean, figures, service, two_more_versions, visitor, words

pytestmark = pytest.mark.xdist_group("pages")  # they share the one service of their process
__all__ = ["service", "visitor"]  # fixtures


def test_the_plan_page_begins_with_the_goal_the_week_and_what_comes(visitor: Visitor) -> None:
    visitor.has(THREE_WEEKS)

    page = visitor.page("plan")

    assert page.title[0].value == "Half Marathon"
    assert figures(page) == {"Week": "1 of 3", "This week": "30 km"}


def test_a_goal_brought_along_is_words_and_no_mark_up(visitor: Visitor) -> None:
    visitor.has(THREE_WEEKS.but(goal="[free](http://elsewhere.example) :red[run]"))

    title = visitor.page("plan").title[0].value

    assert title.startswith(r"\[free\]\(http")
    assert r"\:red\[run" in title


def test_a_workout_opened_on_the_calendar_shows_its_detail(visitor: Visitor) -> None:
    mine = visitor.has(THREE_WEEKS)
    page = visitor.page("plan")

    page.session_state["opened"] = "w2-sun"
    clean(page.run())

    assert "14 km" in words(page)
    assert "Why" in words(page)
    assert mine.by_id["w2-sun"].date > visitor.today


def test_an_opened_workout_says_which_words_put_it_there_and_leads_to_that_change(visitor: Visitor) -> None:
    two_more_versions(visitor)
    page = visitor.page("plan")

    page.session_state["opened"] = "w3-sun"
    clean(page.run())
    link = next(link for link in page.get("page_link") if link.proto.label == "See that change")

    assert "Wedding on Sunday" in words(page)
    assert "→ moved **Long run**" in words(page)
    assert (link.proto.page, link.proto.query_string) == ("history", "a=2&b=3&view=Compare")

    page.session_state["opened"] = "w1-tue"
    clean(page.run())
    assert "like this since the first plan" in words(page)


def test_the_races_drawer_has_splits_for_the_time_one_aims_at(visitor: Visitor) -> None:
    race = workout("sun", 21.1, week=3, type="race", id="race", minutes=110)
    visitor.has(plan(*(each for each in THREE_WEEKS.workouts if each.id != "w3-sun"), race, weeks=3))
    page = visitor.page("plan")
    page.session_state["opened"] = "race"
    clean(page.run())
    assert "1:50:00" in words(page)

    clean(page.text_input(key="race_aim").set_value("1:45:00").run())
    assert "1:45:00" in words(page)
    assert "Hold back" in words(page)

    clean(page.text_input(key="race_aim").set_value("quickly").run())
    assert "is not a duration" in words(page)


def test_a_hot_race_is_run_slower(visitor: Visitor) -> None:
    race = workout("sun", 21.1, week=3, type="race", id="race", minutes=110)
    visitor.has(plan(*(each for each in THREE_WEEKS.workouts if each.id != "w3-sun"), race, weeks=3))
    page = visitor.page("plan")
    page.session_state["opened"] = "race"
    clean(page.run())
    page.number_input(key="race_temperature").set_value(25)
    clean(page.number_input(key="race_dew_point").set_value(15).run())

    assert "1:52:17" in words(page)  # 25 and 15 °C are together 136 °F

    page.number_input(key="race_temperature").set_value(45)
    clean(page.number_input(key="race_dew_point").set_value(35).run())
    assert "is not safe" in words(page)


def test_paces_and_race_times_are_told_when_they_are_opened(visitor: Visitor) -> None:
    visitor.has(THREE_WEEKS)
    assert "Your paces come from a race" in words(visitor.page("plan", opened="outlook"))

    service = visitor.service
    service.store.save_client(service.client(visitor.id).but(athlete=service.athlete(visitor.id).but(vdot=50)))
    page = visitor.page("plan", opened="outlook")
    assert "| Threshold, tempo | 4:15 /km |" in words(page)
    assert "| 5 km | 19:56 |" in words(page)

    clean(page.number_input(key="outlook_days_off").set_value(21).run())
    assert "about 95% of your fitness is left" in words(page)
    assert "| 5 km | 20:48 |" in words(page)


def test_where_the_plan_stands_is_told_when_it_is_opened(visitor: Visitor) -> None:
    visitor.has(THREE_WEEKS)

    assert "published half marathon plans" not in words(visitor.page("plan"))
    assert "Longest run: 14 km; published half marathon plans: 19 km" in words(visitor.page("plan", opened="standing"))


@pytest.mark.parametrize("only", ["hard", "long", "open"])
def test_a_filtered_calendar_is_drawn_without_a_failure(visitor: Visitor, only: str) -> None:
    visitor.has(THREE_WEEKS)
    page = visitor.page("plan")

    page.session_state["only"] = only
    clean(page.run())


def test_a_workout_is_moved_by_the_form_and_undone(visitor: Visitor) -> None:
    mine = visitor.has(THREE_WEEKS)
    page = visitor.page("plan", opened="adjust")

    page.selectbox(key="move_what").set_value("w2-sun")
    page.date_input(key="move_day").set_value(mine.day(2, "sat"))
    next(button for button in page.button if button.label == "Move").click()
    clean(page.run())

    assert visitor.plan.by_id["w2-sun"].date == mine.day(2, "sat")
    assert "Saved as version 2" in words(page)
    clean(page.button(key="undo").click().run())
    assert visitor.plan == mine


def test_a_workout_is_moved_from_its_drawer(visitor: Visitor) -> None:
    mine = visitor.has(THREE_WEEKS)
    page = visitor.page("plan")
    page.session_state["opened"] = "w2-sun"
    clean(page.run())

    clean(page.button(key="drop").click().run())

    assert "w2-sun" not in visitor.plan.by_id
    assert "w2-thu" in mine.by_id


def test_an_easier_week_keeps_the_days_and_takes_a_fifth(visitor: Visitor) -> None:
    mine = visitor.has(THREE_WEEKS)
    page = visitor.page("plan", opened="adjust")

    page.selectbox(key="adjust_week").set_value(2)
    clean(page.button(key="week_less").click().run())

    assert visitor.plan.by_id["w2-tue"].km == pytest.approx(6.4)
    assert visitor.plan.by_id["w3-tue"] == mine.by_id["w3-tue"]


def test_days_off_take_the_workouts_of_those_days_out(visitor: Visitor) -> None:
    mine = visitor.has(THREE_WEEKS)
    page = visitor.page("plan", opened="adjust")

    page.date_input[0].set_value((mine.day(2, "mon"), mine.day(2, "fri")))
    next(button for button in page.button if button.label == "Take these days off").click()
    clean(page.run())

    gone = {each.id for each in mine.workouts} - {each.id for each in visitor.plan.workouts}
    assert gone == {"w2-tue", "w2-thu"}


def test_a_run_is_noted_from_the_drawer(visitor: Visitor) -> None:
    weekday = WEEKDAYS[visitor.today.weekday()]
    visitor.has(plan(easy(weekday, 8, id="today"), weeks=3))
    page = visitor.page("plan")
    page.session_state["opened"] = "today"
    clean(page.run())

    next(button for button in page.button if button.label == "Mark as done").click()
    clean(page.run())

    assert [(run.workout, run.km) for run in visitor.service.runs(visitor.id)] == [("today", 8.0)]
    assert "Done" in words(page)


def test_a_change_the_checks_object_to_waits_for_a_second_word(visitor: Visitor) -> None:
    mine = visitor.has(THREE_WEEKS)
    visitor.service.save_athlete(visitor.id, visitor.service.athlete(visitor.id).but(free_days=("tue", "thu", "sun")))
    page = visitor.page("plan", opened="adjust")

    page.selectbox(key="move_what").set_value("w2-sun")
    page.date_input(key="move_day").set_value(mine.day(2, "sat"))
    next(button for button in page.button if button.label == "Move").click()
    clean(page.run())
    assert visitor.plan == mine
    assert "Nothing is saved yet" in words(page)

    clean(page.button(key="anyway").click().run())
    assert visitor.plan.by_id["w2-sun"].date == mine.day(2, "sat")

"""Every page, run as Streamlit runs it, over a real service: what a runner sees, clicks and gets."""

from __future__ import annotations

import datetime as dt
import os
import re
from collections.abc import Iterator

import pytest
from streamlit.testing.v1 import AppTest

from planwise_core.accounts import guest_id, new_guest_key
from planwise_core.service import PlanWise
from planwise_core.training.edits import Change, Move
from planwise_core.training.plan import Plan
from planwise_core.training.values import WEEKDAYS, monday_of
from planwise_core.ui.house import house
from tests.builders import easy, plan, workout

pytestmark = pytest.mark.xdist_group("pages")  # they share the one service of their process
SCRIPT = """
import streamlit as st
from planwise_core.ui.shell import PAGES
names = ("chat", "plan", "history", "progress", "settings", "account")
st.navigation([st.Page(PAGES / f"{{each}}.py", default=each == "{name}") for each in names]).run()
"""


@pytest.fixture(scope="session")
def service(tmp_path_factory: pytest.TempPathFactory) -> Iterator[PlanWise]:
    """The service that the pages of this process find, over a database of its own."""
    before = os.environ.get("DB_URL")
    os.environ["DB_URL"] = f"sqlite:///{tmp_path_factory.mktemp('pages') / 'pages.db'}"
    opened = house()
    if before is None:
        del os.environ["DB_URL"]
    else:
        os.environ["DB_URL"] = before
    yield opened
    opened.close()


class Visitor:
    """A guest with a browser session per page they look at."""

    def __init__(self, service: PlanWise) -> None:
        self.service, self.key = service, new_guest_key()
        self.id = guest_id(self.key) or ""
        service.client(self.id)
        self.today = service.today(self.id)

    def page(self, name: str, *, opened: str = "", **query: str) -> AppTest:
        """The page, with the expander of the key `opened` open."""
        at = AppTest.from_string(SCRIPT.format(name=name), default_timeout=60)
        at.session_state["_guest_key"] = self.key
        if opened:
            at.session_state[opened] = True
        at.query_params.update(query)
        return clean(at.run())

    def has(self, made: Plan, cause: str = "I want a plan", weeks_ago: int = 0) -> Plan:
        """Gives the visitor a first plan that begins this week, or so many ago."""
        shifted = monday_of(self.today) - dt.timedelta(weeks=weeks_ago) - made.start_date
        mine = made.but(
            start_date=made.start_date + shifted,
            race_date=made.race_date and made.race_date + shifted,
            workouts=tuple(each.but(date=each.date + shifted) for each in made.workouts),
        )
        self.service.store.save_version(
            self.id, parent=None, plan=mine, edits=(), author="coach", cause=cause, now=self.service.now()
        )
        return mine

    @property
    def plan(self) -> Plan:
        current = self.service.current(self.id)
        assert current is not None
        return current.plan


@pytest.fixture
def visitor(service: PlanWise) -> Visitor:
    return Visitor(service)


def clean(at: AppTest) -> AppTest:
    """The page without an exception."""
    assert not at.exception, at.exception
    return at


def words(at: AppTest) -> str:
    """Everything that is written on a page."""
    kinds = (at.title, at.subheader, at.markdown, at.caption, at.error, at.warning, at.info, at.success)
    written = [element.value for kind in kinds for element in kind]
    components = [element.proto.bytes.decode() or element.proto.json for element in at.get("bidi_component")]
    return "\n".join([*written, *(re.sub(r"(<[^>]*>)+", "|", body) for body in htmls(at)), *components])


def htmls(at: AppTest) -> list[str]:
    """What is drawn as HTML of our own."""
    return [element.proto.body for element in at.get("html")]


def figures(at: AppTest) -> dict[str, str]:
    """The row of figures on top of a page: names and values."""
    return dict(re.findall(r'<dt>(.*?)</dt><dd class="figure">(.*?)</dd>', "".join(htmls(at))))


def finished(at: AppTest) -> AppTest:
    """The page once the answer that is being made has ended."""
    while any(button.key == "stop" for button in at.button):
        at.run()
    return clean(at)


THREE_WEEKS = plan(
    *(easy(day, 8, week=week) for week in (1, 2, 3) for day in ("tue", "thu")),
    *(workout("sun", 14, week=week, type="long", title="Long run") for week in (1, 2, 3)),
    weeks=3,
)


# --- without a plan


def test_a_stranger_has_two_choices_and_may_just_talk(visitor: Visitor) -> None:
    page = visitor.page("chat")

    assert [button.label for button in page.button] == ["Start my plan", "Try the demo"]
    assert not page.chat_input[0].disabled


def test_a_stranger_who_starts_is_asked_what_they_train_for_and_shown_how_to_begin(visitor: Visitor) -> None:
    page = clean(visitor.page("chat").button(key="start_plan").click().run())

    assert "What are you training for" in words(page)
    assert any("5 km in 10 weeks" in words for words in page.pills(key="suggestion").options)
    assert not page.chat_input[0].disabled


@pytest.mark.parametrize("name", ["plan", "history"])
def test_a_page_without_a_plan_says_so_and_shows_the_way(visitor: Visitor, name: str) -> None:
    page = visitor.page(name)

    assert "no plan yet" in words(page)
    assert [link.proto.label for link in page.get("page_link")] == ["Start my plan"]


def test_the_way_on_from_an_empty_page_leads_straight_into_the_talk(visitor: Visitor) -> None:
    link = next(link for link in visitor.page("plan").get("page_link") if link.proto.label == "Start my plan")

    assert link.proto.query_string == "start=1"
    assert "What are you training for" in words(visitor.page("chat", start="1"))


# --- coach


def test_the_demo_is_one_click_in_on_every_page_and_one_click_out(visitor: Visitor) -> None:
    page = clean(visitor.page("chat").button(key="try_demo").click().run())

    assert "wedding" in words(page)
    assert "Half Marathon" in words(visitor.page("plan"))
    assert "Version 5" in words(visitor.page("history", view="Versions"))
    assert visitor.service.heads(visitor.id) == ()

    page = clean(page.button(key="leave_demo").click().run())

    assert [button.label for button in page.button] == ["Start my plan", "Try the demo"]


def test_a_link_opens_the_demo(visitor: Visitor) -> None:
    assert "Half Marathon" in words(visitor.page("plan", demo="1"))


def test_a_suggestion_says_its_sentence(visitor: Visitor) -> None:
    page = clean(visitor.page("chat").button(key="start_plan").click().run())

    finished(page.pills(key="suggestion").set_value(page.pills(key="suggestion").options[0]).run())

    assert visitor.plan.goal == "Half Marathon"
    assert page.pills(key="suggestion").value is None


def test_what_is_typed_is_answered_and_kept(visitor: Visitor) -> None:
    page = visitor.page("chat")

    finished(page.chat_input[0].set_value("Half marathon in 16 weeks, 30 km a week, 4 days a week").run())

    assert visitor.plan.goal == "Half Marathon"
    assert "Half marathon in 16 weeks" in words(visitor.page("chat"))


def test_a_proposal_is_a_card_and_accepting_it_makes_the_version(visitor: Visitor) -> None:
    visitor.service.talk(visitor.id, "Half marathon in 16 weeks, 30 km a week, 4 days a week")
    before = visitor.plan
    turn = visitor.service.talk(visitor.id, "make week 3 easier")

    page = visitor.page("chat")
    assert "Proposed change" in words(page)
    clean(page.button(key=f"accept_{turn.id}").click().run())

    assert visitor.plan != before
    assert "Saved as version 2" in words(page)
    assert not [button for button in page.button if button.key == f"accept_{turn.id}"]


def test_a_part_of_a_proposal_can_be_ticked(visitor: Visitor) -> None:
    visitor.service.talk(visitor.id, "Half marathon in 16 weeks, 30 km a week, 4 days a week")
    before = visitor.plan
    turn = visitor.service.talk(visitor.id, "make week 3 easier")
    page = visitor.page("chat")

    clean(page.toggle(key=f"choose_{turn.id}").set_value(True).run())
    for box in list(page.checkbox)[1:]:
        box.set_value(False)
    clean(page.run())
    accept = page.button(key=f"accept_{turn.id}")
    assert accept.label == f"Accept 1 of {len(turn.edits)}"
    assert "**Proposed change** · 1 changed, " in words(page)
    clean(accept.click().run())

    changed = [each.id for each in visitor.plan.workouts if before.by_id[each.id] != each]
    assert len(changed) == 1


def test_a_proposal_with_nothing_ticked_can_only_be_discarded(visitor: Visitor) -> None:
    visitor.service.talk(visitor.id, "Half marathon in 16 weeks, 30 km a week, 4 days a week")
    turn = visitor.service.talk(visitor.id, "make week 3 easier")
    page = visitor.page("chat")

    clean(page.toggle(key=f"choose_{turn.id}").set_value(True).run())
    for box in list(page.checkbox):
        box.set_value(False)
    clean(page.run())

    assert page.button(key=f"accept_{turn.id}").disabled
    assert "**Proposed change** · ±0 km" in words(page)


def test_a_discarded_proposal_changes_nothing(visitor: Visitor) -> None:
    visitor.service.talk(visitor.id, "Half marathon in 16 weeks, 30 km a week, 4 days a week")
    before = visitor.plan
    turn = visitor.service.talk(visitor.id, "make week 3 easier")

    page = visitor.page("chat")
    clean(page.button(key=f"discard_{turn.id}").click().run())

    assert visitor.plan == before
    assert "the plan stayed as it was" in words(page)


def test_a_runners_markup_is_shown_as_it_was_typed(visitor: Visitor) -> None:
    visitor.service.talk(visitor.id, "![x](https://evil.test/x.png) costs $5 and <b>$6</b>")

    said = words(visitor.page("chat"))

    assert "![x](" not in said
    assert "\\$5" in said


def test_only_the_last_turns_are_drawn_and_earlier_ones_on_demand(visitor: Visitor) -> None:
    for number in range(22):
        visitor.service.talk(visitor.id, f"hello number {number}!")

    page = visitor.page("chat")
    assert "number 2\\!" in words(page)
    assert "number 1\\!" not in words(page)
    clean(page.button(key="earlier").click().run())

    assert "number 0\\!" in words(page)


def test_a_long_conversation_is_read_in_a_window_that_moves(visitor: Visitor) -> None:
    for number in range(85):
        visitor.service.ask(visitor.id, f"hello number {number}!", turn_id=f"{number:032}")
        visitor.service.wait(visitor.id, f"{number:032}")

    def drawn(page: AppTest) -> list[int]:
        numbers = [int(found) for found in re.findall(r"number (\d+)\\!", words(page))]
        return [min(numbers), max(numbers), len(numbers)]

    page = visitor.page("chat")
    seen = []
    while "earlier" in {button.key for button in page.button}:
        seen.append(drawn(page))
        clean(page.button(key="earlier").click().run())
    assert seen == [[65, 84, 20], [45, 84, 40], [25, 84, 60], [5, 64, 60]]
    assert drawn(page) == [0, 44, 45]
    clean(page.button(key="later").click().run())
    assert drawn(page) == [5, 64, 60]

    finished(page.chat_input[0].set_value("hello number 85!").run())

    assert drawn(page)[1] == 85  # the answer is in sight again


# --- plan


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


# --- history


def two_more_versions(visitor: Visitor) -> None:
    mine = visitor.has(THREE_WEEKS, cause="I want a half marathon plan")
    visitor.service.edit(visitor.id, [Change(workout="w2-tue", km=6)], parent=1, cause="Shorter Tuesday")
    day = WEEKDAYS[(mine.by_id["w3-sun"].date.weekday() - 1) % 7]
    visitor.service.edit(visitor.id, [Move(workout="w3-sun", week=3, day=day)], parent=2, cause="Wedding on Sunday")


def test_history_opens_with_the_last_two_versions_and_every_cause(visitor: Visitor) -> None:
    two_more_versions(visitor)

    page = visitor.page("history")

    assert (page.selectbox(key="a").value, page.selectbox(key="b").value) == ("2", "3")
    assert "→ moved **Long run**" in words(page)
    said = words(visitor.page("history", view="Versions"))
    assert all(cause in said for cause in ("half marathon plan", "Shorter Tuesday", "Wedding on Sunday"))


def test_history_says_which_version_made_the_plan_riskier(visitor: Visitor) -> None:
    visitor.has(THREE_WEEKS)
    visitor.service.edit(visitor.id, [Change(workout="w2-sun", km=21)], parent=1, cause="I feel great", anyway=True)

    page = visitor.page("history", view="Safety")

    assert "Version 2 raised the largest single-run step from 0 % to 50 % (week 2: 21 km after 14 km)." in words(page)


def test_a_what_if_is_looked_at_and_taken(visitor: Visitor) -> None:
    visitor.service.talk(visitor.id, "Half marathon in 16 weeks, 30 km a week, 4 days a week")
    page = visitor.page("history", view="What if")

    clean(page.pills(key="wishes").set_value(["race+3w", "days-3"]).run())
    assert len(visitor.service.heads(visitor.id)) == 1
    clean(page.button(key="take_days-3").click().run())

    assert "Saved as version 2" in words(page)
    assert visitor.service.heads(visitor.id)[0].cause == "What if I ran 3 days a week instead of 4?"

    clean(page.button(key="undo").click().run())

    assert visitor.service.heads(visitor.id)[0].cause == "Back to version 1"
    assert visitor.service.athlete(visitor.id).days_per_week == 4


def test_a_link_opens_the_comparison_it_names(visitor: Visitor) -> None:
    two_more_versions(visitor)

    page = visitor.page("history", a="1", b="2")

    assert (page.selectbox(key="a").value, page.selectbox(key="b").value) == ("1", "2")
    assert "8 km → 6 km (−2\u00a0km)" in words(page)


@pytest.mark.parametrize("query", [{"a": "99", "b": "x"}, {"a": "", "b": "-1"}, {"a": "1' OR 1"}])
def test_a_link_to_versions_that_are_not_there_opens_the_last_two(visitor: Visitor, query: dict[str, str]) -> None:
    two_more_versions(visitor)

    page = visitor.page("history", **query)

    assert (page.selectbox(key="a").value, page.selectbox(key="b").value) == ("2", "3")


def test_nobody_sees_the_versions_of_another(visitor: Visitor, service: PlanWise) -> None:
    two_more_versions(visitor)

    assert "no plan yet" in words(Visitor(service).page("history", a="1", b="2"))


def test_a_fact_is_asked_about_seen_corrected_and_forgotten(visitor: Visitor) -> None:
    visitor.service.talk(visitor.id, "Remember that I work nights.")
    (fact,) = visitor.service.facts(visitor.id)

    page = visitor.page("chat")
    assert "Shall I remember: *I work nights*?" in words(page)
    clean(page.button(key=f"fact_Yes_{fact.id}").click().run())
    assert "Shall I remember" not in words(page)
    clean(page.text_input(key=f"remembered_{fact.id}").input("I work early shifts").run())
    assert [each.text for each in visitor.service.facts(visitor.id)] == ["I work early shifts"]
    clean(page.button(key=f"forget_{fact.id}").click().run())
    assert visitor.service.facts(visitor.id) == ()


def test_a_fact_that_is_declined_is_gone(visitor: Visitor) -> None:
    visitor.service.talk(visitor.id, "Remember that I work nights.")
    (fact,) = visitor.service.facts(visitor.id)

    clean(visitor.page("chat").button(key=f"fact_No_{fact.id}").click().run())

    assert visitor.service.facts(visitor.id) == ()

"""The coach's page: talking, proposals, what may be remembered."""

from __future__ import annotations

import re

import pytest
from streamlit.testing.v1 import AppTest

from tests.pages import Visitor, clean, finished, service, visitor, words

pytestmark = pytest.mark.xdist_group("pages")  # they share the one service of their process
__all__ = ["service", "visitor"]  # fixtures


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


@pytest.mark.parametrize(("button", "versions"), [("accept", 2), ("discard", 1)])
def test_a_decision_counts_whatever_the_page_comes_to_draw_next(visitor: Visitor, button: str, versions: int) -> None:
    visitor.service.talk(visitor.id, "Half marathon in 16 weeks, 30 km a week, 4 days a week")
    turn = visitor.service.talk(visitor.id, "make week 3 easier")
    page = visitor.page("chat")

    page.session_state["turns_before"] = (turn.id,)  # meanwhile turned back to earlier messages: no card is drawn
    clean(page.button(key=f"{button}_{turn.id}").click().run())

    assert "Proposed change" not in words(page)
    assert visitor.service.turn(visitor.id, turn.id).decision == f"{button}ed"
    assert len(visitor.service.heads(visitor.id)) == versions


def test_a_part_of_a_proposal_can_be_ticked(visitor: Visitor) -> None:
    visitor.service.talk(visitor.id, "Half marathon in 16 weeks, 30 km a week, 4 days a week")
    before = visitor.plan
    turn = visitor.service.talk(visitor.id, "make week 3 easier")
    page = visitor.page("chat")

    clean(page.toggle(key=f"choose_{turn.id}").set_value(True).run())
    for box in list(page.checkbox)[1:]:
        box.set_value(False)
    clean(page.run())
    assert f"**1 of {len(page.checkbox)}** changes are ticked." in words(page)
    assert "**Proposed change** · 1 changed, " in words(page)
    clean(page.button(key=f"accept_{turn.id}").click().run())

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

    assert "**Proposed change** · ±0 km" in words(page)
    clean(page.button(key=f"accept_{turn.id}").click().run())
    assert "Nothing is ticked" in page.error[0].value
    assert len(visitor.service.heads(visitor.id)) == 1


def test_a_discarded_proposal_changes_nothing(visitor: Visitor) -> None:
    visitor.service.talk(visitor.id, "Half marathon in 16 weeks, 30 km a week, 4 days a week")
    before = visitor.plan
    turn = visitor.service.talk(visitor.id, "make week 3 easier")

    page = visitor.page("chat")
    clean(page.button(key=f"discard_{turn.id}").click().run())

    assert visitor.plan == before
    assert "the plan stayed as it was" in words(page)
    assert "Forgotten as days away" not in words(page)


def test_whoever_discards_days_off_is_told_that_they_run_on_them(visitor: Visitor) -> None:
    visitor.service.talk(visitor.id, "Half marathon in 16 weeks, 30 km a week, 4 days a week")
    turn = visitor.service.talk(visitor.id, "I'm away in week 3")

    page = visitor.page("chat")
    clean(page.button(key=f"discard_{turn.id}").click().run())

    assert "Forgotten as days away: " in words(page)
    assert visitor.service.athlete(visitor.id).away == ()


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

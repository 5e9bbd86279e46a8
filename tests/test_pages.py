"""The first look at every page: what it says without a plan, and the ways on."""

from __future__ import annotations

import pytest

from tests.pages import Visitor, clean, service, visitor, words

pytestmark = pytest.mark.xdist_group("pages")  # they share the one service of their process
__all__ = ["service", "visitor"]  # fixtures


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

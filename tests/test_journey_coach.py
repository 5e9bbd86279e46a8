"""The first minute and the conversation, as a stranger goes through them at a desk and with a phone."""

from __future__ import annotations

import re
import threading
from collections.abc import Iterator
from typing import Any

import pytest
from playwright.sync_api import Browser, expect

from tests.houses import HALF
from tests.openai_peer import SSE, Raw, answer, serving, streamed
from tests.visitors import Site, Visitor, both_sizes, browser, runner, shot_of, site, site_of, visiting

pytestmark = pytest.mark.xdist_group("browser")  # one Chromium at a time is enough for two cores
__all__ = ["browser", "runner", "site"]  # fixtures

SLEEP = "Sleep is where training becomes fitness, so guard it well."


# --- the first minute


def test_the_demo_is_one_click_in_can_be_changed_brought_back_and_left(runner: Visitor) -> None:
    runner.goes().sees_title("A running coach you talk to").clicks("Try the demo")
    runner.sees("Leave the demo").sees("wedding").turns_to("Plan").sees_title("Half Marathon").sees_charts()
    runner.turns_to("Coach").says("make next week easier").sees("Proposed change").clicks("Accept")
    runner.sees("Saved as version 6")
    runner.clicks("Reset the demo").sees_no("Saved as version 6").sees_no("Proposed change").sees("wedding")
    runner.clicks("Leave the demo").sees_title("A running coach you talk to")
    assert runner.versions() == []
    runner.turns_to("Plan").sees("You have no plan yet")


def test_a_plan_starts_with_a_prompt_that_is_already_written(runner: Visitor) -> None:
    runner.goes().clicks("Start my plan").sees_title("What are you training for?")
    runner.ticks(re.compile("half marathon in 16 weeks")).sees("Version 1")
    runner.touches(runner.page.get_by_role("link", name="Version 1: see the plan"))
    runner.sees_title("Half Marathon").sees("Week 1").sees_charts()


def test_what_is_missing_is_asked_for_one_short_question_at_a_time(runner: Visitor) -> None:
    runner.goes().says("I want to run a 10k in 12 weeks").sees("How much do you run")
    runner.says("20 km").sees("days")
    runner.says("3").sees("Version 1")

    assert len(runner.versions()) == 1


# --- an answer that is being made


@pytest.fixture(scope="module")
def model(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Site, Raw]]:
    """A PlanWise whose coach is a model, and the model, whose next answers a test sets."""
    with (
        serving((200, SSE, [])) as peer,
        site_of(tmp_path_factory.mktemp("model"), OPENAI_BASE_URL=peer.base_url, OPENAI_MODE="strict") as asking,
    ):
        yield asking, peer


class HeldBack:
    """A model's answer that stops in the middle until it is let go."""

    def __init__(self, peer: Raw, words: str = SLEEP) -> None:
        self.go_on = threading.Event()
        pieces: list[Any] = list(streamed(answer(words)))
        peer.answers[:] = [(200, SSE, [*pieces[:6], self.wait, *pieces[6:]])]

    def wait(self) -> bytes:
        assert self.go_on.wait(120)
        return b""


@both_sizes
@pytest.mark.parametrize("leave", ["reload", "another page", "close the tab"])
def test_leaving_in_the_middle_of_an_answer_loses_nothing(
    browser: Browser, model: tuple[Site, Raw], size: str, leave: str, request: pytest.FixtureRequest
) -> None:
    asking, peer = model
    held = HeldBack(peer)
    with visiting(browser, asking, size, shot=shot_of(request)) as runner:
        runner.goes().says("how important is sleep?").sees("Sleep is").sees("Stop answering")
        if leave == "reload":
            runner.page.reload()
        elif leave == "another page":
            runner.turns_to("Plan").sees("You have no plan yet").turns_to("Coach")
        else:
            tab = runner.opens_tab()
            runner.page.close()
            runner = tab
        runner.sees("Sleep is")
        held.go_on.set()
        runner.sees(SLEEP).sees_no("Stop answering")


@both_sizes
def test_an_answer_can_be_stopped_and_asked_for_again(
    browser: Browser, model: tuple[Site, Raw], size: str, request: pytest.FixtureRequest
) -> None:
    asking, peer = model
    held = HeldBack(peer)
    with visiting(browser, asking, size, shot=shot_of(request)) as runner:
        runner.goes().says("how important is sleep?").sees("Sleep is").clicks("Stop answering")
        runner.sees("You stopped this answer.").sees("Sleep is")
        held.go_on.set()
        peer.answers[:] = [(200, SSE, list(streamed(answer(SLEEP))))]
        runner.clicks("Ask again").sees(SLEEP)


def test_one_sentence_says_once_why_somebody_else_has_answered(browser: Browser, model: tuple[Site, Raw]) -> None:
    asking, peer = model
    broken_off = "The model gpt-4o broke off in the middle of its answer, so the offline coach has answered."
    peer.answers[:] = [(200, SSE, list(streamed(answer(SLEEP)))[:6])]
    with visiting(browser, asking, "phone") as runner:
        runner.goes().says("and naps?").sees(broken_off).sees_no("Sleep is")
        runner.says("and siestas?").settles()
        expect(runner.page.get_by_test_id("stChatMessage")).to_have_count(4)
        runner.sees(broken_off, times=1)
        peer.answers[:] = [(200, SSE, list(streamed(answer(SLEEP))))]
        runner.says("and sleep?").sees(SLEEP).sees("gpt-4o", times=2)


# --- a proposal


def test_a_change_is_seen_chosen_from_accepted_undone_and_discarded(runner: Visitor) -> None:
    runner.has(HALF).goes().says("I'm away in week 3 and 4").sees("Proposed change").sees_charts()
    runner.sees("What the safety checks say").ticks("Choose changes")
    boxes = runner.page.get_by_role("checkbox", checked=True)
    expect(boxes.nth(2)).to_be_visible()
    changes = runner.page.get_by_test_id("stCheckbox").filter(has_not_text="Choose changes")
    runner.touches(changes.first)
    runner.sees("changes are ticked").clicks("Accept").sees("Saved as version 2").clicks("Undo").sees(
        "Saved as version 3"
    )
    runner.says("make week 5 easier").sees("Proposed change").clicks("Discard")
    runner.sees("Discarded; the plan stayed as it was.").sees_no("Proposed change")

    first, *_, last = runner.versions()
    assert (first["number"], last["number"]) == (3, 1)


def test_a_long_conversation_comes_in_pages(runner: Visitor) -> None:
    runner.has(*(f"hello, this is message number {at}" for at in range(45))).goes().sees("message number 44")
    bubbles = runner.page.get_by_test_id("stChatMessage")
    expect(bubbles).to_have_count(40)
    runner.sees_no("message number 24").settles()
    runner.clicks("Earlier messages").sees("message number 5")
    expect(bubbles).to_have_count(80)
    runner.settles().clicks("Earlier messages").sees("message number 0").sees_no("Earlier messages")

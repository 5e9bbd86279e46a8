"""The background runner: an answer belongs to it, not to the page that asked."""

from __future__ import annotations

import datetime as dt
import threading
import time
from pathlib import Path

import pytest

from planwise_core.coach.offline_coach import OfflineCoach
from planwise_core.coach.reply import Prompt, Reply, Say
from planwise_core.errors import BadInput, CoachUnavailable
from planwise_core.store.store import Store
from planwise_core.turns import Live
from tests.houses import HALF, MONDAY_MORNING, house


class Patient:
    """A coach that says one word and waits until it may go on."""

    name = "patient coach"

    def __init__(self) -> None:
        self.begun, self.go_on = threading.Event(), threading.Event()

    def reply(self, prompt: Prompt, say: Say) -> Reply:
        say("Let ")
        self.begun.set()
        assert self.go_on.wait(20)
        say("me think about that for a moment.")
        return Reply(says="Let me think about that for a moment.", answered_by=self.name)


class Broken:
    """A coach that fails in a way nobody foresaw, or with a name."""

    name = "broken coach"

    def __init__(self, error: Exception) -> None:
        self.error = error

    def reply(self, prompt: Prompt, say: Say) -> Reply:
        say("Well, ")
        raise self.error


def test_an_answer_is_saved_although_nobody_watches(tmp_path: Path) -> None:
    coach = Patient()
    with house(tmp_path, coach) as planwise:
        turn = planwise.ask("anna", "how do I start?")
        assert coach.begun.wait(20)

        coach.go_on.set()

        last = list(planwise.watch("anna", turn.id))[-1]
        assert last == "Let me think about that for a moment."
        assert planwise.turn("anna", turn.id).status == "done"


def test_who_comes_back_finds_the_answer_still_arriving(tmp_path: Path) -> None:
    coach = Patient()
    with house(tmp_path, coach) as planwise:
        turn = planwise.ask("anna", "how do I start?")
        assert coach.begun.wait(20)

        texts = planwise.watch("anna", turn.id)
        first = next(texts)
        coach.go_on.set()
        rest = list(texts)

        assert first in {"", "Let "}
        assert rest[-1] == "Let me think about that for a moment."
        assert planwise.open_turn("anna") is None


class Thinking(Patient):
    """A coach that says its first word when it may."""

    def reply(self, prompt: Prompt, say: Say) -> Reply:
        assert self.go_on.wait(20)
        say("Rest ")
        assert self.begun.wait(20)
        return Reply(says="Rest well.", answered_by=self.name)


def test_the_first_word_is_seen_at_once_however_seldom_one_looks(tmp_path: Path) -> None:
    coach = Thinking()
    with house(tmp_path, coach) as planwise:
        texts = planwise.runner.watch("anna", planwise.ask("anna", "how do I start?").id, every_s=30)
        before = next(texts)

        began = time.monotonic()
        coach.go_on.set()
        first = next(text for text in texts if text)
        took_s = time.monotonic() - began
        coach.begun.set()

        assert (before, first) == ("", "Rest ")
        assert took_s < 10


def test_a_pause_tells_that_these_are_all_the_words_until_more_come() -> None:
    live = Live("turn")

    told = []
    for act in (lambda: live("Rest "), lambda: live("well."), live.pause, lambda: live(" And drink."), live.end):
        act()
        told.append(live.said.is_set())

    assert told == [False, False, True, False, True]


def test_a_second_question_waits_for_the_first_answer(tmp_path: Path) -> None:
    coach = Patient()
    with house(tmp_path, coach) as planwise:
        planwise.ask("anna", "how do I start?")
        assert coach.begun.wait(20)

        with pytest.raises(BadInput, match="still answering"):
            planwise.ask("anna", "and then?")
        coach.go_on.set()


def test_a_running_answer_can_be_stopped_and_keeps_its_words(tmp_path: Path) -> None:
    coach = Patient()
    with house(tmp_path, coach) as planwise:
        turn = planwise.ask("anna", "how do I start?")
        assert coach.begun.wait(20)

        planwise.stop("anna", turn.id)
        coach.go_on.set()
        list(planwise.watch("anna", turn.id))

        stopped = planwise.turn("anna", turn.id)
        assert stopped.status == "stopped"
        assert planwise.open_turn("anna") is None
        assert planwise.heads("anna") == ()


@pytest.mark.parametrize(
    ("error", "sentence"),
    [
        (CoachUnavailable("The coach is busy. Try again in a minute.", "rate_limit"), "The coach is busy"),
        (ZeroDivisionError("secret detail"), "nothing was changed"),
    ],
)
def test_a_coach_that_fails_leaves_a_sentence_and_no_plan(tmp_path: Path, error: Exception, sentence: str) -> None:
    with house(tmp_path, Broken(error)) as planwise:
        turn = planwise.talk("anna", "how do I start?")

        assert turn.status == "failed"
        assert sentence in turn.error
        assert "secret detail" not in turn.error
        assert planwise.heads("anna") == ()


def test_a_turn_of_a_dead_process_is_taken_over(tmp_path: Path) -> None:
    with house(tmp_path) as planwise:
        planwise.client("anna")
        store: Store = planwise.store
        store.add_turn("anna", turn_id="left-behind", asked=HALF, mode="propose", now=MONDAY_MORNING)
        assert store.claim("left-behind", "a process that died", MONDAY_MORNING, 15) is not None
    with house(tmp_path, OfflineCoach(), now=MONDAY_MORNING + dt.timedelta(minutes=1)) as planwise:
        assert planwise.runner.recover() == 1
        list(planwise.watch("anna", "left-behind"))

        turn = planwise.turn("anna", "left-behind")
        assert (turn.status, turn.version) == ("done", 1)

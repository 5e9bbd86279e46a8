"""Questions about running in general get an honest sentence, and never a change of the plan."""

from __future__ import annotations

import pytest

from bench.judging import Outcome, outcome, situation
from planwise_core.coach.offline.knowledge import TOPICS, known
from planwise_core.coach.offline_coach import OfflineCoach

COACH = OfflineCoach()


def came_of(said: str, on: str = "plan") -> Outcome:
    return outcome(COACH, situation(on), said)


@pytest.mark.parametrize(
    ("said", "part"),
    [
        ("how should I warm up before the tempo?", "10 to 15 minutes easily"),
        ("do i need to cool down after easy runs or can i just stop", "you may simply stop"),
        ("what should my cadence be, watch says 158", "no one right cadence"),
        ("how often should I change my shoes? mine have 900km on them", "cushioning feels dead"),
        ("is it ok to run with music? coach at the club says no", "hear the traffic"),
        ("do i really have to run 4 times a week? my mate does 3", "fewer or more days can work"),
        ("am i too old at 63 to start running?", "every age"),
        ("is it bad to walk a bit on the long run?", "no failure"),
    ],
)
def test_common_ground_is_told_and_the_plan_stays(said: str, part: str) -> None:
    came = came_of(said)

    assert part in came.reply.says
    assert not came.is_changed


def test_without_a_plan_the_answer_goes_on_to_what_is_missing() -> None:
    came = came_of("how do I warm up?", on="none")

    assert "short strides" in came.reply.says
    assert came.reply.pending == "goal"


@pytest.mark.parametrize(
    "said", ["i was warming up when my calf went", "move the run because of the ice", "the treadmill broke"]
)
def test_only_a_question_is_answered_with_knowledge(said: str) -> None:
    assert known(said) is None


def test_a_wish_for_the_plan_is_no_question_about_running() -> None:
    assert known("can we skip the hills on tuesday", intent="drop") is None


@pytest.mark.parametrize("says", [says for _, says in TOPICS])
def test_every_topic_is_answered_in_a_few_sentences(says: str) -> None:
    assert 0 < len(says.split(". ")) <= 4
    assert says.endswith(".")

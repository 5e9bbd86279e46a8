"""A feeling is answered as one: with what the runner has done, what comes next, and help on offer."""

from __future__ import annotations

import pytest

from bench.judging import Outcome, outcome, situation
from planwise_core.coach.offline_coach import OfflineCoach

COACH = OfflineCoach()


def came_of(said: str) -> Outcome:
    """What comes of it on Wednesday of week 4, after thirteen runs, the last a tempo run and Sunday's 13 km."""
    return outcome(COACH, situation("plan"), said)


@pytest.mark.parametrize(
    ("said", "part"),
    [
        ("so proud of sunday!", "Sunday 22 November: 13 km, your longest run so far"),
        ("the tempo yesterday went great", "Tuesday 24 November: 9 km"),
        ("WE DID IT!!! first time ever 13k without walking", "Well done!"),
        ("can't wait for the race", "Next is the easy run of 8 km on Thursday 26 November"),
        ("I feel like giving up", "13 planned runs behind you, the longest of 13 km"),
        ("everyone in the club is faster than me and i hate it", "only measures you against yourself"),
        ("cried during the run yesterday, no idea why", "I am glad you tell me"),
        ("nervous. february feels close", "88 days left"),
        ("honestly the tuesday ones scare me", "the intervals of 9 km on Tuesday 1 December"),
        ("my dog died this morning", "I am very sorry"),
    ],
)
def test_a_feeling_is_answered_from_what_was_done_and_what_comes(said: str, part: str) -> None:
    came = came_of(said)

    assert part in came.reply.says
    assert not came.is_changed


@pytest.mark.parametrize("said", ["I feel like giving up", "i'm so slow", "cried on my run today"])
def test_help_is_offered_and_only_done_after_a_yes(said: str) -> None:
    came = came_of(said)
    assert "Shall I make this week easier" in came.reply.says

    then = outcome(COACH, situation("plan").but(pending=came.reply.pending), "this week please")

    assert then.is_changed


def test_before_the_first_run_nothing_is_said_to_be_done() -> None:
    came = outcome(COACH, situation("plan").but(runs=()), "I feel like giving up")

    assert "behind you" not in came.reply.says


def test_a_run_that_is_dreaded_is_made_smaller_only_after_a_yes() -> None:
    came = came_of("dreading sunday")
    assert not came.is_changed
    assert "the long run of 14 km on Sunday 29 November" in came.reply.says

    then = outcome(COACH, situation("plan").but(pending=came.reply.pending), "yes please")

    assert then.plan
    assert (then.plan.by_id["w4-sun"].km or 0) < 14

"""The offline coach against the runner messages in tests/data/eval (see the README there)."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import pytest

from bench.evaluate import KEPT
from bench.judging import Verdict, judged, messages
from planwise_core.coach.offline_coach import OfflineCoach

EVAL = Path(__file__).parent / "data" / "eval"
COACH = OfflineCoach()


pytestmark = pytest.mark.xdist_group("evaluation")  # every message is judged once


@cache
def verdicts(part: str) -> list[Verdict]:
    return [judged(COACH, message) for message in messages(EVAL / f"{part}.jsonl")]


PARTS = [("direct", 0.95), ("indirect", 0.95), ("second", 0.95), ("unseen", 0.95), ("kept", 0.85)]


@pytest.mark.parametrize(("part", "least"), PARTS)
def test_the_offline_coach_understands_runners(part: str, least: float) -> None:
    came = verdicts(part)
    missed = [(verdict.name, verdict.wrong) for verdict in came if not verdict.is_right]
    right, needed = len(came) - len(missed), least * len(came)
    shown = None if part in KEPT else missed
    del came, missed  # a failure shows what the names here hold, and nobody shall see the parts that are kept

    assert right >= needed, shown


@pytest.mark.parametrize("part", [part for part, _ in PARTS])
def test_nothing_changes_that_nobody_asked_for_and_limits_hold(part: str) -> None:
    came = verdicts(part)

    unwanted = sum(verdict.unwanted for verdict in came)
    assert not unwanted
    assert not [verdict.name for verdict in came if not verdict.limits_kept]
    assert not [verdict.name for verdict in came if not verdict.agrees]


def test_there_are_enough_messages_and_each_has_its_own_name() -> None:
    names = [message["id"] for part, _ in PARTS for message in messages(EVAL / f"{part}.jsonl")]

    assert len(names) >= 120
    assert len(set(names)) == len(names)

"""The offline coach against the runner messages in tests/data/eval (see the README there)."""

from __future__ import annotations

from pathlib import Path

import pytest

from bench.judging import Verdict, judged, messages
from planwise_core.coach.offline_coach import OfflineCoach

EVAL = Path(__file__).parent / "data" / "eval"
COACH = OfflineCoach()


def verdicts(part: str) -> list[Verdict]:
    return [judged(COACH, message) for message in messages(EVAL / f"{part}.jsonl")]


@pytest.mark.parametrize(("part", "least"), [("direct", 0.95), ("indirect", 0.95), ("unseen", 0.85)])
def test_the_offline_coach_understands_runners(part: str, least: float) -> None:
    came = verdicts(part)
    missed = [(verdict.name, verdict.wrong) for verdict in came if not verdict.is_right]

    assert len(came) - len(missed) >= least * len(came), missed if part != "unseen" else len(missed)


@pytest.mark.parametrize("part", ["direct", "indirect", "unseen"])
def test_nothing_changes_that_nobody_asked_for_and_limits_hold(part: str) -> None:
    came = verdicts(part)

    assert not [verdict.name for verdict in came if verdict.unwanted]
    assert not [verdict.name for verdict in came if not verdict.limits_kept]
    assert not [verdict.name for verdict in came if not verdict.agrees]


def test_there_are_enough_messages_and_each_has_its_own_name() -> None:
    names = [message["id"] for part in ("direct", "indirect", "unseen") for message in messages(EVAL / f"{part}.jsonl")]

    assert len(names) >= 120
    assert len(set(names)) == len(names)

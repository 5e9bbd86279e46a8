"""Who answers for which configuration, over one endpoint or several."""

from __future__ import annotations

import datetime as dt
import time
from pathlib import Path

import pytest

from planwise_core.coach import context
from planwise_core.coach.chain import coaches
from planwise_core.coach.fallback import FallbackCoach
from planwise_core.coach.reply import Heard, Prompt, Reply, Say, Situation
from planwise_core.errors import CoachUnavailable
from planwise_core.settings import Settings
from tests.builders import MONDAY, easy, plan
from tests.openai_peer import JSON, answer, ok, serving

PROMPT = context.build(Situation(today=MONDAY, plan=plan(easy("tue"))), "How are my legs?")


def chain(**environ: str) -> tuple[str, ...]:
    coach = coaches(Settings.from_env(environ))
    return coach.chain if isinstance(coach, FallbackCoach) else (coach.name,)


@pytest.mark.parametrize(
    ("environ", "expected"),
    [
        ({}, ["offline coach"]),
        ({"OPENAI_MODELS": "gpt-4o,gpt-6-luna"}, ["offline coach"]),
        ({"OPENAI_API_KEY": "k"}, ["gpt-4o at api.openai.com", "gpt-6-luna at api.openai.com", "offline coach"]),
        ({"OPENAI_API_KEY": "k", "OPENAI_MODEL": "gpt-6-luna"}, ["gpt-6-luna at api.openai.com", "offline coach"]),
        ({"OPENAI_BASE_URL": "http://localhost:9/v1"}, ["gpt-4o at localhost", "offline coach"]),
        ({"OPENAI_MODELS": "gpt-4o,qwen@http://localhost:8/v1"}, ["qwen at localhost", "offline coach"]),
        (
            {"OPENAI_API_KEY": "k", "OPENAI_MODELS": "gpt-4o,qwen@http://localhost:8/v1,gpt-6-luna"},
            ["gpt-4o at api.openai.com", "qwen at localhost", "gpt-6-luna at api.openai.com", "offline coach"],
        ),
    ],
)
def test_the_chain_is_what_is_configured_and_can_be_asked(environ: dict[str, str], expected: list[str]) -> None:
    assert chain(**environ) == tuple(expected)


def test_the_next_endpoint_answers_and_no_key_goes_where_it_does_not_belong(tmp_path: Path) -> None:
    rotated = tmp_path / "key"
    rotated.write_text("sk-own")
    with serving((401, JSON, [b"{}"])) as one, serving(ok(answer())) as free, serving(ok(answer())) as paid:
        environ = {"OPENAI_API_KEY": "sk-main", "OPENAI_BASE_URL": one.base_url, "OPENAI_API_KEY_3_FILE": str(rotated)}
        for other in (free, paid):
            models = f"gpt-4o,a@{free.base_url},b@{paid.base_url}" if other is free else f"c,d,b@{paid.base_url}"
            coach = coaches(Settings.from_env(environ | {"OPENAI_MODELS": models}))
            reply = coach.reply(PROMPT, Heard())
        rotated.write_text("sk-newer")
        coach.reply(PROMPT, Heard())

    assert set(one.keys) == {"sk-main"}
    assert free.keys == ["none"]
    assert paid.keys == ["sk-own", "sk-newer"]
    assert reply.answered_by == "b"
    assert reply.notice == "The endpoint does not accept the API key, so b has answered."


class Slow:
    """A coach that takes all the time it is given."""

    def __init__(self, name: str) -> None:
        self.name, self.given_s = name, 0.0

    def reply(self, prompt: Prompt, say: Say) -> Reply:
        assert prompt.deadline is not None
        self.given_s = prompt.deadline - time.monotonic()
        raise CoachUnavailable(f"{self.name} took too long.", "timeout")


def test_no_endpoint_takes_the_time_of_those_behind_it() -> None:
    one, two, last = Slow("one"), Slow("two"), Slow("last")

    with pytest.raises(CoachUnavailable, match="one took too long"):
        FallbackCoach([one, two, last]).reply(PROMPT.but(deadline=time.monotonic() + 60), Heard())

    assert one.given_s == pytest.approx(30, abs=2)
    assert two.given_s == pytest.approx(60, abs=2)  # nothing was really spent
    assert last.given_s == pytest.approx(60, abs=2)


def test_the_notices_of_all_endpoints_are_told() -> None:
    coach = coaches(Settings.from_env({"OPENAI_API_KEY": "k", "OPENAI_MODELS": "gpt-4o,qwen@http://localhost:8/v1"}))
    assert isinstance(coach, FallbackCoach)
    for model in coach.coaches[:2]:
        model.retiring = dict.fromkeys(("gpt-4o", "qwen"), dt.date(2027, 1, 14))  # type: ignore[attr-defined]

    assert len(coach.notices(MONDAY)) == 2

"""Which parameters go to which model."""

from __future__ import annotations

import pytest

from planwise_core.coach.capabilities import Learned, parameters, takes
from planwise_core.coach.chain import coaches
from planwise_core.coach.fallback import FallbackCoach
from planwise_core.coach.offline_coach import OfflineCoach
from planwise_core.coach.openai_coach import OpenAICoach
from planwise_core.coach.prices import cost_usd
from planwise_core.errors import BadSettings
from planwise_core.settings import Settings


@pytest.mark.parametrize(
    ("model", "temperature", "effort", "cap"),
    [
        ("gpt-4o", True, None, "max_completion_tokens"),
        ("gpt-4o-2024-11-20", True, None, "max_completion_tokens"),
        ("openai/gpt-4.1-mini", True, None, "max_completion_tokens"),
        ("gpt-5.4-nano", True, None, "max_completion_tokens"),
        ("gpt-5.5", True, "none", "max_completion_tokens"),
        ("gpt-6-luna", True, "none", "max_completion_tokens"),
        ("gpt-6.1-terra", True, "none", "max_completion_tokens"),
        ("gpt-5", False, "low", "max_completion_tokens"),
        ("gpt-5-mini-2025-08-07", False, "low", "max_completion_tokens"),
        ("gpt-5.2-chat-latest", False, None, "max_completion_tokens"),
        ("gpt-5.2-pro", False, None, "max_completion_tokens"),
        ("o3", False, "low", "max_completion_tokens"),
        ("o4-mini", False, "low", "max_completion_tokens"),
        ("gpt-6-astra", False, "low", "max_completion_tokens"),
        ("gpt-6.1-sol", False, "low", "max_completion_tokens"),
        ("qwen2.5-coder", True, None, "max_tokens"),
    ],
)
def test_each_model_gets_what_it_takes(model: str, temperature: bool, effort: str | None, cap: str) -> None:
    row = takes(model)

    assert (row.temperature, row.effort, row.cap) == (temperature, effort, cap)


def test_what_was_refused_is_not_sent_again() -> None:
    learned = Learned()

    assert learned.refuse("temperature")
    assert not learned.refuse("temperature")
    assert "temperature" not in parameters("gpt-4o", learned, temperature=0.3, max_output_tokens=4000)


def test_a_cost_is_that_of_the_price_list_or_unknown() -> None:
    assert cost_usd("gpt-4o", 1_000_000, 0, 0) == 2.5
    assert cost_usd("gpt-4o-2024-11-20", 1_000_000, 1_000_000, 0) == 1.25
    assert cost_usd("gpt-6-luna", 0, 0, 1_000_000) == 0.5
    assert cost_usd("my-own-model", 10, 0, 10) is None


def test_an_address_that_is_none_is_refused_at_the_start() -> None:
    with pytest.raises(BadSettings, match="OPENAI_BASE_URL"):
        OpenAICoach("sk-test", base_url="http://[bad/v1")


def chain(**environ: str) -> FallbackCoach | OfflineCoach:
    coach = coaches(Settings.from_env({"DB_URL": "sqlite://", **environ}))
    assert isinstance(coach, FallbackCoach | OfflineCoach)
    return coach


def test_without_a_key_the_offline_coach_answers_alone() -> None:
    assert isinstance(chain(), OfflineCoach)


@pytest.mark.parametrize(
    ("environ", "models"),
    [
        ({}, ("gpt-4o", "gpt-6-luna")),
        ({"OPENAI_MODEL": "gpt-5.5"}, ("gpt-5.5",)),
        ({"OPENAI_MODELS": "gpt-4o,gpt-4.1"}, ("gpt-4o", "gpt-4.1")),
        ({"OPENAI_BASE_URL": "http://127.0.0.1:8080/v1"}, ("gpt-4o",)),
    ],
)
def test_the_models_come_first_and_the_offline_coach_last(environ: dict[str, str], models: tuple[str, ...]) -> None:
    coach = chain(OPENAI_API_KEY="sk-test", **environ)

    assert isinstance(coach, FallbackCoach)
    first, last = coach.coaches
    assert isinstance(first, OpenAICoach)
    assert isinstance(last, OfflineCoach)
    assert (first.models, coach.name) == (models, models[0])

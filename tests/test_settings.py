"""Configuration: every key is read, and a bad value is named."""

from __future__ import annotations

from pathlib import Path

import pytest

from planwise_core.errors import BadSettings
from planwise_core.settings import Settings


def test_nothing_needs_to_be_set() -> None:
    settings = Settings.from_env({})

    assert settings.db_url.startswith("sqlite:///")
    assert settings.access == "open"
    assert settings.openai_api_key is None
    assert settings.openai_models == ("gpt-4o",)


def test_every_key_is_read() -> None:
    settings = Settings.from_env(
        {
            "DB_URL": "postgresql://coach:secret@db/planwise",
            "PLANWISE_ACCESS": "guest",
            "OPENAI_API_KEY": "sk-test",
            "OPENAI_BASE_URL": "http://localhost:9/v1",
            "OPENAI_MODEL": "gpt-6-luna",
            "OPENAI_MODELS": "gpt-4o, gpt-6-luna",
            "OPENAI_MODE": "json",
            "PLANWISE_TIMEZONE": "Europe/Berlin",
            "PLANWISE_TURN_WORKERS": "8",
            "PLANWISE_DAILY_TOKENS_PER_CLIENT": "50000",
            "PLANWISE_DAILY_USD": "2.5",
        }
    )

    assert settings.openai_models == ("gpt-6-luna", "gpt-4o")
    assert (settings.access, settings.openai_mode, settings.turn_workers) == ("guest", "json", 8)
    assert (settings.timezone, settings.openai_base_url) == ("Europe/Berlin", "http://localhost:9/v1")
    assert (settings.daily_tokens_per_client, settings.daily_usd) == (50_000, 2.5)
    assert settings.openai_api_key is not None
    assert settings.openai_api_key.get_secret_value() == "sk-test"


@pytest.mark.parametrize(
    ("key", "value"),
    [
        ("DB_URL", "mysql://user:hunter2@host/db"),
        ("PLANWISE_ACCESS", "everybody"),
        ("OPENAI_BASE_URL", "localhost:9"),
        ("OPENAI_API_KEY", "sk-\nbroken"),
        ("OPENAI_API_KEY_FILE", "no/such/file"),
        ("OPENAI_MODE", "loud"),
        ("PLANWISE_TIMEZONE", "Mars/Olympus"),
        ("PLANWISE_TURN_WORKERS", "0"),
        ("PLANWISE_DAILY_TOKENS_PER_CLIENT", "many"),
        ("PLANWISE_DAILY_TOKENS_PER_CLIENT", "1.5"),
        ("PLANWISE_DAILY_USD", "-1"),
        ("PLANWISE_DAILY_USD", "inf"),
        ("PLANWISE_DAILY_USD", "nan"),
        ("OPENAI_MODELS", "qwen@localhost:8080"),
        ("OPENAI_MODELS", "qwen@"),
        ("OPENAI_MODELS", "@http://localhost:8080/v1"),
    ],
)
def test_a_bad_value_stops_the_start_and_is_named(key: str, value: str) -> None:
    with pytest.raises(BadSettings, match=key) as caught:
        Settings.from_env({key: value})

    assert "hunter2" not in str(caught.value)
    assert "broken" not in str(caught.value)


def test_a_key_is_never_shown() -> None:
    assert "sk-test" not in repr(Settings.from_env({"OPENAI_API_KEY": "sk-test"}))


def test_a_model_may_name_its_endpoint_and_has_a_key_of_its_own(tmp_path: Path) -> None:
    file = tmp_path / "key"
    file.write_text("sk-third")
    settings = Settings.from_env(
        {
            "OPENAI_API_KEY": "sk-first",
            "OPENAI_MODELS": "gpt-4o, qwen@http://localhost:8080/v1, big@https://models.example/v1",
            "OPENAI_API_KEY_2": "sk-second",
            "OPENAI_API_KEY_3_FILE": str(file),
        }
    )

    first, second, third = settings.openai_chain
    assert settings.openai_models == ("gpt-4o", "qwen", "big")
    assert (first.base_url, first.api_key) == (None, None)
    assert second.base_url == "http://localhost:8080/v1"
    assert second.api_key is not None
    assert second.api_key.get_secret_value() == "sk-second"
    assert third.api_key_file == str(file)
    assert "sk-second" not in repr(settings)

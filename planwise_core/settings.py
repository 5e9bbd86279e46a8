"""Configuration, parsed once. A value that cannot be used stops the start and is named with its key.

`Settings.from_env` is the only reader. README shows the table of keys.
"""

from __future__ import annotations

import os
import tempfile
import zoneinfo
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Literal, Self, TypeVar, get_args

from pydantic import Field, SecretStr

from planwise_core.errors import BadSettings
from planwise_core.training.values import Value

Access = Literal["open", "guest", "login"]
AnswerMode = Literal["auto", "strict", "json", "tools", "plain"]
T = TypeVar("T", bound=str)
N = TypeVar("N", int, float)


class Model(Value):
    """One model of the chain. `base_url` None: at the endpoint of OPENAI_BASE_URL, with the key of OPENAI_API_KEY.

    At an endpoint of its own it is sent the key of its own, or none.
    """

    name: str
    base_url: str | None = None
    api_key: SecretStr | None = None
    api_key_file: str | None = None


class Settings(Value):
    """Everything that can be configured. Without any key: offline coach, SQLite, open on this machine."""

    db_url: str
    access: Access = "open"
    openai_api_key: SecretStr | None = None
    openai_api_key_file: str | None = None
    openai_base_url: str | None = None
    openai_chain: tuple[Model, ...] = (Model(name="gpt-4o"),)
    openai_mode: AnswerMode = "auto"
    timezone: str = "UTC"
    turn_workers: int = Field(default=64, ge=1, le=500)
    daily_tokens_per_client: int | None = Field(default=None, gt=0)
    daily_usd: float | None = Field(default=None, gt=0)

    @property
    def openai_models(self) -> tuple[str, ...]:
        """The names of the chain, first to last."""
        return tuple(model.name for model in self.openai_chain)

    @classmethod
    def from_env(cls, environ: Mapping[str, str]) -> Self:
        """Read from environment variables (or anything like them, such as Streamlit's secrets).

        Raises:
            BadSettings: a value cannot be used; the message names key and value (never a secret).
        """
        given = {key: value.strip() for key, value in environ.items() if value.strip()}
        timezone = given.get("PLANWISE_TIMEZONE", "UTC")
        if timezone not in zoneinfo.available_timezones():
            raise BadSettings(f"PLANWISE_TIMEZONE is '{timezone}', which is not a time zone such as Europe/Berlin.")
        workers = given.get("PLANWISE_TURN_WORKERS", "64")
        if not workers.isdecimal() or not 1 <= int(workers) <= 500:
            raise BadSettings(f"PLANWISE_TURN_WORKERS is '{workers}'; it must be a number from 1 to 500.")
        return cls(
            db_url=_db_url(given),
            access=_one_of(given, "PLANWISE_ACCESS", "open", get_args(Access)),
            openai_api_key=_secret(given, "OPENAI_API_KEY"),
            openai_api_key_file=_readable(given, "OPENAI_API_KEY_FILE"),
            openai_base_url=_address("OPENAI_BASE_URL", given.get("OPENAI_BASE_URL")),
            openai_chain=_models(given),
            openai_mode=_one_of(given, "OPENAI_MODE", "auto", get_args(AnswerMode)),
            timezone=timezone,
            turn_workers=int(workers),
            daily_tokens_per_client=_positive(given, "PLANWISE_DAILY_TOKENS_PER_CLIENT", int),
            daily_usd=_positive(given, "PLANWISE_DAILY_USD", float),
        )


def _one_of(given: Mapping[str, str], key: str, default: str, allowed: tuple[T, ...]) -> T:
    value = given.get(key, default).lower()
    for choice in allowed:
        if choice == value:
            return choice
    raise BadSettings(f"{key} is '{given[key]}'; it must be one of {', '.join(allowed)}.")


def _positive(given: Mapping[str, str], key: str, kind: Callable[[str], N]) -> N | None:
    """A number above 0; None: the key is not set."""
    if key not in given:
        return None
    try:
        number = kind(given[key])
    except ValueError:
        number = kind("0")
    if not 0 < number < float("inf"):
        raise BadSettings(f"{key} is '{given[key]}'; it must be a number above 0.")
    return number


def _models(given: Mapping[str, str]) -> tuple[Model, ...]:
    """`OPENAI_MODELS` is a chain, first to last; `OPENAI_MODEL` names its first.

    The n-th of them may name an endpoint, ``qwen@http://localhost:8080/v1``, whose key is `OPENAI_API_KEY_n`.
    """
    listed = [name.strip() for name in given.get("OPENAI_MODELS", "").split(",") if name.strip()]
    chain = [_model(given, entry, nth) for nth, entry in enumerate(listed, 1)]
    if first := given.get("OPENAI_MODEL"):
        chain = [Model(name=first), *(model for model in chain if model != Model(name=first))]
    return tuple(chain) or (Model(name="gpt-4o"),)


def _model(given: Mapping[str, str], entry: str, nth: int) -> Model:
    name, _, base_url = entry.partition("@")
    if not base_url and "@" not in entry:
        return Model(name=name)
    if not name:
        raise BadSettings(f"OPENAI_MODELS has '{entry[:80]}', which names an endpoint but no model.")
    key = f"OPENAI_API_KEY_{nth}"
    return Model(
        name=name,
        base_url=_address("OPENAI_MODELS", base_url),
        api_key=_secret(given, key),
        api_key_file=_readable(given, f"{key}_FILE"),
    )


def _address(key: str, address: str | None) -> str | None:
    if address is not None and not address.startswith(("http://", "https://")):
        raise BadSettings(f"{key} has '{address}', which is not a http(s) address.")
    return address


def _secret(given: Mapping[str, str], key: str) -> SecretStr | None:
    secret = given.get(key)
    if secret and not secret.isprintable():
        raise BadSettings(f"{key} has a line break or another unprintable character in it.")
    return SecretStr(secret) if secret else None


def _readable(given: Mapping[str, str], key: str) -> str | None:
    path = given.get(key)
    if path and not os.access(path, os.R_OK):
        raise BadSettings(f"{key} is '{path}', which cannot be read.")
    return path


def _db_url(given: Mapping[str, str]) -> str:
    url = given.get("DB_URL")
    if url is None:
        return f"sqlite:///{_writable_folder() / 'planwise.db'}"
    if not url.startswith(("sqlite:", "postgresql:", "postgresql+psycopg:", "postgres:")):
        shown = url.split(":", 1)[0]  # the rest may hold a password
        raise BadSettings(f"DB_URL begins with '{shown}:'; it must be a sqlite: or postgresql: address.")
    return url


def _writable_folder() -> Path:
    """`data/` where the app is started; where code is read-only (Community Cloud), the machine's temporary folder."""
    here = Path.cwd() / "data"
    if os.access(here if here.exists() else here.parent, os.W_OK):
        return here
    return Path(tempfile.gettempdir()) / "planwise"

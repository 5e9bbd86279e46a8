"""Who answers, in which order, for a configuration: the models of the chain, and the offline coach last."""

from __future__ import annotations

from collections.abc import Callable
from itertools import groupby
from pathlib import Path

from pydantic import SecretStr

from planwise_core.coach.fallback import FallbackCoach
from planwise_core.coach.offline_coach import OfflineCoach
from planwise_core.coach.reply import Coach
from planwise_core.settings import Model, Settings

# OpenAI switches these off on 14 January 2027 and names gpt-6-luna in their place (its deprecations page).
SUCCESSORS = dict.fromkeys(("gpt-4o", "gpt-4o-mini", "gpt-4.1", "gpt-4.1-mini"), "gpt-6-luna")
NO_KEY = "none"  # what a local server that asks for no key is sent


def coaches(settings: Settings) -> Coach:
    """The coach for these settings: the models that can be asked, in order, and behind them the offline coach.

    A model needs a key or an endpoint; without either there is the offline coach alone. Neighbours at one endpoint
    are one coach: when the endpoint is down it is found out once.
    """
    offline = OfflineCoach()
    default = bool(settings.openai_api_key or settings.openai_api_key_file or settings.openai_base_url)
    reachable = [model for model in _with_successor(settings) if default or model.base_url]
    if not reachable:
        return offline
    from planwise_core.coach.openai_coach import OpenAICoach

    models = []
    for where, chain in groupby(reachable, key=lambda model: model.but(name="")):
        names = [model.name for model in chain]
        base_url = where.base_url or settings.openai_base_url
        models.append(OpenAICoach(_key(where, settings), names, base_url, mode=settings.openai_mode))
    return FallbackCoach([*models, offline])


def _key(model: Model, settings: Settings) -> Callable[[], str]:
    """Asked before every request, so that a key in a file can be replaced while the process runs."""
    own = model.base_url is not None  # a key never goes to an endpoint it was not meant for
    path = model.api_key_file if own else settings.openai_api_key_file
    secret: SecretStr | None = model.api_key if own else settings.openai_api_key

    def key() -> str:
        if path:
            return Path(path).read_text().strip()
        return secret.get_secret_value() if secret else NO_KEY

    return key


def _with_successor(settings: Settings) -> tuple[Model, ...]:
    """A chain of one retiring model gets the model that replaces it behind it; elsewhere names mean other things."""
    chain = settings.openai_chain
    successor = SUCCESSORS.get(chain[0].name) if len(chain) == 1 and not settings.openai_base_url else None
    return (*chain, Model(name=successor)) if successor and chain[0].base_url is None else chain

"""Who answers, in which order, for a configuration: the models of the chain, and the offline coach last."""

from __future__ import annotations

from pathlib import Path

from planwise_core.coach.fallback import FallbackCoach
from planwise_core.coach.offline_coach import OfflineCoach
from planwise_core.coach.reply import Coach
from planwise_core.settings import Settings

# OpenAI switches these off on 14 January 2027 and names gpt-6-luna in their place (its deprecations page).
SUCCESSORS = dict.fromkeys(("gpt-4o", "gpt-4o-mini", "gpt-4.1", "gpt-4.1-mini"), "gpt-6-luna")
NO_KEY = "none"  # what a local server that asks for no key is sent


def coaches(settings: Settings) -> Coach:
    """The coach for these settings: the offline coach alone without a key or an endpoint, else behind the models."""
    offline = OfflineCoach()
    if not (settings.openai_api_key or settings.openai_api_key_file or settings.openai_base_url):
        return offline
    from planwise_core.coach.openai_coach import OpenAICoach

    def key() -> str:
        """Asked before every request, so that a key in a file can be replaced while the process runs."""
        if settings.openai_api_key_file:
            return Path(settings.openai_api_key_file).read_text().strip()
        return settings.openai_api_key.get_secret_value() if settings.openai_api_key else NO_KEY

    models = settings.openai_models if settings.openai_base_url else _with_successor(settings.openai_models)
    model = OpenAICoach(key, models, settings.openai_base_url, mode=settings.openai_mode)
    return FallbackCoach([model, offline])


def _with_successor(models: tuple[str, ...]) -> tuple[str, ...]:
    """A chain of one retiring model gets the model that replaces it behind it."""
    return (*models, SUCCESSORS[models[0]]) if len(models) == 1 and models[0] in SUCCESSORS else models

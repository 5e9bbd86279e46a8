"""Who answers, in which order, for a configuration: the models of the chain, and the offline coach last."""

from __future__ import annotations

from urllib.parse import urlsplit

from planwise_core.coach.fallback import FallbackCoach
from planwise_core.coach.offline_coach import OfflineCoach
from planwise_core.coach.openai_coach import OPENAI, OpenAICoach
from planwise_core.coach.reply import Coach
from planwise_core.settings import Settings

# OpenAI switches gpt-4o off on 14 January 2027 and names gpt-6-luna as its replacement (deprecations page).
SUCCESSORS = {
    "gpt-4o": "gpt-6-luna",
    "gpt-4o-mini": "gpt-6-luna",
    "gpt-4.1": "gpt-6-luna",
    "gpt-4.1-mini": "gpt-6-luna",
}
IDLE_HERE_S = 85.0  # a model on one's own machine may read for a minute before it says a word


def coaches(settings: Settings) -> Coach:
    """The coach for these settings: without a key the offline coach, else the models with it behind them."""
    key = settings.openai_api_key
    if key is None:
        return OfflineCoach()
    ours = urlsplit(settings.openai_base_url or OPENAI).hostname in {"localhost", "127.0.0.1", "::1"}
    model = OpenAICoach(
        key.get_secret_value,
        _with_successor(settings.openai_models)
        if settings.openai_base_url in {None, OPENAI}
        else settings.openai_models,
        settings.openai_base_url,
        mode=settings.openai_mode,
        idle_s=IDLE_HERE_S if ours else 30.0,
    )
    return FallbackCoach([model, OfflineCoach()])


def _with_successor(models: tuple[str, ...]) -> tuple[str, ...]:
    """A chain of one retiring model gets the model that replaces it behind it."""
    return (*models, SUCCESSORS[models[0]]) if len(models) == 1 and models[0] in SUCCESSORS else models

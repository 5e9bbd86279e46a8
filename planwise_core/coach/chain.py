"""Who answers, in which order, for a configuration: the models of the chain, and the offline coach last."""

from __future__ import annotations

from planwise_core.coach.offline_coach import OfflineCoach
from planwise_core.coach.reply import Coach
from planwise_core.settings import Settings


def coaches(settings: Settings) -> Coach:
    """The coach for these settings. Without a key it is the offline coach."""
    return OfflineCoach()

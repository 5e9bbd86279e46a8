"""What a turn may spend on models: every request is reserved before it is made, settled and booked after it."""

from __future__ import annotations

import datetime as dt
import logging
import zoneinfo
from collections.abc import Callable

from planwise_core.coach import reply
from planwise_core.errors import CoachUnavailable, StoreUnavailable
from planwise_core.settings import Settings
from planwise_core.store.records import Limits, Spent, StoredTurn, Usage
from planwise_core.store.store import Store

log = logging.getLogger("planwise")

USED_UP = "Today's budget for the language model is used up."


def day_began(settings: Settings, now: dt.datetime) -> dt.datetime:
    """The midnight before `now` where the operator is: when a day's budget begins anew."""
    local = now.astimezone(zoneinfo.ZoneInfo(settings.timezone))
    return local.replace(hour=0, minute=0, second=0, microsecond=0)


class TurnPurse:
    """Pays for the requests of one turn, one at a time, out of the day's budgets of its client and of all."""

    def __init__(self, settings: Settings, store: Store, turn: StoredTurn, now: Callable[[], dt.datetime]) -> None:
        self._settings, self._store, self._turn, self._now = settings, store, turn, now
        self._limits = Limits(settings.daily_tokens_per_client, settings.daily_usd)
        self._reservation: int | None = None

    def reserve(self, tokens: int, cost_usd: float | None) -> None:
        """Hold back what a request may cost. One to a model without a known price costs no dollars.

        Raises:
            CoachUnavailable: it is more than is left of today.
        """
        if self._limits == Limits():
            return
        asked, now = Spent(tokens, cost_usd or 0.0), self._now()
        self._reservation = self._store.ledger.reserve(
            self._turn.client_id, asked, self._limits, day_began=day_began(self._settings, now), now=now
        )
        if self._reservation is None:
            raise CoachUnavailable(USED_UP, "budget")

    def settle(self, usage: reply.Usage) -> None:
        """Book the request. An answer is not lost because the ledger cannot be written: the operator is told."""
        reservation, self._reservation = self._reservation, None
        try:
            self._store.ledger.add(self._row(usage), reservation)
        except StoreUnavailable as error:
            log.error("turn %s: a request to %s is not in the ledger: %s", self._turn.id, usage.model, error)

    def _row(self, usage: reply.Usage) -> Usage:
        asked = {"client_id": self._turn.client_id, "turn_id": self._turn.id, "at": self._now()}
        return Usage(**asked, **usage.model_dump(exclude={"estimated"}))

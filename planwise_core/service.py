"""The one room that knows all wings. Every method is: load, decide, save.

`PlanWise` is what pages and the HTTP API talk to. It decides what day it is for a client; below it, `today` is a
parameter everywhere.
"""

from __future__ import annotations

import datetime as dt
import logging
from collections.abc import Callable
from typing import Any

from planwise_core.coach.fallback import FallbackCoach
from planwise_core.coach.reply import Coach
from planwise_core.members import Members
from planwise_core.purse import day_began
from planwise_core.rooms.belongings import Belongings
from planwise_core.rooms.lookback import Lookback
from planwise_core.rooms.plans import Plans
from planwise_core.rooms.talks import Talks
from planwise_core.settings import Settings
from planwise_core.store.store import Store
from planwise_core.turns import TurnRunner
from planwise_core.walk import Walker

log = logging.getLogger("planwise")

AN_INSTANT = dt.timedelta(microseconds=1)


class PlanWise(Talks, Plans, Belongings, Lookback):
    """Everything a face can ask for. Methods raise `PlanWiseError`s whose text can be shown as it is."""

    def __init__(
        self,
        settings: Settings,
        store: Store,
        coach: Coach,
        now: Callable[[], dt.datetime] | None = None,
        log: logging.Logger = log,
    ) -> None:
        super().__init__(settings, store, now or (lambda: dt.datetime.now(dt.UTC)))
        self.coach = coach
        self.members = Members(store, self.now)
        walker = Walker(settings, store, coach, self.now, self.moment, log)
        self.runner = TurnRunner(store, walker.walk, self.now, settings.turn_workers)
        walker.owner = self.runner.owner

    def close(self) -> None:
        self.runner.close()
        self.store.close()

    def client_of_token(self, secret: str) -> str | None:
        """The client a program with this token acts for."""
        return self.store.tokens.owner(secret)

    def warm_up(self) -> None:
        """Import what the first question to a model needs, so that nobody waits for it."""
        if isinstance(self.coach, FallbackCoach):
            self.coach.warm_up()

    def health(self) -> dict[str, Any]:
        """What an operator wants to know; no secret, no name of a person."""
        return {"status": "healthy", "database": self.store.health(), "coach": self.coach.name}

    def spending(self, days: int) -> list[dict[str, Any]]:
        """What each client has spent on models on each of the last `days` days, today first, the dearest first."""
        spent, until = list[dict[str, Any]](), self.now() + AN_INSTANT
        for _ in range(days):
            since = day_began(self.settings, until - AN_INSTANT)
            spent += [
                {"day": since.date().isoformat(), **each.model_dump()}
                for each in self.store.ledger.spenders(since, until)
            ]
            until = since
        return spent

    def operations(self) -> dict[str, Any]:
        """What only the operator wants to know: who answers, what retires, what today has cost, what is waiting."""
        now = self.now()
        began = day_began(self.settings, now)
        spent = self.store.ledger.since(None, began)
        chain = self.coach.chain if isinstance(self.coach, FallbackCoach) else (self.coach.name,)
        return {
            "coaches": list(chain),
            "retiring": list(self.coach.notices(now.date())) if isinstance(self.coach, FallbackCoach) else [],
            "today": {
                "since": began.isoformat(),
                "tokens": spent.tokens,
                "cost_usd": round(spent.cost_usd, 6),
                "limit_usd": self.settings.daily_usd,
                "limit_tokens_per_client": self.settings.daily_tokens_per_client,
                "requests": [tally.model_dump() for tally in self.store.ledger.tallies(began)],
            },
            "queue": self.store.queue(),
        }

"""What every room of the service works with: the store, the clock, and what is true of a client now."""

from __future__ import annotations

import datetime as dt
import functools
import zoneinfo
from collections.abc import Callable
from dataclasses import dataclass

from planwise_core.coach import memory
from planwise_core.errors import NotFound, StaleVersion
from planwise_core.settings import Settings
from planwise_core.store.records import Client, Fact, StoredRun
from planwise_core.store.store import Store
from planwise_core.training.athlete import Athlete
from planwise_core.training.checks import Finding, review
from planwise_core.training.plan import Plan
from planwise_core.training.values import units_of
from planwise_core.training.versions import Version, compare

BUILDER = "PlanWise"  # who answers where settings are built into the plan

# Plans are frozen: what was found in one stays true, and a page asks for it at every rerun.
reviewed = functools.lru_cache(maxsize=512)(review)
compared = functools.lru_cache(maxsize=256)(compare)


@dataclass(frozen=True)
class Moment:
    """A client now: `athlete` is who runs as far as known, what they confirmed included; `today` is where they are.

    `facts` are all that is remembered, oldest first, `runs` all that was run. `version` is the current one; None
    before the first.
    """

    client: Client
    today: dt.date
    athlete: Athlete
    facts: tuple[Fact, ...]
    version: Version | None
    runs: tuple[StoredRun, ...]

    @property
    def done(self) -> frozenset[str]:
        """The ids of workouts that have been run."""
        return frozenset(run.workout for run in self.runs if run.workout)

    def needed(self) -> Version:
        """The current version. Raises `NotFound` before the first."""
        if self.version is None:
            raise NotFound("There is no plan yet: tell the coach what you train for.")
        return self.version

    def based_on(self, parent: int | None) -> Version:
        """The current version, if it is number `parent`. Raises `StaleVersion` when it is not."""
        if self.version is None or self.version.number != parent:
            raise StaleVersion(parent, self.version.number if self.version else None)
        return self.version

    def findings(self, plan: Plan) -> tuple[Finding, ...]:
        """What a careful coach objects to in `plan` now, for this runner."""
        return reviewed(plan, self.athlete, self.runs, self.today)


class Desk:
    """The base of every room of the service. Methods are about one client, whose id comes first."""

    def __init__(self, settings: Settings, store: Store, now: Callable[[], dt.datetime]) -> None:
        self.settings, self.store, self.now = settings, store, now

    def moment(self, client_id: str) -> Moment:
        """All of it at once; nothing but defaults for a client nobody has met."""
        found = self.store.snapshot(client_id)
        if found is None:
            client = Client(id=client_id, created_at=self.now())
            return Moment(client, self._today_of(client), client.athlete, (), None, ())
        athlete = memory.knowing(found.client.athlete, confirmed(found.facts))
        return Moment(found.client, self._today_of(found.client), athlete, found.facts, found.version, found.runs)

    def client(
        self, client_id: str, timezone: str | None = None, locale: str | None = None, *, found: Client | None = None
    ) -> Client:
        """The client, made now if it is new; `timezone` and `locale` are what their browser says.

        Distances are told as in that locale until the runner has chosen. `found` is the client, if it was just read.
        """
        found = client = found or self.store.ensure_client(client_id, self.now())
        if timezone and timezone != client.timezone and timezone in zoneinfo.available_timezones():
            client = client.but(timezone=timezone)
        if locale and "units" not in client.known and client.athlete.units != (units := units_of(locale)):
            client = client.but(athlete=client.athlete.but(units=units))
        if client != found:
            self.store.save_client(client)
        return client

    def today(self, client_id: str) -> dt.date:
        """The date it is where the runner is."""
        try:
            return self._today_of(self.store.client(client_id))
        except NotFound:
            return self._today_of(None)

    def _today_of(self, client: Client | None) -> dt.date:
        return date_where((client and client.timezone) or self.settings.timezone, self.now())

    def athlete(self, client_id: str) -> Athlete:
        """Who runs as far as known, the injuries they want remembered included; defaults where nobody is known."""
        try:
            client, facts = self.store.known(client_id)
        except NotFound:
            return Athlete()
        return memory.knowing(client.athlete, confirmed(facts))


def present(client: Client, before: Plan, after: Plan, today: dt.date) -> Client:
    """The client without the times away that `after` keeps free and `before` does not, once `after` is refused."""
    runs, left = ({each.date for each in plan.workouts if each.is_run} for plan in (before, after))
    freed = {day for day in runs - left if day >= today}
    return client.but(athlete=client.athlete.before_told(freed))


def date_where(timezone: str, now: dt.datetime) -> dt.date:
    """The date it is in an IANA time zone."""
    return now.astimezone(zoneinfo.ZoneInfo(timezone)).date()


def confirmed(facts: tuple[Fact, ...]) -> tuple[Fact, ...]:
    """What the runner has said yes to."""
    return tuple(fact for fact in facts if fact.confirmed)

"""What a client's plan has been and could be: two versions side by side, which version made a workout what it is.

A room of the service with the same manners: every method is load, decide, save.
"""

from __future__ import annotations

import functools
from abc import ABC, abstractmethod

from planwise_core.errors import NotFound
from planwise_core.store.store import Store
from planwise_core.training.athlete import Athlete
from planwise_core.training.blame import Blame, blamed, may_touch
from planwise_core.training.checks import Finding, review
from planwise_core.training.values import Value
from planwise_core.training.versions import Comparison, Version, compare

# Plans are frozen: what was found in one stays true, and a page asks for it at every rerun.
reviewed = functools.lru_cache(maxsize=512)(review)
compared = functools.lru_cache(maxsize=256)(compare)


class Compared(Value):
    """Two versions side by side, with what the checks say of each."""

    a: Version
    b: Version
    comparison: Comparison
    findings_a: tuple[Finding, ...]
    findings_b: tuple[Finding, ...]


class Lookback(ABC):
    """The part of the service that looks at more than the current plan."""

    store: Store

    @abstractmethod
    def athlete(self, client_id: str) -> Athlete: ...

    @abstractmethod
    def needed(self, client_id: str) -> Version: ...

    def compare(self, client_id: str, a: int, b: int) -> Compared:
        """Two versions side by side. Raises `NotFound`."""
        one, other = self.store.version(client_id, a), self.store.version(client_id, b)
        athlete = self.athlete(client_id)
        return Compared(
            a=one,
            b=other,
            comparison=compared(one.plan, other.plan),
            findings_a=reviewed(one.plan, athlete),
            findings_b=reviewed(other.plan, athlete),
        )

    def blame(self, client_id: str, workout_id: str) -> Blame:
        """The version that made a workout of the current plan what it is, and what it did to it.

        Raises:
            NotFound: the current plan has no such workout.
        """
        if workout_id in self.needed(client_id).plan.by_id:
            for head, edits in self.store.changes(client_id):
                if may_touch(edits, workout_id):
                    numbers = (head.number, *([head.parent] if head.parent else []))
                    after, *before = (version.plan for version in self.store.versions(client_id, numbers))
                    if found := blamed(head, before[0] if before else None, after, workout_id):
                        return found
        raise NotFound(f"The plan has no workout '{workout_id[:40]}'.")

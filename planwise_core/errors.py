"""Everything that can go wrong, as a tree. Raised where it happens, answered once, at a door.

    PlanWiseError
    ├── BadInput            what a person, a model, a file or a program gave cannot be used
    │   ├── InvalidPlan     … a plan document; `path` says where
    │   ├── InvalidEdit     … an edit; `at` says which one
    │   ├── CannotPlan      … wishes that contradict each other; `nearest` says what would work
    │   └── NotFound        … a client, version or turn that is not there, or not yours
    ├── SignedOut           the session is over: signed out, expired, or the password was changed
    ├── StaleVersion        somebody saved in between; `current` is the number that is there now
    ├── CoachUnavailable    no answer from a coach; `retry_after_s` if it said when
    ├── StoreUnavailable    the database is read-only, full or gone
    │   └── StoreBusy       … or somebody else holds its lock; the same may be asked again
    └── BadSettings         a configuration value; raised at start, names key and value

Each message is one sentence that can be shown to the runner as it is.
"""

from __future__ import annotations

import traceback
from typing import Any


def traced(error: BaseException) -> str:
    """What an error is and where it was raised, for the log: never its words, which may quote a runner or a key."""
    parts: list[str] = []
    seen: BaseException | None = error
    while seen is not None:
        parts.append(f"{type(seen).__qualname__}\n{''.join(traceback.format_tb(seen.__traceback__))}")
        seen = seen.__cause__ or seen.__context__
    return "caused by ".join(parts).rstrip()


class PlanWiseError(Exception):
    """The root; catch this at a door to show its sentence."""


class BadInput(PlanWiseError):
    """Something given from outside cannot be used; the message names it."""


class InvalidPlan(BadInput):
    """A plan document is not one. `path` points into it, e.g. ``weeks.3.workouts[0].km``."""

    def __init__(self, path: str, problem: str) -> None:
        super().__init__(f"{path} {problem}" if path else problem)
        self.path = path
        self.problem = problem


class InvalidEdit(BadInput):
    """An edit does not fit the plan. `at` is its index in the list it came in (None: not from a list)."""

    def __init__(self, problem: str, at: int | None = None) -> None:
        super().__init__(problem if at is None else f"{problem} (in edits[{at}])")
        self.problem = problem
        self.at = at


class CannotPlan(BadInput):
    """The runner's wishes contradict each other. `nearest` says in words what would work."""

    def __init__(self, problem: str, nearest: str = "") -> None:
        super().__init__(f"{problem} {nearest}".strip())
        self.problem = problem
        self.nearest = nearest


class NotFound(BadInput):
    """Not there, or not yours: the two are never told apart."""


class SignedOut(PlanWiseError):
    """The session by which somebody asked is over."""

    def __init__(self) -> None:
        super().__init__("You are signed out: sign in again.")


class StaleVersion(PlanWiseError):
    """The version an edit was based on is no longer the current one."""

    def __init__(self, parent: int | None, current: int | None) -> None:
        based = f"based on version {parent}" if parent else "meant as the first version"
        there = f"the plan is at version {current} now: look at it" if current else "there is no plan: make one"
        super().__init__(f"This was {based}, but {there} and try again.")
        self.parent = parent
        self.current = current


class CoachUnavailable(PlanWiseError):
    """A coach gave no usable answer. `reason` is a short name for the log: timeout, rate_limit, …

    `usage` is what was spent all the same, one `coach.reply.Usage` a request.
    """

    def __init__(self, message: str, reason: str = "unavailable", retry_after_s: float | None = None) -> None:
        super().__init__(message)
        self.reason = reason
        self.retry_after_s = retry_after_s
        self.usage: tuple[Any, ...] = ()


class StoreUnavailable(PlanWiseError):
    """The database did not take or give what was asked; nothing was changed."""


class StoreBusy(StoreUnavailable):
    """Somebody else kept the database's lock for longer than a page can wait; nothing was begun."""


class BadSettings(PlanWiseError):
    """A configuration value that cannot be used."""

"""From an athlete and a goal to a plan: phases, weekly kilometres, then workouts onto days."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection

from planwise_core.training.athlete import Athlete
from planwise_core.training.plan import Plan


def build(athlete: Athlete, today: dt.date) -> Plan:
    """A plan for this athlete that begins on or after `today` and ends with the race, if there is one.

    Raises:
        CannotPlan: the wishes contradict each other.
    """
    raise NotImplementedError


def rebuild(plan: Plan, athlete: Athlete, today: dt.date, done: Collection[str] = ()) -> Plan:
    """`plan` made anew for `athlete` from `today` on; the days before and the workouts in `done` stay as they are.

    Raises:
        CannotPlan: the wishes contradict each other.
    """
    raise NotImplementedError

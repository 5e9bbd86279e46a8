"""From an athlete and a goal to a plan: phases, weekly kilometres, then workouts onto days."""

from __future__ import annotations

import datetime as dt

from planwise_core.training.athlete import Athlete
from planwise_core.training.plan import Plan


def build(athlete: Athlete, today: dt.date) -> Plan:
    """A plan for this athlete that begins on or after `today` and ends with the race, if there is one.

    Raises:
        CannotPlan: the wishes contradict each other.
    """
    raise NotImplementedError

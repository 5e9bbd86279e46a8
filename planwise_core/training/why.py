"""Why a workout is there."""

from __future__ import annotations

from planwise_core.training.athlete import Athlete
from planwise_core.training.plan import Plan


def why(plan: Plan, workout_id: str, athlete: Athlete) -> str:
    """The phase, and what the workout trains."""
    workout = plan.by_id[workout_id]
    return f"{plan.weeks[plan.week_of(workout.date) - 1].phase} phase for {athlete.level or 'you'}."

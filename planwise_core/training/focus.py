"""What a week is for, in the runner's words."""

from __future__ import annotations

from collections.abc import Sequence

from planwise_core.training.athlete import race_name
from planwise_core.training.plan import Phase, Workout
from planwise_core.training.weekroom import WeekRoom
from planwise_core.training.workouts import HARD

FOCUS: dict[Phase, str] = {
    "Base": "Easy running: endurance first",
    "Build": "Harder sessions turn endurance into speed",
    "Peak": "The hardest weeks, close to the race",
    "Taper": "Less volume, same rhythm: rest is training now",
    "Race": "Fresh legs and the race",
    "Recovery": "Back to running, gently",
    "Maintenance": "Stay fit, stay healthy",
}


def focus_of(week: WeekRoom, made: Sequence[Workout]) -> str:
    """What this week is for, in the runner's words."""
    runs = [each for each in made if each.is_run]
    left_out = week.left_out
    if left_out:
        return f"The {race_name(left_out[0].distance_km)} is more than your legs can take yet: it is left out"
    if not runs:
        return "No running: rest until walking briskly for 30 minutes is free of pain" if week.is_hurt else "A week off"
    if week.load < 1:
        return "Back to running, step by step"
    if week.tune_ups:
        return "A race on the way: fresh before it, easy after it"
    if week.taper is None and week.is_down:
        return "An easier week: let the work sink in"
    if week.taper is None and week.rung:
        return "Run a little longer, walk a little less"
    if week.phase in {"Build", "Peak"} and not any(each.type in HARD for each in runs):
        return "More kilometres, all of them easy"
    return FOCUS[week.phase]

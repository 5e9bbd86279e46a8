"""What a workout of each type is, and how one changes its size without losing its shape."""

from __future__ import annotations

from planwise_core.training.plan import Repeat, Step, Workout, WorkoutType

HARD: frozenset[WorkoutType] = frozenset(
    {
        "steady", "marathon_pace", "tempo", "cruise_intervals", "sub_threshold", "vo2_long", "vo2_short",
        "thirty_thirty", "reps", "hills_short", "hills_long", "fartlek", "race_pace", "time_trial", "tune_up_race",
        "race", "long_mp", "fast_finish", "long_progression", "progression",
    }
)  # fmt: skip


def resized(
    workout: Workout, *, km: float | None = None, minutes: int | None = None, factor: float | None = None
) -> Workout:
    """The workout at another size: to `km`, to `minutes`, or `factor` times as big; its steps follow."""
    if factor is None:
        if km is not None and workout.km:
            factor = km / workout.km
        elif minutes is not None and workout.minutes:
            factor = minutes / workout.minutes
        else:
            factor = 1.0
    new_km = km if km is not None else (max(round(workout.km * factor, 1), 0.1) if workout.km else None)
    new_minutes = (
        minutes if minutes is not None else (max(round(workout.minutes * factor), 1) if workout.minutes else None)
    )
    return workout.but(km=new_km, minutes=new_minutes, steps=_resized_steps(workout.steps, factor))


def _resized_steps(steps: tuple[Step | Repeat, ...], factor: float) -> tuple[Step | Repeat, ...]:
    return tuple(
        step.but(count=max(2, round(step.count * factor)))
        if isinstance(step, Repeat)
        else step.but(
            seconds=max(5, round(step.seconds * factor)) if step.seconds else None,
            metres=max(20, round(step.metres * factor)) if step.metres else None,
        )
        for step in steps
    )


def eased(workout: Workout) -> Workout:
    """A hard workout as easy running of about the same length; what is easy already stays."""
    if workout.type not in HARD or workout.type == "race":
        return workout
    return workout.but(type="easy", title="Easy run", steps=(), notes=workout.notes)

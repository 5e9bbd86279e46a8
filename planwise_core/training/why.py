"""Why a workout is in the plan: the phase, what it trains, and the rule that gave it its size and place."""

from __future__ import annotations

from planwise_core.errors import NotFound
from planwise_core.training.athlete import Athlete
from planwise_core.training.methods import method_of
from planwise_core.training.plan import Phase, Plan, Workout, week_km
from planwise_core.training.values import Units, shown_distance, weekday_of
from planwise_core.training.workouts import CATALOGUE, HARD, LONG, cap_of

PHASE_WORDS: dict[Phase, str] = {
    "Base": "the base phase, where easy running comes before speed",
    "Build": "the build phase, where hard sessions are added to the base",
    "Peak": "the peak phase, with the sessions most like the race",
    "Taper": "the taper: less volume, the same rhythm, so that the race finds you fresh",
    "Race": "race week, where nothing is gained any more and much can be lost",
    "Recovery": "recovery, back to running step by step",
    "Maintenance": "steady training that keeps you fit for whatever comes",
}


def why(plan: Plan, workout_id: str, athlete: Athlete) -> str:
    """Two or three sentences on why this workout is here.

    Raises:
        NotFound: the plan has no such workout.
    """
    workout = plan.by_id.get(workout_id)
    if workout is None:
        raise NotFound(f"The plan has no workout '{workout_id[:40]}'.")
    number = plan.week_of(workout.date)
    phase = plan.weeks[number - 1].phase
    if workout.type == "race":
        return f"This is the race the plan was made for. It trains {CATALOGUE['race'].trains}."
    here = f"Week {number} of {len(plan.weeks)} belongs to {PHASE_WORDS[phase]}."
    what = f"'{workout.title}' trains {CATALOGUE[workout.type].trains}."
    return " ".join(part for part in (here, what, _rule(plan, workout, athlete)) if part)


def _rule(plan: Plan, workout: Workout, athlete: Athlete) -> str:
    """The rule that gave it its size or place."""
    week = plan.by_week[plan.week_of(workout.date) - 1]
    total = week_km(tuple(each for each in week if each.type != "race"))
    if not workout.is_run:
        return "It builds you up without adding running."
    if workout.type in LONG:
        before = _longest_before(plan, workout, athlete.units)
        share = f"It is {round(100 * workout.run_km / total)} % of the week" if total else ""
        step = f", and not more than a tenth beyond your longest run of the month before ({before})" if before else ""
        return f"{share}{step}, the step that keeps injuries away (LR-1, LR-2)."
    if workout.type == "tune_up_race":
        return "The days around it are easy, so that it is a race and not one more load."
    if workout.type in HARD and (cap := cap_of(workout.type)):
        hard = sum(each.type in HARD and each.type != "race" for each in week)
        method = method_of(plan.method).name.lower()
        return (
            f"Its hard part stays under {round(cap[0] * 100)} % of the week, and easy days lie around it "
            f"(Q-1, Q-3); the '{method}' method asks for {hard} such day{'s' * (hard != 1)} this week."
        )
    limit = athlete.minutes_on(weekday_of(workout.date))
    if limit:
        return f"It keeps to your {limit} minutes on this day and is easy so that the hard days can be hard (Q-5)."
    return "It is easy on purpose: four fifths of your running should be, so that the hard days can be hard (Q-5)."


def _longest_before(plan: Plan, workout: Workout, units: Units) -> str:
    longest = max(
        (each.run_km for each in plan.workouts if 0 < (workout.date - each.date).days <= 30 and each.type != "race"),
        default=0.0,
    )
    return shown_distance(longest, units) if longest else ""

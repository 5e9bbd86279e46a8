"""Whether a plan gets its runner to the race: honest words when time is short, a refusal when it is not enough.

SCIENCE 2.1: a race too close for someone whose longest run is far from it is for finishing only, or for later.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable

from planwise_core.errors import CannotPlan
from planwise_core.training.aims import predicted_s
from planwise_core.training.athlete import RACES, Athlete, race_name
from planwise_core.training.plan import Plan
from planwise_core.training.season import Season
from planwise_core.training.values import shown_clock
from planwise_core.training.volume import day_limits, long_cap_min, longest_lately_km

LATER_WEEKS = (1, 2, 3, 4, 6, 8, 10, 12, 16, 20, 26, 32, 40, 48)
FINISH_ONLY = "Time is short for this race: the aim is to finish, not a time"
BOLD = 0.96  # a target this far under what fitness predicts is told as bold [background]
STILL_KNOWN_DAYS = 42  # a long run as long ago as this still carries


def longest_km(plan: Plan, season: Season) -> float:
    """The longest run before the race: planned, or run so lately that it still counts."""
    planned = max((each.run_km for each in plan.workouts if each.is_run and each.type != "race"), default=0.0)
    is_late = season.race_day is not None and (season.race_day - season.first_day).days <= STILL_KNOWN_DAYS
    return max(planned, longest_lately_km(season) if is_late else 0.0)


def is_ready(plan: Plan, season: Season) -> bool:
    """Whether the plan's longest run makes the race bearable at all."""
    if season.race is None:
        return True
    athlete = season.athlete
    if athlete.longest_run_km is None and athlete.weekly_km >= season.race.distance_km:
        return True  # who runs the race's distance every week can finish it, whatever a holiday left of the plan
    return longest_km(plan, season) >= season.form.least_longest * season.race.distance_km


def is_finish_only(plan: Plan, season: Season) -> bool:
    """Whether the preparation is so short that finishing is the aim. A long run at its cap of time is no shortness."""
    if season.race is None:
        return False
    longest = longest_km(plan, season)
    at_cap = season.aims.minutes_for(longest) >= 0.93 * season.form.long_cap_min
    return not at_cap and longest < season.form.finish_only * season.race.distance_km


def race_notes(plan: Plan, season: Season) -> str:
    """What to know before the race: how to take it, and whether the target fits the fitness."""
    race = season.race
    assert race is not None  # noqa: S101 - only a race has notes
    said: list[str] = []
    if race.date is None:
        said.append("No race date was given: this is the day to aim for. Tell me the date when you have one.")
    if is_finish_only(plan, season):
        said.append("Time was short, so the aim is to finish: start slowly, and walk when you need to.")
    predicted = predicted_s(season.aims.vdot, race.distance_km)
    if season.is_estimate:
        said.append("Your paces are estimates until you tell me a recent race: go by effort.")
    elif race.target_s and race.target_s < BOLD * predicted:
        said.append(
            f"Your target is bold: your fitness today is good for about {shown_clock(predicted)}. "
            "Training follows your fitness, not the target."
        )
    return " ".join(said)


def refusal(season: Season, plan: Plan, attempt: Callable[[Athlete], bool]) -> CannotPlan:
    """Why this race cannot be prepared for, and the nearest plan that works, found by trying (`attempt`)."""
    race = season.race
    assert race is not None  # noqa: S101 - only a race is refused
    name, athlete = race_name(race.distance_km), season.athlete
    longest = longest_km(plan, season)
    limits = [long_cap_min(season, limit) for limit in day_limits(season)]
    needed_km = season.form.least_longest * race.distance_km
    if season.aims.km_in(max(limits)) < needed_km:
        needed = round(season.aims.minutes_for(needed_km) / 5 + 0.5) * 5
        problem = f"A {name} needs a long run of {needed} minutes, but your longest day has {max(limits)}."
        return CannotPlan(problem, _shorter(season, attempt) or "Make more time on one day.")
    when = f"on {race.date.day} {race.date:%B %Y}" if race.date else f"in {season.count} weeks"
    problem = f"The {name} {when} is too soon: the longest run would only get to {longest:.0f} km by then."
    nearest = _later(season, attempt) or _shorter(season, attempt)
    if athlete.away and not nearest:
        nearest = "Be away for fewer days before it."
    return CannotPlan(problem, nearest or "Train without a race first.")


def _later(season: Season, attempt: Callable[[Athlete], bool]) -> str:
    race, athlete = season.race, season.athlete
    assert race is not None and season.race_day is not None  # noqa: S101, PT018 - see `refusal`
    for weeks in LATER_WEEKS:
        if race.date is None:
            if season.count + weeks <= 52 and attempt(athlete.but(weeks=season.count + weeks)):
                return f"Take {season.count + weeks} weeks."
            continue
        later = race.but(date=race.date + dt.timedelta(weeks=weeks))
        if attempt(athlete.but(races=(later,))):
            day = later.date
            return f"Choose a race from {day.day} {day:%B %Y} on." if day else ""
    return ""


def _shorter(season: Season, attempt: Callable[[Athlete], bool]) -> str:
    race, athlete = season.race, season.athlete
    assert race is not None  # noqa: S101 - see `refusal`
    for name, km in sorted(RACES.items(), key=lambda item: -item[1]):
        if km < race.distance_km and attempt(athlete.but(races=(race.but(distance_km=km, target_s=None, name=""),))):
            return f"A race of {name} would work."
    return ""

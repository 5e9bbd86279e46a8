"""What the runner said must not happen, and the race itself. Hard limits: every breach is an error."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterator

from planwise_core.training.plan import Workout
from planwise_core.training.rules.season import EPSILON, Objection, Season
from planwise_core.training.values import WEEKDAY_NAMES, shown_distance, shown_duration, weekday_of

SAME_DISTANCE = 0.02


def _is_race(season: Season, workout: Workout) -> bool:
    """A race is where and when it is; the limits of training days do not move it."""
    is_told = any(race.date == workout.date for race in season.athlete.races)
    return is_told or workout.type == "race" or workout.id in season.other_races


def limit_day(season: Season) -> Iterator[Objection]:
    """LIMIT-DAY: a workout stands on a weekday that is not free."""
    athlete = season.athlete
    for workout in season.plan.workouts:
        day = weekday_of(workout.date)
        is_asked_for = not workout.is_run and day in athlete.cross_days
        if day not in athlete.free_days and not is_asked_for and not _is_race(season, workout):
            week = season.plan.week_of(workout.date)
            yield Objection(
                "error",
                week,
                f"'{workout.title}' in week {week} is on a {WEEKDAY_NAMES[day]}, which is not a free day.",
                f"Move it to another day, or make {WEEKDAY_NAMES[day]} a free day in the settings.",
            )


def limit_minutes(season: Season) -> Iterator[Objection]:
    """LIMIT-MINUTES: a day's running takes longer than the runner has."""
    if not season.athlete.minutes:
        return
    by_day: dict[dt.date, float] = defaultdict(float)
    for session in season.sessions:
        if not _is_race(season, session.workout):
            by_day[session.date] += session.minutes
    for day, minutes in by_day.items():
        limit = season.athlete.minutes_on(weekday_of(day))
        if limit and minutes > limit + EPSILON:
            week = season.plan.week_of(day)
            yield Objection(
                "error",
                week,
                f"{day:%A} of week {week} has {shown_duration(minutes * 60)} of running; there are {limit} minutes.",
                f"Shorten it to {limit} minutes, or move it to a day with more time.",
            )


def limit_days(season: Season) -> Iterator[Objection]:
    """LIMIT-DAYS: more run days in a week than the runner wants."""
    most = season.athlete.days_per_week
    if most is None:
        return
    for week in season.weeks:
        days = {session.date for session in week.sessions if not _is_race(season, session.workout)}
        if len(days) > most:
            yield Objection(
                "error",
                week.number,
                f"Week {week.number} has {len(days)} run days; {most} are wanted.",
                "Drop the shortest easy run.",
            )


def limit_away(season: Season) -> Iterator[Objection]:
    """LIMIT-AWAY: a workout stands on a day the runner is away."""
    for workout in season.plan.workouts:
        if season.athlete.is_away(workout.date) and not _is_race(season, workout):
            week = season.plan.week_of(workout.date)
            yield Objection(
                "error",
                week,
                f"'{workout.title}' on {workout.date:%A %d %B} is while you are away.",
                "Take it out; missed running is not made up.",
            )


def race_day(season: Season) -> Iterator[Objection]:
    """RACE-DAY: the goal race is missing, on the wrong day, of the wrong length, or not the only one."""
    yield from _goals_too_many(season)
    plan, goal = season.plan, season.athlete.goal
    date = plan.race_date
    since = season.today or min((workout.date for workout in plan.workouts), default=plan.start_date)
    if goal and goal.date and since < goal.date <= plan.end_date:  # nobody plans for a race that is today
        date = goal.date
    if date is None:
        return
    km = goal.distance_km if goal and goal.date == date else plan.race_distance_km
    there = [workout for workout in plan.on(date) if workout.type == "race"]
    week = plan.week_of(date)
    if not there:
        race = plan.race
        elsewhere = f"; the plan has it on {race.date:%A %d %B}" if race else ", but the plan has no race there"
        advice = f"Put the race on {date:%d %B %Y}."
        yield Objection("error", week, f"The goal race is on {date:%A %d %B %Y}{elsewhere}.", advice)
    elif km and there[-1].km and abs(there[-1].km - km) > SAME_DISTANCE * km:
        yield Objection(
            "error",
            week,
            f"The race in the plan is {shown_distance(there[-1].km, season.units)}, the goal is "
            f"{shown_distance(km, season.units)}.",
            f"Make the race {shown_distance(km, season.units)}.",
        )


def _goals_too_many(season: Season) -> Iterator[Objection]:
    """A plan leads to one race; others that it calls goals are judged as races on the way (B and C)."""
    others = [each for each in season.plan.workouts if each.id in season.other_races]
    if not others:
        return
    week = season.plan.week_of(others[0].date)
    more = f" and {len(others) - 1} more" if len(others) > 1 else ""
    yield Objection(
        "info",
        week,
        f"'{others[0].title}' in week {week}{more} is not the race this plan leads to: it counts as one on the way.",
        "Call it a tune-up race, or make a plan of its own for it.",
    )

"""Whether a plan gets its runner to the race: honest words when time is short, a refusal when it is not enough.

SCIENCE 2.1: a race too close for someone whose longest run is far from it is for finishing only, or for later.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator
from typing import NamedTuple

from planwise_core.training.aims import predicted_s
from planwise_core.training.athlete import RACES, Athlete, Race, race_name
from planwise_core.training.plan import Plan
from planwise_core.training.rules.runner import LEAD_SHARE
from planwise_core.training.season import LEAST_FREE_DAYS, Season, earliest_start, form_of, goal_race, said
from planwise_core.training.values import shown_clock
from planwise_core.training.volume import day_limits, long_cap_min, longest_lately_km

LATER_WEEKS = (1, 2, 3, 4, 6, 8, 10, 12, 16, 20, 26, 32, 40, 48)
FINISH_ONLY = "Time is short for this race: the aim is to finish, not a time"
BOLD = 0.96  # a target this far under what fitness predicts is told as bold [background]
MOST_WEEKS = 52  # of a plan without a date
KM_THAT_CARRY = 2.0  # the race's distance so many times a week carries through it, without a long run [background]
CAP_REACHED = 0.93  # sizes are rounded down to half a kilometre
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
    km, athlete = season.race.distance_km, season.athlete
    if (athlete.longest_lately_km or 0.0) >= LEAD_SHARE * km:
        return True  # LEAD-1 asks no more of a runner for any race; what a break leaves of it is for finishing
    if athlete.weekly_km >= (km if athlete.longest_run_km is None else KM_THAT_CARRY * km):
        return True  # who runs the race's distance every week can finish it, whatever a holiday left of the plan
    longest = longest_km(plan, season)
    return longest >= season.form.least_longest * km or is_at_cap(longest, season)


def is_at_cap(longest: float, season: Season) -> bool:
    """Whether the longest run takes as long as a run may for this race (LR-3): a slow runner cannot do more."""
    return season.aims.minutes_for(longest) >= CAP_REACHED * long_cap_min(season, None)


def is_finish_only(plan: Plan, season: Season) -> bool:
    """Whether the preparation is so short that finishing is the aim."""
    if season.race is None:
        return False
    longest = longest_km(plan, season)
    return not is_at_cap(longest, season) and longest < season.form.finish_only * season.race.distance_km


def race_notes(plan: Plan, season: Season) -> str:
    """What to know before the race: how to take it, and whether the target fits the fitness."""
    race = season.race
    assert race is not None  # noqa: S101 - only a race has notes
    notes: list[str] = []
    if race.date is None:
        notes.append("No race date was given: this is the day to aim for. Tell me the date when you have one.")
    elif season.athlete.is_away(race.date):
        notes.append("You are away on this day: the race is kept, as I take it that you travel to it.")
    if is_finish_only(plan, season):
        notes.append("Time was short, so the aim is to finish: start slowly, and walk when you need to.")
    predicted = predicted_s(season.aims.vdot, race.distance_km)
    if season.is_estimate:
        notes.append("Your paces are estimates until you tell me a recent race: go by effort.")
    elif race.target_s and race.target_s < BOLD * predicted:
        notes.append(
            f"Your target is bold: your fitness today is good for about {shown_clock(predicted)}. "
            "Training follows your fitness, not the target."
        )
    return " ".join(notes)


def conflict(plan: Plan, season: Season) -> str:
    """Why this race cannot be prepared for: too little time on any day, or too few weeks."""
    race = season.race
    assert race is not None  # noqa: S101 - only a race is refused
    name = race_name(race.distance_km)
    limits = [long_cap_min(season, limit) for limit in day_limits(season)]
    needed_km = season.form.least_longest * race.distance_km
    if season.aims.km_in(max(limits)) < needed_km:
        needed = round(season.aims.minutes_for(needed_km) / 5 + 0.5) * 5
        return f"A {name} needs a long run of {needed} minutes, but your longest day has {max(limits)}."
    when = f"on {said(race.date)}" if race.date else f"in {season.count} weeks"
    return (
        f"The {name} {when} is too soon: the longest run would only get to {longest_km(plan, season):.0f} km by then."
    )


class WayOut(NamedTuple):
    """Other wishes, near to those that cannot be met: in words, and as the athlete who has them."""

    words: str
    athlete: Athlete


def nearest(athlete: Athlete, today: dt.date, works: Callable[[Athlete], bool]) -> str:
    """What to wish for instead, in words: the nearest wishes for which a plan can be made, found by trying."""
    return next((way.words for way in ways_out(athlete, today) if works(way.athlete)), "")


def ways_out(athlete: Athlete, today: dt.date) -> Iterator[WayOut]:
    """Other wishes, the nearest first; the last, a plan without a race, always works."""
    first = ""
    if len(athlete.free_days) < LEAST_FREE_DAYS:
        first = "Free at least two days a week, better three."
        athlete = athlete.but(free_days=(*athlete.free_days, "tue", "thu", "sun"))
        yield WayOut(first, athlete)
    race = goal_race(athlete, today)
    if race is None:
        return
    for ways in (
        _later(athlete, race, today),
        _shorter(athlete, race),
        _roomier(athlete),
        _without(athlete, race, today),
    ):
        for way in ways:
            yield way._replace(words=f"{first} {way.words}".strip())


def _later(athlete: Athlete, race: Race, today: dt.date) -> Iterator[WayOut]:
    if race.date is None:
        weeks = athlete.weeks or form_of(race).weeks[0]
        for longer in (weeks + more for more in LATER_WEEKS if weeks + more <= MOST_WEEKS):
            yield WayOut(f"Take {longer} weeks.", athlete.but(weeks=longer))
    elif race.date > today:
        for more in LATER_WEEKS:
            day = race.date + dt.timedelta(weeks=more)
            yield WayOut(f"Choose a race from {said(day)} on.", athlete.but(races=(race.but(date=day),)))


def _shorter(athlete: Athlete, race: Race) -> Iterator[WayOut]:
    for name, km in sorted(RACES.items(), key=lambda item: -item[1]):
        if km < race.distance_km:
            shorter = race.but(distance_km=km, target_s=None, name="")
            called = f"race of {name}" if name[0].isdigit() else name.lower()
            yield WayOut(f"A {called} would work.", athlete.but(races=(shorter,)))


def _roomier(athlete: Athlete) -> Iterator[WayOut]:
    if athlete.away:
        yield WayOut("Be at home until the race.", athlete.but(away=()))
    if athlete.minutes:
        yield WayOut("Make more time for the long run.", athlete.but(minutes=()))


def _without(athlete: Athlete, race: Race, today: dt.date) -> Iterator[WayOut]:
    words = "Train without a race first."
    if race.date and race.date <= today:
        words = "Choose a race from tomorrow on, or train without one."
    elif race.date and (begin := earliest_start(race.date)) > today:
        words = f"Train without a race until {said(begin)}, then plan for it."
    yield WayOut(words, athlete.but(races=()))

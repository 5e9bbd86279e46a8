"""The last weeks before the race (SCIENCE 2.5)."""

from __future__ import annotations

import datetime as dt
import math
from collections.abc import Iterator
from statistics import median

from planwise_core.training.athlete import Athlete, Away
from planwise_core.training.conditions import FREE_DAYS_OFF, return_load
from planwise_core.training.rules.season import EPSILON, RACES, Objection, Season, Session
from planwise_core.training.values import shown_distance, weekday_of

# Fraction of the peak week: race km up to, then (weeks before the race, low, high). Race week without the race is 0.
# Measured on published plans; ultra: from the shortest ultra taper to the longest marathon one.
FRACTIONS = (
    (13.0, ((1, 0.65, 0.95), (0, 0.20, 0.65))),
    (25.0, ((1, 0.60, 0.90), (0, 0.25, 0.50))),
    (45.0, ((2, 0.70, 0.92), (1, 0.50, 0.85), (0, 0.20, 0.55))),
    (math.inf, ((2, 0.50, 0.92), (1, 0.27, 0.85), (0, 0.13, 0.55))),
)
OWN_WEEKS = 4  # with fewer before the taper, the weeks before the plan count towards the peak [background]
LOW_ERROR = 0.85
HIGH_ERROR = 1.15
FULL = 0.8  # of the runner's minutes: sizes are rounded down [background]
PAIN = 3  # of 10: more is not to be trained through (Vincent 2017)
PAIN_DAYS = 70  # two weeks off, three at a part of the load, and as long again to where it was [background]
TOUCH_DAYS = 14
FEWER_DAYS = 2  # Mujika: keep at least 80 % of the frequency
LONG_RACE_KM = 25.0
NO_NEW_LONGEST_DAYS = 14  # published marathon plans: 2 to 7 weeks before
NO_NEW_LONGEST_DAYS_SHORT = 7
LATE_RACE_WEEKDAY = 4  # Friday


def taper_window(race_date: dt.date, weeks_before: int) -> tuple[dt.date, dt.date]:
    """First day and day after the last of the week that lies so many weeks before race week.

    Race week is Monday to the race; for a race from Monday to Thursday it is the seven days before it.
    """
    late = race_date.weekday() >= LATE_RACE_WEEKDAY
    start = race_date - dt.timedelta(days=race_date.weekday() if late else 7)
    if weeks_before == 0:
        return start, race_date
    first = start - dt.timedelta(weeks=weeks_before)
    return first, first + dt.timedelta(weeks=1)


def _between(season: Season, first: dt.date, end: dt.date) -> list[Session]:
    return [session for session in season.sessions if first <= session.date < end and session.type != "race"]


def band_of(race_km: float) -> tuple[tuple[int, float, float], ...]:
    """(weeks before the race, least, most of the peak week) for this distance, the earliest first."""
    return next(rows for up_to, rows in FRACTIONS if race_km <= up_to)


def fresh_from(athlete: Athlete, begin: dt.date) -> dt.date:
    """From when on a week before `begin` counts as one to come down from.

    Not behind a break after which the load comes back by steps (SCIENCE 2.6): there is no way down from a height that
    was never reached again.
    """
    breaks = [away.last for away in athlete.away if (away.last - away.first).days >= FREE_DAYS_OFF]
    return max((last for last in breaks if last < begin), default=dt.date.min)


def _is_return(away: Away, first: dt.date, end: dt.date) -> bool:
    """The load still comes back from this break in these days: SCIENCE 2.6 says how much, RETURN-1 checks it."""
    off = (away.last - away.first).days + 1
    return away.last < end and return_load(off, max((first - away.last).days - 1, 0)) < 1


def _is_hurt(athlete: Athlete, day: dt.date) -> bool:
    """Something hurts too much to run on this day, or it did until a few weeks before."""
    pains = [each for each in athlete.injuries if each.current and (each.pain or 0) > PAIN]
    return any(each.since is None or 0 <= (day - each.since).days + 6 <= PAIN_DAYS for each in pains)


def _comes_back(season: Season, first: dt.date, end: dt.date) -> bool:
    return any(_is_return(away, first, end) for away in season.athlete.away)


def may_be_low(athlete: Athlete, first: dt.date, end: dt.date) -> bool:
    """Whether these days need not keep what a taper keeps: off, on the way back from days off, or with pain, which is
    not run through (SCIENCE 2.6).
    """
    is_off = any(away.first < end and away.last >= first for away in athlete.away)
    return is_off or any(_is_return(away, first, end) for away in athlete.away) or _is_hurt(athlete, first)


def _room_min(athlete: Athlete, first: dt.date, end: dt.date) -> float:
    """Minutes that the runner has for running in these days."""
    days = [first + dt.timedelta(days=at) for at in range((end - first).days)]
    limits = [athlete.minutes_on(weekday_of(day)) for day in days if not athlete.is_away(day)]
    return sum(math.inf if limit is None else limit for limit in limits)


def taper_1(season: Season) -> Iterator[Objection]:
    """TAPER-1: a week before the race has too much, or too little, of the peak week."""
    race_km, race_date = season.race_km, season.race_date
    if not race_km or not race_date:
        return
    fractions = band_of(race_km)
    begin = taper_window(race_date, fractions[0][0])[0]
    fresh = fresh_from(season.athlete, begin)
    days = {week.number: season.plan.day(week.number, "sun") for week in season.weeks}
    before = [week.km for week in season.weeks if days[week.number] < begin]
    peak = max(before if len(before) >= OWN_WEEKS else (*season.km_before, *before), default=0.0)
    own = max((week.km for week in season.weeks if fresh <= days[week.number] < begin), default=0.0)
    for weeks_before, low, high in fractions:
        first, end = taper_window(race_date, weeks_before)
        if not peak or first < season.plan.start_date + dt.timedelta(weeks=1):
            continue  # week 1 may begin in its middle
        room_min = _room_min(season.athlete, first, end)
        sessions = _between(season, first, end)
        km = sum(session.km for session in sessions)
        is_low = km < low * own - EPSILON
        if is_low and sum(session.minutes for session in sessions) >= FULL * room_min:
            continue  # there is no more time
        if is_low and may_be_low(season.athlete, first, end):
            continue
        part = km / (own if is_low else peak)
        if not is_low and part <= high + EPSILON:
            continue
        when = ("Race week", "The week before race week", "The second week before race week")[weeks_before]
        to_race = " before the race" if weeks_before == 0 else ""
        yield Objection(
            "error" if not low * LOW_ERROR - EPSILON <= part <= high * HIGH_ERROR + EPSILON else "warning",
            season.plan.week_of(end - dt.timedelta(days=1)),
            f"{when} has {shown_distance(km, season.units)}{to_race}, {round(part * 100)} % of the peak week; "
            f"{round(low * 100)} to {round(high * 100)} % leaves the legs fresh and fit.",
            f"Plan {shown_distance(low * own, season.units)} to {shown_distance(high * peak, season.units)}.",
        )


def taper_2(season: Season) -> Iterator[Objection]:
    """TAPER-2: the taper drops all speed, or too many run days."""
    race_date = season.race_date
    if not race_date:
        return
    touch_from = race_date - dt.timedelta(days=TOUCH_DAYS)
    lead_up = [session for session in season.sessions if session.date < touch_from]
    last = _between(season, touch_from, race_date)
    race_week = season.plan.week_of(race_date)
    was_quick = any(s.is_hard and s.type not in RACES for s in lead_up)
    is_quick = any(s.is_hard or s.type == "easy_strides" for s in last)
    if was_quick and last and not is_quick and not _comes_back(season, touch_from, race_date):
        yield Objection(
            "warning",
            race_week,
            f"The last {TOUCH_DAYS} days before the race have no fast running at all.",
            "Keep one short session or some strides: less volume, same intensity.",
        )
    first, end = taper_window(race_date, 1)
    days = len({session.date for session in _between(season, first, end)})
    usual = [week.run_days for week in season.weeks if season.plan.day(week.number, "sun") < first]
    if usual and 0 < days < median(usual) - FEWER_DAYS and not season.is_away_between(first, end):
        yield Objection(
            "warning",
            season.plan.week_of(end - dt.timedelta(days=1)),
            f"The week before race week has {days} run days, {median(usual):g} were usual.",
            "Run as often as before, only shorter.",
        )


def no_new_longest_from(race_date: dt.date, race_km: float) -> dt.date:
    """The first day that is too near to the race for its longest run."""
    days = NO_NEW_LONGEST_DAYS if race_km >= LONG_RACE_KM else NO_NEW_LONGEST_DAYS_SHORT
    return race_date - dt.timedelta(days=days - 1)


def taper_3(season: Season) -> Iterator[Objection]:
    """TAPER-3: the longest run of all comes too close to the race."""
    race_km, race_date = season.race_km, season.race_date
    if not race_km or not race_date:
        return
    since = no_new_longest_from(race_date, race_km)
    earlier = [session.km for session in season.sessions if session.date < since and session.type != "race"]
    before = max((*earlier, season.athlete.longest_lately_km or 0.0), default=0.0)
    late = [session for session in _between(season, since, race_date) if session.type not in RACES]
    longest = max(late, key=lambda session: session.km, default=None)
    if longest and earlier and longest.km > before + EPSILON:
        yield Objection(
            "warning",
            longest.week,
            f"The longest run of all ({shown_distance(longest.km, season.units)}) is only "
            f"{(race_date - longest.date).days} days before the race.",
            f"Run it {(race_date - since).days + 1} days or more before the race.",
        )

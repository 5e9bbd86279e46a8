"""Whether any plan can work for a runner's wishes, by SCIENCE.md's own arithmetic: nothing of the engine is used."""

from __future__ import annotations

import datetime as dt

from planwise_core.training.athlete import RACES, Athlete, Race

ONE_DAY = dt.timedelta(days=1)
# SCIENCE 2.1: (race km up to, weeks of the minimum lead-in); 2.3 LR-4: the shortest longest run of published plans.
LEAD_IN_WEEKS = ((13.0, 8), (25.0, 10), (999.0, 12))
PUBLISHED_LONGEST_KM = ((7.5, 5.0), (13.0, 9.0), (25.0, 16.0), (45.0, 24.0), (55.0, 42.0), (999.0, 45.0))
# 2.1: the fewest weeks of an ultra's plan, by km up to. 2.2 PROG-6: two days a week only maintain.
ULTRA_WEEKS = ((45.0, 0), (90.0, 16), (999.0, 24))
USUAL_WEEKS = ((25.0, 12), (45.0, 18), (999.0, 24))  # 2.1, where no date is given
LEAST_DAYS = 3
BUILD_FROM_KM = 25.0
LOW_KM = 40.0  # 2.2 PROG-1: from here on a tenth a week, below it a mile per run
FORGOTTEN = dt.timedelta(days=30)
MARATHON_KM = 42.0
FARTHEST_KM = 160.0  # the longest race that SCIENCE 2.1 has a plan for


def is_contradiction(athlete: Athlete, today: dt.date) -> bool:
    """Whether no plan can bring this runner to the race, or there is nothing to plan with."""
    if len(athlete.free_days) < 2:
        return True
    goal = goal_of(athlete, today)
    if goal is None:
        return bool(athlete.races)
    if goal.distance_km > FARTHEST_KM or ((athlete.age or 40) < 18 and goal.distance_km >= MARATHON_KM):
        return True
    if goal.date and ((goal.date - today).days > 52 * 7 or is_laid_up(athlete, goal.date)):
        return True
    usual = next(weeks for up_to, weeks in USUAL_WEEKS if goal.distance_km <= up_to)
    weeks = (goal.date - today).days / 7 if goal.date else float(athlete.weeks or usual)
    lead_in = next(least for up_to, least in LEAD_IN_WEEKS if goal.distance_km <= up_to)
    lead_in = max(lead_in, next(least for up_to, least in ULTRA_WEEKS if goal.distance_km <= up_to))
    if weeks < lead_in and longest_now(athlete, today) < 0.4 * goal.distance_km:
        return True
    if run_days(athlete) < LEAST_DAYS and goal.distance_km > BUILD_FROM_KM:
        return True
    shortest = next(km for up_to, km in PUBLISHED_LONGEST_KM if goal.distance_km <= up_to)
    return best_long_run(athlete, today, weeks, goal.distance_km) < min(shortest, goal.distance_km)


def goal_of(athlete: Athlete, today: dt.date) -> Race | None:
    to_come = [each for each in athlete.races if each.date is None or each.date > today]
    first = [each for each in to_come if each.priority == "A"] or to_come
    return min(first, key=lambda each: each.date or dt.date.max, default=None)


def run_days(athlete: Athlete) -> int:
    return min(athlete.days_per_week or 7, len(athlete.free_days))


def is_laid_up(athlete: Athlete, day: dt.date) -> bool:
    """Ill or injured on that day, by the runner's own word. From a holiday a race can be run."""
    return any(each.first <= day <= each.last and each.reason in {"illness", "injury"} for each in athlete.away)


def longest_now(athlete: Athlete, today: dt.date) -> float:
    """What was told, else the share of the week that a long run has on four days (LR-2, PP median .41)."""
    if athlete.longest_run_km is not None:
        return athlete.longest_run_km
    soon = today + dt.timedelta(days=13)
    breaks = [away for away in athlete.away if away.last - away.first >= 5 * ONE_DAY and away.first <= soon]
    return (
        (0.5 if breaks or pain_of(athlete) > 3 else 1) * 0.41 * athlete.weekly_km
    )  # 2.6: what is new comes back at half its load


def best_long_run(athlete: Athlete, today: dt.date, weeks: float, race_km: float) -> float:
    """The longest run within reach: LR-1 (a tenth or a mile a week) under LR-2 (60 % of a week that grows by PROG-1).

    No week counts that is away, comes back from that (2.6: as long again), hurts (2.6), is easier (PROG-3: every fifth;
    every third from 50 on) or lies after the longest run (LR-4).
    """
    off = sum(2 * ((away.last - away.first).days // 7 + 1) for away in athlete.away if away.last - away.first > ONE_DAY)
    pain = pain_of(athlete)
    taper = 2 if race_km > 25 else 1
    rising = 2 / 3 if (athlete.age or 0) >= 50 or athlete.injuries else 4 / 5
    rising /= 2 if athlete.method == "run_walk" else 1  # 3: long only every second or third week
    growing = weeks - taper - off - (5 if pain >= 7 else 3 if pain > 3 else 2 if pain else 0)
    week, longest = grown(athlete, athlete.weekly_km, longest_now(athlete, today), rising * growing)
    race_day = today + weeks * 7 * ONE_DAY
    gaps = [away for away in athlete.away if away.last - away.first >= FORGOTTEN and today <= away.last < race_day]
    if gaps:  # 2.6: begun anew at half, and no run is left in the 30 days that LR-1 looks back on
        since = (race_day - max(gap.last for gap in gaps)).days / 7
        longest = min(longest, grown(athlete, week / 2, longest / 2, rising * (since - taper))[1])
    return longest


def grown(athlete: Athlete, week: float, longest: float, weeks: float) -> tuple[float, float]:
    """(week, longest run) after so many growing weeks, within the runner's days and minutes."""
    days = run_days(athlete)
    minutes = sorted((athlete.minutes_on(day) or 300 for day in athlete.free_days), reverse=True)
    pace = easy_min_per_km(athlete)
    for _ in range(max(int(weeks), 0)):
        more = max(1.1 * week, week + 1.6 * days if week < LOW_KM else 0)
        week = min(more, max(sum(minutes[:days]) / pace, week))
        longest = min(max(1.1 * longest, longest + 1.6 if longest < 16 else 0), 0.6 * week)
    return week, min(longest, minutes[0] / pace)


def pain_of(athlete: Athlete) -> int:
    return max((3 if each.pain is None else each.pain for each in athlete.injuries if each.current), default=0)


def easy_min_per_km(athlete: Athlete) -> float:
    """A plausible easy pace: a third slower than the recent race's; 7 minutes where none is known."""
    if athlete.recent and not athlete.vdot and athlete.recent.distance_km >= 5:
        return 1.33 * athlete.recent.duration_s / 60 / athlete.recent.distance_km
    oxygen = 0.66 * (athlete.vdot or 0)  # SCIENCE 1.2, the middle of easy; metres a minute by Daniels and Gilbert
    return 1000 / (29.54 + 5.000663 * oxygen - 0.007546 * oxygen**2) if athlete.vdot else 7.0


def following(athlete: Athlete, today: dt.date, advice: str) -> Athlete:
    """The runner who does what a refusal's `nearest` says."""
    if advice.startswith("Free at least two days a week, better three."):
        advice = advice.removeprefix("Free at least two days a week, better three.").strip()
        athlete = athlete.but(free_days=tuple({*athlete.free_days, "tue", "thu", "sun"}))
    goal = goal_of(athlete, today)
    if not advice or advice.startswith(("Train without", "Choose a race from tomorrow")):
        return athlete.but(races=()) if advice else athlete
    assert goal is not None, advice
    if advice.startswith("Choose a race from "):
        words = advice.removeprefix("Choose a race from ").removesuffix(" on.")
        return athlete.but(races=(goal.but(date=dt.datetime.strptime(words, "%d %B %Y").date()),))
    if advice.startswith("Take "):
        return athlete.but(weeks=int(advice.split()[1]))
    if advice == "Be at home until the race.":
        return athlete.but(away=())
    if advice == "Make more time for the long run.":
        return athlete.but(minutes=())
    name = advice.removeprefix("A ").removeprefix("race of ").removesuffix(" would work.")
    km = next(km for race, km in RACES.items() if race.lower() == name.lower())
    return athlete.but(races=(goal.but(distance_km=km, target_s=None, name=""),))

"""How each rule's objection is met: the workouts of a week at the size the rule would have them.

Nothing is ever made longer or harder, and nothing is added.
"""

from __future__ import annotations

import datetime as dt
import math
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass

from planwise_core.training.athlete import Athlete
from planwise_core.training.plan import Plan, Workout, week_km, weekly_km
from planwise_core.training.rules.long_run import (
    BACK_TO_BACK,
    SHARE_DAYS,
    SHARE_TOP,
    SHORT_STEP_KM,
    SPIKE_WARNING,
)
from planwise_core.training.rules.quality import EASY_WINDOW_WEEKS, most_work_km, usual_km_of
from planwise_core.training.rules.runner import too_early, weeks_back
from planwise_core.training.rules.season import LONG, LOOK_BACK_DAYS, RACES, Season, work_steps
from planwise_core.training.rules.structure import problems_of
from planwise_core.training.rules.taper import OWN_WEEKS, band_of, no_new_longest_from, taper_window
from planwise_core.training.rules.volume import DOWN, KM_PER_RUN, LOW_KM, RISE_WARNING, stretches_up
from planwise_core.training.workouts import eased, resized

MARGIN = 0.9  # distances are rounded to 100 m, and a sum of them must not end above the line
ROUNDING_KM = 0.05  # what rounding may add to a run
LEAST_KM = 1.0  # less is no run
Mended = Iterator[tuple[str, Workout]]


@dataclass(frozen=True)
class Case:
    """A week somebody objects to: in which plan, what the plan was before, and which workouts may still change.

    Those before `since`, the first day that is another than it was, have nothing to do with it.
    """

    old: Plan
    plan: Plan
    athlete: Athlete
    since: dt.date
    done: Collection[str]
    week: int

    @property
    def season(self) -> Season:
        return Season(self.plan, self.athlete)

    def may_change(self, each: Workout) -> bool:
        is_open = each.id not in self.done and each.date >= self.since
        return bool(each.run_km) and each.type not in RACES and is_open

    @property
    def runs(self) -> list[Workout]:
        """The runs of the week that may change."""
        return [each for each in self.plan.by_week[self.week - 1] if self.may_change(each)]

    def between(self, first: dt.date, end: dt.date) -> list[Workout]:
        """The runs of these days that may change."""
        return [each for each in self.plan.workouts if first <= each.date < end and self.may_change(each)]


def _slower(case: Case) -> Mended:
    """PROG-1: the week a step above the highest of the four before it."""
    sums = [case.athlete.weekly_km] * 4 + list(weekly_km(case.plan))
    high = max(sums[case.week - 1 : case.week + 3])
    days = len({each.date for each in case.runs})
    most = max(RISE_WARNING * high, high + MARGIN * KM_PER_RUN * days if high < LOW_KM else 0)
    yield from _down_to(case.runs, week_km(case.plan.by_week[case.week - 1]), most)


def _easier(case: Case) -> Mended:
    """PROG-3: in the stretch that ends with this week, the one that was easier before the change is easier again."""
    first, last = next(span for span in stretches_up(case.season) if span[0] <= case.week <= span[1])
    was, now = weekly_km(case.old), weekly_km(case.plan)
    open_from = max(first + 1, 2, case.plan.week_of(case.since))
    inside = [week for week in range(open_from, last + 1) if now[week - 2] and week <= len(was)]
    easiest = min(inside, key=lambda week: was[week - 1] / (was[week - 2] or 1), default=None)
    if easiest is not None:
        runs = [each for each in case.plan.by_week[easiest - 1] if case.may_change(each)]
        yield from _down_to(runs, now[easiest - 1], DOWN * now[easiest - 2])


def _no_spike(case: Case) -> Mended:
    """LR-1: each run a tenth, or a mile, above the longest of the 30 days before it."""
    for each in case.runs:
        longest = _longest_before(case.plan, each.date, case.athlete)
        most = math.floor(10 * max(SPIKE_WARNING * longest, longest + SHORT_STEP_KM)) / 10
        if longest and each.run_km > most:
            yield each.id, resized(each, km=most)


def _in_proportion(case: Case) -> Mended:
    """LR-2: the longest run no bigger a part of the week than its run days make usual."""
    week = case.season.weeks[case.week - 1]
    if week.longest is None or not case.may_change(week.longest.workout):
        return
    share = min(SHARE_TOP, SHARE_DAYS / week.run_days)
    most = math.floor(10 * (week.km - week.longest.km) * share / (1 - share)) / 10
    if LEAST_KM <= most < week.longest.km:
        yield week.longest.workout.id, resized(week.longest.workout, km=most)


def _second_day(case: Case) -> Mended:
    """LR-6: the second of two long days no longer than three quarters of the first."""
    for each in case.runs:
        day_before = case.plan.on(each.date - dt.timedelta(days=1))
        first = max((run.minutes or 0 for run in day_before if run.type in LONG), default=0)
        most = math.floor(BACK_TO_BACK[1] * first)
        if each.type == "back_to_back" and each.minutes and 0 < most < each.minutes:
            yield each.id, resized(each, factor=(most - 1) / each.minutes)


def _smaller(case: Case) -> Mended:
    """Q-1: a session with a smaller hard part; easy running where that is not enough."""
    season = case.season
    week = season.weeks[case.week - 1]
    usual_km = usual_km_of(season, week)
    for session in week.training:
        most = most_work_km(season, session, usual_km)
        if session.work_km <= most or not case.may_change(session.workout):
            continue
        less = resized(session.workout, factor=most / session.work_km)
        part = _work(less) / (_work(session.workout) or math.inf)
        yield less.id, less if 0 < part * session.work_km <= most else eased(session.workout)


def _work(workout: Workout) -> float:
    """How much of it is hard, in metres or seconds, whichever it goes by."""
    return sum(count * (step.metres or step.seconds or 0) for step, count in work_steps(workout))


def _graded(case: Case) -> Mended:
    """RETURN-1: no more after a break than the way back has."""
    for back in weeks_back(case.season):
        if back.is_too_much and case.plan.week_of(back.first) == case.week:
            yield from _down_to(case.between(back.first, back.end), back.km, back.most_km)


def _not_yet(case: Case) -> Mended:
    """RETURN-2: easy running until the load is back."""
    for _, _, session in too_early(case.season):
        if case.may_change(session.workout):
            yield session.workout.id, eased(session.workout)


def _plain(case: Case) -> Mended:
    """Q-4: easy running where what is left of a session is no session any more."""
    season = case.season
    for session in season.weeks[case.week - 1].training:
        if session.is_hard and case.may_change(session.workout) and any(problems_of(season, session)):
            yield session.workout.id, eased(session.workout)


def _mostly_easy(case: Case) -> Mended:
    """Q-5: the hardest session of the four weeks is run easily."""
    window = case.season.weeks[max(case.week - EASY_WINDOW_WEEKS, 0) : case.week]
    hard = [each for week in window for each in week.training if each.is_hard and case.may_change(each.workout)]
    hardest = max(hard, key=lambda each: each.work_min, default=None)
    if hardest:
        yield hardest.workout.id, eased(hardest.workout)


def _tapered(case: Case) -> Mended:
    """TAPER-1: the weeks before the race no bigger than it allows after the peak that is left."""
    plan, race, km = case.plan, case.plan.race, case.plan.race_distance_km
    if race is None or not km:
        return
    band = band_of(km)
    begin = taper_window(race.date, band[0][0])[0]
    before = [sum_ for at, sum_ in enumerate(weekly_km(plan), 1) if plan.day(at, "sun") < begin]
    peak = max([*before, case.athlete.weekly_km if len(before) < OWN_WEEKS else 0.0])
    for weeks_before, _, high in band:
        first, end = taper_window(race.date, weeks_before)
        week = tuple(each for each in plan.workouts if first <= each.date < end and each.type != "race")
        yield from _down_to(case.between(first, end), week_km(week), high * peak)


def _no_new_longest(case: Case) -> Mended:
    """TAPER-3: no run so near to the race is longer than those before."""
    race = case.plan.race
    if race is None:
        return
    since = no_new_longest_from(race.date, case.plan.race_distance_km or race.run_km)
    longest = max((each.run_km for each in case.plan.workouts if each.is_run and each.date < since), default=0.0)
    for each in case.between(since, race.date):
        if 0 < longest < each.run_km:
            yield each.id, resized(each, km=longest)


MENDERS: Mapping[str, Callable[[Case], Mended]] = {
    "PROG-1": _slower,
    "PROG-3": _easier,
    "MASTERS-2": _easier,
    "LR-1": _no_spike,
    "LR-2": _in_proportion,
    "LR-6": _second_day,
    "Q-1": _smaller,
    "Q-4": _plain,
    "Q-5": _mostly_easy,
    "TAPER-1": _tapered,
    "TAPER-3": _no_new_longest,
    "RETURN-1": _graded,
    "RETURN-2": _not_yet,
}


def _down_to(runs: Sequence[Workout], all_km: float, most_km: float) -> Mended:
    """`runs`, a part of `all_km`, so much shorter that all of it is no more than `most_km`."""
    km = week_km(tuple(runs))
    less_km = all_km - most_km
    if 0 < less_km < km:
        factor = max(1 - (less_km + ROUNDING_KM * len(runs)) / km, 0.05)
        for each in runs:
            yield each.id, resized(each, factor=factor)


def _longest_before(plan: Plan, day: dt.date, athlete: Athlete) -> float:
    since = day - dt.timedelta(days=LOOK_BACK_DAYS)
    longest = max((each.run_km for each in plan.workouts if since <= each.date < day and each.is_run), default=0.0)
    known = athlete.longest_lately_km or 0.0
    return max(longest, known if day < plan.start_date + dt.timedelta(days=LOOK_BACK_DAYS) else 0.0)

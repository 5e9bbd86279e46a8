"""When life happens: what becomes of the plan, as edits to the future only, and what was given up for it.

Missed work is never made up. Small things are answered with small edits; what changes the whole season (a moved
race, other days, more than two weeks off) is planned anew from today on. Grades: SCIENCE 2.6.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection, Iterator, Sequence
from typing import Literal

from planwise_core.errors import CannotPlan
from planwise_core.training.athlete import Athlete, Away, Race
from planwise_core.training.edits import Change, Edit, Scale, Soften, TimeOff, diff
from planwise_core.training.engine import rebuild
from planwise_core.training.plan import Plan, Workout, week_km, weekday_of
from planwise_core.training.values import Value, shown_distance
from planwise_core.training.volume import NO_HARD_BELOW, load_after
from planwise_core.training.workouts import HARD, LONG

SMALL_BREAK = 5  # days off that change nothing (Daniels)
LONG_BREAK = 14  # days off after which the season is planned anew
GOAL_BREAK = 20  # days off after which the goal itself is in question
FEVER_FREE_DAYS = 2  # 24 to 48 h without fever before running
FEVER_EASY_DAYS = 7  # and commonly a week of easy running
REST_FROM_PAIN = 4  # pain above 3 of 10 is not run through
DOCTOR_FROM_PAIN = 7
TOO_HARD, TOO_EASY = 85, 105  # per cent of the coming two weeks


class Adaptation(Value):
    """Edits to days from today on, and one sentence for the runner: what changes, and what was given up."""

    edits: tuple[Edit, ...] = ()
    says: str


def missed(plan: Plan, athlete: Athlete, today: dt.date, runs: Collection[str]) -> Adaptation:
    """After planned runs (their ids) were not done. Nothing is made up; after a longer gap the way back is graded."""
    lost = [plan.by_id[name] for name in runs if name in plan.by_id and plan.by_id[name].date < today]
    if not lost:
        return Adaptation(says="Nothing was missed, so nothing changes.")
    first = min(workout.date for workout in lost)
    ran_since = [each for each in plan.workouts if first < each.date < today and each.is_run and each.id not in runs]
    gone = f"{_runs(len(lost))} ({shown_distance(week_km(tuple(lost)), athlete.units)})"
    if ran_since or (today - first).days <= SMALL_BREAK:
        return Adaptation(says=f"{gone} stay missed and are not made up: the plan goes on as it is.")
    back = _off(plan, athlete, first, today - dt.timedelta(days=1), today, "other")
    return back.but(says=f"{gone} are given up, not made up. {back.says}")


def away(
    plan: Plan, athlete: Athlete, today: dt.date, first: dt.date, last: dt.date, done: Collection[str] = ()
) -> Adaptation:
    """No running from `first` to `last`: a holiday."""
    return _off(plan, athlete, first, last, today, "holiday", done)


def ill(plan: Plan, athlete: Athlete, today: dt.date, days: int, *, fever: bool = False) -> Adaptation:
    """Ill for `days` more days from today on. Fever, or anything below the neck, adds two days free of it."""
    off = max(days, 1) + (FEVER_FREE_DAYS if fever else 0)
    last = today + dt.timedelta(days=off - 1)
    rest = _off(plan, athlete, today, last, today, "illness")
    if not fever:
        return rest
    until = last + dt.timedelta(days=FEVER_EASY_DAYS)
    easy = _soften(plan, last + dt.timedelta(days=1), until)
    kept = [edit for edit in rest.edits if not isinstance(edit, Soften)]
    says = f"{rest.says} After fever the first week back is easy. See a doctor if your chest hurts or your heart races."
    return Adaptation(edits=(*kept, *easy) if off <= LONG_BREAK else rest.edits, says=says)


def hurt(plan: Plan, athlete: Athlete, today: dt.date, part: str, pain: int) -> Adaptation:
    """A sore `part`, with pain of 0 to 10. Above 3: rest first; from 7 on: two weeks and a doctor."""
    if pain < REST_FROM_PAIN:
        until = today + dt.timedelta(days=13)
        edits = (*_soften(plan, today, until), *_at_load(plan, today, until, 0.75))
        return Adaptation(
            edits=edits,
            says=f"Two easy weeks at three quarters for your {part}: the hard sessions are given up. "
            "Stop if the pain rises while you run or is not gone the next day.",
        )
    days = 14 if pain >= DOCTOR_FROM_PAIN else 7
    rest = _off(plan, athlete, today, today + dt.timedelta(days=days - 1), today, "injury")
    doctor = " Have it looked at by a doctor first." if pain >= DOCTOR_FROM_PAIN else ""
    return rest.but(
        says=f"No running for {days} days because of your {part}.{doctor} {rest.says} Begin again when you can walk "
        "briskly for 30 minutes without pain."
    )


def race_moved(plan: Plan, athlete: Athlete, today: dt.date, race: Race, done: Collection[str] = ()) -> Adaptation:
    """The goal race is another, or on another day: the way there is planned anew.

    Raises:
        CannotPlan: the new race cannot be prepared for.
    """
    others = tuple(each for each in athlete.races if each != athlete.goal)
    new = rebuild(plan, athlete.but(races=(race, *others)), today, done)
    weeks = len(new.weeks) - len(plan.weeks)
    more = (
        f"{abs(weeks)} week{'s' * (abs(weeks) != 1)} {'more' if weeks > 0 else 'fewer'}" if weeks else "as many weeks"
    )
    return Adaptation(edits=diff(plan, new), says=f"The way to the race is planned anew from today on, with {more}.")


def days_changed(plan: Plan, athlete: Athlete, today: dt.date, done: Collection[str] = ()) -> Adaptation:
    """`athlete` has other free days, minutes or days a week now; the coming weeks are planned anew.

    Raises:
        CannotPlan: the days left are not enough.
    """
    new = rebuild(plan, athlete, today, done)
    delta = sum(each.run_km for each in new.workouts) - sum(each.run_km for each in plan.workouts)
    given = f"{shown_distance(-delta, athlete.units)} in all are given up" if delta < -1 else "nothing is given up"
    return Adaptation(edits=diff(plan, new), says=f"The coming weeks follow your new days; {given}.")


def felt(plan: Plan, athlete: Athlete, today: dt.date, how: Literal["too hard", "too easy"]) -> Adaptation:
    """The plan feels wrong: the two weeks from next Monday on get easier, or a little more."""
    week = plan.week_of(today) + 1
    last = min(week + 1, len(plan.weeks))
    if week > len(plan.weeks):
        return Adaptation(says="The plan ends this week, so it stays as it is.")
    if how == "too hard":
        edits: list[Edit] = [Scale(from_week=week, to_week=last, percent=TOO_HARD)]
        hard = _hard_in(plan, week)
        if hard:
            edits.append(Soften(from_week=week, to_week=week))
        return Adaptation(
            edits=tuple(edits),
            says=f"Two weeks with {100 - TOO_HARD} % less"
            + (f"; next week's hard session{'s are' if len(hard) > 1 else ' is'} given up." if hard else "."),
        )
    if (
        any(plan.weeks[number - 1].phase in {"Taper", "Race", "Recovery"} for number in (week, last))
        or athlete.injuries
    ):
        return Adaptation(says="It stays as it is: now is the time to rest, and feeling fresh is the aim.")
    return Adaptation(
        edits=tuple(
            Change(workout=each.id, km=km)
            for number in range(week, last + 1)
            for each in plan.by_week[number - 1]
            if each.type in {"easy", "easy_strides"} and each.km
            for km in (round(each.km * TOO_EASY / 100, 1),)
            if _fits(athlete, each, TOO_EASY / 100)
        ),
        says=f"The easy runs of two weeks grow by {TOO_EASY - 100} %; more at once would be a gamble.",
    )


def fitness_changed(
    plan: Plan, athlete: Athlete, today: dt.date, vdot: float, done: Collection[str] = ()
) -> Adaptation:
    """Ahead or behind: new paces from a new fitness (VDOT), everything else as it was wished."""
    new = rebuild(plan, athlete.but(vdot=round(vdot, 1), recent=None), today, done)
    way = "faster" if athlete.vdot is None or vdot >= athlete.vdot else "slower"
    return Adaptation(edits=diff(plan, new), says=f"The paces from today on are {way}; nothing is given up.")


def _runs(count: int) -> str:
    return "One run" if count == 1 else f"{count} runs"


def _off(
    plan: Plan,
    athlete: Athlete,
    first: dt.date,
    last: dt.date,
    today: dt.date,
    reason: Literal["holiday", "illness", "injury", "other"],
    done: Collection[str] = (),
) -> Adaptation:
    """No running on these days and a graded way back; more than two weeks are planned anew."""
    days = (last - first).days + 1
    if days > LONG_BREAK:
        return _anew(plan, athlete, Away(first=first, last=last, reason=reason), today, done)
    since, end = max(first, today), min(last, plan.end_date)
    lost = [each for each in plan.workouts if since <= each.date <= end and each.type != "race" and each.id not in done]
    edits: list[Edit] = []
    if lost and since <= end:
        why: Literal["holiday", "illness", "injury", "rest"] = "rest" if reason == "other" else reason
        edits.append(
            TimeOff(
                from_week=plan.week_of(since),
                from_day=weekday_of(since),
                to_week=plan.week_of(end),
                to_day=weekday_of(end),
                reason=why,
            )
        )
    edits += _way_back(plan, first, last)
    km = shown_distance(week_km(tuple(each for each in lost if each.is_run)), athlete.units)
    says = (
        f"{_runs(sum(each.is_run for each in lost))} ({km}) are given up and not made up" if lost else "Nothing is lost"
    )
    back = f"; the {days} days after it are graded, without hard sessions at first" if days > SMALL_BREAK else ""
    return Adaptation(edits=tuple(edits), says=f"{says}{back}.")


def _way_back(plan: Plan, first: dt.date, last: dt.date) -> Iterator[Edit]:
    """Half, then three quarters, for as long as the break was (nothing after five days or fewer)."""
    days = (last - first).days + 1
    for after in range(1, days + 1):
        day = last + dt.timedelta(days=after)
        share = load_after(first, last, day)
        if share < NO_HARD_BELOW:
            yield from _soften(plan, day, day)
        if share < 1:
            yield from _at_load(plan, day, day, share)


def _at_load(plan: Plan, first: dt.date, last: dt.date, share: float) -> Iterator[Edit]:
    for workout in plan.workouts:
        if first <= workout.date <= last and workout.is_run and workout.type not in {"race", "tune_up_race"}:
            if workout.km:
                yield Change(workout=workout.id, km=max(round(workout.km * share, 1), 1.0))
            elif workout.minutes:
                yield Change(workout=workout.id, minutes=max(round(workout.minutes * share), 5))


def _soften(plan: Plan, first: dt.date, last: dt.date) -> Sequence[Edit]:
    end = min(last, plan.end_date)
    if not any(first <= each.date <= end and each.type in HARD and each.type != "race" for each in plan.workouts):
        return ()
    return (
        Soften(
            from_week=plan.week_of(first),
            from_day=weekday_of(first),
            to_week=plan.week_of(end),
            to_day=weekday_of(end),
        ),
    )


def _anew(plan: Plan, athlete: Athlete, off: Away, today: dt.date, done: Collection[str]) -> Adaptation:
    days = (off.last - off.first).days + 1
    try:
        new = rebuild(plan, athlete.but(away=(*athlete.away, off)), today, done)
    except CannotPlan as refusal:
        rest = TimeOff(
            from_week=plan.week_of(max(off.first, today)),
            from_day=weekday_of(max(off.first, today)),
            to_week=plan.week_of(min(off.last, plan.end_date)),
            to_day=weekday_of(min(off.last, plan.end_date)),
        )
        fits = max(off.first, today) <= min(off.last, plan.end_date)
        return Adaptation(edits=(rest,) if fits else (), says=f"The goal cannot be kept. {refusal}")
    goal = " Think about a softer goal." if days > GOAL_BREAK and plan.race_date else ""
    return Adaptation(
        edits=diff(plan, new),
        says=f"{days} days without running are given up; the weeks after them build up again from what is left.{goal}",
    )


def _hard_in(plan: Plan, week: int) -> list[Workout]:
    return [each for each in plan.by_week[week - 1] if each.type in HARD and each.type not in {"race", *LONG}]


def _fits(athlete: Athlete, workout: Workout, factor: float) -> bool:
    limit = athlete.minutes_on(weekday_of(workout.date))
    return limit is None or (workout.minutes or 0) * factor + 1 <= limit

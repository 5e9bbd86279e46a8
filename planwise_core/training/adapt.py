"""When life happens: what becomes of the plan, as edits to the future only, and what was given up for it.

Missed work is never made up. Small things are answered with small edits, up to four weeks off with a graded way back;
what changes more (a moved race, other days, a longer injury) is planned anew from today on. Grades: SCIENCE 2.6.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection, Mapping, Sequence
from types import MappingProxyType
from typing import Any, Literal

from planwise_core.errors import CannotPlan
from planwise_core.training.aims import aims_in
from planwise_core.training.athlete import Athlete, Away, Injury, written
from planwise_core.training.checks import review
from planwise_core.training.edits import Change, Edit, Scale, Soften, TimeOff, apply, diff
from planwise_core.training.engine import rebuild
from planwise_core.training.plan import Plan, Workout, week_km, weekday_of
from planwise_core.training.returning import ladder_of
from planwise_core.training.rules.season import HISTORY_WEEKS
from planwise_core.training.smoothing import smoothed
from planwise_core.training.values import Value, shown_distance
from planwise_core.training.workouts import HARD, LONG, eased, resized

SMALL_BREAK = 5  # days off that change nothing (Daniels)
LONG_BREAK = 28  # days off after which the rest is planned anew; up to then the way back is graded
# Of each run, with a cold above the neck: half (SCIENCE 2.6), more where a taper is short already.
COLD = ((0.5, "half as long and easy"), (0.7, "a third shorter and easy"), (1.0, "easy"))
RETURN = (0.50, 0.75)  # of the plan, in the first and the second half of a way back as long as the break
GOAL_BREAK = 20  # days off after which the goal itself is in question
FEVER_FREE_DAYS = 2  # 24 to 48 h without fever before running
FEVER_EASY_DAYS = 7  # and commonly a week of easy running
REST_FROM_PAIN = 4  # pain above 3 of 10 is not run through
DOCTOR_FROM_PAIN = 7
TOO_HARD, TOO_EASY = 85, 105  # per cent of the coming two weeks [background]


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
    are = "is" if len(lost) == 1 else "are"
    gone = f"{_runs(len(lost))} ({shown_distance(week_km(tuple(lost)), athlete.units)}) {are}"
    if ran_since or (today - first).days <= SMALL_BREAK:
        return Adaptation(says=f"{gone} missed and not made up: the plan goes on as it is.")
    back = _off(plan, athlete, first, today - dt.timedelta(days=1), today, "other")
    if _is_worse(plan, apply(plan, back.edits, today=today), athlete, today, "TAPER-1"):  # it is short already
        says = f"{gone} given up, not made up: what is left before the race stays, without hard sessions."
        return Adaptation(edits=_soften(plan, today, today + (today - first)), says=says)
    return back.but(says=f"{gone} given up, not made up: the way back is graded, without hard sessions.")


def away(
    plan: Plan, athlete: Athlete, today: dt.date, first: dt.date, last: dt.date, done: Collection[str] = ()
) -> Adaptation:
    """No running from `first` to `last`: a holiday."""
    return _off(plan, athlete, first, last, today, "holiday", done)


def ill(
    plan: Plan, athlete: Athlete, today: dt.date, days: int, *, fever: bool = False, done: Collection[str] = ()
) -> Adaptation:
    """Ill for `days` more days from today on. Fever, or anything below the neck, adds two days free of it.

    For a cold that stays above the neck see `cold`.
    """
    off = max(days, 1) + (FEVER_FREE_DAYS if fever else 0)
    last = today + dt.timedelta(days=off - 1)
    rest = _off(plan, athlete, today, last, today, "illness", done)
    if not fever:
        return rest
    says = f"{rest.says} After fever the first week back is easy. See a doctor if your chest hurts or your heart races."
    easy: tuple[Edit, ...] = ()
    if off <= SMALL_BREAK:
        easy = _soften(plan, last + dt.timedelta(days=1), last + dt.timedelta(days=FEVER_EASY_DAYS))
    return Adaptation(edits=(*rest.edits, *easy), says=says)


def cold(plan: Plan, athlete: Athlete, today: dt.date, days: int, done: Collection[str] = ()) -> Adaptation:
    """A cold above the neck, for `days` from today on: half of each run, easy (SCIENCE 2.6)."""
    last = today + dt.timedelta(days=max(days, 1) - 1)
    until = f"{last:%A} {last.day} {last:%B}"
    softer = ((_at(plan, today, last, share, done), words) for share, words in COLD)
    tried = [(_smoothed(plan, each, athlete, today, done), words) for each, words in softer]
    back, words = next((each for each in tried if not _is_worse(plan, each[0], athlete, today)), tried[-1])
    return Adaptation(
        edits=diff(plan, back),
        says=f"Until {until} the runs are {words}. With fever, or once it moves to the chest, stop.",
    )


def hurt(plan: Plan, athlete: Athlete, today: dt.date, part: str, pain: int, done: Collection[str] = ()) -> Adaptation:
    """A sore `part`, with pain of 0 to 10. Above 3: rest first; from 7 on: two weeks and a doctor."""
    injured = athlete.but(injuries=(*athlete.injuries, Injury(part=part, pain=pain, since=today)))
    if pain < REST_FROM_PAIN:
        says = (
            "The next two weeks are easy and a quarter shorter; the hard sessions in them are given up. "
            "Stop if the pain rises while you run or is not gone the next day."
        )
    else:
        rest = "two weeks" if pain >= DOCTOR_FROM_PAIN else "a week"
        doctor = " Have it looked at by a doctor first." if pain >= DOCTOR_FROM_PAIN else ""
        says = (
            f"No running for about {rest}, then a graded return; what falls out is given up."
            f"{doctor} Begin again when you can walk briskly for 30 minutes without pain."
        )
    back = _smoothed(plan, _climbed(plan, today, ladder_of(pain), done), injured, today, done)
    if pain < REST_FROM_PAIN and _is_worse(plan, back, injured, today, "TAPER-1"):  # a taper is short already
        sore = written(part)
        says = f"The hard sessions of two weeks are given up for your {sore}. Stop if the pain rises while you run."
        back = _smoothed(plan, _climbed(plan, today, (1.0, 1.0), done), injured, today, done)
    return Adaptation(edits=diff(plan, back), says=says)


def _climbed(plan: Plan, first: dt.date, ladder: Sequence[float], done: Collection[str]) -> Plan:
    """The weeks from `first` on, easy, at these shares of their size."""
    for week, share in enumerate(ladder):
        day = first + dt.timedelta(weeks=week)
        plan = _at(plan, day, day + dt.timedelta(days=6), share, done)
    return plan


def wishes_changed(plan: Plan, athlete: Athlete, today: dt.date, done: Collection[str] = ()) -> Adaptation:
    """`athlete` has another race, other days, less time or another fitness now: the rest is planned anew.

    Raises:
        CannotPlan: the wishes contradict each other.
    """
    new = _replanned(plan, athlete, today, done)
    edits = diff(plan, new)
    if not edits:
        return Adaptation(says="It fits as it is, so nothing changes.")
    weeks = len(new.weeks) - len(plan.weeks)
    km = sum(each.run_km for each in new.workouts) - sum(each.run_km for each in plan.workouts)
    slower = _easy_s_per_km(new, today) - _easy_s_per_km(plan, today)
    told = (
        f"with {abs(weeks)} week{'s' * (abs(weeks) != 1)} {'more' if weeks > 0 else 'fewer'}" if weeks else "",
        f"with {'slower' if slower > 0 else 'faster'} paces" if slower else "",
        f"{shown_distance(-km, athlete.units)} in all are given up" if km < -1 else "nothing is given up",
    )
    return Adaptation(edits=edits, says=f"From today on the plan is made anew: {', '.join(filter(None, told))}.")


def _easy_s_per_km(plan: Plan, today: dt.date) -> float:
    return aims_in(each for each in plan.workouts if each.date >= today).zones["easy"].s_per_km


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
        less = apply(plan, edits, today=today)
        back = _smoothed(plan, less, athlete, today)
        return Adaptation(
            edits=tuple(edits) if back == less else diff(plan, back),
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
    """No running on these days. Up to five change nothing else; after more the way back is planned anew, graded."""
    days = (last - first).days + 1
    told = athlete.but(away=(*athlete.away, Away(first=first, last=last, reason=reason)))
    since, end = max(first, today), min(last, plan.end_date)
    lost = [each for each in plan.workouts if since <= each.date <= end and each.is_run and each.type != "race"]
    km = shown_distance(week_km(tuple(lost)), athlete.units)
    are = "is" if len(lost) == 1 else "are"
    says = f"{_runs(len(lost))} ({km}) {are} given up and not made up" if lost else "Nothing is lost"
    if since > plan.end_date:
        return Adaptation(says="Nothing is lost: the plan has ended by then.")
    if days <= SMALL_BREAK:
        off = _time_off(plan, since, end)
        free = apply(plan, off, today=today, done=done)
        back = smoothed(plan, free, told, (), today, done)  # not for a warning: the rest of the plan is to stay
        return Adaptation(edits=off if back == free else diff(plan, back), says=f"{says}.")
    goal = " Think about a softer goal." if days > GOAL_BREAK and plan.race_date else ""
    if days <= LONG_BREAK:
        graded = _graded(plan, since, end, days, done, athlete.weekly_km)
        back = _smoothed(plan, graded, told, today, done)
        return Adaptation(edits=diff(plan, back), says=f"{says}; the way back is graded, without hard sessions.{goal}")
    says = f"{says}; the way back is graded, without hard sessions at first.{goal}"
    return _anew(plan, told, today, done, says, (since, end))


def _graded(
    plan: Plan, first: dt.date, last: dt.date, days: int, done: Collection[str], weekly_km: float | None
) -> Plan:
    """The days off free, then half and three quarters of what was usual before them, easy, for as long as the break
    was (SCIENCE 2.6). What a plan has grown to meanwhile is no measure for whoever comes back.
    """
    before = plan.by_week[: plan.week_of(first) - 1][-HISTORY_WEEKS:]
    usual = max([*map(week_km, before), weekly_km or 0.0])
    grown = {week: usual / week_km(of) for week, of in enumerate(plan.by_week, 1) if 0 < usual < week_km(of)}
    half = last + dt.timedelta(days=days // 2)
    changed = _at(plan, first, last, 0, done)
    changed = _at(changed, last + dt.timedelta(days=1), half, RETURN[0], done, grown)
    return _at(changed, half + dt.timedelta(days=1), last + dt.timedelta(days=days), RETURN[1], done, grown)


def _at(
    plan: Plan,
    first: dt.date,
    last: dt.date,
    share: float,
    done: Collection[str],
    weeks: Mapping[int, float] = MappingProxyType({}),
) -> Plan:
    """The open workouts of these days at this share of their size, and easy; at 0 they are taken out. A race stays.

    `weeks` have a share of their own besides.
    """
    kept: list[Workout] = []
    for each in plan.workouts:
        if each.id in done or each.type == "race" or not first <= each.date <= last:
            kept.append(each)
        elif share:
            factor = share * weeks.get(plan.week_of(each.date), 1.0)
            kept.append(resized(eased(each), factor=factor) if each.is_run else each)
    return plan.but(workouts=tuple(kept))


def _anew(
    plan: Plan,
    athlete: Athlete,
    today: dt.date,
    done: Collection[str],
    says: str,
    off: tuple[dt.date, dt.date],
) -> Adaptation:
    """The rest planned anew for what `athlete` is now; where that cannot be, the days `off` and a graded return."""
    try:
        return Adaptation(edits=diff(plan, _replanned(plan, athlete, today, done)), says=says)
    except CannotPlan as refusal:
        says = f"{says} The goal cannot be kept like this. {refusal}"
        graded = _graded(plan, *off, (off[1] - off[0]).days + 1, done, athlete.weekly_km)
        return Adaptation(edits=diff(plan, _smoothed(plan, graded, athlete, today, done)), says=says)


def _replanned(plan: Plan, athlete: Athlete, today: dt.date, done: Collection[str]) -> Plan:
    """Planned anew, and what was done so far is no reason for a step that is too steep."""
    new = rebuild(plan, athlete, today, done)
    return smoothed(plan, new, athlete, (), today, done, is_asked=False, is_ours=True)


def _smoothed(plan: Plan, changed: Plan, athlete: Athlete, today: dt.date, done: Collection[str] = ()) -> Plan:
    """`changed` without anything a careful coach would object to, as far as it can be mended."""
    return smoothed(plan, changed, athlete, (), today, done, is_ours=True)


def _is_worse(plan: Plan, changed: Plan, athlete: Athlete, today: dt.date, *rules: str) -> bool:
    """Whether the change breaks a rule that was kept, or gives cause for a warning by one of `rules`."""

    def broken(plan: Plan) -> set[str]:
        found = review(plan, athlete, (), today)
        return {each.rule for each in found if each.severity == "error" or each.rule in rules}

    return not broken(changed) <= broken(plan)


def _time_off(plan: Plan, first: dt.date, last: dt.date) -> tuple[Edit, ...]:
    if last < first or not any(first <= each.date <= last and each.type != "race" for each in plan.workouts):
        return ()
    return (TimeOff(**_span(plan, first, last)),)


def _soften(plan: Plan, first: dt.date, last: dt.date) -> tuple[Edit, ...]:
    end = min(last, plan.end_date)
    if not any(first <= each.date <= end and each.type in HARD and each.type != "race" for each in plan.workouts):
        return ()
    return (Soften(**_span(plan, first, end)),)


def _span(plan: Plan, first: dt.date, last: dt.date) -> dict[str, Any]:
    """These days as edits name them."""
    return {
        "from_week": plan.week_of(first),
        "from_day": weekday_of(first),
        "to_week": plan.week_of(last),
        "to_day": weekday_of(last),
    }


def _hard_in(plan: Plan, week: int) -> list[Workout]:
    return [each for each in plan.by_week[week - 1] if each.type in HARD and each.type not in {"race", *LONG}]


def _fits(athlete: Athlete, workout: Workout, factor: float) -> bool:
    limit = athlete.minutes_on(weekday_of(workout.date))
    return limit is None or (workout.minutes or 0) * factor + 1 <= limit

"""One runner message, one coach, one verdict: the message says what is wanted, the plans say what happened."""

from __future__ import annotations

import datetime as dt
import itertools
import json
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from planwise_core.coach import context, safety
from planwise_core.coach.reply import Coach, Heard, Reply, Situation
from planwise_core.errors import CannotPlan, CoachUnavailable, InvalidEdit
from planwise_core.training import engine
from planwise_core.training.athlete import Athlete, DayLimit, Performance, Race
from planwise_core.training.edits import apply
from planwise_core.training.journal import Run, Said
from planwise_core.training.plan import Phase, Plan, Week, Workout, WorkoutType, weekly_km
from planwise_core.training.smoothing import smoothed
from planwise_core.training.values import KM_PER_MILE, WEEKDAYS, weekday_of
from planwise_core.training.workouts import HARD

WEDNESDAY = dt.date(2026, 11, 25)
START = dt.date(2026, 11, 2)
RACE_DAY = dt.date(2027, 2, 21)
QUALITY: tuple[tuple[WorkoutType, str], ...] = (
    ("tempo", "Tempo run"), ("vo2_long", "Intervals"), ("cruise_intervals", "Cruise intervals"),
)  # fmt: skip
LONG_KM = (10, 12, 13, 14, 12, 14, 16, 17, 14, 16, 18, 19, 16, 18, 14)


def athlete() -> Athlete:
    """The runner of the plan: half marathon, four runs a week, never on Fridays, an hour on Thursdays."""
    return Athlete(
        races=(Race(distance_km=21.0975, date=RACE_DAY),),
        weekly_km=30,
        days_per_week=4,
        free_days=tuple(day for day in WEEKDAYS if day != "fri"),
        minutes=(DayLimit(day="thu", minutes=60),),
        recent=Performance(distance_km=10, duration_s=3000),
        long_run_day="sun",
    )


def plan() -> Plan:
    """Sixteen weeks to the half marathon, written by hand so that it does not change when the engine does."""
    phases: tuple[Phase, ...] = ("Base",) * 5 + ("Build",) * 6 + ("Peak",) * 3 + ("Taper", "Race")
    return Plan(
        goal="Half Marathon",
        race_distance_km=21.0975,
        race_date=RACE_DAY,
        start_date=START,
        weeks=tuple(Week(phase=phase, focus="Easy kilometres" if phase == "Base" else "") for phase in phases),
        workouts=tuple(_workouts()),
    )


def _workouts() -> Iterator[Workout]:
    for week in range(1, 17):
        last = week == 16
        kind, title = ("race_pace", "Race pace") if last else QUALITY[(week - 1) % 3]
        long_km = 21.1 if last else LONG_KM[week - 1]
        slots: tuple[tuple[str, WorkoutType, str, float], ...] = (
            ("tue", kind, title, 6 if last else 9),  # type: ignore[assignment]
            ("thu", "easy", "Easy run", 5 if last else 8),
            ("sat", "shakeout" if last else "easy", "Shakeout" if last else "Easy run", 3 if last else 6),
            ("sun", "race" if last else "long", "Half Marathon" if last else "Long run", long_km),
        )
        for day, type_, name, km in slots:
            date = START + dt.timedelta(days=7 * (week - 1) + WEEKDAYS.index(day))  # type: ignore[arg-type]
            yield Workout(id=f"w{week}-{day}", date=date, type=type_, title=name, km=km, minutes=round(km * 6))


def situation(name: str) -> Situation:
    """The situation a message is said in (tests/data/eval/README.md)."""
    if name == "none":
        return Situation(today=WEDNESDAY)
    today = RACE_DAY - dt.timedelta(days=4) if name == "race_week" else WEDNESDAY
    now = plan()
    runs = tuple(
        Run(date=each.date, km=each.km or 0, minutes=each.minutes, workout=each.id)
        for each in now.workouts
        if each.date < today
    )
    known = frozenset({"races", "date", "weekly_km", "days_per_week", "free_days", "minutes", "recent"})
    before = now.but(workouts=tuple(each for each in now.workouts if each.id != "w8-sat"))
    return Situation(today=today, athlete=athlete(), known=known, plan=now, version=2, previous_plan=before, runs=runs)


@dataclass
class Outcome:
    """What came of a message: the situation it was said in, the reply, and the plan as it would be."""

    asked: str
    was: Situation
    reply: Reply
    refers: str = ""
    plan: Plan | None = None
    problem: str = ""

    @property
    def is_changed(self) -> bool:
        return self.plan is not None and self.plan != self.was.plan


@dataclass
class Verdict:
    name: str
    said: str
    says: str
    wrong: list[str] = field(default_factory=list)
    changes: int = 0
    valid: int = 0
    limits_kept: bool = True
    unwanted: bool = False
    agrees: bool = True
    tokens: int = 0

    @property
    def is_right(self) -> bool:
        return not self.wrong


def messages(path: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in path.read_text("utf-8").splitlines() if line.strip()]


def judged(coach: Coach, message: dict[str, Any]) -> Verdict:
    """What `coach` made of one message, after what was said before it."""
    now = situation(message["on"])
    for said in message.get("before", ()):
        now = _after(now, outcome(coach, now, said))
    came = outcome(coach, now, message["say"])
    want = message["want"]
    wrongs = [list(_wrong(came, one)) for one in want.get("any", [want])]
    verdict = Verdict(message["id"], message["say"], came.reply.says, min(wrongs, key=len))
    verdict.changes = int(bool(came.reply.edits) or came.reply.build or came.reply.go_back)
    verdict.valid = int(bool(verdict.changes and not came.problem))
    verdict.limits_kept = not (came.is_changed and list(_limits_broken(came)))
    may_change = any(_may_change(one) for one in want.get("any", [want]))
    verdict.unwanted = bool(verdict.changes) and (not may_change or any("outside" in each for each in verdict.wrong))
    verdict.agrees = not list(_disagreements(came))
    verdict.tokens = (came.reply.input_tokens or 0) + (came.reply.output_tokens or 0)
    return verdict


def outcome(coach: Coach, now: Situation, asked: str) -> Outcome:
    """One turn, walked as the app walks it, but without a repair: the first answer counts."""
    if says := safety.referral(asked):
        kind = "emergency" if "emergency number" in says else "doctor"
        return Outcome(asked, now, Reply(says=says), refers=kind, plan=now.plan)
    try:
        reply = coach.reply(context.build(now, asked), Heard())
    except CoachUnavailable as problem:  # counts as wrong, and the other messages are still asked
        return Outcome(asked, now, Reply(says=str(problem)), plan=now.plan, problem=f"no answer ({problem.reason})")
    came = Outcome(asked, now, reply, plan=now.plan)
    done = frozenset(run.workout for run in now.runs if run.workout)
    try:
        if reply.build:
            who = reply.athlete or now.athlete
            came.plan = engine.rebuild(now.plan, who, now.today, done) if now.plan else engine.build(who, now.today)
        elif reply.go_back:
            came.plan = now.previous_plan
        elif reply.edits and now.plan:
            changed = apply(now.plan, reply.edits, today=now.today, done=done)
            came.plan = smoothed(now.plan, changed, reply.athlete or now.athlete, now.runs, now.today, done)
    except (InvalidEdit, CannotPlan) as problem:
        came.problem = str(problem)
    return came


def _after(now: Situation, came: Outcome) -> Situation:
    said = (Said(role="runner", text=came.asked), Said(role="coach", text=came.reply.says))
    reply = came.reply
    return now.but(
        athlete=reply.athlete or now.athlete,
        known=now.known | reply.known,
        pending=reply.pending,
        history=(*now.history, *said),
    )


def _may_change(want: dict[str, Any]) -> bool:
    plan_ = want.get("plan")
    keys = ("build", "any_build", "any_plan", "goes_back")
    return any(want.get(key) for key in keys) or isinstance(plan_, list)


def _wrong(came: Outcome, want: dict[str, Any]) -> Iterator[str]:
    """Everything that is not as wanted, in words; nothing when all is."""
    reply = came.reply
    if came.refers != want.get("refer", ""):
        yield f"refers to {came.refers or 'nobody'}, wanted {want.get('refer') or 'nobody'}"
    if came.problem:
        yield f"cannot be done: {came.problem}"
    if want.get("build") and not reply.build:
        yield "no plan is made"
    if reply.build and not (want.get("build") or want.get("any_build")):
        yield "a plan is made"
    if bool(want.get("goes_back")) != reply.go_back:
        yield f"go back: {reply.go_back}"
    if reply.edits and not _may_change(want):
        yield "the plan is changed"
    if want.get("asks") and ("?" not in reply.says or reply.build or reply.edits):
        yield "does not ask"
    yield from _words_wrong(reply.says, want)
    yield from _learned_wrong(came, want.get("learn", {}))
    yield from _plan_wrong(came, want)


def _words_wrong(says: str, want: dict[str, Any]) -> Iterator[str]:
    for pattern in want.get("says", ()):
        if not re.search(pattern, says, re.IGNORECASE):
            yield f"does not say /{pattern}/"
    for pattern in want.get("says_not", ()):
        if re.search(pattern, says, re.IGNORECASE):
            yield f"says /{pattern}/"


def _seconds(clock: str) -> int:
    parts = [int(part) for part in clock.split(":")]
    return sum(part * 60**place for place, part in enumerate(reversed(parts)))


def _learned_wrong(came: Outcome, learn: dict[str, Any]) -> Iterator[str]:
    who = came.reply.athlete or came.was.athlete
    goal = who.goal
    got: dict[str, Callable[[Any], bool]] = {
        "race": lambda km: goal is None if km is None else goal is not None and abs(goal.distance_km - km) < 0.05,
        "race_date": lambda day: goal is not None and str(goal.date) == day,
        "race_week": lambda day: (
            goal is not None and goal.date is not None and abs((goal.date - dt.date.fromisoformat(day)).days) <= 7
        ),
        "weekly_km": lambda km: abs(who.weekly_km - km) < 0.3,
        "days": lambda days: who.days_per_week == days,
        "free": lambda days: list(who.free_days) == days,
        "off": lambda days: [day for day in WEEKDAYS if day not in who.free_days] == [d for d in WEEKDAYS if d in days],
        "minutes": lambda limits: limits.items() <= {each.day: each.minutes for each in who.minutes}.items(),
        "target": lambda clock: goal is not None and goal.target_s == _seconds(clock),
        "recent": lambda pair: (
            who.recent is not None
            and abs(who.recent.distance_km - pair[0]) < 0.05
            and who.recent.duration_s == _seconds(pair[1])
        ),
        "injury": lambda part: any(part in each.part.lower() for each in who.injuries),
    }
    for name, value in learn.items():
        if not got[name](value):
            yield f"did not learn {name} {value}"
    told = {"race", "race_date", "race_week", "target"} & learn.keys()
    if came.reply.athlete and not told and came.reply.athlete.races != came.was.athlete.races:
        yield "learned a race nobody told"
    if came.reply.athlete and not {"free", "off"} & learn.keys() and who.free_days != came.was.athlete.free_days:
        yield "learned free days nobody told"


def _plan_wrong(came: Outcome, want: dict[str, Any]) -> Iterator[str]:
    before, after = came.was.plan, came.plan
    if before is None or after is None or came.reply.build or came.reply.go_back:
        return
    if want.get("not_harder") and any(new > old for old, new in zip(weekly_km(before), weekly_km(after), strict=False)):
        yield "a week gets harder"
    if "within" in want:
        first, last = (dt.date.fromisoformat(day) for day in want["within"])
        for name in before.by_id.keys() | after.by_id.keys():
            was, now = before.by_id.get(name), after.by_id.get(name)
            if was != now and not all(first <= each.date <= last for each in (was, now) if each):
                yield f"{name} is changed, outside of what was meant"
    if isinstance(want.get("plan"), list):
        for check in want["plan"]:
            if not _holds(check, before, after):
                yield f"not {' '.join(map(str, check))}"


def _holds(check: list[Any], before: Plan, after: Plan) -> bool:
    """One check of the changed plan; the README of the messages lists them."""
    kind, *given = check
    if kind in {"lighter", "heavier", "lighter_or_softer"}:
        week = int(given[0])
        old, new = weekly_km(before)[week - 1], weekly_km(after)[week - 1]
        hard = [sum(each.type in HARD for each in one.by_week[week - 1]) for one in (before, after)]
        return new > old if kind == "heavier" else new < old or (kind != "lighter" and hard[1] < hard[0])
    if kind in {"free", "rest", "easier"}:
        first, last = dt.date.fromisoformat(given[0]), dt.date.fromisoformat(given[-1])
        there, was = ([each for each in one.workouts if first <= each.date <= last] for one in (after, before))
        if kind == "easier":
            hard = [sum(each.type in HARD for each in some) for some in (was, there)]
            return sum(each.run_km for each in there) < sum(each.run_km for each in was) or hard[1] < hard[0]
        return not [each for each in there if each.is_run and each.type != "race"]
    was_, now = before.by_id[given[0]], after.by_id.get(given[0])
    if kind == "gone" or now is None:
        return kind == "gone" and now is None
    return {
        "moved": lambda: str(now.date) == given[1],
        "km": lambda: now.km is not None and abs(now.km - float(given[1])) < 0.06,
        "type": lambda: now.type == given[1],
        "shorter": lambda: now.run_km < was_.run_km or (now.minutes or 0) < (was_.minutes or 0),
    }[kind]()


def _limits_broken(came: Outcome) -> Iterator[str]:
    """Changed workouts on days that are not free, in days away, or longer than the day allows."""
    who = came.reply.athlete or came.was.athlete
    before = came.was.plan.by_id if came.was.plan else {}
    for each in came.plan.workouts if came.plan else ():
        if each == before.get(each.id) or each.type == "race" or not each.is_run or each.date < came.was.today:
            continue
        minutes = who.minutes_on(weekday_of(each.date))
        if minutes == 0 or who.is_away(each.date):
            yield f"{each.id} on {each.date}"
        elif minutes is not None and (each.minutes or 0) > minutes:
            yield f"{each.id} has {each.minutes} minutes"


_SIZE = re.compile(r"(\d+(?:\.\d+)?) (km|mi)\b")
_DATED = re.compile(
    r"\b(Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday) (\d{1,2}) "
    r"(January|February|March|April|May|June|July|August|September|October|November|December)(?: (\d{4}))?"
)


def _sums(plan_: Plan, today: dt.date) -> Iterator[float]:
    """Kilometres of each weekend, each month and each two weeks together, and of all that is left before the race."""
    yield sum(each.run_km for each in plan_.workouts if each.date >= today and each.type != "race")
    yield from (sum(each.run_km for each in week if each.date.weekday() >= 5) for week in plan_.by_week)
    months = {(each.date.year, each.date.month) for each in plan_.workouts}
    for month in months:
        yield sum(each.run_km for each in plan_.workouts if (each.date.year, each.date.month) == month)
    weeks = weekly_km(plan_)
    yield from (one + other for one, other in itertools.pairwise(weeks))


def _disagreements(came: Outcome) -> Iterator[str]:
    """Distances in the words that neither plan has, and weekdays that do not fit their date."""
    says = came.reply.says
    plans = [each for each in (came.was.plan, came.plan) if each]
    if plans and not came.refers:
        kms = {round(each.km, 1) for one in plans for each in one.workouts if each.km}
        kms |= {round(km, 1) for one in plans for km in weekly_km(one)}
        kms |= {round(km, 1) for one in plans for km in _sums(one, came.was.today)}
        if came.was.plan and came.plan:  # "3 runs (31 km) are given up"
            kept = came.plan.by_id
            kms.add(round(sum(each.run_km for each in came.was.plan.workouts if each.id not in kept), 1))
        who = came.reply.athlete or came.was.athlete
        kms |= {who.weekly_km, *(race.distance_km for race in who.races)}
        for number, unit in _SIZE.findall(says):
            km = float(number) * (KM_PER_MILE if unit == "mi" else 1)
            near = 0.06 * (KM_PER_MILE if unit == "mi" else 1)  # half of the last digit that is shown
            if number not in came.asked and not any(abs(km - each) < near for each in kms):
                yield f"{number} {unit}"
    for name, day, month, year in _DATED.findall(says):
        years = [int(year)] if year else [came.was.today.year + ahead for ahead in (-1, 0, 1)]
        dates = [dt.datetime.strptime(f"{day} {month} {each}", "%d %B %Y").date() for each in years]
        if not any(f"{date:%A}" == name for date in dates):
            yield f"{name} {day} {month}"

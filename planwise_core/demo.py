"""The demo: a runner with a story, told anew for each visitor relative to today.

Nothing in it is made up that the house can work out: the story is lived through. A PlanWise of its own, in memory, with
the offline coach and a clock that is set back, walks nine weeks day by day; the runner talks, accepts, runs and
misses runs. What came of it is then taken in by the visitor's demo client, whose id is derived from theirs: a plan of
their own is never touched. The demo is open as long as that client is there, on every page and in every tab.
"""

from __future__ import annotations

import contextlib
import datetime as dt
import functools
import hashlib
import logging
import random
import re
import zoneinfo
from typing import NamedTuple

from planwise_core.coach.offline_coach import OfflineCoach
from planwise_core.errors import NotFound
from planwise_core.rooms.desk import date_where
from planwise_core.service import PlanWise
from planwise_core.settings import Settings
from planwise_core.store.records import StoredTurn
from planwise_core.store.store import Store
from planwise_core.store.whole import Whole
from planwise_core.training.athlete import Performance, Race
from planwise_core.training.edits import Drop
from planwise_core.training.journal import Run
from planwise_core.training.plan import Plan, Workout
from planwise_core.training.values import WEEKDAYS, Units, Weekday, monday_of
from planwise_core.training.workouts import HARD

log = logging.getLogger("planwise.demo")
log.setLevel(logging.WARNING)  # a line a turn is for turns of runners: a story that is told is none

WEEKS, LIVED = 16, 9  # weeks of the plan, and how many of them have passed
TUNE_UP_WEEK = 7
TUNE_UP_S, BEST_S = 50 * 60 + 55, 52 * 60 + 40  # the 10 km on the way, and the one from before the plan
PREFIX, _ID = "demo-", re.compile(r"demo-[0-9a-f]{32}")
KEPT = dt.timedelta(days=30)
MISSED = frozenset({(2, 2), (5, 0), (8, 1)})  # (week, place in the week) of runs that life got in the way of
EXTRA = {(6, "thu"): Run(date=dt.date.min, km=4.2, minutes=27.5, effort=3, name="Jog with Jonas")}
HEART = {"easy": 141, "hard": 163, "race": 177}


def demo_id(client_id: str) -> str:
    """The client that a visitor's demo is: theirs alone, and no way back to them."""
    return PREFIX + hashlib.sha256(client_id.encode()).hexdigest()[:32]


def opened(planwise: PlanWise, client_id: str) -> str | None:
    """The visitor's demo client, while the demo is open."""
    try:
        return planwise.store.client(demo_id(client_id)).id
    except NotFound:
        return None


def enter(planwise: PlanWise, client_id: str) -> str:
    """Open the demo, or bring it back to how it began; its client."""
    client = planwise.client(client_id)
    timezone = client.timezone or planwise.settings.timezone
    told = story(planwise.today(client_id), timezone, client.athlete.units)
    planwise.store.take_in(demo_id(client_id), told, replace=True)
    return demo_id(client_id)


def leave(planwise: PlanWise, client_id: str) -> None:
    """Close the demo and forget what was done in it."""
    if (demo := opened(planwise, client_id)) is not None:
        planwise.reset(demo)


def sweep(planwise: PlanWise) -> int:
    """Delete the demos that nobody has touched for a month; how many those were.

    Their stories end on the day before they were opened, so an old story is an old visit.
    """
    gone = 0
    for client_id in planwise.store.untouched(PREFIX, planwise.now() - KEPT):
        if _ID.fullmatch(client_id):  # a program may have named a client of its own much like it
            with contextlib.suppress(NotFound):  # another process sweeps too
                planwise.reset(client_id)
                gone += 1
    return gone


def warm_up(planwise: PlanWise) -> None:
    """Live the story once, so that the first visitor who asks for it waits for nothing that is loaded on first use."""
    timezone = planwise.settings.timezone
    story(date_where(timezone, planwise.now()), timezone)


@functools.lru_cache(maxsize=64)
def story(today: dt.date, timezone: str, units: Units = "km") -> Whole:
    """The runner's nine weeks up to yesterday evening, told in `units`; the same for the same day and place."""
    life = _Life(today, zoneinfo.ZoneInfo(timezone), units)
    try:
        return life.lived()
    finally:
        life.planwise.close()


class _Line(NamedTuple):
    """Something the runner says on an evening of the story, and what they do with the answer.

    `keep`: accept the proposal whole, or only what takes out the week's long run.
    """

    week: int
    day: Weekday
    says: str
    keep: str = ""


WORDS: dict[Units, dict[str, str]] = {  # the same distance, so that the plan is the same too
    "km": {"week": "About 28 km", "distance": "kilometres"},
    "mi": {"week": "I average 17.4 miles", "distance": "miles"},
}
LOCALES: dict[Units, str] = {"km": "en-IE", "mi": "en-US"}  # of a browser that tells distances so
WEDDING = "I am away for my sister's wedding from Friday to Sunday next week."
LINES = (
    _Line(1, "mon", "Hi! I would like to run my first half marathon on {race.day} {race:%B %Y}."),
    _Line(
        1, "mon",
        "{week} a week, on 4 days. Never on Mondays please, and the long run on Sundays.",
    ),
    _Line(1, "mon", "Why do I run so many easy {distance}?"),
    _Line(3, "tue", WEDDING, keep="long run"),
    _Line(5, "sun", "What pace should my long run be?"),
    _Line(9, "thu", "My left Achilles is a bit sore since Tuesday, about 2 out of 10.", keep="all"),
    _Line(9, "sun", "The Achilles is quiet again. Please go back to the previous plan.", keep="all"),
    _Line(9, "sun", "What is on next week?"),
)  # fmt: skip


class _Life:
    """The house in which the story is lived, and its clock."""

    client = "runner"

    def __init__(self, today: dt.date, timezone: dt.tzinfo, units: Units) -> None:
        self.today, self.timezone, self.units = today, timezone, units
        self.start = monday_of(today) - dt.timedelta(weeks=LIVED)
        self.race = self.start + dt.timedelta(weeks=WEEKS, days=-1)
        self.time = self._at(self.start, 18)
        store = Store("sqlite://")
        store.migrate()
        settings = Settings(db_url="sqlite://", timezone=str(timezone))
        self.planwise = PlanWise(settings, store, OfflineCoach(), now=lambda: self.time, log=log)
        self.planwise.client(self.client, str(timezone), LOCALES[units])

    def lived(self) -> Whole:
        day = self.start
        while day < self.today:
            self._run_on(day)
            self._talk_on(day)
            if day == self.start + dt.timedelta(days=8):
                self._enter_a_race()
            day += dt.timedelta(days=1)
        return self.planwise.store.whole(self.client)

    def _at(self, day: dt.date, hour: int, minute: int = 0) -> dt.datetime:
        return dt.datetime.combine(day, dt.time(hour, minute), self.timezone)

    def _week(self, day: dt.date) -> int:
        return (day - self.start).days // 7 + 1

    # --- talking

    def _talk_on(self, day: dt.date) -> None:
        here = (self._week(day), WEEKDAYS[day.weekday()])
        for minute, line in enumerate(line for line in LINES if (line.week, line.day) == here):
            self.time = self._at(day, 19, 4 + 2 * minute)
            says = line.says.format(race=self.race, **WORDS[self.units])
            turn = self.planwise.talk(self.client, says)
            if line.keep and turn.decision == "open":
                self.time += dt.timedelta(minutes=1)
                self.planwise.accept(self.client, turn.id, only=self._kept(turn) if line.keep != "all" else None)
        if here == (9, "sun"):
            self._remember()

    def _kept(self, turn: StoredTurn) -> frozenset[int]:
        """The places of the edits that drop long runs: the rest is run all the same."""
        plan = self._plan()
        long = {each.id for each in plan.workouts if each.type.startswith("long")} if plan else set()
        return frozenset(at for at, edit in enumerate(turn.edits) if isinstance(edit, Drop) and edit.workout in long)

    def _enter_a_race(self) -> None:
        """In the settings: the last 10 km is noted, one on the way is entered, and the plan is rebuilt."""
        athlete = self.planwise.athlete(self.client)
        day = self.start + dt.timedelta(weeks=TUNE_UP_WEEK, days=-1)
        races = (*athlete.races, Race(distance_km=10, date=day, priority="B", name="Autumn 10 km"))
        best = Performance(distance_km=10, duration_s=BEST_S, date=self.start - dt.timedelta(weeks=4, days=1))
        changed = athlete.but(races=races, recent=best)
        self.planwise.save_athlete(self.client, changed)
        self.time += dt.timedelta(minutes=5)
        cause = f"Fit in the Autumn 10 km on {day.day} {day:%B} as a tune-up race."
        turn = self.planwise.rebuild(self.client, changed, 1, cause)
        self.time += dt.timedelta(minutes=1)
        self.planwise.accept(self.client, turn.id)

    def _remember(self) -> None:
        """In the settings: what hurt is fine again, and what the coach should keep in mind."""
        athlete = self.planwise.athlete(self.client)
        healed = tuple(injury.but(current=False) for injury in athlete.injuries)
        self.planwise.save_athlete(self.client, athlete.but(injuries=healed))
        self.planwise.remember(self.client, "My left Achilles gets sore after hills; three easy days settle it")
        company = "Likes company on long runs"
        self.planwise.store.remember(self.client, company, kind="note", confirmed=False, now=self.time)

    # --- running

    def _plan(self) -> Plan | None:
        current = self.planwise.current(self.client)
        return current.plan if current else None

    def _run_on(self, day: dt.date) -> None:
        plan, week = self._plan(), self._week(day)
        if plan is None:
            return
        self.time = self._at(day, 18, 20)
        runs = [each for each in plan.by_week[week - 1] if each.is_run]
        for place, workout in enumerate(runs):
            if workout.date == day and (week, place) not in MISSED:
                self.planwise.add_run(self.client, _run_of(workout))
        if extra := EXTRA.get((week, WEEKDAYS[day.weekday()])):
            self.planwise.add_run(self.client, extra.but(date=day))


def _run_of(workout: Workout) -> Run:
    """How such a workout goes on a good day: a little off in distance and pace, never twice the same."""
    chance = random.Random(workout.id)
    if workout.type == "tune_up_race":
        return Run(date=workout.date, km=10, minutes=round(TUNE_UP_S / 60, 2), effort=10, avg_hr=HEART["race"],
                   workout=workout.id, name=workout.title)  # fmt: skip
    kind = "hard" if workout.type in HARD else "easy"
    share = chance.uniform(0.96, 1.05)
    km = round((workout.km or 6.0) * share, 2)
    return Run(
        date=workout.date,
        km=km,
        minutes=round((workout.minutes or 6.5 * km) * share * chance.uniform(0.98, 1.04), 1),
        effort=chance.choice((7, 8) if kind == "hard" else (3, 3, 4)),
        avg_hr=HEART[kind] + chance.randint(-4, 5),
        workout=workout.id,
        name=workout.title,
    )

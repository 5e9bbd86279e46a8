"""The catalogue: what a workout of each type is, and how one is made, resized and eased.

A workout made here has steps that add up to its kilometres (within 60 m) and minutes (within one).
"""

from __future__ import annotations

import math
import re
from collections.abc import Mapping
from typing import Any, NamedTuple

from planwise_core.training.aims import Aims, Zone, aims_for, aims_in, predicted_s, size_of, step
from planwise_core.training.athlete import Race, race_name
from planwise_core.training.plan import NOT_RUNNING, Repeat, Step, Workout, WorkoutType
from planwise_core.training.sessions import RECIPES, Steps, race_steps, run_walk


class Kind(NamedTuple):
    """What is known of a type; `trains` completes the sentence "It trains …"."""

    title: str
    zone: Zone | None
    hard: bool
    trains: str


_AEROBIC = "the heart, the capillaries and the fat burning that all else stands on"
_THRESHOLD = "the pace you can hold for an hour, by clearing lactate faster"
_VO2 = "the most oxygen you can use, the ceiling over every race pace"
_ECONOMY = "quick, relaxed form, so that every pace costs less"

# What the hard part of one session may be: a share of the week's kilometres, and kilometres. Daniels, SCIENCE 2.4 Q-1.
_M, _T, _I, _R = (0.20, 29.0), (0.10, math.inf), (0.08, 10.0), (0.05, 8.0)
CAPS: Mapping[Zone, tuple[float, float]] = {
    "steady": _M, "marathon": _M, "sub_threshold": _T, "threshold": _T, "race": _I, "interval": _I, "rep": _R,
}  # fmt: skip
CATALOGUE: Mapping[WorkoutType, Kind] = {
    "easy": Kind("Easy run", "easy", False, _AEROBIC),
    "recovery": Kind("Recovery run", "recovery", False, "blood flow through tired legs, and nothing else"),
    "easy_strides": Kind("Easy run with strides", "easy", False, f"{_AEROBIC}, with a touch of speed"),
    "medium_long": Kind("Medium-long run", "easy", False, "endurance in the middle of the week"),
    "long": Kind("Long run", "easy", False, "endurance: muscles, joints and head learn to keep going"),
    "long_progression": Kind("Progressive long run", "steady", True, "running well on tired legs"),
    "long_mp": Kind("Long run with marathon pace", "marathon", True, "marathon pace on legs that are tired"),
    "fast_finish": Kind("Fast-finish long run", "marathon", True, "finishing strong on tired legs"),
    "back_to_back": Kind("Second long run", "easy", False, "running on tired legs without one huge run"),
    "run_walk": Kind("Run-walk", "easy", False, "running longer than you could without a break"),
    "walk": Kind("Walk", "walk", False, "time on your feet without impact"),
    "progression": Kind("Progression run", "threshold", True, "changing gear as you tire"),
    "shakeout": Kind("Shake-out run", "easy", False, "loose legs before the race"),
    "steady": Kind("Steady run", "steady", True, "strong aerobic running just under marathon pace"),
    "marathon_pace": Kind("Marathon-pace run", "marathon", True, "the feel and the fuel use of marathon pace"),
    "tempo": Kind("Tempo run", "threshold", True, _THRESHOLD),
    "cruise_intervals": Kind("Cruise intervals", "threshold", True, _THRESHOLD),
    "sub_threshold": Kind("Sub-threshold intervals", "sub_threshold", True, f"{_THRESHOLD}, at a lower price"),
    "vo2_long": Kind("Long intervals", "interval", True, _VO2),
    "vo2_short": Kind("Short intervals", "interval", True, _VO2),
    "thirty_thirty": Kind("30/30 intervals", "interval", True, _VO2),
    "reps": Kind("Repetitions", "rep", True, _ECONOMY),
    "hills_short": Kind("Hill sprints", "rep", True, "power and stiffness of the stride, with little impact"),
    "hills_long": Kind("Hill repeats", "interval", True, "strength and oxygen uptake, uphill"),
    "fartlek": Kind("Fartlek", "interval", True, "changes of pace, by feel"),
    "race_pace": Kind("Race-pace intervals", "race", True, "the rhythm of race day"),
    "time_trial": Kind("Time trial", "interval", True, "knowing where you stand"),
    "tune_up_race": Kind("Tune-up race", None, True, "racing itself: start, pace, fuelling, nerves"),
    "race": Kind("Race", None, True, "nothing any more: this is what it was for"),
    "cross_train": Kind("Cross-training", None, False, "the heart, without the impact of running"),
    "strength": Kind("Strength", None, False, "muscles and tendons that can take the running"),
    "mobility": Kind("Mobility", None, False, "easy movement of hips, calves and ankles"),
}
HARD: frozenset[WorkoutType] = frozenset(type for type, kind in CATALOGUE.items() if kind.hard)
LONG: frozenset[WorkoutType] = frozenset({"long", "long_progression", "long_mp", "fast_finish"})

# Minutes where neither kilometres nor minutes were said.
USUAL_MINUTES: Mapping[WorkoutType, int] = {
    "long": 80, "medium_long": 70, "back_to_back": 70, "long_mp": 90, "long_progression": 90, "fast_finish": 80,
    "recovery": 30, "shakeout": 20, "strength": 30, "mobility": 15, "walk": 30, "run_walk": 30,
}  # fmt: skip
# The hard part of a session where the week is not known, as a share of the session.
USUAL_SHARE: Mapping[Zone, float] = {
    "steady": 0.5, "marathon": 0.5, "race": 0.4, "threshold": 0.4, "sub_threshold": 0.45, "interval": 0.35, "rep": 0.2,
}  # fmt: skip


# How a session should feel, in one line; a note of one's own takes its place.
FEELS: Mapping[WorkoutType, str] = {
    "easy": "You could chat all the way.",
    "recovery": "Slower than you think; finish fresher than you began.",
    "easy_strides": "Easy all the way; the strides are quick and relaxed, never a sprint.",
    "medium_long": "Conversation pace to the end: time on your feet is the point.",
    "long": "Start slower than you want to; you could talk in whole sentences at any moment.",
    "long_progression": "Hold back early, so that the brisk end feels strong and under control.",
    "long_mp": "Easy first, then race rhythm: practise eating and drinking too.",
    "fast_finish": "Save something: the last part is strong, not a race.",
    "back_to_back": "On tired legs from the first step: slow is right, and walking uphill is fine.",
    "run_walk": "Take every walk break from the first one on, also when you feel good.",
    "walk": "Brisk enough to warm you.",
    "progression": "Every third a little quicker; only the last part is work.",
    "shakeout": "Short and loose; stop while you want more.",
    "steady": "Deep, even breathing: a few words at a time, no strain.",
    "marathon_pace": "Rhythm you could hold for hours; it should feel almost too easy at first.",
    "tempo": "Comfortably hard: a few words, no sentences. The last minute is like the first.",
    "cruise_intervals": "Comfortably hard, and the same pace from the first to the last.",
    "sub_threshold": "Controlled: finish sure that you could do two more.",
    "vo2_long": "Hard but even: the last one as fast as the first.",
    "vo2_short": "Quick and even; breathe hard, stay loose.",
    "thirty_thirty": "Hard, not flat out: keep the slow half a jog.",
    "reps": "Fast and smooth; rest until you can do it again just as well.",
    "hills_short": "Powerful and tall; walk down until you are ready.",
    "hills_long": "Hard effort, short steps; the pace does not matter.",
    "fartlek": "Play with it: quick when it is quick, truly easy between.",
    "race_pace": "Learn the rhythm of race day: relaxed, never faster.",
    "time_trial": "An even, honest effort; start a little under control.",
    "cross_train": "Easy enough to talk: bike, swim or anything without impact.",
    "strength": "Slow and clean: stop two repetitions before you have to.",
}


class Content(NamedTuple):
    """All of a workout but its id and day."""

    type: WorkoutType
    title: str
    km: float | None
    minutes: int | None
    steps: Steps
    notes: str = ""

    @property
    def content(self) -> dict[str, Any]:
        return self._asdict()


def cap_of(type: WorkoutType) -> tuple[float, float] | None:
    """The share of the week and the kilometres its hard part may have (Q-1); None: no cap, as a trial or a race."""
    zone = CATALOGUE[type].zone
    return CAPS.get(zone) if zone and type != "time_trial" else None


def main_km_of(type: WorkoutType, week_km: float) -> float:
    """The most kilometres of hard running a session of this type may hold in a week of `week_km` (Q-1)."""
    share, most_km = cap_of(type) or (1.0, math.inf)
    return min(share * week_km, most_km)


def make(
    type: WorkoutType,
    *,
    km: float | None = None,
    minutes: float | None = None,
    main_km: float | None = None,
    aims: Aims | None = None,
    notes: str = "",
) -> Content:
    """A workout of `type` with real steps, `km` or `minutes` long, `main_km` of it hard (a usual share if None).

    A session too short for its hard part grows to hold the least of it; kilometres are to 100 m.
    """
    aims = aims or aims_for(38)
    title = CATALOGUE[type].title
    if type in NOT_RUNNING:
        length = round(minutes or USUAL_MINUTES.get(type, 40))
        return Content(type, title, km, length, (Step(seconds=max(length * 60, 60)),), notes or FEELS.get(type, ""))
    if km is None:
        km = aims.km_in(minutes or USUAL_MINUTES.get(type, 45), "walk" if type == "walk" else "easy")
    km = max(km, 0.5)
    main = main_km if main_km is not None else USUAL_SHARE.get(CATALOGUE[type].zone or "easy", 0.4) * km
    session = RECIPES[type](km, main, aims)
    return sized(type, session.title, session.steps, notes or FEELS.get(type, ""))


def make_run_walk(run_s: int, walk_s: int, km: float, aims: Aims, *, title: str = "") -> Content:
    """About `km` of running `run_s` and walking `walk_s` seconds in turn."""
    session = run_walk(run_s, walk_s, km, aims)
    name = f"{title} {session.title.lower()}" if title else session.title
    return sized("run_walk", name, session.steps, FEELS["run_walk"])


def race_content(race: Race, aims: Aims, *, goal: bool) -> Content:
    """A race as a workout, at its target or at what fitness predicts."""
    seconds = race.target_s or predicted_s(aims.vdot, race.distance_km)
    name = race.name or race_name(race.distance_km)
    type: WorkoutType = "race" if goal else "tune_up_race"
    title = name if goal else f"Tune-up race: {name}"[:80]
    minutes = min(max(round(seconds / 60), 1), 1440)
    return Content(type, title, race.distance_km, minutes, race_steps(race.distance_km, seconds))


def sized(type: WorkoutType, title: str, steps: Steps, notes: str = "") -> Content:
    """The content of these steps: kilometres and minutes are what they add up to."""
    size = size_of(steps)
    return Content(type, title, max(round(size.km, 1), 0.1), max(round(size.minutes), 1), steps, notes)


def resized(
    workout: Workout, *, km: float | None = None, minutes: int | None = None, factor: float | None = None
) -> Workout:
    """The workout at another size: to `km`, to `minutes`, or `factor` times as big.

    Steps follow: repeats are run more or fewer times, never faster, and what that leaves over goes into the easy
    parts, so that the steps still add up. With both `km` and `minutes` given they are taken as they are.
    """
    factor = factor if factor is not None else _factor(workout, km, minutes)
    new_km = km if km is not None else (max(round(workout.km * factor, 1), 0.1) if workout.km else None)
    new_minutes = minutes
    if new_minutes is None and workout.minutes:
        new_minutes = max(round(workout.minutes * factor), 1)
    steps = _resized_steps(workout.steps, factor)
    if _adds_up(workout):
        size = size_of(workout.steps)
        steps = _fitted(steps, size.km * factor if km is None else km)
        size = size_of(steps)
        new_km = km if km is not None else max(round(size.km, 1), 0.1) if workout.km else None
        new_minutes = minutes if minutes is not None else max(round(size.minutes), 1)
    return workout.but(
        km=new_km and min(new_km, 250.0),
        minutes=new_minutes and min(new_minutes, 1440),
        steps=steps,
        title=_retitled(workout, steps),
    )


def _retitled(workout: Workout, steps: Steps) -> str:
    """The title with the repeats or minutes that there are now, where it told them (``Intervals 5 × 1 km``)."""
    title = workout.title
    minutes = _hard_minutes(workout.steps)
    if minutes and _repeats(workout.steps) < 2:
        title = re.sub(rf"\b{minutes} min$", f"{_hard_minutes(steps)} min", title)
    was, now = _repeats(workout.steps), _repeats(steps)
    if was == now or was < 2:
        return title
    title = re.sub(rf"\b{was} × ", f"{now} × " if now > 1 else "", title)
    return re.sub(rf" × {was}$", f" × {now}" if now > 1 else "", title)


def _hard_minutes(steps: Steps) -> int:
    """Of the one hard piece; 0 where there is none that is measured by time."""
    pieces = (part.seconds for part in steps if isinstance(part, Step) and part.kind == "interval")
    return round((next(pieces, None) or 0) / 60)


def _repeats(steps: Steps) -> int:
    return next((part.count for part in steps if isinstance(part, Repeat)), 1)


def _factor(workout: Workout, km: float | None, minutes: int | None) -> float:
    if km is not None and workout.km:
        return km / workout.km
    return minutes / workout.minutes if minutes is not None and workout.minutes else 1.0


def _adds_up(workout: Workout) -> bool:
    """Whether the steps tell the whole workout, as those made here do; others from outside need not."""
    if not workout.steps or workout.km is None:
        return False
    return abs(size_of(workout.steps).km - workout.km) <= 0.1


def _resized_steps(steps: Steps, factor: float) -> Steps:
    return tuple(
        part.but(count=min(60, max(2, round(part.count * factor))))
        if isinstance(part, Repeat)
        else _scaled(part, factor)
        for part in steps
    )


def _scaled(part: Step, factor: float) -> Step:
    return part.but(
        seconds=min(max(5, round(part.seconds * factor)), 54_000) if part.seconds else None,
        metres=min(max(20, round(part.metres * factor)), 250_000) if part.metres else None,
    )


def _fitted(steps: Steps, km: float) -> Steps:
    """`steps` brought to `km`: the easy parts stretch; repeats are left out where those cannot shrink."""
    parts = list(steps)
    while True:
        flexible = [at for at, part in enumerate(parts) if isinstance(part, Step) and (part.metres or part.seconds)]
        easy = [at for at in flexible if parts[at].kind in {"warmup", "cooldown"}] or flexible  # type: ignore[union-attr]
        now = size_of([parts[at] for at in easy]).km
        over = size_of(parts).km - km
        repeat = next((at for at, part in enumerate(parts) if isinstance(part, Repeat)), None)
        if now and over <= 0.7 * now:
            for at in easy:
                parts[at] = _scaled(parts[at], 1 - over / now)  # type: ignore[arg-type]
            return tuple(parts)
        if repeat is None:
            whole = km / size_of(parts).km if size_of(parts).km else 1.0
            return tuple(_scaled(part, whole) if isinstance(part, Step) else part for part in parts)
        part = parts[repeat]
        assert isinstance(part, Repeat)  # noqa: S101 - found as one above
        parts[repeat : repeat + 1] = [part.but(count=part.count - 1)] if part.count > 2 else list(part.steps)


def retyped(workout: Workout, type: WorkoutType, aims: Aims) -> Workout:
    """The workout as one of another type and about the same size; a note of one's own stays."""
    notes = "" if workout.notes == FEELS.get(workout.type) else workout.notes
    km = None if type in NOT_RUNNING else workout.km
    return workout.but(**make(type, km=km, minutes=workout.minutes, aims=aims, notes=notes).content)


def eased(workout: Workout) -> Workout:
    """A hard workout as easy running of the same minutes; what is easy already, and a race, stays."""
    if workout.type not in HARD or workout.type == "race":
        return workout
    type: WorkoutType = "long" if workout.type in LONG else "easy"
    if not workout.steps or not workout.minutes:
        return workout.but(type=type, title=CATALOGUE[type].title, steps=())
    aim = aims_in([workout]).zones["easy"]
    easy = step(aim, metres=max(100, int(workout.minutes * 60 / aim.s_per_km * 10) * 100))
    notes = FEELS[type] if workout.notes == FEELS.get(workout.type) else workout.notes
    made = sized(type, CATALOGUE[type].title, (easy,), notes)
    return workout.but(**made.content)

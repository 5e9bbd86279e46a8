"""Paces, pulse and race times: what a time that was run says about the runner, and what it does not."""

from __future__ import annotations

import re

from planwise_core.coach.offline.language import phrases
from planwise_core.coach.offline.races import seconds_of
from planwise_core.coach.offline.refs import kind_of
from planwise_core.coach.offline.scene import Answer, Scene, joined, plural
from planwise_core.training import paces
from planwise_core.training.athlete import race_name
from planwise_core.training.values import shown_clock, shown_duration, shown_pace


def _vdot(scene: Scene) -> float | None:
    recent = scene.athlete.recent
    if recent:
        return paces.vdot(recent.distance_km * 1000, recent.duration_s)
    return scene.athlete.vdot


_ASK_RACE = "For that I need a time you have run: tell me a recent race or time trial, such as '10 km in 52:30'."


def pace(clause: str, scene: Scene) -> Answer:
    fitness = _vdot(scene)
    if fitness is None:
        return Answer(
            _ASK_RACE + " Until then run easy days so that you can talk in whole sentences.", pending="recent"
        )
    own, unit = paces.paces(fitness), scene.units
    goal = scene.athlete.goal
    if goal and goal.distance_km <= 50 and re.search(r"\brace\b", clause):
        seconds = goal.target_s or paces.race_time_s(fitness, goal.distance_km * 1000)
        even = shown_pace(seconds / goal.distance_km, unit)
        return Answer(
            f"Evenly: about {even} for the {race_name(goal.distance_km)}, the first part rather a little slower."
        )
    easy = f"easy {shown_pace(own.easy[0], unit)} to {shown_pace(own.easy[1], unit)}"
    named_paces = {
        "easy | long | recovery | slow": easy,
        "marathon": f"marathon {shown_pace(own.marathon, unit)}",
        "tempo | threshold | cruise": f"threshold {shown_pace(own.threshold, unit)}",
        "interval* | vo2*": f"intervals {shown_pace(own.interval, unit)}",
        "rep | reps | repetition* | strides": f"repetitions {shown_pace(own.repetition, unit)}",
    }
    asked = [words for names, words in named_paces.items() if phrases(names).search(clause)]
    return Answer(
        f"From the race you told me: {joined(asked or list(named_paces.values()))}. On hills and in heat go by effort."
    )


def heart(clause: str, scene: Scene) -> Answer:
    if _UP_AT_REST.search(clause) and scene.plan is not None:
        return Answer(
            "A resting pulse that stays up means that something is not recovered yet, or that an illness is coming: "
            "run "
            "only easily until it is down again, and see a doctor if it stays up or you feel ill. Shall I make the "
            "rest of "
            "this week easier, or leave it?",
            pending="choice:take it easy this week|leave it",
        )
    hard = kind_of(clause) is not None and phrases("tempo | interval* | threshold | hard | hill*").search(clause)
    feel = "hard enough that only short sentences work" if hard else "easy enough to talk in whole sentences"
    tops = f" Your maximum heart rate stands as {scene.athlete.max_hr}." if scene.athlete.max_hr else ""
    return Answer(
        f"Go by effort first: {feel}. The heart rate follows with a delay and rises with heat and fatigue, so it "
        f"checks the effort, it does not set it.{tops}"
    )


_UP_AT_REST = re.compile(
    r"\b(?:resting|morning)\b[^.]*\b(?:up|high|higher|raised|elevated|above|over|rising|jumped|spiked)\b"
)


def predict(clause: str, scene: Scene) -> Answer:
    """A race time from a time that was run, for the goal distance (not beyond 50 km, where the model flatters)."""
    fitness = _vdot(scene)
    goal = scene.athlete.goal
    km = goal.distance_km if goal else None
    if fitness is None:
        return Answer(_ASK_RACE, pending="recent")
    if km is None:
        return Answer("For which distance?", pending="fill:predict my {} time")
    if km > 50:
        return Answer("For ultras a formula from shorter races flatters, so I would not put a number on it.")
    seconds = paces.race_time_s(fitness, km * 1000)
    hoped = re.search(r"\b\d{1,2}:\d\d(?::\d\d)?\b", clause)
    wanted = (seconds_of(hoped[0], km) if hoped else None) or (goal.target_s if goal else None)
    target = f" {_how_far_off(wanted, seconds)}" if wanted else ""
    return Answer(
        f"Going by the time you told me, about {shown_duration(seconds)} for the {race_name(km)} is realistic on a "
        f"good "
        f"day with the training done.{target}"
    )


def _how_far_off(wanted_s: int, likely_s: float) -> str:
    """How a time that is hoped for stands to the one that is likely."""
    minutes = round((likely_s - wanted_s) / 60)
    if minutes <= 0:
        return f"So {shown_clock(wanted_s)} is within reach."
    share = (likely_s - wanted_s) / likely_s
    how = "possible with a good block" if share < _SMALL_STEP else "ambitious" if share < _BIG_STEP else "far off now"
    return f"{shown_clock(wanted_s)} would be {plural(minutes, 'minute')} faster than that: {how}."


_SMALL_STEP, _BIG_STEP = 0.02, 0.07  # of the time: what a block of training may bring, and what hardly one does

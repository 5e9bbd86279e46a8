"""Questions, answered from the plan as it stands: no number here that is not read or computed from it."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import replace

from planwise_core.coach.offline.dates import read
from planwise_core.coach.offline.refs import days_of, kind_of, kinds_of, named, whens_of
from planwise_core.coach.offline.scene import (
    SLOW_MIN_PER_KM,
    Answer,
    Scene,
    joined,
    plural,
    span_words,
    spoken,
    spoken_with_year,
)
from planwise_core.coach.offline.when import When
from planwise_core.training.plan import Workout, WorkoutType, week_km
from planwise_core.training.values import WEEKDAY_NAMES, WEEKDAYS, monday_of, shown_duration

_DAY = dt.timedelta(days=1)


def described(workout: Workout, scene: Scene) -> str:
    """``easy run, 8 km``."""
    size = scene.km(workout.km) if workout.km else f"{workout.minutes} min"
    return f"{workout.title}, {size}"


def named_run(workout: Workout, scene: Scene) -> str:
    """``easy run of 8 km``."""
    size = scene.km(workout.km) if workout.km else f"{workout.minutes} minutes"
    return f"{workout.title.lower()} of {size}"


def show(clause: str, scene: Scene) -> Answer:
    assert scene.plan is not None  # noqa: S101 - the door sees to it
    if "longest" in clause and ("week" not in clause or "longest run" in clause):
        return _next_of(clause, scene, None)
    if re.search(r"\b(?:left|remaining|still|before the race|until the race)\b", clause) and "how" not in clause:
        return _left(scene)
    if counted := _counted(clause, scene):
        return counted
    if re.search(r"\b(?:easier|easy|lighter|light|recovery|down|cutback|deload|rest) week\b", clause):
        return _next_easier(scene)
    if re.search(r"\b(?:rest|free) day|day off\b|\bi (?:get to )?rest\b", clause) and re.search(
        r"\b(?:when|next)\b", clause
    ):
        busy = {each.date for each in scene.plan.workouts if each.is_run}
        free = next(day for day in (scene.today + n * _DAY for n in range(99)) if day not in busy)
        return Answer(f"Your next day without a run is {spoken(free)}.")
    if re.search(r"\brace\b", clause) and not re.search(r"pace|week|today|tomorrow", clause):
        return countdown(clause, scene)
    if re.search(r"\b(?:biggest|hardest|peak|longest|heaviest)\b", clause) and "week" in clause:
        return _biggest(scene)
    if re.search(r"\bphases?\b", clause) and re.search(r"\b(?:after|when|next|long|all|list|phases|start|end)", clause):
        return _phases(scene)
    if re.search(r"\b(?:what|which) (?:week|phase)\b|\bwhere am i\b|\btaper", clause):
        return why(clause, scene)
    if month := next((when for when in read(clause, scene.calendar) if when.kind == "vague" and when.words), None):
        return _month(month, scene)
    whens = whens_of(clause, scene)
    if re.search(r"\bdid i\b", clause):  # "what did I run on Sunday": the last one
        week = 7 * _DAY
        whens = tuple(
            replace(when, first=when.first - week, last=when.last - week) if when.first > scene.today else when
            for when in whens
        )
    span = days_of(whens)
    kind = kind_of(clause)
    if kind is not None and not (span and span[0] == span[1]):
        return _next_of(clause, scene, span)
    if span is None and re.search(r"\bnext (?:run|workout|session|1)\b|\bnext$", clause):
        ahead = next((each for each in scene.open if each.is_run), None)
        return Answer(
            f"Next is the {named_run(ahead, scene)} on {spoken(ahead.date)}."
            if ahead
            else "No run is left in the plan."
        )
    if span is None:
        span = (
            (monday_of(scene.today), monday_of(scene.today) + 6 * _DAY) if "today" not in clause else (scene.today,) * 2
        )
    if span[0] == span[1]:
        return on_day(scene, span[0])
    if any("week" in when.words and "weekend" not in when.words for when in whens) or not whens:
        monday = monday_of(span[0])
        return _stretch(scene, monday, max(span[1], monday + 6 * _DAY))
    return _stretch(scene, *span)


def _counted(clause: str, scene: Scene) -> Answer | None:
    """How many runs, or kilometres, are left."""
    if re.search(r"\b(?:total|whole|entire|overall)\b.*\bplan\b", clause) and not whens_of(clause, scene):
        left = sum(each.run_km for each in scene.open if each.type != "race")
        return Answer(f"{scene.km(round(left, 1))} are left in the plan, the race not counted.")
    if re.search(r"\bhow many (?:runs|sessions|workouts|trainings)\b", clause) and re.search(
        r"\b(?:left|until|till|"
        r"to go|before|remain)",
        clause,
    ):
        end = monday_of(scene.today) + 6 * _DAY if "this week" in clause else dt.date.max
        count = plural(len([each for each in scene.open if each.is_run and each.date <= end]), "run")
        return Answer(f"{count} left {'this week' if end < dt.date.max else 'in the plan'}.")
    if re.search(
        r"\bhow (?:many hours|much time|"
        r"long)\b.*\bweek\b",
        clause,
    ) and (span := days_of(whens_of(clause, scene))):
        there = [each for each in scene.plan.workouts if span[0] <= each.date <= span[1]] if scene.plan else []
        minutes = sum(each.minutes or round(each.run_km * SLOW_MIN_PER_KM) for each in there)
        return Answer(f"About {shown_duration(minutes * 60)}, for {plural(len(there), 'session')}.")
    if re.search(r"\bhow (?:many|much) (?:km|kilomet\w+|miles)\b", clause) and re.search(
        r"\b(?:until|till|left|to go|before) (?:the |my )?race\b", clause
    ):
        left = sum(each.run_km for each in scene.open if each.type != "race")
        return Answer(f"{scene.km(round(left, 1))} are left in the plan, the race not counted.")
    return None


def _phases(scene: Scene) -> Answer:
    """The parts of the plan and the days they begin on."""
    assert scene.plan is not None  # noqa: S101 - the door sees to it
    begins: dict[str, int] = {}
    for number, week in enumerate(scene.plan.weeks, start=1):
        begins.setdefault(week.phase, number)
    parts = [f"{phase} from {spoken(scene.plan.day(number, 'mon'))}" for phase, number in begins.items()]
    now = scene.plan.weeks[min(max(scene.plan.week_of(scene.today), 1), len(scene.plan.weeks)) - 1].phase
    return Answer(f"You are in the {now.lower()} part. The parts of the plan: {joined(parts)}.")


def _month(month: When, scene: Scene) -> Answer:
    """What the plan holds in a month that was named."""
    assert scene.plan is not None  # noqa: S101 - the door sees to it
    there = [each for each in scene.plan.workouts if each.is_run and month.first <= each.date <= month.last]
    if not there:
        return Answer("The plan has no run in that time.")
    total = scene.km(round(week_km(tuple(there)), 1))
    return Answer(f"In {month.first:%B %Y} the plan has {plural(len(there), 'run')}, {total} together.")


def changed(_clause: str, scene: Scene) -> Answer:
    """What the last version was made for, in the runner's own words."""
    if not scene.situation.milestones:
        return Answer("Nothing has changed since the plan was made. The History page keeps every version.")
    last = scene.situation.milestones[-1]
    return Answer(f"The last change was on {last}. The History page shows what differs, day by day.")


def compare(clause: str, scene: Scene) -> Answer:
    """ "Is this week harder than last week?": the kilometres of both."""
    assert scene.plan is not None  # noqa: S101 - the door sees to it
    weeks = [scene.plan.week_of(when.first) for when in whens_of(clause, scene)]
    weeks = list(dict.fromkeys([*weeks, scene.plan.week_of(scene.today)]))[:2]
    totals = [week_km(scene.plan.by_week[week - 1]) for week in weeks if 1 <= week <= len(scene.plan.weeks)]
    if len(totals) < 2:
        return Answer("I compare weeks of the plan: which two? The History page shows any two versions side by side.")
    sizes = [f"week {week} has {scene.km(round(total, 1))}" for week, total in zip(weeks, totals, strict=True)]
    return Answer(f"By kilometres: {joined(sizes)}.")


def on_day(scene: Scene, day: dt.date) -> Answer:
    assert scene.plan is not None  # noqa: S101 - the door sees to it
    name = {scene.today: "Today", scene.today + _DAY: "Tomorrow"}.get(day)
    name = f"{name} ({spoken(day)})" if name else spoken(day)
    there = scene.plan.on(day)
    if not there:
        ahead = next((each for each in scene.open if each.date > day), None)
        after = f" Next is the {named_run(ahead, scene)} on {spoken(ahead.date)}." if ahead else ""
        return Answer(f"{name} is a rest day, nothing planned.{after}")
    words = joined([described(each, scene) for each in there])
    notes = " " + there[0].notes if there[0].notes else ""
    return Answer(f"{name}: {words}.{notes}")


def _biggest(scene: Scene) -> Answer:
    assert scene.plan is not None  # noqa: S101 - the door sees to it
    totals = [week_km(week) for week in scene.plan.by_week]
    week = totals.index(max(totals)) + 1
    monday = spoken(scene.plan.day(week, "mon"))
    return Answer(f"The biggest is week {week}, from {monday} on, with {scene.km(round(max(totals), 1))}.")


def _next_easier(scene: Scene) -> Answer:
    """The next week that has clearly less than the one before it."""
    assert scene.plan is not None  # noqa: S101 - the door sees to it
    totals = [week_km(week) for week in scene.plan.by_week]
    for week in range(max(scene.plan.week_of(scene.today), 1) + 1, len(totals) + 1):
        if totals[week - 1] < 0.96 * totals[week - 2]:
            monday, size = spoken(scene.plan.day(week, "mon")), scene.km(round(totals[week - 1], 1))
            return Answer(f"The next easier week is week {week}, from {monday} on, with {size}.")
    return Answer("No easier week is left before the end of the plan.")


def _left(scene: Scene) -> Answer:
    """What is still to come: of this week, or up to the race when that is near."""
    assert scene.plan is not None  # noqa: S101 - the door sees to it
    sunday = monday_of(scene.today) + 6 * _DAY
    coming = [each for each in scene.plan.workouts if scene.today <= each.date <= sunday and each.id not in scene.done]
    if not coming:
        return Answer("Nothing more this week: rest, you have done it.")
    return Answer("; ".join(f"{each.date:%A}: {described(each, scene)}" for each in coming) + ".")


def _stretch(scene: Scene, first: dt.date, last: dt.date) -> Answer:
    assert scene.plan is not None  # noqa: S101 - the door sees to it
    there = [each for each in scene.plan.workouts if first <= each.date <= last]
    if not there:
        return Answer(f"Nothing is planned {span_words(first, last)}: rest.")
    if (last - first).days > 13:
        weeks = {scene.plan.week_of(each.date) for each in there}
        totals = [f"week {week}: {scene.km(round(week_km(scene.plan.by_week[week - 1]), 1))}" for week in sorted(weeks)]
        return Answer("; ".join(totals) + ". The Plan page shows every day.")
    done = [each.id for each in there if each.id in scene.done]
    lines = [f"{each.date:%A}: {described(each, scene)}{' (done)' if each.id in done else ''}" for each in there]
    total = f" That is {scene.km(round(week_km(tuple(there)), 1))} together." if len(there) > 1 else ""
    return Answer("; ".join(lines) + "." + total)


def _next_of(clause: str, scene: Scene, span: tuple[dt.date, dt.date] | None) -> Answer:
    assert scene.plan is not None  # noqa: S101 - the door sees to it
    kind = kind_of(clause) or frozenset()
    pool = [
        each for each in scene.plan.workouts if (each.type in kind if kind else each.is_run) and each.type != "race"
    ]
    if "longest" in clause and span is None and pool:
        longest = max(pool, key=lambda each: each.km or 0)
        return Answer(f"The longest is {described(longest, scene)}, on {spoken(longest.date)}.")
    if span:
        monday = monday_of(span[0])
        pool = [each for each in pool if monday <= each.date <= max(span[1], monday + 6 * _DAY)]
    else:
        pool = [each for each in pool if each.date >= scene.today]
    if not pool:
        return Answer("There is none like that in that stretch of the plan.")
    return Answer(f"{described(pool[0], scene)}, on {spoken(pool[0].date)}.")


_WHY: dict[WorkoutType, str] = {
    "easy": "Easy running builds the heart, the small blood vessels and the tendons at little cost, so most of the "
            "week is easy: it lets you run more, and recover for the hard days.",
    "recovery": "A recovery run moves the blood without adding strain.",
    "long": "The long run teaches the body to burn fat, to stay relaxed and to hold form when tired; it is the "
            "backbone of every longer race.",
    "tempo": "A tempo run is run at threshold pace, comfortably hard: it raises the speed you can hold for about an "
             "hour.",
    "vo2_long": "These intervals are run near your maximum oxygen uptake: they raise the ceiling for every other pace.",
    "cruise_intervals": "Cruise intervals are threshold running in parts, with short breaks: the same gain as a "
                        "tempo run with less strain.",
    "vo2_short": "Short fast intervals raise the maximum oxygen uptake and teach quick legs.",
    "reps": "Short fast repetitions with full rest train economy: the same speed for less effort.",
    "hills_short": "Short hills are strength work for runners: power, with little impact.",
    "hills_long": "Longer hills train strength and oxygen uptake together.",
    "marathon_pace": "Running at marathon pace lets body and head learn the rhythm of the race.",
    "race_pace": "Running at race pace makes the rhythm of the race familiar.",
    "shakeout": "A short shakeout keeps the legs awake before the race.",
    "race": "That is what it is all for.",
    "easy_strides": "Strides are short relaxed accelerations after an easy run: they keep the legs quick without "
                    "tiring them.",
    "fartlek": "Fartlek is playing with speed: fast and easy by feel, a first step to faster running without the "
               "pressure of a pace.",
    "progression": "A progression run starts easy and ends brisk: it teaches patience, and to run well when tired.",
    "steady": "Steady running is a little faster than easy: it builds endurance for the longer races.",
    "medium_long": "A medium-long run adds endurance in the middle of the week without the cost of a second long run.",
    "time_trial": "A time trial shows how fit you are now, so that your paces stay right.",
    "cross_train": "Cross-training builds the heart while the legs rest from the impact.",
    "strength": "Strength work makes tendons and muscles more robust and running more economical.",
}  # fmt: skip


def why(clause: str, scene: Scene) -> Answer:
    """Why a workout, why a change, why this week: from its type, its week's focus and where the plan leads."""
    if scene.plan is None:
        return general_why(clause)
    kind = kind_of(clause)
    if off := _kept_free(clause, scene):
        return off
    if re.search(r"\b(?:easy|easier|light|lighter|recovery|down|short|shorter|low|less) (?:\w+ )?week\b", clause):
        return Answer(
            "Every few weeks the kilometres go down for a week, so that the body can turn the training into fitness; "
            "after it they rise again."
        )
    if kind is None and re.search(r"\b(?:slow|easy)\b", clause):
        return Answer(_WHY["easy"])
    if len(kinds := kinds_of(clause)) > 1:
        return Answer(
            " ".join(dict.fromkeys(next((_WHY[each] for each in _WHY if each in kind), "") for kind in kinds))
        )
    if kind is not None:
        reason = next((_WHY[each] for each in _WHY if each in kind), _WHY["easy"])
        ahead = next((each for each in scene.open if each.type in kind), None)
        return Answer(reason + (f" The next one is on {spoken(ahead.date)}." if ahead else ""))
    if re.search(r"\btaper", clause):
        weeks = [index for index, week in enumerate(scene.plan.weeks, start=1) if week.phase == "Taper"]
        when = f" Yours begins on {spoken(scene.plan.day(weeks[0], 'mon'))}." if weeks else ""
        return Answer(
            "In the taper the kilometres go down and a little speed stays: you arrive rested and sharp." + when
        )
    spans = [when for when in whens_of(clause, scene) if when.kind == "span" and when.first > scene.today]
    if spans:
        return _week_explained(scene.plan.week_of(spans[0].first), scene)
    there = named(clause, scene, whens_of(clause, scene))
    if there and whens_of(clause, scene) and there[0].date == (days_of(whens_of(clause, scene)) or (None,))[0]:
        return Answer(_WHY.get(there[0].type, _WHY["easy"]))
    return _week_explained(scene.plan.week_of(scene.today), scene)


def _week_explained(number: int, scene: Scene) -> Answer:
    """What a week holds and what it is for."""
    assert scene.plan is not None  # noqa: S101 - the door sees to it
    week = min(max(number, 1), len(scene.plan.weeks))
    phase, workouts = scene.plan.weeks[week - 1], scene.plan.by_week[week - 1]
    focus = f": {phase.focus[:1].lower()}{phase.focus[1:]}" if phase.focus else ""
    total = scene.km(round(week_km(workouts), 1))
    if week == scene.plan.week_of(scene.today):
        lead = f"You are in week {week} of {len(scene.plan.weeks)}, the {phase.phase.lower()} part{focus}. This week"
    else:
        days = "; ".join(f"{each.date:%A}: {described(each, scene)}" for each in workouts)
        lead = f"Week {week} belongs to the {phase.phase.lower()} part{focus}. {days}. It"
    return Answer(
        f"{lead} has {total}: most of it easy running, so that you can absorb the hard day and the long run on the way "
        f"to "
        f"{goal_words(scene)}."
    )


def _kept_free(clause: str, scene: Scene) -> Answer | None:
    """ "Why no run on Friday?": because the runner keeps it free, or because so many days are enough."""
    whens = whens_of(clause, scene)
    if not (
        re.search(r"\b(?:no(?:t|thing)?|never|free|empty|off)\b", clause) and len(whens) == 1 and whens[0].kind == "day"
    ):
        return None
    name = f"{whens[0].first:%A}s"
    if WEEKDAYS[whens[0].first.weekday()] not in scene.athlete.free_days:
        return Answer(f"{name} are off: you told me so. Under Settings or here you can free them for running.")
    if any(each.is_run for each in scene.between(whens[0].first, whens[0].last)):
        return None
    return Answer("Rest is when the training sinks in, so not every day has a run. If another day suits you, tell me.")


def general_why(clause: str) -> Answer:
    kind = kind_of(clause)
    return Answer(next((_WHY[each] for each in _WHY if kind and each in kind), _WHY["easy"]))


def goal_words(scene: Scene) -> str:
    assert scene.plan is not None  # noqa: S101 - the door sees to it
    if scene.plan.race_date is None:
        return "a stronger base"
    return f"the {scene.plan.goal} on {spoken_with_year(scene.plan.race_date)}"


def countdown(_clause: str, scene: Scene) -> Answer:
    goal = scene.plan.race_date if scene.plan else None
    if goal is None:
        return Answer("No race date is set yet. Tell me the date and I will plan towards it.")
    days = (goal - scene.today).days
    if days < 0:
        return Answer(f"The race on {spoken_with_year(goal)} is behind you. Which one is next?")
    weeks = f", a little over {plural(days // 7, 'week')}" if days >= 14 and days % 7 else ""
    return Answer(
        f"{plural(days, 'day')} to go{weeks}: the {scene.plan.goal if scene.plan else 'race'} is on "
        f"{spoken_with_year(goal)}."
    )


def limits(_clause: str, scene: Scene) -> Answer:
    off = [f"{WEEKDAY_NAMES[day]}s" for day in WEEKDAYS if day not in scene.athlete.free_days]
    parts = [f"no runs on {joined(off)}" if off else "any weekday is fine"]
    if scene.athlete.days_per_week:
        parts.append(f"{scene.athlete.days_per_week} days a week")
    parts += [f"{each.minutes} minutes at most on {WEEKDAY_NAMES[each.day]}s" for each in scene.athlete.minutes]
    parts += [f"careful with the {each.name}" for each in scene.athlete.injuries if each.current]
    return Answer(f"This is what I keep to already: {joined(parts)}. Tell me here or under Settings if that changes.")


def undo(_clause: str, scene: Scene) -> Answer:
    if scene.situation.previous_plan is None:
        return Answer("There is no earlier version yet to go back to.")
    return Answer("I'd bring back the previous version; what has passed stays as it is.", go_back=True)


def progress(_clause: str, scene: Scene) -> Answer:
    """How much of what was planned so far has been done."""
    assert scene.plan is not None  # noqa: S101 - the door sees to it
    past = [each for each in scene.plan.workouts if each.is_run and each.date < scene.today]
    done = [each for each in past if each.id in scene.done]
    if not past:
        return Answer("Your plan has just begun: ask me again after the first runs.")
    week = scene.plan.week_of(scene.today)
    return Answer(
        f"{len(done)} of the {plural(len(past), 'run')} planned so far are done, and this is week {week} of "
        f"{len(scene.plan.weeks)}. The Progress page shows planned against done week by week."
    )

"""The talk that leads to a plan: what is told is kept, what is missing is asked, one short question at a time."""

from __future__ import annotations

import calendar
import datetime as dt
import re
from collections import Counter
from typing import Any

from pydantic import ValidationError

from planwise_core.coach.offline.scene import Answer, Scene, joined, span_words, spoken_with_year
from planwise_core.coach.offline.told import Told
from planwise_core.coach.offline.when import MONTHS, When
from planwise_core.errors import CannotPlan
from planwise_core.training import engine
from planwise_core.training.athlete import Athlete, Away, DayLimit, Injury, Performance, Race, race_name
from planwise_core.training.plan import Plan
from planwise_core.training.values import WEEKDAY_NAMES, WEEKDAYS, shown_clock, weekday_of

QUESTIONS = {
    "goal": "Which race are you training for? Anything from 5 km to an ultra, or say 'no race' to just get fitter.",
    "date": "When is the race? Give me a date, or 'no date' if it is open.",
    "volume": "How much do you run in a normal week at the moment, roughly?",
    "days": "On how many days a week can you run, or on which ones?",
}


def learned(scene: Scene, what: Told) -> tuple[Athlete, frozenset[str], list[str]]:
    """The athlete with what was told, the names of the fields, and the problems with what could not be taken."""
    changes: dict[str, Any] = {}
    problems = list(what.problems)
    known = set(scene.situation.known)
    athlete = scene.athlete
    race, race_problem = _race(scene, what)
    beside = race and athlete.goal and race.date != athlete.goal.date
    if race and beside and (what.on_the_way or _is_before_goal(scene, race)) and what.race_km and race.date:
        changes["races"] = (*athlete.races[-10:], race.but(priority="B", target_s=what.target_s))
        known.add("races")
    elif race is not None:
        others = tuple(each for each in athlete.races if each != athlete.goal)
        changes["races"] = (race, *others)
        known |= {"races"} | ({"date"} if race.date else set())
    if what.more and race is not None and scene.plan is None:
        others = tuple(Race(distance_km=km, date=day, priority="B") for km, day in what.more)
        changes["races"] = (race, *others)
    if what.away and scene.plan is None:
        changes["away"] = (*athlete.away[-10:], *(Away(first=first, last=last) for first, last in what.away[:2]))
    if race_problem:
        problems.append(race_problem)
    if what.no_date:
        known.add("date")
    if what.no_race:
        changes["races"] = ()
    simple = {
        "weekly_km": what.weekly_km, "days_per_week": what.days, "longest_run_km": what.longest_km, "age": what.age,
        "units": what.units, "weeks": what.weeks,
        "long_run_day": what.long_day, "level": "novice" if what.beginner else None,
    }  # fmt: skip
    changes |= {name: value for name, value in simple.items() if value is not None}
    if what.recent:
        changes["recent"] = Performance(distance_km=what.recent[0], duration_s=what.recent[1])
    if what.minutes:
        new = tuple(DayLimit(day=day, minutes=minutes) for day, minutes in what.minutes.items())
        changes["minutes"] = (*athlete.minutes, *new)
    free = what.on or tuple(day for day in WEEKDAYS if day in (*athlete.free_days, *what.also) and day not in what.off)
    free = free if what.also else what.on or tuple(day for day in athlete.free_days if day not in what.off)
    if what.on or what.off or what.also:
        if not free:
            problems.append("That leaves no day to run on.")
        else:
            changes["free_days"] = tuple(day for day in free if day not in what.off)
            if what.days is None and (athlete.days_per_week or 0) > len(changes["free_days"]):
                changes["days_per_week"] = None
    try:
        return athlete.but(**changes), frozenset(known | changes.keys()), problems
    except ValidationError:
        return athlete, frozenset(known), [*problems, "Some of those numbers do not fit together."]


_INSTEAD = re.compile(r"\b(?:instead|rather|changed?|switch\w*|new goal|now|not the|forget the|swap\w*)\b")


_SOON_DAYS = 21  # a race so near is run on the way, whatever it takes the place of


def _is_before_goal(scene: Scene, race: Race) -> bool:
    """Whether another race, told while there is a plan, comes before the goal race and does not take its place."""
    goal = scene.athlete.goal
    if scene.plan is None or goal is None or not (goal.date and race.date) or race.distance_km == goal.distance_km:
        return False
    is_soon = (race.date - scene.today).days <= _SOON_DAYS
    return race.date < goal.date and (is_soon or not _INSTEAD.search(scene.heard))


_SAME_DAY = re.compile(r"\b(?:same|that) (?:day|date)\b")


def _race(scene: Scene, what: Told) -> tuple[Race | None, str]:
    """The goal race as it is known now, and what is wrong with its date."""
    old = scene.athlete.goal
    km = what.race_km or (old.distance_km if old else None)
    if what.no_date:
        what.when = None
    problem = _date_problem(what.when, scene.today)
    if km is None:
        return None, problem if what.when and what.when.kind in {"unclear", "past"} else ""
    is_new = what.race_km is not None and old is not None and abs(what.race_km - old.distance_km) > 0.1
    date = _race_day(what.when) if what.when and what.when.kind == "day" and not problem else None
    if date is None and old and (not is_new or _SAME_DAY.search(scene.heard)) and not what.no_date:
        date = old.date
    target = what.target_s or (old.target_s if old and not (is_new or what.no_target) else None)
    race = Race(distance_km=km, date=date, target_s=target)
    told = what.race_km is not None or date != (old.date if old else None) or what.target_s is not None
    told = told or what.no_target
    return (race if told else None), problem


def _race_day(when: When) -> dt.date:
    """The day itself; for one that is weeks or months away, the Sunday nearest to it: races are run at weekends."""
    if not re.search(r"\b(?:weeks?|months?)\b", when.words):
        return when.first
    behind = (when.first.weekday() + 1) % 7
    return when.first + dt.timedelta(days=-behind if behind <= 3 else 7 - behind)


def _date_problem(when: When | None, today: dt.date) -> str:
    if when is None:
        return ""
    if when.kind == "unclear":
        one, other = when.options
        return f"Is {when.words} {spoken_with_year(one)} or {spoken_with_year(other)}?"
    if when.kind == "impossible":
        return f"{no_such_day(when)} When is the race?"
    if when.kind == "past":
        return f"{spoken_with_year(when.first)} is over already: when is the race?"
    if when.kind == "day" and (when.first - today).days < 3:
        return "That race is too close to train for: which date, or which later race, shall I plan for?"
    if when.kind == "day" and (when.first - today).days > 2 * 365:
        return f"{spoken_with_year(when.first)} is more than two years away: which race comes first?"
    if when.kind in {"vague", "span"}:
        return f"Which day is it exactly ('{when.words}')? Say 'no date' if it is open."
    return ""


def no_such_day(when: When) -> str:
    """``There is no 30 February.``"""
    day, month = re.search(r"\d+", when.words), re.search(rf"\b(?:{'|'.join(MONTHS)})\b", when.words)
    name = f"{day[0]} {calendar.month_name[MONTHS[month[0]]]}" if day and month else f"'{when.words}'"
    return f"There is no {name}."


def missing(athlete: Athlete, known: frozenset[str]) -> str | None:
    """The next thing to ask, or None when a plan can be made."""
    if athlete.goal is None and "date" not in known:
        return "goal"
    if athlete.goal is not None and athlete.goal.date is None and "date" not in known:
        return "date"
    if "weekly_km" not in known:
        return "volume"
    if not known & {"days_per_week", "free_days"}:
        return "days"
    return None


def talk(scene: Scene, what: Told) -> Answer:
    """Take what was told; ask for the next thing, or have the plan made."""
    athlete, known, problems = learned(scene, what)
    if (
        what.part
        and "injuries" not in known
        and re.search(r"\b(?:hurt\w*|dodgy|sore|ache\w*|pain\w*|injur\w*)\b", scene.heard)
    ):
        athlete = athlete.but(injuries=(*athlete.injuries, Injury(part=what.part)))
        known |= {"injuries"}
    taken = _taken(scene, athlete, known)
    if what.when and what.when.kind == "vague" and what.when.first != what.when.last and not what.no_date:
        month = f"{what.when.first:%B %Y}".lower()
        says = f"{taken}Which day in {month.title()} is it? Say 'no date' if it is open."
        return Answer(says, athlete=athlete, known=known, pending=f"fill:the race is on {{}} {month}")
    if problems:
        question = next((each for each in problems if each.endswith("?")), None)
        gap = "date" if (question and "race" in question) or _is_about_date(question) else missing(athlete, known)
        words = problems[0] if question is None else question
        asked = "" if words.endswith("?") or "?" in words else " " + QUESTIONS[gap or "days"]
        if gap is None and not words.endswith("?"):
            gap = "days"
        return Answer(f"{taken}{words}{asked}".strip(), athlete=athlete, known=known, pending=gap)
    if gap := missing(athlete, known):
        return Answer(f"{taken}{QUESTIONS[gap]}", athlete=athlete, known=known, pending=gap)
    return built(scene, athlete, known)


def _is_about_date(question: str | None) -> bool:
    return question is not None and any(word in question for word in ("day is it", "Is ", "race", "over already"))


def built(scene: Scene, athlete: Athlete, known: frozenset[str]) -> Answer:
    """Have the plan made, after seeing that it can be; the words tell what it comes to."""
    try:
        plan = planned(scene, athlete)
    except CannotPlan as problem:
        if scene.plan is not None:  # the wish is refused, so what it told is not kept
            return Answer(f"{problem} Your plan stays as it is. What shall we change?", pending=_to_change(athlete))
        return Answer(f"{problem} What shall we change?", athlete=athlete, known=known, pending=_to_change(athlete))
    lead = _goal_sentence(athlete) + _beside(athlete)
    if scene.plan is not None:
        lead = f"{_taken(scene, athlete, known)}I'd remake the plan from today."
    return Answer(f"{lead} {_shape(scene, plan, athlete)}", athlete=athlete, known=known, build=True)


def noted(scene: Scene, athlete: Athlete, known: frozenset[str]) -> Answer:
    """News that a plan could use is known at once; the plan is made anew for it only after a yes."""
    return Answer(
        f"{_taken(scene, athlete, known)}The plan stays as it is. Shall I remake it from today with that?",
        athlete=athlete,
        known=known,
        pending="choice:remake my plan from today|leave it",
    )


def planned(scene: Scene, athlete: Athlete) -> Plan:
    """The plan as it would come out.

    Raises:
        CannotPlan: the wishes contradict each other.
    """
    if scene.plan is None:
        return engine.build(athlete, scene.today)
    return engine.rebuild(scene.plan, athlete, scene.today, scene.done)


def _to_change(athlete: Athlete) -> str:
    return "date" if athlete.goal and athlete.goal.date else "days"


def _goal_sentence(athlete: Athlete) -> str:
    goal = athlete.goal
    if goal is None:
        return "Here is a plan to get fitter without a race."
    date = f" on {spoken_with_year(goal.date)}" if goal.date else ""
    target = f", aiming for {shown_clock(goal.target_s)}" if goal.target_s else ""
    return f"Here is your plan for the {race_name(goal.distance_km)}{date}{target}."


def _beside(athlete: Athlete) -> str:
    """The races beside the goal: those before it are run on the way, a later one has a plan of its own."""
    goal = athlete.goal.date if athlete.goal else None
    dated = [(race_name(each.distance_km), each.date) for each in athlete.races if each != athlete.goal and each.date]
    before = joined([f"the {name} on {spoken_with_year(day)}" for name, day in dated if goal and day < goal])
    after = joined([f"the {name} on {spoken_with_year(day)}" for name, day in dated if goal and day > goal])
    says = f" On the way is {before}." if before else ""
    return f"{says} For {after} I make a new plan when this race is run." if after else says


def _shape(scene: Scene, plan: Plan, athlete: Athlete) -> str:
    volumes = [sum(each.run_km for each in week if each.type != "race") for week in plan.by_week]
    runs = Counter(weekday_of(each.date) for each in plan.workouts if each.is_run and each.date >= scene.today)
    often = {day for day in runs if runs[day] * 2 > max(runs.values())}
    often |= {day for day, _ in runs.most_common(athlete.days_per_week)} if athlete.days_per_week else set()
    days = [WEEKDAY_NAMES[day] for day in WEEKDAYS if day in often]
    off = [f"{WEEKDAY_NAMES[day]}s" for day in WEEKDAYS if day not in athlete.free_days]
    kept = f" {joined(off)} stay free." if off and scene.plan is None else ""
    if scene.plan is None and athlete.away:
        kept += f" There is no running {joined([span_words(each.first, each.last) for each in athlete.away])}."
    return (
        f"It has {len(plan.weeks)} weeks, with most runs on {joined(days)}; the biggest week is "
        f"{scene.km(round(max(volumes), 1))}.{kept} "
        "Tell me what does not fit and I will change it."
    )


def _taken(scene: Scene, athlete: Athlete, known: frozenset[str]) -> str:
    """What was understood just now, in a few words, so that a misreading shows at once."""
    parts = []
    goal = athlete.goal
    if goal and goal != scene.athlete.goal:
        target = f" in {shown_clock(goal.target_s)}" if goal.target_s else ""
        parts.append(race_name(goal.distance_km) + target + (f" on {spoken_with_year(goal.date)}" if goal.date else ""))
    for race in athlete.races:
        if race.priority != "A" and race not in scene.athlete.races and race.date:
            parts.append(f"{race_name(race.distance_km)} on {spoken_with_year(race.date)} on the way")
    if "weekly_km" in known and (
        athlete.weekly_km != scene.athlete.weekly_km or "weekly_km" not in scene.situation.known
    ):
        parts.append("no running yet" if not athlete.weekly_km else f"{scene.km(athlete.weekly_km)} a week now")
    if athlete.days_per_week and athlete.days_per_week != scene.athlete.days_per_week:
        parts.append(f"{athlete.days_per_week} days a week")
    if athlete.long_run_day and athlete.long_run_day != scene.athlete.long_run_day:
        parts.append(f"long runs on {WEEKDAY_NAMES[athlete.long_run_day]}s")
    if athlete.recent and athlete.recent != scene.athlete.recent:
        time = shown_clock(athlete.recent.duration_s)
        parts.append(f"{race_name(athlete.recent.distance_km)} in {time}, which sets your paces")
    new_limits = [each for each in athlete.minutes if each not in scene.athlete.minutes]
    for minutes in dict.fromkeys(each.minutes for each in new_limits):
        days = [f"{WEEKDAY_NAMES[each.day]}s" for each in new_limits if each.minutes == minutes]
        named = {7: "any day", 5: "weekdays" if f"{WEEKDAY_NAMES['sat']}s" not in days else None}.get(len(days))
        parts.append(f"{minutes} minutes at most on {named or joined(days)}")
    if athlete.free_days != scene.athlete.free_days:
        parts.append(f"runs on {joined([WEEKDAY_NAMES[day] for day in athlete.free_days])}")
    return f"Got it: {joined(parts)}. " if parts else ""

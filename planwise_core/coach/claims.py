"""Whether a model's words agree with the plan that results: its weeks, weekdays, dates, sizes, times and paces.

A sentence is checked as far as it says which workouts it is about (a week, a weekday, a kind of session); a question
or an "if" claims nothing. What the words may also hold are numbers the runner brought up. Words of another language
are read word for word.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator
from typing import Any

from planwise_core.coach import mentions
from planwise_core.coach.offline import tongues
from planwise_core.coach.reply import Situation
from planwise_core.training.aims import predicted_s
from planwise_core.training.athlete import Athlete
from planwise_core.training.paces import paces
from planwise_core.training.plan import Plan, Repeat, Workout, week_km, weekday_of, weekly_km
from planwise_core.training.season import fitness_of
from planwise_core.training.values import KM_PER_MILE, WEEKDAY_NAMES, Weekday

WHOLE, FINE = 0.51, 0.06  # km by which a number told in whole, or with a decimal, may be off
TOGETHER = 40  # characters within which a session and its date are one claim
SATURDAY = 5
MARATHON_KM = 42.195
ABOUT = 0.06  # of a time; "an hour and a half"
PACE_SLACK_S = 3.0
NEAR = 6  # percentage points; "a fifth" and what steps of half a kilometre make of it


def contradictions(says: str, asked: str, situation: Situation, proposed: Plan | None) -> tuple[str, ...]:
    """What in the words is not so, one sentence each; `proposed` is the plan that results, None: nothing changes."""
    plan = proposed or situation.plan
    found = []
    if proposed is None and mentions.CHANGED.search(says):
        found.append("The words tell of a change, but none was made.")
    if plan is not None:
        for sentence in mentions.SENTENCE.findall(tongues.in_english(says)):
            if not mentions.CLAIMS_NOTHING.search(sentence):
                found += _wrong(sentence, asked, situation, plan)
    return tuple(dict.fromkeys(found))


def _wrong(sentence: str, asked: str, situation: Situation, plan: Plan) -> Iterator[str]:
    weeks = list(mentions.weeks(sentence))
    for number in weeks:
        if not 1 <= number <= len(plan.weeks):
            yield f"The plan has {len(plan.weeks)} weeks, so there is no week {number}."
            return
    for match in mentions.LENGTH.finditer(sentence):
        if int(match[1] or match[2]) != len(plan.weeks):
            yield f"The plan has {len(plan.weeks)} weeks, not {match[1] or match[2]}."
    yield from _wrong_dates(sentence, plan)
    yield from _wrong_days(sentence, weeks, situation, plan)
    yield from _wrong_session_dates(sentence, situation, plan)
    yield from _wrong_rest(sentence, weeks, situation, plan)
    yield from _wrong_counts(sentence, weeks, situation, plan)
    yield from _wrong_shares(sentence, weeks, situation, plan)
    yield from _wrong_distances(sentence, weeks, asked, situation, plan)
    yield from _wrong_repeats(sentence, asked, situation, plan)
    yield from _wrong_times(sentence, weeks, asked, situation, plan)
    yield from _wrong_paces(sentence, asked, situation, plan)
    yield from _wrong_days_to_go(sentence, situation)


def _wrong_dates(sentence: str, plan: Plan) -> Iterator[str]:
    """A weekday that is not the day's: the model's calendar is not ours."""
    for match in mentions.DATE.finditer(sentence):
        told = mentions.DAY_BEFORE.search(sentence[: match.start()]) or mentions.DAY_AFTER.match(
            sentence[match.end() :]
        )
        for date in mentions.dates(match, plan):
            if told and weekday_of(date) != mentions.weekday(told[1]):
                yield f"{date:%d %B %Y} is a {date:%A}."
    for match in mentions.DAY_OF_MONTH.finditer(sentence):
        days = (plan.start_date + dt.timedelta(days=ahead) for ahead in range(7 * len(plan.weeks)))
        dates = [date for date in days if date.day == int(match[2])]
        if dates and mentions.weekday(match[1]) not in {weekday_of(date) for date in dates}:
            yield f"{dates[0]:%d %B %Y} is a {dates[0]:%A}."


def _wrong_days(sentence: str, weeks: list[int], situation: Situation, plan: Plan) -> Iterator[str]:
    """A kind of session told of a day that has none, in the weeks named, in those that change, or in any to come."""
    days = {mentions.weekday(name) for name in mentions.WEEKDAY.findall(sentence)}
    kinds = [(name, types) for pattern, name, types in mentions.KINDS if pattern.search(sentence)]
    if not days or len(kinds) != 1 or mentions.DENIES.search(sentence):
        return
    name, types = kinds[0]
    ahead = [each for each in plan.workouts if each.date >= situation.today and each.type in types]
    if weeks:
        ahead = [each for each in ahead if plan.week_of(each.date) in weeks]
    elif situation.plan and situation.plan != plan and mentions.MOVES.search(sentence):
        ahead = [each for each in ahead if situation.plan.by_id.get(each.id) != each] or ahead
    there = {weekday_of(each.date) for each in ahead}
    if there and not days & there:
        on = ", ".join(WEEKDAY_NAMES[day] for day in WEEKDAY_NAMES if day in there)
        where = f" of week {weeks[0]}" if len(weeks) == 1 else ""
        yield f"The plan{where} has {name} on {on}, not on {' or '.join(WEEKDAY_NAMES[day] for day in sorted(days))}."


def _wrong_session_dates(sentence: str, situation: Situation, plan: Plan) -> Iterator[str]:
    """A kind of session told of a date ("the long run is on 2 December") that has none, and had none."""
    for pattern, name, types in mentions.KINDS:
        for match in mentions.DATE.finditer(sentence):
            told = pattern.search(sentence[max(match.start() - TOGETHER, 0) : match.start()])
            dates = set(mentions.dates(match, plan))
            there = {each.date for one in (plan, situation.plan) if one for each in one.workouts if each.type in types}
            if told and dates and there and not dates & there and not mentions.DENIES.search(sentence):
                yield f"There is no {name.split(' ', 1)[-1]} on {min(dates):%A %d %B}."


def _wrong_rest(sentence: str, weeks: list[int], situation: Situation, plan: Plan) -> Iterator[str]:
    """A day told to be free of running that has a run in every week it may be about."""
    told = mentions.NO_RUN.search(sentence)
    if told is None or mentions.NEGATED.search(sentence[: told.start()]):
        return
    ahead = weeks or range(max(plan.week_of(situation.today), 1), len(plan.weeks) + 1)
    for day in {mentions.weekday(name) for name in mentions.WEEKDAY.findall(sentence)}:
        if all(any(each.is_run for each in plan.on(plan.day(week, day))) for week in ahead):
            yield f"{WEEKDAY_NAMES[day]} has a run{f' in week {weeks[0]}' if weeks else ''}."


def _wrong_counts(sentence: str, weeks: list[int], situation: Situation, plan: Plan) -> Iterator[str]:
    """Another number of runs in a week than it has, or had."""
    if len(weeks) != 1:
        return
    for number, what in mentions.COUNT.findall(sentence):
        count = int(number) if number.isdigit() else mentions.COUNTS.index(number.lower()) + 1
        true = {len(each) for each in _sessions(weeks[0], situation, plan)}
        if count not in true:
            yield f"Week {weeks[0]} has {len(next(_sessions(weeks[0], situation, plan)))} {what.lower()}, not {count}."


def _sessions(week: int, situation: Situation, plan: Plan) -> Iterator[list[Workout]]:
    """The runs, and all workouts, of one week in both plans."""
    for one in (plan, situation.plan):
        if one and week <= len(one.weeks):
            yield [each for each in one.by_week[week - 1] if each.is_run]
            yield list(one.by_week[week - 1])


def _wrong_shares(sentence: str, weeks: list[int], situation: Situation, plan: Plan) -> Iterator[str]:
    """A change in percent by which no week, and no workout, has changed."""
    old = situation.plan
    if old is None or old == plan or mentions.DENIES.search(sentence):
        return
    for match in mentions.SHARE.finditer(sentence):
        told = match[1] or match[3] or mentions.SHARES[(match[2] or match[4]).lower()]
        changed = list(_changed_shares(old, plan, weeks))
        if changed and not any(abs(each - int(told)) <= NEAR for each in changed):
            yield f"The change is {round(changed[0])} %, not {told} %."


def _changed_shares(old: Plan, new: Plan, weeks: list[int]) -> Iterator[float]:
    """By how many percent the weeks (of those named), and workouts in them, have become shorter or longer."""
    for number, (was, now) in enumerate(zip(weekly_km(old), weekly_km(new), strict=False), 1):
        if (number in weeks or not weeks) and was and was != now:
            yield abs(100 * (now / was - 1))
    for each in new.workouts:
        was_ = old.by_id.get(each.id)
        if was_ and was_.run_km and was_.run_km != each.run_km and (not weeks or new.week_of(each.date) in weeks):
            yield abs(100 * (each.run_km / was_.run_km - 1))


def _wrong_distances(sentence: str, weeks: list[int], asked: str, situation: Situation, plan: Plan) -> Iterator[str]:
    """A distance that is no workout's, no week's and no race's, and that the runner did not bring up."""
    days = {mentions.weekday(name) for name in mentions.WEEKDAY.findall(sentence)}
    true = set(_own_distances(asked, situation))
    for each in (plan, *([situation.plan] if situation.plan else [])):
        true |= set(_plan_distances(each, weeks, days))
    if situation.plan:
        true |= set(_differences(situation.plan, plan))
    if "marathon" in sentence.lower():
        true |= {MARATHON_KM, MARATHON_KM / 2}
    for match in mentions.DISTANCE.finditer(sentence):
        number, unit = match.groups()
        if mentions.NEGATED.search(sentence[: match.start()]):
            continue
        in_miles = unit.lower().startswith("m")
        km = float(number.replace(",", ".")) * (KM_PER_MILE if in_miles else 1)
        slack = (FINE if "." in number or "," in number else WHOLE) * (KM_PER_MILE if in_miles else 1)
        if not any(abs(km - each) <= slack for each in true):
            where = f"week {weeks[0]} of the plan" if len(weeks) == 1 else "the plan"
            yield f"There is no {number} {'miles' if in_miles else 'km'} in {where}."


def _wrong_repeats(sentence: str, asked: str, situation: Situation, plan: Plan) -> Iterator[str]:
    """So many times so much, where no workout has that."""
    repeats = [
        (each.count, size)
        for one in (plan, situation.plan)
        for workout in (one.workouts if one else ())
        for each in workout.steps
        if isinstance(each, Repeat)
        for step in each.steps
        for size in ((step.metres, "m"), (step.seconds, "s"))
    ]
    for match in mentions.REPEATS.finditer(sentence):
        count, size, unit = int(match[1]), float(match[2].replace(",", ".")), match[3].lower()
        metres = size * 1000 if unit == "km" else size
        meant = (size * 60, "s") if unit.startswith("min") else (size, "s") if unit.startswith("s") else (metres, "m")
        if (count, meant) not in repeats and match[0] not in asked and not mentions.COMPARES.search(sentence):
            yield f"The plan has no {match[0]}."


def _wrong_times(sentence: str, weeks: list[int], asked: str, situation: Situation, plan: Plan) -> Iterator[str]:
    """A time told of a kind of session in a week or on a day, where none takes that long."""
    days = {mentions.weekday(name) for name in mentions.WEEKDAY.findall(sentence)}
    kinds = [types for pattern, _, types in mentions.KINDS if pattern.search(sentence)]
    if len(kinds) != 1 or not (days or weeks) or mentions.DENIES.search(sentence) or mentions.COMPARES.search(sentence):
        return
    true = [
        minutes
        for one in (plan, situation.plan)
        for each in (one.workouts if one else ())
        if one and each.type in kinds[0]
        if (not weeks or one.week_of(each.date) in weeks) and (not days or weekday_of(each.date) in days)
        for minutes in _minutes(each)
    ]
    for match in mentions.TIME.finditer(sentence):
        told = mentions.minutes(match)
        if true and match[0] not in asked and not any(abs(told - each) <= max(ABOUT * each, 2) for each in true):
            yield f"It takes about {true[0]:.0f} min, not {match[0]}."


def _minutes(workout: Workout) -> Iterator[float]:
    """How long it takes, and its parts."""
    if workout.minutes:
        yield workout.minutes
    for step in workout.steps:
        for each in step.steps if isinstance(step, Repeat) else (step,):
            if each.seconds:
                yield each.seconds / 60


def _wrong_paces(sentence: str, asked: str, situation: Situation, plan: Plan) -> Iterator[str]:
    """A pace at which nothing of the plan is run, nor anything the runner told of."""
    spans = {span for one in (plan, situation.plan) if one for span in _paces(one)} | set(_own_paces(situation.athlete))
    for match in mentions.PACE.finditer(sentence):
        told = int(match[1]) * 60 + int(match[2])
        s_per_km = told / KM_PER_MILE if match[3].lower().startswith("m") else told
        brought_up = f"{match[1]}:{match[2]}" in asked
        if not brought_up and not any(fast - PACE_SLACK_S <= s_per_km <= slow + PACE_SLACK_S for fast, slow in spans):
            yield f"The plan has no pace of {match[0]}."


def _own_paces(athlete: Athlete) -> Iterator[tuple[float, float]]:
    """What the runner's fitness, races and targets come to, in s/km from fast to slow."""
    own, race = paces(fitness := fitness_of(athlete)[0]), athlete.goal
    yield own.easy
    singles = [own.marathon, own.threshold, own.interval, own.repetition]
    if athlete.recent:
        singles.append(athlete.recent.duration_s / athlete.recent.distance_km)
    if race:
        singles.append((race.target_s or predicted_s(fitness, race.distance_km)) / race.distance_km)
    yield from ((each, each) for each in singles)


def _paces(plan: Plan) -> Iterator[tuple[float, float]]:
    for workout in plan.workouts:
        for step in workout.steps:
            for each in step.steps if isinstance(step, Repeat) else (step,):
                if each.pace:
                    yield each.pace


def _wrong_days_to_go(sentence: str, situation: Situation) -> Iterator[str]:
    """Another number of days, or weeks, than there are to a race."""
    ahead = [(race.date - situation.today).days for race in situation.athlete.races if race.date]
    for match in mentions.TO_GO.finditer(sentence):
        size = 7 if match[2].lower().startswith("week") else 1
        if (
            ahead
            and mentions.RACE.search(sentence)
            and not any(abs(size * int(match[1]) - each) < size for each in ahead)
        ):
            yield f"The race is {ahead[0]} days away."


def _plan_distances(plan: Plan, weeks: list[int], days: set[Weekday]) -> Iterator[float]:
    """Kilometres that may be told of these weeks and days: workouts, their parts, and the weeks' sums."""
    for number, week in enumerate(plan.by_week, 1):
        if weeks and number not in weeks:
            continue
        yield week_km(week)
        yield sum(each.run_km for each in week if each.date.weekday() >= SATURDAY)  # "this weekend"
        for each in week:
            if not days or weekday_of(each.date) in days:
                yield from _parts(each)


def _parts(workout: Workout) -> Iterator[float]:
    if workout.km:
        yield workout.km
    for step in workout.steps:
        for each in step.steps if isinstance(step, Repeat) else (step,):
            if each.metres:
                yield each.metres / 1000


def _differences(old: Plan, new: Plan) -> Iterator[float]:
    """Kilometres by which a workout or a week has become shorter or longer, and those of all that was taken out."""
    yield sum(each.run_km for each in old.workouts if each.id not in new.by_id)
    for each in new.workouts:
        if (was := old.by_id.get(each.id)) and was != each:
            yield abs(each.run_km - was.run_km)
    yield from (abs(was - now) for was, now in zip(weekly_km(old), weekly_km(new), strict=False))


def _own_distances(asked: str, situation: Situation) -> Iterator[float]:
    """Kilometres of the runner's own: in the message, in what they said before, in who they are and what they ran."""
    said = (asked, *(each.text for each in situation.history if each.role == "runner"))
    for number, unit in (pair for text in said for pair in mentions.DISTANCE.findall(text)):
        km = float(number.replace(",", "."))
        yield km * KM_PER_MILE if unit.lower().startswith("m") else km
    athlete, plan = situation.athlete, situation.plan
    known: Iterable[Any] = (
        athlete.weekly_km,
        athlete.longest_run_km,
        athlete.recent and athlete.recent.distance_km,
        plan and plan.race_distance_km,
        *(race.distance_km for race in athlete.races),
        *(run.km for run in situation.runs),
    )
    yield from (float(each) for each in known if each)

"""Weeks made easier or harder, and runs made shorter or longer."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Literal

from planwise_core.coach.offline.changes import ask_which, proposed, title_of
from planwise_core.coach.offline.dates import read
from planwise_core.coach.offline.refs import NEXT_FEW, are_listed, kind_of, named, until, weeks_of, whens_of
from planwise_core.coach.offline.remarks import CEILING
from planwise_core.coach.offline.scene import Answer, Scene, joined, plural, slot, span_words, spoken, week_words
from planwise_core.coach.offline.when import When
from planwise_core.errors import InvalidEdit
from planwise_core.training import adapt
from planwise_core.training.edits import Change, Drop, Edit, Scale, Soften
from planwise_core.training.plan import Workout, week_km
from planwise_core.training.values import KM_PER_MILE, Units, weekday_of
from planwise_core.training.workouts import HARD as HARD_KINDS

EASIER = 80  # percent of a week's kilometres; steps a careful coach takes
HARDER = 108


def easier(clause: str, scene: Scene) -> Answer:
    return _scaled(clause, scene, EASIER)


def harder(clause: str, scene: Scene) -> Answer:
    return _scaled(clause, scene, HARDER)


def _scaled(clause: str, scene: Scene, percent: int) -> Answer:
    """Scale the weeks a clause names, or this one; a single day becomes easy running instead."""
    assert scene.plan is not None  # noqa: S101 - the door sees to it
    whens = whens_of(clause, scene)
    edits: list[Edit]
    if kind_of(clause) and (percent > 100 or re.search(r"\d ?(?:km|k|mi\w*|min\w*|%)(?!\w)", clause)):
        return size(clause, scene)
    if percent < 100 and _NO_HARD.search(clause) and (stretch := next(until(clause, scene), None)):
        return _easy_until(stretch, scene)
    if percent < 100 and _NO_HARD.search(clause) and (spans := weeks_of(clause, scene)):
        edits = [Soften(from_week=spans[0], from_day=_from_day(scene, spans[0]), to_week=spans[1], to_day="sun")]
        return proposed(scene, edits, f"I'd turn the hard running of {_weeks_words(scene, *spans)} into easy running.")
    names_week = any(re.search(r"\bweek \d", when.words) for when in whens)
    is_weekend = bool(whens) and all((when.last - when.first).days < 3 for when in whens)
    is_weekend = is_weekend and not list(until(clause, scene))
    is_weekend = is_weekend or (len(whens) == 1 and _is_stretch(whens[0]))
    if percent < 100 and (kind_of(clause) or is_weekend) and not names_week:
        return _softened_day(clause, scene, whens)
    weeks = weeks_of(clause, scene)
    if weeks is None and any(when.kind == "vague" for when in read(clause, scene.calendar)):
        how = "easier" if percent < 100 else "harder"
        return Answer(f"Which week or weeks shall I make {how}?", pending=f"fill:make {{}} {how}")
    if weeks is None and re.search(
        r"\btoo (?:easy|hard|much|tough|intense|heavy)|not (?:hard|challenging) enough", clause
    ):
        felt: Literal["too easy", "too hard"] = "too easy" if percent > 100 else "too hard"
        made = adapt.felt(scene.plan, scene.athlete, scene.today, felt)
        return proposed(scene, made.edits, made.says) if made.edits else Answer(made.says)
    weeks = weeks or _this_week(scene)
    by = re.search(r"(\d{1,2}) ?(?:%|percent)", clause)
    if by:
        step = min(int(by[1]), 60 if percent < 100 else 10)
        percent = 100 - step if percent < 100 else 100 + step
    first, last = weeks
    if (
        km := re.search(r"\b(?:to|at|under|below|only|just|max) (\d+(?:\.\d+)?) ?(km|k|mi|miles)\b", clause)
    ) and first == last:
        wanted = float(km[1]) * (KM_PER_MILE if km[2].startswith("mi") else 1)
        planned = week_km(scene.plan.by_week[first - 1])
        left = sum(each.km or 0 for each in scene.open if each.is_run and scene.plan.week_of(each.date) == first)
        percent = round(100 * (wanted - planned + left) / left) if left else percent
        if not 30 <= percent <= 130:
            return Answer(f"That is too far from the {scene.km(round(planned, 1))} planned there for one step.")
    if last - first > 3 and percent > 100:
        return Answer(
            "I raise one to four weeks at a time, so that the legs can follow. Which week shall I start with?"
        )
    edits = [Scale(from_week=first, to_week=last, percent=percent)]
    if percent < 100 and re.search(
        r"recovery|too hard|brutal|tone|deload|breather|easy week|take it easy|taking it easy", clause
    ):
        edits.append(Soften(from_week=first, from_day=_from_day(scene, first), to_week=last, to_day="sun"))
    return _scale_words(scene, edits, first, last, percent)


def _is_stretch(when: When) -> bool:
    """Whether days from one date to another are told, and no calendar weeks."""
    is_weeks = when.first.weekday() == 0 and when.last.weekday() == 6
    return when.words.startswith("from 20") and not is_weeks and (when.last - when.first).days <= _LONGEST_STRETCH


_LONGEST_STRETCH = 20  # days; longer ones are made easier week by week


def _easy_until(stretch: When, scene: Scene) -> Answer:
    """The hard sessions of the days up to the last one as easy running, the kilometres as they are."""
    assert scene.plan is not None  # noqa: S101 - the door sees to it
    last = min(stretch.last, scene.plan.end_date)
    if not any(each.type in HARD_KINDS for each in scene.between(stretch.first, last)):
        return Answer(f"There is no hard session left {span_words(stretch.first, last)}, so nothing changes.")
    (week, day), (to_week, to_day) = slot(scene.plan, stretch.first), slot(scene.plan, last)
    edits = [Soften(from_week=week, from_day=day, to_week=to_week, to_day=to_day)]
    return proposed(scene, edits, f"I'd turn the hard running {span_words(stretch.first, last)} into easy running.")


_NO_HARD = re.compile(
    r"\bno (?:more )?(?:hard|speedwork|speed work|speed|quality|fast|intervals|tempos?|intensity)|"
    r"\b(?:only|nothing but|just) easy\b|\beasy (?:runs?|running|jogging|stuff|days|miles|km)? ?only\b|"
    r"\bkeep (?:it|everything|them|things|all) (?:all )?easy (?:until|till)\b"
)


def _weeks_words(scene: Scene, first: int, last: int) -> str:
    return week_words(scene, first) if first == last else f"weeks {first} to {last}"


def _from_day(scene: Scene, week: int) -> str:  # the weekday `Soften` starts on: not before today
    assert scene.plan is not None  # noqa: S101 - weeks are a plan's
    return weekday_of(max(scene.today, scene.plan.day(week, "mon")))


def _scale_words(scene: Scene, edits: list[Edit], first: int, last: int, percent: int) -> Answer:
    assert scene.plan is not None  # noqa: S101 - weeks are a plan's
    where = _weeks_words(scene, first, last)
    try:
        edits = [*scene.sparing(edits)]
        changed = scene.after(edits)
    except InvalidEdit as problem:
        return Answer(f"I would rather not: {problem.problem} The plan stays as it is.")
    if changed == scene.plan:
        return Answer(f"There is no open run left in {where}, so nothing changes.")
    before, after = (week_km(each.by_week[first - 1]) for each in (scene.plan, changed))
    how = "easier" if percent < 100 else "harder"
    size = f", from {scene.km(round(before, 1))} to {scene.km(round(after, 1))}" if first == last else ""
    why = "Lighter weeks are where the training sinks in." if percent < 100 else "A small step, so the legs can follow."
    return Answer(f"I'd make {where} {how}{size}. {why}", edits=tuple(edits))


def ceiling(clause: str, scene: Scene) -> Answer:
    """ "No more than 40 km a week", "no run over 12 km": what is planned above it is brought down to it."""
    assert scene.plan is not None  # noqa: S101 - the door sees to it
    found = CEILING.search(clause)
    assert found is not None  # noqa: S101 - it is why this was called
    name, number = next((name, value) for name, value in found.groupdict().items() if value)
    unit = found[f"of_{name}"]
    most = float(number) * (KM_PER_MILE if unit.startswith("mi") else 1)
    edits: list[Edit] = []
    ends = [
        when.first
        for when in whens_of(clause, scene)
        if re.search(r"\b(?:before|until|till) (?:the )?$", clause[: when.at[0]])
    ]
    if name in {"week", "top"}:
        this = max(scene.plan.week_of(scene.today), 1)
        for at, week in enumerate(scene.plan.by_week[this - 1 :], this):
            if (planned := week_km(week)) > most:
                edits.append(Scale(from_week=at, to_week=at, percent=max(round(100 * most / planned - 0.5), 30)))
        says = (
            f"I'd bring every week above {scene.km(round(most, 1))} down to it; that is {plural(len(edits), 'week')}."
        )
    else:
        runs = [each for each in scene.open if each.is_run and each.type != "race" and (each.km or 0) > most]
        runs = [each for each in runs if each.type in (kind_of(clause) or {each.type})]
        runs = [each for each in runs if all(each.date < end for end in ends)]
        edits = [Change(workout=each.id, km=round(most, 1)) for each in runs]
        says = f"I'd bring every run above {scene.km(round(most, 1))} down to it; that is {plural(len(edits), 'run')}."
    if not edits:
        return Answer(f"Nothing in the plan is above {scene.km(round(most, 1))}, so it fits as it is.")
    return proposed(scene, edits, says, "When the plan is made anew, tell me again.")


def taper(clause: str, scene: Scene) -> Answer:
    """A longer taper: its length follows the distance, but the week before it can be made lighter."""
    assert scene.plan is not None  # noqa: S101 - the door sees to it
    first = next((at for at, week in enumerate(scene.plan.weeks, 1) if week.phase == "Taper"), len(scene.plan.weeks))
    says = "The length of the taper follows from your race's distance and from how much you run."
    before = first - 1
    if re.search(r"\b(?:shorter|later)\b", clause) or scene.plan.day(max(before, 1), "sun") < scene.today:
        return Answer(f"{says} I leave it as it is: rest lost now cannot be trained back.")
    return Answer(
        f"{says} I can make {week_words(scene, before)}, the one before it, lighter. Shall I?",
        pending=f"choice:make week {before} easier|leave it",
    )


def _softened_day(clause: str, scene: Scene, whens: Sequence[When]) -> Answer:
    workouts = [
        each for each in named(clause, scene, [day for day in whens if day.kind == "day"] or whens) if each.is_run
    ]
    if not workouts:
        return Answer("There is no open run on that day, so nothing changes.")
    if len(workouts) == 1 and workouts[0].type in _EASY_ALREADY and "rather not" in clause:
        it = f"the {title_of(workouts[0], scene)} on {spoken(workouts[0].date)}"
        return proposed(scene, [Drop(workout=workouts[0].id)], f"I'd take out {it}.")
    edits: list[Edit] = []
    says: list[str] = []
    of_all = are_listed(clause, whens) or any(when.kind == "span" for when in whens)
    for workout in workouts if of_all else workouts[:1]:
        share = 100 if _SAME_LENGTH.search(clause) else EASIER
        told = re.search(r"\b(\d+(?:\.\d+)?) ?(km|k|miles?|mi) (?:of )?(?:easy|gentle|slow)\b", clause)
        km = round(workout.km * share / 100, 1) if workout.km else None
        if told and km:  # "Thursday 5k easy only"
            km = min(round(float(told[1]) * (KM_PER_MILE if told[2].startswith("mi") else 1), 1), workout.km or km)
        minutes = round(workout.minutes * share / 100) if workout.minutes and not km else None
        edits.append(Change(workout=workout.id, type="easy", title="Easy run", km=km, minutes=minutes))
        size = f" of {scene.km(km)}" if km else ""
        says.append(f"the {title_of(workout, scene)} on {spoken(workout.date)} into an easy run{size}")
    if len(workouts) > _LISTED and of_all:
        span = span_words(workouts[0].date, workouts[-1].date)
        return proposed(scene, edits, f"I'd make the {len(workouts)} runs {span} easy and a fifth shorter.")
    return proposed(scene, edits, f"I'd turn {joined(says)}.")


_SAME_LENGTH = re.compile(
    r"\b(?:same|full|whole) (?:distance|length|km|kms|mileage|size|time)\b|\bjust as (?:far|long)\b"
)
_EASY_ALREADY = frozenset({"easy", "easy_strides", "recovery", "shakeout"})
_LISTED = 3  # more runs than these are told as one stretch


def _this_week(scene: Scene) -> tuple[int, int]:
    """This week, or the next one when nothing of this one is open."""
    assert scene.plan is not None  # noqa: S101 - weeks are a plan's
    week = max(scene.plan.week_of(scene.today), 1)
    if not any(scene.plan.week_of(each.date) == week for each in scene.open):
        week += 1
    return week, week


_AT_MOST = re.compile(
    r"\b(?:only|max\w*|at most|no more than|no [a-z ]{0,12}longer than|cap|limit|tops|not (?:more|longer) than)\b"
)


_TOO_FAR = re.compile(r"\btoo (?:far|long)\b(?!.*\b(?:make|only|max|to|cut|do|run) (?:it |them |me )?\d)")
_EACH = re.compile(r"\b(?:both|each|every|all)\b")
_OF_A_WEEK = re.compile(
    r"\b(?:it|week|that week|mileage|volume|total|load|kilomet\w+|distance)(?: (?:down|of it|for the week))? "
    r"(?:to|at|under|below) \d+(?:\.\d+)? ?(?:km|k|mi|miles)\b"
)


def size(clause: str, scene: Scene) -> Answer:
    """ "Shorten Sunday's long run to 10 km", "only 40 minutes tomorrow", "make the tempo longer"."""
    whens = whens_of(clause, scene)
    bare = clause.rstrip("?!. ")
    for when in whens:
        bare = bare.replace(when.words, " ")
    workouts = [each for each in named(clause, scene, whens) if each.is_run]
    if (
        _OF_A_WEEK.search(clause)
        and kind_of(clause) is None
        and any((when.last - when.first).days > 3 for when in whens)
    ):
        return easier(clause, scene)
    total = _A_WEEK_OF.search(clause)
    if total and kind_of(clause) is None and (weeks := weeks_of(clause, scene)):
        return _week_of(weeks[0], total, scene)
    if (by := _BY_KM.search(clause)) and kind_of(clause) is None and (weeks := weeks_of(clause, scene)):
        return _week_by(weeks[0], by, scene)
    if len(workouts) > 1 and (NEXT_FEW.search(clause) or _EACH.search(clause) or are_listed(clause, whens)):
        return _sizes(workouts, clause, scene)
    if not workouts:
        return ask_which(scene, "shorten" if "short" in clause else "lengthen", None)
    if len(workouts) > 1 and kind_of(clause) is None and re.search(r"\b(?:a|1|one|some) (?:run|session)\b", clause):
        return ask_which(scene, "shorten" if "short" in clause else "lengthen", None, workouts)
    workout = workouts[0]
    found = re.search(r"(\d+(?:\.\d+)?) ?(km|k|kilomet\w+|mi|miles?|minutes?|mins?|min|%|percent)(?!\w)", bare)
    found = found or re.search(r"(?<=\bby )(\d+(?:\.\d+)?)()(?= |$)", bare)
    found = found or re.search(r"\b(\d+(?:\.\d+)?)()\s+(?:only|max|tops|instead|at most|is (?:plenty|enough))", bare)
    found = found or re.search(
        r"(?:to|make(?: .*?)?|be|just|only|say|like|about|around|maybe|perhaps|max|at) (\d+(?:\.\d+)?)()(?= |$)",
        f"{bare} ",
    )
    found = None if found and workout.km and found[2] in {"km", "k"} and float(found[1]) == workout.km else found
    found = None if _TOO_FAR.search(clause) else found
    km, minutes = _wanted(workout, found, clause, scene.units)
    if _AT_MOST.search(clause) and ((km or 0) > (workout.km or 0) or (minutes or 0) > (workout.minutes or 0)):
        return Answer(f"The {title_of(workout, scene)} on {spoken(workout.date)} fits into that, so nothing changes.")
    edits = [Change(workout=workout.id, km=km, minutes=None if km else minutes)]
    # as the runner knows it, not as eased just now
    known = scene.situation.plan.by_id.get(workout.id, workout) if scene.situation.plan else workout
    was = scene.km(known.km) if known.km else f"{known.minutes} minutes"
    now = scene.km(km) if km else f"{minutes} minutes"
    return proposed(
        scene, edits, f"I'd change the {workout.title.lower()} on {spoken(workout.date)} from {was} to {now}."
    )


_BY_KM = re.compile(  # "cut 5 km off next week", "add 3 km to week 7"
    r"\b(?P<verb>add|cut|take|knock|shave|trim|drop|put|give) (?:me )?(?:another |an? |"
    r"extra )*(?P<number>\d+(?:\.\d+)?) ?"
    r"(?P<unit>km|k|miles?|mi) (?:extra |more |less )?(?:off|from|to|on|onto|out of) (?:the )?(?:this week|next week|"
    r"week|20[-\d]+)"
)


def _week_by(week: int, by: re.Match[str], scene: Scene) -> Answer:
    """A week made so many kilometres smaller or bigger, over its open runs."""
    assert scene.plan is not None  # noqa: S101 - weeks are a plan's
    km = float(by["number"]) * (KM_PER_MILE if by["unit"].startswith("mi") else 1)
    left = sum(each.km or 0 for each in scene.open if each.is_run and scene.plan.week_of(each.date) == week)
    percent = round(100 * (left + km if by["verb"] in {"add", "put", "give"} else left - km) / left) if left else 100
    if not 30 <= percent <= 130:
        return Answer(
            f"That is too much for one step: {scene.km(round(left, 1))} are open in {week_words(scene, week)}."
        )
    return _scale_words(scene, [Scale(from_week=week, to_week=week, percent=percent)], week, week, percent)


_A_WEEK_OF = re.compile(  # "make next week 30 km"
    r"\bmake (?:this week|next week|week \d+) (?:to |at |a |only |about )*(?P<number>\d+(?:\.\d+)?) ?(?P<unit>km|k|"
    r"miles|mi)\b"
)


def _week_of(week: int, total: re.Match[str], scene: Scene) -> Answer:
    """A week made to hold so many kilometres, by its open runs."""
    assert scene.plan is not None  # noqa: S101 - weeks are a plan's
    km = float(total["number"]) * (KM_PER_MILE if total["unit"].startswith("mi") else 1)
    planned = week_km(scene.plan.by_week[week - 1])
    left = sum(each.km or 0 for each in scene.open if each.is_run and scene.plan.week_of(each.date) == week)
    percent = round(100 * (left + km - planned) / left) if left else 100
    if not 30 <= percent <= 130:
        has = f"{week_words(scene, week)} has {scene.km(round(planned, 1))}"
        return Answer(f"That is too much for one step: {has}. I left the plan as it is. Which size would suit you?")
    return _scale_words(scene, [Scale(from_week=week, to_week=week, percent=percent)], week, week, percent)


def _sizes(workouts: Sequence[Workout], clause: str, scene: Scene) -> Answer:
    """ "Shorten the next three runs by 20 %": each by itself."""
    edits: list[Edit] = []
    for workout in workouts:
        bare = NEXT_FEW.sub(" ", clause)
        found = re.search(r"(\d+(?:\.\d+)?) ?(km|k|kilomet\w+|mi|miles?|minutes?|%|percent)(?!\w)", bare)
        km, minutes = _wanted(workout, found, bare, scene.units)
        edits.append(Change(workout=workout.id, km=km, minutes=None if km else minutes))
    sizes = [
        f"{scene.km(edit.km) if edit.km else f'{edit.minutes} minutes'}" for edit in edits if isinstance(edit, Change)
    ]
    if len(workouts) > _LISTED:
        span = span_words(workouts[0].date, workouts[-1].date)
        return proposed(scene, edits, f"I'd change {len(workouts)} runs {span}, the first of them to {sizes[0]}.")
    names = joined([f"the {each.title.lower()} on {spoken(each.date)}" for each in workouts])
    return proposed(scene, edits, f"I'd change {names}, to {joined(sizes)}.")


def _wanted(
    workout: Workout, found: re.Match[str] | None, clause: str, scene_units: Units
) -> tuple[float | None, int | None]:
    """The size asked for, in km where the workout goes by km, else in minutes."""
    less = re.search(
        r"\b(?:short\w*|cut|trim|knock|shave|lop|chop|take|off|reduce|less|only|down|too (?:long|far))\b", clause
    )
    shorter = less is not None and "too short" not in clause
    factor = (
        2.0
        if re.search(r"\bdouble\b", clause)
        else 0.5
        if re.search(
            r"\b(?:in half|halve\w*|half of|half "
            r"the)\b",
            clause,
        )
        else 0.8
        if shorter
        else 1.1
    )
    if found and found[2] in {"%", "percent"}:
        factor = 1 + (-1 if shorter else 1) * min(float(found[1]), 60) / 100
    elif (found and found[2].startswith(("min", "m")) and not found[2].startswith("mi")) or (
        found and "min" in found[2]
    ):
        minutes = float(found[1])
        if workout.km is None:
            return None, round(minutes)
        usual = workout.minutes or workout.km * 6.0
        if re.search(rf"\badd {re.escape(found[0])}|{re.escape(found[0])} (?:longer|shorter|more|less|off)", clause):
            minutes = max(usual + (-minutes if shorter else minutes), 10)
        return round(workout.km * minutes / usual, 1), None
    elif found:
        value = float(found[1])
        unit = found[2] or scene_units
        by = re.search(
            rf"\bby {re.escape(found[0])}|{re.escape(found[0])} (?:longer|shorter|more|less)|\badd "
            rf"{re.escape(found[0])}|(?:knock|shave|take|lop|chop|trim|cut) (?:about |around "
            rf")?{re.escape(found[0])}(?! of)|"
            rf"{re.escape(found[0])} (?:off|from)",
            clause,
        )
        if by and workout.km:
            change = value * (KM_PER_MILE if unit.startswith("mi") else 1)
            return round(max(workout.km + (-change if shorter else change), 1), 1), None
        return round(value * KM_PER_MILE if unit.startswith("mi") else value, 1), None
    if workout.km:
        return round(workout.km * factor, 1), None
    return None, max(round((workout.minutes or 30) * factor), 10)

"""Changes to a plan that stands: each function answers one intent, with edits that apply or with why not."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable, Collection, Sequence

from planwise_core.coach.offline.dates import When, read
from planwise_core.coach.offline.language import phrases
from planwise_core.coach.offline.refs import LONG, days_of, in_week_of, kind_of, kinds_of, named, weeks_of, whens_of
from planwise_core.coach.offline.scene import Answer, Scene, joined, span_words, spoken, week_words
from planwise_core.errors import InvalidEdit
from planwise_core.training.edits import Add, Change, Drop, Edit, Move, Scale, Soften, Swap
from planwise_core.training.plan import Workout, WorkoutType, week_km
from planwise_core.training.values import KM_PER_MILE, weekday_of
from planwise_core.training.workouts import HARD

Handler = Callable[[str, Scene], Answer]
EASIER, HARDER = 80, 108  # percent of a week's kilometres; steps a careful coach takes
_DAY = dt.timedelta(days=1)


def proposed(scene: Scene, edits: Sequence[Edit], says: str, why: str = "") -> Answer:
    """The answer with these edits, after seeing that they apply and break no limit; else the reason, and no edit."""
    try:
        changed = scene.after(edits)
    except InvalidEdit as problem:
        return Answer(f"{problem.problem} I have left the plan as it is; tell me another day or week if you like.")
    if changed == scene.plan:
        return Answer("There is nothing to change there: the plan has no open run in that stretch.")
    return Answer(f"{says} {why}".strip(), edits=tuple(edits))


def _title(workout: Workout, scene: Scene) -> str:
    return f"{workout.title.lower()}{f' of {scene.km(workout.km)}' if workout.km else ''}"


def move(clause: str, scene: Scene) -> Answer:
    assert scene.plan is not None  # noqa: S101 - the door sees to it
    whens = whens_of(clause, scene)
    source, target = _from_and_to(clause, whens)
    workouts = named(_before_target(clause, target), scene, [source] if source else [])
    if not workouts and target and kind_of(clause):
        in_week = [target] if not source and re.search("week", target.words) else []
        monday = scene.plan.day(scene.plan.week_of(target.first), "mon")
        kind = kind_of(clause) or frozenset()
        pool = scene.between(monday, monday + 6 * _DAY) if in_week else scene.open
        workouts = [each for each in pool if each.type in kind] or [each for each in pool if is_hard(kind, each)]
    elif target and not source and "week" in target.words and kind_of(clause):
        there = scene.plan.week_of(target.first)
        pool = tuple(each for each in scene.open if scene.plan.week_of(each.date) == there)
        kind = kind_of(clause) or frozenset()
        workouts = [each for each in pool if each.type in kind] or [each for each in pool if is_hard(kind, each)]
    if not workouts:
        return _ask_which(scene, "move", target)
    workout = workouts[0]
    days = _shift(clause)
    if days is None and target is None:
        return Answer(
            f"To which day shall I move the {_title(workout, scene)} of {spoken(workout.date)}?",
            pending=f"fill:move the {workout.title.lower()} on {workout.date.isoformat()} to {{}}",
        )
    day = workout.date + days * _DAY if days is not None else _target_day(workout, target, scene)
    return move_to(scene, workout, day)


def is_hard(kind: Collection[str], workout: Workout) -> bool:
    """Whether a hard kind was named and this is a hard workout: "the tempo" of a week that has intervals instead."""
    return bool(HARD & set(kind)) and workout.type in HARD and workout.type not in LONG and bool(set(kind) - LONG)


def _target_day(workout: Workout, target: When | None, scene: Scene) -> dt.date:
    assert target is not None  # noqa: S101 - asked for before
    if target.kind == "span":  # "to next week": the same weekday there
        return target.first + ((workout.date.weekday() - target.first.weekday()) % 7) * _DAY
    return in_week_of(workout, target, scene)


def move_to(scene: Scene, workout: Workout, day: dt.date) -> Answer:
    """Put a workout on a day; where another run stands there in the same week, the two change places."""
    assert scene.plan is not None  # noqa: S101 - the door sees to it
    if day == workout.date:
        return Answer(f"The {_title(workout, scene)} is on {spoken(day)} already, so nothing changes.")
    if day < scene.today:
        return Answer(f"{spoken(day)} has passed, so I cannot move anything there. Which other day suits you?")
    if not scene.plan.start_date <= day <= scene.plan.end_date:
        return Answer(f"{spoken(day)} is outside your plan, so I left it as it is.")
    there = [each for each in scene.open if each.date == day and each.is_run]
    if there and scene.plan.week_of(day) == scene.plan.week_of(workout.date):
        return _swapped(scene, workout, there[0])
    week = scene.plan.week_of(day)
    edits = [Move(workout=workout.id, week=week, day=weekday_of(day))]
    return proposed(
        scene, edits, f"I'd move the {_title(workout, scene)} from {spoken(workout.date)} to {spoken(day)}."
    )


def _swapped(scene: Scene, one: Workout, other: Workout) -> Answer:
    return proposed(
        scene,
        [Swap(workout=one.id, other=other.id)],
        f"I'd let two runs change places: the {_title(one, scene)} goes to {spoken(other.date)}, "
        f"the {_title(other, scene)} to {spoken(one.date)}.",
    )


_TO = re.compile(r"\b(?:to|onto|into|until|for|on|instead|on the|to the)\s*$")


def _from_and_to(clause: str, whens: Sequence[When]) -> tuple[When | None, When | None]:
    """Where from and where to: after "to" or "on", or beside "better"; the other mention is the source."""
    if not whens:
        return None, None
    if len(whens) == 1:
        when = whens[0]
        away_from = re.search(
            r"\b(?:from|does not work(?: on)?|not on|can not(?: do)?)\s*(?:on )?$", clause[: when.at[0]]
        )
        possessive = clause[when.at[1] :].startswith("'s") or re.match(
            r"(?: )?'?s? (?:run|workout|session|long|easy|tempo)", clause[when.at[1] :]
        )
        is_source = away_from or (possessive and not _TO.search(clause[: when.at[0]]))
        return (when, None) if is_source else (None, when)
    better = re.search(r"\b(?:better|instead|prefer|rather)\b", clause)
    tos = [when for when in whens if re.search(r"\b(?:to|onto|into|until)\s*$", clause[: when.at[0]])]
    if better and not tos:
        bad = [when for when in whens if re.search(r"\b(?:not|from|instead of)\b[a-z ]{0,20}$", clause[: when.at[0]])]
        target = next((when for when in whens if when not in bad), whens[-1])
    else:
        target = tos[-1] if tos else whens[-1]
    return next(when for when in whens if when is not target), target


def _before_target(clause: str, target: When | None) -> str:
    return clause if target is None else clause[: target.at[0]] + clause[target.at[1] :]


def _shift(clause: str) -> int | None:
    """Days to move by in "a day later", "two days earlier", "forward a day"."""
    found = re.search(r"\b(\d+|a|1) (day|week)s? (later|earlier|back|forward)\b", clause)
    other = re.search(r"\b(later|earlier|back|forward) (?:by )?(\d+|a) (day|week)s?\b", clause)
    late = re.search(r"\b(?:postpone|delay|push)\b.* by (\d+|a) (day|week)s?\b", clause)
    if late:
        return (1 if late[1] == "a" else int(late[1])) * (7 if late[2] == "week" else 1)
    if not found and not other:
        return None
    count, unit, way = found.groups() if found else (other[2], other[3], other[1])  # type: ignore[index]
    days = (1 if count == "a" else int(count)) * (7 if unit == "week" else 1)
    return -days if way in {"earlier", "forward"} else days


def _ask_which(scene: Scene, verb: str, target: When | None) -> Answer:
    coming = [each for each in scene.open if each.is_run][:3]
    if not coming:
        return Answer("There is no open run left in the plan that I could change.")
    to = f" to {target.words.removeprefix('on ')}" if target else ""
    if verb == "move":
        choices = [f"move {each.date.isoformat()}'s {each.title.lower()}{to}" for each in coming]
    else:
        choices = [f"{verb} the {each.title.lower()} on {each.date.isoformat()}{to}" for each in coming]
    words = joined([f"the {_title(each, scene)} on {each.date:%A}" for each in coming])
    return Answer(f"Which one do you mean: {words}?", pending="choice:" + "|".join(choices))


def swap(clause: str, scene: Scene) -> Answer:
    """Two days or two workouts change places; "the other way round" is the coming weekend or the days named."""
    assert scene.plan is not None  # noqa: S101 - the door sees to it
    whens = list(whens_of(clause, scene))
    if "way " in clause and (len(whens) == 1 and whens[0].kind == "span"):
        there = [each for each in scene.between(whens[0].first, whens[0].last) if each.is_run]
        return _swapped(scene, *there[:2]) if len(there) >= 2 else _ask_which(scene, "move", None)
    week = next((when for when in whens if when.kind == "span" and when.first > scene.today), None)
    days = [when for when in whens if when.kind == "day"]
    if week and all(when.first < week.first for when in days):
        shifted = [week.first + ((when.first.weekday() - week.first.weekday()) % 7) * _DAY for when in days]
    else:
        shifted = [when.first for when in days]
        if (
            len(shifted) == 2
            and scene.plan.week_of(shifted[0]) > scene.plan.week_of(shifted[1])
            and "next" not in clause
        ):
            shifted = _in_one_week(scene, shifted)
    if len(shifted) == 2:
        ones = [[each for each in scene.open if each.date == day and each.is_run] for day in shifted]
        if all(ones):
            return _swapped(scene, ones[0][0], ones[1][0])
        if any(ones):
            workout = next(each for each in ones if each)[0]
            return move_to(scene, workout, shifted[1] if workout.date == shifted[0] else shifted[0])
        return Answer(f"There is no run on {spoken(shifted[0])} or {spoken(shifted[1])} to swap.")
    if len(kinds_of(clause)) == 2 and not shifted:
        pool = scene.between(week.first, week.last) if week else scene.open
        one, other = (next((each for each in pool if each.type in kind), None) for kind in kinds_of(clause))
        one = one or next((each for each in pool if is_hard(kinds_of(clause)[0], each)), None)
        other = other or next((each for each in pool if is_hard(kinds_of(clause)[1], each)), None)
        if one and other:
            return _swapped(scene, one, other)
    kinds = named(clause, scene, ())
    if kinds and len(shifted) == 1:
        workout = kinds[0]
        day = in_week_of(workout, days[0], scene) if not week else shifted[0]
        return move_to(scene, workout, day)
    return Answer("Which two days shall I swap?", pending="fill:swap {}")


def _in_one_week(_scene: Scene, days: list[dt.date]) -> list[dt.date]:
    later = max(days)
    monday = later - later.weekday() * _DAY
    return [monday + day.weekday() * _DAY for day in days]


def drop(clause: str, scene: Scene) -> Answer:
    whens = whens_of(clause, scene)
    workouts = named(clause, scene, whens)
    if not whens or (
        len(workouts) > 1 and re.search(r"\b(?:a|1|one|another) (?:\w+ )?(?:run|session|workout)\b", clause)
    ):
        if kind_of(clause) is None and workouts:
            return _ask_which(scene, "skip", None)
        workouts = workouts[:1]
    if not workouts and whens:
        return Answer(f"There is no run {span_words(*_span(whens))}, so that is free already.")
    if not workouts:
        return _ask_which(scene, "skip", None)
    words = joined([f"the {_title(each, scene)} on {spoken(each.date)}" for each in workouts[:4]])
    if len(workouts) > 7:
        return Answer(
            "That is more than a week of running. Are you away or ill then, or do you want an easier stretch? Tell "
            "me the days."
        )
    why = "Nothing has to be made up for it."
    return proposed(scene, [Drop(workout=each.id) for each in workouts], f"I'd take out {words}.", why)


def _span(whens: Sequence[When]) -> tuple[dt.date, dt.date]:
    span = days_of(whens)
    assert span is not None  # noqa: S101 - there is at least one
    return span


def rest(clause: str, scene: Scene) -> Answer:
    whens = whens_of(clause, scene)
    if whens:
        return drop(clause, scene)
    if not scene.open:
        return Answer("There is no open run left, so rest as you like.")
    ahead = next((each for each in scene.open if each.is_run), scene.open[0])
    choices = [f"skip the run on {ahead.date.isoformat()}", "make this week easier", "make next week easier"]
    return Answer(
        f"Happy to. Shall I free {spoken(ahead.date)} ({_title(ahead, scene)}), make the rest of this week easier, "
        f"or next week?",
        pending="choice:" + "|".join(choices),
    )


def easier(clause: str, scene: Scene) -> Answer:
    return _scaled(clause, scene, EASIER)


def harder(clause: str, scene: Scene) -> Answer:
    return _scaled(clause, scene, HARDER)


def _scaled(clause: str, scene: Scene, percent: int) -> Answer:
    """Scale the weeks a clause names, or this one; a single day becomes easy running instead."""
    assert scene.plan is not None  # noqa: S101 - the door sees to it
    whens = whens_of(clause, scene)
    if kind_of(clause) and (percent > 100 or re.search(r"\d ?(?:km|k|mi\w*|min\w*|%)(?!\w)", clause)):
        return size(clause, scene)
    if percent < 100 and (kind_of(clause) or any(when.kind == "day" for when in whens)):
        return _softened_day(clause, scene, whens)
    weeks = weeks_of(clause, scene)
    if weeks is None and any(when.kind == "vague" for when in read(clause, scene.calendar)):
        how = "easier" if percent < 100 else "harder"
        return Answer(f"Which week or weeks shall I make {how}?", pending=f"fill:make {{}} {how}")
    weeks = weeks or _this_week(scene)
    by = re.search(r"(\d{1,2}) ?(?:%|percent)", clause)
    if by:
        step = min(int(by[1]), 60 if percent < 100 else 10)
        percent = 100 - step if percent < 100 else 100 + step
    first, last = weeks
    if (km := re.search(r"\bto (\d+(?:\.\d+)?) ?(km|k|mi|miles)\b", clause)) and first == last:
        wanted = float(km[1]) * (KM_PER_MILE if km[2].startswith("mi") else 1)
        planned = week_km(scene.plan.by_week[first - 1])
        percent = round(100 * wanted / planned) if planned else percent
        if not 30 <= percent <= 130:
            return Answer(f"That is too far from the {scene.km(round(planned, 1))} planned there for one step.")
    if last - first > 3 and percent > 100:
        return Answer(
            "I raise one to four weeks at a time, so that the legs can follow. Which week shall I start with?"
        )
    edits: list[Edit] = [Scale(from_week=first, to_week=last, percent=percent)]
    if percent < 100 and re.search(
        r"recovery|too hard|brutal|tone|deload|breather|easy week|take it easy|taking it easy", clause
    ):
        edits.append(Soften(from_week=first, from_day=_from_day(scene, first), to_week=last, to_day="sun"))
    return _scale_words(scene, edits, first, last, percent)


def _from_day(scene: Scene, week: int) -> str:  # the weekday `Soften` starts on: not before today
    assert scene.plan is not None  # noqa: S101 - weeks are a plan's
    return weekday_of(max(scene.today, scene.plan.day(week, "mon")))


def _scale_words(scene: Scene, edits: list[Edit], first: int, last: int, percent: int) -> Answer:
    assert scene.plan is not None  # noqa: S101 - weeks are a plan's
    where = week_words(scene, first) if first == last else f"weeks {first} to {last}"
    try:
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


def _softened_day(clause: str, scene: Scene, whens: Sequence[When]) -> Answer:
    workouts = named(clause, scene, [when for when in whens if when.kind == "day"] or whens)
    if not workouts:
        return Answer("There is no open run on that day, so nothing changes.")
    workout = workouts[0]
    km = round(workout.km * EASIER / 100, 1) if workout.km else None
    minutes = round(workout.minutes * EASIER / 100) if workout.minutes and not km else None
    edits: list[Edit] = [Change(workout=workout.id, type="easy", title="Easy run", km=km, minutes=minutes)]
    size = f" of {scene.km(km)}" if km else ""
    return proposed(
        scene, edits, f"I'd turn the {_title(workout, scene)} on {spoken(workout.date)} into an easy run{size}."
    )


def _this_week(scene: Scene) -> tuple[int, int]:
    """This week, or the next one when nothing of this one is open."""
    assert scene.plan is not None  # noqa: S101 - weeks are a plan's
    week = max(scene.plan.week_of(scene.today), 1)
    if not any(scene.plan.week_of(each.date) == week for each in scene.open):
        week += 1
    return week, week


def size(clause: str, scene: Scene) -> Answer:
    """ "Shorten Sunday's long run to 10 km", "only 40 minutes tomorrow", "make the tempo longer"."""
    whens = whens_of(clause, scene)
    bare = clause
    for when in whens:
        bare = bare.replace(when.words, " ")
    workouts = [each for each in named(clause, scene, whens) if each.is_run]
    if not workouts:
        return _ask_which(scene, "shorten" if "short" in clause else "lengthen", None)
    workout = workouts[0]
    found = re.search(r"(\d+(?:\.\d+)?) ?(km|k|kilomet\w+|mi|miles?|minutes?|mins?|min|%|percent)(?!\w)", bare)
    km, minutes = _wanted(workout, found, clause)
    edits = [Change(workout=workout.id, km=km, minutes=None if km else minutes)]
    was = scene.km(workout.km) if workout.km else f"{workout.minutes} minutes"
    now = scene.km(km) if km else f"{minutes} minutes"
    return proposed(
        scene, edits, f"I'd change the {workout.title.lower()} on {spoken(workout.date)} from {was} to {now}."
    )


def _wanted(workout: Workout, found: re.Match[str] | None, clause: str) -> tuple[float | None, int | None]:
    """The size asked for, in km where the workout goes by km, else in minutes."""
    less = re.search(r"\b(?:short\w*|cut|trim|reduce|less|only|down|too long)\b", clause)
    shorter = less is not None and "too short" not in clause
    factor = 0.8 if shorter else 1.1
    if found and found[2] in {"%", "percent"}:
        factor = 1 + (-1 if shorter else 1) * min(float(found[1]), 60) / 100
    elif (found and found[2].startswith(("min", "m")) and not found[2].startswith("mi")) or (
        found and "min" in found[2]
    ):
        minutes = float(found[1])
        if workout.km is None:
            return None, round(minutes)
        usual = workout.minutes or workout.km * 6.0
        return round(workout.km * minutes / usual, 1), None
    elif found:
        value = float(found[1])
        by = re.search(
            rf"\bby {re.escape(found[0])}|{re.escape(found[0])} (?:longer|shorter|more|less)|\badd "
            rf"{re.escape(found[0])}",
            clause,
        )
        if by and workout.km:
            change = value * (KM_PER_MILE if found[2].startswith("mi") else 1)
            return round(max(workout.km + (-change if shorter else change), 1), 1), None
        return round(value * KM_PER_MILE if found[2].startswith("mi") else value, 1), None
    if workout.km:
        return round(workout.km * factor, 1), None
    return None, max(round((workout.minutes or 30) * factor), 10)


_NEW_TYPES: tuple[tuple[str, WorkoutType, str], ...] = (
    ("[into/to/with/for/an/a] an? [recovery] | recovery run instead", "recovery", "Recovery run"),
    ("cross | bike | ride | cycling | swim*", "cross_train", "Cross-training"),
    ("strength | gym", "strength", "Strength"),
    ("[into/to/with] a? tempo", "tempo", "Tempo run"),
    ("fartlek", "fartlek", "Fartlek"),
    ("[into/to/with/for] hill*", "hills_short", "Hills"),
    ("easy", "easy", "Easy run"),
)


def retype(clause: str, scene: Scene) -> Answer:
    """ "Turn next Tuesday's intervals into an easy run"."""
    parted = re.split(r"\b(?:into|to be|with|for|instead of)\b|\bto(?= (?:an?|easy|recovery))", clause, maxsplit=1)
    what, into = (parted[0], clause[len(parted[0]) :]) if len(parted) > 1 else (clause, clause)
    whens = whens_of(clause, scene)
    workouts = named(what, scene, whens) or named(clause, scene, whens)
    if re.search(r"\b(?:bike|cycle|cycling|biking|swim\w*)\b.*\binstead\b", clause):
        into = clause
    new = next(((kind, title) for words, kind, title in _NEW_TYPES if phrases(words).search(into)), None)
    if new is None or not workouts:
        return _ask_which(scene, "ease", None)
    kind, title = new
    workout = next((each for each in workouts if each.type != kind), workouts[0])
    edits = [Change(workout=workout.id, type=kind, title=title)]
    return proposed(
        scene, edits, f"I'd turn the {_title(workout, scene)} on {spoken(workout.date)} into: {title.lower()}."
    )


def add(clause: str, scene: Scene) -> Answer:
    """ "Add an easy run on Wednesday", "add strength on Monday"."""
    assert scene.plan is not None  # noqa: S101 - the door sees to it
    whens = [when for when in whens_of(clause, scene) if when.kind == "day" and when.first >= scene.today]
    if not whens:
        return Answer("On which day shall I add it?", pending=f"fill:{clause} on {{}}")
    day = whens[0].first
    kind: WorkoutType = (
        "strength"
        if re.search("strength|gym|weights", clause)
        else "cross_train"
        if re.search("cross|bike|swim", clause)
        else "easy"
    )
    easy = [each.km for each in scene.open if each.type == "easy" and each.km]
    km = re.search(r"(\d+(?:\.\d+)?) ?(km|k|mi|miles?)\b", clause)
    length = float(km[1]) * (KM_PER_MILE if km and km[2].startswith("mi") else 1) if km else min(easy, default=5.0)
    size_ = {"km": round(length, 1)} if kind == "easy" else {"minutes": 30}
    edit = Add(week=scene.plan.week_of(day), day=weekday_of(day), type=kind, **size_)
    words = f"an easy run of {scene.km(round(length, 1))}" if kind == "easy" else kind.replace("_", "-")
    return proposed(scene, [edit], f"I'd add {words} on {spoken(day)}.")

"""Workouts that move to another day, or change places."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Sequence
from dataclasses import replace

from planwise_core.coach.offline.changes import ask_which, is_hard, proposed, title_of
from planwise_core.coach.offline.refs import (
    LONG,
    in_week_of,
    is_bare_weekday,
    kind_of,
    kinds_of,
    named,
    weeks_of,
    whens_of,
)
from planwise_core.coach.offline.scene import Answer, Scene, plural, spoken, week_words
from planwise_core.coach.offline.when import When
from planwise_core.training.edits import Edit, Move, Swap
from planwise_core.training.plan import Workout
from planwise_core.training.values import monday_of, weekday_of

_DAY = dt.timedelta(days=1)


def move(clause: str, scene: Scene) -> Answer:
    assert scene.plan is not None  # noqa: S101 - the door sees to it
    clause = re.sub(r"\b(?:until|till) (?=(?:next )?\w+day\b)", "to ", clause)  # "wait till Saturday"
    whens = whens_of(clause, scene)
    whens = both_ends(whens, scene)
    if len(whens) == 4 and [when.first for when in whens[:2]] == [when.first for when in whens[:1:-1]]:
        return swap(f"swap {whens[0].words} and {whens[1].words}", scene)  # "Sat to Sun and Sun to Sat"
    source, target = _from_and_to(clause, whens)
    days = _shift(clause)
    if days is not None and source is None:
        source, target = target, None
    if _SOMETHING_ELSE.search(clause) and target:
        return _for_something_else(scene, target)
    plural_days = bool(source and target and all(re.search(r"days$", each.words) for each in (source, target)))
    if (_FOR_GOOD.search(clause) or plural_days) and source and target and target.kind == "day":
        return _every_week(source, target)
    if (several := _SEVERAL_WEEKS.search(clause)) and target and target.kind == "day":
        return _each_week(clause, int(several[1]), target, scene)
    workouts = named(_before_target(clause, target), scene, [source] if source else [])
    if not workouts and target and kind_of(clause):
        in_week = [target] if not source and re.search(r"week|\d", target.words) else []
        monday = scene.plan.day(scene.plan.week_of(target.first), "mon")
        kind = kind_of(clause) or frozenset()
        pool = scene.between(monday, monday + 6 * _DAY) if in_week else scene.open
        workouts = [each for each in pool if each.type in kind] or [each for each in pool if is_hard(kind, each)]
    elif target and not source and re.search(r"week|\d", target.words) and kind_of(clause):
        there = scene.plan.week_of(target.first)
        pool = tuple(each for each in scene.open if scene.plan.week_of(each.date) == there)
        kind = kind_of(clause) or frozenset()
        workouts = [each for each in pool if each.type in kind] or [each for each in pool if is_hard(kind, each)]
    if days is not None and _ALL_OF_IT.search(clause) and (weeks := weeks_of(clause, scene)):
        return _all_moved(weeks, days, scene)
    if not workouts:
        return ask_which(scene, "move", target)
    workout = workouts[0]
    if target and target.first == workout.date and days is None and _CAN_NOT.search(clause):
        target = None
    if _ANY_DAY.search(clause):
        return _any_day(workout, scene)
    if days is None and target is None:
        return _to_which_day(workout, scene)
    day = workout.date + days * _DAY if days is not None else _target_day(workout, target, scene)
    answer = move_to(scene, workout, day)
    if not answer.edits and source and target and is_bare_weekday(source) and "week" in target.words:
        day_there = monday_of(target.first) + source.first.weekday() * _DAY  # "Thursday's run to Wednesday next week"
        same_week = next((each for each in scene.between(day_there, day_there) if each.is_run), None)
        answer = move_to(scene, same_week, day) if same_week else answer
    return answer


_ANY_DAY = re.compile(
    r"\bany (?:other )?day\b|\b(?:whichever|whatever|another|some other) day (?:suits|works|is (?:ok|fine|best)|you)|"
    r"\byou (?:choose|pick|decide)\b"
)


def _any_day(workout: Workout, scene: Scene) -> Answer:
    """The first day of its week, the nearest before, that the workout may go to."""
    monday = monday_of(workout.date)
    days = [monday + number * _DAY for number in range(7)]
    days = sorted((day for day in days if day >= scene.today), key=lambda day: (abs(day - workout.date), day))
    answers = (move_to(scene, workout, day) for day in days if day != workout.date)
    return next((answer for answer in answers if answer.edits), _to_which_day(workout, scene))


_ALL_OF_IT = re.compile(
    r"\b(?:everything|all (?:of )?(?:my |the )?(?:runs|sessions|workouts)|(?:whole|entire|full) week|it all)\b"
)


def _all_moved(weeks: tuple[int, int], days: int, scene: Scene) -> Answer:
    """ "Everything of week 5 one day later": each open run of the weeks, as far as days and limits allow."""
    plan = scene.plan
    assert plan is not None  # noqa: S101 - weeks are a plan's
    runs = [each for each in scene.open if weeks[0] <= plan.week_of(each.date) <= weeks[1] and each.type != "race"]
    edits: list[Edit] = []
    for each in sorted(runs, key=lambda each: each.date, reverse=days > 0):
        day = each.date + days * _DAY
        if not scene.today <= day <= plan.end_date:
            return Answer(f"{spoken(day)} is not open to running, so I left the plan as it is.")
        edits.append(Move(workout=each.id, week=plan.week_of(day), day=weekday_of(day)))
    way = f"{plural(abs(days), 'day')} {'later' if days > 0 else 'earlier'}"
    return proposed(scene, edits, f"I'd move the {len(runs)} runs of {week_words(scene, weeks[0])} {way}.")


def _to_which_day(workout: Workout, scene: Scene) -> Answer:
    return Answer(
        f"To which day shall I move the {title_of(workout, scene)} of {spoken(workout.date)}?",
        pending=f"fill:move the {workout.title.lower()} on {workout.date.isoformat()} to {{}}",
    )


_CAN_NOT = re.compile(r"\b(?:can not|does not work|not able to|unable to|impossible)\b")
_FOR_GOOD = re.compile(r"\b(?:every|each) week\b|\bfrom now on\b|\balways\b|\bfor good\b|\bpermanently\b|\bweekly\b")


def _every_week(source: When, target: When) -> Answer:
    """A weekday shall change for good: the plan is made anew without it, and only after a yes."""
    one, other = f"{source.first:%A}", f"{target.first:%A}"
    return Answer(
        f"For good that means a plan without {one}s. Shall I remake it like that, or move only the next run from "
        f"{one} to "
        f"{other}?",
        pending=f"choice:no running on {one.lower()}s from now on|move {source.first.isoformat()} to "
        f"{target.first.isoformat()}",
    )


_SEVERAL_WEEKS = re.compile(r"\b(?:for|over|in) the (?:next|coming) (\d) weeks\b")


def _each_week(clause: str, count: int, target: When, scene: Scene) -> Answer:
    """ "My long run on Saturday for the next three weeks": the same move in each of them, where it can be made."""
    assert scene.plan is not None  # noqa: S101 - the door sees to it
    kind = kind_of(clause)
    monday = monday_of(scene.today)
    weeks = [scene.between(monday + 7 * at * _DAY, monday + (7 * at + 6) * _DAY) for at in range(count + 1)]
    runs = [next((each for each in week if kind and each.type in kind), None) for week in weeks]
    found = [each for each in runs if each][:count]
    if not found:
        return ask_which(scene, "move", target)
    edits: list[Edit] = []
    says: list[str] = []
    for run in found:
        day = monday_of(run.date) + target.first.weekday() * _DAY
        answer = move_to(scene, run, day)
        says.append(answer.says)
        if answer.edits:
            edits += answer.edits
            scene = replace(scene, plan=scene.after(answer.edits))
    return Answer(" ".join(says), edits=tuple(edits))


_SOMETHING_ELSE = re.compile(  # "a parkrun on Saturday instead of the easy run": nothing of the plan moves
    r"\b(?:do|run|doing|join) (?:an? |the |my )?park ?run\b.* instead of\b|"
    r"\b(?:do|run|doing|join) (?:an?|the) (?!long|easy|tempo|run|interval|medium|recovery|cruise)\w+.* instead of\b"
)


def _for_something_else(scene: Scene, target: When) -> Answer:
    there = [each for each in scene.between(target.first, target.last) if each.is_run]
    if not there:
        return Answer(f"Nothing of the plan is on {spoken(target.first)}, so that fits as it is. Enjoy!")
    it = f"{there[0].date.isoformat()}'s {there[0].title.lower()}"
    says = f"Shall I take out the {title_of(there[0], scene)} on {spoken(there[0].date)} for that, or leave it?"
    return Answer(says, pending=f"choice:skip {it}|leave it")


def both_ends(whens: Sequence[When], scene: Scene) -> tuple[When, ...]:
    """ "Move tomorrow to Saturday": two days, and no stretch from the one to the other."""
    if len(whens) != 1 or whens[0].kind != "span" or " to " not in whens[0].words:
        return tuple(whens)
    start = whens[0].at[0]
    words = whens[0].words.removeprefix("from ")
    start += len(whens[0].words) - len(words)
    found = [each for word in words.split(" to ") for each in whens_of(word, scene)]
    if len(found) != 2 or any(each.kind != "day" for each in found):
        return tuple(whens)
    second = start + len(words) - len(found[1].words)
    return (
        replace(found[0], at=(start, start + len(found[0].words))),
        replace(found[1], at=(second, second + len(found[1].words))),
    )


def _target_day(workout: Workout, target: When | None, scene: Scene) -> dt.date:
    assert target is not None  # noqa: S101 - asked for before
    if target.kind == "span":  # "to next week": the same weekday there
        return target.first + ((workout.date.weekday() - target.first.weekday()) % 7) * _DAY
    return in_week_of(workout, target, scene)


def move_to(scene: Scene, workout: Workout, day: dt.date) -> Answer:
    """Put a workout on a day; where another run stands there in the same week, the two change places."""
    assert scene.plan is not None  # noqa: S101 - the door sees to it
    if day == workout.date:
        return Answer(f"The {title_of(workout, scene)} is on {spoken(day)} already, so nothing changes.")
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
        scene, edits, f"I'd move the {title_of(workout, scene)} from {spoken(workout.date)} to {spoken(day)}."
    )


def _swapped(scene: Scene, one: Workout, other: Workout) -> Answer:
    return proposed(
        scene,
        [Swap(workout=one.id, other=other.id)],
        f"I'd let two runs change places: the {title_of(one, scene)} goes to {spoken(other.date)}, "
        f"the {title_of(other, scene)} to {spoken(one.date)}.",
    )


_TO = re.compile(r"\b(?:to|onto|into|until|for|on|instead|on the|to the)\s*$")


def _from_and_to(clause: str, whens: Sequence[When]) -> tuple[When | None, When | None]:
    """Where from and where to: after "to" or "on", or beside "better"; the other mention is the source."""
    if not whens:
        return None, None
    if len(whens) == 1:
        when = whens[0]
        away_from = re.search(
            r"\b(?:from|does not work(?: on)?|not on|"
            r"can not(?: (?:do|run|make))?(?: (?:the|my) (?:\w+ )?(?:run|session|1|tempo|intervals))?)\s*(?:on )?$",
            clause[: when.at[0]],
        )
        possessive = clause[when.at[1] :].startswith("'s") or re.match(
            r"(?: )?'?s? (?:run|workout|session|long|easy|tempo)", clause[when.at[1] :]
        )
        is_source = away_from or (possessive and not _TO.search(clause[: when.at[0]]))
        return (when, None) if is_source else (None, when)
    better = re.search(r"\b(?:better|instead|prefer|rather)\b", clause)
    tos = [when for when in whens if re.search(r"\b(?:to|onto|into|until)\s*$", clause[: when.at[0]])]
    if better and not tos:
        bad = [when for when in whens if _is_left(clause, when)]
        days = [when for when in whens if when.kind == "day"] or whens
        target = next((when for when in days if when not in bad), days[-1])
    else:
        target = tos[-1] if tos else whens[-1]
    return next(when for when in whens if when is not target), target


def _is_left(clause: str, when: When) -> bool:
    """Whether a day is the one to go from: "not Tuesday", "instead of Tuesday", "Tuesday's run"."""
    before, after = clause[: when.at[0]], clause[when.at[1] :]
    return bool(re.search(r"\b(?:not|from|instead of)\b[a-z ]{0,20}$", before)) or after.startswith("'s")


def _before_target(clause: str, target: When | None) -> str:
    return clause if target is None else clause[: target.at[0]] + clause[target.at[1] :]


def _shift(clause: str) -> int | None:
    """Days to move by in "a day later", "two days earlier", "forward a day"."""
    found = re.search(r"\b(\d+|a|1) (day|week)s? (later|earlier|back|forward)\b", clause)
    other = re.search(r"\b(later|earlier|back|forward) (?:by )?(\d+|a) (day|week)s?\b", clause)
    late = re.search(r"\b(?:postpone|delay|push)\b.* by (\d+|a) (day|week)s?\b", clause)
    if late:
        return (1 if late[1] == "a" else int(late[1])) * (7 if late[2] == "week" else 1)
    if early := re.search(r"\bbring\b.*\bforward\b.* by (\d+|an?|1) (day|week)s?\b", clause):
        return -(int(early[1]) if early[1].isdigit() else 1) * (7 if early[2] == "week" else 1)
    if not found and not other:
        return None
    count, unit, way = found.groups() if found else (other[2], other[3], other[1])  # type: ignore[index]
    days = (1 if count == "a" else int(count)) * (7 if unit == "week" else 1)
    return -days if way in {"earlier", "forward"} else days


def swap(clause: str, scene: Scene) -> Answer:
    """Two days or two workouts change places; "the other way round" is the coming weekend or the days named."""
    assert scene.plan is not None  # noqa: S101 - the door sees to it
    whens = list(whens_of(clause, scene))
    is_round = ("way " in clause or not kind_of(clause)) and not any(_TWO_WEEKS.fullmatch(each.words) for each in whens)
    only = whens[0] if len(whens) == 1 and whens[0].kind == "span" and is_round else None
    there = [each for each in scene.between(only.first, only.last) if each.is_run] if only else []
    if _FOR_GOOD.search(clause) and (long_day := _long_run_goes_to(whens, scene)):
        return Answer(
            f"For good that means long runs on {long_day}s. Shall I remake the plan like that, or swap only the next "
            "two?",
            pending=f"choice:long runs on {long_day.lower()}s from now on|{_FOR_GOOD.sub('', clause).strip()}",
        )
    if only and ("way " in clause or len(there) == 2):
        return _swapped(scene, *there[:2]) if len(there) >= 2 else ask_which(scene, "move", None)
    week = next((when for when in whens if when.kind == "span" and when.first > scene.today), None)
    days = [when for when in whens if when.kind == "day"]
    shifted = _days_meant(clause, days, week)
    if len(shifted) == 2:
        ones = [[each for each in scene.open if each.date == day and each.is_run] for day in shifted]
        if all(ones):
            return _swapped(scene, ones[0][0], ones[1][0])
        if any(ones):
            workout = next(each for each in ones if each)[0]
            return move_to(scene, workout, shifted[1] if workout.date == shifted[0] else shifted[0])
        return Answer(f"There is no run on {spoken(shifted[0])} or {spoken(shifted[1])} to swap.")
    weeks = [when for when in whens if when.kind == "span"]
    if len(weeks) == 1 and (pair := _TWO_WEEKS.fullmatch(weeks[0].words)):
        return _weeks_swapped(scene, int(pair[1]), int(pair[2]))
    if len(weeks) == 2 and (kind := kind_of(clause)) and not shifted:
        pools = [scene.between(each.first, each.last) for each in weeks]
        both = [next((each for each in pool if each.type in kind), None) for pool in pools]
        if both[0] and both[1]:
            return _swapped(scene, both[0], both[1])
    if len(weeks) == 2 and not shifted and kind_of(clause) is None:
        return _weeks_swapped(scene, *(scene.plan.week_of(each.first) for each in weeks))
    if len(kinds_of(clause)) == 2 and not shifted:
        pool = scene.between(week.first, week.last) if week else scene.open
        one, other = (next((each for each in pool if each.type in kind), None) for kind in kinds_of(clause))
        one = one or next((each for each in pool if is_hard(kinds_of(clause)[0], each)), None)
        other = other or next((each for each in pool if is_hard(kinds_of(clause)[1], each)), None)
        if one and other:
            return _swapped(scene, one, other)
    if len(kinds_of(clause)) == 2 and len(shifted) == 1:  # "the long run with Saturday's easy run"
        monday = monday_of(shifted[0])
        there = [each for each in scene.between(shifted[0], shifted[0]) if each.is_run]
        others = [each for each in named(clause, scene, ()) if each not in there and monday_of(each.date) == monday]
        if there and others:
            return _swapped(scene, others[0], there[0])
    kinds = named(clause, scene, ())
    if kinds and len(shifted) == 1:
        workout = kinds[0]
        day = in_week_of(workout, days[0], scene) if not week else shifted[0]
        return move_to(scene, workout, day)
    return Answer("Which two days shall I swap?", pending="fill:swap {}")


def _days_meant(clause: str, days: Sequence[When], week: When | None) -> list[dt.date]:
    """The days to swap: of the week that is named, or both of one week."""
    weeked = next((when for when in days if "week" in when.words), None)
    shifted = [when.first for when in days]
    if weeked and len(days) == 2:  # "Saturday with Sunday next week"
        shifted = [monday_of(weeked.first) + day.weekday() * _DAY for day in shifted]
    if week and all(day < week.first for day in shifted):
        return [week.first + ((day.weekday() - week.first.weekday()) % 7) * _DAY for day in shifted]
    if len(shifted) == 2 and monday_of(shifted[0]) > monday_of(shifted[1]) and "next" not in clause:
        return [monday_of(max(shifted)) + day.weekday() * _DAY for day in shifted]
    return shifted


_TWO_WEEKS = re.compile(r"weeks? (\d+) ?(?:and|&) ?(?:week )?(\d+)")


def _long_run_goes_to(whens: Sequence[When], scene: Scene) -> str | None:
    """The weekday the long run would be on if the two named changed places for good; None where it is on neither."""
    on = next((each.date.weekday() for each in scene.open if each.type in LONG), None)
    names = [f"{when.first:%A}" for when in whens if when.kind == "day"]
    days = [when.first.weekday() for when in whens if when.kind == "day"]
    return names[1 - days.index(on)] if len(days) == 2 and on in days else None


def _weeks_swapped(scene: Scene, one: int, other: int) -> Answer:
    """Two whole weeks change places, weekday by weekday; what is done stays, so both have to be still to come."""
    plan = scene.plan
    assert plan is not None  # noqa: S101 - weeks are a plan's
    first = min(plan.day(week, "mon") for week in (one, other))
    if first <= scene.today or one == other:
        return Answer("Only weeks that have not begun can change places. Which two days shall I swap instead?")
    edits: list[Edit] = []
    there = {each.date: each for each in scene.open if plan.week_of(each.date) == other}
    for each in [each for each in scene.open if plan.week_of(each.date) == one]:
        match = there.pop(plan.day(other, weekday_of(each.date)), None)
        if match:
            edits.append(Swap(workout=each.id, other=match.id))
        else:
            edits.append(Move(workout=each.id, week=other, day=weekday_of(each.date)))
    edits += [Move(workout=each.id, week=one, day=weekday_of(each.date)) for each in there.values()]
    return proposed(scene, edits, f"I'd let {week_words(scene, one)} and {week_words(scene, other)} change places.")

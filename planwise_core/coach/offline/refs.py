"""Which workout, which day, which week a clause speaks of."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from planwise_core.coach.offline.dates import read
from planwise_core.coach.offline.language import phrases
from planwise_core.coach.offline.scene import Scene
from planwise_core.coach.offline.when import WEEKDAY, When, weekday_index
from planwise_core.training.plan import Workout, WorkoutType
from planwise_core.training.values import monday_of
from planwise_core.training.workouts import HARD

LONG: frozenset[WorkoutType] = frozenset({"long", "long_progression", "long_mp", "fast_finish"})
_INTERVALS: frozenset[WorkoutType] = frozenset(
    {"vo2_long", "vo2_short", "thirty_thirty", "cruise_intervals", "sub_threshold", "reps"}
)
_KINDS: tuple[tuple[str, frozenset[WorkoutType]], ...] = (
    ("long [run/runs/1/one] | longest | the long", LONG),
    ("medium long | medium-long", frozenset({"medium_long"})),
    ("cruise intervals | cruise", frozenset({"cruise_intervals"})),
    ("tempo | threshold", frozenset({"tempo", "cruise_intervals", "sub_threshold"})),
    ("interval* | reps | repeats | vo2* | track", _INTERVALS),
    ("hill*", frozenset({"hills_short", "hills_long"})),
    ("fartlek", frozenset({"fartlek"})),
    ("marathon pace", frozenset({"marathon_pace", "long_mp"})),
    ("strides", frozenset({"easy_strides"})),
    ("time trial", frozenset({"time_trial"})),
    ("race pace", frozenset({"race_pace"})),
    ("progression", frozenset({"progression", "long_progression"})),
    ("shakeout", frozenset({"shakeout"})),
    ("[hard/quality/speed/key/fast] [session*/workout*/run*/work/day/stuff/training/1] | speedwork | hard stuff | "
     "quality",
     HARD - LONG - {"race"}),
    ("recovery run*", frozenset({"recovery"})),
    ("easy run* | easy 1", frozenset({"easy", "recovery", "easy_strides"})),
    ("strength | gym", frozenset({"strength"})),
    ("cross training | cross-training | bike | swim*", frozenset({"cross_train"})),
)  # fmt: skip
KIND_WORDS = re.compile("|".join(f"(?:{phrases(words).pattern})" for words, _ in _KINDS))
_BARE_DAY = re.compile(rf"(?:on )?(?:the )?(?:this |coming )?{WEEKDAY}(?:'s)?")


def kind_of(clause: str) -> frozenset[WorkoutType] | None:
    """The workout types a clause names, or None."""
    return next((types for words, types in _KINDS if phrases(words).search(clause)), None)


def kinds_of(clause: str) -> list[frozenset[WorkoutType]]:
    """All the workout types a clause names, in the order it names them; what is named twice counts once."""
    found = [(match.start(), types) for words, types in _KINDS if (match := phrases(words).search(clause))]
    return [types for _, types in sorted(found, key=lambda pair: pair[0])]


def is_bare_weekday(when: When) -> bool:
    return _BARE_DAY.fullmatch(when.words) is not None


def whens_of(clause: str, scene: Scene) -> tuple[When, ...]:
    """The days a clause names; "Tuesday and Thursday next week" are both of next week."""
    whens = _without_doubles([when for when in read(clause, scene.calendar) if when.is_known])
    if len(whens) > 1:  # "a weekend trip on 12 and 13 December"
        whens = [when for when in whens if not (when.words == "weekend" and _TRIP.match(clause, when.at[1]))]
    whens = _in_their_week(clause, _of_that_week(clause, whens))
    if len(whens) == 2 and _BETWEEN.search(clause[: whens[0].at[0]]) and whens[0].first < whens[1].last:
        one, other = whens
        words = clause[one.at[0] : other.at[1]]
        return (replace(one, kind="span", last=other.last, at=(one.at[0], other.at[1]), words=words),)
    return tuple(whens)


def _without_doubles(whens: list[When]) -> list[When]:
    """ "The Saturday run on 12 December": a bare weekday beside the date of such a day is that date, told twice."""
    dates = [when for when in whens if when.kind == "day" and re.search(r"\d", when.words)]
    twice = {when.first.weekday() for when in dates} if len(dates) == 1 else set[int]()
    return [when for when in whens if not (is_bare_weekday(when) and when.first.weekday() in twice)]


def _of_that_week(clause: str, whens: list[When]) -> list[When]:
    """ "The in-laws come on the 25th, I can run twice that week": the week of the day that was named."""
    found = re.search(r"\bthat week\b", clause)
    days = [when for when in whens if monday_of(when.first) == monday_of(when.last) and not is_bare_weekday(when)]
    days = [when for when in days if when.words != "that week"]
    if not found or len(days) != 1:
        return whens
    monday = monday_of(days[0].first)
    week = When(found.span(), "span", monday, monday + dt.timedelta(days=6), found[0])
    return [week if when is days[0] else when for when in whens]


_TRIP = re.compile(r" (?:trip|away|break|getaway|guests?|off)\b")
_ALONE = re.compile(r"\b(?:to|until|till?|into|and|or|nor|from|plus|make|also|then|than)\s*(?:the )?$")
_LEAD = re.compile(r"^(?:(?:oh|and|also|so|but|ok|then|plus)\b,? ?)+")
_STRETCH = re.compile(rf"(?:from )?(?:the )?{WEEKDAY} ?(?:to|until|till|through|-) ?(?:the )?{WEEKDAY}")
_BETWEEN = re.compile(r"\bbetween (?:the )?$")
_LISTED = re.compile(r"\s*(?:,|and|or|nor|&|plus|/|with|for)\s*(?:on |the |also )*$")


def _in_their_week(clause: str, whens: list[When]) -> list[When]:
    """Bare weekdays beside one week, or listed after a weekday of a week, are days of that week."""
    spans = [when for when in whens if when.kind == "span" and re.search(r"\bweek\b", when.words)]
    ends = [when for when in whens if when.words in {"weekend", "the weekend"}]
    if len(spans) == 1 and len(whens) == 2 and ends:  # "next week, swap the two weekend runs"
        saturday = monday_of(spans[0].first) + dt.timedelta(days=5)
        return [replace(ends[0], first=saturday, last=saturday + dt.timedelta(days=1))]
    bare = [when for when in whens if is_bare_weekday(when)]
    if len(spans) == 1 and bare and not _ALONE.search(_LEAD.sub("", clause[: spans[0].at[0]])):
        monday = monday_of(spans[0].first)
        return [_on(when, monday) for when in whens if when is not spans[0]]
    stretch = next((when for when in whens if _STRETCH.fullmatch(when.words)), None)
    if len(spans) == 1 and len(whens) == 2 and not bare and stretch:
        shift = monday_of(spans[0].first) - monday_of(stretch.first)  # "from Friday to Sunday in week 6"
        return [replace(stretch, first=stretch.first + shift, last=stretch.last + shift)]
    placed: list[When] = []
    for when in whens:
        last = placed[-1] if placed else None
        follows = last and last.kind == "day" and " week" in last.words
        if last and follows and is_bare_weekday(when) and _LISTED.fullmatch(clause[last.at[1] : when.at[0]]):
            placed.append(_on(when, monday_of(last.first)))
        else:
            placed.append(when)
    for at, when in enumerate(placed[:-1]):  # "Tuesday and Thursday next week"
        after = placed[at + 1]
        leads = after.kind == "day" and re.search(r" week\b", after.words)
        if leads and is_bare_weekday(when) and _LISTED.fullmatch(clause[when.at[1] : after.at[0]]):
            placed[at] = _on(when, monday_of(after.first))
    return placed


def _on(when: When, monday: dt.date) -> When:
    """The weekday in the week of `monday`, no longer a bare one; what is no bare weekday stays."""
    if not is_bare_weekday(when):
        return when
    day = monday + dt.timedelta(days=when.first.weekday())
    return replace(when, first=day, last=day, words=f"{when.words} of that week")


def are_listed(clause: str, whens: Sequence[When]) -> bool:
    """Whether single days are told one beside the other, "Thursday and Sunday", and not as the ends of a stretch."""
    gaps = [clause[one.at[1] : other.at[0]] for one, other in pairwise(whens)]
    return len(whens) > 1 and all(when.kind == "day" for when in whens) and all(map(_LISTED.fullmatch, gaps))


def days_of(whens: Sequence[When]) -> tuple[dt.date, dt.date] | None:
    """The first and last day spoken of."""
    return (min(when.first for when in whens), max(when.last for when in whens)) if whens else None


def weeks_of(clause: str, scene: Scene) -> tuple[int, int] | None:
    """The plan's weeks a clause speaks of ("next week", "week 7", "weeks 3 to 5"); None when it names none."""
    assert scene.plan is not None  # noqa: S101 - weeks are a plan's
    spans = [when for when in whens_of(clause, scene) if when.kind == "span" and when.last >= scene.today]
    spans = spans or list(until(clause, scene))
    if not spans:
        return None
    first, last = scene.plan.week_of(spans[0].first), scene.plan.week_of(spans[-1].last)
    return (first, last) if first <= len(scene.plan.weeks) and last >= 1 else None


def until(clause: str, scene: Scene) -> Iterator[When]:
    """ "Till the new year": from today to the day before."""
    months = [when for when in read(clause, scene.calendar) if when.kind == "vague" and when.first.day == 1]
    for when in [*whens_of(clause, scene), *months]:
        if (
            when.kind in {"day", "vague"}
            and when.first > scene.today
            and re.search(r"\b(?:until|till|(?:not|no|nothing|out)\b[a-z ]*? before) (?:the )?$", clause[: when.at[0]])
        ):
            yield replace(when, kind="span", first=scene.today, last=when.first - dt.timedelta(days=1))


NEXT_FEW = re.compile(r"\b(?:the |my )?(?:next|coming) (\d) (?:\w+ )?(?:runs|sessions|workouts|trainings)\b")


def named(clause: str, scene: Scene, whens: Sequence[When]) -> list[Workout]:
    """The open workouts a clause names, by kind and by day or week, in order; empty when it names none."""
    kind = kind_of(clause)
    span = days_of(whens)
    workouts = [each for each in scene.open if not whens or any(when.first <= each.date <= when.last for when in whens)]
    if span and (place := re.search(r"\b(last|first) (?:run|session|workout|1|one) (?:of|in)\b", clause)):
        runs = [each for each in workouts if each.is_run]
        return runs[-1:] if place[1] == "last" else runs[:1]
    if (some := NEXT_FEW.search(clause)) and not span:
        return [each for each in scene.open if each.is_run and (kind is None or each.type in kind)][: int(some[1])]
    if kind is None:
        return [each for each in workouts if each.is_run] if span else []
    if span and kind == HARD - LONG - {"race"} and not any(each.type in kind for each in workouts):
        return [each for each in workouts if each.type in HARD]
    of_kind = [each for each in workouts if each.type in kind]
    return of_kind if span else sorted(of_kind, key=lambda each: not _has_its_name(each, clause))


def _has_its_name(workout: Workout, clause: str) -> bool:
    """Whether a clause calls a workout by its title: of all threshold sessions "the tempo" is first the tempo run."""
    return any(re.search(rf"\b{re.escape(word)}\b", clause) for word in workout.title.lower().split() if word != "run")


def in_week_of(workout: Workout, when: When, scene: Scene) -> dt.date:
    """The day a bare weekday means for this workout: the one in the workout's own week, if it is still to come."""
    if not is_bare_weekday(when):
        return when.first
    day = monday_of(workout.date) + dt.timedelta(
        days=weekday_index(re.sub(r"^.*\b(?=\w+$)", "", when.words.removesuffix("'s")))
    )
    return day if day >= scene.today else when.first

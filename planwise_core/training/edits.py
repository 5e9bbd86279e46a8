"""The words in which a plan may be changed.

The coach proposes edits, the runner makes edits, a diff is a list of edits and a version remembers its edits.
There is one vocabulary, and `apply` is the only way a plan changes.

Edits address a day as week number and weekday, never as a date: who speaks needs no calendar arithmetic. The first
group says exactly what becomes of one workout and is what `diff` writes; the second says what is wanted for a stretch
of days and is worked out here.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Annotated, Any, Literal

from pydantic import Field, TypeAdapter, ValidationError

from planwise_core.errors import InvalidEdit
from planwise_core.training.aims import Aims, aims_in
from planwise_core.training.plan import Plan, Repeat, Step, Week, Workout, WorkoutType, slot_id, weekday_of
from planwise_core.training.values import Value, Weekday
from planwise_core.training.workouts import CATALOGUE, eased, make, resized, retyped, sized

WeekNumber = Annotated[int, Field(ge=-60, le=120)]


class Move(Value):
    """Move one workout to another day; its content stays as it is."""

    kind: Literal["move"] = "move"
    workout: str
    week: WeekNumber
    day: Weekday


class Swap(Value):
    """Let two workouts change places."""

    kind: Literal["swap"] = "swap"
    workout: str
    other: str


class Change(Value):
    """Change some of what a workout is; what is null stays. Its steps follow a new size or type."""

    kind: Literal["change"] = "change"
    workout: str
    type: WorkoutType | None = None
    title: str | None = Field(default=None, min_length=1, max_length=80)
    km: float | None = Field(default=None, gt=0, le=250)
    minutes: int | None = Field(default=None, gt=0, le=1440)
    notes: str | None = Field(default=None, max_length=600)


class Add(Value):
    """Add a workout on a day. Without an id it gets one of its own, and what is left open (title, size, steps) is made
    to fit the plan; with an id it is taken exactly as given."""

    kind: Literal["add"] = "add"
    id: str | None = Field(default=None, pattern=r"^[A-Za-z0-9][A-Za-z0-9_.-]{0,39}$")
    week: WeekNumber
    day: Weekday
    type: WorkoutType
    title: str | None = Field(default=None, min_length=1, max_length=80)
    km: float | None = Field(default=None, gt=0, le=250)
    minutes: int | None = Field(default=None, gt=0, le=1440)
    steps: tuple[Step | Repeat, ...] = ()
    notes: str = Field(default="", max_length=600)


class Drop(Value):
    """Take a workout out; the day is free."""

    kind: Literal["drop"] = "drop"
    workout: str


class Replace(Value):
    """Put this content, all of it, into a workout; day and id stay."""

    kind: Literal["replace"] = "replace"
    workout: str
    type: WorkoutType
    title: str = Field(min_length=1, max_length=80)
    km: float | None = Field(default=None, gt=0, le=250)
    minutes: int | None = Field(default=None, gt=0, le=1440)
    steps: tuple[Step | Repeat, ...] = ()
    notes: str = Field(default="", max_length=600)


class Frame(Value):
    """Set what the plan is for, the Monday it starts on and what each of its weeks is for."""

    kind: Literal["frame"] = "frame"
    goal: str = Field(min_length=1, max_length=80)
    race_distance_km: float | None = None
    race_date: dt.date | None = None
    start_date: dt.date
    method: str = "balanced"
    weeks: tuple[Week, ...]


class Scale(Value):
    """Make weeks easier or harder: keep this percentage of the kilometres (80 = a fifth less, 105 = a little more)."""

    kind: Literal["scale"] = "scale"
    from_week: WeekNumber
    to_week: WeekNumber
    percent: int = Field(ge=30, le=130)


class Soften(Value):
    """Turn the hard workouts of some days into easy running of about the same length."""

    kind: Literal["soften"] = "soften"
    from_week: WeekNumber
    from_day: Weekday = "mon"
    to_week: WeekNumber
    to_day: Weekday = "sun"


class TimeOff(Value):
    """Take every workout out of a stretch of days, first to last; a race stays. Missed work is never made up."""

    kind: Literal["time_off"] = "time_off"
    from_week: WeekNumber
    from_day: Weekday
    to_week: WeekNumber
    to_day: Weekday
    reason: Literal["holiday", "illness", "injury", "rest"] = "rest"


Edit = Annotated[
    Move | Swap | Change | Add | Drop | Replace | Frame | Scale | Soften | TimeOff,
    Field(discriminator="kind"),
]
EDITS: TypeAdapter[tuple[Edit, ...]] = TypeAdapter(tuple[Edit, ...])


@dataclass
class _Draft:
    """A plan being changed. It may be out of joint between two edits; it is checked when it is done."""

    frame: Frame
    workouts: dict[str, Workout]
    frozen_before: dt.date | None
    done: Collection[str]
    ids: set[str] = field(default_factory=set)  # ids ever seen, so that none is given twice

    @property
    def aims(self) -> Aims:
        """What the plan's workouts aim at, for those that are made here."""
        return aims_in(sorted(self.workouts.values(), key=lambda each: (each.date, each.id)))

    def day(self, week: int, day: Weekday) -> dt.date:
        from_monday = dt.timedelta(days=7 * (week - 1) + ("mon", "tue", "wed", "thu", "fri", "sat", "sun").index(day))
        return self.frame.start_date + from_monday

    def is_frozen(self, workout: Workout) -> bool:
        return workout.id in self.done or (self.frozen_before is not None and workout.date < self.frozen_before)

    def take(self, name: str) -> Workout:
        workout = self.workouts.get(name)
        if workout is None:
            raise InvalidEdit(f"The plan has no workout '{name[:40]}'.")
        if self.is_frozen(workout):
            why = "is done" if workout.id in self.done else f"on {workout.date:%A %d %B} has passed"
            raise InvalidEdit(f"'{workout.title}' {why} and cannot change.")
        return workout

    def put(self, workout: Workout) -> None:
        if self.frozen_before is not None and workout.date < self.frozen_before:
            raise InvalidEdit(f"{workout.date:%A %d %B} has passed: nothing can be planned there.")
        self.workouts[workout.id] = workout
        self.ids.add(workout.id)

    def open_between(self, first: dt.date, last: dt.date) -> list[Workout]:
        """The workouts of these days that may still change, races left alone."""
        if last < first:
            raise InvalidEdit(f"{last:%d %B} is before {first:%d %B}.")
        return [
            workout
            for workout in sorted(self.workouts.values(), key=lambda each: (each.date, each.id))
            if first <= workout.date <= last and workout.type != "race" and not self.is_frozen(workout)
        ]


def apply(plan: Plan, edits: Sequence[Edit], *, today: dt.date | None = None, done: Collection[str] = ()) -> Plan:
    """The plan after `edits`, made one after the other; `plan` itself is untouched.

    With `today`, days before it are frozen, and so are the workouts in `done`: a plan that is being lived is changed
    with both given. Without, any plan leads to any other.

    Raises:
        InvalidEdit: an edit names a workout that is not there, or changes what has passed, or leads out of the plan.
            `error.at` says which edit.
    """
    draft = _Draft(_frame(plan), dict(plan.by_id), today, done, set(plan.by_id))
    for at, edit in enumerate(edits):
        try:
            _HANDLERS[type(edit)](draft, edit)
        except InvalidEdit as error:
            raise InvalidEdit(error.problem, at) from None
        except ValidationError as error:
            raise InvalidEdit(_sentence(error), at) from None
    try:
        return Plan(**_of_frame(draft.frame), workouts=tuple(draft.workouts.values()))
    except ValidationError as error:
        raise InvalidEdit(_sentence(error)) from None


def _sentence(error: ValidationError) -> str:
    first = error.errors(include_url=False, include_input=False)[0]
    where = ".".join(str(part) for part in first["loc"])
    problem = str(first.get("ctx", {}).get("error", first["msg"]))
    return f"That does not fit the plan: {where + ' ' if where else ''}{problem}."


def _frame(plan: Plan) -> Frame:
    return Frame.model_construct(**_of_frame(plan))


def _of_frame(source: Frame | Plan) -> dict[str, Any]:
    names = ("goal", "race_distance_km", "race_date", "start_date", "method", "weeks")
    return {name: getattr(source, name) for name in names}


def _content(workout: Workout | Replace | Add) -> dict[str, Any]:
    return {name: getattr(workout, name) for name in ("type", "title", "km", "minutes", "steps", "notes")}


def _move(draft: _Draft, edit: Move) -> None:
    draft.put(draft.take(edit.workout).but(date=draft.day(edit.week, edit.day)))


def _swap(draft: _Draft, edit: Swap) -> None:
    one, other = draft.take(edit.workout), draft.take(edit.other)
    draft.put(one.but(date=other.date))
    draft.put(other.but(date=one.date))


def _change(draft: _Draft, edit: Change) -> None:
    workout = draft.take(edit.workout)
    if edit.type is not None and edit.type != workout.type:
        workout = retyped(workout, edit.type, draft.aims)
    if edit.km is not None or edit.minutes is not None:
        workout = resized(workout, km=edit.km, minutes=edit.minutes)
    words = {"title": edit.title, "notes": edit.notes}
    draft.put(workout.but(**{name: value for name, value in words.items() if value is not None}))


def _add(draft: _Draft, edit: Add) -> None:
    if edit.id in draft.workouts:
        raise InvalidEdit(f"The plan has a workout '{edit.id}' already.")
    content = _content(edit) | {"title": edit.title or CATALOGUE[edit.type].title}
    if not edit.id:
        content = _made(edit, draft.aims)
    name = edit.id or slot_id(edit.week, edit.day, draft.ids)
    draft.put(Workout(id=name, date=draft.day(edit.week, edit.day), **content))


def _made(edit: Add, aims: Aims) -> dict[str, Any]:
    """What the edit leaves open, as the catalogue makes such a workout; what it says stays as said."""
    title = CATALOGUE[edit.type].title
    made = (
        sized(edit.type, title, edit.steps)
        if edit.steps
        else make(edit.type, km=edit.km, minutes=edit.minutes, aims=aims)
    )
    return made.content | {name: value for name, value in _content(edit).items() if value not in (None, "", ())}


def _drop(draft: _Draft, edit: Drop) -> None:
    draft.workouts.pop(draft.take(edit.workout).id)


def _replace(draft: _Draft, edit: Replace) -> None:
    workout = draft.take(edit.workout)
    draft.put(Workout(id=workout.id, date=workout.date, **_content(edit)))


def _set_frame(draft: _Draft, edit: Frame) -> None:
    draft.frame = edit


def _scale(draft: _Draft, edit: Scale) -> None:
    for workout in draft.open_between(draft.day(edit.from_week, "mon"), draft.day(edit.to_week, "sun")):
        if workout.is_run:
            draft.put(resized(workout, factor=edit.percent / 100))


def _soften(draft: _Draft, edit: Soften) -> None:
    first, last = draft.day(edit.from_week, edit.from_day), draft.day(edit.to_week, edit.to_day)
    for workout in draft.open_between(first, last):
        draft.put(eased(workout))


def _time_off(draft: _Draft, edit: TimeOff) -> None:
    first, last = draft.day(edit.from_week, edit.from_day), draft.day(edit.to_week, edit.to_day)
    for workout in draft.open_between(first, last):
        draft.workouts.pop(workout.id)


_HANDLERS: Mapping[type[Any], Callable[[_Draft, Any], None]] = {
    Move: _move,
    Swap: _swap,
    Change: _change,
    Add: _add,
    Drop: _drop,
    Replace: _replace,
    Frame: _set_frame,
    Scale: _scale,
    Soften: _soften,
    TimeOff: _time_off,
}


def diff(old: Plan, new: Plan) -> tuple[Edit, ...]:
    """The edits that lead from `old` to `new`, one or two per workout that differs.

    Law: ``apply(old, diff(old, new)) == new`` for every two plans; ``diff(plan, plan) == ()``. Only `Frame`, `Drop`,
    `Add`, `Move` and `Replace` are written. Each workout's edits stand for themselves, so any of them may be left out.
    """
    return tuple(_differences(old, new))


def _differences(old: Plan, new: Plan) -> Iterator[Edit]:
    if _of_frame(old) != _of_frame(new):
        yield Frame(**_of_frame(new))
    before, after = old.by_id, new.by_id
    for name in before:
        if name not in after:
            yield Drop(workout=name)
    for name, workout in after.items():
        was = before.get(name)
        if was is workout or was == workout:
            continue
        slot: dict[str, Any] = {"week": new.week_of(workout.date), "day": weekday_of(workout.date)}
        if was is None:
            yield Add(id=name, **slot, **_content(workout))
            continue
        if was.date != workout.date:
            yield Move(workout=name, **slot)
        if _content(was) != _content(workout):
            yield Replace(workout=name, **_content(workout))

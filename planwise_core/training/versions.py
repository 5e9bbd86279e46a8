"""A version is a saved plan and why it is there; `compare` says how two plans differ, for people."""

from __future__ import annotations

import datetime as dt
from functools import cached_property
from typing import Literal

from pydantic import Field

from planwise_core.training.edits import Edit
from planwise_core.training.plan import Plan, Workout, long_run_km, weekly_km
from planwise_core.training.values import Value

Author = Literal["coach", "runner", "house"]
DifferenceKind = Literal["moved", "changed", "added", "dropped"]


class VersionHead(Value):
    """A version without its plan: what a list of versions shows. `cause` is in the runner's own words."""

    number: int = Field(ge=1)
    parent: int | None = None
    author: Author
    cause: str = ""
    turn_id: str | None = None
    created_at: dt.datetime
    is_current: bool = False


class Version(VersionHead):
    """A saved plan, and the edits that led to it from its parent."""

    plan: Plan
    edits: tuple[Edit, ...] = ()


class Difference(Value):
    """One workout that is not the same in two plans. A move that also changes the workout is `moved` and `altered`."""

    kind: DifferenceKind
    before: Workout | None = None
    after: Workout | None = None
    altered: bool = False

    @property
    def km_delta(self) -> float:
        before = self.before.run_km if self.before else 0.0
        after = self.after.run_km if self.after else 0.0
        return round(after - before, 4)

    @property
    def date(self) -> dt.date:
        """Where it stands now, or stood."""
        workout = self.after or self.before
        assert workout is not None  # noqa: S101 - a difference has a before or an after
        return workout.date


class WeekPair(Value):
    """One calendar week in both plans. Kilometres; None where a plan has no such week."""

    monday: dt.date
    km_before: float | None = None
    km_after: float | None = None
    long_before: float | None = None
    long_after: float | None = None


class Comparison(Value):
    """How two plans differ: the workouts, in order of date, and the weeks side by side."""

    differences: tuple[Difference, ...]
    weeks: tuple[WeekPair, ...]

    def __hash__(self) -> int:
        """Worked out once: what is drawn of a comparison is remembered by it."""
        return self._hash

    @cached_property
    def _hash(self) -> int:
        return hash((self.differences, self.weeks))

    @property
    def km_delta(self) -> float:
        return round(sum((week.km_after or 0) - (week.km_before or 0) for week in self.weeks), 4)

    def count(self, kind: DifferenceKind) -> int:
        return sum(difference.kind == kind for difference in self.differences)


def compare(old: Plan, new: Plan) -> Comparison:
    """The differences of two plans as moved / changed / added / dropped.

    Workouts are one and the same by their id; of what is left over, a dropped and an added workout of the same type
    and size in one week are told as a move.
    """
    before, after = old.by_id, new.by_id
    pairs = ((before.get(name), after.get(name)) for name in before | after)
    found = [difference for was, now in pairs if (difference := difference_of(was, now))]
    differences = sorted(_moves_told(found), key=lambda each: each.date)
    return Comparison(differences=tuple(differences), weeks=_week_pairs(old, new))


def difference_of(was: Workout | None, now: Workout | None) -> Difference | None:
    """How one workout differs from what it was; None: it does not."""
    if was == now:
        return None
    if was is None or now is None:
        return Difference(kind="added" if was is None else "dropped", before=was, after=now)
    kind: DifferenceKind = "moved" if now.date != was.date else "changed"
    return Difference(kind=kind, before=was, after=now, altered=now.but(date=was.date) != was)


def _moves_told(found: list[Difference]) -> list[Difference]:
    """The same list with dropped-and-added pairs of one week told as moves."""
    told = [each for each in found if each.kind in {"moved", "changed"}]
    added = [each for each in found if each.kind == "added"]
    for gone in (each for each in found if each.kind == "dropped"):
        twin = next((each for each in added if _is_twin(gone, each)), None)
        if twin is None:
            told.append(gone)
            continue
        added.remove(twin)
        told.append(Difference(kind="moved", before=gone.before, after=twin.after))
    return told + added


def _is_twin(gone: Difference, come: Difference) -> bool:
    was, now = gone.before, come.after
    if was is None or now is None or was.date.isocalendar()[:2] != now.date.isocalendar()[:2]:
        return False
    return was.date != now.date and (was.type, was.km, was.minutes) == (now.type, now.km, now.minutes)


def _week_pairs(old: Plan, new: Plan) -> tuple[WeekPair, ...]:
    sides: list[dict[dt.date, tuple[float, float]]] = []
    for plan in (old, new):
        mondays = [plan.start_date + dt.timedelta(weeks=index) for index in range(len(plan.weeks))]
        longest = [long_run_km(week) for week in plan.by_week]
        sides.append(dict(zip(mondays, zip(weekly_km(plan), longest, strict=True), strict=True)))
    before, after = sides
    none = (None, None)
    return tuple(
        WeekPair(
            monday=monday,
            km_before=before.get(monday, none)[0],
            long_before=before.get(monday, none)[1],
            km_after=after.get(monday, none)[0],
            long_after=after.get(monday, none)[1],
        )
        for monday in sorted(before.keys() | after.keys())
    )

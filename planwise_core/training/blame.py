"""Which version made a workout what it is. The edits of versions say where to look, two plans say whether it is so."""

from __future__ import annotations

from collections.abc import Sequence

from planwise_core.training.edits import Add, Change, Drop, Edit, Frame, Move, Replace, Swap
from planwise_core.training.plan import Plan
from planwise_core.training.values import Value
from planwise_core.training.versions import Difference, VersionHead, difference_of


class Blame(Value):
    """The last version that made or changed a workout, and what it did to it."""

    version: VersionHead
    difference: Difference


def may_touch(edits: Sequence[Edit], workout_id: str) -> bool:
    """Whether a version with these edits may have changed the workout.

    Certain only where it says no: edits of whole weeks may or may not reach a workout, and a plan that was brought
    along from outside says nothing of how it differs.
    """
    return not edits or any(_names(edit, workout_id) for edit in edits)


def _names(edit: Edit, workout_id: str) -> bool:
    match edit:
        case Add(id=name) | Move(workout=name) | Change(workout=name) | Drop(workout=name) | Replace(workout=name):
            return name in {workout_id, None}  # an addition without an id was given one then
        case Swap(workout=one, other=other):
            return workout_id in {one, other}
        case Frame():
            return False  # it says what weeks are for; workouts keep their dates
    return True


def blamed(version: VersionHead, before: Plan | None, after: Plan, workout_id: str) -> Blame | None:
    """What `version` did to the workout on the way from plan `before` (None: the first) to `after`, if anything."""
    was = before.by_id.get(workout_id) if before else None
    difference = difference_of(was, after.by_id.get(workout_id))
    return Blame(version=version, difference=difference) if difference else None

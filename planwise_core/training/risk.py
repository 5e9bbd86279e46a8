"""How risky a plan is, in a few figures, and which versions changed that."""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from planwise_core.training.athlete import Athlete
from planwise_core.training.checks import review
from planwise_core.training.plan import Plan
from planwise_core.training.rules.long_run import with_longest_before
from planwise_core.training.rules.season import Season
from planwise_core.training.values import Units, Value, shown_distance

ALLOWED = 10  # %: the step from which LR-1 and PROG-1 warn
TELLING = 5  # percentage points: a step has to change by so much to be worth a sentence
MOST_SENTENCES = 3


class Step(Value):
    """How much more `km` is than `before_km`, the most of the weeks before it; `week` is where it stands."""

    week: int
    km: float
    before_km: float

    @property
    def percent(self) -> int:
        """In whole per cent; 0 where it is no more."""
        return max(round((self.km / self.before_km - 1) * 100), 0)

    def shown(self, units: Units) -> str:
        """``week 6: 18 km after 14.5 km``."""
        return f"week {self.week}: {shown_distance(self.km, units)} after {shown_distance(self.before_km, units)}"


class Risk(Value):
    """What the checks count in a plan, and its largest steps (None: nothing to compare with)."""

    errors: int
    warnings: int
    notes: int
    run_step: Step | None
    week_step: Step | None


class Sentence(NamedTuple):
    """What one version changed, and how much that matters."""

    number: int
    weight: float
    words: str


def risk_of(plan: Plan, athlete: Athlete) -> Risk:
    """The figures of a plan as it was made: every week is judged, also those that have passed since.

    `run_step` compares each run with the longest of the 30 days before it (LR-1), `week_step` each week with the
    highest of the four before it (PROG-1).
    """
    season = Season(plan, athlete)
    severities = [finding.severity for finding in review(plan, athlete)]
    runs = [
        Step(week=session.week, km=session.km, before_km=longest)
        for session, longest in with_longest_before(season)
        if session.type != "race"
    ]
    weeks = [
        Step(week=week.number, km=week.km, before_km=high)
        for week in season.weeks[1:]
        if (high := season.recent_high(week))
    ]
    return Risk(
        errors=severities.count("error"),
        warnings=severities.count("warning"),
        notes=severities.count("info"),
        run_step=max(runs, key=_ratio, default=None),
        week_step=max(weeks, key=_ratio, default=None),
    )


def _ratio(step: Step) -> float:
    return step.km / step.before_km


def turning_points(risks: Sequence[tuple[int, Risk]], units: Units = "km") -> tuple[str, ...]:
    """The versions that changed the risk most, as sentences in their order; `risks` are (number, risk), oldest first.

    Empty where no version changed it by much.
    """
    told = [each for (_, was), (number, now) in itertools.pairwise(risks) for each in _changes(number, was, now, units)]
    weightiest = sorted(told, key=lambda each: -each.weight)[:MOST_SENTENCES]
    return tuple(each.words for each in sorted(weightiest))


def _changes(number: int, was: Risk, now: Risk, units: Units) -> Iterator[Sentence]:
    for name, before, after in (
        ("single-run step", was.run_step, now.run_step),
        ("weekly step", was.week_step, now.week_step),
    ):
        if before and after and abs(delta := after.percent - before.percent) >= TELLING:
            place = f" ({after.shown(units)})" if delta > 0 else ""
            verb = "raised" if delta > 0 else "lowered"
            words = f"Version {number} {verb} the largest {name} from {before.percent} % to {after.percent} %{place}."
            yield Sentence(number, abs(delta), words)
    if delta := now.errors - was.errors:
        verb = "brought" if delta > 0 else "cured"
        objections = f"{abs(delta)} serious objection{'s' * (abs(delta) > 1)}"
        yield Sentence(number, 100 * abs(delta), f"Version {number} {verb} {objections}.")

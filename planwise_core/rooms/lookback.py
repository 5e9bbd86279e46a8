"""What a client's plan has been and could be: versions side by side, safety, blame, what-ifs, paper."""

from __future__ import annotations

import datetime as dt
import functools
from collections.abc import Sequence
from typing import Any

from planwise_core.coach import memory
from planwise_core.errors import BadInput, NotFound
from planwise_core.files import report
from planwise_core.rooms.desk import Desk, Moment, compared, confirmed, reviewed
from planwise_core.store.records import Lesson
from planwise_core.training.athlete import LOCALES, Athlete
from planwise_core.training.blame import Blame, blamed, may_touch
from planwise_core.training.checks import Finding
from planwise_core.training.conditions import Weather
from planwise_core.training.course import course_from_gpx
from planwise_core.training.edits import diff
from planwise_core.training.envelope import Percentile, standing
from planwise_core.training.outlook import Conditions, Outlook, outlook
from planwise_core.training.paces import paces
from planwise_core.training.plan import Plan
from planwise_core.training.race import RaceStrategy, goal_s_of, strategy_for
from planwise_core.training.risk import Risk, risk_of
from planwise_core.training.rules.season import fitness
from planwise_core.training.values import Value
from planwise_core.training.versions import Comparison, Version, VersionHead
from planwise_core.training.wishes import Candidate, Wish, as_known, candidate, wish_of, wishes

_candidate = functools.lru_cache(maxsize=64)(candidate)


class Compared(Value):
    """Two versions side by side, with what the checks say of each.

    A version that has been replaced is judged without the days off that were told after it was made; `later_a` and
    `later_b` are how many more objections these would add.
    """

    a: Version
    b: Version
    comparison: Comparison
    findings_a: tuple[Finding, ...]
    findings_b: tuple[Finding, ...]
    later_a: int = 0
    later_b: int = 0


class WhatIf(Value):
    """A candidate beside the plan it would replace."""

    candidate: Candidate
    comparison: Comparison | None = None
    findings: tuple[Finding, ...] = ()


class Lookback(Desk):
    """The methods of `PlanWise` that look at more than the current plan."""

    def __init__(self, *desk: Any) -> None:
        super().__init__(*desk)
        # By version, not by plan: who looks at a trend again loads none of its plans.
        self._risk = functools.lru_cache(maxsize=4096)(self._risk_of)
        self._trend = functools.lru_cache(maxsize=256)(self._trend_to)

    def compare(self, client_id: str, a: int, b: int) -> Compared:
        """Two versions side by side. Raises `NotFound`."""
        client, facts, (one, other) = self.store.known_with(client_id, (a, b))
        athlete = memory.knowing(client.athlete, confirmed(facts))
        findings_a, findings_b = (reviewed(each.plan, known_then(athlete, each)) for each in (one, other))
        return Compared(
            a=one,
            b=other,
            comparison=compared(one.plan, other.plan),
            findings_a=findings_a,
            findings_b=findings_b,
            later_a=len(reviewed(one.plan, athlete)) - len(findings_a),
            later_b=len(reviewed(other.plan, athlete)) - len(findings_b),
        )

    def blame(self, client_id: str, workout_id: str) -> Blame:
        """The version that made a workout of the current plan what it is, and what it did to it.

        Raises:
            NotFound: the current plan has no such workout.
        """
        if workout_id in self.moment(client_id).needed().plan.by_id:
            for head, edits in self.store.changes(client_id):
                if may_touch(edits, workout_id):
                    numbers = (head.number, *([head.parent] if head.parent else []))
                    after, *before = (version.plan for version in self.store.versions(client_id, numbers))
                    if found := blamed(head, before[0] if before else None, after, workout_id):
                        return found
        raise NotFound(f"The plan has no workout '{workout_id[:40]}'.")

    def safety_trend(self, client_id: str, limit: int | None = None) -> tuple[tuple[VersionHead, Risk], ...]:
        """The newest `limit` versions (None: all), oldest first, each with what the checks count in it."""
        now = self.moment(client_id)
        if now.version is None:
            return ()
        return self._trend(client_id, now.version.number, now.version.created_at, now.athlete, limit)

    def _trend_to(
        self, client_id: str, newest: int, _: dt.datetime, athlete: Athlete, limit: int | None
    ) -> tuple[tuple[VersionHead, Risk], ...]:
        """Up to version `newest` of that moment: who starts anew begins to number anew."""
        heads = self.store.heads(client_id, limit=limit, before=newest + 1)
        return tuple((head, self._risk(client_id, head, athlete)) for head in reversed(heads))

    def _risk_of(self, client_id: str, head: VersionHead, athlete: Athlete) -> Risk:
        version = self.store.version(client_id, head.number)
        return risk_of(version.plan, known_then(athlete, version))

    def standing(self, client_id: str) -> tuple[Percentile, ...]:
        """Where the current plan stands among published plans; empty without a race. Raises `NotFound`."""
        now = self.moment(client_id)
        return standing(now.needed().plan, now.athlete)

    # --- what if

    def wishes(self, client_id: str) -> tuple[Wish, ...]:
        """What may be tried on the current plan."""
        now = self.moment(client_id)
        plan = now.needed().plan
        return wishes(plan, as_known(now.athlete, plan))

    def what_if(self, client_id: str, wish_ids: Sequence[str]) -> tuple[WhatIf, ...]:
        """What these wishes come to, beside the current plan. Nothing is saved.

        Raises:
            NotFound: there is no such wish for this plan.
        """
        now = self.moment(client_id)
        plan = now.needed().plan
        athlete = as_known(now.athlete, plan)
        return tuple(_what_if(now, plan, wish_of(wish_id, plan, athlete)) for wish_id in wish_ids)

    def take(self, client_id: str, wish_id: str, *, parent: int) -> tuple[Version, Lesson]:
        """Make a what-if the plan, and the runner's wish what the house knows of them; what that changed goes along.

        Raises:
            NotFound, StaleVersion
            BadInput: there is no plan for this wish, or it is the plan they have.
        """
        now = self.moment(client_id)
        current = now.needed()
        wish = wish_of(wish_id, current.plan, as_known(now.athlete, current.plan))
        found = _candidate(current.plan, wish, now.today, now.done)
        if found.plan is None or found.plan == current.plan:
            raise BadInput(found.problem or "That is the plan you have.")
        wished = now.client.athlete.but(**{wish.field: wish.value})
        was = getattr(now.client.athlete, wish.field)
        version = self.store.save_version(
            client_id,
            parent=parent,
            plan=found.plan,
            edits=diff(current.plan, found.plan),
            author="runner",
            cause=wish.says,
            now=self.now(),
            client=now.client.but(athlete=wished, known=now.client.known | {wish.field}),
        )
        return version, Lesson(wish.field, was, wish.value, wish.field in now.client.known)

    # --- on paper

    def comparison_report(self, client_id: str, a: int, b: int, locale: str | None = None) -> bytes:
        """Two versions side by side as an HTML page that stands alone. Raises `NotFound`.

        Dates are shown as the runner has chosen; for who has not, as in `locale`, their browser's.
        """
        found, now = self.compare(client_id, a, b), self.moment(client_id)
        return report.comparison(
            found.a,
            found.b,
            found.comparison,
            (found.findings_a, found.findings_b),
            now.athlete.units,
            LOCALES.get(now.athlete.dates, locale),
            now.client.timezone or self.settings.timezone,
        )

    def plan_report(self, client_id: str, locale: str | None = None) -> bytes:
        """The current plan to print, with paces and race day as far as they are known. Raises `NotFound`.

        Dates are shown as in `comparison_report`.
        """
        now = self.moment(client_id)
        plan, athlete = now.needed().plan, now.athlete
        vdot = fitness(athlete)
        return report.plan(
            plan,
            paces=paces(vdot) if vdot else None,
            strategy=strategy_for(plan, athlete) if goal_s_of(plan, athlete) else None,
            units=athlete.units,
            locale=LOCALES.get(athlete.dates, locale),
            day=now.today,
        )

    def outlook(self, client_id: str, given: Conditions | None = None) -> Outlook:
        """Training paces and race times, under other conditions if some are given.

        Raises:
            BadInput: no race is known to read them from, or it is too hot for hard running.
        """
        return outlook(self.athlete(client_id), given)

    def race_strategy(
        self, client_id: str, *, goal_s: int | None = None, gpx: bytes | None = None, weather: Weather | None = None
    ) -> RaceStrategy:
        """How to run the goal race in `goal_s` (None: the time known or predicted), on the course in a GPX file.

        Raises:
            NotFound: there is no plan.
            BadInput: no race or time is known, the time is none to plan for, the file is no course of this length, or
                it is too hot.
        """
        course = course_from_gpx(gpx) if gpx else None
        now = self.moment(client_id)
        return strategy_for(now.needed().plan, now.athlete, goal_s, course, weather)


def known_then(athlete: Athlete, version: Version) -> Athlete:
    """Who ran when a version was made, as far as its plan tells: no days off are planned over that were known."""
    if version.is_current or not athlete.away:
        return athlete
    return athlete.before_told(each.date for each in version.plan.workouts if each.is_run and each.type != "race")


def _what_if(now: Moment, plan: Plan, wish: Wish) -> WhatIf:
    found = _candidate(plan, wish, now.today, now.done)
    if found.plan is None:
        return WhatIf(candidate=found)
    return WhatIf(
        candidate=found,
        comparison=compared(plan, found.plan),
        findings=reviewed(found.plan, wish.athlete, (), now.today),
    )

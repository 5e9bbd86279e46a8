"""The roster: what a coach wants to know of each athlete before opening their plan."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from planwise_core.store.records import Account
from planwise_core.training.checks import Finding
from planwise_core.training.plan import Plan
from planwise_core.training.values import Units, Value

if TYPE_CHECKING:
    from planwise_core.service import PlanWise


class Line(Value):
    """One athlete. Kilometres are those of the last full week, Monday to Sunday; None: nothing was planned then."""

    athlete: Account
    goal: str | None = None
    race_date: dt.date | None = None
    days_to_race: int | None = None
    done_km: float = 0
    planned_km: float | None = None
    findings: tuple[Finding, ...] = ()
    open_proposal: bool = False
    units: Units = "km"


def roster(planwise: PlanWise, session_id: str) -> tuple[Line, ...]:
    """The athletes of a coach, by name. Raises `SignedOut`."""
    return tuple(_line(planwise, athlete) for athlete in planwise.members.athletes(session_id))


def _line(planwise: PlanWise, athlete: Account) -> Line:
    client_id = athlete.client_id
    today = planwise.today(client_id)
    last_monday = today - dt.timedelta(days=today.weekday() + 7)
    last_week = {last_monday + dt.timedelta(days=day) for day in range(7)}
    line = Line(
        athlete=athlete,
        done_km=sum(run.km or 0 for run in planwise.runs(client_id) if run.date in last_week),
        units=planwise.athlete(client_id).units,
    )
    current = planwise.current(client_id)
    if current is None:
        return line
    plan = current.plan
    return line.but(
        goal=plan.goal,
        race_date=plan.race_date,
        days_to_race=(plan.race_date - today).days if plan.race_date and plan.race_date >= today else None,
        planned_km=_planned_km(plan, last_week),
        findings=planwise.review(client_id),
        open_proposal=any(turn.decision == "open" for turn in planwise.turns(client_id, limit=1)),
    )


def _planned_km(plan: Plan, days: set[dt.date]) -> float | None:
    planned = [workout.km or 0 for workout in plan.workouts if workout.date in days]
    return sum(planned) if planned else None

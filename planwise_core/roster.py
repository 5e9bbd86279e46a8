"""The roster: what a coach wants to know of each athlete before opening their plan."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from planwise_core.errors import BadInput, NotFound
from planwise_core.store.records import Account
from planwise_core.training.checks import Finding
from planwise_core.training.plan import Plan
from planwise_core.training.template import from_template
from planwise_core.training.values import Units, Value
from planwise_core.training.versions import Version

if TYPE_CHECKING:
    from planwise_core.service import PlanWise


class Line(Value):
    """One athlete. Kilometres are those of the last full week, Monday to Sunday; None: nothing was planned then.

    `is_free`: no plan is under way, so that one can be given.
    """

    athlete: Account
    goal: str | None = None
    race_date: dt.date | None = None
    days_to_race: int | None = None
    done_km: float = 0
    planned_km: float | None = None
    findings: tuple[Finding, ...] = ()
    open_proposal: bool = False
    is_free: bool = True
    units: Units = "km"


def roster(planwise: PlanWise, session_id: str) -> tuple[Line, ...]:
    """The athletes of a coach, by name. Raises `SignedOut`."""
    return tuple(_line(planwise, athlete) for athlete in planwise.members.athletes(session_id))


def give_plan(planwise: PlanWise, session_id: str, *, of: int, to: int, monday: dt.date) -> Version:
    """The plan of one athlete of a coach as a template for another, from `monday` on; account ids.

    Raises:
        NotFound: not two athletes of this coach, or the first has no plan.
        BadInput: `monday` is none or has passed, or the other has a plan that is under way.
    """
    athletes = {each.id: each.client_id for each in planwise.members.athletes(session_id)}
    if of not in athletes or to not in athletes:
        raise NotFound("There is no such athlete.")
    theirs, current = planwise.current(athletes[of]), planwise.current(athletes[to])
    today = planwise.today(athletes[to])
    if theirs is None:
        raise NotFound("There is no plan to be a template.")
    if monday.weekday() != 0 or monday < today:
        raise BadInput(f"A plan begins on a Monday that is still to come, not on {monday:%A %d %B}.")
    if current is not None and not _is_free(current.plan, today):
        raise BadInput("This athlete's plan is under way: let it end first, or have them delete it.")
    planwise.client(athletes[to])
    return planwise.store.save_version(
        athletes[to],
        parent=current.number if current else None,
        plan=from_template(theirs.plan, monday),
        edits=(),
        author="runner",
        cause="A plan from my coach",
        now=planwise.now(),
    )


def _is_free(plan: Plan, today: dt.date) -> bool:
    return today < plan.start_date or plan.end_date < today


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
        is_free=_is_free(plan, today),
        open_proposal=any(turn.decision == "open" for turn in planwise.turns(client_id, limit=1)),
    )


def _planned_km(plan: Plan, days: set[dt.date]) -> float | None:
    planned = [workout.km or 0 for workout in plan.workouts if workout.date in days]
    return sum(planned) if planned else None

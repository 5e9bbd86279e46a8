"""One turn: what was asked, what a coach answers, and what becomes of the plan. Nothing is saved here.

The walk goes one way: a red flag ends it; else a coach is asked, its change is made on a copy of the plan, and the
copy is reviewed. When that fails, a coach that can is asked once more with the reason; after that the words are kept,
the change is dropped, and the runner is told which limit stood in the way.
"""

from __future__ import annotations

import datetime as dt
import time
from collections.abc import Collection

from pydantic import ValidationError

from planwise_core.coach import context, safety
from planwise_core.coach.reply import Coach, Outcome, Reply, Say, Situation, Turn
from planwise_core.errors import CannotPlan, InvalidEdit, PlanWiseError
from planwise_core.training import checks, engine
from planwise_core.training.athlete import Athlete
from planwise_core.training.checks import Finding
from planwise_core.training.edits import Edit, apply, diff
from planwise_core.training.plan import Plan, Week
from planwise_core.training.values import Value

PATIENCE_S = 90.0  # for the whole turn, repair and fallbacks included


class _Objection(PlanWiseError):
    """Something stands against the change, although it is no edit that could be named."""


class _Made(Value):
    """What a reply comes to."""

    outcome: Outcome = "answered"
    proposed: Plan | None = None
    edits: tuple[Edit, ...] = ()
    findings: tuple[Finding, ...] = ()


def answer(situation: Situation, asked: str, coach: Coach, say: Say, *, patience_s: float = PATIENCE_S) -> Turn:
    """The turn that `asked` leads to. `say` hears the words as they come; those of the `Turn` are what counts.

    Raises:
        CoachUnavailable: the coach, and every coach behind it, gave no usable answer.
    """
    if referral := safety.referral(asked):
        say(referral)
        return Turn(asked=asked, says=referral, outcome="referred", answered_by="safety rules")
    prompt = context.build(situation, asked).but(deadline=time.monotonic() + patience_s)
    reply = coach.reply(prompt, say)
    try:
        return _turn(asked, reply, _made(situation, reply))
    except (InvalidEdit, CannotPlan, _Objection) as problem:
        if not reply.by_model:
            return _refused(asked, reply, problem)
        say.restart()
        second = coach.reply(context.objected(prompt, reply, str(problem)), say)
    second = _with_usage_of(reply, second)
    try:
        return _turn(asked, second, _made(situation, second))
    except (InvalidEdit, CannotPlan, _Objection) as problem:
        return _refused(asked, second, problem)


def done_workouts(situation: Situation) -> frozenset[str]:
    """The ids of the workouts that a run answers: they never change."""
    return frozenset(run.workout for run in situation.runs if run.workout)


def _made(situation: Situation, reply: Reply) -> _Made:
    athlete = reply.athlete or situation.athlete
    proposed = _proposed(situation, athlete, reply)
    if proposed is None:
        return _Made()
    edits = diff(situation.plan, proposed) if situation.plan else ()
    if situation.plan and not edits:
        return _Made()
    findings = checks.review(proposed, athlete, situation.runs, situation.today)
    _refuse_what_is_newly_wrong(findings, situation, athlete)
    outcome: Outcome = "proposed" if situation.plan else "saved"
    return _Made(outcome=outcome, proposed=proposed, edits=edits, findings=findings)


def _proposed(situation: Situation, athlete: Athlete, reply: Reply) -> Plan | None:
    """The plan as the reply would have it; None: nothing is to change."""
    today, plan, done = situation.today, situation.plan, done_workouts(situation)
    if reply.problem:
        raise _Objection(reply.problem)
    if reply.build:
        return engine.rebuild(plan, athlete, today, done) if plan else engine.build(athlete, today)
    if plan is None:
        if reply.edits or reply.go_back:
            raise InvalidEdit("There is no plan yet that could change.")
        return None
    if reply.go_back:
        if situation.previous_plan is None:
            raise InvalidEdit("There is no earlier version to go back to.")
        return keeping_the_past(plan, situation.previous_plan, today, done)
    return apply(plan, reply.edits, today=today, done=done) if reply.edits else None


def keeping_the_past(current: Plan, target: Plan, today: dt.date, done: Collection[str]) -> Plan:
    """`target`, but with the days before `today` and the workouts `done` as they are in `current`.

    Raises:
        InvalidEdit: the two do not fit into one plan.
    """
    lived = {each.id: each for each in current.workouts if each.date < today or each.id in done}
    ahead = [each for each in target.workouts if each.date >= today and each.id not in lived]
    weeks, start = list(target.weeks), target.start_date
    while lived and start > min(each.date for each in lived.values()):
        start -= dt.timedelta(weeks=1)
        weeks.insert(0, _week_on(current, start))
    while lived and start + dt.timedelta(weeks=len(weeks)) <= max(each.date for each in lived.values()):
        weeks.append(_week_on(current, start + dt.timedelta(weeks=len(weeks))))
    try:
        return target.but(start_date=start, weeks=tuple(weeks), workouts=(*lived.values(), *ahead))
    except ValidationError:  # too many weeks, or five workouts on one day
        raise InvalidEdit("That version no longer fits around the days that have passed.") from None


def _week_on(plan: Plan, monday: dt.date) -> Week:
    index = plan.week_of(monday) - 1
    return plan.weeks[index] if 0 <= index < len(plan.weeks) else Week()


def _refuse_what_is_newly_wrong(findings: tuple[Finding, ...], situation: Situation, athlete: Athlete) -> None:
    """An error the plan has already is no reason to refuse a change that leaves it there."""
    errors = [finding for finding in findings if finding.severity == "error"]
    if not errors:
        return
    before = checks.review(situation.plan, athlete, situation.runs, situation.today) if situation.plan else ()
    known = {(finding.rule, finding.week) for finding in before if finding.severity == "error"}
    new = [finding for finding in errors if (finding.rule, finding.week) not in known]
    if new:
        raise _Objection(" ".join(finding.message for finding in new[:3]))


def _turn(asked: str, reply: Reply, made: _Made) -> Turn:
    return Turn(asked=asked, **dict(made), **_of_reply(reply))


def _refused(asked: str, reply: Reply, problem: PlanWiseError) -> Turn:
    return Turn(asked=asked, outcome="refused", refusal=str(problem), **_of_reply(reply))


def _of_reply(reply: Reply) -> dict[str, object]:
    names = ("says", "athlete", "known", "pending", "answered_by", "notice", "input_tokens", "output_tokens", "usage")
    return {name: getattr(reply, name) for name in names}


def _with_usage_of(first: Reply, second: Reply) -> Reply:
    """The second reply with the cost of both: one turn, one bill."""
    return second.but(
        usage=(*first.usage, *second.usage),
        input_tokens=_sum(first.input_tokens, second.input_tokens),
        output_tokens=_sum(first.output_tokens, second.output_tokens),
    )


def _sum(one: int | None, other: int | None) -> int | None:
    return None if one is None and other is None else (one or 0) + (other or 0)

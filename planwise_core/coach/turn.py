"""One turn: what was asked, what a coach answers, and what becomes of the plan. Nothing is saved here.

The walk goes one way: a red flag ends it; else a coach is asked, its change is made on a copy of the plan, and the
copy is reviewed. When that fails, or a model's words do not agree with the plan, it is asked once more with the reason;
after that the words are kept, the change is dropped, and the runner is told which limit stood in the way.
"""

from __future__ import annotations

import datetime as dt
import time
from collections.abc import Collection

from pydantic import ValidationError

from planwise_core.coach import context, memory, safety
from planwise_core.coach.claims import contradictions
from planwise_core.coach.reply import Coach, Outcome, Reply, Say, Situation, Turn
from planwise_core.errors import CannotPlan, CoachUnavailable, InvalidEdit, PlanWiseError
from planwise_core.training import checks, engine
from planwise_core.training.athlete import Athlete
from planwise_core.training.checks import Finding
from planwise_core.training.edits import Edit, apply, diff
from planwise_core.training.plan import Plan, Week
from planwise_core.training.smoothing import smoothed
from planwise_core.training.values import Value

_OF_REPLY = (
    "says", "athlete", "known", "remember", "pending", "answered_by", "notice", "usage", "corrects",
)  # fmt: skip
SMOOTHED = "The weeks behind it grow a little more slowly, so that no step is too big."
PATIENCE_S = 90.0  # for the whole turn, repair and fallbacks included


class _Objection(PlanWiseError):
    """Something stands against the change, although it is no edit that could be named."""


class _Made(Value):
    """What a reply comes to."""

    outcome: Outcome = "answered"
    proposed: Plan | None = None
    edits: tuple[Edit, ...] = ()
    findings: tuple[Finding, ...] = ()
    note: str = ""  # what the house did to the change, to be said with the answer


class _Walked(Value):
    """A turn, and what is wrong with the reply it came from."""

    turn: Turn
    objection: str = ""


def answer(situation: Situation, asked: str, coach: Coach, say: Say, *, patience_s: float = PATIENCE_S) -> Turn:
    """The turn that `asked` leads to. `say` hears the words as they come; those of the `Turn` are what counts.

    Raises:
        CoachUnavailable: the coach, and every coach behind it, gave no usable answer.
    """
    if referral := safety.referral(asked):
        say(referral)
        return Turn(asked=asked, says=referral, outcome="referred", answered_by="safety rules")
    if situation.unsure and (keeps := memory.decided(asked)) is not None:
        says = "I will remember that." if keeps else "All right, I will not keep that."
        say(says)
        return Turn(asked=asked, says=says, keeps=keeps, pending=situation.pending, answered_by="PlanWise")
    prompt = context.build(situation, asked).but(deadline=time.monotonic() + patience_s)
    reply = coach.reply(prompt, say)
    first = _walked(situation, asked, reply)
    if not first.objection or not reply.by_model:
        return first.turn
    say.restart()
    try:
        second = coach.reply(context.objected(prompt, reply, first.objection), say)
    except CoachUnavailable as error:
        return first.turn.billed(after=error.usage)
    repaired = _walked(situation, asked, second)
    if repaired.objection and first.turn.outcome != "refused":
        return first.turn.billed(after=second.usage)  # the plan of the first was sound, only its words were not
    return repaired.turn.billed(before=first.turn.usage)


def _walked(situation: Situation, asked: str, reply: Reply) -> _Walked:
    """From the reply to the turn; what a model says of the plan and is not so is marked."""
    own = {name: getattr(reply, name) for name in _OF_REPLY}
    try:
        made = _made(situation, reply)
    except (InvalidEdit, CannotPlan, _Objection) as problem:
        turn = Turn(asked=asked, outcome="refused", refusal=str(problem), **own)
        return _Walked(turn=turn, objection=str(problem))
    if made.note:
        own["says"] = f"{reply.says} {made.note}"
    turn = Turn(asked=asked, **{name: value for name, value in made if name != "note"}, **own)
    wrong = " ".join(contradictions(reply.says, asked, situation, made.proposed)) if reply.by_model else ""
    if wrong:
        turn = turn.but(says=f"{reply.says}\n\n*Checked against the plan:* {wrong}")
    return _Walked(turn=turn, objection=wrong)


def done_workouts(situation: Situation) -> frozenset[str]:
    """The ids of the workouts that a run answers: they never change."""
    return frozenset(run.workout for run in situation.runs if run.workout)


def _made(situation: Situation, reply: Reply) -> _Made:
    athlete = reply.athlete or situation.athlete
    asked_for = _proposed(situation, athlete, reply)
    if asked_for is None:
        return _Made()
    proposed = asked_for if reply.build or situation.plan is None else _smoothed(situation, athlete, asked_for)
    edits = diff(situation.plan, proposed) if situation.plan else ()
    if situation.plan and not edits:
        if reply.by_model and (reply.edits or reply.go_back):  # its words tell of a change
            raise _Objection("That would change nothing in the plan as it is.")
        return _Made()
    findings = checks.review(proposed, athlete, situation.runs, situation.today)
    _refuse_what_is_newly_wrong(findings, situation, athlete, by_house=reply.build and not reply.edits)
    outcome: Outcome = "proposed" if situation.plan else "saved"
    note = SMOOTHED if proposed != asked_for else ""
    return _Made(outcome=outcome, proposed=proposed, edits=edits, findings=findings, note=note)


def _smoothed(situation: Situation, athlete: Athlete, changed: Plan) -> Plan:
    assert situation.plan is not None  # noqa: S101 - only a plan can change
    return smoothed(situation.plan, changed, athlete, situation.runs, situation.today, done_workouts(situation))


def _proposed(situation: Situation, athlete: Athlete, reply: Reply) -> Plan | None:
    """The plan as the reply would have it; None: nothing is to change."""
    today, plan, done = situation.today, situation.plan, done_workouts(situation)
    if reply.problem:
        raise _Objection(reply.problem)
    if reply.build:
        built = engine.rebuild(plan, athlete, today, done) if plan else engine.build(athlete, today)
        return apply(built, reply.edits, today=today, done=done)
    if plan is None:
        if reply.edits or reply.go_back:
            raise InvalidEdit("There is no plan yet that could change.")
        return None
    if reply.go_back:
        if situation.previous_plan is None:
            raise InvalidEdit("There is no earlier version to go back to.")
        return keeping_the_past(plan, situation.previous_plan, today, done)
    if not reply.edits:
        return None
    return apply(plan, reply.edits, today=today, done=done)


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


def _refuse_what_is_newly_wrong(
    findings: tuple[Finding, ...], situation: Situation, athlete: Athlete, *, by_house: bool
) -> None:
    """An error the plan has already is no reason to refuse a change that leaves it there.

    A plan the house has built is the safest it could find for what the runner wants: it is refused only where it
    breaks a hard limit. Its other findings are shown with it; a newcomer with three weeks to a race gets a plan.
    """
    errors = [
        each for each in findings if each.severity == "error" and (not by_house or each.rule.startswith("LIMIT-"))
    ]
    if not errors:
        return
    before = checks.review(situation.plan, athlete, situation.runs, situation.today) if situation.plan else ()
    known = {(finding.rule, finding.week) for finding in before if finding.severity == "error"}
    new = [finding for finding in errors if (finding.rule, finding.week) not in known]
    if new:
        raise _Objection(" ".join(finding.message for finding in new[:3]))

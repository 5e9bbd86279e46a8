"""Talk with the offline coach about a small plan: one message, its answer, and the plan as it would be."""

from __future__ import annotations

from planwise_core.coach.offline_coach import OfflineCoach
from planwise_core.coach.reply import Heard, Prompt, Reply, Situation
from planwise_core.training.athlete import Athlete, DayLimit, Race
from planwise_core.training.edits import apply
from planwise_core.training.plan import Plan
from planwise_core.training.values import WEEKDAYS
from tests.builders import MONDAY, easy, plan, workout

COACH = OfflineCoach()


def asked(situation: Situation, message: str) -> Reply:
    return COACH.reply(Prompt(situation=situation, asked=message), Heard())


def after(situation: Situation, message: str) -> Situation:
    """The situation once the coach has answered, without any plan being made."""
    reply = asked(situation, message)
    return situation.but(
        athlete=reply.athlete or situation.athlete, known=situation.known | reply.known, pending=reply.pending
    )


def training(**more: object) -> Situation:
    """Monday of a four-week plan: tempo on Tuesday, easy on Thursday, long on Sunday; never on Fridays."""
    workouts = [
        each
        for week in (1, 2, 3, 4)
        for each in (
            workout("tue", 8, week=week, type="tempo", minutes=48),
            easy("thu", 6, week=week, minutes=36),
            workout("sun", 12, week=week, type="long", minutes=72),
        )
    ]
    free = tuple(day for day in WEEKDAYS if day != "fri")
    runner = Athlete(
        races=(Race(distance_km=21.0975),),
        weekly_km=26,
        longest_run_km=14,
        free_days=free,
        minutes=(DayLimit(day="wed", minutes=30),),
    )
    known = frozenset({"races", "date", "weekly_km", "free_days"})
    return Situation(today=MONDAY, athlete=runner, known=known, plan=plan(*workouts), version=1, **more)


def changed(situation: Situation, message: str) -> Plan:
    """The plan as it would be after this message."""
    assert situation.plan is not None
    return apply(situation.plan, asked(situation, message).edits, today=situation.today)

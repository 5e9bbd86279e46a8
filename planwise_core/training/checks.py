"""What a careful coach would object to: one rule, one function, one id, one source, one line in the table.

The rules stand in `training.rules`; `review` asks them all. They work on any plan that `document.parse` accepts.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple

from planwise_core.training.athlete import Athlete
from planwise_core.training.journal import Run
from planwise_core.training.plan import Plan
from planwise_core.training.rules import limits, long_run, quality, runner, structure, taper, volume
from planwise_core.training.rules.season import Finding, Objection, Season, Severity


class Rule(NamedTuple):
    """One line of the table."""

    id: str
    check: Callable[[Season], Iterator[Objection]]
    source: str


RULES: tuple[Rule, ...] = (
    Rule("LIMIT-DAY", limits.limit_day, "the runner's own limit"),
    Rule("LIMIT-MINUTES", limits.limit_minutes, "the runner's own limit"),
    Rule("LIMIT-DAYS", limits.limit_days, "the runner's own limit"),
    Rule("LIMIT-AWAY", limits.limit_away, "the runner's own limit"),
    Rule("RACE-DAY", limits.race_day, "the runner's own goal"),
    Rule("PHASE-1", runner.phases, "order of phases, coaching convention"),
    Rule("LEAD-1", runner.lead_in, "least weeks to a race, coaching convention"),
    Rule("PROG-1", volume.prog_1, "Daniels; Nielsen 2014; 49 published marathon plans"),
    Rule("PROG-2", volume.prog_2, "published plans return to the old high"),
    Rule("PROG-3", volume.prog_3, "Pfitzinger; published plans: a down week every 5"),
    Rule("PROG-4", volume.prog_4, "published plans, start against history"),
    Rule("PROG-5", volume.prog_5, "49 published marathon plans, p90 of peak to start 1.70"),
    Rule("PROG-6", volume.prog_6, "Abrahamson 2025 (RUNSAFE)"),
    Rule("LR-1", long_run.lr_1, "Frandsen 2025, BJSM 109380"),
    Rule("LR-2", long_run.lr_2, "1,235 published weeks"),
    Rule("LR-3", long_run.lr_3, "Daniels; Pfitzinger"),
    Rule("LR-4", long_run.lr_4, "published plans by distance"),
    Rule("LR-5", long_run.lr_5, "Pfitzinger"),
    Rule("LR-6", long_run.lr_6, "ultra coaching: second day half to three quarters"),
    Rule("Q-1", quality.q_1, "Daniels, caps per session"),
    Rule("Q-2", quality.q_2, "43 published plans; 80/20"),
    Rule("Q-3", quality.q_3, "43 published plans: none"),
    Rule("Q-3-LONG", quality.q_3_long, "27 of 43 published plans do it"),
    Rule("Q-3-48H", quality.q_3_48h, "coaching convention: 48 h after intervals, repetitions and hills"),
    Rule("Q-3-THREE", quality.q_3_three, "43 published plans: none"),
    Rule("Q-4", structure.q_4, "Daniels; Pfitzinger"),
    Rule("STEPS", structure.steps_sum, "a workout is the sum of its steps"),
    Rule("Q-5", quality.q_5, "Munoz 2014; Festa 2020"),
    Rule("TAPER-1", taper.taper_1, "Bosquet 2007; Smyth & Lawlor 2021; published plans"),
    Rule("TAPER-2", taper.taper_2, "Bosquet 2007; Mujika"),
    Rule("TAPER-3", taper.taper_3, "published plans, longest run before the race"),
    Rule("YOUTH-1", runner.youth, "no marathon under 18, coaching convention"),
    Rule("MASTERS-1", runner.masters_easy_days, "Pfitzinger: more recovery with age"),
    Rule("MASTERS-2", runner.masters_down_weeks, "coaching convention: a down week every third"),
    Rule("BEGIN-1", runner.beginner, "run-walk programmes; Nielsen 2014"),
    Rule("INJURY-1", runner.injured, "Vincent & Vincent 2017"),
    Rule("DOUBLE-1", runner.double_hard, "coaching convention: two hard sessions need years of base"),
    Rule("DOUBLE-2", runner.doubles, "the runner's own wish"),
    Rule("RETURN-1", runner.return_volume, "Daniels: half, then three quarters of the load"),
    Rule("RETURN-2", runner.return_quality, "Daniels; coaching convention: three quarters of the load first"),
)

_ORDER: dict[Severity, int] = {"error": 0, "warning": 1, "info": 2}


def review(plan: Plan, athlete: Athlete, runs: Sequence[Run] = (), today: dt.date | None = None) -> tuple[Finding, ...]:
    """What a careful coach objects to in this plan for this athlete, worst first, then by week.

    `runs` are what was run before and since; `athlete.weekly_km` and `longest_run_km` stand for what is not recorded.
    With `today`, only its week and later ones are judged: what has passed cannot be mended.
    """
    season = Season(plan, athlete, runs, today)
    first = None if today is None else plan.week_of(today)
    found = [
        Finding(
            rule=rule.id,
            severity=objection.severity,
            week=objection.week,
            message=objection.message,
            advice=objection.advice,
            source=rule.source,
        )
        for rule in RULES
        for objection in rule.check(season)
        if first is None or objection.week is None or objection.week >= first
    ]
    return tuple(sorted(found, key=lambda finding: (_ORDER[finding.severity], finding.week or 0)))


__all__ = ["RULES", "Finding", "Rule", "Severity", "review"]

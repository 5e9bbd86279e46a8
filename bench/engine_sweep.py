"""Plans for thousands of random athletes, reviewed: ``python -m bench.engine_sweep [athletes] [seed]``.

Prints errors, broken limits, crashes, refusals and warnings, then where typical athletes' plans stand among published
ones. The athletes of the sweep are those of the property tests. `rows` measures how long a plan takes.
"""

from __future__ import annotations

import datetime as dt
import itertools
import json
import re
import sys
import time
from collections import Counter
from collections.abc import Iterator
from random import Random
from statistics import mean, median

from hypothesis.control import BuildContext
from hypothesis.internal.conjecture.data import ConjectureData

from bench.table import Row, side_by_side
from planwise_core.errors import CannotPlan
from planwise_core.training.athlete import Athlete, Race
from planwise_core.training.checks import review
from planwise_core.training.document import render
from planwise_core.training.engine import build
from planwise_core.training.envelope import standing
from planwise_core.training.plan import week_km, weekly_km
from tests.builders import MONDAY
from tests.feasible import following, is_contradiction
from tests.strategies import athletes
from tests.typical import band_of, typical_athletes


class Sweep:
    """What has been seen so far."""

    def __init__(self) -> None:
        self.count = 0
        self.unconfirmed = 0  # refusals that the tests' own arithmetic does not bear out
        self.misled = 0  # refusals whose nearest plan cannot be built either
        self.wrong_sums = 0
        self.race_elsewhere = 0
        self.refused: Counter[str] = Counter()
        self.crashed: Counter[str] = Counter()
        self.errors: Counter[str] = Counter()
        self.warnings: Counter[str] = Counter()
        self.warnings_per_plan: list[int] = []
        self.build_ms: list[float] = []

    def add(self, athlete: Athlete, today: dt.date) -> None:
        self.count += 1
        began = time.perf_counter()
        try:
            plan = build(athlete, today)
        except CannotPlan as refusal:
            self._add_refusal(athlete, today, refusal)
            return
        except Exception as crash:  # noqa: BLE001 - counted and told in the table
            self.crashed[f"{type(crash).__name__}: {crash}"[:100]] += 1
            return
        self.build_ms.append((time.perf_counter() - began) * 1000)
        self.wrong_sums += weekly_km(plan) != tuple(week_km(week) for week in plan.by_week)
        self.race_elsewhere += plan.race_date is not None and (not plan.race or plan.race.date != plan.race_date)
        findings = review(plan, athlete, today=today)
        for finding in findings:
            if finding.severity != "info":
                {"error": self.errors, "warning": self.warnings}[finding.severity][finding.rule] += 1
        self.warnings_per_plan.append(sum(finding.severity == "warning" for finding in findings))

    def _add_refusal(self, athlete: Athlete, today: dt.date, refusal: CannotPlan) -> None:
        self.refused[re.sub(r"\d[\d.]*|\b[A-Z][a-z]+ 20\d\d", "#", refusal.problem)[:60]] += 1
        self.unconfirmed += not is_contradiction(athlete, today)
        try:
            build(following(athlete, today, refusal.nearest), today)
        except CannotPlan:
            self.misled += 1

    def table(self) -> str:
        planned = len(self.warnings_per_plan)
        lines = [
            f"athletes          {self.count}",
            f"plans             {planned}",
            f"refused           {sum(self.refused.values())} ({sum(self.refused.values()) / self.count:.1%})",
            f"  unconfirmed     {self.unconfirmed}",
            f"  nearest fails   {self.misled}",
            f"crashes           {sum(self.crashed.values())}",
            f"errors            {sum(self.errors.values())} (broken limits are errors)",
            f"wrong sums        {self.wrong_sums}",
            f"race elsewhere    {self.race_elsewhere}",
            f"warnings a plan   median {median(self.warnings_per_plan):g}, mean {mean(self.warnings_per_plan):.2f}",
            f"build             median {median(self.build_ms):.1f} ms",
        ]
        for title, counter in (
            ("refused", self.refused), ("crashed", self.crashed), ("error", self.errors), ("warning", self.warnings),
        ):  # fmt: skip
            lines += [f"  {title:8} {count:5}  {what}" for what, count in counter.most_common(14)]
        return "\n".join(lines)


def random_athletes(count: int, seed: int) -> Iterator[tuple[Athlete, dt.date]]:
    """Athletes as the property tests draw them, each independent of the one before.

    `@given` would do, but it varies each athlete it has drawn five times, and so counts one refusal up to six times.
    """
    random = Random(seed)
    for _ in range(count):
        drawn = ConjectureData(random=random)
        with BuildContext(drawn, is_final=False, wrapped_test=sweep):
            yield drawn.draw(athletes())


def sweep(count: int, seed: int = 1) -> Sweep:
    """Build and review plans for `count` random athletes."""
    seen = Sweep()
    for athlete, today in random_athletes(count, seed):
        seen.add(athlete, today)
    return seen


def standings() -> Iterator[str]:
    """One line per distance and level: the figures outside the band of the published plans.

    The band is [p10, p90] where it is known, else the least and the most of the few plans there are.
    """
    for athlete in typical_athletes():
        known = [
            (each, *band)
            for each in standing(build(athlete, MONDAY), athlete)
            if (band := band_of(each.figure, athlete)) is not None
        ]
        outside = [
            f"{each.figure} {each.value:g} not in {low:g} to {high:g} ({name})"
            for each, low, high, name in known
            if not low <= each.value <= high
        ]
        inside = len(known) - len(outside)
        km, told = athlete.races[0].distance_km, "; ".join(outside)
        yield f"{km:7g} km {athlete.level:13} {inside:2} of {len(known):2} inside  {told}"


def rows() -> Iterator[Row]:
    """A plan of 24 weeks built and reviewed, against `json.loads` of its document. No plan is built twice."""
    volumes = itertools.count(40)

    def athlete() -> Athlete:
        race = Race(distance_km=42.195, date=MONDAY + dt.timedelta(days=7 * 23 + 6))
        return Athlete(races=(race,), weekly_km=next(volumes) / 10 + 36, days_per_week=5)

    def made() -> None:
        one = athlete()
        review(build(one, MONDAY), one, today=MONDAY)

    document = json.dumps(render(build(athlete(), MONDAY)))
    ours, loads = side_by_side(made, lambda: json.loads(document), 60)
    yield Row("a 24-week plan built and reviewed", ours, loads, "`json.loads` of its document", 50)


if __name__ == "__main__":
    numbers = [int(each) for each in sys.argv[1:]]
    print(sweep(*(numbers or [3000])).table())
    print("\n".join(standings()))
    print(*rows(), sep="\n")

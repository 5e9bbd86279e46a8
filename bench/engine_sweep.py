"""Plans for thousands of random athletes, reviewed: ``python -m bench.engine_sweep [athletes] [seed]``.

Prints errors, broken limits, crashes, refusals and warnings. The athletes are those of the property tests.
"""

from __future__ import annotations

import sys
import time
from collections import Counter
from statistics import mean, median

from hypothesis import HealthCheck, Phase, given, seed, settings

from planwise_core.errors import CannotPlan
from planwise_core.training.checks import review
from planwise_core.training.engine import build
from tests.strategies import athletes


class Sweep:
    """What has been seen so far."""

    def __init__(self) -> None:
        self.count = 0
        self.refused: Counter[str] = Counter()
        self.crashed: Counter[str] = Counter()
        self.errors: Counter[str] = Counter()
        self.warnings: Counter[str] = Counter()
        self.warnings_per_plan: list[int] = []
        self.build_ms: list[float] = []
        self.examples: dict[str, object] = {}

    def add(self, given: tuple) -> None:
        athlete, today = given
        self.count += 1
        began = time.perf_counter()
        try:
            plan = build(athlete, today)
        except CannotPlan as refusal:
            self.refused[refusal.problem[:40]] += 1
            self.examples.setdefault("refused " + refusal.problem[:40], given)
            return
        except Exception as crash:  # noqa: BLE001 - counted and told in the table
            self.crashed[f"{type(crash).__name__}: {crash}"[:100]] += 1
            self.examples.setdefault("crash " + f"{type(crash).__name__}: {crash}"[:100], given)
            return
        self.build_ms.append((time.perf_counter() - began) * 1000)
        findings = review(plan, athlete, today=today)
        for finding in findings:
            if finding.severity == "info":
                continue
            {"error": self.errors, "warning": self.warnings}[finding.severity][finding.rule] += 1
            self.examples.setdefault(f"{finding.severity} {finding.rule}", (*given, finding))
        self.warnings_per_plan.append(sum(finding.severity == "warning" for finding in findings))

    def table(self) -> str:
        planned = len(self.warnings_per_plan)
        lines = [
            f"athletes          {self.count}",
            f"plans             {planned}",
            f"refused           {sum(self.refused.values())} ({sum(self.refused.values()) / self.count:.1%})",
            f"crashes           {sum(self.crashed.values())}",
            f"errors            {sum(self.errors.values())}",
            f"warnings a plan   median {median(self.warnings_per_plan):g}, mean {mean(self.warnings_per_plan):.2f}",
            f"build             median {median(self.build_ms):.1f} ms",
        ]
        for title, counter in (
            ("refused", self.refused), ("crashed", self.crashed), ("error", self.errors), ("warning", self.warnings),
        ):  # fmt: skip
            lines += [f"  {title:8} {count:5}  {what}" for what, count in counter.most_common(14)]
        return "\n".join(lines)


def sweep(count: int, seed_: int = 1) -> Sweep:
    """Build and review plans for `count` random athletes."""
    seen = Sweep()

    @seed(seed_)
    @settings(
        max_examples=count,
        database=None,
        deadline=None,
        phases=[Phase.generate],
        suppress_health_check=list(HealthCheck),
    )
    @given(athletes())
    def run(given: tuple) -> None:
        seen.add(given)

    run()
    return seen


if __name__ == "__main__":
    numbers = [int(each) for each in sys.argv[1:]]
    print(sweep(*(numbers or [3000])).table())

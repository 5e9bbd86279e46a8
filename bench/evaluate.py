"""How well a coach understands runners: every message of tests/data/eval, judged by what happens to the plan.

    python bench/evaluate.py                       the offline coach; what `make eval` and CI run
    python bench/evaluate.py --failures            … and what went wrong, except in the unseen part
    OPENAI_API_KEY=… [OPENAI_BASE_URL=…] [OPENAI_MODEL=…] python bench/evaluate.py --openai
    … --openai --every 5                           … on every fifth message, for a slow model

Each line is one coach on one part of the messages. `right`: everything wanted happened and nothing else. `valid`: edits
that applied. `limits`: changed plans that keep free days, days away and minutes. `unwanted`: changes nobody asked for.
`agree`: answers in which every number and weekday about the plan is one of the plan's.
"""

from __future__ import annotations

import argparse
import os
import sys
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from bench.judging import Verdict, judged, messages  # noqa: E402
from planwise_core.coach.offline_coach import OfflineCoach  # noqa: E402
from planwise_core.coach.reply import Coach  # noqa: E402

PATIENCE_S = 1800.0  # what a model can do is measured here, not how long a runner would wait
PARTS = ("direct", "indirect", "unseen")


def openai_coach() -> Coach:
    """The coach of the configured endpoint; imported late, it is heavy."""
    from planwise_core.coach.openai_coach import OpenAICoach

    key = os.environ.get("OPENAI_API_KEY", "")
    models = os.environ.get("OPENAI_MODELS", os.environ.get("OPENAI_MODEL", "gpt-4o")).split(",")
    return OpenAICoach(key, models, os.environ.get("OPENAI_BASE_URL"), timeout_s=PATIENCE_S, idle_s=PATIENCE_S)


def row(coach: Coach, part: str, verdicts: list[Verdict], seconds: float) -> str:
    count = len(verdicts)
    right = sum(verdict.is_right for verdict in verdicts)
    tokens = sum(verdict.tokens for verdict in verdicts)
    return (
        f"{coach.name:<16} {part:<9} {count:>4} {right:>5} {100 * right / count:>5.1f} % "
        f"{sum(v.valid for v in verdicts):>4}/{sum(v.changes for v in verdicts):<4}"
        f"{sum(v.changes and v.limits_kept for v in verdicts):>4}/{sum(v.changes for v in verdicts):<4}"
        f"{sum(v.unwanted for v in verdicts):>6} {sum(v.agrees for v in verdicts):>6} {tokens:>8} {seconds:>8.2f}"
    )


def main() -> int:
    ask = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ask.add_argument("--openai", action="store_true", help="also the coach of the configured endpoint")
    ask.add_argument("--every", type=int, default=1, metavar="N", help="only every N-th message")
    ask.add_argument("--failures", action="store_true", help="show what went wrong in the parts that may be tuned to")
    given = ask.parse_args()
    coaches: list[Coach] = [OfflineCoach(), *([openai_coach()] if given.openai else [])]
    print(
        f"{'coach':<16} {'part':<9} {'all':>4} {'right':>5} {'':>7} valid    limits unwanted  agree   tokens  seconds"
    )
    failed = False
    for coach in coaches:
        for part in PARTS:
            began = time.perf_counter()
            asked = messages(ROOT / "tests/data/eval" / f"{part}.jsonl")[:: given.every]
            verdicts = [judged(coach, message) for message in asked]
            print(row(coach, part, verdicts, time.perf_counter() - began))
            broken = any(verdict.unwanted or not verdict.limits_kept for verdict in verdicts)
            failed |= broken and isinstance(coach, OfflineCoach)
            if given.failures and part != "unseen":
                for verdict in verdicts:
                    if not verdict.is_right or not verdict.agrees:
                        print(
                            f"    {verdict.name} {verdict.said!r}\n        {'; '.join(verdict.wrong)}\n        -> "
                            f"{verdict.says}"
                        )
    return int(failed)


if __name__ == "__main__":
    raise SystemExit(main())

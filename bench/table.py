"""One measurement is one row: a ratio taken in one run, beside the limit it is held to."""

from __future__ import annotations

import statistics
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

README = Path(__file__).parent.parent / "README.md"


@dataclass(frozen=True)
class Row:
    """`ours` against `other`, both in `unit`, and the most (or least) their ratio may be."""

    what: str
    ours: float
    other: float
    against: str
    limit: float
    at_most: bool = True
    unit: str = "ms"

    @property
    def ratio(self) -> float:
        """Ours ÷ theirs, or theirs ÷ ours (how many times faster) where the limit is a least."""
        return self.ours / self.other if self.at_most else self.other / self.ours

    @property
    def holds(self) -> bool:
        return self.ratio <= self.limit if self.at_most else self.ratio >= self.limit

    def __str__(self) -> str:
        sign = "≤" if self.at_most else "≥"
        verdict = "yes" if self.holds else "**no**"
        return (
            f"| {self.what} | {self.ours:.3g} {self.unit} | {self.other:.3g} {self.unit} ({self.against}) "
            f"| {self.ratio:.3g}× | {sign} {self.limit:g}× | {verdict} |"
        )


HEADER = "| measure | PlanWise | against | ratio | limit | holds |\n|---|---|---|---|---|---|"


def written(rows: Sequence[Row]) -> str:
    return "\n".join([HEADER, *map(str, rows)])


def into_readme(table: str, name: str = "bench") -> None:
    """Put the table between the two marks of this name in README.md."""
    begin, end = f"<!-- {name} -->", f"<!-- /{name} -->"
    text = README.read_text()
    before, rest = text.split(begin)
    _, after = rest.split(end)
    README.write_text(f"{before}{begin}\n{table}\n{end}{after}")


def median_ms(action: Callable[[], object], times: int) -> float:
    """The median of `times` calls, in milliseconds, after one that does not count."""
    action()
    taken = []
    for _ in range(times):
        start = time.perf_counter()
        action()
        taken.append(time.perf_counter() - start)
    return statistics.median(taken) * 1000


def side_by_side(one: Callable[[], object], other: Callable[[], object], times: int) -> tuple[float, float]:
    """Medians (ms) of two actions called in turn, A B A B …, so that a drifting machine drifts for both."""
    one(), other()
    taken: tuple[list[float], list[float]] = ([], [])
    for _ in range(times):
        for action, into in zip((one, other), taken, strict=True):
            start = time.perf_counter()
            action()
            into.append(time.perf_counter() - start)
    return statistics.median(taken[0]) * 1000, statistics.median(taken[1]) * 1000

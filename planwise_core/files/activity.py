"""What every kind of activity file has in common: its bounds, its refusal, and the run that comes out of it."""

from __future__ import annotations

import datetime as dt

from pydantic import ValidationError

from planwise_core.training.journal import Run

MAX_POINTS = 100_000  # 27 hours, one a second
RUNNING = frozenset(
    {
        "running", "run", "trail running", "trail run", "trailrun", "trail_running", "virtual run", "virtualrun",
        "treadmill running", "treadmill_running",
    }
)  # fmt: skip


class Refused(Exception):
    """Why a file cannot be used: the end of a sentence that begins with its name."""


def counted(points: int) -> int:
    if points >= MAX_POINTS:
        raise Refused(f"has more than {MAX_POINTS} points.")
    return points + 1


def run_of(begun: dt.datetime, km: float, seconds: float, heart: float | None, name: str, timezone: dt.tzinfo) -> Run:
    """Born valid, or refused."""
    try:
        return Run(
            date=begun.astimezone(timezone).date(),
            km=round(km, 2),
            minutes=round(seconds / 60, 1),
            avg_hr=round(heart) if heart and 30 <= heart <= 250 else None,
            name=" ".join("".join(letter for letter in name if letter.isprintable()).split())[:120],
        )
    except (ValidationError, OverflowError) as error:
        raise Refused("says something no run can be, in distance or time.") from error

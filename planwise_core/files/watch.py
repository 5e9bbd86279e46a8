"""FIT: what a watch records."""

from __future__ import annotations

import datetime as dt
import io
from collections.abc import Mapping
from typing import Any

from planwise_core.files.activity import Refused, counted, run_of
from planwise_core.training.journal import Run


def sessions(content: bytes, timezone: dt.tzinfo) -> list[Run]:
    """One run per session of the sport running."""
    import fitdecode

    runs: list[Run] = []
    points, sports = 0, set()
    try:
        with fitdecode.FitReader(
            io.BytesIO(content), check_crc=fitdecode.CrcCheck.RAISE, error_handling=fitdecode.ErrorHandling.IGNORE
        ) as frames:
            for frame in frames:
                if frame.frame_type != fitdecode.FIT_FRAME_DATA:
                    continue
                points = counted(points)
                if frame.name == "session":
                    values = {field.name: field.value for field in frame.fields}
                    sports.add(str(values.get("sport")))
                    if values.get("sport") == "running":
                        runs.append(_session(values, timezone))
    except Refused:
        raise
    except (fitdecode.FitError, ValueError, KeyError, TypeError, IndexError, AttributeError, OverflowError) as error:
        raise Refused("is damaged: it is not a whole FIT file.") from error
    if not runs and sports - {"None"}:
        raise Refused(f"is {', '.join(sorted(sports))[:40]}, not running.")
    return runs


def _session(values: Mapping[str, Any], timezone: dt.tzinfo) -> Run:
    begun = values.get("start_time") or values["timestamp"]
    seconds = values.get("total_timer_time") or values["total_elapsed_time"]
    return run_of(
        begun, float(values["total_distance"]) / 1000, float(seconds), values.get("avg_heart_rate"), "", timezone
    )

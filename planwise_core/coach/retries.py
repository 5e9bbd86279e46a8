"""When to ask again, how long to wait first, and when to stop asking for a while."""

from __future__ import annotations

import contextlib
import datetime as dt
import email.utils
import math
import random
import threading
import time
from collections.abc import Callable, Mapping

from planwise_core.coach.reply import Say

LONGEST_WAIT_S = 20.0  # a runner is waiting: rather another coach than a longer pause
_SLICE_S = 0.2
_DICE = random.Random()


def backoff_s(attempt: int, retry_after_s: float | None) -> float:
    """Seconds to wait after failed attempt 0, 1, 2, …: what the endpoint asked for, else 0.5, 1, 2 … with jitter."""
    return max(retry_after_s or 0.0, 0.5 * 2.0**attempt * _DICE.uniform(0.75, 1.25))


def wait(seconds: float, say: Say) -> None:
    """Sleep, but let whoever listens stop it."""
    until = time.monotonic() + seconds
    while (left := until - time.monotonic()) > 0:
        say("")
        time.sleep(min(left, _SLICE_S))


def retry_after_s(headers: Mapping[str, str], now: dt.datetime) -> float | None:
    """Seconds the endpoint asks to wait (RFC 9110, 10.2.3: seconds or a date; `retry-after-ms` is OpenAI's)."""
    for name, divisor in (("retry-after-ms", 1000.0), ("retry-after", 1.0)):
        with contextlib.suppress(KeyError, ValueError):
            if math.isfinite(seconds := float(headers[name]) / divisor):
                return max(seconds, 0.0)
    try:
        date = email.utils.parsedate_to_datetime(headers["retry-after"]).astimezone(dt.UTC)
    except (KeyError, ValueError, OverflowError):  # none, no date, or one at the end of all time
        return None
    return max((date - now).total_seconds(), 0.0)


class Breaker:
    """Opens after `failures` in a row and stays open for `rest_s`; then one request may try."""

    def __init__(self, failures: int = 3, rest_s: float = 30.0, clock: Callable[[], float] = time.monotonic) -> None:
        self._limit, self._rest_s, self._clock = failures, rest_s, clock
        self._failures, self._opened = 0, 0.0
        self._lock = threading.Lock()

    def rests_for_s(self) -> float:
        """Seconds until it may be tried again; 0: now."""
        with self._lock:
            if self._failures < self._limit:
                return 0.0
            left = self._opened + self._rest_s - self._clock()
            if left <= 0:
                self._opened = self._clock()  # this one tries; the others wait for what becomes of it
                return 0.0
            return left

    def failed(self) -> None:
        with self._lock:
            self._failures += 1
            self._opened = self._clock()

    def worked(self) -> None:
        with self._lock:
            self._failures = 0

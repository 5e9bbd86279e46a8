"""When a model is asked again, how long that waits, and when it is left alone."""

from __future__ import annotations

import datetime as dt

import pytest

from planwise_core.coach.retries import Breaker, backoff_s, retry_after_s

NOW = dt.datetime(2026, 11, 23, 8, tzinfo=dt.UTC)


@pytest.mark.parametrize(
    ("headers", "seconds"),
    [
        ({}, None),
        ({"retry-after": "7"}, 7),
        ({"retry-after": "1.5"}, 1.5),
        ({"retry-after-ms": "250", "retry-after": "7"}, 0.25),
        ({"retry-after": "Mon, 23 Nov 2026 08:00:12 GMT"}, 12),
        ({"retry-after": "Mon, 23 Nov 2026 09:00:12 +0100"}, 12),
        ({"retry-after": "Mon, 23 Nov 2026 07:00:00 GMT"}, 0),
        ({"retry-after": "-3"}, 0),
        ({"retry-after": "soon"}, None),
        ({"retry-after": "nan"}, None),
        ({"retry-after": "inf"}, None),
        ({"retry-after": "Fri, 31 Dec 9999 23:59:59 -2300"}, None),
    ],
)
def test_the_pause_an_endpoint_asks_for_is_read(headers: dict[str, str], seconds: float | None) -> None:
    assert retry_after_s(headers, NOW) == seconds


def test_a_pause_grows_differs_each_time_and_is_never_shorter_than_asked_for() -> None:
    for attempt, middle_s in enumerate((0.5, 1, 2)):
        pauses = {backoff_s(attempt, None) for _ in range(50)}
        assert len(pauses) > 1
        assert all(0.75 * middle_s <= pause <= 1.25 * middle_s for pause in pauses)
    assert backoff_s(0, 9.0) == 9.0
    assert backoff_s(2, 0.1) >= 1.5


def test_after_its_rest_one_may_try_while_the_others_wait() -> None:
    now = [0.0]
    breaker = Breaker(failures=2, rest_s=30, clock=lambda: now[0])
    breaker.failed()
    assert breaker.rests_for_s() == 0
    breaker.failed()
    assert breaker.rests_for_s() == 30

    now[0] = 31
    assert [breaker.rests_for_s(), breaker.rests_for_s()] == [0, 30]
    breaker.failed()
    assert breaker.rests_for_s() == 30

    breaker.worked()
    assert breaker.rests_for_s() == 0

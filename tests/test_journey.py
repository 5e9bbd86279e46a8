"""Journeys of a stranger through the main job, in a real Chromium against a really started server."""

from __future__ import annotations

import http.client
import json
import os
import signal
import threading
import urllib.request
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser

from bench.servers import started
from tests.houses import HALF
from tests.openai_peer import answer, serving, streamed
from tests.visitors import Visitor, browser, runner, site, site_of, visiting

pytestmark = pytest.mark.xdist_group("browser")  # one Chromium at a time is enough for two cores
__all__ = ["browser", "runner", "site"]  # fixtures


def test_a_new_visitor_gets_changes_compares_and_restores_a_plan(runner: Visitor) -> None:
    runner.goes().says(HALF).sees("Version 1")
    runner.turns_to("Plan").sees_title("Half Marathon").sees("Week 1")
    runner.turns_to("Coach").says("make week 3 easier").clicks("Accept").sees("Version 2")
    runner.goes("history?a=1&b=2").sees("changed").ticks("Versions")
    runner.clicks("Restore version 1").sees("Saved as version 3")


def test_a_deep_link_is_gated_even_as_the_first_request_of_a_process(browser: Browser, tmp_path: Path) -> None:
    with site_of(tmp_path, ready="/_stcore/health") as fresh, visiting(browser, fresh) as stranger:
        stranger.goes("history").sees("There is no plan yet").turns_to("Coach").sees("A running coach you talk to")


def test_a_guest_keeps_their_plan_and_nobody_else_sees_it(browser: Browser, runner: Visitor) -> None:
    runner.goes().says(HALF).sees("Version 1")
    runner.page.reload()
    runner.sees("Version 1").opens_tab("plan").sees_title("Half Marathon")
    with visiting(browser, runner.site) as stranger:
        stranger.goes("plan").sees("You have no plan yet")


def test_a_hostile_answer_reaches_nobody_and_runs_nothing(browser: Browser, tmp_path: Path) -> None:
    with serving((200, {}, [b"seen"])) as canary:
        evil = canary.base_url.removesuffix("/v1")
        words = f"Look ![x]({evil}/a) <img src={evil}/b> <script>window.hacked=1</script> ![r][ref]\n\n[ref]: {evil}/c"
        pieces = list(streamed(answer(words)))
        with (
            serving((200, {"content-type": "text/event-stream"}, pieces)) as peer,
            site_of(tmp_path, OPENAI_BASE_URL=peer.base_url, OPENAI_MODE="strict") as asking,
            visiting(browser, asking) as victim,
        ):
            victim.goes().says("hello <img src=x onerror=window.hacked=1>").sees("Look").settles()

            assert victim.page.evaluate("window.hacked") is None
            assert canary.keys == []


def test_a_turn_survives_the_process_that_was_answering_it(tmp_path: Path) -> None:
    never = threading.Event()
    words = "Sleep is where training becomes fitness, so guard it well."
    pieces = list(streamed(answer(words)))

    def hang() -> bytes:
        never.wait(60)
        return b""

    event_stream = {"content-type": "text/event-stream"}
    question = {"client_id": "anna", "message": "how important is sleep?", "turn_id": "killed-in-the-middle"}
    with serving((200, event_stream, [*pieces[:4], hang]), (200, event_stream, pieces)) as peer:
        environ = {
            "DB_URL": f"sqlite:///{tmp_path / 'journey.db'}",
            "OPENAI_BASE_URL": peer.base_url,
            "OPENAI_MODE": "strict",
        }
        with started("app.py", ready="/api/health", **environ) as first:
            threading.Thread(target=lambda: post(first.port, question), daemon=True).start()
            while not peer.requests:
                never.wait(0.05)
            os.kill(first.pid, signal.SIGKILL)
        never.set()
        with started("app.py", ready="/api/health", **environ) as second:
            answered = post(second.port, question)

    assert answered is not None
    assert (answered["reply"], answered["status"]) == (words, "done")


def post(port: int, body: dict[str, Any]) -> dict[str, Any] | None:
    """What the chat API answers; None when the server is gone."""
    request = urllib.request.Request(
        f"http://127.0.0.1:{port}/api/chat", json.dumps(body).encode(), {"content-type": "application/json"}
    )
    try:
        with urllib.request.urlopen(request, timeout=90) as read:
            return dict(json.load(read))
    except (OSError, http.client.HTTPException):
        return None

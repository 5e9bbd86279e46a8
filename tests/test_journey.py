"""Journeys of a stranger, in a real Chromium against a really started server."""

from __future__ import annotations

import contextlib
import http.client
import json
import os
import signal
import threading
import urllib.request
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, expect

from bench.servers import Server, started
from tests.houses import HALF
from tests.openai_peer import answer, serving, streamed
from tests.visitors import browser, say, visitor

pytestmark = pytest.mark.xdist_group("browser")  # one Chromium at a time is enough for two cores
__all__ = ["browser"]  # a fixture


def database(folder: Path) -> str:
    return f"sqlite:///{folder / 'journey.db'}"


def test_a_new_visitor_gets_changes_compares_and_restores_a_plan(browser: Browser, tmp_path: Path) -> None:
    with (
        started("app.py", ready="/api/health", DB_URL=database(tmp_path)) as server,
        visitor(browser, server.port) as page,
    ):
        say(page, HALF)
        expect(page.get_by_text("Version 1")).to_be_visible()

        page.get_by_role("link", name="Plan", exact=True).click()
        expect(page.get_by_role("heading", name="Half Marathon")).to_be_visible()
        expect(page.get_by_text("Week 1", exact=True).first).to_be_visible()

        page.get_by_role("link", name="Coach").click()
        say(page, "make week 3 easier")
        page.get_by_role("button", name="Accept").click()
        expect(page.get_by_text("Version 2").first).to_be_visible()

        page.goto(f"http://127.0.0.1:{server.port}/history?a=1&b=2")
        expect(page.get_by_text("changed").first).to_be_visible()
        page.get_by_role("button", name="Restore").first.click()
        expect(page.get_by_text("Version 3").first).to_be_visible()


def test_a_deep_link_is_gated_even_as_the_first_request_of_a_process(browser: Browser, tmp_path: Path) -> None:
    with started("app.py", DB_URL=database(tmp_path)) as server, visitor(browser, server.port, "history") as page:
        expect(page.get_by_text("There is no plan yet")).to_be_visible()
        expect(page.get_by_role("link", name="Coach")).to_be_visible()


def test_a_guest_keeps_their_plan_and_nobody_else_sees_it(browser: Browser, tmp_path: Path) -> None:
    with started("app.py", ready="/api/health", DB_URL=database(tmp_path)) as server:
        with visitor(browser, server.port) as page:
            say(page, HALF)
            expect(page.get_by_text("Version 1")).to_be_visible()
            page.reload()
            expect(page.get_by_text("Version 1")).to_be_visible()
            tab = page.context.new_page()
            tab.goto(f"http://127.0.0.1:{server.port}/plan")
            expect(tab.get_by_role("heading", name="Half Marathon")).to_be_visible()
        with visitor(browser, server.port, "plan") as stranger:
            expect(stranger.get_by_text("You have no plan yet")).to_be_visible()


@contextlib.contextmanager
def coached_by(pieces: list[Any], folder: Path) -> Iterator[Server]:
    """A server whose coach is a model that answers with these pieces."""
    with (
        serving((200, {"content-type": "text/event-stream"}, pieces)) as peer,
        started(
            "app.py",
            ready="/api/health",
            DB_URL=database(folder),
            OPENAI_BASE_URL=peer.base_url,
            OPENAI_MODE="strict",
        ) as server,
    ):
        yield server


@pytest.mark.parametrize("leave", ["reload", "another page", "close the tab"])
def test_leaving_in_the_middle_of_an_answer_loses_nothing(browser: Browser, tmp_path: Path, leave: str) -> None:
    go_on = threading.Event()
    words = "Sleep is where training becomes fitness, so guard it well."
    pieces = streamed(answer(words))

    def held_back() -> bytes:
        assert go_on.wait(60)
        return b""

    with (
        coached_by([*pieces[:6], held_back, *pieces[6:]], tmp_path) as server,
        visitor(browser, server.port) as page,
    ):
        say(page, "how important is sleep?")
        expect(page.get_by_text("Sleep is", exact=False)).to_be_visible()

        if leave == "reload":
            page.reload()
        elif leave == "another page":
            page.get_by_role("link", name="Plan", exact=True).click()
            expect(page.get_by_text("You have no plan yet")).to_be_visible()
            page.get_by_role("link", name="Coach").click()
        else:
            tab = page.context.new_page()
            page.close()
            page = tab
            page.goto(f"http://127.0.0.1:{server.port}/")
        expect(page.get_by_text("Sleep is", exact=False)).to_be_visible()
        go_on.set()

        expect(page.get_by_text(words)).to_be_visible()


def test_a_hostile_answer_reaches_nobody_and_runs_nothing(browser: Browser, tmp_path: Path) -> None:
    with serving((200, {}, [b"seen"])) as canary:
        evil = canary.base_url.removesuffix("/v1")
        words = f"Look ![x]({evil}/a) <img src={evil}/b> <script>window.hacked=1</script> ![r][ref]\n\n[ref]: {evil}/c"
        with (
            coached_by(list(streamed(answer(words))), tmp_path) as server,
            visitor(browser, server.port) as page,
        ):
            say(page, "hello <img src=x onerror=window.hacked=1>")
            expect(page.get_by_text("Look", exact=False)).to_be_visible()
            page.wait_for_load_state("networkidle")

            assert page.evaluate("window.hacked") is None
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
        environ = {"DB_URL": database(tmp_path), "OPENAI_BASE_URL": peer.base_url, "OPENAI_MODE": "strict"}
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

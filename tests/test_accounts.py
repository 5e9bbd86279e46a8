"""Who may see which client."""

from __future__ import annotations

import json
import sys
import urllib.request
from pathlib import Path

import pytest

from bench.servers import ROOT, free_port, running
from planwise_core.accounts import guest_id, is_this_machine, new_guest_key, permitted
from planwise_core.errors import NotFound


def test_a_key_always_opens_the_same_client_and_no_other() -> None:
    one, other = new_guest_key(), new_guest_key()

    assert guest_id(one) == guest_id(one) != guest_id(other)
    assert one not in (guest_id(one) or "")


@pytest.mark.parametrize("key", [None, "", "short", "x" * 2000, "guest-123", "a b" * 15, "' or 1=1 --" * 4])
def test_what_is_not_a_key_opens_nothing(key: str | None) -> None:
    assert guest_id(key) is None


def test_on_an_open_machine_a_client_id_is_enough() -> None:
    assert permitted("open", asked_for="anna", own=None, this_machine=True) == "anna"


@pytest.mark.parametrize("access", ["open", "guest", "login"])
def test_from_elsewhere_a_client_id_grants_nothing(access: str) -> None:
    with pytest.raises(NotFound) as not_mine:
        permitted(access, asked_for="anna", own="ben", this_machine=False)  # type: ignore[arg-type]
    with pytest.raises(NotFound) as nobody:
        permitted(access, asked_for="anna", own=None, this_machine=False)  # type: ignore[arg-type]

    assert str(not_mine.value) == str(nobody.value)


def test_ones_own_client_needs_no_id() -> None:
    assert permitted("guest", asked_for=None, own="ben", this_machine=False) == "ben"
    assert permitted("login", asked_for="ben", own="ben", this_machine=False) == "ben"


@pytest.mark.parametrize(
    ("host", "headers", "here"),
    [
        ("127.0.0.1", {"host": "localhost:8501"}, True),
        ("::1", {"host": "[::1]:8501"}, True),
        ("127.0.0.1", {"host": "127.0.0.1"}, True),
        ("::ffff:127.0.0.1", {"host": "localhost:8501"}, True),
        ("::ffff:10.0.0.7", {"host": "localhost:8501"}, False),
        ("10.0.0.7", {"host": "localhost:8501"}, False),
        ("127.0.0.1", {"host": "evil.example:8501"}, False),
        ("127.0.0.1", {"host": "localhost", "x-forwarded-for": "10.0.0.7"}, False),
        (None, {"host": "localhost"}, False),
    ],
)
def test_this_machine_is_loopback_by_address_and_name(host: str | None, headers: dict[str, str], here: bool) -> None:
    assert is_this_machine(host, headers) is here


def test_a_bare_client_id_is_enough_however_the_app_is_started(tmp_path: Path) -> None:
    port = free_port()
    command = [sys.executable, "-m", "streamlit", "run", "app.py", "--server.port", str(port)]
    with running(command, port, "/api/health", ROOT, DB_URL=f"sqlite:///{tmp_path / 'any.db'}"):
        for name in ("127.0.0.1", "localhost"):
            body = json.dumps({"client_id": "anna", "message": "hello"}).encode()
            asked = urllib.request.Request(f"http://{name}:{port}/api/chat", body, {"content-type": "application/json"})
            with urllib.request.urlopen(asked, timeout=60) as answered:
                assert json.load(answered)["status"] == "done"

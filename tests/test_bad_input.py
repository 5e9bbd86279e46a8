"""What cannot be: one clear sentence for the person, and what was saved stays as it was.

Plan documents that are none are refused in test_document.py, model answers that are none in test_coach_openai.py, and a
database that is locked, read-only or full in test_store_faults.py; here is what a runner may say.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from planwise_core.errors import BadInput, NotFound
from tests.houses import HALF, house

NO_DAY_AT_ALL = "monday, tuesday, wednesday, thursday, friday, saturday or sunday"
REST = "I run 20 km a week on 3 days"


@pytest.mark.parametrize(
    ("message", "named"),
    [
        (f"Half marathon on 1 March 2024, {REST}", "1 March 2024"),
        (f"Half marathon tomorrow, {REST}", "too close"),
        (f"Half marathon on 18 April 2029, {REST}", "2029"),
        ("Half marathon in 16 weeks, I run -5 km a week on 4 days", "-5 km"),
        ("Half marathon in 16 weeks, I run 900 km a week on 4 days", "900 km"),
        ("10k in 10 weeks, I run 20 km a week, 0 days a week", "0 days"),
        ("10k in 10 weeks, I run 20 km a week, 9 days a week", "9 days"),
        (
            f"10k in 10 weeks, {REST}, never on monday, tuesday, wednesday, thursday, friday, saturday or sunday",
            "no day",
        ),
        (f"Marathon in 18 weeks, {REST}, at most 10 minutes a day", "10 minutes"),
    ],
)
def test_a_wish_that_cannot_be_gets_a_sentence_and_no_plan(tmp_path: Path, message: str, named: str) -> None:
    with house(tmp_path) as planwise:
        turn = planwise.talk("anna", message)

        assert turn.status == "done"
        assert named in f"{turn.says} {turn.refusal}"
        assert planwise.current("anna") is None


@pytest.mark.parametrize("message", ["", "   ", "\x00\x01\x02", "x" * 20_000])
def test_a_message_that_is_empty_or_too_long_leaves_no_trace(tmp_path: Path, message: str) -> None:
    with house(tmp_path) as planwise:
        planwise.talk("anna", HALF)

        with pytest.raises(BadInput):
            planwise.talk("anna", message)

        assert [turn.asked for turn in planwise.turns("anna")] == [HALF]


def test_control_characters_and_html_are_only_text(tmp_path: Path) -> None:
    with house(tmp_path) as planwise:
        turn = planwise.talk("anna", "hello\x00 <script>alert(1)</script>\x1b[31m")

        assert turn.asked == "hello <script>alert(1)</script>[31m"
        assert turn.status == "done"


@pytest.mark.parametrize("client_id", ["", "a" * 65, "../etc", "a b", "né", "'; drop table"])
def test_a_malformed_client_id_is_refused(tmp_path: Path, client_id: str) -> None:
    with house(tmp_path) as planwise, pytest.raises(BadInput):
        planwise.talk(client_id, "hello")


def test_an_unknown_client_has_nothing_to_show(tmp_path: Path) -> None:
    with house(tmp_path) as planwise:
        assert planwise.current("nobody") is None
        with pytest.raises(NotFound):
            planwise.reset("nobody")

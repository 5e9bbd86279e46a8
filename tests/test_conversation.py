"""Who is said to have answered, in one line under an answer."""

from __future__ import annotations

import datetime as dt

import pytest

from planwise_core.store.records import StoredTurn
from planwise_core.ui.conversation import by_line

BUDGET = "Today's budget for the language model is used up, so the offline coach has answered."
RETIRED = "The model gpt-4o will be switched off on 14 January 2027."


@pytest.mark.parametrize(
    ("who", "notice", "line"),
    [
        ("offline coach", "", "Offline coach"),
        ("gpt-4o", "", "gpt-4o"),
        ("offline coach", BUDGET, BUDGET),
        ("gpt-4o", RETIRED, RETIRED),
        ("gpt-6-luna", RETIRED, f"gpt-6-luna · {RETIRED}"),
        ("", "", ""),
    ],
)
def test_one_line_says_who_answered_and_why(who: str, notice: str, line: str) -> None:
    turn = StoredTurn(
        id="t1", client_id="anna", asked="hi", mode="propose", status="done", says="Hello.", answered_by=who,
        notice=notice, created_at=dt.datetime(2026, 11, 23, tzinfo=dt.UTC),
    )  # fmt: skip

    assert by_line(turn) == line

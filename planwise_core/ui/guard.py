"""The service for whoever is in front of a page, and for nobody else.

A gate on top of each page is not enough: a callback or a fragment acts with what was drawn before somebody signed out
in another tab, changed the password, or turned to another athlete. So it is asked again at every call. If this browser
may not act for that client any more, nothing is done, and the page is drawn anew.
"""

from __future__ import annotations

import time
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any, TypeVar, cast

import streamlit as st

from planwise_core.accounts import ONES_OWN
from planwise_core.errors import BadInput, SignedOut
from planwise_core.ui.house import house
from planwise_core.ui.identity import ask_again, may_act_for, signed_in

if TYPE_CHECKING:
    from planwise_core.service import PlanWise

T = TypeVar("T")
LOOK_AGAIN_S = 5.0  # while an answer is being watched


def planwise() -> PlanWise:
    """What the service does for a client. What it does for nobody in particular is asked of `house()`."""
    return cast("PlanWise", _Guarded(house()))


class _Guarded:
    """The methods of a service, all of which take a client's id first."""

    def __init__(self, service: PlanWise) -> None:
        self._service = service

    def __getattr__(self, name: str) -> Any:
        method = getattr(self._service, name)

        def for_client(client_id: str, *args: Any, **named: Any) -> Any:
            _admit(client_id)
            if name in ONES_OWN and (session := signed_in()) and session.athlete:
                raise BadInput("Only the athlete can do this: go back to your own plan.")
            answer = method(client_id, *args, **named)
            return _while_admitted(client_id, answer) if isinstance(answer, Iterator) else answer

        return for_client


def _admit(client_id: str) -> None:
    if not may_act_for(client_id):
        st.rerun()  # does not come back
        raise SignedOut  # but where no page is drawn, it does


def _while_admitted(client_id: str, parts: Iterator[T]) -> Iterator[T]:
    """What comes in parts (an answer that is being written), as long as one may see it."""
    looked = time.monotonic()
    for part in parts:
        if time.monotonic() - looked > LOOK_AGAIN_S:
            ask_again()
            _admit(client_id)
            looked = time.monotonic()
        yield part

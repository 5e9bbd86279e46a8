"""Visitors of the pages, run as Streamlit runs them over a real service; no browser, no server."""

from __future__ import annotations

import datetime as dt
import os
import re
from collections.abc import Iterator

import pytest
from streamlit.testing.v1 import AppTest

from planwise_core.accounts import guest_id, new_guest_key
from planwise_core.service import PlanWise
from planwise_core.training.edits import Change, Move
from planwise_core.training.plan import Plan
from planwise_core.training.values import WEEKDAYS, monday_of
from planwise_core.ui.house import house
from tests.builders import easy, plan, workout

SCRIPT = """
import streamlit as st
from planwise_core.ui.identity import asked_once
from planwise_core.ui.shell import PAGES
names = ("chat", "plan", "history", "progress", "settings", "account")
with asked_once():
    st.navigation([st.Page(PAGES / f"{{each}}.py", default=each == "{name}") for each in names]).run()
"""


@pytest.fixture(scope="session")
def service(tmp_path_factory: pytest.TempPathFactory) -> Iterator[PlanWise]:
    """The service that the pages of this process find, over a database of its own."""
    before = os.environ.get("DB_URL")
    os.environ["DB_URL"] = f"sqlite:///{tmp_path_factory.mktemp('pages') / 'pages.db'}"
    opened = house()
    if before is None:
        del os.environ["DB_URL"]
    else:
        os.environ["DB_URL"] = before
    yield opened
    opened.close()


class Visitor:
    """A guest with a browser session per page they look at."""

    def __init__(self, service: PlanWise) -> None:
        self.service, self.key = service, new_guest_key()
        self.id = guest_id(self.key) or ""
        service.client(self.id)
        self.today = service.today(self.id)

    def page(self, name: str, *, opened: str = "", **query: str) -> AppTest:
        """The page, with the expander of the key `opened` open."""
        at = AppTest.from_string(SCRIPT.format(name=name), default_timeout=60)
        at.session_state["_guest_key"] = self.key
        if opened:
            at.session_state[opened] = True
        at.query_params.update(query)
        return clean(at.run())

    def has(self, made: Plan, cause: str = "I want a plan", weeks_ago: int = 0) -> Plan:
        """Gives the visitor a first plan that begins this week, or so many ago."""
        shifted = monday_of(self.today) - dt.timedelta(weeks=weeks_ago) - made.start_date
        mine = made.but(
            start_date=made.start_date + shifted,
            race_date=made.race_date and made.race_date + shifted,
            workouts=tuple(each.but(date=each.date + shifted) for each in made.workouts),
        )
        self.service.store.save_version(
            self.id, parent=None, plan=mine, edits=(), author="coach", cause=cause, now=self.service.now()
        )
        return mine

    @property
    def plan(self) -> Plan:
        current = self.service.current(self.id)
        assert current is not None
        return current.plan


@pytest.fixture
def visitor(service: PlanWise) -> Visitor:
    return Visitor(service)


def clean(at: AppTest) -> AppTest:
    """The page without an exception."""
    assert not at.exception, at.exception
    return at


def words(at: AppTest) -> str:
    """Everything that is written on a page."""
    kinds = (at.title, at.subheader, at.markdown, at.caption, at.error, at.warning, at.info, at.success)
    written = [element.value for kind in kinds for element in kind]
    components = [element.proto.bytes.decode() or element.proto.json for element in at.get("bidi_component")]
    return "\n".join([*written, *(re.sub(r"(<[^>]*>)+", "|", body) for body in htmls(at)), *components])


def htmls(at: AppTest) -> list[str]:
    """What is drawn as HTML of our own."""
    return [element.proto.body for element in at.get("html")]


def figures(at: AppTest) -> dict[str, str]:
    """The row of figures on top of a page: names and values."""
    return dict(re.findall(r'<dt>(.*?)</dt><dd class="figure">(.*?)</dd>', "".join(htmls(at))))


def finished(at: AppTest) -> AppTest:
    """The page once the answer that is being made has ended."""
    while any(button.key == "stop" for button in at.button):
        at.run()
    return clean(at)


THREE_WEEKS = plan(
    *(easy(day, 8, week=week) for week in (1, 2, 3) for day in ("tue", "thu")),
    *(workout("sun", 14, week=week, type="long", title="Long run") for week in (1, 2, 3)),
    weeks=3,
)


def two_more_versions(visitor: Visitor) -> None:
    """A shorter Tuesday, and a long run moved for a wedding."""
    mine = visitor.has(THREE_WEEKS, cause="I want a half marathon plan")
    visitor.service.edit(visitor.id, [Change(workout="w2-tue", km=6)], parent=1, cause="Shorter Tuesday")
    day = WEEKDAYS[(mine.by_id["w3-sun"].date.weekday() - 1) % 7]
    visitor.service.edit(visitor.id, [Move(workout="w3-sun", week=3, day=day)], parent=2, cause="Wedding on Sunday")

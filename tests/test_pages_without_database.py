"""A database that is read-only, full, locked or gone: pages show what they can, say what is wrong, and lead on."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, expect
from sqlalchemy import event
from streamlit.testing.v1 import AppTest

from planwise_core.service import PlanWise
from planwise_core.store.database import AWAY, BUSY, FULL, READ_ONLY, sqlite_driver
from tests.houses import HALF
from tests.pages import Visitor, clean, service, visitor, words
from tests.visitors import browser, site_of

pytestmark = pytest.mark.xdist_group("pages")  # they share the one service of their process
__all__ = ["browser", "service", "visitor"]  # fixtures

FAULTS = {"PRAGMA query_only = ON": READ_ONLY, "PRAGMA max_page_count = 1": FULL, "PRAGMA busy_timeout = 20": BUSY}


@contextlib.contextmanager
def troubled(service: PlanWise, pragma: str) -> Iterator[None]:
    """Every connection is set to fail like this, while somebody else holds the lock that a busy one waits for."""
    engine = service.store._database.engine

    def trouble(connection: Any, *_: Any) -> None:
        connection.execute(pragma)

    service.store.close()
    event.listen(engine, "connect", trouble)
    with contextlib.closing(sqlite_driver().connect(str(engine.url.database), isolation_level=None)) as other:
        other.execute("VACUUM")  # or what others have deleted would leave room in a full one
        if "busy" in pragma:
            other.execute("BEGIN IMMEDIATE")
        try:
            yield
        finally:
            event.remove(engine, "connect", trouble)
            service.store.close()


def errors(page: AppTest) -> list[str]:
    return [each.value for each in page.error]


@pytest.mark.parametrize(("pragma", "sentence"), FAULTS.items())
def test_what_is_there_is_shown_and_what_cannot_be_saved_is_told(visitor: Visitor, pragma: str, sentence: str) -> None:
    visitor.service.talk(visitor.id, HALF)
    turn = visitor.service.talk(visitor.id, "make week 3 easier")

    with troubled(visitor.service, pragma):
        for name in ("plan", "history", "progress", "settings"):
            assert errors(visitor.page(name)) == []
        page = visitor.page("chat")
        clean(page.chat_input[0].set_value("long " * 800).run())
        assert errors(page) == [sentence]
        clean(page.button(key=f"accept_{turn.id}").click().run())
        assert errors(page) == [sentence]
        assert "Proposed change" in words(page)

    clean(page.button(key=f"accept_{turn.id}").click().run())
    assert errors(page) == []
    assert "Saved as version 2" in words(page)


def test_a_database_that_is_away_is_told_in_a_sentence_and_tried_again(browser: Browser, tmp_path: Path) -> None:
    (tmp_path / "site.db").mkdir()  # in its place
    with site_of(tmp_path, ready="/_stcore/health") as site:
        page = browser.new_page()
        page.goto(site.home)
        expect(page.get_by_text(AWAY)).to_be_visible()
        logged = site.log.read_text("utf-8")
        assert logged.count("page failed: StoreUnavailable") == 1
        assert "────" not in logged  # Streamlit's picture of the stack, which a visitor would wait for

        (tmp_path / "site.db").rmdir()
        page.get_by_role("button", name="Try again").click()

        expect(page.get_by_role("heading", name="A running coach you talk to")).to_be_visible()
        page.close()

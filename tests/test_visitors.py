"""The net under every journey: what goes wrong behind a visitor's back is noticed."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from tests.visitors import Site, browser, site_of, visiting

pytestmark = pytest.mark.xdist_group("browser")  # one Chromium at a time is enough for two cores
__all__ = ["browser"]  # a fixture


@pytest.fixture(scope="module")
def quiet(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    folder = tmp_path_factory.mktemp("quiet")
    (folder / "quiet.py").write_text("import streamlit as st\nst.title('Quiet')")
    with site_of(folder, str(folder / "quiet.py"), "/_stcore/health") as site:
        yield site


@pytest.mark.parametrize(
    ("does", "noticed"),
    [
        ("console.error('oh no')", "oh no"),
        ("setTimeout(() => { throw new Error('not caught') })", "not caught"),
        ("fetch('/media/none')", "404 .*/media/none"),
        ("fetch('http://127.0.0.2:9/far').catch(() => {})", "left for .*/far"),
    ],
)
def test_an_error_in_the_browser_is_noticed(browser: Browser, quiet: Site, does: str, noticed: str) -> None:
    def visit() -> None:
        with visiting(browser, quiet) as visitor:
            visitor.goes().sees_title("Quiet")
            visitor.page.evaluate(f"async () => {{ await {does}; await new Promise(done => setTimeout(done)) }}")

    with pytest.raises(AssertionError, match=noticed):
        visit()


def test_a_quiet_page_is_no_error(browser: Browser, quiet: Site) -> None:
    with visiting(browser, quiet) as visitor:
        visitor.goes().sees_title("Quiet")


def test_an_exception_in_the_servers_log_is_noticed(browser: Browser, tmp_path: Path) -> None:
    (tmp_path / "loud.py").write_text("import streamlit as st\nst.title('Loud')\nst.markdown(1 / 0)")
    with (
        site_of(tmp_path, str(tmp_path / "loud.py"), "/_stcore/health") as site,
        pytest.raises(AssertionError, match="ZeroDivisionError"),
        visiting(browser, site) as visitor,
    ):
        visitor.goes().sees_title("Loud")

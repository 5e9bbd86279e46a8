"""Every page, on desktop and phone, by day and by night: no serious violation of WCAG 2.2 AA that axe-core can find."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import axe_playwright_python
import pytest
from playwright.sync_api import Browser, Page, StorageState, expect

from bench.servers import Server, started
from tests.houses import HALF
from tests.visitors import DESKTOP, PHONE, browser, say, visitor

pytestmark = pytest.mark.xdist_group("browser")
__all__ = ["browser"]  # a fixture

AXE = Path(axe_playwright_python.__file__).parent / "axe.min.js"
RULES = {"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]}
PAGES = ("", "plan", "history?a=1&b=2", "progress", "settings", "account")


@pytest.fixture(scope="module")
def served(browser: Browser, tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Server, StorageState]]:
    """A server, and the cookies of a runner with two versions and a proposal that waits."""
    url = f"sqlite:///{tmp_path_factory.mktemp('axe') / 'axe.db'}"
    with started("app.py", ready="/api/health", DB_URL=url) as server:
        with visitor(browser, server.port) as page:
            say(page, HALF)
            expect(page.get_by_text("Version 1")).to_be_visible()
            say(page, "make week 3 easier")
            page.get_by_role("button", name="Accept").click()
            expect(page.get_by_text("Version 2").first).to_be_visible()
            say(page, "make week 5 easier")
            expect(page.get_by_role("button", name="Accept")).to_be_visible()
            state = page.context.storage_state()
        yield server, state


def serious(page: Page) -> list[str]:
    """What axe-core calls serious or critical, each with the elements it is about."""
    page.evaluate(AXE.read_text())
    found = page.evaluate("rules => axe.run(document, rules)", RULES)
    return [
        f"{each['id']}: {[node['html'][:120] for node in each['nodes'][:3]]}"
        for each in found["violations"]
        if each["impact"] in {"serious", "critical"}
    ]


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("viewport", [DESKTOP, PHONE], ids=["desktop", "phone"])
@pytest.mark.parametrize("path", PAGES)
def test_a_page_can_be_used_by_everybody(
    browser: Browser, served: tuple[Server, StorageState], path: str, viewport: dict[str, int], scheme: str
) -> None:
    server, state = served
    seen = {"viewport": viewport, "color_scheme": scheme, "storage_state": state}
    with visitor(browser, server.port, path, **seen) as page:
        expect(page.get_by_role("heading", level=1)).to_be_visible()
        page.wait_for_load_state("networkidle")
        expect(page.get_by_test_id("stSkeleton")).to_have_count(0)

        assert serious(page) == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("viewport", [DESKTOP, PHONE], ids=["desktop", "phone"])
def test_the_first_minute_can_be_used_by_everybody(
    browser: Browser, served: tuple[Server, StorageState], viewport: dict[str, int], scheme: str
) -> None:
    server, _ = served
    with visitor(browser, server.port, viewport=viewport, color_scheme=scheme, reduced_motion="reduce") as page:
        expect(page.get_by_role("button", name="Try the demo")).to_be_visible()
        expect(page.get_by_test_id("stSkeleton")).to_have_count(0)

        assert serious(page) == []

"""`make shots`: the pictures of the README, taken of the real app by a stranger's browser."""

from __future__ import annotations

import tempfile
from pathlib import Path

from playwright.sync_api import Page, expect, sync_playwright

from bench.servers import started
from tests.browser import FLAGS, chromium
from tests.houses import HALF
from tests.visitors import DESKTOP, PHONE, say

FOLDER = Path(__file__).parent / "shots"
SIZES = {"desktop": DESKTOP, "phone": PHONE}


def settle(page: Page) -> None:
    """Wait until nothing is being drawn any more."""
    page.wait_for_load_state("networkidle")
    page.wait_for_selector("[data-test-script-state=notRunning]")
    expect(page.get_by_test_id("stSkeleton")).to_have_count(0)
    page.wait_for_timeout(1500)  # charts fade in


def take(page: Page, home: str, name: str) -> None:
    for path, what in (("", "coach"), ("plan", "plan"), ("history?a=1&b=2", "history")):
        page.goto(home + path)
        settle(page)
        page.screenshot(path=FOLDER / f"{what}-{name}.png")


def main() -> None:
    FOLDER.mkdir(exist_ok=True)
    expect.set_options(timeout=30_000)
    with (
        tempfile.TemporaryDirectory() as folder,
        started("app.py", ready="/api/health", DB_URL=f"sqlite:///{folder}/shots.db") as server,
        sync_playwright() as playwright,
    ):
        home = f"http://127.0.0.1:{server.port}/"
        browser = playwright.chromium.launch(executable_path=chromium(), args=list(FLAGS))
        visitor = browser.new_context(viewport=DESKTOP, locale="en-IE", reduced_motion="reduce")
        page = visitor.new_page()
        page.goto(home)
        settle(page)
        page.screenshot(path=FOLDER / "landing-desktop-light.png")
        say(page, HALF)
        expect(page.get_by_text("Version 1")).to_be_visible()
        say(page, "I'm away from the 3rd to the 9th")
        expect(page.get_by_role("button", name="Accept")).to_be_visible()
        settle(page)
        page.screenshot(path=FOLDER / "proposal-desktop-light.png")
        page.get_by_role("button", name="Accept").click()
        expect(page.get_by_text("Version 2").first).to_be_visible()
        state = visitor.storage_state()
        for size, viewport in SIZES.items():
            for scheme in ("light", "dark"):
                seen = browser.new_context(
                    viewport=viewport,
                    color_scheme=scheme,  # type: ignore[arg-type]  # one of the two it knows
                    storage_state=state,
                    locale="en-IE",
                    reduced_motion="reduce",
                )
                take(seen.new_page(), home, f"{size}-{scheme}")
                seen.close()
        browser.close()


if __name__ == "__main__":
    main()

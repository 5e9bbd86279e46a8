"""The Chromium the browser tests drive: the machine's own, or the one Playwright fetched."""

from __future__ import annotations

import os
import shutil
import sys
from pathlib import Path

from playwright.sync_api import sync_playwright

# A closed network answers Chromium's own calls home with errors, which would drown the page's.
FLAGS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--no-first-run",
)


def chromium() -> str:
    """The path of an executable Chromium.

    Raises:
        FileNotFoundError: there is none; the message says how to get one.
    """
    for name in ("chromium", "chromium-browser", "google-chrome"):
        if found := shutil.which(name):
            return found
    with sync_playwright() as playwright:
        fetched = playwright.chromium.executable_path
    if Path(fetched).exists() and os.access(fetched, os.X_OK):
        return fetched
    raise FileNotFoundError("No Chromium: install Debian's `chromium`, or run `playwright install chromium`.")


if __name__ == "__main__":
    try:
        print(chromium())
    except FileNotFoundError as missing:
        sys.exit(str(missing))

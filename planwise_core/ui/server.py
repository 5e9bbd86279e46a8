"""The process: Streamlit's ASGI app with the API at ``/api``, security headers, the guest's cookie, and the settings
that make a rerun cheap.
"""

from __future__ import annotations

import contextlib
import gc
import logging
import os
import socket
import threading
from collections.abc import AsyncIterator, Callable
from http.cookies import SimpleCookie
from pathlib import Path
from typing import Any

import streamlit as st
from starlette.middleware import Middleware
from starlette.routing import Mount
from starlette.staticfiles import StaticFiles
from starlette.types import ASGIApp, Message, Receive, Scope, Send
from streamlit.runtime.pages_manager import PagesManager

from planwise_core.accounts import GUEST_COOKIE, cookie, guest_id, new_guest_key
from planwise_core.api.routes import create_api
from planwise_core.errors import PlanWiseError
from planwise_core.ui.broken import broken
from planwise_core.ui.house import house, is_open, settings

log = logging.getLogger("planwise")

# A folder `pages/` beside app.py would be served without app.py, and so without its gate, until `st.navigation` has
# run once. Streamlit has no setting for it.
PagesManager.uses_pages_directory = False

# Streamlit's own scripts need inline and eval; images and connections to anywhere else do not leave this page, so
# that a model's markdown cannot carry data out.
CONTENT_SECURITY_POLICY = (
    "default-src 'self'; script-src 'self' 'unsafe-inline' 'unsafe-eval' blob:; style-src 'self' 'unsafe-inline'; "
    "img-src 'self' data: blob:; font-src 'self' data:; connect-src 'self' ws: wss:; worker-src 'self' blob:; "
    "frame-src 'self'; object-src 'none'; base-uri 'self'; form-action 'self'"
)
HEADERS = (
    (b"content-security-policy", CONTENT_SECURITY_POLICY.encode()),
    (b"x-content-type-options", b"nosniff"),
    (b"referrer-policy", b"same-origin"),
)
FONTS = Path(__file__).parent / "fonts"
DAY_S = 24 * 3600
LET_FIRST_S = 0.3  # the first answer goes before the warm-up, which would keep the interpreter busy


class Doorman:
    """Adds the security headers, and gives a browser without one a guest's key, which no script can read."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        new = _new_cookie(scope)

        async def sending(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = [*message.get("headers", ()), *HEADERS]
                if new and _is_page(headers):
                    headers.append((b"set-cookie", new))
                message = {**message, "headers": headers}
            await send(message)

        await self.app(scope, receive, sending)


def _new_cookie(scope: Scope) -> bytes | None:
    headers = dict(scope["headers"])
    jar = SimpleCookie(headers.get(b"cookie", b"").decode("latin-1"))
    key = jar.get(GUEST_COOKIE)
    if key is not None and guest_id(key.value):
        return None
    secure = scope.get("scheme") == "https" or headers.get(b"x-forwarded-proto") == b"https"
    return cookie(GUEST_COOKIE, new_guest_key(), secure=secure).encode()


def _is_page(headers: list[tuple[bytes, bytes]]) -> bool:
    return any(name.lower() == b"content-type" and value.startswith(b"text/html") for name, value in headers)


@contextlib.asynccontextmanager
async def lifespan(_: st.App) -> AsyncIterator[dict[str, Any]]:
    """Read the settings, open the house and warm up behind the first answer, and close in order."""
    _enable_tcp_nodelay()
    _log_to_stderr()
    settings()  # a value that cannot be used stops the start here
    closing = threading.Event()
    keeper = threading.Thread(target=_keep_house, args=(closing,))
    keeper.start()
    try:
        yield {}
    finally:
        closing.set()
        keeper.join()
        if is_open():
            house().close()


def _log_to_stderr() -> None:
    """Show the house's own lines, one a turn, whatever the server does with those of others."""
    house = logging.getLogger("planwise")
    if not house.handlers:
        handler = logging.StreamHandler()
        handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(message)s"))
        house.addHandler(handler)
        house.setLevel(logging.INFO)
        house.propagate = False


def _keep_house(closing: threading.Event) -> None:
    """Warm up, and look after the house once a day, for a process may live for weeks."""
    if closing.wait(LET_FIRST_S):
        return
    _warm_up()
    every(DAY_S, _look_after, closing)


def every(seconds: float, act: Callable[[], None], closing: threading.Event) -> None:
    """Do it again and again, after so many seconds each time, until `closing` is set."""
    while not closing.wait(seconds):
        act()


def _look_after() -> None:
    """Ask the endpoints which models retire, make the day's demo, and sweep old ones."""
    from planwise_core import demo

    try:
        house().warm_up()
        demo.warm_up(house())
        demo.sweep(house())
    except PlanWiseError as error:  # every page and route says so too, and tries again
        log.error("the database cannot be opened: %s", error)


def _warm_up() -> None:
    """Open the house and import what the first page needs, then leave it out of every later garbage collection."""
    _look_after()
    if settings().access == "login":
        import streamlit_authenticator  # noqa: F401 - a second that the first to sign in would wait

    gc.collect()
    gc.freeze()


def _enable_tcp_nodelay() -> None:
    """Answer small messages at once. `streamlit run` opens its socket in a way that asyncio does not do this.

    The listening socket is open by now; the ones it accepts inherit the option (on Linux).
    """
    if not os.path.isdir("/proc/self/fd"):
        return
    for descriptor in os.listdir("/proc/self/fd"):
        try:
            sock = socket.socket(fileno=os.dup(int(descriptor)))
        except OSError:
            continue
        with sock:
            if sock.family in (socket.AF_INET, socket.AF_INET6) and sock.type == socket.SOCK_STREAM:
                with contextlib.suppress(OSError):
                    sock.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)


def on_script_error(error: Exception) -> bool:
    """What nobody has told the person yet is told here."""
    broken(error)
    return True


def parts() -> dict[str, Any]:
    """What makes a Streamlit app this app: the arguments of `st.App`."""
    return {
        "routes": [Mount("/api", create_api(house)), Mount("/fonts", StaticFiles(directory=FONTS))],
        "lifespan": lifespan,
        "middleware": [Middleware(Doorman)],
        "on_script_error": on_script_error,
    }

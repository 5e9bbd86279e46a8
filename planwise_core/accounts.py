"""Who may see which client.

`open` (the default, one person's own machine): over HTTP a bare client id is enough, but only from this machine.
`guest` and `login`: identity comes from a session cookie or a hashed API token alone, and a client id that is not
yours is answered exactly like one that does not exist. Pages never take identity from a URL or a body.

A coach who looks after an athlete may do what the athlete may, but for what outlasts the coaching: `ONES_OWN`.
"""

from __future__ import annotations

import hashlib
import ipaddress
import re
import secrets
from collections.abc import Mapping
from urllib.parse import urlsplit

from planwise_core.errors import NotFound
from planwise_core.settings import Access

GUEST_COOKIE = "planwise_guest"
SESSION_COOKIE = "planwise_session"
COOKIE_LASTS_S = {GUEST_COOKIE: 365 * 24 * 3600, SESSION_COOKIE: 30 * 24 * 3600}
ONES_OWN = frozenset(
    {"reset", "start_over", "import_file", "tokens", "new_token", "revoke_token"}
)  # methods of the service
_KEY = re.compile(r"[A-Za-z0-9_-]{32,64}")


def new_guest_key() -> str:
    """A secret that makes one browser one client: 256 bits, only ever kept by that browser."""
    return secrets.token_urlsafe(32)


def guest_id(key: object) -> str | None:
    """The client a guest's key opens; None when it is no key. The id gives no way back to the key."""
    if not isinstance(key, str) or not _KEY.fullmatch(key):
        return None
    return "guest-" + hashlib.sha256(key.encode()).hexdigest()[:32]


def cookie(name: str, value: str, *, secure: bool) -> str:
    """A Set-Cookie header for a cookie that no script can read and no other site can use; an empty value ends it."""
    lasts = COOKIE_LASTS_S[name] if value else 0
    return f"{name}={value}; Path=/; Max-Age={lasts}; HttpOnly; SameSite=Lax" + "; Secure" * secure


def is_from_another_site(headers: Mapping[str, str]) -> bool:
    """Whether a browser sent this request from a page that is not ours. What is no browser sends neither header."""
    if site := headers.get("sec-fetch-site"):
        return site not in {"same-origin", "none"}
    origin = headers.get("origin")
    return origin is not None and urlsplit(origin).netloc != headers.get("host")


def is_this_machine(client_host: str | None, headers: Mapping[str, str]) -> bool:
    """Whether a request comes straight from this machine: loopback, unproxied, and asked for by a loopback name.

    The name is checked because a hostile page can point its own name at 127.0.0.1 (DNS rebinding).
    """
    if any(name in headers for name in ("forwarded", "x-forwarded-for", "x-real-ip")):
        return False
    host = headers.get("host", "")
    name = host.rsplit(":", 1)[0] if not host.endswith("]") else host
    return _is_loopback(client_host) and (name in {"localhost", "testserver"} or _is_loopback(name.strip("[]")))


def _is_loopback(host: str | None) -> bool:
    if host == "testclient":  # Starlette's in-process test client has no address
        return True
    try:
        address = ipaddress.ip_address(host or "")
    except ValueError:
        return False
    # Without an address to listen on, `streamlit run` opens one socket for both protocols: 127.0.0.1 comes in IPv6.
    return (getattr(address, "ipv4_mapped", None) or address).is_loopback


def permitted(access: Access, *, asked_for: str | None, own: str | None, this_machine: bool) -> str:
    """The client a request may act for.

    `asked_for` is the client id in the request, `own` the one its cookie or token proves (for a coach: the athlete's
    whom they are looking after).

    Raises:
        NotFound: none, or not theirs.
    """
    if access == "open" and this_machine and asked_for:
        return asked_for
    if own is not None and asked_for in {None, own}:
        return own
    raise NotFound(f"There is no client '{(asked_for or '')[:64]}'.")

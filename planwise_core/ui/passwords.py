"""`members.Passwords` by streamlit-authenticator: bcrypt, through its controllers.

Nothing else of it is used. Its cookie is a token that stays good after signing out and that scripts can read; it waits
0.7 s at every rerun of a stranger; its forgotten-password form gives anybody's account to who knows the name.
"""

from __future__ import annotations

import secrets
import threading
from typing import Any

# Two at a time: somebody who guesses on and on must not take every core from the runners.
_AT_ONCE = threading.BoundedSemaphore(2)


class Authenticator:
    """Hashes and compares passwords. What may be a name or a password, `members` has decided before."""

    def hash(self, name: str, password: str) -> str:
        credentials: dict[str, Any] = {"usernames": {}}
        with _AT_ONCE:
            _controller(credentials).register_user("", "", "", name, password, password, "")
        return str(credentials["usernames"][name]["password"])

    def fits(self, name: str, password: str, password_hash: str) -> bool:
        credentials = {"usernames": {name: {"password": password_hash}}}
        with _AT_ONCE:
            return _controller(credentials).login(name, password) is True


def _controller(credentials: dict[str, Any]) -> Any:
    # Imported when somebody signs in: it takes a second, and most pages never need it.
    from streamlit_authenticator.controllers import AuthenticationController
    from streamlit_authenticator.utilities import Validator

    class Anything(Validator):  # type: ignore[misc]
        """Its rules want an e-mail address and two names, and allow 20 characters for a password."""

        def validate_name(self, name: str) -> bool:  # noqa: ARG002
            return True

        validate_email = validate_username = validate_password = validate_name

    return AuthenticationController(
        credentials, validator=Anything(), auto_hash=False, secret_key=secrets.token_urlsafe(32)
    )

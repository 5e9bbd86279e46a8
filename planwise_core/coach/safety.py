"""Red flags: words that stop coaching and refer to a doctor, before any coach is asked."""

from __future__ import annotations

import re

_RED_FLAG = re.compile(
    r"chest (?:pain|pressure|tightness)|pain in my chest|faint(?:ed|ing)|passed out|blacked out|coughing (?:up )?blood"
    r"|heart (?:is )?(?:racing|fluttering|skipping)",
    re.IGNORECASE,
)


def referral(asked: str) -> str | None:
    """What to say instead of coaching, or None when coaching may go on."""
    if not _RED_FLAG.search(asked):
        return None
    return (
        "Please stop running and see a doctor before you train again: what you describe needs a medical check. "
        "If it is happening now, or comes back at rest, call your emergency number (112 or 911). "
        "I have not changed your plan."
    )

"""What is drawn first is also shown first.

Streamlit sends what was drawn every 10 ms, the browser draws what came as one, and a run that begins drops what was not
sent yet. Where something must not wait for what is drawn after it, the script waits instead, for longer than that.
"""

from __future__ import annotations

import time

SENT_S = 0.03


def let_it_show() -> None:
    """Let the browser draw what there is before more comes."""
    time.sleep(SENT_S)

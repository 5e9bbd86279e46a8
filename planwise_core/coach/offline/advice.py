"""Questions that sound like wishes: "is 14k too much?", "should I run with a cold?". Answered, and offered."""

from __future__ import annotations

import re

from planwise_core.coach.offline.intents import Heard
from planwise_core.coach.offline.scene import Answer

_ASKS = re.compile(r"^(?:and |so |but |hi |hey )?(?:should i|shall i|is|are|does|do you think|would it be|was)\b")
_IN_MY_PLACE = re.compile(r"\b(?:what would you do|if you were me|in my (?:place|shoes|position))\b")
_IS_A_REQUEST = re.compile(
    r"\b(?:ok|okay|alright|all right|possible|fine|a chance|any way) (?:if|to|that)\b|\bplease\b"
)
_COLD = (
    "With a cold above the neck, short and easy is fine; with fever, or anything in the chest or stomach, do not run. "
    "Shall I ease the next days, or leave the plan as it is?"
)
_LEFT_OR = {
    "easier": "The plan builds up to it step by step, so trust it unless you feel worn out. Shall I make it easier?",
    "harder": "The plan is as hard as I think is wise. Shall I try a little more?",
    "size": "The plan has it as long as I think is right. Shall I change its length?",
    "drop": "One run more or less makes no difference if you are worn out. Shall I take it out?",
    "move": "Another day is fine if the hard days stay apart. Shall I move it?",
    "add": "I'd only add a run when the weeks feel easy. Shall I put one in?",
    "rest": "If you feel you need it, rest is never wrong. Shall I free the day?",
}


def asked_back(part: Heard) -> Answer | None:
    """The answer to a question about a change, with the change on offer; None where it is no such question."""
    if part.intent == "ill" and _IN_MY_PLACE.search(part.text):
        return Answer(_COLD, pending="choice:i have a cold|leave it")
    if not _ASKS.match(part.text) or _IS_A_REQUEST.search(part.text):
        return None
    wish = _ASKS.sub("", part.text).strip(" ?")
    if part.intent == "ill":
        return Answer(_COLD, pending="choice:i have a cold|leave it")
    if part.intent in _LEFT_OR:
        return Answer(_LEFT_OR[part.intent], pending=f"choice:{wish}|leave it")
    return None

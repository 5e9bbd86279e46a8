"""What only sounds like a wish: thoughts played with, wishes nobody can grant, words in quotation marks.

A change understood from such words is offered as a question first, and only made after a yes.
"""

from __future__ import annotations

import re
from dataclasses import replace

from planwise_core.coach.offline.intents import CHANGING, clauses, heard
from planwise_core.coach.offline.scene import Answer

_PLAYED_WITH = re.compile(
    r"\b(?:(?:i |we )?(?:really |just |do |kind of )*wish(?:es|ed)?(?: that)?(?! to\b| you\b)|if only|in theory|"
    r"theoretically|"
    r"hypothetically|(?:i am |i was |am |was )?(?:thinking (?:about|of|whether|if|maybe)|toying with|considering|"
    r"contemplating|"
    r"wondering (?:about|(?:if|whether) i (?:should|could)(?! (?:have|get|please)))|debating|tempted to|"
    r"in 2 minds(?: about)?|"
    r"half a mind to)|not sure (?:if|whether|about)|can not decide (?:if|whether)|would it (?:hurt|matter|be bad|"
    r"harm)(?: if)?|"
    r"let us say|say i)\b ?"
)
_VERBS = {
    "skipping": "skip", "dropping": "drop", "moving": "move", "swapping": "swap", "cancelling": "cancel",
    "canceling": "cancel", "shortening": "shorten", "cutting": "cut", "adding": "add", "shifting": "shift",
    "changing": "change", "pushing": "push", "making": "make", "taking": "take", "switching": "switch",
}  # fmt: skip
_DOING = re.compile(rf"\b(?:{'|'.join(_VERBS)})\b")
_QUOTED = re.compile(r"""(?:(?<=\s)|^)(?:"[^"]+"|'[^']{6,}'|“[^”]+”|«[^»]+»|„[^“”]+[“”])(?=[\s.,!?]|$)""")
_SAID_BY_TEXT = re.compile(
    r"\b(?:notes?|message|text|file|page|email|mail|screen|line|title|comment|caption|instructions?) "
    r"(?:says?|said|reads?|is|was)?(?: that)? ?:.*$"
)


def without_quotes(text: str) -> str:
    """A message without the wishes it only quotes; a quotation that is the whole message is the runner's own."""
    said = _QUOTED.sub(lambda found: " … " if _is_wish(found[0].strip("\"'“”«»„ ")) else found[0], text)
    said = _SAID_BY_TEXT.sub(" … ", said)
    return said if re.search(r"[a-z]{2}", said) else text


def _is_wish(text: str) -> bool:
    return any(heard(part).intent in CHANGING for part in clauses(text))


def asked_first(text: str, answer: Answer) -> Answer:
    """`answer`, or the question whether it is meant where the message only plays with the thought."""
    found = _PLAYED_WITH.search(text)
    if found is None:
        return answer
    wish = " ".join((text[: found.start()] + " " + text[found.end() :]).split()).strip(" ,?.")
    wish = _DOING.sub(lambda doing: _VERBS[doing[0]], wish)  # "thinking of dropping Thursday"
    changes = answer.edits or answer.build or answer.go_back or answer.athlete
    if not changes and not (_DOING.match(text, found.end()) and _is_wish(wish)):
        return answer
    says = "I can do that, and show it before anything changes. Shall I?"
    return replace(Answer(says), pending=f"choice:{wish}|leave it")

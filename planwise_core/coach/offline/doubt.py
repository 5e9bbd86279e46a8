"""What only sounds like a wish: thoughts played with, wishes nobody can grant, words in quotation marks.

A change understood from such words is offered as a question first, and only made after a yes.
"""

from __future__ import annotations

import re
from dataclasses import replace

from planwise_core.coach.offline.intents import CHANGING, heard
from planwise_core.coach.offline.parting import clauses
from planwise_core.coach.offline.scene import Answer

_PLAYED_WITH = re.compile(
    r"\b(?:(?:i |we )?(?:really |just |do |kind of )*wish(?:es|ed)?(?: that)?(?! to\b| you\b)|if only|in theory|"
    r"theoretically|"
    r"hypothetically|probably (?=ill|sick|away|not\b)|(?:i |we )?(?:might|may) (?:just )?(?=(?:be|have to|need to|"
    r"not|go|get|miss|skip|travel|struggle|do|run|enter|race|sign|try|join|move|swap|take)\b)|would love to(?=.* but )|"
    r"(?:maybe|perhaps) (?:i|we) should|(?:i am |i was |am |was )?(?:thinking (?:about|of|whether|if|"
    r"maybe)|toying with|considering|"
    r"contemplating|"
    r"wondering (?:about|(?:if|whether) i (?:should|could)(?! (?:have|get|please)))|debating|tempted to|"
    r"in 2 minds(?: about)?|"
    r"half a mind to)|not sure (?:if|whether|about)|can not decide (?:if|whether)|would it (?:hurt|matter|be bad|"
    r"harm)(?: if)?|"
    r"let us say|say i|what would you say if (?:i told you|i said)?(?: that)?|if i told you(?: that)?|maybe "
    r"(?=.*\b(?:maybe not|not sure|see how|let us see|we will see)\b))\b ?"
)
_OPEN = re.compile(  # "Saturdays are a coin toss"
    r"\b(?:coin toss|toss[- ]up|50[-/ ]50|hit (?:and|or) miss|touch and go|up in the air|iffy|may or may not|"
    r"might or might not|unpredictable|not decided yet|no idea (?:which|when))\b"
)
_QUESTION = re.compile(  # what is asked about a change, and not asked for
    r"^(?:(?:and|so|but|hey|hi|ok|well|just)\b[ ,]*)*(?:what|how|why|when (?:do|does|will|should|is)|which|who|"
    r"is (?:it|there|that|this|the|my)|are|does|do (?:i|you|we|people|they)|did (?:i|you)|"
    r"should(?! i (?:be (?:worried|concerned)|worry))|will (?:i|it|that|my)|"
    r"would (?:i|it (?!be)|that (?!be)))\b|"
    r"[,.;] ?(?:so |and |but |then )?(?:do|does|will|would|should(?! i (?:be|worry))|is|am|are) (?:i|it|that|this|my|"
    r"the)\b|"
    r"\btoo (?:much|far|long|hard|early|late|soon)\?|\bgood idea\b|\bany good\b"
)
_REQUEST = re.compile(
    r"\bplease\b|\b(?:can|could|may|might) (?:i|we|you|it|the|my|this|that|\w+day)\b|\blet us\b|\bpossible\b|"
    r"\b(?:how|what) about\b|"
    r"\bwould you\b|\b(?:ok|okay|fine|alright|all right) (?:if|to|that)\b|\binstead\b|\bi (?:want|need|would like|"
    r"can not|have to)\b|"
    r"\bwhat (?:do|can|should|would) (?:i|we|you) do\b"
)
_STILL = re.compile(r"\b(?:can|could|would|will) i still\b")  # "can I still do it with two runs a week?"
_AS_ADVICE = re.compile(r"\bif you were me\b|\bin my (?:shoes|place|position)\b|\bwhat do you (?:think|reckon)\b")
_SUGGESTS = re.compile(
    r"(?:and |so |ok |hm+ )*(?:what|how) about\b|(?:my|the|our|an?|his|her) (?!race|marathon|half|event|date|goal|"
    r"target|new|pb|time|10 ?k|5 ?k)[\w' ]{0,30}\b(?:had|was|were|used to)\b"
)
_VERBS = {
    "skipping": "skip", "dropping": "drop", "moving": "move", "swapping": "swap", "cancelling": "cancel",
    "canceling": "cancel", "shortening": "shorten", "cutting": "cut", "adding": "add", "shifting": "shift",
    "changing": "change", "pushing": "push", "making": "make", "taking": "take", "switching": "switch",
}  # fmt: skip
_DOING = re.compile(rf"\b(?:{'|'.join(_VERBS)})\b")
_HOW_TO_TELL = re.compile(r"how (?:do|can|would|will|could) i (?:know|tell|notice|see)\b|what are (?:the )?signs\b")
_SIGNS = (
    "Look at several days, not one: sleep that does not refresh, a resting pulse that stays up, easy runs that feel "
    "hard and no wish to run. If that is you, tell me, and I make the week easier. Nothing was changed."
)
_SHALL_I = "I can do that, and show it before anything changes. Shall I?"
_EVENT = re.compile(
    r"\b(?:birthday|exams?|concert|party|christening|brunch|appointment|visit\w*|in-laws|deadline|school play|dinner|"
    r"father's day|mother's day)\b"
)
_NO_TIME = re.compile(
    r"\b(?:no|not|can not|never|zero|without|clear|free|off|skip|away|instead|busy|all day|until|whole|rest|out|so|"
    r"rather|"
    r"nothing|unable|miss|cancel|drop|move)\b"
)
_QUOTED = re.compile(r"""(?:(?<=\s)|^)(?:"[^"]+"|'[^']{6,}'|“[^”]+”|«[^»]+»|„[^“”]+[“”])(?=[\s.,!?]|$)""")
_SAID_BY_TEXT = re.compile(
    r"\b(?:notes?|message|text|file|page|email|mail|screen|line|title|comment|caption|instructions?) "
    r"(?:says?|said|reads?|is|was)?(?: that)? ?:.*$"
)


def only_an_event(text: str) -> bool:
    """Whether a message tells of a birthday or an exam, and not that there is no time to run."""
    return has_event(text) and not _NO_TIME.search(text)


def has_event(text: str) -> bool:
    """Whether a message tells of a birthday or an exam."""
    return _EVENT.search(text) is not None


def without_quotes(text: str) -> str:
    """A message without the wishes it only quotes; a quotation that is the whole message is the runner's own."""
    said = _QUOTED.sub(lambda found: " … " if _is_wish(found[0].strip("\"'“”«»„ ")) else found[0], text)
    said = _SAID_BY_TEXT.sub(" … ", said)
    return said if re.search(r"[a-z]{2}", said) else text


def _is_wish(text: str) -> bool:
    return any(heard(part).intent in CHANGING for part in clauses(text))


def asked_first(text: str, answer: Answer) -> Answer:
    """`answer`, or the question whether it is meant where the message only plays with the thought."""
    if _OPEN.search(text) and (answer.edits or answer.build):
        says = (
            "Once it is sure which days you cannot run, tell me, and I plan around them. Is there one I shall free now?"
        )
        return Answer(says, pending="fill:no run on {}")
    found = _PLAYED_WITH.search(text)
    if found is None:
        return only_asked(text, answer) if answer.build else answer
    wish = " ".join((text[: found.start()] + " " + text[found.end() :]).split()).strip(" ,?.")
    wish = _DOING.sub(lambda doing: _VERBS[doing[0]], wish)  # "thinking of dropping Thursday"
    changes = answer.edits or answer.build or answer.go_back or answer.athlete
    if not changes and not (_DOING.match(text, found.end()) and _is_wish(wish)):
        return answer
    return replace(Answer(_SHALL_I), pending=f"choice:{wish}|leave it")


def only_asked(text: str, answer: Answer) -> Answer:
    """`answer`, or the question whether it is meant where the words ask about a change, and not for one."""
    if _HOW_TO_TELL.match(text) and (answer.edits or answer.build):
        return Answer(_SIGNS)
    is_request = _REQUEST.search(text) and not (_AS_ADVICE.search(text) or _STILL.search(text))
    is_offhand = answer.build and _SUGGESTS.match(text)
    asks = _QUESTION.search(text) or _STILL.search(text) or _AS_ADVICE.search(text)
    if not (answer.edits or answer.build) or not (is_offhand or (asks and not is_request)):
        return answer
    wish = f"please {_SUGGESTS.sub('', text).strip(' ?')}" + (" from now on" if answer.build else "")
    return replace(Answer(f"That depends on how you feel. {_SHALL_I}"), pending=f"choice:{wish}|leave it")

"""A message parted into clauses that may each want something.

Full stops and the words that only ever lead to something new always part. "And" and a comma part where what stands on
either side of them is a wish of its own: "Thursday off and cut Sunday to 10" is two, "Thursday and Sunday off" is one.
"""

from __future__ import annotations

import re

from planwise_core.coach.offline.intents import CHANGING, heard
from planwise_core.coach.offline.refs import KIND_WORDS
from planwise_core.coach.offline.when import MONTHS, WEEKDAY

_ENDS_A_NUMBER = r"(?=\. (?:i|and|my|but|also|last|can|the|no|could|please|would|let|we|so|put|move|maybe)\b)"
_JOIN = re.compile(
    rf"(?:(?:(?<!\d)|(?<=\d){_ENDS_A_NUMBER})\.|[!?;])[.!?;]*(?:\s|$)|\s+(?:and then|then|also|but|"
    r"and "
    r"also|otherwise|anyway)\s+|,\s+(?:and|but|so|please|also|can you|could you)\s+"
    r"|\s+so\s+(?=(?:i would (?:rather|prefer|like)|i want|can (?:you|we|i)|could|please|let us|maybe|perhaps|"
    r"no (?:run|long)|move|"
    r"skip|swap|drop|shift|push|cancel|make|go easy|take it|keep|ease|leave|cut)\b)"
    r"|,\s+(?=(?:\w+day|tomorrow) (?:off|as planned|stays|free|\d+(?: ?km?)?(?= |,|$))\b)"
    r"|,\s+(?=(?:maybe|perhaps|just|only|rather|more like) \d+ ?(?:km|k|mi|miles|minutes) (?:on|this|next|for|"
    r"tomorrow)\b)"
    r"|,\s+(?=week \d+ (?:as|normal|easier|lighter|harder|stays?|the same|unchanged|off|free|less|more)\b)"
    r"|,\s+(?=let us\b|do (?:it|that|this)\b)|(?<=\w): (?=(?:please )?(?:do|run|move|put|make|cut) (?:it|that)\b)"
    r"|,\s+(?=(?:just|instead|rather) (?:make|move|shorten|swap|skip|push|cut|ease|turn|do)\b)"
    r"|(?:,|\s+and)\s+(?=(?:please |could you |can you |i would like to |i want to |let us "
    r")?(?:move|swap|skip|make|shift|drop|cancel|put|add|show|tell|shorten|lengthen|change|what|why|how|when|give|"
    r"turn|switch|explain|push|take|remove|undo|reduce|ease|bump|scrap|rest)\b)"
)
_MAY_PART = re.compile(r",? (?:and|plus|&|while|\+) |, | - ")
_NAMES_TIME = re.compile(
    rf"\b(?:{WEEKDAY}(?:'s)?|today|tonight|tomorrow|weekend|weeks?|{'|'.join(MONTHS)}|christmas|easter|"
    r"\d+(?:st|nd|rd|th))\b"
)
_TIME_FIRST = (
    rf"(?:on |the |this |next |that |from )*(?:{WEEKDAY}|week(?:end)?(?: of)?|tomorrow|20[-\d]+(?: to 20[-\d]+)?)[ ,]+"
    r"(?:(?:after|before|next week|this week)[ ,]+(?:that[ ,]+)?)?"
)
_OWN_SENTENCE = re.compile(  # "… and the Sunday before that I have a race", "… and can you book me a massage"
    rf"(?:also |then )?(?:{_TIME_FIRST}(?:i|we|my)\b(?! (?:run|1|session|week))|(?:can|could|would) (?:you|the)\b|"
    r"(?:i|we) (?:am|are|have) (?!(?:away|out|off|free|only|back|home|returning|leaving)\b)|"
    rf"please\b|i (?:need|want|would like|also)\b|(?!(?:{WEEKDAY}|on|with|for|at|to|see|visit)\b)[a-z]+ (?:my|me) )"
)
_DAY_FIRST = re.compile(  # "next Tuesday easy, next Thursday off": a day and what it is to be
    rf"(?:and |on |next |this )*(?:{WEEKDAY}|tomorrow)(?: (?:this|next) week)? (?:run )?"
    rf"(?:easy|light|easier|off|rest|free|out|\d+(?: ?(?:km|k|mi|miles|minutes))?)(?= please|,| and|$)"
)
_POINTS = re.compile(r"\b(?:it|that|this|them|those|these|the rest|runs?|race)\b")


def clauses(text: str) -> list[str]:
    """The parts of a normalised message that may each want something; lists of days stay together."""
    parts = [part.strip(" ,") for part in _JOIN.split(text) if part and part.strip(" ,.!?")]
    for at in range(len(parts) - 1, 0, -1):  # "next week, swap …": the time belongs to the wish behind it
        if _ONLY_TIME.fullmatch(parts[at - 1]):
            parts[at - 1 : at + 1] = [f"{parts[at - 1]}, {parts[at]}"]
    return [each for part in parts for each in _parted(part)]


_ONLY_TIME = re.compile(r"(?:(?:and|so|for|in|ok|then) )*(?:(?:this|next) week|week \d+)")


def _parted(part: str) -> list[str]:
    for joint in _MAY_PART.finditer(part):
        left, right = part[: joint.start()], part[joint.end() :]
        if _DAY_FIRST.match(left) and _DAY_FIRST.match(right):
            return [left.strip(" ,"), *_parted(right.strip(" ,"))]
        begins = _OWN_SENTENCE.match(right) is not None and (_is_wish(left) or heard(left).intent == "hurt")
        if begins or (_is_wish(left) and _is_own(right) and not _belongs(left, right)):
            return [left.strip(" ,"), *_parted(right.strip(" ,"))]
    return [part]


def _is_wish(part: str) -> bool:
    """Whether words want something, and of something: "cut Sunday to 10" does, "Sunday" and "easier" do not."""
    intent = heard(part).intent
    if intent == "swap":
        return len([*_NAMES_TIME.finditer(part), *KIND_WORDS.finditer(part)]) > 1
    names = _NAMES_TIME.search(part) or KIND_WORDS.search(part) or _POINTS.search(part)
    return names is not None and intent in CHANGING


def _is_own(part: str) -> bool:
    return _is_wish(part) or (heard(part).intent == "keep" and _NAMES_TIME.search(part) is not None)


_OTHERWISE = re.compile(r"\b(?:better|instead|rather)\b")
_TAKE_TIME = frozenset({"away", "busy"})


def _belongs(left: str, right: str) -> bool:
    """Whether the second wish is the rest of the first: when one is back, what suits better, what the time asks for."""
    one, other = heard(left).intent, heard(right).intent
    if one in _TAKE_TIME and other == one:
        return True
    return _OTHERWISE.search(right) is not None or (one == "busy" and not _NAMES_TIME.search(right))

"""The coach's open question: what a bare answer means after it."""

from __future__ import annotations

import datetime as dt
import re

from planwise_core.coach.offline.intents import heard
from planwise_core.coach.offline.language import phrases
from planwise_core.coach.offline.parting import clauses
from planwise_core.coach.reply import Situation

_SLOTS = frozenset({"goal", "date", "volume", "days", "recent"})
_YES = phrases(
    "ja | oui | sí | si | sì | sim | yes | yeah | yep | sure | ok | okay | please do | do it | go ahead | sounds good |"
    " "
    "fine | correct | right"
)
_DO_IT = phrases("[clear/free/move/shorten/change/skip/drop/add/take/make/turn] [it/them/that/those]")
_NO = phrases("nein | non | nee | não | no | nope | nah | leave it | neither | none | not now | never mind")


def with_pending(text: str, situation: Situation) -> tuple[str, str]:
    """The message with the coach's open question in mind: a whole sentence, and the slot a bare answer is for.

    An empty text means "no" to what was offered, "?" an answer that fits none of it.
    """
    kind, _, rest = (situation.pending or "").partition(":")
    if kind in _SLOTS and not rest:
        return text, kind
    if kind == "fill" and len(text.split()) <= 7 and not _is_request(text):
        return rest.replace("{}", re.sub(r"^(?:on|to|from|my|the|it is) ", "", text)), ""
    if kind == "choice":
        return _chosen(text, rest.split("|")), ""
    return text, ""


def _is_request(text: str) -> bool:
    answers_ = {None, "hurt", "keep", "size", "busy", "tired"} | ({"ok"} if re.search(r"\d", text) else set())
    return any(part.intent not in answers_ for part in map(heard, clauses(text.replace("no date", ""))))


_WEEKDAYS = re.compile(r"(?:mon|tues|wednes|thurs|fri|satur|sun)days?")
_ORDER = ("1 first 1st former", "2 second 2nd middle", "3 third 3rd last latter")


def _chosen(text: str, choices: list[str]) -> str:
    """The sentence that was chosen by number, by place or by its words; `text` itself where it is something else."""
    words = set(re.findall(r"\w+", text))
    if _NO.search(text) and len(words) <= 4:
        return ""
    for names, choice in zip(_ORDER, choices, strict=False):
        if words & set(names.split()) and len(words) <= 5:
            return "" if choice == "leave it" else choice
    is_only = [each for each in choices if each != "leave it"] == choices[:1]
    if len(words) <= 4 and (_YES.search(text) or (is_only and _DO_IT.match(text))):
        return choices[0] if is_only else "?"
    days = {word for word in words if _WEEKDAYS.fullmatch(word)}
    if days and not any(days <= _words_of(choice) for choice in choices):
        return text  # "skip Thursday" is none of the days offered
    shared = [len(words & _words_of(choice)) for choice in choices]
    best = max(shared)
    if best and shared.count(best) == 1 and len(words) <= 6:
        choice = choices[shared.index(best)]
        return "" if choice == "leave it" else choice
    return text


def _words_of(choice: str) -> set[str]:
    """The words of an offered sentence, and the weekdays of the dates in it."""
    dates = [dt.date.fromisoformat(day) for day in re.findall(r"\d{4}-\d\d-\d\d", choice)]
    return set(re.findall(r"\w+", choice)) | {f"{day:%A}".lower() for day in dates}

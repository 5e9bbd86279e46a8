"""What "it", "that day", "and the week after" and "no, Thursday" refer to: earlier words of the same talk.

A message that leans on an earlier one is made whole before anything is read from it: the missing words are put in
from what the runner has said last. What names nothing stays as it is, and is asked about as ever.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Sequence
from dataclasses import replace

from planwise_core.coach.offline.dates import read
from planwise_core.coach.offline.intents import CHANGING, clauses, heard
from planwise_core.coach.offline.language import normalise
from planwise_core.coach.offline.refs import kind_of, named, whens_of
from planwise_core.coach.offline.scene import Scene
from planwise_core.coach.offline.vocabulary import PART
from planwise_core.coach.offline.when import When
from planwise_core.training.values import monday_of

_SAYS_OTHERWISE = re.compile(
    r"^(?:(?:no|nope|sorry|oops|whoops|wait|actually|hmm+|oh|ah|ok|okay|well|hang on|my bad|i mean|i meant|make that|"
    r"make it|rather|then|please|better|only|just)\b[ ,.!:-]*)+"
)
_AFTERTHOUGHT = re.compile(
    r"[ ,.]*\b(?:i mean|i meant|then|instead|please|rather|sorry|would be better|is better|not (?:the )?\w+)[ ,.!]*$"
)
_ONE_MORE = re.compile(r"^(?:and|also|plus|same (?:for|on|with|again)?|ditto|do the same)\b")
_TOO = re.compile(r"\b(?:too|as well|also|same)\b")
_IT = re.compile(
    r"\b(?:it|that one|this one|that run|this run|that|this)\b(?! (?:is|was|will|does|week|weekend|day|month))"
)
_THAT_DAY = re.compile(r"\b(?:on |for )?(?:that (?:day|weekend|week|date)|those days|then)\b(?! i\b)")
_CAN_BE_IT = frozenset({"size", "move", "drop", "easier", "harder", "retype", "swap"})
_SHORT = 5  # words that a correction may have; more of them stand for themselves


def made_whole(text: str, scene: Scene) -> str:
    """`text` with what it refers to in place; itself where it refers to nothing that is known."""
    before = _said_before(scene)
    if before and (corrected := _corrected(text, before, scene)):
        return corrected
    if before and (repeated := _repeated(text, before, scene)):
        return repeated
    told: list[str] = [before] if before else []
    whole = text
    for clause in clauses(text):
        full = _that_day(_it(clause, told, scene), told, scene)
        whole = whole.replace(clause, full, 1) if full != clause else whole
        told.append(full)
    return whole


def _said_before(scene: Scene) -> str:
    """What the runner said last, in regular words."""
    said = next((each.text for each in reversed(scene.situation.history) if each.role == "runner"), "")
    return normalise(said)


def _is_change(text: str) -> bool:
    return any(heard(part).intent in CHANGING for part in clauses(text))


def _corrected(text: str, before: str, scene: Scene) -> str | None:
    """The request before with the day or body part that was meant: "no, I meant Thursday"."""
    core = _AFTERTHOUGHT.sub("", _SAYS_OTHERWISE.sub("", text)).strip(" ,.!")
    if core == text or not core or len(core.split()) > _SHORT or not _is_change(before):
        return None
    part, old_part = re.search(rf"\b(?:(?:left|right) )?(?:{PART})\b", core), re.search(rf"\b(?:{PART})\b", before)
    if part and old_part:
        return before.replace(old_part[0], part[0], 1)
    whens, were = whens_of(core, scene), whens_of(before, scene)
    if not were or not whens or _is_change(core.replace(whens[0].words, "")):
        return None
    if until := re.match(r"(?:until|till?|to) ", core):
        first = were[0].first
        last = next((each.last for each in read(core[until.end() :], replace(scene.calendar, today=first))), first)
        return _put(before, were[0], f"from {first.isoformat()} to {last.isoformat()}")
    wrong = re.search(r"\bnot (?:the )?(\w+)", text)
    old = next((each for each in were if wrong and wrong[1][:3] in each.words), were[-1])
    return _put(before, old, whens[0].words)


def _repeated(text: str, before: str, scene: Scene) -> str | None:
    """The request before, for other days: "and the week after too"."""
    if not (_ONE_MORE.match(text) and _TOO.search(text)) or not _is_change(before):
        return None
    were = whens_of(before, scene)
    if not were or any(part.intent in CHANGING for part in map(heard, clauses(_ONE_MORE.sub("", text)))):
        return None
    if re.search(r"\bweek after\b", text):
        return _put(before, were[-1], f"the week of {(monday_of(were[-1].first) + dt.timedelta(weeks=1)).isoformat()}")
    whens = whens_of(text, scene)
    return _put(before, were[-1], whens[0].words) if whens else None


def _put(text: str, when: When, words: str) -> str:
    lead = re.match(r"(?:on|over|at|for|in|from) ", when.words)
    keeps = lead and not re.match(r"(?:on|over|at|for|in|from) ", words)
    return f"{text[: when.at[0]]}{lead[0] if lead and keeps else ''}{words}{text[when.at[1] :]}"


def _it(clause: str, told: Sequence[str], scene: Scene) -> str:
    """The clause with the workout in it that "it" stands for: the last one that was named."""
    found = _IT.search(clause)
    if not found or kind_of(clause) or heard(clause).intent not in _CAN_BE_IT:
        return clause
    for earlier in reversed(told):
        whens = whens_of(earlier, scene)
        workouts = named(earlier, scene, whens) if whens or kind_of(earlier) else []
        if workouts and (len(workouts) == 1 or kind_of(earlier)):
            it = f"the {workouts[0].title.lower()} on {workouts[0].date.isoformat()}"
            return clause[: found.start()] + it + clause[found.end() :]
    return clause


def _that_day(clause: str, told: Sequence[str], scene: Scene) -> str:
    """The clause with the days in it that "that weekend" stands for: the last ones that were named."""
    found = _THAT_DAY.search(clause)
    if not found or whens_of(clause, scene):
        return clause
    for earlier in reversed(told):
        if whens := [each for each in whens_of(earlier, scene) if each.last >= scene.today]:
            first, last = whens[-1].first.isoformat(), whens[-1].last.isoformat()
            days = f"on {first}" if first == last else f"from {first} to {last}"
            return clause[: found.start()] + days + clause[found.end() :]
    return clause

"""What the clauses of one message share: a day told once, a reason and its wish, a verb said once for two runs."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import replace

from planwise_core.coach.offline.dates import length_days
from planwise_core.coach.offline.intents import CHANGING, Heard, heard
from planwise_core.coach.offline.moves import both_ends
from planwise_core.coach.offline.parting import clauses
from planwise_core.coach.offline.refs import kind_of, named, whens_of
from planwise_core.coach.offline.rewording import RUN
from planwise_core.coach.offline.scene import Scene
from planwise_core.coach.offline.vocabulary import PART
from planwise_core.training.plan import Plan

_REASONS = frozenset({"busy", "tired", "low"})
_WISHES = frozenset({"move", "swap", "drop", "size", "retype", "easier"})
_TAKES_A_DAY = frozenset({"away", "busy", "rest", "drop", "easier"})
_LEAVES_A_DAY = frozenset({"rest", "away", "busy"})
_BECAUSE = re.compile(r",? (?:because|as (?:i|we) (?:am|are|have|will)|since (?:i|we) (?:am|are|have))\b(?P<why>.*)$")


_RUN_AND_SIZE = re.compile(
    rf"{RUN} \d+(?:\.\d)?(?: ?(?:km|k|mi|miles|minutes))?(?: easy)?"
)  # "Thursday off, Saturday 8 km"
_THERE_TOO = re.compile(  # "off to Tenerife from the 9th to the 16th, I'd like to run there but nothing hard"
    r"\b(?:would like|want|can|could|will|plan|hope|might|may|intend|am able)(?: to)? (?:still |also |probably )*"
    r"(?:run|jog|train)(?: \w+){0,2}? (?:there|then|in between|a bit|a little|easy|easily|gently)\b|"
    r"\b(?:has|have|with|there is|got) (?:an? )?(?:\w+ )?(?:gym|treadmill)\b(?!.*\bnot use\b)"
)
_UNUSED = re.compile(r"\b(?:will|would|can|do) not (?:be )?(?:use|using|bother|touch|feel like)\b")


def without_because(text: str, scene: Scene) -> str:
    """A message without the reason behind its wish; illness and pain are more than reasons and stay."""
    found = _BECAUSE.search(text)
    if found is None:
        return text
    wish = text[: found.start()]
    wishes = [part for part in map(heard, clauses(wish)) if part.intent in CHANGING]
    is_told = wishes and (whens_of(wish, scene) or kind_of(wish))
    more = {part.intent for part in map(heard, clauses(found["why"]))} & {"ill", "hurt"}
    return wish if is_told and not more else text


def joined_up(parts: list[Heard], scene: Scene) -> list[Heard]:
    """The clauses in the order to answer them: a reason gives way to its wish, a day told once counts for both."""
    parts = _running_there(parts, scene)
    intents = {part.intent for part in parts}
    if intents & _WISHES:
        parts = [part for part in parts if part.intent not in _REASONS or _is_own(part, parts, scene)]
        parts = [part for part in parts if not _only_tells_why(part, parts, scene)]
    parts = [part for at, part in enumerate(parts) if not _says_again(part, parts[:at])]
    parts = [part for at, part in enumerate(parts) if not _complains_first(part, parts[at + 1 :])]
    if intents & {"move", "swap"}:
        moved = " ".join(part.text for part in parts if part.intent in {"move", "swap"})
        there = {when.first for when in whens_of(moved, scene)} | {
            each.date for each in named(moved, scene, whens_of(moved, scene)[:1])[:1] if kind_of(moved)
        }
        parts = [part for part in parts if part.intent != "rest" or not _days(part, scene) <= there]
        parts = sorted(
            parts,
            key=lambda part: (part.intent != "drop" or not _days(part, scene) <= there, part.intent in _LEAVES_A_DAY),
        )
    parts = sorted(parts, key=lambda part: part.intent == "add")  # there is room after what is taken out
    if intents & CHANGING:
        parts = [heard(f"make {part.text}") if _RUN_AND_SIZE.fullmatch(part.text) else part for part in parts]
    return [_with_day(part, parts, scene) for part in _with_verb(parts, scene)]


def is_done(part: Heard, scene: Scene) -> bool:
    """Whether a day is free already that a clause says there is no time on: what stood there has been moved."""
    days = _days(part, scene)
    return part.intent in _LEAVES_A_DAY and bool(days) and not any(each.date in days for each in scene.open)


def _running_there(parts: list[Heard], scene: Scene) -> list[Heard]:
    """Away with the running shoes: the runs of those days become easy ones instead of being taken out."""
    away = next((part for part in parts if part.intent == "away" and whens_of(part.text, scene)), None)
    if away is None or not any(_THERE_TOO.search(part.text) for part in parts) or _UNUSED.search(parts[-1].text):
        return parts
    whens = whens_of(away.text, scene)
    span = f"from {whens[0].first.isoformat()} to {whens[-1].last.isoformat()}"
    said = {"away", "busy"}  # by the wish that takes their place, as is "nothing hard"
    others = [part for part in parts if part.intent not in said and not _THERE_TOO.search(part.text)]
    others = [part for part in others if part.intent != "easier" or whens_of(part.text, scene)]
    return [heard(f"make the runs {span} easier"), *others]


def _only_tells_why(part: Heard, parts: list[Heard], scene: Scene) -> bool:
    """ "Make week 6 lighter, I'm moving house": away at no time of its own, beside a wish that names one."""
    if part.intent != "away" or whens_of(part.text, scene) or length_days(part.text):
        return False
    return any(each.intent in _WISHES and whens_of(each.text, scene) for each in parts)


def _complains_first(part: Heard, after: list[Heard]) -> bool:
    """ "It is too much. Can you cut the next three weeks?": the first sentence is the reason of the second."""
    complains = (
        part.intent in {"easier", "harder", "size"}
        and not (
            part.intent == "size" and re.search(r"\d", part.text) and not re.search(r"\btoo (?:far|long)\b", part.text)
        )
        and re.search(r"\b(?:too|overwhelm\w*|dread\w*|keep up|in the tank)\b", part.text)
    )
    return bool(complains and any(each.intent in {part.intent, "size"} for each in after))


def _says_again(part: Heard, before: list[Heard]) -> bool:
    """ "The Tuesday sessions are too hard, can you make them easier": one wish, said with its reason first."""
    if part.intent == "size" and _CUTS.match(part.text):  # "only 40 minutes tomorrow, can you cut the run down?"
        return any(each.intent == "size" and re.search(r"\d", each.text) for each in before)
    is_it = re.search(r"\b(?:it|them|these|those)\b", part.text) and not kind_of(part.text)
    return bool(is_it and part.intent in {"easier", "drop"} and any(part.intent == each.intent for each in before))


_CUTS = re.compile(
    r"(?:can you |could you |please |so )*(?:cut|shorten|trim) (?:the run|it|that|20\S+ [a-z ]+?)(?: down| "
    r"short)?\b(?! (?:to|by) \d)"
)
_VERBS = {"away": "i am away", "busy": "i am away", "rest": "no run", "drop": "skip"}
_ONLY_WORDS_OF_TIME = re.compile(
    r"(?:\b(?:and|also|again|then|from|on|the|to|till?|until|as well|too|plus|"
    r"in|over|for|maybe|of|please|later)\b|[\s,&_-])*"
)


def _with_verb(parts: list[Heard], scene: Scene) -> list[Heard]:
    """ "Away from the 3rd to the 9th and then from the 20th to the 27th": bare dates take the verb before them."""
    whole: list[Heard] = []
    verb = ""
    for part in parts:
        whens = whens_of(part.text, scene)
        bare = part.text
        for when in whens:
            bare = bare.replace(when.words, "_")
        if verb and whens and part.intent is None and _ONLY_WORDS_OF_TIME.fullmatch(bare):
            part = replace(heard(f"{verb} {part.text}"), text=f"{verb} {part.text}")
        verb = _VERBS.get(part.intent or "", "")
        whole.append(part)
    return whole


def _days(part: Heard, scene: Scene) -> set[dt.date]:
    return {day for when in whens_of(part.text, scene) for day in (when.first, when.last)}


def _is_own(part: Heard, parts: list[Heard], scene: Scene) -> bool:
    """Whether a reason is a wish as well: its day is none of those that wishes beside it name with their runs."""
    wishes = [each for each in parts if each.intent in _WISHES]
    if not wishes:
        return True
    busy = _days(part, scene)
    if part.intent != "busy" or not busy:
        return False
    return not any(busy & _touched(wish, scene) or not _names_its_run(wish, scene) for wish in wishes)


def _touched(wish: Heard, scene: Scene) -> set[dt.date]:
    whens = whens_of(wish.text, scene)
    return _days(wish, scene) | {
        each.date for each in named(wish.text, scene, whens[:1]) or named(wish.text, scene, ())
    }


def _names_its_run(wish: Heard, scene: Scene) -> bool:
    days = len(both_ends(whens_of(wish.text, scene), scene))
    return kind_of(wish.text) is not None or days > (1 if wish.intent in {"move", "swap"} else 0)


def _with_day(part: Heard, parts: list[Heard], scene: Scene) -> Heard:
    """ "School is closed on Thursday. No run.": the day of the first clause is meant by the second."""
    if part.intent not in _TAKES_A_DAY or whens_of(part.text, scene):
        return part
    for other in parts:
        days = [when for when in whens_of(other.text, scene) if when.first >= scene.today]
        if part.intent in {"drop", "easier"}:  # a week is made easier, a day's run is dropped
            days = [when for when in days if when.kind == ("day" if part.intent == "drop" else "span")]
        if kind_of(part.text) and not named(part.text, scene, days):
            continue
        if other is not part and days and other.intent not in CHANGING - _TAKES_A_DAY:
            first, last = days[0].first.isoformat(), days[-1].last.isoformat()
            return replace(part, text=f"{part.text} {f'on {first}' if first == last else f'from {first} to {last}'}")
    return part


def followed(text: str, was: Plan | None, now: Plan | None) -> str:
    """A clause that names a run by the day it stood on, after an earlier clause has moved it: by its new day."""
    for each in was.workouts if was and now else ():
        moved = now.by_id.get(each.id) if now else None
        if moved and moved.date != each.date:
            name = each.title.lower()
            text = text.replace(f"{each.date.isoformat()}'s {name}", f"{moved.date.isoformat()}'s {name}")
    return text


_BODY = re.compile(rf"\b(?:{PART})\b")


def of_one_pain(parts: list[Heard]) -> list[Heard]:
    """The clauses, with those that tell more of the same pain in one: "rolled my ankle this morning, it's swollen"."""
    pains = [part for part in parts if part.intent == "hurt"]
    named_ = [part for part in pains if _BODY.search(part.text)]
    if len(pains) < 2 or len(named_) != 1:
        return parts
    whole = replace(named_[0], text=", ".join(part.text for part in pains))
    return [whole if part is named_[0] else part for part in parts if part is named_[0] or part not in pains]

"""Kilometres or miles: the coach talks in the unit the runner has chosen, or else talks in."""

from __future__ import annotations

import re
from dataclasses import replace

from planwise_core.coach.offline.scene import Answer
from planwise_core.coach.reply import Situation

_MILES = re.compile(r"\b(?:miles?|mpw|mileage in miles)\b|(?:\d|/|\bper) ?mi\b")
_NOT_A_UNIT = re.compile(  # names of races and ways of speaking
    r"\b\d+ ?(?:miles?|milers?|mi) (?:race|event)\b|\bmilers?\b|\bgo the extra mile\b|\bby a mile\b|\bmiles (?:away|"
    r"better|off|ahead)\b|"
    r"\b(?:a|the|my|fast\w*|magic) mile\b|\b(?:race|event|run|do)\w* (?:a |the |is |of |over )*(?:10|5|20|50|"
    r"100) miles?\b"
)
_KM = re.compile(r"\b\d+ ?(?:km|kms|kilomet\w+)\b|\bin (?:km|kilomet\w+)\b")


def talking_in(situation: Situation, text: str) -> Situation:
    """The situation with the runner in miles, where they speak of miles and have not chosen a unit."""
    if "units" in situation.known or situation.athlete.units == "mi":
        return situation
    said = _NOT_A_UNIT.sub(" ", text)
    if not _MILES.search(said) or _KM.search(said):
        return situation
    return situation.but(athlete=situation.athlete.but(units="mi"))


def said_so(answer: Answer, was: Situation, now: Situation) -> Answer:
    """`answer` with the new unit learned and told, where the talk has turned from one to the other."""
    if was.athlete.units == now.athlete.units:
        return answer
    athlete = answer.athlete or now.athlete
    says = answer.says
    if "From now on I speak in" not in says:
        says = f"{says} From now on I speak in miles, as you do; say 'in km' to change that."
    return replace(answer, says=says, athlete=athlete, known=answer.known | {"units"})

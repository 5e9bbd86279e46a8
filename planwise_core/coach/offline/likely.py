"""What a clause most likely wants where no phrase says it: read off the run, the days and the sizes it names.

"Can the tempo happen Wednesday", "8 miles on Sunday would do": a run with another day, a run with another size. Only
where nothing else was heard, and the clause neither asks for facts nor tells of what is over or of somebody else.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Sequence, Set

from planwise_core.coach.offline.intents import Heard, heard
from planwise_core.coach.offline.parting import clauses
from planwise_core.coach.offline.persons import of_others
from planwise_core.coach.offline.refs import KIND_WORDS, kind_of, named, whens_of
from planwise_core.coach.offline.scene import Scene
from planwise_core.coach.offline.when import WEEKDAY, When
from planwise_core.training.plan import Workout
from planwise_core.training.values import KM_PER_MILE, monday_of

_NO_WISH = re.compile(  # a question about facts, what is over, what stays open
    r"^(?:(?:and|so|but|ok|hey|hi)\b,? ?)*(?:what (?!about)|which|how (?!about)|why|when|where|who|is|are|am|do|does|"
    r"did|will|was|were|has|have i|should)\b|\b(?:was|were|ran|did|felt|went|had|yesterday|last (?:week|night|"
    r"month|year|\w+day)|ago|if|unless|maybe not|not sure|might|depends|because|record|pb|pr)\b|: "
)
_WISH = re.compile(
    r"\b(?:can|could|may|might|shall|let us|how about|what about|would (?:like|love|prefer|rather|be)|rather|prefer|"
    r"want|instead|works? better|suits?|better|make|please|need|needs|has to|have to|must|then)\b"
)
# A clause that says more than these, its run, its days and its sizes is about something else: "I only have 20 minutes
# to eat before the long run on Sunday".
_SMALL_WORDS = frozenset(
    """a able about all also am an and around at be better but can could day do done earlier easy else enough feel fine
    fit for get go going got half happen happier happy have how i if in instead is it just later let like long
    love manage max maybe me might more most move my need next no ok on one ones only or perhaps place please
    plenty possible prefer put rather room run say session settle shall shift should slot so spare stick suit
    suits take than that the then there this time to too top tops total us wait want we week what will with work
    works would you""".lower().split()
)
_IF_POSSIBLE = re.compile(r",? if (?:that|it)(?: is|'s)? (?:ok|okay|fine|possible|alright|all right|at all possible)\b")
_SIZED = re.compile(r"(?<![\d:.])(\d+(?:\.\d+)?) ?(km|k|miles?|mi|minutes)(?![a-z/])")
_A_SIZE_IS_MEANT = re.compile(
    r"\b(?:rather|only|just|enough|plenty|prefer|max|instead|tops|at most|manage|time for|would do|will do|fine|"
    r"than|stick|settle|happy|longer|shorter|no more|more like)\b"
)
_BY_SIZE = re.compile(
    r"\b(?:the|that) (\d+(?:\.\d)?) ?-?(km|k|kms|miles?|mi|miler)(?: (?:run|long run|one|1))?\b"
    r"(?! (?:a|per) week| (?:time|pb|pr|race|goal|in \d))"
)


def meant(part: Heard, scene: Scene) -> Heard:
    """`part`, or what it most likely wants, said in plain words."""
    text = _IF_POSSIBLE.sub("", part.text)
    if part.intent is not None or _NO_WISH.search(text) or of_others(text, len(text)):
        return part
    whens = [when for when in whens_of(text, scene) if when.first >= scene.today]
    beside = [each for each in clauses(scene.heard) if part.text not in each]
    others = {when.first for each in beside for when in whens_of(each, scene)}
    sentence = _another_size(text, whens, scene) or _another_day(text, whens, others, scene)
    return heard(sentence) if sentence and _says_no_more(text, whens) else part


def _says_no_more(text: str, whens: Sequence[When]) -> bool:
    for when in whens:
        text = text.replace(when.words, " ")
    text = _SIZED.sub(" ", KIND_WORDS.sub(" ", re.sub(rf"\b(?:{WEEKDAY}|\d+(?:st|nd|rd|th))\b", " ", text)))
    return set(re.findall(r"[a-z]+", text)) <= _SMALL_WORDS


def by_day(text: str, scene: Scene) -> str:
    """A message in which a run named by its size, "the 19 km one in January", is named by its day."""
    found = _BY_SIZE.search(text)
    if found is None:
        return text
    km = float(found[1]) * (KM_PER_MILE if found[2].startswith("m") else 1)
    near = 0.3 * (KM_PER_MILE if found[2].startswith("m") else 1)
    month = re.match(r" in ([a-z]+)(?: \d{4})?\b", text[found.end() :])
    there = [each for each in scene.open if each.is_run and abs(each.run_km - km) <= near]
    if month:
        there = [each for each in there if f"{each.date:%B}".lower().startswith(month[1][:3])]
    if not there or (len(there) > 1 and whens_of(text, scene)):
        return text
    end = found.end() + (month.end() if month else 0)
    return f"{text[: found.start()]}the {there[0].title.lower()} on {there[0].date.isoformat()}{text[end:]}"


def _another_day(text: str, whens: Sequence[When], others: Set[dt.date], scene: Scene) -> str:
    """ "Could the tempo happen Wednesday", "Snow on Sunday. Long run Saturday?": a run, and one day it is not on."""
    kind = kind_of(text)
    if kind is None or len(whens) != 1 or whens[0].kind != "day" or _SIZED.search(text):
        return ""
    day = whens[0].first
    same = [each for each in scene.open if each.type in kind and monday_of(each.date) == monday_of(day)]
    if len(same) != 1 or same[0].date == day or not (_WISH.search(text) or same[0].date in others):
        return ""
    return f"move {_name(same[0])} to {day.isoformat()}"


def _another_size(text: str, whens: Sequence[When], scene: Scene) -> str:
    """ "I'd rather do 8 miles on Sunday": a run, by its kind or its day, and one size that it has not."""
    run = _run(text, whens, scene)
    if run is None or not _A_SIZE_IS_MEANT.search(text):
        return ""
    sizes = [(float(number), unit) for number, unit in _SIZED.findall(text)]
    others = [(number, unit) for number, unit in sizes if not _is_of(run, number, unit)]
    if len(others) != 1:
        return ""
    number, unit = others[0]
    return f"make {_name(run)} {number:g} {unit}"


def _run(text: str, whens: Sequence[When], scene: Scene) -> Workout | None:
    """The one run a clause names; None where it names none, or several."""
    if len(whens) > 1 or (whens and whens[0].kind != "day"):
        return None
    there = named(text, scene, whens) if whens or kind_of(text) else []
    return there[0] if there and (len(there) == 1 or not whens) else None


def _is_of(run: Workout, number: float, unit: str) -> bool:
    if unit == "minutes":
        return run.minutes is not None and abs(run.minutes - number) < 1
    return abs(run.run_km - number * (KM_PER_MILE if unit.startswith("m") else 1)) < 0.3


def _name(run: Workout) -> str:
    return f"{run.date.isoformat()}'s {run.title.lower()}"

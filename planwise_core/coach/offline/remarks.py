"""Remarks in the words of a wish: "it's getting easier", "thanks for making it lighter", "skip the small talk".

The phrases of a wish are weighed first; what a clause says besides them may show that nothing is wished.
"""

from __future__ import annotations

import re

from planwise_core.coach.offline.when import WEEKDAY

# The intents that ask for an act, and tell no mere fact.
ACTS = frozenset({"undo", "swap", "move", "drop", "rest", "easier", "harder", "size", "retype", "add", "away", "busy"})
_NEVER = re.compile(
    r"\bnever (?:again )?(?:ever )?(?:move|swap|change|cancel|skip|drop|miss|shift|cut)\b|\bwould "
    r"never\b"
)
_THANKS_FOR = re.compile(
    r"\b(?:thanks|thank you|cheers|appreciate|grateful|love (?:that|how) you)\b[^.,;]*\b(?:for|"
    r"you) (?:\w+ing|\w+ed|made)\b"
)
_TOO_MUCH = re.compile(
    r"\btoo (?:much|many) (?P<what>(?!for\b|to\b|at\b|right\b|now\b|this\b|next\b|of\b|and\b|i\b|"
    r"lately\b|already\b|then\b)[a-z]+(?: [a-z]+)?)"
)
_NO_SPORT_UNTIL = re.compile(  # "the dentist wants no exercise to 6 December"
    r"\bno (?:exercise|sports?|running|training)\b.*\b(?:until|till|to|before)\b"
)
_DAY_WORDS = re.compile(rf"\b(?:{WEEKDAY}|back|days?|other|in a row|to|\d+\w*)\b")
_HALF_OF_TIME = re.compile(r"\b(?:first|second|last|latter|back) half of (?:this|next|the) (?:week|month)\b")
_EATS_ME = re.compile(r"\beat(?:s|en|ing)? (?:me|us|my \w+) (?:alive|up)\b")  # "work is eating me alive"
_ATE = re.compile(r"\b(?:ate|eaten|drank|drunk|spend|spending|spent|paid|talked)\b.*\btoo much\b")
_OBSERVES = re.compile(  # "it's getting easier every week"
    r"\b(?:is|are|feels?|gets?|keeps?|seems?|became|becomes?|has been|have been) (?:\w+ )?(?:getting|becoming|got|"
    r"felt|feeling) "
    r"(?:\w+ )?(?:easier|harder|shorter|longer|lighter|heavier|faster|tougher)\b|"
    r"\b(?:feels?|felt|seems?) (?:\w+ )?(?:easier|lighter)\b"
)
_FEARS_HURT = re.compile(
    r"\b(?:afraid|scared|worried|fear\w*|avoid|prevent|risk|how (?:do|would|can) i "
    r"know)\b.*\b(?:injur|hurt)"
)
_FREE = r"only (?:be |have |got )?(?:free|available|able to run|time|run|can run|train|manage)"
_ONLY_ON = re.compile(  # "I'm only free Wednesday and Sunday this week"
    rf"\b(?:{_FREE}|can only (?:run|train|do))(?: to run)?(?: on)? {WEEKDAY}\b.*\b(?:this|next) week\b|"
    rf"\b(?:this|next) week\b.*\b(?:{_FREE}|can only (?:run|train|do))(?: to run)?(?: on)? {WEEKDAY}\b|"
    rf"^(?:i can )?(?:do )?(?:just |only )(?:on )?{WEEKDAY}(?:,? (?:and|or|&) {WEEKDAY})? (?:this|next) week$|"
    rf"\bonly (?:free |possible )?days (?:this|next) week are {WEEKDAY}\b|"
    rf"\b(?:this|next) week\b[ ,]*only {WEEKDAY}\b.*\b(?:works?|suits?|(?:is|are) (?:free|possible|ok|fine))\b"
)
_SLOWER = re.compile(r"\b(?:slower|slowly|more gradual\w*|less (?:steep|quick)\w*)\b")
_BACK_FROM = re.compile(
    r"^(?:(?:i am|we are|just|now|finally|hi|hey|ok) ?,? ?)*back from (?:my |our |the |a "
    r")?(?:holidays?|vacation|trip|travel\w*)[ !.,]*$"
)
_NORMAL_WEEK = re.compile(  # "and the week after back to normal" is no news of health
    r"\bweek\b.*\bback to normal\b|\bback to normal\b.*\bweek\b"
)
_DAY_IS_WELL = re.compile(rf"\b{WEEKDAY}s? (?:is|are|works?)\b")  # "Fridays are fine again"
_MOVES_HOUSE = re.compile(
    r"\bmov(?:e|ed|ing) (?:house|home|flat|out|in|in with|(?:in)?to (?:an?|my|our|the) (?:new "
    r")?(?:flat|house|home|place|apartment|city))\b"
)
_SORE_MUSCLES = re.compile(  # sore after a hard run is no injury
    r"\b(?:quads|calves|glutes|legs|thighs|muscles|hamstrings|hips|doms)\b(?=.*\b(?:after|from|since|thanks to)\b "
    r"(?:the |that |my |"
    r"all |those |yesterday|sunday|saturday|tuesday|thursday|last |downhill|hills?|squats|leg day|running|a ))"
)
_REALLY_HURT = re.compile(
    r"\b(?:sharp|stabb\w+|pulled|popp\w+|torn|tore|limp\w*|swollen|swelling|strain\w*|injur\w*|bruis\w*|weeks?|"
    r"getting worse|"
    r"not (?:walk|run)|1 side|left|right|months?|keeps?|always|still)\b"
)
_DONE = re.compile(  # "last Sunday I swapped the long run for a hike"
    r"^(?=.*\b(?:yesterday|last (?:night|week|weekend|time|\w+day)|this morning|earlier today)\b)(?:.*\b(?:i|we|"
    r"had to) )?"
    r"(?:have |had |had to |just |also )*(?:swapped|cut|moved|shortened|switched|changed|replaced|shifted|extended|"
    r"dropped|pushed|added)\b|"
    r"^(?:had to|i had to) (?:cut|swap|move|shorten|stop)\b.*\b(?:yesterday|last|this morning)\b"
)
_HOW = r"(?:(?:only|just|already|actually|even|ended up|barely) )*"
_DID = re.compile(  # "I only managed half of the tempo", "did the intervals on Monday instead of Tuesday"
    rf"^(?:(?:and|but|hi|hey|ok|well|yes),? )*(?:(?:i |we )?{_HOW}(?:managed|did|ran|finished|completed|got through|"
    rf"walked|had to (?:walk|stop|sit)|could only (?:manage|do|run))|"
    rf"(?:i|we) have {_HOW}(?:run|done|managed|finished))\b"
    r"(?!.*\b(?:can|could|should|shall|will|would|so|next|tomorrow|please|make|a week|per week|times)\b)"
)
_STILL_ASKS = re.compile(r"\b(?:can|could|please|should|so|shall|next|tomorrow)\b")
_OBJECT = re.compile(  # "skip the small talk"
    r"\b(?:skip(?:ped)?|drop(?:ped)?|cancel(?:led)?|cut|moved?|shift(?:ed)?|swap(?:ped)?|switch(?:ed)?|removed?|"
    r"shorten(?:ed)?|reduced?|push(?:ed)?|postponed?|delay(?:ed)?|delete|ditch|scrap|"
    r"extend|lengthen|clear|bin) (?:out )?(?:the|my|this|that|our|your|some|these|those|an?)\b(?P<what>(?:(?! (?:to|"
    r"from|on|for|with|"
    r"in|at|by|and|of|if|so|because|until|till|then|this|next|please)\b)[ ,][\w'-]+){1,4})"
)
_RUN_WORDS = re.compile(
    rf"\b(?:{WEEKDAY}|runs?|running|jogs?|session\w*|workouts?|week\w*|weekend\w*|days?|long|longer|easy|tempo\w*|"
    rf"interval\w*|"
    r"intensity|mileage|distance|volume|km|k|kms|kilomet\w+|miles?|1|one|ones|it|rest|last|first|second|third|next|"
    r"training\w*|plan|schedule|"
    r"races?|marathon|half|goal|date|target|paces?|speed\w*|hills?|strides|reps|today\w*|tomorrow\w*|load|amount|"
    r"number|"
    r"gym|strength|bike|swim\w*|shakeout|recovery|hard|fartlek|threshold|quality|length|duration|minutes|stuff|"
    r"\d+\w*|cruise|progression|block|build\w*|taper\w*|bit|lot|few|whole|other|thing|cross\w*|yoga|event|morning|"
    r"evening|"
    r"christmas|xmas|new|20\d\d-\d\d-\d\d)\b"
)


_MOST = (
    r"(?:no|not|never|nothing|max(?:imum)?|at most|under|below|up to|limit\w*|cap\w*|keep|stay)(?: \w+){0,4}?"
    r"(?: (?:more|longer|over|above|bigger|higher|than|of|at|to|under|below|is))* "
)
CEILING = re.compile(  # "no more than 40 km a week", "no run longer than 12 km"
    rf"\b{_MOST}(?P<week>\d+(?:\.\d+)?) ?(?P<of_week>km|k|miles|mi) (?:a|per|each|every|in any) week\b|"
    r"\b(?P<top>\d+(?:\.\d+)?) ?(?P<of_top>km|k|miles|mi) (?:a|per|each) week (?:is|was|seems)(?: \w+){0,3}? (?:where|"
    r"when|the point|the most|my (?:limit|max\w*|ceiling|cap)|as much|all (?:i|my))\b|"
    rf"\bnothing (?:over|above|longer than|beyond|more than) (?P<none>\d+(?:\.\d+)?) ?(?P<of_none>km|k|miles|mi)\b"
    r"(?! (?:on|this week|next week|tomorrow|today)\b)|"
    rf"\b(?:long )?runs (?:to|at|under|below|max|no more than) (?P<all>\d+(?:\.\d+)?) ?(?P<of_all>km|k|miles|mi)\b|"
    rf"\b(?:no|never|not)(?: (?:want|have|do|plan|need|like)(?: to have)?)? (?:any )?(?:\w+ )?runs? (?:of more|"
    rf"longer|over|above|of over|bigger|more)(?: than)? "
    rf"(?P<run>\d+(?:\.\d+)?) ?(?P<of_run>km|k|miles|mi)\b(?! (?:on|this|next|tomorrow|today)\b)|"
    rf"\b{_MOST}(?P<each>\d+(?:\.\d+)?) ?(?P<of_each>km|k|miles|mi) (?:a|per|each|every|in any) run\b"
)
_SO_MANY = re.compile(  # "I can probably run twice that week", "only two runs next week"
    r"\b(?:only|cut (?:back |down )?to|down to|just|probably|maybe|perhaps|at most|max|no more than|about|around|can|"
    r"could|will) "
    r"(?:\w+ ){0,3}?(?:(?:run|manage|do|get|fit in|squeeze in|make|train|have time for|go) (?:\w+ ){0,2}?)?"
    r"([1-6]) (?:times?|runs?|days|sessions|workouts)\b(?! (?:off|away|(?:a|per|each|every) week|more|ago|later|"
    r"earlier))"
)


def so_many(clause: str) -> int | None:
    """The number of runs there is time for in the week a clause names; None where it says none."""
    found = _SO_MANY.search(clause)
    return int(found[1]) if found and re.search(r"\bweek\b", clause) else None


def without_remarks(clause: str, weights: dict[str, float]) -> dict[str, float]:
    """The weights of a clause's intents, without those that it does not wish, and with what it tells instead."""
    weights = _other_sense(clause, dict(weights))
    if _DID.match(clause) or (_DONE.search(clause) and not _STILL_ASKS.search(clause)):
        weights = {name: weight for name, weight in weights.items() if name not in ACTS} | {"did": 2.5}
    if _THANKS_FOR.search(clause) or ((what := _OBJECT.search(clause)) and not _RUN_WORDS.search(what["what"])):
        weights = {name: weight for name, weight in weights.items() if name not in ACTS}
    if _NEVER.search(clause):
        weights = {name: weight for name, weight in weights.items() if name not in ACTS} | {"keep": 5.0}
    return weights


def _other_sense(clause: str, weights: dict[str, float]) -> dict[str, float]:
    """The weights where words of a wish stand in another sense: "too much screen time", "back from holiday"."""
    if (much := _TOO_MUCH.search(clause)) and not _RUN_WORDS.search(much["what"]):
        weights.pop("easier", None)  # "too much screen time"
    if _ATE.search(clause):
        weights.pop("easier", None)
    if "procedure" in weights and _NO_SPORT_UNTIL.search(clause):
        weights = {"away": 8.0}
    if "days in a row" in weights and not _RUN_WORDS.search(_DAY_WORDS.sub(" ", clause)):
        weights.pop("days in a row")  # "the wedding functions are back to back"
    if _HALF_OF_TIME.search(clause):
        weights.pop("size", None)
    if _EATS_ME.search(clause):
        weights.pop("food", None)
    if _OBSERVES.search(clause) and not _STILL_ASKS.search(clause):
        weights = {name: weight for name, weight in weights.items() if name not in {"easier", "harder", "size"}}
    if _FEARS_HURT.search(clause):
        weights.pop("hurt", None)
    if CEILING.search(clause):
        weights["ceiling"] = 9.0
    if _ONLY_ON.search(clause) or so_many(clause):
        weights["only"] = 7.0
    if _SLOWER.search(clause) and "harder" in weights:
        weights = {name: weight for name, weight in weights.items() if name != "harder"} | {"easier": 4.0}
    if _BACK_FROM.search(clause):
        weights = {name: weight for name, weight in weights.items() if name != "away"} | {"back": 3.5}
    if _NORMAL_WEEK.search(clause) and "well" in weights:
        weights = {name: weight for name, weight in weights.items() if name != "well"} | {"keep": 2.5}
    if _DAY_IS_WELL.search(clause):
        weights.pop("well", None)
    if _MOVES_HOUSE.search(clause) and "move" in weights:
        weights = {name: weight for name, weight in weights.items() if name != "move"} | {"busy": 3.0}
    if "hurt" in weights and _SORE_MUSCLES.search(clause) and not _REALLY_HURT.search(clause):
        weights["tired"] = weights.pop("hurt")
    return weights

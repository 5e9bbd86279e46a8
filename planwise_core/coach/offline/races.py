"""Races: which distance is meant, which time is a goal, and which was run."""

from __future__ import annotations

import re

from planwise_core.coach.offline.amounts import km_of
from planwise_core.coach.offline.told import Told
from planwise_core.coach.offline.vocabulary import NUMBER, UNIT
from planwise_core.training.athlete import RACES
from planwise_core.training.values import KM_PER_MILE

TIME = (
    r"(\d{1,2}:\d\d(?::\d\d)?|\d{1,2} ?h(?:(?:ou)?rs?)?(?![a-z]) ?(?:and )?(?:\d{1,2})?(?: ?min(?:utes)?)?|"
    r"\d{2,3} ?(?:min(?:ute)?s?|')(?: (?:and )?\d{1,2}(?: ?s(?:ec\w*)?)?\b)?)"
)
_BARE_RACES = {
    r"half marathons?|halfs?(?![a-z]| (?:as|of|the|a|an|day|days|term|hour|way|past|price|asleep|decent|wide|free|open|"
    r"dead|"
    r"empty)\b)": 21.0975, r"(?<!half )marathons?|(?:the|a|doing|"
    r"full) full(?! (?:week|rest|day|plan|body|time|stop|set))": 42.195,
    r"boston(?= qualif)|bq": 42.195,
    r"park ?runs?": 5.0, r"couch (?:to|2) 5 ?k": 5.0, r"c25k": 5.0,
}  # fmt: skip
_MARATHONS = (
    "berlin|boston|london|new york|nyc|chicago|tokyo|paris|vienna|wien|hamburg|frankfurt|munich|cologne|rotterdam|"
    "amsterdam|valencia|"
    "seville|barcelona|madrid|rome|athens|lisbon|copenhagen|stockholm|dublin|edinburgh|manchester|brighton|sydney|"
    "melbourne|toronto|honolulu|los angeles|zurich|prague|budapest|vienna city|big sur|marine corps|medoc"
)
_FAMOUS: dict[str, float] = {  # races known by name alone: the name, or a city one trains for
    r"great (?:north|scottish|bristol|birmingham) run": 21.0975, r"great south run": 16.09344,
    r"great (?:manchester|ireland) run": 10.0, r"comrades": 88.0, r"two oceans|2 oceans": 56.0,
    r"western states": 160.9344, r"race for life": 5.0,
    rf"(?:train\w* for|doing|do|running|run|racing|race|entered|got into|got a place in|place (?:in|at|for)|qualify "
    rf"for|"
    rf"qualified for|sign\w* up (?:for|to)|goal(?: is|:)?|registered for|in for|want|target\w*|preparing for|"
    rf"(?:plan|spot|bib|ballot) (?:for|in|at))(?: the| to run| to do)? (?:{_MARATHONS})"
    r"\b(?! (?:half|10|5|\d|park|club|run\w*))": 42.195,
}  # fmt: skip
GOAL_TIME = re.compile(
    rf"\b(?:sub|under|below|break(?:ing)?|beat|(?:my )?dream(?: time| goal)? (?:is|would be)|"
    rf"goal(?: time)?(?: for (?:the|my) (?:race|half|marathon|day))?(?: is| "
    rf"of|:)?|target(?: time)?(?: has| "
    rf"is)?(?: now)?(?: changed)?(?: to)?(?: of|:| "
    rf"of|:)?|aim(?:ing)? for|(?:would )?(?:love|like|hope|hoping|want|need|dream|shoot|go|gunning|after|chasing|"
    rf"look|fancy)"
    rf"(?:p?ing)?(?: for| to (?:run|do|get|hit|go|finish|break))?(?: an?| sub| under| the)?|"
    rf"faster than|in under|less than|finish in|(?:get|take|bring|coach) me (?:to|under|down to)(?: an?)?|"
    r"(?:thrilled|happy|delighted|chuffed|stoked|satisfied|over the moon|content) (?:with|about|at|to (?:get|run|"
    r"do))(?: an?)?|"
    rf"run it in|make it(?= \d:\d\d)|in)[ -]?{TIME}"
)
GOAL_AFTER = re.compile(
    rf"{TIME}[^.;]{{0,40}}?\b(?:is|as|would be) (?:what i am (?:going|aiming|hoping|shooting) for\b|(?:the|my|"
    rf"a) (?:aim|goal|target|dream|plan|hope)\b)"
)
WISH = re.compile(
    r"\b(?:decided|need (?:a |sub )?(?=\d)|going to|"
    r"to run|want|like|goal|target|aim\w*|hope|sub|under|break|below|plan)\b"
)
_TRAINING = re.compile(
    r"\b(?:long|easy|recovery|training) (?:run|jog)\b|\bmy (?:tempo|intervals|workout|session)\b|"
    r"\b(?:easy|easily|slow|slowly|relaxed|steady|comfortabl[ey]|jog|jogged|jogging|chilled|conversational)\b|\bnon[- "
    r"]?stop\b|\bwithout (?:stopping|walking|a break)\b|\bcontinuous"
)
_RACED = re.compile(
    r"\b(?:race|raced|parkrun|pb|pr|personal best|time trial|all out|flat out|medal|chip time|took me)\b"
)
ONE_MORE = re.compile(
    r"\b(?:tune[- ]?up|b race|c race|another race|as well|too(?! (?:much|long|far|hard|many|big)\b)|on the way|in "
    r"between|training race|warm[- ]?up race|"
    r"for fun|for training|as (?:a )?(?:test|training|practice|rehearsal|warm[- ]?up)|along the way|on the side)\b"
)
BARE_GOAL = re.compile(
    r"(?<!pb)(?<!pr)(?<!best)[,;] ?(\d{1,2}:\d\d(?::\d\d)?)(?= ?[.,;]|$)"
)  # "marathon, 25 April, 3:30."
ROUND = re.compile(r"\b(?:sub|under|break(?:ing)?|below)[ -]?(\d{1,2})(?: hours?)?\b(?!:|\.\d| ?(?:km|k|mi|min))")
RAN = (
    r"\b(?:ran|run|did|recent\w*|pb|pr|personal best|best|last|was|finished|time|currently at|raced|took|"
    r"clocked|managed|can run|can do|parkrun|time trial|my (?:5 ?k|10 ?k|half marathon|half|marathon) is)\b"
)


def seconds_of(words: str, km: float | None) -> int | None:
    """A race time. Two parts are hours and minutes where minutes and seconds would be impossibly fast."""
    hour = re.fullmatch(r"(\d{1,2}) ?h(?:ours?)? ?(\d{1,2})?.*", words)
    if hour:
        return int(hour[1]) * 3600 + int(hour[2] or 0) * 60
    parts = [int(part) for part in re.findall(r"\d+", words)]
    if len(parts) == 3:
        return parts[0] * 3600 + parts[1] * 60 + parts[2]
    minutes = parts[0] * 60 + (parts[1] if len(parts) == 2 else 0)
    if len(parts) == 2 and km is not None and minutes / km < 130:  # under 2:10 a kilometre is no running pace
        return minutes * 60
    return minutes


def read_recent(text: str, what: Told) -> str:
    """A race that was run: "my 5k was 22:30", "ran 1:52 for the half"."""
    if _TRAINING.search(text) and not _RACED.search(text):
        return text  # a training run says little about a race
    dist = rf"(?:(\d+(?:\.\d+)?) ?{UNIT}|(half marathon|half|marathon|parkrun))"
    for pattern, order in ((rf"{dist}[^.;\d]{{0,40}}?{TIME}", "dt"), (rf"{TIME}[^.;\d]{{0,25}}?{dist}", "td")):
        for found in re.finditer(pattern, text):
            around = text[max(0, found.start() - 30) : found.end()]
            if re.search(r"\b(?:longest|long) [^,.;]*$", text[: found.start()]):
                continue
            if not re.search(RAN, around) or WISH.search(re.split(r"[,;.] | if ", around)[-1]):
                continue
            number, unit, name, time = (
                (*found.groups()[:3], found[4]) if order == "dt" else (*found.groups()[1:], found[1])
            )
            km = _named_km(name) if name else km_of(number, unit, "km")
            seconds = seconds_of(time, km)
            if seconds and km >= 0.8 and 130 <= seconds / km <= 900:
                what.recent = (km, seconds)
                text = text[: found.start()] + "_" * len(found[0]) + text[found.end() :]
                break
        if what.recent:
            break
    return text


def _exact_km(number: str, unit: str) -> float:
    return round(float(number.replace(" ", "").replace(",", ".")) * (KM_PER_MILE if unit.startswith("mi") else 1), 4)


FASTEST_S_PER_KM = 140  # nobody has run 800 m at that speed eight times over


def goal_s(words: str, km: float | None) -> int | None:
    seconds = seconds_of(words, km)
    return seconds if seconds and (km is None or FASTEST_S_PER_KM <= seconds / km <= 1200) else None


def _named_km(name: str) -> float:
    return 5.0 if name.startswith("park") else 42.195 if name == "marathon" else 21.0975


NOT_IT = re.compile(  # "I do not want the half any more", "instead of the 10k"
    rf"\b(?:(?<!can )not (?:want|doing|do|running|run)?(?: to (?:do|run))?|forget|changed? my mind about|pulled out of|"
    rf"dropped "
    rf"out of|instead of|rather than|no "
    rf"longer|scrap|ditch|drop)"
    rf"(?: (?:the|a|my|doing|running|want|about))* (?:half marathon|half|marathon|{NUMBER} ?{UNIT})\b|"
    rf"\b(?:half marathon|half|marathon|{NUMBER} ?{UNIT})(?: race)? (?:(?:got|was|is|has been|have been|is getting) )?"
    rf"(?:cancell?ed|called off|axed|sold out|scrapped|too (?:much|far|long|hard))\b"
)
_EITHER = re.compile(
    r"\b(?:whether|not sure|unsure|either|undecided|torn|maybe)\b.*\bor\b|\bmaybe\b.*\bmaybe\b|"
    r"\bor (?:maybe|perhaps)\b"
)


_SPORT = r"(?:bike|bicycle|cycl\w+|rid(?:e|ing)|swim\w*|hik\w+|walk\w*|row\w*|ski\w*|paddle|trek\w*|driv\w+)"
_OF_ANOTHER_SPORT = re.compile(
    rf"{NUMBER} ?{UNIT} (?:\w+ ){{0,2}}?{_SPORT}\b|\b{_SPORT} (?:about |of |for )*{NUMBER} ?{UNIT}\b"
)


_RATHER_THAN = re.compile(  # "I'd rather do the 10k than the half"
    rf"(\brather\b[^.;]*?)\bthan (?:the |a |my )?(?:half marathon|half|marathon|{NUMBER} ?{UNIT})\b"
)


def read_race(text: str, what: Told) -> None:
    longest = re.search(
        rf"\b(?:longest|long) (?:run|distance|so far)[a-z ]*? (?:is|was|of|about|around) (?:about )?{NUMBER} ?{UNIT}",
        text,
    )
    if longest:
        what.longest_km = km_of(longest[1], longest[2], "km")
        text = text.replace(longest[0], " ")
    text = _RATHER_THAN.sub(r"\1", text)
    text = _OF_ANOTHER_SPORT.sub(" ", NOT_IT.sub(" ", text))
    text = re.sub(rf"\bfrom (?:a |the )?{NUMBER} ?{UNIT} (?=to )", " ", text)
    kms = [km for pattern, km in (_BARE_RACES | _FAMOUS).items() if re.search(rf"\b(?:{pattern})", text)]
    for found in re.finditer(rf"(?<![\d.:/-]){NUMBER}[ -]?{UNIT}\b(?! (?:a|per|each|every) (?:day|run|time))", text):
        km = _exact_km(found[1], found[2])
        near = min(RACES.values(), key=lambda each: abs(each - km))
        is_race = re.search(
            r"\b(?:race|event|relay|fun run|charity|corporate|ultra|trail|complete|compete|run a|(?:want|like|going|"
            r"plan\w*|hope) to "
            r"(?:run|do|race)|train\w* for|plan for|goal)\b",
            text,
        )
        if abs(near - km) < 0.02 * near:
            kms.append(near)
        elif (is_race or found[2].startswith("miler")) and 1 <= km <= 250:
            kms.append(km)
    if not kms and re.search(r"\bultra(?:marathon)?\b", text):
        what.problems.append("How long is the ultra: 50 km, 50 miles or 100 km?")
    if len(set(kms)) > 1 and _EITHER.search(text):
        what.problems.append("Which of them shall it be?")
        return
    what.race_km = kms[0] if kms else None

"""What a message tells about the runner: race, dates, volume, days, time limits, times run, what hurts.

`told` reads them from a whole message at once. A number that cannot be (minus five kilometres, nine days a week) is not
read but noted as a problem, one sentence for the runner.
"""

from __future__ import annotations

import re

from planwise_core.coach.offline.amounts import read_leftover, read_volume
from planwise_core.coach.offline.dates import read
from planwise_core.coach.offline.races import (
    BARE_GOAL,
    GOAL_AFTER,
    GOAL_TIME,
    ONE_MORE,
    RAN,
    ROUND,
    TIME,
    WISH,
    goal_s,
    read_race,
    read_recent,
    seconds_of,
)  # fmt: skip
from planwise_core.coach.offline.running_days import read_days, read_minutes
from planwise_core.coach.offline.told import Told
from planwise_core.coach.offline.vocabulary import PART
from planwise_core.coach.offline.when import MONTHS, WEEKDAY, Calendar, When
from planwise_core.training.values import WEEKDAYS, Units

_DAY_NAMES = re.compile(
    rf"(?:(?:on |over |at )?(?:the )?(?:{WEEKDAY}|weekend))|(?:from |between )?{WEEKDAY}(?: ?- ?| "
    rf"(?:to|until|through) ){WEEKDAY}"
)


_NEVER_A_RACE = re.compile(r"\bno (?:race|goal)\b(?! (?:booked|date|yet))|\bstay(?:ing)? fit\b")
NO_RACE = re.compile(
    r"\bno (?:\w+ )?(?:races?|goals?)\b(?! (?:booked|date|yet))|\b(?:stay|keep|get|be)(?:ing)? (?:me )?(?:fit|fitter|"
    r"healthy|in shape)\b|"
    r"\bwithout (?:a |any )?(?:race|goal)\b|\bjust for (?:fun|health|fitness)\b|\b(?:general|basic) fitness\b|\blose "
    r"(?:some )?(?:weight|\d+ ?(?:kg|kgs|kilos|pounds|lbs|stone))\b"
)
_USED_TO = re.compile(
    r"\b(?:(?:i )?used to (?:be|run|do|average|manage)|last (?:year|summer|winter|spring|season|"
    r"month)|previously) (?![^,.;]*?\d+ ?(?:minutes|hours|:))[^,.;]*?\d[^,.;]*?(?=,| but | now | nowadays |;|"
    r"\.(?:\s|$)|$)"
)
_MY_DAYS = re.compile(
    r"\b(?:my (?:running |training )?days|the days i (?:run|train)|"
    r"i (?:always |usually )?run (?:on )?(?:mon|tues|wednes|thurs|fri|satur|sun)day)"
)
_FEW_DAYS = 5
_GRADUATE = re.compile(
    r"\bcouch (?:to|2) 5 ?k (?:graduate|finisher|done|finished|completed|under my belt)|"
    r"\b(?:finished|completed|did|done with|graduated from) (?:the )?(?:couch (?:to|2) 5 ?k|c25k)\b"
)
_LONG_PAST = re.compile(  # "I ran marathons in my twenties"
    r"\b(?:ran|did|raced|finished|was running) [^.;]*?\b(?:in my \w+|(?:years|decades) ago|back in the day|"
    r"when i was \w+)\b"
)
_RAN_IN = re.compile(rf"\b(?:ran|did|raced|finished|clocked)\b.*{TIME}")
_LONG_AGO = re.compile(r"\b(?:from|in|back in) (?:19|20)\d\d\b|\byears? ago\b|\bused to\b|\bback (?:in the day|then)\b")


_THIS_WEEK = re.compile(r"\b(?:this|next|that) week\b")
_ANOTHER = re.compile(r"\b(?:(?:another|the next|next) (?:one|1)|one more|do it again|run it again|again in)\b")
_OTHER_SPORT = re.compile(  # "I bike 3 days and play football on Wednesday"
    r"\b(?:bike|cycle|swim|row|lift|climb) (?:for )?\d+ (?:days|times|x|hours)(?: (?:a|per) week)?|"
    r"\b(?:do|doing) (?!running)[a-z]+ing \d+ (?:times|x)(?: (?:a |per )?week)?|"
    rf"\bplay \w+(?: on)? {WEEKDAY}s?\b|\bplay \w+ \d+ (?:days|times|x)\b(?: (?:a|per) week)?"
)


_AWAY_EACH_WEEK = re.compile(  # "I travel Monday to Thursday every week"
    rf"\b(?:travel\w*|am away|am on the road|fly out)(?: from| on)? ({WEEKDAY}s?(?:(?: to | ?- ?|, | and |"
    rf", and ){WEEKDAY}s?)*)"
    r" (?:every|each) week\b(?: for work)?"
)
_ON_WEEKDAYS = re.compile(r"(?<!only )\b(?:on |during |any )?weekdays?\b(?! only)")
_CHILDREN = re.compile(  # "two kids under 3" run no race
    r"\b(?:kid|child|children|toddler|boy|girl|bab(?:y|ies)|son|daughter|little one|grandchild\w*)s?\b[a-z ]{0,12}?"
    r"\b(?:under|below|aged|of) \d+\b"
)


def told(text: str, where: Calendar, *, asked: str = "", units: Units = "km", goal_km: float | None = None) -> Told:
    """The slots of a normalised message. `asked` is what the coach has just asked: a bare number answers it."""
    what = Told()
    text = _AWAY_EACH_WEEK.sub(r"never on \1", _CHILDREN.sub(" ", _GRADUATE.sub(" ", text)))
    text = _OTHER_SPORT.sub(" ", _LONG_PAST.sub(" ", _USED_TO.sub(" ", text)))
    whens = read(text, where)
    rest = _without(text, [when for when in whens if not _DAY_NAMES.fullmatch(when.words)])
    if asked == "volume" and _RAN_IN.search(rest):
        rest = read_recent(rest, what)  # "about 30. I did a 10k in 52 minutes last month"
    rest = read_volume(rest, what, asked, units)
    rest = read_minutes(rest, what)
    if len(what.minutes) == len(WEEKDAYS) and _THIS_WEEK.search(text):
        what.minutes = {}  # "keep it under 40 minutes each next week" is no limit for good
    if not GOAL_AFTER.search(rest):
        rest = read_recent(rest, what)
    ran_km = what.recent[0] if what.recent else None
    if what.recent and _LONG_AGO.search(text):
        what.recent = None  # a time of years ago says little about today
    rest = _read_goal(rest, what, asked, goal_km)
    if what.race_km is None and ran_km and _ANOTHER.search(rest):
        what.race_km = ran_km  # "did a half in 1:58 and want to do another one in spring"
    read_days(rest, what, asked)
    if set(what.on) <= what.minutes.keys() or (what.minutes and what.on == WEEKDAYS[:5] and _ON_WEEKDAYS.search(rest)):
        what.on = ()  # "only 30 minutes on Saturdays" is no free day
    what.off = tuple(day for day in what.off if day not in what.minutes)
    if what.days is None and 2 <= len(what.on) <= _FEW_DAYS and (asked == "days" or _MY_DAYS.search(rest)):
        what.days = len(what.on)  # "Mon, Wed, Fri and Sun are my running days"
    _read_person(text, what)
    if (
        goal_km
        and asked in {"volume", "days"}
        and what.race_km
        and not re.search(r"\b(?:race|marathon|half|train)", text)
    ):
        if what.weekly_km is None:
            what.weekly_km = what.race_km  # "10 km maybe" answers how much, not which race
        what.race_km, what.days, what.problems = None, None, []
    what.away = tuple(
        (when.first, when.last)
        for when in whens
        if when.kind == "span" and when.last > where.today and _GONE.search(text[: when.at[0]])
    )
    what.on_the_way = ONE_MORE.search(text) is not None
    what.when = _race_day(text, whens, what, where)
    if asked in {"volume", "days"} and goal_km and not (what.race_km or re.search(r"\b(?:race|date)\b", text)):
        what.when = None  # "nothing, I stopped in summer"
    _read_frame(text, what, asked)
    return what


def _read_goal(rest: str, what: Told, asked: str, goal_km: float | None) -> str:
    """The race and the time hoped for; the text without what was read."""
    done = re.search(RAN, _BEST.sub(" ", rest)) and not WISH.search(rest)
    goal = GOAL_AFTER.search(rest) or (None if done else GOAL_TIME.search(rest))
    if goal:
        rest = (
            rest[: goal.start()]
            + (goal[0].replace(goal[1], " ") if goal.re is GOAL_AFTER else " ")
            + rest[goal.end() :]
        )
    round_ = None if goal or done else ROUND.search(rest)
    if round_:
        rest = rest[: round_.start()] + " " + rest[round_.end() :]
    read_race(rest, what)
    _read_best(rest, what)
    if what.race_km and what.weekly_km is None and _NEVER_A_RACE.search(rest) and not (goal or round_):
        what.weekly_km, what.race_km = what.race_km, None  # "no race, 4 days, 30k"
    if what.race_km is None and what.recent and (round_ or goal):
        what.race_km = what.recent[0]  # "ran 1:52 for the half and would like to break 1:45"
    if what.weekly_km is None and (what.race_km or asked in {"volume", "days"}):
        rest = read_leftover(rest, what)
    km = what.race_km or goal_km
    if goal_km and what.recent and what.race_km == what.recent[0] and not (round_ or goal):
        what.race_km = None  # "new 5k pb 22:10" beside a goal is news, and no new goal
    if not (goal or round_ or done) and km and (bare := BARE_GOAL.search(rest)):
        what.target_s = goal_s(bare[1], km)
    if round_ and km:  # "sub 20" is minutes up to 10 miles, "sub 4" hours beyond
        what.target_s = goal_s(f"{round_[1]}:00:00" if km > 17 else f"{round_[1]}:00", km)
    elif goal:
        what.target_s = goal_s(goal[1], km)
    return rest


def _read_frame(text: str, what: Told, asked: str) -> None:
    """How long the plan shall be, whether its end is open, and who has never done this."""
    if (weeks := _WEEKS.search(text)) and what.when is None and 2 <= int(weeks[1]) <= 52:
        what.weeks, what.no_date = int(weeks[1]), True
    what.no_date = (
        what.no_date or _has_no_date(text, asked) or (what.race_km is None and NO_RACE.search(text) is not None)
    )
    what.no_date = what.no_date or (what.when is None and _COUCH.search(text) is not None)
    if _COUCH.search(text) and what.weekly_km is None:
        what.weekly_km = 0.0
    if _FIRST.search(text) and (what.weekly_km or 0) <= MOST_OF_A_NOVICE_KM:
        what.beginner = True


_WEEKS = re.compile(r"\b(\d\d?)[- ]weeks? (?:long )?(?:training |running )?(?:plan|programme|program|schedule)\b")


def several(text: str, where: Calendar, what: Told) -> Told:
    """`what`, where a message names several races with a day each: the longest is the goal, the first of equals."""
    races: list[tuple[float, When]] = []
    end, plural = 0, None
    for when in read(text, where):
        is_far = when.kind == "day" and (when.first - where.today).days >= _TOO_NEAR
        if not is_far or not _HAS_A_MONTH.search(when.words) or _NOT_A_RACE_DAY.search(text[: when.at[0]]):
            continue
        named = Told()
        read_race(text[end : when.at[0]], named)
        plural = named.race_km if _PLURAL.search(text[end : when.at[0]]) else plural
        if km := named.race_km or plural:
            races.append((km, when))
        end = when.at[1]
    if len({when.first for _, when in races}) < 2:
        return what
    goal = max(races, key=lambda race: (race[0], -race[1].first.toordinal()))
    what.race_km, what.when = goal
    what.more = tuple((km, when.first) for km, when in races if when.first != goal[1].first)
    return what


_GONE = re.compile(r"\b(?:holidays?|vacation|away|abroad|travel\w*|trip|skiing|no running)\b[^.;\d]{0,25}$")
_HAS_A_MONTH = re.compile(rf"\b(?:{'|'.join(MONTHS)})\b|\d[./-]\d")
_PLURAL = re.compile(r"\b(?:marathons|halfs|races|ultras)\b")
_COUCH = re.compile(r"\bcouch (?:to|2) 5 ?k\b|\bc25k\b")
_FIRST = re.compile(r"\b(?:first|1st) (?:ever )?(?:half marathon|marathon|ultra\w*)\b(?! (?:was|took|in \d|last|back))")
MOST_OF_A_NOVICE_KM = 42.0  # a week; published starts of novices' marathon plans: 19 to 42
_BEST = re.compile(
    rf"\b(?:pb|pr|personal best|best|now|current(?:ly)?|last (?:time|1|year)|so far|(?:i )?(?:ran|did|managed|"
    rf"got))\b[ :]*(?:is |was |of |at |an? "
    rf")?(?:about )?{TIME}"
)


def _read_best(text: str, what: Told) -> None:
    """ "Marathon in April, PB 3:41": a time that was run over the distance of the race."""
    found = _BEST.search(text) if what.race_km and what.recent is None else None
    seconds = seconds_of(found[1], what.race_km) if found else None
    if seconds and what.race_km and 130 <= seconds / what.race_km <= 900:
        what.recent = (what.race_km, seconds)


def _without(text: str, whens: list[When]) -> str:
    for when in whens:
        text = text[: when.at[0]] + "_" * (when.at[1] - when.at[0]) + text[when.at[1] :]
    return text


def _read_person(text: str, what: Told) -> None:
    if re.search(
        r"\b(?:beginner|new to running|no (?:running )?experience|"
        r"never run before|just start(?:ed|ing)|newbie|novice|couch)\b",
        text,
    ):
        what.beginner = True
    if age := re.search(r"\bi am (\d\d)(?: years?(?: old)?)?(?=[ ,.]|$)(?! (?:km|weeks|minutes|days))", text):
        what.age = int(age[1]) if 10 <= int(age[1]) <= 95 else None
    units = re.search(
        r"\b(?:in|to|use|show|prefer|do|want|have) (miles|kilomet(?:er|re)s|km)\b(?: please| instead)?", text
    )
    if units and not re.match(r"(?:and |so )?(?:what|how|when|which|distance|length|pace|my pace)\b", text):
        what.units = "mi" if units[1] == "miles" else "km"
    if part := re.search(rf"\b(?:{PART})\b", text):
        what.part = part[0]


_NOT_A_RACE_DAY = re.compile(
    r"\b(?:ran|did|was|away|holiday|vacation|wedding|since|birthday|turning|ill|sick|until|start\w*)\b[^,.;]{0,40}$"
)


_TOO_NEAR = 3  # days: nobody starts to train for a race that is tomorrow


def _race_day(text: str, whens: tuple[When, ...], what: Told, where: Calendar) -> When | None:
    """The mention of time that can be the race's: a known day first, then what has to be asked about."""
    days = [when for when in whens if when.kind == "day" and when.first > where.today]
    days = [when for when in days if not re.fullmatch(rf"(?:on )?(?:the )?{WEEKDAY}s?", when.words)]
    days = [when for when in days if (when.first - where.today).days >= _TOO_NEAR] or days
    free = [when for when in days if not _NOT_A_RACE_DAY.search(text[: when.at[0]])]
    others = [
        when
        for when in whens
        if when.kind in {"unclear", "past", "vague", "impossible"} or (when.kind == "span" and what.race_km)
    ]
    others = [when for when in others if not _DAY_NAMES.fullmatch(when.words)]
    others = [when for when in others if not re.search(r"\b(?:ran|did|was)\b[^,.;]{0,40}$", text[: when.at[0]])]
    return next(iter([*(free or days), *sorted(others, key=lambda when: when.kind == "vague")]), None)


def _has_no_date(text: str, asked: str) -> bool:
    if re.search(
        r"\bdo not care when\b|\bsome ?time\b(?! in| this| next|s)|\bat some point\b|\b(?:1|one) day\b(?! a| per)|"
        r"\bsome ?day\b|\beventually\b|"
        r"\bno (?:fixed |specific |particular |set |race )?(?:date|race|deadline|rush)\b|\bno event\b|\bstay(?:ing)? "
        r"(?:fit|in shape)\b"
        r"|\b(?:do|did|does) not have a (?:date|race)\b|\bnot (?:signed up|booked|registered)\b|\bopen end|\bwithout "
        r"a (?:date|race)\b|\bdate (?:is )?(?:open|unknown)",
        text,
    ):
        return True
    unsure = r"\b(?:no|none|nope|not|do not (?:know|care|have)|whenever|any ?time|some ?(?:time|day)|open|undecided)\b"
    return asked == "date" and re.search(unsure, text) is not None

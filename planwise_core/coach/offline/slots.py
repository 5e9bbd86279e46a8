"""What a message tells about the runner: race, dates, volume, days, time limits, times run, what hurts.

`told` reads them from a whole message at once. A number that cannot be (minus five kilometres, nine days a week) is not
read but noted as a problem, one sentence for the runner.
"""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass, field

from planwise_core.coach.offline.dates import WEEKDAY, Calendar, When, read, weekday_index
from planwise_core.training.athlete import RACES, race_name
from planwise_core.training.values import KM_PER_MILE, WEEKDAYS, Units, Weekday

_N = r"(-? ?\d+(?:[.,]\d+)?)"
_UNIT = r"(km/h|km|kms|k|kilomet(?:er|re)s?|mi|miles?|milers?)"
_DAY_NAMES = re.compile(
    rf"(?:(?:on |over |at )?(?:the )?(?:{WEEKDAY}|weekend))|(?:from |between )?{WEEKDAY}(?: ?- ?| "
    rf"(?:to|until|through) ){WEEKDAY}"
)
_PER_WEEK = r"(?:a|per|/|each|every|p/?) ?(?:week|w)\b|weekly|pw\b|/week|mpw|kpw"
_TIME = r"(\d{1,2}:\d\d(?::\d\d)?|\d{1,2} ?h(?:ours?)? ?(?:\d{1,2})?(?: ?min(?:utes)?)?|\d{2,3} ?(?:min(?:utes?)?|'))"
_BARE_RACES = {
    r"half marathons?|halfs?\b(?! (?:as|of|the))": 21.0975, r"(?<!half )marathons?": 42.195,
    r"park ?runs?": 5.0, r"couch (?:to|2) 5 ?k": 5.0, r"c25k": 5.0,
}  # fmt: skip
PARTS = [
    "knee",
    "achilles",
    "hamstring",
    "shin",
    "shins",
    "calf",
    "calves",
    "ankle",
    "foot",
    "feet",
    "heel",
    "hip",
    "hips",
    "back",
    "quad",
    "quads",
    "groin",
    "toe",
    "toes",
    "plantar",
    "glute",
    "glutes",
    "thigh",
    "shoulder",
    "neck",
    "itb",
    "arch",
]
_PART = "|".join(sorted(PARTS, key=len, reverse=True))


@dataclass
class Told:
    """What one message told. Nothing told is None; `problems` are sentences about what could not be taken."""

    race_km: float | None = None
    when: When | None = None  # of the race
    no_date: bool = False
    target_s: int | None = None
    weekly_km: float | None = None
    days: int | None = None
    on: tuple[Weekday, ...] = ()
    off: tuple[Weekday, ...] = ()
    minutes: dict[Weekday, int] = field(default_factory=dict)
    recent: tuple[float, int] | None = None
    longest_km: float | None = None
    part: str | None = None
    also: tuple[Weekday, ...] = ()  # days that are free on top of those known
    on_the_way: bool = False  # the race is one more, not the goal
    age: int | None = None
    units: Units | None = None
    beginner: bool = False
    long_day: Weekday | None = None
    problems: list[str] = field(default_factory=list)

    @property
    def has_profile(self) -> bool:
        """Whether something was told that a plan is built from."""
        told = (self.race_km, self.weekly_km, self.days, self.target_s, self.recent, self.longest_km, self.long_day)
        return any(each is not None for each in told) or bool(self.on or self.off or self.also or self.minutes)


def told(text: str, where: Calendar, *, asked: str = "", units: Units = "km", goal_km: float | None = None) -> Told:
    """The slots of a normalised message. `asked` is what the coach has just asked: a bare number answers it."""
    what = Told()
    whens = read(text, where)
    rest = _without(text, [when for when in whens if not _DAY_NAMES.fullmatch(when.words)])
    rest = _read_volume(rest, what, asked, units)
    rest = _read_recent(rest, what)
    done = re.search(_RAN, rest) and not _WISH.search(rest)
    goal = None if done else _GOAL_TIME.search(rest)
    if goal:
        rest = rest[: goal.start()] + " " + rest[goal.end() :]
    round_ = None if goal or done else _ROUND.search(rest)
    if round_:
        rest = rest[: round_.start()] + " " + rest[round_.end() :]
    _read_race(rest, what)
    km = what.race_km or goal_km
    if round_ and km:  # "sub 20" is minutes up to 10 miles, "sub 4" hours beyond
        what.target_s = _goal_s(f"{round_[1]}:00:00" if km > 17 else f"{round_[1]}:00", km)
    elif goal:
        what.target_s = _goal_s(goal[1], km)
    _read_days(rest, what, asked)
    _read_minutes(rest, what)
    what.on = () if set(what.on) <= what.minutes.keys() else what.on  # "only 30 minutes on Saturdays" is no free day
    what.off = tuple(day for day in what.off if day not in what.minutes)
    _read_person(text, what)
    if what.race_km is None and what.recent and goal:
        what.race_km = what.recent[0]  # "ran 1:52 for the half and would like to break 1:45"
        what.target_s = _goal_s(goal[1], what.race_km)
    if (
        goal_km
        and asked in {"volume", "days"}
        and what.race_km
        and not re.search(r"\b(?:race|marathon|half|train)", text)
    ):
        if what.weekly_km is None:
            what.weekly_km = what.race_km  # "10 km maybe" answers how much, not which race
        what.race_km, what.days, what.problems = None, None, []
    what.on_the_way = _ONE_MORE.search(text) is not None
    what.when = _race_day(text, whens, what, where)
    what.no_date = _has_no_date(text, asked)
    return what


def _without(text: str, whens: list[When]) -> str:
    for when in whens:
        text = text[: when.at[0]] + "_" * (when.at[1] - when.at[0]) + text[when.at[1] :]
    return text


def _km(number: str, unit: str | None, units: Units) -> float:
    value = float(number.replace(" ", "").replace(",", "."))
    return round(value * KM_PER_MILE, 1) if (unit or units).startswith("mi") or unit == "mpw" else value


_VOLUMES = (
    rf"{_N} ?(mpw)\b",
    rf"{_N} ?{_UNIT}? ?(?:in total |total |or so )?(?:{_PER_WEEK})",
    rf"(?:weekly|a week|per week|current)(?: (?:mileage|volume|distance|kilometers|kilometres|km|miles))? "
    rf"?(?:is|of|at|about|around|:|=)* ?{_N} ?{_UNIT}?",
    rf"(?:runs?|running|do|doing|jog|average|averaging|at|total(?:ing)?|about|around|roughly|maybe|currently) "
    rf"(?:about |around |roughly |maybe |some |only |just |currently |~ ?)*{_N} ?{_UNIT} (?:in total|total|now|at the "
    rf"moment|these days|currently)",
    rf"(?:\d (?:runs|days|times|sessions)[a-z ]*,|,) ?(?:about|around|roughly|maybe|some|~) {_N} ?{_UNIT}(?! "
    rf"(?:race|run|plan))",
    rf"\bi (?:currently )?(?:run|do|jog|average) (?:about |around |roughly |maybe |some |only |just )*{_N}(?: "
    rf"?{_UNIT})?(?= ?[,.]|$| now| at the moment| currently)",
    rf"\b(?:days?|runs|times)[ ,]+(?:about |around )?{_N} ?(km|mi|miles)(?=[ ,.]*$)",
)
_EACH = rf"(\d) ?(?:times|runs|days|x)\b[a-z ,/]*?{_N} ?{_UNIT} (?:each|every time|per run|at a time)"
_NO_RUNNING = (
    r"\b(?:do|did|have|am) not (?:really )?(?:run|running|ran)(?: at all| yet| anything| currently| now|\b)(?! "
    r"on|[a-z ]*(?:day|week))|\bnever (?:really )?r[au]n(?! on)|couch potato|"
    r"\bnot running (?:at all|yet|anything|at the moment|right now|currently)|from (?:scratch|0|zero|the couch)|\b0 "
    r"(?:km|miles)"
)


def _read_volume(text: str, what: Told, asked: str, units: Units) -> str:
    if asked == "volume":
        bare = re.search(rf"{_N} ?(?:(?:-|to|and|or) ?{_N})? ?{_UNIT}?", text)
        if bare:
            numbers = [_km(each, bare[3], units) for each in (bare[1], bare[2]) if each]
            return _take_volume(text, bare, min(numbers), what)
        if re.search(r"\b(?:nothing|none|zero|not (?:at all|running)|no running|nil)\b", text):
            what.weekly_km = 0.0
    if each := re.search(_EACH, text):
        what.days = int(each[1]) if 2 <= int(each[1]) <= 7 else None
        what.weekly_km = round(int(each[1]) * _km(each[2], each[3], units), 1)
        return text[: each.start(2)] + "_" * (each.end() - each.start(2)) + text[each.end() :]
    for pattern in _VOLUMES:
        if found := re.search(pattern, text):
            unit = found[2] if found.re.groups > 1 else None
            if unit is None and re.match(r"\s*(?:days?|times?|runs?|sessions?|x)\b", text[found.end(1) :]):
                continue
            return _take_volume(text, found, _km(found[1], unit, units), what)
    if re.search(_NO_RUNNING, text):
        what.weekly_km, what.beginner = 0.0, True
    return text


def _take_volume(text: str, found: re.Match[str], km: float, what: Told) -> str:
    if km < 0:
        what.problems.append(f"{found[0].strip()} cannot be a weekly distance.")
    elif km > 250:
        what.problems.append(f"{km:g} km a week is more than anybody should train; I plan for up to 250.")
    else:
        what.weekly_km = km
    start = found.start(1)
    return text[:start] + "_" * (found.end() - start) + text[found.end() :]


_GOAL_TIME = re.compile(
    rf"\b(?:sub|under|below|break(?:ing)?|beat|goal(?: time)?(?: is| of|:)?|target(?: time)?(?: is| "
    rf"of|:)?|aim(?:ing)? for|"
    rf"faster than|in under|less than|finish in|run it in|in)[ -]?{_TIME}"
)
_WISH = re.compile(r"\b(?:decided|going to|to run|want|like|goal|target|aim\w*|hope|sub|under|break|below|plan)\b")
_TRAINING = re.compile(r"\b(?:long|easy|recovery|training) (?:run|jog)\b|\bmy (?:tempo|intervals|workout|session)\b")
_ONE_MORE = re.compile(
    r"\b(?:tune[- ]?up|b race|c race|another race|as well|too|on the way|in between|training race|warm[- ]?up race)\b"
)
_ROUND = re.compile(r"\b(?:sub|under|break(?:ing)?|below)[ -]?(\d{1,2})(?: hours?)?\b(?![:.]| ?(?:km|k|mi|min))")
_RAN = r"\b(?:ran|run|did|recent\w*|pb|pr|personal best|best|last|was|finished|time|currently at|raced)\b"


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


def _read_recent(text: str, what: Told) -> str:
    """A race that was run: "my 5k was 22:30", "ran 1:52 for the half"."""
    if _TRAINING.search(text):
        return text  # a training run says little about a race
    dist = rf"(?:(\d+(?:\.\d+)?) ?{_UNIT}|(half marathon|half|marathon|parkrun))"
    for pattern, order in ((rf"{dist}[^.;\d]{{0,40}}?{_TIME}", "dt"), (rf"{_TIME}[^.;\d]{{0,25}}?{dist}", "td")):
        for found in re.finditer(pattern, text):
            around = text[max(0, found.start() - 30) : found.end()]
            if not re.search(_RAN, around) or _WISH.search(around):
                continue
            number, unit, name, time = (
                (*found.groups()[:3], found[4]) if order == "dt" else (*found.groups()[1:], found[1])
            )
            km = _named_km(name) if name else _km(number, unit, "km")
            seconds = seconds_of(time, km)
            if seconds and km >= 0.8 and 130 <= seconds / km <= 900:
                what.recent = (km, seconds)
                text = text[: found.start()] + "_" * len(found[0]) + text[found.end() :]
                break
        if what.recent:
            break
    return text


def _goal_s(words: str, km: float | None) -> int | None:
    seconds = seconds_of(words, km)
    return seconds if seconds and (km is None or 110 <= seconds / km <= 1200) else None


def _named_km(name: str) -> float:
    return 5.0 if name.startswith("park") else 42.195 if name == "marathon" else 21.0975


def _read_race(text: str, what: Told) -> None:
    longest = re.search(
        rf"\b(?:longest|long) (?:run|distance|so far)[a-z ]*? (?:is|was|of|about|around) (?:about )?{_N} ?{_UNIT}", text
    )
    if longest:
        what.longest_km = _km(longest[1], longest[2], "km")
        text = text.replace(longest[0], " ")
    kms = [km for pattern, km in _BARE_RACES.items() if re.search(rf"\b(?:{pattern})", text)]
    for found in re.finditer(rf"(?<![\d.:/-]){_N}[ -]?{_UNIT}\b", text):
        km = _km(found[1], found[2], "km")
        near = min(RACES.values(), key=lambda each: abs(each - km))
        is_race = re.search(
            r"\b(?:race|event|ultra|complete|compete|run a|(?:want|like|going|plan\w*|hope) to "
            r"(?:run|do|race)|train\w* for|plan for|goal)\b",
            text,
        )
        if abs(near - km) < 0.02 * near:
            kms.append(near)
        elif is_race and 1 <= km <= 250:
            kms.append(km)
    if not kms and re.search(r"\bultra(?:marathon)?\b", text):
        what.problems.append("How long is the ultra: 50 km, 50 miles or 100 km?")
    what.race_km = kms[0] if kms else None


_COUNT = r"(\d+) ?(?:x|times|days?|runs?|sessions?|workouts?)"


_LONG_DAY = re.compile(
    rf"\blong (?:runs (?:is |are |always |should be |to be |best |to |on |be )*|run (?:is |always |should be |best )+)"
    rf"(?:on )?({WEEKDAY})|\blong run (?:on )?({WEEKDAY}s)\b"
)


def _read_days(text: str, what: Told, asked: str) -> None:
    text = re.sub(r"\b([2-7]) ?(?:-|to|or) ?[2-7](?= ?(?:times|days|runs|x|sessions)\b)", r"\1", text)
    count = re.search(rf"{_COUNT} ?(?:of running |running )?(?:{_PER_WEEK})", text)
    count = count or re.search(
        r"\b(?:over|on|with|of|run|only|just|do|train|maximum|max|to|from)? ?(\d+) (?:days|runs|sessions|times)\b(?! "
        r"a day)(?! "
        r"(?:off|away|ago|until|before|in a row))",
        text,
    )
    if count is None and asked == "days":
        count = re.search(r"\b(\d+)\b", text)
    if count is None and re.search(r"\b(?:every ?day|each day|daily|7 days)\b(?! (?:except|but|apart))", text):
        what.days = 7
    if count:
        number = int(count[1])
        if 2 <= number <= 7:
            what.days = number
        else:
            limit = "a week has seven" if number > 7 else "a plan needs at least two runs a week"
            what.problems.append(f"{number} day{'' if number == 1 else 's'} a week will not work: {limit}.")
    what.on, what.off = weekdays(text, asked)
    also = re.search(
        r"\b(?:also|as well|too|free now|are free|is free|(?:are|is) (?:ok|fine|possible|available))\b", text
    )
    if also and not what.on and not what.off and (days := _DAY_LIST.search(text)):
        what.also = tuple(_days_of(days[0]))
    found = _LONG_DAY.search(text)
    if found:
        what.long_day = WEEKDAYS[weekday_index(found[1] or found[2])]


_GROUPS = {"weekends": ("sat", "sun"), "weekend": ("sat", "sun"), "weekdays": WEEKDAYS[:5], "weekday": WEEKDAYS[:5]}
_LIST = rf"(?:{WEEKDAY}|weekends?|weekdays?)"
_DAY_LIST = re.compile(
    rf"\b{_LIST}(?:(?: ?, ?| and | or | & | ?/ ?| to | through | ?- ?|, and | )(?:the |on |also )?{_LIST})*\b"
)
_OFF_BEFORE = re.compile(
    r"\b(?:never|no|not|can not(?: run| train| do)?|except|but|apart from|other "
    r"than|without|off|besides|excluding|not on|no running|no more|never again)"
    r"(?: (?:run|runs|running|train|training|schedule|plan|put|for|on|any|do|free|available|possible|a|the))*(?: "
    r"on)? ?$"
)
_OFF_AFTER = re.compile(
    r"^(?:'s)?,? ?(?:(?:so )?(?:that|those|they|it|which)? ?(?:is|are) "
    r"(?:out\b|off\b|impossible|taken|blocked|busy|not|a no)|off\b|out\b|(?:do|does|will|would) not work|do not|not "
    r"possible|"
    r"are no|is no|(?:are|is) (?:for|reserved)\b|(?:are|is) (?:\w+ "
    r")?(?:bad|difficult|impossible|full|busy|hard|tricky|blocked|terrible))"
)


def weekdays(text: str, asked: str = "") -> tuple[tuple[Weekday, ...], tuple[Weekday, ...]]:
    """The weekdays a message frees for running, and those it rules out."""
    on: list[Weekday] = []
    off: list[Weekday] = []
    cue = re.search(r"\b(?:only|can run|i run|suit|suits|free|available|prefer|works?|run on|train on|days?)\b", text)
    for found in _DAY_LIST.finditer(text):
        days = _days_of(found[0])
        if (
            _OFF_BEFORE.search(text[: found.start()])
            or _OFF_AFTER.search(text[found.end() :])
            or re.search(r"\bso (?:that|those|it) (?:is|are) out\b", text[found.end() : found.end() + 40])
        ):
            off += days
        elif asked == "days" or len(days) > 2 or (cue and (len(days) > 1 or re.search(r"\bonly\b", text))):
            on += days
    return tuple(day for day in WEEKDAYS if day in on and day not in off), tuple(day for day in WEEKDAYS if day in off)


def _days_of(words: str) -> list[Weekday]:
    if span := re.fullmatch(rf"({WEEKDAY})(?: to | through | ?- ?)({WEEKDAY})", words):
        first, last = weekday_index(span[1]), weekday_index(span[2])
        return [WEEKDAYS[index % 7] for index in range(first, first + (last - first) % 7 + 1)]
    days: list[Weekday] = []
    for word in re.findall(rf"\b{_LIST}\b", words):
        days += _GROUPS.get(word) or (WEEKDAYS[weekday_index(word)],)
    return days


def _read_minutes(text: str, what: Told) -> None:
    """ "max 45 minutes on Tuesdays", "on weekdays at most an hour"."""
    limit = r"(\d{2,3}) ?(?:minutes?|mins?|min)\b"
    tops = r"(?:max(?:imum)?|at most|only|no more than|up to|tops|not more than|limit\w*|just|have)"
    every_day = re.search(rf"\b{tops}[a-z ]* {limit} (?:a|per|each|every|any) (?:day|run|session)\b", text)
    if every_day and 10 <= int(every_day[1]) <= 600:
        what.minutes = dict.fromkeys(WEEKDAYS, int(every_day[1]))
        return
    for pattern in (
        rf"{tops}[a-z ]* {limit}[a-z ]* (?P<days>{_DAY_LIST.pattern[2:-2]})",
        rf"(?P<days>{_DAY_LIST.pattern[2:-2]})(?: [^.;]*?)?{tops} (?:about |of )?{limit}",
        rf"(?P<days>{_DAY_LIST.pattern[2:-2]})(?: [^.;]*?)? {limit} {tops}",
        rf"{limit} {tops}[a-z ]* (?P<days>{_DAY_LIST.pattern[2:-2]})",
    ):
        for found in re.finditer(pattern, text):
            minutes = int(next(each for each in found.groups() if each and each.isdigit()))
            if 10 <= minutes <= 600:
                what.minutes |= dict.fromkeys(_days_of(found["days"]), minutes)
        if what.minutes:
            return


def _read_person(text: str, what: Told) -> None:
    if re.search(r"\b(?:beginner|new to running|never run before|just start(?:ed|ing)|newbie|novice|couch)\b", text):
        what.beginner = True
    if age := re.search(r"\bi am (\d\d)(?: years?(?: old)?)?(?=[ ,.]|$)(?! (?:km|weeks|minutes|days))", text):
        what.age = int(age[1]) if 10 <= int(age[1]) <= 95 else None
    if units := re.search(
        r"\b(?:in|use|show|switch to|prefer) (miles|kilomet(?:er|re)s|km)\b(?: please| instead)?", text
    ):
        what.units = "mi" if units[1] == "miles" else "km"
    if part := re.search(rf"\b(?:{_PART})\b", text):
        what.part = part[0]


_NOT_A_RACE_DAY = re.compile(
    r"\b(?:ran|did|was|away|holiday|vacation|wedding|since|birthday|turning|ill|sick|until|start\w*)\b[^,.;]{0,40}$"
)


def _race_day(text: str, whens: tuple[When, ...], what: Told, where: Calendar) -> When | None:
    """The mention of time that can be the race's: a known day first, then what has to be asked about."""
    days = [when for when in whens if when.kind == "day" and when.first > where.today]
    days = [when for when in days if not re.fullmatch(rf"(?:on )?(?:the )?{WEEKDAY}s?", when.words)]
    free = [when for when in days if not _NOT_A_RACE_DAY.search(text[: when.at[0]])]
    others = [
        when for when in whens if when.kind in {"unclear", "past", "vague"} or (when.kind == "span" and what.race_km)
    ]
    others = [when for when in others if not re.search(r"\b(?:ran|did|was)\b[^,.;]{0,40}$", text[: when.at[0]])]
    return next(iter([*(free or days), *sorted(others, key=lambda when: when.kind == "vague")]), None)


def _has_no_date(text: str, asked: str) -> bool:
    if re.search(
        r"\bno (?:fixed |specific |particular |set |race )?(?:date|race|deadline|rush)\b|\bno event\b|\bstay(?:ing)? "
        r"(?:fit|in shape)\b"
        r"|\b(?:do|did|does) not have a (?:date|race)\b|\bnot (?:signed up|booked|registered)\b|\bopen end|\bwithout "
        r"a (?:date|race)\b|\bdate (?:is )?(?:open|unknown)",
        text,
    ):
        return True
    unsure = r"\b(?:no|none|nope|not|do not (?:know|care|have)|whenever|any ?time|some ?(?:time|day)|open|undecided)\b"
    return asked == "date" and re.search(unsure, text) is not None


def goal_words(km: float, day: dt.date | None) -> str:
    return f"{race_name(km)}{f' on {day:%A} {day.day} {day:%B %Y}' if day else ''}"

"""How much is run now: kilometres or miles a week, in all the ways it is said."""

from __future__ import annotations

import re

from planwise_core.coach.offline.told import Told
from planwise_core.coach.offline.vocabulary import NUMBER, PER_WEEK, UNIT
from planwise_core.coach.offline.when import WEEKDAY
from planwise_core.training.values import KM_PER_MILE, Units


def km_of(number: str, unit: str | None, units: Units) -> float:
    value = float(number.replace(" ", "").replace(",", "."))
    return round(value * KM_PER_MILE, 1) if (unit or units).startswith("mi") or unit == "mpw" else value


_VOLUMES = (
    rf"{NUMBER} ?(mpw)\b",
    rf"{NUMBER} ?{UNIT} weeks\b(?! (?:plan|ago|out))",
    rf"{NUMBER} ?{UNIT}? ?(?:in total |total |or so |of running |running )?(?:{PER_WEEK})",
    rf"\btotal(?:l?ing|s)? (?:of )?(?:about |around |roughly )?{NUMBER} ?{UNIT}",
    rf"(?:every|each|per) week (?:i )?(?:run|do|make|jog|cover|manage)?(?: about| around)? ?{NUMBER} ?{UNIT}",
    rf"\baverag(?:e|es|ed|ing) (?:about |around |roughly )?{NUMBER} ?{UNIT}",
    rf"{NUMBER} ?{UNIT}(?= (?:over|across|spread over|in|on) \d (?:days|runs|sessions|trainings)\b)",
    rf"(?:{PER_WEEK}),? (?:about|around|roughly|maybe|~) {NUMBER} ?{UNIT}",
    rf"(?:weekly|a week|per week|current)(?: (?:mileage|volume|distance|kilometers|kilometres|km|miles))? "
    rf"?(?:is|of|at|about|around|:|=)* ?{NUMBER} ?{UNIT}?",
    rf"(?:runs?|running|do|doing|jog|average|averaging|at|total(?:ing)?|about|around|roughly|maybe|currently) "
    rf"(?:about |around |roughly |maybe |some |only |just |currently |~ ?)*{NUMBER} ?{UNIT} "
    r"(?:in total|total|altogether|overall|all in|now|at the moment|these days|currently)",
    rf"{NUMBER} ?{UNIT} (?:in total|total|altogether|all together|overall|all in|all up|combined)\b",
    rf"(?:\d (?:runs|days|times|sessions)[a-z ]*,|,) ?(?:about|around|roughly|maybe|some|~) {NUMBER} ?{UNIT}(?! "
    rf"(?:race|run|plan))",
    rf"\bi (?:currently )?(?:run|do|jog|average) (?:about |around |roughly |maybe |some |only |just )*{NUMBER}(?: "
    rf"?{UNIT})?(?= ?[,.]|$| now| at the moment| currently)",
    rf"\b(?:days?|runs|times)[ ,]+(?:about |around )?{NUMBER} ?(km|k|mi|miles)(?=[ ,.]*$)",
)
_EACH = (
    rf"(\d) ?(?:times|runs|days|x)\b[a-z ,/]*?{NUMBER} ?{UNIT} (?:each|every time|per run|at a time)|"
    rf"(\d) (?:runs|times|jogs) of (?:about |around |roughly )?{NUMBER} ?{UNIT}|"
    rf"(?:run|running|do|doing|jog) (?:about |around )?{NUMBER} ?{UNIT},? (\d) (?:times|days) (?:a|per) week"
)
_EACH_MINUTES = re.compile(  # "3 runs a week, about 30 minutes each"
    r"\b([2-7]) ?(?:times|runs|days|jogs|x)\b[a-z ,]*?(\d+) minutes?(?= (?:each|every|per|a (?:time|run|session|go)|at "
    r"a)\b)|"
    r"\b([2-7]) (?:runs|jogs|sessions) of (?:about |around )?(\d+) minutes|"
    r"\b([2-7]) (?:times|runs|days) (?:a|per) week[a-z ]*, ?(?:about |around )?(\d+) minutes(?= or so|$|[,.])|"
    r"(\d+) minutes?(?: (?:run|runs|jog|jogs|each|of running|non[- ]?stop))?,? ([2-7]) (?:times|days|x)(?= (?:a|per|"
    r"each) week|$)"
)
_EACH_SHORT = re.compile(  # "I run 3 times a week 5 km": so little is each of them
    rf"([2-7]) (?:times|runs|days) (?:a|per|each|every) week,? (?:about |around )?{NUMBER} ?{UNIT}\b"
    r"(?! (?:in total|total|a week|per week|altogether|race))"
)
MOST_EACH_KM = 10.0
_RANGE = re.compile(rf"(?:between )?(?<!from )\b(\d+(?:\.\d+)?) ?(?:-|to|or|and) ?(\d+(?:\.\d+)?)(?= ?{UNIT})")
_ON_THESE_DAYS = re.compile(  # "6k each Mon/Wed/Fri plus 10k at the weekend"
    r"(?P<each>\d+(?:\.\d+)?) ?(?P<unit>km|k|miles|mi)(?: (?:each|every|on|on each|on every))+ "
    rf"(?P<days>{WEEKDAY}s?(?:(?: ?[,/&] ?| and |, and ){WEEKDAY}s?)+)"
    rf"(?:,? (?:plus|and|then|with) (?:an? )?(?P<more>\d+(?:\.\d+)?) ?(?P<and_unit>km|k|miles|mi)?"
    rf"(?: (?:long|long run))?(?: (?:on|at|over))?(?: the| a)? (?:weekend|{WEEKDAY})s?)?"
)
_A_DAY = rf"{NUMBER} ?{UNIT} (?:a day|per day|each day|every day|daily)\b"
# What is left when the race is known: "10k race on 7 March, 3 times a week, 18 km".
_LEFT_OVER = re.compile(
    rf"(?:^|[,.;&+~]|\b(?:about|around|roughly|maybe|circa|some|currently|now|at|and|call "
    rf"it|say|so|like|run|running|do|doing|on))"
    rf"(?: (?:about|around|roughly|maybe|just|only))* ?~? ?{NUMBER} ?{UNIT}(?: ?(?:ish|or so|currently|now|tops|max))*"
    rf"(?= ?(?:[,.;&+]|$|over|on|in|across|with|and))(?! ?(?:race|run|tune|park))"
)
_NO_RUNNING = (
    r"\b(?:currently|now|at the moment|right now|so far) (?:at )?(?:nothing|zero|none|not (?:running|anything))\b|"
    r"\b(?:nothing|zero|none|no running) (?:at all |really )?(?:right now|now|currently|at the moment|so far|yet)\b|"
    r"\b(?<!days i )(?<!days that i )(?<!when i )(?:do|did|have|am) not (?:really )?(?:run|running|ran)(?: at all| "
    r"yet| anything| currently| now|\b)(?! "
    r"on|[a-z ]*(?:day|week))|\bnever (?:really )?r[au]n(?! on| that| this| so | as | more| further| farther| longer| "
    r"an? | the | \d)|couch potato|"
    r"\b(?:do|doing|run|running|at) (?:nothing|zero|none|0)(?= (?:at (?:the|this) (?:mo|moment)|now|atm|currently|"
    r"right now|yet|so far)\b|[,.]|$)|"
    r"\bnot running (?:at all|yet|anything|at the moment|right now|currently)|from (?:scratch|0|zero|the couch)|\b0 "
    r"(?:km|miles)"
)


EASY_MIN_PER_KM = 6.5  # as in `scene`: a careful guess, where only hours are told
_TIME_SPENT = re.compile(r"\b(\d+(?:\.\d+)?) (hours?|minutes)\b(?! (?:each|per run|a run|a day|daily))")
_BARE = re.compile(
    rf"{NUMBER} ?(?:(?:-|to|and|or) ?{NUMBER})?(?: ?{UNIT}(?!\w))?(?![\d:]|\.\d| "
    rf"?(?:(?:or|to|-|and) ?\d+ )?(?:hours?|h|minutes|days?|runs?|times|sessions?|weeks? "
    r"(?:ago|off)|months?|years?|x|:)\b)"
)


_PER_WEEK_TOLD = re.compile(rf"{NUMBER} ?(?:mpw\b|{UNIT} ?(?:{PER_WEEK}))")


def read_volume(text: str, what: Told, asked: str, units: Units) -> str:
    text = _RANGE.sub(r"\1", text)  # "55-60 km": the lower
    if asked == "volume" and (spent := _TIME_SPENT.search(text)) and not re.search(rf"\d ?{UNIT}\b", text):
        what.weekly_km = round(float(spent[1]) * (60 if spent[2].startswith("h") else 1) / EASY_MIN_PER_KM)
        return text
    if asked == "volume" and not _PER_WEEK_TOLD.search(text):
        bare = next(iter(sorted(_BARE.finditer(text), key=lambda found: found[3] is None)), None)
        if bare:
            numbers = [km_of(each, bare[3], units) for each in (bare[1], bare[2]) if each]
            return _take_volume(text, bare, min(numbers), what)
        if re.search(r"\b(?:nothing|none|zero|not (?:at all|running)|no running|nil)\b", text):
            what.weekly_km = 0.0
    if counted := re.search(rf"\b([2-7]) ?(?:x|times) ?{NUMBER} ?{UNIT} (?:a|per|each|every) week", text):
        what.days = int(counted[1])
        return _take_volume(text, counted, round(int(counted[1]) * km_of(counted[2], counted[3], units), 1), what)
    if spent := _EACH_MINUTES.search(text):
        days, minutes = (spent[1] or spent[3] or spent[5] or spent[8]), (spent[2] or spent[4] or spent[6] or spent[7])
        what.days, what.weekly_km = int(days), round(int(days) * int(minutes) / EASY_MIN_PER_KM, 1)
        return text[: spent.start()] + "_" * (spent.end() - spent.start()) + text[spent.end() :]
    if each := re.search(_EACH, text):
        told = each.groups()
        times, number, unit = told[:3] if told[0] else told[3:6] if told[3] else (told[8], told[6], told[7])
        what.days = int(times) if 2 <= int(times) <= 7 else None
        what.weekly_km = round(int(times) * km_of(number, unit, units), 1)
        return text[: each.start()] + "_" * (each.end() - each.start()) + text[each.end() :]
    if (short := _EACH_SHORT.search(text)) and km_of(short[2], short[3], units) <= MOST_EACH_KM:
        what.days = int(short[1])
        return _take_volume(text, short, round(int(short[1]) * km_of(short[2], short[3], units), 1), what)
    if found := _ON_THESE_DAYS.search(text):
        runs = len(re.findall(r"[a-z]+day", found["days"])) * km_of(found["each"], found["unit"], units)
        more = km_of(found["more"], found["and_unit"] or found["unit"], units) if found["more"] else 0.0
        return _take_volume(text, found, round(runs + more, 1), what)
    if found := re.search(_A_DAY, text):
        return _take_volume(text, found, round(7 * km_of(found[1], found[2], units), 1), what)
    for pattern in _VOLUMES:
        if found := re.search(pattern, text):
            unit = found[2] if found.re.groups > 1 else None
            if unit is None and re.match(r"\s*(?:days?|times?|runs?|sessions?|x)\b", text[found.end(1) :]):
                continue
            if unit is None and float(found[1]) <= 7:  # "three a week": so many runs
                continue
            return _take_volume(text, found, km_of(found[1], unit, units), what)
    if re.search(_NO_RUNNING, text):
        what.weekly_km, what.beginner = 0.0, True
    return text


def read_leftover(text: str, what: Told) -> str:
    """A distance that is not the race, beside a race: what is run in a week, even where nobody says so."""
    for found in _LEFT_OVER.finditer(text):
        km = km_of(found[1], found[2], "km")
        if what.race_km is None or abs(km - what.race_km) > 0.03 * km:
            return _take_volume(text, found, km, what)
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

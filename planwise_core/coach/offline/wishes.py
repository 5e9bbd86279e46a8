"""What a plan is made from changes: days, their number and minutes, the goal and its date, a race that was run."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Set as AbstractSet
from dataclasses import replace

from planwise_core.coach.offline import answers, fitness, goal
from planwise_core.coach.offline.dates import read
from planwise_core.coach.offline.intents import CHANGING, Heard
from planwise_core.coach.offline.language import phrases
from planwise_core.coach.offline.races import NOT_IT, WISH
from planwise_core.coach.offline.refs import LONG
from planwise_core.coach.offline.running_days import is_new_count
from planwise_core.coach.offline.scene import Answer, Scene, joined, spoken_with_year
from planwise_core.coach.offline.slots import NO_RACE, told
from planwise_core.coach.offline.told import Told
from planwise_core.coach.offline.when import WEEKDAY, When
from planwise_core.training.athlete import race_name
from planwise_core.training.values import WEEKDAY_NAMES, monday_of

_FOR_GOOD = phrases(
    "anymore | any more | from now on | for good | permanently | never | ever | always | each week | every week | "
    "every [monday/tuesday/wednesday/thursday/friday/saturday/sunday] | getting hard | max | at most | "
    "weekday [run/runs] | weekday* have | must be | have to be | under # minutes"
)
_LASTS = phrases("anymore | any more | from now on | never | always | each week | every week")
WHAT_IF = re.compile(
    r"\b(?:what if|suppose|imagine|what would happen if|what happens (?:if|when)|"
    r"would it be (?:an? )?\w+(?: idea)? (?:to|if)|(?:how|what) would(?= .*\b(?:look|be|mean|work|change|feel|"
    r"affect)\b))\b"
)


def wishes(text: str, parts: list[Heard], slot: str, scene: Scene) -> Answer | None:
    """The answer to a change of what the plan is made from (days, goal, date, limits); None when there is none."""
    goal_km = scene.athlete.goal.distance_km if scene.athlete.goal else None
    text = _of_the_long_day(text, scene)
    what = told(text, scene.calendar, asked=slot, units=scene.units, goal_km=goal_km)
    intents = {part.intent for part in parts}
    what.when = _near_the_race(what.when, scene)
    if what.weekly_km == 0:
        what.weekly_km, what.beginner = None, False  # who has a plan runs
    if what.race_km and not slot and _is_one_run(what, text, scene):
        what.race_km = what.when = None
    if what.race_km and scene.athlete.goal and scene.athlete.goal.date and _SAME_DAY.search(text):
        what.when = When((0, 0), "day", scene.athlete.goal.date, scene.athlete.goal.date)
    if not (what.race_km or slot in {"date", "goal"} or _ABOUT_THE_RACE.search(text)):
        what.when, what.no_date = None, False  # "from new year I can only run three days", "to stay fit"
    if _WITHOUT_A_RACE.fullmatch(text) or (slot == "goal" and not what.race_km and NO_RACE.search(text)):
        return _remade(Told(no_race=True, no_date=True), scene)
    if _NO_TARGET.search(text):
        return _without_target(scene)
    if _AGAIN.fullmatch(text):
        return goal.built(scene, scene.athlete, scene.situation.known)
    old = scene.athlete.goal
    is_another = what.race_km is not None and old is not None and abs(old.distance_km - what.race_km) > 0.1
    if "race_moved" in intents and not is_another and not intents & {"ill", "hurt", "tired", "low", "ready"}:
        return maybe(text) or race_moved(text, scene)
    if what.race_km and what.when is None and not what.no_date and _switches_goal(text, what.race_km, scene):
        return _which_day(what.race_km, scene)
    if slot == "recent" and what.recent is None:
        return None
    if (
        intents & {"limits", "ceiling", "second_race", "keep", "double", "faster", "history", "vo2max"}
        or intents == {"why"}
        or text.endswith((" why", " why?"))
        or ("did" in intents and not what.recent)
    ):
        return None
    acts = intents & (CHANGING - {"easier", "busy", "rest", "tired"})
    if not (_is_standing(what, text, acts) or _is_new_goal(what, text, slot, intents) or _is_news(what, text, acts)):
        return None
    if "show" in intents and not (_REMAKES.search(text) or _is_standing(what, text, acts) or what.units):
        return None
    if (hated := _HATED.search(text)) and not _FOR_GOOD.search(text):
        return Answer(
            f"Shall I keep {hated[1].capitalize()} free of running from now on, or leave it as it is?",
            pending=f"choice:no running on {hated[1]} from now on|leave it",
        )
    if what.target_s and (_RUNS_UNDER.search(text) or _ASKS.match(text)):
        return None
    if (
        what.target_s
        and re.search(r"(?:^|[,.;:] )(?:and |so |but )?(?:can|could|will|would|is|am) ", text)
        and not _SWITCHES.search(text)
    ):
        return fitness.predict(text, scene)
    return maybe(text) or _later(text, what, scene) or _long_day_off(what, scene) or _remade(what, scene)


_NO_TARGET = re.compile(
    r"\b(?:drop|forget|scrap|skip|ditch|remove|lose|without|no(?: more)?)(?: about)?(?: the| my| a| any)? "
    r"(?:goal time|target time|time goal|time target|target pace|finish(?:ing)? time)s?\b|"
    r"\b(?:goal|aim|want|plan|like|care)\b[a-z ]{0,20}\b(?:just|only) (?:want )?(?:to )?(?:finish|complete|get round|"
    r"get around|"
    r"enjoy (?:it|the race))\b|\bjust (?:want to |to )?(?:finish|get round|complete) (?:it|the (?:race|half|"
    r"marathon))\b"
)


def _without_target(scene: Scene) -> Answer:
    """ "Forget the time goal, I just want to finish"."""
    race = scene.athlete.goal
    if race is None or race.target_s is None:
        return Answer("No time is set as your goal: the plan builds you up to finish well, so nothing has to change.")
    return _remade(Told(no_target=True), scene)


_LONG_RUNS_LAST = re.compile(
    r"\blong runs?\b[^.;]*?\b(?:never|not|no|max|at most|under|below|cap\w*|limit\w*|"
    r"stay)\b[^.;]*?\b(\d{2,3}) minutes\b"
)


def _of_the_long_day(text: str, scene: Scene) -> str:
    """ "Long runs must never take more than two hours" as the minutes of their weekday."""
    found = _LONG_RUNS_LAST.search(text)
    run = next((each for each in scene.open if each.type in LONG), None)
    if found is None or run is None or _ONE_WEEK.search(text) or text[: found.start()].endswith("'s "):
        return text
    return (
        f"{text[: found.start()]}at most {found[1]} minutes on {run.date:%A}s from now on{text[found.end() :]}".lower()
    )


def _long_day_off(what: Told, scene: Scene) -> Answer | None:
    """The long run is wanted on a day that is off: asked about, for one of the two has to give way."""
    day = what.long_day
    if day is None or day in scene.athlete.free_days or day in (*what.also, *what.on):
        return None
    name = WEEKDAY_NAMES[day]
    return Answer(
        f"{name}s are off in what you told me, so I keep them free. Shall I free them for running from now on?",
        pending=f"choice:i can run on {name.lower()}s as well from now on|leave it",
    )


def _near_the_race(when: When | None, scene: Scene) -> When | None:
    """ "My half is on Saturday the 20th": a bare day of the month is one of the month the race is in."""
    race = scene.athlete.goal.date if scene.athlete.goal else None
    if when is None or race is None or not _BARE_DAY.fullmatch(when.words):
        return when
    try:
        day = race.replace(day=when.first.day)
    except ValueError:
        return when
    return replace(when, first=day, last=day)


_BARE_DAY = re.compile(r"(?:on )?(?:\w+day,? )?(?:the )?\d+(?:st|nd|rd|th)?")
_ABOUT_THE_RACE = re.compile(r"\b(?:race|marathon|half|event|goal|date)\b")
_FROM_LATER = re.compile(r"\b(?:from|starting|as of|beginning|once it is)(?: the)? $")


def _later(text: str, what: Told, scene: Scene) -> Answer | None:
    """A lasting change that shall begin later is asked about: a plan is made from today on, not from a day ahead."""
    if what.race_km or what.when or what.target_s:
        return None
    for when in read(text, scene.calendar):
        lead = re.match(r"(?:from|starting|in) ", when.words)
        if when.first > scene.today + dt.timedelta(days=13) and (lead or _FROM_LATER.search(text[: when.at[0]])):
            now = re.sub(r"\b(?:from|starting|as of|beginning) *$", "", text[: when.at[0]]) + text[when.at[1] :]
            return Answer(
                "I can change that from today on, not from a later day. Shall I do it now, or leave it until then?",
                pending=f"choice:{' '.join(now.split())} from now on|leave it",
            )
        if when.kind == "vague" or (when.last - when.first).days > 7:
            return Answer(
                "I can change that for good, or free single days. Shall I do it from now on? Else tell me the dates.",
                pending=f"choice:{' '.join((text[: when.at[0]] + text[when.at[1] :]).split())} from now on|leave it",
            )
    return None


_PLURAL_DAYS = re.compile(r"\b(?:mon|tues|wednes|thurs|fri|satur|sun|week)days\b|\bweekends\b")


_NOT_AGAIN = re.compile(
    rf"\bno more {WEEKDAY}\b|\bmy rest days? (?:\w+ ){{0,3}}{WEEKDAY}\b|"
    r"\brest days? from \w+days? to|\bkeeps? (?:giving|putting|planning|scheduling)\b"
)
_PER_WEEK = re.compile(
    r"\b(?:a|per|each|every) week\b|\bweekly\b|\bpw\b|\b(?:only|go|going|drop|switch|change|cut|down|up|increase|"
    r"from now|make it|reduce|lower|instead|can|want|manage|do|train|prefer|like|rather)\b"
)
_NOT_PER_WEEK = re.compile(
    r"\b(?:over|for|in|after|within|every|last|past|next|of) (?:the )?(?:last |next |past )?\d days?\b"
)


def _is_standing(what: Told, text: str, acts: AbstractSet[str | None]) -> bool:
    """Whether days, their number or their minutes are meant for good, and not for this week."""
    for_good = any(each.search(text) for each in (_FOR_GOOD, _PLURAL_DAYS, _NOT_AGAIN))
    if (
        what.minutes
        and not what.off
        and _ON_ONE_DAY.search(text)
        and not (_LASTS.search(text) or _PLURAL_DAYS.search(text))
    ):
        return False
    if what.minutes and not what.off and _ONE_WEEK.search(text) and not _LASTS.search(text):
        return False
    for_good = for_good or bool(what.also and "again" in text and not _ASKS.match(text))
    if (what.minutes or what.off or what.also) and for_good:
        return not acts or not what.also
    if what.days and is_new_count(text):
        return True
    this_once = _ONE_WEEK.search(text) and not _LASTS.search(text)
    if what.days and not this_once and _PER_WEEK.search(text) and not _NOT_PER_WEEK.search(text):
        return not acts or re.search(r"\b(?:a|per|each|every) week\b", text) is not None
    if re.search(r"\b(?:mornings?|evenings?|afternoons?|(?:before|after) (?:work|\d)|\d ?(?:am|pm))\b", text):
        return False  # at what time of the day, not on which
    if len(what.on) > 1 and for_good and not acts:
        return True
    return bool(what.on and not this_once and (for_good or len(what.on) > 1) and _ONLY_THEN.search(text))


_ON_ONE_DAY = re.compile(
    rf"\b(?:on|for|this|next) {WEEKDAY}\b|\b{WEEKDAY},? (?:the )?\d|^{WEEKDAY} (?:i|we) (?:have|got)\b|\b(?:that|"
    rf"this) run\b|\b{WEEKDAY} (?:needs to|"
    rf"has to|must|should|can|will|may) (?:only |just )?be\b"
)
_RUNS_UNDER = re.compile(  # no time of a race
    r"\bruns? (?:of |that are |which are )?(?:under|below|over|longer|shorter)\b"
)
_ASKS = re.compile(r"(?:do|does|should|what|how|why|which|when|where)\b(?! about)")
_ONE_WEEK = re.compile(
    r"\b(?:this|next|that) weekend\b|\b(?:this|next|that|race|christmas|easter|exam) week\b|\bweek (?:of|\d)|"
    r"\bover (?:christmas|easter)\b"
)
_REMAKES = re.compile(r"\b(?:redo|remake|rebuild|make me|new plan|change|switch|create|build)\b")
_HATED = re.compile(r"\b(?:hate|dislike) (\w+days)\b")
_ONLY_THEN = re.compile(
    rf"\bonly\b(?! (?:back|home|return\w*|got|get|just|arriv\w*))[^,.;]*\b(?:{WEEKDAY}|weekends?|weekdays?)\b|"
    rf"\b(?:{WEEKDAY}|weekends?|weekdays?) "
    rf"only\b"
)
_SIGNED_UP = re.compile(r"\b(?:entered|signed up|registered|different|another|new|instead)\b")


def _is_new_goal(what: Told, text: str, slot: str, intents: AbstractSet[str | None]) -> bool:
    if slot in {"date", "goal"} and (what.when or what.no_date):
        return True
    others = {"move", "swap", "retype", "add", "busy", *(["drop", "size"] if NOT_IT.search(text) else [])}
    if intents & (CHANGING - others):
        return False
    is_wanted = what.target_s and WISH.search(text)  # "10k in an hour is slow, right?" is no goal
    return bool(what.race_km and (what.when or what.no_date or is_wanted or slot == "goal")) and (
        "predict" not in intents or _SIGNED_UP.search(text) is not None
    )


_RACES = re.compile(
    r"\b(?:rac(?:e|es|ing)|park ?run|event|marathon|half|enter\w*|sign\w*|regist\w*|goal|target|aim\w*|train\w*|"
    r"charity|series|champ\w*|relay|trial|turkey|medal|club|official|pb)\b"
)
_RUN_OF_A_LENGTH = re.compile(
    r"\b(?:run|do|jog|make it) (?:about |only |just |like )?\d+(?:\.\d+)? ?(?:km|k|miles?|mi)\b"
)
_SOON = dt.timedelta(days=21)
_LONG_ONE = re.compile(r"\blong (?:run|one|1)\b")
_A_KIND_OF_LENGTH = re.compile(  # "add an easy 5k next Wednesday"
    r"\b(?:only|just|easy|extra|short|gentle|steady|recovery|slow) (?:run of )?\d+(?:\.\d+)? ?(?:km|k|miles?|mi)\b"
)


def _is_one_run(what: Told, text: str, scene: Scene) -> bool:
    """ "Can I run 10 miles this Sunday": a run of the plan and its size; "I have a 10k on Sunday" is a race."""
    if what.when is not None and what.when.kind == "span" and not _RACES.search(text):
        return True  # "Thursday only 5 km this week"
    is_soon = what.when is not None and what.when.first <= scene.today + _SOON
    is_next = what.when is not None and what.when.first <= scene.today + dt.timedelta(days=1)
    if what.when is not None and (is_next or _LONG_ONE.search(text)) and not _RACES.search(text):
        return True  # "only 5k tomorrow", "10 miles is plenty for the long one on 24 January"
    if is_soon and (re.search(r"\bjog\b", text) or _A_KIND_OF_LENGTH.search(text)):
        return True  # "I'll jog parkrun with the kids this Saturday"
    return is_soon and _RUN_OF_A_LENGTH.search(text) is not None and not _RACES.search(text)


_SWITCHES = re.compile(
    r"\b(?:chang\w*|switch\w*|swap\w*|instead|rather|prefer|goal|target|decided|new race|go for|aim\w* for|make it an?|"
    r"turn it into an?|i am (?:now )?(?:doing|running|training for)|sign\w* up|entered|registered|actually|"
    r"different|enough|any ?more|no longer)\b"
)
_ONE_RUN = re.compile(r"\b(?:long run|runs?|session|workout|tempo|intervals?|ran|did|was|last)\b(?! (?:an? |the )?\d)")


def _switches_goal(text: str, km: float, scene: Scene) -> bool:
    """ "Change goal to 10k", "I'm doing a marathon instead": another race, with no day of its own and no run named."""
    old = scene.athlete.goal
    if old is None or abs(old.distance_km - km) < 0.1 or scene.has_date(text) or _ONE_RUN.search(text):
        return False
    return _SWITCHES.search(text) is not None and not re.match(r"(?:what|how|why|when|which|is|are|does)\b", text)


def _which_day(km: float, scene: Scene) -> Answer:
    """The question of the new race's date; the goal and its plan stay until it is answered."""
    old, name = scene.athlete.goal, race_name(km)
    if old is None or old.date is None:
        return Answer(
            f"When is the {name}? Give me a date, or 'no date' if it is open.", pending=_FILL.format(name.lower())
        )
    says = f"Then the {name} becomes your goal. When is it? Give me a date, 'same day' for {spoken_with_year(old.date)}"
    return Answer(f"{says}, or 'no date' if it is open.", pending=_FILL.format(name.lower()))


_FILL = "fill:my new goal race is the {} on {{}}"
_SAME_DAY = re.compile(r"\b(?:same|that) (?:day|date|weekend|time)\b|\bas before\b|\bunchanged\b")


def _is_news(what: Told, text: str, acts: AbstractSet[str | None]) -> bool:
    """Whether something was told that a plan is made from: a race run, a target, the volume, units, age, long day."""
    if what.units and not what.has_profile:
        return True
    if what.age is not None and not what.has_profile:
        return not acts and "?" not in text
    is_volume = what.weekly_km is not None and not re.search(r"\b(?:this|next) week\b", text)
    if what.target_s and WISH.search(text):
        return not acts - {"harder"}
    if what.recent or is_volume:
        return not acts
    return what.long_day is not None and not acts - {"move"} and not _ONE_WEEK.search(text)


def maybe(text: str) -> Answer | None:
    """ "What if …" is asked back before it is done."""
    if not WHAT_IF.search(text):
        return None
    sentence = re.sub(
        rf"^.*?{WHAT_IF.pattern} ",
        "",
        text.replace(" ran ", " run "),
    ).rstrip("?")
    return Answer(
        "I can work that out and show it before anything changes. Shall I?", pending=f"choice:{sentence} from now on"
    )


def _remade(what: Told, scene: Scene) -> Answer:
    athlete, known, problems = goal.learned(scene, what)
    if problems:
        return Answer(problems[0], athlete=athlete if athlete != scene.athlete else None, known=known, pending="date")
    remakes = what.has_profile or what.when or what.no_date
    if what.units and not remakes:
        spoken = "miles" if athlete.units == "mi" else "kilometres"
        return Answer(f"From now on I speak in {spoken}.", athlete=athlete, known=known)
    if what.age and not remakes:
        noted = f"Noted: you are {athlete.age}. The plan stays; under Settings you can have it rebuilt for that."
        return Answer(noted, athlete=athlete, known=known)
    most = athlete.days_per_week or 7
    if what.also and what.days is None and athlete.free_days == scene.athlete.free_days and most < 7:
        names = joined([f"{WEEKDAY_NAMES[day]}s" for day in what.also])
        return Answer(
            f"{names} are free for running already; you told me {most} days a week. Shall I plan {most + 1} from "
            f"now on, "
            "or leave it?",
            pending=f"choice:{most + 1} days a week from now on|leave it",
        )
    if athlete == scene.athlete:
        return answers.limits(scene.heard, scene)
    news = scene.athlete.but(recent=athlete.recent)
    if what.also and not what.off:
        news = news.but(free_days=athlete.free_days)
    if athlete == news and not _PUT_IN.search(scene.heard):
        return goal.noted(scene, athlete, known)
    return goal.built(scene, athlete, known)


_PUT_IN = re.compile(
    r"\b(?:update|adjust|adapt|redo|remake|rebuild|recalculat\w*|change|put|use|set|new paces|please|can you|"
    r"could you|from now on)\b"
)
_AGAIN = re.compile(  # "remake my plan from today"
    r"(?:(?:please|can you|could you|would you|let us|go ahead and|just|now)\b[ ,]*)*"
    r"(?:remake|rebuild|redo|recreate|recalculate|regenerate|rework|build|make)(?: me)? (?:my|the|this|a new|the whole)"
    r"(?: whole| entire| training)* plan(?: (?:again|anew|from scratch|from today|now|for me|please|with (?:it|that|"
    r"those(?: paces)?|(?:the|my) new paces)))*[ .!?]*"
)


_WITHOUT_A_RACE = re.compile(r"(?:please )?(?:go on without a race|no race)(?: please)?[ .!]*")
_KEEPS_FIT = re.compile(
    r"\b(?:keep(?:ing)?|stay(?:ing)?|get(?:ting)?) (?:me )?(?:fit|in shape|going|healthy)\b|\bjust run\b"
)


def race_off(text: str, scene: Scene) -> Answer:
    """The race is gone: to go on without one is offered, and made only after a yes, for it makes the plan anew."""
    lead = "That is a pity." if scene.athlete.goal else "There is no race in your plan."
    if _KEEPS_FIT.search(text):
        return Answer(
            f"{lead} I can remake the plan from today without a race, so that you stay fit. Shall I?",
            pending="choice:go on without a race|leave it",
        )
    return Answer(
        f"{lead} Shall we go on without a race, so that you stay fit, or train for another one? Say 'no race', or tell "
        "me which race and when. Until then your plan stays as it is.",
        pending="goal",
    )


def _weekday_of_the_race(text: str, race: dt.date, scene: Scene) -> When | None:
    """ "The race was moved to Saturday": the Saturday of the week it is in."""
    bare = [when for when in read(text, scene.calendar) if _BARE_WEEKDAY.fullmatch(when.words)]
    if not bare:
        return None
    day = monday_of(race) + dt.timedelta(days=bare[-1].first.weekday())
    return When((0, 0), "day", day, day)


_BARE_WEEKDAY = re.compile(rf"(?:on )?(?:the )?{WEEKDAY}")


def race_moved(text: str, scene: Scene) -> Answer:
    """A new race date, said as a day or as a shift ("two weeks later")."""
    race = scene.athlete.goal
    if race is None:
        return Answer("Which race is it, and when?", pending="goal")
    shift = re.search(r"\b(\d+|an?) (day|week|month)s?\b", text)
    what = told(re.sub(r"\bnot (?:on )?(?:the )?[\w ]{2,18}? but\b", " ", text), scene.calendar)
    what.when = _near_the_race(what.when, scene)
    if what.when is None and shift and race.date:
        count = 1 if shift[1] in {"a", "an"} else int(shift[1])
        days = count * {"day": 1, "week": 7, "month": 28}[shift[2]]
        back = re.search(r"\b(?:earlier|forward|sooner)\b", text) is not None
        sentence = (race.date + dt.timedelta(days=-days if back else days)).isoformat()
        what = replace(what, when=next(iter(read(sentence, scene.calendar)), None))
    if what.when is None and race.date:
        what.when = _weekday_of_the_race(text, race.date, scene)
    if what.when is None:
        return Answer("To which date has the race moved?", pending="date")
    return _remade(Told(when=what.when), scene)

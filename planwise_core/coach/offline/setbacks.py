"""Life: away, ill, hurt, missed, well again. Understood here; what becomes of the plan, `training.adapt` says."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Sequence
from dataclasses import replace

from planwise_core.coach.offline import goal
from planwise_core.coach.offline.changes import proposed
from planwise_core.coach.offline.dates import length_days
from planwise_core.coach.offline.language import phrases
from planwise_core.coach.offline.moods import tired
from planwise_core.coach.offline.refs import are_listed, is_bare_weekday, until, whens_of
from planwise_core.coach.offline.scene import Answer, Scene, joined, plural, span_words, spoken
from planwise_core.coach.offline.vocabulary import PARTS
from planwise_core.coach.offline.when import When
from planwise_core.errors import CannotPlan
from planwise_core.training import adapt
from planwise_core.training.athlete import Athlete, Away, Injury, written
from planwise_core.training.edits import Edit

_DAY = dt.timedelta(days=1)
_BUSY_DAYS = 5  # from here on, busy days need not be empty ones
_ONLY_BUSY = re.compile(
    r"\b(?:busy|nights|nightshifts?|nightmare|rammed|manic|swamped|snowed under|hectic|stressful|crazy|packed|"
    r"full on|deadlines?|exams?)\b"
    r"(?!.*\b(?:no (?:running|time|runs)|can not|not run|nothing)\b)"
)
_LONGEST_AWAY = 90  # days; more is likelier misread than meant
_ILL_DAYS, _COVID_DAYS, _COLD_DAYS = 3, 10, 5  # where no length is told; ten from onset for covid (SCIENCE 2.6)
_MILD_PAIN, _REAL_PAIN, _BAD_PAIN = 2, 5, 6  # of 10, told in words: one week of rest at most, then it is asked again


def away(clause: str, scene: Scene) -> Answer:
    """Days without running: taken out, and an easy way back when they are many."""
    assert scene.plan is not None  # noqa: S101 - the door sees to it
    whens = [when for when in whens_of(clause, scene) if when.last >= scene.today and not _is_free(clause, when)]
    if len(whens) > 1 and (all(when.kind == "span" for when in whens) or _are_single(clause, whens)):
        return _away_twice(_stretches(whens), scene)
    if len(whens) == 1 and (stretch := next(until(clause, scene), None)):
        whens = [stretch]
    length = length_days(clause)
    if not whens and length is None:
        return Answer("From which day to which are you away?", pending="fill:i am away {}")
    if len(whens) == 1 and whens[0].kind == "day" and length is None and _HOME_ON.search(clause[: whens[0].at[0]]):
        back = whens[0].first
        return Answer(
            f"From which day are you away? You are back on {spoken(back)}.",
            pending=f"fill:i am away from {{}} to {(back - _DAY).isoformat()}",
        )
    first = max(min((when.first for when in whens), default=scene.today + _DAY), scene.today)
    last = max((when.last for when in whens), default=first)
    if length and length > (last - first).days:
        last = first + (length - 1) * _DAY
    if length is None and first == last and _GOES_FOR_LONG.search(clause) and not _FOR_A_DAY.search(clause):
        since = "" if first <= scene.today + _DAY and not whens else f" from {spoken(first)} on"
        return Answer(
            f"How long are you away{since}: until which day?",
            pending=f"fill:i am away from {first.isoformat()} to {{}}",
        )
    kept = [each.date for each in scene.open if each.id in scene.spared and first < each.date <= last]
    last = min((day - _DAY for day in kept), default=last)  # "away all week, but keep Sunday"
    days = (last - first).days + 1
    if days >= _BUSY_DAYS and _ONLY_BUSY.search(clause) and not _GOES_FOR_LONG.search(clause):
        span = f"from {first.isoformat()} to {last.isoformat()}"
        return Answer(
            f"Busy times need not be empty: shall I make the runs {span_words(first, last)} lighter, or take them out?",
            pending=f"choice:make the runs {span} lighter|i am away {span}|leave it",
        )
    if days > _LONGEST_AWAY:
        return Answer(
            f"That would be {plural(days, 'day')} without running. From which day to which are you away?",
            pending="fill:i am away {}",
        )
    if not any(each.type != "race" for each in scene.between(first, last)):
        return Answer(f"Nothing is planned {span_words(first, last)}, so the plan already fits. Enjoy!")
    athlete = scene.athlete.but(away=(*scene.athlete.away[-11:], Away(first=first, last=last)))
    made = adapt.away(scene.plan, scene.athlete, scene.today, first, last, scene.done)
    answer = proposed(scene, made.edits, f"I'd free everything {span_words(first, last)}. {made.says}")
    if answer.edits:
        return Answer(answer.says, edits=answer.edits, athlete=athlete, known=frozenset({"away"}))
    says = f"I'd free everything {span_words(first, last)} and build up again from there."
    return _remade(scene, athlete, says) or answer


_CAN_RUN = re.compile(
    r"\b(?:can|could|will|able to|happy to|free to) (?:still |only |probably )*(?:run|do|train|"
    r"manage)(?: on)? ?(?:the )?$"
)
_IS_FINE = re.compile(r" (?:is|are|works?|would be|should be) (?:ok|okay|fine|good|free|possible|all right|alright)\b")


def _is_free(clause: str, when: When) -> bool:
    """ "Away Monday to Wednesday, could run Thursday": a day that is named because there is time on it."""
    can = _CAN_RUN.search(clause[: when.at[0]])
    return bool(can and not _CANNOT.search(clause[: can.start()])) or _IS_FINE.match(clause, when.at[1]) is not None


_CANNOT = re.compile(r"\b(?:not|never|nor|neither|unable|hardly|barely)\b[^,.;]*$")


_STRETCHES = re.compile(
    r"\b(?:from|to|until|till|through|back|home|return\w*|leav\w+|fly\w*|between|then|start\w*|end\w*)\b|-"
)


def _are_single(clause: str, whens: Sequence[When]) -> bool:
    """Whether days are each told by themselves, "Tuesday is out, Thursday is out", and are not the ends of a "
    "stretch."""
    if are_listed(clause, whens):
        return True
    between = clause[whens[0].at[1] : whens[-1].at[0]]
    return all(when.kind == "day" for when in whens) and "," in between and not _STRETCHES.search(clause)


_HOME_ON = re.compile(r"\b(?:home|back|return\w*|flying back|landing)(?: again)?(?: on| by)?(?: the)? $")


def _stretches(whens: Sequence[When]) -> list[When]:
    """The same days in order, those that follow each other as one stretch."""
    stretches: list[When] = []
    for when in sorted(whens, key=lambda each: each.first):
        if stretches and (when.first - stretches[-1].last).days <= 1:
            stretches[-1] = replace(stretches[-1], kind="span", last=max(when.last, stretches[-1].last))
        else:
            stretches.append(when)
    return stretches


def _away_twice(whens: Sequence[When], scene: Scene) -> Answer:
    """ "From the 3rd to the 9th and from the 20th to the 27th": each stretch by itself, the days between stay."""
    says: list[str] = []
    edits: list[Edit] = []
    for when in whens:
        answer = away(f"i am away from {when.first.isoformat()} to {when.last.isoformat()}", scene)
        if answer.build:
            return answer
        says.append(answer.says)
        edits += answer.edits
        if answer.edits:
            scene = replace(scene, plan=scene.after(answer.edits), athlete=answer.athlete or scene.athlete)
    if edits and len(whens) > _TOLD_ONE_BY_ONE:
        days = joined([span_words(when.first, when.last).removeprefix("on ") for when in whens])
        says = [f"I'd free {days}. What falls out is given up and not made up."]
    athlete = scene.athlete if edits else None
    return Answer(
        " ".join(says), edits=tuple(edits), athlete=athlete, known=frozenset({"away"}) if edits else frozenset()
    )


_TOLD_ONE_BY_ONE = 2  # stretches of days away; more are listed in one sentence
_GOES_FOR_LONG = re.compile(
    r"\b(?:holidays?|vacation|trip|abroad|honeymoon|cruise|skiing|camping)\b(?! (?:day|party))|"
    r"\b(?:in|within) [^.]*(?:weeks?|months?)\b|"
    r"\b(?:leaving|flying|heading|off|travel\w*) (?:on|to|for|out|from)\b|\bstart\w*\b"
)
_FOR_A_DAY = re.compile(
    r"\b(?:all day|day trip|for the day|that day|the whole day|(?:back(?! to)|home|return\w*)|today|tonight|"
    r"tomorrow)\b|\b(?:is|are) (?:a|on) "
)


def _remade(scene: Scene, athlete: Athlete, says: str) -> Answer | None:
    """The plan made anew around a long break, where taking runs out alone would leave a jump; None if that fails."""
    try:
        problem = scene.newly_wrong(goal.planned(scene, athlete), athlete)
    except CannotPlan:
        return None
    return None if problem else Answer(says, athlete=athlete, known=frozenset({"away"}), build=True)


_FEVERISH = phrases(
    "flu | fever* | influenza | covid | corona | temperature | chills | bronchitis | pneumonia | chest infection | "
    "aching all over | virus | antibiotics | tonsil*"
)
_BELOW_THE_NECK = phrases(
    "stomach | tummy | norovirus | food poisoning | vomit* | throwing up | threw up | diarrh* | the runs | sick | ill "
    "| migraine | chesty | [in/on/to] my chest | chest cold | fluey | shivery"
)
_IN_BED = re.compile(
    r"\b(?:can not|not able to|unable to|will not|not) (?:run|train)|\bno (?:running|runs?|training)\b|\bin bed\b"
)
_COVID = phrases("covid | corona | pneumonia")
_NO_FEVER = phrases(
    "temperature is [normal/fine/ok/okay] | normal temperature | [no/not/without] ... [fever/temperature]"
)


def ill(clause: str, scene: Scene) -> Answer:
    """Below the neck or with fever no running; above the neck short and easy."""
    assert scene.plan is not None  # noqa: S101 - the door sees to it
    feverish = _FEVERISH.search(clause) is not None and not _NO_FEVER.search(clause)
    below = feverish or ("cold" not in clause and _BELOW_THE_NECK.search(clause) is not None)
    told = _days_told(clause, scene)
    below = below or bool(told and _IN_BED.search(clause))
    if not below:
        made = adapt.cold(scene.plan, scene.athlete, scene.today, told or _COLD_DAYS, scene.done)
        return _got_well(proposed(scene, made.edits, f"Get well soon. {made.says}"), bool(made.edits))
    is_covid = _COVID.search(clause) is not None
    feverish = feverish and not (is_covid and told is None)  # its ten days hold the two without fever
    days = told or (_COVID_DAYS if is_covid else _ILL_DAYS)
    made = adapt.ill(scene.plan, scene.athlete, scene.today, days, fever=feverish, done=scene.done)
    off = days + (adapt.FEVER_FREE_DAYS if feverish else 0)
    until = spoken(scene.today + (off - 1) * _DAY)
    fever = ", and not before you have been free of fever for two days" if feverish else ""
    says = f"Sorry to hear that: no running until {until}{fever}. {made.says} If you need longer, tell me."
    return _got_well(proposed(scene, made.edits, says), bool(made.edits))


def _days_told(clause: str, scene: Scene) -> int | None:
    """How many days from today on are told: "till sunday", "for a week", "a week of rest"."""
    whens = [when for when in whens_of(clause, scene) if when.last > scene.today]
    if whens:
        return (max(when.last for when in whens) - scene.today).days + 1
    return length_days(clause)


def _got_well(answer: Answer, is_change: bool) -> Answer:
    if answer.edits:
        return answer
    if not is_change:
        return Answer("Get well soon. Nothing is planned in those days anyway; start again easy when you are well.")
    return Answer(
        "Get well soon. The plan itself I leave as it is, for a change would break its last weeks; but do not run with "
        "fever or anything below the neck, skip what comes, and start again easy when you are well."
    )


_BAD = phrases(
    "barely [walk/stand/move] | [can/could] not walk | hardly walk | severe | agony | excruciating | unbearable | "
    "terrible | very painful | awful | really bad | tore | torn | popped | killing me"
)
_REAL = phrases(
    "limp* | [can/could] not run | sharp | stabbing | pulled | strained | a lot | quite bad | pretty bad | bad | "
    "badly | swollen | "
    "puffy | swelling | rolled | twisted | sprain* | "
    "strong | really hurt* | flar* | itis | fasciitis"
)
_MILD = phrases(
    "niggl* | grumbl* | bit | slight* | little | tight* | stiff* | mild | twinge* | not [bad/much/too bad/that bad/so "
    "bad/terrible] | barely [hurts/there] | hardly | dull | tweak* | funny"
)
_TURNED = phrases("rolled | twisted | sprain* | swollen | swelling | puffy | limp*")
_OF_TEN = re.compile(
    r"\b(\d{1,2})(?:\.\d)? ?(?:/|out of|of|on a scale)|\b(?:pain|level|about|maybe|like)(?: an?)? (\d)\b"
)
_SORE = re.compile(r"\b(?:sore|ache\w*|aching|stiff\w*|cramp\w*|doms)\b")
_ANSWERED = "out of 10"


def hurt(clause: str, scene: Scene) -> Answer:
    """A sore body part: how bad it is decides (SCIENCE 2.6); where that is not told, it is asked first."""
    assert scene.plan is not None  # noqa: S101 - the door sees to it
    part = part_in(clause)
    if part is None and _SORE.search(clause) and "injur" not in clause:
        return tired(clause, scene)
    if part is None:
        return Answer("Sorry to hear that. Where does it hurt?", pending="fill:my {} hurts")
    pain = pain_in(clause)
    plain = part.split()[-1]
    others = tuple(each for each in scene.athlete.injuries if each.part != plain)
    athlete = scene.athlete.but(injuries=(*others, Injury(part=plain, pain=pain, since=scene.today)))
    known = frozenset({"injuries"})
    name = written(part)
    if pain is None:
        says = f"Sorry about your {name}. How bad is it, from 0 (nothing) to 10 (unbearable)? I fit the plan to that."
        return Answer(says, athlete=athlete, known=known, pending=f"fill:my {part} hurts {{}} {_ANSWERED}")
    doctor = " See a doctor or physio if it is no better in a few days." if pain == _BAD_PAIN else ""
    made = adapt.hurt(scene.plan, scene.athlete, scene.today, part, pain, scene.done)
    answer = proposed(scene, made.edits, f"Sorry about your {name}. {made.says}{doctor}")
    if not answer.edits:
        says = (
            f"Sorry about your {name}. I leave the plan as it is, for there is little left in it to ease; stop if it "
            "hurts more while you run, and leave runs out rather than push through."
        )
        return Answer(says, athlete=athlete, known=known)
    return Answer(answer.says, edits=answer.edits, athlete=athlete, known=known)


def part_in(clause: str) -> str | None:
    """The body part a clause names, with its side: ``left knee``."""
    found = re.search(rf"\b(?:(left|right) )?({'|'.join(sorted(PARTS, key=len, reverse=True))})\b", clause)
    return " ".join(filter(None, found.groups())) if found else None


def pain_in(clause: str) -> int | None:
    """Pain of 0 to 10, as a number or in words; None where neither is told."""
    number = _OF_TEN.search(clause)
    if number:
        return min(int(number[1] or number[2]), 10)
    if _BAD.search(clause) and not re.search(r"\bnot (?:\w+ )?(?:bad|terrible|awful|swollen)\b", clause):
        return _BAD_PAIN
    if _MILD.search(clause) and not _TURNED.search(clause):
        return _MILD_PAIN
    if _REAL.search(clause) or _ANSWERED in clause:  # asked already: then with care
        return _REAL_PAIN
    return None


def missed(clause: str, scene: Scene) -> Answer:
    """Missed runs are let go; after a longer gap the way back is graded."""
    assert scene.plan is not None  # noqa: S101 - the door sees to it
    lost = _lost(clause, scene)
    made = adapt.missed(scene.plan, scene.athlete, scene.today, lost)
    ahead = next((each for each in scene.open if each.is_run), None)
    nxt = f" Next up is the {ahead.title.lower()} on {spoken(ahead.date)}." if ahead else ""
    if not made.edits:
        runs = "that run" if len(lost) < 2 else "those runs"
        says = f"It happens, and it costs next to nothing: leave {runs}, we do not make up for them."
        return Answer(f"{says.replace('them', 'it') if len(lost) < 2 else says}{nxt}")
    says = "Welcome back. We do not make up for what was missed: the way back is graded, without hard sessions."
    return proposed(scene, made.edits, f"{says}{nxt}")


def _lost(clause: str, scene: Scene) -> list[str]:
    """The ids of the runs that were missed, as the runner tells it: which days, since when, or how many."""
    assert scene.plan is not None  # noqa: S101 - the door sees to it
    past = [each for each in scene.plan.workouts if each.is_run and each.date < scene.today]
    whens = [  # "missed Sunday": the last one
        replace(when, first=when.first - 7 * _DAY, last=when.last - 7 * _DAY) if is_bare_weekday(when) else when
        for when in whens_of(clause, scene)
    ]
    whens = [when for when in whens if when.first < scene.today]
    ago = re.search(r"\b(\d+|an?) (day|week|month)s?(?: ago)?\b", clause)
    if whens:
        first = min(when.first for when in whens)
        last = scene.today if "since" in clause else max(when.last for when in whens)
        return [each.id for each in past if first <= each.date <= last]
    if ago:
        days = (1 if ago[1] in {"a", "an"} else int(ago[1])) * {"day": 1, "week": 7, "month": 30}[ago[2]]
        return [each.id for each in past if each.date >= scene.today - days * _DAY]
    count = re.search(r"\b(\d+)\b", clause)
    return [each.id for each in past[-(int(count[1]) if count else 1) :]]


def well(clause: str, scene: Scene) -> Answer:
    """Healthy again: what hurt is no longer current, and the first days back are easy."""
    if re.search(r"\b(?:weeks?|days?|months?) ago\b|\bdid not run for\b", clause):
        return missed(clause, scene)
    part = next((each.part for each in scene.athlete.injuries if each.current and each.part in clause), None)
    healed = tuple(each.but(current=False) if part in {None, each.part} else each for each in scene.athlete.injuries)
    athlete = scene.athlete.but(injuries=healed) if healed != scene.athlete.injuries else None
    ahead = next((each for each in scene.open if each.is_run), None)
    nxt = f" Next is the {ahead.title.lower()} on {spoken(ahead.date)}." if ahead else ""
    return Answer(
        "Good to hear! Come back gently: run easy first, stop if it returns, and leave what was missed."
        f"{nxt} Shall I make this week easier as well, or leave it as it is?",
        pending="choice:make this week easier|leave it",
        athlete=athlete,
        known=frozenset({"injuries"}) if athlete else frozenset(),
    )

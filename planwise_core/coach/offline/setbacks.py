"""Life: away, ill, hurt, missed, tired. What comes out of the plan, and how it starts again (SCIENCE 2.6)."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Sequence

from planwise_core.coach.offline import goal
from planwise_core.coach.offline.changes import proposed
from planwise_core.coach.offline.dates import length_days
from planwise_core.coach.offline.language import phrases
from planwise_core.coach.offline.refs import whens_of
from planwise_core.coach.offline.scene import Answer, Scene, plural, span_words, spoken
from planwise_core.coach.offline.slots import PARTS
from planwise_core.errors import CannotPlan
from planwise_core.training import adapt
from planwise_core.training.athlete import Athlete, Away, Injury
from planwise_core.training.edits import Change, Edit, Scale, Soften, TimeOff
from planwise_core.training.values import weekday_of

_DAY = dt.timedelta(days=1)
RETURN_PERCENT = 60  # SCIENCE 2.6: after 6 to 28 days off, half and then three quarters of the load
_BY_REASON = {"holiday": "holiday", "illness": "illness", "injury": "injury", "other": "rest"}


def _time_off(scene: Scene, first: dt.date, last: dt.date, reason: str) -> list[Edit]:
    plan = scene.plan
    assert plan is not None  # noqa: S101 - the door sees to it
    first, last = max(first, scene.today, plan.start_date), min(last, plan.end_date)
    if last < first or not any(each.type != "race" for each in scene.between(first, last)):
        return []
    where = {"from_week": plan.week_of(first), "to_week": plan.week_of(last)}
    return [TimeOff(**where, from_day=weekday_of(first), to_day=weekday_of(last), reason=_BY_REASON[reason])]


def _soft(scene: Scene, first: dt.date, last: dt.date) -> list[Edit]:
    plan = scene.plan
    assert plan is not None  # noqa: S101 - the door sees to it
    last = min(last, plan.end_date)
    if last < first:
        return []
    return [
        Soften(
            from_week=plan.week_of(first),
            from_day=weekday_of(first),
            to_week=plan.week_of(last),
            to_day=weekday_of(last),
        )
    ]


def _return(scene: Scene, last: dt.date, days: int) -> list[Edit]:
    """The way back after `days` without running: as long easy again, and after six days or more shorter too."""
    plan = scene.plan
    assert plan is not None  # noqa: S101 - the door sees to it
    if days <= 5:
        return []
    start = last + _DAY
    edits = _soft(scene, start, last + min(days, 14) * _DAY)
    edits += [
        Change(workout=each.id, km=round(each.km * RETURN_PERCENT / 100, 1))
        for each in scene.between(start, last + min(max(days // 2, 4), 14) * _DAY)
        if each.is_run and each.km and each.type != "race"
    ]
    return edits


def away(clause: str, scene: Scene) -> Answer:
    """Days without running: taken out, and an easy way back when they are many."""
    whens = [when for when in whens_of(clause, scene) if when.last >= scene.today]
    length = length_days(clause)
    if not whens and length is None:
        return Answer("From which day to which are you away?", pending="fill:i am away {}")
    first = max(min((when.first for when in whens), default=scene.today + _DAY), scene.today)
    last = max((when.last for when in whens), default=first)
    if length and last == first:
        last = first + (length - 1) * _DAY
    if (last - first).days > 90:
        return Answer(
            f"That would be {plural((last - first).days + 1, 'day')} without running. From which day to which are "
            f"you away?",
            pending="fill:i am away {}",
        )
    athlete = scene.athlete.but(away=(*scene.athlete.away[-11:], Away(first=first, last=last)))
    if scene.plan is None or not _time_off(scene, first, last, "holiday"):
        return Answer(f"Nothing is planned {span_words(first, last)}, so the plan already fits. Enjoy!")
    made = adapt.away(scene.plan, scene.athlete, scene.today, first, last, scene.done)
    answer = proposed(scene, made.edits, f"I'd free everything {span_words(first, last)}. {made.says}")
    known = frozenset({"away"})
    if answer.edits:
        return Answer(answer.says, edits=answer.edits, athlete=athlete, known=known)
    says = f"I'd free everything {span_words(first, last)} and build up again from there."
    return _remade(scene, athlete, known, says) or answer


def _remade(scene: Scene, athlete: Athlete, known: frozenset[str], says: str) -> Answer | None:
    """The plan made anew around a long break, where taking runs out alone would leave a jump; None if that fails."""
    try:
        problem = scene.newly_wrong(goal.planned(scene, athlete), athlete)
    except CannotPlan:
        return None
    return None if problem else Answer(says, athlete=athlete, known=known, build=True)


_WHOLE_BODY = phrases(
    "flu | fever | influenza | covid | corona | stomach | norovirus | food poisoning | bronchitis | temperature | "
    "virus | vomit* | "
    "throwing up | antibiotics | chest infection | pneumonia | diarrhea | diarrhoea | aching all over"
)
_COVID = phrases("covid | corona | pneumonia")


def ill(clause: str, scene: Scene) -> Answer:
    """Below the neck or with fever no running; above the neck easy and short (SCIENCE 2.6)."""
    whens = [when for when in whens_of(clause, scene) if when.last > scene.today]
    last = max((when.last for when in whens), default=None)
    if _WHOLE_BODY.search(clause) or (re.search(r"\b(?:sick|ill)\b", clause) and "cold" not in clause):
        days = 10 if _COVID.search(clause) else 5
        last = last or scene.today + (days - 1) * _DAY
        edits = [*_time_off(scene, scene.today, last, "illness"), *_soft(scene, last + _DAY, last + 7 * _DAY)]
        edits += [each for each in _return(scene, last, (last - scene.today).days + 1) if isinstance(each, Change)]
        says = (
            f"Sorry to hear that. No running until you have been without fever for two days: I'd free everything "
            f"until {spoken(last)}, "
            "and the week after is easy only. Start later if you do not feel well, and see a doctor if it gets worse."
        )
    else:
        last = last or scene.today + 4 * _DAY
        edits = _soft(scene, scene.today, last)
        edits += [
            Change(workout=each.id, km=round(each.km / 2, 1))
            for each in scene.between(scene.today, last)
            if each.is_run and each.km and each.type != "race"
        ]
        says = (
            f"Get well soon. While it stays above the neck, short and easy is fine: I'd halve the runs until "
            f"{spoken(last)} and take out "
            "the hard work. With fever, or once it moves to the chest, stop and tell me."
        )
    answer = proposed(scene, edits, says)
    if answer.edits or not edits:
        return answer
    return Answer(
        "Get well soon. The plan itself I leave as it is, for a change would break its last weeks; but do not run with "
        "fever or anything below the neck, skip what comes, and start again easy when you are well."
    )


_BAD = phrases(
    "barely walk | can not [walk/run] | hardly walk | limp* | sharp | stabbing | swollen | severe | terrible | "
    "really bad | awful | "
    "agony | very painful | rolled | twisted | sprain* | tore | torn | popped"
)
_MILD = phrases("niggl* | grumbl* | bit | slightly | little | tight* | stiff* | mild | twinge* | sore")


def hurt(clause: str, scene: Scene) -> Answer:
    """A sore body part: rest by how bad it sounds, then easy running only; nothing is ever made harder."""
    part = next((part for part in sorted(PARTS, key=len, reverse=True) if re.search(rf"\b{part}\b", clause)), None)
    if (
        part is None
        and re.search(r"\b(?:sore|ache\w*|aching|stiff\w*|cramp\w*)\b", clause)
        and not re.search("injur", clause)
    ):
        return tired(clause, scene)
    if part is None:
        return Answer("Sorry to hear that. Where does it hurt?", pending="fill:my {} hurts")
    off = 7 if _BAD.search(clause) else 0 if _MILD.search(clause) else 3
    last = scene.today + (off - 1) * _DAY
    edits: list[Edit] = _time_off(scene, scene.today, last, "injury") if off else []
    edits += _soft(scene, scene.today + off * _DAY, scene.today + (off + 7) * _DAY)
    edits += [each for each in _return(scene, last, off) if isinstance(each, Change)]
    injuries = tuple(each for each in scene.athlete.injuries if each.part != part)
    athlete = scene.athlete.but(injuries=(*injuries, Injury(part=part, since=scene.today)))
    rest = f"no running until {spoken(last)}, then " if off else ""
    says = (
        f"Sorry about the {part}. I'd play it safe: {rest}easy running only until "
        f"{spoken(scene.today + (off + 7) * _DAY)}. "
        "Stop if it hurts more while you run or makes you limp, and see a physio or doctor if it is not clearly "
        "better in two weeks."
    )
    answer = proposed(scene, edits, says)
    if not answer.edits:
        says = (
            f"Sorry about the {part}. The next days are easy already; stop if it hurts more while you run, and tell me."
        )
        return Answer(says, athlete=athlete, known=frozenset({"injuries"}))
    return Answer(answer.says, edits=answer.edits, athlete=athlete, known=frozenset({"injuries"}))


def missed(clause: str, scene: Scene) -> Answer:
    """Missed runs are let go; after more than a week the way back is gentler."""
    days = length_days(clause) or 0
    whens = [when for when in whens_of(clause, scene) if when.first <= scene.today]
    if whens and re.search(r"\bsince\b", clause):
        days = max(days, (scene.today - min(when.first for when in whens)).days)
    if count := re.search(r"\b(\d+) weeks?\b", clause):
        days = max(days, int(count[1]) * 7)
    ahead = next((each for each in scene.open if each.is_run), None)
    nxt = f" Next up is the {ahead.title.lower()} on {spoken(ahead.date)}." if ahead else ""
    if days <= 7:
        return Answer(
            f"It happens, and it costs you next to nothing. Leave the missed runs: we do not make up for them, we "
            f"carry on as planned.{nxt}"
        )
    edits = _return(scene, scene.today - _DAY, days)
    return proposed(
        scene,
        edits,
        f"Welcome back. We do not make up for the missed runs; after {plural(days, 'day')} I'd make the next ones "
        f"easier and shorter, and then carry on.{nxt}",
    )


_ASKS_EASE = phrases(
    "easier | easy | breather | less | lighter | break | rest | slow down | ease | cut back | back off"
)


def tired(clause: str, scene: Scene) -> Answer:
    """Ordinary tiredness: with a wish it is met, without one three ways are offered."""
    if _ASKS_EASE.search(clause):
        return ease_now(scene)
    ahead = next((each for each in scene.open if each.is_run), None)
    if ahead is None:
        return Answer("No wonder, you have done a lot. Nothing is planned any more: rest well.")
    choices = ["take it easy this week", f"skip the run on {ahead.date.isoformat()}", "leave it"]
    return Answer(
        f"That is what training feels like some days, and rest is part of it. Shall I make the rest of this week "
        f"easier, free {spoken(ahead.date)}, or leave it as it is?",
        pending="choice:" + "|".join(choices),
    )


def ease_now(scene: Scene) -> Answer:
    """The rest of this week shorter and without hard running."""
    plan = scene.plan
    assert plan is not None  # noqa: S101 - the door sees to it
    week = max(plan.week_of(scene.today), 1)
    if not any(each.is_run and plan.week_of(each.date) == week for each in scene.open):
        week += 1
    first = max(scene.today, plan.day(week, "mon"))
    edits: Sequence[Edit] = [
        Scale(from_week=week, to_week=week, percent=80),
        *_soft(scene, first, plan.day(week, "sun")),
    ]
    return proposed(scene, edits, "I'd make the rest of the week shorter and easy only, so that you come back fresh.")


def well(clause: str, scene: Scene) -> Answer:
    """Healthy again: what hurt is no longer current, and the first days back are easy."""
    part = next((each.part for each in scene.athlete.injuries if each.current and each.part in clause), None)
    healed = tuple(each.but(current=False) if part in {None, each.part} else each for each in scene.athlete.injuries)
    athlete = scene.athlete.but(injuries=healed) if healed != scene.athlete.injuries else None
    ahead = next((each for each in scene.open if each.is_run), None)
    nxt = f" Next is the {ahead.title.lower()} on {spoken(ahead.date)}." if ahead else ""
    return Answer(
        "Good to hear! Come back gently: run easy first, stop if it returns, and leave what was missed."
        f"{nxt} If you want it softer, say 'make this week easier'.",
        athlete=athlete,
        known=frozenset({"injuries"}) if athlete else frozenset(),
    )

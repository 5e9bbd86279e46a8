"""What is asked where nothing was understood: it names what was, and offers two or three ways on."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Sequence

from planwise_core.coach.offline import knowledge
from planwise_core.coach.offline.answers import named_run
from planwise_core.coach.offline.intents import Heard
from planwise_core.coach.offline.refs import days_of, in_week_of, kind_of, named, whens_of
from planwise_core.coach.offline.scene import Answer, Scene, span_words, spoken
from planwise_core.coach.offline.when import WEEKDAY, When, weekday_index
from planwise_core.training.plan import Workout
from planwise_core.training.values import WEEKDAY_NAMES, WEEKDAYS
from planwise_core.training.workouts import HARD

_OFFERS = {
    "move": ("move a run to another day", "move my next run"),
    "easier": ("make this week easier", "make this week easier"),
    "show": ("tell you what is on this week", "what is on this week"),
    "why": ("explain this week", "why is this week as it is"),
    "rest": ("free a day", "i need a rest day"),
    "away": ("plan around days away", "i am away"),
}
_OF_GENERAL_MATTERS = re.compile(
    r"(?:and |so |but |hey |hi |ok )*(?:what|which|how|why|who|where|should i|can i (?!run|do|skip|move)|could i "
    r"(?!run|do|"
    r"skip|move)|is (?:it|there|\d)|are|does|do (?:i|you|people)|will (?:i|it|my|the)|would)\b"
)
_BEYOND = (
    "That is more than I can answer offline: I know your plan, its paces and the reasons behind it. Nothing was "
    "changed. Ask me what is on, why, how fast, or tell me what should change."
)


def asked(parts: Sequence[Heard], scene: Scene) -> Answer:
    """The question after a message that matches nothing, with the runs or days it named."""
    if any(_OF_GENERAL_MATTERS.match(part.text) for part in parts) and not any(part.intent for part in parts):
        return Answer(_BEYOND)
    whens = [when for part in parts for when in whens_of(part.text, scene) if when.first >= scene.today]
    topics = filter(None, (knowledge.about(part.text) for part in parts))
    if not whens and (says := next(topics, None)):
        return Answer(says)
    text = ". ".join(part.text for part in parts)
    is_over = any(when.last < scene.today for part in parts for when in whens_of(part.text, scene))
    run = None if is_over and not whens else _run_named(text, whens, scene)
    if run:
        return _about(run, whens, scene)
    if span := days_of(whens):
        return _about_days(span, scene)
    hints = [intent for part in parts for intent, _ in part.weights if intent in _OFFERS]
    offered = [_OFFERS[intent] for intent in list(dict.fromkeys([*hints, "show", "easier", "move"]))[:3]]
    return Answer(
        f"I am not sure I understood that, so nothing was changed. Shall I {offered[0][0]}, {offered[1][0]}, or "
        f"{offered[2][0]}?",
        pending="choice:" + "|".join(sentence for _, sentence in offered),
    )


_NO_HARD = re.compile(
    rf"\b(?:never|no|not|avoid)\b[^.;]*\b(?:hard|tough|intense|intensive|speed|quality|fast)\b"
    rf"[a-z ]{{0,20}}? on ({WEEKDAY})s?\b"
)


def no_hard_day(text: str, scene: Scene) -> Answer | None:
    """ "Never hard on Tuesdays": no rule the plan can keep, so the next such session is offered to be changed."""
    found = _NO_HARD.search(text)
    if found is None:
        return None
    weekday = weekday_index(found[1])
    hard = next((each for each in scene.open if each.date.weekday() == weekday and each.type in HARD - {"race"}), None)
    name = f"{WEEKDAY_NAMES[WEEKDAYS[weekday]]}s"
    if hard is None:
        return Answer(f"No hard session is planned on {name}, so nothing changes.")
    it = f"the {hard.title.lower()} on {hard.date.isoformat()}"
    return Answer(
        f"I cannot keep {name} easy for good, but session by session. Shall I move the {named_run(hard, scene)} on "
        f"{spoken(hard.date)} to another day, make it an easy run, or leave it?",
        pending=f"choice:move {it}|turn {it} into an easy run|leave it",
    )


def _run_named(text: str, whens: Sequence[When], scene: Scene) -> Workout | None:
    """The one run a message is about: of the kind it names, or the only one of the first day it names."""
    if kind_of(text):
        there = named(text, scene, whens[:1]) or named(text, scene, ())
        return there[0] if there else None
    day = whens[0] if whens and whens[0].kind == "day" else None
    there = named("", scene, [day]) if day else []
    return there[0] if len(there) == 1 else None


def _about(run: Workout, whens: Sequence[When], scene: Scene) -> Answer:
    it = f"the {run.title.lower()} on {run.date.isoformat()}"
    other = next((when for when in whens if when.kind == "day" and when.first != run.date), None)
    there = in_week_of(run, other, scene) if other else None
    move = f"move it to {spoken(there)}" if there else "move it to another day"
    choices = [f"move {it}{f' to {there.isoformat()}' if there else ''}", f"skip {it}", "leave it"]
    if not other:
        choices.insert(0, f"make {it} shorter")
    return Answer(
        f"I see that it is about the {named_run(run, scene)} on {spoken(run.date)}, but not what should happen to it, "
        f"so nothing was changed. Shall I {'' if other else 'make it shorter, '}{move}, take it out, or leave it?",
        pending="choice:" + "|".join(choices),
    )


def _about_days(span: tuple[dt.date, dt.date], scene: Scene) -> Answer:
    if not any(each.is_run for each in scene.between(*span)) and span[0] == span[1]:
        return Answer(
            f"Nothing is planned {span_words(*span)}, so nothing was changed. Shall I add an easy run there, or leave "
            "it free?",
            pending=f"choice:add an easy run on {span[0].isoformat()}|leave it",
        )
    days = f"from {span[0].isoformat()} to {span[1].isoformat()}"
    return Answer(
        f"I am not sure what that means for your plan, so nothing was changed. Shall I make the runs "
        f"{span_words(*span)} easier, clear them, or leave them?",
        pending=f"choice:make the runs {days} easier|i am away {days}|leave it",
    )

"""How it feels: tired, low, nervous, great. Heard first; what changes is offered, and only done on a clear wish."""

from __future__ import annotations

from collections.abc import Sequence

from planwise_core.coach.offline.answers import goal_words, named_run
from planwise_core.coach.offline.changes import proposed
from planwise_core.coach.offline.language import phrases
from planwise_core.coach.offline.scene import Answer, Scene, plural, spoken
from planwise_core.training.edits import Edit, Scale, Soften
from planwise_core.training.values import weekday_of

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
        Soften(from_week=week, from_day=weekday_of(first), to_week=week, to_day="sun"),
    ]
    return proposed(scene, edits, "I'd make the rest of the week shorter and easy only, so that you come back fresh.")


def ready(_clause: str, scene: Scene) -> Answer:
    if scene.plan is None:
        return Answer("Nerves are part of it. Tell me which race it is and we make a plan you can lean on.")
    done = len(scene.done)
    log = f" You have {plural(done, 'planned run')} behind you." if done else ""
    return Answer(
        f"Being nervous means that it matters to you; nearly everybody is before {goal_words(scene)}.{log} Nothing "
        f"you do now has to be extra: trust the plan and sleep well."
    )


def low(_clause: str, scene: Scene) -> Answer:
    if scene.plan is None:
        return Answer("That is all right to say. We can start small: what would feel doable this week?")
    choices = ["make this week easier", "make next week easier", "leave it"]
    return Answer(
        "Thank you for saying it. Motivation comes and goes, and a lighter stretch is no failure. Shall I make this "
        "week easier, next week easier, or leave the plan as it is?",
        pending="choice:" + "|".join(choices),
    )


def grief(_clause: str, scene: Scene) -> Answer:
    if scene.plan is None:
        return Answer("I am very sorry. There is no hurry with running; come back to it whenever it does you good.")
    choices = ["make this week easier", "i am away this week", "leave it"]
    return Answer(
        "I am very sorry. Running can wait, and it can also be an hour for yourself: whatever does you good is right. "
        "Shall I make this week easier, free the rest of it, or leave the plan as it is?",
        pending="choice:" + "|".join(choices),
    )


def great(_clause: str, scene: Scene) -> Answer:
    ahead = next((each for each in scene.open if each.is_run), None)
    nxt = f" Next is the {named_run(ahead, scene)} on {spoken(ahead.date)}." if ahead else ""
    return Answer(f"That is good to hear, well done! Keep the easy days easy so that it stays like that.{nxt}")

"""Which room answers which intent: changes of the plan, questions about it, and talk that needs no plan."""

from __future__ import annotations

from planwise_core.coach.offline import answers, changes, fitness, moods, moves, setbacks, sizes, smalltalk
from planwise_core.coach.offline.scene import Answer, Scene

CHANGES: dict[str, changes.Handler] = {
    "swap": moves.swap, "move": moves.move, "drop": changes.drop, "rest": changes.rest, "easier": sizes.easier,
    "harder": sizes.harder, "size": sizes.size, "retype": changes.retype, "ceiling": sizes.ceiling,
    "add": changes.add, "only": changes.only_on,
    "away": setbacks.away, "busy": setbacks.away, "ill": setbacks.ill, "hurt": setbacks.hurt,
    "missed": setbacks.missed, "tired": moods.tired, "well": setbacks.well,
}  # fmt: skip
OF_A_PLAN: dict[str, changes.Handler] = {
    "undo": answers.undo, "show": answers.show, "countdown": answers.countdown, "limits": answers.limits,
    "progress": answers.progress, "compare": answers.compare, "changed": answers.changed,
    "taper": sizes.taper, "great": moods.great, "did": moods.great,
}  # fmt: skip
ANYTIME: dict[str, changes.Handler] = {
    "why": answers.why, "pace": fitness.pace, "heart": fitness.heart, "predict": fitness.predict,
    "ready": moods.ready, "low": moods.low, "help": smalltalk.help_, "gear": smalltalk.gear,
    "style": smalltalk.style, "convert": smalltalk.convert, "hello": smalltalk.hello,
    "procedure": smalltalk.procedure,
    **dict.fromkeys(("technique", "strength", "food", "days in a row"), smalltalk.general),
}  # fmt: skip


QUESTIONS = frozenset({"show", "countdown", "progress", "compare", "why", "pace", "heart", "predict"})
OF_RUNS = frozenset(
    {"swap", "move", "drop", "size", "retype", "easier", "harder", "undo", "show"}
)  # of a plan there is


def said(intent: str | None, text: str, scene: Scene, *, with_plan: bool = True) -> Answer | None:
    """The answer to an intent by its sentence or its room; None where there is none, or it needs a plan."""
    if intent is None:
        return None
    if intent in smalltalk.SENTENCES:
        return Answer(smalltalk.SENTENCES[intent])
    handler = (CHANGES | OF_A_PLAN | ANYTIME if with_plan else ANYTIME).get(intent)
    return handler(text, scene) if handler else None

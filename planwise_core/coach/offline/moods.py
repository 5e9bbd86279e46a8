"""How it feels: tired, low, nervous, proud. Heard first, and answered with what the runner has done and what comes.

What changes is offered, and only done on a clear wish.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from planwise_core.coach.offline.answers import goal_words, named_run
from planwise_core.coach.offline.changes import proposed
from planwise_core.coach.offline.language import phrases
from planwise_core.coach.offline.refs import LONG, kind_of, named, whens_of
from planwise_core.coach.offline.scene import Answer, Scene, plural, spoken
from planwise_core.training.edits import Edit, Scale, Soften
from planwise_core.training.journal import Run
from planwise_core.training.plan import Workout
from planwise_core.training.values import weekday_of
from planwise_core.training.workouts import HARD

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


def ready(clause: str, scene: Scene) -> Answer:
    """Nerves: before a session that is named it may be made easy; before the race, what speaks for the runner."""
    if scene.plan is None:
        return Answer("Nerves are part of it. Tell me which race it is and we make a plan you can lean on.")
    kinds, whens = kind_of(clause), whens_of(clause, scene)
    run = next((each for each in named(clause, scene, whens) if each.type in HARD | LONG), None)
    if run and (kinds or whens):
        return _daunting(run, scene)
    days = (scene.plan.race_date - scene.today).days if scene.plan.race_date else 0
    left = f" There are {plural(days, 'day')} left for the rest." if days > _SOON else ""
    return Answer(
        f"Being nervous means that it matters to you; nearly everybody is before {goal_words(scene)}."
        f"{_behind(scene)}{left} Nothing you do now has to be extra: trust the plan and sleep well."
    )


def _daunting(run: Workout, scene: Scene) -> Answer:
    """A session that looks too big: how to take it, and a smaller one on offer."""
    it = f"the {run.title.lower()} on {run.date.isoformat()}"
    smaller = "make it shorter" if run.type in LONG else "make it an easy run"
    choice = f"make {it} shorter" if run.type in LONG else f"turn {it} into an easy run"
    return Answer(
        f"It may look big from here, and nobody has to win it: run the {named_run(run, scene)} on {spoken(run.date)} "
        f"by feel, and stop early if it is too much. Shall I {smaller}, or leave it?",
        pending=f"choice:{choice}|leave it",
    )


_SOON = 7  # days; closer to the race there is nothing left to build

# What is said to a feeling before help is offered; the first that fits, the last fits all.
_FEELINGS = (
    ("[give/giving/giving it] up | packing it in | dropping out | stopping | quit | quitting | stop running | "
     "pointless | point of | not cut out | not a real runner",
     "That sounds heavy, and you do not have to decide anything today. One bad stretch takes nothing away from you."),
    ("disgust* | hate myself | fat | kilos | weight",
     "Your body carries you through every run, and weight goes up and down. Be as kind to it as you would be to a "
     "friend; "
     "if food and weight weigh on your mind, talk to your doctor or somebody you trust."),
    ("fight* | argue | annoyed | complain* | too much time | resent* | jealous",
     "Running should not cost you peace at home: fewer or shorter runs on days you agree on often help."),
    ("panic",
     "A panic attack feels enormous, and it passes: slow down or walk, and breathe out long. There is nothing to be "
     "ashamed of; if it comes again, or came with pain in the chest, talk to a doctor."),
    ("sure i want | not want to [do/run] [this/the] race | second thoughts",
     "You need not decide that today: the race can be run for the day itself, be changed for another, or fall away. "
     "Say "
     "'no race' if you want to go on without one."),
    ("broke | break* | split* | divorce* | heartbroken | lost my job | fired | sacked | redundant | laid off | dumped",
     "I am sorry, that is a lot to carry. Let running be the hour that is yours, as easy as you like; and if sleep "
     "stays "
     "away, lighter days are wise."),
    ("anxiety | depression | hopeless | rock bottom | not myself",
     "Thank you for trusting me with it. Easy running helps many people; somebody to talk to, a friend or a doctor, "
     "helps "
     "more. Nothing in the plan is as important as you."),
    ("cried | crying | tears | sad | depressed | lonely | alone | need a hug",
     "I am glad you tell me. Feelings come up on a run, more so when a lot has piled up; be kind to yourself today, "
     "and talk to somebody close if it stays."),
    ("too old | my age | [at/am] #", "Bodies get fitter at every age; it takes a little more patience and rest."),
    ("guilty | let* [myself/everyone/everybody/you/the plan] down | failure | failed | failing | hard on myself | "
     "angry with myself | [skipped/missed]", "No need to feel guilty: no plan hangs on a single run."),
    ("compar* | overtak* | overtook | lapped | faster than | passes me | pass me | slow | slower | last | compare* | "
     "not good "
     "enough | everyone | "
     "everybody | ashamed | embarrass* | useless",
     "There will always be somebody faster; your plan only measures you against yourself."),
    ("[bad/awful/terrible/gutted/disappoint*] ... race | race ... [bad*/awful*/terribl*/disaster/gutted/disappoint*] | "
     "[gutted/disappointed]", "A race that goes wrong hurts because you cared. It shows one day, and not what you can "
     "do."),
    ("[bad/awful/terrible/worst/horrible] | disaster | gutted | disappointed",
     "Everybody has runs like that, mostly for no reason that lasts, and one run says next to nothing."),
    ("bored | boring | no fun | enjoy* | hate | joy* | love | [lost/losing] the fun", "Then something should change, "
     "for running is to be enjoyed."),
    ("", "Thank you for saying it. Motivation comes and goes, and a lighter stretch is no failure."),
)  # fmt: skip


def low(clause: str, scene: Scene) -> Answer:
    """A bad time: a word to the feeling, what has been done in spite of it, and three ways on."""
    says = next(words for names, words in _FEELINGS if not names or phrases(names).search(clause))
    if scene.plan is None:
        return Answer(f"{says} We can start small: what would feel doable this week?")
    choices = ["make this week easier", "make next week easier", "leave it"]
    return Answer(
        f"{says}{_behind(scene)} Shall I make this week easier, next week easier, or leave the plan as it is?",
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


def great(clause: str, scene: Scene) -> Answer:
    """Joy and pride: the run that is meant, what it stands for, and what comes next."""
    run = _meant(clause, scene)
    longest = max((each.km for each in scene.situation.runs), default=0)
    praise = "That is good to hear, well done!"
    if run:
        best = ", your longest run so far" if run.km == longest and len(scene.situation.runs) > 1 else ""
        praise = f"Well done! {spoken(run.date)}: {scene.km(round(run.km, 1))}{best}. That is yours now."
    elif _AHEAD.search(clause):
        praise = "I like that! Keep the joy for the day itself."
    ahead = next((each for each in scene.open if each.is_run), None)
    nxt = f" Next is the {named_run(ahead, scene)} on {spoken(ahead.date)}." if ahead else ""
    return Answer(f"{praise}{nxt} Keep the easy days easy, so that it stays like that.")


_AHEAD = re.compile(r"\b(?:can not wait|excited|looking forward|pumped|stoked|buzzing)\b")
_OF_LATE = re.compile(
    r"\b(?:yesterday|today|this morning|just|last run|the run|my run|session|that run|finally|first|did it)\b"
)


def _meant(clause: str, scene: Scene) -> Run | None:
    """The run a clause is glad about: of the weekday it names, of the kind, or the last where it speaks of one."""
    runs = sorted(scene.situation.runs, key=lambda run: run.date)
    days = {when.first.weekday() for when in whens_of(clause, scene) if when.kind == "day"}
    if days:
        return next((run for run in reversed(runs) if run.date.weekday() in days and _is_recent(run, scene)), None)
    if (kind := kind_of(clause)) and scene.plan:
        types = {each.id: each.type for each in scene.plan.workouts}
        return next((run for run in reversed(runs) if run.workout and types.get(run.workout) in kind), None)
    return next((run for run in reversed(runs) if _OF_LATE.search(clause) and _is_recent(run, scene)), None)


def _is_recent(run: Run, scene: Scene) -> bool:
    return (scene.today - run.date).days <= 7


def _behind(scene: Scene) -> str:
    """What the runner has done of the plan, as a sentence; empty before the first run."""
    done = [run for run in scene.situation.runs if run.workout]
    if not done:
        return ""
    longest = max(done, key=lambda run: run.km)
    return (
        f" You have {plural(len(done), 'planned run')} behind you, the longest of "
        f"{scene.km(round(longest.km, 1))} on {spoken(longest.date)}."
    )

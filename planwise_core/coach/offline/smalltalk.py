"""Talk that changes nothing: greetings, what the coach is, and what it does not do."""

from __future__ import annotations

import re

from planwise_core.coach.offline import knowledge
from planwise_core.coach.offline.answers import named_run, on_day
from planwise_core.coach.offline.refs import kind_of, whens_of
from planwise_core.coach.offline.scene import Answer, Scene, spoken
from planwise_core.training.plan import Workout
from planwise_core.training.values import KM_PER_MILE, shown_distance, shown_pace

_PLEASANTRY = re.compile(
    r"^(?:hey |hi |ok |hello )?coach[,!]? (?=\w)|(?<=\w\w)[ ,]+coach(?=[ .!?]*$)|"
    r"\b(?:please )?do the needful\b[^.!?]*(?:[.!?]|$)|"
    r"\b(?:i )?(?:hope|hoping|trust) (?:you|your|all|everything)\b[^.!?,\d]*(?:[.!?,]|$)|"
    r"\bhow are you(?: doing| today)?\b[ ,.!?]*(?=\w)|\b(?:quick (?:one|1|question)|just a quick one)\b[ ,.:!-]*(?=\w)"
)


_AT_THE_END = re.compile(  # "no speed this week, thanks"
    r"[ ,.!-]+(?:(?:many )?(?:thanks|thank you|cheers)(?: coach| a lot| so much| very much| in advance)*|"
    r"help(?: me)?)[ .!]*$"
)
_A_SENTENCE = 3  # words: what is less is not wished with thanks, it is the thanks


def without_pleasantries(text: str) -> str:
    """A message without the wishes for a nice weekend that lead up to what it wants, and the thanks behind it."""
    bare = " ".join(_PLEASANTRY.sub(" ", text).split()) or text
    wish = _AT_THE_END.sub("", bare)
    return wish if len(wish.split()) >= _A_SENTENCE else bare


SENTENCES = {
    "ok": "All right. What can I do for you?",
    "joke": "I only do running, and my jokes would not improve it. What can I do for your training?",
    "translate": "Offline I speak English only, so I cannot translate. The Plan page exports and prints your plan, "
    "and that text any translator can read. Nothing was changed.",
    "free": "The offline coach costs nothing and needs no key; your data stays with your account.",
    "trust": "Fair enough: ask me 'why' about any run or week, and I tell you what it is for. What does not fit you I "
    "change, and the Plan page shows the rules the plan is checked by.",
    "slide": "The plan is built back from your race day, so it cannot slide as a whole: what falls out is given up, "
    "and "
    "the way back is graded. Tell me which days you cannot run, and I plan around them.",
    "cheers": "How lovely, congratulations! Your plan stays as it is; tell me if it needs room for it.",
    "rude": "I am sorry that I was no help. Tell me in plain words what should change, and I will do my best.",
    "double": "I plan one run a day, and at your volume that is the better way: two a day are for very high weeks. If "
    "you want more, ask me to lengthen a run or to add a day.",
    "faster": "By running often, mostly easily, with one or two hard sessions a week, and by sleeping well: that is "
    "how your plan is built. Keep the easy days easy, so that the hard ones can be hard. Nothing has to change for it.",
    "history": "The History page keeps every version and shows two of them side by side. Say 'go back' and I bring "
    "back the one before this.",
    "back": "Welcome back! Begin with the next run of the plan and run it easy; what was missed is not made up for. If "
    "you have not run for more than a week, tell me how long.",
    "vo2max": "What a watch takes for your VO2max is too rough to set paces by. Tell me a race or time trial you have "
    "run, such as '10 km in 52:30', and your paces follow from it.",
    "shot": "If you feel fine, easy running is fine too; with fever or a heavy arm and head, rest. Tell me if I "
    "shall free a day.",
    "blister": "Keep it clean, dry and covered; run if your stride stays the same, and leave it if it makes you "
    "limp. Nothing changes in the plan.",
    "hours": "I plan days, not hours: run at whatever time of the day suits you. If a day gets too short, tell me "
    "how many minutes you have on it.",
    "slower": "Easy runs have no pace that is too slow: run them so that you can talk in whole sentences, and let the "
    "watch say what it likes. The paces come from the race time you told me; tell me a newer one if they feel wrong.",
    "thanks": "You are welcome. Enjoy the next run!",
    "bye": "See you, and sleep well.",
    "keep": "All right, I leave the plan exactly as it is.",
    "who": "I am PlanWise's offline coach: no person and no language model, but rules of training that read your "
    "words and your plan. I am best at plain requests, and I say so when I do not understand.",
    "second_race": "Two races close together are a question of recovery, and one I would not answer by rule: the "
    "plan stays on your goal race. Tell me if another race shall become the goal.",
    "guard": "I only coach your running: I cannot show or change anything else from here. Your data and plans can "
    "be exported, reset or deleted under Settings. Nothing was changed.",
}


def help_(_clause: str, scene: Scene) -> Answer:
    if scene.plan is None:
        return Answer(
            "I make running plans from 5 km to ultras: tell me your race and its date, how much you run now and on "
            "which days. "
            "Afterwards I move runs, make weeks easier, and plan around holidays, illness and sore spots. Which "
            "race are you training for?",
            pending="goal",
        )
    return Answer(
        "Say what you need in your own words: move or swap runs, skip one, make a week easier or harder, shorten a "
        "run; tell me when you are away, ill or something hurts; "
        "ask what is on today and why, your paces, or to go back to the previous version. What shall it be?"
    )


def style(clause: str, scene: Scene) -> Answer:
    """What somebody loves or hates to run: the method's matter; one session that is named can be made easy."""
    says = "The mix of sessions comes from the training method, which you can change under Settings."
    kind = kind_of(clause) or frozenset()
    ahead = next((each for each in scene.open if each.type in kind), None)
    if ahead is None or not re.search(r"\b(?:hate|no|not|fewer)\b", clause):
        return Answer(f"{says} I can turn a single run into another kind: tell me which.")
    it = f"{ahead.title.lower()} on {ahead.date.isoformat()}"
    offer = f"Shall I make the next one, on {spoken(ahead.date)}, an easy run, or leave it?"
    return Answer(f"{says} {offer}", pending=f"choice:turn the {it} into an easy run|leave it")


_PACE = re.compile(r"(\d{1,2}):(\d\d)(?: ?(?:min(?:ute)?s?|a|per|/))* ?(mi|km|k)")


def convert(clause: str, _scene: Scene) -> Answer:
    """ "How much is 14 km in miles?", "what's a 7:30 mile in min per km?"."""
    if pace := _PACE.search(clause):
        s_per_km = (int(pace[1]) * 60 + int(pace[2])) / (KM_PER_MILE if pace[3] == "mi" else 1)
        one, other = shown_pace(s_per_km, "mi"), shown_pace(s_per_km, "km")
        return Answer(f"{one} is {other}." if pace[3] == "mi" else f"{other} is {one}.")
    found = re.search(r"(\d+(?:\.\d+)?) ?(k|mi)", clause)
    assert found is not None  # noqa: S101 - the phrasebook has a number and a unit here
    km = float(found[1]) * (KM_PER_MILE if found[2] == "mi" else 1)
    return Answer(f"{shown_distance(km, 'km')} is {shown_distance(km, 'mi')}.")


def gear(clause: str, scene: Scene) -> Answer:
    if re.search(r"calendar|ics|export|print|watch|garmin", clause):
        return Answer("The Plan page exports your plan for calendars, spreadsheets and watches, and prints it.")
    return general(clause, scene)


def general(clause: str, scene: Scene) -> Answer:
    """Shoes, weather, food, technique: what is common ground about it, or that it is beyond this coach."""
    beyond = "Offline I know plans and paces, and not that in detail, so I would rather not guess."
    known = knowledge.about(clause)
    run = _in_the_way(clause, scene)
    if known and run:
        it = f"the {run.title.lower()} on {run.date.isoformat()}"
        says = known.removesuffix(" Nothing changes in the plan.")
        return Answer(
            f"{says} Shall I move the {named_run(run, scene)} on {spoken(run.date)}, take it out, or leave it?",
            pending=f"choice:move {it} to another day|skip {it}|leave it",
        )
    return Answer(known or f"{beyond} The plan stays as it is.")


_HARSH = re.compile(r"\b(?:snow\w*|ice|icy|storms?|flood\w*|blizzard|heatwave|hurricane|gale)\b")


def _in_the_way(clause: str, scene: Scene) -> Workout | None:
    """The run of the day that harsh weather is told of; what is asked in general has none."""
    if scene.plan is None or not _HARSH.search(clause) or re.match(r"(?:what|how|should|can|is)\b", clause):
        return None
    days = [when for when in whens_of(clause, scene) if when.kind == "day" and when.first >= scene.today]
    there = [each for when in days for each in scene.between(when.first, when.last) if each.is_run]
    return next((each for each in there if each.type != "race"), None)


def procedure(_clause: str, scene: Scene) -> Answer:
    """Blood given, a tooth out, an operation: the days off are theirs to say who treat."""
    says = "After something like that the body needs its rest first: ask who treats you when you may run again."
    if scene.plan is None:
        return Answer(says)
    return Answer(f"{says} Which days shall I free for it?", pending="fill:i am away {}")


def hello(_clause: str, scene: Scene) -> Answer:
    if scene.plan is None:
        return Answer(
            "Hello! Tell me about your running: which race are you training for, and when is it?", pending="goal"
        )
    return Answer(f"Hello! {on_day(scene, scene.today).says} What can I do for you?")

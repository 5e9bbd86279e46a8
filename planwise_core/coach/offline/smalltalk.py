"""Talk that changes nothing: greetings, what the coach is, and what it does not do."""

from __future__ import annotations

import re

from planwise_core.coach.offline.answers import on_day
from planwise_core.coach.offline.scene import Answer, Scene

SENTENCES = {
    "ok": "All right. What can I do for you?",
    "joke": "I only do running, and my jokes would not improve it. What can I do for your training?",
    "rude": "I am sorry that I was no help. Tell me in plain words what should change, and I will do my best.",
    "style": "The mix of sessions comes from the training method, which you can change under Settings; offline I "
    "cannot mix it by chat. I can turn a single run into another kind: tell me which.",
    "shot": "If you feel fine, easy running is fine too; with fever or a heavy arm and head, rest. Tell me if I "
    "shall free a day.",
    "blister": "Keep it clean, dry and covered; run if your stride stays the same, and leave it if it makes you "
    "limp. Nothing changes in the plan.",
    "technique": "Offline I know plans, not technique or the body in detail, so I would rather not guess there. The "
    "plan stays as it is.",
    "strength": "Yes, strength work makes runners more robust. Say on which day, such as 'add strength on Monday', "
    "and I put it in.",
    "hours": "I plan days, not hours: run at whatever time of the day suits you. If a day gets too short, tell me "
    "how many minutes you have on it.",
    "thanks": "You are welcome. Enjoy the next run!",
    "bye": "See you, and sleep well.",
    "keep": "All right, I leave the plan exactly as it is.",
    "who": "I am PlanWise's offline coach: no person and no language model, but rules of training that read your "
    "words and your plan. I am best at plain requests, and I say so when I do not understand.",
    "food": "Offline I know training, not nutrition in detail: eat what you know before a race, nothing new on the "
    "day, and practise it on long runs. A dietitian can say more. The plan stays as it is.",
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


def gear(clause: str, _scene: Scene) -> Answer:
    if re.search(r"calendar|ics|export|print|watch|garmin", clause):
        return Answer("The Plan page exports your plan for calendars, spreadsheets and watches, and prints it.")
    if "treadmill" in clause:
        return Answer(
            "Yes, the treadmill is fine for any of these runs: same effort, same time. Nothing changes in the plan."
        )
    return Answer(
        "About gear and weather I cannot say much offline: in heat, wind and on ice go by effort and forget the "
        "pace. The plan stays as it is."
    )


def hello(_clause: str, scene: Scene) -> Answer:
    if scene.plan is None:
        return Answer(
            "Hello! Tell me about your running: which race are you training for, and when is it?", pending="goal"
        )
    return Answer(f"Hello! {on_day(scene, scene.today).says} What can I do for you?")

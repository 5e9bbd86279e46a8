"""The coach that needs no key: a small grammar of what runners say.

The same protocol as a model, by rules: a message is made regular, parted into clauses, each clause weighed against the
intents, and its slots read. It acts only on a clear match, and only with edits it has seen apply; in doubt it asks or
offers three ways. It ships, it is the last in every fallback chain, and the tests talk to it.

What it has asked is kept in `pending`: a slot (``goal``, ``date``, ``volume``, ``days``, ``recent``), ``fill:`` and a
sentence with a gap for the answer, or ``choice:`` and the sentences offered.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Set as AbstractSet
from dataclasses import replace

from planwise_core.coach import memory
from planwise_core.coach.offline import answers, changes, goal, moods, setbacks, smalltalk
from planwise_core.coach.offline.dates import Calendar, read
from planwise_core.coach.offline.intents import Heard, clauses, heard
from planwise_core.coach.offline.language import language_of, normalise, phrases
from planwise_core.coach.offline.refs import days_of, kind_of, whens_of
from planwise_core.coach.offline.scene import Answer, Scene, span_words
from planwise_core.coach.offline.slots import Told, told
from planwise_core.coach.reply import Prompt, Reply, Say, Situation

_GREETINGS = {
    "de": "Ohne Sprachmodell spreche ich leider nur Englisch. Schreib mir bitte auf Englisch; am Plan habe ich "
          "nichts geändert.",
    "fr": "Sans modèle de langue, je ne parle malheureusement qu'anglais. Écris-moi en anglais ; je n'ai rien "
          "changé au plan.",
    "es": "Sin modelo de lenguaje solo hablo inglés, lo siento. Escríbeme en inglés; no he cambiado nada en el plan.",
    "it": "Senza modello linguistico parlo solo inglese, mi dispiace. Scrivimi in inglese; non ho cambiato nulla "
          "nel piano.",
    "pt": "Sem modelo de linguagem só falo inglês, desculpa. Escreve-me em inglês; não mudei nada no plano.",
    "nl": "Zonder taalmodel spreek ik helaas alleen Engels. Schrijf me in het Engels; aan je schema is niets "
          "veranderd.",
    "other": "Offline I speak English only, sorry. Please write to me in English; nothing was changed.",
}  # fmt: skip
_CHANGES: dict[str, changes.Handler] = {
    "swap": changes.swap, "move": changes.move, "drop": changes.drop, "rest": changes.rest, "easier": changes.easier,
    "harder": changes.harder, "size": changes.size, "retype": changes.retype, "add": changes.add,
    "away": setbacks.away, "busy": setbacks.away, "ill": setbacks.ill, "hurt": setbacks.hurt,
    "missed": setbacks.missed, "tired": moods.tired, "well": setbacks.well,
}  # fmt: skip
_OF_A_PLAN: dict[str, changes.Handler] = {
    "undo": answers.undo, "show": answers.show, "countdown": answers.countdown, "limits": answers.limits,
    "progress": answers.progress,
    "great": moods.great, "did": moods.great,
}  # fmt: skip
_ANYTIME: dict[str, changes.Handler] = {
    "why": answers.why, "pace": answers.pace, "heart": answers.heart, "predict": answers.predict,
    "ready": moods.ready, "low": moods.low, "help": smalltalk.help_, "gear": smalltalk.gear,
    "hello": smalltalk.hello,
}  # fmt: skip
_SLOTS = frozenset({"goal", "date", "volume", "days", "recent"})
_YES = phrases(
    "yes | yeah | yep | sure | ok | okay | please do | do it | go ahead | sounds good | fine | correct | right"
)
_NO = phrases("no | nope | nah | leave it | neither | none | not now | never mind")
_FOR_GOOD = phrases(
    "anymore | any more | from now on | never | ever | always | no longer | no more | each week | every week | "
    "getting hard | max | at most"
)
_WHAT_IF = re.compile(r"\b(?:what if|suppose|imagine|what would happen if|what happens (?:if|when))\b")


class OfflineCoach:
    """Answers by rules, in English, in about a millisecond or two."""

    name = "offline coach"

    def reply(self, prompt: Prompt, say: Say) -> Reply:
        """The answer; its words go to `say` one by one. It is never unavailable."""
        if prompt.objection:
            says = f"That does not work: {prompt.objection} I have left the plan as it is."
            answer = Answer(says)
        else:
            answer = _remembering(prompt.situation, prompt.asked)
        for word in re.findall(r"\S+\s*", answer.says):
            say(word)
        known = answer.known | prompt.situation.known if answer.athlete else frozenset()
        return Reply(
            says=answer.says,
            edits=answer.edits,
            athlete=answer.athlete,
            known=known,
            build=answer.build,
            go_back=answer.go_back,
            remember=answer.remember,
            pending=answer.pending,
            answered_by=self.name,
        )


def _remembering(situation: Situation, asked: str) -> Answer:
    """The answer to a message, with what it tells that lasts; a limit for the plan is a request and no note."""
    facts, rest = memory.parted(asked)
    standing = [told(normalise(each.text), Calendar(situation.today)).has_profile for each in facts]
    if not facts or any(standing):
        return _answer(situation, asked)
    if re.search(r"\w", rest):
        return replace(_answer(situation, rest), remember=facts)
    gap = None if situation.plan else goal.missing(situation.athlete, situation.known)
    asks = f" {goal.QUESTIONS[gap]}" if gap else ""
    return Answer(f"Good to know.{asks}", remember=facts, pending=gap or situation.pending)


def _answer(situation: Situation, asked: str) -> Answer:
    text = normalise(asked)
    scene = Scene(situation, situation.plan, situation.athlete, _month_first(situation), text)
    if not re.search(r"\w", text):
        return Answer("I did not catch that. What can I do for you?", pending=situation.pending)
    if (language := language_of(asked)) != "en":
        return Answer(_GREETINGS[language], pending=situation.pending)
    text, slot = _with_pending(text, situation)
    if text == "":
        return Answer("All right, I leave everything as it is.")
    if text == "?":
        return Answer("Which of the three shall it be?", pending=situation.pending)
    parts = [heard(part) for part in clauses(text)]
    if any(part.intent == "guard" for part in parts) and not (parts[0].weight("guard") < 9 and scene.has_date(text)):
        return Answer(smalltalk.SENTENCES["guard"])
    if situation.plan is None:
        return _without_plan(text, parts, slot, scene)
    return _with_plan(text, parts, slot, scene)


def _month_first(situation: Situation) -> bool | None:
    """Runners who chose miles write 4/5 for April 5; in kilometres it has to be asked."""
    return True if situation.athlete.units == "mi" else None


def _with_pending(text: str, situation: Situation) -> tuple[str, str]:
    """The message with the coach's open question in mind: a whole sentence, and the slot a bare answer is for.

    An empty text means "no" to what was offered, "?" an answer that fits none of it.
    """
    kind, _, rest = (situation.pending or "").partition(":")
    if kind in _SLOTS and not rest:
        return text, kind
    if kind == "fill" and len(text.split()) <= 7 and not _is_request(text):
        return rest.replace("{}", re.sub(r"^(?:on|to|from|my|the|it is) ", "", text)), ""
    if kind == "choice":
        return _chosen(text, rest.split("|")), ""
    return text, ""


def _is_request(text: str) -> bool:
    answers_ = {None, "hurt", "keep", "size", "busy", "tired"} | ({"ok"} if re.search(r"\d", text) else set())
    return any(part.intent not in answers_ for part in map(heard, clauses(text)))


_ORDER = ("1 first 1st former", "2 second 2nd middle", "3 third 3rd last latter")


def _chosen(text: str, choices: list[str]) -> str:
    """The sentence that was chosen by number, by place or by its words; `text` itself where it is something else."""
    words = set(re.findall(r"\w+", text))
    if _NO.search(text) and len(words) <= 4:
        return ""
    for names, choice in zip(_ORDER, choices, strict=False):
        if words & set(names.split()) and len(words) <= 5:
            return "" if choice == "leave it" else choice
    if _YES.search(text) and len(words) <= 4:
        return choices[0] if [each for each in choices if each != "leave it"] == choices[:1] else "?"
    shared = [len(words & _words_of(choice)) for choice in choices]
    best = max(shared)
    if best and shared.count(best) == 1 and len(words) <= 6:
        choice = choices[shared.index(best)]
        return "" if choice == "leave it" else choice
    return text


def _words_of(choice: str) -> set[str]:
    """The words of an offered sentence, and the weekdays of the dates in it."""
    dates = [dt.date.fromisoformat(day) for day in re.findall(r"\d{4}-\d\d-\d\d", choice)]
    return set(re.findall(r"\w+", choice)) | {f"{day:%A}".lower() for day in dates}


_NO_GOAL = re.compile(r"\b(?:no race|no|none|not really|just|fit\w*|nothing)\b")
_UNSURE = re.compile(r"\b(?:no idea|do not know|not sure|unsure|not much|hardly|a bit|a little|no clue|depends)\b")


def _without_plan(text: str, parts: list[Heard], slot: str, scene: Scene) -> Answer:
    """Before there is a plan: take what is told, answer what is asked, ask for what is missing."""
    goal_km = scene.athlete.goal.distance_km if scene.athlete.goal else None
    what = told(text, scene.calendar, asked=slot, units=scene.units, goal_km=goal_km)
    if slot == "goal" and what.race_km is None and _NO_GOAL.search(text):
        what.no_date = True
    if what.has_profile or what.when or what.no_date or what.problems or what.beginner:
        return goal.talk(scene, what)
    if slot in {"days", "volume"} and _UNSURE.search(text):
        return Answer(f"A rough guess will do. {goal.QUESTIONS[slot]}", pending=slot)
    if slot in goal.QUESTIONS and re.match(r"(?:but )?why\b|what for\b", text):
        return Answer(
            f"So that the plan starts where you are and fits your weeks. {goal.QUESTIONS[slot]}", pending=slot
        )
    intent = max(parts, key=lambda part: part.weights[0][1] if part.weights else 0).intent if parts else None
    if answer := _said(intent, text, scene, (_ANYTIME,)):
        gap = goal.missing(scene.athlete, scene.situation.known)
        asks = "" if answer.pending or gap is None else f" {goal.QUESTIONS[gap]}"
        return replace(answer, says=answer.says + asks, pending=answer.pending or gap)
    gap = goal.missing(scene.athlete, scene.situation.known)
    if gap is None:
        return goal.built(scene, scene.athlete, scene.situation.known)
    lead = "There is no plan yet that I could change. " if intent in _CHANGES or intent in _OF_A_PLAN else ""
    lead = lead or ("Sorry, I did not get that. " if slot else "I plan running. ")
    return Answer(lead + goal.QUESTIONS[gap], pending=gap)


def _with_plan(text: str, parts: list[Heard], slot: str, scene: Scene) -> Answer:
    """With a plan: a change of the runner's standing wishes remakes it; all else is answered clause by clause."""
    wishes = _wishes(text, parts, slot, scene)
    if wishes is not None:
        return wishes
    if _WHAT_IF.search(text) and re.search(r"\b(?:miss|skip|not run)\b", text):
        return Answer("One run less costs next to nothing: leave it, do not make up for it, and carry on as planned.")
    if maybe := _maybe(text):
        return maybe
    found: list[Answer] = []
    for part in parts:
        answer = _one(part, scene, text)
        if answer.unclear:
            continue
        found.append(answer)
        if answer.edits and scene.plan:
            scene = replace(scene, plan=scene.after(answer.edits), athlete=answer.athlete or scene.athlete)
        elif answer.athlete:
            scene = replace(scene, athlete=answer.athlete)
    return _together(found) if found else _unclear(parts, scene)


def _one(part: Heard, scene: Scene, text: str) -> Answer:
    if part.intent == "race_moved":
        return _race_moved(text, scene)
    if part.intent == "race_off":
        return Answer("That is a pity. Shall we train for another race? Tell me which and when.", pending="goal")
    if part.intent is None and len(part.text.split()) <= 4 and (kind_of(part.text) or scene.has_date(part.text)):
        return answers.show(part.text, scene)
    return _said(part.intent, part.text, scene, (_CHANGES, _OF_A_PLAN, _ANYTIME)) or Answer("", unclear=True)


def _said(intent: str | None, text: str, scene: Scene, tables: tuple[dict[str, changes.Handler], ...]) -> Answer | None:
    """The answer to an intent by its handler or its sentence; None where these tables have none."""
    if intent is None:
        return None
    if intent in smalltalk.SENTENCES:
        return Answer(smalltalk.SENTENCES[intent])
    return next((table[intent](text, scene) for table in tables if intent in table), None)


def _wishes(text: str, parts: list[Heard], slot: str, scene: Scene) -> Answer | None:
    """The answer to a change of what the plan is made from (days, goal, date, limits); None when there is none."""
    goal_km = scene.athlete.goal.distance_km if scene.athlete.goal else None
    what = told(text, scene.calendar, asked=slot, units=scene.units, goal_km=goal_km)
    intents = {part.intent for part in parts}
    if "race_moved" in intents:
        return _maybe(text) or _race_moved(text, scene)
    if slot == "recent" and what.recent is None:
        return None
    if intents & {"limits", "second_race", "keep"} or ("did" in intents and not what.recent):
        return None
    acts = intents & (_CHANGES.keys() - {"easier", "busy", "rest", "tired"})
    if not (_is_standing(what, text, acts) or _is_new_goal(what, slot, intents) or _is_news(what, acts)):
        return None
    if "show" in intents and not (_is_standing(what, text, acts) or what.units):
        return None
    if what.target_s and re.match(r"(?:can|could|will|would|is|am) ", text):
        return answers.predict(text, scene)
    return _maybe(text) or _remade(what, scene)


_PLURAL_DAYS = re.compile(r"\b(?:mon|tues|wednes|thurs|fri|satur|sun|week)days\b|\bweekends\b")


def _is_standing(what: Told, text: str, acts: AbstractSet[str | None]) -> bool:
    """Whether days, their number or their minutes are meant for good, and not for this week."""
    for_good = bool(_FOR_GOOD.search(text) or _PLURAL_DAYS.search(text))
    if (what.minutes or what.off or what.also) and for_good:
        return not acts or not what.also
    this_once = re.search(r"\b(?:this|next) week\b", text) and not for_good
    if what.days and not this_once and (not acts or re.search(r"\b(?:a|per|each|every) week\b", text)):
        return True
    return bool(what.on and "only" in text and for_good)


def _is_new_goal(what: Told, slot: str, intents: AbstractSet[str | None]) -> bool:
    if slot in {"date", "goal"} and (what.when or what.no_date):
        return True
    if intents & (_CHANGES.keys() - {"move", "swap", "retype", "add", "busy"}):
        return False
    return bool(what.race_km and (what.when or what.target_s or slot == "goal")) and "predict" not in intents


def _is_news(what: Told, acts: AbstractSet[str | None]) -> bool:
    """Whether something was told that a plan is made from: a race run, a target, the volume, units, the long day."""
    if what.recent or what.units or what.target_s or what.weekly_km is not None:
        return not acts
    return what.long_day is not None and not acts - {"move"}


def _maybe(text: str) -> Answer | None:
    """ "What if …" is asked back before it is done."""
    if not _WHAT_IF.search(text):
        return None
    sentence = re.sub(
        r"^.*?\b(?:what if|suppose|imagine|what (?:would happen|happens) (?:if|when))\b ",
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
    if athlete == scene.athlete:
        return answers.limits(scene.heard, scene)
    if not (what.has_profile or what.when or what.no_date):
        noted = (
            f"From now on I speak in {'miles' if athlete.units == 'mi' else 'kilometres'}." if what.units else "Noted."
        )
        return Answer(noted, athlete=athlete, known=known)
    return goal.built(scene, athlete, known)


def _race_moved(text: str, scene: Scene) -> Answer:
    """A new race date, said as a day or as a shift ("two weeks later")."""
    race = scene.athlete.goal
    if race is None:
        return Answer("Which race is it, and when?", pending="goal")
    shift = re.search(r"\b(\d+|an?) (day|week|month)s?\b", text)
    what = told(text, scene.calendar)
    if what.when is None and shift and race.date:
        count = 1 if shift[1] in {"a", "an"} else int(shift[1])
        days = count * {"day": 1, "week": 7, "month": 28}[shift[2]]
        back = re.search(r"\b(?:earlier|forward|sooner)\b", text) is not None
        sentence = (race.date + (-1 if back else 1) * days * changes._DAY).isoformat()
        what = replace(what, when=next(iter(read(sentence, scene.calendar)), None))
    if what.when is None:
        return Answer("To which date has the race moved?", pending="date")
    return _remade(Told(when=what.when), scene)


def _together(found: list[Answer]) -> Answer:
    """One answer of several: words in order, edits one after the other; remaking or going back stands alone."""
    alone = next((answer for answer in found if answer.build or answer.go_back), None)
    if alone:
        return alone
    athlete = next((answer.athlete for answer in reversed(found) if answer.athlete), None)
    edits = tuple(edit for answer in found for edit in answer.edits)
    if edits:  # "no change" remarks of other clauses would contradict the change
        found = [answer for answer in found if answer.edits or answer.pending is None]
    says = list(dict.fromkeys(answer.says for answer in found))
    pending = next((answer.pending for answer in found if answer.pending), None)
    known = frozenset().union(*(answer.known for answer in found))
    return Answer(" ".join(says), edits=edits, athlete=athlete, known=known, pending=pending)


_OFFERS = {
    "move": ("move a run to another day", "move my next run"), "easier": ("make this week easier", 
        "make this week easier"),
    "show": ("tell you what is on this week", "what is on this week"), "why": ("explain this week", 
        "why is this week as it is"),
    "rest": ("free a day", "i need a rest day"), "away": ("plan around days away", "i am away"),
}  # fmt: skip


def _unclear(parts: list[Heard], scene: Scene) -> Answer:
    """No clear match: three ways on, the likeliest first."""
    whens = [when for part in parts for when in whens_of(part.text, scene) if when.first >= scene.today]
    if span := days_of(whens):
        days = f"from {span[0].isoformat()} to {span[1].isoformat()}"
        return Answer(
            f"I am not sure what that means for your plan, so nothing was changed. Shall I clear the runs "
            f"{span_words(*span)}, "
            "or leave it as it is?",
            pending=f"choice:i am away {days}|leave it",
        )
    hints = [intent for part in parts for intent, _ in part.weights if intent in _OFFERS]
    order = list(dict.fromkeys([*hints, "show", "easier", "move"]))[:3]
    offered = [_OFFERS[intent] for intent in order]
    return Answer(
        f"I am not sure I understood that, so nothing was changed. Shall I {offered[0][0]}, {offered[1][0]}, or "
        f"{offered[2][0]}?",
        pending="choice:" + "|".join(sentence for _, sentence in offered),
    )

"""The coach that needs no key: a small grammar of what runners say.

The same protocol as a model, by rules: a message is made regular, parted into clauses, each clause weighed against the
intents, and its slots read. It acts only on a clear match, and only with edits it has seen apply; in doubt it asks or
offers three ways. It ships, it is the last in every fallback chain, and the tests talk to it.

What it has asked is kept in `pending`: a slot (``goal``, ``date``, ``volume``, ``days``, ``recent``), ``fill:`` and a
sentence with a gap for the answer, or ``choice:`` and the sentences offered.
"""

from __future__ import annotations

import re
from dataclasses import replace

from planwise_core.coach import memory
from planwise_core.coach.offline import (
    advice,
    answers,
    composing,
    corrections,
    doubt,
    fitness,
    goal,
    handlers,
    joints,
    knowledge,
    likely,
    moods,
    rewording,
    setbacks,
    smalltalk,
    sparing,
    stance,
    tongues,
    unclear,
    units,
)
from planwise_core.coach.offline import wishes as standing
from planwise_core.coach.offline.dates import read
from planwise_core.coach.offline.intents import CHANGING, Heard, heard
from planwise_core.coach.offline.language import normalise
from planwise_core.coach.offline.parting import clauses
from planwise_core.coach.offline.pending import with_pending
from planwise_core.coach.offline.references import Whole, made_whole
from planwise_core.coach.offline.refs import kind_of, named, whens_of
from planwise_core.coach.offline.running_days import counted, is_new_count
from planwise_core.coach.offline.scene import Answer, Scene, joined
from planwise_core.coach.offline.slots import several, told
from planwise_core.coach.offline.told import Told
from planwise_core.coach.offline.when import Calendar
from planwise_core.coach.reply import Prompt, Reply, Say, Situation
from planwise_core.training.athlete import Athlete
from planwise_core.training.edits import apply, diff


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
            corrects=answer.corrects,
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
    """The answer in the runner's unit; who speaks of miles is answered in miles."""
    now = units.talking_in(situation, normalise(asked))
    return units.said_so(_understood(now, asked), situation, now)


def _understood(situation: Situation, asked: str) -> Answer:
    text = smalltalk.without_pleasantries(doubt.without_quotes(normalise(asked)))
    scene = Scene(situation, situation.plan, situation.athlete, _month_first(situation), text)
    if not re.search(r"\w", text):
        return Answer("I did not catch that. What can I do for you?", pending=situation.pending)
    is_answer = len(text.split()) <= 2 and with_pending(text, situation)[0] != text
    if not is_answer and (other := tongues.read(asked)):
        return _in_another_tongue(other, situation)
    if situation.last_change == "open" and situation.pending is None and corrections.AGREES.fullmatch(text):
        return Answer("Choose Accept beside the proposal and the plan is changed; until then it stays as it was.")
    if situation.last_change != "none" and corrections.TAKES_BACK.search(text):
        return _taken_back(situation)
    if (left := corrections.withdrawn(text)) is not None:
        if not left:
            return Answer(smalltalk.SENTENCES["keep"])
        text = left
    if situation.plan:
        text = rewording.plainly(text)
    whole = made_whole(text, scene)
    if whole.corrects and situation.plan:
        return _in_place(whole, scene)
    text, slot = with_pending(text, situation) if whole.text == text else (whole.text, "")
    return _read(text, slot, scene)


def _in_another_tongue(read: tongues.Read, situation: Situation) -> Answer:
    """What was read word for word is answered; before the plan is changed for it, it is asked whether it is meant."""
    if read.english is None:
        return Answer(tongues.ONLY_ENGLISH[read.language], pending=situation.pending)
    answer = _understood(situation, read.english)
    note = tongues.WORD_FOR_WORD[read.language]
    is_chosen = with_pending(read.english, situation)[0] != read.english
    if not is_chosen and (situation.plan or not read.is_whole) and (answer.edits or answer.build or answer.go_back):
        says = tongues.DO_YOU_MEAN[read.language].format(read.english)
        return Answer(f"{note} {says}", pending=f"choice:{normalise(read.english)}|leave it")
    answer = replace(answer, says=f"{note} {answer.says}")
    if situation.plan and not is_chosen:
        return replace(answer, athlete=None, known=frozenset())
    return answer


def _taken_back(situation: Situation) -> Answer:
    """ "Scrap that": what was proposed is withdrawn, what was changed goes back."""
    if situation.last_change == "made":
        return Answer("I'd take that change back: the version before it returns.", go_back=True)
    return Answer("All right, forget what I proposed: the plan stays as it is.", corrects=True)


def _in_place(whole: Whole, scene: Scene) -> Answer:
    """The answer to a correction, in place of the change it corrects: that one is withdrawn, or undone with it."""
    situation = scene.situation
    plan, athlete = situation.plan, _untaught(whole.instead_of, scene)
    undoes = situation.last_change == "made" and situation.previous_plan is not None
    base = situation.previous_plan if undoes else plan
    before = replace(scene, plan=base, athlete=athlete)
    answer = _read(whole.text, "", before)
    if answer.athlete is None and athlete != scene.athlete:
        answer = replace(answer, athlete=athlete)
    if undoes and plan and base and answer.edits:
        edits = diff(plan, apply(base, answer.edits, today=scene.today, done=scene.done))
        says = f"Then I'd take the last change back with it. {answer.says}"
        answer = replace(answer, says=says, edits=edits)
    return replace(answer, corrects=True)


def _untaught(wrong: str, scene: Scene) -> Athlete:
    """The athlete without the days away, or the sore spot, that only the request which was wrong had told."""
    athlete, intents = scene.athlete, {heard(part).intent for part in clauses(wrong)}
    if intents & {"away", "busy"} and athlete.away:
        athlete = athlete.but(away=athlete.away[:-1])
    if "hurt" in intents and athlete.injuries and athlete.injuries[-1].since == scene.today:
        athlete = athlete.but(injuries=athlete.injuries[:-1])
    return athlete


def _read(text: str, slot: str, scene: Scene) -> Answer:
    """The answer to a message that leans on nothing any more."""
    situation = scene.situation
    if text == "":
        return Answer("All right, I leave everything as it is.")
    if text == "?":
        return Answer("Which of the three shall it be?", pending=situation.pending)
    if _MARKUP.search(text):
        return Answer(smalltalk.SENTENCES["guard"])
    parts = [heard(part) for part in clauses(text)]
    if any(part.intent == "guard" for part in parts) and not (parts[0].weight("guard") < 9 and scene.has_date(text)):
        return _guarded(parts, slot, scene)
    if any(part.intent == "grief" for part in parts):
        return _mourned(parts, text, scene)
    own, aside = stance.parted(text)
    if aside and not own:
        return _noted(aside, scene)
    if aside:
        text, parts = own, [heard(part) for part in clauses(own)]
    if situation.plan is None:
        return _without_plan(text, parts, slot, scene)
    text, spared = sparing.parted(counted(text, situation.athlete.days_per_week), scene)
    if not text:
        return Answer(smalltalk.SENTENCES["keep"])
    scene = replace(scene, spared=spared)
    text = joints.without_because(rewording.plainly(likely.by_day(text, scene)), scene)
    parts = [heard(part) for part in clauses(text)]
    return doubt.asked_first(text, _with_plan(text, parts, slot, scene))


_MARKUP = re.compile(
    r"</?[a-z]\w*[ >/|]|<\|?[a-z_]+\|?>|^\s*(?:system|assistant|developer|user) ?:|```|\{ ?\"?\w+\"? ?:"
)


def _guarded(parts: list[Heard], slot: str, scene: Scene) -> Answer:
    """No to what is none of a coach's business; what else is asked is answered, what else is wished only offered."""
    no, rest = smalltalk.SENTENCES["guard"], ". ".join(part.text for part in parts if part.intent != "guard")
    if scene.plan is None or not any(part.intent not in {None, "guard", "ok", "keep"} for part in parts):
        return Answer(no)
    answer = _read(rest, slot, scene)
    wishes = any(part.intent in CHANGING for part in parts)
    if wishes or answer.edits or answer.build or answer.go_back:
        return Answer(f"{no} Do you yourself want this: '{rest}'? Shall I?", pending=f"choice:{rest}|leave it")
    return replace(answer, says=f"{no} {answer.says}", athlete=None, known=frozenset())


def _mourned(parts: list[Heard], text: str, scene: Scene) -> Answer:
    """Sympathy, and what is wished beside the sad news."""
    others = [part for part in parts if part.intent in CHANGING - {"ill", "hurt", "tired"}]
    if scene.plan is None or not others:
        return moods.grief(text, scene)
    answer = _read(". ".join(part.text for part in others), "", scene)
    return replace(answer, says=f"I am very sorry. {answer.says}")


def _noted(aside: str, scene: Scene) -> Answer:
    """The answer to a message of which nothing was the runner's own wish."""
    gap = None if scene.plan else goal.missing(scene.athlete, scene.situation.known)
    if gap:
        return Answer(f"Thank you for telling me. About your own running: {goal.QUESTIONS[gap]}", pending=gap)
    return Answer(stance.ANSWERS[aside])


def _month_first(situation: Situation) -> bool | None:
    """Runners who chose miles write 4/5 for April 5; in kilometres it has to be asked."""
    return True if situation.athlete.units == "mi" else None


_NO_GOAL = re.compile(r"\b(?:no race|no|none|not really|just|fit\w*|nothing)\b")
_UNSURE = re.compile(r"\b(?:no idea|do not know|not sure|unsure|not much|hardly|a bit|a little|no clue|depends)\b")


_ASKS_IN_GENERAL = re.compile(
    r"(?:and |so |but )?(?:how (?:long|much|many|hard|do|does)|what|which|is|are|does|do|"
    r"why)\b"
)
_REALISTIC = re.compile(
    r"(?:so |and )?(?:is|would|could|can|do you think|how realistic)\b.*\b(?:realistic|possible|doable|"
    r"achievable|feasible|within reach|run|manage|break)\b"
)
_OF_ONESELF = re.compile(r"\b(?:i|my|me|we|our|us)\b|\d (?:km|k|miles|days|runs) (?:a|per) week")


def _without_plan(text: str, parts: list[Heard], slot: str, scene: Scene) -> Answer:
    """Before there is a plan: take what is told, answer what is asked, ask for what is missing."""
    goal_km = scene.athlete.goal.distance_km if scene.athlete.goal else None
    what = told(text, scene.calendar, asked=slot, units=scene.units, goal_km=goal_km)
    what = several(text, scene.calendar, what)
    if not slot and _ASKS_IN_GENERAL.match(text) and not _OF_ONESELF.search(text):
        what = Told()  # "how long does it take to train for a marathon?"
    if what.recent and _REALISTIC.match(text):
        athlete, known, _ = goal.learned(scene, what)
        told_so, gap = fitness.predict(text, replace(scene, athlete=athlete)), goal.missing(athlete, known)
        asks = f" {goal.QUESTIONS[gap]}" if gap else ""
        return replace(told_so, says=told_so.says + asks, athlete=athlete, known=known, pending=gap)
    if slot == "goal" and what.race_km is None and _NO_GOAL.search(text):
        what.no_date = True
    if what.has_profile or what.when or what.no_date or what.problems or what.beginner:
        return goal.talk(scene, what)
    if says := next(filter(None, (knowledge.known(part.text, part.intent) for part in parts)), None):
        return _and_asked(Answer(says), scene)
    if slot in {"days", "volume"} and _UNSURE.search(text):
        return Answer(f"A rough guess will do. {goal.QUESTIONS[slot]}", pending=slot)
    if slot in goal.QUESTIONS and re.match(r"(?:but )?why\b|what for\b", text):
        return Answer(
            f"So that the plan starts where you are and fits your weeks. {goal.QUESTIONS[slot]}", pending=slot
        )
    intent = max(parts, key=lambda part: part.weights[0][1] if part.weights else 0).intent if parts else None
    if answer := handlers.said(intent, text, scene, with_plan=False):
        return _and_asked(answer, scene)
    gap = goal.missing(scene.athlete, scene.situation.known)
    if gap is None:
        return goal.built(scene, scene.athlete, scene.situation.known)
    lead = "There is no plan yet that I could change. " if intent in handlers.OF_RUNS else ""
    lead = lead or ("Sorry, I did not get that. " if slot else "I plan running. ")
    return Answer(lead + goal.QUESTIONS[gap], pending=gap)


def _and_asked(answer: Answer, scene: Scene) -> Answer:
    """`answer`, and the question for what is missing before a plan can be made."""
    gap = goal.missing(scene.athlete, scene.situation.known)
    asks = "" if answer.pending or gap is None else f" {goal.QUESTIONS[gap]}"
    return replace(answer, says=answer.says + asks, pending=answer.pending or gap)


def _with_plan(text: str, parts: list[Heard], slot: str, scene: Scene) -> Answer:
    """With a plan: a change of the runner's standing wishes remakes it; all else is answered clause by clause."""
    if wrong := next((when for when in read(text, scene.calendar) if when.kind == "impossible"), None):
        return Answer(f"{goal.no_such_day(wrong)} Which day do you mean? Nothing was changed.")
    if about_hard := unclear.no_hard_day(text, scene):
        return about_hard
    if wish := standing.wishes(text, parts, slot, scene):
        return _with_the_others(wish, text, parts, slot, scene)
    if standing.WHAT_IF.search(text) and re.search(r"\b(?:miss|skip|not run)\b", text):
        return Answer("One run less costs next to nothing: leave it, do not make up for it, and carry on as planned.")
    if standing.WHAT_IF.search(text) and (says := knowledge.known(text)):
        return Answer(says)
    if standing.WHAT_IF.search(text) and _FEARS.search(text):
        return moods.ready(text, scene)
    if asked_back := standing.maybe(text):
        return asked_back
    if re.match(r"(?:and |so )?(?:what|how|when|which)\b", text) and re.search(r"\bin (?:km|kilomet)", text):
        scene = replace(scene, athlete=scene.athlete.but(units="km"))
    health = [part for part in parts if part.intent in {"ill", "well"}]
    if len({part.intent for part in health}) > 1:  # "thought I had a cold, but woke up right as rain"
        parts = [part for part in parts if part not in health or part is health[-1]]
    if any(part.intent == "ill" for part in parts):  # "flu. out for a week": one thing, told in two sentences
        others = [part for part in parts if part.intent not in {"ill", "away", "busy", "rest", "tired", None}]
        parts = [replace(next(part for part in parts if part.intent == "ill"), text=text), *others]
    parts = joints.of_one_pain(parts)
    intents = {part.intent for part in parts}
    if "race_off" in intents:  # what is said beside it, "just keep me fit", is read with it
        parts = [part for part in parts if part.intent]
    if {"busy", "easier"} <= intents and not intents & {"drop", "rest", "away"}:  # "a busy week, keep it light"
        parts = [
            replace(part, text=text) if part.intent == "easier" else part for part in parts if part.intent != "busy"
        ]
    if "move" in intents and doubt.has_event(text):  # "a birthday on Sunday, so the long run on Saturday"
        parts = [part for part in parts if part.intent != "busy"] or parts
    return _clause_by_clause(parts, text, scene)


_WEEKDAYS = re.compile(r"\b(?:\w+days|weekends)\b")
_OF_A_DAY = frozenset({"drop", "rest", "move", "swap", "size", "retype", "add", "busy", "away"})


def _with_the_others(wish: Answer, text: str, parts: list[Heard], slot: str, scene: Scene) -> Answer:
    """A standing wish beside wishes for single days: these are done too, or named where the plan is made anew."""
    others = [
        part
        for part in parts
        if part.intent in _OF_A_DAY
        and not (part.intent == "drop" and is_new_count(text))  # "3 days instead of 4, drop Saturday"
        and not _WEEKDAYS.search(part.text)
        and any(when.first >= scene.today for when in whens_of(part.text, scene))
        and not standing.wishes(part.text, [part], slot, scene)
    ]
    if not (others or wish.edits or wish.build or wish.pending):  # "I think in miles. How far is week 5?"
        asks = [part for part in parts if part.intent in handlers.QUESTIONS]
        asks = [part for part in asks if not standing.wishes(part.text, [part], slot, scene)]
        if asks:
            now = replace(scene, athlete=wish.athlete or scene.athlete)
            return replace(wish, says=f"{wish.says} {_clause_by_clause(asks, text, now).says}")
    own = [part for part in parts if part not in others]
    alone = standing.wishes(". ".join(part.text for part in own), own, slot, scene) if own and others else None
    if alone is None:
        return wish
    if alone.build:
        later = joined([f'"{part.text}"' for part in others])
        return replace(alone, says=f"{alone.says} That comes first; then tell me once more: {later}.")
    more = _clause_by_clause(others, ". ".join(part.text for part in others), scene)
    return composing.together([(own[0], alone), (others[0], more)])


def _clause_by_clause(parts: list[Heard], text: str, scene: Scene) -> Answer:
    """Each clause answered on the plan as those before it leave it; one that fails holds those that lean on it."""
    found: list[composing.Found] = []
    not_heard: list[Heard] = []
    held: frozenset[str] = frozenset()
    before = scene.plan
    parts = [likely.meant(part, scene) for part in parts]
    for part in _in_working_order(joints.joined_up(parts, scene), scene, text):
        if found and joints.is_done(part, scene):
            continue
        answer = _one(replace(part, text=joints.followed(part.text, before, scene.plan)), scene, text)
        answer = doubt.only_asked(part.text + ("?" if f"{part.text}?" in text else ""), answer)
        if answer.unclear:
            not_heard.append(part)
            continue
        if composing.touches(answer.edits, held):
            answer = Answer(f"Shall I still {part.text}, or leave it?", pending=f"choice:{part.text}|leave it")
        elif not answer.edits and part.intent in {"move", "swap"}:
            held |= {each.id for each in named(part.text, scene, whens_of(part.text, scene))}
        found.append((part, answer))
        if answer.edits and scene.plan:
            scene = replace(scene, plan=scene.after(answer.edits), athlete=answer.athlete or scene.athlete)
        elif answer.athlete:
            scene = replace(scene, athlete=answer.athlete)
    if not found:
        return unclear.asked(parts, scene)
    treated = [part for part, _ in found]
    rest = [(part, more) for part in not_heard if (more := composing.left_over(part, scene, treated))]
    return composing.together([*found, *rest])


def _in_working_order(parts: list[Heard], scene: Scene, text: str) -> list[Heard]:
    """The clauses, a move there is only room for once another run is gone behind those that take runs out."""
    if len(parts) < 2 or not any(part.intent in {"drop", "rest", "busy", "away"} for part in parts[1:]):
        return parts
    fails = [part for part in parts if part.intent == "move" and not _one(part, scene, text).edits]
    return [*(part for part in parts if part not in fails), *fails]


_FEARS = re.compile(
    r"\b(?:not (?:finish|make it|manage)|fail|come last|last place|hit the wall|dnf|bonk|collapse|"
    r"too slow)\b"
)
_QUESTION = re.compile(
    r"(?:and |so |hey |ok |hi )*(?:what|which|when|how|where|remind|tell me|is (?:\w+day|it|there|next|this)|"
    r"is there|do i|does|will i|am i|have i)\b"
)


_THAT_RUN = re.compile(
    r"what is (?:the|my) (?:long|easy|tempo|interval|hill)?[a-z ]{0,12}(?:runs?|session|tempo|intervals)\b"
)
_MISSED = re.compile(r"\b(?:i|we) (?:have )?(?:\w+ )?(?:skipped|missed|did not (?:do|run|manage|make|get))\b")


def _one(part: Heard, scene: Scene, text: str) -> Answer:
    if asked_back := advice.asked_back(part):
        return asked_back
    is_of_a_day = _THAT_RUN.match(part.text) and scene.has_date(part.text)  # its size is asked, not its sense
    if not is_of_a_day and (says := knowledge.known(part.text + ("?" if f"{part.text}?" in text else ""), part.intent)):
        return Answer(says)
    if is_of_a_day:
        return answers.show(part.text, scene)
    if part.intent == "move" and _MISSED.search(part.text):  # "I skipped Tuesday, can I do it tomorrow?"
        return setbacks.missed(part.text, scene)
    if part.intent == "busy" and doubt.only_an_event(text):
        return Answer("", unclear=True)
    if part.intent == "race_moved":
        return standing.race_moved(text, scene)
    if part.intent == "race_off":
        return standing.race_off(text, scene)
    is_short = len(part.text.split()) <= 4 or _QUESTION.match(part.text)
    if part.intent is None and is_short and (kind_of(part.text) or scene.has_date(part.text)):
        return answers.show(part.text, scene)
    return handlers.said(part.intent, part.text, scene) or Answer("", unclear=True)
